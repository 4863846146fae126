import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot, temporaryFolder } from '../../sandbox/index.js';

export interface Runtime {
  /** Of the program, absolute. */
  readonly path: string;
  /** `24.9.0` */
  readonly version: string;
}

/**
 * The Node.js of `runs.using` in action.yml: this process's own where the major versions agree, else `$BENCH_NODE`, else
 * the one of npm's package `node`, installed into a temporary folder until this process ends.
 * @throws Error when that version cannot be installed
 */
export async function actionRuntime(): Promise<Runtime> {
  const { runs } = parse(await readFile(join(projectRoot(), 'action.yml'), 'utf8'));
  const major = /^node(\d+)$/.exec(runs.using)?.[1];
  if (process.versions.node.split('.')[0] === major) return { path: process.execPath, version: process.versions.node };
  const path = process.env.BENCH_NODE ?? (await install(`node@${major}`));
  return { path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().slice(1) };
}

async function install(name: string): Promise<string> {
  console.log(`installing ${name}, the runtime of the action`);
  const { path } = await temporaryFolder();
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', path, name], { stdio: 'inherit' });
  return join(path, 'node_modules', 'node', 'bin', 'node');
}
