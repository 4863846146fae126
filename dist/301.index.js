export const id = 301;
export const ids = [301];
export const modules = {

/***/ 1522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createGitHubApi)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/github/fetch.js
const bodyless = new Set([204, 205, 304]);
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
function fetchThrough(http) {
    return async (input, init = {}) => {
        const method = init.method ?? 'GET';
        if (!isMethod(method))
            throw new TypeError(`the method ${method} is not supported`);
        const answer = await http.request({
            method,
            url: new URL(input instanceof Request ? input.url : input),
            headers: Object.fromEntries(new Headers(init.headers).entries()),
            ...(typeof init.body === 'string' ? { body: init.body } : {}),
        });
        const names = ['content-type', 'date', 'etag', 'link', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'];
        const headers = names.flatMap((name) => answer.headerValues(name).map((value) => [name, value]));
        return new Response(bodyless.has(answer.status) ? null : new Uint8Array(answer.body), {
            status: answer.status,
            headers,
        });
    };
}
function isMethod(method) {
    return methods.has(method);
}

;// CONCATENATED MODULE: ./build/src/github/octokit.js


function createGitHubApi(http, base, token) {
    const address = base.replace(/\/+$/, '');
    const silent = { debug() { }, info() { }, warn() { }, error() { } };
    return {
        base: address,
        async request(method, path, { headers = {}, body = {}, ...more } = {}) {
            const { GitHub } = await __webpack_require__.e(/* import() */ 226).then(__webpack_require__.bind(__webpack_require__, 1845));
            const auth = typeof token === 'function' ? await token() : token;
            let answer;
            const recording = {
                async request(request) {
                    answer = await http.request({ ...request, ...more });
                    return answer;
                },
            };
            const octokit = new GitHub({
                baseUrl: address,
                ...(auth === undefined ? {} : { auth }),
                request: { fetch: fetchThrough(recording) },
                log: silent,
            });
            try {
                await octokit.request(`${method} ${path}`, { headers, ...body });
            }
            catch (error) {
                if (answer === undefined)
                    throw error instanceof Error && error.cause instanceof errors/* Failure */.HR ? error.cause : error;
            }
            if (answer === undefined)
                throw new Error(`no request was sent: ${method} ${path}`);
            return answer;
        },
    };
}


/***/ }),

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

/***/ 6301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createGhcrDriver: () => (/* binding */ createGhcrDriver)
});

// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/http/message.js
var http_message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ghcr/answers.js





const mostListed = 10_000;
const rightsAdvice = 'The password must be a personal access token (classic) with read:packages and delete:packages (to restore: ' +
    'write:packages) of somebody who is admin of the package; or, in a workflow, github.token with permissions: packages: ' +
    'write, where the package’s settings (Manage Actions access) give this repository the role Admin. Fine-grained tokens ' +
    'and those of GitHub Apps do not work here.';
const packagesAdvice = {
    authentication: rightsAdvice,
    denied: rightsAdvice,
    'not-found': 'GitHub says this of a package that does not exist and of one that the token may not see: check owner and name. ' +
        rightsAdvice,
};
function packagesToken(credentials) {
    if (credentials.kind === 'password')
        return credentials.password;
    if (credentials.kind === 'identity')
        return credentials.token;
    throw new errors/* Failure */.HR('authentication', {
        operation: 'Logging in to GitHub’s API, which deletes what is in ghcr.io',
        reason: credentials.kind === 'anonymous'
            ? 'no credentials were given, and the Docker config has none for ghcr.io'
            : 'the Docker config has only a token of the registry, which GitHub’s API does not take',
        advice: `Give ${input_names/* usernameAndPassword */.RJ}. ${rightsAdvice}`,
    });
}
function refused(answer, method) {
    const failure = (0,responses/* failureOf */.g5)(answer, (0,http_message/* describe */.q0)({ method, url: answer.url }), packagesAdvice);
    if (answer.status !== 400)
        return failure;
    return new errors/* Failure */.HR('unsupported', {
        operation: '',
        reason: failure.message,
        advice: 'GitHub deletes neither a version of a public package that was downloaded more than 5,000 times (its support may) ' +
            'nor the last tagged version of a package (delete the package, on its page at GitHub): leave this one out.',
    });
}
function notAllowed(answer) {
    const { message } = (0,responses/* failureOf */.g5)(answer, (0,http_message/* describe */.q0)({ method: 'DELETE', url: answer.url }));
    return new errors/* Failure */.HR('denied', {
        operation: '',
        reason: `${message}; and yet the version is there`,
        advice: rightsAdvice,
    });
}
function tooMany(repository) {
    return new errors/* Failure */.HR('unsupported', {
        operation: `the versions of the package ${(0,images_name/* formatRepository */.Sh)(repository)}`,
        reason: `GitHub lists ${mostListed.toLocaleString('en')} of them and no more, and an incomplete list is not safe to delete from`,
        advice: 'Delete versions that nobody needs on the package’s page at GitHub, or by their ids with gh api, until there are ' +
            'fewer. The parts of a multi-platform image are versions without a tag: do not delete these by themselves.',
    });
}

