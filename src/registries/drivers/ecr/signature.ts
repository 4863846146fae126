import type { AccessKey } from '../../auth/credentials.js';
import type { EcrService } from './service.js';

/** A request to an API of AWS. */
export interface Signable {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The headers of a request with its signature (AWS Signature Version 4), which is good for five minutes. */
export async function signedHeaders(
  { method, url, headers, body }: Signable,
  { name, region }: Pick<EcrService, 'region'> & { readonly name: string },
  { accessKeyId, secretAccessKey, sessionToken }: AccessKey,
  now: Date,
): Promise<Readonly<Record<string, string>>> {
  const { AwsV4Signer } = await import('aws4fetch');
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: { ...headers },
    body,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    service: name,
    region,
    datetime: now.toISOString().replace(/[-:]|\.\d+/g, ''),
  });
  const signed = await signer.sign();
  return Object.fromEntries(signed.headers);
}
