import type { CertificateFacts } from './certificate.js';
import { asList, asText, type JsonObject, objectAt } from './json.js';
import type { Statement } from './statement.js';

/** The source and the builder of an image. */
export interface BuildSource {
  readonly repository: string;
  readonly commit: string;
  /** The workflows that count as the build's: the called one and the one at the top. */
  readonly workflows: readonly string[];
  readonly statedBy: 'certificate' | 'predicate';
}

/** According to the certificate authority, which has it from the issuer of the build's identity. */
export function sourceOfCertificate(facts: CertificateFacts): BuildSource | undefined {
  const { repository, commit, buildSigner, buildConfig } = facts;
  if (repository === undefined || commit === undefined) return undefined;
  const workflows = [buildSigner, buildConfig].filter((one) => one !== undefined);
  return { repository, commit, workflows, statedBy: 'certificate' };
}

/** According to the signer: the predicate of SLSA provenance. */
export function sourceOfPredicate({ predicateType, predicate }: Statement): BuildSource | undefined {
  return predicateType.endsWith('/v1') ? ofVersion1(predicate) : ofVersion02(predicate);
}

function ofVersion1(predicate: JsonObject): BuildSource | undefined {
  const definition = objectAt(predicate, 'buildDefinition');
  const parameters = objectAt(definition, 'externalParameters');
  const builder = asText(objectAt(predicate, 'runDetails', 'builder')?.id);
  // BuildKit's own field for the source of the build.
  const config = materialOf(objectAt(parameters, 'configSource'));
  const workflow = objectAt(parameters, 'workflow');
  const repository = asText(workflow?.repository);
  const path = [repository, asText(workflow?.path)].filter(Boolean).join('/');
  const materials = asList(definition?.resolvedDependencies).flatMap((one) => materialOf(one) ?? []);
  // Other dependencies are repositories, too: the source is the workflow's own, or the only one.
  const own = materials.filter((one) => repository !== undefined && sameRepository(one.repository, repository));
  const source = config ?? own[0] ?? (repository === undefined && materials.length === 1 ? materials[0] : undefined);
  const called = workflow && path ? [`${path}@${asText(workflow.ref) ?? ''}`] : [];
  return source && { ...source, workflows: [...(builder ? [builder] : []), ...called], statedBy: 'predicate' };
}

function ofVersion02(predicate: JsonObject): BuildSource | undefined {
  const config = objectAt(predicate, 'invocation', 'configSource');
  const source = materialOf(config);
  const builder = asText(objectAt(predicate, 'builder')?.id);
  const path = asText(config?.entryPoint);
  const [, ref = ''] = /@(refs\/.+)$/.exec(asText(config?.uri) ?? '') ?? [];
  const top = source && path ? [`${source.repository}/${path}@${ref}`] : [];
  return source && { ...source, workflows: [...(builder ? [builder] : []), ...top], statedBy: 'predicate' };
}

/** `{uri: "git+https://github.com/acme/app@refs/heads/main", digest: {gitCommit | sha1}}` */
function materialOf(value: unknown): { repository: string; commit: string } | undefined {
  const material = objectAt(value);
  const uri = asText(material?.uri);
  const digest = objectAt(material, 'digest');
  const commit = asText(digest?.gitCommit) ?? asText(digest?.sha1);
  if (uri === undefined || commit === undefined) return undefined;
  const [, repository] = /^(?:git\+)?(\w+:\/\/[^/]+\/[^@#]+)/.exec(uri) ?? [];
  return repository === undefined ? undefined : { repository, commit };
}

/** URLs of one repository: hosts and their names do not mind case, nor `.git` at the end. */
export function sameRepository(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(url: string): string {
  return url
    .toLowerCase()
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}
