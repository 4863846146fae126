import { registryInputs } from '../shared/inputs/registry.js';
import { boolean, duration, file, text, type ValuesOf } from '../shared/inputs/types.js';

/** The inputs of `repository`. */
export const repositoryInputs = {
  image: text({
    help: 'Set the repository on Docker Hub: `acme/app`, or `app` (in `namespace`).',
    placeholder: 'NAME',
  }),
  create: boolean({ help: 'Create the repository if it does not exist.', fallback: 'false' }),
  private: boolean({
    help: 'Make the repository private; with `private: false`, make it public.',
    fallbackHelp: 'unchanged; a new repository is public',
  }),
  description: text({
    help: 'Set the short description, at most 100 characters.',
    placeholder: 'TEXT',
    fallbackHelp: 'unchanged',
  }),
  'full-description': file({
    help: 'Set the full description from this Markdown file, at most 25,000 characters.',
    fallbackHelp: 'unchanged',
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '2m' }),
  ...registryInputs({ names: ['image'] }),
};

/** The values of those inputs. */
export type RepositoryInputs = ValuesOf<typeof repositoryInputs>;
