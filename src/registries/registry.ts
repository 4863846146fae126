import type { RegistryName, RepositoryName } from '../images/name.js';
import { listPages } from './pages.js';
import { type Access, createRepository, type Repository } from './repository.js';
import { openSession, type RegistrySettings } from './session.js';

/** One registry, with one set of credentials. */
export interface Registry {
  /** @param access what will be done there, so that one token is enough for all of it; default `pull` */
  repository(name: RepositoryName, access?: Access): Repository;
  /** The names of its repositories, by `_catalog`, which is no part of the specification: many registries refuse it. */
  repositories(): AsyncIterable<string>;
}

/** Connects to a registry; nothing is sent yet. */
export function connectRegistry(name: RegistryName, settings: RegistrySettings): Registry {
  const session = openSession(name, settings);
  return {
    repository: ({ path }, access = 'pull') => createRepository(session, path, access),
    repositories: () => listPages(session, '/v2/_catalog', 'registry:catalog:*', 'repositories'),
  };
}
