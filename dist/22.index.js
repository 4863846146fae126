export const id = 22;
export const ids = [22];
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

/***/ 5022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGarDriver: () => (/* binding */ createGarDriver)
});

// EXTERNAL MODULE: ./build/src/registries/drivers/oci.js
var drivers_oci = __webpack_require__(3716);
// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/registries/oci/pages.js + 1 modules
var pages = __webpack_require__(7559);
// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var oci_manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/gar/objects.js



function hasNamesAlone({ manifest, name, tags }) {
    return !(0,oci_manifest/* isObject */.Gv)(manifest) && (name !== undefined || tags !== undefined);
}
function readPage({ manifest, tags }) {
    const names = namesIn(tags);
    const manifests = (0,oci_manifest/* isObject */.Gv)(manifest) ? Object.entries(manifest).map(readManifest) : [undefined];
    if (names === undefined || !manifests.every((one) => one !== undefined))
        return undefined;
    return { tags: names, manifests };
}
function readManifest([key, value]) {
    const digest = (0,json_values/* digestIn */.s)(key);
    const tags = (0,oci_manifest/* isObject */.Gv)(value) ? namesIn(value.tag) : undefined;
    if (!(0,oci_manifest/* isObject */.Gv)(value) || digest === undefined || tags === undefined)
        return undefined;
    return {
        digest,
        tags: tags.map((name) => ({ name })),
        mediaType: (0,json_values/* textOf */.b6)(value.mediaType),
        size: numberOf(value.imageSizeBytes),
        pushed: dateOf(value.timeUploadedMs),
        created: dateOf(value.timeCreatedMs),
    };
}
function namesIn(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}
function numberOf(value) {
    return (0,json_values/* countOf */.pq)(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
}
function dateOf(value) {
    const milliseconds = numberOf(value);
    return milliseconds === undefined ? undefined : (0,date/* plausibleDate */.e2)(new Date(milliseconds));
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/gar/list.js




const mostBytes = 256 * 1024 * 1024;
async function openGarList(path, { oci, session }) {
    const first = new URL(`/v2/${path}/tags/list`, session.origin);
    const send = (url) => oci.send({ method: 'GET', url, limit: mostBytes });
    let kept = await send(first);
    if (kept.status === 200 && hasNamesAlone((0,responses/* jsonObject */.o$)(kept, first.href)))
        return undefined;
    async function* manifests() {
        const open = new Set();
        const found = new Set();
        const read = (answer, at) => {
            if (answer.status !== 200)
                throw (0,responses/* failureOf */.g5)(answer, at.operation, session.advice);
            const page = readPage((0,responses/* jsonObject */.o$)(answer, at.operation));
            if (page === undefined)
                throw (0,paginate/* unreadableEntries */.Gl)(at.operation);
            for (const tag of page.tags)
                open.add(tag);
            for (const { tags } of page.manifests)
                for (const { name } of tags)
                    found.add(name);
            const next = (0,pages/* ownPage */.S)(answer, at);
            const [lost] = next === undefined ? [...open].filter((tag) => !found.has(tag)) : [];
            if (lost !== undefined)
                throw (0,paginate/* brokenList */.aC)(at.operation, `no manifest in it has its tag ${lost}`);
            return { entries: page.manifests, next };
        };
        const answer = kept;
        kept = undefined;
        const keyOf = ({ digest, tags }) => JSON.stringify([digest, tags]);
        yield* (0,paginate/* paginate */.En)({ first, ...(answer && { answer }), send, read, keyOf, mayRepeat: true });
    }
    return {
        manifests,
        forget() {
            kept = undefined;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/gar/driver.js


const createGarDriver = () => ({
    async repository(name, connection) {
        const { oci } = connection;
        const list = await openGarList(name.path, connection);
        const remove = (reference) => {
            list?.forget();
            return (0,drivers_oci/* deleteByProtocol */.H2)(name, oci, reference);
        };
        return { ...(list && { list: list.manifests }), deleteTag: remove, deleteManifest: remove };
    },
});


/***/ })

};
