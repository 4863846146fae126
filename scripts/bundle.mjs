import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ncc from '@vercel/ncc';
import { transform } from 'esbuild';

/** Bundles the compiled sources into the folder that is given (dist/ for real, another to compare with). */
const folder = process.argv[2] ?? 'dist';
const { code, assets } = await ncc(join(process.cwd(), 'build/src/index.js'), {
  cache: false,
  quiet: true,
  license: 'licenses.txt',
  externals: { undici: './undici-stub.cjs' },
});

rmSync(folder, { recursive: true, force: true });
const files = { 'index.js': { source: code, permissions: 0o755 }, ...assets };
for (const [name, { source, permissions }] of Object.entries(files)) {
  const content = name.endsWith('.js') ? await withoutBlanks(source.toString()) : source;
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content, { mode: permissions });
}
writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
cpSync('scripts/undici-stub.cjs', join(folder, 'undici-stub.cjs'));

/** A job downloads the bundle before it runs: blanks and comments are a third of it. Names stay, for stack traces. */
async function withoutBlanks(source) {
  const { code } = await transform(source, {
    minifyWhitespace: true,
    minifySyntax: true,
    format: 'esm',
    target: 'node20',
    legalComments: 'none',
    logLevel: 'error',
  });
  return code;
}
