import { Failure } from '../errors.js';
import { type Advice, bodyWords, failureOf } from '../http/answers.js';
import type { Http } from '../http/http.js';
import { describe, type HttpAnswer, type HttpRequest } from '../http/message.js';
import { sameOrigin } from '../http/origins.js';
import { digestOf, isDigest } from '../images/digest.js';
import type { RegistryName, RepositoryName } from '../images/name.js';
import { createAuthorizer } from './authorizer.js';
import type { Credentials } from './credentials.js';
import { type Descriptor, type Manifest, manifestTypes, mediaTypeOf, parseManifest } from './manifest.js';
import { apiOrigin, profileOf } from './profiles.js';

/** A tag or a digest. */
export type Reference = string;

/** One registry, with one set of credentials. */
export interface Registry {
  repository(name: RepositoryName): Repository;
}

/** One repository in a registry: OCI distribution specification 1.1. */
export interface Repository {
  /** Begins with what any request here will need: the connection, and the token where its service is known. */
  prepare(): void;
  /**
   * Whether the manifest is there, by HEAD (which on Docker Hub costs no pull).
   * @returns undefined when, and only when, the registry says 404 to exactly this request
   * @throws Failure for every other answer: unknown is not missing.
   */
  head(reference: Reference): Promise<Descriptor | undefined>;
  /**
   * The manifest, of at most 4 MiB, its digest verified.
   * @returns undefined as for `head`
   */
  manifest(reference: Reference): Promise<Manifest | undefined>;
  /** A small blob such as an image's config, of at most 4 MiB, its digest verified. */
  smallBlob(descriptor: Descriptor): Promise<Buffer>;
}

export interface RegistrySettings {
  readonly http: Http;
  readonly credentials: Credentials;
  readonly now: () => Date;
  readonly mask: (secret: string) => void;
  readonly warn: (text: string) => void;
}

const manifestLimit = 4 * 1024 * 1024;

/** Connects to a registry; nothing is sent yet. */
export function connectRegistry(name: RegistryName, settings: RegistrySettings): Registry {
  const profile = profileOf(name);
  const origin = apiOrigin(name);
  const advice: Advice = {
    authentication:
      settings.credentials.kind === 'anonymous'
        ? `No credentials were given and the Docker config has none for ${name.host}. ${profile.deniedAdvice}`
        : `${name.host} did not take the credentials. ${profile.deniedAdvice}`,
    denied: profile.deniedAdvice,
  };
  const refused = `${name.host} did not take username and password: check both. ${profile.credentialsAdvice}`.trim();
  const tokenAdvice = settings.credentials.kind === 'anonymous' ? advice : { ...advice, authentication: refused };
  const authorizer = createAuthorizer({ ...settings, origin, known: profile.tokens, advice: tokenAdvice });

  /** Sends with what is known of the registry's authentication; one 401 may teach more, a second one is final. */
  async function send(request: HttpRequest, scope: string): Promise<HttpAnswer> {
    const first = await authorizer.header(scope);
    const answer = await settings.http.request(authorized(request, first.authorization));
    if (answer.status !== 401 || !sameOrigin(answer.url, origin)) return answer;
    if (!(await authorizer.challenged(answer, first, scope))) return answer;
    const second = await authorizer.header(scope);
    return settings.http.request(authorized(request, second.authorization));
  }

  return {
    repository({ path }) {
      const scope = `repository:${path}:pull`;
      const at = (kind: 'manifests' | 'blobs', reference: string) =>
        new URL(`/v2/${path}/${kind}/${reference}`, origin);
      const getManifest = async (reference: Reference): Promise<Manifest | undefined> => {
        const request = {
          method: 'GET' as const,
          url: at('manifests', reference),
          headers: { accept: manifestTypes.join(', ') },
          limit: manifestLimit,
        };
        const answer = await send(request, scope);
        if (isMissing(answer, request)) return undefined;
        if (answer.status !== 200) throw failureOf(answer, describe(request), advice);
        return readManifest(answer, request, reference);
      };
      return {
        prepare() {
          settings.http.open(origin);
          // What goes wrong here goes wrong again, and is told, when the request that needs it is made.
          authorizer.header(scope).catch(() => undefined);
        },
        async head(reference) {
          const request = {
            method: 'HEAD' as const,
            url: at('manifests', reference),
            headers: { accept: manifestTypes.join(', ') },
          };
          const answer = await send(request, scope);
          if (isMissing(answer, request)) {
            warnOfPage(answer, settings.warn);
            return undefined;
          }
          const descriptor = answer.status === 200 ? readHead(answer, reference) : undefined;
          if (descriptor) return descriptor;
          // 200 without a digest or with another type, 405, 406: HEAD is not enough here, GET says it all.
          if (![200, 405, 406].includes(answer.status)) throw failureOf(answer, describe(request), advice);
          return (await getManifest(reference))?.descriptor;
        },
        manifest: getManifest,
        async smallBlob({ digest }) {
          const request = { method: 'GET' as const, url: at('blobs', digest), limit: manifestLimit };
          const answer = await send(request, scope);
          if (answer.status !== 200) throw failureOf(answer, describe(request), advice);
          verify(answer, request, digest);
          return answer.body;
        },
      };
    },
  };
}

function authorized(request: HttpRequest, authorization: string | undefined): HttpRequest {
  return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } };
}

/** 404 means missing only from the registry itself and for this very path: not from where a redirect led. */
function isMissing(answer: HttpAnswer, request: HttpRequest): boolean {
  return answer.status === 404 && sameOrigin(answer.url, request.url) && answer.url.pathname === request.url.pathname;
}

function warnOfPage(answer: HttpAnswer, warn: (text: string) => void): void {
  if (mediaTypeOf(answer.header('content-type')) !== 'text/html') return;
  warn(`${answer.url.host} answered 404 with an HTML page: is it a container registry?`);
}

function readHead(answer: HttpAnswer, reference: Reference): Descriptor | undefined {
  const digest = answer.header('docker-content-digest') ?? '';
  const mediaType = mediaTypeOf(answer.header('content-type'));
  if (!isDigest(digest) || !manifestTypes.includes(mediaType)) return undefined;
  if (isDigest(reference) && reference !== digest) return undefined;
  const length = Number(answer.header('content-length') ?? Number.NaN);
  return { mediaType, digest, size: Number.isSafeInteger(length) ? length : undefined };
}

function readManifest(answer: HttpAnswer, request: HttpRequest, reference: Reference): Manifest {
  const claimed = answer.header('docker-content-digest');
  const expected = isDigest(reference) ? reference : claimed !== undefined && isDigest(claimed) ? claimed : undefined;
  if (expected !== undefined) verify(answer, request, expected);
  const manifest = parseManifest(answer.body, answer.header('content-type'), expected);
  if (manifest !== undefined) return manifest;
  throw new Failure('server', {
    asked: describe(request),
    answered: `${answer.status}, but not an image manifest: ${bodyWords(answer)}`,
    advice: 'Check that the address is a registry’s own and that no proxy or login page stands before it.',
  });
}

function verify(answer: HttpAnswer, request: HttpRequest, digest: string): void {
  if (!isDigest(digest)) {
    throw new Failure('server', {
      asked: describe(request),
      answered: 'a digest of an unknown form stands in the manifest',
    });
  }
  const actual = digestOf(answer.body, digest);
  if (actual === digest) return;
  throw new Failure('server', {
    asked: describe(request),
    answered: `the content is ${actual}, not ${digest} as it should be`,
    permanent: true,
    advice:
      'Something between here and the registry changed the content: do not deploy this image before you know what.',
  });
}
