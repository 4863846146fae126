import { TrustedRoot } from '@sigstore/protobuf-specs';
import { type TrustMaterial, toTrustMaterial } from '@sigstore/verify';
import { asFailure, usageFailure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import { asObject, asText } from './json.js';
import { githubRoot } from './roots/github.js';
import { publicGoodRoot } from './roots/public-good.js';

/** The authorities and logs of one instance of Sigstore, with the periods for which each is trusted. */
export type Trust = Omit<TrustMaterial, 'publicKey'>;

export interface TrustedRoots {
  readonly instances: readonly Trust[];
  /** For the reader: `the trusted roots in this version, of 2026-06-29`, `trusted-root: root.json`. */
  readonly origin: string;
}

const mediaType = 'application/vnd.dev.sigstore.trustedroot';

/** The public-good instance of Sigstore and that of GitHub for private repositories. */
export function embeddedRoots(): TrustedRoots {
  const documents = [publicGoodRoot, githubRoot];
  const date = documents.map((one) => one.date).sort()[0];
  return {
    instances: documents.map(({ content }) => readRoot(content)),
    origin: `the trusted roots in this version, of ${date}`,
  };
}

/**
 * The content of a file that replaces them: `trusted_root.json`, or several one after the other, as
 * `gh attestation trusted-root` writes them.
 * @param file its name, for messages
 * @throws Failure (usage) naming the file and its fault
 */
export function parseTrustedRoots(text: string, file: string): TrustedRoots {
  const documents = splitDocuments(text);
  const instances = documents.map(({ content, line }) => {
    try {
      return readRoot(JSON.parse(content));
    } catch (thrown) {
      throw usageFailure(
        `${file}: the document in line ${line} is not a trusted root: ${asFailure(thrown).reason}`,
        `Write the file by \`gh attestation trusted-root\` or \`cosign trusted-root create\`, and give it as ${inputName('trusted-root')}.`,
      );
    }
  });
  if (instances.length === 0) {
    throw usageFailure(`${file}: it has no trusted root`, 'Give a file with one JSON document for each instance.');
  }
  return { instances, origin: file };
}

/** @throws Error naming what is wrong with it */
function readRoot(json: unknown): Trust {
  const type = asText(asObject(json)?.mediaType);
  if (!type?.startsWith(mediaType)) throw new Error(`its mediaType is ${type ?? 'missing'}`);
  const trust = toTrustMaterial(TrustedRoot.fromJSON(json));
  if (trust.certificateAuthorities.length === 0) throw new Error('it has no certificate authority');
  if (trust.certificateAuthorities.some(({ certChain }) => certChain.length === 0)) {
    throw new Error('a certificate authority has no certificate');
  }
  return trust;
}

interface Document {
  readonly content: string;
  /** Of its first character, from 1. */
  readonly line: number;
}

/** JSON objects one after the other, with anything blank between them. An unbalanced object goes to the end. */
function splitDocuments(text: string): readonly Document[] {
  const documents: Document[] = [];
  let [start, depth, line, startLine, quoted] = [0, 0, 1, 1, false];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\n') line++;
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
      continue;
    }
    if (depth === 0 && text.slice(start, at).trim() === '') startLine = line;
    if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) {
      documents.push({ content: text.slice(start, at + 1), line: startLine });
      start = at + 1;
    }
  }
  const rest = text.slice(start);
  return rest.trim() === '' ? documents : [...documents, { content: rest, line: startLine }];
}
