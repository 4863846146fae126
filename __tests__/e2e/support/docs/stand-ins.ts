import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, matchesGlob } from 'node:path';
import type { StandIn } from '../../../../sandbox/index.js';

/** The files of the repository that is checked out. */
export const checkedOut: Readonly<Record<string, string>> = {
  'README.md': '# The app\n',
  'deploy.sh': '#!/bin/sh\necho "deploys $1"\n',
  'deploy/app.yaml': manifest('acme/app:1.4.2'),
  'k8s/app.yaml': manifest('acme/app:1.4.2'),
};

function manifest(image: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata: { name: app }\nspec: { containers: [{ name: app, image: ${image} }] }\n`;
}

/** Writes those files, and makes them a commit whose origin is a repository of its own. */
export async function checkOut(workspace: string, home: string): Promise<void> {
  for (const [name, text] of Object.entries(checkedOut)) {
    await mkdir(dirname(join(workspace, name)), { recursive: true });
    await writeFile(join(workspace, name), text, { mode: 0o755 });
  }
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@example.com', ...args], { cwd: workspace });
  const origin = join(home, 'origin.git');
  git('init', '--quiet', '--bare', origin);
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', origin);
  git('add', '.');
  git('commit', '--quiet', '--message', 'The app');
}

/** Stand-ins for the actions of others, by their names: what each does that a later step of a snippet sees. */
export const standIns: Readonly<Record<string, StandIn>> = {
  'actions/checkout': async (_inputs, { folders }) => {
    await checkOut(folders.workspace, folders.home);
    return {};
  },
  'actions/cache': async ({ path = '', key = '' }) => {
    if (path === '' || key === '') throw new Error('Input required and not supplied: path, key');
    return { outputs: { 'cache-hit': 'false' } };
  },
  'actions/upload-artifact': async (inputs, { folders: { workspace }, artifacts }) => {
    const { name = 'artifact', path = '' } = inputs;
    const all = await readdir(workspace, { recursive: true });
    const found = all.filter((file) => path.split('\n').some((one) => file === one || matchesGlob(file, one)));
    if (found.length === 0 && inputs['if-no-files-found'] !== 'ignore') throw new Error(`no files at ${path}`);
    const files = await Promise.all(
      found.map(async (file) => [file, await readFile(join(workspace, file), 'utf8')] as const),
    );
    if (found.length > 0) artifacts.set(name, Object.fromEntries(files));
    return {};
  },
  'actions/download-artifact': async ({ name = '' }, { folders: { workspace }, artifacts }) => {
    const files = artifacts.get(name);
    if (files === undefined) throw new Error(`Unable to find any artifacts for the run: ${name}`);
    for (const [file, text] of Object.entries(files)) await writeFile(join(workspace, file), text);
    return {};
  },
  'actions/attest-build-provenance': async (inputs) => {
    if (!/^sha256:[0-9a-f]{64}$/.test(inputs['subject-digest'] ?? '')) throw new Error('subject-digest is no digest');
    return {};
  },
  'aws-actions/configure-aws-credentials': async () => ({
    env: { AWS_ACCESS_KEY_ID: 'AKIADOCS', AWS_SECRET_ACCESS_KEY: 'a-password-0123456789' },
  }),
  'azure/setup-kubectl': async () => ({}),
  'docker/build-push-action': async ({ tags = '' }, { internet }) => {
    const [, path = '', tag = ''] = /^ghcr\.io\/(.+):([\w.-]+)$/.exec(tags) ?? [];
    return { outputs: { digest: await internet.ghcr.image(path, tag) } };
  },
  'docker/login-action': async ({ registry = 'https://index.docker.io/v1/', username = '', password = '' }, place) => {
    const file = join(place.folders.home, '.docker', 'config.json');
    await mkdir(dirname(file), { recursive: true });
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    await writeFile(file, JSON.stringify({ auths: { [registry]: { auth } } }));
    return {};
  },
  'google-github-actions/auth': async () => ({ outputs: { access_token: 'ya29.0123456789abcdef' } }),
};
