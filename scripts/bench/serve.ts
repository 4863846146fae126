import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot, startService, temporaryFolder } from '../../sandbox/index.js';
import { atMost, type Finding } from './finding.js';
import { ownProgram } from './tools.js';

const repositories = 500;
const rate = 2000;
const connections = 50;

/** Watches 500 repositories, and answers: 2,000 requests a second for a while, then as many as possible. */
export async function benchServe(requests: number): Promise<Finding> {
  let lists = 0;
  const registry = createServer((_request, answer) => {
    lists += 1;
    answer.end(JSON.stringify({ tags: ['1.0.0', '1.0.1', '1.1.0', '2.0.0'] }));
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const { port } = registry.address() as AddressInfo;
  const folder = await temporaryFolder();
  const [node, program] = ownProgram();
  const watched = join(folder.path, 'images.txt');
  const names = Array.from({ length: repositories }, (_, at) => `127.0.0.1:${port}/acme/app-${at}:1.0.0`);
  await writeFile(watched, `${names.join('\n')}\n`);
  const service = await startService([watched, '--every', '1h'], { node, program });
  try {
    while (!(await fetch(`${service.url}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 100));
    const url = `${service.url}/images/127.0.0.1:${port}/acme/app-7/1.0.0?strategy=minor`;
    const steady = await load(url, ['--overallRate', String(rate), '--amount', String(rate * 10)]);
    console.log('steady');
    const before = await residentOf(service.child);
    const fast = await load(url, ['--amount', String(requests)]);
    const after = await residentOf(service.child);
    return {
      title: `Serve ${repositories} watched repositories`,
      how: `A registry on loopback; autocannon with ${connections} connections on the same processors: ${rate} requests a second for 10 s, then ${requests.toLocaleString('en-US')} as fast as they are answered.`,
      columns: ['Load', 'Requests a second', 'Median, ms', '99 %, ms'],
      rows: [rowOf(`${rate} a second`, steady), rowOf('as fast as possible', fast)],
      targets: [
        atMost(`99 % of answers at ${rate} a second`, 50, steady.latency.p99, ' ms'),
        atMost('Errors and other answers than 200', 0, steady.errors + steady.non2xx + fast.errors + fast.non2xx, ''),
        atMost(
          `Memory after ${requests.toLocaleString('en-US')} requests, against before`,
          1.5,
          after / before,
          ' ×',
          2,
        ),
        atMost('Lists requested for each repository', 1, lists / repositories, ''),
      ],
    };
  } finally {
    service.child.kill('SIGKILL');
    registry.close();
    await folder.remove();
  }
}

interface Load {
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly requests: { readonly average: number };
  readonly errors: number;
  readonly non2xx: number;
}

function rowOf(name: string, { requests, latency }: Load): readonly string[] {
  return [name, requests.average.toFixed(0), latency.p50.toFixed(0), latency.p99.toFixed(0)];
}

async function load(url: string, flags: readonly string[]): Promise<Load> {
  const program = join(projectRoot(), 'node_modules', 'autocannon', 'autocannon.js');
  const words = [program, '--json', '--connections', String(connections), ...flags, url];
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1e8 });
  return JSON.parse(stdout) as Load;
}

/** In bytes, by the kernel. */
async function residentOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
