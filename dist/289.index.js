export const id = 289;
export const ids = [289];
export const modules = {

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

/***/ 4790:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ connectToDelete)
});

// EXTERNAL MODULE: ./build/src/registries/deleter.js
var deleter = __webpack_require__(6026);
// EXTERNAL MODULE: ./build/src/registries/docker-hub.js + 4 modules
var docker_hub = __webpack_require__(2540);
// EXTERNAL MODULE: ./build/src/registries/ghcr-answers.js
var ghcr_answers = __webpack_require__(7517);
// EXTERNAL MODULE: ./build/src/registries/ghcr-packages.js + 1 modules
var ghcr_packages = __webpack_require__(9985);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/basic.js
var basic = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/registries/answers.js
var registries_answers = __webpack_require__(2562);
// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/registries/harbor-objects.js



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
    return { digest, pushed: (0,date/* timeOf */.n)(value.push_time), size: (0,json_values/* countOf */.pq)(value.size), tags, children, accessories };
}
function readTag({ name, push_time, immutable }) {
    if (typeof name !== 'string' || typeof immutable !== 'boolean')
        return undefined;
    return { name, pushed: (0,date/* timeOf */.n)(push_time), immutable };
}
function readAll(list, read) {
    if (list === undefined || list === null)
        return [];
    if (!Array.isArray(list))
        return undefined;
    const entries = list.map((entry) => ((0,manifest/* isObject */.Gv)(entry) ? read(entry) : undefined));
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

// EXTERNAL MODULE: ./build/src/registries/linked-pages.js
var linked_pages = __webpack_require__(1493);
// EXTERNAL MODULE: ./build/src/registries/profiles.js
var profiles = __webpack_require__(6615);
;// CONCATENATED MODULE: ./build/src/registries/harbor.js










const pageSize = 100;
const deniedAdvice = 'A robot account needs the permissions for it in its project (list artifact, delete tag), a person the role Maintainer.';
const advice = {
    authentication: 'Give username and password: a user (where sign-in is by OIDC, with the CLI secret of the profile), or a robot ' +
        'account by its whole name, robot$PROJECT+NAME, and its secret.',
    denied: deniedAdvice,
    'not-found': `Check the project and the name; Harbor says this too of what the account may not see. ${deniedAdvice}`,
};
function createHarbor(repository, settings) {
    const { http } = settings;
    const origin = (0,profiles/* apiOrigin */.l)(repository.registry);
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
                failed: (answer, asked) => (0,answers/* failureOf */.g5)(answer, asked, advice),
            });
        },
        async deleteTag(digest, tag) {
            const url = new URL(`${home}/artifacts/${digest}/tags/${encodeURIComponent(tag)}`, origin);
            const answer = await send('DELETE', url);
            if (answer.status >= 200 && answer.status <= 299)
                return 'deleted';
            if (answer.status !== 404 || !(0,origins/* sameOrigin */.Nm)(answer.url, origin)) {
                throw (0,registries_answers/* deleteFailure */.U$)(answer, (0,message/* describe */.q0)({ method: 'DELETE', url }), advice);
            }
            const there = await send('GET', new URL(home, origin));
            if (there.status !== 200)
                throw (0,answers/* failureOf */.g5)(there, (0,message/* describe */.q0)({ method: 'GET', url: there.url }), advice);
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
            return { authorization: (0,basic/* basicHeader */.m)(credentials.username, credentials.password) };
        case 'identity':
            return { authorization: (0,basic/* basicHeader */.m)(credentials.username, credentials.token) };
        case 'bearer':
            throw new errors/* Failure */.HR('authentication', {
                asked: 'Signing in to Harbor’s API',
                answered: 'the Docker config has only a token of the registry, which the API does not take',
                advice: advice.authentication,
            });
    }
}

;// CONCATENATED MODULE: ./build/src/registries/own-apis.js





