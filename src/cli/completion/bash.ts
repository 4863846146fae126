import type { CommandWords } from './words.js';

/**
 * The completion for bash, from 3.2 (macOS) on, without the package bash-completion. Where nothing is known, bash
 * offers the names of files.
 */
export function bashCompletion(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name);
  return `# bash completion of image-gate
_image_gate() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=
  # Bash makes a word of its own of the = in --flag=value.
  if [ "$word" = = ]; then word=; elif [ "$before" = = ]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${[...names, '--help', '--version'].join(' ')}'
  else
    case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(valueCases).join('\n')}
      *) case "\${COMP_WORDS[1]} $COMP_CWORD" in
${commands.flatMap(placeCases).join('\n')}
      esac
      case "$word" in -*|'') case "\${COMP_WORDS[1]}" in
${commands.map(flagCase).join('\n')}
      esac ;; esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _image_gate image-gate
`;
}

/** The completions of the value of a flag. */
function valueCases({ name, flags }: CommandWords): readonly string[] {
  const taking = flags.flatMap(({ flag, value }) =>
    value === undefined ? [] : [{ flag: `'${name} ${flag}'`, value }],
  );
  const known = taking.flatMap(({ flag, value }) =>
    value.kind === 'words' ? [`      ${flag}) words='${value.words.join(' ')}' ;;`] : [],
  );
  const open = taking.flatMap(({ flag, value }) => (value.kind === 'words' ? [] : [flag]));
  return open.length === 0 ? known : [...known, `      ${open.join('|')}) return ;;`];
}

/** The positional words, where they are known: the words, or nothing, so that files are offered. */
function placeCases({ name, places }: CommandWords): readonly string[] {
  return places.flatMap(({ value, repeats }, at) => {
    if (value.kind === 'text') return [];
    const then =
      value.kind === 'words' ? `words='${value.words.join(' ')}'` : 'case "$word" in -*) ;; *) return ;; esac';
    return [`        ${repeats ? `'${name} '*` : `'${name} ${at + 2}'`}) ${then} ;;`];
  });
}

function flagCase({ name, flags }: CommandWords): string {
  return `        ${name}) words="$words ${flags.map(({ flag }) => flag).join(' ')}" ;;`;
}
