export const id = 356;
export const ids = [356];
export const modules = {

/***/ 8356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repositories: () => (/* binding */ repositories)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var inputs_registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/selection.js
var selection = __webpack_require__(1346);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/repositories/inputs.js



const mostShards = 256;
const repositoriesInputs = {
    ...(0,inputs_registry/* registryInputs */.P4)({ names: ['namespace'] }),
    namespace: (0,types/* text */.Qq)({
        help: 'Set the namespace: `team`, or with the registry `registry.example.com/team`.',
        placeholder: 'NAME',
    }),
    ...(0,selection/* selectionInputs */.Iz)('repositories', '^team/'),
    details: (0,types/* boolean */.zM)({
        help: 'Report pulls, stars, size and last push where an API of the registry has them (Docker Hub), with charts in the summary. Elsewhere report the number of tags.',
        fallback: 'false',
    }),
    shards: (0,types/* wholeNumber */.rD)({
        help: 'Distribute the repositories over at most this many jobs, in the output `matrix` for `strategy.matrix`.',
        placeholder: 'N',
        most: mostShards,
    }),
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '10m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/repositories/matrix.js


const mostBytes = 1024 * 1024 - 4096;
const mostInShard = 128 * 1024 - 1024;
function matrixOf(names, shards) {
    if (shards < 1)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('shards')} is 0: at least one job is needed`, 'Give a number from 1 to 256.');
    const jobs = Math.min(shards, names.length);
    const include = Array.from({ length: jobs }, (_, at) => {
        const own = names.filter((_name, index) => index % jobs === at);
        return { shard: at + 1, shards: jobs, count: own.length, repositories: own.join(',') };
    });
    const longest = Math.max(0, ...include.map(({ repositories }) => Buffer.byteLength(repositories)));
    if (longest > mostInShard) {
        throw (0,errors/* usageFailure */.II)(`a job would get ${longest} bytes of names, and an input takes ${mostInShard}`, shards < 256
            ? `Use more ${(0,input_names/* inputName */.yu)('shards')}.`
            : `Choose fewer repositories with ${(0,input_names/* inputName */.yu)('include')} and ${(0,input_names/* inputName */.yu)('exclude')}, or a list for each namespace.`);
    }
    const matrix = JSON.stringify({ include });
    const bytes = Buffer.byteLength(matrix);
    if (bytes <= mostBytes)
        return matrix;
    throw (0,errors/* usageFailure */.II)(`the matrix of ${names.length} repositories has ${bytes} bytes, and a job’s output takes ${mostBytes}`, `Choose fewer repositories with ${(0,input_names/* inputName */.yu)('include')} and ${(0,input_names/* inputName */.yu)('exclude')}, or a list for each namespace.`);
}

// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(1952);
;// CONCATENATED MODULE: ./build/src/commands/repositories/read.js




const atOnce = 8;
const mostFailures = 20;
const soFar = (count) => `${count} repositories so far`;
async function listRepositories(registry, namespace, context) {
    const found = await (0,collect/* collect */.F)(registry.repositories(namespace), soFar, context);
    return legalNames(found.map(({ path, ...details }) => ({ name: path, ...details })), context);
}
function legalNames(found, { log }) {
    const legal = found.filter(({ name }) => (0,images_name/* isRepositoryPath */.og)(name));
    const others = found.length - legal.length;
    if (others > 0)
        log.warn(`The registry lists ${others} names that are no legal names of repositories: they were left out.`);
    return legal;
}
async function countTags(repositories, registry, context) {
    context.log.warn(`${registry.name.host} reports no pulls, stars, sizes or dates of repositories: their tags were counted, with one request each.`);
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    const total = repositories.length;
    let done = 0;
    let counted = 0;
    let failures = 0;
    let stopped;
    return (0,concurrency/* mapConcurrent */._)(repositories, atOnce, async (repository) => {
        if (stopped !== undefined)
            return { ...repository, failure: stopped };
        const { tags, failure } = await countOne(registry.repository((0,images_name/* repositoryName */.aR)(registry.name, repository.name)));
        if (context.signal.aborted)
            throw context.signal.reason;
        done += 1;
        reportProgress(() => `the tags of ${done} of ${total} repositories counted`, { done, total });
        if (failure === undefined)
            counted += 1;
        else
            failures += 1;
        if (counted === 0 && failures >= mostFailures)
            stopped = failure;
        return failure === undefined ? { ...repository, tags } : { ...repository, failure };
    });
}
async function countOne(repository) {
    let tags = 0;
    try {
        for await (const page of repository.tags())
            tags += page.length;
        return { tags };
    }
    catch (thrown) {
        const failure = (0,errors/* asFailure */.h_)(thrown);
        return failure.kind === 'not-found' ? { tags: 0 } : { tags, failure };
    }
}

// EXTERNAL MODULE: ./build/src/reports/chart.js
var reports_chart = __webpack_require__(8369);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/repositories/report.js



const report_open = 50;
const most = 2000;
function reportRepositories(result) {
    const { registry, namespace, repositories, total, matrix } = result;
    const values = repositories.map((one) => describeOne(one, result));
    const columns = columnsOf(result);
    const failures = [...new Set(repositories.flatMap(({ failure }) => (failure === undefined ? [] : [failure])))];
    return {
        outputs: { repositories: JSON.stringify(values), count: String(repositories.length), matrix: matrix ?? '' },
        json: {
            registry: registry.host,
            namespace,
            count: repositories.length,
            total,
            repositories: values,
            ...(matrix === undefined ? {} : { matrix: JSON.parse(matrix) }),
        },
        summary: summaryOf(result),
        table: {
            columns: columns.map(({ title }) => title),
            rows: repositories.map((one) => columns.map(({ text }) => ({ text: text(one) }))),
        },
        names: repositories.map(({ name }) => name),
        headline: headlineOf(result),
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function describeOne(repository, { detailed }) {
    if (!detailed)
        return repository.name;
    const { failure, ...known } = repository;
    return failure === undefined ? known : { ...known, error: failure.message, exitCode: failure.exitCode };
}
function errorsIn(repositories) {
    return repositories.filter(({ failure }) => failure !== undefined).length;
}
function headlineOf({ registry, namespace, repositories, total, matrix }) {
    const where = namespace === undefined ? registry.host : `${namespace} in ${registry.host}`;
    const chosen = repositories.length === total ? '' : `, ${repositories.length} as requested`;
    const jobs = matrix === undefined ? '' : `, dealt out to ${(0,quantities/* countOf */.pq)(jobsIn(matrix), 'job')}`;
    const errors = errorsIn(repositories);
    const unread = errors === 0 ? '' : `, ${(0,quantities/* countOf */.pq)(errors, 'error')}`;
    return `${where} has ${(0,quantities/* countOf */.pq)(total, 'repository', 'repositories')}${chosen}${jobs}${unread}`;
}
function jobsIn(matrix) {
    return JSON.parse(matrix).include.length;
}
function columnsOf({ repositories, detailed }) {
    const name = { title: 'repository', text: (one) => one.name };
    if (!detailed)
        return [name];
    const number = (value, words = quantities/* formatCount */.B4) => (value === undefined ? '' : words(value));
    const others = [
        { title: 'pulls', text: ({ pulls }) => number(pulls) },
        { title: 'stars', text: ({ stars }) => number(stars) },
        { title: 'size', text: ({ size }) => number(size, quantities/* formatBytes */.z3) },
        { title: 'tags', text: ({ tags }) => number(tags) },
        { title: 'updated', text: ({ updated }) => (updated === undefined ? '' : (0,quantities/* formatTime */.fU)(updated)) },
        { title: 'private', text: (one) => (one.private ? 'private' : '') },
        { title: 'error', text: ({ failure }) => failure?.message ?? '' },
    ];
    return [name, ...others.filter(({ text }) => repositories.some((one) => text(one) !== ''))];
}
function summaryOf(result) {
    const { repositories } = result;
    const columns = columnsOf(result);
    const head = columns.map(({ title }) => (0,markdown/* plain */.pj)(`${title.charAt(0).toUpperCase()}${title.slice(1)}`));
    const rowsOf = (some) => (0,markdown/* table */.tp)([head, ...some.map((one) => columns.map(({ text }, at) => (at === 0 ? markdown/* code */.aY : markdown/* plain */.pj)(text(one))))]);
    const more = repositories.slice(report_open, most);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(errorsIn(repositories) === 0 ? 'none' : 'bad', headlineOf(result)), repositories.length === 0 ? undefined : rowsOf(repositories.slice(0, report_open)), more.length === 0 ? undefined : (0,markdown/* folded */.TM)((0,quantities/* countOf */.pq)(more.length, 'more repository', 'more repositories'), rowsOf(more)), repositories.length > most
        ? (0,markdown/* plain */.pj)(`${repositories.length - most} further ones are in the output only.`)
        : undefined, ...(result.detailed ? chartsOf(repositories) : []));
}
function chartsOf(repositories) {
    const chart = (title, unit, more, value) => {
        const values = repositories.map((one) => value(one) ?? 0);
        const [scale, axis] = Math.max(0, ...values) >= 1e7 ? [1e6, more] : [1, unit];
        const bars = repositories.map(({ name }, at) => ({
            label: shortName(name, repositories),
            value: (values[at] ?? 0) / scale,
        }));
        return (0,reports_chart/* barChart */.S)(title, axis, bars);
    };
    return [
        chart('Most pulled', 'pulls', 'million pulls', ({ pulls }) => pulls),
        chart('Largest', 'MB', 'TB', ({ size }) => (size === undefined ? undefined : size / 1e6)),
        chart('Most tags', 'tags', 'million tags', ({ tags }) => tags),
    ];
}
function shortName(name, all) {
    const prefix = name.slice(0, name.indexOf('/') + 1);
    return all.every((one) => one.name.startsWith(prefix)) ? name.slice(prefix.length) : name;
}

;// CONCATENATED MODULE: ./build/src/commands/repositories/index.js









const repositories = {
    name: 'repositories',
    summary: 'List the repositories of a namespace or registry, with pulls and sizes, and distribute them over jobs.',
    inputs: repositoriesInputs,
    positional: ['namespace'],
    examples: ['acme --details'],
    names: {
        help: 'the repositories; the default if standard output is not a terminal and neither `details` nor `shards` is set',
        usual: ({ details, shards }) => !details && shards === undefined,
    },
    outputs: {
        repositories: 'A JSON array of the names of the repositories, sorted. With `details`, objects: `name` and, on a registry whose own API lists repositories, what it reports of `pulls`, `stars`, `size` (bytes), `updated`, `private`, `description`; elsewhere `tags` (their number), or `error` if they could not be counted.',
        count: 'The number of entries.',
        matrix: 'JSON for `strategy.matrix`, with `shards`. Each job gets `matrix.repositories` (names separated by commas, for `image`), `matrix.shard`, `matrix.shards` and `matrix.count`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runRepositories,
    report: reportRepositories,
};
async function runRepositories(inputs, context) {
    const { shards, details } = inputs;
    if (shards === 0)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('shards')} is 0: at least one job is needed`, 'Give a number from 1 to 256.');
    const registry = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    const namespace = namespaceIn(registry, inputs.namespace?.replace(/\/+$/, ''));
    const connected = await (0,inputs_registry/* connectWith */.v7)(registry, inputs, context);
    if (await listsOwn(connected))
        checkNamespace(connected, namespace);
    const listed = await listRepositories(connected, namespace, context);
    const chosen = [...(0,selection/* selected */.wH)(listed, inputs)].sort(byName);
    const matrix = shards === undefined
        ? undefined
        : matrixOf(chosen.map(({ name }) => name), shards);
    const shown = details && !(await listsOwn(connected)) ? await countTags(chosen, connected, context) : chosen;
    return { registry, namespace, repositories: shown, total: listed.length, detailed: details, matrix };
}
async function listsOwn(registry) {
    return (await registry.driver()).repositories !== undefined;
}
function checkNamespace(registry, namespace) {
    const { title } = registry.kind();
    if (namespace !== undefined && /^[a-z0-9][a-z0-9_-]*$/.test(namespace))
        return;
    throw (0,errors/* usageFailure */.II)(namespace === undefined
        ? `${(0,input_names/* inputName */.yu)('namespace')} is needed: ${title} lists the repositories of one`
        : `${(0,input_names/* inputName */.yu)('namespace')} ${JSON.stringify(namespace)} is no namespace on ${title}`, bareRegistry(namespace) ?? `Give a user or an organization of ${title}, in lower case.`);
}
function namespaceIn(registry, given) {
    const host = (0,images_name/* registryIn */.hY)(given ?? '')?.host;
    if (given === undefined || host === undefined)
        return given;
    if (host === registry.host)
        return given.slice(given.indexOf('/') + 1);
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('namespace')} ${JSON.stringify(given)} is in ${host}, and ${(0,input_names/* inputName */.yu)('registry')} is ${registry.host}`);
}
function bareRegistry(namespace = '') {
    return /[.:]|^localhost$/.test(namespace) ? `Give ${(0,input_names/* inputValue */.UV)('registry', namespace)}.` : undefined;
}
function byName(one, other) {
    return one.name < other.name ? -1 : 1;
}


/***/ }),

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

/***/ 1346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ selectionInputs),
/* harmony export */   sp: () => (/* binding */ isSelected),
/* harmony export */   wH: () => (/* binding */ selected)
/* harmony export */ });
/* harmony import */ var _lib_reg_exp_timeout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3651);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6318);


function selectionInputs(what, example = '^v\\d') {
    return {
        include: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .pattern */ .T1)({
            help: `Take only ${what} matching this regular expression: \`${example}\`.`,
        }),
        exclude: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .pattern */ .T1)({
            help: `Skip ${what} matching this regular expression. It takes precedence over \`include\`.`,
        }),
    };
}
function selected(all, selection) {
    const { include, exclude } = selection;
    return (0,_lib_reg_exp_timeout_js__WEBPACK_IMPORTED_MODULE_0__/* .withRegExpTimeout */ .V)({ include, exclude }, () => all.filter(({ name }) => isSelected(name, selection)));
}
function isSelected(name, { include, exclude }) {
    return (include?.test(name) ?? true) && !(exclude?.test(name) ?? false);
}


