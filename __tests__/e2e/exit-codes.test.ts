import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { projectRoot, runAction, runCli, temporaryFolder } from '../../sandbox/index.js';
import { loadCommands } from '../../src/commands/index.js';
import { useInternet } from './support/surroundings.js';

const internet = await useInternet();
await internet.hub.image('acme/app', '1.0');

/** How a frontend writes an input, alone or with its value. */
type Write = (name: string, value?: string) => string;
const asFlag: Write = (name, value) => (value === undefined ? `--${name}` : `--${name} ${value}`);
const asYaml: Write = (name, value) => (value === undefined ? name : `${name}: ${value}`);

interface Run {
  readonly command: string;
  readonly inputs: Record<string, string>;
  readonly env?: Record<string, string>;
}

const names = [...new Set((await loadCommands()).flatMap(({ inputs }) => Object.keys(inputs)))];
const alternatives = [...names].sort((one, other) => other.length - one.length).join('|');
/** `--registry`, where an action speaks. */
const flag = new RegExp(`(?<![\\w-])--(?:no-)?(?:${alternatives})(?![\\w-])`);
const withHyphen = names.filter((name) => name.includes('-')).join('|');
/** `source-token`, `registry: ghcr.io`, where a command line speaks. */
const bare = new RegExp(`(?<![\\w/.-])(?:(?:${withHyphen})(?![\\w-])|(?:${alternatives}): )`);

async function asStep({ command, inputs, env = {} }: Run) {
  const folder = command === 'check' ? projectRoot() : join(projectRoot(), command);
  const ran = await runAction({ action: join(folder, 'action.yml'), inputs, internet, env });
  const errors = ran.annotations.filter(({ kind }) => kind === 'error').map(({ message }) => message);
  return { ...ran, errors, shown: [...errors, ran.summary, ran.rawStdout, JSON.stringify(ran.outputs)].join('\n') };
}

async function asLine({ command, inputs, env = {} }: Run) {
  const flags = Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
  const yes = ['prune', 'delete'].includes(command) ? ['--yes'] : [];
  return runCli({ args: [command, ...flags, ...yes, '--json'], internet, env });
}

