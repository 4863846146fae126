export const id = 845;
export const ids = [845];
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

/***/ 7845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tags: () => (/* binding */ tags)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var inputs_registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/selection.js
var selection = __webpack_require__(1346);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/tags/inputs.js



const tagsInputs = {
    image: (0,types/* text */.Qq)({
        help: 'Set the repository: `app` (in `namespace`), `acme/app`, or with the registry `registry.example.com/acme/app`.',
        placeholder: 'NAME',
    }),
    ...(0,inputs_registry/* registryInputs */.P4)({ names: ['image'] }),
    ...(0,selection/* selectionInputs */.Iz)('tags'),
    sort: (0,types/* choice */.Yq)(['name', 'version', 'pushed'], {
        help: 'Sort by `name`, by `version` (newest first) or by the date when a tag was `pushed` (latest first). Where the registry does not report that date, the creation date of the image counts.',
        fallback: 'name',
    }),
    limit: (0,types/* wholeNumber */.rD)({ help: 'Set the maximum number of tags to list, after sorting.', placeholder: 'N' }),
    details: (0,types/* boolean */.zM)({
        help: 'Report digest, size, platforms and dates of each tag: from the API of the registry where it has them, elsewhere from the images.',
        fallback: 'false',
    }),
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '10m' }),
};

// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/images/version.js + 1 modules
var version = __webpack_require__(5649);
// EXTERNAL MODULE: ./build/src/images/version-order.js
var version_order = __webpack_require__(5213);
;// CONCATENATED MODULE: ./build/src/commands/tags/listing.js



function inOrder(tags, sort) {
    const byName = [...tags].sort((one, other) => (one.name < other.name ? -1 : 1));
    if (sort === 'name')
        return byName;
    const parsed = new Map(byName.map(({ name }) => [name, (0,version/* parseTag */.E)(name)]));
    const versionOf = ({ name }) => parsed.get(name) ?? (0,version/* parseTag */.E)(name);
    const byVersion = byName.sort((one, other) => (0,version_order/* compareTags */.bb)(versionOf(one), versionOf(other)));
    if (sort === 'version')
        return byVersion;
    return byVersion.sort((one, other) => timeOf(other) - timeOf(one));
}
function timeOf({ details }) {
    return ((0,date/* plausibleDate */.e2)(details?.pushed) ?? (0,date/* plausibleDate */.e2)(details?.created))?.getTime() ?? 0;
}

// EXTERNAL MODULE: ./build/src/commands/tags/read.js
var read = __webpack_require__(4598);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/tags/report.js




