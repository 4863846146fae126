export const id = 960;
export const ids = [960];
export const modules = {

/***/ 2960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  repository: () => (/* binding */ repository)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/drivers/docker-hub/api.js + 4 modules
var api = __webpack_require__(3010);
// EXTERNAL MODULE: ./build/src/registries/drivers/docker-hub/index.js
var docker_hub = __webpack_require__(1632);
// EXTERNAL MODULE: ./build/src/registries/drivers/docker-hub/name.js
var docker_hub_name = __webpack_require__(633);
// EXTERNAL MODULE: ./build/src/registries/drivers/index.js + 6 modules
var drivers = __webpack_require__(2204);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/repository/inputs.js


const repositoryInputs = {
    image: (0,types/* text */.Qq)({
        help: 'Set the repository on Docker Hub: `acme/app`, or `app` (in `namespace`).',
        placeholder: 'NAME',
    }),
    ...(0,registry/* registryInputs */.P4)({ names: ['image'] }),
    create: (0,types/* boolean */.zM)({ help: 'Create the repository if it does not exist.', fallback: 'false' }),
    private: (0,types/* boolean */.zM)({
        help: 'Make the repository private (`true`) or public (`false`). Without it, an existing repository keeps its visibility, and a new one is public.',
    }),
    description: (0,types/* text */.Qq)({
        help: 'Set the short description, at most 100 characters.',
        placeholder: 'TEXT',
    }),
    'full-description': (0,types/* file */.NJ)({
        help: 'Set the full description from this Markdown file, at most 25,000 characters.',
    }),
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '2m' }),
};

// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/repository/report.js


function reportRepository(result) {
    const { repository, created, changed } = result;
    const shown = jsonOf(repository);
    const rows = rowsOf(repository);
    const { namespace, name } = repository;
    const page = `https://hub.docker.com/${namespace === 'library' ? '_' : `r/${encodeURIComponent(namespace)}`}/${encodeURIComponent(name)}`;
    return {
        outputs: { repository: JSON.stringify(shown), created: String(created) },
        json: { ...shown, created, changed },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(created || changed.length > 0 ? 'good' : 'none', headlineOf(result)), (0,markdown/* table */.tp)([
            [(0,markdown/* plain */.pj)('Repository'), (0,markdown/* link */.nf)(`${namespace}/${name}`, page)],
            ...rows.map(([title, text]) => [
                (0,markdown/* plain */.pj)(title),
                title === 'Immutable tags' ? (0,markdown/* code */.aY)(text) : (0,markdown/* plain */.pj)(text),
            ]),
        ])),
        table: {
            columns: ['what', 'it is'],
            rows: [['Repository', `${namespace}/${name}`], ...rows].map((cells) => cells.map((text) => ({ text }))),
        },
        headline: headlineOf(result),
        failures: [],
        exitCode: 0,
    };
}
function headlineOf({ repository: { namespace, name }, created, changed }) {
    const named = `${namespace}/${name}`;
    if (created)
        return `${named} was created`;
    return changed.length === 0 ? `${named} exists; nothing was changed` : `${named}: ${changed.join(', ')} changed`;
}
function jsonOf(repository) {
    return { ...repository };
}
function rowsOf(repository) {
    const { private: isPrivate, permissions, fullDescription } = repository;
    const may = Object.entries(permissions ?? {}).flatMap(([what, allowed]) => (allowed ? [what] : []));
    const rows = [
        ['Visibility', isPrivate === undefined ? undefined : isPrivate ? 'private' : 'public'],
        ['Description', repository.description],
        ['Full description', fullDescription && `${(0,quantities/* formatCount */.B4)([...fullDescription].length)} characters`],
        ['Pulls', repository.pulls === undefined ? undefined : (0,quantities/* formatCount */.B4)(repository.pulls)],
        ['Stars', repository.stars === undefined ? undefined : (0,quantities/* formatCount */.B4)(repository.stars)],
        ['Size', repository.size === undefined ? undefined : (0,quantities/* formatBytes */.z3)(repository.size)],
        ['Updated', repository.updated && (0,quantities/* formatTime */.fU)(repository.updated)],
        ['Registered', repository.registered && (0,quantities/* formatTime */.fU)(repository.registered)],
        ['Status', repository.status],
        ['Categories', repository.categories.join(', ')],
        ['Immutable tags', repository.immutableTags?.join(', ')],
        ['You may', may.join(', ')],
    ];
    return rows.flatMap(([title, text]) => (text ? [[title, text]] : []));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./build/src/commands/repository/wanted.js



const longestDescription = 100;
const longestPage = 25_000;
async function readWanted(inputs) {
    const { private: isPrivate, description, 'full-description': page } = inputs;
    if (description !== undefined)
        checkLength((0,input_names/* inputName */.yu)('description'), description, longestDescription);
    const fullDescription = page === undefined ? undefined : await readPage(page);
    return {
        ...(isPrivate === undefined ? {} : { private: isPrivate }),
        ...(description === undefined ? {} : { description }),
        ...(fullDescription === undefined ? {} : { fullDescription }),
    };
}
async function readPage(path) {
    const named = `${(0,input_names/* inputName */.yu)('full-description')} ${JSON.stringify(path)}`;
    const bytes = await (0,promises_.readFile)(path).catch((error) => {
        throw (0,errors/* usageFailure */.II)(`${named} cannot be read: ${error.message}`, 'It is looked for in the working directory; in a workflow actions/checkout has to come first.');
    });
    const text = decode(bytes, named);
    checkLength(named, text, longestPage);
    return text;
}
function decode(bytes, named) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        throw (0,errors/* usageFailure */.II)(`${named} is not UTF-8`, 'Save the file as UTF-8.');
    }
}
function checkLength(named, text, most) {
    const length = [...text].length;
    if (length > most)
        throw tooLong(named, length, most);
}
function tooLong(named, length, most) {
    const count = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return (0,errors/* usageFailure */.II)(`${named} has ${count(length)} characters`, `Docker Hub takes at most ${count(most)}: make it shorter; nothing was sent.`);
}
function changesTo(found, wanted) {
    const { description, fullDescription } = wanted;
    return {
        descriptions: {
            ...(differs(description, found.description) ? { description } : {}),
            ...(differs(fullDescription, found.fullDescription) ? { fullDescription } : {}),
        },
        private: wanted.private === found.private ? undefined : wanted.private,
    };
}
function differs(wanted, found) {
    const bare = (text) => text.replaceAll('\r\n', '\n').trimEnd();
    return wanted !== undefined && bare(wanted) !== bare(found ?? '');
}