/** What is wrong, the inputs, and the words that both frontends say, each with its own names of the inputs. */
const wrong: readonly [string, Run, (write: Write) => string][] = [
  ['an input is missing', { command: 'inspect', inputs: {} }, (write) => `${write('image')} is required`],
  ['another one', { command: 'restore', inputs: {} }, (write) => `${write('journal')} is required`],
  ['another one', { command: 'copy', inputs: { from: 'acme/app:1.0' } }, (write) => `${write('to')} is missing`],
  ['no rule', { command: 'prune', inputs: { image: 'acme/app' } }, (write) => `(${write('keep', '10')})`],
  [
    'a choice',
    { command: 'latest', inputs: { image: 'acme/app:1.0', strategy: 'pathc' } },
    (write) => `${write('strategy')} is "pathc", which is not one of`,
  ],
  [
    'a number',
    { command: 'prune', inputs: { image: 'acme/app', keep: 'ten' } },
    (write) => `${write('keep')} is "ten", which is not a whole number`,
  ],
  [
    'a number or a share',
    { command: 'prune', inputs: { image: 'acme/app', keep: '1', 'max-delete': 'half' } },
    (write) => `Write ${write('max-delete', '50')} or ${write('max-delete', '25%')}.`,
  ],
  [
    'a duration',
    { command: 'check', inputs: { image: 'acme/app:1.0', wait: '10' } },
    (write) => `${write('wait')} is "10"`,
  ],
  [
    'a boolean',
    { command: 'check', inputs: { image: 'acme/app:1.0', 'fail-if-not-ready': 'yes' } },
    (write) => `${write('fail-if-not-ready')} is "yes", which is neither true nor false`,
  ],
  [
    'a platform',
    { command: 'check', inputs: { image: 'acme/app:1.0', platforms: 'linux' } },
    () => '"linux" is not a platform',
  ],
  [
    'a pattern',
    { command: 'tags', inputs: { image: 'acme/app', include: '(' } },
    (write) => `${write('include')} is "(", which is not a regular expression`,
  ],
  [
    'a URL',
    { command: 'check', inputs: { repo: 'acme/app', source: 'gitea', 'source-url': 'ftp://x', namespace: 'acme' } },
    (write) => `${write('source-url')} "ftp://x" is not a URL that ${write('source', 'gitea')} can use`,
  ],
  [
    'a file that does not exist',
    { command: 'prune', inputs: { image: 'acme/app', keep: '1', 'in-use': './nowhere.yaml' } },
    (write) => `${write('in-use')}: the file "./nowhere.yaml" does not exist`,
  ],
  [
    'a file that cannot be written',
    { command: 'inspect', inputs: { image: 'acme/app:1.0', 'results-file': 'no/such/folder.json' } },
    () => 'the file "no/such/folder.json" cannot be written',
  ],
  [
    'a registry',
    { command: 'tags', inputs: { image: 'app', registry: 'a b' } },
    () => '"a b" is not a registry\'s host',
  ],
  [
    'a secret',
    { command: 'login', inputs: { username: 'ada', password: 'one\ntwo' } },
    (write) => `${write('password')} contains a line break`,
  ],
  [
    'a list of credentials',
    { command: 'tags', inputs: { image: 'acme/app', 'registry-auth': 'ghcr.io' } },
    (write) => `${write('registry-auth')} is not a list`,
  ],
  [
    'half of the credentials',
    { command: 'tags', inputs: { image: 'acme/app', username: 'ada' } },
    (write) => `${write('username')} is given, and ${write('password')} is not`,
  ],
  [
    'credentials for another registry',
    {
      command: 'tags',
      inputs: { image: 'ghcr.io/acme/app', registry: 'docker.io', username: 'ada', password: 'x-y-z-1' },
    },
    (write) => `Give ${write('registry', 'ghcr.io')}, or leave ${write('registry')} out.`,
  ],
  [
    'inputs that contradict each other',
    { command: 'check', inputs: { image: 'acme/app:1.0', wait: '5m', timeout: '1m' } },
    (write) => `${write('timeout')} is not longer than ${write('wait')}`,
  ],
  [
    'two ways to build',
    { command: 'check', inputs: { 'build-workflow': 'b.yml', 'build-command': 'make' } },
    (write) => `${write('build-workflow')} and ${write('build-command')} are both given`,
  ],
  [
    'an input without its use',
    { command: 'latest', inputs: { image: 'acme/app:1.0', strategy: 'digest', include: 'x' } },
    (write) => `${write('include')} chooses among tags, and ${write('strategy', 'digest')} looks at one`,
  ],
  [
    'the address of a proxy',
    { command: 'check', inputs: { image: 'acme/app:1.0' }, env: { HTTPS_PROXY: 'http://proxy.example.com:port' } },
    () => 'HTTPS_PROXY',
  ],
  [
    'a kind of proxy',
    { command: 'check', inputs: { image: 'acme/app:1.0' }, env: { HTTPS_PROXY: 'socks5://x:1' } },
    () => 'HTTPS_PROXY',
  ],
];

