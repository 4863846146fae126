export const id = 909;
export const ids = [909];
export const modules = {

/***/ 6909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backup: () => (/* binding */ backup)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/registries/profiles.js
var profiles = __webpack_require__(6615);
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

// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
;// CONCATENATED MODULE: ./build/src/commands/backup/inputs.js


const backupInputs = {
    image: (0,inputs/* list */.p_)({
        help: 'The repository, or several, all in one registry: `app` (in `namespace`), `acme/app`, or with its registry `ghcr.io/acme/app`. Left empty: all that are in `namespace`.',
        placeholder: 'NAME,…',
    }),
    ...(0,registry_inputs/* registryInputs */.P4)({ names: ['image'] }),
    file: (0,inputs/* file */.NJ)({
        help: 'The file to write, from the working directory. One that exists is replaced, as a whole and at the very end.',
        fallback: 'image-gate-backup.json',
    }),
    timeout: (0,inputs/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '30m' }),
};

// EXTERNAL MODULE: ./build/src/commands/collect.js
var collect = __webpack_require__(34);
// EXTERNAL MODULE: ./build/src/commands/each.js
var each = __webpack_require__(1207);
// EXTERNAL MODULE: ./build/src/commands/hub-name.js
var hub_name = __webpack_require__(55);
// EXTERNAL MODULE: ./build/src/commands/tags/read.js
var read = __webpack_require__(4598);
;// CONCATENATED MODULE: ./build/src/commands/backup/read.js






