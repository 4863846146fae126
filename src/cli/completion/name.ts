import type { CommandWords } from './words.js';

/** The shells with a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** The command line’s own command: `image-gate completion bash|zsh|fish`. */
export const completionWords: CommandWords = {
  name: 'completion',
  help: `Print the completion script for a shell: ${shells.join(', ')}`,
  flags: [],
  places: [{ name: 'shell', value: { kind: 'words', words: shells }, repeats: false }],
};

/** `image-gate help COMMAND`. */
export function helpWords(commands: readonly string[]): CommandWords {
  return {
    name: 'help',
    help: 'Show the commands, or the flags of a command',
    flags: [],
    places: [{ name: 'command', value: { kind: 'words', words: commands }, repeats: false }],
  };
}