// EXTERNAL MODULE: ./build/src/github/octokit.js + 1 modules
var octokit = __webpack_require__(1522);
// EXTERNAL MODULE: ./build/src/http/linked-pages.js
var linked_pages = __webpack_require__(6276);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ghcr/packages.js










const pageSize = 100;
function createGhcrPackages(repository, settings) {
    const api = (0,octokit/* createGitHubApi */._)(settings.http, settings.api, settings.token);
    const origin = new URL(api.base);
    const [inOrganization, ofUser] = homesOf(repository);
    let home;
    async function get(path) {
        if (home !== undefined)
            return api.request('GET', `${home}${path}`);
        const first = await api.request('GET', `${inOrganization}${path}`);
        if (first.status === 200)
            home = inOrganization;
        if (first.status !== 404)
            return first;
        const second = await api.request('GET', `${ofUser}${path}`);
        if (second.status === 200)
            home = ofUser;
        return second;
    }
    async function requirePackage() {
        const answer = await get('');
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, (0,http_message/* describe */.q0)({ method: 'GET', url: answer.url }), packagesAdvice);
    }
    async function change(method, path) {
        if (home === undefined)
            await requirePackage();
        return api.request(method, `${home}${path}`, { repeatable: true });
    }
    const list = {
        origin,
        send: (url) => api.request('GET', url.href.replace(api.base, '')),
        read: readVersion,
        keyOf: ({ id }) => id,
        failed: (answer, operation, page) => answer.status === 400 && page > 1 ? tooMany(repository) : (0,responses/* failureOf */.g5)(answer, operation, packagesAdvice),
    };
    async function* versions(state) {
        let count = 0;
        const answer = await get(`/versions?per_page=${pageSize}&state=${state}`);
        for await (const page of (0,linked_pages/* listLinkedPages */.S)({ ...list, answer })) {
            count += page.length;
            yield page;
        }
        if (count === mostListed)
            throw tooMany(repository);
    }
    async function version(id) {
        const answer = await get(`/versions/${id}`);
        const operation = (0,http_message/* describe */.q0)({ method: 'GET', url: answer.url });
        if (answer.status === 404) {
            await requirePackage();
            return undefined;
        }
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, operation, packagesAdvice);
        const read = readVersion((0,responses/* jsonObject */.o$)(answer, operation));
        if (read !== undefined)
            return read;
        throw new errors/* Failure */.HR('server', { operation, reason: '200, but no version that can be read' });
    }
    return {
        versions,
        version,
        async deleteVersion(id) {
            const answer = await change('DELETE', `/versions/${id}`);
            if (isDone(answer))
                return 'deleted';
            if (answer.status !== 404)
                throw refused(answer, 'DELETE');
            if ((await version(id)) !== undefined)
                throw notAllowed(answer);
            return 'missing';
        },
        async restoreVersion(id) {
            const answer = await change('POST', `/versions/${id}/restore`);
            if (isDone(answer))
                return 'restored';
            if (answer.status !== 404)
                throw refused(answer, 'POST');
            return (await version(id)) === undefined ? 'missing' : 'restored';
        },
    };
}
function homesOf(repository) {
    const [owner = '', ...rest] = repository.path.split('/');
    const name = encodeURIComponent(rest.join('/'));
    if (name === '') {
        throw (0,errors/* usageFailure */.II)(`${(0,images_name/* formatRepository */.Sh)(repository)} has no owner`, 'Write ghcr.io/OWNER/NAME.');
    }
    return [`/orgs/${owner}/packages/container/${name}`, `/users/${owner}/packages/container/${name}`];
}
async function idsByDigest(versions) {
    const ids = new Map();
    for await (const page of versions)
        for (const { digest, id } of page)
            ids.set(digest, id);
    return ids;
}
function isDone({ status }) {
    return status >= 200 && status <= 299;
}
function readVersion(value) {
    if (!(0,manifest/* isObject */.Gv)(value) || !(0,manifest/* isObject */.Gv)(value.metadata) || !(0,manifest/* isObject */.Gv)(value.metadata.container))
        return undefined;
    const { id } = value;
    const { tags } = value.metadata.container;
    const digest = (0,json_values/* digestIn */.s)(value.name);
    const created = (0,date/* timeOf */.nR)(value.created_at);
    const updated = (0,date/* timeOf */.nR)(value.updated_at);
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || digest === undefined)
        return undefined;
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string'))
        return undefined;
    if (created === undefined || updated === undefined)
        return undefined;
    return { id, digest, tags, created, updated };
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/ghcr/driver.js





