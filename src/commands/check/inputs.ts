import { resultsFileInput } from '../shared/files/results-file.js';
import { registryInputs } from '../shared/inputs/registry.js';
import { sourceInputs } from '../shared/inputs/source-inputs.js';
import {
  boolean,
  duration,
  file,
  grouped,
  lines,
  list,
  secret,
  text,
  type ValuesOf,
  wholeNumber,
} from '../shared/inputs/types.js';

/** The tag template if no input sets one. */
export const usualTag = '{short-sha}';

/** The inputs of `check`, in the order in which people meet them. */
export const checkInputs = {
  ...grouped('Image', {
    image: list({
      help: 'Set the images to check: repositories (`acme/app`), which get the tag of the commit; images with a tag or digest (`nginx:1.27`); files and folders that name images (`k8s/`, `compose.yaml`, `Dockerfile`).',
      placeholder: 'IMAGE|FILE,…',
      fallbackHelp: '`registry/namespace/repo` for each `repo`',
    }),
    tag: text({
      help: 'Set the tag template: `{short-sha}` (7 digits), `{short-sha:N}`, `{sha}`, `{ref}`, and text around them.',
      placeholder: 'TEMPLATE',
      fallback: usualTag,
    }),
    platforms: list({
      help: 'Require these platforms: `linux/amd64, linux/arm64`. An image without one of them is not ready.',
      placeholder: 'OS/ARCH,…',
    }),
    complete: boolean({
      help: 'Require that every manifest, config and layer exists in the registry: of `platforms`, else of all that the index lists. Takes one HEAD request for each layer. On Docker Hub, each manifest counts as a pull.',
      fallback: 'false',
    }),
    'verify-revision': boolean({
      help: 'Require that the label or annotation `org.opencontainers.image.revision` is the commit.',
      fallback: 'false',
    }),
    'min-age': duration({
      help: 'Require that the image is at least this old. The age counts from the push if the registry reports it, else from the creation of the image. `wait` waits for the age.',
    }),
  }),
  ...grouped('Source', {
    repo: list({
      help: 'Set one or more source repositories: `name`, `owner/name` or an address. Images with a tag or digest do not need it.',
      placeholder: 'NAME,…',
      fallbackHelp:
        'the workflow’s repository; outside GitHub Actions, the repository of the pipeline or of the git clone',
    }),
    ref: text({
      help: 'Set the commit: a branch, a tag (`develop`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`), or a full or short SHA.',
      placeholder: 'REF',
      fallbackHelp:
        'the workflow’s commit, on pull requests the head commit; outside GitHub Actions, the commit of the pipeline or of the git clone',
    }),
    ...sourceInputs,
  }),
  ...registryInputs({ names: ['image'], files: true }),
  ...grouped('Wait', {
    wait: duration({ help: 'Wait up to this long for the image to become ready.', fallback: '0s' }),
    timeout: duration({
      help: 'Set the overall timeout.',
      fallbackHelp: '`wait` plus 2 minutes; plus `build-timeout` with a build; plus 30 minutes with `prune-keep`',
    }),
  }),
  ...grouped('Output', {
    'fail-if-not-ready': boolean({
      help: 'Fail the step if an image is not ready. The outputs are set in either case.',
      fallback: 'true',
    }),
    ...resultsFileInput,
  }),
  ...grouped('Build', {
    'build-workflow': text({
      help: 'Build a missing image with this GitHub Actions workflow, by file name or ID.',
      placeholder: 'FILE',
    }),
    'build-repository': text({
      help: 'Set the GitHub repository of the workflow: `owner/name`.',
      placeholder: 'NAME',
      fallbackHelp: 'the workflow’s own repository',
    }),
    'build-ref': text({
      help: 'Set the branch or tag to dispatch the workflow on.',
      placeholder: 'REF',
      fallbackHelp: '`ref` if the build repository is the source repository, else the default branch',
    }),
    'build-inputs': lines({
      help: 'Set the inputs of the workflow or the variables of the custom pipeline: a JSON object, or lines of `key=value`. Placeholders: `{commit}`, `{short-sha}`, `{ref}`, `{repo}`, `{image}`, `{tag}` and `{build-id}` (unique to the build).',
      placeholder: 'KEY=VALUE',
    }),
    'build-token': secret({
      help: 'Set a token that may start and cancel the build: `actions: write` on GitHub, `pipeline:write` on Bitbucket.',
      fallbackHelp: '`source-token` if it is for the same host; on GitHub, else the workflow’s own token',
    }),
    'build-pipeline': text({
      help: 'Build a missing image with Bitbucket Pipelines: `default`, or the name of a custom pipeline. A running pipeline for the same commit is reused.',
      placeholder: 'NAME',
    }),
    'build-command': text({
      help: 'Build a missing image with this program and its arguments. Quotes are supported, but no shell runs. Placeholders are those of `build-inputs`.',
      placeholder: 'COMMAND',
    }),
    'build-timeout': duration({ help: 'Set the timeout of a build.', fallback: '30m' }),
  }),
  ...grouped('Signatures', {
    'signature-key': lines({
      help: 'Require a signature by this public key, or by one of several: PEM text, or PEM files separated by commas. Accepts signatures of `cosign sign --key` and `cosign attest --key`.',
      placeholder: 'FILE|PEM',
    }),
    'signature-identity': list({
      help: 'Require a keyless signature by this identity, or by one of several: an e-mail address, or `https://github.com/acme/app/.github/workflows/*`. `*` matches any characters. Needs `signature-issuer`.',
      placeholder: 'IDENTITY,…',
    }),
    'signature-issuer': text({
      help: 'Set the OIDC issuer of `signature-identity`: `https://token.actions.githubusercontent.com` for GitHub Actions, `https://accounts.google.com`. With `provenance` alone, set the issuer of the build’s identity.',
      placeholder: 'URL',
      fallbackHelp: 'with `provenance`, the issuer of the source repository’s host',
    }),
    provenance: boolean({
      help: 'Require signed SLSA provenance for the source repository and the commit. It is looked for in the registry and in GitHub’s attestation store (`attestations: read`).',
      fallback: 'false',
    }),
    'provenance-workflow': text({
      help: 'Require that this workflow signed the provenance: `.github/workflows/release.yml`, `acme/workflows/.github/workflows/build.yml@refs/tags/v1`. `*` matches any characters.',
      placeholder: 'FILE',
    }),
    'trusted-root': file({
      help: 'Trust the Sigstore instance in this file (`trusted_root.json`) instead of the public-good instance and GitHub’s.',
    }),
  }),
  ...grouped('Prune', {
    'prune-keep': wholeNumber({
      help: 'After a successful check, delete all but this many of the newest images in the repository. The checked image is always kept. Writes a journal, as `prune` does.',
      placeholder: 'N',
      refusesEmpty: true,
    }),
  }),
};

/** The values of those inputs. */
export type CheckInputs = ValuesOf<typeof checkInputs>;
