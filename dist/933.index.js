export const id = 933;
export const ids = [933];
export const modules = {

/***/ 933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/drivers/index.js + 6 modules
var drivers = __webpack_require__(2204);
// EXTERNAL MODULE: ./build/src/commands/shared/files/results-file.js
var results_file = __webpack_require__(9885);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var inputs_registry = __webpack_require__(5818);
;// CONCATENATED MODULE: ./build/src/commands/backup/document.js
const formatVersion = 1;
function formatBackup({ registry, created, repositories }) {
    const document = {
        format: 'image-gate-backup',
        version: formatVersion,
        created: created.toISOString(),
        registry,
        repositories: byName(repositories).map(({ name, settings, tags }) => ({
            name,
            ...(settings === undefined ? {} : { settings: settingsOf(settings) }),
            tags: byName(tags).map(tagOf),
        })),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function settingsOf({ private: isPrivate, description, fullDescription, ...rest }) {
    return {
        private: isPrivate,
        description,
        fullDescription,
        immutableTags: rest.immutableTags,
        categories: [...rest.categories].sort(compare),
        registered: rest.registered?.toISOString(),
    };
}
function tagOf({ name, digest, mediaType, size, pushed, platforms }) {
    return {
        name,
        digest,
        mediaType,
        size,
        pushed: pushed?.toISOString(),
        platforms: platforms === undefined ? undefined : [...platforms].sort(compare),
    };
}
function byName(items) {
    return [...items].sort((one, other) => compare(one.name, other.name));
}
function compare(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}

// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/backup/inputs.js


const backupInputs = {
    image: (0,types/* list */.p_)({
        help: 'Set one or more repositories, all in one registry: `app` (in `namespace`), `acme/app`, or with the registry `registry.example.com/acme/app`. The default is all repositories in `namespace`.',
        placeholder: 'NAME,…',
    }),
    ...(0,inputs_registry/* registryInputs */.P4)({ names: ['image'] }),
    file: (0,types/* file */.NJ)({
        help: 'Write to this file. An existing file is replaced at the end, as a whole.',
        fallback: 'image-gate-backup.json',
    }),
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '30m' }),
};

// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(1952);
// EXTERNAL MODULE: ./build/src/commands/tags/read.js
var read = __webpack_require__(4598);
;// CONCATENATED MODULE: ./build/src/commands/backup/read.js






const repositoriesAtOnce = 4;
const headsAtOnce = 8;
async function readRepositories(registry, scope, context) {
    const names = scope.kind === 'images' ? scope.images : await listNamespace(registry, scope.namespace, context);
    return readAll(names, context, async (name) => {
        const opened = await registry.open(name).catch(emptyWhereListed(scope));
        if (opened === undefined)
            return { name: name.path, tags: [] };
        const { driver } = opened;
        const settings = await driver.settings?.();
        if (driver.settings !== undefined && settings === undefined)
            return missing(opened, scope, context);
        const tags = driver.list === undefined
            ? await readTags(opened, scope, context)
            : (await (0,read/* listWithDetails */.HD)(driver.list, context)).map((tag) => backedUp(tag, opened));
        return { name: name.path, ...(settings === undefined ? {} : { settings }), tags };
    });
}
function backedUp({ name, details }, { kind }) {
    const { digest, mediaType, size, pushed, platforms } = details ?? {};
    const platformsKnown = kind.capabilities.lists?.includes('platforms') ? { platforms: platforms ?? [] } : {};
    return { name, digest, mediaType, size, pushed, ...platformsKnown };
}
function emptyWhereListed({ kind }) {
    return (error) => {
        if (error instanceof errors/* Failure */.HR && error.kind === 'not-found' && kind === 'namespace')
            return undefined;
        throw error;
    };
}
async function readTags({ name, oci }, scope, context) {
    const { path } = name;
    const listed = (await (0,read/* listNames */.Zv)(oci, context).catch(emptyWhereListed(scope))) ?? [];
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    let done = 0;
    const tags = await (0,concurrency/* mapConcurrent */._)(listed, headsAtOnce, async ({ name: tag }) => {
        const descriptor = await oci.head(tag);
        done += 1;
        reportProgress(() => `${path}: ${done} of ${listed.length} tags`, { done, total: listed.length });
        if (descriptor !== undefined)
            return { name: tag, digest: descriptor.digest, mediaType: descriptor.mediaType };
        context.log.warn(`${path}:${tag} was listed, and is not there: it was left out.`);
        return undefined;
    });
    return tags.filter((tag) => tag !== undefined);
}
async function readAll(items, context, read) {
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    let done = 0;
    const found = await (0,concurrency/* mapConcurrent */._)(items, repositoriesAtOnce, async (item) => {
        const repository = await read(item);
        done += 1;
        reportProgress(() => `${done} of ${items.length} repositories read`, { done, total: items.length });
        return repository;
    });
    return found.filter((repository) => repository !== undefined);
}
async function listNamespace(registry, namespace, context) {
    const soFar = (count) => `${count} repositories so far`;
    const listed = await (0,collect/* collect */.F)(registry.repositories(namespace), soFar, context);
    const legal = listed.map(({ path }) => path).filter(images_name/* isRepositoryPath */.og);
    const others = listed.length - legal.length;
    if (others > 0)
        context.log.warn(`The registry lists ${others} names that are no names of images: they were left out.`);
    if (legal.length === 0) {
        context.log.warn(`${registry.kind().title === 'registry' ? 'The registry' : registry.kind().title} lists no repositories in ${namespace}: the namespace does not exist or is empty, or all are ` +
            'private and not for these credentials. The backup is empty.');
    }
    return legal.map((path) => ({ registry: registry.name, path }));
}
function missing({ name, kind }, scope, { log }) {
    if (scope.kind === 'images') {
        throw new errors/* Failure */.HR('not-found', {
            operation: `the repository ${(0,images_name/* formatRepository */.Sh)(name)}`,
            reason: `${kind.title} has none of that name that these credentials may see`,
            advice: `Check the name; for a private one give ${input_names/* usernameAndPassword */.RJ} (an access token with Read).`,
        });
    }
    log.warn(`${(0,images_name/* formatRepository */.Sh)(name)} was listed, and is not there: it was left out.`);
    return undefined;
}

// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/backup/report.js


const report_open = 50;
const most = 2000;
function reportBackup(result) {
    const { file, registry, repositories } = result;
    const headline = headlineOf(result);
    const [columns = [], ...rows] = withoutEmpty([heads, ...repositories.map(cellsOf)]);
    const markdownRows = rows.slice(0, most).map(([name = '', ...cells]) => [(0,markdown/* code */.aY)(name), ...cells.map(markdown/* plain */.pj)]);
    const withHead = (some) => (0,markdown/* table */.tp)([columns.map(markdown/* plain */.pj), ...some]);
    const more = markdownRows.slice(report_open);
    return {
        outputs: { file, count: String(repositories.length) },
        json: {
            file,
            registry,
            count: repositories.length,
            repositories: repositories.map(({ name, tags }) => ({ name, tags: tags.length })),
        },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)('good', headline), repositories.length === 0 ? undefined : withHead(markdownRows.slice(0, report_open)), more.length === 0
            ? undefined
            : (0,markdown/* folded */.TM)((0,quantities/* countOf */.pq)(more.length, 'more repository', 'more repositories'), withHead(more)), rows.length > most ? (0,markdown/* plain */.pj)(`${rows.length - most} further repositories are in the file only.`) : undefined),
        table: {
            columns,
            rows: rows.map((cells) => cells.map((text) => ({ text }))),
        },
        headline,
        failures: [],
        exitCode: 0,
    };
}
const heads = ['Repository', 'Visibility', 'Tags', 'Last push'];
function withoutEmpty(lines) {
    const [, ...rows] = lines;
    return lines.map((cells) => cells.filter((_, at) => rows.some((row) => row[at] !== '')));
}
function cellsOf({ name, settings, tags }) {
    const visibility = settings?.private === undefined ? '' : settings.private ? 'private' : 'public';
    const times = tags.flatMap(({ pushed }) => (pushed === undefined ? [] : [pushed.getTime()]));
    const last = times.reduce((latest, time) => Math.max(latest, time), 0);
    return [name, visibility, (0,quantities/* formatCount */.B4)(tags.length), last === 0 ? '' : (0,quantities/* formatTime */.fU)(new Date(last))];
}
function headlineOf({ registry, repositories, file }) {
    const tags = repositories.reduce((sum, repository) => sum + repository.tags.length, 0);
    return `${(0,quantities/* countOf */.pq)(repositories.length, 'repository', 'repositories')} of ${registry} with ${(0,quantities/* countOf */.pq)(tags, 'tag')}: written to ${file}`;
}

