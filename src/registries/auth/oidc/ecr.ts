import { describe } from '../../../http/message.js';
import { jsonObject } from '../../../http/responses.js';
import { plausibleDate } from '../../../images/date.js';
import { Failure } from '../../../lib/errors.js';
import { isObject, textOf } from '../../../lib/json.js';
import { createEcrApi } from '../../drivers/ecr/api.js';
import { maskKey } from '../../drivers/ecr/aws-keys.js';
import { requestPassword } from '../../drivers/ecr/password.js';
import { awsFailure } from '../../drivers/ecr/refusals.js';
import { serviceOf } from '../../drivers/ecr/service.js';
import { untilAccepted } from '../../drivers/ecr/throttling.js';
import type { AccessKey } from '../credentials.js';
import { type Ending, renewed } from '../renewed.js';
import { formPost } from './exchange.js';
import type { LoginProvider, LoginSettings } from './provider.js';

const roleArn = /^arn:aws(?:-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const operation = 'AssumeRoleWithWebIdentity';
/** The name of each session, which CloudTrail records. */
const sessionName = 'image-gate';

/** ECR and ECR Public: the access key of a role by STS, and a password of the registry with that. */
export const ecrLogin: LoginProvider = {
  title: 'ECR',
  form: 'the ARN of a role',
  example: 'arn:aws:iam::123456789012:role/NAME',
  trust: 'the trust policy of the role, and the identity provider of its account',
  refusals: [
    [/audience/i, 'aud'],
    [/No OpenIDConnect provider found/i, 'iss'],
    [/^ExpiredToken/, 'exp'],
    [/^AccessDenied/, 'sub'],
  ],
  read(oidc, { registry }) {
    const service = serviceOf(registry.host);
    if (service === undefined || !roleArn.test(oidc)) return undefined;
    const { api, sts } = service;
    return {
      // As aws-actions/configure-aws-credentials has it for the regions of China.
      audience: sts.hostname.endsWith('.cn') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com',
      origins: [sts, api],
      open(settings) {
        const session = renewed(
          () => settings.exchange((idToken) => assumeRole(idToken, oidc, sts, settings)),
          settings.now,
        );
        const password = createEcrApi(service, session, settings);
        return {
          accessKey: session,
          async issue() {
            const { holder } = await session();
            return { ...(await requestPassword(password, settings)), holder };
          },
        };
      },
    };
  },
};

/** The access key of a role until it ends, and the user as the registry sees it. */
interface RoleSession extends AccessKey, Ending {
  readonly holder: string;
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
async function assumeRole(idToken: string, role: string, sts: URL, settings: LoginSettings): Promise<RoleSession> {
  const request = formPost(sts, {
    Action: operation,
    Version: '2011-06-15',
    RoleArn: role,
    RoleSessionName: sessionName,
    WebIdentityToken: idToken,
  });
  const answer = await untilAccepted(() => settings.http.request(request), settings.http);
  if (answer.status !== 200) throw awsFailure(answer, `${operation} at ${sts.host}`, adviceOf);
  const { [`${operation}Response`]: response } = jsonObject(answer, describe(request));
  const result = isObject(response) ? response[`${operation}Result`] : undefined;
  const { Credentials: credentials, AssumedRoleUser: user } = isObject(result) ? result : {};
  const session = sessionIn(credentials, settings.now());
  maskKey(session, settings.mask);
  return { ...session, holder: (isObject(user) ? textOf(user.Arn) : undefined) ?? role };
}

function adviceOf(kind: Failure['kind']): string | undefined {
  if (kind === 'authentication') return '';
  return kind === 'denied' ? 'AWS returns the same if the role does not exist.' : undefined;
}

/** @throws Failure (server) for an invalid access key */
function sessionIn(credentials: unknown, now: Date): AccessKey & Ending {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = isObject(credentials) ? credentials : {};
  const [accessKeyId, secretAccessKey, sessionToken] = [AccessKeyId, SecretAccessKey, SessionToken].map(textOf);
  const isKey = [accessKeyId, secretAccessKey, sessionToken].every(
    (text) => text !== undefined && /^[\x21-\x7e]+$/.test(text),
  );
  if (!isKey || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Failure('server', { operation, reason: 'an answer without an access key that can be used' });
  }
  // Seconds in JSON. Without it, the key is used once.
  const until = (typeof Expiration === 'number' ? plausibleDate(new Date(Expiration * 1000)) : undefined) ?? now;
  return { accessKeyId, secretAccessKey, sessionToken, until };
}
