import { sourceKinds } from '../../../sources/index.js';
import { choice, secret, text, type ValuesOf } from './types.js';

/** The inputs of every command that requests something of a source, beside `repo`. */
export const sourceInputs = {
  source: choice(
    sourceKinds.map(({ name }) => name),
    {
      help: 'Set the host of the source repository.',
      fallbackHelp: 'the host of the pipeline or of the git clone if `repo` comes from it, else `github`',
    },
  ),
  owner: text({
    help: 'Set the owner of the source repository: a user, workspace, organization, project or group.',
    placeholder: 'NAME',
    fallbackHelp: 'the workflow’s owner',
  }),
  'source-url': text({
    help: 'Set the URL of a self-hosted server; for `source: git`, the URL of the remote (https, ssh, http or file).',
    placeholder: 'URL',
    fallbackHelp: 'the public service; for `github`, the workflow’s own server',
  }),
  'source-username': text({
    help: 'Set the user name for `source-token`. For an API token of Bitbucket, this is the e-mail address of the Atlassian account.',
    placeholder: 'NAME',
  }),
  'source-token': secret({
    help: 'Set a token with read access to the source repository.',
    fallbackHelp: 'for `github`, the workflow’s own token',
  }),
};

/** The values of those inputs, and the source repositories. */
export type SourceInputs = ValuesOf<typeof sourceInputs> & { readonly repo: readonly string[] };