;// CONCATENATED MODULE: ./build/src/commands/backup/index.js











const backup = {
    name: 'backup',
    summary: 'Write repositories, their settings and their tags with digests and dates to one JSON file, to keep and compare.',
    inputs: backupInputs,
    positional: ['image'],
    examples: ['--namespace acme --file today.json'],
    outputs: { file: 'The file that was written.', count: 'The number of repositories in the file.' },
    timeout: (inputs) => inputs.timeout,
    run: runBackup,
    report: reportBackup,
};
async function runBackup(inputs, context) {
    const { registry, scope } = planBackup(inputs, context);
    const file = inputs.file ?? '';
    await (0,results_file/* checkTarget */.e$)(file);
    const created = context.now();
    const read = await readRepositories(await (0,inputs_registry/* connectWith */.v7)(registry, inputs, context), scope, context);
    const repositories = [...read].sort((one, other) => (one.name < other.name ? -1 : 1));
    await (0,results_file/* writeTarget */.vN)(file, formatBackup({ registry: registry.host, created, repositories }));
    return { file, registry: registry.host, created, repositories };
}
function planBackup(inputs, context) {
    const { image, namespace } = inputs;
    if (image.length === 0)
        return { registry: (0,images_name/* parseRegistry */.l5)(inputs.registry), scope: wholeNamespace(namespace) };
    const named = image.map((one) => (0,inputs_image/* readRepositoryName */.o2)(one, inputs, context.workflow));
    const images = [...new Map(named.map((one) => [one.path, one])).values()];
    const [first] = named;
    const other = named.find((one) => one.registry.host !== first?.registry.host);
    if (first === undefined || other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} names repositories in ${first?.registry.host} and ${other?.registry.host}`, 'A backup is of one registry: use one step for each.');
    }
    images.forEach(drivers/* checkPath */.Cg);
    return { registry: first.registry, scope: { kind: 'images', images } };
}
function wholeNamespace(namespace) {
    if (namespace === undefined) {
        throw (0,errors/* usageFailure */.II)(`neither ${(0,input_names/* inputName */.yu)('image')} nor ${(0,input_names/* inputName */.yu)('namespace')} is given`, 'Name the repositories to keep, or the namespace of all.');
    }
    if ((0,images_name/* isRepositoryPath */.og)(namespace))
        return { kind: 'namespace', namespace };
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('namespace')} is ${JSON.stringify(namespace)}, which no namespace is called`, 'It is in lower case.');
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

