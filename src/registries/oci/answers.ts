import { describe, type HttpAnswer, type HttpRequest } from '../../http/message.js';
import { type Advice, bodyWords, failureOf } from '../../http/responses.js';
import { isHtml } from '../../http/server-words.js';
import { sameOrigin } from '../../http/url-policy.js';
import { digestOf, isDigest } from '../../images/digest.js';
import { Failure } from '../../lib/errors.js';
import { isObject, parseJson } from '../../lib/json.js';
import { type Descriptor, type Manifest, parseManifest, type Reference } from './manifest.js';
import { formerFormat, isManifestType, mediaTypeOf, signedSchema1 } from './media-types.js';

/**
 * 404 means missing only from the registry itself and for this very path: not from where a redirect led, and not with a
 * web page, which a proxy or another server has.
 */
export function isMissing(answer: HttpAnswer, request: HttpRequest): boolean {
  return answer.status === 404 && isAbout(answer, request) && !isPage(answer);
}

/**
 * True if a HEAD was answered with 404 and the type of a page: only a body shows if the registry itself answered.
 */
export function mayBeMissing(answer: HttpAnswer, request: HttpRequest): boolean {
  return answer.status === 404 && isAbout(answer, request) && isPage(answer);
}

function isAbout(answer: HttpAnswer, { url }: HttpRequest): boolean {
  return sameOrigin(answer.url, url) && answer.url.pathname === url.pathname;
}

/** @throws Failure (server) for 200 or 404 with a web page, where a registry that is known to be one serves none */
export function refusePage(answer: HttpAnswer, request: HttpRequest): void {
  if (!isPage(answer) || (answer.status !== 200 && answer.status !== 404)) return;
  throw new Failure('server', {
    operation: describe(request),
    reason: `${answer.status} with an HTML page, which no registry serves here`,
    advice: 'Check that no proxy or login page answers in place of the registry.',
  });
}

function isPage({ body, header }: HttpAnswer): boolean {
  const text = body.toString('utf8');
  return isHtml(text, header('content-type')) && !text.trimStart().startsWith('{');
}

/** The descriptor from the headers of a HEAD; undefined if they are not enough to rely on. */
export function readHead(answer: HttpAnswer, reference: Reference): Descriptor | undefined {
  const digest = answer.header('docker-content-digest') ?? '';
  const mediaType = mediaTypeOf(answer.header('content-type'));
  if (!isDigest(digest) || !isManifestType(mediaType)) return undefined;
  if (isDigest(reference) && reference !== digest) return undefined;
  return { mediaType, digest, size: lengthOf(answer) };
}