function createOwnApis(name, settings) {
    const made = new Map();
    function once(key, make) {
        if (!made.has(key))
            made.set(key, make());
        return made.get(key);
    }
    return {
        hub: () => once('hub', () => (0,docker_hub/* createDockerHub */.A)(settings)),
        ghcr() {
            const { deletes } = (0,profiles/* profileOf */.d)(name);
            if (deletes?.kind !== 'ghcr')
                throw new Error(`${name.host} has no packages`);
            const { http, credentials, credentialsOf } = settings;
            if (credentialsOf === undefined)
                (0,ghcr_answers/* packagesToken */.Rk)(credentials);
            return (repository) => once(`ghcr ${repository.path}`, () => {
                const token = async () => (0,ghcr_answers/* packagesToken */.Rk)((await credentialsOf?.(repository.path)) ?? credentials);
                return (0,ghcr_packages/* createGhcrPackages */.S)(repository, { http, api: deletes.api, token });
            });
        },
        harbor: (repository) => once(`harbor ${repository.path}`, () => createHarbor(repository, settings)),
    };
}

// EXTERNAL MODULE: ./build/src/registries/registry.js + 3 modules
var registries_registry = __webpack_require__(7667);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
;// CONCATENATED MODULE: ./build/src/commands/deleting-access.js




async function connectToDelete(name, inputs, context) {
    const settings = await (0,registry_inputs/* registrySettings */.HO)(name, inputs, context);
    const registry = (0,registries_registry/* connectRegistry */.g)(name, settings);
    const apis = createOwnApis(name, settings);
    return { name, registry, apis, deleter: (0,deleter/* createDeleter */.iC)(name, registry, apis) };
}


/***/ }),

/***/ 8442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ isManifestOf)
/* harmony export */ });
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(101);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);


function isManifestOf(bytes, digest) {
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(bytes, digest) === digest)
        return true;
    const payload = payloadOf(bytes);
    return payload !== undefined && (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(payload, digest) === digest;
}
function payloadOf(bytes) {
    const [signature] = listOf(member((0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(bytes), 'signatures'));
    const protectedPart = member(signature, 'protected');
    if (typeof protectedPart !== 'string')
        return undefined;
    const format = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(Buffer.from(protectedPart, 'base64url'));
    const [length, tail] = [member(format, 'formatLength'), member(format, 'formatTail')];
    if (typeof length !== 'number' || typeof tail !== 'string' || !(length >= 0 && length <= bytes.length))
        return undefined;
    return Buffer.concat([bytes.subarray(0, length), Buffer.from(tail, 'base64url')]);
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 7517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   Ot: () => (/* binding */ tooMany),
/* harmony export */   Rk: () => (/* binding */ packagesToken),
/* harmony export */   mj: () => (/* binding */ notAllowed),
/* harmony export */   p9: () => (/* binding */ mostListed),
/* harmony export */   wT: () => (/* binding */ packagesAdvice)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7649);
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3833);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6093);




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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('authentication', {
        asked: 'Signing in to GitHub’s API, which deletes what is in ghcr.io',
        answered: credentials.kind === 'anonymous'
            ? 'no credentials were given, and the Docker config has none for ghcr.io'
            : 'the Docker config has only a token of the registry, which GitHub’s API does not take',
        advice: `Give username and password. ${rightsAdvice}`,
    });
}
function refused(answer, method) {
    const failure = (0,_http_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, (0,_http_message_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)({ method, url: answer.url }), packagesAdvice);
    if (answer.status !== 400)
        return failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        asked: '',
        answered: failure.message,
        advice: 'GitHub deletes neither a version of a public package that was downloaded more than 5,000 times (its support may) ' +
            'nor the last tagged version of a package (delete the package, on its page at GitHub): leave this one out.',
    });
}
function notAllowed(answer) {
    const { message } = (0,_http_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, (0,_http_message_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)({ method: 'DELETE', url: answer.url }));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('denied', {
        asked: '',
        answered: `${message}; and yet the version is there`,
        advice: rightsAdvice,
    });
}
function tooMany(repository) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        asked: `the versions of the package ${(0,_images_name_js__WEBPACK_IMPORTED_MODULE_3__/* .formatRepository */ .Sh)(repository)}`,
        answered: `GitHub lists ${mostListed.toLocaleString('en')} of them and no more, and an incomplete list is not safe to delete from`,
        advice: 'Delete versions that nobody needs on the package’s page at GitHub, or by their ids with gh api, until there are ' +
            'fewer. The parts of a multi-platform image are versions without a tag: do not delete these by themselves.',
    });
}


/***/ }),

