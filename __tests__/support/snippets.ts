import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { StepFile, WorkflowFile } from '../../sandbox/index.js';
import { repository, version } from '../../src/lib/project.js';

/** A fenced block of a page, without the indent that it has there. */
export interface Snippet {
  readonly page: string;
  /** Of its fence, from 1 on. */
  readonly line: number;
  /** What is behind the fence: `yaml`, `sh`, … */
  readonly language: string;
  readonly text: string;
}

const pages: readonly string[] = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort(),
];

/** The fenced blocks of a page in their order. */
export function snippetsOf(page: string): readonly Snippet[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^( *)```(\S*)[^\n]*\n([\s\S]*?)^ *```$/gm)].map(
    ({ 2: language = '', 3: body = '', index }) => ({
      page,
      line: text.slice(0, index).split('\n').length,
      language,
      text: unindented(body),
    }),
  );
}

/** A snippet may be a part of a document that is indented as in its place. */
function unindented(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}

export const snippets: readonly Snippet[] = pages.flatMap(snippetsOf);

export function nameOf({ page, line }: Snippet): string {
  return `${page}:${line}`;
}

/** Command lines with this program, or with what it prepares or serves. */
export function isCommandLines({ language, text }: Snippet): boolean {
  return (
    language === 'sh' &&
    /(?<![\w/])image-gate\b(?! *(?:$|\/))|\blocalhost:4006\b|\bdocker run\b/m.test(text) &&
    !/^(?:az|chainctl|gcloud|gh) /m.test(text)
  );
}

/** How an example calls an action of this project. */
const ownUse: string = `${repository}@v${version.split('.')[0]}`;

/** The parts of a workflow file, of which a snippet has some. */
interface Part extends Partial<WorkflowFile> {
  readonly steps?: readonly StepFile[];
  readonly runs?: { readonly using: string };
  readonly with?: Readonly<Record<string, unknown>>;
}

/** What a YAML snippet is. */
export type YamlKind = 'workflow' | 'composite action' | 'pipeline' | 'manifest';

/** @throws Error for YAML that nobody has foreseen */
export function yamlKind(text: string): YamlKind {
  const value: unknown = parse(text);
  if (Array.isArray(value)) return 'workflow';
  const keys = Object.keys(Object(value));
  if (keys.includes('runs')) return 'composite action';
  if (['pipelines', 'version'].some((key) => keys.includes(key))) return 'pipeline';
  if (keys.includes('apiVersion') || keys.includes('services')) return 'manifest';
  if (['jobs', 'steps', 'with', 'on'].some((key) => keys.includes(key))) return 'workflow';
  if (JSON.stringify(value).includes('"script":')) return 'pipeline';
  throw new Error(`neither a workflow nor anything else that is known: ${keys}`);
}

/**
 * A whole workflow of a snippet that may be a part of one:
 * - a list is the steps of a job, and `with` alone is that of one step which uses the root action;
 * - steps without a job are those of a job on ubuntu-latest;
 * - `on` without a job is that of a job which does nothing;
 * - without `permissions`, steps with `oidc` have `id-token: write`;
 * - without `on` it runs on pushes, on pull requests where it names `github.event.number`;
 * - a job that another one `needs` only by an output, `needs.test.outputs.digest`, exists and has that output.
 */
export function completed(text: string): WorkflowFile {
  const value: unknown = parse(text);
  const part: Part = Array.isArray(value) ? { steps: value } : Object(value);
  const nothing = part.with === undefined ? [{ run: 'true' }] : [{ uses: ownUse, with: part.with }];
  const steps = part.steps ?? nothing;
  const given = part.jobs ?? { example: { 'runs-on': 'ubuntu-latest', steps } };
  const needed = [...text.matchAll(/\bneeds\.(\w+)\.outputs\.([\w-]+)/g)].filter(([, job = '']) => !(job in given));
  const others = needed.map(([, job = '', output = '']) => [
    job,
    {
      'runs-on': 'ubuntu-latest',
      outputs: { [output]: '${{ steps.made.outputs.value }}' },
      steps: [{ id: 'made', run: `echo "value=$(cat "$NEEDED/${output}")" >> "$GITHUB_OUTPUT"` }],
    },
  ]);
  const jobs =
    others.length === 0
      ? given
      : {
          ...Object.fromEntries(others),
          ...Object.fromEntries(
            Object.entries(given).map(([id, job]) => [id, { ...job, needs: others.map(([name]) => name) }]),
          ),
        };
  const event = /github\.event\.(?:number|pull_request)/.test(text) ? 'pull_request' : 'push';
  const keyless = Array.isArray(value) && /^\s*oidc:/m.test(text) ? { 'id-token': 'write' } : undefined;
  const { name = 'Example', on = event, permissions = keyless, env } = part;
  return {
    name,
    on,
    ...(permissions !== undefined && { permissions }),
    ...(env !== undefined && { env }),
    jobs,
  };
}