/***/ }),

/***/ 1952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect),
/* harmony export */   k: () => (/* binding */ throttledProgress)
/* harmony export */ });
const silence = 5000;
async function collect(pages, words, { progress, now }) {
    const reportProgress = throttledProgress({ progress, now });
    const all = [];
    for await (const page of pages) {
        for (const one of page)
            all.push(one);
        reportProgress(() => words(all.length));
    }
    return all;
}
function throttledProgress({ progress, now }) {
    let next = now().getTime() + silence;
    return (words, part) => {
        const time = now().getTime();
        if (time < next)
            return;
        next = time + progress.pause;
        progress.update(words(), part);
    };
}


/***/ }),

/***/ 3651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ withRegExpTimeout)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8640);



const timeLimit = 3000;
const script = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('work()');
function withRegExpTimeout(patterns, work, kind = 'usage') {
    const names = Object.keys(patterns).filter((name) => patterns[name] !== undefined);
    if (names.length === 0)
        return work();
    try {
        return script.runInContext((0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ work }), { timeout: timeLimit });
    }
    catch (thrown) {
        if (thrown.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw thrown;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(kind, {
            operation: names.map((name) => (kind === 'usage' ? (0,_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)(name) : name)).join(', '),
            reason: `matching took longer than ${timeLimit / 1000} s; nothing was changed`,
            advice: 'Write the pattern without a repetition inside a repetition: ^a+$ instead of ^(a+)+$.',
        });
    }
}


