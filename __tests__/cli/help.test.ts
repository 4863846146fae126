import { describe, expect, it } from '@jest/globals';
import { commonFlags, readArguments } from '../../src/cli/arguments.js';
import { commandHelp, exitCodeWords, inputHelp, plainHelp, programHelp } from '../../src/cli/help.js';
import { loadCommands } from '../../src/commands/index.js';
import { boolean, text } from '../../src/commands/shared/inputs/types.js';

const commands = await loadCommands();

describe('inputHelp', () => {
  const help = 'The `tag`.';
  it.each([
    ['no default', text({ help }), help],
    ['a default', text({ help, fallback: 'x' }), 'The `tag`. Default: `x`.'],
    ['a default in words', text({ help, fallbackHelp: 'the owner' }), 'The `tag`. Default: the owner.'],
    ['a default of a boolean', boolean({ help, fallback: 'false' }), 'The `tag`. Default: `false`.'],
  ])('with %s', (_name, input, expected) => {
    expect(inputHelp(input)).toBe(expected);
  });
});

describe('plainHelp', () => {
  const inputs = { wait: text({ help: 'x' }), source: text({ help: 'x' }), save: boolean({ help: 'x' }) };
  it.each([
    ['2 minutes more than `wait`', '2 minutes more than --wait'],
    ['With `source: git` and `save: true`', 'With --source git and --save'],
    ['`wait-longer`, `{wait}`, `wait=1` and `toString`', 'wait-longer, {wait}, wait=1 and toString'],
    ['wait', 'wait'],
  ])('%s', (markdown, plain) => {
    expect(plainHelp(markdown, inputs)).toBe(plain);
  });
});

describe('help', () => {
  it.each([50, 80, 100])('of the program fits into %i columns', (width) => {
    const help = programHelp(commands, commonFlags, width);
    for (const { name } of commands) expect(help).toContain(`  ${name}`);
    for (const flag of Object.keys(commonFlags)) expect(help).toContain(`--${flag}`);
    const lines = help.split('\n').filter((line) => !line.includes('https://'));
    for (const line of lines.slice(3)) expect(line.length).toBeLessThanOrEqual(width);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    'of %s has every input and exit code',
    (name, command) => {
      const help = commandHelp(command, commonFlags, 100);
      expect(help).toContain(`Usage: image-gate ${name} `);
      for (const [input, { type }] of Object.entries(command.inputs))
        expect(help).toContain(type === 'boolean' ? `--[no-]${input}` : `--${input} `);
      for (const [code, words] of exitCodeWords)
        expect(help).toMatch(new RegExp(`^ +${code} +${words.slice(0, 12)}`, 'm'));
      for (const line of help.split('\n')) expect(line).toBe(line.trimEnd());
      expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    },
  );
});

describe('commands', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    '%s keeps to the Marketplace’s limits and names its positional inputs; its example can be read',
    (_name, command) => {
      expect(command.summary.length).toBeLessThanOrEqual(125);
      expect(command.examples.length).toBeGreaterThan(0);
      for (const line of command.examples) {
        const [example = ''] = line.split(/ [<>] /);
        const { given } = readArguments(example.split(' '), command);
        for (const [name, text] of given) expect(() => command.inputs[name]?.read(text, name)).not.toThrow();
      }
      for (const positional of command.positional) expect(Object.keys(command.inputs)).toContain(positional);
      // A step has outputs, a service has none.
      expect(Object.keys(command.outputs).length > 0).toBe(command.frontend !== 'cli');
    },
  );
});
