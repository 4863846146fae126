import { backup } from './backup.js';
import { check } from './check.js';
import { type AnyCommand, anyCommand } from './command.js';
import { copy } from './copy.js';
import { deleteImages } from './delete.js';
import { inspect } from './inspect.js';
import { latest } from './latest.js';
import { login } from './login.js';
import { prune } from './prune.js';
import { repositories } from './repositories.js';
import { repository } from './repository.js';
import { restore } from './restore.js';
import { tags } from './tags.js';

/** Every command; the first is the root action. A new one is one file and one line here. */
export const commands: readonly AnyCommand[] = [
  anyCommand(check),
  anyCommand(copy),
  anyCommand(prune),
  anyCommand(restore),
  anyCommand(deleteImages),
  anyCommand(latest),
  anyCommand(tags),
  anyCommand(repositories),
  anyCommand(inspect),
  anyCommand(login),
  anyCommand(repository),
  anyCommand(backup),
];

/** The names of the inputs of all of them. */
export const inputNames: ReadonlySet<string> = new Set(commands.flatMap(({ inputs }) => Object.keys(inputs)));
