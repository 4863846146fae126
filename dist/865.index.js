export const id = 865;
export const ids = [865];
export const modules = {

/***/ 9258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readCredentials),
/* harmony export */   z: () => (/* binding */ checkPair)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_basic_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4212);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _registries_docker_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9253);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1422);





async function readCredentials(registry, inputs, context) {
    const given = givenCredentials(registry, inputs);
    if (given !== undefined)
        return { credentials: masked(given, context) };
    const configured = await (0,_registries_docker_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readDockerConfig */ .TO)(registry, { ...context, warn: context.log.warn });
    const credentials = masked(await configured.home(), context);
    const { of } = configured;
    if (of === undefined)
        return { credentials };
    const known = new Map();
    return {
        credentials,
        credentialsOf(path) {
            const finding = known.get(path) ?? of(path).then((found) => found && masked(found, context));
            known.set(path, finding);
            return finding;
        },
    };
}
function masked(credentials, { log }) {
    for (const hidden of secretsOf(credentials))
        log.secret(hidden);
    return credentials;
}
function givenCredentials({ host }, inputs) {
    const { username, password } = inputs;
    checkPair('username', username, 'password', password);
    const login = inputs['registry-auth'].find(({ registry }) => registry.host === host);
    if (username !== undefined && password !== undefined && (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRegistry */ .l5)(inputs.registry).host === host) {
        if (login === undefined)
            return { kind: 'password', username, password };
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`registry-auth has credentials for ${host}, and so have username and password`, 'Give one of them.');
    }
    return login && { kind: 'password', username: login.username, password: login.password };
}
function checkPair(nameOfUser, user, nameOfSecret, given) {
    if (user !== undefined && given === undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${nameOfUser} is given, and ${nameOfSecret} is not`, `Give both, or neither.`);
    if (user === undefined && given !== undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${nameOfSecret} is given, and ${nameOfUser} is not`, `Give both, or neither.`);
    if (user !== undefined)
        (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .checkUserName */ .th)(user, nameOfUser);
}
function secretsOf(credentials) {
    if (credentials.kind === 'anonymous')
        return [];
    if (credentials.kind === 'bearer')
        return [credentials.token];
    const given = credentials.kind === 'password' ? credentials.password : credentials.token;
    return [given, (0,_http_basic_js__WEBPACK_IMPORTED_MODULE_4__/* .basicHeader */ .m)(credentials.username, given).replace('Basic ', '')];
}


/***/ }),

/***/ 7865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ay: () => (/* binding */ connectHub),
  v7: () => (/* binding */ connectWith),
  Ew: () => (/* binding */ createConnections),
  HP: () => (/* binding */ credentialInputs),
  wi: () => (/* binding */ registryInput),
  P4: () => (/* binding */ registryInputs),
  HO: () => (/* binding */ registrySettings)
});

// EXTERNAL MODULE: ./build/src/registries/docker-hub.js + 4 modules
var docker_hub = __webpack_require__(2540);
// EXTERNAL MODULE: ./build/src/registries/registry.js + 3 modules
var registries_registry = __webpack_require__(7667);
// EXTERNAL MODULE: ./build/src/commands/credentials.js
var commands_credentials = __webpack_require__(9258);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
;// CONCATENATED MODULE: ./build/src/commands/home-registry.js




const usualRegistry = 'docker.io';
function homeRegistry(texts, images) {
    const given = texts.get('registry');
    const named = hostsOf(texts, images);
    const [only] = named;
    if (given === undefined && named.size === 1)
        return only ?? usualRegistry;
    if (texts.has('username') || texts.has('password'))
        checkCredentials(given, named);
    return given ?? usualRegistry;
}
function hostsOf(texts, { names, files = false }) {
    const entries = names.flatMap((name) => (0,inputs/* splitList */.ry)(texts.get(name) ?? ''));
    const images = files ? entries.filter((entry) => !(0,external_node_fs_.existsSync)(entry)) : entries;
    return new Set(images.map((entry) => (0,images_name/* registryIn */.hY)(entry)?.host));
}
function checkCredentials(given, named) {
    if (given === undefined) {
        if (named.size < 2)
            return;
        throw (0,errors/* usageFailure */.II)(`username and password are given, and the images are in several registries: ${[...named].map((host) => host ?? usualRegistry).join(', ')}`, 'Name the registry of these credentials as registry, or give credentials for each in registry-auth.');
    }
    const { host } = (0,images_name/* parseRegistry */.l5)(given);
    if (named.size === 0 || named.has(undefined) || named.has(host))
        return;
    const [other] = named;
    throw (0,errors/* usageFailure */.II)(`username and password are for ${host}, and the image is in ${other}`, `Leave registry empty, or write ${other} there.`);
}

// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/commands/registry-auth.js




const keys = ['registry', 'username', 'password'];
const example = 'Write a YAML or JSON list: - { registry: ghcr.io, username: NAME, password: SECRET }';
const registryAuth = {
    type: 'secret',
    help: 'Credentials for several registries: a YAML or JSON list of `registry`, `username` and `password`. They take precedence over the Docker config.',
    placeholder: 'LIST',
    absent: [],
    masks: (logins) => logins.map(({ password }) => password),
    read: parseLogins,
};
async function parseLogins(text, name) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
    const [fault] = document.errors;
    if (fault !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${name} is not valid YAML or JSON (line ${fault.linePos?.[0].line ?? 1})`, example);
    }
    const entries = document.toJS({ maxAliasCount: 0 });
    if (!Array.isArray(entries))
        throw (0,errors/* usageFailure */.II)(`${name} is not a list`, example);
    const logins = entries.map((entry, at) => readLogin(entry, `${name}: entry ${at + 1}`));
    const twice = logins.find(({ registry }, at) => logins.findIndex((one) => one.registry.host === registry.host) < at);
    if (twice === undefined)
        return logins;
    throw (0,errors/* usageFailure */.II)(`${name} has ${twice.registry.host} twice`, 'Give each registry once.');
}
function readLogin(entry, where) {
    if (!(0,manifest/* isObject */.Gv)(entry))
        throw (0,errors/* usageFailure */.II)(`${where} is not an object`, example);
    if (Object.keys(entry).some((key) => !keys.some((known) => known === key))) {
        throw (0,errors/* usageFailure */.II)(`${where} has a key other than ${keys.join(', ')}`, example);
    }
    const [registry = 'docker.io', username, password] = keys.map((key) => textIn(entry, key, where));
    if (username === undefined || password === undefined) {
        throw (0,errors/* usageFailure */.II)(`${where} has no ${username === undefined ? 'username' : 'password'}`, 'A secret that does not exist is empty: check its name.');
    }
    (0,inputs/* checkUserName */.th)(username, memberOf(where, 'username'));
    return { registry: (0,images_name/* parseRegistry */.l5)(registry), username, password };
}
function textIn(entry, key, where) {
    const value = entry[key];
    if (value === undefined || value === '')
        return undefined;
    if (typeof value !== 'string')
        throw (0,errors/* usageFailure */.II)(`${where}: ${key} is not a text`, example);
    return (0,inputs/* secretLine */.dT)(value, memberOf(where, key));
}
function memberOf(where, key) {
    return `${where}: ${key}`;
}

;// CONCATENATED MODULE: ./build/src/commands/registry-inputs.js






function registryInputs(images) {
    return {
        registry: registryInput(images),
        namespace: (0,inputs/* text */.Qq)({
            help: 'The namespace (user, organization, project) of names without one. On ghcr.io it defaults to the owner.',
            placeholder: 'NAME',
        }),
        ...credentialInputs,
    };
}
const credentialInputs = {
    username: (0,inputs/* text */.Qq)({
        help: 'The user name for the registry. Without `username` and `password`, the credentials of the Docker config are used (docker/login-action and the clouds’ login actions write it); without either, requests are anonymous.',
        placeholder: 'NAME',
    }),
    password: (0,inputs/* secret */.rJ)({ help: 'The password for the registry, or better an access token.' }),
    'registry-auth': registryAuth,
};
function registryInput(images) {
    return {
        type: 'text',
        help: 'The registry, `host` or `host:port`, of `username` and `password` and of names without a registry. `http://` in front, or a loopback host, means plain HTTP.',
        placeholder: 'HOST',
        fallbackHelp: 'the registry that all given image names have in front, else `docker.io`',
        absent: 'docker.io',
        read: inputs/* oneLine */.TN,
        infer: (texts) => homeRegistry(texts, images),
    };
}
async function connectWith(registry, inputs, context) {
    return (0,registries_registry/* connectRegistry */.g)(registry, await registrySettings(registry, inputs, context));
}
async function registrySettings(registry, inputs, context) {
    const credentials = await (0,commands_credentials/* readCredentials */.L)(registry, inputs, context);
    return { ...context, ...credentials, mask: context.log.secret, warn: context.log.warn };
}
function createConnections(inputs, context) {
    const open = new Map();
    const connect = async (name) => {
        const settings = await registrySettings(name, inputs, context);
        return {
            registry: (0,registries_registry/* connectRegistry */.g)(name, settings),
            accountFor: async ({ path }) => accountOf((await settings.credentialsOf?.(path)) ?? settings.credentials),
        };
    };
    return (name) => {
        const known = open.get(name.host) ?? connect(name);
        open.set(name.host, known);
        return known;
    };
}
function accountOf(credentials) {
    if (credentials.kind === 'anonymous' || credentials.kind === 'bearer')
        return credentials.kind;
    return `${credentials.kind} ${credentials.username}`;
}
async function connectHub(inputs, context) {
    return (0,docker_hub/* createDockerHub */.A)(await registrySettings({ host: 'docker.io', plainHttp: false }, inputs, context));
}


/***/ }),

/***/ 7649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ir: () => (/* binding */ jsonArray),
/* harmony export */   Ob: () => (/* binding */ bodyWords),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   o$: () => (/* binding */ jsonObject)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(101);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4233);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2295);





