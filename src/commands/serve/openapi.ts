import { strategies } from '../../images/version-step.js';
import { version } from '../../lib/project.js';
import { type Route, routes } from './routes.js';

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;

/** The bodies of answers. */
const schemas = {
  Newer: {
    type: 'object',
    required: ['image', 'status', 'fetched'],
    properties: {
      image: text,
      status: { type: 'string', enum: ['update', 'up-to-date', 'missing', 'unsupported'] },
      tag: { ...text, description: 'The tag to use: the newer one, or the given one if nothing is newer.' },
      fullImage: { ...text, description: 'The image with that tag.' },
      updateAvailable: { type: 'boolean' },
      step: { type: 'string', enum: strategies },
      reason: text,
      present: { type: 'boolean', description: 'The given tag exists.' },
      candidates: { type: 'integer', description: 'The number of updates within the strategy.' },
      newest: { ...text, description: 'The newest tag of all.' },
      pending: { type: 'array', items: text, description: 'Newer tags that are too young.' },
      fetched: { ...time, description: 'The date when the list of tags was read.' },
      stale: { ...time, description: 'The same date, if the registry has failed since.' },
    },
  },
  Readiness: {
    type: 'object',
    required: ['ready', 'status', 'image'],
    properties: {
      ready: { type: 'boolean' },
      status: { type: 'string', enum: ['ready', 'not-ready'] },
      image: text,
      tag: text,
      digest: text,
      pinned: { ...text, description: 'The image with its digest, to deploy.' },
      reason: text,
    },
  },
  Health: {
    type: 'object',
    required: ['status'],
    properties: {
      status: { type: 'string', enum: ['ok', 'starting', 'degraded'] },
      reason: text,
    },
  },
  Problem: {
    type: 'object',
    description: 'RFC 9457. `kind` and `exitCode` are those of the command line.',
    required: ['type', 'title', 'status', 'detail', 'kind', 'exitCode'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      kind: text,
      exitCode: { type: 'integer' },
      advice: text,
    },
  },
} as const;

/** The service as an OpenAPI 3.1 document. @param needsToken whether requests need one */
export function openApiDocument(needsToken: boolean): Record<string, unknown> {
  const all: readonly Route[] = Object.values(routes);
  return {
    openapi: '3.1.0',
    info: { title: 'Image Gate', version, description: 'Watches images, and reports newer versions.' },
    paths: Object.fromEntries(
      all.flatMap((route) => route.paths.map((path) => [path, { get: operationOf(route, path, needsToken) }])),
    ),
    components: {
      schemas,
      ...(needsToken ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
    },
  };
}

function operationOf(route: Route, path: string, needsToken: boolean): Record<string, unknown> {
  const { id, paths, summary, description, query = {}, answers, isOpen } = route;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: text,
  }));
  const inQuery = Object.entries(query).map(([name, parameter]) => ({
    name,
    in: 'query',
    required: false,
    ...parameter,
  }));
  return {
    operationId: paths.length === 1 ? id : `${id}${paths.indexOf(path) + 1}`,
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [...inPath, ...inQuery],
    responses: Object.fromEntries(
      Object.entries(answers)
        .filter(([status]) => status !== '401' || needsToken)
        .map(([status, { description: words, type, schema }]) => [
          status,
          {
            description: words,
            ...(type === ''
              ? {}
              : {
                  content: {
                    [type]: schema === undefined ? {} : { schema: { $ref: `#/components/schemas/${schema}` } },
                  },
                }),
          },
        ]),
    ),
    ...(needsToken && isOpen !== true ? { security: [{ token: [] }] } : {}),
  };
}
