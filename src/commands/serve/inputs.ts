import { strategies } from '../../images/version-step.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import {
  boolean,
  choice,
  duration,
  file,
  list,
  secret,
  text,
  type ValuesOf,
  wholeNumber,
} from '../shared/inputs/types.js';

/** The inputs of `serve`. */
export const serveInputs = {
  watch: list({
    help: 'Watch these images (`acme/app:1.2.0`), or files and folders that name images: Dockerfiles, Compose files, Kubernetes YAML, Helm values, kustomizations, lists. SIGHUP reads the files again.',
    placeholder: 'IMAGE|FILE,…',
  }),
  every: duration({
    help: 'List the tags of each watched repository this often, give or take a tenth. At least `10s`.',
    fallback: '30m',
  }),
  strategy: choice(strategies, {
    help: 'Set the strategy of requests without `strategy`, and of notifications.',
    fallback: 'bugfix',
    anyCase: true,
  }),
  ...selectionInputs('tags'),
  prerelease: boolean({
    help: 'Allow an update from a release to a pre-release. A pre-release is always updated to its own kind.',
    fallback: 'false',
  }),
  host: text({
    help: 'Listen on this address. `0.0.0.0` and `::` accept connections from other machines: set `token` too.',
    placeholder: 'ADDRESS',
    fallback: '127.0.0.1',
  }),
  port: wholeNumber({ help: 'Listen on this port. `0` takes a free one.', fallback: '4006', most: 65_535 }),
  token: secret({
    help: 'Require this bearer token for every request except `/healthz` and `/readyz`. A browser can give it as the password.',
  }),
  allow: list({
    help: 'Answer also for images that are not watched, if they are in one of these registries. Registries of watched images are always allowed.',
    placeholder: 'HOST,…',
  }),
  ...registryInputs({ names: ['watch'], files: true }),
  'cache-dir': file({
    placeholder: 'FOLDER',
    help: 'Keep tag lists, and what was notified, in this folder, so that a restart needs no requests.',
  }),
  'cache-url': {
    ...secret({
      help: 'Keep them in Redis or Valkey instead, for several instances with one set of lists: `redis://user:password@host:6379/0`, `rediss://` for TLS.',
    }),
    masks: (url: string | undefined) =>
      [url ?? '', URL.canParse(url ?? '') ? new URL(url ?? '').password : ''].filter(Boolean),
  },
  notify: text({
    help: 'Send a POST with JSON to this URL for each newer version of a watched image.',
    placeholder: 'URL',
  }),
  'notify-secret': secret({
    help: 'Sign each notification like a webhook of GitHub: `X-Hub-Signature-256: sha256=…`.',
  }),
};

/** The values of those inputs. */
export type ServeInputs = ValuesOf<typeof serveInputs>;
