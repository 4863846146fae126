import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Internet, RegistryAccounts } from '../../../sandbox/index.js';
import { driverRows } from '../../e2e/support/driver-rows.js';
import { lookingAt } from '../../e2e/support/pulling.js';
import { password, secrets, user } from '../scenario.js';

/** A registry service with images in it, and what has become of them. */
export interface Stock {
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** What of these credentials may be seen nowhere. */
  readonly secrets: readonly string[];
  readonly path: string;
  readonly registryUrl: string;
  push(tag: string, month: number, platforms?: readonly string[]): Promise<string>;
  /** What of these tags is not as it was pushed, or cannot be pulled whole. */
  missing(tags: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** Of those pushed, tags that are gone without being in a journal of that folder. */
  lost(tags: Readonly<Record<string, string>>, journal: string): Promise<readonly string[]>;
}

/** Where the campaign has credentials of its own. Every other host is a row of the contract suite, with the row's. */
const services = ['docker.io', 'ghcr.io', 'harbor.example.com', 'registry.example.com'] as const;

/** A repository of acme's (on Harbor, of the project library) at that host. */
export function stockAt(internet: Internet, host: string): Stock {
  const service = services.find((one) => one === host);
  if (service === undefined) return stockOfRow(internet, host);
  const accounts = {
    'docker.io': internet.hub,
    'ghcr.io': internet.ghcr,
    'harbor.example.com': internet.harbor,
    'registry.example.com': internet.generic,
  }[service];
  const path = service === 'harbor.example.com' ? 'library/app' : 'acme/app';
  accounts.users.set(user, password);
  accounts.repository(path, { private: true, members: [user] });
  if (service === 'registry.example.com') internet.generic.auth = 'bearer';
  const inputs = { registry: service, username: user, password };
  return { ...stockIn(accounts, path), inputs, env: {}, secrets };
}

function stockOfRow(internet: Internet, host: string): Stock {
  const row = driverRows(internet).find((one) => one.host === host);
  if (row === undefined) throw new Error(`the contract suite has no row for ${host}`);
  const path = `${row.owner}/app`;
  row.accounts.repository(path, { private: true, members: [row.user] });
  const given = Object.entries(row.env).filter(([name]) => !/USERNAME|ACCESS_KEY_ID/.test(name));
  const hidden = given.map(([, value]) => value);
  return { ...stockIn(row.accounts, path), inputs: { registry: host }, env: row.env, secrets: hidden };
}

type Contents = Omit<Stock, 'inputs' | 'env' | 'secrets'>;

function stockIn(accounts: RegistryAccounts, path: string): Contents {
  const { url } = accounts.registry;
  const looking = lookingAt(url, path);
  return {
    path,
    registryUrl: url,
    push: (tag, month, platforms) =>
      accounts.image(path, tag, {
        created: `2026-0${month}-01T00:00:00Z`,
        content: `${path} ${tag}`,
        ...(platforms !== undefined && { platforms }),
      }),
    async missing(tags) {
      const found: string[] = [];
      for (const [tag, digest] of Object.entries(tags)) {
        const there = await looking.digestAt(tag);
        if (there !== digest) found.push(`${tag} is ${there ?? 'gone'}`);
        for (const part of await looking.lacking(tag)) found.push(`${tag} lacks ${part}`);
      }
      return found;
    },
    async lost(tags, journal) {
      const kept = existsSync(journal) ? readFileSync(journal, 'utf8') : '';
      const found: string[] = [];
      for (const [tag, digest] of Object.entries(tags)) {
        if (
          (await looking.digestAt(tag)) === undefined &&
          !(kept.includes(digest) && kept.includes(JSON.stringify(tag)))
        )
          found.push(`${tag} is gone, and in no journal`);
      }
      return found;
    },
  };
}

/** Where every scenario keeps its journal. */
export const journalIn = (folder: string): string => join(folder, 'journal.jsonl');
