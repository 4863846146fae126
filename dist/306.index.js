export const id = 306;
export const ids = [306];
export const modules = {

/***/ 1207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ eachComing),
/* harmony export */   p: () => (/* binding */ eachOf)
/* harmony export */ });
async function eachOf(items, atOnce, work) {
    const results = [];
    const waiting = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, item] of waiting) {
            if (failed)
                return;
            results[at] = await work(item).catch((fault) => {
                failed = true;
                throw fault;
            });
        }
    };
    await allEnded(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return results;
}
async function eachComing(coming, atOnce, work) {
    const waiting = coming[Symbol.asyncIterator]();
    let failed = false;
    const worker = async () => {
        for (let next = await waiting.next(); !next.done && !failed; next = await waiting.next()) {
            await work(next.value).catch((fault) => {
                failed = true;
                throw fault;
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

/***/ 1306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspect: () => (/* binding */ inspect)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(7825);
// EXTERNAL MODULE: ./build/src/registries/answers.js
var answers = __webpack_require__(2562);
// EXTERNAL MODULE: ./build/src/registries/inspection.js
var registries_inspection = __webpack_require__(5011);
// EXTERNAL MODULE: ./build/src/commands/each.js
var each = __webpack_require__(1207);
// EXTERNAL MODULE: ./build/src/commands/image-input.js
var image_input = __webpack_require__(6008);
// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
// EXTERNAL MODULE: ./build/src/commands/results-file.js
var results_file = __webpack_require__(6817);
;// CONCATENATED MODULE: ./build/src/commands/inspect/inputs.js



const inspectInputs = {
    image: (0,inputs/* list */.p_)({
        help: 'The image, or several, by tag or digest: `app:1.0` (in `namespace`), `acme/app@sha256:…`, `ghcr.io/acme/app:1.0`. Without either the tag is `latest`.',
        placeholder: 'IMAGE,…',
    }),
    ...(0,registry_inputs/* registryInputs */.P4)({ names: ['image'] }),
    platform: (0,inputs/* text */.Qq)({
        help: 'Show only this platform: `linux/arm64`. An image without it is an error.',
        placeholder: 'OS/ARCH',
    }),
    ...results_file/* resultsFileInput */.tW,
    timeout: (0,inputs/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '5m' }),
};

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/inspect/outcome.js


function factsOf({ inspection, platform }) {
    const { images } = inspection;
    const [only] = images;
    const { digest, mediaType } = (platform === undefined ? undefined : only)?.descriptor ?? inspection.descriptor;
    const times = images.flatMap(({ created }) => (created === undefined ? [] : [created.getTime()]));
    return {
        digest,
        mediaType,
        size: (0,registries_inspection/* sizeOf */.$d)(images),
        created: times.length === 0 ? undefined : new Date(Math.max(...times)),
        platforms: [...new Set(images.map(platformOf))].filter((text) => text !== ''),
        labels: sharedLabels(images),
    };
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
    const head = ['Image', 'Platform', 'Digest', 'Size', 'Layers', 'Created'].map(markdown/* plain */.pj);
    const inspected = outcomes.filter((outcome) => outcome.kind === 'inspected');
    const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(failures.length === 0 ? 'none' : 'bad', headline), (0,markdown/* table */.tp)([head, ...outcomes.flatMap(rowsOf)]), (0,failure/* failureList */.J_)(failures), ...inspected.flatMap((one) => [labelsOf(one, outcomes.length > 1), layersOf(one, outcomes.length > 1)]));
}
function rowsOf(outcome) {
    const name = (0,markdown/* code */.aY)((0,images_name/* formatImage */.vy)(outcome.image));
    const none = (0,markdown/* plain */.pj)('');
    if (outcome.kind === 'failed')
        return [[name, (0,markdown/* plain */.pj)('❌ error'), none, none, none, none]];
    const { images } = outcome.inspection;
    const { digest, size, created } = factsOf(outcome);
    const time = (date) => (0,markdown/* plain */.pj)(date === undefined ? '' : (0,quantities/* formatTime */.fU)(date));
    const rows = images.map((image) => [
        images.length > 1 ? none : name,
        (0,markdown/* plain */.pj)(platformOf(image) || image.artifactType || 'artifact'),
        (0,markdown/* code */.aY)(image.descriptor.digest.slice(0, 19)),
        (0,markdown/* plain */.pj)((0,quantities/* formatBytes */.z3)((0,registries_inspection/* sizeOf */.$d)([image]))),
        (0,markdown/* plain */.pj)(String(image.layers.length)),
        time(image.created),
    ]);
    if (images.length === 1)
        return rows;
    const whole = [name, (0,markdown/* plain */.pj)((0,quantities/* countOf */.pq)(images.length, 'platform')), (0,markdown/* code */.aY)(digest.slice(0, 19)), (0,markdown/* plain */.pj)((0,quantities/* formatBytes */.z3)(size))];
    return [[...whole, none, time(created)], ...rows];
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
    const title = `Labels and digest${several ? ` of ${(0,images_name/* formatImage */.vy)(outcome.image)}` : ''}`;
    return (0,markdown/* folded */.TM)(title, (0,markdown/* table */.tp)([['Label', 'Value', 'Of'].map(markdown/* plain */.pj), row('digest', factsOf(outcome).digest, ''), ...rows]));
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
        (0,markdown/* plain */.pj)((0,quantities/* formatBytes */.z3)(layer.size ?? 0)),
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
    const { digest, platforms, size, created } = factsOf(outcome);
    const cells = [digest.slice(0, 19), platforms.join(', '), (0,quantities/* formatBytes */.z3)(size), created ? (0,quantities/* formatTime */.fU)(created) : ''];
    return [{ text }, ...cells.map((cell) => ({ text: cell }))];
}
function fieldsOf(outcome) {
    const { images, attestations, annotations } = outcome.inspection;
    const { digest, mediaType, size, created, labels } = factsOf(outcome);
    const several = images.length > 1;
    return [
        ['image', (0,images_name/* formatImage */.vy)(outcome.image)],
        ['digest', digest],
        ['media type', mediaType],
        ['size', (0,quantities/* formatBytes */.z3)(size)],
        ['created', created ? (0,quantities/* formatTime */.fU)(created) : ''],
        ...Object.entries(annotations).map(([name, value]) => ['annotation', `${name}=${value}`]),
        ...Object.entries(labels).map(([name, value]) => ['label', `${name}=${value}`]),
        ...images.flatMap((image) => [
            [platformOf(image) || 'artifact', `${image.descriptor.digest}  ${(0,quantities/* formatBytes */.z3)((0,registries_inspection/* sizeOf */.$d)([image]))}`],
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
        images: inspection.images.map(imageOf),
        attestations: inspection.attestations.map(({ digest, annotations }) => ({
            digest,
            of: annotations?.['vnd.docker.reference.digest'],
        })),
    };
}
function pinnedOf(one) {
    const { registry, path } = one.image;
    return (0,images_name/* formatImage */.vy)({ registry, path, digest: factsOf(one).digest });
}
function imageOf(image) {
    const { descriptor, created, labels, annotations, artifactType, config, layers } = image;
    return {
        platform: platformOf(image),
        digest: descriptor.digest,
        mediaType: descriptor.mediaType,
        artifactType,
        size: (0,registries_inspection/* sizeOf */.$d)([image]),
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
    const { platforms, size } = factsOf(only);
    const shown = platforms.length === 0 ? '' : `${platforms.join(', ')}; `;
    return `${(0,images_name/* formatImage */.vy)(only.image)}: ${shown}${(0,quantities/* formatBytes */.z3)(size)}`;
}

;// CONCATENATED MODULE: ./build/src/commands/inspect.js










const atOnce = 4;
const inspect = {
    name: 'inspect',
    summary: 'Show the contents of an image without pulling it: digest, platforms, sizes, creation date, labels, layers.',
    inputs: inspectInputs,
    positional: ['image'],
    examples: ['acme/app:1.0 --platform linux/arm64'],
    names: { help: 'the images by digest' },
    outputs: {
        digest: 'The digest of the index or image; with `platform` that of its image. Like the following, only of a single `image`.',
        'media-type': 'The media type of that manifest.',
        size: 'The bytes to transfer, compressed: config and layers, of several platforms each blob once.',
        created: 'When it was created (RFC 3339), by the config; of several platforms the latest.',
        platforms: 'The platforms, between commas.',
        labels: 'A JSON object of the labels; of several platforms those on which all agree.',
        results: 'A JSON array with one object for each `image`, in order: `image`, `digest`, `mediaType`, `size`, `created`, `platforms`, `labels`, `annotations`, `images` (for each platform the same, and its `layers`), `attestations`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runInspect,
    report: reportInspect,
};
async function runInspect(inputs, context) {
    if (inputs.image.length === 0)
        throw (0,errors/* usageFailure */.II)('image is needed: the image to inspect, or several', 'For example acme/app:1.0.');
    const images = inputs.image.map((given) => (0,image_input/* withTag */.Rd)((0,image_input/* readImage */.AM)(given, inputs, context.workflow)));
    const platform = inputs.platform === undefined ? undefined : (0,images_platform/* parsePlatform */.Y8)(inputs.platform);
    const connect = (0,registry_inputs/* createConnections */.Ew)(inputs, context);
    const outcomes = await (0,each/* eachOf */.p)(images, atOnce, async (image) => {
        try {
            return await inspectOne(image, platform, (await connect(image.registry)).registry.repository(image));
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            return { kind: 'failed', image, failure: (0,errors/* failureOfImage */.hk)(thrown, (0,images_name/* formatImage */.vy)(image), image.tag) };
        }
    });
    return { outcomes };
}
async function inspectOne(image, platform, repository) {
    const manifest = await repository.manifest(image.digest ?? image.tag ?? '');
    if (manifest === undefined)
        throw missing(image);
    if (manifest.content.kind === 'former')
        throw (0,answers/* formerFailure */.iF)((0,images_name/* formatImage */.vy)(image), manifest.descriptor);
    const inspection = await (0,registries_inspection/* inspectManifest */.m3)(repository, manifest, platform ?? 'all');
    if (platform === undefined || inspection.images.length > 0) {
        return { kind: 'inspected', image, inspection, platform };
    }
    throw new errors/* Failure */.HR('not-found', {
        asked: `${(0,images_platform/* formatPlatform */.Bq)(platform)} of ${(0,images_name/* formatImage */.vy)(image)}`,
        answered: 'the image has no such platform',
        advice: 'Leave platform empty to see which there are.',
    });
}
function missing(image) {
    return new errors/* Failure */.HR('not-found', {
        asked: (0,images_name/* formatImage */.vy)(image),
        answered: 'the registry has no such image (404)',
        advice: `Check the name and the ${image.digest === undefined ? 'tag' : 'digest'}; the command tags lists what there is.`,
    });
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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

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
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} is not a platform`, 'Write os/architecture or os/architecture/variant: linux/amd64, linux/arm64, linux/arm/v7.');
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

/***/ 3791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ mustReadConfig),
/* harmony export */   u: () => (/* binding */ findConfig)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

async function findConfig(repository, config) {
    try {
        return await repository.smallBlob(config);
    }
    catch (thrown) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown).kind !== 'not-found')
            throw thrown;
        return undefined;
    }
}
async function mustReadConfig(repository, { descriptor }, config) {
    const bytes = await findConfig(repository, config);
    if (bytes !== undefined)
        return bytes;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked: `the manifest ${descriptor.digest}`,
        answered: `its config ${config.digest} is lost: the registry answers 404`,
        permanent: true,
        advice: 'The image is damaged: build and push it again.',
    });
}


/***/ }),

/***/ 5011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   _m: () => (/* binding */ isImageConfig),
/* harmony export */   m3: () => (/* binding */ inspectManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_date_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8398);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7825);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(101);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2562);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3791);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3572);







const configTypes = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
async function inspectManifest(repository, manifest, wanted) {
    const attestations = [];
    const images = await imagesOf(repository, manifest, wanted, attestations, 1);
    const asked = typeof wanted === 'string' ? images : images.filter((image) => isFor(image.platform, wanted));
    return { descriptor: manifest.descriptor, annotations: manifest.annotations, images: asked, attestations };
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
    return platform !== undefined && (0,_images_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .samePlatform */ .my)(platform, wanted);
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
        artifactType: manifest.artifactType,
        config,
        layers,
    };
}
function isImageConfig({ mediaType }) {
    return configTypes.test(mediaType);
}
function createdOf({ annotations }, config) {
    const created = config === undefined ? undefined : (0,_images_date_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOf */ .n)(read(config).created);
    return (0,_images_date_js__WEBPACK_IMPORTED_MODULE_1__/* .plausibleDate */ .e)(created) ?? (0,_images_date_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOf */ .n)(annotations['org.opencontainers.image.created']) ?? created;
}
function sizeOf(images) {
    const blobs = new Map(images.flatMap(({ config, layers }) => [config, ...layers]).map((one) => [one.digest, one]));
    return [...blobs.values()].reduce((sum, { size = 0 }) => sum + size, 0);
}
function read(bytes) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .q)(bytes);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) ? value : {};
}
function unreadable({ digest }, answered) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked: `the manifest ${digest}`,
        answered,
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
