const id=7544,ids=[7544],modules={47544:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{commandWords:()=>commandWords,completionHelp:()=>completionHelp,completionScript:()=>completionScript});var suggest=__webpack_require__(88226),errors=__webpack_require__(89862);function bashCompletion(commands){return`# bash completion of image-gate
_image_gate() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=
  # Bash makes a word of its own of the = in --flag=value.
  if [ "$word" = = ]; then word=; elif [ "$before" = = ]; then before=\${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${[...commands.map(({name})=>name),"--help","--version"].join(" ")}'
  else
    case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(valueCases).join(`
`)}
      *) case "\${COMP_WORDS[1]} $COMP_CWORD" in
${commands.flatMap(placeCases).join(`
`)}
      esac
      case "$word" in -*|'') case "\${COMP_WORDS[1]}" in
${commands.map(flagCase).join(`
`)}
      esac ;; esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _image_gate image-gate
`}function valueCases({name,flags}){const taking=flags.flatMap(({flag,value})=>value===void 0?[]:[{flag:`'${name} ${flag}'`,value}]),known=taking.flatMap(({flag,value})=>value.kind==="words"?[`      ${flag}) words='${value.words.join(" ")}' ;;`]:[]),open=taking.flatMap(({flag,value})=>value.kind==="words"?[]:[flag]);return open.length===0?known:[...known,`      ${open.join("|")}) return ;;`]}function placeCases({name,places}){return places.flatMap(({value,repeats},at)=>{if(value.kind==="text")return[];const then=value.kind==="words"?`words='${value.words.join(" ")}'`:'case "$word" in -*) ;; *) return ;; esac';return[`        ${repeats?`'${name} '*`:`'${name} ${at+2}'`}) ${then} ;;`]})}function flagCase({name,flags}){return`        ${name}) words="$words ${flags.map(({flag})=>flag).join(" ")}" ;;`}const program="complete -c image-gate";function fishCompletion(commands){return`# fish completion of image-gate
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
${commands.flatMap(linesOf).join(`
`)}
`}function linesOf({name,help,flags,places}){return[`${program} -n __image_gate_begins -a ${name} -d ${quoted(help)}`,...flags.map(flag=>flagLine(name,flag)),...places.flatMap((place,at)=>placeLines(name,place,at))]}function flagLine(command,{flag,help,value}){const takes=value===void 0?"":` ${valueOption(value)}`;return`${program} -n '__image_gate_is ${command}' -l ${flag.slice(2)}${takes} -d ${quoted(help)}`}function placeLines(command,{value,repeats},at){if(value.kind==="text")return[];const option=value.kind==="file"?"-F":`-a '${value.words.join(" ")}'`;return[`${program} -n '__image_gate_${repeats?"from":"at"} ${command} ${at+2}' ${option}`]}function valueOption(value){return value.kind==="words"?`-x -a '${value.words.join(" ")}'`:value.kind==="file"?"-r -F":"-x"}function quoted(text){return`'${text.replace(/['\\]/g,"\\$&")}'`}var completion_name=__webpack_require__(76708);function zshCompletion(commands){return`#compdef image-gate
_image-gate() {
  local -a commands
  if (( CURRENT == 2 )); then
    commands=(
${commands.map(({name,help})=>`      ${zsh_quoted(`${name}:${help.replaceAll(":","\\:")}`)}`).join(`
`)}
    )
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join(`
`)}
  esac
}
if [ "$funcstack[1]" = _image-gate ]; then _image-gate; else compdef _image-gate image-gate; fi
`}function commandCase({name,flags,places}){const specs=[...flags.map(flagSpec),...places.map(placeSpec)];return[`    ${name})`,`      ${["_arguments",...specs.map(spec=>`  ${spec}`)].join(` \\
      `)}`,"      ;;"].join(`
`)}function flagSpec({flag,help,value,repeats}){const text=`[${escaped(help)}]`;return zsh_quoted(value===void 0?`${flag}${text}`:`${repeats?"*":""}${flag}=${text}:value:${action(value)}`)}function placeSpec({name,value,repeats},at){return zsh_quoted(`${repeats?"*":at+1}:${name}:${action(value)}`)}function action(value){return value.kind==="words"?`(${value.words.join(" ")})`:value.kind==="file"?"_files":" "}function escaped(help){return help.replace(/[[\]:\\]/g,"\\$&")}function zsh_quoted(text){return`'${text.replaceAll("'","'\\''")}'`}var cli_help=__webpack_require__(22225);function commandWords(command,common){const inputs=Object.entries(command.inputs);return{name:command.name,help:firstSentence(command.summary),flags:[...inputs.flatMap(([name,input])=>flagsOfInput(name,input,command.inputs)),...Object.entries(common).map(([name,flag])=>commonFlag(`--${name}`,flag))],places:command.positional.flatMap((name,at,all)=>{const input=command.inputs[name],repeats=input?.type==="list"&&at===all.length-1;return input===void 0?[]:[{name,value:kindOf(input),repeats}]})}}function flagsOfInput(name,input,inputs){const help=firstSentence(input.help,inputs);return input.type==="boolean"?[valueless(`--${name}`,help),valueless(`--no-${name}`,`Not: ${help}`)]:[{flag:`--${name}`,help,value:kindOf(input),repeats:input.type==="list"}]}function commonFlag(flag,{help,choices}){return choices===void 0?valueless(flag,help):{flag,help:firstSentence(help),value:{kind:"words",words:choices},repeats:!1}}function valueless(flag,help){return{flag,help:firstSentence(help),value:void 0,repeats:!1}}function kindOf({choices,placeholder}){return choices!==void 0?{kind:"words",words:choices}:/\b(?:FILE|FOLDER)\b/.test(placeholder)?{kind:"file"}:{kind:"text"}}function firstSentence(help,inputs={}){return(0,cli_help.ac)(help,inputs).replace(/(?<=[.?;])\s.*$/s,"").replace(/[.;]$/,"")}const scripts={bash:bashCompletion,zsh:zshCompletion,fish:fishCompletion},completionHelp=`Print the script that completes commands, flags and values in a shell.

Usage: image-gate ${completion_name.__.name} ${completion_name.mP.join("|")}

  bash  source <(image-gate completion bash), in ~/.bashrc
        on the bash of macOS: eval "$(image-gate completion bash)"
  zsh   source <(image-gate completion zsh), in ~/.zshrc after compinit
  fish  image-gate completion fish > ~/.config/fish/completions/image-gate.fish`;function completionScript([shell,...more],commands){if(shell===void 0)throw(0,errors.II)("completion needs the name of a shell",`One of ${completion_name.mP.join(", ")}.`);const known=completion_name.mP.find(one=>one===shell);if(known===void 0){const near=(0,suggest.Z)(shell,completion_name.mP);throw(0,errors.II)(`no completion for ${JSON.stringify(shell)}`,near===void 0?`The shells are ${completion_name.mP.join(", ")}.`:`Did you mean ${near}?`)}if(more[0]!==void 0)throw(0,errors.II)(`${JSON.stringify(more[0])} is not expected after the shell`);const all=[...commands,completion_name.__];return scripts[known]([...all,(0,completion_name.zI)(all.map(({name})=>name))])}})};export{id,ids,modules};
