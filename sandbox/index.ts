/** The sandbox: a small internet on loopback, registries, images to push, and GitHub's runner. */
export type { Answer, Host, IncomingRequest, RecordedRequest } from './exchange.js';
export type { Breakage, Fault, Misbehaviour, WholeAnswer } from './faults.js';
export { commitOf } from './git-objects.js';
export type { Acr, AcrAction, AcrAttributes } from './hosts/acr/state.js';
export type { Artifactory, ArtifactoryProvider } from './hosts/artifactory.js';
export type { AwsIdentities, AwsKey, AwsRole } from './hosts/aws/identities.js';
export type { Pipeline, PipelinePlan, PipelineState, PipelineStep } from './hosts/bitbucket-pipeline-runs.js';
export type {
  BitbucketPipelines,
  PipelineSpec,
  PipelinesSpec,
  PipelineTarget,
} from './hosts/bitbucket-pipelines.js';
export type { Chainguard, ChainguardIdentity } from './hosts/chainguard.js';
export type { HubDetails, HubScope, HubTagged } from './hosts/docker-hub-records.js';
export type { HubSessions } from './hosts/docker-hub-sessions.js';
export type { DockerHub } from './hosts/docker-hub-state.js';
export type { DockerConnection, DockerIdentity, DockerRuleset } from './hosts/docker-identity.js';
export type { Ecr, TagMutability } from './hosts/ecr/state.js';
export type { EcrPublic } from './hosts/ecr-public/state.js';
export type { EntraApplication, EntraDirectory } from './hosts/entra/directory.js';
export type { Gar, GarRole } from './hosts/gar/rules.js';
export type { GenericRegistry } from './hosts/generic-registry.js';
export type { Ghcr } from './hosts/ghcr.js';
export type { GitHubActions, HostedWorkflow, RunSpec, WorkflowSpec } from './hosts/github-actions.js';
export type { GitHubAttestations } from './hosts/github-attestations.js';
export type { GitHubJob, GitHubOidc } from './hosts/github-oidc.js';
export type { GitHubPackages, PackageScope } from './hosts/github-package-objects.js';
export type { RunJob, RunPlan, WorkflowDispatch, WorkflowRun } from './hosts/github-runs.js';
export type { GitLabProtection, GitLabRegistry, GitLabRole } from './hosts/gitlab-registry/rules.js';
export {
  federatedPrincipal,
  type GoogleIdentity,
  type WorkloadIdentityProvider,
} from './hosts/google-identity/state.js';
export type { Harbor } from './hosts/harbor-rules.js';
export type { QuayTag } from './hosts/quay/history.js';
export type { Quay, QuayFederation, QuayScope } from './hosts/quay/state.js';
export type { HostedRepository, RegistryAccounts } from './hosts/registry-accounts.js';
export type { SourceRepository, SourceRepositorySpec, SourceState } from './hosts/source-state.js';
export { type ImageSpec, type PushedImage, pushImage } from './images.js';
export { type Internet, type InternetOptions, startInternet } from './internet.js';
export { type Latency, withLatency } from './latency.js';
export type { Oidc } from './oidc/index.js';
export type { Claims, OidcIssuer } from './oidc/issuer.js';
export { projectRoot } from './project.js';
export { type Descriptor, type Pusher, type PushTarget, pusher } from './pushing.js';
export { available } from './registries/distribution.js';
export { type RegistryOptions, type RunningRegistry, startRegistry } from './registries/index.js';
export type { Ledger, LedgerManifest } from './registries/ledger.js';
export { manyImages } from './registries/memory/many-images.js';
export type { WorkflowCommand } from './runner/commands.js';
export type { StandIn, StepResult } from './runner/job.js';
export { type JobOutputs, jobOutputs } from './runner/job-outputs.js';
export type { Annotation } from './runner/log.js';
export { type JobResult, type JobToken, runWorkflow } from './runner/run-workflow.js';
export { type RunningService, type ServiceOptions, startService } from './runner/service.js';
export type { ActionResult } from './runner/step.js';
export { hasTerminal } from './runner/terminal.js';
export type { Workflow } from './runner/workflow.js';
export type { StepFile, WorkflowFile } from './runner/workflow-file.js';
export { type ActionOptions, type CliOptions, type CliResult, runAction, runCli } from './runner.js';
export { type Sent, send } from './sending.js';
export { type TemporaryFolder, temporaryFolder } from './temporary.js';