const waitAdvice = 'The service limits how often it may be asked: try again later, or sign in for a higher limit.';
const serverAdvice = 'The service has a fault: look at its status page, and try again.';
const unexpectedAdvice = 'Nobody answers this way here: check that the address is the service’s own.';
function failureOf(answer, asked, advice = {}) {
    const limited = (0,_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isLimit */ .S)(answer);
    const strayed = answer.redirectedFrom !== undefined && answer.status === 404;
    const kind = limited || strayed ? 'server' : kindOf(answer.status);
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .serverWords */ .lZ)(answer.body, answer.header('content-type'));
    const name = node_http__WEBPACK_IMPORTED_MODULE_0__.STATUS_CODES[answer.status];
    const answered = [
        `${answer.status}${name === undefined ? '' : ` ${name}`}${answer.redirectedFrom === undefined ? '' : `, after a redirect to ${answer.url.origin}`}`,
        ...(words === undefined ? [] : [words]),
        ...(answer.note === undefined ? [] : [answer.note]),
    ].join('; ');
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(kind, {
        asked,
        answered,
        status: answer.status,
        advice: limited ? waitAdvice : (advice[kind] ?? usualAdvice(strayed ? 400 : answer.status)),
    });
}
function usualAdvice(status) {
    if (status >= 500 || status === 408)
        return serverAdvice;
    return kindOf(status) === 'server' ? unexpectedAdvice : undefined;
}
function kindOf(status) {
    if (status === 401)
        return 'authentication';
    if (status === 403)
        return 'denied';
    if (status === 404)
        return 'not-found';
    return status === 407 ? 'network' : 'server';
}
function jsonObject(answer, asked) {
    const parsed = jsonOf(answer);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
        return parsed;
    throw unexpectedContent(answer, asked);
}
function jsonArray(answer, asked) {
    const parsed = jsonOf(answer);
    if (Array.isArray(parsed))
        return parsed;
    throw unexpectedContent(answer, asked);
}
function unexpectedContent(answer, asked) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('server', {
        asked,
        answered: `${answer.status}, but not the JSON that was expected: ${bodyWords(answer)}`,
        advice: 'Check that the address is the service’s own and that no proxy or login page stands before it.',
    });
}
function bodyWords({ body, header }) {
    const contentType = header('content-type');
    const type = contentType === undefined ? '' : ` (${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .cleanLine */ .Ow)(contentType, 80)})`;
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .serverWords */ .lZ)(body, contentType) ?? (body.length === 0 ? 'an empty body' : `other content${type}`);
}
function jsonOf({ body, header }) {
    const text = body.toString('utf8');
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isHtml */ ._6)(text, header('content-type')) ? undefined : (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)(text);
}


/***/ }),

/***/ 4532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ createScanner)
/* harmony export */ });
function createScanner(text) {
    let at = 0;
    return {
        take(pattern) {
            pattern.lastIndex = at;
            const found = pattern.exec(text) ?? undefined;
            if (found)
                at = pattern.lastIndex;
            return found;
        },
        isAtEnd: () => at >= text.length,
        rest: () => text.slice(at),
    };
}


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ plausibleDate),
/* harmony export */   n: () => (/* binding */ timeOf)
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


/***/ }),

/***/ 2562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ warnOfPage),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   U$: () => (/* binding */ deleteFailure),
/* harmony export */   Ue: () => (/* binding */ lacksContent),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   dS: () => (/* binding */ pushFailure),
/* harmony export */   iF: () => (/* binding */ formerFailure),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7649);
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3833);
/* harmony import */ var _http_origins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(265);
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2970);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3572);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3009);







function isMissing(answer, request) {
    return answer.status === 404 && (0,_http_origins_js__WEBPACK_IMPORTED_MODULE_3__/* .sameOrigin */ .Nm)(answer.url, request.url) && answer.url.pathname === request.url.pathname;
}
function warnOfPage(answer, warn) {
    if ((0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypeOf */ .c0)(answer.header('content-type')) !== 'text/html')
        return;
    warn(`${answer.url.host} answered 404 with an HTML page: is it a container registry?`);
}
function readHead(answer, reference) {
    const digest = answer.header('docker-content-digest') ?? '';
    const mediaType = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypeOf */ .c0)(answer.header('content-type'));
    if (!(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .B)(digest) || !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .isManifestType */ .Q3)(mediaType))
        return undefined;
    if ((0,_images_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .B)(reference) && reference !== digest)
        return undefined;
    const length = Number(answer.header('content-length') ?? Number.NaN);
    return { mediaType, digest, size: Number.isSafeInteger(length) ? length : undefined };
}
function readManifest(answer, request, reference) {
    const claimed = answer.header('docker-content-digest');
    const expected = (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .B)(reference) ? reference : claimed !== undefined && (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .B)(claimed) ? claimed : undefined;
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .Ng)(answer.body, answer.header('content-type'), expected);
    const signed = manifest?.descriptor.mediaType === _media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .signedSchema1 */ .Xf;
    if (expected !== undefined && !signed)
        verify(answer, request, expected);
    if (manifest !== undefined)
        return manifest;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(request),
        answered: `${answer.status}, but not an image manifest: ${(0,_http_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyWords */ .Ob)(answer)}`,
        advice: 'Check that the address is a registry’s own and that no proxy or login page stands before it.',
    });
}
function formerFailure(asked, { mediaType }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked,
        answered: `it is ${(0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .formerFormat */ .V9)(mediaType) ?? 'a manifest'} (${mediaType}), not an image`,
        permanent: true,
        advice: 'Container engines no longer pull this format. Build the image again and push it with a current client.',
    });
}
function verify(answer, request, digest) {
    if (!(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .B)(digest)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
            asked: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(request),
            answered: 'a digest of an unknown form stands in the manifest',
        });
    }
    const actual = (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .o)(answer.body, digest);
    if (actual === digest)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(request),
        answered: `the content is ${actual}, not ${digest} as it should be`,
        permanent: true,
        advice: 'Something between here and the registry changed the content: do not deploy this image before you know what.',
    });
}
function deleteFailure(answer, asked, advice) {
    const failure = (0,_http_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, asked, advice);
    if (answer.status !== 412)
        return failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('denied', {
        asked: '',
        answered: failure.message,
        advice: 'Harbor keeps what a rule makes immutable and what an index lists: leave it out, change the rule, or delete the index first.',
    });
}
function pushFailure(answer, asked, advice) {
    const failure = (0,_http_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, asked, advice);
    const refusesAll = answer.status === 405 || answer.status === 501 || hasCode(answer, ['UNSUPPORTED']);
    if (!refusesAll || answer.redirectedFrom !== undefined)
        return failure;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        asked: '',
        answered: `${failure.message}: this registry takes no pushes`,
        advice: 'It is a pull-through cache, a mirror or read-only: push to the registry behind it. A registry that takes other ' +
            'pushes does not take this kind of manifest.',
    });
}
const lackingCodes = ['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN', 'MANIFEST_UNKNOWN'];
function lacksContent(answer) {
    const { status } = answer;
    if (status !== 400 && status !== 404 && status !== 500)
        return false;
    return hasCode(answer, lackingCodes);
}
function hasCode({ body }, codes) {
    const text = body.toString('utf8');
    return codes.some((code) => text.includes(`"${code}"`));
}


/***/ }),

/***/ 2568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ createAuthorizer)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/basic.js
var basic = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
// EXTERNAL MODULE: ./build/src/registries/challenge.js
var challenge = __webpack_require__(820);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/src/registries/tokens.js




const usualLife = 60;
const margin = 10;
const freshFor = 30_000;
function createTokens(settings) {
    const cache = new Map();
    const keyOf = ({ realm, service }, scope) => JSON.stringify([realm.href, service, scope]);
    return {
        async get(service, scope) {
            const key = keyOf(service, scope);
            const kept = cache.get(key);
            const known = kept ?? fetchToken(settings, service, scope);
            cache.set(key, known);
            const forget = () => cache.get(key) === known && cache.delete(key);
            known.catch(forget);
            const { value, born, until } = await known;
            const now = settings.now().getTime();
            if (until > now || kept === undefined)
                return { value, fresh: now - born < freshFor };
            forget();
            return this.get(service, scope);
        },
        async drop(service, scope, value) {
            const key = keyOf(service, scope);
            const kept = cache.get(key);
            const known = await kept?.catch(() => undefined);
            if (known?.value === value && cache.get(key) === kept)
                cache.delete(key);
        },
    };
}
async function fetchToken(settings, service, scope) {
    const request = tokenRequest(settings.credentials, service, scope);
    let answer = await settings.http.request(request);
    let asked = (0,message/* describe */.q0)(request);
    if (settings.credentials.kind === 'identity' && (answer.status === 404 || answer.status === 405)) {
        const { username, token } = settings.credentials;
        const fallback = getRequest(service, scope, (0,basic/* basicHeader */.m)(username, token));
        answer = await settings.http.request(fallback);
        asked = (0,message/* describe */.q0)(fallback);
    }
    if (answer.status === 404) {
        const advice = 'The registry names a token service that is not there: tell its operator.';
        throw new errors/* Failure */.HR('server', { asked, answered: '404 Not Found from the token service', advice });
    }
    if (answer.status !== 200)
        throw (0,answers/* failureOf */.g5)(answer, asked, settings.advice);
    return readToken(answer, asked, settings);
}
function tokenRequest(credentials, service, scope) {
    if (credentials.kind === 'password')
        return getRequest(service, scope, (0,basic/* basicHeader */.m)(credentials.username, credentials.password));
    if (credentials.kind !== 'identity')
        return getRequest(service, scope, undefined);
    const form = new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'image-gate',
        refresh_token: credentials.token,
        scope,
    });
    if (service.service !== undefined)
        form.set('service', service.service);
    return {
        method: 'POST',
        url: service.realm,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: form.toString(),
        repeatable: true,
    };
}
function getRequest({ realm, service }, scope, authorization) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.set('service', service);
    for (const one of scope.split(' ').filter((word) => word !== ''))
        url.searchParams.append('scope', one);
    return {
        method: 'GET',
        url,
        headers: { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    };
}
function readToken(answer, asked, settings) {
    const { token, access_token, expires_in } = (0,answers/* jsonObject */.o$)(answer, asked);
    const value = [token, access_token].find((one) => typeof one === 'string' && one !== '');
    if (value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
        throw new errors/* Failure */.HR('server', {
            asked,
            answered: value === undefined ? 'an answer without a token' : 'a token that no header can hold',
            advice: 'The registry’s token service does not follow the protocol: tell its operator.',
        });
    }
    settings.mask(value);
    const life = typeof expires_in === 'number' && expires_in > 0 ? expires_in : usualLife;
    const usable = life - Math.min(margin, life / 10);
    const born = settings.now().getTime();
    return { value, born, until: born + usable * 1000 };
}

;// CONCATENATED MODULE: ./build/src/registries/authorizer.js





