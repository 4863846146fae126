import { Failure } from '../errors.js';
import { failureOf } from '../http/answers.js';
import type { HttpAnswer } from '../http/message.js';
import type { RegistryName, RepositoryName } from '../images/name.js';
import { inputName } from '../input-names.js';
import { parseChallenges } from './challenge.js';
import type { Credentials } from './credentials.js';
import { listPages, type Meaning } from './pages.js';
import type { Pages } from './paginate.js';
import { type Profile, profileOf } from './profiles.js';
import { type Access, createRepository, type Repository } from './repository.js';
import type { RegistrySettings, Session } from './session.js';
import { createSessions } from './sessions.js';

/** One registry. */
export interface Registry {
  /**
   * What is known of this registry: by its host, and by the token service that its challenge has named so far. No
   * request is made for it.
   */
  profile(): Profile;
  /** @param access what will be done there, so that one token is enough for all of it; default `pull` */
  repository(name: RepositoryName, access?: Access): Repository;
  /**
   * The names of its repositories, by `_catalog`, which is no part of the specification: many registries refuse it.
   * @throws Failure: unsupported when this registry does, with what can be done instead
   */
  repositories(): Pages<string>;
}

/** Connects to a registry; nothing is sent yet. */
export function connectRegistry(name: RegistryName, settings: RegistrySettings): Registry {
  const sessions = createSessions(name, settings);
  return {
    profile: sessions.profile,
    repository: ({ path }, access = 'pull') =>
      createRepository(
        sessions.of(path),
        path,
        access,
        access === 'delete' ? profileOf(name).deleteActions : undefined,
      ),
    repositories: () => listCatalog(sessions.home, name, settings.credentials),
  };
}

async function* listCatalog(
  session: Session,
  name: RegistryName,
  credentials: Credentials,
): AsyncGenerator<readonly string[]> {
  const { noCatalog } = profileOf(name);
  if (noCatalog !== undefined) {
    throw new Failure('unsupported', {
      asked: `the repositories of ${name.host}`,
      answered: 'this registry has no list of them',
      advice: noCatalog,
    });
  }
  const refused: Meaning = (answer, asked) => {
    if (!refusesCatalog(answer, credentials)) return undefined;
    const { message } = failureOf(answer, '');
    return new Failure('unsupported', { asked, answered: message, advice: catalogAdvice });
  };
  yield* listPages(session, '/v2/_catalog', 'registry:catalog:*', 'repositories', refused);
}

const catalogAdvice =
  'This registry does not list its repositories for these credentials (some do for administrators alone): list them by ' +
  `its own API or web page, and give them to the other commands as ${inputName('image')}.`;

/**
 * 401 to a token that the registry's own service gave for these credentials: they are right, and are not enough. What a
 * stranger says to whom a redirect led is no word of this registry.
 */
function refusesCatalog({ status, headerValues, redirectedFrom }: HttpAnswer, credentials: Credentials): boolean {
  if (redirectedFrom !== undefined) return false;
  if ([400, 404, 405, 501].includes(status)) return true;
  const bearer = parseChallenges(headerValues('www-authenticate')).some(({ scheme }) => scheme === 'bearer');
  return status === 401 && bearer && credentials.kind !== 'anonymous';
}
