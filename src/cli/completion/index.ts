import { suggest } from '../../commands/shared/inputs/suggest.js';
import { usageFailure } from '../../lib/errors.js';
import { bashCompletion } from './bash.js';
import { fishCompletion } from './fish.js';
import { completionWords, helpWords, type Shell, shells } from './name.js';
import type { CommandWords } from './words.js';
import { zshCompletion } from './zsh.js';

const scripts: Record<Shell, (commands: readonly CommandWords[]) => string> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

export { commandWords } from './words.js';
/** The help of it. */
export const completionHelp = `Print the script that completes commands, flags and values in a shell.

Usage: image-gate ${completionWords.name} ${shells.join('|')}

  bash  source <(image-gate completion bash), in ~/.bashrc
        on the bash of macOS: eval "$(image-gate completion bash)"
  zsh   source <(image-gate completion zsh), in ~/.zshrc after compinit
  fish  image-gate completion fish > ~/.config/fish/completions/image-gate.fish`;

/**
 * The script that a shell reads to complete these commands, and this one.
 * @throws Failure (usage) for no shell, for one that is not known, and for more than one
 */
export function completionScript([shell, ...more]: readonly string[], commands: readonly CommandWords[]): string {
  if (shell === undefined) throw usageFailure('completion needs the name of a shell', `One of ${shells.join(', ')}.`);
  const known = shells.find((one) => one === shell);
  if (known === undefined) {
    const near = suggest(shell, shells);
    throw usageFailure(
      `no completion for ${JSON.stringify(shell)}`,
      near === undefined ? `The shells are ${shells.join(', ')}.` : `Did you mean ${near}?`,
    );
  }
  if (more[0] !== undefined) throw usageFailure(`${JSON.stringify(more[0])} is not expected after the shell`);
  const all = [...commands, completionWords];
  return scripts[known]([...all, helpWords(all.map(({ name }) => name))]);
}
