export const id = 650;
export const ids = [650];
export const modules = {

/***/ 6276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ listLinkedPages)
/* harmony export */ });
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3833);
/* harmony import */ var _paginate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4150);
/* harmony import */ var _responses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4078);
/* harmony import */ var _url_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8106);




function listLinkedPages(list) {
    let total = 0;
    const read = (answer, at) => {
        const { operation, url } = at;
        if (answer.status !== 200)
            throw list.failed(answer, operation, at.number);
        if (!(0,_url_policy_js__WEBPACK_IMPORTED_MODULE_3__/* .sameOrigin */ .Nm)(answer.url, list.origin))
            throw (0,_message_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)({ method: 'GET', url: answer.url }, `a redirect led there, and not to ${list.origin.host}`);
        const entries = (0,_paginate_js__WEBPACK_IMPORTED_MODULE_1__/* .readEntries */ .$2)((0,_responses_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonArray */ .Ir)(answer, operation), list.read, operation);
        const written = answer.header('x-total-count') ?? '';
        const counted = /^\d{1,9}$/.test(written) ? Number(written) : total;
        if (counted < total)
            throw (0,_paginate_js__WEBPACK_IMPORTED_MODULE_1__/* .brokenList */ .aC)(operation, 'something was deleted while its list was read');
        total = counted;
        const next = (0,_paginate_js__WEBPACK_IMPORTED_MODULE_1__/* .pageAt */ .F3)(list.origin, (0,_paginate_js__WEBPACK_IMPORTED_MODULE_1__/* .linkedPage */ .ju)(answer, at), url);
        return { entries, next, total, probe: list.probe?.(entries.length, at) };
    };
    return (0,_paginate_js__WEBPACK_IMPORTED_MODULE_1__/* .paginate */ .En)({ ...list, first: list.answer.url, read });
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

/***/ 1650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGitLabDriver: () => (/* binding */ createGitLabDriver)
});

// EXTERNAL MODULE: ./build/src/http/linked-pages.js
var linked_pages = __webpack_require__(6276);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/http/server-words.js
var server_words = __webpack_require__(2979);
// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/drivers/oci.js
var drivers_oci = __webpack_require__(3716);
// EXTERNAL MODULE: ./build/src/registries/drivers/gitlab/host.js
var host = __webpack_require__(227);
// EXTERNAL MODULE: ./build/src/images/date.js
var images_date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/src/registries/oci/media-types.js
var media_types = __webpack_require__(459);
;// CONCATENATED MODULE: ./build/src/registries/drivers/gitlab/tag.js




const emptyConfig = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
function readTag(value) {
    if (!(0,manifest/* isObject */.Gv)(value))
        return undefined;
    const name = (0,json_values/* textOf */.b6)(value.name);
    const digest = (0,json_values/* digestIn */.s)(value.digest);
    if (name === undefined || digest === undefined)
        return undefined;
    const dates = [value.published_at, value.updated_at, value.created_at].map((date) => (0,images_date/* plausibleDate */.e2)((0,images_date/* timeOf */.nR)(date)));
    const pushed = dates.find((date) => date !== undefined);
    const mediaType = (0,json_values/* textOf */.b6)(value.media_type);
    const isIndex = mediaType !== undefined && (0,media_types/* isIndexType */.$U)(mediaType);
    const config = (0,json_values/* digestIn */.s)(value.config_digest);
    return {
        digest,
        tags: [{ name, pushed }],
        mediaType,
        size: isIndex ? undefined : (0,json_values/* countOf */.pq)(value.size_bytes),
        pushed,
        mayHaveSubject: !isIndex && (config === undefined || config === emptyConfig),
    };
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/gitlab/driver.js









const api = '/gitlab/v1/';
const pageSize = 1000;
const withoutApi = new Set([400, 403, 404, 405, 501]);
const createGitLabDriver = ({ registry }) => {
    let known = registry.host === host/* gitlabDotCom */.W ? Promise.resolve(true) : undefined;
    async function listsTags(connection) {
        known ??= hasApi(connection);
        try {
            return await known;
        }
        catch (thrown) {
            known = undefined;
            throw thrown;
        }
    }
    return {
        async repository(name, connection) {
            const { oci } = connection;
            return {
                ...((await listsTags(connection)) ? listing(name, connection) : {}),
                deleteTag: (tag) => (0,drivers_oci/* deleteByProtocol */.H2)(name, oci, tag),
                deleteManifest: (digest) => deleteManifest(name, connection, digest),
            };
        },
    };
};
async function hasApi({ oci, session }) {
    const request = { method: 'GET', url: new URL(api, session.origin) };
    const answer = await oci.send(request);
    const isPage = (0,server_words/* isHtml */._)(answer.body.toString('utf8'), answer.header('content-type'));
    if (withoutApi.has(answer.status) || isPage || !(0,url_policy/* sameOrigin */.Nm)(answer.url, session.origin))
        return false;
    if (answer.status === 200 || answer.status === 401)
        return true;
    throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
}
function listing({ path }, { oci, session }) {
    const { origin } = session;
    const send = (url) => oci.send({ method: 'GET', url });
    async function* tags(filter) {
        yield* (0,linked_pages/* listLinkedPages */.S)({
            origin,
            answer: await send(new URL(`${api}repositories/${path}/tags/list/?n=${pageSize}${filter}`, origin)),
            send,
            read: readTag,
            keyOf: nameOf,
            failed: (answer, operation) => (0,responses/* failureOf */.g5)(answer, operation, session.advice),
        });
    }
    return {
        list: () => tags(''),
        async find(tag) {
            for await (const page of tags(`&name_exact=${tag}`)) {
                const found = page.find((one) => nameOf(one) === tag);
                if (found !== undefined)
                    return found;
            }
            return undefined;
        },
    };
}
function nameOf({ tags }) {
    return tags[0]?.name ?? '';
}
async function deleteManifest(name, { oci }, digest) {
    try {
        return await (0,drivers_oci/* deleteByProtocol */.H2)(name, oci, digest);
    }
    catch (thrown) {
        const { status, message } = (0,errors/* asFailure */.h_)(thrown);
        if (status !== 409)
            throw thrown;
        return { kind: 'unsupported', status, words: message };
    }
}


/***/ })

};
