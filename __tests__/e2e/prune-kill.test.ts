import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { IncomingRequest } from '../../sandbox/index.js';
import { thorough } from '../support/thorough.js';
import { refer, referrersAt } from './support/copying.js';
import { createPlaces } from './support/places.js';
import { prune, restore } from './support/prune.js';
import { lookingAt } from './support/pulling.js';
import { useFolders, useInternet } from './support/surroundings.js';

const host = 'registry.example.com';
const folders = useFolders();
let count = 0;

const internet = await useInternet();

/** What stays with keep 1: an index with shared children and a signature; what goes: the same, and a plain image. */
async function given(tagsAlone: boolean) {
  count += 1;
  const path = `acme/killed-${count}`;
  const push = (tag: string, month: number, spec: object = {}) =>
    internet.generic.image(path, tag, { created: `2026-0${month}-01T00:00:00Z`, content: path, ...spec });
  const platforms = ['linux/amd64', 'linux/arm64'];
  const kept = await push('3.0', 3, { platforms, nested: true });
  const old = await push('2.0', 2, { platforms });
  await push('2', 2, { platforms });
  await push('1.0', 1);
  for (const digest of [kept, old]) {
    await push(`${digest.replace(':', '-')}.sig`, 3, { content: `signature of ${digest}` });
  }
  // Signatures without tags, which the referrers API lists.
  const { registry } = internet.generic;
  const subjectOf = (digest: string) => {
    const { mediaType = '', bytes } = registry.ledger.manifests(path).get(digest) ?? {};
    return { mediaType, digest, size: bytes?.length ?? 0 };
  };
  for (const digest of [kept, old]) await refer({ url: registry.url }, path, subjectOf(digest), 'application/x.sig');
  const referrers = () => Promise.all([kept, old].map((digest) => referrersAt(registry, path, digest)));
  const cwd = await folders.create();
  const looking = lookingAt(internet.generic.registry.url, path);
  const before = await looking.tags();
  const referredBefore = await referrers();
  const mine = (request: IncomingRequest) => request.url.pathname.startsWith(`/v2/${path}/`);
  // Distribution 2 refuses to delete a tag.
  const refuse = () =>
    tagsAlone
      ? () => undefined
      : internet.inject({
          host,
          method: 'DELETE',
          path: new RegExp(`^/v2/${path}/manifests/[^:]+$`),
          answer: { status: 400 },
        });
  const keptTags = ['3.0', `${kept.replace(':', '-')}.sig`];
  return { path, cwd, looking, before, referrers, referredBefore, mine, refuse, keptTags };
}

const args = (path: string) => [`${host}/${path}`, '--keep', '1', '--journal', 'journal'];

/** The methods of these requests to its repository, in an undisturbed run. */
async function requestsOf(
  tagsAlone: boolean,
  isStruck: (request: IncomingRequest) => boolean,
): Promise<readonly string[]> {
  const { path, cwd, mine, refuse } = await given(tagsAlone);
  refuse();
  const requests: string[] = [];
  internet.inject({
    host,
    answer(request) {
      if (mine(request) && isStruck(request)) requests.push(request.method);
      return undefined;
    },
  });
  expect((await prune(args(path), { internet, cwd })).exitCode).toBe(0);
  return requests;
}

const always = () => true;

/** Every delete and the last request; of the reads, one of eight where the test need not be thorough. */
function placesToKill(requests: readonly string[]): readonly number[] {
  const last = requests.length - 1;
  return [...requests.keys()].filter(
    (at) => thorough || requests[at] === 'DELETE' || requests[at - 1] === 'DELETE' || at === last || at % 8 === 0,
  );
}

describe.each([
  ['deletes tags', true],
  ['deletes digests only', false],
])('a registry that %s', (_name, tagsAlone) => {
  test.each([
    ['a request, each in turn, before it is done', 'hang', always, 25, [6, 2]],
    // A read that is done has changed nothing: killed after it is killed before the next request.
    [
      'a delete, each in turn, after it is done, before its answer',
      { lose: true, instead: 'hang' },
      ({ method }: IncomingRequest) => method === 'DELETE',
      3,
      [2],
    ],
  ] as const)(
    'killed at %s: what stays is whole, and restore brings all back',
    async (_when, answer, isStruck, fewest, certain) => {
      const requests = await requestsOf(tagsAlone, isStruck);
      expect(requests.length).toBeGreaterThan(fewest);
      const place = createPlaces(3);
      const outcomes = await Promise.all(
        placesToKill(requests).map((at) =>
          place(async () => {
            const { path, cwd, mine, looking, before, referrers, referredBefore, refuse, keptTags } =
              await given(tagsAlone);
            let reached = (): void => undefined;
            const happened = new Promise<void>((resolve) => {
              reached = resolve;
            });
            let seen = 0;
            const pass = internet.inject({
              host,
              answer(request) {
                if (!mine(request) || !isStruck(request)) return undefined;
                seen += 1;
                if (seen !== at + 1) return undefined;
                // What is done before its answer is lost is done a moment later.
                setTimeout(reached, 60);
                return answer;
              },
            });
            const accept = refuse();
            const killed = await prune(args(path), { internet, cwd, signalWhen: { happened, signal: 'SIGKILL' } });
            pass();
            for (const tag of keptTags) {
              expect(await looking.digestAt(tag)).toBe(before.get(tag));
              expect(await looking.lacking(tag)).toEqual([]);
            }
            expect((await referrers())[0]).toEqual(referredBefore[0]);
            const left = (await looking.tags()).size;
            const journal = existsSync(join(cwd, 'journal'));
            if (left < before.size) expect(journal).toBe(true);
            // A second run brings it to its end, or restore back to its beginning.
            if (journal) {
              const restored = await restore(['journal'], { internet, cwd });
              // Killed while it was written: nothing was deleted.
              if (restored.exitCode !== 0)
                expect([restored.json.error, left]).toEqual([expect.stringMatching(/line|no end/), before.size]);
            }
            accept();
            expect(await referrers()).toEqual(referredBefore);
            expect(await looking.tags()).toEqual(before);
            for (const tag of before.keys()) expect(await looking.lacking(tag)).toEqual([]);
            return { killed: killed.signal, left };
          }),
        ),
      );
      expect(outcomes.every(({ killed }) => killed === 'SIGKILL')).toBe(true);
      // The loop has been through all of it: kills before the first delete, between the deletes, and after the last.
      const lefts = new Set(outcomes.map(({ left }) => left));
      expect(lefts.size).toBeGreaterThanOrEqual(isStruck === always ? 4 : 3);
      for (const left of certain) expect(lefts).toContain(left);
    },
    180_000,
  );
});
