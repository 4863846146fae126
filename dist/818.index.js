export const id = 818;
export const ids = [818];
export const modules = {

/***/ 7142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C4: () => (/* binding */ ownLogin),
/* harmony export */   L1: () => (/* binding */ readCredentials),
/* harmony export */   zA: () => (/* binding */ checkPair)
/* harmony export */ });
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(100);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8640);
/* harmony import */ var _registries_auth_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1078);
/* harmony import */ var _registries_auth_docker_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7333);
/* harmony import */ var _registries_auth_issued_credentials_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9932);
/* harmony import */ var _registries_drivers_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2204);
/* harmony import */ var _keyless_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2402);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6318);










async function readCredentials(registry, inputs, context) {
    const given = await givenLogin(registry, inputs, context);
    if (given?.kind === 'password') {
        const { kind, username, password } = given;
        return { credentials: masked({ kind, username, password }, context) };
    }
    if (given !== undefined)
        return (0,_keyless_js__WEBPACK_IMPORTED_MODULE_5__/* .keylessLogin */ .E0)(registry, { ...given, idToken: inputs['id-token'] }, context);
    const configured = await (0,_registries_auth_docker_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readDockerConfig */ .TO)(registry, { ...context, warn: context.log.warn });
    const found = masked(await configured.home(), context);
    const home = found.kind === 'anonymous' ? fromEnvironment(registry, context) : { credentials: found };
    const { of } = configured;
    if (of === undefined)
        return home;
    const known = new Map();
    return {
        ...home,
        credentialsOf(path) {
            const finding = known.get(path) ?? of(path).then((found) => found && masked(found, context));
            known.set(path, finding);
            return finding;
        },
    };
}
function fromEnvironment(registry, context) {
    const { environmentLogin: login } = (0,_registries_drivers_index_js__WEBPACK_IMPORTED_MODULE_4__/* .kindOf */ .I)(registry);
    if (login?.isConfigured(context.environment) !== true)
        return { credentials: _registries_auth_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .anonymous */ ._ };
    const settings = { ...context, mask: context.log.secret };
    const issue = async () => (await login.load())(registry, settings);
    const issued = (0,_registries_auth_issued_credentials_js__WEBPACK_IMPORTED_MODULE_7__/* .issuedCredentials */ .I)(login.account, issue, context.now);
    return login.for === 'everything' ? { credentials: issued } : { credentials: _registries_auth_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .anonymous */ ._, credentialsToPush: issued };
}
function masked(credentials, { log }) {
    for (const hidden of secretsOf(credentials))
        log.secret(hidden);
    return credentials;
}
async function givenLogin({ host }, inputs, context) {
    const own = await ownLogin(inputs, context);
    const listed = inputs['registry-auth'];
    if (inputs['id-token'] !== undefined && [own, ...listed].every((login) => login?.kind !== 'keyless')) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)('id-token')} is given, and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)('oidc')} is not`, `An ID token is exchanged by ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)('oidc')}: give both, or neither.`);
    }
    const login = listed.find(({ registry }) => registry.host === host);
    if (own === undefined || (0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(inputs.registry).host !== host)
        return login;
    if (login === undefined)
        return own;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)('registry-auth')} has credentials for ${host}, and so ${own.kind === 'keyless' ? `has ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)('oidc')}` : `have ${_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .usernameAndPassword */ .RJ}`}`, 'Give one of them.');
}
async function ownLogin(inputs, context) {
    const { registry, username, password, oidc } = inputs;
    if (oidc !== undefined)
        return keyless(oidc, inputs);
    const isHalf = username !== undefined && password === undefined;
    const standsIn = isHalf ? await (0,_keyless_js__WEBPACK_IMPORTED_MODULE_5__/* .oidcInEnvironment */ .I5)((0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(registry), context) : undefined;
    if (standsIn !== undefined)
        return keyless(standsIn, inputs);
    checkPair('username', username, 'password', password);
    return username === undefined || password === undefined ? undefined : { kind: 'password', username, password };
}
function keyless(oidc, { username, password }) {
    (0,_keyless_js__WEBPACK_IMPORTED_MODULE_5__/* .refusePassword */ .Av)('oidc', 'password', password);
    return { kind: 'keyless', oidc, username };
}
function checkPair(nameOfUser, user, nameOfSecret, given) {
    if (user !== undefined && given === undefined)
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)(nameOfUser)} is given, and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)(nameOfSecret)} is not`, `Give both, or neither.`);
    if (user === undefined && given !== undefined)
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)(nameOfSecret)} is given, and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)(nameOfUser)} is not`, `Give both, or neither.`);
    if (user !== undefined)
        (0,_types_js__WEBPACK_IMPORTED_MODULE_6__/* .checkUserName */ .th)(user, (0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_8__/* .inputName */ .yu)(nameOfUser));
}
function secretsOf(credentials) {
    if (credentials.kind === 'anonymous' || credentials.kind === 'issued')
        return [];
    if (credentials.kind === 'bearer')
        return [credentials.token];
    const given = credentials.kind === 'password' ? credentials.password : credentials.token;
    return [given, (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_9__/* .basicHeader */ .mk)(credentials.username, given).replace('Basic ', '')];
}


/***/ }),

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Av: () => (/* binding */ refusePassword),
/* harmony export */   E0: () => (/* binding */ keylessLogin),
/* harmony export */   I5: () => (/* binding */ oidcInEnvironment)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8640);


async function keylessLogin(registry, inputs, context) {
    const { openLogin } = await __webpack_require__.e(/* import() */ 820).then(__webpack_require__.bind(__webpack_require__, 1820));
    return openLogin(registry, inputs, { ...context, mask: context.log.secret });
}
async function oidcInEnvironment(registry, { environment }) {
    const { oidcVariable } = await __webpack_require__.e(/* import() */ 468).then(__webpack_require__.bind(__webpack_require__, 2468));
    const variable = oidcVariable(registry);
    return variable === undefined ? undefined : environment[variable]?.trim() || undefined;
}
function refusePassword(nameOfOidc, nameOfSecret, password) {
    if (password === undefined)
        return;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .inputName */ .yu)(nameOfOidc)} and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .inputName */ .yu)(nameOfSecret)} are both given`, 'A keyless login has no password: leave one of them out.');
}


/***/ }),

/***/ 5818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v7: () => (/* binding */ connectWith),
  Ew: () => (/* binding */ createConnections),
  HP: () => (/* binding */ credentialInputs),
  X7: () => (/* binding */ refuseCredentials),
  wi: () => (/* binding */ registryInput),
  P4: () => (/* binding */ registryInputs),
  HO: () => (/* binding */ registrySettings)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/registry.js + 3 modules
var registries_registry = __webpack_require__(6870);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/credentials.js
var inputs_credentials = __webpack_require__(7142);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/home-registry.js





const usualRegistry = 'docker.io';
function homeRegistry(texts, images) {
    const given = texts.get('registry');
    const named = hostsOf(texts, images);
    const [only] = named;
    if (given === undefined && named.size === 1)
        return only ?? usualRegistry;
    if (['username', 'password', 'oidc'].some((name) => texts.has(name))) {
        checkCredentials(given, named, texts.has('oidc'));
    }
    return given ?? usualRegistry;
}
function hostsOf(texts, { names, files = false }) {
    const entries = names.flatMap((name) => (0,types/* splitList */.ry)(texts.get(name) ?? ''));
    const images = files ? entries.filter((entry) => !(0,external_node_fs_.existsSync)(entry)) : entries;
    return new Set(images.map((entry) => (0,images_name/* registryIn */.hY)(entry)?.host));
}
function checkCredentials(given, named, isKeyless) {
    const whose = isKeyless ? `${(0,input_names/* inputName */.yu)('oidc')} is` : `${input_names/* usernameAndPassword */.RJ} are`;
    if (given === undefined) {
        if (named.size < 2)
            return;
        throw (0,errors/* usageFailure */.II)(`${whose} given, and the images are in several registries: ${[...named].map((host) => host ?? usualRegistry).join(', ')}`, `Give the registry of these credentials as ${(0,input_names/* inputName */.yu)('registry')}, or credentials for each in ${(0,input_names/* inputName */.yu)('registry-auth')}.`);
    }
    const { host } = (0,images_name/* parseRegistry */.l5)(given);
    if (named.size === 0 || named.has(undefined) || named.has(host))
        return;
    const [other] = named;
    throw (0,errors/* usageFailure */.II)(`${whose} for ${host}, and the image is in ${other}`, `Give ${(0,input_names/* inputValue */.UV)('registry', String(other))}, or leave ${(0,input_names/* inputName */.yu)('registry')} out.`);
}

// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/registry-auth.js




const keys = ['registry', 'username', 'password', 'oidc'];
const example = 'Write a YAML or JSON list: [{"registry": "registry.example.com", "username": "NAME", "password": "SECRET"}]';
const registryAuth = {
    type: 'secret',
    help: 'Set the credentials for several registries: a YAML or JSON list of `{registry, username, password}`, or with `oidc` in place of `password`. They take precedence over the Docker config.',
    placeholder: 'LIST',
    absent: [],
    masks: (logins) => logins.flatMap((login) => (login.kind === 'password' ? [login.password] : [])),
    read: parseLogins,
};
async function parseLogins(text, name) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${name} is not valid YAML or JSON (line ${error.linePos?.[0].line ?? 1})`, example);
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
    const [host = 'docker.io', username, password, oidc] = keys.map((key) => textIn(entry, key, where));
    const registry = (0,images_name/* parseRegistry */.l5)(host);
    if (username !== undefined)
        (0,types/* checkUserName */.th)(username, memberOf(where, 'username'));
    if (oidc !== undefined) {
        if (password === undefined)
            return { kind: 'keyless', registry, oidc, username };
        throw (0,errors/* usageFailure */.II)(`${where} has both password and oidc`, 'A keyless login has no password: leave one of them out.');
    }
    if (username === undefined || password === undefined) {
        throw (0,errors/* usageFailure */.II)(`${where} has no ${username === undefined ? 'username' : 'password'}`, 'A secret that does not exist is empty: check its name.');
    }
    return { kind: 'password', registry, username, password };
}
function textIn(entry, key, where) {
    const value = entry[key];
    if (value === undefined || value === '')
        return undefined;
    if (typeof value !== 'string')
        throw (0,errors/* usageFailure */.II)(`${where}: ${key} is not a text`, example);
    return (0,types/* secretLine */.dT)(value, memberOf(where, key));
}
function memberOf(where, key) {
    return `${where}: ${key}`;
}

;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/registry.js






function registryInputs(images) {
    return {
        registry: registryInput(images),
        namespace: (0,types/* text */.Qq)({
            help: 'Set the namespace (user, organization, project) for image names without one. On GHCR it defaults to the owner.',
            placeholder: 'NAME',
        }),
        ...credentialInputs,
    };
}
const credentialInputs = {
    username: (0,types/* text */.Qq)({
        help: 'Set the user name for the registry. Without `username` and `password`, the credentials come from the Docker config, which docker/login-action and the login actions of cloud providers write. Without an entry there, ECR takes the AWS credentials in the environment, and other requests are anonymous.',
        placeholder: 'NAME',
    }),
    password: (0,types/* secret */.rJ)({ help: 'Set the password for the registry. An access token is safer.' }),
    oidc: (0,types/* text */.Qq)({
        help: 'Log in without a password, with the identity of the pipeline: for Artifact Registry the provider of a workload identity pool (docs/keyless.md). `;audience=AUDIENCE` at its end selects another audience than the usual one.',
        placeholder: 'VALUE',
    }),
    'id-token': (0,types/* secret */.rJ)({
        help: 'Set the ID token for `oidc`. GitHub Actions (with `id-token: write`), Bitbucket Pipelines and Buildkite need none; a GitLab job gets it as `id_tokens: { IMAGE_GATE_ID_TOKEN: … }`.',
    }),
    'registry-auth': registryAuth,
};
function registryInput(images) {
    return {
        type: 'text',
        help: 'Set the registry, `host` or `host:port`, for `username`, `password` and `oidc` and for image names without a registry. `http://` in front selects plain HTTP, and so does a loopback host.',
        placeholder: 'HOST',
        fallbackHelp: 'the registry in front of the image names if it is the same for all, else `docker.io`',
        absent: 'docker.io',
        read: types/* oneLine */.TN,
        infer: (texts) => homeRegistry(texts, images),
    };
}
async function connectWith(registry, inputs, context) {
    return (0,registries_registry/* connectRegistry */.g)(registry, await registrySettings(registry, inputs, context));
}
async function registrySettings(registry, inputs, context) {
    const credentials = await (0,inputs_credentials/* readCredentials */.L1)(registry, inputs, context);
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
async function refuseCredentials(registries, connect) {
    for (const one of await Promise.allSettled(registries.map(connect))) {
        if (one.status === 'rejected' && (0,errors/* asFailure */.h_)(one.reason).kind === 'usage')
            throw one.reason;
    }
}
function accountOf(credentials) {
    if (credentials.kind === 'anonymous' || credentials.kind === 'bearer')
        return credentials.kind;
    if (credentials.kind === 'issued')
        return `${credentials.kind} ${credentials.account}`;
    return `${credentials.kind} ${credentials.username}`;
}


/***/ }),

