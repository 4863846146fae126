export const id = 544;
export const ids = [544];
export const modules = {

/***/ 7544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  commandWords: () => (/* reexport */ commandWords),
  completionHelp: () => (/* binding */ completionHelp),
  completionScript: () => (/* binding */ completionScript)
});

// EXTERNAL MODULE: ./build/src/commands/shared/inputs/suggest.js
var suggest = __webpack_require__(8226);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/cli/completion/bash.js
function bashCompletion(commands) {
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
function valueCases({ name, flags }) {
    const taking = flags.flatMap(({ flag, value }) => value === undefined ? [] : [{ flag: `'${name} ${flag}'`, value }]);
    const known = taking.flatMap(({ flag, value }) => value.kind === 'words' ? [`      ${flag}) words='${value.words.join(' ')}' ;;`] : []);
    const open = taking.flatMap(({ flag, value }) => (value.kind === 'words' ? [] : [flag]));
    return open.length === 0 ? known : [...known, `      ${open.join('|')}) return ;;`];
}
function placeCases({ name, places }) {
    return places.flatMap(({ value, repeats }, at) => {
        if (value.kind === 'text')
            return [];
        const then = value.kind === 'words' ? `words='${value.words.join(' ')}'` : 'case "$word" in -*) ;; *) return ;; esac';
        return [`        ${repeats ? `'${name} '*` : `'${name} ${at + 2}'`}) ${then} ;;`];
    });
}
function flagCase({ name, flags }) {
    return `        ${name}) words="$words ${flags.map(({ flag }) => flag).join(' ')}" ;;`;
}

;// CONCATENATED MODULE: ./build/src/cli/completion/fish.js
const program = 'complete -c image-gate';
function fishCompletion(commands) {
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
function linesOf({ name, help, flags, places }) {
    return [
        `${program} -n __image_gate_begins -a ${name} -d ${quoted(help)}`,
        ...flags.map((flag) => flagLine(name, flag)),
        ...places.flatMap((place, at) => placeLines(name, place, at)),
    ];
}
function flagLine(command, { flag, help, value }) {
    const takes = value === undefined ? '' : ` ${valueOption(value)}`;
    return `${program} -n '__image_gate_is ${command}' -l ${flag.slice(2)}${takes} -d ${quoted(help)}`;
}
function placeLines(command, { value, repeats }, at) {
    if (value.kind === 'text')
        return [];
    const option = value.kind === 'file' ? '-F' : `-a '${value.words.join(' ')}'`;
    return [`${program} -n '__image_gate_${repeats ? 'from' : 'at'} ${command} ${at + 2}' ${option}`];
}
function valueOption(value) {
    if (value.kind === 'words')
        return `-x -a '${value.words.join(' ')}'`;
    return value.kind === 'file' ? '-r -F' : '-x';
}
function quoted(text) {
    return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

// EXTERNAL MODULE: ./build/src/cli/completion/name.js
var completion_name = __webpack_require__(6708);
;// CONCATENATED MODULE: ./build/src/cli/completion/zsh.js
function zshCompletion(commands) {
    return `#compdef image-gate
_image-gate() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${commands.map(({ name, help }) => `      ${zsh_quoted(`${name}:${help.replaceAll(':', '\\:')}`)}`).join('\n')}
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
function commandCase({ name, flags, places }) {
    const specs = [...flags.map(flagSpec), ...places.map(placeSpec)];
    const continued = ' \\\n';
    return [
        `    ${name})`,
        `      ${['_arguments', ...specs.map((spec) => `  ${spec}`)].join(`${continued}      `)}`,
        '      ;;',
    ].join('\n');
}
function flagSpec({ flag, help, value, repeats }) {
    const text = `[${escaped(help)}]`;
    if (value === undefined)
        return zsh_quoted(`${flag}${text}`);
    return zsh_quoted(`${repeats ? '*' : ''}${flag}=${text}:value:${action(value)}`);
}
function placeSpec({ name, value, repeats }, at) {
    return zsh_quoted(`${repeats ? '*' : at + 1}:${name}:${action(value)}`);
}
function action(value) {
    if (value.kind === 'words')
        return `(${value.words.join(' ')})`;
    return value.kind === 'file' ? '_files' : ' ';
}
function escaped(help) {
    return help.replace(/[[\]:\\]/g, '\\$&');
}
function zsh_quoted(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

// EXTERNAL MODULE: ./build/src/cli/help.js
var cli_help = __webpack_require__(2225);
;// CONCATENATED MODULE: ./build/src/cli/completion/words.js

function commandWords(command, common) {
    const inputs = Object.entries(command.inputs);
    return {
        name: command.name,
        help: firstSentence(command.summary),
        flags: [
            ...inputs.flatMap(([name, input]) => flagsOfInput(name, input, command.inputs)),
            ...Object.entries(common).map(([name, flag]) => commonFlag(`--${name}`, flag)),
        ],
        places: command.positional.flatMap((name, at, all) => {
            const input = command.inputs[name];
            const repeats = input?.type === 'list' && at === all.length - 1;
            return input === undefined ? [] : [{ name, value: kindOf(input), repeats }];
        }),
    };
}
function flagsOfInput(name, input, inputs) {
    const help = firstSentence(input.help, inputs);
    if (input.type === 'boolean')
        return [valueless(`--${name}`, help), valueless(`--no-${name}`, `Not: ${help}`)];
    return [{ flag: `--${name}`, help, value: kindOf(input), repeats: input.type === 'list' }];
}
function commonFlag(flag, { help, choices }) {
    if (choices === undefined)
        return valueless(flag, help);
    return { flag, help: firstSentence(help), value: { kind: 'words', words: choices }, repeats: false };
}
function valueless(flag, help) {
    return { flag, help: firstSentence(help), value: undefined, repeats: false };
}
function kindOf({ choices, placeholder }) {
    if (choices !== undefined)
        return { kind: 'words', words: choices };
    return /\b(?:FILE|FOLDER)\b/.test(placeholder) ? { kind: 'file' } : { kind: 'text' };
}
function firstSentence(help, inputs = {}) {
    return (0,cli_help/* plainHelp */.ac)(help, inputs)
        .replace(/(?<=[.?;])\s.*$/s, '')
        .replace(/[.;]$/, '');
}

;// CONCATENATED MODULE: ./build/src/cli/completion/index.js






const scripts = {
    bash: bashCompletion,
    zsh: zshCompletion,
    fish: fishCompletion,
};

const completionHelp = `Prints what completes commands, flags and values in a shell.

Usage: image-gate ${completion_name/* completionWords */.__.name} ${completion_name/* shells */.mP.join('|')}

  bash  source <(image-gate completion bash), in ~/.bashrc
        on macOS's own bash: eval "$(image-gate completion bash)"
  zsh   source <(image-gate completion zsh), in ~/.zshrc after compinit
  fish  image-gate completion fish > ~/.config/fish/completions/image-gate.fish`;
function completionScript([shell, ...more], commands) {
    if (shell === undefined)
        throw (0,errors/* usageFailure */.II)('completion needs the name of a shell', `One of ${completion_name/* shells */.mP.join(', ')}.`);
    const known = completion_name/* shells */.mP.find((one) => one === shell);
    if (known === undefined) {
        const near = (0,suggest/* suggest */.Z)(shell, completion_name/* shells */.mP);
        throw (0,errors/* usageFailure */.II)(`there is no completion for ${JSON.stringify(shell)}`, near === undefined ? `The shells are ${completion_name/* shells */.mP.join(', ')}.` : `Did you mean ${near}?`);
    }
    if (more[0] !== undefined)
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(more[0])} is one word too many for completion`);
    const all = [...commands, completion_name/* completionWords */.__];
    return scripts[known]([...all, (0,completion_name/* helpWords */.zI)(all.map(({ name }) => name))]);
}


/***/ })

};