const repositoriesAtOnce = 4;
const headsAtOnce = 8;
async function readHub(hub, scope, context) {
    const names = scope.kind === 'images' ? scope.images.map(hub_name/* hubNameOf */.U) : await listNamespace(hub, scope.namespace, context);
    return readAll(names, context, async ([namespace, name]) => {
        const details = await hub.repository(namespace, name);
        if (details === undefined)
            return missing(`${namespace}/${name}`, 'docker.io', scope, context);
        const listed = await (0,read/* listHubTags */.vn)(hub, [namespace, name], context);
        const tags = listed.map(({ name: tag, details: found }) => ({
            name: tag,
            digest: found?.digest,
            mediaType: found?.mediaType,
            size: found?.size,
            pushed: found?.pushed,
            platforms: found?.platforms ?? [],
        }));
        return { name: `${namespace}/${name}`, settings: details, tags };
    });
}
async function readRegistry(registry, name, scope, context) {
    const paths = scope.kind === 'images'
        ? scope.images.map(({ path }) => path)
        : await listCatalog(registry, scope.namespace, context);
    return readAll(paths, context, async (path) => {
        const repository = registry.repository({ registry: name, path });
        const listed = await (0,read/* listNames */.Zv)(repository, context).catch((fault) => {
            const gone = fault instanceof errors/* Failure */.HR && fault.kind === 'not-found';
            if (gone && scope.kind === 'namespace')
                return [];
            throw fault;
        });
        const tell = (0,collect/* nowAndThen */.$)(context);
        let done = 0;
        const tags = await (0,each/* eachOf */.p)(listed, headsAtOnce, async ({ name: tag }) => {
            const descriptor = await repository.head(tag);
            done += 1;
            tell(() => `${path}: ${done} of ${listed.length} tags`, { done, total: listed.length });
            if (descriptor !== undefined)
                return { name: tag, digest: descriptor.digest, mediaType: descriptor.mediaType };
            context.log.warn(`${path}:${tag} was listed, and is not there: it was left out.`);
            return undefined;
        });
        return { name: path, tags: tags.filter((tag) => tag !== undefined) };
    });
}
async function readAll(items, context, read) {
    const tell = (0,collect/* nowAndThen */.$)(context);
    let done = 0;
    const found = await (0,each/* eachOf */.p)(items, repositoriesAtOnce, async (item) => {
        const repository = await read(item);
        done += 1;
        tell(() => `${done} of ${items.length} repositories read`, { done, total: items.length });
        return repository;
    });
    return found.filter((repository) => repository !== undefined);
}
async function listNamespace(hub, namespace, context) {
    const listed = await (0,collect/* collect */.F)(hub.repositories(namespace), (count) => `${count} repositories so far`, context);
    if (listed.length === 0) {
        context.log.warn(`Docker Hub lists no repositories in ${namespace}: it says that of a namespace that does not exist, and of one where ` +
            'all are private and not for these credentials. The backup is empty.');
    }
    return listed.map(({ name }) => [namespace, name]);
}
async function listCatalog(registry, namespace, context) {
    const listed = await (0,collect/* collect */.F)(registry.repositories(), (count) => `${count} repositories so far`, context);
    const inside = listed.filter((path) => path.startsWith(`${namespace}/`));
    const legal = inside.filter(images_name/* isRepositoryPath */.og);
    const others = inside.length - legal.length;
    if (others > 0)
        context.log.warn(`The registry lists ${others} names that are no names of images: they were left out.`);
    if (legal.length === 0) {
        context.log.warn(`The registry lists ${listed.length} repositories, and none in ${namespace}. The backup is empty.`);
    }
    return legal;
}
function missing(path, host, { kind }, { log }) {
    const name = (0,images_name/* formatRepository */.Sh)({ registry: { host, plainHttp: false }, path });
    if (kind === 'images') {
        throw new errors/* Failure */.HR('not-found', {
            asked: `the repository ${name}`,
            answered: 'Docker Hub has none of that name that these credentials may see',
            advice: 'Check the name; for a private one give username and password (an access token with Read).',
        });
    }
    log.warn(`${name} was listed, and is not there: it was left out.`);
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

// EXTERNAL MODULE: ./build/src/commands/image-input.js
var image_input = __webpack_require__(6008);
// EXTERNAL MODULE: ./build/src/commands/output-file.js
var output_file = __webpack_require__(9918);
;// CONCATENATED MODULE: ./build/src/commands/backup.js











const backup = {
    name: 'backup',
    summary: 'Write repositories, their settings and their tags with digests and dates to one JSON file, to keep and compare.',
    inputs: backupInputs,
    positional: ['image'],
    examples: ['--namespace acme --file today.json'],
    outputs: { file: 'The file that was written.', count: 'How many repositories are in it.' },
    timeout: (inputs) => inputs.timeout,
    run: runBackup,
    report: reportBackup,
};
async function runBackup(inputs, context) {
    const { registry, scope } = planBackup(inputs, context);
    const file = inputs.file ?? '';
    await (0,output_file/* checkTarget */.e)(file);
    const created = context.now();
    const read = (0,profiles/* profileOf */.d)(registry).ownApi === 'docker-hub'
        ? await readHub(await (0,registry_inputs/* connectHub */.ay)(inputs, context), scope, context)
        : await readRegistry(await (0,registry_inputs/* connectWith */.v7)(registry, inputs, context), registry, scope, context);
    const repositories = [...read].sort((one, other) => (one.name < other.name ? -1 : 1));
    await (0,output_file/* writeTarget */.v)(file, formatBackup({ registry: registry.host, created, repositories }));
    return { file, registry: registry.host, created, repositories };
}
function planBackup(inputs, context) {
    const { image, namespace } = inputs;
    if (image.length === 0)
        return { registry: (0,images_name/* parseRegistry */.l5)(inputs.registry), scope: wholeNamespace(namespace) };
    const named = image.map((one) => (0,image_input/* readRepositoryName */.o2)(one, inputs, context.workflow));
    const images = [...new Map(named.map((one) => [one.path, one])).values()];
    const [first] = named;
    const other = named.find((one) => one.registry.host !== first?.registry.host);
    if (first === undefined || other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`image names repositories in ${first?.registry.host} and ${other?.registry.host}`, 'A backup is of one registry: use one step for each.');
    }
    checkHubNames(images);
    return { registry: first.registry, scope: { kind: 'images', images } };
}
function wholeNamespace(namespace) {
    if (namespace === undefined) {
        throw (0,errors/* usageFailure */.II)('neither image nor namespace is given', 'Name the repositories to keep, or the namespace of all.');
    }
    if ((0,images_name/* isRepositoryPath */.og)(namespace))
        return { kind: 'namespace', namespace };
    throw (0,errors/* usageFailure */.II)(`namespace is ${JSON.stringify(namespace)}, which no namespace is called`, 'It is in lower case.');
}
function checkHubNames(images) {
    for (const image of images)
        if ((0,profiles/* profileOf */.d)(image.registry).ownApi === 'docker-hub')
            (0,hub_name/* hubNameOf */.U)(image);
}


/***/ }),

/***/ 34:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ nowAndThen),
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
const silence = 5000;
async function collect(pages, words, { progress, now }) {
    const tell = nowAndThen({ progress, now });
    const all = [];
    for await (const page of pages) {
        for (const one of page)
            all.push(one);
        tell(() => words(all.length));
    }
    return all;
}
function nowAndThen({ progress, now }) {
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

/***/ 55:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ hubNameOf),
/* harmony export */   i: () => (/* binding */ hubNameIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _registries_profiles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6615);