/***/ 4150:
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

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/src/http/more-hints.js
const headersOfMore = [
    'links',
    'next',
    'next-page',
    'x-next',
    'x-next-page',
    'x-next-cursor',
    'x-next-link',
    'x-next-marker',
    'x-next-token',
    'x-next-page-token',
    'x-continuation-token',
    'x-ms-continuation',
];
function headerOfMore({ header }) {
    return headersOfMore.find((name) => !['', '0', 'false', 'null'].includes((header(name) ?? '').trim().toLowerCase()));
}

// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
;// CONCATENATED MODULE: ./build/src/http/paginate.js





const mostPasses = 3;
async function* paginate(list) {
    const seen = new Set();
    const addresses = new Set();
    let url = list.first;
    let passes = 1;
    let totalAtFirst;
    while (url !== undefined) {
        const operation = (0,message/* describe */.q0)({ method: 'GET', url });
        if (addresses.has(url.href))
            throw brokenList(operation, 'its pages form a loop');
        addresses.add(url.href);
        const number = addresses.size;
        const answer = (passes === 1 && number === 1 ? list.answer : undefined) ?? (await list.send(url));
        const page = list.read(answer, { url, operation, number });
        const fresh = [];
        for (const entry of page.entries) {
            const key = list.keyOf(entry);
            if (!seen.has(key))
                fresh.push(entry);
            seen.add(key);
        }
        yield fresh;
        const { total = 0 } = page;
        totalAtFirst ??= total;
        const next = page.next ?? (fresh.length > 0 ? page.probe : undefined);
        if (next !== undefined && fresh.length === 0 && passes === 1 && list.mayRepeat === undefined) {
            throw brokenList(operation, 'its pages form a loop');
        }
        url = next;
        if (next !== undefined || seen.size >= total)
            continue;
        if (total <= totalAtFirst || passes === mostPasses)
            throw brokenList(operation, `its list ends after ${seen.size} of ${total}`);
        passes += 1;
        totalAtFirst = undefined;
        addresses.clear();
        url = list.first;
    }
}
function linkedPage(answer, { url, operation }) {
    const link = (0,headers/* nextLink */.IX)(answer.headerValues('link'));
    if (link.kind === 'none') {
        const header = headerOfMore(answer);
        if (header === undefined)
            return undefined;
        throw brokenList(operation, `its header ${header} names more, and no Link header names the next page`);
    }
    if (link.kind === 'unclear')
        throw brokenList(operation, 'its Link header is not understood, and may name a next page');
    return addressOf(link.target, { url, operation });
}
function addressOf(next, { url, operation }) {
    if (typeof next === 'string' && URL.canParse(next, url.href))
        return new URL(next, url);
    throw brokenList(operation, 'its next page is no address');
}
function readEntries(values, read, operation) {
    return values.map((value) => {
        const entry = read(value);
        if (entry === undefined)
            throw unreadableEntries(operation);
        return entry;
    });
}
function unreadableEntries(operation) {
    return brokenList(operation, 'its list has something in it that cannot be read');
}
function pageAt(origin, next, url) {
    if (next === undefined || (0,url_policy/* sameOrigin */.Nm)(next, origin))
        return next;
    throw (0,message/* refusal */.x5)({ method: 'GET', url }, `its next page is at ${next.origin}`);
}
function brokenList(operation, reason) {
    return new errors/* Failure */.HR('server', {
        operation,
        reason,
        advice: 'An incomplete list is not used. Try again; if it fails again, report it to the operator.',
    });
}


/***/ }),

/***/ 4078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ob: () => (/* binding */ bodyWords),
  g5: () => (/* binding */ failureOf),
  b2: () => (/* binding */ isMissing),
  Ir: () => (/* binding */ jsonArray),
  o$: () => (/* binding */ jsonObject)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
;// CONCATENATED MODULE: ./build/src/github/single-sign-on.js
const longest = 300;
function singleSignOnAdvice({ header, url }) {
    const text = header('x-github-sso');
    if (text === undefined)
        return undefined;
    const page = /\burl=(\S+)/.exec(text)?.[1];
    const address = page !== undefined && URL.canParse(page) ? new URL(page) : undefined;
    const how = address !== undefined && isOfGitHub(address, url) ? address.href : 'on GitHub, in the settings of the token';
    return `Authorize the token for the single sign-on (SAML SSO) of the organization: ${how}`;
}
function isOfGitHub({ protocol, host, username, password, href }, api) {
    if (protocol !== 'https:' || username !== '' || password !== '' || href.length > longest)
        return false;
    return host === 'github.com' || host === api.host.replace(/^api\./, '');
}

// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/parse-json.js
var parse_json = __webpack_require__(9853);
// EXTERNAL MODULE: ./build/src/http/client/retry.js + 1 modules
var retry = __webpack_require__(2643);
// EXTERNAL MODULE: ./build/src/http/server-words.js
var server_words = __webpack_require__(2979);
// EXTERNAL MODULE: ./build/src/http/transport/proxy.js
var proxy = __webpack_require__(7820);
;// CONCATENATED MODULE: ./build/src/http/responses.js








const waitAdvice = 'The service limits the number of requests: try again later, or log in for a higher limit.';
const serverAdvice = 'The service has a fault: look at its status page, and try again.';
const unexpectedAdvice = 'Nobody answers this way here: check that the address is the service’s own.';
const pageAdvice = 'Check that the address is the service’s own and that no proxy or login page stands before it.';
function isMissing(answer, statuses = [404]) {
    return statuses.includes(answer.status) && !isPage(answer) && singleSignOnAdvice(answer) === undefined;
}
function failureOf(answer, operation, own = {}) {
    const kind = own.kindOf?.(answer) ?? kindOfAnswer(answer);
    const words = (0,server_words/* serverWords */.l)(answer.body, answer.header('content-type'));
    const name = external_node_http_.STATUS_CODES[answer.status];
    const reason = [
        `${answer.status}${name === undefined ? '' : ` ${name}`}${answer.redirectedFrom === undefined ? '' : `, after a redirect to ${answer.url.origin}`}`,
        ...(words === undefined ? [] : [words]),
        ...(answer.note === undefined ? [] : [answer.note]),
    ].join('; ');
    const advice = generalAdvice(answer) ?? own[kind] ?? usualAdvice(answer);
    return new errors/* Failure */.HR(kind, { operation, reason, status: answer.status, advice });
}
function kindOfAnswer(answer) {
    if ((0,retry/* isLimit */.S4)(answer))
        return 'server';
    if (answer.status !== 404)
        return kinds[answer.status] ?? 'server';
    if (isPage(answer) || answer.redirectedFrom !== undefined)
        return 'server';
    return singleSignOnAdvice(answer) === undefined ? 'not-found' : 'denied';
}
const kinds = { 401: 'authentication', 403: 'denied', 407: 'network' };
function generalAdvice(answer) {
    if ((0,retry/* isLimit */.S4)(answer))
        return waitAdvice;
    return answer.status === 404 && isPage(answer) ? pageAdvice : singleSignOnAdvice(answer);
}
function usualAdvice(answer) {
    if (answer.status === 407)
        return proxy/* credentialsAdvice */.x;
    if (answer.status >= 500 || answer.status === 408)
        return serverAdvice;
    return kindOfAnswer(answer) === 'server' ? unexpectedAdvice : undefined;
}
function jsonObject(answer, operation) {
    const parsed = jsonOf(answer);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
        return parsed;
    throw unexpectedContent(answer, operation);
}
function jsonArray(answer, operation) {
    const parsed = jsonOf(answer);
    if (Array.isArray(parsed))
        return parsed;
    throw unexpectedContent(answer, operation);
}
function unexpectedContent(answer, operation) {
    return new errors/* Failure */.HR('server', {
        operation,
        reason: `${answer.status}, but not the JSON that was expected: ${bodyWords(answer)}`,
        advice: pageAdvice,
    });
}
function bodyWords({ body, header }) {
    const contentType = header('content-type');
    const type = contentType === undefined ? '' : ` (${(0,clean_line/* cleanLine */.O)(contentType, 80)})`;
    return (0,server_words/* serverWords */.l)(body, contentType) ?? (body.length === 0 ? 'an empty body' : `other content${type}`);
}
function jsonOf(answer) {
    return isPage(answer) ? undefined : (0,parse_json/* parseJson */.q)(answer.body.toString('utf8'));
}
function isPage({ body, header }) {
    return (0,server_words/* isHtml */._)(body.toString('utf8'), header('content-type'));
}


/***/ }),

/***/ 2979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ isHtml),
/* harmony export */   l: () => (/* binding */ serverWords)
/* harmony export */ });
/* harmony import */ var _lib_clean_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9723);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9853);


const longestOfAll = 600;
const deepest = 4;
function serverWords(body, contentType) {
    const text = Buffer.from(body.subarray(0, 16_384)).toString('utf8');
    if (text.trim() === '')
        return undefined;
    if (isHtml(text, contentType) && /^\s*</.test(text)) {
        const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
        const shown = title === undefined ? '' : (0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(title, 80);
        return shown === '' ? 'an HTML page' : `an HTML page titled “${shown}”`;
    }
    const words = wordsOf((0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(text)) ?? xmlWords(text);
    if (words !== undefined)
        return `“${(0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(words, longestOfAll)}”`;
    if (!text.trimStart().startsWith('{'))
        return `“${(0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(text)}”`;
    return isHtml(text, contentType) ? 'an HTML page' : undefined;
}
function xmlWords(text) {
    if (!/^\s*<(?:\?xml|Error)\b/i.test(text))
        return undefined;
    const said = ['Code', 'Message'].map((name) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1]);
    return said.filter((one) => one !== undefined).join(': ') || undefined;
}
function isHtml(text, contentType) {
    return /^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '') || /^\s*<(?:!doctype html|html)/i.test(text);
}
function wordsOf(value, depth = 1) {
    if (typeof value === 'string')
        return value.trim() === '' ? undefined : value.trim();
    if (typeof value !== 'object' || value === null || depth > deepest)
        return undefined;
    const inside = (one) => wordsOf(one, depth + 1);
    if (Array.isArray(value))
        return joined(value.map((one) => inside(one) ?? fieldsOf(one)));
    const { errors, error, code, message, error_description, detail, details, title } = value;
    const about = detail ?? details;
    const main = [error_description, message, title, about, error].find((one) => inside(one) !== undefined);
    const name = [code, error].find((one) => isText(one) && one !== main);
    const parts = [
        isText(name) ? name : undefined,
        inside(main),
        main === about ? undefined : (inside(about) ?? fieldsOf(about)),
    ];
    const said = parts.filter((part) => part !== undefined).join(': ') || fieldsOf(message);
    return joined([said, inside(errors) ?? fieldsOf(errors)]);
}
function joined(texts) {
    const all = new Set(texts.filter((one) => one !== undefined));
    return all.size === 0 ? undefined : [...all].join('; ');
}
function fieldsOf(value) {
    const objects = Array.isArray(value) ? value : [value];
    const fields = objects.flatMap((one) => (typeof one === 'object' && one !== null ? Object.entries(one) : []));
    const shown = fields.flatMap(([name, field]) => {
        const texts = [field].flat().filter((one) => isText(one) || typeof one === 'number');
        return texts.length === 0 ? [] : `${name} ${texts.join(', ')}`;
    });
    return shown.length === 0 ? undefined : shown.join(', ');
}
function isText(value) {
    return typeof value === 'string' && value.trim() !== '';
}


