export const id = 220;
export const ids = [220];
export const modules = {

/***/ 3075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ forEachConcurrent),
/* harmony export */   _: () => (/* binding */ mapConcurrent)
/* harmony export */ });
async function mapConcurrent(items, atOnce, work) {
    const results = [];
    const waiting = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, item] of waiting) {
            if (failed)
                return;
            results[at] = await work(item).catch((error) => {
                failed = true;
                throw error;
            });
        }
    };
    await allEnded(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return results;
}
async function forEachConcurrent(coming, atOnce, work) {
    const waiting = coming[Symbol.asyncIterator]();
    let failed = false;
    const worker = async () => {
        for (let next = await waiting.next(); !next.done && !failed; next = await waiting.next()) {
            await work(next.value).catch((error) => {
                failed = true;
                throw error;
            });
        }
    };
    await allEnded(Array.from({ length: atOnce }, worker));
}
async function allEnded(workers) {
    const ended = await Promise.allSettled(workers);
    for (const one of ended)
        if (one.status === 'rejected')
            throw one.reason;
}


/***/ }),

/***/ 4069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X2: () => (/* binding */ isAmbiguous),
  PK: () => (/* binding */ readReferences)
});

// UNUSED EXPORTS: isInside

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
;// CONCATENATED MODULE: ./build/src/images/variables.js
const variable = /\$\{([a-zA-Z_]\w*)(?:(:?)([-+?])([^${}]*))?\}|\$([a-zA-Z_]\w*)/;
function expandVariables(text, variables) {
    let rest = text;
    for (let found = variable.exec(rest); found !== null; found = variable.exec(rest)) {
        const [whole, braced, colon, operator, word = '', bare] = found;
        const name = braced ?? bare ?? '';
        const value = variables.get(name);
        const isSet = value !== undefined && (colon !== ':' || value !== '');
        const filled = operator === '-' && !isSet ? word : operator === '+' && isSet ? word : value;
        if (filled === undefined || filled.includes('$'))
            return { kind: 'unset', name };
        rest = `${rest.slice(0, found.index)}${filled}${rest.slice(found.index + whole.length)}`;
    }
    if (!rest.includes('$'))
        return { kind: 'text', text: rest };
    return { kind: 'unset', name: rest.slice(rest.indexOf('$')) };
}

;// CONCATENATED MODULE: ./build/src/images/dockerfile-words.js