function hubNameOf({ path }) {
    const [namespace, name, ...more] = path.split('/');
    if (namespace !== undefined && name !== undefined && more.length === 0)
        return [namespace, name];
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(path)} is no repository of Docker Hub`, 'Its names have two parts: acme/app.');
}
function hubNameIn(repository) {
    const isHub = (0,_registries_profiles_js__WEBPACK_IMPORTED_MODULE_1__/* .profileOf */ .d)(repository.registry).ownApi === 'docker-hub';
    return isHub && repository.path.split('/').length === 2 ? hubNameOf(repository) : undefined;
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

/***/ 4598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ readDetails),
/* harmony export */   Zv: () => (/* binding */ listNames),
/* harmony export */   vn: () => (/* binding */ listHubTags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7825);
/* harmony import */ var _registries_inspection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5011);
/* harmony import */ var _collect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34);
/* harmony import */ var _each_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1207);






const mostRead = 1000;
const mostDamaged = 20;
const atOnce = 8;
async function listNames(repository, context) {
    const names = await (0,_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .F)(repository.tags(), (count) => `${count} tags so far`, context);
    return legalTags(names.map((name) => ({ name })), context);
}
async function listHubTags(hub, [namespace, name], context) {
    const tags = await (0,_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .F)(hub.tags(namespace, name), (count) => `${count} tags so far`, context);
    return legalTags(tags.map((tag) => ({ name: tag.name, details: hubDetails(tag) })), context);
}
function legalTags(tags, { log }) {
    const legal = tags.filter(({ name }) => (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(name));
    const others = tags.length - legal.length;
    if (others > 0)
        log.warn(`The registry lists ${others} names that are no legal tags: they were left out.`);
    return legal;
}
function hubDetails(tag) {
    const platforms = tag.images.flatMap(({ platform }) => (platform === undefined ? [] : [(0,_images_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)]));
    return {
        digest: tag.digest,
        mediaType: tag.mediaType,
        size: tag.size,
        platforms: [...new Set(platforms)].filter((platform) => platform !== 'unknown/unknown'),
        pushed: tag.pushed ?? tag.updated,
        pulled: tag.pulled,
    };
}
async function readDetails(tags, repository, wanted, context) {
    if (tags.length > mostRead)
        throw tooMany(tags.length);
    const known = new Map();
    const tell = (0,_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .nowAndThen */ .$)(context);
    let done = 0;
    let failed = 0;
    const readOne = async (tag) => {
        const manifest = await repository.manifest(tag.name);
        if (manifest === undefined) {
            context.log.warn(`The tag ${tag.name} was listed, and is not there: it was left out.`);
            return undefined;
        }
        const { digest } = manifest.descriptor;
        const reading = known.get(digest) ?? (0,_registries_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectManifest */ .m3)(repository, manifest, wanted).then(detailsOf);
        known.set(digest, reading);
        return { ...tag, details: await reading };
    };
    const read = await (0,_each_js__WEBPACK_IMPORTED_MODULE_5__/* .eachOf */ .p)(tags, atOnce, async (tag) => {
        try {
            return await readOne(tag);
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            const failure = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown);
            failed += 1;
            if (failure.kind !== 'server' || failed > mostDamaged)
                throw failure;
            return { ...tag, failure: (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOfImage */ .hk)(failure, `the tag ${tag.name}`, tag.name) };
        }
        finally {
            done += 1;
            tell(() => `${done} of ${tags.length} images read`, { done, total: tags.length });
        }
    });
    return read.filter((tag) => tag !== undefined);
}
function detailsOf({ descriptor, images }) {
    const platforms = images.flatMap(({ platform }) => (platform === undefined ? [] : [(0,_images_platform_js__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform)]));
    const times = images.flatMap(({ created }) => (created === undefined ? [] : [created.getTime()]));
    return {
        digest: descriptor.digest,
        mediaType: descriptor.mediaType,
        size: (0,_registries_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(images),
        platforms: [...new Set(platforms)],
        created: times.length === 0 ? undefined : new Date(Math.max(...times)),
    };
}
function tooMany(count) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        asked: `the dates or details of ${count} tags`,
        answered: `this registry tells none in its list, and each image would have to be read; that is done for ${mostRead} at most`,
        advice: 'Choose fewer tags with include and exclude; for details limit helps too, for sort: pushed it cannot, because the ' +
            'latest are only known when all are. sort: version needs no dates.',
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