/***/ }),

/***/ 2970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isDigest),
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const grammar = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
function isDigest(text) {
    return grammar.test(text);
}
function digestOf(bytes, like = 'sha256:') {
    const algorithm = like.startsWith('sha512:') ? 'sha512' : 'sha256';
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex')}`;
}


/***/ }),

/***/ 6093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sh: () => (/* binding */ formatRepository),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   hY: () => (/* binding */ registryIn),
/* harmony export */   "if": () => (/* binding */ parseImageName),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   og: () => (/* binding */ isRepositoryPath),
/* harmony export */   vy: () => (/* binding */ formatImage)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_loopback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(632);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2970);



const dockerHubAliases = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
const hostGrammar = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?$/;
const pathGrammar = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagGrammar = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const nameLimit = 255;
function isTag(text) {
    return tagGrammar.test(text);
}
function isRepositoryPath(text) {
    return text.length <= nameLimit && pathGrammar.test(text);
}
function parseRegistry(text) {
    const scheme = /^(https?):\/\//i.exec(text);
    const host = text
        .slice(scheme?.[0].length ?? 0)
        .replace(/\/(?:v[12]\/?)?$/, '')
        .toLowerCase();
    const port = hostGrammar.exec(host)?.[1];
    const legal = hostGrammar.test(host) && URL.canParse(`https://${host}`);
    if (!legal || Number(port ?? 1) < 1) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} is not a registry's host`, 'Write host or host:port, for example docker.io, ghcr.io or registry.example.com:5000.');
    }
    if (!/[.:]/.test(host) && host !== 'localhost') {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} would be read as a part of an image's name`, `Every tool takes a first part without a dot or a port for a namespace: write ${host}:443, or its full name.`);
    }
    if (dockerHubAliases.has(host))
        return { host: 'docker.io', plainHttp: false };
    return { host, plainHttp: scheme ? scheme[1]?.toLowerCase() === 'http' : (0,_lib_loopback_js__WEBPACK_IMPORTED_MODULE_2__/* .isLoopback */ .U)(host) };
}
function repositoryName(registry, path) {
    if (!pathGrammar.test(path)) {
        const lower = path.toLowerCase();
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(path)} is not an image's name`, lower !== path && pathGrammar.test(lower)
            ? `Names of images are lower case: write ${JSON.stringify(lower)}.`
            : 'A name has lower-case letters, digits and single separators (. _ - /): acme/app.');
    }
    const whole = registry.host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    if (registry.host.length + 1 + whole.length > nameLimit) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the image's name ${JSON.stringify(path)} is longer than ${nameLimit} characters with its registry`);
    }
    return { registry, path: whole };
}
function parseImageName(text, home) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B)(digest)) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} ends in ${JSON.stringify(digest)}, which is not a digest`);
    }
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const tag = colon > named.lastIndexOf('/') ? named.slice(colon + 1) : undefined;
    if (tag !== undefined && !isTag(tag)) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} ends in ${JSON.stringify(tag)}, which is not a tag`);
    }
    const path = tag === undefined ? named : named.slice(0, colon);
    const slash = path.indexOf('/');
    const first = path.slice(0, Math.max(slash, 0));
    const repository = namesRegistry(first)
        ? repositoryName(inheritScheme(parseRegistry(first), home), path.slice(slash + 1))
        : repositoryName(home, path);
    return { ...repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
function registryIn(text) {
    const first = text.slice(0, Math.max(text.indexOf('/'), 0));
    try {
        return namesRegistry(first) ? parseRegistry(first) : undefined;
    }
    catch {
        return undefined;
    }
}
function namesRegistry(first) {
    return /[.:]/.test(first) || first.toLowerCase() === 'localhost';
}
function inheritScheme(registry, home) {
    return registry.host === home.host ? home : registry;
}
function formatRepository(repository) {
    if (repository.registry.host !== 'docker.io')
        return `${repository.registry.host}/${repository.path}`;
    const [first = '', ...rest] = repository.path.split('/');
    if (first === 'library' && rest.length === 1)
        return rest.join('/');
    return namesRegistry(first) ? `docker.io/${repository.path}` : repository.path;
}
function formatImage(image) {
    return `${formatRepository(image)}${image.tag === undefined ? '' : `:${image.tag}`}${image.digest === undefined ? '' : `@${image.digest}`}`;
}


/***/ }),

/***/ 9853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseJson)
/* harmony export */ });
function parseJson(content) {
    try {
        return JSON.parse(content.toString());
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ createAuthorizer)
});

// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/registries/auth/challenge.js
var challenge = __webpack_require__(9445);
// EXTERNAL MODULE: ./build/src/registries/auth/issued-credentials.js
var issued_credentials = __webpack_require__(9932);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
;// CONCATENATED MODULE: ./build/src/registries/auth/tokens.js





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
    const credentials = await (0,issued_credentials/* sendable */.p)(settings.credentials);
    const request = tokenRequest(credentials, service, scope);
    let answer = await settings.http.request(request);
    let operation = (0,message/* describe */.q0)(request);
    if (credentials.kind === 'identity' && (answer.status === 404 || answer.status === 405)) {
        const { username, token } = credentials;
        const fallback = getRequest(service, scope, (0,headers/* basicHeader */.mk)(username, token));
        answer = await settings.http.request(fallback);
        operation = (0,message/* describe */.q0)(fallback);
    }
    if (answer.status === 404) {
        const advice = 'The registry names a token service that is not there: tell its operator.';
        throw new errors/* Failure */.HR('server', { operation, reason: '404 Not Found from the token service', advice });
    }
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, operation, settings.advice);
    return readToken(answer, operation, settings);
}
function tokenRequest(credentials, service, scope) {
    if (credentials.kind === 'password')
        return getRequest(service, scope, (0,headers/* basicHeader */.mk)(credentials.username, credentials.password));
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
function readToken(answer, operation, settings) {
    const { token, access_token, expires_in } = (0,responses/* jsonObject */.o$)(answer, operation);
    const value = [token, access_token].find((one) => typeof one === 'string' && one !== '');
    if (value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
        throw new errors/* Failure */.HR('server', {
            operation,
            reason: value === undefined ? 'an answer without a token' : 'a token that no header can hold',
            advice: 'The registry’s token service does not follow the protocol: tell its operator.',
        });
    }
    settings.mask(value);
    const life = typeof expires_in === 'number' && expires_in > 0 ? expires_in : usualLife;
    const usable = life - Math.min(margin, life / 10);
    const born = settings.now().getTime();
    return { value, born, until: born + usable * 1000 };
}

;// CONCATENATED MODULE: ./build/src/registries/auth/authorizer.js







function createAuthorizer(settings) {
    const { credentials, known } = settings;
    const tokens = createTokens(settings);
    let scheme = known
        ? { kind: 'bearer', service: { realm: new URL(known.realm), service: known.service } }
        : { kind: settings.basic === true ? 'basic' : 'unknown' };
    const scopes = new Map();
    return {
        async header(scope) {
            if (credentials.kind === 'bearer')
                return { authorization: `Bearer ${credentials.token}` };
            if (scheme.kind === 'basic' && credentials.kind !== 'anonymous') {
                return { authorization: await basicOf(credentials) };
            }
            if (scheme.kind !== 'bearer')
                return { authorization: undefined };
            const { service } = scheme;
            const wanted = scopes.get(scope) ?? scope;
            const token = await tokens.get(service, wanted);
            return { authorization: `Bearer ${token.value}`, token: { ...token, service, scope: wanted } };
        },
        async challenged(answer, sent, scope) {
            if (credentials.kind === 'bearer' || (0,answers/* isProtected */.bz)(answer))
                return false;
            const challenges = await challengesOf(answer, settings);
            const bearer = challenges.find((one) => one.scheme === 'bearer' && one.parameters.realm !== undefined);
            if (bearer) {
                const service = serviceOf(bearer, settings.origin);
                const wanted = scopeAfter(sent.token?.scope, bearer.parameters.scope || scope);
                if (sent.token && sameToken(sent.token, service, wanted)) {
                    await tokens.drop(service, wanted, sent.token.value);
                    return !sent.token.fresh;
                }
                scheme = { kind: 'bearer', service };
                scopes.set(scope, wanted);
                return true;
            }
            if (!challenges.some((one) => one.scheme === 'basic')) {
                if (sent.authorization === undefined)
                    throw (0,challenge/* unknownChallenge */.M)(answer, challenges);
                return false;
            }
            scheme = { kind: 'basic' };
            return credentials.kind !== 'anonymous' && sent.authorization !== (await basicOf(credentials));
        },
        isTaught: () => credentials.kind === 'bearer' || scheme.kind !== 'unknown',
        service: () => (scheme.kind === 'bearer' ? scheme.service : undefined),
    };
}
function scopeAfter(insufficient, named) {
    const [, resource, actions = ''] = /^(repository:.+):([^:\s]+)$/.exec(named) ?? [];
    if (resource === undefined || !insufficient?.startsWith(`${resource}:`))
        return named;
    const known = insufficient.slice(resource.length + 1);
    const all = [...new Set([...known.split(','), ...actions.split(',')])].join(',');
    return all === known ? named : `${resource}:${all}`;
}
async function basicOf(credentials) {
    const now = await (0,issued_credentials/* sendable */.p)(credentials);
    return (0,headers/* basicHeader */.mk)(now.username, now.kind === 'password' ? now.password : now.token);
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
    if (!(0,url_policy/* sameOrigin */.Nm)(ping.url, origin))
        return [];
    return (0,challenge/* parseChallenges */.u)(ping.headerValues('www-authenticate')).map(({ scheme, parameters }) => {
        const { scope: _example, ...others } = parameters;
        return { scheme, parameters: others };
    });
}
function serviceOf(challenge, origin) {
    const given = challenge.parameters.realm ?? '';
    const realm = URL.canParse(given, origin.href) ? new URL(given, origin) : undefined;
    const objection = realm === undefined ? 'it is no address' : (0,url_policy/* refusalReason */.b)(realm, origin);
    if (realm === undefined || objection !== undefined) {
        throw new errors/* Failure */.HR('server', {
            operation: `the challenge of ${origin.origin}`,
            reason: `it names a token service that must not be used: ${objection}`,
            advice: 'The credentials were not sent. Check the registry’s configuration (auth.token.realm).',
        });
    }
    return { realm, service: challenge.parameters.service };
}


/***/ }),

/***/ 9445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ unknownChallenge),
/* harmony export */   u: () => (/* binding */ parseChallenges)
/* harmony export */ });
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(100);
/* harmony import */ var _http_server_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2979);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);



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
    const { take, isAtEnd, rest } = (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_1__/* .createScanner */ .z1)(header);
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
function unknownChallenge({ url, body, header }, challenges) {
    const names = challenges.map(({ scheme }) => scheme).join(', ');
    const offer = names === '' ? '401 without one' : `it knows only ${names}`;
    const words = (0,_http_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .serverWords */ .l)(body, header('content-type'));
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        operation: `the challenge of ${url.origin}`,
        reason: words === undefined ? offer : `${offer}; ${words}`,
        advice: 'A registry requires Basic or Bearer: check the address, and what answers in front of the registry.',
    });
}


/***/ }),

/***/ 988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ callHelper),
/* harmony export */   UA: () => (/* binding */ runHelper),
/* harmony export */   ph: () => (/* binding */ helperProgram)
/* harmony export */ });
/* harmony import */ var _lib_clean_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9723);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9853);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6258);
/* harmony import */ var _docker_config_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7280);





