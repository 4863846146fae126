import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test as jestTest } from '@jest/globals';
import {
  type ActionResult,
  available,
  type Internet,
  pushImage,
  type RunningRegistry,
  startInternet,
  startRegistry,
} from '../../sandbox/index.js';
import { sampled } from '../support/thorough.js';
import { type App, app, errorOf, registry, resultsOf } from './support/builds.js';
import { check } from './support/check.js';
import { createFolders, onPath } from './support/files.js';
import { createTogether } from './support/together.js';
import { linksIn, readable, visible } from './support/visible.js';

const node = process.execPath;
const folders = createFolders();
const { test, begin } = createTogether(4);
const registries: RunningRegistry[] = [];
let internet: Internet;
let scripts: string;

/** Small programs, for Node. */
const programs = {
  /** Tells a file what it was given. */
  'told.mjs': `import { writeFileSync } from 'node:fs';
    const [file, ...args] = process.argv.slice(2);
    writeFileSync(file, JSON.stringify({ args, env: process.env, cwd: process.cwd() }));`,
  /** Says so many lines, the last of them on standard error, and ends with that exit code. */
  'lines.mjs': `const [code, count, name = 'line'] = process.argv.slice(2);
    for (let at = 1; at <= Number(count); at += 1) {
      const last = at === Number(count);
      await new Promise((resolve) => setTimeout(resolve, last ? 200 : 10));
      (last ? process.stderr : process.stdout).write(\`\${name} \${at}\\n\`);
    }
    process.exitCode = Number(code);`,
  /** Says what it is given in base64. */
  'say.mjs': `process.stdout.write(Buffer.from(process.argv[2], 'base64'));`,
  'killed.mjs': `process.kill(process.pid, 'SIGKILL');`,
  'reads.mjs': `for await (const _part of process.stdin) {} console.log('read to the end');`,
  'sleeps.mjs': `console.log('asleep'); setTimeout(() => {}, 30_000);`,
};

beforeAll(async () => {
  internet = await startInternet();
  scripts = await folders.create({ ...programs, 'my program.mjs': programs['told.mjs'] });
  begin();
});
afterAll(async () => {
  await internet.stop();
  await Promise.all(registries.map((one) => one.stop()));
  await folders.remove();
});

/** The line that runs one of those programs. */
function command(program: keyof typeof programs, rest = ''): string {
  return `"${node}" "${join(scripts, program)}" ${rest}`;
}

