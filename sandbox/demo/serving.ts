import { once } from 'node:events';
import { type Internet, startService } from '../index.js';
import { chapter, expect, indented, requestsByHost, say } from './narration.js';

const image = 'acme/payments';

/** `serve`, with the routes of Image-Watcher. */
export async function served(internet: Internet): Promise<void> {
  chapter('All week. A service that watches images');
  for (const tag of ['v8.8.0-snapshot', 'v8.8.1-snapshot', 'v8.9.0-snapshot', 'v11.0.0', 'v11.0.0-patch.1']) {
    await internet.hub.image(image, tag);
  }
  internet.forget();
  say(`$ image-gate serve ${image}:v8.8.0-snapshot`);
  const { child, url } = await startService([`${image}:v8.8.0-snapshot`], { env: internet.env });
  try {
    const get = async (path: string): Promise<Record<string, unknown>> =>
      (await (await fetch(`${url}${path}`)).json()) as Record<string, unknown>;
    for (const [path, tag] of [
      [`/images/${image}/v8.8.0-snapshot?strategy=minor`, 'v8.9.0-snapshot'],
      [`/images/${image}/v8.8.0-snapshot?strategy=bugfix`, 'v8.8.1-snapshot'],
      [`/image/${image}/v11.0.0?strategy=patch`, 'v11.0.0-patch.1'],
    ] as const) {
      say(`$ curl localhost:4006${path}`);
      const answer = await get(path);
      indented(JSON.stringify({ tag: answer.tag, fullImage: answer.fullImage, reason: answer.reason }));
      expect('the newer tag', answer.tag, tag);
    }
    say(`$ curl localhost:4006/ready/${image}:v11.0.0`);
    expect('it is ready', (await get(`/ready/${image}:v11.0.0`)).ready, true);
    say(`  Requests: ${requestsByHost(internet)}`);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = await ended;
    expect('SIGTERM ends it with 0', code, 0);
  } finally {
    child.kill('SIGKILL');
  }
}
