import { boolean, duration, file, text, type ValuesOf } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';

/** The inputs of `repository`. */
export const repositoryInputs = {
  image: text({
    help: 'The repository at Docker Hub: `acme/app`, or `app` in `namespace`.',
    placeholder: 'NAME',
  }),
  ...registryInputs({ names: ['image'] }),
  create: boolean({ help: 'Create the repository if it does not exist.', fallback: 'false' }),
  private: boolean({
    help: 'Make the repository private (`true`) or public (`false`). Left empty, an existing repository keeps its visibility, and a new one is public.',
  }),
  description: text({
    help: 'What it is, in at most 100 characters. Left empty, it stays as it is.',
    placeholder: 'TEXT',
  }),
  'full-description': file({
    help: 'A file with its page, in Markdown, of at most 25,000 characters. Left empty, the page stays as it is.',
  }),
  timeout: duration({ help: 'Set the overall timeout.', fallback: '2m' }),
};

/** The values of those inputs. */
export type RepositoryInputs = ValuesOf<typeof repositoryInputs>;
