import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseChallenges } from '../../../src/registries/auth/challenge.js';
import { numRuns } from '../../support/thorough.js';

describe('parseChallenges', () => {
  it.each([
    ['Basic', [['basic', {}]]],
    ['Basic realm="x"', [['basic', { realm: 'x' }]]],
    ['bAsIc REALM = "x"', [['basic', { realm: 'x' }]]],
    [
      'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull"',
      [
        [
          'bearer',
          { realm: 'https://auth.docker.io/token', service: 'registry.docker.io', scope: 'repository:a/b:pull' },
        ],
      ],
    ],
    ['Bearer realm="r", scope="repository:a:pull,push"', [['bearer', { realm: 'r', scope: 'repository:a:pull,push' }]]],
    [
      'Basic realm="a", Bearer realm="b",service="c"',
      [
        ['basic', { realm: 'a' }],
        ['bearer', { realm: 'b', service: 'c' }],
      ],
    ],
    [
      'Negotiate, Basic realm="a"',
      [
        ['negotiate', {}],
        ['basic', { realm: 'a' }],
      ],
    ],
    [
      'Negotiate YWJj==, Basic realm="a"',
      [
        ['negotiate', {}],
        ['basic', { realm: 'a' }],
      ],
    ],
    [
      'NTLM TlRMTVNTUAAB, Bearer realm="b"',
      [
        ['ntlm', {}],
        ['bearer', { realm: 'b' }],
      ],
    ],
    ['Basic realm="say \\"hi\\", then \\\\"', [['basic', { realm: 'say "hi", then \\' }]]],
    ['Bearer realm=token', [['bearer', { realm: 'token' }]]],
    [
      'Bearer realm=https://auth.test:8443/token?a=b,service=registry.test:5000,scope=repository:acme/app:pull,push',
      [
        [
          'bearer',
          {
            realm: 'https://auth.test:8443/token?a=b',
            service: 'registry.test:5000',
            scope: 'repository:acme/app:pull,push',
          },
        ],
      ],
    ],
    [
      'BEARER Realm=https://auth.test/token Service="registry.test", Basic realm=registry',
      [
        ['bearer', { realm: 'https://auth.test/token', service: 'registry.test' }],
        ['basic', { realm: 'registry' }],
      ],
    ],
    [
      "Bearer realm='https://auth.test/token'; service='r s'",
      [['bearer', { realm: 'https://auth.test/token', service: 'r s' }]],
    ],
    [
      'Bearer scope=repository:a:pull,push,realm=/token',
      [['bearer', { scope: 'repository:a:pull,push', realm: '/token' }]],
    ],
    [
      'Bearer realm=https://auth.test/token,Negotiate',
      [
        ['bearer', { realm: 'https://auth.test/token' }],
        ['negotiate', {}],
      ],
    ],
    ['Bearer realm=""', [['bearer', { realm: '' }]]],
    ['Bearer realm="a",realm="b"', [['bearer', { realm: 'a' }]]],
    [', , Basic realm="a" ,, ', [['basic', { realm: 'a' }]]],
    ['Bearer realm="grüße"', [['bearer', { realm: 'grüße' }]]],
    ['Basic realm="a", charset="UTF-8"', [['basic', { realm: 'a', charset: 'UTF-8' }]]],
    ['Bearer realm="open', [['bearer', {}]]],
    ['Bearer realm="a", scope="open', [['bearer', { realm: 'a' }]]],
    ['', []],
    [' ,, ', []],
    ['"quoted"', []],
    ['ünfug', []],
  ])('%s', (header, expected) => {
    expect(parseChallenges([header])).toEqual(expected.map(([scheme, parameters]) => ({ scheme, parameters })));
  });

  it('reads several headers, and goes on after one that cannot be read', () => {
    expect(parseChallenges(['"?', 'Basic realm="a"', 'Bearer realm="b"']).map(({ scheme }) => scheme)).toEqual([
      'basic',
      'bearer',
    ]);
  });

  it('never throws, and always ends', () => {
    const near = fc.string({ unit: fc.constantFrom(...'Bearer ,="\\\tx/:é'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.oneof(near, fc.string()), { maxLength: 3 }), (headers) => {
        expect(Array.isArray(parseChallenges(headers))).toBe(true);
      }),
      { numRuns: numRuns(1000) },
    );
  });

  it('reads back what was written, whatever the value', () => {
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(value, value, (realm, service) => {
        const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
        const header = `Basic realm="x", Bearer realm=${quoted(realm)}, service=${quoted(service)}`;
        expect(parseChallenges([header])[1]).toEqual({ scheme: 'bearer', parameters: { realm, service } });
      }),
    );
  });
});