/***/ 9985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ createGhcrPackages),
  i: () => (/* binding */ idsByDigest)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/octokit.js + 1 modules
var octokit = __webpack_require__(7123);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/registries/ghcr-answers.js
var ghcr_answers = __webpack_require__(7517);
// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/registries/ghcr-version.js



function readVersion(value) {
    if (!(0,manifest/* isObject */.Gv)(value) || !(0,manifest/* isObject */.Gv)(value.metadata) || !(0,manifest/* isObject */.Gv)(value.metadata.container))
        return undefined;
    const { id } = value;
    const { tags } = value.metadata.container;
    const digest = (0,json_values/* digestIn */.s)(value.name);
    const created = (0,date/* timeOf */.n)(value.created_at);
    const updated = (0,date/* timeOf */.n)(value.updated_at);
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || digest === undefined)
        return undefined;
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string'))
        return undefined;
    if (created === undefined || updated === undefined)
        return undefined;
    return { id, digest, tags, created, updated };
}

// EXTERNAL MODULE: ./build/src/registries/linked-pages.js
var linked_pages = __webpack_require__(1493);
;// CONCATENATED MODULE: ./build/src/registries/ghcr-packages.js








const pageSize = 100;
function createGhcrPackages(repository, settings) {
    const api = (0,octokit/* createGitHubApi */._)(settings.http, settings.api, settings.token);
    const origin = new URL(api.base);
    const [inOrganization, ofUser] = homesOf(repository);
    let home;
    let ids;
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
            throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)({ method: 'GET', url: answer.url }), ghcr_answers/* packagesAdvice */.wT);
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
        failed: (answer, asked, page) => answer.status === 400 && page > 1 ? (0,ghcr_answers/* tooMany */.Ot)(repository) : (0,answers/* failureOf */.g5)(answer, asked, ghcr_answers/* packagesAdvice */.wT),
    };
    async function* versions(state) {
        let count = 0;
        const answer = await get(`/versions?per_page=${pageSize}&state=${state}`);
        for await (const page of (0,linked_pages/* listLinkedPages */.S)({ ...list, answer })) {
            count += page.length;
            yield page;
        }
        if (count === ghcr_answers/* mostListed */.p9)
            throw (0,ghcr_answers/* tooMany */.Ot)(repository);
    }
    async function version(id) {
        const answer = await get(`/versions/${id}`);
        const asked = (0,message/* describe */.q0)({ method: 'GET', url: answer.url });
        if (answer.status === 404) {
            await requirePackage();
            return undefined;
        }
        if (answer.status !== 200)
            throw (0,answers/* failureOf */.g5)(answer, asked, ghcr_answers/* packagesAdvice */.wT);
        const read = readVersion((0,answers/* jsonObject */.o$)(answer, asked));
        if (read !== undefined)
            return read;
        throw new errors/* Failure */.HR('server', { asked, answered: '200, but no version that can be read' });
    }
    return {
        versions,
        version,
        ids() {
            ids ??= idsByDigest(versions('active'));
            return ids;
        },
        async deleteVersion(id) {
            const answer = await change('DELETE', `/versions/${id}`);
            if (isDone(answer))
                return 'deleted';
            if (answer.status !== 404)
                throw (0,ghcr_answers/* refused */.J5)(answer, 'DELETE');
            if ((await version(id)) !== undefined)
                throw (0,ghcr_answers/* notAllowed */.mj)(answer);
            return 'missing';
        },
        async restoreVersion(id) {
            const answer = await change('POST', `/versions/${id}/restore`);
            if (isDone(answer))
                return 'restored';
            if (answer.status !== 404)
                throw (0,ghcr_answers/* refused */.J5)(answer, 'POST');
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


/***/ }),

/***/ 1493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ listLinkedPages)
/* harmony export */ });
/* harmony import */ var _http_answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7649);
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3833);
/* harmony import */ var _http_origins_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(265);
/* harmony import */ var _json_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1982);
/* harmony import */ var _paginate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(446);