function createAuthorizer(settings) {
    const { credentials, known } = settings;
    const tokens = createTokens(settings);
    let scheme = known
        ? { kind: 'bearer', service: { realm: new URL(known.realm), service: known.service } }
        : { kind: 'unknown' };
    const scopes = new Map();
    return {
        async header(scope) {
            if (credentials.kind === 'bearer')
                return { authorization: `Bearer ${credentials.token}` };
            if (scheme.kind === 'basic' && credentials.kind !== 'anonymous')
                return { authorization: basicOf(credentials) };
            if (scheme.kind !== 'bearer')
                return { authorization: undefined };
            const { service } = scheme;
            const wanted = scopes.get(scope) ?? scope;
            const token = await tokens.get(service, wanted);
            return { authorization: `Bearer ${token.value}`, token: { ...token, service, scope: wanted } };
        },
        async challenged(answer, sent, scope) {
            if (credentials.kind === 'bearer')
                return false;
            const challenges = await challengesOf(answer, settings);
            const bearer = challenges.find((one) => one.scheme === 'bearer' && one.parameters.realm !== undefined);
            if (bearer) {
                const service = serviceOf(bearer, settings.origin);
                const wanted = bearer.parameters.scope || scope;
                if (sent.token && sameToken(sent.token, service, wanted)) {
                    await tokens.drop(service, wanted, sent.token.value);
                    return !sent.token.fresh;
                }
                scheme = { kind: 'bearer', service };
                scopes.set(scope, wanted);
                return true;
            }
            if (!challenges.some((one) => one.scheme === 'basic'))
                return false;
            scheme = { kind: 'basic' };
            return credentials.kind !== 'anonymous' && sent.authorization !== basicOf(credentials);
        },
        isTaught: () => credentials.kind === 'bearer' || scheme.kind !== 'unknown',
        service: () => (scheme.kind === 'bearer' ? scheme.service.service : undefined),
    };
}
function basicOf(credentials) {
    return (0,basic/* basicHeader */.m)(credentials.username, credentials.kind === 'password' ? credentials.password : credentials.token);
}
function sameToken(token, service, scope) {
    return (token.service.realm.href === service.realm.href &&
        token.service.service === service.service &&
        token.scope === scope);
}
async function challengesOf(answer, { http, origin }) {
    const given = (0,challenge/* parseChallenges */.u)(answer.headerValues('www-authenticate'));
    if (given.length > 0)
        return given;
    const ping = await http.request({ method: 'GET', url: new URL('/v2/', origin) });
    if (!(0,origins/* sameOrigin */.Nm)(ping.url, origin))
        return [];
    return (0,challenge/* parseChallenges */.u)(ping.headerValues('www-authenticate')).map(({ scheme, parameters }) => {
        const { scope: _example, ...others } = parameters;
        return { scheme, parameters: others };
    });
}
function serviceOf(challenge, origin) {
    const given = challenge.parameters.realm ?? '';
    const realm = URL.canParse(given, origin.href) ? new URL(given, origin) : undefined;
    const objection = realm === undefined ? 'it is no address' : (0,origins/* objectionTo */.Dx)(realm, origin);
    if (realm === undefined || objection !== undefined) {
        throw new errors/* Failure */.HR('server', {
            asked: `the challenge of ${origin.origin}`,
            answered: `it names a token service that must not be used: ${objection}`,
            advice: 'The credentials were not sent. Check the registry’s configuration (auth.token.realm).',
        });
    }
    return { realm, service: challenge.parameters.service };
}


/***/ }),

/***/ 217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VI: () => (/* binding */ watched),
/* harmony export */   VL: () => (/* binding */ withQuery),
/* harmony export */   dJ: () => (/* binding */ isLasting),
/* harmony export */   hp: () => (/* binding */ uploadLocation)
/* harmony export */ });
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3833);
/* harmony import */ var _http_origins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(265);


const passing = new Set([408, 429, 500, 502, 503, 504]);
function uploadLocation(answer, request, origin) {
    const given = answer.header('location');
    if (given === undefined || !URL.canParse(given, request.url.href)) {
        throw (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(request, `${answer.status} without a Location that can be used`);
    }
    const location = new URL(given, request.url);
    if (location.protocol === 'http:' && origin.protocol === 'https:' && location.hostname === origin.hostname) {
        location.host = origin.host;
        location.protocol = origin.protocol;
    }
    const objection = (0,_http_origins_js__WEBPACK_IMPORTED_MODULE_1__/* .objectionTo */ .Dx)(location, origin);
    if (objection !== undefined)
        throw (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)(request, `it wants the upload at ${location.origin}, and ${objection}`);
    return location;
}
function withQuery(url, name, value) {
    const next = new URL(url);
    next.search = `${url.search === '' ? '?' : `${url.search}&`}${name}=${encodeURIComponent(value)}`;
    return next;
}
function isLasting(status, attempt) {
    return !passing.has(status) && !(status === 401 && attempt === 1);
}
async function* watched(pieces, broke) {
    try {
        yield* pieces;
    }
    catch (fault) {
        broke(fault);
        throw fault;
    }
}


/***/ }),

/***/ 820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ parseChallenges)
/* harmony export */ });
/* harmony import */ var _http_scanner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4532);

const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const quoted = /"((?:[^"\\]|\\.)*)"/suy;
const unquoted = /'([^']*)'|([^\s,;"]+)/y;
const unquotedScope = /[^\s,;"]+(?:,(?:pull|push|delete|\*)(?=[,;\s]|$))*/y;
const token68 = /[A-Za-z0-9\-._~+/]+=*(?=\s*(?:,|$))/y;
function parseChallenges(headers) {
    return headers.flatMap(parseHeader);
}
function parseHeader(header) {
    const challenges = [];
    const { take, isAtEnd, rest } = (0,_http_scanner_js__WEBPACK_IMPORTED_MODULE_0__/* .createScanner */ .z)(header);
    const takeUnquoted = (name) => {
        const found = take(name === 'scope' ? unquotedScope : unquoted);
        return found?.[1] ?? found?.[0];
    };
    const skip = (pattern) => take(pattern)?.[0] ?? '';
    while (!isAtEnd()) {
        skip(/[\s,;]*/y);
        const word = take(token)?.[0];
        if (word === undefined)
            break;
        const current = challenges.at(-1);
        const equals = /^\s*=(?!=*\s*(?:,|$))/.test(rest());
        if (equals && current) {
            skip(/\s*=\s*/y);
            const name = word.toLowerCase();
            const value = take(quoted)?.[1]?.replace(/\\(.)/gs, '$1') ?? takeUnquoted(name);
            if (value === undefined)
                break;
            current.parameters[name] ??= value;
            continue;
        }
        challenges.push({ scheme: word.toLowerCase(), parameters: {} });
        if (/^\s+[A-Za-z0-9\-._~+/]+=*\s*(?:,|$)/.test(rest())) {
            skip(/\s+/y);
            skip(token68);
        }
    }
    return challenges;
}


/***/ }),

/***/ 417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ callHelper),
/* harmony export */   mH: () => (/* binding */ askHelper),
/* harmony export */   ph: () => (/* binding */ helperProgram)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2295);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(101);
/* harmony import */ var _docker_config_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1009);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3572);





