import type { CommandWords, FlagWords, PlaceWords, Value } from './words.js';

const program = 'complete -c image-gate';

/** The completion for fish: a file `image-gate.fish` in its folder `completions`, or read by `source`. */
export function fishCompletion(commands: readonly CommandWords[]): string {
  return `# fish completion of image-gate
function __image_gate_is
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = $argv[1]
end
function __image_gate_begins
    test (count (commandline -opc)) -eq 1
end
function __image_gate_at
    set -l words (commandline -opc)
    test (count $words) -eq $argv[2]; and test "$words[2]" = $argv[1]
end
function __image_gate_from
    set -l words (commandline -opc)
    test (count $words) -ge $argv[2]; and test "$words[2]" = $argv[1]
end
${program} -f
${commands.flatMap(linesOf).join('\n')}
`;
}

function linesOf({ name, help, flags, places }: CommandWords): readonly string[] {
  return [
    `${program} -n __image_gate_begins -a ${name} -d ${quoted(help)}`,
    ...flags.map((flag) => flagLine(name, flag)),
    ...places.flatMap((place, at) => placeLines(name, place, at)),
  ];
}

function flagLine(command: string, { flag, help, value }: FlagWords): string {
  const takes = value === undefined ? '' : ` ${valueOption(value)}`;
  return `${program} -n '__image_gate_is ${command}' -l ${flag.slice(2)}${takes} -d ${quoted(help)}`;
}

function placeLines(command: string, { value, repeats }: PlaceWords, at: number): readonly string[] {
  if (value.kind === 'text') return [];
  const option = value.kind === 'file' ? '-F' : `-a '${value.words.join(' ')}'`;
  return [`${program} -n '__image_gate_${repeats ? 'from' : 'at'} ${command} ${at + 2}' ${option}`];
}

function valueOption(value: Value): string {
  if (value.kind === 'words') return `-x -a '${value.words.join(' ')}'`;
  return value.kind === 'file' ? '-r -F' : '-x';
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
