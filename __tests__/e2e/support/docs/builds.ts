import type { Internet } from '../../../../sandbox/index.js';

/** The host that a build command pushes by. */
export const buildHost = 'builds.example.com';

/** Lets the workflows and pipelines that snippets start push the image that they are for. */
export function enableBuilds({ actions, pipelines }: Internet, build: () => Promise<void>): void {
  for (const repository of ['acme/app', 'acme/builds']) {
    actions.workflow(repository, 'build.yml', {
      inputs: ['commit', 'image', 'service', 'repo'],
      defaultBranch: 'main',
      runName: ({ image }) => `Build ${image}`,
      onRun: build,
    });
  }
  pipelines.enable('acme/saas-apigateway', { custom: ['build-image'], onSuccess: build });
}