/***/ 4598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ listWithDetails),
/* harmony export */   LF: () => (/* binding */ readDetails),
/* harmony export */   Zv: () => (/* binding */ listNames)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7825);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8640);
/* harmony import */ var _registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6081);
/* harmony import */ var _shared_concurrency_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3075);
/* harmony import */ var _shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1952);







const mostRead = 1000;
const mostDamaged = 20;
const atOnce = 8;
async function listNames(repository, context) {
    const names = await (0,_shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .F)(repository.tags(), (count) => `${count} tags so far`, context);
    return legalTags(names.map((name) => ({ name })), context);
}
async function listWithDetails(list, context) {
    const manifests = await (0,_shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .F)(list(false), (count) => `${count} manifests and tags so far`, context);
    const tags = manifests.flatMap((manifest) => manifest.tags.map(({ name, pushed }) => ({ name, details: listedDetails(manifest, pushed) })));
    return legalTags(tags, context);
}
function legalTags(tags, { log }) {
    const legal = tags.filter(({ name }) => (0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isTag */ .dz)(name));
    const others = tags.length - legal.length;
    if (others > 0)
        log.warn(`The registry lists ${others} names that are no legal tags: they were left out.`);
    return legal;
}
function listedDetails(manifest, pushed = manifest.pushed) {
    const { digest, mediaType, size, platforms = [], created, pulled, unavailable } = manifest;
    const names = new Set(platforms.map(_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq));
    names.delete('unknown/unknown');
    return { digest, mediaType, size, platforms: [...names], created, pushed, pulled, unavailable };
}
async function readDetails(tags, repository, wanted, context) {
    if (tags.length > mostRead)
        throw tooMany(tags.length);
    const known = new Map();
    const reportProgress = (0,_shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .throttledProgress */ .k)(context);
    let done = 0;
    let failed = 0;
    const readOne = async (tag) => {
        if (tag.details?.unavailable !== undefined)
            return tag;
        const manifest = await repository.manifest(tag.name);
        if (manifest === undefined) {
            context.log.warn(`The tag ${tag.name} was listed, and is not there: it was left out.`);
            return undefined;
        }
        const { digest } = manifest.descriptor;
        const read = known.get(digest) ?? (0,_registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectManifest */ .m3)(repository, manifest, wanted).then(detailsOf);
        known.set(digest, read);
        return { ...tag, details: { ...tag.details, ...(await read) } };
    };
    const read = await (0,_shared_concurrency_js__WEBPACK_IMPORTED_MODULE_5__/* .mapConcurrent */ ._)(tags, atOnce, async (tag) => {
        try {
            return await readOne(tag);
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            const failure = (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(thrown);
            failed += 1;
            if (failure.kind !== 'server' || failed > mostDamaged)
                throw failure;
            return { ...tag, failure: (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfImage */ .hk)(failure, `the tag ${tag.name}`, tag.name) };
        }
        finally {
            done += 1;
            reportProgress(() => `${done} of ${tags.length} images read`, { done, total: tags.length });
        }
    });
    return read.filter((tag) => tag !== undefined);
}
function detailsOf({ descriptor, images, created }) {
    const platforms = images.flatMap(({ platform }) => (platform === undefined ? [] : [(0,_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform)]));
    return {
        digest: descriptor.digest,
        mediaType: descriptor.mediaType,
        size: (0,_registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(images),
        platforms: [...new Set(platforms)],
        created,
    };
}
function tooMany(count) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unsupported', {
        operation: `the dates or details of ${count} tags`,
        reason: `this registry reports none in its list, and each image would have to be read; that is done for ${mostRead} at most`,
        advice: `Choose fewer tags with ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('include')} and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('exclude')}; for details ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('limit')} helps too, for ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputValue */ .UV)('sort', 'pushed')} it cannot, because the ` +
            `latest are only known when all are. ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputValue */ .UV)('sort', 'version')} needs no dates.`,
    });
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
