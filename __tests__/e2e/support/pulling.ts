import { send } from '../../../sandbox/index.js';

const accept = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

interface Content {
  readonly manifests?: readonly { readonly digest: string }[];
  readonly config?: { readonly digest: string };
  readonly layers?: readonly { readonly digest: string }[];
}

/** One repository of a registry that asks for no credentials, looked at by plain requests. */
export interface Looking {
  /** Every tag with its digest. */
  tags(): Promise<ReadonlyMap<string, string>>;
  digestAt(reference: string): Promise<string | undefined>;
  /** What a pull of everything would miss: the manifest, what it lists at any depth, configs and layers. */
  lacking(reference: string): Promise<readonly string[]>;
}

export function lookingAt(url: string, path: string): Looking {
  const at = (kind: string, reference: string) => new URL(`/v2/${path}/${kind}/${reference}`, url);
  const digestAt = async (reference: string) => {
    const { status, headers } = await send(at('manifests', reference), { method: 'HEAD', headers: { accept } });
    return status === 200 ? headers['docker-content-digest'] : undefined;
  };
  async function lacking(reference: string): Promise<readonly string[]> {
    const { status, body } = await send(at('manifests', reference), { method: 'GET', headers: { accept } });
    if (status !== 200) return [reference];
    const { manifests = [], config, layers = [] }: Content = JSON.parse(body.toString());
    const missing = await Promise.all(manifests.map(({ digest }) => lacking(digest)));
    const blobs = [...(config === undefined ? [] : [config]), ...layers];
    const open = await Promise.all(
      blobs.map(async ({ digest }) => {
        const answer = await send(at('blobs', digest), { method: 'HEAD' });
        return answer.status === 200 ? [] : [digest];
      }),
    );
    return [...missing.flat(), ...open.flat()];
  }
  return {
    digestAt,
    lacking,
    async tags() {
      const { status, body } = await send(new URL(`/v2/${path}/tags/list`, url), { method: 'GET' });
      if (status === 404) return new Map();
      const { tags }: { tags: readonly string[] | null } = JSON.parse(body.toString());
      const found = await Promise.all((tags ?? []).map(async (tag) => [tag, await digestAt(tag)] as const));
      return new Map(found.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest] as const])));
    },
  };
}
