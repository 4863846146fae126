import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { repository, version } from '../src/lib/project.js';
import { nameOf, snippetsOf } from './support/snippets.js';

interface ActionFile {
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
}

const major = version.split('.')[0];
/** How an example calls an action of this project, or one of its reusable workflows: at the moving tag. */
const ownAction = new RegExp(`^${repository}(?:/([a-z]+))?@v${major}$`);
const ownWorkflow = new RegExp(`^${repository}/\\.github/workflows/(\\w+)\\.yml@v${major}$`);
/** How those workflows call the actions: at the release that they are part of. */
const ownRelease = new RegExp(`^${repository}(?:/[a-z]+)?@v${version.replaceAll('.', '\\.')}$`);

const action: ActionFile = parse(readFileSync('action.yml', 'utf8'));
/** The reusable workflows, with the action that each is made around. */
const reusable = {
  gate: { workflow: parse(readFileSync('.github/workflows/gate.yml', 'utf8')), action },
  prune: { workflow: parse(readFileSync('.github/workflows/prune.yml', 'utf8')), action: actionOf('prune') },
};

function actionOf(name: string): ActionFile {
  return parse(readFileSync(`${name}/action.yml`, 'utf8'));
}

const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];
const examples = pages
  .flatMap(snippetsOf)
  .filter(({ language }) => language === 'yaml')
  .map((snippet) => ({ name: nameOf(snippet), text: snippet.text }));

/** Every object in a document, the document itself first. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

describe('the examples in the docs', () => {
  it.each(examples)('$name is YAML, and names inputs that there are', ({ text }) => {
    for (const { uses, with: given, secrets } of objectsIn(parse(text))) {
      const [, name] = ownAction.exec(String(uses)) ?? [];
      if (String(uses).startsWith(repository) && !String(uses).includes('.github')) {
        const { inputs } = name === undefined ? action : actionOf(name);
        for (const input of Object.keys(given ?? {})) expect(Object.keys(inputs)).toContain(input);
      }
      const [, called] = ownWorkflow.exec(String(uses)) ?? [];
      if (called !== undefined) {
        const { workflow } = reusable[called as keyof typeof reusable];
        for (const input of Object.keys(given ?? {}))
          expect(Object.keys(workflow.on.workflow_call.inputs)).toContain(input);
        // Inherited secrets have the names of the repository’s, and none of those has a dash.
        expect(secrets).not.toBe('inherit');
        const names = typeof secrets === 'object' ? Object.keys(secrets ?? {}) : [];
        for (const one of names) expect(Object.keys(workflow.on.workflow_call.secrets)).toContain(one);
      }
    }
  });

  it.each(examples)('$name names the registry that username and password are for', ({ text }) => {
    for (const { uses, with: given } of objectsIn(parse(text))) {
      if (!String(uses).startsWith(repository)) continue;
      const { image, from, registry, password } = (given ?? {}) as Record<string, unknown>;
      if (password === undefined || registry !== undefined) continue;
      expect(String(from ?? image ?? '')).not.toMatch(/^[^/\s]+[.:][^/\s]*\//m);
    }
  });

  it('use outputs that there are', () => {
    const used = examples.flatMap(({ text }) =>
      [...text.matchAll(/steps\.gate\.outputs\.([\w-]+)/g)].map(([, name]) => name),
    );
    expect(used.length).toBeGreaterThan(0);
    for (const name of used) expect(Object.keys(action.outputs)).toContain(name);
  });
});

/** The name that GitHub gives to a heading in a page. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

describe('the links in the docs', () => {
  it.each(pages)('%s leads to pages and headings that there are', (page) => {
    const text = readFileSync(page, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      expect({ target, there: existsSync(file) }).toEqual({ target, there: true });
      if (anchor === undefined) continue;
      const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title));
      expect(headings).toContain(anchor);
    }
  });

  it('lead from the index to every page', () => {
    const index = readFileSync('docs/README.md', 'utf8');
    for (const name of docs) if (name !== 'README.md') expect(index).toContain(`](${name.replaceAll('\\', '/')})`);
  });
});

describe.each(Object.entries(reusable))('the reusable workflow %s', (name, { workflow, action: own }) => {
  const steps = Object.values(workflow.jobs as Record<string, { steps: Record<string, unknown>[] }>).flatMap(
    (job) => job.steps,
  );
  const step = steps.find(({ id }) => id === name) as { with: Record<string, string> };

  it('hands its inputs and secrets to inputs that there are', () => {
    for (const input of Object.keys(step.with)) expect(Object.keys(own.inputs)).toContain(input);
    const { inputs, secrets } = workflow.on.workflow_call;
    const text = JSON.stringify(workflow.jobs);
    for (const input of Object.keys(inputs)) expect(text).toContain(`inputs.${input}`);
    for (const secret of Object.keys(secrets)) expect(text).toContain(`secrets.${secret}`);
    const used = [...text.matchAll(/\b(inputs|secrets)\.([\w-]+)/g)];
    for (const [, kind, input = ''] of used) expect(Object.keys(kind === 'inputs' ? inputs : secrets)).toContain(input);
  });

  it('gives on outputs that there are', () => {
    const outputs = workflow.on.workflow_call.outputs ?? {};
    for (const [output, { value }] of Object.entries(outputs as Record<string, { value: string }>)) {
      expect(value).toBe(`\${{ jobs.${name}.outputs.${output} }}`);
      expect(Object.keys(own.outputs)).toContain(output);
      expect(Object.keys(workflow.jobs[name].outputs)).toContain(output);
    }
  });
});

describe('the workflows of this repository', () => {
  const files = readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`);

  it.each(files)('%s pins every action by its commit', (file) => {
    const uses = objectsIn(parse(readFileSync(file, 'utf8'))).flatMap((one) =>
      typeof one.uses === 'string' ? [one.uses] : [],
    );
    for (const name of uses) {
      if (!ownRelease.test(name)) expect(name).toMatch(/^(?:\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40}$)/);
    }
  });
});
