import type { AwsFailure } from '../aws/authentication.js';

export interface ImageId {
  readonly imageDigest?: string;
  readonly imageTag?: string;
}

/** The fields that operations of ECR know, each of them some. */
export interface EcrInput {
  readonly registryId?: string;
  readonly registryIds?: readonly string[];
  readonly repositoryName?: string;
  readonly repositoryNames?: readonly string[];
  readonly imageIds?: readonly ImageId[];
  readonly acceptedMediaTypes?: readonly string[];
  readonly filter?: { readonly tagStatus?: string; readonly imageStatus?: string };
  readonly maxResults?: number;
  readonly nextToken?: string;
}

type Check = (value: unknown) => string | undefined;

const NAME = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;

const CHECKS: Readonly<Record<keyof EcrInput, Check>> = {
  registryId: matches(/^[0-9]{12}$/),
  registryIds: listOf(10, matches(/^[0-9]{12}$/)),
  repositoryName: matches(NAME),
  repositoryNames: listOf(100, matches(NAME)),
  imageIds: listOf(100, record({ imageDigest: matches(/./), imageTag: matches(/^.{1,300}$/) })),
  acceptedMediaTypes: listOf(100, matches(/./)),
  filter: record({
    tagStatus: matches(/^(TAGGED|UNTAGGED|ANY)$/),
    imageStatus: matches(/^(ACTIVE|ARCHIVED|ACTIVATING|ANY)$/),
  }),
  maxResults: (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return 'Member must be an integer';
    if (value > 1000) return 'Member must have value less than or equal to 1000';
    return value < 1 ? 'Member must have value greater than or equal to 1' : undefined;
  },
  nextToken: matches(/./),
};

/** Stricter than AWS in one thing: a field that the operation does not know is an error. */
export function readInput(input: unknown, known: readonly (keyof EcrInput)[]): EcrInput | AwsFailure {
  const fields = Object.entries(input ?? {});
  for (const [name, value] of fields) {
    const field = known.find((one) => one === name);
    if (field === undefined) return { failure: 'SerializationException', message: `Unknown field '${name}'` };
    const broken = CHECKS[field](value);
    if (broken !== undefined) return invalid(name, broken);
  }
  return Object.fromEntries(fields);
}

export function invalid(field: string, constraint: string): AwsFailure {
  return {
    failure: 'InvalidParameterException',
    message: `Invalid parameter at '${field}' failed to satisfy constraint: '${constraint}'`,
  };
}

function matches(pattern: RegExp): Check {
  return (value) =>
    typeof value === 'string' && pattern.test(value)
      ? undefined
      : `Member must satisfy regular expression pattern: ${pattern.source}`;
}

function listOf(limit: number, check: Check): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length < 1) return 'Member must have length greater than or equal to 1';
    if (value.length > limit) return `Member must have length less than or equal to ${limit}`;
    return value.map(check).find((broken) => broken !== undefined);
  };
}

function record(fields: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null) return 'Member must be a structure';
    for (const [name, field] of Object.entries(value)) {
      const check = fields[name];
      const broken = check === undefined ? `Member must not have '${name}'` : check(field);
      if (broken !== undefined) return broken;
    }
    return undefined;
  };
}
