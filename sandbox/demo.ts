import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chapter, expect, failures, indented, requestsByHost, requestsTo, say } from './demo/narration.js';
import { newerVersion } from './demo/newer-version.js';
import { pruned } from './demo/pruning.js';
import { served } from './demo/serving.js';
import {
  type ActionResult,
  type CliResult,
  type Internet,
  projectRoot,
  runAction,
  runCli,
  startInternet,
} from './index.js';

const COMMIT = '660cbcf4a1d0f2e39b7c58d6e1f0a2b3c4d5e6f7';
const SOURCE_TOKEN = 'ATCTT3xFfGN0demo';
const BUILD_TOKEN = 'github_pat_demo';
const [USER, SECRET] = ['acmebot', 'dckr_pat_demo'];

function deploy(
  internet: Internet,
  password: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  return runAction({
    action: join(projectRoot(), 'action.yml'),
    internet,
    secrets: [SOURCE_TOKEN, BUILD_TOKEN, password],
    inputs: {
      source: 'bitbucket',
      owner: 'acme',
      repo: 'api',
      ref: 'develop',
      'source-token': SOURCE_TOKEN,
      namespace: 'acme',
      username: USER,
      password,
      ...inputs,
    },
  });
}

/**
 * Gives GitHub acme/builds, whose build.yml takes two seconds and pushes an image for the commit in its input. The
 * digest is set when it has.
 */
function prepareBuild(internet: Internet): { digest?: string } {
  const pushed: { digest?: string } = {};
  internet.actions.tokens.writers.add(BUILD_TOKEN);
  internet.actions.workflow('acme/builds', 'build.yml', {
    inputs: ['commit', 'image'],
    runName: (inputs) => `Build ${inputs.commit?.slice(0, 7)}`,
    plan: { queuedMs: 500, runningMs: 1500 },
    async onRun({ inputs }) {
      pushed.digest = await internet.hub.image('acme/api', inputs.commit?.slice(0, 7) ?? '');
    },
  });
  return pushed;
}

function commandLine(internet: Internet, password: string): Promise<CliResult> {
  return runCli({
    args: ['check', 'api', 'develop', '--source', 'bitbucket'],
    internet,
    env: {
      IMAGE_GATE_OWNER: 'acme',
      IMAGE_GATE_SOURCE_TOKEN: SOURCE_TOKEN,
      IMAGE_GATE_NAMESPACE: 'acme',
      IMAGE_GATE_USERNAME: USER,
      IMAGE_GATE_PASSWORD: password,
    },
  });
}