function splitWords(line, escapeChar = '\\') {
    const words = [];
    let at = 0;
    while (at < line.length) {
        if (/\s/.test(line[at] ?? '')) {
            at += 1;
            continue;
        }
        const end = endOfWord(line, at, escapeChar);
        if (end === undefined)
            return undefined;
        words.push(line.slice(at, end));
        at = end;
    }
    return words;
}
function endOfWord(line, begin, escapeChar) {
    let at = begin;
    while (at < line.length && !/\s/.test(line[at] ?? '')) {
        const char = line[at];
        if (char === escapeChar)
            at += 2;
        else if (char === '"' || char === "'") {
            const end = endOfQuote(line, at, escapeChar);
            if (end === undefined)
                return undefined;
            at = end;
        }
        else if (char === '$') {
            const end = endOfVariable(line, at, escapeChar);
            if (end === undefined)
                return undefined;
            at = end;
        }
        else if (char === '<' && line[at + 1] === '<') {
            at += /^<<-?\s*/.exec(line.slice(at))?.[0].length ?? 2;
        }
        else
            at += 1;
    }
    return Math.min(at, line.length);
}
function endOfQuote(line, begin, escapeChar) {
    const quote = line[begin];
    for (let at = begin + 1; at !== undefined && at < line.length;) {
        const char = line[at];
        if (char === quote)
            return at + 1;
        if (quote === '"' && char === '$')
            at = endOfVariable(line, at, escapeChar);
        else
            at += quote === '"' && char === escapeChar ? 2 : 1;
    }
    return undefined;
}
const variableBegin = /\$(?:\{(?![{}:])(?:\d+|[@*#?\-$!]|\w*)|[@*#?\-$!])?/y;
function endOfVariable(line, begin, escapeChar) {
    variableBegin.lastIndex = begin;
    const [found = ''] = variableBegin.exec(line) ?? [];
    const at = begin + found.length;
    if (!found.startsWith('${'))
        return line[at] === '{' && found === '$' ? undefined : at;
    if (line[at] === '}')
        return at + 1;
    if (line[at] === '/') {
        const replacement = endOfText(line, at + (line[at + 1] === '/' ? 2 : 1), '/', escapeChar);
        return replacement === undefined ? undefined : endOfText(line, replacement, '}', escapeChar);
    }
    if (!/^(?::[^#%]|[-+?#%])/.test(line.slice(at, at + 2)))
        return undefined;
    return endOfText(line, at + (line[at] === ':' ? 2 : 1), '}', escapeChar);
}
function endOfText(line, begin, stop, escapeChar) {
    for (let at = begin; at !== undefined && at < line.length;) {
        const char = line[at];
        if (char === stop)
            return at + 1;
        if (char === '"' || char === "'")
            at = endOfQuote(line, at, escapeChar);
        else if (char === '$')
            at = endOfVariable(line, at, escapeChar);
        else
            at += char === escapeChar ? 2 : 1;
    }
    return undefined;
}
function piecesOf(word, escapeChar) {
    const parts = [];
    const add = (text, isLiteral) => {
        const last = parts.at(-1);
        if (last?.isLiteral === isLiteral)
            parts[parts.length - 1] = { text: last.text + text, isLiteral };
        else
            parts.push({ text, isLiteral });
    };
    let quote = '';
    for (let at = 0; at < word.length; at += 1) {
        const char = word[at] ?? '';
        if (quote === "'" ? char === "'" : char === quote && quote !== '')
            quote = '';
        else if (quote === "'")
            add(char, true);
        else if (quote === '' && (char === '"' || char === "'"))
            quote = char;
        else if (char === escapeChar) {
            at += 1;
            const next = word[at] ?? '';
            if (quote === '"' && !['"', '$', escapeChar].includes(next))
                add(char, true);
            add(next, true);
        }
        else
            add(char, false);
    }
    return parts;
}
function unquoted(word, escapeChar = '\\') {
    return piecesOf(word, escapeChar)
        .map(({ text }) => text)
        .join('');
}
function expandWord(word, variables, escapeChar = '\\') {
    let whole = '';
    for (const { text, isLiteral } of piecesOf(word, escapeChar)) {
        const expanded = isLiteral ? { kind: 'text', text } : expandVariables(text, variables);
        if (expanded.kind === 'unset')
            return expanded;
        whole += expanded.text;
    }
    return { kind: 'text', text: whole };
}
function heredocOf(word) {
    const [, dash, rest = ''] = /^\d*<<(-?)\s*([^<]+)$/.exec(word) ?? [];
    if (rest === '' || splitWords(rest)?.length !== 1)
        return undefined;
    return { name: unquoted(rest), stripsTabs: dash === '-' };
}

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/images/digest.js
var digest = __webpack_require__(2970);
;// CONCATENATED MODULE: ./build/src/images/found-reference.js




const dockerHub = { host: 'docker.io', plainHttp: false };
const transport = /^(?:docker-pullable|docker|oci):\/\//;
function foundReference(written, place, variables) {
    if (written.includes('{{'))
        throw unreadable(place, 'it has {{ }} in it');
    const { line } = place;
    const unresolved = (reason) => ({ kind: 'unresolved', text: written, line, reason });
    const expanded = expandVariables(written, variables);
    if (expanded.kind === 'unset')
        return unresolved(`the variable ${expanded.name} has no value in this file`);
    const text = expanded.text.replace(transport, '');
    if ((0,digest/* isDigest */.B)(text))
        return unresolved('it is the ID of an image, and names no repository');
    try {
        (0,images_name/* parseImageName */["if"])(text, dockerHub);
        return { kind: 'image', text, line };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* Failure */.HR))
            throw thrown;
        return unresolved(thrown.message);
    }
}
function unreadable({ file, line }, why) {
    return (0,errors/* usageFailure */.II)(`${file}:${line} cannot be read: ${why}`, 'Correct the file. A template (Helm, Jinja) has to be rendered first: give the output of helm template or the like.');
}

;// CONCATENATED MODULE: ./build/src/images/dockerfile.js


const keywords = /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
const comment = /^\s*#/;
const directive = /^\s*#\s*(syntax|escape|check)\s*=\s*(.+?)\s*$/i;
function readDockerfile(text, file) {
    const lines = text.split(/\r?\n/);
    const escapeChar = escapeOf(lines);
    const continued = escapeChar === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
    const instructions = [];
    for (let at = 0; at < lines.length; at += 1) {
        const begin = lines[at] ?? '';
        if (isBetween(begin))
            continue;
        const first = at;
        let whole = begin.replace(continued, '$1');
        while (continued.test(lines[at] ?? '') || (at > first && isBetween(lines[at]))) {
            at += 1;
            if (at >= lines.length)
                break;
            if (!isBetween(lines[at]))
                whole += (lines[at] ?? '').replace(continued, '$1');
        }
        const instruction = readInstruction(whole, escapeChar, { file, line: first + 1 });
        instructions.push(instruction);
        if (/^(?:RUN|COPY|ADD)$/.test(instruction.keyword) && !isJsonForm(instruction.rest))
            at = afterHeredocs(whole, lines, at, file);
    }
    return { instructions, escapeChar };
}
function escapeOf(lines) {
    for (const line of lines) {
        const [, name, value = ''] = directive.exec(line) ?? [];
        if (name === undefined)
            return '\\';
        if (name.toLowerCase() === 'escape')
            return value === '`' ? '`' : '\\';
    }
    return '\\';
}
function isBetween(line) {
    return line !== undefined && (line.trim() === '' || comment.test(line));
}
function readInstruction(text, escapeChar, place) {
    const [, keyword = '', following = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    const upper = keyword.toUpperCase();
    if (!keywords.test(upper)) {
        throw unreadable(place, `${JSON.stringify(keyword.slice(0, 40))} is no instruction of a Dockerfile`);
    }
    if (upper === 'ONBUILD')
        return readInstruction(following, escapeChar, place);
    const { flags, rest } = takeFlags(following, escapeChar);
    return { keyword: upper, flags, rest, line: place.line };
}
function takeFlags(text, escapeChar) {
    const flags = [];
    let at = 0;
    for (;;) {
        while (/\s/.test(text[at] ?? ''))
            at += 1;
        if (!text.startsWith('--', at))
            return { flags, rest: text.slice(at).trim() };
        let flag = '';
        for (let quote = ''; at < text.length && (quote !== '' || !/\s/.test(text[at] ?? '')); at += 1) {
            const char = text[at] ?? '';
            if (quote === '' ? char === '"' || char === "'" : char === quote)
                quote = quote === '' ? char : '';
            else if (char === escapeChar) {
                at += 1;
                flag += text[at] ?? '';
            }
            else
                flag += char;
        }
        if (flag === '--')
            return { flags, rest: text.slice(at).trim() };
        flags.push(flag);
    }
}
function afterHeredocs(whole, lines, at, file) {
    let last = at;
    for (const word of splitWords(whole) ?? []) {
        const heredoc = heredocOf(word);
        if (heredoc === undefined)
            continue;
        const { name, stripsTabs } = heredoc;
        const end = lines.findIndex((line, index) => index > last && (stripsTabs ? line.replace(/^\t+/, '') : line) === name);
        if (end < 0) {
            const opened = { file, line: at + 1 };
            throw unreadable(opened, `the here-document ${JSON.stringify(name.slice(0, 40))} does not end`);
        }
        last = end;
    }
    return last;
}
function isJsonForm(rest) {
    if (!rest.startsWith('['))
        return false;
    try {
        return Array.isArray(JSON.parse(rest));
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/src/images/dockerfile-references.js



const platformArguments = ['TARGET', 'BUILD'].flatMap((prefix) => ['PLATFORM', 'OS', 'ARCH', 'VARIANT'].map((name) => `${prefix}${name}`));
const anyPlatform = '\u0000';
const platforms = new Map(platformArguments.map((name) => [name, anyPlatform]));
function dockerfileReferences(text, file) {
    const dockerfile = readDockerfile(text, file);
    const { instructions, escapeChar } = dockerfile;
    const scope = { variables: argumentsOf(dockerfile), byPlatform: argumentsOf(dockerfile, platforms), escapeChar };
    const everyStage = new Set(instructions.filter(({ keyword }) => keyword === 'FROM').flatMap(stageName));
    const stages = new Set();
    return instructions.flatMap((instruction) => {
        const { keyword, rest, line } = instruction;
        const place = { file, line };
        if (keyword === 'FROM') {
            const [image = ''] = rest.split(/\s+/);
            if (image === '')
                throw unreadable(place, 'FROM names no image');
            const found = imageAt(image, place, scope, stages);
            for (const name of stageName(instruction))
                stages.add(name);
            return found;
        }
        return sourcesOf(instruction).flatMap((source) => imageAt(source, place, scope, everyStage));
    });
}
function imageAt(word, place, scope, stages) {
    const { variables, byPlatform, escapeChar } = scope;
    const written = unquoted(word, escapeChar);
    const perPlatform = expandWord(word, byPlatform, escapeChar);
    if (perPlatform.kind === 'text' && namesStages(perPlatform.text, written, stages))
        return [];
    const expanded = expandWord(word, variables, escapeChar);
    const found = foundReference(expanded.kind === 'text' ? expanded.text : written, place, variables);
    return found.text === 'scratch' || stages.has(found.text.toLowerCase()) ? [] : [found];
}
function namesStages(text, written, stages) {
    const parts = text.toLowerCase().split(anyPlatform);
    if (parts.length < 2)
        return false;
    const pattern = new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
    return [...stages].some((stage) => stage === written.toLowerCase() || pattern.test(stage));
}
function stageName({ rest }) {
    const [, as, name] = rest.split(/\s+/);
    return name === undefined || as?.toUpperCase() !== 'AS' ? [] : [name.toLowerCase()];
}
function sourcesOf({ keyword, flags }) {
    return flags.flatMap((flag) => {
        if (keyword === 'COPY')
            return /^--from=(?!\d+$)(.+)$/.exec(flag)?.slice(1) ?? [];
        const mount = keyword === 'RUN' ? /^--mount=(.+)$/.exec(flag)?.[1] : undefined;
        return fieldsOf(mount ?? '').flatMap((field) => /^from=(.+)$/i.exec(field.trim())?.slice(1) ?? []);
    });
}
function fieldsOf(mount) {
    return [...mount.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
}
function argumentsOf({ instructions, escapeChar }, known = new Map()) {
    const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const variables = new Map(known);
    for (const { keyword, rest } of instructions.slice(0, first)) {
        if (keyword !== 'ARG')
            continue;
        for (const word of splitWords(rest, escapeChar) ?? []) {
            const [, name, value] = /^([a-zA-Z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
            const expanded = name === undefined ? undefined : expandWord(value ?? '', variables, escapeChar);
            if (name !== undefined && expanded?.kind === 'text')
                variables.set(name, expanded.text);
        }
    }
    return variables;
}

// EXTERNAL MODULE: ./build/src/lib/parse-json.js
var parse_json = __webpack_require__(9853);
;// CONCATENATED MODULE: ./build/src/images/json-tree.js

async function readJson(text, file) {
    const { parseTree, printParseErrorCode } = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.t.bind(__webpack_require__, 9547, 19));
    const lineOf = lineCounter(text);
    const errors = [];
    try {
        const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
        const [error] = errors;
        if (error !== undefined) {
            throw unreadable({ file, line: lineOf(error.offset) }, `not JSON: ${printParseErrorCode(error.error)}`);
        }
        const node = root && convert(root, text, lineOf);
        return node === undefined ? [] : [node];
    }
    catch (error) {
        if (error instanceof RangeError)
            throw unreadable({ file, line: 1 }, 'its lists and objects are nested too deeply');
        throw error;
    }
}
function convert(node, text, lineOf) {
    const { type, children = [], offset, length, value } = node;
    if (type === 'null')
        return undefined;
    if (type === 'array') {
        return { kind: 'list', items: children.flatMap((child) => convert(child, text, lineOf) ?? []) };
    }
    if (type === 'object') {
        const entries = children.flatMap(({ children: [key, content] = [] }) => {
            const converted = content && convert(content, text, lineOf);
            return key === undefined || converted === undefined ? [] : [[String(key.value), converted]];
        });
        return { kind: 'map', entries };
    }
    const written = type === 'string' ? String(value) : text.slice(offset, offset + length);
    const reads = written === String(value) ? undefined : String(value);
    return { kind: 'text', text: written, reads, line: lineOf(offset) };
}
function lineCounter(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let [low, high] = [0, starts.length];
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return low + 1;
    };
}

;// CONCATENATED MODULE: ./build/src/images/yaml-tree.js

async function readYaml(text, file) {
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lines = new yaml.LineCounter();
    const at = (offset) => ({ file, line: lines.linePos(offset).line });
    const documents = yaml.parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    return [...documents].flatMap((document) => {
        const [error] = document.errors;
        if (error !== undefined)
            throw unreadable(at(error.pos[0]), `no YAML: ${error.message}`);
        const template = templateIn(document, yaml);
        if (template !== undefined)
            throw unreadable(at(template), 'it has {{ }} in it');
        const node = createReader(document, at, yaml)(document.contents);
        return node === undefined ? [] : [node];
    });
}
function templateIn(document, { visit, isCollection }) {
    let found;
    visit(document, {
        Pair(_key, { key }) {
            if (!isCollection(key))
                return undefined;
            found = key.range?.[0] ?? 0;
            return visit.BREAK;
        },
    });
    return found;
}
function createReader(document, at, { isAlias, isMap, isSeq, isScalar }) {
    const known = new Map();
    function read(node) {
        const target = isAlias(node) ? targetOf(node) : node;
        if (target === null || target === undefined)
            return undefined;
        if (known.has(target))
            return known.get(target);
        known.set(target, undefined);
        const made = make(target);
        known.set(target, made);
        return made;
    }
    function targetOf(alias) {
        const target = alias.resolve(document);
        if (target !== undefined)
            return target;
        throw unreadable(at(alias.range?.[0] ?? 0), `nothing is called *${alias.source}`);
    }
    function make(node) {
        if (isSeq(node))
            return { kind: 'list', items: node.items.map(read).filter((item) => item !== undefined) };
        if (isMap(node))
            return { kind: 'map', entries: entriesOf(node.items) };
        if (!isScalar(node) || node.value === null || node.value === undefined)
            return undefined;
        const value = String(node.value);
        const text = typeof node.value === 'string' ? value : (node.source ?? value);
        return {
            kind: 'text',
            text,
            reads: text === value ? undefined : value,
            line: at(node.range?.[0] ?? 0).line,
        };
    }
    function entriesOf(pairs) {
        const entries = pairs.flatMap(({ key, value }) => {
            const node = read(value);
            return node === undefined ? [] : [[isScalar(key) ? String(key.value) : '', node]];
        });
        const merged = entries.filter(([key]) => key === '<<').flatMap(([, value]) => mergedFrom(value));
        return [...entries.filter(([key]) => key !== '<<'), ...merged];
    }
    return read;
}
function mergedFrom(value) {
    if (value.kind === 'list')
        return value.items.flatMap(mergedFrom);
    return value.kind === 'map' ? value.entries : [];
}

;// CONCATENATED MODULE: ./build/src/images/yaml-references.js




const noVariables = new Map();
const imageKeys = ['image', 'imageID'];
const nameKeys = ['repository', 'name', 'reference'];
const buildContext = /^(?:[^=]*=)?docker-image:\/\/(.+)$/;
async function yamlReferences(text, file) {
    if (isOtherJson(text))
        return [];
    const isJson = /\.jsonc?$/i.test(file);
    const maps = mapsIn(isJson ? await readJson(text, file) : await readYaml(text, file));
    const found = [...maps].flatMap(([map, isImage]) => [
        ...(isImage ? [imageParts(map)] : [...siblings(map), ...volume(map)]),
        ...map.entries.flatMap(([key, value]) => atKey(map, key, value)),
    ]);
    const references = found.filter((parts) => parts !== undefined).map((parts) => referenceOf(parts, file));
    const distinct = new Map(references.map((one) => [`${one.line} ${one.text}`, one]));
    return [...distinct.values()].sort((one, other) => one.line - other.line);
}
function isOtherJson(text) {
    if (/"(?:image|imageID|images|repository)"|docker-image:|\\u/.test(text))
        return false;
    return (0,parse_json/* parseJson */.q)(text) !== undefined;
}
function mapsIn(documents) {
    const maps = new Map();
    const lists = new Set();
    const visit = (node, isImage) => {
        if (node.kind === 'map') {
            const isNew = !maps.has(node);
            maps.set(node, isImage || maps.get(node) === true);
            if (isNew)
                for (const [key, value] of node.entries)
                    visit(value, imageKeys.includes(key));
        }
        else if (node.kind === 'list' && !lists.has(node)) {
            lists.add(node);
            for (const item of node.items)
                visit(item, false);
        }
    };
    for (const document of documents)
        visit(document, false);
    return maps;
}
function partsOf(map, ...names) {
    const repository = textAt(map, ...names);
    if (repository === undefined)
        return undefined;
    const [registry, tag, digest] = [textAt(map, 'registry'), textAt(map, 'tag', 'imageTag'), textAt(map, 'digest')];
    return { registry, repository, tag, digest, isWhole: false };
}
function imageParts(map) {
    const parts = partsOf(map, ...nameKeys);
    return parts && textAt(map, 'reference') === parts.repository ? { ...parts, isWhole: true } : parts;
}
function siblings(map) {
    const parts = partsOf(map, 'repository');
    const isImage = (parts?.tag ?? parts?.digest) !== undefined && !/^\w+:\/\//.test(parts?.repository.text ?? '');
    return parts !== undefined && isImage ? [parts] : [];
}
function volume(map) {
    const source = textAt(map, 'source');
    return source !== undefined && textAt(map, 'type')?.text === 'image' ? [{ repository: source, isWhole: true }] : [];
}
function contextOf(value) {
    const [, text] = (value.kind === 'text' && buildContext.exec(value.text)) || [];
    return value.kind === 'text' && text !== undefined ? [{ repository: { ...value, text }, isWhole: true }] : [];
}
function atKey(map, key, value) {
    const contexts = (value.kind === 'list' ? value.items : [value]).flatMap(contextOf);
    if (contexts.length > 0)
        return contexts;
    if (key === 'images' && value.kind === 'list')
        return value.items.map(listed);
    if (!imageKeys.includes(key) || value.kind !== 'text' || value.text.trim() === '')
        return [];
    if (hasTag(value.text))
        return [{ repository: value, isWhole: true }];
    const { tag, digest } = partsOf(map, key) ?? {};
    return [{ repository: value, tag, digest, isWhole: true }];
}
function listed(item) {
    if (item.kind === 'text') {
        const repository = { ...item, text: item.text.slice(item.text.indexOf('=') + 1) };
        return hasTag(item.text) ? { repository, isWhole: true } : undefined;
    }
    if (item.kind === 'list')
        return undefined;
    const [newName, tag, digest] = ['newName', 'newTag', 'digest'].map((key) => textAt(item, key));
    const repository = newName ?? textAt(item, 'name');
    const changes = (newName ?? tag ?? digest) !== undefined;
    return repository === undefined || !changes ? undefined : { repository, tag, digest, isWhole: false };
}
function textAt({ entries }, ...names) {
    const values = names.flatMap((name) => entries.flatMap(([key, value]) => (key === name ? [value] : [])));
    return values.find((value) => value.kind === 'text' && value.text.trim() !== '');
}
function hasTag(text) {
    return /[:@][^/]*$/.test(text);
}
function referenceOf({ registry, repository, tag, digest, isWhole }, file) {
    const line = (tag ?? digest ?? repository).line;
    const name = `${registry === undefined ? '' : `${registry.text.trim()}/`}${repository.text.trim()}`;
    const text = `${name}${tag === undefined ? '' : `:${tag.text}`}${digest === undefined ? '' : `@${digest.text}`}`;
    if (tag?.reads !== undefined) {
        const reason = `YAML reads the tag ${tag.text} as ${tag.reads}: put it in quotes`;
        return { kind: 'unresolved', text, line, reason };
    }
    const found = foundReference(text, { file, line }, noVariables);
    return found.kind === 'image' && !isWhole && !hasTag(found.text) ? { ...found, kind: 'no-tag' } : found;
}

;// CONCATENATED MODULE: ./build/src/images/references.js




async function imageReferences(text, format, file) {
    if (format === 'dockerfile')
        return dockerfileReferences(text, file);
    return format === 'yaml' ? yamlReferences(text, file) : listedReferences(text, file);
}
function listedReferences(text, file) {
    return text.split(/\r?\n/).flatMap((line, at) => line
        .replace(/(?:^|\s)#.*$/, '')
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .map((word) => {
        if ((0,images_name/* isTag */.dz)(word))
            return { kind: 'word', text: word, line: at + 1 };
        return foundReference(word, { file, line: at + 1 }, new Map());
    }));
}

// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
;// CONCATENATED MODULE: ./build/src/commands/shared/files/reference-files.js







const mostBytes = 10 * 1024 * 1024;
const atOnce = 8;
const anywhere = '';
const dockerfileName = /^(?:dockerfile|containerfile)|\.(?:dockerfile|containerfile)$/i;
const yamlName = /\.(?:ya?ml|jsonc?)$|^(?:docker-)?compose|^kustomization$/i;
const otherName = /\.dockerignore$/i;
const otherFolders = ['node_modules', '.git'];
async function readReferences(entries, input) {
    const found = await (0,concurrency/* mapConcurrent */._)(entries, atOnce, async (entry) => {
        const kind = await kindOf(entry, input);
        if (kind === 'reference')
            return [{ kind: (0,images_name/* isTag */.dz)(entry) ? 'word' : 'image', text: entry, where: undefined }];
        const root = await rootOf(entry, kind);
        const files = kind === 'folder' ? await filesIn(entry, root) : [entry];
        if (files.length === 0) {
            throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(input)}: the folder ${JSON.stringify(entry)} has no Dockerfile, YAML or JSON in it`);
        }
        return (await (0,concurrency/* mapConcurrent */._)(files, 1, (file) => readOne(file, root))).flat();
    });
    return found.flat();
}
async function isAmbiguous(entry) {
    const found = await (0,promises_.stat)(entry).catch(() => undefined);
    if (found === undefined)
        return false;
    return found.isDirectory() || (formatOf(entry) === 'list' && !/\.txt$/i.test(entry));
}
async function kindOf(entry, input) {
    const found = await (0,promises_.stat)(entry).catch((error) => {
        if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? ''))
            return undefined;
        throw unreadableFile(entry, error.message);
    });
    if (found?.isDirectory())
        return 'folder';
    if (found !== undefined)
        return 'file';
    if (!/^\.{0,2}[\\/]|[\\/]$|\.(?:ya?ml|jsonc?|txt)$/i.test(entry))
        return 'reference';
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(input)}: there is no file ${JSON.stringify(entry)}`, 'It is looked for in the working directory; in a workflow actions/checkout has to come first.');
}
async function rootOf(entry, kind) {
    const whole = (0,external_node_path_.resolve)(entry);
    if (isInside(whole, (0,external_node_path_.resolve)('.')))
        return guarded(entry, () => (0,promises_.realpath)('.'));
    return kind === 'folder' ? guarded(entry, () => (0,promises_.realpath)((0,external_node_path_.dirname)(whole))) : anywhere;
}
async function realInside(path, root) {
    if (root === anywhere)
        return path;
    const real = await guarded(path, () => (0,promises_.realpath)(path));
    if (isInside(real, root))
        return real;
    throw unreadableFile(path, `a link leads to ${real}, which is not in ${root}`);
}
async function filesIn(folder, root, seen = new Set()) {
    const real = await realInside(folder, root);
    if (seen.has(real))
        return [];
    seen.add(real);
    const names = [...(await guarded(folder, () => (0,promises_.readdir)(folder)))].sort();
    const found = await (0,concurrency/* mapConcurrent */._)(names, 1, async (name) => {
        const path = (0,external_node_path_.join)(folder, name);
        const isWanted = !otherName.test(name) && (dockerfileName.test(name) || yamlName.test(name));
        const what = await (0,promises_.stat)(path).catch((error) => {
            if (isWanted)
                throw unreadableFile(path, error.message);
            return undefined;
        });
        if (what?.isDirectory())
            return otherFolders.includes(name) ? [] : filesIn(path, root, seen);
        return isWanted && what?.isFile() ? [path] : [];
    });
    return found.flat();
}
async function readOne(file, root) {
    await realInside(file, root);
    const { size } = await guarded(file, () => (0,promises_.stat)(file));
    if (size > mostBytes)
        throw unreadableFile(file, `it has ${size} bytes, and at most ${mostBytes} are read`);
    const bytes = await guarded(file, () => (0,promises_.readFile)(file));
    const references = await imageReferences(textOf(bytes, file), formatOf(file), file);
    const name = file.replaceAll(external_node_path_.sep, '/');
    return references.map(({ line, ...reference }) => ({ ...reference, where: `${name}:${line}` }));
}
function formatOf(file) {
    const name = (0,external_node_path_.basename)(file);
    if (yamlName.test(name))
        return 'yaml';
    return dockerfileName.test(name) ? 'dockerfile' : 'list';
}
function textOf(bytes, file) {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch {
        throw unreadableFile(file, 'it is no text in UTF-8');
    }
}
async function guarded(path, work) {
    return work().catch((error) => {
        throw unreadableFile(path, error.message);
    });
}
function unreadableFile(path, why) {
    return (0,errors/* usageFailure */.II)(`${path} cannot be read: ${why}`, 'All files have to be read to know which images there are.');
}
function isInside(path, folder, { relative, isAbsolute, sep } = external_node_path_) {
    const way = relative(folder, path);
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}


/***/ }),

/***/ 3913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   o2: () => (/* binding */ readRepositoryName)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8640);
/* harmony import */ var _registries_drivers_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2204);




function readImage(given, where, workflow) {
    const registry = (0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(where.registry);
    const namespace = given.includes('/') ? undefined : namespaceFor(registry, where, workflow);
    return (0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageName */ ["if"])(namespace === undefined ? given : `${namespace}/${given}`, registry);
}
function withTag(image) {
    return image.tag === undefined && image.digest === undefined ? { ...image, tag: 'latest' } : image;
}
function readRepositoryName(given, where, workflow) {
    const image = readImage(given, where, workflow);
    if (image.tag === undefined && image.digest === undefined)
        return image;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('image')} ${JSON.stringify(given)} has a tag or a digest`, 'Give the name alone.');
}
function namespaceFor(registry, { namespace }, workflow) {
    if (namespace !== undefined || (0,_registries_drivers_index_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(registry).emptyNamespace !== 'owner')
        return namespace;
    const owner = workflow?.repository.split('/')[0]?.toLowerCase();
    if (owner !== undefined)
        return owner;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('namespace')} is needed for images in ${registry.host}`, `Give the user or organization that has the image as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('namespace')}, or the whole name as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('image')}.`);
}


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NU: () => (/* binding */ later),
/* harmony export */   e2: () => (/* binding */ plausibleDate),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
const firstDate = Date.UTC(2013, 0, 1);
function timeOf(value) {
    if (typeof value !== 'string')
        return undefined;
    const [, day, clock, zone] = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d:\d\d(?:\.\d+)?)(z|[+-]\d\d:?\d\d)?$/i.exec(value) ?? [];
    if (day === undefined)
        return undefined;
    const time = new Date(`${day}T${clock}${(zone ?? 'Z').toUpperCase()}`);
    return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1970 ? undefined : time;
}
function plausibleDate(date) {
    return date === undefined || Number.isNaN(date.getTime()) || date.getTime() < firstDate ? undefined : date;
}
function later(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return one > other ? one : other;
}


/***/ }),

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   Y8: () => (/* binding */ parsePlatform),
/* harmony export */   my: () => (/* binding */ samePlatform)
/* harmony export */ });
/* unused harmony export normalizePlatform */
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

const grammar = /^([a-z0-9]+)\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/;
const aliases = new Map([
    ['x86_64', 'amd64'],
    ['x86-64', 'amd64'],
    ['aarch64', 'arm64'],
]);
const usualVariants = new Map([
    ['arm64', 'v8'],
    ['arm', 'v7'],
    ['amd64', 'v1'],
]);
function parsePlatform(text) {
    const [, os, architecture, variant] = grammar.exec(text.toLowerCase()) ?? [];
    if (os === undefined || architecture === undefined) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} is not a platform`, 'Write os/architecture or os/architecture/variant: linux/amd64, linux/arm64, linux/arm/v7.');
    }
    return normalizePlatform({ os, architecture, ...(variant === undefined ? {} : { variant }) });
}
function normalizePlatform(platform) {
    const architecture = aliases.get(platform.architecture) ?? platform.architecture;
    const variant = platform.variant || usualVariants.get(architecture);
    return { os: platform.os, architecture, ...(variant === undefined ? {} : { variant }) };
}
function samePlatform(one, other) {
    return formatPlatform(one) === formatPlatform(other);
}
function formatPlatform(platform) {
    const { os, architecture, variant } = normalizePlatform(platform);
    const silent = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
    return variant === undefined || silent ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}


/***/ }),

/***/ 4725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ mustReadConfig),
/* harmony export */   u: () => (/* binding */ findConfig)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

async function findConfig(repository, config) {
    try {
        return await repository.smallBlob(config);
    }
    catch (thrown) {
        if ((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown).kind !== 'not-found')
            throw thrown;
        return undefined;
    }
}
async function mustReadConfig(repository, { descriptor }, config) {
    const bytes = await findConfig(repository, config);
    if (bytes !== undefined)
        return bytes;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        operation: `the manifest ${descriptor.digest}`,
        reason: `its config ${config.digest} is lost: the registry answers 404`,
        permanent: true,
        advice: 'The image is damaged: build and push it again.',
    });
}


/***/ }),

/***/ 6081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   _m: () => (/* binding */ isImageConfig),
/* harmony export */   m3: () => (/* binding */ inspectManifest)
/* harmony export */ });
/* harmony import */ var _images_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8398);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7825);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9853);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4725);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6258);







const configTypes = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
async function inspectManifest(repository, manifest, wanted) {
    const attestations = [];
    const images = await imagesOf(repository, manifest, wanted, attestations, 1);
    const selected = typeof wanted === 'string' ? images : images.filter((image) => isFor(image.platform, wanted));
    return {
        descriptor: manifest.descriptor,
        annotations: manifest.annotations,
        artifactType: artifactTypeOf(manifest),
        created: latestOf(manifest, selected),
        images: selected,
        attestations,
    };
}
function artifactTypeOf({ artifactType, content }) {
    if (artifactType !== undefined || content.kind !== 'image' || isImageConfig(content.config))
        return artifactType;
    return content.config.mediaType;
}
function latestOf(manifest, images) {
    const latest = images.map(({ created }) => created).reduce(_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .later */ .NU, undefined);
    return (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .plausibleDate */ .e2)(latest) ?? createdOf(manifest) ?? latest;
}
async function imagesOf(repository, manifest, wanted, attestations, depth) {
    const { content, descriptor } = manifest;
    if (content.kind === 'image')
        return [await readImage(repository, manifest, content)];
    if (content.kind === 'former')
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .formerFailure */ .iF)(`the manifest ${descriptor.digest}`, descriptor);
    if (depth > _manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .depthLimit */ .zR)
        throw unreadable(descriptor, `more than ${_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .depthLimit */ .zR} indexes lie in one another`);
    attestations.push(...content.manifests.filter(isAttestation));
    const children = content.manifests.filter((child) => !isAttestation(child) && mayBe(child, wanted));
    const read = wanted === 'first' ? children.slice(0, 1) : children;
    const found = await Promise.all(read.map(async (child) => {
        const inner = await repository.manifest(child.digest);
        if (inner === undefined)
            throw unreadable(child, 'an index lists it, and the registry answers 404 for it');
        const images = await imagesOf(repository, inner, wanted, attestations, depth + 1);
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isIndex */ .nw)(child)
            ? images
            : images.map((image) => ({ ...image, platform: child.platform ?? image.platform }));
    }));
    return found.flat();
}
function isAttestation({ annotations, platform }) {
    return (annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
        (platform?.os === 'unknown' && platform.architecture === 'unknown'));
}
function mayBe(child, wanted) {
    return typeof wanted === 'string' || child.platform === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isIndex */ .nw)(child) || isFor(child.platform, wanted);
}
function isFor(platform, wanted) {
    return platform !== undefined && (0,_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .samePlatform */ .my)(platform, wanted);
}
async function readImage(repository, manifest, { config, layers }) {
    const bytes = isImageConfig(config) ? await (0,_config_js__WEBPACK_IMPORTED_MODULE_4__/* .mustReadConfig */ .U)(repository, manifest, config) : undefined;
    const value = bytes === undefined ? {} : read(bytes);
    const platform = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .readPlatform */ .Kd)(value);
    return {
        descriptor: manifest.descriptor,
        platform: platform?.os === '' || platform?.architecture === '' ? undefined : platform,
        created: createdOf(manifest, bytes),
        labels: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value.config) ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .texts */ .Te)(value.config.Labels) : {},
        annotations: manifest.annotations,
        artifactType: artifactTypeOf(manifest),
        config,
        layers,
    };
}
function isImageConfig({ mediaType }) {
    return configTypes.test(mediaType);
}
function createdOf({ annotations }, config) {
    const created = config === undefined ? undefined : (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(read(config).created);
    return (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .plausibleDate */ .e2)(created) ?? (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(annotations['org.opencontainers.image.created']) ?? created;
}
function sizeOf(images) {
    const blobs = new Map(images.flatMap(({ config, layers }) => [config, ...layers]).map((one) => [one.digest, one]));
    return [...blobs.values()].reduce((sum, { size = 0 }) => sum + size, 0);
}
function read(bytes) {
    const value = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .q)(bytes);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) ? value : {};
}
function unreadable({ digest }, reason) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('server', {
        operation: `the manifest ${digest}`,
        reason,
        advice: 'The image is damaged: build and push it again.',
    });
}


/***/ }),

/***/ 7672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
function formatCount(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function countOf(count, one, several = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : several}`;
}
function formatTime(time) {
    return time.toISOString().slice(0, 16).replace('T', ' ');
}


/***/ })

};
