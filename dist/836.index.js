export const id = 836;
export const ids = [836];
export const modules = {

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

/***/ 5836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createAcrDriver: () => (/* binding */ createAcrDriver)
});

// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var inspection = __webpack_require__(6081);
// EXTERNAL MODULE: ./build/src/registries/oci/media-types.js
var media_types = __webpack_require__(459);
// EXTERNAL MODULE: ./build/src/registries/drivers/oci.js
var drivers_oci = __webpack_require__(3716);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/images/digest.js
var digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/acr/objects.js



function readTag(value) {
    if (!(0,manifest/* isObject */.Gv)(value))
        return undefined;
    const name = (0,json_values/* textOf */.b6)(value.name);
    const digest = (0,json_values/* digestIn */.s)(value.digest);
    if (name === undefined || digest === undefined)
        return undefined;
    return { name, digest, updated: (0,date/* timeOf */.nR)(value.lastUpdateTime), locked: isLocked(value), readable: isReadable(value) };
}
function readManifest(value) {
    const digest = (0,manifest/* isObject */.Gv)(value) ? (0,json_values/* digestIn */.s)(value.digest) : undefined;
    if (!(0,manifest/* isObject */.Gv)(value) || digest === undefined)
        return undefined;
    return {
        digest,
        mediaType: (0,json_values/* textOf */.b6)(value.mediaType),
        configType: (0,json_values/* textOf */.b6)(value.configMediaType),
        size: (0,json_values/* countOf */.pq)(value.imageSize),
        updated: (0,date/* timeOf */.nR)(value.lastUpdateTime),
        tags: (0,json_values/* textsOf */.CB)(value.tags),
        locked: isLocked(value),
        readable: isReadable(value),
    };
}
function isLocked({ changeableAttributes: switches }) {
    return (0,manifest/* isObject */.Gv)(switches) && (switches.deleteEnabled === false || switches.writeEnabled === false);
}
function isReadable({ changeableAttributes: switches }) {
    return !(0,manifest/* isObject */.Gv)(switches) || switches.readEnabled !== false;
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/acr/api.js







const pageSize = 1000;
const deleteAdvice = 'The permission to delete is missing: assign the role AcrDelete (where permissions are granted by repository: Container ' +
    'Registry Repository Contributor), or add content/delete to the scope map of the token.';
const lockAdvice = 'The tag, its manifest or the repository is locked: az acr repository show shows it, az acr repository update with ' +
    '--delete-enabled true --write-enabled true unlocks it.';
function createAcrApi({ session, path, credentials }) {
    const { origin } = session;
    const at = (below) => new URL(`/acr/v1/${path}${below}`, origin);
    const get = (url) => session.send({ method: 'GET', url }, `repository:${path}:metadata_read`);
    function objectIn(answer, url) {
        const request = { method: 'GET', url };
        (0,answers/* refusePage */.Ew)(answer, request);
        if ((0,answers/* isMissing */.b2)(answer, request))
            return undefined;
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
        return (0,responses/* jsonObject */.o$)(answer, (0,message/* describe */.q0)(request));
    }
    function list(url, key, readEntry, nameOf) {
        url.searchParams.set('n', String(pageSize));
        const read = (answer, request) => {
            const { operation } = request;
            if (answer.status !== 200)
                throw (0,responses/* failureOf */.g5)(answer, operation, session.advice);
            const { imageName, [key]: listed } = (0,responses/* jsonObject */.o$)(answer, operation);
            const values = listed ?? (listed === null || imageName !== undefined ? [] : undefined);
            if (!Array.isArray(values))
                throw (0,paginate/* unreadableEntries */.Gl)(operation);
            const entries = (0,paginate/* readEntries */.$2)(values, readEntry, operation);
            const last = entries.at(-1);
            return {
                entries,
                next: (0,paginate/* pageAt */.F3)(origin, (0,paginate/* linkedPage */.ju)(answer, request), request.url),
                probe: last !== undefined && entries.length >= pageSize ? after(request.url, nameOf(last)) : undefined,
            };
        };
        return (0,paginate/* paginate */.En)({ first: url, send: get, read, keyOf: nameOf });
    }
    return {
        async attributes() {
            const answer = await get(at(''));
            if (isRefusal(answer))
                return { kind: 'refused' };
            const found = objectIn(answer, at(''));
            return found === undefined ? { kind: 'missing' } : { kind: 'known', locked: isLocked(found) };
        },
        tags(digest) {
            const url = at('/_tags');
            if (digest !== undefined)
                url.searchParams.set('digest', digest);
            return list(url, 'tags', readTag, ({ name }) => name);
        },
        async tag(name) {
            const url = at(`/_tags/${encodeURIComponent(name)}`);
            const found = objectIn(await get(url), url);
            if (found === undefined)
                return undefined;
            const tag = readTag(found.tag);
            if (tag?.name === name)
                return tag;
            throw (0,paginate/* unreadableEntries */.Gl)((0,message/* describe */.q0)({ method: 'GET', url }));
        },
        manifests: () => list(at('/_manifests'), 'manifests', readManifest, ({ digest }) => digest),
        async delete(reference) {
            const url = (0,digest/* isDigest */.B)(reference)
                ? new URL(`/v2/${path}/manifests/${reference}`, origin)
                : at(`/_tags/${encodeURIComponent(reference)}`);
            const request = { method: 'DELETE', url };
            const answer = await session.send(request, `repository:${path}:delete`);
            if (answer.status === 202 || answer.status === 200)
                return { kind: 'deleted' };
            if ((0,answers/* isMissing */.b2)(answer, request))
                return { kind: 'missing' };
            const failure = (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.adviceTo('delete'));
            const refused = (advice) => new errors/* Failure */.HR('denied', { operation: '', reason: failure.message, advice });
            if (isRefusal(answer) && credentials.kind !== 'anonymous')
                throw refused(deleteAdvice);
            if (answer.status !== 405)
                throw failure;
            if ((0,digest/* isDigest */.B)(reference))
                return { kind: 'unsupported', status: 405, words: failure.message };
            throw refused(lockAdvice);
        },
    };
}
function isRefusal({ status, redirectedFrom }) {
    return (status === 401 || status === 403) && redirectedFrom === undefined;
}
function after(url, last) {
    const next = new URL(url);
    next.searchParams.set('last', last);
    return next;
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/acr/driver.js







const createAcrDriver = (settings) => ({
    async repository(name, { oci, session }) {
        const credentials = (await settings.credentialsOf?.(name.path)) ?? settings.credentials;
        const api = createAcrApi({ session, path: name.path, credentials });
        const access = { head: oci.head, deleteManifest: api.delete };
        const deletes = {
            deleteTag: (tag) => (0,drivers_oci/* deleteByProtocol */.H2)(name, access, tag),
            deleteManifest: (digest) => (0,drivers_oci/* deleteByProtocol */.H2)(name, access, digest),
        };
        const attributes = await api.attributes();
        if (attributes.kind === 'refused')
            return deletes;
        const isLocked = attributes.kind === 'known' && attributes.locked;
        return {
            ...deletes,
            list: (whole) => listManifests(api, { name, whole, isLocked }),
            async find(tag) {
                const found = await api.tag(tag);
                return found && manifestOf(found, undefined, isLocked);
            },
            async tagsOn(digest) {
                const tags = [];
                for await (const page of api.tags(digest))
                    tags.push(...page.map((tag) => tag.name));
                return tags;
            },
        };
    },
});
async function* listManifests(api, { name, whole, isLocked }) {
    const manifests = new Map();
    for await (const page of api.manifests())
        for (const one of page)
            manifests.set(one.digest, one);
    const listed = new Set();
    const tagged = new Set();
    for await (const page of api.tags()) {
        for (const tag of page) {
            listed.add(tag.name);
            tagged.add(tag.digest);
            const isReadable = tag.readable && manifests.get(tag.digest)?.readable !== false;
            if (whole && !isReadable)
                throw unreadable((0,images_name/* formatImage */.vy)({ ...name, tag: tag.name }));
        }
        yield page.map((tag) => manifestOf(tag, manifests.get(tag.digest), isLocked));
    }
    const others = [];
    for (const manifest of manifests.values()) {
        const hidden = whole ? await hiddenTags(api, manifest, listed) : [];
        if (tagged.has(manifest.digest) && hidden.length === 0)
            continue;
        others.push({ digest: manifest.digest, tags: hidden, ...factsOf(manifest) });
    }
    yield others;
}
async function hiddenTags(api, { digest, tags }, listed) {
    const hidden = [];
    for (const name of tags) {
        if (listed.has(name) || (await api.tag(name))?.digest !== digest)
            continue;
        hidden.push({ name, locked: `${name} is hidden from lists on ACR` });
    }
    return hidden;
}
function manifestOf(tag, manifest, isRepositoryLocked) {
    const pushed = (0,date/* plausibleDate */.e2)(tag.updated);
    const locked = isRepositoryLocked ? 'the repository' : manifest?.locked ? 'its manifest' : tag.locked ? tag.name : '';
    return {
        digest: tag.digest,
        tags: [{ name: tag.name, pushed, ...(locked === '' ? {} : { locked: `${locked} is locked on ACR` }) }],
        pushed,
        ...(manifest === undefined ? {} : factsOf(manifest)),
    };
}
function factsOf({ mediaType, configType, size }) {
    const isIndex = mediaType !== undefined && (0,media_types/* isIndexType */.$U)(mediaType);
    const isImage = configType !== undefined && (0,inspection/* isImageConfig */._m)({ mediaType: configType });
    const isFormer = mediaType !== undefined && (0,media_types/* formerFormat */.V9)(mediaType) !== undefined;
    return { mediaType, size: isIndex ? undefined : size, mayHaveSubject: !isIndex && !isImage && !isFormer };
}
function unreadable(image) {
    return new errors/* Failure */.HR('denied', {
        operation: `Reading ${image}`,
        reason: 'it may not be read: its readEnabled on ACR is false; nothing was deleted',
        advice: 'An image that cannot be read may need what is to be deleted. Delete this one by its tag, or permit it: az acr ' +
            'repository update with --read-enabled true.',
    });
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


/***/ })

};
