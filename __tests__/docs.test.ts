import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface ActionFile {
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
}

const action: ActionFile = parse(readFileSync('action.yml', 'utf8'));
const gate = parse(readFileSync('.github/workflows/gate.yml', 'utf8'));
const pages = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)];
const examples = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = ''], at) => ({
    name: `${page}, example ${at + 1}`,
    text: text.replace(/^(?:\s*\n)+/, ''),
  })),
);

/** Every object in a document, the document itself first. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

/** An example may be a part of a document that is indented as in its place. */
function parseExample(text: string): unknown {
  const indent = /^ */.exec(text)?.[0] ?? '';
  return parse(text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

describe('the examples in the docs', () => {
  it.each(examples)('$name is YAML, and names inputs that there are', ({ text }) => {
    for (const { uses, with: given, secrets } of objectsIn(parseExample(text))) {
      if (uses === 'OWNER/image-gate@v1') {
        for (const name of Object.keys(given ?? {})) expect(Object.keys(action.inputs)).toContain(name);
      }
      if (String(uses).startsWith('OWNER/image-gate/.github/workflows/gate.yml')) {
        for (const name of Object.keys(given ?? {})) expect(Object.keys(gate.on.workflow_call.inputs)).toContain(name);
        const names = typeof secrets === 'object' ? Object.keys(secrets ?? {}) : [];
        for (const name of names) expect(Object.keys(gate.on.workflow_call.secrets)).toContain(name);
      }
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

describe('the reusable workflow', () => {
  const step = gate.jobs.gate.steps[0];

  it('hands its inputs and secrets to inputs that there are', () => {
    for (const name of Object.keys(step.with)) expect(Object.keys(action.inputs)).toContain(name);
    const { inputs, secrets } = gate.on.workflow_call;
    const handed = Object.keys(step.with).concat('runs-on');
    for (const name of [...Object.keys(inputs), ...Object.keys(secrets)]) expect(handed).toContain(name);
  });

  it('gives on outputs that there are', () => {
    for (const name of Object.keys(gate.jobs.gate.outputs)) expect(Object.keys(action.outputs)).toContain(name);
    expect(Object.keys(gate.on.workflow_call.outputs).sort()).toEqual(Object.keys(gate.jobs.gate.outputs).sort());
  });
});

describe('the workflows of this repository', () => {
  const files = readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`);

  it.each(files)('%s pins every action by its commit', (file) => {
    const uses = objectsIn(parse(readFileSync(file, 'utf8'))).flatMap((one) =>
      typeof one.uses === 'string' ? [one.uses] : [],
    );
    for (const name of uses) {
      expect(name).toMatch(/^(?:\.\/|OWNER\/image-gate@v1$|[\w.-]+\/[\w./-]+@[0-9a-f]{40}$)/);
    }
  });
});
