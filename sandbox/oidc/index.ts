import type { Host } from '../exchange.js';
import { createGitHubOidc, type GitHubOidc } from '../hosts/github-oidc.js';
import type { OidcIssuer } from './issuer.js';
import { createBitbucketTokens, createGitLabTokens, type PipelineTokens } from './pipelines.js';

/** The ID tokens of this internet, and their issuers. */
export interface Oidc {
  readonly github: GitHubOidc;
  readonly gitlab: PipelineTokens;
  readonly bitbucket: PipelineTokens;
  /** All issuers, for relying parties. */
  readonly issuers: readonly OidcIssuer[];
}

export function createOidc(): { oidc: Oidc; hosts: Record<string, Host> } {
  const { github, hosts } = createGitHubOidc();
  const [gitlab, bitbucket] = [createGitLabTokens(), createBitbucketTokens()];
  const issuers = [github, gitlab, bitbucket].map(({ issuer }) => issuer);
  return { oidc: { github, gitlab, bitbucket, issuers }, hosts };
}
