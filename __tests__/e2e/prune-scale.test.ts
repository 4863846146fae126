import { expect, test } from '@jest/globals';
import { manyImages, startRegistry } from '../../sandbox/index.js';
import { thorough } from '../support/thorough.js';
import { prune } from './support/prune.js';
import { useFolders } from './support/surroundings.js';

const folders = useFolders();
const path = 'acme/large';
const all = thorough ? 20_000 : 2000;
const going = Math.floor(all / 3) - 4;

test(`${all} tags where only manifests can be deleted: the requests grow with the images, not with their square`, async () => {
  const contents = manyImages(path, all);
  const registry = await startRegistry({ kind: 'memory', deletes: 'manifests', contents });
  const cwd = await folders.create();
  try {
    const args = [`${registry.host}/${path}`, '--keep', String(all - going), '--journal', 'journal'];
    const result = await prune(args, { cwd, timeoutMs: 850_000 });

    expect(result.json).toMatchObject({ deletedCount: going, keptCount: all - going, failed: [] });
    const count = (method: string) => registry.requests.filter((one) => one.method === method).length;
    // One of the deletes is of a tag, which the registry refuses.
    expect(count('DELETE')).toBe(going + 1);
    // A look at each tag that goes right before its delete; at each that stays before the first one; at 1,000 after the last.
    expect(count('HEAD')).toBeLessThanOrEqual(going + 1 + all + 1000);
    // The plan reads the manifest and the config of each image.
    expect(registry.requests.length - 2 * all).toBeLessThanOrEqual(3 * all);
    const left = await (await fetch(`${registry.url}/v2/${path}/tags/list`)).json();
    expect(left).toMatchObject({ tags: { length: all - going } });
  } finally {
    await registry.stop();
  }
}, 900_000);
