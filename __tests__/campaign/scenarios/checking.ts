import type { Internet } from '../../../sandbox/index.js';
import {
  asksFor,
  buildToken,
  checkedImage,
  commit,
  type Prepared,
  password,
  type Scenario,
  secrets,
  sourceToken,
  tag,
  user,
} from '../scenario.js';
import { stockAt } from './stock.js';

const credentials = { username: user, password };
const strict = { platforms: checkedImage.platforms.join(','), 'verify-revision': 'true' };
const repository = 'acme/app';

/** Bitbucket's develop, and what `check` needs to ask for it. */
function onBitbucket(internet: Internet): Record<string, string> {
  internet.bitbucket.tokens.add(sourceToken);
  internet.bitbucket.repository('acme', 'app', { private: true, branches: { develop: commit } });
  return { source: 'bitbucket', owner: 'acme', repo: 'app', ref: 'develop', 'source-token': sourceToken };
}

const missing = (path = repository): Pick<Prepared, 'saysMissing' | 'secrets'> => ({
  secrets,
  saysMissing: asksFor(path, tag),
});
const generic = { registry: 'registry.example.com', namespace: 'acme', ...credentials };

function withGeneric(internet: Internet, auth: Internet['generic']['auth']): void {
  internet.generic.users.set(user, password);
  internet.generic.auth = auth;
  internet.generic.repository(repository, { private: true, members: [user] });
}

/** An image by its name, complete and a day old by the registry's date. */
function complete(host: string): Scenario {
  return {
    name: `check of an image on ${host}, with complete and min-age`,
    command: 'check',
    seconds: 4,
    async prepare(internet) {
      const stock = stockAt(internet, host);
      await stock.push('1.0', 1, checkedImage.platforms);
      const inputs = { ...stock.inputs, image: `${host}/${stock.path}:1.0`, complete: 'true', 'min-age': '1d' };
      // Nothing of the image may be missing.
      const saysMissing: Prepared['saysMissing'] = ({ url }) => url.pathname.startsWith(`/v2/${stock.path}/`);
      return { inputs, env: stock.env, secrets: stock.secrets, saysMissing };
    },
  };
}

/** The gate: sources, registries, what it can ask of an image, and builds. */
export const checking: readonly Scenario[] = [
  {
    name: 'check, Bitbucket and Docker Hub, with platforms and revision',
    command: 'check',
    seconds: 4,
    async prepare(internet) {
      internet.hub.users.set(user, password);
      internet.hub.repository(repository, { private: true, members: [user] });
      await internet.hub.image(repository, tag, checkedImage);
      return { inputs: { ...onBitbucket(internet), namespace: 'acme', ...credentials, ...strict }, ...missing() };
    },
  },
  {
    name: 'check, GitHub and ghcr.io',
    command: 'check',
    seconds: 4,
    async prepare(internet) {
      internet.ghcr.users.set(user, password);
      internet.ghcr.repository(repository, { private: true, members: [user] });
      await internet.ghcr.image(repository, tag, checkedImage);
      internet.github.tokens.add(sourceToken);
      internet.github.repository('acme', 'app', { private: true, branches: { develop: commit } });
      const source = { owner: 'acme', repo: 'app', ref: 'develop', 'source-token': sourceToken };
      return { inputs: { ...source, registry: 'ghcr.io', namespace: 'acme', ...credentials }, ...missing() };
    },
  },
  {
    name: 'check, GitLab and a registry with tokens, with platforms and revision',
    command: 'check',
    seconds: 4,
    async prepare(internet) {
      withGeneric(internet, 'bearer');
      await internet.generic.image(repository, tag, checkedImage);
      internet.gitlab.tokens.add(sourceToken);
      internet.gitlab.repository('acme', 'app', { private: true, branches: { develop: commit } });
      const source = { source: 'gitlab', owner: 'acme', repo: 'app', ref: 'develop', 'source-token': sourceToken };
      return { inputs: { ...source, ...generic, ...strict }, ...missing() };
    },
  },
  {
    name: 'check with complete, and a registry with tokens',
    command: 'check',
    seconds: 4,
    async prepare(internet) {
      withGeneric(internet, 'bearer');
      await internet.generic.image(repository, tag, checkedImage);
      const asked = { repo: 'acme/app', ref: commit, complete: 'true', platforms: strict.platforms };
      return {
        inputs: { ...asked, ...generic },
        secrets,
        saysMissing: ({ url }) => /\/(?:manifests|blobs)\//.test(url.pathname),
      };
    },
  },
  {
    name: 'check, waiting for an image that does not come',
    command: 'check',
    seconds: 6,
    async prepare(internet) {
      withGeneric(internet, 'basic');
      await internet.generic.image(repository, 'other');
      const asked = { repo: 'acme/app', ref: commit, wait: '1s' };
      return { inputs: { ...asked, ...generic }, ...missing(), missingAtFirst: true };
    },
  },
  {
    name: 'check with build-workflow',
    command: 'check',
    seconds: 12,
    async prepare(internet) {
      withGeneric(internet, 'bearer');
      internet.actions.tokens.writers.add(buildToken);
      internet.actions.workflow(repository, 'build.yml', {
        defaultBranch: 'main',
        plan: { queuedMs: 0, runningMs: 0 },
        onRun: async () => void (await internet.generic.image(repository, tag)),
      });
      const build = { 'build-workflow': 'build.yml', 'build-repository': repository, 'build-ref': 'main' };
      const asked = { repo: repository, ref: commit, 'build-token': buildToken };
      return {
        inputs: { ...asked, ...build, ...generic },
        ...missing(),
        missingAtFirst: true,
        damage: async () => (internet.actions.runs.length > 1 ? [`${internet.actions.runs.length} builds`] : []),
      };
    },
  },
  {
    name: 'check with build-pipeline',
    command: 'check',
    seconds: 12,
    async prepare(internet) {
      withGeneric(internet, 'basic');
      const source = onBitbucket(internet);
      internet.pipelines.enable(repository, {
        plan: { pendingMs: 0, runningMs: 0 },
        onSuccess: async () => void (await internet.generic.image(repository, tag)),
      });
      return {
        inputs: { ...source, 'build-pipeline': 'default', ...generic },
        ...missing(),
        missingAtFirst: true,
        damage: async () => (internet.pipelines.all.length > 1 ? [`${internet.pipelines.all.length} builds`] : []),
      };
    },
  },
  complete('acme.azurecr.io'),
  complete('123456789012.dkr.ecr.eu-central-1.amazonaws.com'),
  complete('europe-west1-docker.pkg.dev'),
  complete('registry.gitlab.com'),
];
