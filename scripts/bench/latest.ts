import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atMost, type Finding, withSpread } from './finding.js';
import { measure, spreadOf } from './measuring.js';
import { ownProgram } from './tools.js';

const repository = 'bench/php';
/** As many as a long-lived image of a language has, in its habits: versions, flavours, bases, moving tags. */
const count = 3491;

/** The work of `latest` between the last byte of a long list of tags and its next request. */
export async function benchLatest(rounds: number): Promise<Finding> {
  const tags = tagsLike(count);
  const body = JSON.stringify({ name: repository, tags });
  let sent = Number.NaN;
  const taken: number[] = [];
  const server = createServer((request, response) => {
    if (request.url?.startsWith(`/v2/${repository}/tags/list`)) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(body, () => {
        sent = performance.now();
      });
      return;
    }
    if (request.method === 'HEAD') taken.push(performance.now() - sent);
    response.writeHead(200, {
      'content-type': 'application/vnd.oci.image.index.v1+json',
      'docker-content-digest': `sha256:${'0'.repeat(64)}`,
      'content-length': 2,
    });
    response.end(request.method === 'HEAD' ? undefined : '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const image = `127.0.0.1:${port}/${repository}:7.4.1-fpm-alpine`;
    for (let round = 0; round < rounds; round += 1) {
      await measure([...ownProgram(), 'latest', image, '--strategy', 'minor']);
    }
  } finally {
    server.close();
  }
  if (taken.length !== rounds) throw new Error(`${taken.length} requests followed ${rounds} lists`);
  const spread = spreadOf(taken);
  return {
    title: `\`latest\` of ${count.toLocaleString('en-US')} tags`,
    how: `A list of ${(body.length / 1000).toFixed(0)} kB on loopback, ${rounds} runs of a new process: milliseconds from the last byte of the list to the next request, which requests the digest of the tag that was chosen. Median, with the least and the most.`,
    columns: ['Program', 'Milliseconds'],
    rows: [['image-gate', withSpread(spread, 1)]],
    targets: [atMost('`latest`, work after the list is in', 20, spread.median, ' ms', 1)],
  };
}

function tagsLike(wanted: number): readonly string[] {
  const flavours = ['', '-cli', '-fpm', '-apache', '-zts'];
  const bases = ['', '-alpine', '-alpine3.20', '-bookworm', '-bullseye'];
  const endings = flavours.flatMap((flavour) => bases.map((base) => flavour + base));
  const tags: string[] = [];
  for (let number = 0; tags.length < wanted; number += 1) {
    const [major, minor, patch] = [7 + Math.floor(number / 45), Math.floor(number / 9) % 5, number % 9];
    const versions = [`${major}.${minor}.${patch}`, `${major}.${minor}.${patch}RC1`];
    tags.push(...versions.flatMap((version) => endings.map((ending) => version + ending)));
  }
  return tags.slice(0, wanted);
}
