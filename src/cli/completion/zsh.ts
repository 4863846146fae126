import type { CommandWords, FlagWords, PlaceWords, Value } from './words.js';

/** The completion for zsh: a file `_image-gate` in a folder of `$fpath`, or read by `source` after compinit. */
export function zshCompletion(commands: readonly CommandWords[]): string {
  return `#compdef image-gate
_image-gate() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${commands.map(({ name, help }) => `      ${quoted(`${name}:${help.replaceAll(':', '\\:')}`)}`).join('\n')}
    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _image-gate ]; then _image-gate; else compdef _image-gate image-gate; fi
`;
}

function commandCase({ name, flags, places }: CommandWords): string {
  const specs = [...flags.map(flagSpec), ...places.map(placeSpec)];
  const continued = ' \\\n';
  return [
    `    ${name})`,
    `      ${['_arguments', ...specs.map((spec) => `  ${spec}`)].join(`${continued}      `)}`,
    '      ;;',
  ].join('\n');
}

/** As _arguments reads it: `--sort=[The order]:value:(name version)`, with a star where it may be repeated. */
function flagSpec({ flag, help, value, repeats }: FlagWords): string {
  const text = `[${escaped(help)}]`;
  if (value === undefined) return quoted(`${flag}${text}`);
  return quoted(`${repeats ? '*' : ''}${flag}=${text}:value:${action(value)}`);
}

function placeSpec({ name, value, repeats }: PlaceWords, at: number): string {
  return quoted(`${repeats ? '*' : at + 1}:${name}:${action(value)}`);
}

function action(value: Value): string {
  if (value.kind === 'words') return `(${value.words.join(' ')})`;
  return value.kind === 'file' ? '_files' : ' ';
}

function escaped(help: string): string {
  return help.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
