import { createGitHubApi } from '../github/octokit.js';
import type { Builder, BuilderSettings } from './builder.js';
import { dispatch, type WorkflowOrder } from './workflow-dispatch.js';
import { awaitRun } from './workflow-run.js';

/** GitHub Actions, by `workflow_dispatch`: https://docs.github.com/rest/actions/workflows */
export function workflowBuilder(wanted: WorkflowOrder, settings: BuilderSettings): Builder {
  const api = createGitHubApi(settings.http, wanted.base, wanted.token);
  return {
    async build(order, onPage) {
      const forget = settings.onStop(
        async () => `the dispatch of ${wanted.workflow} in ${wanted.repository} was not finished: its run may continue`,
      );
      const run = await dispatch(api, wanted, order, settings).finally(() => {
        if (!settings.signal.aborted) forget();
      });
      onPage?.(run.url);
      settings.info(`${order.image}: dispatched ${wanted.workflow} in ${wanted.repository}: ${run.url}`);
      return awaitRun(api, wanted.token, run, settings);
    },
  };
}
