import { beforeEach, describe, expect, it } from '@jest/globals';
import { inEnvironment } from './support/story.js';
import { useStory } from './support/surroundings.js';

const story = await useStory();
beforeEach(() => story.internet.forget());

/** Inputs that cannot be used, with a distinctive part of the message. */
const refused: readonly [string, Record<string, string>, RegExp][] = [
  [
    'an unknown input',
    { 'fail-if-notready': 'true' },
    /unknown input "fail-if-notready".*\n.*Did you mean fail-if-not-ready\?/,
  ],
  [
    'a boolean that is none',
    { 'fail-if-not-ready': 'yes' },
    /fail-if-not-ready is "yes", which is neither true nor false/,
  ],
  ['a duration without a unit', { wait: '10' }, /wait is "10", which is not a duration/],
  ['a duration with a tail', { timeout: '3s!' }, /timeout is "3s!", which is not a duration/],
  ['a time-out shorter than the wait', { wait: '5m', timeout: '1m' }, /timeout is not longer than wait/],
  ['an unknown source', { source: 'bitbuket' }, /source is "bitbuket".*\n.*Did you mean bitbucket\?/],
  ['an image with upper case', { image: 'Acme/App' }, /"Acme\/App" is not an image's name.*\n.*write "acme\/app"/],
  ['an image with a tag, and a commit', { image: 'acme/app:1.0' }, /every image has a tag or a digest of its own/],
  ['an image with ..', { image: 'acme/../app' }, /is not an image's name/],
  ['a namespace with a space', { namespace: 'a b' }, /is not an image's name/],
  ['a registry that is no host', { registry: 'https://user:pass@x/y' }, /is not a registry's host/],
  ['a registry with a port out of range', { registry: 'localhost:99999' }, /is not a registry's host/],
  [
    'an image of another registry with credentials',
    { image: 'ghcr.io/acme/app', registry: 'docker.io' },
    /are for docker\.io, and the image is in ghcr\.io/,
  ],
  ['an identity without its issuer', { 'signature-identity': 'ada@example.com' }, /signature-issuer is not/],
  [
    'an issuer without an identity',
    { 'signature-issuer': 'https://accounts.google.com' },
    /neither signature-identity nor provenance/,
  ],
  ['a workflow without provenance', { 'provenance-workflow': 'release.yml' }, /provenance is not/],
  ['a trusted root without a requirement', { 'trusted-root': 'root.json' }, /no signature is required/],
  [
    'a trusted root that is not there',
    { provenance: 'true', 'trusted-root': 'none.json' },
    /"none\.json" cannot be read/,
  ],
  ['a trusted root that is none', { provenance: 'true', 'trusted-root': '/dev/null' }, /it has no trusted root/],
  ['a key that is not there', { 'signature-key': 'none.pub' }, /signature-key: "none\.pub" cannot be read: ENOENT/],
  ['a file without an end as a key', { 'signature-key': '/dev/zero' }, /it has more than 1048576 bytes/],
  ['a key that is cut', { 'signature-key': '-----BEGIN PUBLIC KEY-----\nMFkw' }, /no public key in PEM/],
  [
    'a private key',
    { 'signature-key': '-----BEGIN PRIVATE KEY-----\nMFkw\n-----END PRIVATE KEY-----' },
    /it is a PRIVATE KEY, not a PUBLIC KEY/,
  ],
  ['a template with an unknown placeholder', { tag: '{short_sha}' }, /unknown placeholder "\{short_sha\}"/],
  ['a template with a bad length', { tag: '{short-sha:3abc}' }, /length "3abc"/],
  ['a template that makes no tag', { tag: 'a/b' }, /which no tag can have/],
  ['a platform that is none', { platforms: 'linux' }, /"linux" is not a platform/],
  ['a ref with ..', { ref: 'a..b' }, /is not a ref: it has "\.\."/],
  ['a ref with a line break', { ref: 'a\nb' }, /line break/],
  ['a ref that is an option', { ref: '--upload-pack=x' }, /it starts with "-"/],
  ['a ref of another kind', { ref: 'refs/notes/x' }, /neither a branch nor a tag/],
  ['a repository with ..', { repo: '../x' }, /not the name of a repository/],
  ['a password without a username', { username: '' }, /password is given, and username is not/],
  ['a username without a password', { password: '' }, /username is given, and password is not/],
  ['a username with a colon', { username: 'a:b' }, /has a colon/],
  ['a password with a line break', { password: 'one\ntwo' }, /password contains a line break/],
  ['a token with a line break', { 'source-token': 'good\r\nX-Evil: 1' }, /source-token contains a line break/],
  ['a token with a blank', { 'source-token': 'two words' }, /characters that no token has/],
  [
    'a source user without a token',
    { 'source-username': 'me@example.com', 'source-token': '' },
    /source-username is given/,
  ],
  [
    'several repositories with one image',
    { repo: 'a, b', image: 'acme/app' },
    /image names the images, and repo names 2 repositories/,
  ],
  [
    'a git URL that is an option',
    { source: 'git', 'source-url': '--upload-pack=touch /tmp/x' },
    /is not a URL that source: git can use/,
  ],
  [
    'a git URL that runs a program',
    { source: 'git', 'source-url': 'ext::sh -c id' },
    /is not a URL that source: git can use/,
  ],
  [
    'a git URL with credentials',
    { source: 'git', 'source-url': 'https://me:pw@git.example.com/x' },
    /contains credentials/,
  ],
  [
    'a git URL with a host that is an option',
    { source: 'git', 'source-url': 'ssh://-oProxyCommand=id/x' },
    /no host that can be used/,
  ],
  ['a self-hosted source without its URL', { source: 'gitea' }, /source-url is required/],
  [
    'a source URL of another kind',
    { source: 'gitlab', 'source-url': 'file:///etc' },
    /is not a URL that source: gitlab can use/,
  ],
  ['no ref for another repository', { ref: '' }, /ref is required/],
];

describe('wrong inputs of a step', () => {
  it.each(refused)('%s is refused before any request', async (_name, inputs, says) => {
    const result = await story.action(inputs);
    expect(result.exitCode).toBe(64);
    const errors = result.annotations.filter(({ kind }) => kind === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(says);
    expect(result.outputs).toEqual({});
    expect(story.requests()).toEqual([]);
  });

  it('no namespace on Docker Hub', async () => {
    const result = await story.action({ namespace: '' });
    expect(result.exitCode).toBe(64);
    expect(result.annotations[0]?.message).toMatch(/namespace is required for images in docker\.io/);
  });
});

describe('wrong words on the command line', () => {
  it.each([
    [['--namspace', 'x'], /unknown flag --namspace\n.*Did you mean --namespace\?/],
    [['--wait'], /--wait needs a value/],
    [['--wait', '5x'], /--wait is "5x", which is not a duration/],
    [['--tag', 'a', '--tag', 'b'], /--tag is given twice/],
    [['a', 'b', 'c'], /unexpected argument "c"/],
    [['--json=yes'], /--json takes no value/],
    [['--no-wait'], /unknown flag --no-wait/],
    [['--password', '-', '--source-token', '-'], /only one secret can come from standard input/],
  ])('%j', async (args, says) => {
    const { exitCode, stderr, stdout } = await story.cli(args);
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(says);
    expect(stdout).toBe('');
    expect(story.requests()).toEqual([]);
  });

  it('names the variable when the environment is wrong', async () => {
    const { exitCode, stderr } = await story.cli([], inEnvironment({ wait: 'soon' }));
    expect(exitCode).toBe(64);
    expect(stderr).toContain('IMAGE_GATE_WAIT is "soon"');
  });

  it('warns of a variable that is nearly one, and of none of another command', async () => {
    const environment = { IMAGE_GATE_PLATFROMS: 'linux/arm64', IMAGE_GATE_KEEP: '3' };
    const says = 'IMAGE_GATE_PLATFROMS does not set any input. Did you mean IMAGE_GATE_PLATFORMS?';
    expect(await story.cli([], environment)).toMatchObject({ exitCode: 0, stderr: `Warning: ${says}\n` });
    const { annotations } = await story.action({}, { env: environment });
    expect(annotations).toEqual([{ kind: 'warning', message: says, title: 'Image Gate' }]);
  });

  it('with --json says it in JSON too', async () => {
    const { stdout } = await story.cli(['--json', '--wait', 'x']);
    expect(JSON.parse(stdout)).toEqual({
      status: 'error',
      error: expect.stringContaining('--wait is "x"'),
      exitCode: 64,
    });
  });
});