;// CONCATENATED MODULE: ./build/src/commands/repository/index.js












const repository = {
    name: 'repository',
    summary: 'Report on a repository on Docker Hub; on request, create it and change its descriptions and visibility.',
    inputs: repositoryInputs,
    positional: ['image'],
    examples: ['acme/app --json'],
    outputs: {
        repository: 'A JSON object of the repository as it is after the run: `namespace`, `name`, `private`, `description`, `fullDescription`, `pulls`, `stars`, `size` (bytes), `updated`, `registered`, `status`, `categories`, `contentTypes`, `immutableTags`, `permissions`.',
        created: '`true` if this run created the repository.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runRepository,
    report: reportRepository,
};
async function runRepository(inputs, context) {
    if (inputs.image === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} is needed: the repository at Docker Hub`, 'For example acme/app.');
    const image = (0,inputs_image/* readRepositoryName */.o2)(inputs.image, inputs, context.workflow);
    const named = hubName(image, inputs.create);
    const wanted = await readWanted(inputs);
    const hub = (0,api/* createDockerHub */.A)(await (0,registry/* registrySettings */.HO)(image.registry, inputs, context));
    if (!inputs.create) {
        const found = await hub.repository(...named);
        if (found === undefined)
            throw missing(image);
        return bring(hub, named, found, wanted);
    }
    const { repository: found, created } = await hub.createRepository(...named, wanted);
    return created ? { repository: found, created, changed: [] } : bring(hub, named, found, wanted);
}
async function bring(hub, named, found, wanted) {
    const { descriptions, private: isPrivate } = changesTo(found, wanted);
    const changed = [
        ...(isPrivate === undefined ? [] : ['private']),
        ...(descriptions.description === undefined ? [] : ['description']),
        ...(descriptions.fullDescription === undefined ? [] : ['full-description']),
    ];
    if (isPrivate !== undefined)
        await hub.setPrivate(...named, isPrivate);
    if (Object.keys(descriptions).length > 0)
        await hub.updateRepository(...named, descriptions);
    const now = changed.length === 0 ? found : await hub.repository(...named);
    return { repository: now ?? found, created: false, changed };
}
function hubName(image, create) {
    const { host } = image.registry;
    if ((0,drivers/* kindOf */.I)(image.registry) !== docker_hub/* dockerHub */.U) {
        throw new errors/* Failure */.HR('unsupported', {
            operation: `the settings of ${(0,images_name/* formatRepository */.Sh)(image)}`,
            reason: `${host} is not Docker Hub`,
            advice: 'On other registries a push makes the repository, and visibility and description are set on its own page or by ' +
                'its own API: on ghcr.io in the settings of the package, whose description is the image’s label ' +
                'org.opencontainers.image.description; on ECR by aws ecr create-repository before the first push.',
        });
    }
    const [namespace, name] = (0,docker_hub_name/* hubNameOf */.U)(image);
    if (create && !(name.length >= 2 && /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name))) {
        throw (0,errors/* usageFailure */.II)(`Docker Hub makes no repository called ${JSON.stringify(name)}`, 'A new name has 2 to 255 lower-case letters and digits, with single . _ - between them.');
    }
    return [namespace, name];
}
function missing(image) {
    return new errors/* Failure */.HR('not-found', {
        operation: `the repository ${(0,images_name/* formatRepository */.Sh)(image)}`,
        reason: 'Docker Hub has none of that name that these credentials may see',
        advice: `Check the name, give ${input_names/* usernameAndPassword */.RJ} of somebody who has access, or create it with ${(0,input_names/* inputValue */.UV)('create', true)}.`,
    });
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

/***/ 3010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ createDockerHub)
});

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/docker-hub/objects.js



function readTag(value) {
    const tag = (0,manifest/* isObject */.Gv)(value) ? value : {};
    const name = (0,json_values/* textOf */.b6)(tag.name);
    if (name === undefined)
        return undefined;
    return {
        name,
        digest: (0,json_values/* digestIn */.s)(tag.digest),
        mediaType: (0,json_values/* textOf */.b6)(tag.media_type),
        contentType: (0,json_values/* textOf */.b6)(tag.content_type),
        status: (0,json_values/* textOf */.b6)(tag.tag_status),
        size: (0,json_values/* countOf */.pq)(tag.full_size),
        pushed: (0,date/* timeOf */.nR)(tag.tag_last_pushed),
        pulled: (0,date/* timeOf */.nR)(tag.tag_last_pulled),
        updated: (0,date/* timeOf */.nR)(tag.last_updated),
        updatedBy: (0,json_values/* textOf */.b6)(tag.last_updater_username),
        images: Array.isArray(tag.images) ? tag.images.filter(manifest/* isObject */.Gv).map(readImage) : [],
    };
}
function readImage(image) {
    const [os, architecture, variant] = [(0,json_values/* textOf */.b6)(image.os), (0,json_values/* textOf */.b6)(image.architecture), (0,json_values/* textOf */.b6)(image.variant)];
    const known = os !== undefined && architecture !== undefined;
    return {
        platform: known ? { os, architecture, ...(variant === undefined ? {} : { variant }) } : undefined,
        digest: (0,json_values/* digestIn */.s)(image.digest),
        size: (0,json_values/* countOf */.pq)(image.size),
        status: (0,json_values/* textOf */.b6)(image.status),
        pushed: (0,date/* timeOf */.nR)(image.last_pushed),
        pulled: (0,date/* timeOf */.nR)(image.last_pulled),
    };
}
function readRepository(value, namespace) {
    const entry = (0,manifest/* isObject */.Gv)(value) ? value : {};
    const name = (0,json_values/* textOf */.b6)(entry.name);
    if (name === undefined)
        return undefined;
    const { permissions, immutable_tags_settings: immutable, categories } = entry;
    return {
        namespace: (0,json_values/* textOf */.b6)(entry.namespace) ?? namespace,
        name,
        private: typeof entry.is_private === 'boolean' ? entry.is_private : undefined,
        description: typeof entry.description === 'string' ? entry.description : undefined,
        pulls: (0,json_values/* countOf */.pq)(entry.pull_count),
        stars: (0,json_values/* countOf */.pq)(entry.star_count),
        size: (0,json_values/* countOf */.pq)(entry.storage_size),
        updated: (0,date/* timeOf */.nR)(entry.last_updated),
        registered: (0,date/* timeOf */.nR)(entry.date_registered),
        status: (0,json_values/* textOf */.b6)(entry.status_description),
        contentTypes: (0,json_values/* textsOf */.CB)(entry.content_types),
        categories: Array.isArray(categories)
            ? (0,json_values/* textsOf */.CB)(categories.map((one) => ((0,manifest/* isObject */.Gv)(one) ? one.name : undefined)))
            : [],
        fullDescription: typeof entry.full_description === 'string' ? entry.full_description : undefined,
        permissions: (0,manifest/* isObject */.Gv)(permissions)
            ? { read: permissions.read === true, write: permissions.write === true, admin: permissions.admin === true }
            : undefined,
        immutableTags: (0,manifest/* isObject */.Gv)(immutable) && immutable.enabled === true ? (0,json_values/* textsOf */.CB)(immutable.rules) : undefined,
    };
}

// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
// EXTERNAL MODULE: ./build/src/lib/parse-json.js
var parse_json = __webpack_require__(9853);
;// CONCATENATED MODULE: ./build/src/registries/drivers/docker-hub/session.js







const hubOrigin = new URL('https://hub.docker.com');
const usualLife = 600;
const margin = 30;
const loginAdvice = {
    authentication: 'Docker Hub did not take user name and password. Use a user’s name with a personal access token (a password is not ' +
        'taken where single sign-on or two-factor authentication is on), or an organization’s name with its access token. ' +
        'After too many attempts Docker Hub locks the name out for 10 minutes.',
};
function openHubSession(settings) {
    const { credentials, credentialsOf } = settings;
    const home = openAccount(settings);
    const others = new Map();
    return {
        anonymous: home.anonymous,
        async send(request) {
            const path = pathIn(request.url);
            const own = path === undefined ? undefined : await credentialsOf?.(path);
            const key = JSON.stringify(own ?? credentials);
            if (key === JSON.stringify(credentials))
                return home.send(request);
            const session = others.get(key) ?? openAccount({ ...settings, credentials: own ?? credentials });
            others.set(key, session);
            return session.send(request);
        },
    };
}
function pathIn({ pathname }) {
    const [, ...names] = /^\/v2\/(?:namespaces\/([^/]+)\/repositories|repositories\/([^/]+))(?:\/([^/]+))?/.exec(pathname) ?? [];
    const known = names.filter((name) => name !== undefined);
    return known.length === 0 ? undefined : known.join('/');
}
function openAccount(settings) {
    const { http, credentials, now } = settings;
    let current;
    let renewsOn401 = true;
    function logInAgain() {
        const login = logIn(settings);
        current = login;
        login.catch((error) => {
            const refused = error instanceof errors/* Failure */.HR && error.kind === 'authentication';
            if (!refused && current === login)
                current = undefined;
        });
        return login;
    }
    async function token(stale) {
        const known = current ?? logInAgain();
        const found = await known;
        if (found !== stale && found.until > now().getTime())
            return found;
        return current === known || current === undefined ? logInAgain() : current;
    }
    return {
        anonymous: credentials.kind === 'anonymous',
        async send(request) {
            if (credentials.kind === 'anonymous')
                return http.request(request);
            const first = await token();
            const answer = await http.request(authorized(request, first));
            if (answer.status !== 401 || !(0,url_policy/* sameOrigin */.Nm)(answer.url, hubOrigin) || !renewsOn401)
                return answer;
            const again = await http.request(authorized(request, await token(first)));
            if (again.status === 401)
                renewsOn401 = false;
            return again;
        },
    };
}
async function logIn({ http, credentials, now, mask }) {
    if (credentials.kind !== 'password') {
        throw new errors/* Failure */.HR('authentication', {
            operation: `Logging in to ${hubOrigin.host}`,
            reason: 'the Docker config has only a token of the registry, which Docker Hub’s API does not take',
            advice: `Give ${input_names/* usernameAndPassword */.RJ} (a personal access token).`,
        });
    }
    const request = {
        method: 'POST',
        url: new URL('/v2/auth/token', hubOrigin),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ identifier: credentials.username, secret: credentials.password }),
        repeatable: true,
    };
    const operation = (0,message/* describe */.q0)(request);
    const answer = await http.request(request);
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, operation, loginAdvice);
    const { access_token: value } = (0,responses/* jsonObject */.o$)(answer, operation);
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
        throw new errors/* Failure */.HR('server', { operation, reason: 'an answer without a token that can be used' });
    }
    mask(value);
    const came = now().getTime();
    const life = lifeOf(value, came) ?? usualLife;
    return { value, until: came + (life - Math.min(margin, life / 10)) * 1000 };
}
function lifeOf(token, came) {
    const claims = (0,parse_json/* parseJson */.q)(Buffer.from(token.split('.')[1] ?? '', 'base64url'));
    if (!(0,manifest/* isObject */.Gv)(claims) || typeof claims.exp !== 'number')
        return undefined;
    const life = claims.exp - (typeof claims.iat === 'number' ? claims.iat : came / 1000);
    return life > 0 ? life : undefined;
}
function authorized(request, { value }) {
    return { ...request, headers: { ...request.headers, authorization: `Bearer ${value}` } };
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/docker-hub/pages.js




const pageSize = 100;
function listHubPages(session, path, read, advice) {
    let total = 0;
    return (0,paginate/* paginate */.En)({
        first: new URL(`${path}${path.includes('?') ? '&' : '?'}page_size=${pageSize}`, hubOrigin),
        send: (url) => session.send({ method: 'GET', url, headers: { accept: 'application/json' } }),
        keyOf: ({ name }) => name,
        read(answer, { url, operation, number }) {
            if (answer.status === 404 && number > 1)
                return { entries: [], next: undefined, total };
            if (answer.status !== 200)
                throw (0,responses/* failureOf */.g5)(answer, operation, advice);
            const { results, next, count } = (0,responses/* jsonObject */.o$)(answer, operation);
            const values = results === null ? [] : results;
            if (!Array.isArray(values))
                throw (0,paginate/* unreadableEntries */.Gl)(operation);
            const entries = (0,paginate/* readEntries */.$2)(values, read, operation);
            const counted = (0,json_values/* countOf */.pq)(count ?? 0);
            if (counted === undefined)
                throw (0,paginate/* brokenList */.aC)(operation, 'its count is not a number');
            total = counted;
            const isLast = next === undefined || next === null || next === '';
            const following = isLast ? undefined : (0,paginate/* pageAt */.F3)(hubOrigin, (0,paginate/* addressOf */.ci)(next, { url, operation }), url);
            return { entries, next: following, total };
        },
    });
}

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
;// CONCATENATED MODULE: ./build/src/registries/drivers/docker-hub/requests.js




function listPath(namespace) {
    return `/v2/namespaces/${segment(namespace)}/repositories`;
}
function repositoryPath(namespace, name) {
    return `${listPath(namespace)}/${segment(name)}`;
}
function tagPath(namespace, name, tag) {
    return `${repositoryPath(namespace, name)}/tags/${checkedTag(tag)}`;
}
function oldRepositoryPath(namespace, name) {
    return `/v2/repositories/${segment(namespace)}/${segment(name)}`;
}
function oldTagPath(namespace, name, tag) {
    return `${oldRepositoryPath(namespace, name)}/tags/${checkedTag(tag)}/`;
}
function checkedTag(tag) {
    if ((0,images_name/* isTag */.dz)(tag))
        return tag;
    throw (0,errors/* usageFailure */.II)(`${JSON.stringify(tag)} is not a tag`);
}
function segment(name) {
    if (/^\.*$/.test(name))
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(name)} is not a name at Docker Hub`);
    return encodeURIComponent(name);
}
function hubRequest(method, path, body) {
    const headers = { accept: 'application/json' };
    const url = new URL(path, hubOrigin);
    if (body === undefined)
        return { method, url, headers };
    return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
function isMissingAtHub(answer) {
    return answer.status === 404 && (0,url_policy/* sameOrigin */.Nm)(answer.url, hubOrigin);
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/docker-hub/api.js








const manageAdvice = 'This takes a personal access token with Read, Write, Delete, of somebody who is admin of the repository; an ' +
    'organization access token cannot do it.';
const valuesAdvice = 'Docker Hub takes names of 2 to 255 lower-case letters and digits with single . _ - between them, descriptions of at ' +
    'most 100 characters and full descriptions of at most 25,000.';
function createDockerHub(settings) {
    const session = openHubSession(settings);
    const advice = {
        authentication: session.anonymous
            ? `Give ${input_names/* usernameAndPassword */.RJ}: a personal access token, or an organization’s name and its access token.`
            : 'Docker Hub took these credentials, and not the token that it gave for them: an organization access token may ' +
                'not do this; use the personal access token of a member.',
        denied: 'These credentials may not read this: use a personal access token with Read, of somebody who has access.',
        'not-found': 'Docker Hub says this of what does not exist and of what these credentials may not see: check the name, and ' +
            `give ${input_names/* usernameAndPassword */.RJ} (an access token of somebody who has access).`,
    };
    const managing = { ...advice, denied: manageAdvice };
    async function repository(namespace, name) {
        const request = hubRequest('GET', repositoryPath(namespace, name));
        const answer = await session.send(request);
        if (isMissingAtHub(answer))
            return undefined;
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
        return detailsOf(answer, request, namespace);
    }
    async function change(request) {
        const answer = await session.send({ ...request, repeatable: true });
        if (answer.status < 200 || answer.status > 299)
            throw refused(answer, request);
    }
    function refused(answer, request) {
        const values = answer.status === 400 || answer.status === 422 ? { server: valuesAdvice } : {};
        return (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), { ...managing, ...values });
    }
    return {
        tags: (namespace, name) => listHubPages(session, `${repositoryPath(namespace, name)}/tags`, readTag, advice),
        async tag(namespace, name, tag) {
            const request = hubRequest('GET', tagPath(namespace, name, tag));
            const answer = await session.send(request);
            if (isMissingAtHub(answer))
                return undefined;
            if (answer.status !== 200)
                throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
            return readTag((0,responses/* jsonObject */.o$)(answer, (0,message/* describe */.q0)(request)));
        },
        repositories: (namespace) => listHubPages(session, `${listPath(namespace)}?ordering=name`, (entry) => readRepository(entry, namespace), advice),
        repository,
        async createRepository(namespace, name, wanted = {}) {
            const existing = await repository(namespace, name);
            if (existing !== undefined)
                return { repository: existing, created: false };
            const request = hubRequest('POST', listPath(namespace), {
                name,
                namespace,
                registry: 'docker.io',
                ...(wanted.private === undefined ? {} : { is_private: wanted.private }),
                ...descriptionsOf(wanted),
            });
            const outcome = await session.send(request).catch(lostAnswer);
            if (!(outcome instanceof errors/* Failure */.HR) && (outcome.status === 200 || outcome.status === 201)) {
                return { repository: detailsOf(outcome, request, namespace), created: true };
            }
            const unclear = outcome instanceof errors/* Failure */.HR || outcome.status === 408 || outcome.status >= 500;
            const conflict = !unclear && (outcome.status === 400 || outcome.status === 409);
            const found = unclear || conflict ? await repository(namespace, name) : undefined;
            if (found !== undefined)
                return { repository: found, created: unclear };
            throw outcome instanceof errors/* Failure */.HR ? outcome : refused(outcome, request);
        },
        updateRepository: (namespace, name, changes) => change(hubRequest('PATCH', repositoryPath(namespace, name), descriptionsOf(changes))),
        setPrivate: (namespace, name, isPrivate) => change(hubRequest('POST', `${oldRepositoryPath(namespace, name)}/privacy`, { is_private: isPrivate })),
        async deleteTag(namespace, name, tag) {
            const request = hubRequest('DELETE', oldTagPath(namespace, name, tag));
            const answer = await session.send(request);
            if (answer.status >= 200 && answer.status <= 299)
                return 'deleted';
            if (isMissingAtHub(answer) && (await repository(namespace, name)) !== undefined)
                return 'missing';
            const denied = `${manageAdvice} A tag that the repository’s settings make immutable cannot be deleted at all.`;
            throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), { ...advice, denied });
        },
    };
}
function descriptionsOf({ description, fullDescription }) {
    return {
        ...(description === undefined ? {} : { description }),
        ...(fullDescription === undefined ? {} : { full_description: fullDescription }),
    };
}
function detailsOf(answer, request, namespace) {
    const details = readRepository((0,responses/* jsonObject */.o$)(answer, (0,message/* describe */.q0)(request)), namespace);
    if (details !== undefined)
        return details;
    throw new errors/* Failure */.HR('server', {
        operation: (0,message/* describe */.q0)(request),
        reason: `${answer.status}, but no repository that can be read`,
    });
}
function lostAnswer(error) {
    if (error instanceof errors/* Failure */.HR && error.kind === 'network')
        return error;
    throw error;
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