function helperProgram(name) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
        return `docker-credential-${name}`;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the Docker config names the credential helper ${JSON.stringify(name)}, which cannot be one`);
}
function callHelper(program, action, input, { environment, execute, signal }) {
    return execute(program, [action], { env: environment, input, signal });
}
async function runHelper(name, key, settings) {
    const program = helperProgram(name);
    try {
        const { exitCode, stdout, stderr } = await callHelper(program, 'get', `${key}\n`, settings);
        if (exitCode === 0) {
            const answer = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(stdout);
            if (!(0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(answer))
                settings.warn(`${program} answered something that is not a JSON object`);
            return (0,_docker_config_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .readHelped */ .L)(answer);
        }
        const said = `${stdout} ${stderr}`;
        if (!/credentials not found/i.test(said))
            settings.warn(`${program} failed: ${(0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanLine */ .O)(said) || `exit code ${exitCode}`}`);
    }
    catch (error) {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        settings.warn(`${program}, which the Docker config names, could not be run: ${(0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_4__/* .cleanLine */ .O)(String(error))}`);
    }
    return undefined;
}


/***/ }),

/***/ 1078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ anonymous)
/* harmony export */ });
const anonymous = { kind: 'anonymous' };


/***/ }),

/***/ 7280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readHelped),
/* harmony export */   h: () => (/* binding */ readEntry)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _json_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1982);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6258);



function readEntry(entry, key, file) {
    if (!(0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(entry))
        return undefined;
    const registryToken = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(entry.registrytoken);
    if (registryToken !== undefined) {
        if (/^[\x21-\x7e]+$/.test(registryToken))
            return { kind: 'bearer', token: registryToken };
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the entry ${JSON.stringify(key)} in ${file} has a registrytoken that no header can hold`, 'Log in again with docker login.');
    }
    const auth = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(entry.auth);
    const pair = Buffer.from(auth ?? '', 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    if (auth !== undefined && colon < 1) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the entry ${JSON.stringify(key)} in ${file} has an auth that is not user:password in base64`, 'Log in again with docker login.');
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
    if (!(0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value))
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

/***/ 8574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tj: () => (/* binding */ findKey),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   bG: () => (/* binding */ pathKeysOf),
/* harmony export */   p4: () => (/* binding */ hasPaths)
/* harmony export */ });
/* harmony import */ var _drivers_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2204);

function keysOf(registry) {
    const [first = registry.host, ...others] = (0,_drivers_index_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(registry).configKeys ?? [];
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

/***/ 7333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   TO: () => (/* binding */ readDockerConfig),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   Yn: () => (/* binding */ helperOf),
/* harmony export */   Ze: () => (/* binding */ configFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8640);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9853);
/* harmony import */ var _json_values_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1982);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6258);
/* harmony import */ var _credential_helper_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(988);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1078);
/* harmony import */ var _docker_config_entry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7280);
/* harmony import */ var _docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8574);












async function readDockerConfig(registry, settings) {
    const file = configFile(settings.environment);
    const config = await readConfig(file);
    const { auths, credHelpers } = config;
    const home = async () => {
        const keys = (0,_docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .keysOf */ .YD)(registry);
        const helper = helperOf(config, keys);
        const helped = helper === undefined ? undefined : await (0,_credential_helper_js__WEBPACK_IMPORTED_MODULE_6__/* .runHelper */ .UA)(helper, keys[0], settings);
        return helped ?? entryOf(config, keys, file) ?? _credentials_js__WEBPACK_IMPORTED_MODULE_7__/* .anonymous */ ._;
    };
    if (!(0,_docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .hasPaths */ .p4)({ ...(0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .texts */ .Te)(credHelpers), ...((0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(auths) ? auths : {}) }, registry))
        return { home };
    return {
        home,
        async of(path) {
            for (const keys of (0,_docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .pathKeysOf */ .bG)({ registry, path })) {
                const found = (await helpedOf(config, keys, settings)) ?? entryOf(config, keys, file);
                if (found !== undefined)
                    return found;
            }
            return undefined;
        },
    };
}
async function helpedOf({ auths, credHelpers, credsStore }, keys, settings) {
    const helpers = (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .texts */ .Te)(credHelpers);
    const entries = (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(auths) ? auths : {};
    const [named, listed] = [(0,_docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .findKey */ .Tj)(helpers, keys), (0,_docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .findKey */ .Tj)(entries, keys)];
    if (named !== undefined)
        return (0,_credential_helper_js__WEBPACK_IMPORTED_MODULE_6__/* .runHelper */ .UA)(helpers[named] ?? '', named, settings);
    const store = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(credsStore);
    if (store === undefined || listed === undefined || !isEmpty(entries[listed]))
        return undefined;
    return (0,_credential_helper_js__WEBPACK_IMPORTED_MODULE_6__/* .runHelper */ .UA)(store, listed, settings);
}
function configFile(environment, platform = process.platform) {
    const folder = environment.DOCKER_CONFIG || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeFolder(environment, platform), '.docker');
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'config.json');
}
function homeFolder({ HOME, USERPROFILE }, platform) {
    return (platform === 'win32' ? USERPROFILE : HOME) || homeOfUser();
}
function homeOfUser() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().homedir;
    }
    catch {
        return '/';
    }
}
async function readConfig(file) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8').catch((error) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
            return '{}';
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageFailure */ .II)(`the Docker config ${file} cannot be read: ${error.code}`, `Give ${_lib_input_names_js__WEBPACK_IMPORTED_MODULE_10__/* .usernameAndPassword */ .RJ}, or another DOCKER_CONFIG.`);
    });
    const config = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_11__/* .parseJson */ .q)(text.trim() || '{}');
    if ((0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(config))
        return config;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageFailure */ .II)(`the Docker config ${file} is not a JSON object`, `Log in again with docker login, or give ${_lib_input_names_js__WEBPACK_IMPORTED_MODULE_10__/* .usernameAndPassword */ .RJ}.`);
}
function helperOf(config, keys) {
    const helpers = (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .texts */ .Te)(config.credHelpers);
    const key = (0,_docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .findKey */ .Tj)(helpers, keys);
    return (0,_json_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(key === undefined ? undefined : helpers[key]) ?? (0,_json_values_js__WEBPACK_IMPORTED_MODULE_4__/* .textOf */ .b6)(config.credsStore);
}
function entryOf({ auths }, keys, file) {
    const key = (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(auths) ? (0,_docker_config_keys_js__WEBPACK_IMPORTED_MODULE_9__/* .findKey */ .Tj)(auths, keys) : undefined;
    return key === undefined || !(0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(auths) ? undefined : (0,_docker_config_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .readEntry */ .h)(auths[key], key, file);
}
function isEmpty(entry) {
    return (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(entry) && Object.keys(entry).length === 0;
}


/***/ }),

/***/ 9932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ issuedCredentials),
/* harmony export */   p: () => (/* binding */ sendable)
/* harmony export */ });
/* harmony import */ var _renewed_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3656);

function issuedCredentials(account, issue, now, open = () => undefined) {
    let holder;
    const renew = (0,_renewed_js__WEBPACK_IMPORTED_MODULE_0__/* .renewed */ .F)(issue, now);
    const current = async () => {
        const issued = await renew();
        holder = issued.holder;
        return issued;
    };
    return {
        kind: 'issued',
        account,
        current,
        holder: () => holder,
        prepare() {
            open();
            current().catch(() => undefined);
        },
    };
}
async function sendable(credentials) {
    if (credentials.kind !== 'issued')
        return credentials;
    const { username, password } = await credentials.current();
    return { kind: 'password', username, password };
}


/***/ }),

/***/ 3656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ renewed)
/* harmony export */ });
const usualMargin = (life) => Math.min(60_000, life / 10);
function renewed(issue, now, margin = usualMargin) {
    let current;
    function issueAgain() {
        const issuing = issue().then((issued) => {
            const until = issued.until.getTime();
            return { issued, usableUntil: until - margin(until - now().getTime()) };
        });
        current = issuing;
        issuing.catch(() => {
            if (current === issuing)
                current = undefined;
        });
        return issuing;
    }
    return async () => {
        const known = current;
        const { issued, usableUntil } = await (known ?? issueAgain());
        if (known === undefined || usableUntil > now().getTime())
            return issued;
        return (await (current === known ? issueAgain() : (current ?? issueAgain()))).issued;
    };
}


/***/ }),

/***/ 1632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ dockerHub)
/* harmony export */ });
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8640);
/* harmony import */ var _name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(633);


const dockerHub = {
    ..._name_js__WEBPACK_IMPORTED_MODULE_0__/* .hubNames */ .a,
    hosts: 'docker.io',
    permissions: {
        read: 'none for public repositories; an access token with Read',
        delete: 'an access token with Read, Write, Delete of an admin of the repository',
    },
    matches: (host) => host === 'docker.io',
    apiHost: 'registry-1.docker.io',
    tokens: () => ({ realm: 'https://auth.docker.io/token', service: 'registry.docker.io' }),
    configKeys: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'],
    emptyNamespace: 'error',
    credentialsAdvice: 'For an organization access token the user name is the organization’s; where single sign-on is enforced a password is refused, and only a token works.',
    deniedAdvice: 'Docker Hub says this of a private repository, and of one that does not exist: check the name, and give ' +
        `${_lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .usernameAndPassword */ .RJ} (an access token with Read, or an organization access token with Image Pull).`,
    pushAdvice: 'A push takes an access token with Read & Write (of an organization: Image Push), of somebody who may write to the repository.',
    capabilities: {
        deleteTag: 'alone',
        deleteManifest: 'with-its-tags',
        tokenDeletes: 'manifests',
        pageSize: 100,
        lists: ['mediaType', 'size', 'platforms', 'pushed', 'pulled', 'children'],
    },
    load: async () => (await __webpack_require__.e(/* import() */ 148).then(__webpack_require__.bind(__webpack_require__, 148))).createDockerHubDriver,
};


/***/ }),

/***/ 633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ hubNameOf),
/* harmony export */   a: () => (/* binding */ hubNames)
/* harmony export */ });
/* harmony import */ var _traits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7948);

const hubNames = {
    title: 'Docker Hub',
    pathParts: { least: 2, most: 2, advice: 'Its names have two parts: acme/app.' },
};
function hubNameOf(repository) {
    (0,_traits_js__WEBPACK_IMPORTED_MODULE_0__/* .checkPathParts */ .C)(repository, hubNames);
    const [namespace = '', name = ''] = repository.path.split('/');
    return [namespace, name];
}


/***/ }),

/***/ 5362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ awsKeysIn)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

function awsKeysIn(environment = {}) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
    if (!accessKeyId && !secretAccessKey)
        return undefined;
    if (accessKeyId && secretAccessKey) {
        return { accessKeyId, secretAccessKey, sessionToken: environment.AWS_SESSION_TOKEN || undefined };
    }
    const [set, missing] = accessKeyId
        ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
        : ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'];
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${set} is set in the environment, and ${missing} is not`, 'Set both, as aws-actions/configure-aws-credentials does, or neither.');
}


/***/ }),

/***/ 1387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sf: () => (/* binding */ isPrivateHost),
/* harmony export */   sw: () => (/* binding */ isPublicHost),
/* harmony export */   z5: () => (/* binding */ serviceOf)
/* harmony export */ });
const privateHost = /^(\d{12})\.dkr[.-]ecr(-fips)?\.([a-z0-9][a-z0-9-]*)\.(amazonaws\.(?:com(?:\.cn)?|eu)|on\.aws|on\.amazonwebservices\.(?:com\.cn|eu)|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;
const publicApis = {
    'public.ecr.aws': 'api.ecr-public.us-east-1.amazonaws.com',
    'ecr-public.aws.com': 'ecr-public.us-east-1.api.aws',
};
function isPrivateHost(host) {
    return privateHost.test(host);
}
function isPublicHost(host) {
    return Object.hasOwn(publicApis, host);
}
function serviceOf(host) {
    const publicApi = isPublicHost(host) ? publicApis[host] : undefined;
    if (publicApi !== undefined) {
        const api = new URL(`https://${publicApi}/`);
        return { name: 'ecr-public', target: 'SpencerFrontendService', region: 'us-east-1', api, account: undefined };
    }
    const [, account, fips = '', region, suffix = ''] = privateHost.exec(host) ?? [];
    if (region === undefined)
        return undefined;
    const api = new URL(`https://${apiHost(fips, region, suffix)}/`);
    return { name: 'ecr', target: 'AmazonEC2ContainerRegistry_V20150921', region, api, account };
}
function apiHost(fips, region, suffix) {
    if (suffix.startsWith('on.'))
        return `ecr${fips}.${region}.api.${suffix.slice('on.'.length)}`;
    return fips === '' ? `api.ecr.${region}.${suffix}` : `ecr-fips.${region}.${suffix}`;
}


/***/ }),

