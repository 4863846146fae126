import type { TransparencyLogEntry } from '@sigstore/bundle';
import { asText, objectAt } from './json.js';

/**
 * The certificate or the public key (DER) that an entry of a transparency log has for its signature: the log has
 * verified that one. Rekor's types `hashedrekord`, `dsse` and `intoto`, of v1 in PEM, of v2 in DER.
 */
export function verifierOfEntry({ canonicalizedBody }: TransparencyLogEntry): Buffer | undefined {
  const spec = objectAt(JSON.parse(canonicalizedBody.toString('utf8')), 'spec');
  const pem =
    asText(objectAt(spec, 'signature', 'publicKey')?.content) ??
    asText(objectAt(spec, 'signatures', 0)?.verifier) ??
    asText(objectAt(spec, 'content', 'envelope', 'signatures', 0)?.publicKey) ??
    asText(spec?.publicKey);
  if (pem !== undefined) return derOf(Buffer.from(pem, 'base64').toString('utf8'));
  const verifier =
    objectAt(spec, 'hashedRekordV002', 'signature', 'verifier') ??
    objectAt(spec, 'dsseV002', 'signatures', 0, 'verifier');
  const raw =
    asText(objectAt(verifier, 'x509Certificate')?.rawBytes) ?? asText(objectAt(verifier, 'publicKey')?.rawBytes);
  return raw === undefined ? undefined : Buffer.from(raw, 'base64');
}

/** The first block; text before it is ignored. */
function derOf(pem: string): Buffer | undefined {
  const [, body] = /-----BEGIN [A-Z0-9 ]+-----([^-]+)-----END/.exec(pem) ?? [];
  return body === undefined ? undefined : Buffer.from(body, 'base64');
}