function listLinkedPages(list) {
    let total = 0;
    const read = (answer, at) => {
        const { asked, url } = at;
        if (answer.status !== 200)
            throw list.failed(answer, asked, at.number);
        if (!(0,_http_origins_js__WEBPACK_IMPORTED_MODULE_2__/* .sameOrigin */ .Nm)(answer.url, list.origin))
            throw (0,_http_message_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)({ method: 'GET', url: answer.url }, `a redirect led there, and not to ${list.origin.host}`);
        const entries = (0,_paginate_js__WEBPACK_IMPORTED_MODULE_4__/* .readEntries */ .$2)((0,_http_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonArray */ .Ir)(answer, asked), list.read, asked);
        const counted = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_3__/* .countOf */ .pq)(Number(answer.header('x-total-count') ?? total)) ?? total;
        if (counted < total)
            throw (0,_paginate_js__WEBPACK_IMPORTED_MODULE_4__/* .brokenList */ .aC)(asked, 'something was deleted while its list was read');
        total = counted;
        return { entries, next: (0,_paginate_js__WEBPACK_IMPORTED_MODULE_4__/* .pageAt */ .F3)(list.origin, (0,_paginate_js__WEBPACK_IMPORTED_MODULE_4__/* .linkedPage */ .ju)(answer, at), url), total };
    };
    return (0,_paginate_js__WEBPACK_IMPORTED_MODULE_4__/* .paginate */ .En)({ ...list, first: list.answer.url, read });
}


/***/ }),

/***/ 5879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ journalLine),
/* harmony export */   J_: () => (/* binding */ journalEnd),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   c5: () => (/* binding */ longestJournal),
/* harmony export */   cI: () => (/* binding */ journalHead)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2970);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6093);
/* harmony import */ var _images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8442);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(101);





const version = 1;
const longestJournal = 256 * 1024 * 1024;
const mediaTypeGrammar = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;
function journalHead({ registry, created }) {
    return `${JSON.stringify({ journal: 'image-gate', version, registry, created: created.toISOString() })}\n`;
}
function journalLine({ bytes, ...entry }) {
    return `${JSON.stringify({ ...entry, bytes: bytes.toString('base64') })}\n`;
}
function journalEnd(manifests) {
    return `${JSON.stringify({ end: true, manifests })}\n`;
}
function readJournal(text) {
    if (/^\{\s*"format":\s*"image-gate-backup"/.test(text)) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)('this is a backup, not a journal', 'Give the file that delete or prune wrote: only in that are images.');
    }
    const lines = text.split('\n');
    lines.pop();
    const [first, ...rest] = lines.map((line, at) => object(line, at + 1));
    if (first?.journal !== 'image-gate')
        throw faulty(1, 'is not the head of a journal of Image Gate');
    if (first.version !== version)
        throw faulty(1, `has version ${JSON.stringify(first.version)}, and this program reads ${version}`);
    const created = new Date(typeof first.created === 'string' ? first.created : '');
    if (typeof first.registry !== 'string' || Number.isNaN(created.getTime())) {
        throw faulty(1, 'has no registry or no time');
    }
    const last = rest.at(-1);
    const complete = last?.end === true;
    const entries = (complete ? rest.slice(0, -1) : rest).map((value, at) => readEntry(value, at + 2));
    if (complete && last.manifests !== entries.length)
        throw faulty(lines.length, 'counts other manifests than there are');
    return { head: { registry: first.registry, created }, entries, complete };
}
function readEntry(value, line) {
    const { repository, digest, mediaType, tags, bytes } = value;
    if (typeof repository !== 'string' || typeof mediaType !== 'string' || !mediaTypeGrammar.test(mediaType)) {
        throw faulty(line, 'is no manifest');
    }
    if (typeof digest !== 'string' || !(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B)(digest))
        throw faulty(line, 'has no digest');
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string' && (0,_images_name_js__WEBPACK_IMPORTED_MODULE_2__/* .isTag */ .dz)(tag))) {
        throw faulty(line, 'has no list of tags');
    }
    const content = Buffer.from(typeof bytes === 'string' ? bytes : '', 'base64');
    if (!(0,_images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isManifestOf */ .v)(content, digest))
        throw faulty(line, 'has other bytes than its digest says');
    return { repository, digest, mediaType, tags, bytes: content };
}
function object(line, at) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw faulty(at, 'is not a JSON object');
}
function faulty(line, what) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('usage', {
        asked: '',
        answered: `line ${line} of the journal ${what}`,
        advice: 'Give the file as delete or prune wrote it.',
    });
}


/***/ })

};