/***/ 4616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ gar)
/* harmony export */ });
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8640);

const hosts = /^(?:[a-z0-9-]+-docker\.pkg\.dev|(?:(?:us|eu|asia)\.)?gcr\.io)$/;
const gar = {
    title: 'Artifact Registry',
    hosts: '*-docker.pkg.dev, gcr.io, *.gcr.io',
    permissions: {
        read: 'none for public images; roles/artifactregistry.reader',
        delete: 'roles/artifactregistry.repoAdmin; to restore roles/artifactregistry.writer',
    },
    matches: (host) => hosts.test(host),
    tokens: (host) => ({ realm: `https://${host}/v2/token`, service: host }),
    emptyNamespace: 'none',
    deleteActions: 'push,pull',
    credentialsAdvice: 'The user name is oauth2accesstoken and the password an access token, which lasts an hour (gcloud auth ' +
        'print-access-token; in a workflow google-github-actions/auth with token_format: access_token), or the user name is ' +
        '_json_key and the password the JSON key of a service account.',
    deniedAdvice: 'The project or the repository does not exist, or the account lacks the role there: roles/artifactregistry.reader to ' +
        'pull, roles/artifactregistry.writer to push, roles/artifactregistry.repoAdmin to delete.',
    catalogAdvice: 'A list of all repositories takes a role in the whole project, such as roles/artifactregistry.reader. gcloud artifacts ' +
        'docker images list LOCATION-docker.pkg.dev/PROJECT/REPOSITORY lists those of one repository: give them to the other ' +
        `commands as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_0__/* .inputName */ .yu)('image')}.`,
    capabilities: {
        deleteTag: 'alone',
        deleteManifest: 'untagged-only',
        keepsUntagged: true,
        lists: ['size', 'pushed', 'mediaType'],
    },
    load: async () => (await __webpack_require__.e(/* import() */ 22).then(__webpack_require__.bind(__webpack_require__, 5022))).createGarDriver,
};


/***/ }),

/***/ 227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ gitlabDotCom)
/* harmony export */ });
const gitlabDotCom = 'registry.gitlab.com';


/***/ }),

/***/ 2204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lG: () => (/* binding */ apiOrigin),
  Cg: () => (/* binding */ checkPath),
  yt: () => (/* binding */ isKnownHost),
  I: () => (/* binding */ kindOf)
});

// UNUSED EXPORTS: kinds

;// CONCATENATED MODULE: ./build/src/registries/drivers/acr/index.js
function tokens(host) {
    if (host.split('.').length > 3)
        return undefined;
    return { realm: `https://${host}/oauth2/token`, service: host };
}
const acr = {
    title: 'ACR',
    hosts: 'NAME.azurecr.io',
    permissions: {
        read: 'AcrPull, or by repository Container Registry Repository Reader; of a scope map content/read and metadata/read',
        delete: 'also AcrDelete, or by repository Container Registry Repository Contributor; of a scope map content/delete',
    },
    matches: (host) => /\.azurecr\.(?:io|cn|us)$/.test(host),
    tokens,
    emptyNamespace: 'none',
    credentialsAdvice: 'A token of az acr login lasts three hours and has the user name 00000000-0000-0000-0000-000000000000; the secret of ' +
        'a service principal and the password of a repository token expire too.',
    deniedAdvice: 'The repository does not exist, or the identity lacks the role AcrPull (where permissions are granted by repository: ' +
        'Container Registry Repository Reader); the scope map of a token requires content/read and metadata/read.',
    pushAdvice: 'A push requires the role AcrPush (where permissions are granted by repository: Container Registry Repository Writer), ' +
        'or content/write in the scope map of a token.',
    catalogAdvice: 'A list of repositories requires the role AcrPull (where permissions are granted by repository: Container Registry ' +
        'Repository Catalog Lister); the token of a scope map never has it.',
    capabilities: {
        deleteTag: 'alone',
        deleteManifest: 'with-its-tags',
        tokenDeletes: 'none',
        keepsUntagged: true,
        pageSize: 1000,
        listCount: 2,
        lists: ['mediaType', 'size', 'pushed'],
    },
    load: async () => (await __webpack_require__.e(/* import() */ 836).then(__webpack_require__.bind(__webpack_require__, 5836))).createAcrDriver,
};

// EXTERNAL MODULE: ./build/src/registries/drivers/docker-hub/index.js
var docker_hub = __webpack_require__(1632);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/drivers/ecr/aws-keys.js
var aws_keys = __webpack_require__(5362);
// EXTERNAL MODULE: ./build/src/registries/drivers/ecr/service.js
var service = __webpack_require__(1387);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/index.js



const capabilities = {
    deleteTag: 'frees-manifest',
    deleteManifest: 'with-its-tags',
    tokenDeletes: 'none',
    keepsUntagged: true,
    lists: ['size', 'pushed', 'pulled', 'mediaType'],
    pageSize: 1000,
};
const environmentLogin = {
    account: 'AWS',
    for: 'everything',
    isConfigured: (environment) => (0,aws_keys/* awsKeysIn */.h)(environment) !== undefined,
    load: async () => (await __webpack_require__.e(/* import() */ 255).then(__webpack_require__.bind(__webpack_require__, 6255))).issueEcrPassword,
};
function meaningOf({ status, body }) {
    if (status !== 400 && status !== 403)
        return undefined;
    return /authorization token (?:has expired|is invalid)/i.test(body.toString('utf8')) ? 'authentication' : undefined;
}
const load = async () => (await __webpack_require__.e(/* import() */ 540).then(__webpack_require__.bind(__webpack_require__, 5540))).createEcrDriver;
const ecr = {
    title: 'ECR',
    hosts: 'ACCOUNT.dkr.ecr.REGION.amazonaws.com',
    permissions: {
        read: 'ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer, ecr:ListImages; for dates ecr:DescribeImages and ecr:DescribeRepositories',
        delete: 'ecr:DescribeRepositories, ecr:DescribeImages, ecr:BatchGetImage and ecr:BatchDeleteImage',
    },
    matches: service/* isPrivateHost */.Sf,
    emptyNamespace: 'none',
    basic: true,
    meaningOf,
    credentialsAdvice: 'The user name is AWS, the password lasts 12 hours: log in again with aws-actions/amazon-ecr-login, or leave both ' +
        'out and run aws-actions/configure-aws-credentials before this step.',
    noCatalog: `aws ecr describe-repositories lists them. With AWS credentials in the environment (aws-actions/configure-aws-credentials) this command does. Otherwise give them to the other commands as ${(0,input_names/* inputName */.yu)('image')}.`,
    deniedAdvice: 'The repository does not exist, or the role lacks ecr:BatchGetImage; the password lasts 12 hours.',
    pushAdvice: 'The repository does not exist, or the role may not push (ecr:InitiateLayerUpload, ecr:UploadLayerPart, ' +
        'ecr:CompleteLayerUpload, ecr:PutImage); the password lasts 12 hours.',
    environmentLogin,
    capabilities: { ...capabilities, archives: true },
    load,
};
const ecrPublic = {
    title: 'ECR Public',
    hosts: 'public.ecr.aws',
    permissions: {
        read: 'none; for dates, in an account’s own repositories, ecr-public:DescribeRepositories and ecr-public:DescribeImages',
        delete: 'ecr-public:DescribeRepositories, ecr-public:DescribeImages and ecr-public:BatchDeleteImage',
    },
    matches: service/* isPublicHost */.sw,
    emptyNamespace: 'none',
    meaningOf,
    credentialsAdvice: 'The user name is AWS, the password lasts 12 hours: aws ecr-public get-login-password --region us-east-1.',
    noCatalog: `aws ecr-public describe-repositories --region us-east-1 lists your own. With AWS credentials in the environment this command does. Otherwise give them to the other commands as ${(0,input_names/* inputName */.yu)('image')}.`,
    deniedAdvice: 'The repository does not exist. Its images are public: without credentials they can be pulled too.',
    pushAdvice: 'A push takes ecr-public:PutImage and the permissions to upload layers, in your own registry alias; the password ' +
        'lasts 12 hours.',
    environmentLogin: { ...environmentLogin, for: 'pushes' },
    capabilities,
    load,
};

// EXTERNAL MODULE: ./build/src/registries/drivers/gar/index.js
var gar = __webpack_require__(4616);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ghcr/index.js

const ghcr = {
    title: 'GHCR',
    hosts: 'ghcr.io',
    permissions: {
        read: 'none for public packages; read:packages',
        delete: 'read:packages and delete:packages, and the role Admin of the package; to restore write:packages',
    },
    matches: (host) => host === 'ghcr.io',
    noCatalog: 'GitHub lists an owner’s packages by its API: gh api --paginate "/orgs/OWNER/packages?package_type=container" (of a ' +
        `user /users/OWNER/packages). Give them to the other commands as ${(0,input_names/* inputName */.yu)('image')}.`,
    tokens: () => ({ realm: 'https://ghcr.io/token', service: 'ghcr.io' }),
    emptyNamespace: 'owner',
    noReferrersApi: true,
    credentialsAdvice: 'The password is a token with read:packages, or github.token with permissions: packages: read.',
    deniedAdvice: `The package is private or does not exist. Give ${(0,input_names/* inputName */.yu)('username')} and, as ${(0,input_names/* inputName */.yu)('password')}, a token with read:packages ` +
        '(in a workflow: github.token with permissions: packages: read, and access of this repository to the package).',
    pushAdvice: 'A push takes a token with write:packages, or github.token with permissions: packages: write; the package’s settings ' +
        '(Manage Actions access) have to give this repository the role Write.',
    capabilities: {
        deleteTag: 'never',
        deleteManifest: 'with-its-tags',
        tokenDeletes: 'none',
        keepsUntagged: true,
        refusal: 'GHCR deletes versions of a package, by GitHub’s API, and a version is a manifest with all its tags',
        pageSize: 100,
        keepsDeleted: '30 days',
        lists: ['pushed'],
    },
    load: async () => (await __webpack_require__.e(/* import() */ 301).then(__webpack_require__.bind(__webpack_require__, 6301))).createGhcrDriver,
};

// EXTERNAL MODULE: ./build/src/registries/drivers/gitlab/host.js
var gitlab_host = __webpack_require__(227);
;// CONCATENATED MODULE: ./build/src/registries/drivers/gitlab/index.js


const gitlab = {
    title: 'GitLab',
    hosts: 'registry.gitlab.com',
    permissions: {
        read: 'none in public projects; read_registry',
        delete: 'write_registry and the role Developer',
    },
    matches: (host) => host === gitlab_host/* gitlabDotCom */.W,
    matchesService: (service, _host, realm) => service === 'container_registry' && realm?.pathname.endsWith('/jwt/auth') === true,
    tokens: () => ({ realm: 'https://gitlab.com/jwt/auth', service: 'container_registry' }),
    emptyNamespace: 'none',
    pathParts: {
        least: 2,
        advice: 'Write GROUP/PROJECT for the image of a project, GROUP/PROJECT/NAME for one of several.',
    },
    noCatalog: 'GitLab lists the images of a group or project by its REST API: GET /api/v4/groups/GROUP/registry/repositories with ' +
        `a token that has read_api. Give them to the other commands as ${(0,input_names/* inputName */.yu)('image')}.`,
    credentialsAdvice: 'The password is a personal, group or project access token with read_registry, or a deploy token with its own user ' +
        'name; in GitLab CI, the variables CI_REGISTRY_USER and CI_REGISTRY_PASSWORD.',
    deniedAdvice: 'The project does not exist or is private, or the account may not do this there: a pull takes a token with ' +
        'read_registry, a push one with write_registry of a role from Developer on, and so does a delete (deploy tokens ' +
        'delete nothing).',
    capabilities: {
        deleteTag: 'alone',
        deleteManifest: 'with-its-tags',
        pageSize: 1000,
        lists: ['mediaType', 'size', 'pushed'],
    },
    load: async () => (await __webpack_require__.e(/* import() */ 650).then(__webpack_require__.bind(__webpack_require__, 1650))).createGitLabDriver,
};

