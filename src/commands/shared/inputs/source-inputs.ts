import { sourceKinds } from '../../../sources/index.js';
import { choice, secret, text, type ValuesOf } from './types.js';

/** The inputs of every command that requests something of a source, beside `repo`. */
export const sourceInputs = {
  source: choice(
    sourceKinds.map(({ name }) => name),
    {
      help: 'Set the kind of host that the source repository is on.',
      fallbackHelp: 'the host of the pipeline or git clone if `repo` comes from there, else `github`',
    },
  ),
  owner: text({
    help: 'Set the owner of the source repository: a workspace, organization, project or group.',
    placeholder: 'NAME',
    fallbackHelp: 'the workflow’s owner',
  }),
  'source-url': text({
    help: 'Set the address of a self-hosted server. For `source: git`, set the URL of the remote (https, ssh, http, file).',
    placeholder: 'URL',
    fallbackHelp: 'the public service; for `github` the workflow’s own server',
  }),
  'source-username': text({
    help: 'Set the user name for `source-token`. A Bitbucket API token requires it: the e-mail address of the Atlassian account.',
    placeholder: 'NAME',
  }),
  'source-token': secret({
    help: 'Set a token with read access to the source repository.',
    fallbackHelp: 'for `github`, the workflow’s own token',
  }),
};

/** The values of those inputs, and the source repositories. */
export type SourceInputs = ValuesOf<typeof sourceInputs> & { readonly repo: readonly string[] };
