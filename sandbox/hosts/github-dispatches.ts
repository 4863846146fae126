import { type Answer, type IncomingRequest, json } from '../exchange.js';
import { FIRST_VERSION, type GitHubActions, type HostedWorkflow } from './github-actions.js';
import { failed, type GitHubSite } from './github-answers.js';
import { runUrls } from './github-run-objects.js';

const PAGE = '/actions/workflows#create-a-workflow-dispatch-event';
const [MOST_INPUTS, MOST_INPUTS_ONCE] = [25, 10];

/**
 * `POST …/actions/workflows/{workflow}/dispatches`. Version 2022-11-28 answers 204, and 200 with the run's identity to
 * `return_run_details: true`; later versions always answer 200 and no longer know that key; old servers never did.
 */
export async function dispatch(
  actions: GitHubActions,
  workflow: HostedWorkflow,
  request: IncomingRequest,
  caller: { readonly token: string; readonly version: string },
  site: GitHubSite,
): Promise<Answer> {
  const body = parsed(await request.text());
  if (body === undefined) return failed(400, 'Problems parsing JSON', PAGE);
  const first = caller.version === FIRST_VERSION;
  const allowed = new Set(['ref', 'inputs', ...(first && !actions.old ? ['return_run_details'] : [])]);
  const extra = Object.keys(body).filter((key) => !allowed.has(key));
  if (extra.length > 0) return invalid(extra.map((key) => `"${key}" is not a permitted key.`).join('\n'));
  if (typeof body.ref !== 'string') return invalid(`"ref" wasn't supplied.`);
  const most = actions.old ? MOST_INPUTS_ONCE : MOST_INPUTS;
  const inputs = object(body.inputs ?? {});
  if (inputs === undefined) return invalid("For 'properties/inputs', it is not an object.");
  const names = Object.keys(inputs);
  if (names.length > most)
    return invalid(`No more than ${most} properties are allowed; ${names.length} were supplied.`);

  const { spec } = workflow;
  if (actions.resolve(workflow, body.ref) === undefined) return failed(422, `No ref found for: ${body.ref}`, PAGE);
  if (spec.dispatchable === false) return failed(422, `Workflow does not have 'workflow_dispatch' trigger`, PAGE);
  const unexpected = names.filter((name) => spec.inputs?.includes(name) !== true);
  if (unexpected.length > 0) {
    const list = unexpected.map((name) => JSON.stringify(name)).join(', ');
    return failed(422, `Unexpected inputs provided: [${list}]`, PAGE);
  }

  const run = actions.start(workflow.repository, workflow.file, {
    ref: body.ref,
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)])),
    token: caller.token,
  });
  actions.dispatches += 1;
  if (first && body.return_run_details !== true) return { status: 204 };
  const { url, html_url } = runUrls(run, site);
  return json(200, { workflow_run_id: run.id, run_url: url, html_url });
}

function invalid(what: string): Answer {
  return failed(422, `Invalid request.\n\n${what}`, PAGE);
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return object(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function object(value: unknown): Record<string, unknown> | undefined {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Record<string, unknown>) : undefined;
}
