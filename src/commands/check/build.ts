import { type BuildInputs, parseBuildInputs } from '../../builders/build-inputs.js';
import type { Builder, BuilderSettings } from '../../builders/builder.js';
import { commandBuilder, parseBuildCommand } from '../../builders/command.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import { githubApiUrl } from '../../lib/workflow.js';
import { bitbucketApi } from '../../sources/bitbucket.js';
import { parseRef } from '../../sources/ref.js';
import type { Context } from '../command.js';
import { checkToken, type SourcePlan } from '../shared/inputs/source.js';
import { checkOwner } from '../shared/inputs/source-repositories.js';
import type { CheckInputs } from './inputs.js';

/** A build, read and found to make sense; nothing has been started. */
export interface BuildPlan {
  /** Hidden before anything is sent. */
  readonly token: string | undefined;
  readonly create: (settings: BuilderSettings) => Promise<Builder>;
}

const kinds = ['build-workflow', 'build-pipeline', 'build-command'] as const;
type BuilderInput = (typeof kinds)[number];
/** The inputs that only some of the builders use. */
const users: Partial<Record<keyof CheckInputs, readonly BuilderInput[]>> = {
  'build-repository': ['build-workflow'],
  'build-ref': ['build-workflow'],
  'build-inputs': ['build-workflow', 'build-pipeline'],
  'build-token': ['build-workflow', 'build-pipeline'],
};

/**
 * The input that selects the way to build; undefined when nothing is to be built.
 * @throws Failure (usage) for two builders at once, and for an input that the builder has no use for
 */
export function builderOf(inputs: CheckInputs): BuilderInput | undefined {
  const [kind, second] = kinds.filter((name) => inputs[name] !== undefined);
  if (kind !== undefined && second !== undefined)
    throw usageFailure(`${inputName(kind)} and ${inputName(second)} are both given`, 'Give one way to build.');
  for (const [name, builders] of Object.entries(users)) {
    if (inputs[name as keyof CheckInputs] === undefined || (kind !== undefined && builders.includes(kind))) continue;
    throw usageFailure(
      `${inputName(name)} is given, and there is no ${builders.map(inputName).join(' or ')} to use it`,
    );
  }
  return kind;
}

/**
 * Reads the `build-*` inputs; undefined when nothing is to be built.
 * @throws Failure (usage) for whatever cannot be used
 */
export function planBuild(
  inputs: CheckInputs,
  source: SourcePlan,
  context: Pick<Context, 'workflow' | 'environment'>,
): BuildPlan | undefined {
  const kind = builderOf(inputs);
  const variables = parseBuildInputs(inputs['build-inputs'] ?? '');
  if (kind === 'build-workflow') return planWorkflow(inputs, source, context, variables);
  if (kind === 'build-pipeline') return planPipeline(inputs, source, variables);
  if (inputs['build-command'] === undefined) return undefined;
  const words = parseBuildCommand(inputs['build-command']);
  return { token: undefined, create: async (settings) => commandBuilder(words, settings) };
}

function planWorkflow(
  inputs: CheckInputs,
  source: SourcePlan,
  { workflow: own, environment }: Pick<Context, 'workflow' | 'environment'>,
  variables: BuildInputs,
): BuildPlan {
  const ofSource = source.kind.name === 'github';
  // A source on GitHub has its address, from any input.
  const base = (ofSource ? source.url?.href : undefined) ?? githubApiUrl(environment);
  const token = readToken(inputs) ?? (ofSource ? source.token : own?.token);
  if (token === undefined)
    throw usageFailure(
      `${inputName('build-token')} is required for ${inputName('build-workflow')}`,
      'Give a token with actions: write on the build repository.',
    );
  const workflow = readWorkflowName(inputs['build-workflow'] ?? '');
  const repository = readRepository(inputs['build-repository'] ?? own?.repository);
  const given = inputs['build-ref'] === undefined ? undefined : readBuildRef(inputs['build-ref']);
  return {
    token,
    create: async (settings) => {
      const { workflowBuilder } = await import('../../builders/workflow.js');
      return workflowBuilder(
        {
          base,
          token,
          repository,
          workflow,
          inputs: variables,
          ref: ({ sourceRepository, ref, refKind, mergedInto }) => {
            const same = ofSource && sourceRepository.toLowerCase() === repository.toLowerCase();
            const own = refKind === undefined ? mergedInto : ref;
            return given ?? (same ? own : undefined);
          },
        },
        settings,
      );
    },
  };
}

function readToken(inputs: CheckInputs): string | undefined {
  const given = inputs['build-token'];
  return given === undefined ? undefined : checkToken('build-token', given);
}

/** A path is what people have at hand; the API wants the file's name. */
function readWorkflowName(text: string): string {
  const name = text.replace(/^(?:\.\/)?\.github\/workflows\//, '');
  if (/^(?:\d+|[A-Za-z0-9_][A-Za-z0-9._ -]*\.ya?ml)$/.test(name)) return name;
  throw usageFailure(
    `${inputName('build-workflow')} ${JSON.stringify(text)} is not a workflow’s file`,
    'Write its file name, for example build.yml, or its number.',
  );
}

function readRepository(text: string | undefined): string {
  if (text === undefined)
    throw usageFailure(
      `${inputName('build-repository')} is required: there is no workflow, pipeline or git clone to take it from`,
    );
  if (/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(text) && !/\/\.{1,2}$/.test(text)) return text;
  throw usageFailure(`${inputName('build-repository')} ${JSON.stringify(text)} is not owner/name`);
}

function readBuildRef(text: string): string {
  const ref = parseRef(text, inputName('build-ref'));
  if (ref.kind !== 'commit') return ref.name;
  throw usageFailure(
    `${inputName('build-ref')} is a commit`,
    `GitHub dispatches workflows on a branch or a tag. Pass the commit in ${inputValue('build-inputs', 'commit={commit}')}.`,
  );
}

function planPipeline(inputs: CheckInputs, source: SourcePlan, variables: BuildInputs): BuildPlan {
  if (source.kind.name !== 'bitbucket')
    throw usageFailure(
      `${inputName('build-pipeline')} builds on Bitbucket, and ${inputName('source')} is ${source.kind.name}`,
    );
  for (const repository of source.repositories) checkOwner(source.kind, repository);
  const token = readToken(inputs) ?? source.token;
  if (token === undefined)
    throw usageFailure(
      `${inputName('build-token')} is required for ${inputName('build-pipeline')}`,
      `Give a token with pipeline:write, here or as ${inputName('source-token')}.`,
    );
  const custom = inputs['build-pipeline'] === 'default' ? undefined : inputs['build-pipeline'];
  if (custom === undefined && variables.length > 0) {
    throw usageFailure(
      `${inputName('build-inputs')} is given, and only a custom pipeline takes variables`,
      `Give the name of a custom pipeline as ${inputName('build-pipeline')}.`,
    );
  }
  const base = bitbucketApi(source.url);
  return {
    token,
    create: async (settings) => {
      const { pipelineBuilder } = await import('../../builders/pipeline.js');
      return pipelineBuilder(
        {
          base,
          username: inputs['build-token'] === undefined ? source.username : undefined,
          token,
          custom,
          variables,
        },
        settings,
      );
    },
  };
}