/** The bytes of the content that a HEAD was about; undefined if the registry does not report it. */
export function lengthOf(answer: HttpAnswer): number | undefined {
  const length = Number(answer.header('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) ? length : undefined;
}

/**
 * The manifest in an answer, its digest verified against the reference or the registry's own claim. That of a signed
 * schema 1 manifest is taken as the registry gives it.
 */
export function readManifest(answer: HttpAnswer, request: HttpRequest, reference: Reference): Manifest {
  const claimed = answer.header('docker-content-digest');
  const expected = isDigest(reference) ? reference : claimed !== undefined && isDigest(claimed) ? claimed : undefined;
  const manifest = parseManifest(answer.body, answer.header('content-type'), expected);
  const signed = manifest?.descriptor.mediaType === signedSchema1;
  if (expected !== undefined && !signed) verify(answer, request, expected);
  if (manifest !== undefined) return manifest;
  throw new Failure('server', {
    operation: describe(request),
    reason: `${answer.status}, but not an image manifest: ${bodyWords(answer)}`,
    advice: 'Check that the address is a registry’s own and that no proxy or login page answers in its place.',
  });
}

/**
 * An image is needed, and this is a manifest of a former format.
 * @param operation the image as the reader knows it: `registry.example.com/acme/app:1.0`
 */
export function formerFailure(operation: string, { mediaType }: Pick<Descriptor, 'mediaType'>): Failure {
  return new Failure('server', {
    operation,
    reason: `it is ${formerFormat(mediaType) ?? 'a manifest'} (${mediaType}), not an image`,
    permanent: true,
    advice: 'Container engines no longer pull this format. Build the image again and push it with a current client.',
  });
}

/** @throws Failure (server) when the content has another digest. */
export function verify(answer: HttpAnswer, request: HttpRequest, digest: string): void {
  if (!isDigest(digest)) {
    throw new Failure('server', {
      operation: describe(request),
      reason: 'the manifest has a digest of an unknown form',
    });
  }
  const actual = digestOf(answer.body, digest);
  if (actual === digest) return;
  throw new Failure('server', {
    operation: describe(request),
    reason: `the content is ${actual}, not ${digest} as it should be`,
    permanent: true,
    advice:
      'The content was changed between the registry and this machine: do not deploy this image before you know why.',
  });
}

/** Codes of a 401 that is not about the credentials: `PROTECTED_TAG`, `PROTECTED_MANIFEST`, `IMMUTABLE_TAG`. */
const protectionCode = /PROTECTED|IMMUTABLE/;

/**
 * True if a 401 is about the requested repository, and not about the client: it has no challenge, and a code that names
 * a protection. Another token would fare no better.
 */
export function isProtected({ status, body, headerValues }: HttpAnswer): boolean {
  if (status !== 401 || headerValues('www-authenticate').length > 0) return false;
  const parsed = parseJson(body);
  const errors = isObject(parsed) && Array.isArray(parsed.errors) ? parsed.errors : [];
  const codes = errors.map((error) => (isObject(error) ? error.code : undefined));
  return codes.length > 0 && codes.every((code) => typeof code === 'string' && protectionCode.test(code));
}

/** A refusal of a protected object, with the registry's own message. */
function protectedFailure({ message }: Failure): Failure {
  return new Failure('denied', {
    operation: '',
    reason: message,
    advice:
      'The registry protects it: leave it out, or look for protected and immutable tags in the settings of its project or ' +
      'repository, and who may change them.',
  });
}

/**
 * A delete that was refused. 412: a rule makes the tag immutable, or an index lists the manifest; 409 with that code:
 * the tag, or one on the manifest, is immutable.
 */
export function deleteFailure(answer: HttpAnswer, operation: string, advice: Advice): Failure {
  const failure = failureOf(answer, operation, advice);
  if (isProtected(answer)) return protectedFailure(failure);
  if (answer.status === 409 && hasCode(answer, ['TAG_IMMUTABLE', 'tag_immutable'])) {
    return new Failure('denied', {
      operation: '',
      reason: failure.message,
      advice: 'The registry keeps immutable tags: leave it out, or make it mutable in the settings of the repository.',
    });
  }
  if (answer.status !== 412) return failure;
  return new Failure('denied', {
    operation: '',
    reason: failure.message,
    advice:
      'The registry keeps what a rule makes immutable and what an index lists: leave it out, change the rule, or delete the index first.',
  });
}

/** True if the registry itself does not support the operation: 405, 501, or its code for it with any status. */
export function refusesSuch(answer: HttpAnswer): boolean {
  const { status, redirectedFrom } = answer;
  if (redirectedFrom !== undefined) return false;
  return status === 405 || status === 501 || (status >= 400 && hasCode(answer, ['UNSUPPORTED']));
}

/**
 * A push that was refused. TAG_INVALID: of an immutable tag. 405 and 501 are the answers of pull-through caches and
 * mirrors (distribution with `proxy`), and of some registries to manifests with a subject
 * (aws/containers-roadmap#2783).
 */
export function pushFailure(answer: HttpAnswer, operation: string, advice: Advice): Failure {
  const failure = failureOf(answer, operation, advice);
  if (isProtected(answer)) return protectedFailure(failure);
  if (hasCode(answer, ['TAG_INVALID']) && /immutable/i.test(answer.body.toString('utf8'))) {
    return new Failure('denied', {
      operation: '',
      reason: failure.message,
      advice: 'The tag exists and is immutable: push another tag, or change the settings of the repository.',
    });
  }
  if (!refusesSuch(answer)) return failure;
  return new Failure('unsupported', {
    operation: '',
    reason: `${failure.message}: this registry does not accept pushes`,
    advice:
      'It is a pull-through cache, a mirror or read-only: push to the registry behind it. A registry that accepts other ' +
      'pushes does not accept this kind of manifest.',
  });
}

/**
 * Codes for a manifest that lists something that does not exist; distribution 2 gives them with 400, and 500 for
 * foreign layers.
 */
const lackingCodes = ['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN', 'MANIFEST_UNKNOWN'];

/** True if a registry refused a manifest because it does not have all that it lists. */
export function lacksContent(answer: HttpAnswer): boolean {
  const { status } = answer;
  if (status !== 400 && status !== 404 && status !== 500) return false;
  return hasCode(answer, lackingCodes);
}

function hasCode({ body }: HttpAnswer, codes: readonly string[]): boolean {
  const text = body.toString('utf8');
  return codes.some((code) => text.includes(`"${code}"`));
}
