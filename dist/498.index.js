export const id = 498;
export const ids = [498];
export const modules = {

/***/ 6708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   __: () => (/* binding */ completionWords),
/* harmony export */   mP: () => (/* binding */ shells),
/* harmony export */   zI: () => (/* binding */ helpWords)
/* harmony export */ });
const shells = ['bash', 'zsh', 'fish'];
const completionWords = {
    name: 'completion',
    help: `Prints what completes commands, flags and values in a shell: ${shells.join(', ')}`,
    flags: [],
    places: [{ name: 'shell', value: { kind: 'words', words: shells }, repeats: false }],
};
function helpWords(commands) {
    return {
        name: 'help',
        help: 'Shows what there is, or the inputs of a command',
        flags: [],
        places: [{ name: 'command', value: { kind: 'words', words: commands }, repeats: false }],
    };
}


/***/ }),

/***/ 2225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a8: () => (/* binding */ programHelp),
/* harmony export */   ac: () => (/* binding */ plainHelp),
/* harmony export */   bD: () => (/* binding */ commandHelp)
/* harmony export */ });
/* unused harmony exports exitCodeWords, usagesOf, inputHelp, defaultOf, commonFlagOf */
/* harmony import */ var _commands_shared_inputs_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1922);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8640);


const exitCodeWords = [
    ['0', 'success; for check: ready'],
    ['1', 'not ready, or another condition that you set is not met: a build failed, too much would be deleted'],
    ['2', 'authentication failed'],
    ['3', 'not found: the ref, the source repository, the image'],
    ['4', 'permission denied'],
    ['5', 'the server failed, or limits the rate of requests'],
    ['6', 'the network failed, or time ran out'],
    ['7', 'not supported by this registry, or on this machine'],
    ['64', 'wrong usage, bad input or bad configuration'],
    ['130', 'cancelled'],
];
function programHelp(commands, flags, width) {
    return [
        'Image Gate: check that the container image for a commit exists before you deploy it.',
        '',
        'Usage: image-gate COMMAND [FLAGS]',
        '',
        'Commands:',
        ...entries(commands.map(({ name, summary }) => [name, summary]), width),
        '',
        'Flags of every command:',
        ...entries(flagEntries(flags), width),
        '',
        'Run `image-gate COMMAND --help` for details.',
    ].join('\n');
}
function commandHelp(command, flags, width) {
    const [usage, ...others] = usagesOf(command);
    return [
        ...wrap(plainHelp(command.summary), width, ''),
        '',
        `Usage: image-gate ${usage} [FLAGS]`,
        ...others.map((other) => `   or: image-gate ${other} [FLAGS]`),
        '',
        command.examples.length === 1 ? 'Example:' : 'Examples:',
        ...command.examples.flatMap((example) => wrap(`image-gate ${command.name} ${example}`, width, '  ')),
        '',
        ...inputEntries(command, width),
        ...(command.names === undefined
            ? []
            : [...wrap(`--format names prints ${plainHelp(command.names.help, command.inputs)}`, width, ''), '']),
        'Flags of every command:',
        ...entries(flagEntries(flags), width),
        '',
        ...wrap(`Every input can also be set in the environment, as ${(0,_commands_shared_inputs_read_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentName */ .VE)('namespace')} for --namespace. That, or - to read it from ` +
            'standard input, is the way to give a secret: other users of the machine can see what is on a command line.', width, ''),
        '',
        'Exit codes:',
        ...entries(exitCodeWords, width),
    ].join('\n');
}
function usagesOf({ name, positional, inputs, words, }) {
    const several = (input, at) => at === positional.length - 1 && inputs[input]?.type === 'list';
    const places = positional.map((input, at) => `[${input.toUpperCase()}${several(input, at) ? '…' : ''}]`);
    const usages = words?.usage ?? [places.join(' ')];
    return usages.map((usage) => `${name} ${usage}`.trimEnd());
}
function inputEntries({ inputs, groups = {} }, width) {
    const titles = new Map();
    for (const [name, input] of Object.entries(inputs)) {
        const title = groups[name] ?? 'Inputs';
        titles.set(title, [...(titles.get(title) ?? []), [flagOf(name, input), plainHelp(inputHelp(input), inputs)]]);
    }
    return [...titles].flatMap(([title, pairs]) => [`${title}:`, ...entries(pairs, width), '']);
}
function inputHelp(input) {
    const shown = defaultOf(input);
    return shown === undefined ? input.help : `${input.help} Default: ${shown}.`;
}
function defaultOf({ fallback, fallbackHelp }) {
    return fallbackHelp ?? (fallback === undefined ? undefined : `\`${fallback}\``);
}
function flagOf(name, input) {
    return input.type === 'boolean' ? `--[no-]${name}` : `--${name} ${input.placeholder}`;
}
function flagEntries(flags) {
    return Object.entries(flags).map(([name, flag]) => [commonFlagOf(name, flag), plainHelp(flag.help)]);
}
function commonFlagOf(name, { choices }) {
    return choices === undefined ? `--${name}` : `--${name} ${choices.join('|')}`;
}
function entries(pairs, width) {
    const longest = Math.min(28, Math.max(...pairs.map(([left]) => left.length)));
    const indent = ' '.repeat(longest + 4);
    return pairs.flatMap(([left, right]) => {
        const lines = wrap(right, width, indent);
        const head = `  ${left.padEnd(longest)}`;
        return left.length > longest ? [head, ...lines] : [`${head}  ${lines[0]?.trimStart() ?? ''}`, ...lines.slice(1)];
    });
}
function wrap(text, width, indent) {
    const lines = [];
    let line = indent;
    for (const word of text.split(' ')) {
        if (line.length + word.length + 1 > width && line.trim() !== '') {
            lines.push(line);
            line = indent;
        }
        line += line.trim() === '' ? word : ` ${word}`;
    }
    return [...lines, line];
}
function plainHelp(text, inputs = {}) {
    return text.replace(/`([^`]*)`/g, (_, code) => {
        const [, name = '', value] = /^([a-z-]+)(?:: (.+))?$/.exec(code) ?? [];
        return Object.hasOwn(inputs, name) ? (0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .asFlag */ .v0)(name, value) : code;
    });
}


/***/ }),

/***/ 2498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./build/src/commands/index.js + 1 modules
var commands = __webpack_require__(4203);
// EXTERNAL MODULE: ./build/src/commands/run.js + 14 modules
var run = __webpack_require__(3331);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/read.js
var read = __webpack_require__(1922);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/suggest.js
var suggest = __webpack_require__(8226);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/lib/standard-streams.js
var standard_streams = __webpack_require__(8392);
// EXTERNAL MODULE: ./build/src/lib/version.js
var version = __webpack_require__(817);
// EXTERNAL MODULE: ./build/src/lib/workflow.js
var lib_workflow = __webpack_require__(8424);
// EXTERNAL MODULE: ./build/src/reports/failure.js
var reports_failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/secrets.js
var reports_secrets = __webpack_require__(968);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/reports/dotenv.js

const plainValue = /^[\w./:@%+,=?#-]*$/;
const longestValue = 1000;
function dotenvOf(outputs) {
    const entries = Object.entries(outputs).map(([name, value]) => ({
        name,
        line: `${(0,read/* environmentName */.VE)(name)}=${value}`,
        fits: value.length <= longestValue && plainValue.test(value),
    }));
    return {
        lines: entries.filter(({ fits }) => fits).map(({ line }) => line),
        leftOut: entries.filter(({ fits }) => !fits).map(({ name }) => name),
    };
}

;// CONCATENATED MODULE: ./build/src/cli/format.js



const formats = ['table', 'json', 'names', 'dotenv'];
function formatOf(given, json) {
    const format = given === undefined ? undefined : (0,types/* readChoice */.Kf)(given, '--format', formats);
    if (json && format !== undefined && format !== 'json')
        throw (0,errors/* usageFailure */.II)(`--json is --format json, and --format is ${format}`, 'Give one of them.');
    return json ? 'json' : format;
}
function wantsJson(args) {
    return args.some((arg, at) => arg === '--json' || arg === '--format=json' || (arg === 'json' && args[at - 1] === '--format'));
}
function renderNames({ names = [], headline }) {
    return { text: names.map((name) => `${name}\n`).join(''), notes: [headline] };
}
function renderDotenv({ outputs, headline, exitCode, }) {
    const { lines, leftOut } = dotenvOf(outputs);
    const omitted = leftOut.length === 0 ? [] : [`Not in dotenv, which has no place for such values: ${leftOut.join(', ')}`];
    return {
        text: lines.map((line) => `${line}\n`).join(''),
        notes: [...omitted, ...(exitCode === 0 ? [] : [headline])],
    };
}

;// CONCATENATED MODULE: ./build/src/cli/arguments.js




const commonFlags = {
    format: {
        help: 'Print a `table`, `json`, `names` (one a line) or `dotenv` (the outputs as `IMAGE_GATE_…=…`) on standard output.',
        choices: formats,
    },
    json: { help: 'The same as `--format json`.' },
    quiet: { help: 'Print errors only; of a list the names alone.' },
    verbose: { help: 'Report every request and every decision on standard error.' },
    'no-color': { help: 'Print no colours, also on a terminal.' },
    help: { help: 'Show this help.' },
    version: { help: 'Show the version.' },
};
const destructiveFlags = {
    yes: { help: 'Do not ask for confirmation. Required where there is no terminal.' },
};
function flagsOf(command) {
    return command.destructive === undefined ? commonFlags : { ...destructiveFlags, ...commonFlags };
}
const arguments_short = { h: 'help', q: 'quiet', v: 'verbose' };
function readArguments(args, command) {
    const flags = new Set();
    const given = new Map();
    const positional = [];
    let format;
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options: optionsOf(command),
        allowPositionals: true,
        strict: false,
        tokens: true,
    });
    for (const token of tokens) {
        if (token.kind === 'positional')
            positional.push(token.value);
        if (token.kind !== 'option')
            continue;
        if (token.rawName === '--format') {
            if (token.value === undefined)
                throw (0,errors/* usageFailure */.II)('--format needs a value', `--format ${formats.join('|')}`);
            if (format !== undefined)
                throw (0,errors/* usageFailure */.II)('--format is given twice');
            format = token.value;
            continue;
        }
        const common = commonFlag(command, token.rawName, token.value);
        if (common === undefined)
            addValue(given, command, token.rawName, token.value);
        else
            flags.add(common);
    }
    const words = command.words?.arrange(positional) ?? inOrder(positional, command);
    for (const { input, text } of words)
        add(given, command, input, text, `--${input}`);
    const chosen = formatOf(format, flags.has('json'));
    if (chosen === 'names' && command.names === undefined)
        throw (0,errors/* usageFailure */.II)(`${command.name} has no names to print`, 'Take --format table, json or dotenv.');
    return { flags, format: chosen, given };
}
function inOrder(words, { name, positional, inputs }) {
    const last = positional.at(-1);
    const rest = last !== undefined && inputs[last]?.type === 'list' ? last : undefined;
    return words.map((text, at) => {
        const input = positional[at] ?? rest;
        if (input !== undefined)
            return { input, text };
        throw (0,errors/* usageFailure */.II)(`unexpected argument ${JSON.stringify(text)}`, `See image-gate ${name} --help.`);
    });
}
function optionsOf(command) {
    const inputs = Object.entries(command.inputs).flatMap(([name, { type }]) => type === 'boolean'
        ? [
            [name, { type: 'boolean' }],
            [`no-${name}`, { type: 'boolean' }],
        ]
        : [[name, { type: 'string' }]]);
    const common = Object.entries(flagsOf(command)).map(([name, { choices }]) => [
        name,
        { type: choices === undefined ? 'boolean' : 'string' },
    ]);
    return Object.fromEntries([...inputs, ...common]);
}
function commonFlag(command, raw, value) {
    const name = raw.startsWith('--') ? raw.slice(2) : arguments_short[raw.slice(1)];
    if (name === undefined || !Object.hasOwn(flagsOf(command), name))
        return undefined;
    if (value !== undefined)
        throw (0,errors/* usageFailure */.II)(`--${name} takes no value`);
    return name;
}
function addValue(given, command, raw, value) {
    const name = raw.replace(/^--?/, '');
    const positive = name.replace(/^no-/, '');
    if (raw.startsWith('--') && command.inputs[name] === undefined && command.inputs[positive]?.type === 'boolean') {
        if (value !== undefined)
            throw (0,errors/* usageFailure */.II)(`${raw} takes no value`);
        add(given, command, positive, 'false', raw);
        return;
    }
    const input = raw.startsWith('--') && Object.hasOwn(command.inputs, name) ? command.inputs[name] : undefined;
    if (input === undefined)
        throw unknownFlag(raw, command);
    if (value === undefined && input.type !== 'boolean')
        throw (0,errors/* usageFailure */.II)(`${raw} needs a value`, `${raw} ${input.placeholder}`);
    add(given, command, name, value ?? 'true', raw);
}
function add(given, command, name, value, raw) {
    const before = given.get(name);
    const isList = command.inputs[name]?.type === 'list';
    if (before !== undefined && !isList)
        throw (0,errors/* usageFailure */.II)(`${raw} is given twice`);
    given.set(name, before === undefined ? value : `${before}\n${value}`);
}
function unknownFlag(raw, command) {
    const known = [...Object.keys(command.inputs), ...Object.keys(flagsOf(command))];
    const near = (0,suggest/* suggest */.Z)(raw.replace(/^-+/, ''), known);
    return (0,errors/* usageFailure */.II)(`there is no flag ${raw}`, near === undefined ? `See image-gate ${command.name} --help.` : `Did you mean --${near}?`);
}

// EXTERNAL MODULE: ./build/src/cli/completion/name.js
var completion_name = __webpack_require__(6708);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
;// CONCATENATED MODULE: ./build/src/cli/confirmation.js



const questionLimit = 500;
async function confirmation_confirm({ name, inputs }, question, { stdin, stderr }) {
    if (!stdin.isTTY || !stderr.isTTY) {
        const look = 'dry-run' in inputs ? ', or --dry-run to see what would be done' : '';
        throw (0,errors/* usageFailure */.II)(`${name} requires a confirmation, and there is no terminal`, `Give --yes to do it without asking${look}.`);
    }
    const lines = (0,external_node_readline_.createInterface)({ input: stdin, output: stderr });
    const answer = await new Promise((resolve) => {
        lines.once('close', () => resolve(''));
        lines.once('SIGINT', () => lines.close());
        lines.question(`${(0,clean_line/* cleanLine */.O)(question, questionLimit)} [y/N] `, resolve);
    });
    lines.close();
    if (/^\s*y(?:es)?\s*$/i.test(answer))
        return;
    throw new errors/* Failure */.HR('cancelled', { operation: name, reason: 'not confirmed; nothing was done' });
}

// EXTERNAL MODULE: ./build/src/cli/help.js
var cli_help = __webpack_require__(2225);
// EXTERNAL MODULE: ./build/src/reports/groups.js
var groups = __webpack_require__(509);
;// CONCATENATED MODULE: ./build/src/reports/json.js
const chunkLength = 65_536;
function* jsonChunks(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return yield whole(value, 0);
    let chunk = '{';
    let first = true;
    for (const [name, property] of Object.entries(value)) {
        if (property === undefined)
            continue;
        chunk += `${first ? '' : ','}\n  ${JSON.stringify(name)}: `;
        first = false;
        for (const text of Array.isArray(property) && property.length > 0 ? json_elements(property) : [whole(property, 1)]) {
            chunk += text;
            if (chunk.length < chunkLength)
                continue;
            yield chunk;
            chunk = '';
        }
    }
    yield `${chunk}${first ? '' : '\n'}}`;
}
function* json_elements(list) {
    for (const [at, one] of list.entries())
        yield `${at === 0 ? '[' : ','}\n    ${whole(one, 2)}`;
    yield '\n  ]';
}
function whole(value, depth) {
    return (JSON.stringify(value, undefined, 2) ?? 'null').replaceAll('\n', `\n${'  '.repeat(depth)}`);
}

// EXTERNAL MODULE: ./build/src/reports/table.js
var reports_table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./build/src/cli/progress.js
const clearLine = '\r\u001b[2K';
const barLength = 20;
const narrow = 60;
function progressOnTerminal(screen, clean) {
    let shown = false;
    return {
        pause: 200,
        update(line, part) {
            const columns = screen.columns || 80;
            const bar = part === undefined || columns < narrow ? '' : `${barOf(part)} `;
            screen.write(`${clearLine}${bar}${clean(line, columns - 1 - bar.length)}`);
            shown = true;
        },
        end() {
            if (shown)
                screen.write(clearLine);
            shown = false;
        },
    };
}
function progressInLog(write) {
    return { pause: 5000, update: write, end: () => undefined };
}
const noProgress = {
    pause: Number.POSITIVE_INFINITY,
    update: () => undefined,
    end: () => undefined,
};
function barOf({ done, total }) {
    const share = total <= 0 ? 1 : Math.min(1, Math.max(0, done / total));
    const full = Math.floor(share * barLength);
    return '█'.repeat(full) + '░'.repeat(barLength - full);
}

;// CONCATENATED MODULE: ./build/src/cli/output.js







function createLog({ flags }, output, secrets, progress) {
    const say = (line, indent = '') => {
        progress.end();
        output.stderr.write(`${indent}${(0,reports_secrets/* cleanAndRedact */.gC)(line, secrets)}\n`);
    };
    const quiet = flags.has('quiet');
    return {
        info: (line) => flags.has('verbose') && say(line),
        notice: (line) => !quiet && say(line),
        detail: (line) => flags.has('verbose') && say(line),
        verbose: flags.has('verbose'),
        warn: (line) => !quiet && say(`Warning: ${line}`),
        group: (0,groups/* createGroups */.P)({
            open: (title) => !quiet && say(title),
            line: (text) => !quiet && say(text, '  '),
            close: () => undefined,
        }),
        secret: (value) => void secrets.add(value),
    };
}
function createProgress({ flags }, { stderr }, secrets) {
    if (flags.has('quiet'))
        return noProgress;
    const clean = (line, limit) => (0,reports_secrets/* cleanAndRedact */.gC)(line, secrets, limit);
    if (stderr.isTTY && !flags.has('verbose'))
        return progressOnTerminal(stderr, clean);
    return progressInLog((line) => stderr.write(`${clean(line)}\n`));
}
function printTable(report, { flags }, output, secrets) {
    const colour = Boolean(output.stdout.isTTY) && !flags.has('no-color') && !output.env.NO_COLOR;
    const width = output.stdout.isTTY ? output.stdout.columns || undefined : undefined;
    const clean = (text) => secrets.redactResult((0,clean_line/* cleanLine */.O)(text, 2000));
    const rows = report.table.rows.map((row) => row.map((cell) => ({ ...cell, text: clean(cell.text) })));
    const table = rows.length === 0 ? [] : [(0,reports_table/* renderTable */.b)({ ...report.table, rows }, { colour, width })];
    output.stdout.write(`${[...table, clean(report.headline)].join('\n\n')}\n`);
}
function printJson(value, secrets, output) {
    for (const chunk of jsonChunks(value)) {
        const text = secrets
            .redactResult(chunk)
            .replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
            .replaceAll('##[', '##\\u005b');
        output.stdout.write(text);
    }
    output.stdout.write('\n');
}
function printNote(note, secrets, output) {
    output.stderr.write(`${(0,reports_secrets/* cleanAndRedact */.gC)(note, secrets)}\n`);
}
function printFailures(failures, secrets, output) {
    for (const line of (0,reports_failure/* explainFailures */.vS)(failures, 'Error: '))
        output.stderr.write(`${(0,reports_secrets/* cleanAndRedact */.gC)(line, secrets)}\n`);
}

;// CONCATENATED MODULE: ./build/src/cli/report.js


function report_formatOf({ names }, inputs, { flags, format }, { stdout }) {
    if (format !== undefined)
        return format;
    if (flags.has('quiet'))
        return names?.usual === undefined ? undefined : 'names';
    return !stdout.isTTY && names?.usual?.(inputs) ? 'names' : 'table';
}
function printReport(report, { line, format }, secrets, output) {
    const reportProgress = (notes) => {
        if (!line.flags.has('quiet'))
            for (const note of notes)
                printNote(note, secrets, output);
    };
    if (format === 'table')
        printTable(report, line, output, secrets);
    if (format === 'json') {
        printJson(report.json, secrets, output);
        if (report.exitCode !== 0)
            reportProgress([report.headline]);
    }
    if (format === 'names' || format === 'dotenv') {
        const { text, notes } = format === 'names' ? renderNames(report) : renderDotenv(report);
        output.stdout.write(secrets.redactResult(text));
        reportProgress(notes);
    }
    if (report.note !== undefined)
        reportProgress([report.note]);
    printFailures(report.failures, secrets, output);
}

;// CONCATENATED MODULE: ./build/src/cli/secrets.js

async function readSecrets(command, flags, stdin, log) {
    const given = new Map(flags);
    const names = [...given.keys()].filter((name) => command.inputs[name]?.type === 'secret');
    const fromInput = names.filter((name) => given.get(name) === '-');
    if (fromInput.length > 1)
        throw (0,errors/* usageFailure */.II)(`only one secret can come from standard input, not ${fromInput.map((name) => `--${name}`).join(' and ')}`);
    for (const name of names) {
        if (fromInput.includes(name))
            given.set(name, await readAll(stdin));
        else
            log.warn(`--${name} is on the command line, where other users of this machine can see it: use the environment, or --${name} -`);
    }
    return given;
}
async function readAll(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks)
        .toString('utf8')
        .replace(/\r?\n$/, '');
}

;// CONCATENATED MODULE: ./build/src/cli/index.js



















const widest = 100;
async function runCli(args, terminal) {
    const secrets = (0,reports_secrets/* writingInputs */._3)((0,reports_secrets/* createSecrets */.gE)(), input_names/* asFlag */.v0);
    const json = wantsJson(args);
    let unwritten;
    (0,standard_streams/* watchOutput */.X)(terminal, (failure) => {
        unwritten = failure;
        terminal.exitCode = failure.exitCode;
    });
    try {
        const exitCode = await runLine(args, terminal, secrets);
        terminal.exitCode = unwritten?.exitCode ?? exitCode;
    }
    catch (thrown) {
        const failure = (0,errors/* asFailure */.h_)(thrown);
        printFailures([failure], secrets, terminal);
        if (json)
            printJson((0,reports_failure/* failureObject */.OR)(failure), secrets, terminal);
        terminal.exitCode = failure.exitCode;
    }
}
async function runLine(args, terminal, secrets) {
    const width = Math.min(terminal.stdout.columns || widest, widest);
    const help = async () => (0,cli_help/* programHelp */.a8)([...(await (0,commands/* loadCommands */.HI)()), completionProgram], commonFlags, width);
    const say = (text) => {
        terminal.stdout.write(`${text}\n`);
        return 0;
    };
    const [name, ...rest] = args;
    if (name === undefined) {
        terminal.stderr.write(`${await help()}\n`);
        return 64;
    }
    if (name === '--version')
        return say(version/* version */.r);
    const wanted = name === 'help' ? rest[0] : undefined;
    if (wanted !== undefined)
        return runLine([wanted, '--help'], terminal, secrets);
    if (name === '--help' || name === '-h' || name === 'help')
        return say(await help());
    if (name === completion_name/* completionWords */.__.name)
        return say(await completion(rest));
    const command = await findCommand(name);
    const line = readArguments(rest, command);
    if (line.flags.has('help'))
        return say((0,cli_help/* commandHelp */.bD)(command, flagsOf(command), width));
    if (line.flags.has('version'))
        return say(version/* version */.r);
    return runOne(command, line, terminal, secrets);
}
const completionProgram = { name: completion_name/* completionWords */.__.name, summary: `${completion_name/* completionWords */.__.help}.` };
async function completion(args) {
    const { commandWords, completionHelp, completionScript } = await __webpack_require__.e(/* import() */ 544).then(__webpack_require__.bind(__webpack_require__, 7544));
    if (args.includes('--help') || args.includes('-h'))
        return completionHelp;
    return completionScript(args, (await (0,commands/* loadCommands */.HI)()).map((command) => commandWords(command, flagsOf(command))));
}
async function findCommand(name) {
    const names = [...commands/* commandNames */.oQ, completion_name/* completionWords */.__.name];
    const command = await (0,commands/* loadCommand */.yV)(name);
    if (command !== undefined)
        return command;
    const near = /^(?:version|-V)$/.test(name) ? '--version' : (0,suggest/* suggest */.Z)(name, names);
    const others = near === undefined ? `The commands are ${names.join(', ')}.` : `Did you mean ${near}?`;
    const advice = near === undefined && name.startsWith('-') ? 'Flags go after the command: image-gate COMMAND --json.' : others;
    throw (0,errors/* usageFailure */.II)(`there is no command ${JSON.stringify(name)}`, advice);
}
async function runOne(command, line, terminal, secrets) {
    const { flags } = line;
    const progress = createProgress(line, terminal, secrets);
    const log = createLog(line, terminal, secrets, progress);
    const environment = terminal.env;
    for (const warning of await (0,commands/* misspelledFor */.u5)(command, environment))
        log.warn(warning);
    const given = await readSecrets(command, line.given, terminal.stdin, log);
    const reader = {
        given: (name) => given.get(name),
        frontend: 'cli',
        environment,
    };
    const inputs = await (0,read/* readInputs */.Ko)(command.inputs, reader, log);
    const token = environment.GITHUB_TOKEN || environment.GH_TOKEN;
    if (token)
        log.secret(token);
    const workflow = (0,lib_workflow/* readWorkflow */.S)(environment, token);
    const question = command.destructive?.(inputs, workflow);
    if (question !== undefined && !flags.has('yes'))
        await confirmation_confirm(command, secrets.redact(question), terminal);
    const report = await (0,run/* runCommand */.d)(command, inputs, {
        log,
        progress,
        workflow,
        environment,
        redactResult: secrets.redactResult,
    });
    printReport(report, { line, format: report_formatOf(command, inputs, line, terminal) }, secrets, terminal);
    return report.exitCode;
}


/***/ })

};
