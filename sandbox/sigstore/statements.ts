/** in-toto statements, as the tools write them. Digests are `sha256:…`. */
export interface Statement {
  readonly _type: string;
  readonly subject: readonly { readonly name: string; readonly digest: Readonly<Record<string, string>> }[];
  readonly predicateType: string;
  readonly predicate: object;
}

export const COSIGN_SIGN = 'https://sigstore.dev/cosign/sign/v1';
export const SLSA_V1 = 'https://slsa.dev/provenance/v1';
export const SLSA_V02 = 'https://slsa.dev/provenance/v0.2';

export function statementOf(digests: readonly string[], predicateType: string, predicate: object = {}): Statement {
  return {
    _type: `https://in-toto.io/Statement/v${predicateType === SLSA_V02 ? '0.1' : '1'}`,
    subject: digests.map((digest) => {
      const [algorithm = '', hex = ''] = digest.split(':');
      return { name: 'registry.example.com/app', digest: { [algorithm]: hex } };
    }),
    predicateType,
    predicate,
  };
}

/** cosign 3's signature of an image. */
export const cosignStatement = (digest: string): Statement => statementOf([digest], COSIGN_SIGN);

export interface Source {
  /** `https://github.com/acme/app`. */
  readonly repository: string;
  readonly commit: string;
  readonly ref?: string;
  readonly workflow?: string;
}

/** As actions/attest writes it (buildType `https://actions.github.io/buildtypes/workflow/v1`). */
export function slsaV1({
  repository,
  commit,
  ref = 'refs/heads/main',
  workflow = '.github/workflows/release.yml',
}: Source): object {
  return {
    buildDefinition: {
      buildType: 'https://actions.github.io/buildtypes/workflow/v1',
      externalParameters: { workflow: { ref, repository, path: workflow } },
      internalParameters: { github: { event_name: 'push', runner_environment: 'github-hosted' } },
      resolvedDependencies: [{ uri: `git+${repository}@${ref}`, digest: { gitCommit: commit } }],
    },
    runDetails: {
      builder: { id: `${repository}/${workflow}@${ref}` },
      metadata: { invocationId: `${repository}/actions/runs/1/attempts/1` },
    },
  };
}

/** As slsa-github-generator writes it. */
export function slsaV02({
  repository,
  commit,
  ref = 'refs/heads/main',
  workflow = '.github/workflows/release.yml',
}: Source): object {
  const uri = `git+${repository}@${ref}`;
  return {
    builder: { id: `${repository}/${workflow}@${ref}` },
    buildType: 'https://github.com/slsa-framework/slsa-github-generator/container@v1',
    invocation: { configSource: { uri, digest: { sha1: commit }, entryPoint: workflow } },
    materials: [{ uri, digest: { sha1: commit } }],
  };
}
