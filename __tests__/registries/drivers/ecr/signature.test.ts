import { describe, expect, it } from '@jest/globals';
import { signedHeaders } from '../../../../src/registries/drivers/ecr/signature.js';

const keys = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  sessionToken: undefined,
};
const service = { name: 'service', region: 'us-east-1' };
const now = new Date('2015-08-30T12:36:00Z');
const url = new URL('https://example.amazonaws.com/');
/** Of the request post-sts-header-before. */
const sessionToken =
  'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';

describe('AWS Signature Version 4, by the test suite that AWS publishes', () => {
  it.each([
    ['get-vanilla', 'GET', {}, 'host;x-amz-date', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    ['post-vanilla', 'POST', {}, 'host;x-amz-date', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    [
      'post-header-key-sort',
      'POST',
      { 'my-header1': 'value1' },
      'host;my-header1;x-amz-date',
      'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
    ],
    [
      'post-header-value-case',
      'POST',
      { 'my-header1': 'VALUE1' },
      'host;my-header1;x-amz-date',
      'cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d',
    ],
  ] as const)('%s', async (_name, method, headers, signed, signature) => {
    const sent = await signedHeaders({ method, url, headers, body: '' }, service, keys, now);
    expect(sent['x-amz-date']).toBe('20150830T123600Z');
    expect(sent.authorization).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=${signed}, Signature=${signature}`,
    );
  });

  it.each([
    [
      'post-vanilla-query',
      'POST',
      '?Param1=value1',
      '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
    ],
    [
      'get-vanilla-query-order-key-case',
      'GET',
      '?Param2=value2&Param1=value1',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
  ] as const)('%s', async (_name, method, query, signature) => {
    const request = { method, url: new URL(query, url), headers: {}, body: '' };
    const { authorization } = await signedHeaders(request, service, keys, now);
    expect(authorization).toContain(`SignedHeaders=host;x-amz-date, Signature=${signature}`);
  });

  it('post-sts-header-before: a session token is signed too', async () => {
    const request = { method: 'POST', url, headers: {}, body: '' } as const;
    const sent = await signedHeaders(request, service, { ...keys, sessionToken }, now);
    expect(sent['x-amz-security-token']).toBe(sessionToken);
    expect(sent.authorization).toContain(
      'SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
    );
  });
});