;// CONCATENATED MODULE: ./build/src/registries/drivers/harbor/index.js
const harbor = {
    title: 'Harbor',
    permissions: {
        read: 'none in public projects; of a robot account pull repository and list artifact',
        delete: 'of a robot account also delete tag and delete artifact; of a person the role Maintainer',
    },
    matchesService: (service) => service === 'harbor-registry',
    emptyNamespace: 'none',
    credentialsAdvice: 'A robot account is named robot$PROJECT+NAME; where login is by OIDC, the password is the CLI secret of the profile.',
    deniedAdvice: 'The project is private or does not exist, or the account may not do this there: look at the permissions of the robot account.',
    capabilities: {
        deleteTag: 'alone',
        deleteManifest: 'with-its-tags',
        tokenDeletes: 'manifests',
        pageSize: 100,
        lists: ['size', 'pushed', 'children'],
    },
    load: async () => (await __webpack_require__.e(/* import() */ 188).then(__webpack_require__.bind(__webpack_require__, 5188))).createHarborDriver,
};

// EXTERNAL MODULE: ./build/src/registries/drivers/oci.js
var oci = __webpack_require__(3716);
;// CONCATENATED MODULE: ./build/src/registries/drivers/quay/index.js

const quay = {
    title: 'Quay',
    hosts: 'quay.io',
    permissions: {
        read: 'none for public repositories; of a robot account Read, of an OAuth access token repo:read',
        delete: 'of a robot account Write, of an OAuth access token repo:write',
    },
    matches: (host) => host === 'quay.io',
    matchesService: (service, host, realm) => service === host && realm?.host === host && realm.pathname.replace(/\/$/, '') === '/v2/auth',
    noCatalog: `Its API lists the repositories of one namespace: give ${(0,input_names/* inputName */.yu)('namespace')} and, for private ones, ` +
        `${(0,input_names/* inputValue */.UV)('username', '$oauthtoken')} with an OAuth access token.`,
    emptyNamespace: 'none',
    credentialsAdvice: 'A robot account is named namespace+robot; an OAuth access token is the password of the user $oauthtoken.',
    deleteActions: 'pull,push',
    deniedAdvice: 'The repository is private or does not exist, or the credentials have no right to it: a robot account needs the ' +
        'permission Read in the repository, and Write for pushes and deletes; an OAuth token needs repo:read or repo:write.',
    capabilities: {
        deleteTag: 'frees-manifest',
        deleteManifest: 'with-its-tags',
        takesSignatures: true,
        pageSize: 100,
        keepsDeleted: 'two weeks',
        lists: ['size', 'pushed', 'isIndex'],
    },
    load: async () => (await __webpack_require__.e(/* import() */ 107).then(__webpack_require__.bind(__webpack_require__, 9107))).createQuayDriver,
};

// EXTERNAL MODULE: ./build/src/registries/drivers/traits.js
var traits = __webpack_require__(7948);
;// CONCATENATED MODULE: ./build/src/registries/drivers/index.js










const kinds = [docker_hub/* dockerHub */.U, ghcr, quay, ecr, ecrPublic, gar/* gar */.r, acr, harbor, gitlab];
function kindOf({ host }, service, realm) {
    return (kinds.find((kind) => kind.matches?.(host)) ??
        kinds.find((kind) => service !== undefined && kind.matchesService?.(service, host, realm)) ??
        oci/* oci */.sk);
}
function isKnownHost({ host }) {
    return kinds.some((kind) => kind.matches?.(host));
}
function apiOrigin(registry) {
    const host = kindOf(registry).apiHost ?? registry.host;
    return new URL(`${registry.plainHttp ? 'http' : 'https'}://${host}`);
}
function checkPath(name) {
    (0,traits/* checkPathParts */.C)(name, kindOf(name.registry));
}


/***/ }),

/***/ 3716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ deleteByProtocol),
/* harmony export */   is: () => (/* binding */ createOciDriver),
/* harmony export */   sk: () => (/* binding */ oci)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);



const oci = {
    title: 'registry',
    permissions: { read: 'pull', delete: 'pull and delete' },
    emptyNamespace: 'none',
    credentialsAdvice: '',
    deniedAdvice: 'The credentials are missing, wrong, or may not pull from this repository.',
    pushAdvice: 'Look at who may write there.',
    capabilities: { deleteTag: 'unknown', deleteManifest: 'unknown' },
};
const createOciDriver = () => ({
    repository: (name, { oci: repository }) => ({
        deleteTag: (tag) => deleteByProtocol(name, repository, tag),
        deleteManifest: (digest) => deleteByProtocol(name, repository, digest),
    }),
});
async function deleteByProtocol(name, repository, reference) {
    const deletion = await repository.deleteManifest(reference);
    if (deletion.kind !== 'missing' || (await repository.head(reference)) === undefined)
        return deletion;
    const image = (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(reference) ? { ...name, digest: reference } : { ...name, tag: reference };
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unsupported', {
        operation: `Deleting ${(0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImage */ .vy)(image)}`,
        reason: 'the registry says 404 to the delete, and still has it',
        advice: 'It deletes by an API of its own: use its own tool.',
    });
}


/***/ }),

/***/ 7948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ checkPathParts)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