function helperProgram(name) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
        return `docker-credential-${name}`;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the Docker config names the credential helper ${JSON.stringify(name)}, which cannot be one`);
}
function callHelper(program, action, input, { environment, execute, signal }) {
    return execute(program, [action], { env: environment, input, signal });
}
async function askHelper(name, key, settings) {
    const program = helperProgram(name);
    try {
        const { exitCode, stdout, stderr } = await callHelper(program, 'get', `${key}\n`, settings);
        if (exitCode === 0) {
            const answer = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(stdout);
            if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(answer))
                settings.warn(`${program} answered something that is not a JSON object`);
            return (0,_docker_config_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .readHelped */ .L)(answer);
        }
        const said = `${stdout} ${stderr}`;
        if (!/credentials not found/i.test(said))
            settings.warn(`${program} failed: ${(0,_http_words_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanLine */ .Ow)(said) || `exit code ${exitCode}`}`);
    }
    catch (fault) {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        settings.warn(`${program}, which the Docker config names, could not be run: ${(0,_http_words_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanLine */ .Ow)(String(fault))}`);
    }
    return undefined;
}


/***/ }),

/***/ 1009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHelped),
/* harmony export */   h: () => (/* binding */ readEntry)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _json_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1982);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3572);



function readEntry(entry, key, file) {
    if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(entry))
        return undefined;
    const registryToken = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(entry.registrytoken);
    if (registryToken !== undefined) {
        if (/^[\x21-\x7e]+$/.test(registryToken))
            return { kind: 'bearer', token: registryToken };
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the entry ${JSON.stringify(key)} in ${file} has a registrytoken that no header can hold`, 'Sign in again with docker login.');
    }
    const auth = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(entry.auth);
    const pair = Buffer.from(auth ?? '', 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    if (auth !== undefined && colon < 1) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the entry ${JSON.stringify(key)} in ${file} has an auth that is not user:password in base64`, 'Sign in again with docker login.');
    }
    const username = pair === '' ? (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(entry.username) : pair.slice(0, colon);
    const password = pair === '' ? (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(entry.password) : pair.slice(colon + 1).replace(/\0+$/, '');
    const identity = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(entry.identitytoken);
    if (identity !== undefined)
        return { kind: 'identity', username: username ?? '<token>', token: identity };
    return username === undefined || password === undefined || password === ''
        ? undefined
        : { kind: 'password', username, password };
}
function readHelped(value) {
    if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
        return undefined;
    const username = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(value.Username);
    const secret = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(value.Secret);
    if (username === undefined || secret === undefined)
        return undefined;
    return username === '<token>'
        ? { kind: 'identity', username, token: secret }
        : { kind: 'password', username, password: secret };
}


/***/ }),

/***/ 5565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ findKey),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   bG: () => (/* binding */ pathKeysOf),
/* harmony export */   p4: () => (/* binding */ hasPaths)
/* harmony export */ });
/* harmony import */ var _profiles_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6615);

function keysOf(registry) {
    const [first = registry.host, ...others] = (0,_profiles_js__WEBPACK_IMPORTED_MODULE_0__/* .profileOf */ .d)(registry).configKeys ?? [];
    return [first, ...others];
}
function pathKeysOf({ registry, path }) {
    const parts = path.split('/');
    const hosts = keysOf(registry).map(normalized);
    return parts.map((_part, at) => hosts.map((host) => `${host}/${parts.slice(0, parts.length - at).join('/')}`));
}
function hasPaths(entries, registry) {
    const hosts = keysOf(registry).map(normalized);
    return Object.keys(entries).some((key) => hosts.some((host) => normalized(key).startsWith(`${host}/`)));
}
function findKey(entries, keys) {
    const written = keys.find((key) => Object.hasOwn(entries, key));
    if (written !== undefined)
        return written;
    const wanted = new Set(keys.map(normalized));
    return Object.keys(entries).find((key) => wanted.has(normalized(key)));
}
function normalized(key) {
    const [, scheme, host = '', path = ''] = /^(https?:\/\/)?([^/]*)(.*)$/is.exec(key) ?? [];
    const version = scheme === undefined ? /^\/v[12]\/?$/ : /^\/v[12](?=\/|$)/;
    const rest = path.replace(version, '').replace(/\/+$/, '');
    return `${host.toLowerCase()}${rest}`;
}


/***/ }),

/***/ 9253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ze: () => (/* binding */ configFile),
  Yn: () => (/* binding */ helperOf),
  Im: () => (/* binding */ isEmpty),
  Xg: () => (/* binding */ readConfig),
  TO: () => (/* binding */ readDockerConfig)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/parse-json.js
var parse_json = __webpack_require__(101);
// EXTERNAL MODULE: ./build/src/registries/credential-helper.js
var credential_helper = __webpack_require__(417);
;// CONCATENATED MODULE: ./build/src/registries/credentials.js
const anonymous = { kind: 'anonymous' };

// EXTERNAL MODULE: ./build/src/registries/docker-config-entry.js
var docker_config_entry = __webpack_require__(1009);
// EXTERNAL MODULE: ./build/src/registries/docker-config-keys.js
var docker_config_keys = __webpack_require__(5565);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/registries/docker-config.js











async function readDockerConfig(registry, settings) {
    const file = configFile(settings.environment);
    const config = await readConfig(file);
    const { auths, credHelpers } = config;
    const home = async () => {
        const keys = (0,docker_config_keys/* keysOf */.YD)(registry);
        const helper = helperOf(config, keys);
        const helped = helper === undefined ? undefined : await (0,credential_helper/* askHelper */.mH)(helper, keys[0], settings);
        return helped ?? entryOf(config, keys, file) ?? anonymous;
    };
    if (!(0,docker_config_keys/* hasPaths */.p4)({ ...(0,manifest/* texts */.Te)(credHelpers), ...((0,manifest/* isObject */.Gv)(auths) ? auths : {}) }, registry))
        return { home };
    return {
        home,
        async of(path) {
            for (const keys of (0,docker_config_keys/* pathKeysOf */.bG)({ registry, path })) {
                const found = (await helpedOf(config, keys, settings)) ?? entryOf(config, keys, file);
                if (found !== undefined)
                    return found;
            }
            return undefined;
        },
    };
}
async function helpedOf({ auths, credHelpers, credsStore }, keys, settings) {
    const helpers = (0,manifest/* texts */.Te)(credHelpers);
    const entries = (0,manifest/* isObject */.Gv)(auths) ? auths : {};
    const [named, listed] = [(0,docker_config_keys/* findKey */.Tj)(helpers, keys), (0,docker_config_keys/* findKey */.Tj)(entries, keys)];
    if (named !== undefined)
        return (0,credential_helper/* askHelper */.mH)(helpers[named] ?? '', named, settings);
    const store = (0,json_values/* textOf */.b6)(credsStore);
    if (store === undefined || listed === undefined || !isEmpty(entries[listed]))
        return undefined;
    return (0,credential_helper/* askHelper */.mH)(store, listed, settings);
}
function configFile(environment, platform = process.platform) {
    const folder = environment.DOCKER_CONFIG || (0,external_node_path_.join)(homeFolder(environment, platform), '.docker');
    return (0,external_node_path_.join)(folder, 'config.json');
}
function homeFolder({ HOME, USERPROFILE }, platform) {
    return (platform === 'win32' ? USERPROFILE : HOME) || homeOfUser();
}
function homeOfUser() {
    try {
        return (0,external_node_os_.userInfo)().homedir;
    }
    catch {
        return '/';
    }
}
async function readConfig(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((fault) => {
        if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR')
            return '{}';
        throw (0,errors/* usageFailure */.II)(`the Docker config ${file} cannot be read: ${fault.code}`, 'Give username and password, or another DOCKER_CONFIG.');
    });
    const config = (0,parse_json/* parseJson */.q)(text.trim() || '{}');
    if ((0,manifest/* isObject */.Gv)(config))
        return config;
    throw (0,errors/* usageFailure */.II)(`the Docker config ${file} is not a JSON object`, 'Sign in again with docker login, or give username and password.');
}
function helperOf(config, keys) {
    const helpers = (0,manifest/* texts */.Te)(config.credHelpers);
    const key = (0,docker_config_keys/* findKey */.Tj)(helpers, keys);
    return (0,json_values/* textOf */.b6)(key === undefined ? undefined : helpers[key]) ?? (0,json_values/* textOf */.b6)(config.credsStore);
}
function entryOf({ auths }, keys, file) {
    const key = (0,manifest/* isObject */.Gv)(auths) ? (0,docker_config_keys/* findKey */.Tj)(auths, keys) : undefined;
    return key === undefined || !(0,manifest/* isObject */.Gv)(auths) ? undefined : (0,docker_config_entry/* readEntry */.h)(auths[key], key, file);
}
function isEmpty(entry) {
    return (0,manifest/* isObject */.Gv)(entry) && Object.keys(entry).length === 0;
}


/***/ }),

/***/ 2540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ createDockerHub)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/registries/docker-hub-objects.js



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
        pushed: (0,date/* timeOf */.n)(tag.tag_last_pushed),
        pulled: (0,date/* timeOf */.n)(tag.tag_last_pulled),
        updated: (0,date/* timeOf */.n)(tag.last_updated),
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
        pushed: (0,date/* timeOf */.n)(image.last_pushed),
        pulled: (0,date/* timeOf */.n)(image.last_pulled),
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
        updated: (0,date/* timeOf */.n)(entry.last_updated),
        registered: (0,date/* timeOf */.n)(entry.date_registered),
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

// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
// EXTERNAL MODULE: ./build/src/parse-json.js
var parse_json = __webpack_require__(101);
;// CONCATENATED MODULE: ./build/src/registries/docker-hub-session.js






const hubOrigin = new URL('https://hub.docker.com');
const usualLife = 600;
const margin = 30;
const signInAdvice = {
    authentication: 'Docker Hub did not take username and password. Use a user’s name with a personal access token (a password is not ' +
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
    function signInAgain() {
        const signing = signIn(settings);
        current = signing;
        signing.catch((fault) => {
            const refused = fault instanceof errors/* Failure */.HR && fault.kind === 'authentication';
            if (!refused && current === signing)
                current = undefined;
        });
        return signing;
    }
    async function token(stale) {
        const known = current ?? signInAgain();
        const found = await known;
        if (found !== stale && found.until > now().getTime())
            return found;
        return current === known || current === undefined ? signInAgain() : current;
    }
    return {
        anonymous: credentials.kind === 'anonymous',
        async send(request) {
            if (credentials.kind === 'anonymous')
                return http.request(request);
            const first = await token();
            const answer = await http.request(authorized(request, first));
            if (answer.status !== 401 || !(0,origins/* sameOrigin */.Nm)(answer.url, hubOrigin) || !renewsOn401)
                return answer;
            const again = await http.request(authorized(request, await token(first)));
            if (again.status === 401)
                renewsOn401 = false;
            return again;
        },
    };
}
async function signIn({ http, credentials, now, mask }) {
    if (credentials.kind !== 'password') {
        throw new errors/* Failure */.HR('authentication', {
            asked: `Signing in to ${hubOrigin.host}`,
            answered: 'the Docker config has only a token of the registry, which Docker Hub’s API does not take',
            advice: 'Give username and password (a personal access token).',
        });
    }
    const request = {
        method: 'POST',
        url: new URL('/v2/auth/token', hubOrigin),
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ identifier: credentials.username, secret: credentials.password }),
        repeatable: true,
    };
    const asked = (0,message/* describe */.q0)(request);
    const answer = await http.request(request);
    if (answer.status !== 200)
        throw (0,answers/* failureOf */.g5)(answer, asked, signInAdvice);
    const { access_token: value } = (0,answers/* jsonObject */.o$)(answer, asked);
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
        throw new errors/* Failure */.HR('server', { asked, answered: 'an answer without a token that can be used' });
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

// EXTERNAL MODULE: ./build/src/registries/paginate.js + 1 modules
var paginate = __webpack_require__(446);
;// CONCATENATED MODULE: ./build/src/registries/docker-hub-pages.js




const pageSize = 100;
function listHubPages(session, path, read, advice) {
    let total = 0;
    return (0,paginate/* paginate */.En)({
        first: new URL(`${path}${path.includes('?') ? '&' : '?'}page_size=${pageSize}`, hubOrigin),
        send: (url) => session.send({ method: 'GET', url, headers: { accept: 'application/json' } }),
        keyOf: ({ name }) => name,
        read(answer, { url, asked, number }) {
            if (answer.status === 404 && number > 1)
                return { entries: [], next: undefined, total };
            if (answer.status !== 200)
                throw (0,answers/* failureOf */.g5)(answer, asked, advice);
            const { results, next, count } = (0,answers/* jsonObject */.o$)(answer, asked);
            const values = results === null ? [] : results;
            if (!Array.isArray(values))
                throw (0,paginate/* unreadableEntries */.Gl)(asked);
            const entries = (0,paginate/* readEntries */.$2)(values, read, asked);
            const counted = (0,json_values/* countOf */.pq)(count ?? 0);
            if (counted === undefined)
                throw (0,paginate/* brokenList */.aC)(asked, 'its count is not a number');
            total = counted;
            const isLast = next === undefined || next === null || next === '';
            const following = isLast ? undefined : (0,paginate/* pageAt */.F3)(hubOrigin, (0,paginate/* addressOf */.ci)(next, { url, asked }), url);
            return { entries, next: following, total };
        },
    });
}

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
;// CONCATENATED MODULE: ./build/src/registries/docker-hub-requests.js




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
    return answer.status === 404 && (0,origins/* sameOrigin */.Nm)(answer.url, hubOrigin);
}

;// CONCATENATED MODULE: ./build/src/registries/docker-hub.js







const manageAdvice = 'This takes a personal access token with Read, Write, Delete, of somebody who is admin of the repository; an ' +
    'organization access token cannot do it.';
const valuesAdvice = 'Docker Hub takes names of 2 to 255 lower-case letters and digits with single . _ - between them, descriptions of at ' +
    'most 100 characters and full descriptions of at most 25,000.';
function createDockerHub(settings) {
    const session = openHubSession(settings);
    const advice = {
        authentication: session.anonymous
            ? 'Give username and password: a personal access token, or an organization’s name and its access token.'
            : 'Docker Hub took these credentials, and not the token that it gave for them: an organization access token may ' +
                'not do this; use the personal access token of a member.',
        denied: 'These credentials may not read this: use a personal access token with Read, of somebody who has access.',
        'not-found': 'Docker Hub says this of what does not exist and of what these credentials may not see: check the name, and ' +
            'give username and password (an access token of somebody who has access).',
    };
    const managing = { ...advice, denied: manageAdvice };
    async function repository(namespace, name) {
        const request = hubRequest('GET', repositoryPath(namespace, name));
        const answer = await session.send(request);
        if (isMissingAtHub(answer))
            return undefined;
        if (answer.status !== 200)
            throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
        return detailsOf(answer, request, namespace);
    }
    async function change(request) {
        const answer = await session.send({ ...request, repeatable: true });
        if (answer.status < 200 || answer.status > 299)
            throw refused(answer, request);
    }
    function refused(answer, request) {
        const values = answer.status === 400 || answer.status === 422 ? { server: valuesAdvice } : {};
        return (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), { ...managing, ...values });
    }
    return {
        tags: (namespace, name) => listHubPages(session, `${repositoryPath(namespace, name)}/tags`, readTag, advice),
        async tag(namespace, name, tag) {
            const request = hubRequest('GET', tagPath(namespace, name, tag));
            const answer = await session.send(request);
            if (isMissingAtHub(answer))
                return undefined;
            if (answer.status !== 200)
                throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
            return readTag((0,answers/* jsonObject */.o$)(answer, (0,message/* describe */.q0)(request)));
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
            throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), { ...advice, denied });
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
    const details = readRepository((0,answers/* jsonObject */.o$)(answer, (0,message/* describe */.q0)(request)), namespace);
    if (details !== undefined)
        return details;
    throw new errors/* Failure */.HR('server', {
        asked: (0,message/* describe */.q0)(request),
        answered: `${answer.status}, but no repository that can be read`,
    });
}
function lostAnswer(fault) {
    if (fault instanceof errors/* Failure */.HR && fault.kind === 'network')
        return fault;
    throw fault;
}


/***/ }),

/***/ 5162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ referrersTag),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   kv: () => (/* binding */ withoutReferrer),
/* harmony export */   oY: () => (/* binding */ referrerEntry),
/* harmony export */   tv: () => (/* binding */ withReferrers),
/* harmony export */   zb: () => (/* binding */ isReferrersTag)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(101);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3572);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3009);




function referrersTag(digest) {
    const [algorithm = '', hex = ''] = digest.split(':');
    return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`;
}
function isReferrersTag(tag) {
    return /^sha(?:256|512)-[0-9a-f]{64}$/.test(tag);
}
function referrerEntry({ bytes, descriptor }) {
    const { artifactType, config, annotations } = objectOf(bytes);
    const type = artifactType ?? ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(config) ? config.mediaType : undefined);
    return {
        mediaType: descriptor.mediaType,
        digest: descriptor.digest,
        size: bytes.length,
        ...(typeof type === 'string' ? { artifactType: type } : {}),
        ...((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(annotations) ? { annotations } : {}),
    };
}
function entriesOf({ bytes }) {
    const { manifests } = objectOf(bytes);
    return Array.isArray(manifests) ? manifests.filter(_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv) : [];
}
function withReferrers(index, referrers) {
    const listed = index === undefined ? [] : entriesOf(index);
    const known = new Set(listed.map(({ digest }) => digest));
    const added = referrers.filter(({ digest }) => !known.has(digest));
    if (added.length === 0)
        return undefined;
    const value = index === undefined ? { schemaVersion: 2, mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .ociIndex */ .KP } : objectOf(index.bytes);
    return documentOf({ ...value, manifests: [...listed, ...added] }, index?.descriptor.mediaType ?? _media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .ociIndex */ .KP);
}
function withoutReferrer(index, digest) {
    const listed = entriesOf(index);
    const manifests = listed.filter((entry) => entry.digest !== digest);
    if (manifests.length === listed.length)
        return undefined;
    return documentOf({ ...objectOf(index.bytes), manifests }, index.descriptor.mediaType);
}
function documentOf(value, mediaType) {
    const bytes = Buffer.from(JSON.stringify(value));
    return { bytes, descriptor: { mediaType, digest: (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(bytes), size: bytes.length } };
}
function objectOf(bytes) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(bytes);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? value : {};
}


