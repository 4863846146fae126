import type { Login } from '../../registries/auth/login.js';
import { failureList, failureObject } from '../../reports/failure.js';
import { code, heading, markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import type { Report } from '../command.js';

/** The result of `login`. */
export interface LoginResult {
  /** `docker.io` */
  readonly registry: string;
  /** Undefined: without credentials, or where a keyless login was refused. */
  readonly username: string | undefined;
  readonly anonymous: boolean;
  readonly login: Login;
  /** When the password of a keyless login ends. */
  readonly until: Date | undefined;
  /** The file or the helper that has the credentials now; undefined when they were not saved. */
  readonly saved: string | undefined;
}

/** The report of a login, for every frontend. */
export function reportLogin(result: LoginResult): Report {
  const { registry, username, login, until, saved } = result;
  const { scheme } = login;
  const failures = login.kind === 'refused' ? [login.failure] : [];
  const authenticated = isAuthenticated(result);
  const mark = login.kind === 'refused' ? '❌ refused' : authenticated ? '✅ logged in' : '⚪ anonymous';
  return {
    outputs: { authenticated: String(authenticated), scheme, expires: until?.toISOString() ?? '' },
    json: {
      registry,
      username,
      authenticated,
      scheme,
      ...(until && { expires: until.toISOString() }),
      ...(login.kind === 'refused' ? failureObject(login.failure) : {}),
      saved,
    },
    summary: paragraphs(
      heading(login.kind === 'refused' ? 'bad' : authenticated ? 'good' : 'none', headlineOf(result)),
      table([
        ['Status', 'Registry', 'User', 'Scheme'].map(plain),
        [plain(mark), code(registry), code(username ?? ''), plain(scheme)],
      ]),
      saved === undefined ? undefined : markdown`Saved for Docker in ${code(saved)}.`,
      failureList(failures),
    ),
    table: {
      columns: ['authenticated', 'registry', 'user', 'scheme', 'saved'],
      rows: [
        [
          { text: authenticated ? 'yes' : 'no', tone: authenticated ? 'good' : failures.length > 0 ? 'bad' : 'muted' },
          { text: registry },
          { text: username ?? '' },
          { text: scheme },
          { text: saved ?? '' },
        ],
      ],
    },
    headline: headlineOf(result),
    failures,
    exitCode: failures[0]?.exitCode ?? 0,
  };
}

/** Only a client that has authenticated: not everybody who is let in. */
function isAuthenticated({ anonymous, login }: LoginResult): boolean {
  return !anonymous && login.kind === 'accepted';
}

function headlineOf({ registry, username, anonymous, login, until, saved }: LoginResult): string {
  const ends = until === undefined ? '' : `, until ${until.toISOString()}`;
  const kept = saved === undefined ? '' : `; saved in ${saved}`;
  if (login.kind === 'refused') {
    return anonymous ? `${registry} requires credentials` : `${registry} refused the credentials`;
  }
  if (anonymous) return `${registry} accepts anonymous requests; no credentials were given`;
  if (login.kind === 'unchecked')
    return `${registry} accepts anonymous requests and did not verify the credentials${kept}`;
  return `${registry} accepted the credentials${username === undefined ? '' : ` of ${username}`}${ends}${kept}`;
}
