import { formatImage, type ImageName, parseImageName, type RepositoryName } from '../../images/name.js';
import { type Platform, parsePlatform } from '../../images/platform.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import type { Workflow } from '../../lib/workflow.js';
import { checkPair } from '../shared/inputs/credentials.js';
import { readImage } from '../shared/inputs/image.js';
import { refusePassword } from '../shared/inputs/keyless.js';
import type { CopyInputs } from './inputs.js';

/** The copies to make; nothing has been sent yet. */
export interface CopyPlan {
  readonly from: ImageName;
  /** The tag or digest to read. */
  readonly reference: string;
  readonly platforms: readonly Platform[];
  /** Each repository once, with all the tags it gets there. */
  readonly places: readonly Place[];
}

/** One repository to copy to. */
export interface Place {
  readonly name: RepositoryName;
  /** Empty: by digest alone. */
  readonly tags: readonly string[];
  /** True if it is in the source's registry. */
  readonly isSameRegistry: boolean;
  /** True if to-username and to-password, or to-oidc, are for it. */
  readonly ownCredentials: boolean;
}

/** @throws Failure (usage) */
export function planCopy(inputs: CopyInputs, workflow: Workflow | undefined): CopyPlan {
  if (inputs.from === undefined) throw usageFailure(`${inputName('from')} is missing`, 'For example acme/app:1.0.');
  if (inputs.to.length === 0)
    throw usageFailure(`${inputName('to')} is missing`, 'For example registry.example.com/acme/app:1.0.');
  const from = readImage(inputs.from, inputs, workflow);
  const reference = from.digest ?? from.tag;
  if (reference === undefined) {
    throw usageFailure(
      `${inputName('from')} ${JSON.stringify(inputs.from)} has neither a tag nor a digest`,
      'Write name:tag.',
    );
  }
  checkTarget(inputs);
  const targets = inputs.to.map((text) => readTarget(text, from, inputs.namespace));
  const given = inputs['to-username'] !== undefined || inputs['to-oidc'] !== undefined;
  const otherRegistries = new Set(
    targets.map(({ registry }) => registry.host).filter((host) => host !== from.registry.host),
  );
  if (given && otherRegistries.size > 1) {
    throw usageFailure(
      `${inputs['to-oidc'] === undefined ? `${inputName('to-username')} and ${inputName('to-password')}` : inputName('to-oidc')} would go to ${otherRegistries.size} registries: ${[...otherRegistries].join(', ')}`,
      `Give the credentials for each in ${inputName('registry-auth')}.`,
    );
  }
  return {
    from,
    reference,
    platforms: inputs.platforms.map(parsePlatform),
    places: placesOf(targets).map((place) => {
      const isSameRegistry = place.name.registry.host === from.registry.host;
      return { ...place, isSameRegistry, ownCredentials: given && (!isSameRegistry || otherRegistries.size === 0) };
    }),
  };
}

/** @throws Failure (usage) for a half of credentials, or two ways to log in */
function checkTarget(inputs: CopyInputs): void {
  const { 'to-username': user, 'to-password': password, 'to-oidc': oidc } = inputs;
  if (oidc === undefined) checkPair('to-username', user, 'to-password', password);
  else refusePassword('to-oidc', 'to-password', password);
}

function readTarget(text: string, from: ImageName, namespace: string | undefined): ImageName {
  const whole = namespace === undefined || text.includes('/') ? text : `${namespace}/${text}`;
  const target = parseImageName(whole, from.registry);
  if (target.digest !== undefined) {
    throw usageFailure(
      `${inputName('to')} ${JSON.stringify(text)} has a digest`,
      'The copy has the digest of the source: give a tag.',
    );
  }
  const tag = target.tag ?? from.tag;
  const named = tag === undefined ? target : { ...target, tag };
  const same = named.registry.host === from.registry.host && named.path === from.path;
  if (same && (tag === undefined || (tag === from.tag && from.digest === undefined))) {
    throw usageFailure(`${inputName('from')} and ${inputName('to')} are the same image, ${formatImage(named)}`);
  }
  return named;
}

function placesOf(targets: readonly ImageName[]): readonly Pick<Place, 'name' | 'tags'>[] {
  const places = new Map<string, { name: RepositoryName; tags: string[] }>();
  for (const { registry, path, tag } of targets) {
    const key = `${registry.host}/${path}`;
    const place = places.get(key) ?? { name: { registry, path }, tags: [] };
    places.set(key, place);
    if (tag !== undefined && !place.tags.includes(tag)) place.tags.push(tag);
  }
  return [...places.values()];
}