async function story(internet: Internet): Promise<void> {
  internet.hub.users.set(USER, SECRET);
  internet.hub.repository('acme/api', { private: true });
  internet.bitbucket.tokens.add(SOURCE_TOKEN);
  internet.bitbucket.repository('acme', 'api', { private: true, branches: { develop: COMMIT } });

  chapter('Monday, 8:55. Does the image exist?');
  await internet.hub.image('library/nginx', '1.27');
  say('$ image-gate check nginx:1.27');
  const exists = await runCli({ args: ['check', 'nginx:1.27'], internet });
  indented(exists.stdout);
  expect('exit code 0', exists.exitCode, 0);
  say('$ image-gate check nginx:1.99');
  const missing = await runCli({ args: ['check', 'nginx:1.99'], internet });
  indented(missing.stdout);
  expect('not ready: exit code 1', missing.exitCode, 1);
  say('$ image-gate check nginx:1.27 --plattforms linux/arm64');
  const mistyped = await runCli({ args: ['check', 'nginx:1.27', '--plattforms', 'linux/arm64'], internet });
  indented(mistyped.stderr);
  expect('a typo: exit code 64', mistyped.exitCode, 64);
  say(`  Requests: ${requestsByHost(internet)}`);

  chapter('9:00. A workflow deploys the branch develop');
  say(`On Bitbucket, the branch develop of acme/api is at commit ${COMMIT.slice(0, 7)}.`);
  say('On Docker Hub, the private repository acme/api is empty.');
  const early = await deploy(internet, SECRET);
  indented(early.log);
  expect('the step fails, and nothing is deployed', early.exitCode, 1);
  expect('the output ready is false', early.outputs.ready, 'false');
  expect('the command line ends with exit code 1', (await commandLine(internet, SECRET)).exitCode, 1);
  say(`  Requests: ${requestsByHost(internet)}`);

  chapter('9:05. The same, with a build of the missing image');
  const pushed = prepareBuild(internet);
  say('On GitHub, build.yml in acme/builds takes about two seconds. These inputs of the step start it:');
  const build = {
    'build-workflow': 'build.yml',
    'build-repository': 'acme/builds',
    'build-inputs': 'commit={commit}\nimage={image}',
    'build-token': BUILD_TOKEN,
  };
  indented(
    Object.entries({ ...build, 'build-token': '${{ secrets.BUILD_TOKEN }}' })
      .map(([name, value]) => `${name}: ${value.replaceAll('\n', ', ')}`)
      .join('\n'),
  );
  say('The log of the step:');
  const ready = await deploy(internet, SECRET, build);
  indented(ready.log);
  const [run] = internet.actions.runs;
  const link = `https://github.com/acme/builds/actions/runs/${run?.id}`;
  say('The requests to GitHub:');
  requestsTo(internet, 'api.github.com');
  expect('one build was dispatched', internet.actions.dispatches, 1);
  expect('for this commit', run?.inputs.commit, COMMIT);
  expect('of this image', run?.inputs.image, /acme\/api/);
  expect('the step links to its run', ready.outputs['build-url'], link);
  expect('the run succeeded', ready.outputs['build-conclusion'], 'success');
  expect('the step succeeds', ready.exitCode, 0);
  expect('ready', ready.outputs.ready, 'true');
  expect('the image', ready.outputs.image, /acme\/api/);
  expect('its tag', ready.outputs.tag, COMMIT.slice(0, 7));
  const digest = pushed.digest ?? 'what the build pushed';
  expect('its digest', ready.outputs.digest, digest);
  expect('what to deploy', ready.outputs.pinned, new RegExp(`acme/api@${digest}$`));
  expect('the commit', ready.outputs.commit, COMMIT);
  for (const name of ['ready', 'image', 'tag', 'digest', 'pinned', 'commit', 'build-url', 'build-conclusion']) {
    say(`    ${name.padEnd(16)} ${ready.outputs[name] ?? ''}`);
  }
  say(`  Requests: ${requestsByHost(internet)}`);
  expect('no pull was counted', internet.hub.pulls, 0);

  chapter('9:06. The image exists: the same on the command line');
  say('$ image-gate check api develop --source bitbucket');
  const typed = await commandLine(internet, SECRET);
  indented(typed.stdout);
  expect('exit code 0', typed.exitCode, 0);
  say(`  Requests: ${requestsByHost(internet)}`);

  chapter('9:10. A wrong password is an error, not a missing image');
  const refused = await deploy(internet, 'dckr_pat_wrong');
  indented(refused.log);
  expect('the step fails with exit code 2', refused.exitCode, 2);
  expect('the output ready is not set', refused.outputs.ready, undefined);
  const refusedTyped = await commandLine(internet, 'dckr_pat_wrong');
  indented(refusedTyped.stderr);
  expect('the command line ends with the same exit code', refusedTyped.exitCode, 2);
  const shown = [refused.rawStdout, refused.stderr, refused.summary, refusedTyped.stdout, refusedTyped.stderr].join(
    '\n',
  );
  const leaks = shown.split('\n').filter((line) => line.includes('dckr_pat_wrong') && !line.startsWith('::add-mask::'));
  expect('the password is not shown', leaks.length, 0);
  await newerVersion(internet);
  await pruned(internet, [USER, SECRET]);
  await served(internet);
}

if (existsSync(join(projectRoot(), 'dist', 'index.js'))) {
  const internet = await startInternet();
  say('Docker Hub, Bitbucket and GitHub are simulated on this machine. Image Gate runs from its bundle.');
  try {
    await story(internet);
  } finally {
    await internet.stop();
  }
  say();
  say(
    failures.length === 0
      ? 'All expectations were met.'
      : `${failures.length} expectations were not met: ${failures.join('; ')}`,
  );
} else {
  failures.push('there is no dist/index.js: build it first');
  say(failures.join());
}
process.exitCode = failures.length === 0 ? 0 : 1;
