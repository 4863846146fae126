export const id = 849;
export const ids = [849];
export const modules = {

/***/ 6008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   o2: () => (/* binding */ readRepositoryName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _registries_profiles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);



function readImage(given, where, workflow) {
    const registry = (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRegistry */ .l5)(where.registry);
    const namespace = given.includes('/') ? undefined : namespaceFor(registry, where, workflow);
    return (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageName */ ["if"])(namespace === undefined ? given : `${namespace}/${given}`, registry);
}
function withTag(image) {
    return image.tag === undefined && image.digest === undefined ? { ...image, tag: 'latest' } : image;
}
function readRepositoryName(given, where, workflow) {
    const image = readImage(given, where, workflow);
    if (image.tag === undefined && image.digest === undefined)
        return image;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`image ${JSON.stringify(given)} has a tag or a digest`, 'Give the name alone.');
}
function namespaceFor(registry, { namespace }, workflow) {
    if (namespace !== undefined || (0,_registries_profiles_js__WEBPACK_IMPORTED_MODULE_2__/* .profileOf */ .d)(registry).emptyNamespace !== 'owner')
        return namespace;
    const owner = workflow?.repository.split('/')[0]?.toLowerCase();
    if (owner !== undefined)
        return owner;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`namespace is needed for images in ${registry.host}`, 'Give the user or organization that has the image as namespace, or the whole name as image.');
}


/***/ }),

/***/ 1849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repository: () => (/* binding */ repository)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/registries/profiles.js
var profiles = __webpack_require__(6615);
// EXTERNAL MODULE: ./build/src/commands/image-input.js
var image_input = __webpack_require__(6008);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
;// CONCATENATED MODULE: ./build/src/commands/repository/inputs.js


const repositoryInputs = {
    image: (0,inputs/* text */.Qq)({
        help: 'The repository at Docker Hub: `acme/app`, or `app` in `namespace`.',
        placeholder: 'NAME',
    }),
    ...(0,registry_inputs/* registryInputs */.P4)({ names: ['image'] }),
    create: (0,inputs/* boolean */.zM)({ help: 'Create the repository if it does not exist.', fallback: 'false' }),
    private: (0,inputs/* boolean */.zM)({
        help: 'Make the repository private (`true`) or public (`false`). Left empty, an existing repository keeps its visibility, and a new one is public.',
    }),
    description: (0,inputs/* text */.Qq)({
        help: 'What it is, in at most 100 characters. Left empty, it stays as it is.',
        placeholder: 'TEXT',
    }),
    'full-description': (0,inputs/* file */.NJ)({
        help: 'A file with its page, in Markdown, of at most 25,000 characters. Left empty, the page stays as it is.',
    }),
    timeout: (0,inputs/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '2m' }),
};

// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/repository/report.js


function reportRepository(result) {
    const { repository, created, changed } = result;
    const shown = jsonOf(repository);
    const rows = rowsOf(repository);
    const { namespace, name } = repository;
    const page = `https://hub.docker.com/${namespace === 'library' ? '_' : `r/${encodeURIComponent(namespace)}`}/${encodeURIComponent(name)}`;
    return {
        outputs: { repository: JSON.stringify(shown), created: String(created) },
        json: { ...shown, created, changed },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(created || changed.length > 0 ? 'good' : 'none', headlineOf(result)), (0,markdown/* table */.tp)([
            [(0,markdown/* plain */.pj)('Repository'), (0,markdown/* link */.nf)(`${namespace}/${name}`, page)],
            ...rows.map(([title, text]) => [
                (0,markdown/* plain */.pj)(title),
                title === 'Immutable tags' ? (0,markdown/* code */.aY)(text) : (0,markdown/* plain */.pj)(text),
            ]),
        ])),
        table: {
            columns: ['what', 'it is'],
            rows: [['Repository', `${namespace}/${name}`], ...rows].map((cells) => cells.map((text) => ({ text }))),
        },
        headline: headlineOf(result),
        failures: [],
        exitCode: 0,
    };
}
function headlineOf({ repository: { namespace, name }, created, changed }) {
    const named = `${namespace}/${name}`;
    if (created)
        return `${named} was created`;
    return changed.length === 0 ? `${named} exists; nothing was changed` : `${named}: ${changed.join(', ')} changed`;
}
function jsonOf(repository) {
    return { ...repository };
}
function rowsOf(repository) {
    const { private: isPrivate, permissions, fullDescription } = repository;
    const may = Object.entries(permissions ?? {}).flatMap(([what, allowed]) => (allowed ? [what] : []));
    const rows = [
        ['Visibility', isPrivate === undefined ? undefined : isPrivate ? 'private' : 'public'],
        ['Description', repository.description],
        ['Full description', fullDescription && `${(0,quantities/* formatCount */.B4)([...fullDescription].length)} characters`],
        ['Pulls', repository.pulls === undefined ? undefined : (0,quantities/* formatCount */.B4)(repository.pulls)],
        ['Stars', repository.stars === undefined ? undefined : (0,quantities/* formatCount */.B4)(repository.stars)],
        ['Size', repository.size === undefined ? undefined : (0,quantities/* formatBytes */.z3)(repository.size)],
        ['Updated', repository.updated && (0,quantities/* formatTime */.fU)(repository.updated)],
        ['Registered', repository.registered && (0,quantities/* formatTime */.fU)(repository.registered)],
        ['Status', repository.status],
        ['Categories', repository.categories.join(', ')],
        ['Immutable tags', repository.immutableTags?.join(', ')],
        ['You may', may.join(', ')],
    ];
    return rows.flatMap(([title, text]) => (text ? [[title, text]] : []));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/src/commands/repository/wanted.js


const longestDescription = 100;
const longestPage = 25_000;
async function readWanted(inputs) {
    const { private: isPrivate, description, 'full-description': page } = inputs;
    if (description !== undefined)
        checkLength('description', description, longestDescription);
    const fullDescription = page === undefined ? undefined : await readPage(page);
    return {
        ...(isPrivate === undefined ? {} : { private: isPrivate }),
        ...(description === undefined ? {} : { description }),
        ...(fullDescription === undefined ? {} : { fullDescription }),
    };
}
async function readPage(path) {
    const named = `full-description ${JSON.stringify(path)}`;
    const bytes = await (0,promises_.readFile)(path).catch((fault) => {
        throw (0,errors/* usageFailure */.II)(`${named} cannot be read: ${fault.message}`, 'It is looked for in the working directory; in a workflow actions/checkout has to come first.');
    });
    const text = decode(bytes, named);
    checkLength(named, text, longestPage);
    return text;
}
function decode(bytes, named) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw (0,errors/* usageFailure */.II)(`${named} is not UTF-8`, 'Save the file as UTF-8.');
    }
}
function checkLength(named, text, most) {
    const length = [...text].length;
    if (length > most)
        throw tooLong(named, length, most);
}
function tooLong(named, length, most) {
    const count = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return (0,errors/* usageFailure */.II)(`${named} has ${count(length)} characters`, `Docker Hub takes at most ${count(most)}: make it shorter; nothing was sent.`);
}
function changesTo(found, wanted) {
    const { description, fullDescription } = wanted;
    return {
        descriptions: {
            ...(differs(description, found.description) ? { description } : {}),
            ...(differs(fullDescription, found.fullDescription) ? { fullDescription } : {}),
        },
        private: wanted.private === found.private ? undefined : wanted.private,
    };
}
function differs(wanted, found) {
    const bare = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return wanted !== undefined && bare(wanted) !== bare(found ?? '');
}

