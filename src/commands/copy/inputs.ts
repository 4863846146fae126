import { boolean, duration, list, secret, text, type ValuesOf } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';
import { resultsFileInput } from '../results-file.js';

/** The inputs of `copy`; those of the registry are the source's. */
export const copyInputs = {
  from: text({ help: 'The image to copy: `name:tag` or `name@sha256:…`.', placeholder: 'IMAGE' }),
  to: list({
    help: 'Where to: `name:tag`, one or more. A name alone takes the source’s tag; without a registry in front it is in the source’s.',
    placeholder: 'IMAGE,…',
  }),
  ...registryInputs({ names: ['from'] }),
  'to-username': text({
    help: 'The user name for the registry of `to`. Without to-username and to-password the Docker config is used; in the source’s registry, what the source is read with.',
    placeholder: 'NAME',
  }),
  'to-password': secret({ help: 'The password, or better an access token, for the registry of `to`.' }),
  platforms: list({
    help: 'Copy these platforms of a multi-platform image alone: `linux/amd64, linux/arm64`. The index is then a new one, with another digest.',
    fallbackHelp: 'all, and the digest stays the same',
  }),
  referrers: boolean({
    help: 'Copy signatures, SBOMs and attestations too: referrers from the API and the fallback tag, and cosign’s tags.',
    fallback: 'true',
  }),
  overwrite: boolean({
    help: 'Move a tag that is on another image. With `false`, such a tag is exit code 1, and nothing is changed.',
    fallback: 'true',
  }),
  ...resultsFileInput,
  timeout: duration({ help: 'Set the overall timeout.', fallback: '30m' }),
};

/** The values of those inputs. */
export type CopyInputs = ValuesOf<typeof copyInputs>;
