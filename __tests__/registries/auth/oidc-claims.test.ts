import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../../src/lib/errors.js';
import { asYaml, writeInputs } from '../../../src/lib/input-names.js';
import {
  claimsIn,
  describeClaims,
  endOf,
  immutableSubject,
  secretsInToken,
} from '../../../src/registries/auth/oidc/claims.js';
import { explained } from '../../../src/registries/auth/oidc/refusal.js';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: unknown) => `${encode({ alg: 'RS256' })}.${encode(claims)}.c2lnbmF0dXJl`;

describe('claims', () => {
  it('are those of a JWT, and of nothing else', () => {
    expect(claimsIn(tokenOf({ sub: 'a' }))).toEqual({ sub: 'a' });
    for (const text of ['', 'a.b', 'a.b.c', 'a.b.c.d', tokenOf([1]), tokenOf('text'), tokenOf(null)]) {
      expect(claimsIn(text)).toBeUndefined();
    }
  });

  it('nothing that comes makes them throw, or breaks out of its line', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        const claims = claimsIn(tokenOf({ sub: value, aud: text, iss: [value, text], exp: value })) ?? {};
        expect(describeClaims(claims)).not.toMatch(/\p{Cc}/u);
        endOf(claims)?.toISOString();
        immutableSubject(claims);
        claimsIn(text);
      }),
    );
  });

  it('a token is secret, and the payload of a JWT; a part of another token is an ordinary word', () => {
    const token = tokenOf({ sub: 'a' });
    expect(secretsInToken(token)).toEqual([token, token.split('.')[1]]);
    expect(secretsInToken('ya29.c.opaque')).toEqual(['ya29.c.opaque']);
  });

  it.each([
    ['repo:acme@1001/app@2002:ref:refs/heads/main', { now: 'repo:acme@1001/app@2002:', before: 'repo:acme/app:' }],
    ['repo:acme/app:ref:refs/heads/main', undefined],
    ['repo:acme/app:environment:a@1/b@2', undefined],
    ['project_path:acme/app:ref_type:branch:ref:main', undefined],
  ])('the subject %s', (sub, form) => expect(immutableSubject({ sub })).toEqual(form));
});

describe('a refusal', () => {
  const provider = {
    form: 'a role',
    trust: 'the trust policy',
    refusals: [
      [/audience/, 'aud'],
      [/issuer/, 'iss'],
      [/expired/, 'exp'],
      [/no such role/, 'oidc'],
    ] as const,
  };
  const claims = { iss: 'https://ci.example', aud: ['x', 'y'], sub: 'repo:acme@1/app@2:ref:main', exp: 1_700_000_000 };
  const of = (reason: string, kind: 'denied' | 'server' = 'denied') =>
    explained(new Failure(kind, { operation: 'POST https://sts', reason, status: 403 }), { claims }, provider);

  it.each([
    ['the audience is wrong', 'Allow the audience x, y in the trust policy'],
    ['the issuer is unknown', 'Make the issuer https://ci.example known in the trust policy.'],
    ['expired', 'The ID token ends at 2023-11-14T22:13:20.000Z.'],
    ['no such role', 'Check oidc: it is a role.'],
    ['denied', 'a rule for repo:acme/app:* does not match: write repo:acme@1/app@2:*.'],
  ])('%s', (reason, advice) => {
    const failure = of(reason);
    expect(failure).toMatchObject({ kind: 'denied', status: 403 });
    const { message, advice: given } = failure as Failure;
    expect(message).toBe(
      `POST https://sts: ${reason}; the ID token has iss https://ci.example, aud x y, sub repo:acme@1/app@2:ref:main`,
    );
    expect(writeInputs(given ?? '', asYaml)).toContain(advice);
  });

  it('is none for a failure of the server, or an unexpected error', () => {
    expect(of('down', 'server')).toMatchObject({ message: 'POST https://sts: down' });
    const fault = new TypeError('x');
    expect(explained(fault, { claims }, provider)).toBe(fault);
  });
});
