import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../../src/lib/errors.js';
import { issuedCredentials, sendable } from '../../../src/registries/auth/issued-credentials.js';
import { rejectionOf } from '../../support/failures.js';

const minute = 60_000;

/** Passwords that last so many milliseconds, on a clock that a test moves. */
function given(life: number) {
  let time = 0;
  let issued = 0;
  const credentials = issuedCredentials(
    'AWS',
    async () => {
      issued += 1;
      if (issued === 4) throw new Failure('network', { operation: 'a password', reason: 'connection reset' });
      return { username: 'AWS', password: `p${issued}`, until: new Date(time + life) };
    },
    () => new Date(time),
  );
  return {
    credentials,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    password: async () => {
      const sent = await sendable(credentials);
      return sent.kind === 'password' ? sent.password : undefined;
    },
  };
}

describe('issued credentials', () => {
  it('request a password once, however many want it', async () => {
    const { password } = given(60 * minute);
    expect(await Promise.all([password(), password(), password()])).toEqual(['p1', 'p1', 'p1']);
  });

  it('request another one a minute before its end, once', async () => {
    const { password, pass } = given(60 * minute);
    await password();
    pass(58 * minute);
    expect(await password()).toBe('p1');
    pass(minute);
    expect(await Promise.all([password(), password()])).toEqual(['p2', 'p2']);
  });

  it('request another one a tenth of its life before its end, where that is less than ten minutes', async () => {
    const { password, pass } = given(5 * minute);
    await password();
    pass(4.4 * minute);
    expect(await password()).toBe('p1');
    pass(0.2 * minute);
    expect(await password()).toBe('p2');
  });

  it('use one that lasts for no time at all, once', async () => {
    const { password } = given(0);
    expect([await password(), await password()]).toEqual(['p1', 'p2']);
  });

  it('try again after a failure', async () => {
    const { password } = given(0);
    for (const _ of [1, 2, 3]) await password();
    expect((await rejectionOf(password())).kind).toBe('network');
    expect(await password()).toBe('p5');
  });

  it('leave other credentials as they are', async () => {
    expect(await sendable({ kind: 'anonymous' })).toEqual({ kind: 'anonymous' });
  });
});
