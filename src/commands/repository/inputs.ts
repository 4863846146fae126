import { boolean, duration, file, text, type ValuesOf } from '../inputs.js';
import { registryInputs } from '../registry-inputs.js';

/** The inputs of `repository`. */
export const repositoryInputs = {
  image: text({
    help: 'The repository at Docker Hub: `acme/app`, or `app` in `namespace`.',
    placeholder: 'NAME',
  }),
  ...registryInputs({ names: ['image'] }),
  create: boolean({ help: 'Whether to create the repository where there is none.', fallback: 'false' }),
  private: boolean({
    help: 'Whether only members may see it. Left empty, it stays as it is; a new one becomes what Docker Hub makes of it, which is public.',
  }),
  description: text({
    help: 'What it is, in at most 100 characters. Left empty, it stays as it is.',
    placeholder: 'TEXT',
  }),
  'full-description': file({
    help: 'A file with its page, in Markdown, of at most 25,000 characters. Left empty, the page stays as it is.',
  }),
  timeout: duration({ help: 'The time for all of it.', fallback: '2m' }),
};

/** The values of those inputs. */
export type RepositoryInputs = ValuesOf<typeof repositoryInputs>;
