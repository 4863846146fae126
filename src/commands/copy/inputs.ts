import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, list, secret, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `copy`; those of the registry are the source's. */
export const copyInputs = {
  from: text({ help: 'Set the image to copy: `name:tag` or `name@sha256:…`.', placeholder: 'IMAGE' }),
  to: list({
    help: 'Set one or more targets: `name:tag`. A name without a tag gets the tag of the source. A name without a registry is in the registry of the source.',
    placeholder: 'IMAGE,…',
  }),
  ...registryInputs({ names: ['from'] }),
  'to-username': text({
    help: 'Set the user name for the registry of `to`. Without `to-username` and `to-password`, the credentials come from the Docker config; in the registry of the source, the credentials of the source are used.',
    placeholder: 'NAME',
  }),
  'to-password': secret({ help: 'Set the password for the registry of `to`. An access token is safer.' }),
  'to-oidc': text({
    help: 'Log in to the registry of `to` without a password, as `oidc` does to that of the source.',
    placeholder: 'VALUE',
  }),
  platforms: list({
    help: 'Copy only these platforms of a multi-platform image: `linux/amd64, linux/arm64`. The copy gets a new index with another digest.',
    fallbackHelp: 'all, and the digest stays the same',
  }),
  referrers: boolean({
    help: 'Copy signatures, SBOMs and attestations too: referrers from the API and from the fallback tag, and the tags of cosign.',
    fallback: 'true',
  }),
  overwrite: boolean({
    help: 'Move a tag that is on another image. With `false`, such a tag is exit code 1, and nothing changes.',
    fallback: 'true',
  }),
  ...resultsFileInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '30m' }),
};

/** The values of those inputs. */
export type CopyInputs = ValuesOf<typeof copyInputs>;
