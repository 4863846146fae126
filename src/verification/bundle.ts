import { type Bundle, bundleFromJSON } from '@sigstore/bundle';
import { asList, asObject, asText, objectAt } from './json.js';

const mediaTypes = [
  'application/vnd.dev.sigstore.bundle+json;version=0.1',
  'application/vnd.dev.sigstore.bundle+json;version=0.2',
  'application/vnd.dev.sigstore.bundle+json;version=0.3',
  'application/vnd.dev.sigstore.bundle.v0.3+json',
];

/** No bundle has more, and each is compared with all others. */
const mostEntries = 32;

/** @throws Error for anything except a bundle of a known version */
export function readBundle(bytes: Uint8Array): Bundle {
  return bundleOf(JSON.parse(Buffer.from(bytes).toString('utf8')));
}

/** @throws Error, as above */
export function bundleOf(json: unknown): Bundle {
  const mediaType = asText(asObject(json)?.mediaType);
  if (mediaType === undefined) throw new Error('it is not a Sigstore bundle: it has no mediaType');
  if (!mediaTypes.includes(mediaType)) throw new Error(`it is a bundle of an unknown version: ${mediaType}`);
  const material = objectAt(json, 'verificationMaterial');
  const timestamps = objectAt(material, 'timestampVerificationData')?.rfc3161Timestamps;
  for (const entries of [material?.tlogEntries, timestamps]) {
    if (asList(entries).length > mostEntries)
      throw new Error(`it has more than ${mostEntries} log entries or timestamps`);
  }
  return bundleFromJSON(json);
}