/***/ }),

/***/ 1982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   s: () => (/* binding */ digestIn)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);

function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function textsOf(value) {
    return Array.isArray(value) ? value.map(textOf).filter((one) => one !== undefined) : [];
}
function countOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
function digestIn(value) {
    return typeof value === 'string' && (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(value) ? value : undefined;
}


/***/ }),

/***/ 3572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Kd: () => (/* binding */ readPlatform),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   nw: () => (/* binding */ isIndex),
/* harmony export */   qq: () => (/* binding */ readDescriptor),
/* harmony export */   t7: () => (/* binding */ manifestLimit),
/* harmony export */   zR: () => (/* binding */ depthLimit)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(101);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3009);



const manifestLimit = 4 * 1024 * 1024;
const depthLimit = 4;
function parseManifest(bytes, contentType, digest = (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(bytes)) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes);
    const mediaType = isObject(value) ? (0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestTypeOf */ .Hj)(value, contentType) : undefined;
    if (!isObject(value) || mediaType === undefined)
        return undefined;
    const content = contentOf(value, mediaType);
    if (content === undefined)
        return undefined;
    return {
        descriptor: { mediaType, digest, size: bytes.length },
        bytes,
        annotations: texts(value.annotations),
        artifactType: text(value.artifactType),
        subject: readDigest(value.subject),
        content,
    };
}
function contentOf(value, mediaType) {
    const format = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .formerFormat */ .V9)(mediaType);
    if (format !== undefined)
        return { kind: 'former', format };
    if (value.schemaVersion !== 2)
        return undefined;
    if ((0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(mediaType)) {
        const manifests = Array.isArray(value.manifests) ? value.manifests.map(readDescriptor) : [undefined];
        return manifests.every((one) => one !== undefined) ? { kind: 'index', manifests } : undefined;
    }
    const config = readDescriptor(value.config);
    if (config === undefined)
        return undefined;
    const layers = Array.isArray(value.layers) ? value.layers.map(readDescriptor) : [];
    return { kind: 'image', config, layers: layers.filter((layer) => layer !== undefined) };
}
function isIndex(descriptor) {
    return (0,_media_types_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndexType */ .$U)(descriptor.mediaType);
}
function readDescriptor(value) {
    if (!isObject(value))
        return undefined;
    const { digest, size } = value;
    const mediaType = text(value.mediaType);
    if (mediaType === undefined || typeof digest !== 'string' || !(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest))
        return undefined;
    const platform = readPlatform(value.platform);
    return {
        mediaType,
        digest,
        size: typeof size === 'number' ? size : undefined,
        annotations: texts(value.annotations),
        ...(platform === undefined ? {} : { platform }),
    };
}
function readPlatform(value) {
    const { os, architecture, variant } = isObject(value) ? value : {};
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) };
}
function readDigest(descriptor) {
    const digest = isObject(descriptor) ? descriptor.digest : undefined;
    return typeof digest === 'string' && (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest) ? digest : undefined;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function texts(value) {
    if (!isObject(value))
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}


/***/ }),

/***/ 3009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Hj: () => (/* binding */ manifestTypeOf),
/* harmony export */   KP: () => (/* binding */ ociIndex),
/* harmony export */   Q3: () => (/* binding */ isManifestType),
/* harmony export */   V9: () => (/* binding */ formerFormat),
/* harmony export */   Xf: () => (/* binding */ signedSchema1),
/* harmony export */   c0: () => (/* binding */ mediaTypeOf)
/* harmony export */ });
const ociIndex = 'application/vnd.oci.image.index.v1+json';
const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
const dockerList = 'application/vnd.docker.distribution.manifest.list.v2+json';
const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';
const schema1 = 'application/vnd.docker.distribution.manifest.v1+json';
const signedSchema1 = 'application/vnd.docker.distribution.manifest.v1+prettyjws';
const manifestTypes = [ociIndex, dockerList, ociManifest, dockerManifest];
const formerTypes = new Map([
    [signedSchema1, 'a signed Docker schema 1 manifest'],
    [schema1, 'a Docker schema 1 manifest'],
    ['application/vnd.oci.artifact.manifest.v1+json', 'an OCI artifact manifest'],
    ['application/vnd.cncf.oras.artifact.manifest.v1+json', 'an ORAS artifact manifest'],
]);
function mediaTypeOf(contentType) {
    return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
function isIndexType(mediaType) {
    return mediaType === ociIndex || mediaType === dockerList;
}
function formerFormat(mediaType) {
    return formerTypes.get(mediaType);
}
function isManifestType(mediaType) {
    return manifestTypes.includes(mediaType) || formerTypes.has(mediaType);
}
function manifestTypeOf(value, contentType) {
    if (typeof value.mediaType === 'string' && value.mediaType !== '')
        return value.mediaType;
    const served = mediaTypeOf(contentType);
    return isManifestType(served) ? served : typeByMembers(value);
}
function typeByMembers({ schemaVersion, manifests, config, layers, fsLayers, signatures }) {
    if (schemaVersion === 1 && Array.isArray(fsLayers))
        return Array.isArray(signatures) ? signedSchema1 : schema1;
    if (Array.isArray(manifests))
        return config === undefined && layers === undefined ? ociIndex : undefined;
    return config === undefined ? undefined : ociManifest;
}


/***/ }),

/***/ 4901:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ownPage),
/* harmony export */   p: () => (/* binding */ listPages)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7649);
/* harmony import */ var _paginate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(446);



const pageSize = 1000;
function listPages(session, path, scope, key, meaning = () => undefined) {
    const read = (answer, at) => {
        if (at.number === 1 && refusesSize(answer))
            return { entries: [], next: new URL(path, session.origin) };
        if (answer.status !== 200)
            throw meaning(answer, at.asked) ?? (0,_http_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, at.asked, session.advice);
        const body = (0,_http_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(answer, at.asked);
        const entries = textsIn(body, key, at.asked);
        const next = ownPage(answer, at);
        if (next === undefined && namesMore(body))
            throw (0,_paginate_js__WEBPACK_IMPORTED_MODULE_2__/* .brokenList */ .aC)(at.asked, 'it has more entries, and no Link header names the next page');
        return { entries, next, probe: entries.length === pageSize ? after(at.url, entries.at(-1) ?? '') : undefined };
    };
    const first = new URL(`${path}?n=${pageSize}`, session.origin);
    const send = (url) => session.send({ method: 'GET', url }, scope);
    return (0,_paginate_js__WEBPACK_IMPORTED_MODULE_2__/* .paginate */ .En)({ first, send, read, keyOf: (text) => text, mayRepeat: true });
}
function refusesSize({ status, body }) {
    return status === 400 && body.includes('"PAGINATION_NUMBER_INVALID"');
}
function textsIn(body, key, asked) {
    const { name, [key]: listed } = body;
    const values = listed ?? (listed === null || name !== undefined ? [] : undefined);
    if (Array.isArray(values) && values.every((value) => typeof value === 'string'))
        return values;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked,
        answered: `its ${key} are not a list of strings`,
        advice: 'Report it to the registry’s operator.',
    });
}
const marksOfMore = ['next', 'next_page', 'nextPage', 'next_page_token', 'nextPageToken', 'has_more', 'truncated'];
function namesMore(body) {
    return marksOfMore.some((mark) => Boolean(body[mark]));
}
function ownPage(answer, at) {
    const next = (0,_paginate_js__WEBPACK_IMPORTED_MODULE_2__/* .linkedPage */ .ju)(answer, at);
    return next === undefined ? undefined : new URL(`${at.url.pathname}${next.search}`, at.url);
}
function after(url, last) {
    return new URL(`${url.pathname}?n=${pageSize}&last=${encodeURIComponent(last)}`, url);
}


