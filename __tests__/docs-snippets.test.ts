import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { repository } from '../src/lib/project.js';
import { isCommandLines, nameOf, type Snippet, snippets, yamlKind } from './support/snippets.js';

/** What is done with a kind of snippet: which test runs it, or why none does. */
interface Row {
  readonly kind: string;
  readonly is: (snippet: Snippet) => boolean;
  readonly done: string;
}

const isYaml = (kind: ReturnType<typeof yamlKind>) => (snippet: Snippet) =>
  snippet.language === 'yaml' && yamlKind(snippet.text) === kind;
const isSh = (words: RegExp) => (snippet: Snippet) => snippet.language === 'sh' && words.test(snippet.text);

/** The first row that fits counts. */
const rows: readonly Row[] = [
  { kind: 'workflow', is: isYaml('workflow'), done: 'linted by actionlint.test.ts, run by e2e/docs-workflows.test.ts' },
  { kind: 'composite action', is: isYaml('composite action'), done: 'run by e2e/docs-workflows.test.ts' },
  { kind: 'pipeline of another CI', is: isYaml('pipeline'), done: 'its script is run by e2e/docs-commands.test.ts' },
  { kind: 'Kubernetes or Compose file', is: isYaml('manifest'), done: 'read by e2e/docs-commands.test.ts' },
  { kind: 'command lines', is: isCommandLines, done: 'run by e2e/docs-commands.test.ts' },
  { kind: 'variables', is: isSh(/^export IMAGE_GATE_/), done: 'set by e2e/docs-commands.test.ts for its page' },
  { kind: 'a release', is: isSh(/^gh attestation verify/), done: 'not run: it requires the release that it verifies' },
  { kind: 'JSON', is: ({ language }) => language === 'json', done: 'parsed below: its values are those of an example' },
  {
    kind: 'Jenkinsfile',
    is: ({ language }) => language === 'groovy',
    done: 'its script is run by docs-other-ci.test.ts',
  },
  { kind: 'transcript', is: ({ language }) => language === 'console', done: 'written by npm run demo:picture' },
  { kind: 'output', is: ({ language }) => language === '', done: 'compared by e2e/docs-commands.test.ts' },
  { kind: 'development', is: isSh(/^npm (?:ci|run)\b/m), done: 'not run: it is what CI runs' },
  { kind: 'other clouds', is: isSh(/^(?:gcloud|az|chainctl|cosign)\b/m), done: 'not run: it changes a real account' },
  { kind: 'before', is: isSh(/^until docker manifest inspect/), done: 'not run: it is the script that is replaced' },
  { kind: 'diagram', is: ({ language }) => language === 'mermaid', done: 'not run: GitHub draws it' },
  { kind: 'systemd unit', is: ({ language }) => language === 'ini', done: 'not run: it requires systemd' },
];

describe('the snippets of README.md and docs/', () => {
  it.each(snippets.map((snippet) => [nameOf(snippet), snippet] as const))('%s is of a known kind', (_name, snippet) => {
    expect(rows.find(({ is }) => is(snippet))?.done).toBeDefined();
  });

  it.each(rows)('$kind exists', ({ is }) => {
    expect(snippets.filter(is)).not.toEqual([]);
  });

  it('names each action of others by the major version that the workflows of this repository pin', () => {
    const pinned = readdirSync('.github/workflows').flatMap((file) =>
      [
        ...readFileSync(`.github/workflows/${file}`, 'utf8').matchAll(
          /uses: ([\w.-]+\/[\w./-]+)@[0-9a-f]{40} # (v\d+)/g,
        ),
      ].map(([, action = '', major = '']) => [action, major] as const),
    );
    const majors = new Map(pinned);
    const used = snippets.flatMap(({ text }) => [...text.matchAll(/uses: ([\w.-]+\/[\w.-]+)@(\S+)/g)]);
    const others = used.filter(([, action = '']) => action !== repository);
    expect(others.length).toBeGreaterThan(10);
    for (const [, action = '', ref = ''] of others) {
      expect({ action, ref }).toEqual({ action, ref: majors.get(action) ?? expect.stringMatching(/^v\d+$/) });
    }
  });

  const json = snippets.filter(({ language }) => language === 'json');
  it.each(json.map((snippet) => [nameOf(snippet), snippet.text] as const))(
    '%s is JSON, or JSON by line',
    (_name, text) => {
      const parts = /^\{[^\n]*\}\n\{/.test(text) ? text.trim().split('\n') : [text];
      for (const part of parts) expect(JSON.parse(part)).toEqual(expect.any(Object));
    },
  );
});
