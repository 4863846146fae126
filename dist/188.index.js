export const id = 188;
export const ids = [188];
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

/***/ 5188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createHarborDriver: () => (/* binding */ createHarborDriver)
});

// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/drivers/oci.js
var drivers_oci = __webpack_require__(3716);
// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/linked-pages.js
var linked_pages = __webpack_require__(6276);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/harbor/objects.js



function readArtifact(value) {
    if (!(0,manifest/* isObject */.Gv)(value))
        return undefined;
    const digest = (0,json_values/* digestIn */.s)(value.digest);
    const tags = readAll(value.tags, readTag);
    const children = readAll(value.references, (one) => (0,json_values/* digestIn */.s)(one.child_digest));
    const accessories = readAll(value.accessories, (one) => (0,json_values/* digestIn */.s)(one.digest));
    if (digest === undefined || tags === undefined || children === undefined || accessories === undefined) {
        return undefined;
    }
    return { digest, pushed: (0,date/* timeOf */.nR)(value.push_time), size: (0,json_values/* countOf */.pq)(value.size), tags, children, accessories };
}
function readTag({ name, push_time, immutable }) {
    if (typeof name !== 'string' || typeof immutable !== 'boolean')
        return undefined;
    return { name, pushed: (0,date/* timeOf */.nR)(push_time), immutable };
}
function readAll(list, read) {
    if (list === undefined || list === null)
        return [];
    if (!Array.isArray(list))
        return undefined;
    const entries = list.map((entry) => ((0,manifest/* isObject */.Gv)(entry) ? read(entry) : undefined));
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/harbor/api.js










const pageSize = 100;
const deniedAdvice = 'A robot account needs the permissions for it in its project (list artifact, delete tag), a person the role Maintainer.';
const advice = {
    authentication: `Give ${input_names/* usernameAndPassword */.RJ}: a user (where login is by OIDC, with the CLI secret of the profile), or a robot ` +
        'account by its whole name, robot$PROJECT+NAME, and its secret.',
    denied: deniedAdvice,
    'not-found': `Check the project and the name; Harbor says this too of what the account may not see. ${deniedAdvice}`,
};
function createHarbor(repository, settings) {
    const { http, origin } = settings;
    const home = pathOf(repository);
    async function send(method, url) {
        const credentials = (await settings.credentialsOf?.(repository.path)) ?? settings.credentials;
        return http.request({ method, url, headers: { accept: 'application/json', ...authorizationOf(credentials) } });
    }
    return {
        async *artifacts() {
            const wanted = 'with_tag=true&with_immutable_status=true&with_accessory=true';
            const first = new URL(`${home}/artifacts?page_size=${pageSize}&${wanted}`, origin);
            yield* (0,linked_pages/* listLinkedPages */.S)({
                origin,
                answer: await send('GET', first),
                send: (url) => send('GET', url),
                read: readArtifact,
                keyOf: ({ digest }) => digest,
                failed: (answer, operation) => (0,responses/* failureOf */.g5)(answer, operation, advice),
            });
        },
        async deleteTag(digest, tag) {
            const url = new URL(`${home}/artifacts/${digest}/tags/${encodeURIComponent(tag)}`, origin);
            const answer = await send('DELETE', url);
            if (answer.status >= 200 && answer.status <= 299)
                return 'deleted';
            if (answer.status !== 404 || !(0,url_policy/* sameOrigin */.Nm)(answer.url, origin)) {
                throw (0,answers/* deleteFailure */.U$)(answer, (0,message/* describe */.q0)({ method: 'DELETE', url }), advice);
            }
            const there = await send('GET', new URL(home, origin));
            if (there.status !== 200)
                throw (0,responses/* failureOf */.g5)(there, (0,message/* describe */.q0)({ method: 'GET', url: there.url }), advice);
            return 'missing';
        },
    };
}
function pathOf(repository) {
    const [project = '', ...rest] = repository.path.split('/');
    if (rest.length === 0) {
        throw (0,errors/* usageFailure */.II)(`${(0,images_name/* formatRepository */.Sh)(repository)} has no project`, 'Write HOST/PROJECT/NAME.');
    }
    return `/api/v2.0/projects/${project}/repositories/${encodeURIComponent(encodeURIComponent(rest.join('/')))}`;
}
function authorizationOf(credentials) {
    switch (credentials.kind) {
        case 'anonymous':
            return {};
        case 'password':
            return { authorization: (0,headers/* basicHeader */.mk)(credentials.username, credentials.password) };
        case 'identity':
            return { authorization: (0,headers/* basicHeader */.mk)(credentials.username, credentials.token) };
        case 'bearer':
        case 'issued':
            throw new errors/* Failure */.HR('authentication', {
                operation: 'Logging in to Harbor’s API',
                reason: 'the Docker config has only a token of the registry, which the API does not take',
                advice: advice.authentication,
            });
    }
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/harbor/driver.js





const createHarborDriver = (settings) => ({
    repository(name, { oci }) {
        const harbor = createHarbor(name, settings);
        return {
            async *list() {
                for await (const page of harbor.artifacts())
                    yield page.map(manifestOf);
            },
            async deleteTag(tag, digest) {
                const kind = await harbor.deleteTag(digest, tag);
                if (kind === 'deleted' || (await oci.head(tag)) === undefined)
                    return { kind };
                throw new errors/* Failure */.HR('server', {
                    operation: `Deleting ${(0,images_name/* formatImage */.vy)({ ...name, tag })}`,
                    reason: `it is not on ${digest} any more, and was left alone`,
                    advice: 'Somebody pushed it just now: look at it, and try again.',
                });
            },
            deleteManifest: (digest) => (0,drivers_oci/* deleteByProtocol */.H2)(name, oci, digest),
        };
    },
});
function manifestOf({ digest, pushed, size, tags, children, accessories }) {
    const dates = tags.map((tag) => (0,date/* plausibleDate */.e2)(tag.pushed));
    return {
        digest,
        tags: tags.map((tag) => ({
            name: tag.name,
            pushed: (0,date/* plausibleDate */.e2)(tag.pushed),
            ...(tag.immutable ? { locked: `${tag.name} is immutable at Harbor` } : {}),
        })),
        size,
        pushed: dates.reduce(date/* later */.NU, (0,date/* plausibleDate */.e2)(pushed)),
        children,
        referrers: accessories,
    };
}


/***/ })

};