/***/ }),

/***/ 8369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ columnChart),
/* harmony export */   S: () => (/* binding */ barChart)
/* harmony export */ });
const mostBars = 20;
const blue = '#2f81f7';
const red = '#d1453b';
const fewestMarks = 10;
function barChart(title, axis, bars) {
    const shown = [...bars]
        .filter(({ value }) => Number.isFinite(value) && Number(rounded(value)) > 0)
        .sort((one, other) => other.value - one.value || (one.label < other.label ? -1 : 1))
        .slice(0, mostBars);
    if (shown.length < 2)
        return undefined;
    const height = 140 + shown.length * 26;
    return [
        ...opening(height, [blue], ' horizontal'),
        `  title "${mermaidText(title)}"`,
        `  x-axis [${shown.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
        `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(Math.max(...shown.map(({ value }) => value)))}`,
        `  bar [${shown.map(({ value }) => rounded(value)).join(', ')}]`,
        '```',
    ].join('\n');
}
function columnChart(title, axis, columns) {
    if (columns.length < 2)
        return undefined;
    const wholes = columns.map(({ lower, upper }) => lower + upper);
    const highest = Math.max(...wholes, fewestMarks);
    const values = (name, given) => `  ${name} [${given.map((value) => rounded(value === 0 ? -highest / 10 : value)).join(', ')}]`;
    return [
        ...opening(360, [red, blue], ''),
        `  title "${mermaidText(title)}"`,
        `  x-axis [${columns.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
        `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(highest)}`,
        values('bar', wholes),
        values('bar', columns.map(({ lower }) => lower)),
        '```',
    ].join('\n');
}
function opening(height, colours, direction) {
    const sizes = `"width": 900, "height": ${height}, "xAxis": {"labelFontSize": 12}`;
    const palette = `"backgroundColor": "transparent", "plotColorPalette": "${colours.join(', ')}"`;
    return [
        '```mermaid',
        `%%{init: {"xyChart": {${sizes}}, "themeVariables": {"xyChart": {${palette}}}}}%%`,
        `xychart-beta${direction}`,
    ];
}
function rounded(value) {
    return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}
function mermaidText(text) {
    const clean = text.replace(/[^\p{L}\p{N} ._/:()+,-]/gu, ' ').trim();
    return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
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
