import { suggest } from '../commands/suggest.js';
import { usageFailure } from '../errors.js';
import { bashCompletion } from './bash.js';
import { fishCompletion } from './fish.js';
import type { CommandWords } from './words.js';
import { zshCompletion } from './zsh.js';

const scripts: ReadonlyMap<string, (commands: readonly CommandWords[]) => string> = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);
const shells = [...scripts.keys()];

/** What the command line has beside its commands: `image-gate completion bash|zsh|fish`. */
export const completionWords: CommandWords = {
  name: 'completion',
  help: `Prints what completes commands, flags and values in a shell: ${shells.join(', ')}`,
  flags: [],
  places: [{ name: 'shell', value: { kind: 'words', words: shells } }],
};

/** The help of it. */
export const completionHelp = `Prints what completes commands, flags and values in a shell.

Usage: image-gate ${completionWords.name} ${shells.join('|')}

  bash  source <(image-gate completion bash), in ~/.bashrc
        on macOS's own bash: eval "$(image-gate completion bash)"
  zsh   source <(image-gate completion zsh), in ~/.zshrc after compinit
  fish  image-gate completion fish > ~/.config/fish/completions/image-gate.fish`;

/**
 * The script that a shell reads to complete these commands, and this one.
 * @throws Failure (usage) for no shell, for one that is not known, and for more than one
 */
export function completionScript([shell, ...more]: readonly string[], commands: readonly CommandWords[]): string {
  if (shell === undefined) throw usageFailure('completion needs the name of a shell', `One of ${shells.join(', ')}.`);
  const script = scripts.get(shell);
  if (script === undefined) {
    const near = suggest(shell, shells);
    throw usageFailure(
      `there is no completion for ${JSON.stringify(shell)}`,
      near === undefined ? `The shells are ${shells.join(', ')}.` : `Did you mean ${near}?`,
    );
  }
  if (more[0] !== undefined) throw usageFailure(`${JSON.stringify(more[0])} is one word too many for completion`);
  return script([...commands, completionWords]);
}
