import { Failure, usageFailure } from '../lib/errors.js';
import { isDigest } from './digest.js';
import { parseImageName } from './name.js';
import { expandVariables, type Variables } from './variables.js';

/** A statement about an image. */
export type WrittenImage =
  /** A word alone, in a list: a tag, or an image of Docker Hub; the command decides. */
  | { readonly kind: 'word'; readonly text: string }
  /** `acme/app:1.2.0`, variables filled in; a legal name, perhaps without tag and digest. */
  | { readonly kind: 'image'; readonly text: string }
  /** A repository whose tag is elsewhere: Helm values without `tag` leave it to the chart. */
  | { readonly kind: 'no-tag'; readonly text: string }
  /** Something that is meant to be an image, as it is written there, and why it cannot be known which. */
  | { readonly kind: 'unresolved'; readonly text: string; readonly reason: string };

/** A reference to an image in a file, and its line, from 1. */
export type FoundReference = WrittenImage & { readonly line: number };

const dockerHub = { host: 'docker.io', plainHttp: false };

/** The schemes of `image:` in Kubernetes' status, and the transports of skopeo and Flux. */
const transport = /^(?:docker-pullable|docker|oci):\/\//;

/** The place of a reference; the line from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/**
 * The reference that is written there: its variables filled in, `docker-pullable://` taken away, its grammar checked.
 * @throws Failure (usage) for a template
 */
export function foundReference(written: string, place: Place, variables: Variables): FoundReference {
  if (written.includes('{{')) throw unreadable(place, 'it contains {{ }}');
  const { line } = place;
  const unresolved = (reason: string): FoundReference => ({ kind: 'unresolved', text: written, line, reason });
  const expanded = expandVariables(written, variables);
  if (expanded.kind === 'unset') return unresolved(`the variable ${expanded.name} has no value in this file`);
  const text = expanded.text.replace(transport, '');
  if (isDigest(text)) return unresolved('it is the ID of an image, and names no repository');
  try {
    parseImageName(text, dockerHub);
    return { kind: 'image', text, line };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    return unresolved(thrown.message);
  }
}

/** A file that cannot be read completely: half of its images must not look like all of them. */
export function unreadable({ file, line }: Place, why: string): Failure {
  return usageFailure(
    `${file}:${line} cannot be read: ${why}`,
    'Correct the file. A template (Helm, Jinja) has to be rendered first: give the output of helm template or the like.',
  );
}
