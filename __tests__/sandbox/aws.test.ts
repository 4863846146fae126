import { describe, expect, test } from '@jest/globals';
import { createAwsIdentities } from '../../sandbox/hosts/aws/identities.js';
import { awsJsonHost } from '../../sandbox/hosts/aws/json-protocol.js';
import { signatureOf, signatureParts } from '../../sandbox/hosts/aws/signature.js';
import { createThrottle } from '../../sandbox/throttle.js';
import { type AwsChanges, awsClient, awsDate } from '../support/aws.js';

describe('signatures', () => {
  const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' };
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const token =
    'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==';
  // From the test suite that AWS publishes for version 4.
  test.each([
    ['post-vanilla', 'POST', '/', headers, '', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
    [
      'get-vanilla-query-order-key-case',
      'GET',
      '/?Param2=value2&Param1=value1',
      headers,
      '',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'post-x-www-form-urlencoded',
      'POST',
      '/',
      form,
      'Param1=value1',
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
    [
      'post-sts-header-before',
      'POST',
      '/',
      { ...headers, 'x-amz-security-token': token },
      '',
      '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
    ],
  ])('%s has the signature that AWS published', (_name, method, path, headers, body, signature) => {
    const signedHeaders = Object.keys(headers).sort();
    const scope = { day: '20150830', region: 'us-east-1', service: 'service', signedHeaders };
    const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
    expect(signatureOf({ method, path, headers, body }, scope, secret)).toBe(signature);
  });

  test('a header of another form has no parts', () => {
    expect(signatureParts('Basic YWRhOnNlY3JldA==')).toBeUndefined();
    expect(signatureParts('AWS4-HMAC-SHA256 Credential=AKIA/20150830/us-east-1/ecr/aws4_request')).toBeUndefined();
  });
});

describe('a service of AWS', () => {
  function given() {
    const identities = createAwsIdentities();
    identities.secrets.set('AKIAADA', 'secret').set('ASIACI', 'secret');
    identities.keys.set('ASIACI', { sessionToken: 'session', account: '210987654321' });
    const throttle = createThrottle();
    const echo = awsJsonHost({
      identities,
      region: 'eu-central-1',
      service: 'echo',
      target: 'Echo_V1',
      operations: { Echo: (input, caller) => ({ input, caller }) },
      throttle,
    });
    const host = 'echo.eu-central-1.amazonaws.com';
    const common = { host, region: 'eu-central-1', service: 'echo', target: 'Echo_V1', secret: 'secret' };
    const client = (more: { accessKey?: string; secret?: string; sessionToken?: string; target?: string } = {}) =>
      awsClient({ [host]: echo }, { ...common, accessKey: 'AKIAADA', ...more });
    return { identities, throttle, client };
  }

  test('identifies the sender', async () => {
    const { client } = given();
    const mine = await client()('Echo', { some: 'ü' });
    expect([mine.status, mine.headers['content-type']]).toEqual([200, 'application/x-amz-json-1.1']);
    expect(mine.json.input).toEqual({ some: 'ü' });
    expect(mine.json.caller.arn).toBe('arn:aws:iam::123456789012:user/AKIAADA');
    const temporary = await client({ accessKey: 'ASIACI', sessionToken: 'session' })('Echo', {});
    expect(temporary.json.caller.account).toBe('210987654321');
  });

  const now = Date.now();
  const refusals: readonly (readonly [string, AwsChanges, string, string])[] = [
    ['no signature', { afterwards: { authorization: '' } }, 'IncompleteSignatureException', ''],
    ['another region', { scope: { region: 'us-east-1' } }, 'InvalidSignatureException', 'valid region'],
    ['another service', { scope: { service: 'ecr' } }, 'InvalidSignatureException', "correct service: 'echo'"],
    ['another day', { scope: { day: '20150830' } }, 'InvalidSignatureException', 'Date in Credential scope'],
    [
      'a clock that is behind',
      { headers: { 'x-amz-date': awsDate(new Date(now - 6 * 60_000)) } },
      'InvalidSignatureException',
      'Signature expired',
    ],
    [
      'a clock that is ahead',
      { headers: { 'x-amz-date': awsDate(new Date(now + 6 * 60_000)) } },
      'InvalidSignatureException',
      'Signature not yet current',
    ],
    ['a target that is not signed', { unsigned: ['x-amz-target'] }, 'InvalidSignatureException', "'x-amz-target' must"],
    ['a host that is not signed', { unsigned: ['host'] }, 'InvalidSignatureException', "'host' must"],
    [
      'a header that was changed',
      { afterwards: { 'x-amz-date': awsDate(new Date(now - 60_000)) } },
      'InvalidSignatureException',
      'does not match',
    ],
  ];
  test.each(refusals)('refuses %s', async (_name, changes, failure, words) => {
    const { status, json } = await given().client()('Echo', {}, changes);
    expect([status, json.__type]).toEqual([400, failure]);
    expect(json.message).toContain(words);
  });

  test('refuses credentials that are unknown, wrong, half or expired', async () => {
    const { client, identities } = given();
    const said = async (more: Parameters<typeof client>[0]) => (await client(more)('Echo', {})).json.__type;
    expect(await said({ accessKey: 'AKIANOBODY' })).toBe('UnrecognizedClientException');
    expect(await said({ secret: 'wrong' })).toBe('InvalidSignatureException');
    expect(await said({ accessKey: 'ASIACI' })).toBe('UnrecognizedClientException');
    expect(await said({ accessKey: 'ASIACI', sessionToken: 'other' })).toBe('UnrecognizedClientException');
    expect(await said({ sessionToken: 'needless' })).toBe('UnrecognizedClientException');
    identities.keys.set('ASIACI', { sessionToken: 'session', expires: new Date(now - 1000) });
    expect(await said({ accessKey: 'ASIACI', sessionToken: 'session' })).toBe('ExpiredTokenException');
  });

  test('has its own operations only, and throttles', async () => {
    const { client, throttle } = given();
    expect((await client()('Delete', {})).json.__type).toBe('UnknownOperationException');
    expect((await client({ target: 'Other_V1' })('Echo', {})).json.__type).toBe('UnknownOperationException');
    const json = { headers: { 'content-type': 'application/json' } };
    expect((await client()('Echo', {}, json)).json.__type).toBe('UnknownOperationException');
    throttle.every = 2;
    expect((await client()('Echo', {})).status).toBe(200);
    expect(await client()('Echo', {})).toMatchObject({ status: 400, json: { __type: 'ThrottlingException' } });
    expect((await client()('Echo', {})).status).toBe(200);
  });
});