;// CONCATENATED MODULE: ./build/src/commands/repository.js








const repository = {
    name: 'repository',
    summary: 'Report on a repository on Docker Hub; on request, create it and change its descriptions and visibility.',
    inputs: repositoryInputs,
    positional: ['image'],
    examples: ['acme/app --json'],
    outputs: {
        repository: 'The repository as it is now, a JSON object: `namespace`, `name`, `private`, `description`, `fullDescription`, `pulls`, `stars`, `size` (bytes), `updated`, `registered`, `status`, `categories`, `contentTypes`, `immutableTags`, `permissions`.',
        created: '`true` when this run created it.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runRepository,
    report: reportRepository,
};
async function runRepository(inputs, context) {
    if (inputs.image === undefined)
        throw (0,errors/* usageFailure */.II)('image is needed: the repository at Docker Hub', 'For example acme/app.');
    const image = (0,image_input/* readRepositoryName */.o2)(inputs.image, inputs, context.workflow);
    const named = hubName(image, inputs.create);
    const wanted = await readWanted(inputs);
    const hub = await (0,registry_inputs/* connectHub */.ay)(inputs, context);
    if (!inputs.create) {
        const found = await hub.repository(...named);
        if (found === undefined)
            throw missing(image);
        return bring(hub, named, found, wanted);
    }
    const { repository: found, created } = await hub.createRepository(...named, wanted);
    return created ? { repository: found, created, changed: [] } : bring(hub, named, found, wanted);
}
async function bring(hub, named, found, wanted) {
    const { descriptions, private: isPrivate } = changesTo(found, wanted);
    const changed = [
        ...(isPrivate === undefined ? [] : ['private']),
        ...(descriptions.description === undefined ? [] : ['description']),
        ...(descriptions.fullDescription === undefined ? [] : ['full-description']),
    ];
    if (isPrivate !== undefined)
        await hub.setPrivate(...named, isPrivate);
    if (Object.keys(descriptions).length > 0)
        await hub.updateRepository(...named, descriptions);
    const now = changed.length === 0 ? found : await hub.repository(...named);
    return { repository: now ?? found, created: false, changed };
}
function hubName(image, create) {
    const { host } = image.registry;
    if ((0,profiles/* profileOf */.d)(image.registry).ownApi !== 'docker-hub') {
        throw new errors/* Failure */.HR('unsupported', {
            asked: `the settings of ${(0,images_name/* formatRepository */.Sh)(image)}`,
            answered: `${host} is not Docker Hub`,
            advice: 'On other registries a push makes the repository, and visibility and description are set on its own page or by ' +
                'its own API: on ghcr.io in the settings of the package, whose description is the image’s label ' +
                'org.opencontainers.image.description; on ECR by aws ecr create-repository before the first push.',
        });
    }
    const [namespace, name, ...more] = image.path.split('/');
    if (namespace === undefined || name === undefined || more.length > 0) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(image.path)} is no repository of Docker Hub`, 'Its names have two parts: acme/app.');
    }
    if (create && !(name.length >= 2 && /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name))) {
        throw (0,errors/* usageFailure */.II)(`Docker Hub makes no repository called ${JSON.stringify(name)}`, 'A new name has 2 to 255 lower-case letters and digits, with single . _ - between them.');
    }
    return [namespace, name];
}
function missing(image) {
    return new errors/* Failure */.HR('not-found', {
        asked: `the repository ${(0,images_name/* formatRepository */.Sh)(image)}`,
        answered: 'Docker Hub has none of that name that these credentials may see',
        advice: 'Check the name, give username and password of somebody who has access, or create it with create: true.',
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