function checkPathParts({ path }, { title, pathParts }) {
    if (pathParts === undefined)
        return;
    const count = path.split('/').length;
    if (count >= pathParts.least && count <= (pathParts.most ?? count))
        return;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(path)} is no repository of ${title}`, pathParts.advice);
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

/***/ 44:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ warnOfPage),
/* harmony export */   Ew: () => (/* binding */ refusePage),
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   U$: () => (/* binding */ deleteFailure),
/* harmony export */   Ue: () => (/* binding */ lacksContent),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   Y5: () => (/* binding */ lengthOf),
/* harmony export */   b2: () => (/* binding */ isMissing),
/* harmony export */   bz: () => (/* binding */ isProtected),
/* harmony export */   dS: () => (/* binding */ pushFailure),
/* harmony export */   iF: () => (/* binding */ formerFailure),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3833);
/* harmony import */ var _http_responses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4078);
/* harmony import */ var _http_url_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8106);
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2970);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9862);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9853);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6258);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(459);








function isMissing(answer, request) {
    return answer.status === 404 && (0,_http_url_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .sameOrigin */ .Nm)(answer.url, request.url) && answer.url.pathname === request.url.pathname;
}
function warnOfPage(answer, warn) {
    if (isPage(answer))
        warn(`${answer.url.host} answered 404 with an HTML page: is it a container registry?`);
}
function refusePage(answer, request) {
    if (!isPage(answer) || (answer.status !== 200 && answer.status !== 404))
        return;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('server', {
        operation: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request),
        reason: `${answer.status} with an HTML page, which no registry serves here`,
        advice: 'Check that no proxy or login page answers in the place of the registry.',
    });
}
function isPage({ header }) {
    return (0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypeOf */ .c0)(header('content-type')) === 'text/html';
}
function readHead(answer, reference) {
    const digest = answer.header('docker-content-digest') ?? '';
    const mediaType = (0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .mediaTypeOf */ .c0)(answer.header('content-type'));
    if (!(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(digest) || !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .isManifestType */ .Q3)(mediaType))
        return undefined;
    if ((0,_images_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(reference) && reference !== digest)
        return undefined;
    return { mediaType, digest, size: lengthOf(answer) };
}
function lengthOf(answer) {
    const length = Number(answer.header('content-length') ?? Number.NaN);
    return Number.isSafeInteger(length) ? length : undefined;
}
function readManifest(answer, request, reference) {
    const claimed = answer.header('docker-content-digest');
    const expected = (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(reference) ? reference : claimed !== undefined && (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(claimed) ? claimed : undefined;
    const manifest = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .Ng)(answer.body, answer.header('content-type'), expected);
    const signed = manifest?.descriptor.mediaType === _media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .signedSchema1 */ .Xf;
    if (expected !== undefined && !signed)
        verify(answer, request, expected);
    if (manifest !== undefined)
        return manifest;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('server', {
        operation: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request),
        reason: `${answer.status}, but not an image manifest: ${(0,_http_responses_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyWords */ .Ob)(answer)}`,
        advice: 'Check that the address is a registry’s own and that no proxy or login page stands before it.',
    });
}
function formerFailure(operation, { mediaType }) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('server', {
        operation,
        reason: `it is ${(0,_media_types_js__WEBPACK_IMPORTED_MODULE_6__/* .formerFormat */ .V9)(mediaType) ?? 'a manifest'} (${mediaType}), not an image`,
        permanent: true,
        advice: 'Container engines no longer pull this format. Build the image again and push it with a current client.',
    });
}
function verify(answer, request, digest) {
    if (!(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .B)(digest)) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('server', {
            operation: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request),
            reason: 'a digest of an unknown form stands in the manifest',
        });
    }
    const actual = (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .o)(answer.body, digest);
    if (actual === digest)
        return;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('server', {
        operation: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request),
        reason: `the content is ${actual}, not ${digest} as it should be`,
        permanent: true,
        advice: 'Something between here and the registry changed the content: do not deploy this image before you know what.',
    });
}
const protectionCode = /PROTECTED|IMMUTABLE/;
function isProtected({ status, body, headerValues }) {
    if (status !== 401 || headerValues('www-authenticate').length > 0)
        return false;
    const parsed = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_7__/* .parseJson */ .q)(body);
    const errors = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(parsed) && Array.isArray(parsed.errors) ? parsed.errors : [];
    const codes = errors.map((error) => ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(error) ? error.code : undefined));
    return codes.length > 0 && codes.every((code) => typeof code === 'string' && protectionCode.test(code));
}
function protectedFailure({ message }) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('denied', {
        operation: '',
        reason: message,
        advice: 'The registry protects it: leave it out, or look for protected and immutable tags in the settings of its project or ' +
            'repository, and who may change them.',
    });
}
function deleteFailure(answer, operation, advice) {
    const failure = (0,_http_responses_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, operation, advice);
    if (isProtected(answer))
        return protectedFailure(failure);
    if (answer.status === 409 && hasCode(answer, ['TAG_IMMUTABLE', 'tag_immutable'])) {
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('denied', {
            operation: '',
            reason: failure.message,
            advice: 'The registry keeps immutable tags: leave it out, or make it mutable in the settings of the repository.',
        });
    }
    if (answer.status !== 412)
        return failure;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('denied', {
        operation: '',
        reason: failure.message,
        advice: 'The registry keeps what a rule makes immutable and what an index lists: leave it out, change the rule, or delete the index first.',
    });
}
function pushFailure(answer, operation, advice) {
    const failure = (0,_http_responses_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, operation, advice);
    if (isProtected(answer))
        return protectedFailure(failure);
    if (hasCode(answer, ['TAG_INVALID']) && /immutable/i.test(answer.body.toString('utf8'))) {
        return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('denied', {
            operation: '',
            reason: failure.message,
            advice: 'The tag exists and is immutable: push another tag, or change the settings of the repository.',
        });
    }
    const refusesAll = answer.status === 405 || answer.status === 501 || hasCode(answer, ['UNSUPPORTED']);
    if (!refusesAll || answer.redirectedFrom !== undefined)
        return failure;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .HR('unsupported', {
        operation: '',
        reason: `${failure.message}: this registry takes no pushes`,
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

/***/ 6583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VL: () => (/* binding */ withQuery),
/* harmony export */   dJ: () => (/* binding */ isLasting),
/* harmony export */   hp: () => (/* binding */ uploadLocation),
/* harmony export */   wr: () => (/* binding */ observeErrors)
/* harmony export */ });
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3833);
/* harmony import */ var _http_url_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8106);


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
    const objection = (0,_http_url_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .refusalReason */ .b)(location, origin);
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
async function* observeErrors(chunks, onError) {
    try {
        yield* chunks;
    }
    catch (error) {
        onError(error);
        throw error;
    }
}


/***/ }),

/***/ 6720:
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
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9853);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6258);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(459);




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
    const value = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(bytes);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? value : {};
}


/***/ }),

/***/ 6258:
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
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9853);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(459);



const manifestLimit = 4 * 1024 * 1024;
const depthLimit = 4;
function parseManifest(bytes, contentType, digest = (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(bytes)) {
    const value = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .q)(bytes);
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

/***/ 459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ isIndexType),
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Hj: () => (/* binding */ manifestTypeOf),
/* harmony export */   KP: () => (/* binding */ ociIndex),
/* harmony export */   Pr: () => (/* binding */ isSchema1),
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
function isSchema1(mediaType) {
    return mediaType === schema1 || mediaType === signedSchema1;
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

/***/ 7559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ listPages),
  S: () => (/* binding */ ownPage)
});

// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/oci/more-hints.js


const memberOfMore = /^(?:has)?(?:next|more)(?:page|link|url|uri|token|cursor|marker|pagetoken|results|items)?$|^(?:is)?truncated$|^continuation(?:token)?$/;
const membersAround = /^_?(?:links?|meta|metadata|page|pages|paging|pageinfo|pagination)$/;
const totals = ['x-total-count', 'x-total'];
function bodyHasMore(body) {
    return Object.entries(body).some(([name, value]) => {
        const plain = name.toLowerCase().replaceAll(/[_-]/g, '');
        if (membersAround.test(plain) && (0,manifest/* isObject */.Gv)(value))
            return bodyHasMore(value);
        return memberOfMore.test(plain) && Boolean(value) && value !== 'false';
    });
}
function totalOf({ header }, { total, total_count, totalCount = total_count ?? total }) {
    const range = /\/(\d+)$/.exec(header('content-range') ?? '')?.[1];
    const counted = [...totals.map((name) => header(name)), range].find((value) => /^\d{1,9}$/.test(value ?? ''));
    return counted === undefined ? (0,json_values/* countOf */.pq)(totalCount) : Number(counted);
}

;// CONCATENATED MODULE: ./build/src/registries/oci/pages.js




const pageSize = 1000;
function listPages(session, path, scope, key, meaning = () => undefined) {
    const read = (answer, at) => {
        if (at.number === 1 && refusesSize(answer))
            return { entries: [], next: new URL(path, session.origin) };
        if (answer.status !== 200)
            throw meaning(answer, at.operation) ?? (0,responses/* failureOf */.g5)(answer, at.operation, session.advice);
        const body = (0,responses/* jsonObject */.o$)(answer, at.operation);
        const entries = textsIn(body, key, at.operation);
        const next = ownPage(answer, at);
        if (next === undefined && bodyHasMore(body))
            throw (0,paginate/* brokenList */.aC)(at.operation, 'it has more entries, and no Link header names the next page');
        return {
            entries,
            next,
            total: totalOf(answer, body),
            probe: entries.length === pageSize ? after(at.url, entries.at(-1) ?? '') : undefined,
        };
    };
    const first = new URL(`${path}?n=${pageSize}`, session.origin);
    const send = (url) => session.send({ method: 'GET', url }, scope);
    return (0,paginate/* paginate */.En)({ first, send, read, keyOf: (text) => text, mayRepeat: true });
}
function refusesSize({ status, body }) {
    return status === 400 && body.includes('"PAGINATION_NUMBER_INVALID"');
}
function textsIn(body, key, operation) {
    const { name, [key]: listed } = body;
    const values = listed ?? (listed === null || name !== undefined ? [] : undefined);
    if (Array.isArray(values) && values.every((value) => typeof value === 'string'))
        return values;
    throw new errors/* Failure */.HR('server', {
        operation,
        reason: `its ${key} are not a list of strings`,
        advice: 'Report it to the registry’s operator.',
    });
}
function ownPage(answer, at) {
    const next = (0,paginate/* linkedPage */.ju)(answer, at);
    return next === undefined ? undefined : new URL(`${at.url.pathname}${next.search}`, at.url);
}
function after(url, last) {
    return new URL(`${url.pathname}?n=${pageSize}&last=${encodeURIComponent(last)}`, url);
}


/***/ }),

/***/ 5149:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ createRepository),
  h: () => (/* binding */ mustPut)
});

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/http/client/retry-loop.js
var retry_loop = __webpack_require__(565);
;// CONCATENATED MODULE: ./build/src/registries/oci/blob-reading.js





const breaksLimit = 4;
const firstWait = 300;
async function* readBlob(session, url, scope, { digest, size }) {
    const operation = (0,message/* describe */.q0)({ method: 'GET', url });
    const hash = (0,external_node_crypto_.createHash)(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
    let held;
    let position = 0;
    let breaks = 0;
    while (position < size) {
        const before = position;
        try {
            for await (const chunk of readFrom(session, url, scope, position, size)) {
                position += chunk.length;
                if (position > size)
                    throw wrong(operation, `the content is longer than the ${size} bytes of its descriptor`);
                hash.update(chunk);
                if (held !== undefined)
                    yield held;
                held = chunk;
            }
            if (position < size)
                throw new Error(`the content broke off after ${position} of ${size} bytes`);
        }
        catch (error) {
            if (error instanceof errors/* Failure */.HR)
                throw error;
            breaks = position > before ? 1 : breaks + 1;
            if (breaks >= breaksLimit)
                throw (0,retry_loop/* networkFailure */.r)({ method: 'GET', url }, error);
            await session.wait(firstWait * 2 ** (breaks - 1));
        }
    }
    verify(hash, digest, operation);
    if (held !== undefined)
        yield held;
}
function verify(hash, digest, operation) {
    const actual = `${digest.slice(0, digest.indexOf(':'))}:${hash.digest('hex')}`;
    if (actual !== digest)
        throw wrong(operation, `the content is ${actual}, not ${digest} as it should be`);
}
async function* readFrom(session, url, scope, position, size) {
    const headers = position === 0 ? {} : { range: `bytes=${position}-${size - 1}` };
    const request = { method: 'GET', url, headers, expects: size - position };
    const answer = await session.download(request, scope);
    if (answer.content === undefined)
        throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
    const misplaced = answer.status === 206 ? misplacedRange(answer, request, position) : undefined;
    let skip = answer.status === 206 ? 0 : position;
    for await (const chunk of answer.content) {
        if (misplaced !== undefined)
            throw misplaced;
        const rest = skip === 0 ? chunk : chunk.subarray(skip);
        skip = Math.max(0, skip - chunk.length);
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
        operation: (0,message/* describe */.q0)(request),
        reason: `206 with the range ${range ?? 'unsaid'}, which is not what was requested (from byte ${position})`,
        advice: 'Something between here and the registry does not know ranges: tell its operator.',
    });
}
function wrong(operation, reason) {
    return new errors/* Failure */.HR('server', {
        operation,
        reason,
        advice: 'Something between here and the registry changed the content, or its storage is damaged: push the image anew.',
    });
}

// EXTERNAL MODULE: ./build/src/registries/oci/blob-uploads.js
var blob_uploads = __webpack_require__(6583);
;// CONCATENATED MODULE: ./build/src/registries/oci/blobs.js






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
            throw (0,answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
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
    async function sendHead(digest) {
        const request = { method: 'HEAD', url: at(digest) };
        return { request, answer: await session.send(request, scope) };
    }
    return {
        async headBlob(digest) {
            const { request, answer } = await sendHead(digest);
            (0,answers/* refusePage */.Ew)(answer, request);
            if ((0,answers/* isMissing */.b2)(answer, request))
                return undefined;
            if (answer.status === 200)
                return { size: sizeIn(answer) };
            throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
        },
        async hasBlob(digest) {
            const { request, answer } = await sendHead(digest);
            if (answer.status === 200)
                return true;
            if ((0,answers/* isMissing */.b2)(answer, request) || answer.url.origin !== origin.origin)
                return false;
            throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
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
            throw (0,answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
        },
        async uploadBlob(descriptor, read, opened) {
            for (let attempt = 1;; attempt += 1) {
                const location = attempt === 1 && opened !== undefined ? opened : await openUpload();
                let sourceBroke = false;
                const chunks = (0,blob_uploads/* observeErrors */.wr)(read(), () => {
                    sourceBroke = true;
                });
                try {
                    const refused = await sendTo(location, descriptor, chunks);
                    if (refused === undefined)
                        return;
                    const { answer, request } = refused;
                    if (attempt >= tries || (0,blob_uploads/* isLasting */.dJ)(answer.status, attempt))
                        throw (0,answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
                }
                catch (error) {
                    const passes = error instanceof errors/* Failure */.HR && error.kind === 'network' && !sourceBroke;
                    if (attempt >= tries || !passes)
                        throw error;
                }
                await session.wait(blobs_firstWait * 2 ** (attempt - 1));
            }
        },
    };
}
function sizeIn(answer) {
    const length = (0,answers/* lengthOf */.Y5)(answer);
    return length === 0 && answer.header('docker-content-digest') === undefined ? undefined : length;
}
function refusedToken(thrown) {
    if (thrown instanceof errors/* Failure */.HR && (thrown.kind === 'authentication' || thrown.kind === 'denied'))
        return undefined;
    throw thrown;
}
async function* none() { }

// EXTERNAL MODULE: ./build/src/registries/oci/fallback-index.js
var fallback_index = __webpack_require__(6720);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/src/registries/oci/media-types.js
var media_types = __webpack_require__(459);
// EXTERNAL MODULE: ./build/src/registries/oci/pages.js + 1 modules
var oci_pages = __webpack_require__(7559);
// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
;// CONCATENATED MODULE: ./build/src/registries/oci/referrers.js






const withoutApi = new Set([200, 301, 302, 303, 307, 308, 400, 404, 405, 406]);
async function listReferrers(session, url, scope, onDoubt) {
    const headers = { accept: media_types/* manifestTypes */.Fm.join(', ') };
    const send = (page) => session.send({ method: 'GET', url: page, headers, limit: manifest/* manifestLimit */.t7, sameOriginOnly: true }, scope);
    if (session.traits().noReferrersApi)
        return undefined;
    const first = await send(url);
    if (withoutApi.has(first.status) && manifestsIn(first) === undefined) {
        if (first.status < 400)
            onDoubt?.((0,responses/* failureOf */.g5)(first, (0,message/* describe */.q0)({ method: 'GET', url }), session.advice));
        return undefined;
    }
    const read = (answer, at) => {
        const entries = manifestsIn(answer);
        if (entries === undefined)
            throw (0,responses/* failureOf */.g5)(answer, at.operation, session.advice);
        return { entries, next: (0,oci_pages/* ownPage */.S)(answer, at) };
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

;// CONCATENATED MODULE: ./build/src/registries/oci/repository.js









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
        if ((0,answers/* isMissing */.b2)(answer, request))
            return undefined;
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
        return (0,answers/* readManifest */.WI)(answer, request, reference);
    }
    const referrersByApi = (digest, onDoubt) => listReferrers(session, at('referrers', digest), scope, onDoubt);
    return {
        ...createBlobs(session, path, scope),
        prepare: () => session.prepare(scope),
        send,
        manifest: getManifest,
        async head(reference) {
            const request = { method: 'HEAD', url: at('manifests', reference), headers: { accept } };
            const answer = await send(request);
            if ((0,answers/* isMissing */.b2)(answer, request)) {
                (0,answers/* warnOfPage */.D4)(answer, session.warn);
                return undefined;
            }
            const descriptor = answer.status === 200 ? (0,answers/* readHead */.zy)(answer, reference) : undefined;
            if (descriptor)
                return descriptor;
            const isUnclear = answer.status >= 400 && answer.status <= 403 && session.advice.kindOf !== undefined;
            if (!isUnclear && ![200, 405, 406].includes(answer.status)) {
                throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
            }
            return (await getManifest(reference))?.descriptor;
        },
        async smallBlob({ digest }) {
            const request = { method: 'GET', url: at('blobs', digest), limit: manifest/* manifestLimit */.t7 };
            const answer = await send(request);
            if (answer.status !== 200)
                throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), session.advice);
            (0,answers/* verify */.MX)(answer, request, digest);
            return answer.body;
        },
        tags: () => (0,oci_pages/* listPages */.p)(session, `/v2/${path}/tags/list`, scope, 'tags'),
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
                const listsReferrers = session.traits().noReferrersApi === undefined;
                return { kind: 'put', subjectNoted: listsReferrers && answer.header('oci-subject') !== undefined };
            }
            if ((0,answers/* lacksContent */.Ue)(answer)) {
                const advice = { ...session.adviceTo('push'), 'not-found': lacking, server: lacking };
                return { kind: 'incomplete', failure: (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice) };
            }
            throw (0,answers/* pushFailure */.dS)(answer, (0,message/* describe */.q0)(request), session.adviceTo('push'));
        },
        async deleteManifest(reference) {
            const request = { method: 'DELETE', url: at('manifests', reference) };
            const answer = await send(request);
            if (answer.status === 202 || answer.status === 200 || answer.status === 204)
                return { kind: 'deleted' };
            if ((0,answers/* isMissing */.b2)(answer, request))
                return { kind: 'missing' };
            const failure = (0,answers/* deleteFailure */.U$)(answer, (0,message/* describe */.q0)(request), session.adviceTo('delete'));
            if ((0,answers/* isProtected */.bz)(answer))
                return { kind: 'locked', failure };
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


/***/ }),

/***/ 6870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ connectRegistry)
});

// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/auth/challenge.js
var challenge = __webpack_require__(9445);
// EXTERNAL MODULE: ./build/src/registries/drivers/index.js + 6 modules
var drivers = __webpack_require__(2204);
// EXTERNAL MODULE: ./build/src/registries/drivers/oci.js
var oci = __webpack_require__(3716);
// EXTERNAL MODULE: ./build/src/registries/oci/pages.js + 1 modules
var pages = __webpack_require__(7559);
// EXTERNAL MODULE: ./build/src/registries/oci/repository.js + 3 modules
var oci_repository = __webpack_require__(5149);
// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/registries/auth/authorizer.js + 1 modules
var auth_authorizer = __webpack_require__(6224);
;// CONCATENATED MODULE: ./build/src/registries/oci/warnings.js

const warning = /(?:^|,)\s*299 - "((?:[^"\\]|\\.)*)"/g;
function createWarnings(warn) {
    const reported = new Set();
    return ({ url, headerValues }) => {
        for (const [, quoted = ''] of headerValues('warning').flatMap((value) => [...value.matchAll(warning)])) {
            const text = (0,clean_line/* cleanLine */.O)(quoted.replace(/\\(.)/g, '$1'));
            if (text !== '' && !reported.has(text))
                warn(`${url.host} warns: ${text}`);
            reported.add(text);
        }
    };
}

;// CONCATENATED MODULE: ./build/src/registries/open-session.js





function openSession(name, settings) {
    const { http, credentials } = settings;
    const origin = (0,drivers/* apiOrigin */.lG)(name);
    const traits = () => {
        const { service, realm } = authorizer.service() ?? {};
        return (0,drivers/* kindOf */.I)(name, service, realm);
    };
    const authorizer = (0,auth_authorizer/* createAuthorizer */.Q)({
        ...settings,
        origin,
        known: (0,drivers/* kindOf */.I)(name).tokens?.(name.host),
        basic: (0,drivers/* kindOf */.I)(name).basic === true,
        get advice() {
            return tokenAdvice(name, traits(), credentials);
        },
    });
    const reportWarnings = createWarnings(settings.warn);
    let prepared = 0;
    let first;
    let hasAnswered = false;
    async function sendAuthorized(send, request, scope) {
        const sendWith = async ({ authorization }) => {
            const answer = await send(authorized(request, authorization));
            hasAnswered = true;
            reportWarnings(answer);
            return answer;
        };
        const sendFirst = async () => {
            const sent = await authorizer.header(scope);
            const answer = await sendWith(sent);
            if (answer.status !== 401 || !(0,url_policy/* sameOrigin */.Nm)(answer.url, origin))
                return { answer, again: false };
            return { answer, again: await authorizer.challenged(answer, sent, scope) };
        };
        if (first !== undefined && !authorizer.isTaught())
            await first;
        const sending = sendFirst();
        first ??= sending.catch(() => undefined);
        const { answer, again } = await sending;
        return again ? sendWith(await authorizer.header(scope)) : answer;
    }
    return {
        origin,
        traits,
        service: () => authorizer.service(),
        hasAnswered: () => hasAnswered,
        get advice() {
            return adviceFor(name, traits(), credentials);
        },
        adviceTo: (what) => changeAdvice(name, traits(), credentials, what),
        warn: settings.warn,
        prepare(scope) {
            prepared += 1;
            http.open(origin, prepared);
            if (credentials.kind === 'issued')
                credentials.prepare();
            authorizer.header(scope).catch(() => undefined);
        },
        send: (request, scope) => sendAuthorized(http.request, request, scope),
        download: (request, scope) => sendAuthorized(http.download, request, scope),
        async upload(request, content, scope) {
            if (!(0,url_policy/* sameOrigin */.Nm)(request.url, origin))
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
function adviceFor({ host }, traits, credentials) {
    const { meaningOf } = traits;
    const deniedAdvice = [traits.deniedAdvice, holderAdvice(credentials)].filter((one) => one !== '').join(' ');
    return {
        ...(meaningOf === undefined ? {} : { kindOf: meaningOf }),
        authentication: credentials.kind === 'anonymous'
            ? `No credentials were given and the Docker config has none for ${host}. ${deniedAdvice}`
            : `${host} did not take the credentials. ${deniedAdvice}`,
        denied: deniedAdvice,
        'not-found': `Check the name, the namespace and the registry (${host}); some registries say this of what the credentials may not see.`,
    };
}
function holderAdvice(credentials) {
    const holder = credentials.kind === 'issued' ? credentials.holder() : undefined;
    return holder === undefined ? '' : `The registry knows this login as ${(0,clean_line/* cleanLine */.O)(holder)}.`;
}
function changeAdvice(name, traits, credentials, what) {
    const deniedAdvice = what === 'push' ? (traits.pushAdvice ?? traits.deniedAdvice) : traits.deniedAdvice;
    const advice = adviceFor(name, { ...traits, deniedAdvice }, credentials);
    return { ...advice, denied: `The credentials may not ${what} in this repository. ${deniedAdvice}`.trim() };
}
function tokenAdvice(name, traits, credentials) {
    const advice = adviceFor(name, traits, credentials);
    if (credentials.kind === 'anonymous')
        return advice;
    const refused = `${name.host} did not take user name and password: check both. ${traits.credentialsAdvice}`.trim();
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
    function kind() {
        const services = [...opened.values()].flatMap((session) => session.service() ?? []);
        const kinds = services.map(({ service, realm }) => (0,drivers/* kindOf */.I)(name, service, realm));
        return kinds.find(({ matchesService }) => matchesService !== undefined) ?? (0,drivers/* kindOf */.I)(name);
    }
    const { credentialsOf, credentialsToPush } = settings;
    const usual = (access) => (access === 'pull' ? undefined : credentialsToPush) ?? settings.credentials;
    return {
        home,
        kind,
        isIdentified: () => (0,drivers/* isKnownHost */.yt)(name) || [...opened.values()].some((session) => session.hasAnswered()),
        of: (path, access) => credentialsOf === undefined
            ? withCredentials(usual(access))
            : chosenSession(home, async () => withCredentials((await credentialsOf(path)) ?? usual(access))),
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
        traits: () => session.traits(),
        service: () => session.service(),
        hasAnswered: () => session.hasAnswered(),
        get advice() {
            return session.advice;
        },
        adviceTo: (what) => session.adviceTo(what),
        prepare(scope) {
            ready()
                .then((one) => one.prepare(scope))
                .catch(() => undefined);
        },
        send: async (...sent) => (await ready()).send(...sent),
        download: async (...sent) => (await ready()).download(...sent),
        upload: async (...sent) => (await ready()).upload(...sent),
    };
}

;// CONCATENATED MODULE: ./build/src/registries/registry.js









function connectRegistry(name, settings) {
    const sessions = createSessions(name, settings);
    const loaded = new Map();
    function driver() {
        const kind = sessions.kind();
        const known = loaded.get(kind) ?? load(kind);
        loaded.set(kind, known);
        return known;
    }
    async function load(kind) {
        const create = (await kind.load?.()) ?? oci/* createOciDriver */.is;
        return create({ ...settings, registry: name, origin: (0,drivers/* apiOrigin */.lG)(name) });
    }
    function repository({ path }, access = 'pull') {
        const actions = access === 'delete' ? sessions.kind().deleteActions : undefined;
        return (0,oci_repository/* createRepository */.v)(sessions.of(path, access), path, access, actions);
    }
    async function* repositories(namespace) {
        const own = namespace === undefined ? undefined : (await driver()).repositories?.(namespace);
        if (own !== undefined)
            return yield* own;
        const all = (await driver()).allRepositories?.() ?? listCatalog(sessions, name, settings.credentials);
        for await (const page of all) {
            yield page.filter(({ path }) => namespace === undefined || path.startsWith(`${namespace}/`));
        }
    }
    return {
        name,
        kind: sessions.kind,
        repository,
        async open(about, access) {
            const oci = repository(about, access);
            const begun = sessions.isIdentified() ? oci : { ...oci, tags: await beginList(oci.tags) };
            const opened = await driver();
            const connection = { oci: begun, session: sessions.of(about.path, access ?? 'pull') };
            return { name: about, kind: sessions.kind(), oci: begun, driver: await opened.repository(about, connection) };
        },
        driver,
        async *repositories(namespace) {
            const kind = sessions.kind();
            let isBegun = false;
            try {
                for await (const page of repositories(namespace)) {
                    isBegun = true;
                    yield page;
                }
            }
            catch (thrown) {
                const { noCatalog } = sessions.kind();
                if (isBegun || sessions.kind() === kind || noCatalog === undefined)
                    throw thrown;
                yield* repositories(namespace);
            }
        },
    };
}
async function beginList(list) {
    const rest = list()[Symbol.asyncIterator]();
    const first = await rest.next();
    let isRead = false;
    async function* begun() {
        for (let page = first; !page.done; page = await rest.next())
            yield page.value;
    }
    return () => {
        if (isRead)
            return list();
        isRead = true;
        return begun();
    };
}
async function* listCatalog({ home, kind }, name, credentials) {
    const { noCatalog, catalogAdvice = usualCatalogAdvice } = kind();
    if (noCatalog !== undefined) {
        throw new errors/* Failure */.HR('unsupported', {
            operation: `the repositories of ${name.host}`,
            reason: 'this registry has no list of them',
            advice: noCatalog,
        });
    }
    const refused = (answer, operation) => {
        if (answer.status === 403)
            return (0,responses/* failureOf */.g5)(answer, operation, { denied: catalogAdvice });
        if (!refusesCatalog(answer, credentials))
            return undefined;
        const { message } = (0,responses/* failureOf */.g5)(answer, '');
        return new errors/* Failure */.HR('unsupported', { operation, reason: message, advice: catalogAdvice });
    };
    for await (const page of (0,pages/* listPages */.p)(home, '/v2/_catalog', 'registry:catalog:*', 'repositories', refused)) {
        yield page.map((path) => ({ path }));
    }
}
const usualCatalogAdvice = 'This registry does not list its repositories for these credentials (some do for administrators alone): list them by ' +
    `its own API or web page, and give them to the other commands as ${(0,input_names/* inputName */.yu)('image')}.`;
function refusesCatalog({ status, headerValues, redirectedFrom }, credentials) {
    if (redirectedFrom !== undefined)
        return false;
    if ([400, 404, 405, 501].includes(status))
        return true;
    const bearer = (0,challenge/* parseChallenges */.u)(headerValues('www-authenticate')).some(({ scheme }) => scheme === 'bearer');
    return status === 401 && bearer && credentials.kind !== 'anonymous';
}


/***/ })

};