describe('wrong usage is exit code 64, in the words of the frontend', () => {
  test.concurrent.each(wrong)('a step: %s, %j', async (_name, run, words) => {
    const { exitCode, errors, shown, outputs } = await asStep(run);
    expect(errors.join('\n')).toContain(words(asYaml));
    expect([exitCode, errors.length, outputs.ready]).toEqual([64, 1, undefined]);
    expect(shown).not.toMatch(flag);
  });

  test.concurrent.each(wrong)('a command line: %s, %j', async (_name, run, words) => {
    const { exitCode, stdout, stderr } = await asLine(run);
    expect(stderr).toContain(words(asFlag));
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([64, { status: 'error', exitCode: 64 }]);
    expect(stdout + stderr).not.toMatch(bare);
  });

  test.concurrent('a Docker config that is none', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder.path, 'config.json'), '{');
    const run: Run = { command: 'check', inputs: { image: 'acme/app:1.0' }, env: { DOCKER_CONFIG: folder.path } };
    const [step, line] = [await asStep(run), await asLine(run)];
    expect([step.exitCode, line.exitCode]).toEqual([64, 64]);
    expect(step.errors.join()).toContain('Log in again with docker login, or give username and password.');
    expect(line.stderr).toContain('Log in again with docker login, or give --username and --password.');
    await folder.remove();
  });

  test.concurrent('an input that does not exist', async () => {
    const run: Run = { command: 'check', inputs: { image: 'acme/app:1.0' }, env: { INPUT_PLATFROMS: 'linux/arm64' } };
    const { exitCode, errors } = await asStep(run);
    expect([exitCode, errors[0]]).toEqual([64, 'unknown input "platfroms"\nWhat to do: Did you mean platforms?']);
  });

  test.concurrent('a command that does not exist, of a step', async () => {
    const { exitCode, errors } = await asStep({ command: 'check', inputs: {}, env: { INPUT_COMMAND: 'chekc' } });
    expect([exitCode, errors[0]]).toEqual([64, expect.stringContaining('command is "chekc", which is not one of')]);
  });

  test.concurrent.each<[string, readonly string[], string]>([
    ['no command', [], 'Usage: image-gate COMMAND'],
    ['a command that does not exist', ['chekc'], 'unknown command "chekc"\nWhat to do: Did you mean check?'],
    ['a flag that does not exist', ['check', '--platfroms', 'x'], 'Did you mean --platforms?'],
    ['too many arguments', ['tags', 'acme/app', 'acme/web'], 'unexpected argument "acme/web"'],
    ['a flag without its value', ['check', '--wait'], '--wait needs a value'],
    ['a flag that is given twice', ['tags', 'acme/app', '--image', 'acme/web'], '--image is given twice'],
    ['a format', ['check', '--format', 'yaml'], '--format is "yaml", which is not one of'],
    ['nobody to ask', ['prune', 'acme/app', '--keep', '1'], 'Add --yes to proceed without confirmation'],
    ['an empty value', ['prune', 'acme/app', '--keep', ''], '--keep is empty'],
  ])('%s: %j', async (_name, args, words) => {
    const { exitCode, stderr } = await runCli({ args, internet });
    expect([exitCode, stderr]).toEqual([64, expect.stringContaining(words)]);
  });
});

describe('not ready is exit code 1', () => {
  const run: Run = { command: 'check', inputs: { image: 'acme/app:2.0' } };

  test.concurrent('in both frontends', async () => {
    const [step, line] = [await asStep(run), await asLine(run)];
    expect([step.exitCode, step.outputs.ready, step.errors]).toEqual([
      1,
      'false',
      [expect.stringContaining('is not ready')],
    ]);
    expect([line.exitCode, JSON.parse(line.stdout).ready]).toEqual([1, false]);
  });

  test.concurrent('with a reason in the words of the frontend', async () => {
    const inputs = { repo: 'acme/svc', ref: 'f'.repeat(40), source: 'bitbucket', registry: 'registry.example.com' };
    const [step, line] = [await asStep({ command: 'check', inputs }), await asLine({ command: 'check', inputs })];
    expect([step.exitCode, line.exitCode]).toEqual([1, 1]);
    for (const text of [step.summary, step.outputs.results, step.errors.join()])
      expect(text).toContain('give namespace: acme for');
    for (const text of [line.stdout, line.stderr]) expect(text).toContain('give --namespace acme for');
  });

  test.concurrent('and 0 where a step or a script decides itself', async () => {
    const own: Run = { ...run, inputs: { ...run.inputs, 'fail-if-not-ready': 'false' } };
    const [step, line] = [await asStep(own), await asLine(own)];
    expect([step.exitCode, step.outputs.ready, step.errors]).toEqual([0, 'false', []]);
    expect([line.exitCode, JSON.parse(line.stdout).ready]).toEqual([0, false]);
  });

  test.concurrent('an error is neither: 3 for a ref that does not exist', async () => {
    internet.bitbucket.repository('acme', 'app', { branches: {} });
    const none: Run = {
      command: 'check',
      inputs: { source: 'bitbucket', repo: 'acme/app', ref: 'nowhere', namespace: 'acme' },
    };
    expect([(await asStep(none)).exitCode, (await asLine(none)).exitCode]).toEqual([3, 3]);
  });
});
