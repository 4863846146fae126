import { strategies } from '../../images/version-step.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { selectionInputs } from '../shared/inputs/selection.js';
import {
  boolean,
  choice,
  duration,
  file,
  grouped,
  list,
  secret,
  text,
  type ValuesOf,
  wholeNumber,
} from '../shared/inputs/types.js';

/** The inputs of `serve`. */
export const serveInputs = {
  watch: list({
    help: 'Watch these images (`acme/app:1.2.0`), or the images in these files and folders: Dockerfiles, Compose files, Kubernetes YAML, Helm values, kustomizations, or one image a line. The signal SIGHUP reads the files again.',
    placeholder: 'IMAGE|FILE,…',
  }),
  every: duration({
    help: 'List the tags of each watched repository this often, with a random deviation of up to a tenth. At least `10s`.',
    fallback: '30m',
  }),
  strategy: choice(strategies, {
    help: 'Set the strategy of notifications, and of requests without `strategy`.',
    fallback: 'bugfix',
    anyCase: true,
  }),
  ...selectionInputs('tags'),
  prerelease: boolean({
    help: 'Allow an update from a release to a pre-release. A pre-release can always be updated to one of the same kind.',
    fallback: 'false',
  }),
  ...grouped('Server', {
    host: text({
      help: 'Listen on this address. `0.0.0.0` and `::` accept connections from other machines: set `token` too.',
      placeholder: 'ADDRESS',
      fallback: '127.0.0.1',
    }),
    port: wholeNumber({ help: 'Listen on this port. `0` selects a free one.', fallback: '4006', most: 65_535 }),
    token: secret({
      help: 'Require this bearer token for every request except `/healthz` and `/readyz`. A browser can send it as the password.',
    }),
    allow: list({
      help: 'Also answer requests for images that are not watched, if they are in one of these registries. The registries of watched images are always allowed.',
      placeholder: 'HOST,…',
    }),
  }),
  ...grouped('Notifications', {
    notify: text({
      help: 'Send a POST request with JSON to this URL for each newer version of a watched image.',
      placeholder: 'URL',
    }),
    'notify-secret': secret({
      help: 'Sign each notification as GitHub signs webhooks: `X-Hub-Signature-256: sha256=…`.',
    }),
  }),
  ...grouped('Storage', {
    'cache-dir': file({
      placeholder: 'FOLDER',
      help: 'Store tag lists and sent notifications in this folder, so that a restart needs no requests.',
      fallbackHelp: 'in memory only',
    }),
    'cache-url': {
      ...secret({
        help: 'Store tag lists and sent notifications in Redis or Valkey, which several instances can share: `redis://user:password@host:6379/0`, `rediss://` for TLS.',
      }),
      masks: (url: string | undefined) =>
        [url ?? '', URL.canParse(url ?? '') ? new URL(url ?? '').password : ''].filter(Boolean),
    },
  }),
  ...registryInputs({ names: ['watch'], files: true }),
};

/** The values of those inputs. */
export type ServeInputs = ValuesOf<typeof serveInputs>;
