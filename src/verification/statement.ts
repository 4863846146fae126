import { asList, asObject, asText, type JsonObject, objectAt } from './json.js';

/** An in-toto statement: claims about digests. */
export interface Statement {
  /** `sha256:…` and the like. */
  readonly subjects: ReadonlySet<string>;
  readonly predicateType: string;
  readonly predicate: JsonObject;
}

const statementTypes = ['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1'];
const payloadType = 'application/vnd.in-toto+json';

const cosignSignature = 'https://sigstore.dev/cosign/sign/v1';
const provenanceTypes = ['https://slsa.dev/provenance/v1', 'https://slsa.dev/provenance/v0.2'];

/** SLSA provenance of versions 0.2 and 1. */
export const isProvenance = ({ predicateType }: Statement): boolean => provenanceTypes.includes(predicateType);

/**
 * The predicates that apply to the image as a whole. A bill of materials or a test report does not, whoever signed it.
 */
export const isSignature = (statement: Statement): boolean =>
  statement.predicateType === cosignSignature || isProvenance(statement);

/**
 * @returns undefined for a payload of another kind, which is about no image
 * @throws Error for a payload that is no JSON
 */
export function readStatement(payload: Uint8Array, type: string): Statement | undefined {
  if (type !== payloadType) return undefined;
  const statement = asObject(JSON.parse(Buffer.from(payload).toString('utf8')));
  if (!statementTypes.includes(asText(statement?._type) ?? '')) return undefined;
  const subjects = asList(statement?.subject).flatMap((one) =>
    Object.entries(objectAt(one, 'digest') ?? {}).flatMap(([algorithm, hex]) =>
      typeof hex === 'string' ? [`${algorithm}:${hex}`] : [],
    ),
  );
  return {
    subjects: new Set(subjects),
    predicateType: asText(statement?.predicateType) ?? '',
    predicate: asObject(statement?.predicate) ?? {},
  };
}
