import { pusher } from '../../../sandbox/index.js';
import {
  type Bundle,
  type Claims,
  createSigstore,
  type Layer,
  type Sigstore,
  SLSA_V1,
  slsaV1,
  statementOf,
} from '../../../sandbox/sigstore/index.js';
import { listAtFallbackTag, type Subject } from './copying.js';

export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
export const githubIssuer = 'https://token.actions.githubusercontent.com';
export const commit = '660cbcf00112233445566778899aabbccddeeff0';

/** Where signatures are pushed to. */
export interface SignatureTarget {
  readonly url: string;
  readonly authorization?: string;
  /** How a registry keeps referrers: by its API, or at the tag `sha256-<hex>`. */
  readonly referrers: 'api' | 'tag';
}

/** What the identity provider of GitHub says of a run of `acme/app` on its branch main. */
export function claimsOf(more: Partial<Claims> & { readonly workflow?: string } = {}): Claims {
  const { workflow, ...others } = more;
  const repository = more.repository ?? 'https://github.com/acme/app';
  const signer = workflow ?? `${repository}/.github/workflows/release.yml@refs/heads/main`;
  return {
    subject: signer,
    issuer: githubIssuer,
    buildSigner: signer,
    buildConfig: signer,
    runner: 'github-hosted',
    repository,
    commit,
    ref: 'refs/heads/main',
    ...others,
  };
}

/** Provenance of a digest, as actions/attest makes it. */
export function provenanceOf(
  sigstore: Sigstore,
  digest: string,
  claims: Claims = claimsOf(),
  options: Parameters<Sigstore['bundle']>[2] = {},
): Bundle {
  const { repository = '', commit: sha = '' } = claims;
  const statement = statementOf([digest], SLSA_V1, slsaV1({ repository, commit: sha }));
  return sigstore.bundle({ statement }, sigstore.certify(claims), options);
}

/** One instance of Sigstore for a test file, and the file of its trusted root. */
export const sigstore = createSigstore();

/** Attaches a bundle as cosign 3 and actions/attest do; another content where there should be none. */
export async function attachBundle(
  target: SignatureTarget,
  name: string,
  subject: Subject,
  bundle: Bundle | Buffer,
  {
    mediaType = BUNDLE,
    annotations = {},
  }: { readonly mediaType?: string; readonly annotations?: Readonly<Record<string, string>> } = {},
) {
  const push = pusher(target, name);
  const config = await push.blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'));
  const bytes = Buffer.isBuffer(bundle) ? bundle : Buffer.from(JSON.stringify(bundle));
  const layer = await push.blob(mediaType, bytes);
  const manifest = await push.manifest({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactType: mediaType,
    config,
    layers: [layer],
    subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
    annotations,
  });
  // As go-containerregistry writes it: the type of the config (sigstore/cosign#4641).
  const entry = { ...manifest, artifactType: 'application/vnd.oci.empty.v1+json' };
  if (target.referrers === 'tag') await listAtFallbackTag(target, name, subject.digest, entry);
  return manifest;
}

/** Puts layers at cosign’s tag, `sha256-<hex>.sig` or `.att`. */
export async function tagLayers(
  target: SignatureTarget,
  name: string,
  { digest }: Pick<Subject, 'digest'>,
  suffix: 'sig' | 'att',
  layers: readonly Layer[],
) {
  const push = pusher(target, name);
  const config = await push.blob(
    'application/vnd.oci.image.config.v1+json',
    Buffer.from('{"architecture":"","os":""}'),
  );
  const pushed = [];
  for (const { mediaType, bytes, annotations } of layers) {
    pushed.push({ ...(await push.blob(mediaType, bytes)), annotations });
  }
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config,
    layers: pushed,
  };
  return push.manifest(manifest, `${digest.replace(':', '-')}.${suffix}`);
}
