import type { HttpAnswer } from '../../../http/message.js';
import { failureOf } from '../../../http/responses.js';
import { cleanLine } from '../../../lib/clean-line.js';
import { Failure, type FailureKind } from '../../../lib/errors.js';
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
  [/^(?:AccessDenied|UnauthorizedOperation|NotAuthorized|OptInRequired)/, 'denied'],
  [/^RepositoryNotFound/, 'not-found'],
];
const throttling = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown)/;

/** The error in an answer, which comes as 400 mostly; undefined where there is none that can be read. */
export function awsErrorIn({ status, body, header }: HttpAnswer): AwsError | undefined {
  const parsed = status === 200 ? undefined : parseJson(body);
  const fields = isObject(parsed) ? parsed : {};
  // `com.amazonaws.ecr#AccessDeniedException:http://…`
  const type = textOf(fields.__type) ?? textOf(fields.code) ?? header('x-amzn-errortype');
  const code = type?.split('#').at(-1)?.split(':')[0];
  if (!code) return undefined;
  return { code: cleanLine(code, 80), words: cleanLine(textOf(fields.message) ?? textOf(fields.Message) ?? '') };
}

export function isThrottled(error: AwsError | undefined): boolean {
  return error !== undefined && throttling.test(error.code);
}

/**
 * An answer of the API that is not the one hoped for. Its error's name says what it is, and its status does not.
 * @param operation `DescribeImages`
 */
export function apiFailure(answer: HttpAnswer, operation: string, service: EcrService): Failure {
  const error = awsErrorIn(answer);
  const described = `${operation} at ${service.api.host}`;
  if (error === undefined) return failureOf(answer, described);
  const { code, words } = error;
  const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'server';
  const reason = words === '' ? code : `${code}: “${words}”`;
  return new Failure(kind, {
    operation: described,
    reason,
    status: answer.status,
    advice: adviceOf(kind, error, operation, service),
  });
}

function adviceOf(
  kind: FailureKind,
  error: AwsError,
  operation: string,
  { name, account, region }: EcrService,
): string {
  if (isThrottled(error)) return 'AWS limits how often its API may be requested: try again later.';
  switch (kind) {
    case 'authentication':
      return (
        'AWS did not accept the credentials in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. Those of a ' +
        'role end after an hour or as configured: run aws-actions/configure-aws-credentials again before this step. A ' +
        'clock that is wrong by more than 5 minutes has the same effect.'
      );
    case 'denied':
      return `The role, or the policy of the repository, has to allow ${name}:${operation}; docs/registries.md lists the required permissions.`;
    case 'not-found':
      return `Check the name${account === undefined ? '' : `, the account (${account}) and the region (${region}), which are in the name of the registry`}.`;
    default:
      return 'Look at the status page of AWS, and try again.';
  }
}
