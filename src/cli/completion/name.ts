import type { CommandWords } from './words.js';

/** The shells that there is a script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What the command line has beside its commands: `image-gate completion bash|zsh|fish`. */
export const completionWords: CommandWords = {
  name: 'completion',
  help: `Prints what completes commands, flags and values in a shell: ${shells.join(', ')}`,
  flags: [],
  places: [{ name: 'shell', value: { kind: 'words', words: shells }, repeats: false }],
};

/** `image-gate help COMMAND`. */
export function helpWords(commands: readonly string[]): CommandWords {
  return {
    name: 'help',
    help: 'Shows what there is, or the inputs of a command',
    flags: [],
    places: [{ name: 'command', value: { kind: 'words', words: commands }, repeats: false }],
  };
}
