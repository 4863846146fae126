import type { RegistryName } from '../images/name.js';
import type { Credentials } from './auth/credentials.js';
import type { DriverKind } from './drivers/driver.js';
import { isKnownHost, kindOf } from './drivers/index.js';
import type { Access } from './oci/repository.js';
import { openSession } from './open-session.js';
import type { RegistrySettings, Session } from './session.js';

/**
 * The sessions of one registry: tokens and challenges are shared only by requests with the same credentials.
 */
export interface Sessions {
  /** With the credentials for the registry as a whole. */
  readonly home: Session;
  /** With the credentials for this repository, and for what will be done there. */
  of(path: string, access: Access): Session;
  /** The kind of this registry, by its host and by what any of them has learned. */
  kind(): DriverKind;
  /** True if the kind is certain: by the host, or because the registry has answered a request. */
  isIdentified(): boolean;
}

/** Nothing is sent yet, and no credentials of a repository are looked up before its first request. */
export function createSessions(name: RegistryName, settings: RegistrySettings): Sessions {
  const opened = new Map<string, Session>();
  function withCredentials(credentials: Credentials): Session {
    const key = JSON.stringify(credentials);
    const session = opened.get(key) ?? openSession(name, { ...settings, credentials });
    opened.set(key, session);
    return session;
  }
  const home = withCredentials(settings.credentials);

  function kind(): DriverKind {
    const services = [...opened.values()].flatMap((session) => session.service() ?? []);
    const kinds = services.map(({ service, realm }) => kindOf(name, service, realm));
    return kinds.find(({ matchesService }) => matchesService !== undefined) ?? kindOf(name);
  }

  const { credentialsOf, credentialsToPush } = settings;
  const usual = (access: Access) => (access === 'pull' ? undefined : credentialsToPush) ?? settings.credentials;
  return {
    home,
    kind,
    isIdentified: () => isKnownHost(name) || [...opened.values()].some((session) => session.hasAnswered()),
    of: (path, access) =>
      credentialsOf === undefined
        ? withCredentials(usual(access))
        : chosenSession(home, async () => withCredentials((await credentialsOf(path)) ?? usual(access))),
  };
}

/** A session that is chosen with its first request; until then it is as good as `home`. */
function chosenSession(home: Session, choose: () => Promise<Session>): Session {
  let session = home;
  let chosen: Promise<Session> | undefined;
  const ready = async () => {
    chosen ??= choose();
    session = await chosen;
    return session;
  };
  return {
    origin: home.origin,
    warn: home.warn,
    wait: home.wait,
    traits: () => session.traits(),
    service: () => session.service(),
    hasAnswered: () => session.hasAnswered(),
    get advice() {
      return session.advice;
    },
    adviceTo: (what) => session.adviceTo(what),
    prepare(scope) {
      // A failure here occurs again, and is reported, with the request that needs the result.
      ready()
        .then((one) => one.prepare(scope))
        .catch(() => undefined);
    },
    send: async (...sent) => (await ready()).send(...sent),
    download: async (...sent) => (await ready()).download(...sent),
    upload: async (...sent) => (await ready()).upload(...sent),
  };
}
