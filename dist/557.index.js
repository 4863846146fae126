export const id = 557;
export const ids = [557];
export const modules = {

/***/ 69557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: ./build/src/images/version-step.js
var version_step = __webpack_require__(21535);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(65818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/selection.js
var selection = __webpack_require__(71346);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/serve/inputs.js




const serveInputs = {
    watch: (0,types/* list */.p_)({
        help: 'Watch these images (`acme/app:1.2.0`), or files and folders that name images: Dockerfiles, Compose files, Kubernetes YAML, Helm values, kustomizations, lists. SIGHUP reads the files again.',
        placeholder: 'IMAGE|FILE,…',
    }),
    every: (0,types/* duration */.p0)({
        help: 'List the tags of each watched repository this often, give or take a tenth. At least `10s`.',
        fallback: '30m',
    }),
    strategy: (0,types/* choice */.Yq)(version_step/* strategies */.Wy, {
        help: 'Set the strategy of requests without `strategy`, and of notifications.',
        fallback: 'bugfix',
        anyCase: true,
    }),
    ...(0,selection/* selectionInputs */.Iz)('tags'),
    prerelease: (0,types/* boolean */.zM)({
        help: 'Allow an update from a release to a pre-release. A pre-release is always updated to its own kind.',
        fallback: 'false',
    }),
    host: (0,types/* text */.Qq)({
        help: 'Listen on this address. `0.0.0.0` and `::` accept connections from other machines: set `token` too.',
        placeholder: 'ADDRESS',
        fallback: '127.0.0.1',
    }),
    port: (0,types/* wholeNumber */.rD)({ help: 'Listen on this port. `0` takes a free one.', fallback: '4006', most: 65_535 }),
    token: (0,types/* secret */.rJ)({
        help: 'Require this bearer token for every request except `/healthz` and `/readyz`. A browser can give it as the password.',
    }),
    allow: (0,types/* list */.p_)({
        help: 'Answer also for images that are not watched, if they are in one of these registries. Registries of watched images are always allowed.',
        placeholder: 'HOST,…',
    }),
    ...(0,registry/* registryInputs */.P4)({ names: ['watch'], files: true }),
    'cache-dir': (0,types/* file */.NJ)({
        placeholder: 'FOLDER',
        help: 'Keep tag lists, and what was notified, in this folder, so that a restart needs no requests.',
    }),
    'cache-url': {
        ...(0,types/* secret */.rJ)({
            help: 'Keep them in Redis or Valkey instead, for several instances with one set of lists: `redis://user:password@host:6379/0`, `rediss://` for TLS.',
        }),
        masks: (url) => [url ?? '', URL.canParse(url ?? '') ? new URL(url ?? '').password : ''].filter(Boolean),
    },
    notify: (0,types/* text */.Qq)({
        help: 'Send a POST with JSON to this URL for each newer version of a watched image.',
        placeholder: 'URL',
    }),
    'notify-secret': (0,types/* secret */.rJ)({
        help: 'Sign each notification like a webhook of GitHub: `X-Hub-Signature-256: sha256=…`.',
    }),
};

// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(38081);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(30364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(97672);
;// CONCATENATED MODULE: ./build/src/commands/serve/report.js



function reportServe({ requests, time }) {
    const headline = `stopped after ${(0,duration/* formatDuration */.a3)(time)} and ${(0,quantities/* countOf */.pq)(requests, 'request')}`;
    return {
        outputs: {},
        json: { requests, time },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)('none', headline)),
        table: { columns: [], rows: [] },
        headline,
        failures: [],
        exitCode: 0,
    };
}

;// CONCATENATED MODULE: ./build/src/commands/serve/index.js


const serve = {
    name: 'serve',
    summary: 'Watch images, and report over HTTP which newer version exists and whether an image is ready.',
    inputs: serveInputs,
    positional: ['watch'],
    examples: ['acme/app:1.2.0 k8s/ --every 30m', '--allow docker.io,ghcr.io --host 0.0.0.0 --token - < token.txt'],
    outputs: {},
    frontend: 'cli',
    timeout: () => Number.POSITIVE_INFINITY,
    run: async (inputs, context) => (await Promise.all(/* import() */[__webpack_require__.e(194), __webpack_require__.e(357), __webpack_require__.e(823), __webpack_require__.e(981)]).then(__webpack_require__.bind(__webpack_require__, 92981))).runService(inputs, context),
    report: reportServe,
};


/***/ }),

/***/ 71346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ selectionInputs),
/* harmony export */   sp: () => (/* binding */ isSelected),
/* harmony export */   wH: () => (/* binding */ selected)
/* harmony export */ });
/* harmony import */ var _lib_reg_exp_timeout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83651);
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

/***/ 21535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ stepTo),
/* harmony export */   Wy: () => (/* binding */ strategies),
/* harmony export */   hh: () => (/* binding */ numberedStep)
/* harmony export */ });
const strategies = ['patch', 'bugfix', 'minor', 'major'];
function stepTo(tag, current) {
    let level = firstChange(tag.release, current.release);
    for (const [at, counter] of tag.counters.entries()) {
        level = Math.min(level, counter.level + firstChange(counter.numbers, current.counters[at]?.numbers ?? []));
    }
    for (const [at, qualifier] of tag.qualifiers.entries()) {
        level = Math.min(level, qualifiedLevel(qualifier, current.qualifiers[at]));
    }
    return stepAt(level);
}
function numberedStep(tag, current) {
    return stepAt(firstChange(tag.release, current.release));
}
function stepAt(level) {
    return strategies[Math.max(0, strategies.length - 1 - level)] ?? 'patch';
}
function qualifiedLevel({ word, numbers }, before) {
    if (before === undefined)
        return Number.POSITIVE_INFINITY;
    const lengths = [numbers.length, before.numbers.length];
    const isVersion = (word === before.word ? Math.max(...lengths) : Math.min(...lengths)) >= 3;
    return isVersion ? firstChange(numbers, before.numbers) : Number.POSITIVE_INFINITY;
}
function firstChange(one, other) {
    const length = Math.max(one.length, other.length);
    for (let at = 0; at < length; at++)
        if ((one[at] ?? 0n) !== (other[at] ?? 0n))
            return at;
    return Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 83651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ withRegExpTimeout)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89862);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48640);



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

/***/ 97672:
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