const report_open = 50;
const most = 2000;
function reportTags(result) {
    const { image, tags, total, matching, detailed } = result;
    const failures = tags.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const columns = columnsOf(result);
    return {
        outputs: { tags: JSON.stringify(tags.map((tag) => jsonOf(tag, detailed))), count: String(tags.length) },
        json: {
            image: (0,images_name/* formatRepository */.Sh)(image),
            count: tags.length,
            matching,
            total,
            tags: tags.map((tag) => jsonOf(tag, detailed)),
        },
        summary: summaryOf(result),
        table: {
            columns: columns.map(({ title }) => title),
            rows: tags.map((tag) => columns.map(({ cell }) => cell(tag))),
        },
        names: tags.map(({ name }) => name),
        headline: headlineOf(result),
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function jsonOf({ name, details, failure }, detailed) {
    if (!detailed)
        return name;
    return {
        name,
        digest: details?.digest,
        mediaType: details?.mediaType,
        size: details?.size,
        platforms: details?.platforms,
        created: details?.created,
        pushed: details?.pushed,
        pulled: details?.pulled,
        unavailable: details?.unavailable,
        ...(failure === undefined ? {} : { error: failure.message, exitCode: failure.exitCode }),
    };
}
function headlineOf({ image, tags, total, matching }) {
    const name = (0,images_name/* formatRepository */.Sh)(image);
    const chosen = matching === total ? '' : `, ${matching} as requested`;
    const shown = tags.length === matching ? '' : `, ${tags.length} of them shown`;
    const errors = tags.filter(({ failure }) => failure !== undefined).length;
    return `${name} has ${(0,quantities/* countOf */.pq)(total, 'tag')}${chosen}${shown}${errors === 0 ? '' : `, ${(0,quantities/* countOf */.pq)(errors, 'error')}`}`;
}
function columnsOf({ tags, detailed }) {
    const dates = ['created', 'pushed', 'pulled'].map((key) => textColumn(key, ({ details }) => (details?.[key] === undefined ? '' : (0,quantities/* formatTime */.fU)(details[key])), markdown/* unbroken */.D_));
    const name = {
        title: 'tag',
        cell: ({ name: text, failure }) => ({ text, ...(failure === undefined ? {} : { tone: 'bad' }) }),
        summary: ({ name: text }) => (0,markdown/* code */.aY)(text),
    };
    const others = [
        ...dates,
        textColumn('size', ({ details }) => (details?.size === undefined ? '' : (0,quantities/* formatBytes */.z3)(details.size)), markdown/* unbroken */.D_),
        textColumn('platforms', ({ details }) => details?.platforms.join(', ') ?? ''),
        textColumn('unavailable', ({ details }) => details?.unavailable ?? ''),
        {
            ...textColumn('digest', ({ details }) => details?.digest?.slice(0, 19) ?? ''),
            summary: ({ details }) => (0,markdown/* code */.aY)(details?.digest?.slice(0, 19) ?? ''),
        },
    ];
    const shown = detailed ? others : dates;
    return [name, ...shown.filter(({ cell }) => tags.some((tag) => cell(tag).text !== ''))];
}
function textColumn(title, text, inSummary = markdown/* plain */.pj) {
    return { title, cell: (tag) => ({ text: text(tag) }), summary: (tag) => inSummary(text(tag)) };
}
function summaryOf(result) {
    const { tags } = result;
    const columns = columnsOf(result);
    const head = columns.map(({ title }) => (0,markdown/* plain */.pj)(`${title.charAt(0).toUpperCase()}${title.slice(1)}`));
    const rowsOf = (some) => (0,markdown/* table */.tp)([head, ...some.map((tag) => columns.map(({ summary }) => summary(tag)))]);
    const more = tags.slice(report_open, most);
    const failures = tags.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(failures.length === 0 ? 'none' : 'bad', headlineOf(result)), tags.length === 0 ? undefined : rowsOf(tags.slice(0, report_open)), more.length === 0 ? undefined : (0,markdown/* folded */.TM)(`${(0,quantities/* countOf */.pq)(more.length, 'more tag')}`, rowsOf(more)), tags.length > most ? (0,markdown/* plain */.pj)(`${tags.length - most} further tags are in the output only.`) : undefined, (0,failure/* failureList */.J_)(failures));
}

;// CONCATENATED MODULE: ./build/src/commands/tags/index.js









const tags = {
    name: 'tags',
    summary: 'List the tags of a repository, filtered and sorted by name, version or date; on request, with details.',
    inputs: tagsInputs,
    positional: ['image'],
    examples: ['acme/app --sort pushed --limit 10 --details'],
    names: {
        help: 'the tags; the default if standard output is not a terminal and `details` is not set',
        usual: ({ details }) => !details,
    },
    outputs: {
        tags: 'A JSON array of the tags, in order. With `details`, objects with `name`, `digest`, `mediaType`, `size` (bytes, compressed), `platforms`, `created` and, where the registry reports them, `pushed`, `pulled` and `unavailable` (why it cannot be pulled).',
        count: 'The number of entries.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runTags,
    report: reportTags,
};
async function runTags(inputs, context) {
    if (inputs.image === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} is needed: the repository whose tags are listed`, 'For example acme/app.');
    const image = (0,inputs_image/* readRepositoryName */.o2)(inputs.image, inputs, context.workflow);
    const found = await findTags(image, inputs, context);
    return { image, ...found, detailed: inputs.details };
}
async function findTags(image, inputs, context) {
    const { sort, details } = inputs;
    const registry = await (0,inputs_registry/* connectWith */.v7)(image.registry, inputs, context);
    if (!details && sort !== 'pushed') {
        const listed = await (0,read/* listNames */.Zv)(registry.repository(image), context);
        const matching = (0,selection/* selected */.wH)(listed, inputs);
        return { tags: first(inOrder(matching, sort), inputs), ...countsOf(listed, matching) };
    }
    const { kind, oci, driver } = await registry.open(image);
    const lists = driver.list === undefined ? [] : (kind.capabilities.lists ?? []);
    const listed = driver.list === undefined ? await (0,read/* listNames */.Zv)(oci, context) : await (0,read/* listWithDetails */.HD)(driver.list, context);
    const matching = (0,selection/* selected */.wH)(listed, inputs);
    const counts = countsOf(listed, matching);
    if (sort === 'pushed' && !lists.includes('pushed')) {
        const dated = await (0,read/* readDetails */.LF)(matching, oci, details ? 'all' : 'first', context);
        context.log.warn(`${image.registry.host} does not report when tags were pushed: they are sorted by the creation date, which was read from each of ${matching.length}.`);
        return { tags: first(inOrder(dated, sort), inputs), ...counts };
    }
    const chosen = first(inOrder(matching, sort), inputs);
    const isListed = !details || lists.includes('platforms');
    return { tags: isListed ? chosen : await (0,read/* readDetails */.LF)(chosen, oci, 'all', context), ...counts };
}
function countsOf(listed, matching) {
    return { total: listed.length, matching: matching.length };
}
function first(tags, { limit }) {
    return limit === undefined ? tags : tags.slice(0, limit);
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

/***/ 5213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GR: () => (/* binding */ maturityLadder),
/* harmony export */   SS: () => (/* binding */ compareNumbered),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   bb: () => (/* binding */ compareTags),
/* harmony export */   dU: () => (/* binding */ compareWords),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   r7: () => (/* binding */ compareCounters)
/* harmony export */ });
const maturityLadder = ['dev', 'alpha', 'milestone', 'beta', 'rc'];
const classes = ['normal', 'year', 'date', 'long'];
function compareVersions(one, other) {
    return (compareNumbered(one, other) ||
        compareLists(one.qualifiers, other.qualifiers, compareQualifiers) ||
        compareLists(one.counters, other.counters, compareCounters));
}
function compareNumbered(one, other) {
    return (compareLists(one.release, other.release, compareNumbers) ||
        compareLists(one.revision, other.revision, compareNumbers));
}
function compareTags(one, other) {
    if (one.kind === 'version' && other.kind === 'version') {
        return (compareWords(one.prefix, other.prefix) ||
            classes.indexOf(one.class) - classes.indexOf(other.class) ||
            compareVersions(other, one) ||
            compareWords(one.flavour, other.flavour) ||
            one.text.length - other.text.length ||
            compareText(one.text, other.text));
    }
    if (one.kind === 'version')
        return -1;
    return other.kind === 'version' ? 1 : compareText(one.text, other.text);
}
function compareLists(one, other, compare) {
    const length = Math.max(one.length, other.length);
    for (let index = 0; index < length; index++) {
        const difference = compare(one[index], other[index]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function compareNumbers(one = 0n, other = 0n) {
    return Number(one > other) - Number(one < other);
}
function compareCounts(one = -1n, other = -1n) {
    return compareNumbers(one, other);
}
function compareQualifiers(one, other) {
    const difference = standing(one) - standing(other);
    if (difference !== 0 || one === undefined || other === undefined)
        return difference;
    return (maturityLadder.indexOf(one.word) - maturityLadder.indexOf(other.word) ||
        compareText(one.word, other.word) ||
        compareLists(one.numbers, other.numbers, compareCounts));
}
function standing(qualifier) {
    if (qualifier === undefined)
        return 0;
    return qualifier.kind === 'pre' ? -1 : 1;
}
function compareCounters(one, other) {
    if (one === undefined || other === undefined)
        return Number(one !== undefined) - Number(other !== undefined);
    return compareText(one.shape, other.shape) || compareLists(one.numbers, other.numbers, compareCounts);
}
function compareWords(one, other) {
    if (one === other)
        return 0;
    const parts = (text) => text.split(/(\d+)/);
    return compareLists(parts(one), parts(other), (mine = '', theirs = '') => {
        const numbers = /^\d/.test(mine) && /^\d/.test(theirs);
        return numbers ? compareNumbers(BigInt(theirs), BigInt(mine)) : compareText(mine, theirs);
    });
}
function compareText(one, other) {
    return Number(one > other) - Number(one < other);
}


/***/ }),

/***/ 5649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ parseTag),
  r: () => (/* binding */ parseTags)
});

;// CONCATENATED MODULE: ./build/src/images/version-suffix.js
const qualifierWords = new Map([
    ...['alpha', 'beta', 'rc', 'milestone', 'dev', 'snapshot', 'nightly', 'canary', 'unstable', 'edge', 'next', 'pre']
        .concat(['preview', 'ea', 'experimental'])
        .map((word) => [word, { kind: 'pre', word }]),
    ['a', { kind: 'pre', word: 'alpha' }],
    ['b', { kind: 'pre', word: 'beta' }],
    ['cr', { kind: 'pre', word: 'rc' }],
    ['m', { kind: 'pre', word: 'milestone' }],
    ...['patch', 'hotfix', 'security', 'post'].map((word) => [word, { kind: 'post', word }]),
]);
const attachedWords = `(?:${[...qualifierWords.keys(), 'u', 'p', 'r'].join('|')})\\d*(?![a-zA-Z0-9])`;
const qualifier = /^[-_.]*([a-zA-Z]+)(?:(?!-\d+-g[0-9a-f]{7,40}(?![a-zA-Z0-9]))[-_.]?(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9]))?(?![a-zA-Z0-9])/;
const described = /^-(\d+)-g[0-9a-f]{7,40}(?![a-zA-Z0-9])/;
const dated = /^([-_.]+)((?:19|20)\d\d([-_]?)(?:0[1-9]|1[0-2])\3(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])[-_]?[0-5]\d(?:[-_]?[0-5]\d)?Z?|(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)((?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
const clock = /^T(?:[01]\d|2[0-3])([-_.]?)[0-5]\d(?:\1[0-5]\d(?:\.\d+)?)?Z?(?![a-zA-Z0-9])/;
const update = /^u(\d+)(?:-b(\d+))?(?![a-zA-Z0-9])/;
const named = /^([-_.]+(?:r|ls|kb|master-|[a-z]+\.))(\d+)(?!\.\d|[a-zA-Z0-9])/i;
const bare = /^([-_]+)(\d+(?:\.\d+)?)(?!\.\d|[a-zA-Z0-9])/;
const threeNumbers = /\d\.\d+\.\d/;
const second = /^([-_.]+[a-zA-Z]*|[a-zA-Z]+)(\d+(?:\.\d+){2,})(?!\.?\d)/;
const platform = /^[-_.]*(?:alpine|debian|ubuntu|centos|rhel|ubi|fedora|rocky|rockylinux|almalinux|amazonlinux|oraclelinux|opensuse|leap|sles|photon|nanoserver|windowsservercore|servercore|windows)[-_.]?\d+(?:\.\d+){2,}(?!\.?\d)/i;
const flavourPiece = /^[-_.]*[^-_.]*/;
function readSuffix(text, before) {
    const qualifiers = [];
    const counters = [];
    let flavour = '';
    const hasVersion = threeNumbers.test(text);
    let rest = text;
    while (rest !== '') {
        const directly = flavour === '';
        const level = directly && qualifiers.length === 0 ? before + counters.length : 3;
        const found = readQualifier(rest) ??
            readCounter(rest, rest === text, directly, Math.min(level, 3)) ??
            (hasVersion ? readVersion(rest) : undefined);
        if (found === undefined) {
            const [piece = rest] = (hasVersion ? platform.exec(rest) : null) ?? flavourPiece.exec(rest) ?? [];
            flavour += piece;
            rest = rest.slice(piece.length);
        }
        else {
            if ('shape' in found.part)
                counters.push(found.part);
            else
                qualifiers.push(found.part);
            rest = rest.slice(found.length);
        }
    }
    return { qualifiers, counters, flavour };
}
function readQualifier(text) {
    const match = qualifier.exec(text);
    const known = qualifierWords.get(match?.[1]?.toLowerCase() ?? '');
    if (match === null || known === undefined)
        return undefined;
    return { part: { ...known, numbers: match[2] === undefined ? [] : toNumbers(match[2]) }, length: match[0].length };
}
function readCounter(text, first, directly, level) {
    const commits = described.exec(text);
    if (commits !== null)
        return found(commits[0], '-N-g', toNumbers(commits[1]));
    const date = dated.exec(text);
    if (date !== null) {
        const [whole, mark = '', moment = '', , more = ''] = date;
        return found(whole, `${mark}${lettersOf(moment)}`, toNumbers(`${moment.replace(/\D/g, '')}${more}`));
    }
    const java = first ? update.exec(text) : null;
    if (java !== null)
        return found(java[0], java[0].replace(/\d+/g, 'N'), numbersIn(java[0]), 2);
    const time = first ? clock.exec(text) : null;
    if (time !== null)
        return found(time[0], time[0].replace(/\d/g, 'N'), numbersIn(time[0]));
    const build = named.exec(text);
    if (build !== null)
        return found(build[0], `${build[1]}N`, toNumbers(build[2]));
    const number = directly ? bare.exec(text) : null;
    if (number === null)
        return undefined;
    const numbers = toNumbers(number[2]);
    return level < 3 && isPair(numbers)
        ? found(number[0], `${number[1]}N.N`, numbers, 0)
        : found(number[0], `${number[1]}N`, numbers, level);
}
function readVersion(text) {
    const version = platform.test(text) ? null : second.exec(text);
    return version === null ? undefined : found(version[0], `${version[1]}N.N.N`, toNumbers(version[2]), 0);
}
function found(whole, shape, numbers, level = 3) {
    return { part: { shape, numbers, level }, length: whole.length };
}
function isPair(numbers) {
    return numbers.length === 2 && numbers.every((number) => number < 1000n);
}
function lettersOf(moment) {
    const letters = [...'YYYYMMDDhhmmss'];
    return moment.replace(/\d/g, () => letters.shift() ?? '');
}
function numbersIn(text) {
    return (text.match(/\d+/g) ?? []).map(BigInt);
}
function toNumbers(dotted = '0') {
    return dotted.split('.').map(BigInt);
}

;// CONCATENATED MODULE: ./build/src/images/version.js

const referrerTag = /^sha(?:256|512)-[0-9a-f]{64}(?:\..+)?$|\.(?:sig|att|sbom)$/;
const calendarDay = String.raw `(?:19|20)\d\d([-_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)`;
const bareLead = /^()(v?)(?=\d+(?:[-_.]|$))/i;
const dayLead = new RegExp(`^((?:[a-zA-Z][a-zA-Z0-9]*[-_.]+)+)(?=${calendarDay.replace('\\1', '\\2')})`);
const lead = new RegExp(`^((?:(?:x86_64|(?!x86_64|v\\d)[a-z][a-z0-9.]*|\\d+(?!${attachedWords})[a-z][a-z0-9]*)[-_]+)*)(v?)(?=\\d)`, 'i');
const wordNumber = new RegExp(`^\\d+(?!${attachedWords}|T\\d)[a-z]`, 'i');
const splitNumber = /(?<!\d)(?:19|20)\d\d(?:[-_](?:0[1-9]|1[0-2])(?!\d|\.\d)|([-_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d))|\d+(?:\.\d+){2,}/;
const day = /^((?:19|20)\d\d)([-_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])((?:\.\d+)*)(?!\d)/;
const dotted = /^\d+(?:\.\d+)*/;
const shortestCommit = 7;
const commit = /^(?=.*[a-f])(?=.*\d)g?[0-9a-f]{7,64}$/;
const commitMark = /(?:^|[-_])(?:sha|git)[-_]$/;
function parseTag(text) {
    return parseWith(text, { numbersOf: readNumbers, suffixOf: readSuffix });
}
function parseTags(texts) {
    const suffixes = [1, 2, 3].map((before) => remembered((ending) => readSuffix(ending, before)));
    const readers = {
        numbersOf: remembered(readNumbers),
        suffixOf: (ending, before) => suffixes[before - 1]?.(ending) ?? readSuffix(ending, before),
    };
    return texts.map((text) => parseWith(text, readers));
}
function remembered(read) {
    const known = new Map();
    return (text) => {
        const value = known.get(text) ?? read(text);
        known.set(text, value);
        return value;
    };
}
function parseWith(text, { numbersOf, suffixOf }) {
    if (referrerTag.test(text))
        return { kind: 'referrer', text };
    const start = bareLead.exec(text) ?? readLead(text);
    if (start === null)
        return { kind: 'unversioned', text };
    const [whole, prefix = '', v] = start;
    const following = text.slice(whole.length);
    const [numbers = ''] = day.exec(following) ?? dotted.exec(following) ?? [];
    const { class: kind, release, revision } = numbersOf(numbers);
    const { qualifiers, counters, flavour } = suffixOf(following.slice(numbers.length), release.length);
    return {
        kind: 'version',
        text,
        prefix,
        v: v === 'v' || v === 'V' ? v : '',
        class: kind,
        release,
        revision,
        qualifiers,
        counters,
        flavour,
    };
}
function readLead(text) {
    const start = dayLead.exec(text) ?? lead.exec(text);
    if (start === null)
        return null;
    const [whole, prefix = ''] = start;
    const isNone = namesCommit(prefix, text.slice(prefix.length)) ||
        wordNumber.test(text.slice(whole.length)) ||
        splitsNumber(text, prefix);
    return isNone ? null : start;
}
function splitsNumber(text, prefix) {
    return prefix !== '' && (splitNumber.exec(text)?.index ?? text.length) < prefix.length;
}
function namesCommit(prefix, following) {
    const end = following.search(/[-_.]/);
    const word = end < 0 ? following : following.slice(0, end);
    if (prefix === '')
        return isCommit(word);
    if (commitMark.test(prefix) && /^\d{7,64}$/.test(word) && !day.test(word))
        return true;
    return isCommit(word) || prefix.split(/[-_]/).some(isCommit);
}
function isCommit(word) {
    return word.length >= shortestCommit && commit.test(word);
}
function readNumbers(text) {
    const [date, year, , month, dayOfMonth, more = ''] = day.exec(text) ?? [];
    const all = toNumbers(date === undefined ? text : `${year}.${month}.${dayOfMonth}${more}`);
    const kind = date === undefined ? classOf(all[0] ?? 0n) : 'date';
    return { class: kind, release: all.slice(0, 3), revision: all.slice(3) };
}
function classOf(first) {
    if (first < 1000n)
        return 'normal';
    return first < 10000n ? 'year' : 'long';
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
