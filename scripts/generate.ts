import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { hiddenInputs } from '../src/action/index.js';
import { commonFlags, destructiveFlags } from '../src/cli/arguments.js';
import { commonFlagOf, defaultOf, exitCodeWords, inputHelp, usagesOf } from '../src/cli/help.js';
import type { AnyCommand } from '../src/commands/command.js';
import { loadCommands } from '../src/commands/index.js';
import { renewProject } from './project.js';
import { registriesTable } from './registries-table.js';
import { table } from './table.js';

/**
 * Writes what is made from the commands: each action.yml, and in the docs the parts between `<!-- generated: NAME -->` and
 * `<!-- /generated -->`. Writes the project of package.json into everything that names it. With --check it only reports what
 * differs, and fails if anything does.
 */
async function main(checkOnly: boolean): Promise<void> {
  const commands = await loadCommands();
  const files = await Promise.all(
    commands.flatMap((command, at) => [
      ...(command.frontend === 'cli' ? [] : [actionFile(command, at === 0)]),
      docsFile(command),
    ]),
  );
  for (const path of ['README.md', 'docs/command-line.md', 'docs/errors.md', 'docs/registries.md'])
    files.push(await fill(path, commands));
  const generated = await renewProject(new Map(files.map(({ path, text }) => [path, text])));
  const stale: string[] = [];
  for (const [path, text] of generated) {
    const current = await readFile(path, 'utf8').catch(() => undefined);
    if (current === text) continue;
    stale.push(path);
    if (checkOnly) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  if (stale.length === 0) return console.log('Everything that is generated is up to date.');
  console.log(`${checkOnly ? 'Not up to date (run npm run build)' : 'Written'}: ${stale.join(', ')}`);
  if (checkOnly) process.exitCode = 1;
}

interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

async function actionFile(command: AnyCommand, isRoot: boolean): Promise<GeneratedFile> {
  const inputs = Object.entries(command.inputs).map(([name, input]) => [
    name,
    { description: inputHelp(input), required: false },
  ]);
  const action = {
    name: isRoot ? 'Image Gate' : `Image Gate: ${command.name}`,
    description: command.summary,
    author: 'The Image Gate authors',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs: {
      ...Object.fromEntries(inputs),
      [hiddenInputs.command]: { description: '[Internal] The command of this action.', default: command.name },
      [hiddenInputs.token]: {
        description: '[Internal] The workflow’s own token, the default for tokens of the workflow’s own server.',
        default: '${{ github.token }}',
      },
    },
    outputs: Object.fromEntries(Object.entries(command.outputs).map(([name, help]) => [name, { description: help }])),
    runs: { using: 'node24', main: isRoot ? 'dist/index.js' : '../dist/index.js' },
  };
  const head =
    '# Generated from src/commands by npm run build. Defaults are in the descriptions: an input that is left empty\n# takes IMAGE_GATE_<NAME> from the environment first.\n';
  return {
    path: isRoot ? 'action.yml' : `${command.name}/action.yml`,
    text: head + stringify(action, { lineWidth: 0 }),
  };
}

async function docsFile(command: AnyCommand): Promise<GeneratedFile> {
  return fill(`docs/${command.name}.md`, [command]);
}

async function fill(path: string, of: readonly AnyCommand[]): Promise<GeneratedFile> {
  const text = await readFile(path, 'utf8');
  const parts: Record<string, string> = {
    ...Object.fromEntries(
      of.flatMap((command) => [
        [`${command.name} inputs`, inputsTable(command)],
        [`${command.name} outputs`, outputsTable(command)],
      ]),
    ),
    commands: commandsTable(of),
    registries: registriesTable(),
    'common flags': table(
      ['Flag', 'Description'],
      [
        ...Object.entries(commonFlags).map(([name, flag]) => [`\`${commonFlagOf(name, flag)}\``, flag.help]),
        ...Object.entries(destructiveFlags).map(([name, { help }]) => [
          `\`--${name}\``,
          `For commands that delete. ${help}`,
        ]),
      ],
    ),
    'exit codes': table(
      ['Code', 'Meaning'],
      exitCodeWords.map(([codeText, meaning]) => [`\`${codeText}\``, meaning]),
    ),
  };
  const filled = text.replace(
    /(<!-- generated: ([a-z -]+) -->\n)[\s\S]*?(<!-- \/generated -->)/g,
    (_all, begin: string, name: string, end: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`${path} asks for ${JSON.stringify(name)}, which nothing makes`);
      return `${begin}\n${part}\n\n${end}`;
    },
  );
  return { path, text: filled };
}

function commandsTable(of: readonly AnyCommand[]): string {
  const rows = of.map((command) => [
    usagesOf(command)
      .map((usage) => `[\`${usage}\`](${command.name}.md)`)
      .join('<br>'),
    command.summary,
  ]);
  return table(['Command', 'Description'], rows);
}

function inputsTable(command: AnyCommand): string {
  const rows = Object.entries(command.inputs).map(([name, input]) => [
    `\`${name}\``,
    input.type.replace('-', ' '),
    defaultOf(input) ?? '',
    input.help,
  ]);
  return table(['Input', 'Type', 'Default', 'Description'], rows);
}

function outputsTable(command: AnyCommand): string {
  return table(
    ['Output', 'Description'],
    Object.entries(command.outputs).map(([name, help]) => [`\`${name}\``, help]),
  );
}

await main(process.argv.includes('--check'));
