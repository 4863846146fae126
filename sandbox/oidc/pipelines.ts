import { type Claims, createIssuer, type OidcIssuer } from './issuer.js';

const WORKSPACE = '4f1d0a3c-6d5e-4b7a-9a55-0d7c8b1e2f30';
const REPOSITORY = 'b7c1e9d2-0a4f-4f0e-8c3b-5e6a7d8f9012';

/** ID tokens that a pipeline finds in its environment: their audience was chosen before it started. */
export interface PipelineTokens {
  readonly issuer: OidcIssuer;
  /** @param audiences in GitLab `id_tokens: NAME: aud`, in Bitbucket `oidc: audiences`; default that of the service */
  token(audiences?: string | readonly string[], claims?: Claims): string;
}

/** GitLab CI: `id_tokens` of a job. */
export function createGitLabTokens(): PipelineTokens {
  const issuer = createIssuer('https://gitlab.com');
  return {
    issuer,
    token: (audiences = 'https://gitlab.com', claims = {}) =>
      issuer.sign({
        sub: 'project_path:acme/app:ref_type:branch:ref:main',
        aud: audiences,
        namespace_id: '72',
        namespace_path: 'acme',
        project_id: '20',
        project_path: 'acme/app',
        user_login: 'ada',
        pipeline_id: '574',
        pipeline_source: 'push',
        job_id: '302',
        ref: 'main',
        ref_type: 'branch',
        ref_protected: 'true',
        ...claims,
      }),
  };
}

/** Bitbucket Pipelines: `BITBUCKET_STEP_OIDC_TOKEN` of a step. Its `sub` names the step, and so is another each time. */
export function createBitbucketTokens(): PipelineTokens {
  const issuer = createIssuer('https://api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc');
  let step = 0;
  return {
    issuer,
    token(audiences = `ari:cloud:bitbucket::workspace/${WORKSPACE}`, claims = {}) {
      step += 1;
      const stepUuid = `{00000000-0000-4000-8000-${String(step).padStart(12, '0')}}`;
      return issuer.sign({
        sub: `{${REPOSITORY}}:${stepUuid}`,
        aud: audiences,
        stepUuid,
        repositoryUuid: `{${REPOSITORY}}`,
        workspaceUuid: `{${WORKSPACE}}`,
        pipelineUuid: '{3a0b5f0e-5b7d-4f0f-9d0c-1d2e3f405162}',
        branchName: 'main',
        ...claims,
      });
    },
  };
}
