import type { HttpAnswer } from '../http/message.js';
import type { Pages } from '../http/paginate.js';
import { failureOf } from '../http/responses.js';
import type { RegistryName, RepositoryName } from '../images/name.js';
import { Failure } from '../lib/errors.js';
import { inputName } from '../lib/input-names.js';
import { parseChallenges } from './auth/challenge.js';
import type { Credentials } from './auth/credentials.js';
import type { Driver, DriverKind, RepositoryDriver, RepositorySummary } from './drivers/driver.js';
import { apiOrigin } from './drivers/index.js';
import { createOciDriver } from './drivers/oci.js';
import { listPages, type Meaning } from './oci/pages.js';
import { type Access, createRepository, type Repository } from './oci/repository.js';
import type { RegistrySettings } from './session.js';
import { createSessions, type Sessions } from './sessions.js';

/** One registry. */
export interface Registry {
  readonly name: RegistryName;
  /**
   * The kind of this registry: by its host, and by the token service that its challenge has named so far. No request
   * is made for it.
   */
  kind(): DriverKind;
  /** @param access what will be done there, so that one token is enough for all of it; default `pull` */
  repository(name: RepositoryName, access?: Access): Repository;
  /**
   * The same with the driver of this registry. Which one that is may show only in its first answer: where there has
   * been none, the list of tags is begun, and its first page kept for the first reader.
   * @throws Failure as the list does
   */
  open(name: RepositoryName, access?: Access): Promise<OpenRepository>;
  /** The driver of its kind, loaded once. */
  driver(): Promise<Driver>;
  /**
   * Its repositories, of one namespace or all: via its own API, else by `_catalog`, which is no part of the
   * specification and knows no namespaces: many registries refuse it.
   * @throws Failure: unsupported when this registry does, with what can be done instead
   */
  repositories(namespace?: string): Pages<RepositorySummary>;
}

/** A repository with the driver of its registry. */
export interface OpenRepository {
  readonly name: RepositoryName;
  readonly kind: DriverKind;
  readonly oci: Repository;
  readonly driver: RepositoryDriver;
}

/** Connects to a registry; nothing is sent yet. */
export function connectRegistry(name: RegistryName, settings: RegistrySettings): Registry {
  const sessions = createSessions(name, settings);
  const loaded = new Map<DriverKind, Promise<Driver>>();

  function driver(): Promise<Driver> {
    const kind = sessions.kind();
    const known = loaded.get(kind) ?? load(kind);
    loaded.set(kind, known);
    return known;
  }

  async function load(kind: DriverKind): Promise<Driver> {
    const create = (await kind.load?.()) ?? createOciDriver;
    return create({ ...settings, registry: name, origin: apiOrigin(name) });
  }

  function repository({ path }: RepositoryName, access: Access = 'pull'): Repository {
    const actions = access === 'delete' ? sessions.kind().deleteActions : undefined;
    return createRepository(sessions.of(path, access), path, access, actions);
  }

  async function* repositories(namespace: string | undefined): AsyncGenerator<readonly RepositorySummary[]> {
    const own = namespace === undefined ? undefined : (await driver()).repositories?.(namespace);
    if (own !== undefined) return yield* own;
    const all = (await driver()).allRepositories?.() ?? listCatalog(sessions, name, settings.credentials);
    for await (const page of all) {
      yield page.filter(({ path }) => namespace === undefined || path.startsWith(`${namespace}/`));
    }
  }

  return {
    name,
    kind: sessions.kind,
    repository,
    async open(about, access) {
      const oci = repository(about, access);
      const begun = sessions.isIdentified() ? oci : { ...oci, tags: await beginList(oci.tags) };
      const opened = await driver();
      const connection = { oci: begun, session: sessions.of(about.path, access ?? 'pull') };
      return { name: about, kind: sessions.kind(), oci: begun, driver: await opened.repository(about, connection) };
    },
    driver,
    async *repositories(namespace) {
      const kind = sessions.kind();
      let isBegun = false;
      try {
        for await (const page of repositories(namespace)) {
          isBegun = true;
          yield page;
        }
      } catch (thrown) {
        // The refusal has shown what kind of registry this is, and that kind has a list of its own or none.
        const { noCatalog } = sessions.kind();
        if (isBegun || sessions.kind() === kind || noCatalog === undefined) throw thrown;
        yield* repositories(namespace);
      }
    },
  };
}

/**
 * Reads the first page of a list. @returns the list, from that page on for the first reader, and anew for the next
 * ones
 */
async function beginList<Entry>(list: () => Pages<Entry>): Promise<() => Pages<Entry>> {
  const rest = list()[Symbol.asyncIterator]();
  const first = await rest.next();
  let isRead = false;
  async function* begun() {
    for (let page = first; !page.done; page = await rest.next()) yield page.value;
  }
  return () => {
    if (isRead) return list();
    isRead = true;
    return begun();
  };
}

async function* listCatalog(
  { home, kind }: Sessions,
  name: RegistryName,
  credentials: Credentials,
): AsyncGenerator<readonly RepositorySummary[]> {
  const { noCatalog, catalogAdvice = usualCatalogAdvice } = kind();
  if (noCatalog !== undefined) {
    throw new Failure('unsupported', {
      operation: `the repositories of ${name.host}`,
      reason: 'this registry does not list them',
      advice: noCatalog,
    });
  }
  const refused: Meaning = (answer, operation) => {
    if (answer.status === 403) return failureOf(answer, operation, { denied: catalogAdvice });
    if (!refusesCatalog(answer, credentials)) return undefined;
    const { message } = failureOf(answer, '');
    return new Failure('unsupported', { operation, reason: message, advice: catalogAdvice });
  };
  for await (const page of listPages(home, '/v2/_catalog', 'registry:catalog:*', 'repositories', refused)) {
    yield page.map((path) => ({ path }));
  }
}

const usualCatalogAdvice =
  'This registry does not list its repositories for these credentials (some do for administrators alone): list them by ' +
  `its own API or web page, and give them to the other commands as ${inputName('image')}.`;

/**
 * 401 to a token that the registry's own service gave for these credentials: they are right, and are not enough. An
 * answer of a host to which a redirect led is not an answer of this registry.
 */
function refusesCatalog({ status, headerValues, redirectedFrom }: HttpAnswer, credentials: Credentials): boolean {
  if (redirectedFrom !== undefined) return false;
  if ([400, 404, 405, 501].includes(status)) return true;
  const bearer = parseChallenges(headerValues('www-authenticate')).some(({ scheme }) => scheme === 'bearer');
  return status === 401 && bearer && credentials.kind !== 'anonymous';
}
