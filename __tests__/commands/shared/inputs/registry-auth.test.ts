import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../../../src/commands/shared/inputs/read.js';
import { registryAuth } from '../../../../src/commands/shared/inputs/registry-auth.js';
import { rejectionOf } from '../../../support/failures.js';
import { recordedLog } from '../../../support/logs.js';

async function read(text: string) {
  const log = recordedLog();
  const reader = { given: () => text, frontend: 'action' as const, environment: {} };
  const { auth } = await readInputs({ auth: registryAuth }, reader, log);
  return {
    logins: auth.map(({ registry, ...login }) => ({ host: registry.host, ...login })),
    secrets: log.lines.secret,
  };
}

describe('registry-auth', () => {
  it('is a list in YAML, as docker/login-action takes it, and hides each password alone', async () => {
    const text = '- username: acme\n  password: s3cret\n- registry: ghcr.io\n  username: "ada"\n  password: 0123\n';
    expect(await read(text)).toEqual({
      logins: [
        { host: 'docker.io', kind: 'password', username: 'acme', password: 's3cret' },
        { host: 'ghcr.io', kind: 'password', username: 'ada', password: '0123' },
      ],
      secrets: ['s3cret', '0123'],
    });
  });

  it('may have oidc in place of a password, which is no secret', async () => {
    const text = '- registry: gcr.io\n  oidc: projects/1\n- username: acme\n  oidc: 01f7\n';
    expect(await read(text)).toEqual({
      logins: [
        { host: 'gcr.io', kind: 'keyless', oidc: 'projects/1' },
        { host: 'docker.io', kind: 'keyless', oidc: '01f7', username: 'acme' },
      ],
      secrets: [],
    });
  });

  it('may be JSON', async () => {
    const text = JSON.stringify([{ registry: 'http://registry.lan:5000', username: 'ada', password: 'a: #b' }]);
    expect((await read(text)).logins).toEqual([
      { host: 'registry.lan:5000', kind: 'password', username: 'ada', password: 'a: #b' },
    ]);
  });

  it.each([
    ['auth is not valid YAML or JSON (line 2)', '- username: a\n  password: "s3cret\n'],
    ['auth is not a list', 'username: ada\npassword: s3cret'],
    ['auth: entry 1 is not an object', '- s3cret'],
    [
      'auth: entry 2 has no password',
      '[{username: a, password: s3cret}, {registry: ghcr.io, username: a, password: }]',
    ],
    ['auth: entry 1 has both password and oidc', '- {username: a, password: s3cret, oidc: x}'],
    ['auth: entry 1 has no username', '- password: s3cret'],
    ['auth: entry 1 has a key other than registry, username, password, oidc', '- {username: a, pasword: s3cret}'],
    ['auth: entry 1: password is not a text', '- {username: a, password: [s3cret]}'],
    ['auth: entry 1: password contains a line break', '- {username: a, password: "s3cret\\nx"}'],
    ['auth: entry 1: username has a colon', '- {username: "a:b", password: s3cret}'],
    ['"a b" is not', '- {registry: a b, username: a, password: s3cret}'],
    [
      'auth has docker.io twice',
      '[{username: a, password: s3cret}, {registry: docker.io, username: b, password: s3cret}]',
    ],
  ])('refused, and without any secret: %s', async (words, text) => {
    const failure = await rejectionOf(read(text));
    expect(failure).toMatchObject({ kind: 'usage', message: expect.stringContaining(words) });
    expect(`${failure.message} ${failure.advice}`).not.toContain('s3cret');
  });
});
