import type { Command, Context } from '../command.js';
import { type ServeInputs, serveInputs } from './inputs.js';
import { reportServe, type ServeResult } from './report.js';

/** Watches images, and answers over HTTP which version is newer. */
export const serve: Command<ServeInputs, ServeResult> = {
  name: 'serve',
  summary: 'Run an HTTP service that watches images, and reports newer versions and readiness.',
  inputs: serveInputs,
  positional: ['watch'],
  examples: [
    'acme/app:1.2.0 k8s/ --every 30m',
    '--allow docker.io,registry.example.com --host 0.0.0.0 --token - < token.txt',
  ],
  outputs: {},
  frontend: 'cli',
  timeout: () => Number.POSITIVE_INFINITY,
  run: async (inputs: ServeInputs, context: Context) => (await import('./service.js')).runService(inputs, context),
  report: reportServe,
};