interface Told {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** Runs the program that tells what it was given. */
async function tell(
  one: App,
  rest: string,
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Told & { readonly result: ActionResult }> {
  const file = join(await folders.create(), 'told.json');
  const result = await one.step({ 'build-command': command('told.mjs', `${file} ${rest}`), ...inputs }, { env });
  // The program builds nothing: what it was given is all that counts.
  if (result.exitCode !== 1) throw new Error(`exit code ${result.exitCode}: ${result.log}`);
  return { ...JSON.parse(await readFile(file, 'utf8')), result };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

const withSkopeo = onPath('skopeo') ? test : (name: string) => jestTest.skip(name, () => undefined);

describe('skopeo copy', () => {
  const pairs = available() ? (['memory', 'distribution'] as const) : (['memory'] as const);
  for (const kind of pairs) {
    withSkopeo(`from one registry (${kind}) to another makes the image, and it is ready`, async () => {
      const [from, to] = await Promise.all([startRegistry({ kind }), startRegistry({ kind })]);
      registries.push(from, to);
      const { digest } = await pushImage(from, 'base/app', '1.0');
      const one = app(internet, `skopeo-${kind}`, { registry: to.host });
      const source = `docker://${from.host}/base/app:1.0`;

      const result = await one.step({
        'build-command': `skopeo --insecure-policy copy --src-tls-verify=false --dest-tls-verify=false ${source} docker://{image}`,
      });

      const image = `${to.host}/${one.repository}:${one.tag}`;
      expect(errorOf(result)).toBe('');
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({
        ready: 'true',
        image,
        digest,
        pinned: `${to.host}/${one.repository}@${digest}`,
        'build-url': '',
        'build-conclusion': 'success',
      });
      expect(result.log).toContain(`▸ ${image}: skopeo\n`);
      expect(result.log).toContain('Writing manifest to image destination');
      expect(linksIn(result.summary)).toEqual([]);
    });
  }

  withSkopeo('that fails: its exit code and its words in the error, and not ready', async () => {
    const one = app(internet, 'skopeo-fails');

    const result = await one.step({
      'build-command': 'skopeo --insecure-policy copy docker://127.0.0.1:1/none:1 docker://{image}',
    });

    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toMatch(
      /^the build of registry\.example\.com\/acme\/skopeo-fails:\w{7} failed: skopeo exited with code \d+ \(last output: “.*127\.0\.0\.1:1/,
    );
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-url': '', 'build-conclusion': 'failure' });
  });
});

describe('arguments', () => {
  test('stay arguments: there is no shell', async () => {
    const folder = await folders.create();
    const touch = `touch ${folder}/made`;
    const lines: readonly [string, readonly string[]][] = [
      [`; ${touch} ;`, [';', ...touch.split(' '), ';']],
      [`$(${touch})`, ['$(touch', `${folder}/made)`]],
      [`"$(${touch})"`, [`$(${touch})`]],
      [`'\`${touch}\`'`, [`\`${touch}\``]],
      [
        `&& ${touch} || true | cat > ${folder}/made < /dev/null &`,
        ['&&', ...touch.split(' '), '||', 'true', '|', 'cat', '>', `${folder}/made`, '<', '/dev/null', '&'],
      ],
      [
        '* ~ ? [a-z] {a,b} $HOME ${HOME} %PATH% #x !x',
        ['*', '~', '?', '[a-z]', '{a,b}', '$HOME', '${HOME}', '%PATH%', '#x', '!x'],
      ],
      [
        `'it''s' "a 'b' c" 'a "b" c' a\\ b "a\\"b" '\\n' "" '' x""y`,
        ['its', "a 'b' c", 'a "b" c', 'a b', 'a"b', '\\n', '', '', 'xy'],
      ],
      ['--flag=a=b -- - --x="1 2"', ['--flag=a=b', '--', '-', '--x=1 2']],
      ['äöü 漢字 🙂', ['äöü', '漢字', '🙂']],
    ];
    const one = app(internet, 'arguments');

    const { args } = await tell(one, lines.map(([line]) => line).join(' '));

    expect(args).toEqual(lines.flatMap(([, expected]) => expected));
    expect(await exists(join(folder, 'made'))).toBe(false);
  });

  test('have their placeholders filled in after they have been split', async () => {
    const folder = await folders.create();
    const ref = `a;$(touch$IFS${folder}/made)\`id\`'x'"y"|&<z>{commit}*`.replaceAll('*', '!');
    const one = app(internet, 'placeholders', { 'source-token': 'reader-token-0123456789' });
    internet.github.tokens.add('reader-token-0123456789');
    internet.github.repository('acme', 'placeholders', { branches: { [ref]: one.commit } });

    const { args } = await tell(one, '{ref} --ref={ref} "{repo} {tag}" {commit} {short-sha} {image} {build-id}', {
      ref,
    });

    const id = args.at(-1);
    expect(id).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(args).toEqual([ref, `--ref=${ref}`, `placeholders ${one.tag}`, one.commit, one.tag, one.image, id]);
    expect(await exists(join(folder, 'made'))).toBe(false);
  });

  test('and the program may have a blank in its path', async () => {
    const one = app(internet, 'blank');
    const { folder } = await folders.programs({ 'my tool': '#!/bin/sh\nexit 0\n' });

    const result = await one.step({ 'build-command': `'${join(folder, 'my tool')}' x` });

    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-conclusion': 'success' });
    expect(resultsOf(result)[0]?.reason).toBe('the registry has no such tag, although its build succeeded');
  });

  const wrong: readonly [string, string, RegExp][] = [
    ['a quote that is not closed', 'make "a b', /build-command has a " that is not closed/],
    ['a backslash at the end', 'make a\\', /build-command ends in a backslash/],
    ['no program', '""', /build-command has no program/],
    [
      'an unknown placeholder',
      'make {sha}',
      /build-command has the unknown placeholder \{sha\}\n.*The placeholders are \{commit\}/,
    ],
    ['a line break', 'make a\nmake b', /build-command is .*, which contains a line break/],
  ];
  for (const [at, [what, line, says]] of sampled([...wrong.entries()], [0, 4])) {
    test(`${what}: refused before anything is asked`, async () => {
      const one = app(internet, `command-wrong-${at}`);

      const result = await one.step({ 'build-command': line });

      expect(result.exitCode).toBe(64);
      expect(errorOf(result)).toMatch(says);
      expect(result.outputs).toEqual({});
      expect(one.requests(registry)).toEqual([]);
    });
  }
});

describe('a program that fails', () => {
  test('its exit code and its last five lines are in the error, all of it is in the log', async () => {
    const one = app(internet, 'fails');

    const result = await one.step({ 'build-command': command('lines.mjs', '3 8') });

    const message =
      `the build of ${one.image} failed: ${node} exited with code 3 ` +
      '(last output: “line 4”, “line 5”, “line 6”, “line 7”, “line 8”)';
    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toBe(`${message}\nWhat to do: Fix the build, and run this step again.`);
    expect(readable(result.summary)).toContain(message);
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-url': '', 'build-conclusion': 'failure' });
    const shown = result.log.split('\n');
    const at = shown.indexOf(`▸ ${one.image}: ${node}`);
    expect(shown.slice(at + 1, at + 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((line) => `line ${line}`));
    expect(result.commands.map(({ name }) => name).filter((name) => name.endsWith('group'))).toEqual([
      'group',
      'endgroup',
    ]);
    expect(one.requests(registry)).toEqual([`HEAD /v2/acme/fails/manifests/${one.tag} 404`]);
  });

  test('by a signal', async () => {
    const one = app(internet, 'killed');

    const result = await one.step({ 'build-command': command('killed.mjs') });

    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ ready: 'false', 'build-conclusion': 'failure' });
    expect(errorOf(result)).toContain(`the build of ${one.image} failed: `);
  });

  for (const program of ['image-gate-no-such-program', '/nowhere/image-gate-no-such-program']) {
    test(`because there is none (${program}): exit code 7, and what to do`, async () => {
      const one = app(internet, `missing-${program.startsWith('/') ? 'path' : 'name'}`);

      const result = await one.step({ 'build-command': `${program} {image}` });

      expect(result.exitCode).toBe(7);
      expect(errorOf(result)).toContain(`build-command ${program}: it could not be run: `);
      expect(errorOf(result)).toContain('What to do: Install it on this machine, or give its whole path.');
      expect(result.outputs).toMatchObject({ ready: 'false', 'build-conclusion': '' });
    });
  }

  test('to end in time: exit code 6, and nobody waits for it', async () => {
    const one = app(internet, 'sleeps');

    const result = await one.step({ 'build-command': command('sleeps.mjs'), 'build-timeout': '1s' });

    expect(result.exitCode).toBe(6);
    expect(errorOf(result)).toContain(`build-command ${node}: not finished after 1 s`);
    expect(result.log).toContain('asleep');
  });

  test('to wait for its input: it has none, and reads to the end', async () => {
    const one = app(internet, 'reads');

    const result = await one.step({ 'build-command': command('reads.mjs'), 'build-timeout': '5s' });

    expect(result.log).toContain('read to the end');
    expect(result.outputs['build-conclusion']).toBe('success');
  });
});

describe('what a program says', () => {
  test('is no command to the runner', async () => {
    const one = app(internet, 'says');
    const lines = [
      '::set-output name=ready::true',
      '  ::error::fake',
      '::add-mask::e',
      '::stop-commands::token',
      '::endgroup::',
      '##[add-path]/evil',
      'x ##[error]fake',
      'half\r::error::fake',
      '\u001b[31mred\u001b[0m',
      '::notice title=a%0A::b',
      'the last line',
    ];

    const inputs = { 'build-command': command('say.mjs', base64(lines.join('\n'))), 'fail-if-not-ready': 'false' };
    const result = await one.step(inputs);

    expect(result.exitCode).toBe(0);
    expect(result.outputs.ready).toBe('false');
    expect(result.annotations).toEqual([]);
    const names = result.commands.map(({ name }) => name);
    expect(names.filter((name) => name !== 'debug' && name !== 'add-mask')).toEqual(['group', 'endgroup']);
    expect(result.masks).not.toContain('e');
    expect(result.rawStdout).not.toContain('\u001b');
    expect(result.log).toContain('\nthe last line\n');
  });

  test('is no command in the error either', async () => {
    const one = app(internet, 'says-error');
    const line = '\\n::set-output name=ready::true ##[add-path]/evil <img src=x>';

    const result = await one.step({ 'build-command': command('lines.mjs', `1 1 "${line}"`) });

    expect(result.exitCode).toBe(1);
    expect(result.outputs.ready).toBe('false');
    expect(result.annotations).toHaveLength(1);
    expect(result.commands.map(({ name }) => name)).not.toContain('add-path');
    expect(result.summary).not.toContain('<img');
  });

  test('is shown without the secrets that the step knows', async () => {
    const secret = 'ghs_printed-by-the-program-0123';
    const one = app(internet, 'says-secret', { 'source-token': secret });

    const result = await one.step({
      'build-command': command('say.mjs', base64(`it is ${secret}\n${base64(secret)}\n`)),
    });

    expect(result.log).toContain('it is ***');
    expect(visible(result)).not.toContain(secret);
    expect(visible(result).replaceAll(base64(`it is ${secret}`), '')).not.toContain(base64(secret));
  });

  test('may be a very long line, without an end', async () => {
    const one = app(internet, 'says-much');
    const { folder } = await folders.programs({ much: `#!${node}\nprocess.stdout.write('x'.repeat(3_000_000));\n` });

    const result = await one.step({ 'build-command': join(folder, 'much') });

    expect(result.exitCode).toBe(1);
    expect(result.outputs['build-conclusion']).toBe('success');
    expect(Math.max(...result.log.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(2000);
  });

  test('goes to standard error on the command line: --json alone is on standard output', async () => {
    const one = app(internet, 'says-cli');
    const inputs = { registry, namespace: 'acme', repo: one.repository, ref: one.commit };

    const { exitCode, json, stderr } = await check(
      { ...inputs, 'build-command': command('lines.mjs', '0 3') },
      { internet },
    );

    expect(exitCode).toBe(1);
    expect(json).toMatchObject({ ready: false, buildConclusion: 'success', 'build-image': one.image });
    expect(stderr).toContain(`${one.image}: ${node}\n  line 1\n  line 2\n  line 3\n`);
  });
});

describe('the environment of a program', () => {
  test('is that of the step, without its inputs', async () => {
    const one = app(internet, 'environment', { password: 'hunter2-hunter2', username: 'ada' });
    const env = {
      IMAGE_GATE_TAG: '{short-sha}',
      IMAGE_GATE_SOURCE_TOKEN: 'source-secret-0123',
      BUILD_FLAVOUR: 'vanilla',
    };

    const told = await tell(one, '', {}, env);

    const names = Object.keys(told.env);
    expect(names.filter((name) => /^(?:INPUT|IMAGE_GATE)_/i.test(name))).toEqual([]);
    expect(JSON.stringify(told.env)).not.toMatch(/hunter2-hunter2|source-secret-0123/);
    expect(told.env).toMatchObject({ BUILD_FLAVOUR: 'vanilla', GITHUB_ACTIONS: 'true', PATH: process.env.PATH });
    expect(told.cwd).toBe(told.env.GITHUB_WORKSPACE);
  });
});

describe('several repositories', () => {
  test('have their output in groups of their own, and their own outcomes', async () => {
    const names = ['crew-a', 'crew-b', 'crew-c'];
    const one = app(internet, 'crew');
    const { folder } = await folders.programs({
      build: `#!/bin/sh\n"${node}" "${join(scripts, 'lines.mjs')}" 0 12 "$1"\n[ "$1" != crew-b ]\n`,
    });

    const result = await one.step({
      repo: names.join(),
      owner: 'acme',
      'build-command': `${join(folder, 'build')} {repo}`,
    });

    expect(result.exitCode).toBe(1);
    const results = resultsOf(result);
    expect(results.map(({ repository, ...rest }) => [repository, rest.buildConclusion])).toEqual([
      ['acme/crew-a', 'success'],
      ['acme/crew-b', 'failure'],
      ['acme/crew-c', 'success'],
    ]);
    const groups = result.rawStdout
      .split('::group::')
      .slice(1)
      .map((part) => part.split('::endgroup::')[0]?.trim().split('\n').slice(1));
    expect(groups).toHaveLength(3);
    const said = groups.map((lines) => lines?.filter((line) => / \d+$/.test(line)));
    expect([...said].sort()).toEqual(
      names.map((name) => Array.from({ length: 12 }, (_value, at) => `${name} ${at + 1}`)),
    );
  });
});

describe('nothing is run', () => {
  test('when the image is ready', async () => {
    const one = app(internet, 'command-already');
    const folder = await folders.create();
    await one.push();

    const result = await one.step({ 'build-command': command('told.mjs', join(folder, 'told.json')) });

    expect(result.outputs).toMatchObject({ ready: 'true', 'build-conclusion': '' });
    expect(await exists(join(folder, 'told.json'))).toBe(false);
  });

  test('when the registry cannot be asked', async () => {
    const one = app(internet, 'command-unknown');
    const folder = await folders.create();
    internet.inject({ host: registry, path: /command-unknown/, answer: { status: 401 } });

    const result = await one.step({ 'build-command': command('told.mjs', join(folder, 'told.json')) });

    expect(result.exitCode).toBe(2);
    expect(result.outputs).not.toHaveProperty('ready');
    expect(await exists(join(folder, 'told.json'))).toBe(false);
  });
});
