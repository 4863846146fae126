import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  type CliOptions,
  type CliResult,
  pusher,
  pushImage,
  type RunningRegistry,
  runCli,
} from '../../../sandbox/index.js';
import { inEnvironment } from './story.js';

export interface CopyRun extends CliResult {
  /** What `--json` printed. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Runs `copy --json` of the real bundle, its inputs in the environment. */
export async function copy(
  inputs: Readonly<Record<string, string>>,
  options: Omit<CliOptions, 'args'> = {},
): Promise<CopyRun> {
  const run = await runCli({
    ...options,
    args: ['copy', '--json', '--verbose'],
    env: { ...inEnvironment({ ...inputs }), ...options.env },
  });
  return { ...run, json: run.stdout === '' ? {} : JSON.parse(run.stdout) };
}

/** A two-platform image with attestations, a signature (by referrer, and of the signature too), an SBOM and a cosign tag. */
export async function pushSigned(registry: RunningRegistry, name: string, tag = '1.0') {
  const authorization = registry.authorization(name);
  const where = { url: registry.url, ...(authorization === undefined ? {} : { authorization }) };
  const image = await pushImage(where, name, tag, {
    platforms: ['linux/amd64', 'linux/arm64'],
    attestation: true,
    layers: [randomBytes(300_000)],
  });
  const subject = { mediaType: image.mediaType, digest: image.digest, size: image.size };
  const child = image.manifests[0];
  if (child === undefined) throw new Error('an index without children');
  const hex = image.digest.slice('sha256:'.length);
  const signature = await refer(where, name, subject, 'application/vnd.dev.sigstore.bundle.v0.3+json');
  const sbom = await refer(where, name, child, 'application/spdx+json');
  const countersignature = await refer(where, name, signature, 'application/vnd.dev.sigstore.bundle.v0.3+json');
  const cosign = await pushImage(where, name, `sha256-${hex}.sig`, { content: 'a signature' });
  return { image, referrers: { signature, sbom, countersignature, cosign }, hex };
}

export type Subject = { readonly mediaType: string; readonly digest: string; readonly size: number };
type Where = { readonly url: string; readonly authorization?: string };

/** A referrer; where the registry has no referrers API, its entry in the fallback index too, as every client does it. */
export async function refer(where: Where, name: string, subject: Subject, type: string, content = type) {
  const push = pusher(where, name);
  const { mediaType, digest, size } = subject;
  const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
  const layer = await push.blob(type, gzipSync(`${content} of ${digest}`));
  const manifest = await push.manifest({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: type,
    config,
    layers: [layer],
    subject: { mediaType, digest, size },
  });
  const headers = where.authorization === undefined ? {} : { authorization: where.authorization };
  const known = await fetch(`${where.url}/v2/${name}/referrers/${digest}`, { headers });
  if (known.status === 404) await listAtFallbackTag(where, name, digest, { ...manifest, artifactType: type });
  return manifest;
}

/** Adds an entry to the index of referrers at the tag `sha256-<hex>`. */
export async function listAtFallbackTag(where: Where, name: string, subject: string, entry: object): Promise<void> {
  const tag = subject.replace(':', '-');
  const headers = { accept, ...(where.authorization === undefined ? {} : { authorization: where.authorization }) };
  const answer = await fetch(`${where.url}/v2/${name}/manifests/${tag}`, { headers });
  const { manifests } = answer.status === 200 ? ((await answer.json()) as { manifests: object[] }) : { manifests: [] };
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  await pusher(where, name).manifest({ schemaVersion: 2, mediaType, manifests: [...manifests, entry] }, tag);
}

const accept = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';

/** The digest at that reference; undefined when it is not there. */
export async function digestAt(
  registry: RunningRegistry,
  name: string,
  reference: string,
): Promise<string | undefined> {
  const authorization = registry.authorization(name);
  const headers = { accept, ...(authorization === undefined ? {} : { authorization }) };
  const answer = await fetch(`${registry.url}/v2/${name}/manifests/${reference}`, { method: 'HEAD', headers });
  return answer.status === 200 ? (answer.headers.get('docker-content-digest') ?? undefined) : undefined;
}

/** The digests of what refers to that manifest, by the API or the fallback tag. */
export async function referrersAt(registry: RunningRegistry, name: string, digest: string): Promise<string[]> {
  const authorization = registry.authorization(name);
  const headers = { accept, ...(authorization === undefined ? {} : { authorization }) };
  const api = await fetch(`${registry.url}/v2/${name}/referrers/${digest}`, { headers });
  const answer =
    api.status === 200
      ? api
      : await fetch(`${registry.url}/v2/${name}/manifests/${digest.replace(':', '-')}`, { headers });
  if (answer.status !== 200) return [];
  const index = (await answer.json()) as { manifests: { digest: string }[] };
  return index.manifests.map(({ digest: one }) => one).sort();
}