const api = 'https://api.github.com';
const createGhcrDriver = ({ http, credentials, credentialsOf }) => {
    return {
        requireCredentials() {
            if (credentialsOf === undefined)
                packagesToken(credentials);
        },
        async repository(name, connection) {
            const own = (await credentialsOf?.(name.path)) ?? credentials;
            const packages = createGhcrPackages(name, { http, api, token: async () => packagesToken(own) });
            const { list, ...others } = repositoryDriver(name, packages, connection);
            return own.kind === 'anonymous' || list === undefined ? others : { list, ...others };
        },
    };
};
function repositoryDriver(name, packages, { oci }) {
    let active;
    let deleted;
    function idOf(digest) {
        active ??= idsByDigest(packages.versions('active'));
        return active.then((ids) => ids.get(digest));
    }
    async function* list() {
        const ids = new Map();
        for await (const page of packages.versions('active')) {
            for (const { digest, id } of page)
                ids.set(digest, id);
            yield page.map(manifestOf);
        }
        active = Promise.resolve(ids);
    }
    return {
        list,
        async prepareDelete() {
            await idOf('');
        },
        async tagsOn(digest) {
            const id = await idOf(digest);
            return (id === undefined ? undefined : await packages.version(id))?.tags ?? [];
        },
        async deleteManifest(digest) {
            const id = await idOf(digest);
            if (id !== undefined)
                return { kind: await packages.deleteVersion(id) };
            if ((await oci.head(digest)) === undefined)
                return { kind: 'missing' };
            throw new errors/* Failure */.HR('server', {
                operation: `Deleting ${(0,images_name/* formatImage */.vy)({ ...name, digest })}`,
                reason: 'the registry has it, and GitHub’s list of the package’s versions does not',
                advice: 'The list may be behind after a push: try again in a few minutes.',
            });
        },
        async undelete(digest) {
            deleted ??= idsByDigest(packages.versions('deleted'));
            const id = (await deleted).get(digest);
            return id !== undefined && (await packages.restoreVersion(id)) === 'restored';
        },
    };
}
function manifestOf({ digest, tags, updated }) {
    const pushed = (0,date/* plausibleDate */.e2)(updated);
    return { digest, tags: tags.map((name) => ({ name, pushed })), pushed };
}


/***/ })

};