/***/ }),

/***/ 446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ci: () => (/* binding */ addressOf),
  aC: () => (/* binding */ brokenList),
  ju: () => (/* binding */ linkedPage),
  F3: () => (/* binding */ pageAt),
  En: () => (/* binding */ paginate),
  $2: () => (/* binding */ readEntries),
  Gl: () => (/* binding */ unreadableEntries)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/scanner.js
var scanner = __webpack_require__(4532);
;// CONCATENATED MODULE: ./build/src/http/link.js

const target = /<([^<>]*)>/y;
const parameter = /\s*;\s*(?:([^\s=;,"<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s=;,"<>]+)))?)?/sy;
function nextLink(headers) {
    const links = headers.map(parseHeader);
    if (links.some((parsed) => parsed === undefined))
        return { kind: 'unclear' };
    const relations = links.flatMap((parsed) => parsed ?? []).map((link) => ({ ...link, relation: relationOf(link) }));
    if (relations.some(({ relation }) => relation === 'unclear'))
        return { kind: 'unclear' };
    const targets = new Set(relations.flatMap((link) => (link.relation === 'next' ? [link.target.trim()] : [])));
    const [only] = targets;
    if (targets.size > 1)
        return { kind: 'unclear' };
    return only === undefined ? { kind: 'none' } : { kind: 'next', target: only };
}
function parseHeader(header) {
    const links = [];
    const { take, isAtEnd } = (0,scanner/* createScanner */.z)(header);
    for (take(/[\s,]*/y); !isAtEnd();) {
        const address = take(target)?.[1];
        if (address === undefined)
            return undefined;
        const rels = [];
        for (let found = take(parameter); found !== undefined; found = take(parameter)) {
            const [, name, quoted, token] = found;
            if (name?.toLowerCase() === 'rel')
                rels.push(quoted?.replace(/\\(.)/gs, '$1') ?? token ?? '');
        }
        links.push({ target: address, rels });
        if (take(/\s*(?:,[\s,]*|$)/y) === undefined)
            return undefined;
    }
    return links;
}
function relationOf({ rels }) {
    const [rel = '', ...others] = rels;
    const relations = rel
        .toLowerCase()
        .split(/\s+/)
        .filter((one) => one !== '');
    if (relations.length === 0 || others.some((other) => other !== rel))
        return 'unclear';
    if (relations.includes('next'))
        return 'next';
    const known = relations.every((one) => /^[a-z][a-z0-9.-]*$|^[a-z][a-z0-9+.-]*:/.test(one) && !one.includes('next'));
    return known ? 'other' : 'unclear';
}

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
;// CONCATENATED MODULE: ./build/src/registries/paginate.js




async function* paginate(list) {
    const seen = new Set();
    const addresses = new Set();
    let url = list.first;
    while (url !== undefined) {
        const asked = (0,message/* describe */.q0)({ method: 'GET', url });
        if (addresses.has(url.href))
            throw brokenList(asked, 'its pages form a loop');
        addresses.add(url.href);
        const number = addresses.size;
        const answer = (number === 1 ? list.answer : undefined) ?? (await list.send(url));
        const page = list.read(answer, { url, asked, number });
        const fresh = [];
        for (const entry of page.entries) {
            const key = list.keyOf(entry);
            if (!seen.has(key))
                fresh.push(entry);
            seen.add(key);
        }
        yield fresh;
        const { total = 0 } = page;
        const next = page.next ?? (fresh.length > 0 ? page.probe : undefined);
        if (next === undefined && seen.size < total)
            throw brokenList(asked, `its list ends after ${seen.size} of ${total}`);
        if (next !== undefined && fresh.length === 0 && list.mayRepeat === undefined) {
            throw brokenList(asked, 'its pages form a loop');
        }
        url = next;
    }
}
function linkedPage(answer, { url, asked }) {
    const link = nextLink(answer.headerValues('link'));
    if (link.kind === 'none')
        return undefined;
    if (link.kind === 'unclear')
        throw brokenList(asked, 'its Link header is not understood, and may name a next page');
    return addressOf(link.target, { url, asked });
}
function addressOf(next, { url, asked }) {
    if (typeof next === 'string' && URL.canParse(next, url.href))
        return new URL(next, url);
    throw brokenList(asked, 'its next page is no address');
}
function readEntries(values, read, asked) {
    return values.map((value) => {
        const entry = read(value);
        if (entry === undefined)
            throw unreadableEntries(asked);
        return entry;
    });
}
function unreadableEntries(asked) {
    return brokenList(asked, 'its list has something in it that cannot be read');
}
function pageAt(origin, next, url) {
    if (next === undefined || (0,origins/* sameOrigin */.Nm)(next, origin))
        return next;
    throw (0,message/* refusal */.x5)({ method: 'GET', url }, `its next page is at ${next.origin}`);
}
function brokenList(asked, answered) {
    return new errors/* Failure */.HR('server', {
        asked,
        answered,
        advice: 'An incomplete list is not used. Try again; if it fails again, report it to the operator.',
    });
}


/***/ }),

/***/ 6615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ profileOf),
/* harmony export */   l: () => (/* binding */ apiOrigin)
/* harmony export */ });
const ecrHost = /^\d{12}\.dkr[.-]ecr(?:-fips)?\.[a-z0-9][a-z0-9-]*\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws|on\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;
const profiles = [
    {
        name: 'Docker Hub',
        matches: (host) => host === 'docker.io',
        ownApi: 'docker-hub',
        apiHost: 'registry-1.docker.io',
        tokens: { realm: 'https://auth.docker.io/token', service: 'registry.docker.io' },
        configKeys: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'],
        emptyNamespace: 'error',
        deletes: { kind: 'docker-hub' },
        credentialsAdvice: 'For an organization access token the user name is the organization’s; where single sign-on is enforced a password is refused, and only a token works.',
        deniedAdvice: 'Docker Hub says this of a private repository, and of one that does not exist: check namespace and repo, and give ' +
            'username and password (an access token with Read, or an organization access token with Image Pull).',
        pushAdvice: 'A push takes an access token with Read & Write (of an organization: Image Push), of somebody who may write to the repository.',
    },
    {
        name: 'GHCR',
        matches: (host) => host === 'ghcr.io',
        noCatalog: 'GitHub lists an owner’s packages by its API: gh api --paginate "/orgs/OWNER/packages?package_type=container" (of a ' +
            'user /users/OWNER/packages). Name them to the other commands as image.',
        tokens: { realm: 'https://ghcr.io/token', service: 'ghcr.io' },
        emptyNamespace: 'owner',
        noReferrersApi: true,
        ownApi: 'ghcr',
        deletes: { kind: 'ghcr', api: 'https://api.github.com' },
        credentialsAdvice: 'The password is a token with read:packages, or github.token with permissions: packages: read.',
        deniedAdvice: 'The package is private or does not exist. Give a username and, as password, a token with read:packages ' +
            '(in a workflow: github.token with permissions: packages: read, and access of this repository to the package).',
        pushAdvice: 'A push takes a token with write:packages, or github.token with permissions: packages: write; the package’s settings ' +
            '(Manage Actions access) have to give this repository the role Write.',
    },
    {
        name: 'Quay',
        matches: (host) => host === 'quay.io',
        emptyNamespace: 'none',
        credentialsAdvice: 'A robot account is named namespace+robot.',
        deleteActions: 'pull,push',
        deniedAdvice: 'The repository is private or does not exist, or the robot account has no right to it.',
    },
    {
        name: 'ECR',
        matches: (host) => ecrHost.test(host),
        emptyNamespace: 'none',
        credentialsAdvice: 'The user name is AWS, the password lasts 12 hours: sign in again with aws-actions/amazon-ecr-login.',
        noCatalog: 'aws ecr describe-repositories lists them. Name them to the other commands as image.',
        deletes: {
            kind: 'elsewhere',
            advice: 'aws ecr batch-delete-image --image-ids imageTag=TAG removes a tag alone, and with the last one the image.',
        },
        deniedAdvice: 'The repository does not exist, or the role lacks ecr:BatchGetImage; the password lasts 12 hours.',
        pushAdvice: 'The repository does not exist, or the role may not push (ecr:InitiateLayerUpload, ecr:UploadLayerPart, ' +
            'ecr:CompleteLayerUpload, ecr:PutImage); the password lasts 12 hours.',
    },
    {
        name: 'ECR Public',
        matches: (host) => host === 'public.ecr.aws' || host === 'ecr-public.aws.com',
        emptyNamespace: 'none',
        credentialsAdvice: 'The user name is AWS, the password lasts 12 hours: aws ecr-public get-login-password --region us-east-1.',
        noCatalog: 'aws ecr-public describe-repositories --region us-east-1 lists your own. Name them to the other commands as image.',
        deletes: {
            kind: 'elsewhere',
            advice: 'aws ecr-public batch-delete-image --region us-east-1 --image-ids imageTag=TAG removes a tag alone, and with the ' +
                'last one the image.',
        },
        deniedAdvice: 'The repository does not exist. Its images are public: without credentials they can be pulled too.',
        pushAdvice: 'A push takes ecr-public:PutImage and the permissions to upload layers, in your own registry alias; the password ' +
            'lasts 12 hours.',
    },
    {
        name: 'Harbor',
        matches: () => false,
        challengeService: 'harbor-registry',
        emptyNamespace: 'none',
        ownApi: 'harbor',
        deletes: { kind: 'harbor' },
        credentialsAdvice: 'A robot account is named robot$PROJECT+NAME; where sign-in is by OIDC, the password is the CLI secret of the profile.',
        deniedAdvice: 'The project is private or does not exist, or the account may not do this there: look at the permissions of the robot account.',
    },
];
const anyRegistry = {
    name: 'registry',
    matches: () => true,
    emptyNamespace: 'none',
    credentialsAdvice: '',
    deniedAdvice: 'The credentials are missing, wrong, or may not pull from this repository.',
    pushAdvice: 'Look at who may write there.',
};
function profileOf(registry, service) {
    return (profiles.find((profile) => profile.matches(registry.host)) ??
        profiles.find(({ challengeService }) => challengeService !== undefined && challengeService === service) ??
        anyRegistry);
}
function apiOrigin(registry) {
    const host = profileOf(registry).apiHost ?? registry.host;
    return new URL(`${registry.plainHttp ? 'http' : 'https'}://${host}`);
}


