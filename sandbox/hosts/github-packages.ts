import { type Answer, type IncomingRequest, json } from '../exchange.js';
import { changeBehind } from '../registries/behind.js';
import type { LedgerManifest } from '../registries/ledger.js';
import type { Ghcr } from './ghcr.js';
import { failed, pageOf } from './github-answers.js';
import {
  type DeletedVersion,
  describePackage,
  describeVersion,
  type GitHubPackages,
  type PackagePlace,
} from './github-package-objects.js';
import { packageNotFound, refusePackageRequest } from './github-package-rights.js';

const KEPT_MS = 30 * 24 * 60 * 60 * 1000;
const LIST_LIMIT = 10_000;

export function createGitHubPackages(ghcr: Ghcr): GitHubPackages {
  const { ledger } = ghcr.registry;
  const deleted = new Map<string, Map<number, DeletedVersion>>();
  const owners: string[] = [];
  const packages: GitHubPackages = {
    users: new Set(),
    admins: new Map(),
    scopes: new Map(),
    popular: new Set(),
    versions: (name) => ledger.manifests(name),
    deleted(name) {
      const found = deleted.get(name) ?? new Map<number, DeletedVersion>();
      deleted.set(name, found);
      return found;
    },
    async answer(request, [kind = '', owner = '', what, type, name, versions, id, restore, ...more]) {
      if (what !== 'packages' || type !== 'container' || name === undefined || more.length > 0) return undefined;
      const place = placeOf(kind, owner, name);
      const asked = restore === undefined ? request.method : `${request.method} ${restore}`;
      const refusal = refusePackageRequest(ghcr, packages, place, request, asked);
      if (refusal !== undefined || place === undefined) return refusal ?? packageNotFound();
      if (versions === undefined) {
        const { size } = packages.versions(place.name);
        return asked === 'GET' ? json(200, describePackage(place, isPublic(place.name), size)) : packageNotFound();
      }
      if (versions !== 'versions') return packageNotFound();
      if (id === undefined) return asked === 'GET' ? list(request, place) : packageNotFound();
      if (asked === 'GET') return show(place, Number(id));
      if (asked === 'DELETE') return remove(place, Number(id));
      return asked === 'POST restore' ? putBack(place, Number(id)) : packageNotFound();
    },
  };

  /** `Link` names owners by number. */
  function placeOf(kind: string, owner: string, name: string): PackagePlace | undefined {
    const byNumber = kind === 'organizations' || kind === 'user';
    const login = byNumber ? owners[Number(owner)] : owner.toLowerCase();
    if (login === undefined) return undefined;
    const isUser = packages.users.has(login);
    if (!(isUser ? ['users', 'user'] : ['orgs', 'organizations']).includes(kind)) return undefined;
    if (!owners.includes(login)) owners.push(login);
    return { name: `${login}/${name}`, isUser, number: owners.indexOf(login) };
  }

  function isPublic(name: string): boolean {
    return ghcr.repositories.get(name)?.private === false;
  }

  function list(request: IncomingRequest, place: PackagePlace): Answer {
    const gone = request.url.searchParams.get('state') === 'deleted';
    const all: readonly DeletedOrNot[] = gone
      ? [...packages.deleted(place.name).values()].filter(isKept)
      : [...packages.versions(place.name).values()].map((manifest) => ({ manifest }));
    const path = `/${place.isUser ? 'user' : 'organizations'}/${place.number}${request.url.pathname.replace(/^\/[^/]+\/[^/]+/, '')}`;
    const { items, last, link } = pageOf(request, [...all].reverse(), path);
    if (last > LIST_LIMIT) return failed(400, 'Only the first 10000 results are available.');
    return json(
      200,
      items.map(({ manifest, deletedAt }) => describeVersion(place, manifest, deletedAt)),
      link,
    );
  }

  function show(place: PackagePlace, id: number): Answer {
    const manifest = ledger.numbered(place.name).get(id);
    return manifest === undefined ? packageNotFound() : json(200, describeVersion(place, manifest));
  }

  async function remove(place: PackagePlace, id: number): Promise<Answer> {
    const manifest = ledger.numbered(place.name).get(id);
    if (manifest === undefined) return packageNotFound();
    const { name } = place;
    if (packages.popular.has(manifest.digest) && isPublic(name)) {
      return failed(
        400,
        'Publicly visible package versions with more than 5000 downloads cannot be deleted. Contact GitHub support for further assistance.',
      );
    }
    if (manifest.tags.size > 0 && manifest.tags.size === ledger.tagged(name).size) {
      return failed(
        400,
        'You cannot delete the last tagged version of a package. You must delete the package instead.',
      );
    }
    await changeBehind(ghcr.registry, 'DELETE', name, manifest.digest);
    packages.deleted(name).set(id, { manifest: { ...manifest, tags: new Map(manifest.tags) }, deletedAt: new Date() });
    return { status: 204 };
  }

  /** With the tags that nothing else has taken meanwhile. */
  async function putBack({ name }: PackagePlace, id: number): Promise<Answer> {
    const found = packages.deleted(name).get(id);
    if (found === undefined || !isKept(found)) return packageNotFound();
    const { manifest } = found;
    const free = [...manifest.tags.keys()].filter((tag) => !ledger.tagged(name).has(tag));
    for (const reference of [manifest.digest, ...free]) {
      await changeBehind(ghcr.registry, 'PUT', name, reference, manifest);
    }
    ledger.revive(name, manifest);
    packages.deleted(name).delete(id);
    return { status: 204 };
  }

  return packages;
}

interface DeletedOrNot {
  readonly manifest: LedgerManifest;
  readonly deletedAt?: Date;
}

function isKept({ deletedAt }: DeletedVersion): boolean {
  return Date.now() - deletedAt.getTime() < KEPT_MS;
}
