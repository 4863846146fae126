import { formatImage, type ImageName, parseImageName, parseRegistry } from '../../images/name.js';
import { Failure, usageFailure } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import type { Workflow } from '../../lib/workflow.js';
import type { GivenReference } from '../shared/files/reference-files.js';
import { type NamingInputs, readImage, withTag } from '../shared/inputs/image.js';
import type { LatestInputs } from './inputs.js';
import type { Outcome } from './outcome.js';

/** An image with a tag, and its places. */
export interface Target {
  readonly image: ImageName & { readonly tag: string };
  readonly where: readonly string[];
}

/** The image to look up, or a result that needs no request. */
export type Planned =
  | { readonly kind: 'target'; readonly target: Target }
  | { readonly kind: 'settled'; readonly outcome: Outcome };

/** @throws Failure (usage) for inputs that cannot be meant. */
export function checkLatest(inputs: LatestInputs): void {
  if (inputs.image.length === 0)
    throw usageFailure(
      `${inputName('image')} is required: the images that are in use, or files that name them`,
      'For example acme/app:1.2.0, or k8s/.',
    );
  if (inputs.strategy !== 'digest') return;
  const wrong = (['include', 'exclude'] as const).find((name) => inputs[name] !== undefined);
  const given = inputs.prerelease ? 'prerelease' : wrong;
  if (given !== undefined) {
    throw usageFailure(
      `${inputName(given)} chooses among tags, and ${inputValue('strategy', 'digest')} looks at one`,
      `Leave ${inputName(given)} empty, or use another strategy.`,
    );
  }
}

/**
 * The images to look up, each once with all its places, in the order of the references. In files a name
 * means what it means to Docker, whatever `registry` and `namespace` are.
 * @throws Failure (usage) for a name that was given itself and is none
 */
export function planLatest(
  references: readonly GivenReference[],
  inputs: NamingInputs,
  workflow: Workflow | undefined,
): readonly Planned[] {
  const planned = new Map<string, { readonly one: Planned; readonly where: string[] }>();
  for (const reference of references) {
    const one = planOne(reference, inputs, workflow);
    const name = one.kind === 'target' ? formatImage(one.target.image) : one.outcome.name;
    const known = planned.get(name) ?? { one, where: [] };
    if (reference.where !== undefined) known.where.push(reference.where);
    planned.set(name, known);
  }
  return [...planned.values()].map(({ one, where }) =>
    one.kind === 'target'
      ? { kind: 'target', target: { ...one.target, where } }
      : { kind: 'settled', outcome: { ...one.outcome, where } },
  );
}

function planOne(reference: GivenReference, inputs: NamingInputs, workflow: Workflow | undefined): Planned {
  const { kind, text, where } = reference;
  if (kind === 'unresolved') return settled('unknown', text, reference.reason);
  if (kind === 'no-tag')
    return settled('unsupported', text, 'the file has no tag for it: the tag is set when the file is rendered');
  const image = where === undefined ? readImage(text, inputs, workflow) : nameInFile(text, inputs);
  if (image instanceof Failure) return settled('unknown', text, image.message);
  const { tag, ...rest } = withTag(image);
  if (tag === undefined)
    return settled('unsupported', formatImage(image), 'a digest alone never moves and has no version');
  return { kind: 'target', target: { image: { ...rest, tag }, where: [] } };
}

function nameInFile(text: string, inputs: NamingInputs): ImageName | Failure {
  const home = parseRegistry(inputs.registry);
  try {
    const image = parseImageName(text, parseRegistry('docker.io'));
    // Only the input decides if requests to that registry use plain HTTP.
    return image.registry.host === home.host ? { ...image, registry: home } : image;
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
}

function settled(status: Outcome['status'], name: string, reason: string): Planned {
  return { kind: 'settled', outcome: { name, where: [], status, answer: undefined, step: undefined, reason } };
}
