import type { HttpAnswer } from '../../../http/message.js';
import { failureOf } from '../../../http/responses.js';
import { cleanLine } from '../../../lib/clean-line.js';
import { Failure, type FailureKind } from '../../../lib/errors.js';
import { inputName } from '../../../lib/input-names.js';
import { isObject, parseJson, textOf } from '../../../lib/json.js';
import type { EcrService } from './service.js';

/** An error of an AWS API with JSON: `AccessDeniedException`, and its words. */
export interface AwsError {
  readonly code: string;
  readonly words: string;
}

const kinds: readonly (readonly [RegExp, FailureKind])[] = [
  [/^(?:ExpiredToken|RequestExpired|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId)/, 'authentication'],
  [/^(?:InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken)/, 'authentication'],
  [/^(?:InvalidIdentityToken)/, 'authentication'],
  [/^(?:IDPRejectedClaim)/, 'denied'],
  [/^(?:AccessDenied|UnauthorizedOperation|NotAuthorized|OptInRequired)/, 'denied'],
  [/^RepositoryNotFound/, 'not-found'],
];
const throttling = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown)/;

/** The error in an answer, which comes as 400 mostly; undefined if none exists that can be read. */
export function awsErrorIn({ status, body, header }: HttpAnswer): AwsError | undefined {
  const parsed = status === 200 ? undefined : parseJson(body);
  // STS has it in a member.
  const fields = isObject(parsed) ? (isObject(parsed.Error) ? parsed.Error : parsed) : {};
  // `com.amazonaws.ecr#AccessDeniedException:http://…`
  const type = textOf(fields.__type) ?? textOf(fields.code) ?? textOf(fields.Code) ?? header('x-amzn-errortype');
  const code = type?.split('#').at(-1)?.split(':')[0];
  if (!code) return undefined;
  return { code: cleanLine(code, 80), words: cleanLine(textOf(fields.message) ?? textOf(fields.Message) ?? '') };
}

function isThrottled(error: AwsError | undefined): boolean {
  return error !== undefined && throttling.test(error.code);
}

/** True if the same request may be answered a little later. */
export function isTemporary(error: AwsError | undefined): boolean {
  return isThrottled(error) || error?.code === 'IDPCommunicationError';
}

/**
 * An unexpected answer of the API. The name of its error shows the kind, and its status does not.
 * @param operation `DescribeImages`
 */
export function apiFailure(answer: HttpAnswer, operation: string, service: EcrService): Failure {
  return awsFailure(answer, `${operation} at ${service.api.host}`, (kind) => adviceOf(kind, operation, service));
}

/** The same of another API of AWS. @param adviceOf by the kind of failure; undefined: no advice */
export function awsFailure(
  answer: HttpAnswer,
  operation: string,
  adviceOf: (kind: FailureKind) => string | undefined,
): Failure {
  const error = awsErrorIn(answer);
  if (error === undefined) return failureOf(answer, operation);
  const { code, words } = error;
  const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'server';
  const reason = words === '' ? code : `${code}: “${words}”`;
  return new Failure(kind, {
    operation,
    reason,
    status: answer.status,
    advice: isThrottled(error) ? limitAdvice : (adviceOf(kind) ?? 'Look at the status page of AWS, and try again.'),
  });
}

const limitAdvice = 'AWS limits how often its API may be requested: try again later.';

function adviceOf(kind: FailureKind, operation: string, { name, account, region }: EcrService): string | undefined {
  switch (kind) {
    case 'authentication':
      return (
        'AWS did not accept the access key, which is that in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, ' +
        `or with ${inputName('oidc')} that of the role. Those of a role end after an hour or as configured: run ` +
        'aws-actions/configure-aws-credentials again before this step. A clock that is wrong by more than 5 minutes has ' +
        'the same effect.'
      );
    case 'denied':
      return `The role, or the policy of the repository, has to allow ${name}:${operation}; docs/registries.md lists the required permissions.`;
    case 'not-found':
      return `Check the name${account === undefined ? '' : `, the account (${account}) and the region (${region}), which are in the name of the registry`}.`;
    default:
      return undefined;
  }
}
