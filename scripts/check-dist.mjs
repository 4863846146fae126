import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Builds the bundle into build/expected-dist and compares it with dist/, byte for byte. */
const expected = 'build/expected-dist';
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
run('npm', ['run', '--silent', 'compile']);
run('node', ['scripts/bundle.mjs', expected]);

const names = [...new Set([...readdirSync(expected), ...(existsSync('dist') ? readdirSync('dist') : [])])];
const same = (name) =>
  ['dist', expected].every((folder) => existsSync(join(folder, name))) &&
  readFileSync(join('dist', name)).equals(readFileSync(join(expected, name)));
const stale = names.filter((name) => !same(name));
if (stale.length > 0) {
  console.error(`dist/ is not what src/ builds (npm run build): ${stale.join(', ')}`);
  process.exitCode = 1;
} else {
  console.log(`dist/ is what src/ builds: ${names.join(', ')}.`);
}