/***/ }),

/***/ 7667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ connectRegistry)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/registries/challenge.js
var challenge = __webpack_require__(820);
// EXTERNAL MODULE: ./build/src/registries/pages.js
var pages = __webpack_require__(4901);
// EXTERNAL MODULE: ./build/src/registries/profiles.js
var profiles = __webpack_require__(6615);
// EXTERNAL MODULE: ./build/src/registries/repository.js + 3 modules
var repository = __webpack_require__(4722);
// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
// EXTERNAL MODULE: ./build/src/registries/authorizer.js + 1 modules
var registries_authorizer = __webpack_require__(2568);
// EXTERNAL MODULE: ./build/src/http/words.js
var words = __webpack_require__(2295);
;// CONCATENATED MODULE: ./build/src/registries/warnings.js

const warning = /(?:^|,)\s*299 - "((?:[^"\\]|\\.)*)"/g;
function createWarnings(warn) {
    const told = new Set();
    return ({ url, headerValues }) => {
        for (const [, quoted = ''] of headerValues('warning').flatMap((value) => [...value.matchAll(warning)])) {
            const text = (0,words/* cleanLine */.Ow)(quoted.replace(/\\(.)/g, '$1'));
            if (text !== '' && !told.has(text))
                warn(`${url.host} warns: ${text}`);
            told.add(text);
        }
    };
}

;// CONCATENATED MODULE: ./build/src/registries/session.js




function openSession(name, settings) {
    const { http, credentials } = settings;
    const origin = (0,profiles/* apiOrigin */.l)(name);
    const profile = () => (0,profiles/* profileOf */.d)(name, authorizer.service());
    const authorizer = (0,registries_authorizer/* createAuthorizer */.Q)({
        ...settings,
        origin,
        known: (0,profiles/* profileOf */.d)(name).tokens,
        get advice() {
            return tokenAdvice(name, profile(), credentials);
        },
    });
    const tellWarnings = createWarnings(settings.warn);
    let prepared = 0;
    let first;
    async function signedIn(ask, request, scope) {
        const askWith = async ({ authorization }) => {
            const answer = await ask(authorized(request, authorization));
            tellWarnings(answer);
            return answer;
        };
        const askFirst = async () => {
            const sent = await authorizer.header(scope);
            const answer = await askWith(sent);
            if (answer.status !== 401 || !(0,origins/* sameOrigin */.Nm)(answer.url, origin))
                return { answer, again: false };
            return { answer, again: await authorizer.challenged(answer, sent, scope) };
        };
        if (first !== undefined && !authorizer.isTaught())
            await first;
        const asked = askFirst();
        first ??= asked.catch(() => undefined);
        const { answer, again } = await asked;
        return again ? askWith(await authorizer.header(scope)) : answer;
    }
    return {
        origin,
        profile,
        get advice() {
            return adviceFor(name, profile(), credentials);
        },
        adviceTo: (what) => changeAdvice(name, profile(), credentials, what),
        warn: settings.warn,
        prepare(scope) {
            prepared += 1;
            http.open(origin, prepared);
            authorizer.header(scope).catch(() => undefined);
        },
        send: (request, scope) => signedIn(http.request, request, scope),
        download: (request, scope) => signedIn(http.download, request, scope),
        async upload(request, content, scope) {
            if (!(0,origins/* sameOrigin */.Nm)(request.url, origin))
                return http.upload(request, content);
            const sent = await authorizer.header(scope);
            const answer = await http.upload(authorized(request, sent.authorization), content);
            if (answer.status === 401)
                await authorizer.challenged(answer, sent, scope);
            return answer;
        },
        wait: http.wait,
    };
}
function authorized(request, authorization) {
    return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } };
}
function adviceFor({ host }, { deniedAdvice }, credentials) {
    return {
        authentication: credentials.kind === 'anonymous'
            ? `No credentials were given and the Docker config has none for ${host}. ${deniedAdvice}`
            : `${host} did not take the credentials. ${deniedAdvice}`,
        denied: deniedAdvice,
        'not-found': `Check the name, the namespace and the registry (${host}); some registries say this of what the credentials may not see.`,
    };
}
function changeAdvice(name, profile, credentials, what) {
    const deniedAdvice = what === 'push' ? (profile.pushAdvice ?? profile.deniedAdvice) : profile.deniedAdvice;
    const advice = adviceFor(name, { ...profile, deniedAdvice }, credentials);
    return { ...advice, denied: `The credentials may not ${what} in this repository. ${deniedAdvice}`.trim() };
}
function tokenAdvice(name, profile, credentials) {
    const advice = adviceFor(name, profile, credentials);
    if (credentials.kind === 'anonymous')
        return advice;
    const refused = `${name.host} did not take username and password: check both. ${profile.credentialsAdvice}`.trim();
    return { ...advice, authentication: refused };
}

;// CONCATENATED MODULE: ./build/src/registries/sessions.js

function createSessions(name, settings) {
    const opened = new Map();
    function withCredentials(credentials) {
        const key = JSON.stringify(credentials);
        const session = opened.get(key) ?? openSession(name, { ...settings, credentials });
        opened.set(key, session);
        return session;
    }
    const home = withCredentials(settings.credentials);
    function profile() {
        const profiles = [...opened.values()].map((session) => session.profile());
        return profiles.find(({ challengeService }) => challengeService !== undefined) ?? home.profile();
    }
    const { credentialsOf } = settings;
    return {
        home,
        profile,
        of: (path) => credentialsOf === undefined
            ? home
            : chosenSession(home, async () => withCredentials((await credentialsOf(path)) ?? settings.credentials)),
    };
}
function chosenSession(home, choose) {
    let session = home;
    let chosen;
    const ready = async () => {
        chosen ??= choose();
        session = await chosen;
        return session;
    };
    return {
        origin: home.origin,
        warn: home.warn,
        wait: home.wait,
        profile: () => session.profile(),
        get advice() {
            return session.advice;
        },
        adviceTo: (what) => session.adviceTo(what),
        prepare(scope) {
            ready()
                .then((one) => one.prepare(scope))
                .catch(() => undefined);
        },
        send: async (...asked) => (await ready()).send(...asked),
        download: async (...asked) => (await ready()).download(...asked),
        upload: async (...asked) => (await ready()).upload(...asked),
    };
}

;// CONCATENATED MODULE: ./build/src/registries/registry.js







function connectRegistry(name, settings) {
    const sessions = createSessions(name, settings);
    return {
        profile: sessions.profile,
        repository: ({ path }, access = 'pull') => (0,repository/* createRepository */.v)(sessions.of(path), path, access, access === 'delete' ? (0,profiles/* profileOf */.d)(name).deleteActions : undefined),
        repositories: () => listCatalog(sessions.home, name, settings.credentials),
    };
}
async function* listCatalog(session, name, credentials) {
    const { noCatalog } = (0,profiles/* profileOf */.d)(name);
    if (noCatalog !== undefined) {
        throw new errors/* Failure */.HR('unsupported', {
            asked: `the repositories of ${name.host}`,
            answered: 'this registry has no list of them',
            advice: noCatalog,
        });
    }
    const refused = (answer, asked) => {
        if (!refusesCatalog(answer, credentials))
            return undefined;
        const { message } = (0,answers/* failureOf */.g5)(answer, '');
        return new errors/* Failure */.HR('unsupported', { asked, answered: message, advice: catalogAdvice });
    };
    yield* (0,pages/* listPages */.p)(session, '/v2/_catalog', 'registry:catalog:*', 'repositories', refused);
}
const catalogAdvice = 'This registry does not list its repositories for these credentials (some do for administrators alone): list them by ' +
    'its own API or web page, and name them to the other commands as image.';
function refusesCatalog({ status, headerValues, redirectedFrom }, credentials) {
    if (redirectedFrom !== undefined)
        return false;
    if ([400, 404, 405, 501].includes(status))
        return true;
    const bearer = (0,challenge/* parseChallenges */.u)(headerValues('www-authenticate')).some(({ scheme }) => scheme === 'bearer');
    return status === 401 && bearer && credentials.kind !== 'anonymous';
}


/***/ }),

/***/ 4722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ createRepository),
  h: () => (/* binding */ mustPut)
});

// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/registries/answers.js
var registries_answers = __webpack_require__(2562);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/http/persist.js
var persist = __webpack_require__(3198);
;// CONCATENATED MODULE: ./build/src/registries/blob-reading.js





