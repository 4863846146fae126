import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { hiddenInputs } from '../src/action/index.js';
import { commonFlags, destructiveFlags } from '../src/cli/arguments.js';
import { commonFlagOf, defaultOf, exitCodeWords, groupsOf, inputHelp, usagesOf } from '../src/cli/help.js';
import type { AnyCommand } from '../src/commands/command.js';
import { loadCommands } from '../src/commands/index.js';
import { environmentName } from '../src/commands/shared/inputs/read.js';
import { renewProject } from './project.js';
import { registriesTable } from './registries-table.js';
import { table } from './table.js';

/**
 * Writes the files that are made from the commands: each action.yml, and in the docs the parts between `<!-- generated:
 * NAME -->` and `<!-- /generated -->`. Writes the project of package.json into everything that names it. With --check
 * it only reports the files that differ, and fails if any differ.
 */
async function main(checkOnly: boolean): Promise<void> {
  const commands = await loadCommands();
  const { description } = JSON.parse(await readFile('package.json', 'utf8'));
  const files = await Promise.all(
    commands.flatMap((command, at) => [
      ...(command.frontend === 'cli' ? [] : [actionFile(command, at === 0 ? description : undefined)]),
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

/** @param project describes the project, for the root action: it represents all commands on GitHub’s Marketplace */
async function actionFile(command: AnyCommand, project: string | undefined): Promise<GeneratedFile> {
  const isRoot = project !== undefined;
  const inputs = Object.entries(command.inputs).map(([name, input]) => [
    name,
    { description: inputHelp(input), required: false },
  ]);
  const action = {
    name: isRoot ? 'Image Gate' : `Image Gate: ${command.name}`,
    description: project ?? command.summary,
    author: 'The Image Gate authors',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs: {
      ...Object.fromEntries(inputs),
      [hiddenInputs.command]: { description: '[Internal] The command of this action.', default: command.name },
      [hiddenInputs.token]: {
        description:
          '[Internal] The workflow’s own token, the default of the other token inputs on the workflow’s own server.',
        default: '${{ github.token }}',
      },
    },
    outputs: Object.fromEntries(Object.entries(command.outputs).map(([name, help]) => [name, { description: help }])),
    runs: { using: 'node24', main: isRoot ? 'dist/index.js' : '../dist/index.js' },
  };
  const head =
    '# Generated from src/commands by npm run build. There are no `default:` keys: an empty input takes its value from the\n# environment (IMAGE_GATE_<NAME>) before its default, which is in the description.\n';
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
        [`${command.name} inputs in short`, shortInputsTable(command)],
        [`${command.name} outputs in short`, shortOutputsTable(command)],
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
          `Of commands that delete. ${help}`,
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
      if (part === undefined) throw new Error(`${path} has a part ${JSON.stringify(name)}, which nothing generates`);
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

function inputsTable({ inputs }: AnyCommand): string {
  const environment =
    'Each input can also be set in the environment: `IMAGE_GATE_` and its name in upper case, with `_` in place of `-` ' +
    `(\`${environmentName('id-token')}\` for \`id-token\`).`;
  return [environment, ...groupsOf(inputs).flatMap((group) => groupTable(group))].join('\n\n');
}

function groupTable({ title, inputs }: ReturnType<typeof groupsOf>[number]): readonly string[] {
  const rows = inputs.map(([name, input]) => [
    `\`${name}\``,
    input.type.replace('-', ' '),
    defaultOf(input) ?? '',
    input.help,
  ]);
  return [...(title === undefined ? [] : [`**${title}**`]), table(['Input', 'Type', 'Default', 'Description'], rows)];
}

function outputsTable(command: AnyCommand): string {
  return table(
    ['Output', 'Description'],
    Object.entries(command.outputs).map(([name, help]) => [`\`${name}\``, help]),
  );
}

/** The inputs and outputs that the README lists. */
const inShort = {
  inputs: [
    'image',
    'repo',
    'ref',
    'source',
    'source-token',
    'registry',
    'username',
    'password',
    'tag',
    'platforms',
    'wait',
    'fail-if-not-ready',
  ],
  outputs: ['ready', 'pinned', 'image', 'digest', 'commit'],
} as const;

/** One sentence for each input; of a default with several cases the first. */
function shortInputsTable(command: AnyCommand): string {
  const rows = inShort.inputs.flatMap((name) => {
    const input = command.inputs[name];
    return input === undefined
      ? []
      : [[`\`${name}\``, (defaultOf(input) ?? '').replace(/;.*/, ''), firstSentence(input.help)]];
  });
  return table(['Input', 'Default', 'Description'], rows);
}

function shortOutputsTable(command: AnyCommand): string {
  const rows = inShort.outputs.flatMap((name) => {
    const help = command.outputs[name];
    return help === undefined ? [] : [[`\`${name}\``, firstSentence(help)]];
  });
  return table(['Output', 'Description'], rows);
}

function firstSentence(help: string): string {
  return /^.*?\.(?=\s|$)/.exec(help)?.[0] ?? help;
}

await main(process.argv.includes('--check'));
