import { credentialsAdvice } from '../http/transport/proxy.js';
import { cleanLine } from '../lib/clean-line.js';
import { Failure, type FailureKind } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import type { SourceSettings } from './source.js';

/** The meaning of git's error messages. */
export interface GitError {
  readonly failure: Failure;
  /** Milliseconds before each further try; none where the answer would be the same. */
  readonly pauses: readonly number[];
}

/**
 * A connection that is refused, or a name that is not found, is so at once or for long; a busy server wants a moment.
 */
const pauses = { quick: [200, 500], patient: [1000, 3000] };

const [url, username, token] = ['source-url', 'source-username', 'source-token'].map(inputName);
const checkInputs = `Check ${url}, ${username} and ${token}; try the same git ls-remote by hand.`;
const hostKey =
  'Add the host to the known_hosts of ssh (ssh-keyscan HOST), and compare its key with the one that its operator publishes.';
const singleSignOn =
  'Authorize the token (or the SSH key) for the single sign-on (SAML SSO) of the organization: on GitHub, in its settings.';

/**
 * git has one exit code for everything: the reasons are in its words (LC_ALL=C).
 * @param operation the command and the remote
 */
export function gitError(operation: string, stderr: string, settings: Pick<SourceSettings, 'token'>): GitError {
  const kind = kinds.find(([words]) => words.test(stderr))?.[1] ?? 'server';
  const words = cleanLine(stderr.replace(/^(?:fatal|error|warning): /gm, '')) || 'git failed without a message';
  // It has no words of its own for a header that the server refuses: it goes on to prompt, which is switched off.
  const isRefused = settings.token !== undefined && /could not read (?:username|password)/i.test(stderr);
  const reason = isRefused ? `the server rejected the credentials (401): ${words}` : words;
  return {
    failure: new Failure(kind, { operation, reason, advice: adviceFor(kind, stderr, settings) }),
    pauses: pausesAfter(kind, stderr),
  };
}

const kinds: readonly (readonly [RegExp, FailureKind])[] = [
  // A proxy comes first: its answer shows nothing about the repository.
  [
    /proxy (?:connect|tunnel)|connect tunnel failed|from proxy|could not resolve proxy|http code 407|returned error: 407/i,
    'network',
  ],
  [/saml sso|single sign-on/i, 'denied'],
  [
    /authentication failed|could not read (?:username|password)|permission denied \(|invalid (?:username|credentials)|returned error: 401|http basic: access denied/i,
    'authentication',
  ],
  [/returned error: 403|access denied|not allowed to (?:download|access)|forbidden/i, 'denied'],
  [
    /repository .*not found|repository not found|cannot find repository|could not be found|does not appear to be a git repository|does not exist|returned error: 404/i,
    'not-found',
  ],
  [
    /could not resolve host|failed to connect|(?:connection|operation) (?:refused|reset|timed out)|connection closed|no route to host|(?:network|host) is (?:unreachable|down)|temporary failure in name resolution|name or service not known|ssl|certificate|host key verification failed|early eof|hung up unexpectedly/i,
    'network',
  ],
];

function adviceFor(kind: FailureKind, stderr: string, settings: Pick<SourceSettings, 'token'>): string {
  if (/saml sso|single sign-on/i.test(stderr)) return singleSignOn;
  if (/host key/i.test(stderr)) return hostKey;
  if (kind === 'network' && /\b407\b/.test(stderr)) return credentialsAdvice;
  if (kind !== 'authentication') return checkInputs;
  if (/permission denied \(/i.test(stderr))
    return 'Give ssh a key that the server accepts, with ssh-agent or GIT_SSH_COMMAND.';
  return settings.token === undefined
    ? `Give a token or password as ${token}, and the user as ${username} if the server requires one.`
    : `${token} is wrong or has expired, or it is not that of ${username}.`;
}

function pausesAfter(kind: FailureKind, stderr: string): readonly number[] {
  // As for every request over HTTP.
  if (kind === 'server') return /returned error: (?:408|429|50[0234])/i.test(stderr) ? pauses.patient : [];
  // A certificate and a proxy that wants credentials stay so.
  if (kind !== 'network' || /certificate|\b407\b|host key/i.test(stderr)) return [];
  const isBusy = /reset|connection closed|early eof|hung up/i.test(stderr);
  return isBusy && !/refused|timed out|could not resolve/i.test(stderr) ? pauses.patient : pauses.quick;
}
