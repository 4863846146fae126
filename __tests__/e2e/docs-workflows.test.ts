import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { type JobResult, projectRoot, runWorkflow, type StepResult, type WorkflowFile } from '../../sandbox/index.js';
import { repository as project } from '../../src/lib/project.js';
import { completed, nameOf, type Snippet, snippets, yamlKind } from '../support/snippets.js';
import { buildToken, commit, repository, secrets, vars } from './support/docs/accounts.js';
import { programs } from './support/docs/programs.js';
import { standIns } from './support/docs/stand-ins.js';
import { createWorld } from './support/docs/world.js';
import { sigstore } from './support/signing.js';
import { useFolders } from './support/surroundings.js';

const folders = useFolders();
const { folder } = await folders.programs(programs);
const trusted = join(await folders.create({ 'root.json': JSON.stringify(sigstore.trustedRoot()) }), 'root.json');

/** The actions of this project as they are in its folders, a stand-in for each other action. */
async function actionOf(uses: string) {
  const [name = ''] = uses.split('@');
  if (name === 'the-snippet') return { action: join(await composite, 'action.yml') };
  if (name === project || name.startsWith(`${project}/`)) {
    return { action: join(projectRoot(), name.slice(project.length + 1), 'action.yml') };
  }
  const standIn = standIns[name];
  if (standIn === undefined) throw new Error(`there is no stand-in for ${uses}`);
  return { standIn };
}

async function workflowOf(uses: string): Promise<WorkflowFile> {
  const [, file = ''] = /^[^@]+?\/(\.github\/workflows\/\w+\.yml)@/.exec(uses) ?? [];
  return parse(await readFile(join(projectRoot(), file), 'utf8'));
}

const ofKind = (kind: ReturnType<typeof yamlKind>) =>
  snippets
    .filter(({ language, text }) => language === 'yaml' && yamlKind(text) === kind)
    .map((snippet) => [nameOf(snippet), snippet] as const);
const composites = ofKind('composite action');
const composite = folders.create({ 'action.yml': composites[0]?.[1].text ?? '' });

/** The steps of this project trust the sandbox’s own Sigstore where they require its signatures. */
function trusting(file: WorkflowFile): WorkflowFile {
  const jobs = Object.entries(file.jobs).map(([id, job]) => {
    const steps = job.steps?.map((step) =>
      /signature-identity|provenance/.test(Object.keys(step.with ?? {}).join()) && step.uses?.startsWith(project)
        ? { ...step, with: { ...step.with, 'trusted-root': trusted } }
        : step,
    );
    return [id, { ...job, ...(steps && { steps }) }];
  });
  return { ...file, jobs: Object.fromEntries(jobs) };
}

async function run(
  { text }: Pick<Snippet, 'text'>,
  file = completed(text),
  action = 'opened',
): Promise<readonly JobResult[]> {
  for (const [, kind, name = ''] of text.matchAll(/\b(secrets|vars)\.(\w+)/g))
    expect(Object.keys(kind === 'vars' ? vars : secrets)).toContain(name);
  const world = await createWorld(text);
  try {
    const needed = await folders.create(world.outputs);
    const jobs = await runWorkflow({
      file: trusting(file),
      internet: world.internet,
      workflow: { repository, sha: commit, eventName: String(Object.keys(Object(file.on))[0] ?? file.on) },
      event: eventOf(action),
      secrets,
      vars,
      artifacts: new Map([['prune-journal', { 'prune-journal.jsonl': world.journal }]]),
      programs: folder,
      actionOf,
      workflowOf,
      onJob: (job) => ({ ...world.onJob(job), NEEDED: needed }),
    });
    expect(world.uncovered()).toEqual([]);
    return jobs;
  } finally {
    await world.stop();
  }
}

/** The event of a pull request, with what a push has of it. */
function eventOf(action: string) {
  const head = { sha: commit, ref: 'feature', repo: { full_name: repository } };
  return { action, number: 17, pull_request: { number: 17, head, base: { ref: 'main' } } };
}

/** What is wrong with a run: with the log of the step, for who reads it. */
function complaints(jobs: readonly JobResult[]): readonly string[] {
  const of = ({ name, outcome, annotations, log }: StepResult) =>
    outcome === 'failure' || annotations.some(({ kind }) => kind !== 'notice') ? [`${name}: ${outcome}\n${log}`] : [];
  return jobs.flatMap(({ id, result, steps, jobs: inner }) => [
    ...(result === 'failure' ? [`${id}: failure`] : []),
    ...steps.flatMap(of),
    ...complaints(inner),
  ]);
}

/** Every step of this project that ran, of called workflows too. */
function ownSteps(jobs: readonly JobResult[]): readonly StepResult[] {
  return jobs.flatMap(({ steps, jobs: inner }) => [
    ...steps.filter(({ uses, outcome }) => uses?.startsWith(project) && outcome === 'success'),
    ...ownSteps(inner),
  ]);
}

describe('a workflow of the docs', () => {
  test.each(ofKind('workflow'))('%s', async (_name, snippet) => {
    const actions = snippet.text.includes("== 'closed'") ? ['opened', 'closed'] : ['opened'];
    for (const action of actions) {
      const jobs = await run(snippet, completed(snippet.text), action);
      expect(complaints(jobs)).toEqual([]);
      const used = snippet.text.includes(`uses: ${project}`);
      if (used) expect(ownSteps(jobs)).not.toEqual([]);
    }
  });
});

describe('a composite action of the docs', () => {
  test.each(composites)('%s', async (_name, { text }) => {
    const given = {
      repo: 'saas-apigateway',
      ref: 'develop',
      'source-token': secrets.BITBUCKET_TOKEN,
      password: secrets.DOCKERHUB_TOKEN,
      'build-token': buildToken,
    };
    const steps = [{ uses: 'the-snippet', with: given }];
    const jobs = await run({ text: `${text}\n# ${given.repo}` }, { on: 'push', jobs: { example: { steps } } });
    expect(complaints(jobs)).toEqual([]);
  });
});
