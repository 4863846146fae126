/** The workflow run that an action finds itself in. Everything has a default. */
export interface Workflow {
  readonly repository?: string;
  readonly sha?: string;
  /** `refs/heads/main` */
  readonly ref?: string;
  readonly refName?: string;
  /** The source branch of a pull request. */
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly eventName?: string;
  readonly apiUrl?: string;
  readonly serverUrl?: string;
  /** The value of `github.token`. */
  readonly token?: string;
}

export interface WorkflowPaths {
  readonly workspace: string;
  readonly temporary: string;
  readonly eventPath: string;
  readonly actionPath: string;
}

export interface PreparedWorkflow {
  /** `GITHUB_*` and `RUNNER_*`, without the paths of the command files. */
  readonly environment: Readonly<Record<string, string>>;
  /** For the expressions of an action.yml. */
  readonly contexts: {
    readonly github: Readonly<Record<string, unknown>>;
    readonly runner: Readonly<Record<string, unknown>>;
  };
  readonly token: string;
}

const RUNNER_SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { darwin: 'macOS', win32: 'Windows' };

export function prepareWorkflow(workflow: Workflow, event: unknown, paths: WorkflowPaths): PreparedWorkflow {
  const repository = workflow.repository ?? 'acme/app';
  const ref = workflow.ref ?? 'refs/heads/main';
  const serverUrl = workflow.serverUrl ?? 'https://github.com';
  const apiUrl = workflow.apiUrl ?? 'https://api.github.com';
  const token = workflow.token ?? 'ghs_sandboxSandboxSandboxSandboxSandbox0';
  const shared = {
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    sha: workflow.sha ?? '1111111111111111111111111111111111111111',
    ref,
    ref_name: workflow.refName ?? ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    head_ref: workflow.headRef ?? '',
    base_ref: workflow.baseRef ?? '',
    event_name: workflow.eventName ?? 'push',
    event_path: paths.eventPath,
    server_url: serverUrl,
    api_url: apiUrl,
    graphql_url: `${apiUrl.replace(/\/v3$/, '')}/graphql`,
    workspace: paths.workspace,
    run_id: '1001',
    run_number: '1',
    run_attempt: '1',
    actor: 'ada',
    workflow: 'Deploy',
    job: 'deploy',
    action: '__self',
    action_path: paths.actionPath,
  };
  const runner = {
    name: 'sandbox',
    os: RUNNER_SYSTEMS[process.platform] ?? 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    temp: paths.temporary,
    tool_cache: paths.temporary,
    environment: 'github-hosted',
  };
  return {
    environment: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      ...prefixed('GITHUB_', shared),
      ...prefixed('RUNNER_', runner),
    },
    contexts: { github: { ...shared, event, token }, runner },
    token,
  };
}

function prefixed(prefix: string, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name.toUpperCase()}`, value]));
}
