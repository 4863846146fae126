import { basicCredentials, json } from '../../../../sandbox/exchange.js';
import { forwardTo } from '../../../../sandbox/forwarding.js';
import type { RegistryAccounts } from '../../../../sandbox/hosts/registry-accounts.js';
import type { Host, IncomingRequest } from '../../../../sandbox/index.js';
import { changeBehind } from '../../../../sandbox/registries/behind.js';
import { basicChallenge } from '../../../../sandbox/registries/challenges.js';
import { contentOf } from '../../../../sandbox/registries/manifest-content.js';

const page = 50;

/** toy.example.com: a registry that deletes no tags, and an API of its own that lists manifests and deletes tags. */
export function toyRegistry(accounts: RegistryAccounts, locked: ReadonlySet<string>): Host {
  const { ledger } = accounts.registry;
  const { forward } = forwardTo(accounts.registry.url);

  function isAllowed({ method, headers }: IncomingRequest, name: string): boolean {
    const { user = '' } = basicCredentials(headers.authorization) ?? {};
    const repository = accounts.repositories.get(name);
    const isOpen = repository?.private === false && ['GET', 'HEAD'].includes(method);
    return isOpen || repository?.members.has(user) === true;
  }

  function list(name: string, { url }: IncomingRequest) {
    const from = Number(url.searchParams.get('from') ?? 0);
    const all = [...ledger.manifests(name).values()].reverse();
    const next = from + page < all.length ? { link: `<${url.pathname}?from=${from + page}>; rel="next"` } : {};
    const shown = all.slice(from, from + page).map((manifest) => ({
      digest: manifest.digest,
      size: contentOf(manifest).size,
      pushed: manifest.updated,
      children: [...contentOf(manifest).children],
      tags: [...manifest.tags].map(([tag, pushed]) => ({ name: tag, pushed, locked: locked.has(`${name}:${tag}`) })),
    }));
    return json(200, shown, { 'x-total-count': String(all.length), ...next });
  }

  return async (request) => {
    const { method, url } = request;
    const refused = basicChallenge(request, Object.fromEntries(accounts.users), 'toy');
    if (refused !== undefined) return refused;
    const [, own, name = '', what, reference = ''] =
      /^\/(v2|toy\/v1)\/(.+?)\/(manifests|tags|blobs|referrers)(?:\/(.+))?$/.exec(url.pathname) ?? [];
    if (!isAllowed(request, name)) return json(403, { message: 'not your toy' });
    if (own === 'v2') return method === 'DELETE' && !reference.includes(':') ? json(405, {}) : forward(request);
    if (method === 'GET' && what === 'manifests') return list(name, request);
    if (method !== 'DELETE' || what !== 'tags' || !ledger.tagged(name).has(reference)) return json(404, {});
    if (locked.has(`${name}:${reference}`)) return json(403, { message: 'this toy is locked' });
    await changeBehind(accounts.registry, 'DELETE', name, reference);
    return { status: 204 };
  };
}
