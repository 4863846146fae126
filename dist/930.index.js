export const id = 930;
export const ids = [930];
export const modules = {

/***/ 1930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspect: () => (/* binding */ inspect)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(7825);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var oci_inspection = __webpack_require__(6081);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/files/results-file.js
var results_file = __webpack_require__(9885);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/inspect/inputs.js



const inspectInputs = {
    image: (0,types/* list */.p_)({
        help: 'Set one or more images, by tag or digest: `app:1.0` (in `namespace`), `acme/app@sha256:…`, `registry.example.com/acme/app:1.0`. The default tag is `latest`.',
        placeholder: 'IMAGE,…',
    }),
    ...(0,registry/* registryInputs */.P4)({ names: ['image'] }),
    platform: (0,types/* text */.Qq)({
        help: 'Show only this platform: `linux/arm64`. An image without it is an error.',
        placeholder: 'OS/ARCH',
    }),
    ...results_file/* resultsFileInput */.tW,
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '5m' }),
};

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/inspect/outcome.js



function factsOf({ inspection, platform }) {
    const { images, created } = inspection;
    const [only] = images;
    const shown = platform === undefined ? undefined : only;
    const { digest, mediaType } = (shown ?? inspection).descriptor;
    return {
        digest,
        mediaType,
        artifactType: (shown ?? inspection).artifactType,
        size: (0,oci_inspection/* sizeOf */.$d)(images),
        created,
        platforms: [...new Set(images.map(platformOf))].filter((text) => text !== ''),
        labels: sharedLabels(images),
    };
}
function kindOf({ platforms, artifactType = '' }) {
    return platforms.join(', ') || artifactType;
}
function pinnedOf(one) {
    const { registry, path } = one.image;
    return (0,images_name/* formatImage */.vy)({ registry, path, digest: factsOf(one).digest });
}
function otherTagsOf({ image, tags = [] }) {
    const others = tags.filter((tag) => tag !== image.tag);
    return others.length === 0 ? undefined : others.join(', ');
}
function platformOf({ platform }) {
    return platform === undefined ? '' : (0,images_platform/* formatPlatform */.Bq)(platform);
}
function sharedLabels(images) {
    const [first, ...others] = images;
    const shared = Object.entries(first?.labels ?? {}).filter(([name, value]) => others.every(({ labels }) => labels[name] === value));
    return Object.fromEntries(shared);
}

// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/inspect/summary.js






