import { parseRegistry, repositoryName } from '../../src/images/name.js';
import { createGhcrPackages, type GhcrPackages } from '../../src/registries/drivers/ghcr/packages.js';
import { type FakeHttp, fakeHttp } from './http.js';

export const packageToken = 'ghp_0123456789';

export interface PackagesSetUp {
  readonly packages: GhcrPackages;
  readonly http: FakeHttp;
  /** `GET /orgs/acme/…` and the like, with the query. */
  lines(): readonly string[];
}

/** A client of the package at ghcr.io with this path, on this HTTP. */
export function setUpPackages(
  handle: Parameters<typeof fakeHttp>[0],
  path = 'acme/app',
  token = packageToken,
): PackagesSetUp {
  const http = fakeHttp(handle);
  const repository = repositoryName(parseRegistry('ghcr.io'), path);
  return {
    packages: createGhcrPackages(repository, { http, api: 'https://api.github.com', token }),
    http,
    lines: () => http.lines().map((line) => line.replace('https://api.github.com', '')),
  };
}
