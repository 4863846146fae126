import { strategies } from '../../images/version-step.js';

/** A route as the service and its OpenAPI document have it. */
export interface Route {
  readonly id: string;
  /** As Hono has it: `/images/*`. */
  readonly pattern: string;
  /** As OpenAPI has it: each path of the route. */
  readonly paths: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly query?: Readonly<Record<string, QueryParameter>>;
  readonly answers: Readonly<Record<string, AnswerWords>>;
  /** Needs no token: probes have none. */
  readonly isOpen?: true;
}

export interface QueryParameter {
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

export interface AnswerWords {
  readonly description: string;
  readonly type: string;
  readonly schema?: string;
}

const problem = (description: string): AnswerWords => ({
  description,
  type: 'application/problem+json',
  schema: 'Problem',
});

const refusals = {
  '400': problem('The request cannot be understood.'),
  '401': problem('The token is missing or wrong.'),
} as const;

const registryProblems = {
  '403': problem('The registry is not one of the allowed ones.'),
  '502': problem('The registry failed, or refused its credentials.'),
  '504': problem('The registry could not be reached in time.'),
} as const;

/** The common part of both routes of Image-Watcher. */
const newer = {
  summary: 'Find the newest tag for an image by an upgrade strategy',
  description:
    'The image may have its registry in front: `/images/registry.example.com/acme/app/1.2.0`. A tag list is requested from the registry once a period; `stale` is set while it cannot be refreshed.',
  query: {
    strategy: {
      description: 'The limit of the update: `patch` stays within X.Y.Z, `bugfix` within X.Y, `minor` within X.',
      schema: { type: 'string', enum: strategies },
    },
    prerelease: { description: 'Allow an update from a release to a pre-release.', schema: { type: 'boolean' } },
  },
  answers: {
    '200': { description: 'The tag to use.', type: 'application/json', schema: 'Newer' },
    '304': { description: 'The response has not changed since the given `ETag`.', type: '' },
    '404': problem('The repository does not exist, or does not have the tag.'),
    ...refusals,
    ...registryProblems,
  },
} as const;

/** Every route of the service. */
export const routes = {
  newer: {
    id: 'newer',
    pattern: '/images/*',
    paths: ['/images/{org}/{image}/{tag}', '/images/{registry}/{org}/{image}/{tag}'],
    ...newer,
  },
  newerOfOne: { id: 'newerOfOne', pattern: '/image/*', paths: ['/image/{org}/{image}/{tag}'], ...newer },
  ready: {
    id: 'ready',
    pattern: '/ready/*',
    paths: ['/ready/{reference}', '/ready/{org}/{reference}', '/ready/{registry}/{org}/{reference}'],
    summary: 'Check that an image exists in its registry',
    description:
      'The reference is the name with its tag or digest: `/ready/acme/app:1.2.0`. An answer is cached for a few seconds.',
    query: {
      platforms: {
        description: 'Platforms that the image must have: `linux/amd64,linux/arm64`.',
        schema: { type: 'string' },
      },
    },
    answers: {
      '200': { description: 'The image is ready, or it is not.', type: 'application/json', schema: 'Readiness' },
      ...refusals,
      ...registryProblems,
    },
  },
  page: {
    id: 'page',
    pattern: '/',
    paths: ['/'],
    summary: 'A page with all watched images',
    query: {
      sort: { description: 'The column to sort by.', schema: { type: 'string', enum: ['image', 'newer', 'since'] } },
      filter: { description: 'Part of the names to show.', schema: { type: 'string' } },
    },
    answers: { '200': { description: 'The page.', type: 'text/html; charset=utf-8' }, ...refusals },
  },
  healthz: {
    id: 'healthz',
    pattern: '/healthz',
    paths: ['/healthz'],
    summary: 'Report that the process runs',
    answers: { '200': { description: 'The service runs.', type: 'application/json', schema: 'Health' } },
    isOpen: true,
  },
  readyz: {
    id: 'readyz',
    pattern: '/readyz',
    paths: ['/readyz'],
    summary: 'Report that every watched repository has been listed',
    answers: {
      '200': {
        description: 'The service can answer. `status` is `degraded` while the cache fails.',
        type: 'application/json',
        schema: 'Health',
      },
      '503': { description: 'The first lists are not complete.', type: 'application/json', schema: 'Health' },
    },
    isOpen: true,
  },
  metrics: {
    id: 'metrics',
    pattern: '/metrics',
    paths: ['/metrics'],
    summary: 'Metrics for Prometheus',
    answers: { '200': { description: 'The metrics.', type: 'text/plain' }, '401': refusals['401'] },
  },
  openapi: {
    id: 'openapi',
    pattern: '/openapi.json',
    paths: ['/openapi.json'],
    summary: 'This description',
    answers: { '200': { description: 'An OpenAPI document.', type: 'application/json' }, '401': refusals['401'] },
  },
} as const satisfies Readonly<Record<string, Route>>;