const longestValue = 500;
function summaryOf(outcomes, headline) {
    const several = outcomes.length > 1;
    const columns = ['Image', 'Platform', 'Digest', 'Size', 'Layers', 'Created'].slice(several ? 0 : 1);
    const rows = outcomes.flatMap(rowsOf).map((cells) => cells.slice(several ? 0 : 1));
    const inspected = outcomes.filter((outcome) => outcome.kind === 'inspected');
    const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(failures.length === 0 ? 'none' : 'bad', headline), (0,markdown/* codeBlock */.DV)(inspected.map(pinnedOf)), several || inspected.length > 0 ? (0,markdown/* table */.tp)([columns.map(markdown/* plain */.pj), ...rows]) : undefined, (0,failure/* failureList */.J_)(failures), ...inspected.map((one) => tagsOf(one, several)), ...inspected.flatMap((one) => [labelsOf(one, several), layersOf(one, several)]));
}
function rowsOf(outcome) {
    const name = (0,markdown/* code */.aY)((0,images_name/* formatImage */.vy)(outcome.image));
    const none = (0,markdown/* plain */.pj)('');
    if (outcome.kind === 'failed')
        return [[name, (0,markdown/* plain */.pj)('❌ error'), none, none, none, none]];
    const { images } = outcome.inspection;
    const { digest, size, created } = factsOf(outcome);
    const time = (date) => (0,markdown/* unbroken */.D_)(date === undefined ? '' : (0,quantities/* formatTime */.fU)(date));
    const rows = images.map((image) => [
        name,
        (0,markdown/* plain */.pj)(platformOf(image) || image.artifactType || 'artifact'),
        (0,markdown/* code */.aY)(image.descriptor.digest.slice(0, 19)),
        (0,markdown/* unbroken */.D_)((0,quantities/* formatBytes */.z3)((0,oci_inspection/* sizeOf */.$d)([image]))),
        (0,markdown/* plain */.pj)(String(image.layers.length)),
        time(image.created),
    ]);
    if (images.length === 1)
        return rows;
    const whole = [(0,markdown/* plain */.pj)((0,quantities/* countOf */.pq)(images.length, 'platform')), (0,markdown/* code */.aY)(digest.slice(0, 19)), (0,markdown/* unbroken */.D_)((0,quantities/* formatBytes */.z3)(size))];
    return [[name, ...whole, none, time(created)], ...rows];
}
function tagsOf(outcome, several) {
    const tags = otherTagsOf(outcome);
    if (tags === undefined)
        return undefined;
    return (0,markdown/* markdown */.wD) `Other tags${several ? (0,markdown/* plain */.pj)(` of ${(0,images_name/* formatImage */.vy)(outcome.image)}`) : (0,markdown/* plain */.pj)('')}: ${(0,markdown/* plain */.pj)(tags)}`;
}
function labelsOf(outcome, several) {
    const { annotations, images } = outcome.inspection;
    const { labels } = factsOf(outcome);
    const own = images.flatMap((image) => Object.entries(image.labels)
        .filter(([name]) => !Object.hasOwn(labels, name))
        .map(([name, value]) => row(name, value, platformOf(image))));
    const rows = [
        ...Object.entries(annotations).map(([name, value]) => row(name, value, 'annotation')),
        ...Object.entries(labels).map(([name, value]) => row(name, value, images.length > 1 ? 'all platforms' : '')),
        ...own,
    ];
    if (rows.length === 0)
        return undefined;
    const title = `Labels${several ? ` of ${(0,images_name/* formatImage */.vy)(outcome.image)}` : ''}`;
    return (0,markdown/* folded */.TM)(title, (0,markdown/* table */.tp)([['Label', 'Value', 'Of'].map(markdown/* plain */.pj), ...rows]));
}
function row(name, value, of) {
    const shown = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
    return [(0,markdown/* code */.aY)(name), (0,markdown/* code */.aY)(shown), (0,markdown/* plain */.pj)(of)];
}
function layersOf(outcome, several) {
    const rows = outcome.inspection.images.flatMap((image) => image.layers.map((layer, at) => [
        (0,markdown/* plain */.pj)(platformOf(image)),
        (0,markdown/* plain */.pj)(String(at + 1)),
        (0,markdown/* code */.aY)(layer.digest.slice(0, 19)),
        (0,markdown/* unbroken */.D_)((0,quantities/* formatBytes */.z3)(layer.size ?? 0)),
        (0,markdown/* code */.aY)(layer.mediaType),
    ]));
    if (rows.length === 0)
        return undefined;
    const title = `Layers${several ? ` of ${(0,images_name/* formatImage */.vy)(outcome.image)}` : ''}`;
    return (0,markdown/* folded */.TM)(title, (0,markdown/* table */.tp)([['Platform', 'Layer', 'Digest', 'Size', 'Media type'].map(markdown/* plain */.pj), ...rows]));
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/table.js




function tableOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length === 1 && only?.kind === 'inspected') {
        return { columns: ['field', 'value'], rows: fieldsOf(only).map(([name, text]) => [{ text: name }, { text }]) };
    }
    return { columns: ['image', 'digest', 'platforms', 'size', 'created'], rows: outcomes.map(rowOf) };
}
function rowOf(outcome) {
    const text = (0,images_name/* formatImage */.vy)(outcome.image);
    if (outcome.kind === 'failed')
        return [{ text, tone: 'bad' }, ...['failed', '', '', ''].map((rest) => ({ text: rest }))];
    const facts = factsOf(outcome);
    const { digest, size, created } = facts;
    const cells = [digest.slice(0, 19), kindOf(facts), (0,quantities/* formatBytes */.z3)(size), created ? (0,quantities/* formatTime */.fU)(created) : ''];
    return [{ text }, ...cells.map((cell) => ({ text: cell }))];
}
function fieldsOf(outcome) {
    const { images, attestations, annotations } = outcome.inspection;
    const { digest, mediaType, artifactType, size, created, labels } = factsOf(outcome);
    const several = images.length > 1;
    const otherTags = otherTagsOf(outcome);
    return [
        ['image', (0,images_name/* formatImage */.vy)(outcome.image)],
        ['digest', digest],
        ...(otherTags === undefined ? [] : [['other tags', otherTags]]),
        ['media type', mediaType],
        ...(artifactType === undefined ? [] : [['artifact type', artifactType]]),
        ['size', (0,quantities/* formatBytes */.z3)(size)],
        ['created', created ? (0,quantities/* formatTime */.fU)(created) : ''],
        ...Object.entries(annotations).map(([name, value]) => ['annotation', `${name}=${value}`]),
        ...Object.entries(labels).map(([name, value]) => ['label', `${name}=${value}`]),
        ...images.flatMap((image) => [
            [platformOf(image) || 'artifact', `${image.descriptor.digest}  ${(0,quantities/* formatBytes */.z3)((0,oci_inspection/* sizeOf */.$d)([image]))}`],
            ...(several && image.artifactType !== undefined ? [['  artifact type', image.artifactType]] : []),
            ...(several ? ownLabels(image.labels, labels) : []),
            ...image.layers.map((layer) => ['  layer', `${layer.digest}  ${(0,quantities/* formatBytes */.z3)(layer.size ?? 0)}`]),
        ]),
        ...attestations.map((one) => ['attestation', one.digest]),
    ];
}
function ownLabels(own, shared) {
    return Object.entries(own)
        .filter(([name]) => !Object.hasOwn(shared, name))
        .map(([name, value]) => ['  label', `${name}=${value}`]);
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/report.js







function reportInspect({ outcomes }) {
    const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
    const results = outcomes.map(resultOf);
    const headline = headlineOf(outcomes);
    return {
        outputs: { ...singleOutputs(outcomes), results: JSON.stringify(results) },
        json: results.length === 1 ? results[0] : { results },
        summary: summaryOf(outcomes, headline),
        table: tableOf(outcomes),
        names: outcomes.flatMap((one) => (one.kind === 'inspected' ? [pinnedOf(one)] : [])),
        headline,
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function singleOutputs(outcomes) {
    const [only] = outcomes;
    if (outcomes.length !== 1 || only?.kind !== 'inspected')
        return {};
    const { digest, mediaType, size, created, platforms, labels } = factsOf(only);
    return {
        digest,
        'media-type': mediaType,
        size: String(size),
        created: created?.toISOString() ?? '',
        platforms: platforms.join(','),
        labels: JSON.stringify(labels),
    };
}
function resultOf(outcome) {
    const image = (0,images_name/* formatImage */.vy)(outcome.image);
    if (outcome.kind === 'failed') {
        return { image, ...(0,failure/* failureObject */.OR)(outcome.failure) };
    }
    const { inspection } = outcome;
    return {
        image,
        ...factsOf(outcome),
        annotations: inspection.annotations,
        tags: outcome.tags,
        images: inspection.images.map(imageOf),
        attestations: inspection.attestations.map(({ digest, annotations }) => ({
            digest,
            of: annotations?.['vnd.docker.reference.digest'],
        })),
    };
}
function imageOf(image) {
    const { descriptor, created, labels, annotations, artifactType, config, layers } = image;
    return {
        platform: platformOf(image),
        digest: descriptor.digest,
        mediaType: descriptor.mediaType,
        artifactType,
        size: (0,oci_inspection/* sizeOf */.$d)([image]),
        created,
        labels,
        annotations,
        config: { digest: config.digest, mediaType: config.mediaType, size: config.size },
        layers: layers.map(({ digest, mediaType, size }) => ({ digest, mediaType, size })),
    };
}
function headlineOf(outcomes) {
    const inspected = outcomes.filter((outcome) => outcome.kind === 'inspected');
    const [only] = outcomes;
    if (outcomes.length > 1) {
        const failed = outcomes.length - inspected.length;
        const counts = `${inspected.length} of ${outcomes.length} images inspected`;
        return failed === 0 ? counts : `${counts}, ${(0,quantities/* countOf */.pq)(failed, 'error')}`;
    }
    if (only === undefined)
        return 'no image to inspect';
    if (only.kind === 'failed')
        return `${(0,images_name/* formatImage */.vy)(only.image)} could not be inspected`;
    const facts = factsOf(only);
    return `${(0,images_name/* formatImage */.vy)(only.image)}: ${[kindOf(facts), (0,quantities/* formatBytes */.z3)(facts.size)].filter(Boolean).join('; ')}`;
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/tags-on.js


const mostPages = 10;
function createTagsOn({ log, signal }) {
    const readers = new Map();
    return async (registry, name, digest) => {
        const key = (0,images_name/* formatRepository */.Sh)(name);
        const reader = readers.get(key) ?? registry.open(name).then(readerOf);
        readers.set(key, reader);
        try {
            const tags = await (await reader)(digest);
            return tags && [...new Set(tags)].filter(images_name/* isTag */.dz).sort();
        }
        catch (thrown) {
            if (signal.aborted)
                throw signal.reason;
            log.notice(`The tags on ${key}@${digest} are not known: ${(0,errors/* asFailure */.h_)(thrown).message}`);
            return undefined;
        }
    };
}
function readerOf({ kind, driver: { list, tagsOn } }) {
    if (list === undefined) {
        return async (digest) => (kind.capabilities.lists === undefined ? tagsOn?.(digest) : undefined);
    }
    let listed;
    return async (digest) => {
        listed ??= readPages(list(false));
        return (await listed)?.filter((one) => one.digest === digest).flatMap(({ tags }) => tags.map(({ name }) => name));
    };
}
async function readPages(pages) {
    const all = [];
    let count = 0;
    for await (const page of pages) {
        if (count === mostPages)
            return undefined;
        count += 1;
        all.push(...page);
    }
    return all;
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/index.js












const atOnce = 4;
const inspect = {
    name: 'inspect',
    summary: 'Show the contents of an image without pulling it: digest, platforms, sizes, creation date, labels, layers.',
    inputs: inspectInputs,
    positional: ['image'],
    examples: ['acme/app:1.0 --platform linux/arm64'],
    names: { help: 'the images by digest' },
    outputs: {
        digest: 'The digest of the index or manifest. With `platform`, the digest of that platform’s manifest. This output and those below up to `labels` are set only for a single image.',
        'media-type': 'The media type of the index or manifest.',
        size: 'The compressed size in bytes: configs and layers, each blob counted once.',
        created: 'The creation date from the config, else from the annotation (RFC 3339). For several platforms, the latest.',
        platforms: 'The platforms, separated by commas.',
        labels: 'A JSON object of the labels. For several platforms, the labels that are the same on all.',
        results: 'A JSON array with one object for each `image`, in order: `image`, `digest`, `mediaType`, `artifactType` (not of container images), `size`, `created`, `platforms`, `labels`, `annotations`, `tags` (on the same digest; on registries whose API reports them), `images` (for each platform the same, and its `layers`), `attestations`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runInspect,
    report: reportInspect,
};
async function runInspect(inputs, context) {
    if (inputs.image.length === 0)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} is needed: the image to inspect, or several`, 'For example acme/app:1.0.');
    const images = inputs.image.map((given) => (0,inputs_image/* withTag */.Rd)((0,inputs_image/* readImage */.AM)(given, inputs, context.workflow)));
    const platform = inputs.platform === undefined ? undefined : (0,images_platform/* parsePlatform */.Y8)(inputs.platform);
    const connect = (0,registry/* createConnections */.Ew)(inputs, context);
    await (0,registry/* refuseCredentials */.X7)(images.map(({ registry }) => registry), connect);
    const tagsOn = createTagsOn(context);
    const outcomes = await (0,concurrency/* mapConcurrent */._)(images, atOnce, async (image) => {
        try {
            return await inspectOne(image, platform, (await connect(image.registry)).registry, tagsOn);
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            return { kind: 'failed', image, failure: (0,errors/* failureOfImage */.hk)(thrown, (0,images_name/* formatImage */.vy)(image), image.tag) };
        }
    });
    return { outcomes };
}
async function inspectOne(image, platform, registry, tagsOn) {
    const repository = registry.repository(image);
    const manifest = await repository.manifest(image.digest ?? image.tag ?? '');
    if (manifest === undefined)
        throw missing(image);
    if (manifest.content.kind === 'former')
        throw (0,answers/* formerFailure */.iF)((0,images_name/* formatImage */.vy)(image), manifest.descriptor);
    const [inspection, tags] = await Promise.all([
        (0,oci_inspection/* inspectManifest */.m3)(repository, manifest, platform ?? 'all'),
        tagsOn(registry, image, manifest.descriptor.digest),
    ]);
    if (platform === undefined || inspection.images.length > 0) {
        return { kind: 'inspected', image, inspection, platform, tags };
    }
    throw new errors/* Failure */.HR('not-found', {
        operation: `${(0,images_platform/* formatPlatform */.Bq)(platform)} of ${(0,images_name/* formatImage */.vy)(image)}`,
        reason: 'the image has no such platform',
        advice: `Leave ${(0,input_names/* inputName */.yu)('platform')} empty to see which there are.`,
    });
}
function missing(image) {
    return new errors/* Failure */.HR('not-found', {
        operation: (0,images_name/* formatImage */.vy)(image),
        reason: 'the registry has no such image (404)',
        advice: `Check the name and the ${image.digest === undefined ? 'tag' : 'digest'}; the command tags lists what there is.`,
    });
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
