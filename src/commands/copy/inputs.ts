import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, grouped, list, secret, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `copy`; those of the registry are the source's. */
export const copyInputs = {
  from: text({ help: 'Set the image to copy: `name:tag` or `name@sha256:…`.', placeholder: 'IMAGE' }),
  to: list({
    help: 'Set one or more targets: `name:tag`. A target without a tag gets the tag of the source. A target without a registry is in the registry of the source.',
    placeholder: 'IMAGE,…',
  }),
  platforms: list({
    help: 'Copy only these platforms of a multi-platform image: `linux/amd64, linux/arm64`. The copy then has an index of its own, with another digest.',
    fallbackHelp: 'all platforms, with the same digest',
  }),
  referrers: boolean({
    help: 'Also copy signatures, SBOMs and attestations: referrers from the API and from the fallback tag, and the tags of cosign.',
    fallback: 'true',
  }),
  overwrite: boolean({
    help: 'Move a target tag that is on another image. With `overwrite: false`, such a tag ends with exit code 1, and nothing changes.',
    fallback: 'true',
  }),
  ...registryInputs({ names: ['from'] }),
  ...grouped('Registry of the targets', {
    'to-username': text({
      help: 'Set the user name for the registry of `to`.',
      placeholder: 'NAME',
      fallbackHelp: 'in the registry of the source, the same credentials; else those in the Docker config',
    }),
    'to-password': secret({ help: 'Set the password for the registry of `to`. Prefer an access token.' }),
    'to-oidc': text({
      help: 'Log in to the registry of `to` with the OIDC identity of the pipeline. The value is as for `oidc`.',
      placeholder: 'VALUE',
    }),
  }),
  ...grouped('Run', {
    ...resultsFileInput,
    timeout: duration({ help: 'Set the overall timeout.', fallback: '30m' }),
  }),
};

/** The values of those inputs. */
export type CopyInputs = ValuesOf<typeof copyInputs>;
