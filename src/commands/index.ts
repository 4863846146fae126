import { check } from './check.js';
import { type AnyCommand, anyCommand } from './command.js';

/** Every command; the first is the root action. A new one is one file and one line here. */
export const commands: readonly AnyCommand[] = [anyCommand(check)];
