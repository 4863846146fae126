import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { jobOutputs } from '../../sandbox/index.js';
import { useStory } from './support/surroundings.js';

const story = await useStory();

interface Reusable {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, unknown>>;
      readonly secrets: Readonly<Record<string, unknown>>;
    };
  };
  readonly jobs: Readonly<Record<string, { readonly outputs?: Readonly<Record<string, string>> }>>;
}

const read = (name: string): Reusable => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'));
/** On Docker Hub the user is mostly the namespace, too. */
const given = { username: 'loyaltolpi', password: 'dckr_pat_0123456789', 'source-token': 'source-token-0123456789' };

/** The outputs that leave a job of the workflow, whose step had these. */
function leaving(name: string, job: string, outputs: Readonly<Record<string, string>>) {
  const workflow = read(name);
  const secrets = Object.entries(given).flatMap(([secret, value]) =>
    Object.hasOwn(workflow.on.workflow_call.secrets, secret) ? [value] : [],
  );
  const named = Object.keys(workflow.jobs[job]?.outputs ?? {});
  return jobOutputs(Object.fromEntries(named.map((one) => [one, outputs[one] ?? ''])), secrets);
}

describe('a reusable workflow', () => {
  test.each(['gate', 'prune'])('%s declares nothing as a secret that is none', (name) => {
    const { secrets, inputs } = read(name).on.workflow_call;
    expect(Object.keys(secrets).filter((secret) => !/password|token/.test(secret))).toEqual([]);
    expect(Object.keys(inputs)).toContain('username');
  });

  test('gate: what to deploy by gets out, also where the user is the namespace', async () => {
    const { outputs } = await story.action();
    const job = leaving('gate', 'gate', outputs);
    expect(job.warnings).toEqual([]);
    expect(job.outputs).toMatchObject({ ready: 'true', image: outputs.image, pinned: outputs.pinned });
    expect(outputs.pinned).toContain(given.username);
  });

  test('prune: the matrix gets out', () => {
    const matrix = JSON.stringify({ include: [{ repositories: `${given.username}/app` }] });
    expect(leaving('prune', 'list', { matrix, count: '1' })).toEqual({ outputs: { matrix, count: '1' }, warnings: [] });
  });

  test('the runner drops what has a secret in it', () => {
    expect(jobOutputs({ image: 'acme/app:1', commit: 'abc' }, ['acme', ''])).toEqual({
      outputs: { commit: 'abc' },
      warnings: ["Skip output 'image' since it may contain secret."],
    });
  });
});
