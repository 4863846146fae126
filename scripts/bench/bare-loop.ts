import { Agent, get } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * The least that a Node program can do to learn when each image of a repository was made: two GETs a tag, eight at a time,
 * on connections that are kept, no digest verified, nothing tried again. `bare-loop.js http://host:port repository`
 */
const [origin = '', repository = ''] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
const accept = 'application/vnd.oci.image.manifest.v1+json';

function read(path: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    get(`${origin}/v2/${repository}/${path}`, { agent, headers: { accept } }, (response) => {
      buffer(response).then((body) => resolve(JSON.parse(body.toString('utf8'))), reject);
    }).once('error', reject);
  });
}

const tags = (await read('tags/list')).tags as readonly string[];
const waiting = tags.values();
const dates: Date[] = [];
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (const tag of waiting) {
      const { config } = await read(`manifests/${tag}`);
      const { created } = await read(`blobs/${(config as { readonly digest: string }).digest}`);
      dates.push(new Date(String(created)));
    }
  }),
);
agent.destroy();
console.log(dates.length);
