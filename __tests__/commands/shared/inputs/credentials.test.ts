import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../../../src/commands/command.js';
import {
  type CredentialInputs,
  checkPair,
  readCredentials,
} from '../../../../src/commands/shared/inputs/credentials.js';
import { parseRegistry } from '../../../../src/images/name.js';
import { failureOf, rejectionOf } from '../../../support/failures.js';
import { temporaryFiles } from '../../../support/files.js';
import { answerOf, fakeHttp } from '../../../support/http.js';
import { recordedLog, recordedProgress } from '../../../support/logs.js';
import { fakeExecute } from '../../../support/processes.js';

const files = temporaryFiles();
const base64 = (text: string) => Buffer.from(text).toString('base64');

const none: CredentialInputs = {
  registry: 'ghcr.io',
  username: undefined,
  password: undefined,
  oidc: undefined,
  'id-token': undefined,
  'registry-auth': [],
};

function read(given: Partial<CredentialInputs>, config: unknown, helper = fakeExecute({ exitCode: 1 })) {
  files.write('config.json', config);
  const log = recordedLog();
  const context: Context = {
    http: fakeHttp(() => answerOf(500)),
    log,
    progress: recordedProgress(),
    signal: new AbortController().signal,
    now: () => new Date(),
    workflow: undefined,
    execute: helper.execute,
    onStop: () => () => undefined,
    redactResult: (text: string) => text,
    deadline: new Date(8.64e15),
    environment: { DOCKER_CONFIG: files.folder },
  };
  const read = readCredentials(parseRegistry('ghcr.io'), { ...none, ...given }, context);
  const credentials = read.then((found) => found.credentials);
  return { log, calls: helper.calls, credentials };
}

describe('readCredentials', () => {
  const auths = { auths: { 'ghcr.io': { auth: base64('ann:from-config') } } };

  it.each<[string, object, unknown, unknown, string[]]>([
    [
      'those given, before the Docker config',
      { username: 'bob', password: 'größe:1' },
      auths,
      { kind: 'password', username: 'bob', password: 'größe:1' },
      ['größe:1', base64('bob:größe:1')],
    ],
    [
      'those of the Docker config',
      {},
      auths,
      { kind: 'password', username: 'ann', password: 'from-config' },
      ['from-config', base64('ann:from-config')],
    ],
    [
      'an identity token of the Docker config',
      {},
      { auths: { 'ghcr.io': { identitytoken: 'id' } } },
      { kind: 'identity', username: '<token>', token: 'id' },
      ['id', base64('<token>:id')],
    ],
    [
      'a bearer token of the Docker config',
      {},
      { auths: { 'ghcr.io': { registrytoken: 'reg' } } },
      { kind: 'bearer', token: 'reg' },
      ['reg'],
    ],
    ['none', {}, {}, { kind: 'anonymous' }, []],
  ])('%s, hidden', async (_name, given, config, expected, hidden) => {
    const { credentials, log, calls } = read(given, config);
    expect(await credentials).toEqual(expected);
    expect(log.lines).toEqual({ info: [], detail: [], warn: [], secret: hidden });
    expect(calls).toEqual([]);
  });

  it('does not even look at a Docker config that is broken, when they are given', async () => {
    const { credentials } = read({ username: 'bob', password: 'x' }, 'not JSON');
    expect(await credentials).toEqual({ kind: 'password', username: 'bob', password: 'x' });
  });

  it('fails with a Docker config that is broken', async () => {
    expect((await rejectionOf(read({}, 'not JSON').credentials)).kind).toBe('usage');
  });

  it('warns of a credential helper that fails', async () => {
    const helper = fakeExecute({ exitCode: 1, stderr: 'locked' });
    const { credentials, log, calls } = read({}, { credHelpers: { 'ghcr.io': 'pass' } }, helper);
    expect(await credentials).toEqual({ kind: 'anonymous' });
    expect(log.lines.warn).toEqual(['docker-credential-pass failed: locked']);
    expect(calls).toMatchObject([{ program: 'docker-credential-pass', args: ['get'], input: 'ghcr.io\n' }]);
  });

  it.each<[string, object]>([
    ['username is given, and password is not', { username: 'bob' }],
    ['password is given, and username is not', { password: 'hunter2' }],
    ['username has a colon, which is not allowed in a user name', { username: 'a:b', password: 'hunter2' }],
  ])('refuses: %s', async (message, given) => {
    const { credentials, log } = read(given, auths);
    const failure = await rejectionOf(credentials);
    expect(failure).toMatchObject({ kind: 'usage', exitCode: 64, message });
    expect(`${failure.message} ${failure.advice}`).not.toContain('hunter2');
    expect(log.lines.secret).toEqual([]);
  });
});

describe('credentials for one registry', () => {
  const login = (host: string) => ({
    kind: 'password' as const,
    registry: parseRegistry(host),
    username: 'eve',
    password: 'of-eve',
  });
  const given = { username: 'bob', password: 'of-bob' };

  it.each<[string, Partial<CredentialInputs>, string | undefined]>([
    ['of registry', { ...given, registry: 'https://GHCR.io/' }, 'bob'],
    ['of another registry', { ...given, registry: 'docker.io' }, undefined],
    ['of another port', { ...given, registry: 'ghcr.io:8443' }, undefined],
    ['of a longer host', { ...given, registry: 'x.ghcr.io' }, undefined],
    ['of registry-auth', { 'registry-auth': [login('quay.io'), login('ghcr.io')] }, 'eve'],
    ['of registry-auth for others', { 'registry-auth': [login('quay.io')] }, undefined],
    ['of both, each for its own', { ...given, registry: 'quay.io', 'registry-auth': [login('ghcr.io')] }, 'eve'],
  ])('those %s', async (_name, inputs, username) => {
    const found = await read(inputs, {}).credentials;
    expect(found.kind === 'password' ? found.username : undefined).toBe(username);
  });

  it('refuses two for the same registry', async () => {
    const { credentials } = read({ ...given, 'registry-auth': [login('ghcr.io')] }, {});
    expect(await rejectionOf(credentials)).toMatchObject({
      kind: 'usage',
      message: 'registry-auth has credentials for ghcr.io, and so have username and password',
    });
  });
});

describe('checkPair', () => {
  it('names the inputs by their own names', () => {
    expect(failureOf(() => checkPair('to-username', 'x', 'to-password', undefined))).toMatchObject({
      message: 'to-username is given, and to-password is not',
      advice: 'Give both, or neither.',
    });
  });

  it.each([
    [undefined, undefined],
    ['a', 'b'],
    ['a@b.test', 'with:colon'],
  ])('takes %s and %s', (user, given) => expect(checkPair('u', user, 'p', given)).toBeUndefined());
});