const breaksLimit = 4;
const firstWait = 300;
async function* readBlob(session, url, scope, { digest, size }) {
    const asked = (0,message/* describe */.q0)({ method: 'GET', url });
    const hash = (0,external_node_crypto_.createHash)(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
    let held;
    let position = 0;
    let breaks = 0;
    while (position < size) {
        const before = position;
        try {
            for await (const piece of readFrom(session, url, scope, position, size)) {
                position += piece.length;
                if (position > size)
                    throw wrong(asked, `the content is longer than the ${size} bytes of its descriptor`);
                hash.update(piece);
                if (held !== undefined)
                    yield held;
                held = piece;
            }
            if (position < size)
                throw new Error(`the content broke off after ${position} of ${size} bytes`);
        }
        catch (fault) {
            if (fault instanceof errors/* Failure */.HR)
                throw fault;
            breaks = position > before ? 1 : breaks + 1;
            if (breaks >= breaksLimit)
                throw (0,persist/* networkFailure */.r)({ method: 'GET', url }, fault);
            await session.wait(firstWait * 2 ** (breaks - 1));
        }
    }
    verify(hash, digest, asked);
    if (held !== undefined)
        yield held;
}
function verify(hash, digest, asked) {
    const actual = `${digest.slice(0, digest.indexOf(':'))}:${hash.digest('hex')}`;
    if (actual !== digest)
        throw wrong(asked, `the content is ${actual}, not ${digest} as it should be`);
}
async function* readFrom(session, url, scope, position, size) {
    const headers = position === 0 ? {} : { range: `bytes=${position}-${size - 1}` };
    const request = { method: 'GET', url, headers };
    const answer = await session.download(request, scope);
    if (answer.content === undefined)
        throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
    const misplaced = answer.status === 206 ? misplacedRange(answer, request, position) : undefined;
    let skip = answer.status === 206 ? 0 : position;
    for await (const piece of answer.content) {
        if (misplaced !== undefined)
            throw misplaced;
        const rest = skip === 0 ? piece : piece.subarray(skip);
        skip = Math.max(0, skip - piece.length);
        if (rest.length > 0)
            yield rest;
    }
}
function misplacedRange(answer, request, position) {
    const range = answer.header('content-range');
    const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(range ?? '')?.[1];
    if (start !== undefined && Number(start) === position)
        return undefined;
    return new errors/* Failure */.HR('server', {
        asked: (0,message/* describe */.q0)(request),
        answered: `206 with the range ${range ?? 'unsaid'}, which is not what was asked for (from byte ${position})`,
        advice: 'Something between here and the registry does not know ranges: tell its operator.',
    });
}
function wrong(asked, answered) {
    return new errors/* Failure */.HR('server', {
        asked,
        answered,
        advice: 'Something between here and the registry changed the content, or its storage is damaged: push the image anew.',
    });
}

// EXTERNAL MODULE: ./build/src/registries/blob-uploads.js
var blob_uploads = __webpack_require__(217);
;// CONCATENATED MODULE: ./build/src/registries/blobs.js






const tries = 4;
const blobs_firstWait = 500;
const largestPut = 16 * 1024 * 1024;
const binary = { 'content-type': 'application/octet-stream' };
const nothing = { method: 'POST', headers: { 'content-length': '0' }, repeatable: true };
function createBlobs(session, path, scope) {
    const { origin } = session;
    const at = (rest) => new URL(`/v2/${path}/blobs/${rest}`, origin);
    const withheld = new Set();
    async function openUpload() {
        const request = { ...nothing, url: at('uploads/') };
        const answer = await session.send(request, scope);
        if (answer.status !== 202)
            throw (0,registries_answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
        return (0,blob_uploads/* uploadLocation */.hp)(answer, request, origin);
    }
    async function sendTo(location, { digest, size }, chunks) {
        const content = { length: size, chunks };
        if (size <= largestPut)
            return finish(location, digest, content);
        const part = { method: 'PATCH', url: location, headers: binary };
        const answer = await session.upload(part, content, scope);
        if (answer.status !== 202 && answer.status !== 204)
            return { answer, request: part };
        return finish((0,blob_uploads/* uploadLocation */.hp)(answer, part, origin), digest, { length: 0, chunks: none() });
    }
    async function finish(location, digest, content) {
        const request = { method: 'PUT', url: (0,blob_uploads/* withQuery */.VL)(location, 'digest', digest), headers: binary };
        const answer = await session.upload(request, content, scope);
        return answer.status === 201 ? undefined : { answer, request };
    }
    return {
        async hasBlob(digest) {
            const request = { method: 'HEAD', url: at(digest) };
            const answer = await session.send(request, scope);
            if (answer.status === 200)
                return true;
            if ((0,registries_answers/* isMissing */.b2)(answer, request) || answer.url.origin !== origin.origin)
                return false;
            throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
        },
        blob: (descriptor) => readBlob(session, at(descriptor.digest), scope, descriptor),
        async mountBlob(digest, from) {
            const request = {
                ...nothing,
                url: at(`uploads/?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`),
            };
            const answer = withheld.has(from)
                ? undefined
                : await session.send(request, `${scope} repository:${from}:pull`).catch(refusedToken);
            if (answer === undefined) {
                withheld.add(from);
                return { kind: 'not-mounted' };
            }
            if (answer.status === 201)
                return { kind: 'mounted' };
            if (answer.status === 202)
                return { kind: 'not-mounted', location: (0,blob_uploads/* uploadLocation */.hp)(answer, request, origin) };
            if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
                return { kind: 'not-mounted' };
            throw (0,registries_answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
        },
        async uploadBlob(descriptor, read, opened) {
            for (let attempt = 1;; attempt += 1) {
                const location = attempt === 1 && opened !== undefined ? opened : await openUpload();
                let sourceBroke = false;
                const chunks = (0,blob_uploads/* watched */.VI)(read(), () => {
                    sourceBroke = true;
                });
                try {
                    const refused = await sendTo(location, descriptor, chunks);
                    if (refused === undefined)
                        return;
                    const { answer, request } = refused;
                    if (attempt >= tries || (0,blob_uploads/* isLasting */.dJ)(answer.status, attempt))
                        throw (0,registries_answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
                }
                catch (fault) {
                    const passes = fault instanceof errors/* Failure */.HR && fault.kind === 'network' && !sourceBroke;
                    if (attempt >= tries || !passes)
                        throw fault;
                }
                await session.wait(blobs_firstWait * 2 ** (attempt - 1));
            }
        },
    };
}
function refusedToken(thrown) {
    if (thrown instanceof errors/* Failure */.HR && (thrown.kind === 'authentication' || thrown.kind === 'denied'))
        return undefined;
    throw thrown;
}
async function* none() { }

// EXTERNAL MODULE: ./build/src/registries/fallback-index.js
var fallback_index = __webpack_require__(5162);
// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
// EXTERNAL MODULE: ./build/src/registries/media-types.js
var media_types = __webpack_require__(3009);
// EXTERNAL MODULE: ./build/src/registries/pages.js
var registries_pages = __webpack_require__(4901);
// EXTERNAL MODULE: ./build/src/registries/paginate.js + 1 modules
var paginate = __webpack_require__(446);
;// CONCATENATED MODULE: ./build/src/registries/referrers.js





const withoutApi = new Set([200, 301, 302, 303, 307, 308, 400, 404, 405, 406]);
async function listReferrers(session, url, scope) {
    const headers = { accept: media_types/* manifestTypes */.Fm.join(', ') };
    const send = (page) => session.send({ method: 'GET', url: page, headers, limit: manifest/* manifestLimit */.t7, sameOriginOnly: true }, scope);
    if (session.profile().noReferrersApi)
        return undefined;
    const first = await send(url);
    if (withoutApi.has(first.status) && manifestsIn(first) === undefined)
        return undefined;
    const read = (answer, at) => {
        const entries = manifestsIn(answer);
        if (entries === undefined)
            throw (0,answers/* failureOf */.g5)(answer, at.asked, session.advice);
        return { entries, next: (0,registries_pages/* ownPage */.S)(answer, at) };
    };
    const found = [];
    const pages = (0,paginate/* paginate */.En)({ first: url, answer: first, send, read, keyOf: ({ digest }) => digest, mayRepeat: true });
    for await (const page of pages)
        found.push(...page);
    return found;
}
function manifestsIn({ status, body, header }) {
    const index = status === 200 ? (0,manifest/* parseManifest */.Ng)(body, header('content-type')) : undefined;
    return index?.content.kind === 'index' ? index.content.manifests : undefined;
}

;// CONCATENATED MODULE: ./build/src/registries/repository.js









const actions = { pull: 'pull', push: 'pull,push', delete: 'pull,push,delete' };
const lacking = 'The manifest lists a blob or manifest that the registry does not have in this repository: push that first. A foreign ' +
    'layer, whose content is elsewhere, is refused by registries that are not configured for it.';
function createRepository(session, path, access, allowed = actions[access]) {
    const scope = `repository:${path}:${allowed}`;
    const at = (kind, reference) => new URL(`/v2/${path}/${kind}/${reference}`, session.origin);
    const send = (request) => session.send(request, scope);
    const accept = media_types/* manifestTypes */.Fm.join(', ');
    async function getManifest(reference) {
        const request = {
            method: 'GET',
            url: at('manifests', reference),
            headers: { accept },
            limit: manifest/* manifestLimit */.t7,
        };
        const answer = await send(request);
        if ((0,registries_answers/* isMissing */.b2)(answer, request))
            return undefined;
        if (answer.status !== 200)
            throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
        return (0,registries_answers/* readManifest */.WI)(answer, request, reference);
    }
    function referrersByApi(digest) {
        return listReferrers(session, at('referrers', digest), scope);
    }
    return {
        ...createBlobs(session, path, scope),
        prepare: () => session.prepare(scope),
        manifest: getManifest,
        async head(reference) {
            const request = { method: 'HEAD', url: at('manifests', reference), headers: { accept } };
            const answer = await send(request);
            if ((0,registries_answers/* isMissing */.b2)(answer, request)) {
                (0,registries_answers/* warnOfPage */.D4)(answer, session.warn);
                return undefined;
            }
            const descriptor = answer.status === 200 ? (0,registries_answers/* readHead */.zy)(answer, reference) : undefined;
            if (descriptor)
                return descriptor;
            if (![200, 405, 406].includes(answer.status))
                throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
            return (await getManifest(reference))?.descriptor;
        },
        async smallBlob({ digest }) {
            const request = { method: 'GET', url: at('blobs', digest), limit: manifest/* manifestLimit */.t7 };
            const answer = await send(request);
            if (answer.status !== 200)
                throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
            (0,registries_answers/* verify */.MX)(answer, request, digest);
            return answer.body;
        },
        tags: () => (0,registries_pages/* listPages */.p)(session, `/v2/${path}/tags/list`, scope, 'tags'),
        referrersByApi,
        async referrers(digest) {
            const listed = await referrersByApi(digest);
            if (listed !== undefined && listed.length > 0)
                return listed;
            const tagged = await getManifest((0,fallback_index/* referrersTag */.LN)(digest));
            return tagged?.content.kind === 'index' ? tagged.content.manifests : [];
        },
        async putManifest(reference, { bytes, descriptor }) {
            const request = {
                method: 'PUT',
                url: at('manifests', reference),
                headers: { 'content-type': descriptor.mediaType },
                body: bytes,
            };
            const answer = await send(request);
            if (answer.status === 201) {
                const listsReferrers = session.profile().noReferrersApi === undefined;
                return { kind: 'put', subjectNoted: listsReferrers && answer.header('oci-subject') !== undefined };
            }
            if ((0,registries_answers/* lacksContent */.Ue)(answer)) {
                const advice = { ...session.adviceTo('push'), 'not-found': lacking, server: lacking };
                return { kind: 'incomplete', failure: (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice) };
            }
            throw (0,registries_answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
        },
        async deleteManifest(reference) {
            const request = { method: 'DELETE', url: at('manifests', reference) };
            const answer = await send(request);
            if (answer.status === 202 || answer.status === 200 || answer.status === 204)
                return { kind: 'deleted' };
            if ((0,registries_answers/* isMissing */.b2)(answer, request))
                return { kind: 'missing' };
            const failure = (0,registries_answers/* deleteFailure */.U$)(answer, (0,message/* describe */.q0)(request), session.adviceTo('delete'));
            if (answer.status !== 405 && answer.status !== 400)
                throw failure;
            return { kind: 'unsupported', status: answer.status, words: failure.message };
        },
    };
}
async function mustPut(repository, reference, manifest) {
    const put = await repository.putManifest(reference, manifest);
    if (put.kind === 'incomplete')
        throw put.failure;
    return put;
}


/***/ })

};
