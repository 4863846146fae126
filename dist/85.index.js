export const id = 85;
export const ids = [85];
export const modules = {

/***/ 5245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ commands)
});

;// CONCATENATED MODULE: ./build/src/http/basic.js
/** The value of an `Authorization` header by Basic (RFC 7617, in UTF-8). */
function basicHeader(username, password) {
    return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/src/http/retry.js + 1 modules
var retry = __webpack_require__(4233);
// EXTERNAL MODULE: ./build/src/http/words.js
var http_words = __webpack_require__(2295);
;// CONCATENATED MODULE: ./build/src/http/answers.js




const waitAdvice = 'The service limits how often it may be asked: try again later, or sign in for a higher limit.';
const serverAdvice = 'The service has a fault: look at its status page, and try again.';
const unexpectedAdvice = 'Nobody answers this way here: check that the address is the service’s own.';
/**
 * An answer that is not the one hoped for, as a Failure: 401 authentication, 403 denied, 404 not found, limits and
 * everything else the server's fault. Says the status, the server's own words, and why no further try was made.
 * @param asked what was asked of whom, as the reader should see it
 */
function failureOf(answer, asked, advice = {}) {
    const limited = (0,retry/* isLimit */.S)(answer.status, answer.header);
    // Where a redirect led, 404 says nothing of what was asked for.
    const strayed = answer.redirectedFrom !== undefined && answer.status === 404;
    const kind = limited || strayed ? 'server' : kindOf(answer.status);
    const words = (0,http_words/* serverWords */.lZ)(answer.body, answer.header('content-type'));
    const name = external_node_http_.STATUS_CODES[answer.status];
    const answered = [
        `${answer.status}${name === undefined ? '' : ` ${name}`}${answer.redirectedFrom === undefined ? '' : `, after a redirect to ${answer.url.origin}`}`,
        ...(words === undefined ? [] : [words]),
        ...(answer.note === undefined ? [] : [answer.note]),
    ].join('; ');
    return new errors/* Failure */.HR(kind, {
        asked,
        answered,
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
/**
 * The JSON object in an answer.
 * @throws Failure (server) when it is not JSON (a login page, a proxy's notice) or not an object.
 */
function jsonObject(answer, asked) {
    const text = answer.body.toString('utf8');
    const parsed = (0,http_words/* isHtml */._6)(text, answer.header('content-type')) ? undefined : parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
        return parsed;
    throw new errors/* Failure */.HR('server', {
        asked,
        answered: `${answer.status}, but not the JSON that was expected: ${bodyWords(answer)}`,
        advice: 'Check that the address is the service’s own and that no proxy or login page stands before it.',
    });
}
/** What came instead of the body that was expected. */
function bodyWords({ body, header }) {
    const contentType = header('content-type');
    const type = contentType === undefined ? '' : ` (${(0,http_words/* cleanLine */.Ow)(contentType, 80)})`;
    return (0,http_words/* serverWords */.lZ)(body, contentType) ?? (body.length === 0 ? 'an empty body' : `other content${type}`);
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(2970);
;// CONCATENATED MODULE: ./build/src/registries/challenge.js
const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const quoted = /"((?:[^"\\]|\\.)*)"/suy;
const token68 = /[A-Za-z0-9\-._~+/]+=*(?=\s*(?:,|$))/y;
/**
 * Reads all `WWW-Authenticate` headers of an answer. One header may hold several challenges, and a quoted value may
 * hold commas, so this reads token by token. What cannot be read ends its header; what came before it counts.
 */
function parseChallenges(headers) {
    return headers.flatMap(parseHeader);
}
function parseHeader(header) {
    const challenges = [];
    let at = 0;
    const take = (pattern) => {
        pattern.lastIndex = at;
        const found = pattern.exec(header) ?? undefined;
        if (found)
            at = pattern.lastIndex;
        return found;
    };
    const skip = (pattern) => take(pattern)?.[0] ?? '';
    while (at < header.length) {
        skip(/[\s,]*/y);
        const word = take(token)?.[0];
        if (word === undefined)
            break;
        const current = challenges.at(-1);
        const equals = /^\s*=(?!=*\s*(?:,|$))/.test(header.slice(at));
        if (equals && current) {
            skip(/\s*=\s*/y);
            const value = take(quoted)?.[1]?.replace(/\\(.)/gs, '$1') ?? take(token68)?.[0] ?? take(token)?.[0];
            if (value === undefined)
                break;
            current.parameters[word.toLowerCase()] ??= value;
            continue;
        }
        challenges.push({ scheme: word.toLowerCase(), parameters: {} });
        // `Negotiate abc==`: a value without a name belongs to its scheme and is of no use here.
        if (/^\s+[A-Za-z0-9\-._~+/]+=*\s*(?:,|$)/.test(header.slice(at))) {
            skip(/\s+/y);
            skip(token68);
        }
    }
    return challenges;
}

;// CONCATENATED MODULE: ./build/src/registries/tokens.js




/** "If omitted, this defaults to 60 seconds": the token specification. */
const usualLife = 60;
/** Seconds, or a tenth of the life where that is less, before the end at which a token counts as expired. */
const margin = 10;
/** Milliseconds. */
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
            // One that was fetched for this call is used even if it lives for no time at all.
            if (until > now || kept === undefined)
                return { value, fresh: now - born < freshFor };
            forget();
            return this.get(service, scope);
        },
        drop: (service, scope) => void cache.delete(keyOf(service, scope)),
    };
}
async function fetchToken(settings, service, scope) {
    const request = tokenRequest(settings.credentials, service, scope);
    let answer = await settings.http.request(request);
    let asked = (0,message/* describe */.q0)(request);
    if (settings.credentials.kind === 'identity' && (answer.status === 404 || answer.status === 405)) {
        const { username, token } = settings.credentials;
        const fallback = getRequest(service, scope, basicHeader(username, token));
        answer = await settings.http.request(fallback);
        asked = (0,message/* describe */.q0)(fallback);
    }
    if (answer.status === 404) {
        const advice = 'The registry names a token service that is not there: tell its operator.';
        throw new errors/* Failure */.HR('server', { asked, answered: '404 Not Found from the token service', advice });
    }
    if (answer.status !== 200)
        throw failureOf(answer, asked, settings.advice);
    return readToken(answer, asked, settings);
}
function tokenRequest(credentials, service, scope) {
    if (credentials.kind === 'password')
        return getRequest(service, scope, basicHeader(credentials.username, credentials.password));
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
        // Asking for a token twice does no harm.
        repeatable: true,
    };
}
function getRequest({ realm, service }, scope, authorization) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.set('service', service);
    url.searchParams.set('scope', scope);
    return {
        method: 'GET',
        url,
        headers: { accept: 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    };
}
function readToken(answer, asked, settings) {
    const { token, access_token, expires_in } = jsonObject(answer, asked);
    const value = [token, access_token].find((one) => typeof one === 'string' && one !== '');
    // RFC 6750 §2.1: what a header can hold; anything else could end it and begin another.
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
    /** A registry may want another scope than the usual one for a request; what it asked for is remembered. */
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
            const { value, fresh } = await tokens.get(service, wanted);
            return { authorization: `Bearer ${value}`, token: { service, scope: wanted, fresh } };
        },
        async challenged(answer, sent, scope) {
            if (credentials.kind === 'bearer')
                return false;
            const challenges = await challengesOf(answer, settings);
            const bearer = challenges.find((one) => one.scheme === 'bearer' && one.parameters.realm !== undefined);
            if (bearer) {
                const service = serviceOf(bearer, settings.origin);
                const wanted = bearer.parameters.scope ?? scope;
                if (sent.token && sameToken(sent.token, service, wanted)) {
                    tokens.drop(service, wanted);
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
    };
}
function basicOf(credentials) {
    return basicHeader(credentials.username, credentials.kind === 'password' ? credentials.password : credentials.token);
}
function sameToken(token, service, scope) {
    return (token.service.realm.href === service.realm.href &&
        token.service.service === service.service &&
        token.scope === scope);
}
/** A 401 without a challenge: gcr.io did that on the real request, and gave one at `/v2/`. */
async function challengesOf(answer, { http, origin }) {
    const given = parseChallenges(answer.headerValues('www-authenticate'));
    if (given.length > 0)
        return given;
    const ping = await http.request({ method: 'GET', url: new URL('/v2/', origin) });
    return (0,origins/* sameOrigin */.Nm)(ping.url, origin) ? parseChallenges(ping.headerValues('www-authenticate')) : [];
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

;// CONCATENATED MODULE: ./build/src/registries/manifest.js

const ociIndex = 'application/vnd.oci.image.index.v1+json';
const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
const dockerList = 'application/vnd.docker.distribution.manifest.list.v2+json';
const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';
/** All four, on every manifest request: with fewer, a registry may convert, and answer with another digest. */
const manifestTypes = [ociIndex, dockerList, ociManifest, dockerManifest];
/** The media type without its parameters, lower case. */
function mediaTypeOf(contentType) {
    return (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
/**
 * Reads a manifest's bytes. The content says what it is; `Content-Type` only where the content does not.
 * @returns undefined when these bytes are not a manifest of an image or an index
 */
function parseManifest(bytes, contentType, digest = (0,images_digest/* digestOf */.o)(bytes)) {
    const value = manifest_parse(bytes);
    if (!isObject(value) || value.schemaVersion !== 2)
        return undefined;
    const mediaType = manifest_text(value.mediaType) ?? mediaTypeOf(contentType);
    const descriptor = { mediaType, digest, size: bytes.length };
    const shared = { descriptor, bytes, annotations: texts(value.annotations) };
    const indexed = mediaType === ociIndex || mediaType === dockerList;
    if (Array.isArray(value.manifests) && (indexed || mediaType === '')) {
        const manifests = value.manifests.map(readDescriptor);
        return manifests.every((one) => one !== undefined)
            ? { ...shared, content: { kind: 'index', manifests } }
            : undefined;
    }
    const config = readDescriptor(value.config);
    return config === undefined || indexed ? undefined : { ...shared, content: { kind: 'image', config } };
}
/** Whether a descriptor leads to an index, which lists manifests, and not to an image. */
function isIndex(descriptor) {
    return descriptor.mediaType === ociIndex || descriptor.mediaType === dockerList;
}
function readDescriptor(value) {
    if (!isObject(value))
        return undefined;
    const { digest, size } = value;
    const mediaType = manifest_text(value.mediaType);
    // A digest becomes part of an address: anything else would ask for something else.
    if (mediaType === undefined || typeof digest !== 'string' || !(0,images_digest/* isDigest */.B)(digest))
        return undefined;
    const { os, architecture, variant } = isObject(value.platform) ? value.platform : {};
    const known = typeof os === 'string' && typeof architecture === 'string';
    return {
        mediaType,
        digest,
        size: typeof size === 'number' ? size : undefined,
        annotations: texts(value.annotations),
        ...(known ? { platform: { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) } } : {}),
    };
}
function manifest_parse(bytes) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
}
/** Whether the value is a JSON object. */
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function manifest_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** The entries of an object whose values are strings; labels and annotations have no others. */
function texts(value) {
    if (!isObject(value))
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}

;// CONCATENATED MODULE: ./build/src/registries/profiles.js
const profiles = [
    {
        name: 'Docker Hub',
        matches: (host) => host === 'docker.io',
        apiHost: 'registry-1.docker.io',
        tokens: { realm: 'https://auth.docker.io/token', service: 'registry.docker.io' },
        configKeys: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'],
        emptyNamespace: 'error',
        credentialsAdvice: 'For an organization access token the user name is the organization’s; where single sign-on is enforced a password is refused, and only a token works.',
        // A missing repository is 401 too, and looks like a private one: https://github.com/docker/hub-feedback/issues/1771
        deniedAdvice: 'Docker Hub says this of a private repository, and of one that does not exist: check namespace and repo, and give ' +
            'username and password (an access token with Read, or an organization access token with Image Pull).',
    },
    {
        name: 'GHCR',
        matches: (host) => host === 'ghcr.io',
        tokens: { realm: 'https://ghcr.io/token', service: 'ghcr.io' },
        emptyNamespace: 'owner',
        credentialsAdvice: 'The password is a token with read:packages, or github.token with permissions: packages: read.',
        deniedAdvice: 'The package is private or does not exist. Give a username and, as password, a token with read:packages ' +
            '(in a workflow: github.token with permissions: packages: read, and access of this repository to the package).',
    },
];
const anyRegistry = {
    name: 'registry',
    matches: () => true,
    emptyNamespace: 'none',
    credentialsAdvice: '',
    deniedAdvice: 'The credentials are missing, wrong, or may not pull from this repository.',
};
/** The row for this registry; what no row matches is an ordinary OCI registry. */
function profileOf(registry) {
    return profiles.find((profile) => profile.matches(registry.host)) ?? anyRegistry;
}
/** The origin of the registry's API: `https://registry-1.docker.io`, `http://localhost:5000`. */
function apiOrigin(registry) {
    const host = profileOf(registry).apiHost ?? registry.host;
    return new URL(`${registry.plainHttp ? 'http' : 'https'}://${host}`);
}

;// CONCATENATED MODULE: ./build/src/registries/registry.js








const manifestLimit = 4 * 1024 * 1024;
/** Connects to a registry; nothing is sent yet. */
function connectRegistry(name, settings) {
    const profile = profileOf(name);
    const origin = apiOrigin(name);
    const advice = {
        authentication: settings.credentials.kind === 'anonymous'
            ? `No credentials were given and the Docker config has none for ${name.host}. ${profile.deniedAdvice}`
            : `${name.host} did not take the credentials. ${profile.deniedAdvice}`,
        denied: profile.deniedAdvice,
    };
    const refused = `${name.host} did not take username and password: check both. ${profile.credentialsAdvice}`.trim();
    const tokenAdvice = settings.credentials.kind === 'anonymous' ? advice : { ...advice, authentication: refused };
    const authorizer = createAuthorizer({ ...settings, origin, known: profile.tokens, advice: tokenAdvice });
    /** Sends with what is known of the registry's authentication; one 401 may teach more, a second one is final. */
    async function send(request, scope) {
        const first = await authorizer.header(scope);
        const answer = await settings.http.request(authorized(request, first.authorization));
        if (answer.status !== 401 || !(0,origins/* sameOrigin */.Nm)(answer.url, origin))
            return answer;
        if (!(await authorizer.challenged(answer, first, scope)))
            return answer;
        const second = await authorizer.header(scope);
        return settings.http.request(authorized(request, second.authorization));
    }
    return {
        repository({ path }) {
            const scope = `repository:${path}:pull`;
            const at = (kind, reference) => new URL(`/v2/${path}/${kind}/${reference}`, origin);
            const getManifest = async (reference) => {
                const request = {
                    method: 'GET',
                    url: at('manifests', reference),
                    headers: { accept: manifestTypes.join(', ') },
                    limit: manifestLimit,
                };
                const answer = await send(request, scope);
                if (isMissing(answer, request))
                    return undefined;
                if (answer.status !== 200)
                    throw failureOf(answer, (0,message/* describe */.q0)(request), advice);
                return readManifest(answer, request, reference);
            };
            return {
                prepare() {
                    settings.http.open(origin);
                    // What goes wrong here goes wrong again, and is told, when the request that needs it is made.
                    authorizer.header(scope).catch(() => undefined);
                },
                async head(reference) {
                    const request = {
                        method: 'HEAD',
                        url: at('manifests', reference),
                        headers: { accept: manifestTypes.join(', ') },
                    };
                    const answer = await send(request, scope);
                    if (isMissing(answer, request)) {
                        warnOfPage(answer, settings.warn);
                        return undefined;
                    }
                    const descriptor = answer.status === 200 ? readHead(answer, reference) : undefined;
                    if (descriptor)
                        return descriptor;
                    // 200 without a digest or with another type, 405, 406: HEAD is not enough here, GET says it all.
                    if (![200, 405, 406].includes(answer.status))
                        throw failureOf(answer, (0,message/* describe */.q0)(request), advice);
                    return (await getManifest(reference))?.descriptor;
                },
                manifest: getManifest,
                async smallBlob({ digest }) {
                    const request = { method: 'GET', url: at('blobs', digest), limit: manifestLimit };
                    const answer = await send(request, scope);
                    if (answer.status !== 200)
                        throw failureOf(answer, (0,message/* describe */.q0)(request), advice);
                    verify(answer, request, digest);
                    return answer.body;
                },
            };
        },
    };
}
function authorized(request, authorization) {
    return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } };
}
/** 404 means missing only from the registry itself and for this very path: not from where a redirect led. */
function isMissing(answer, request) {
    return answer.status === 404 && (0,origins/* sameOrigin */.Nm)(answer.url, request.url) && answer.url.pathname === request.url.pathname;
}
function warnOfPage(answer, warn) {
    if (mediaTypeOf(answer.header('content-type')) !== 'text/html')
        return;
    warn(`${answer.url.host} answered 404 with an HTML page: is it a container registry?`);
}
function readHead(answer, reference) {
    const digest = answer.header('docker-content-digest') ?? '';
    const mediaType = mediaTypeOf(answer.header('content-type'));
    if (!(0,images_digest/* isDigest */.B)(digest) || !manifestTypes.includes(mediaType))
        return undefined;
    if ((0,images_digest/* isDigest */.B)(reference) && reference !== digest)
        return undefined;
    const length = Number(answer.header('content-length') ?? Number.NaN);
    return { mediaType, digest, size: Number.isSafeInteger(length) ? length : undefined };
}
function readManifest(answer, request, reference) {
    const claimed = answer.header('docker-content-digest');
    const expected = (0,images_digest/* isDigest */.B)(reference) ? reference : claimed !== undefined && (0,images_digest/* isDigest */.B)(claimed) ? claimed : undefined;
    if (expected !== undefined)
        verify(answer, request, expected);
    const manifest = parseManifest(answer.body, answer.header('content-type'), expected);
    if (manifest !== undefined)
        return manifest;
    throw new errors/* Failure */.HR('server', {
        asked: (0,message/* describe */.q0)(request),
        answered: `${answer.status}, but not an image manifest: ${bodyWords(answer)}`,
        advice: 'Check that the address is a registry’s own and that no proxy or login page stands before it.',
    });
}
function verify(answer, request, digest) {
    if (!(0,images_digest/* isDigest */.B)(digest)) {
        throw new errors/* Failure */.HR('server', {
            asked: (0,message/* describe */.q0)(request),
            answered: 'a digest of an unknown form stands in the manifest',
        });
    }
    const actual = (0,images_digest/* digestOf */.o)(answer.body, digest);
    if (actual === digest)
        return;
    throw new errors/* Failure */.HR('server', {
        asked: (0,message/* describe */.q0)(request),
        answered: `the content is ${actual}, not ${digest} as it should be`,
        permanent: true,
        advice: 'Something between here and the registry changed the content: do not deploy this image before you know what.',
    });
}

;// CONCATENATED MODULE: ./build/src/builders/placeholders.js

const values = {
    commit: ({ commit }) => commit,
    'short-sha': ({ commit }) => commit.slice(0, 7),
    ref: ({ ref }) => ref,
    repo: ({ repo }) => repo,
    image: ({ image }) => image,
    tag: ({ tag }) => tag,
    'build-id': (_order, buildId) => buildId,
};
const known = Object.keys(values)
    .map((name) => `{${name}}`)
    .join(', ');
/**
 * Checks that a text has known placeholders only. Braces around anything but one word of lower-case letters and dashes
 * are text: JSON goes through.
 * @throws Failure (usage) naming the one that is not known.
 */
function checkPlaceholders(text, name) {
    for (const [whole, word = ''] of text.matchAll(/\{([a-z-]+)\}/g)) {
        if (!Object.hasOwn(values, word))
            throw (0,errors/* usageFailure */.II)(`${name} has the unknown placeholder ${whole}`, `It takes ${known}.`);
    }
}
/** The text with its placeholders filled in, once: what is filled in is not read again. */
function fillPlaceholders(text, order, buildId) {
    return text.replace(/\{([a-z-]+)\}/g, (whole, word) => Object.hasOwn(values, word) ? (values[word]?.(order, buildId) ?? whole) : whole);
}
/** Whether the text has a placeholder that would be filled in. */
function fillsIn(text) {
    return [...text.matchAll(/\{([a-z-]+)\}/g)].some(([, word = '']) => Object.hasOwn(values, word));
}

;// CONCATENATED MODULE: ./build/src/builders/build-inputs.js


/** GitHub's limit for workflow_dispatch. */
const most = 25;
/**
 * Reads `build-inputs`: a JSON object of texts, numbers and booleans, or lines of `key=value`.
 * @throws Failure (usage) for anything else, for an unknown placeholder, and for more than 25.
 */
function parseBuildInputs(text) {
    const inputs = text.trimStart().startsWith('{') && isJson(text) ? fromJson(text) : fromLines(text);
    const names = inputs.map(([name]) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
        throw (0,errors/* usageFailure */.II)(`build-inputs has ${JSON.stringify(twice)} twice`);
    if (inputs.length > most)
        throw (0,errors/* usageFailure */.II)(`build-inputs has ${inputs.length} entries; ${most} are the most that a workflow takes`);
    for (const [name, value] of inputs)
        checkPlaceholders(value, `build-inputs ${JSON.stringify(name)}`);
    return inputs;
}
function isJson(text) {
    return text.trimEnd().endsWith('}') && !/^\s*\{[a-z-]+\}\s*=/.test(text);
}
function fromJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (fault) {
        throw (0,errors/* usageFailure */.II)(`build-inputs is not JSON: ${fault.message}`, 'Write a JSON object, or lines of key=value.');
    }
    return Object.entries(value).map(([name, one]) => {
        if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
            return [name, String(one)];
        throw (0,errors/* usageFailure */.II)(`build-inputs has ${JSON.stringify(name)} with a value that is neither text, number nor boolean`);
    });
}
function fromLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => {
        const [, name, value] = /^([A-Za-z_][A-Za-z0-9_-]*)\s*=\s*(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined)
            return [name, value];
        throw (0,errors/* usageFailure */.II)(`build-inputs has the line ${JSON.stringify(line)}`, 'Write key=value on each line, or one JSON object.');
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/polling.js
var polling = __webpack_require__(278);
// EXTERNAL MODULE: ./build/src/timers.js
var timers = __webpack_require__(9455);
;// CONCATENATED MODULE: ./build/src/builders/command-line.js

/**
 * Splits a line into a program and its arguments: at blanks, except inside '…' and "…"; a backslash takes the next
 * character as it is (inside '…' it is itself). Nothing else means anything: no variables, no globs, no `;`, no `$()`.
 * @throws Failure (usage) when a quote is not closed, or when there is no program.
 */
function splitCommandLine(line) {
    const words = [];
    let word;
    let quote = '';
    for (let at = 0; at < line.length; at += 1) {
        const character = line.charAt(at);
        if (character === '\\' && quote !== "'") {
            at += 1;
            if (at === line.length)
                throw (0,errors/* usageFailure */.II)('build-command ends in a backslash');
            word = (word ?? '') + line.charAt(at);
        }
        else if (quote !== '') {
            if (character === quote)
                quote = '';
            else
                word = (word ?? '') + character;
        }
        else if (character === '"' || character === "'") {
            quote = character;
            word ??= '';
        }
        else if (/\s/.test(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else {
            word = (word ?? '') + character;
        }
    }
    if (quote !== '')
        throw (0,errors/* usageFailure */.II)(`build-command has a ${quote} that is not closed`);
    if (word !== undefined)
        words.push(word);
    const [program, ...rest] = words;
    if (!program)
        throw (0,errors/* usageFailure */.II)('build-command has no program');
    return [program, ...rest];
}

;// CONCATENATED MODULE: ./build/src/builders/command.js







/** How many of a program's last lines an error shows. */
const lastLines = 5;
/** @throws Failure (usage) when the line cannot be read, or has a placeholder that is not known. */
function parseBuildCommand(line) {
    const words = splitCommandLine(line);
    for (const word of words)
        checkPlaceholders(word, 'build-command');
    const [program] = words;
    if (fillsIn(program)) {
        throw (0,errors/* usageFailure */.II)(`build-command has a placeholder in its program ${JSON.stringify(program)}`, 'Placeholders are filled in in arguments only.');
    }
    return words;
}
/**
 * A program of one's own, with arguments, without a shell. Placeholders are filled in after the line has been split:
 * whatever they hold stays within its argument.
 */
function commandBuilder([program, ...args], settings) {
    return {
        async build(order) {
            const buildId = (0,external_node_crypto_.randomUUID)();
            const filled = args.map((word) => fillPlaceholders(word, order, buildId));
            const group = settings.group(`${order.image}: ${program}`);
            const output = [];
            const forget = settings.onStop(async () => `the program ${program} was running: it is left to itself`);
            const patience = withTimeout(settings, program);
            const { exitCode } = await settings
                .execute(program, filled, {
                env: Object.fromEntries(Object.entries(settings.environment).filter((entry) => entry[1] !== undefined)),
                signal: patience.signal,
                onLine(text) {
                    group.line(text);
                    output.push(text);
                    if (output.length > lastLines)
                        output.shift();
                },
            })
                .catch((fault) => {
                if (fault instanceof errors/* Failure */.HR)
                    throw fault;
                throw new errors/* Failure */.HR('unsupported', {
                    asked: `build-command ${program}`,
                    answered: `it could not be run: ${(0,http_words/* cleanLine */.Ow)(String(fault))}`,
                    advice: 'Install it on this machine, or give its whole path.',
                });
            })
                .finally(() => {
                patience.callOff();
                group.end();
                if (!settings.signal.aborted)
                    forget();
            });
            if (exitCode === 0)
                return { conclusion: 'success', failures: [] };
            const last = output.map((text) => (0,http_words/* cleanLine */.Ow)(text));
            return { conclusion: 'failure', failures: [`${program} ended with exit code ${exitCode}`, ...last] };
        },
    };
}
/** Ends with the command, or when the program's own time is over; `callOff` once it has ended by itself. */
function withTimeout({ signal, timeout }, program) {
    const patience = new AbortController();
    const failure = new errors/* Failure */.HR('timeout', {
        asked: `build-command ${program}`,
        answered: `not finished after ${(0,polling/* formatDuration */.a)(timeout)}`,
        advice: 'Give more build-timeout.',
    });
    const callOff = (0,timers/* after */.P)(timeout, () => patience.abort(failure));
    return { signal: AbortSignal.any([signal, patience.signal]), callOff };
}

// EXTERNAL MODULE: ./build/src/http/hosts.js
var hosts = __webpack_require__(1897);
;// CONCATENATED MODULE: ./build/src/builders/pipeline-api.js




/** The pipelines of one repository, `path` being `/repositories/WORKSPACE/NAME/pipelines`. */
function pipelineApi(wanted, path, http) {
    const authorization = wanted.token &&
        (wanted.username === undefined ? `Bearer ${wanted.token}` : basicHeader(wanted.username, wanted.token));
    async function send(method, rest, body) {
        const request = {
            method,
            url: new URL(`${wanted.base}${path}${rest}`),
            headers: {
                accept: 'application/json',
                ...(authorization ? { authorization } : {}),
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        };
        return { answer: await http.request(request), asked: (0,message/* describe */.q0)(request) };
    }
    async function getJson(rest) {
        const { answer, asked } = await send('GET', rest);
        if (answer.status !== 200)
            throw failureOf(answer, asked, advice);
        return jsonObject(answer, asked);
    }
    return {
        send,
        getJson,
        /** The pipelines of this commit, the newest first. */
        async list(commit) {
            const page = await getJson(`/?target.commit.hash=${commit}&sort=-created_on&pagelen=10`);
            return (Array.isArray(page.values) ? page.values : []).map(readPipeline);
        },
    };
}
/** States that are not known count as under way; a pipeline that waits for a person has come to its end for us. */
function readPipeline(value) {
    const { uuid, build_number, state, target, created_on, variables } = (value ?? {});
    const name = nameOf(state) ?? 'UNKNOWN';
    const stage = nameOf(state?.stage);
    const halted = stage === 'PAUSED' || stage === 'HALTED';
    const word = name === 'COMPLETED' ? (nameOf(state?.result) ?? name) : (stage ?? name);
    const result = state?.result;
    const complaint = result?.error?.message;
    const selector = target?.selector;
    return {
        uuid: String(uuid),
        number: Number(build_number),
        state: {
            finished: name === 'COMPLETED' || halted,
            halted,
            word: (0,http_words/* cleanLine */.Ow)(word, 40),
            complaint: typeof complaint === 'string' ? (0,http_words/* cleanLine */.Ow)(complaint) : undefined,
        },
        ofPullRequest: selector?.type === 'pull-requests',
        selector: selector?.type === 'custom' ? String(selector.pattern) : undefined,
        variables: readVariables(variables),
        createdAt: new Date(String(created_on)),
    };
}
function readVariables(values) {
    const pairs = (Array.isArray(values) ? values : []).map((one) => (one ?? {}));
    return new Map(pairs.flatMap(({ key, value }) => (typeof value === 'string' ? [[String(key), value]] : [])));
}
/** The `name` of a state, stage or result. */
function nameOf(value) {
    const name = value?.name;
    return typeof name === 'string' ? name : undefined;
}
/** What to do next, by what went wrong. */
const advice = {
    authentication: 'Use a repository access token, or an API token with the account’s e-mail as source-username.',
    denied: 'The token needs pipeline:write (access token), or read:pipeline:bitbucket and write:pipeline:bitbucket (API token).',
    'not-found': 'Check owner and repo; Bitbucket says this also to a token that may not see the repository or its pipelines.',
};

;// CONCATENATED MODULE: ./build/src/builders/waiting.js


const pauses = { first: 3000, growth: 1.3, longest: 20_000 };
/**
 * Asks for a build's state until it has finished.
 * @param name the build in words, with its page
 * @throws Failure (timeout) when its time is over: the build goes on without us.
 */
async function waitForBuild(ask, name, settings) {
    let told = '';
    const state = await (0,polling/* poll */.w)(ask, {
        ...settings,
        wait: settings.timeout,
        pauses,
        isDone: ({ finished }) => finished,
        onPending(pending, waited, failure) {
            const word = pending?.word ?? failure?.message ?? 'unknown';
            if (word !== told)
                settings.info(`${name}: ${word}`);
            told = word;
            const time = `${(0,polling/* formatDuration */.a)(Math.min(waited, settings.timeout))} of ${(0,polling/* formatDuration */.a)(settings.timeout)}`;
            settings.progress(`${time}, ${name}: ${word}`);
        },
    });
    if (state.finished)
        return state;
    throw new errors/* Failure */.HR('timeout', {
        asked: name,
        answered: `not finished after ${(0,polling/* formatDuration */.a)(settings.timeout)}, it is ${state.word}`,
        advice: 'It goes on without us. Give more build-timeout, or see on its page what it waits for.',
    });
}

;// CONCATENATED MODULE: ./build/src/builders/pipeline.js









/** Bitbucket Pipelines: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/ */
function pipelineBuilder(wanted, settings) {
    return {
        async build(order, onPage) {
            const path = `/repositories/${(0,message/* encodePath */.O0)(order.sourceRepository)}/pipelines`;
            const api = pipelineApi(wanted, path, settings.http);
            const known = await api.list(order.commit);
            const running = known.find((one) => isSame(one, wanted, order));
            const pipeline = running ?? (await startOrSay(api, wanted, order, known, settings));
            const url = `https://bitbucket.org/${order.sourceRepository}/pipelines/results/${pipeline.number}`;
            onPage?.(url);
            settings.info(`${order.image}: ${running ? 'joined' : 'started'} the pipeline ${url}`);
            const forget = settings.onStop((http) => running
                ? Promise.resolve(`the pipeline ${url} was joined, not started here: it goes on`)
                : stop(pipelineApi(wanted, path, http), pipeline, url));
            try {
                return await follow(api, pipeline, url, settings);
            }
            finally {
                if (!settings.signal.aborted)
                    forget();
            }
        },
    };
}
/**
 * Whether a pipeline that runs for this commit does what ours would: the same selector and, of a custom pipeline, the
 * same values of our variables. Where they cannot be seen (secured ones), it is not the same.
 */
function isSame(one, wanted, order) {
    if (one.state.finished || one.ofPullRequest || one.selector !== wanted.custom)
        return false;
    return wanted.variables.every(([key, value]) => one.variables.get(key) === fillPlaceholders(value, order, ''));
}
const startOrSay = async (api, wanted, order, known, settings) => {
    const forget = settings.onStop(async () => `the start of a pipeline in ${order.sourceRepository} was under way: it may go on`);
    return start(api, wanted, order, known, settings).finally(() => {
        if (!settings.signal.aborted)
            forget();
    });
};
async function start(api, wanted, order, known, settings) {
    const begun = settings.now().getTime();
    const buildId = (0,external_node_crypto_.randomUUID)();
    const before = new Set(known.map(({ uuid }) => uuid));
    const variables = wanted.variables.map(([key, value]) => ({ key, value: fillPlaceholders(value, order, buildId) }));
    let refusal;
    try {
        const { answer, asked } = await api.send('POST', '/', {
            target: targetOf(wanted, order),
            ...(variables.length > 0 ? { variables } : {}),
        });
        if (answer.status === 201)
            return readPipeline(jsonObject(answer, asked));
        if (answer.status >= 500)
            throw failureOf(answer, asked);
        refusal = failureOf(answer, asked, answer.status === 400 ? refusedAdvice : advice);
    }
    catch (fault) {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        if (!(fault instanceof errors/* Failure */.HR) || (fault.kind !== 'network' && fault.kind !== 'server'))
            throw fault;
        // The answer was lost: the pipeline may be running all the same. It is looked for, and not started again.
        const found = await findStarted(api, order.commit, settings, ({ uuid, selector, createdAt }) => {
            return !before.has(uuid) && selector === wanted.custom && createdAt.getTime() >= begun - 60_000;
        });
        if (found === undefined)
            throw fault;
        settings.warn('The answer to the start of the pipeline was lost; it was found by its commit.');
        return found;
    }
    throw refusal;
}
/** The list may lag behind. */
async function findStarted(api, commit, { now, signal }, isOurs) {
    const end = now().getTime() + searchTime;
    for (;;) {
        const found = (await api.list(commit)).find(isOurs);
        if (found !== undefined || now().getTime() >= end)
            return found;
        await (0,hosts/* sleep */.y)(searchPause, signal);
    }
}
/** How long a pipeline whose start was not answered is looked for, and how often, in milliseconds. */
const [searchTime, searchPause] = [12_000, 3000];
/** A branch or tag gives the pipeline its context; the commit pins what is built. */
function targetOf({ custom }, { commit, ref, refKind }) {
    const pinned = { type: 'commit', hash: commit };
    const selector = custom === undefined ? {} : { selector: { type: 'custom', pattern: custom } };
    if (refKind === undefined)
        return { type: 'pipeline_commit_target', commit: pinned, ...selector };
    return { type: 'pipeline_ref_target', ref_type: refKind, ref_name: ref, commit: pinned, ...selector };
}
async function follow(api, pipeline, url, settings) {
    const rest = `/${encodeURIComponent(pipeline.uuid)}`;
    const state = await waitForBuild(async () => readPipeline(await api.getJson(rest)).state, `pipeline ${url}`, settings);
    if (state.halted)
        return { conclusion: state.word, url, failures: ['it waits for somebody to start a manual step'] };
    const complaints = state.complaint === undefined ? [] : [state.complaint];
    const conclusion = conclusions[state.word] ?? state.word.toLowerCase();
    return {
        conclusion,
        url,
        failures: conclusion === 'success' ? [] : [...complaints, ...(await failedSteps(api, rest))],
    };
}
const conclusions = {
    SUCCESSFUL: 'success',
    FAILED: 'failure',
    ERROR: 'error',
    STOPPED: 'cancelled',
    EXPIRED: 'timed_out',
};
async function failedSteps(api, rest) {
    const { values } = await api.getJson(`${rest}/steps/`).catch(() => ({ values: [] }));
    return (Array.isArray(values) ? values : []).flatMap((step) => {
        const result = nameOf(step.state?.result);
        return result === undefined || result === 'SUCCESSFUL' || result === 'NOT_RUN'
            ? []
            : [`step “${(0,http_words/* cleanLine */.Ow)(String(step.name ?? ''), 80)}” ${result.toLowerCase()}`];
    });
}
async function stop(api, pipeline, url) {
    const sent = await api.send('POST', `/${encodeURIComponent(pipeline.uuid)}/stopPipeline`).catch(() => undefined);
    if (sent === undefined)
        return `the pipeline ${url} was started here, and nobody answered its stopping: it may go on`;
    const { status } = sent.answer;
    return `the pipeline ${url} was started here and ${status === 204 ? 'has been stopped' : `could not be stopped (${status}): it goes on`}`;
}
const refusedAdvice = {
    server: 'Check that Pipelines is switched on, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
};

;// CONCATENATED MODULE: ./build/src/http/fetch.js
const bodyless = new Set([204, 205, 304]);
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
/**
 * This program's HTTP client in the shape of `fetch`, for Octokit: so its requests have the same retries, limits,
 * deadline and proxy as all others. Takes what Octokit sends: string bodies and a plain object of headers.
 */
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

;// CONCATENATED MODULE: ./build/src/http/octokit.js


/** @param base the API's address: `https://api.github.com`, `https://github.example.com/api/v3` */
function createGitHubApi(http, base, token) {
    const address = base.replace(/\/+$/, '');
    const silent = { debug() { }, info() { }, warn() { }, error() { } };
    return {
        base: address,
        async request(method, path, { headers = {}, body = {} } = {}) {
            // Loaded here and not before: most checks do not ask GitHub anything.
            const { GitHub } = await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 1845));
            let answer;
            const recording = {
                async request(request) {
                    answer = await http.request(request);
                    return answer;
                },
            };
            const octokit = new GitHub({
                baseUrl: address,
                ...(token === undefined ? {} : { auth: token }),
                request: { fetch: fetchThrough(recording) },
                log: silent,
            });
            try {
                await octokit.request(`${method} ${path}`, { headers, ...body });
            }
            catch (fault) {
                // Octokit throws for every status from 300 on; the answer says it better.
                if (answer === undefined)
                    throw fault instanceof Error && fault.cause instanceof errors/* Failure */.HR ? fault.cause : fault;
            }
            if (answer === undefined)
                throw new Error(`GitHub was not asked for ${method} ${path}`);
            return answer;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/builders/workflow-run.js




/** Waits for the run's end; cancels it when we are stopped meanwhile, because we started it. */
async function awaitRun(api, token, run, settings) {
    const forget = settings.onStop((http) => cancelRun(http, api.base, token, run));
    try {
        const { word: conclusion } = await waitForBuild(stateReader(api, run), `run ${run.url}`, settings);
        const jobs = conclusion === 'success' ? [] : await failedJobs(api, run);
        const pages = jobs.map(({ page }) => page);
        return { conclusion, url: run.url, failures: jobs.map(({ line }) => line), ...(pages.length > 0 ? { pages } : {}) };
    }
    finally {
        if (!settings.signal.aborted)
            forget();
    }
}
/** Only `completed` is the end: every other status, of today or of tomorrow, is a run that goes on. */
function stateReader(api, run) {
    let etag;
    let last = { finished: false, word: 'queued' };
    return async () => {
        // A 304 costs nothing of the rate limit.
        const answer = await api.request('GET', run.path, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
        if (answer.status === 304)
            return last;
        if (answer.status !== 200)
            throw failureOf(answer, `GET ${api.base}${run.path}`);
        etag = answer.header('etag');
        const { status, conclusion } = jsonObject(answer, `GET ${api.base}${run.path}`);
        const finished = status === 'completed';
        last = { finished, word: (0,http_words/* cleanLine */.Ow)(String(finished ? conclusion : status), 40) };
        return last;
    };
}
/** The jobs that did not succeed, with the step that failed and their pages. What cannot be read is not worth a failure. */
async function failedJobs(api, run) {
    const path = `${run.path}/jobs?filter=latest&per_page=100`;
    const answer = await api.request('GET', path);
    if (answer.status !== 200)
        return [];
    const { jobs } = jsonObject(answer, `GET ${api.base}${path}`);
    return (Array.isArray(jobs) ? jobs : []).flatMap((one) => {
        const job = (one ?? {});
        if (job.conclusion === 'success' || job.conclusion === 'skipped')
            return [];
        const steps = Array.isArray(job.steps) ? job.steps : [];
        const step = steps.find(({ conclusion }) => conclusion === 'failure');
        const where = step === undefined ? '' : ` at “${(0,http_words/* cleanLine */.Ow)(String(step.name), 80)}”`;
        const page = (0,http_words/* cleanLine */.Ow)(String(job.html_url ?? run.url));
        return [
            {
                line: `job “${(0,http_words/* cleanLine */.Ow)(String(job.name), 80)}” ${(0,http_words/* cleanLine */.Ow)(String(job.conclusion), 40)}${where}: ${page}`,
                page,
            },
        ];
    });
}
/** 202: it will stop; 409: it has ended meanwhile. */
async function cancelRun(http, base, token, run) {
    const answer = await createGitHubApi(http, base, token)
        .request('POST', `${run.path}/cancel`)
        .catch(() => undefined);
    if (answer?.status === 202)
        return `the run ${run.url} was started here and has been cancelled`;
    if (answer?.status === 409)
        return `the run ${run.url} has ended already`;
    if (answer === undefined)
        return `the run ${run.url} was started here, and nobody answered its cancelling: it may go on`;
    return `the run ${run.url} was started here and could not be cancelled (${answer.status}): it goes on`;
}

;// CONCATENATED MODULE: ./build/src/builders/workflow-search.js



/** The list lags behind: a run may take this long to appear, in milliseconds. */
const patience = 60_000;
const pause = 3000;
/** A lone run without a sure mark is believed when it has stayed alone this long: a neighbour's may be listed first. */
const settling = 9000;
/**
 * Finds the run of a dispatch whose answer did not name it: `workflow_dispatch` runs of this workflow that came after it.
 * One whose title has a sure mark is it; one that stays alone is believed after a while; of several none is.
 * @returns undefined when none has appeared
 * @throws Failure (unsupported) when several cannot be told apart: waiting for a neighbour's run would be worse.
 */
async function findRun(api, wanted, settings) {
    const begun = settings.now().getTime();
    let alone;
    for (;;) {
        const waited = settings.now().getTime() - begun;
        const candidates = (await listRuns(api, wanted.workflowPath)).filter((run) => isCandidate(run, wanted));
        const sure = candidates.find(({ title }) => wanted.sureMarks.some((mark) => hasMark(title, mark)));
        if (sure !== undefined)
            return sure;
        const [only, ...others] = narrow(candidates, wanted.marks);
        if (only === undefined || others.length > 0)
            alone = undefined;
        else if (only.id !== alone?.run.id)
            alone = { run: only, since: waited };
        if (alone !== undefined && waited - alone.since >= settling) {
            settings.warn(`The run ${alone.run.url} was found by its time: put {build-id} into the workflow’s run-name to be sure of it.`);
            return alone.run;
        }
        if (waited >= Math.min(patience, settings.timeout)) {
            if (others.length > 0)
                throw ambiguous(api, wanted, candidates);
            return only;
        }
        await (0,hosts/* sleep */.y)(pause, settings.signal);
    }
}
/** Those whose title has the first mark that any title has; all of them where none has one. */
function narrow(candidates, marks) {
    const marked = marks.map((mark) => candidates.filter(({ title }) => hasMark(title, mark)));
    return marked.find((found) => found.length > 0) ?? candidates;
}
/** As a whole: `app:1.2` is neither in `app:1.20` nor in `my-app:1.2`, and `1.2` is not in `1.2-rc`. */
function hasMark(title, mark) {
    if (/^[0-9a-f-]{36}$/.test(mark))
        return title.includes(mark);
    const before = mark.includes(':') ? '[\\w./-]' : '[\\w.]';
    const whole = mark.replace(/[^\w-]/g, '\\$&');
    return new RegExp(`(?<!${before})${whole}(?![\\w-]|\\.\\w)`).test(title);
}
/** The newest runs of the workflow by dispatch. */
async function listRuns(api, workflowPath) {
    const path = `${workflowPath}/runs?event=workflow_dispatch&per_page=50`;
    const answer = await api.request('GET', path);
    if (answer.status !== 200)
        throw failureOf(answer, `GET ${api.base}${path}`);
    const { workflow_runs: runs } = jsonObject(answer, `GET ${api.base}${path}`);
    return Array.isArray(runs) ? runs.flatMap(readRun) : [];
}
function readRun(value) {
    const { id, html_url, display_title, name, created_at } = (value ?? {});
    if (typeof id !== 'number' || typeof html_url !== 'string')
        return [];
    return [{ id, url: html_url, title: `${display_title} ${name}`, createdAt: new Date(String(created_at)) }];
}
/** GitHub gives whole seconds, and its clock may be a little behind the one that dated the answer. */
function isCandidate(run, { before, dispatchedAt }) {
    if (before?.has(run.id))
        return false;
    return run.createdAt.getTime() >= dispatchedAt.getTime() - 2000;
}
function ambiguous(api, { workflowPath }, candidates) {
    return new errors/* Failure */.HR('unsupported', {
        asked: `the run of ${api.base}${workflowPath}`,
        answered: `${candidates.length} runs began at the same time, and none can be told from the others: ${candidates.map(({ url }) => url).join(', ')}`,
        advice: 'Give the workflow an input with {build-id} and put it into its run-name: run-name: build ${{ inputs.id }}.',
    });
}

;// CONCATENATED MODULE: ./build/src/builders/workflow.js







/** The version under which a dispatch answers with the run's id. */
const newVersion = '2026-03-10';
const oldVersion = '2022-11-28';
/** GitHub Actions, by `workflow_dispatch`: https://docs.github.com/rest/actions/workflows */
function workflowBuilder(wanted, settings) {
    const api = createGitHubApi(settings.http, wanted.base, wanted.token);
    return {
        async build(order, onPage) {
            const forget = settings.onStop(async () => `the dispatch of ${wanted.workflow} in ${wanted.repository} was under way: its run may go on`);
            const run = await dispatch(api, wanted, order, settings).finally(() => {
                if (!settings.signal.aborted)
                    forget();
            });
            onPage?.(run.url);
            settings.info(`${order.image}: dispatched ${wanted.workflow} in ${wanted.repository}: ${run.url}`);
            return awaitRun(api, wanted.token, run, settings);
        },
    };
}
async function dispatch(api, wanted, order, settings) {
    const buildId = (0,external_node_crypto_.randomUUID)();
    const repositoryPath = `/repos/${wanted.repository}`;
    const workflowPath = `${repositoryPath}/actions/workflows/${encodeURIComponent(wanted.workflow)}`;
    const ref = wanted.ref(order) ?? (await defaultBranch(api, repositoryPath));
    const inputs = Object.fromEntries(wanted.inputs.map(([name, value]) => [name, fillPlaceholders(value, order, buildId)]));
    const send = (version) => api.request('POST', `${workflowPath}/dispatches`, {
        headers: { 'x-github-api-version': version },
        body: { ref, inputs },
    });
    const search = async (before, dispatchedAt) => {
        const given = (mark) => Object.values(inputs).some((value) => value.includes(mark));
        const sureMarks = [buildId, order.image].filter(given);
        const marks = [order.commit, order.tag].filter(given);
        const run = await findRun(api, { workflowPath, before, dispatchedAt, sureMarks, marks }, settings);
        return run && { path: `${repositoryPath}/actions/runs/${run.id}`, url: run.url };
    };
    const begun = settings.now();
    let answer;
    let before;
    let mayHaveBegun = true;
    try {
        answer = await send(newVersion);
        if (answer.status === 400 && /api.?version|supported version/i.test(answer.body.toString('utf8'))) {
            mayHaveBegun = false;
            before = new Set((await listRuns(api, workflowPath)).map(({ id }) => id));
            mayHaveBegun = true;
            answer = await send(oldVersion);
        }
    }
    catch (fault) {
        if (!mayHaveBegun)
            throw fault;
        return foundOr(fault, () => search(before, begun), settings);
    }
    if (answer.status >= 500)
        return foundOr(refused(answer, wanted), () => search(before, begun), settings);
    if (answer.status !== 200 && answer.status !== 204)
        throw refused(answer, wanted);
    const told = answer.status === 200 ? readDispatched(answer, repositoryPath, wanted) : undefined;
    const found = told ?? (await search(before, serverTime(answer) ?? begun));
    if (found !== undefined)
        return found;
    throw new errors/* Failure */.HR('server', {
        asked: `the dispatch of ${wanted.workflow} in ${wanted.repository}`,
        answered: 'accepted, but no run of it has appeared',
        advice: `See the workflow’s page. It is not dispatched a second time.`,
    });
}
/** The answer was lost: the build may have begun or not. It is looked for, and never started a second time. */
async function foundOr(fault, search, settings) {
    if (settings.signal.aborted)
        throw settings.signal.reason;
    settings.warn('The answer to the dispatch was lost: looking for the run, which may have been started all the same.');
    const found = await search();
    if (found !== undefined)
        return found;
    throw fault;
}
/** Undefined when the answer does not name the run. */
function readDispatched(answer, repositoryPath, wanted) {
    const { workflow_run_id: id, html_url: url } = jsonObject(answer, `the dispatch of ${wanted.workflow}`);
    if (typeof id !== 'number' || typeof url !== 'string')
        return undefined;
    return { path: `${repositoryPath}/actions/runs/${id}`, url };
}
async function defaultBranch(api, repositoryPath) {
    const asked = `GET ${api.base}${repositoryPath}`;
    const answer = await api.request('GET', repositoryPath);
    if (answer.status !== 200)
        throw failureOf(answer, asked, workflow_advice);
    const { default_branch: branch } = jsonObject(answer, asked);
    return String(branch);
}
const workflow_advice = {
    authentication: 'build-token is wrong or has expired.',
    denied: 'build-token lacks a right: it needs actions: write on the build repository (permissions: actions: write for the ' +
        'workflow’s own token, which reaches its own repository only).',
    'not-found': 'Check build-repository and build-workflow (its file name). GitHub says this also when build-token may not see the ' +
        'repository or lacks actions: write.',
};
function refused(answer, wanted) {
    const asked = `the dispatch of ${wanted.workflow} in ${wanted.repository}`;
    if (answer.status !== 422)
        return failureOf(answer, asked, workflow_advice);
    const { message } = failureOf(answer, asked);
    return new errors/* Failure */.HR('usage', {
        asked: '',
        answered: message,
        advice: 'Check build-ref (a branch or tag), build-inputs (the workflow must declare each), and that the workflow has on: workflow_dispatch.',
    });
}
function serverTime(answer) {
    const date = new Date(answer.header('date') ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
}

;// CONCATENATED MODULE: ./build/src/sources/rest.js




/**
 * GETs a JSON object below the API's base address; undefined on 404.
 * @param path starts with a slash; already encoded
 * @throws Failure for every other status and for anything but JSON.
 */
async function getJson(api, path) {
    const request = {
        method: 'GET',
        url: new URL(`${api.base}${path}`),
        headers: {
            accept: 'application/json',
            ...(api.authorization === undefined ? {} : { authorization: api.authorization }),
        },
    };
    const answer = await api.http.request(request);
    checkOrigin(answer, request);
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw failureOf(answer, (0,message/* describe */.q0)(request), api.advice);
    return jsonObject(answer, (0,message/* describe */.q0)(request));
}
/**
 * A commit, or that there is none, is only believed from the server that was asked.
 * @throws Failure (server) when a redirect led to another.
 */
function checkOrigin(answer, request) {
    if ((0,origins/* sameOrigin */.Nm)(answer.url, request.url))
        return;
    throw new errors/* Failure */.HR('server', {
        asked: (0,message/* describe */.q0)(request),
        answered: `it redirects to ${answer.url.origin}, which was not asked`,
        advice: 'Check source-url: give the address that the service has now.',
    });
}
/** The text at a path of keys (`target`, `hash`); an empty string where there is none, which no SHA is. */
function textAt(value, ...path) {
    const found = path.reduce((inner, key) => typeof inner === 'object' && inner !== null ? inner[key] : undefined, value);
    return typeof found === 'string' ? found.toLowerCase() : '';
}
/** The server's address without a slash at the end and without a path that the API adds itself. */
function apiBase(url, usual, path, suffix) {
    if (url === undefined)
        return usual;
    const given = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    return `${given.replace(path, '')}${suffix}`;
}

;// CONCATENATED MODULE: ./build/src/sources/ref.js

const longest = 255;
/**
 * Reads a ref: `develop`, `feature/x`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`, a full or short commit SHA.
 * @throws Failure (usage) for names that git does not allow (git-check-ref-format), and for other `refs/…`.
 */
function parseRef(text, input = 'ref') {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text))
        return { kind: 'commit', sha: text.toLowerCase() };
    const [, area, rest] = /^refs\/(heads|tags)\/(.*)$/s.exec(text) ?? [];
    const name = rest ?? text;
    const objection = objectionToName(name);
    if (objection !== undefined)
        throw (0,errors/* usageFailure */.II)(`${input} ${JSON.stringify(text)} is not a ref: ${objection}`);
    if (area !== undefined)
        return { kind: area === 'heads' ? 'branch' : 'tag', name };
    if (text.startsWith('refs/')) {
        throw (0,errors/* usageFailure */.II)(`${input} ${JSON.stringify(text)} is neither a branch nor a tag`, 'Write a branch, a tag, refs/heads/…, refs/tags/… or a commit SHA.');
    }
    return { kind: 'name', name };
}
/** The rules of git-check-ref-format(1), and no leading dash, which no porcelain creates. */
function objectionToName(name) {
    if (name === '')
        return 'it is empty';
    if (Buffer.byteLength(name) > longest)
        return `it is longer than ${longest} bytes`;
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
        return 'it has a line break or another control character';
    const odd = /[ ~^:?*[\\]/.exec(name)?.[0];
    if (odd !== undefined)
        return `it has ${JSON.stringify(odd)}`;
    if (name.includes('..'))
        return 'it has ".."';
    if (name.includes('@{') || name === '@')
        return 'it has "@{" or is "@"';
    if (name.startsWith('-'))
        return 'it starts with "-"';
    if (/^\/|\/$|\/\//.test(name))
        return 'it has an empty part between slashes';
    if (/(?:^|\/)\./.test(name))
        return 'a part of it starts with "."';
    if (/\.(?:lock)?$|\.lock\//.test(name))
        return 'it ends in "." or ".lock"';
    return undefined;
}
/** Whether the name could be an abbreviated commit: 7 to 39 hexadecimal digits. */
function mayBeShortSha(name) {
    return /^[0-9a-f]{7,39}$/i.test(name);
}
/** The ref's name without `refs/heads/` or `refs/tags/`; of a commit its SHA. */
function refName(ref) {
    return ref.kind === 'commit' ? ref.sha : ref.name;
}

;// CONCATENATED MODULE: ./build/src/sources/source.js


/** `source-url` of a kind that has a web API. */
const webProtocols = ['https:', 'http:'];
/**
 * Resolves a ref with a service's look-ups: a bare name as branch and as tag at the same time (the branch wins), and
 * only when it is neither, and looks like one, as a short SHA.
 * @param where the repository in words, for the error
 */
async function resolveBy(lookups, ref, where) {
    const found = await lookUp(lookups, ref);
    if (found === undefined) {
        throw new errors/* Failure */.HR('not-found', {
            asked: `${describeRef(ref)} in ${where}`,
            answered: 'there is no such ref, or no such repository for these credentials',
            advice: 'Check repo, owner and ref for typing errors; a private repository needs a source-token that may read it.',
        });
    }
    if (![found.sha, found.alsoTag ?? found.sha].every(isFullSha)) {
        throw new errors/* Failure */.HR('server', {
            asked: `${describeRef(ref)} in ${where}`,
            answered: 'the answer has no commit SHA in it',
            advice: 'Check that source and source-url fit the server.',
        });
    }
    return found;
}
async function lookUp(lookups, ref) {
    if (ref.kind === 'commit')
        return { sha: ref.sha };
    if (ref.kind === 'branch')
        return asCommit(await lookups.branch(ref.name), 'branch');
    if (ref.kind === 'tag')
        return asCommit(await lookups.tag(ref.name), 'tag');
    const [branch, tag] = await Promise.allSettled([lookups.branch(ref.name), lookups.tag(ref.name)]);
    if (branch.status === 'rejected')
        throw branch.reason;
    if (branch.value !== undefined) {
        const alsoTag = tag.status === 'fulfilled' ? tag.value : undefined;
        return { sha: branch.value, kind: 'branch', ...(alsoTag === undefined ? {} : { alsoTag }) };
    }
    if (tag.status === 'rejected')
        throw tag.reason;
    if (tag.value !== undefined)
        return { sha: tag.value, kind: 'tag' };
    return mayBeShortSha(ref.name) ? asCommit(await lookups.shortSha?.(ref.name.toLowerCase())) : undefined;
}
function asCommit(sha, kind) {
    return sha === undefined ? undefined : { sha, ...(kind === undefined ? {} : { kind }) };
}
/** Whether the text is a whole commit SHA (SHA-1 or SHA-256), lower case. */
function isFullSha(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** `branch develop`, `tag v1`, `ref x`, `commit 660cbcf…`: for messages. */
function describeRef(ref) {
    if (ref.kind === 'commit')
        return `commit ${ref.sha}`;
    return `${ref.kind === 'name' ? 'ref' : ref.kind} ${ref.name}`;
}

;// CONCATENATED MODULE: ./build/src/sources/bitbucket.js




/** Bitbucket Cloud, REST API 2.0: https://developer.atlassian.com/cloud/bitbucket/rest/ */
const bitbucket = {
    name: 'bitbucket',
    title: 'Bitbucket Cloud',
    url: { needed: false, words: 'the address of the Bitbucket Cloud server', protocols: webProtocols },
    oneRepository: false,
    usernames: true,
    create: createBitbucket,
};
/** The address of the API, without a slash at the end. */
function bitbucketApi(url) {
    return apiBase(url, 'https://api.bitbucket.org/2.0', /\/2\.0$/, '/2.0');
}
function createBitbucket(settings) {
    const api = {
        http: settings.http,
        base: bitbucketApi(settings.url),
        authorization: authorizationOf(settings),
        advice: {
            authentication: 'App passwords ended on 2026-07-28. Use a repository access token as source-token, or an API token ' +
                'as source-token with the e-mail of the Atlassian account as source-username.',
            denied: 'The token needs the scope repository (access token) or read:repository:bitbucket (API token).',
        },
    };
    return {
        resolve(repository, ref) {
            const path = `/repositories/${(0,message/* encodePath */.O0)(repository)}`;
            const at = async (rest, ...keys) => {
                const found = await getJson(api, `${path}${rest}`);
                return found && textAt(found, ...keys);
            };
            // These two take a slash in the name as it is; /commit/ does not (BCLOUD-9969), but a short SHA has none.
            return resolveBy({
                branch: (name) => at(`/refs/branches/${(0,message/* encodePath */.O0)(name)}`, 'target', 'hash'),
                tag: (name) => at(`/refs/tags/${(0,message/* encodePath */.O0)(name)}`, 'target', 'hash'),
                shortSha: (digits) => at(`/commit/${digits}`, 'hash'),
            }, ref, `${repository} on Bitbucket`);
        },
    };
}
/** A token alone is an access token (Bearer); with the account's e-mail it is an API token (Basic). */
function authorizationOf({ username, token }) {
    if (token === undefined)
        return undefined;
    return username === undefined ? `Bearer ${token}` : basicHeader(username, token);
}

;// CONCATENATED MODULE: ./build/src/sources/bitbucket-server.js


/** Bitbucket Data Center (formerly Server), REST API `/rest/api/latest`. The owner is the project's key, or `~user`. */
const bitbucketServer = {
    name: 'bitbucket-server',
    title: 'Bitbucket Data Center',
    url: { needed: true, words: 'the address of the Bitbucket Data Center server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: apiBase(settings.url, '', /\/rest(?:\/api(?:\/[^/]+)?)?$/, '/rest/api/latest'),
            // Project and repository tokens work only as Bearer, never as Basic.
            authorization: settings.token && `Bearer ${settings.token}`,
            advice: {
                authentication: 'This server answers 401 also for missing rights: use an HTTP access token with repository read as source-token.',
                denied: 'The HTTP access token needs repository read.',
            },
        };
        return {
            resolve(repository, ref) {
                const [project = '', slug = ''] = repository.split('/');
                const path = `/projects/${encodeURIComponent(project)}/repos/${encodeURIComponent(slug)}/commits`;
                // The ref goes into the query: /commits/{id} takes no names, and a path takes no slashes.
                const until = async (revision) => {
                    const page = await getJson(api, `${path}?until=${encodeURIComponent(revision)}&limit=1`);
                    return page && textAt(page, 'values', 0, 'id');
                };
                return resolveBy({
                    branch: (name) => until(`refs/heads/${name}`),
                    tag: (name) => until(`refs/tags/${name}`),
                    shortSha: until,
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

;// CONCATENATED MODULE: ./build/src/sources/git.js




/** Any git remote, by `git ls-remote`. The repository's name is not used: the URL says it all. */
const git = {
    name: 'git',
    title: 'a git remote',
    url: { needed: true, words: 'the remote’s URL', protocols: ['https:', 'ssh:', 'http:', 'file:'] },
    oneRepository: true,
    usernames: true,
    create: (settings) => ({
        resolve(_repository, ref) {
            const url = settings.url?.href ?? '';
            if (ref.kind === 'commit')
                return Promise.resolve({ sha: ref.sha });
            // One call lists both: the name as a branch, and as a tag with the commit behind it where the tag is annotated.
            const listed = listRefs(settings, url, ref.name);
            const sha = async (...names) => {
                const refs = await listed;
                return names.map((name) => refs.get(name)).find((found) => found !== undefined);
            };
            return resolveBy({
                branch: (name) => sha(`refs/heads/${name}`),
                tag: (name) => sha(`refs/tags/${name}^{}`, `refs/tags/${name}`),
            }, ref, `${url} (git ls-remote takes names, not short SHAs)`);
        },
    }),
};
async function listRefs(settings, url, name) {
    const patterns = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
    const asked = `git ls-remote ${url}`;
    const { exitCode, stdout, stderr } = await settings
        .execute('git', ['ls-remote', '--', url, ...patterns], {
        env: environmentFor(settings, url),
        signal: settings.signal,
    })
        .catch((fault) => {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        throw new errors/* Failure */.HR('unsupported', {
            asked,
            answered: `git could not be run: ${(0,http_words/* cleanLine */.Ow)(String(fault))}`,
            advice: 'Install git on this machine.',
        });
    });
    if (exitCode !== 0)
        throw failureOfGit(asked, stderr);
    const lines = stdout.split('\n').map((line) => /^([0-9a-f]{40}|[0-9a-f]{64})\t(.+)$/.exec(line));
    return new Map(lines.flatMap((line) => (line?.[1] && line[2] ? [[line[2], line[1]]] : [])));
}
/**
 * git's environment: no prompts of any kind, only the transports we allow, and the credentials as configuration that
 * only this process sees and that only this URL gets. With credentials no redirect is followed: git would take them along.
 */
function environmentFor(settings, url) {
    const inherited = Object.fromEntries(Object.entries(settings.environment).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
    const configuration = [['protocol.ext.allow', 'never']];
    if (settings.token !== undefined) {
        configuration.push([
            `http.${url}.extraHeader`,
            `Authorization: ${git_authorizationOf(settings.username, settings.token)}`,
        ]);
        configuration.push(['http.followRedirects', 'false'], ['credential.helper', '']);
    }
    return {
        ...inherited,
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        SSH_ASKPASS: '',
        GIT_SSH_COMMAND: `${inherited.GIT_SSH_COMMAND ?? 'ssh'} -o BatchMode=yes`,
        GIT_ALLOW_PROTOCOL: 'https:ssh:http:file',
        GIT_CONFIG_COUNT: String(configuration.length),
        ...Object.fromEntries(configuration.flatMap(([key, value], at) => [
            [`GIT_CONFIG_KEY_${at}`, key],
            [`GIT_CONFIG_VALUE_${at}`, value],
        ])),
        LC_ALL: 'C',
    };
}
/** Over HTTP a token alone goes as the password of a user whose name does not matter to GitHub, GitLab and Gitea. */
function git_authorizationOf(username, token) {
    return basicHeader(username ?? 'x-access-token', token);
}
/** git has one exit code for everything: the reasons are in its words (LC_ALL=C). */
function failureOfGit(asked, stderr) {
    const answered = (0,http_words/* cleanLine */.Ow)(stderr.replace(/^(?:fatal|error|warning): /gm, '')) || 'git failed without a word';
    const advice = 'Check source-url, source-username and source-token; try the same git ls-remote by hand.';
    const kinds = [
        [
            /authentication failed|could not read username|permission denied \(|invalid (?:username|credentials)|returned error: 401/i,
            'authentication',
        ],
        [/returned error: 403/i, 'denied'],
        [/repository .*not found|does not appear to be a git repository|does not exist|returned error: 404/i, 'not-found'],
        [
            /could not resolve host|failed to connect|connection (?:refused|reset|timed out)|network is unreachable|ssl|certificate/i,
            'network',
        ],
    ];
    const kind = kinds.find(([words]) => words.test(stderr))?.[1] ?? 'server';
    return new errors/* Failure */.HR(kind, { asked, answered, advice });
}

;// CONCATENATED MODULE: ./build/src/sources/gitea.js



/** Gitea and Forgejo, API v1 (the same in both). */
const gitea = {
    name: 'gitea',
    title: 'Gitea or Forgejo',
    url: { needed: true, words: 'the address of the Gitea or Forgejo server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: apiBase(settings.url, '', /\/api\/v1$/, '/api/v1'),
            authorization: settings.token && `token ${settings.token}`,
            advice: {
                authentication: 'Use an access token with the scope read:repository as source-token.',
                denied: 'The access token needs the scope read:repository.',
            },
        };
        return {
            resolve(repository, ref) {
                const path = `/repos/${(0,message/* encodePath */.O0)(repository)}`;
                const at = async (rest, ...keys) => {
                    const found = await getJson(api, `${path}${rest}`);
                    return found && textAt(found, ...keys);
                };
                return resolveBy({
                    branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
                    tag: (name) => at(`/tags/${encodeURIComponent(name)}`, 'commit', 'sha'),
                    shortSha: (digits) => at(`/git/commits/${digits}?stat=false&verification=false&files=false`, 'sha'),
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

;// CONCATENATED MODULE: ./build/src/sources/github.js





/** GitHub and GitHub Enterprise, REST API: https://docs.github.com/rest/commits/commits#get-a-commit */
const github = {
    name: 'github',
    title: 'GitHub',
    url: { needed: false, words: 'the address of the GitHub server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: ({ http, url, token }) => {
        const api = createGitHubApi(http, url?.href ?? 'https://api.github.com', token);
        return {
            resolve(repository, ref) {
                const commit = (revision) => shaOf(api, `/repos/${(0,message/* encodePath */.O0)(repository)}/commits/${(0,message/* encodePath */.O0)(revision)}`);
                return resolveBy({
                    branch: (name) => commit(`heads/${name}`),
                    tag: (name) => commit(`tags/${name}`),
                    shortSha: commit,
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};
const github_advice = {
    authentication: 'The token is wrong or has expired. In a workflow, source-token: ${{ github.token }} reads this repository.',
    denied: 'The token needs contents: read on this repository (permissions: contents: read for the workflow’s own token).',
};
/** 404: no such ref, repository or right; 422: no commit for this SHA; 409: the repository is empty. */
const missing = new Set([404, 409, 422]);
/** The commit's SHA alone: this media type spares the diff, and the answer has annotated tags peeled. */
async function shaOf(api, path) {
    const answer = await api.request('GET', path, { headers: { accept: 'application/vnd.github.sha' } });
    const request = { method: 'GET', url: new URL(`${api.base}${path}`) };
    checkOrigin(answer, request);
    if (missing.has(answer.status))
        return undefined;
    if (answer.status !== 200)
        throw failureOf(answer, (0,message/* describe */.q0)(request), github_advice);
    return answer.body.toString('utf8').trim().toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/sources/gitlab.js


/** GitLab, REST API v4: https://docs.gitlab.com/api/ (branches, tags, commits). The owner may be a path of groups. */
const gitlab = {
    name: 'gitlab',
    title: 'GitLab',
    url: { needed: false, words: 'the address of the GitLab server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: apiBase(settings.url, 'https://gitlab.com/api/v4', /\/api\/v4$/, '/api/v4'),
            authorization: settings.token && `Bearer ${settings.token}`,
            advice: {
                authentication: 'Use a personal, group or project access token with the scope read_api as source-token.',
                denied: 'The token needs the scope read_api, and its user at least the role Reporter.',
            },
        };
        return {
            resolve(repository, ref) {
                const path = `/projects/${encodeURIComponent(repository)}/repository`;
                const at = async (rest, ...keys) => {
                    const found = await getJson(api, `${path}${rest}`);
                    return found && textAt(found, ...keys);
                };
                return resolveBy({
                    branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
                    tag: (name) => at(`/tags/${encodeURIComponent(name)}`, 'commit', 'id'),
                    shortSha: (digits) => at(`/commits/${digits}`, 'id'),
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

;// CONCATENATED MODULE: ./build/src/sources/index.js






/** Every kind of source, by the name that the input `source` gives it. A new one is one file and one line here. */
const sourceKinds = [github, bitbucket, bitbucketServer, gitlab, gitea, git];

;// CONCATENATED MODULE: ./build/src/commands/check/source.js



/**
 * Reads the inputs that say where the commits come from.
 * @throws Failure (usage) for the first that makes no sense.
 */
function planSource(inputs, workflow) {
    const kind = sourceKinds.find(({ name }) => name === inputs.source);
    if (kind === undefined)
        throw (0,errors/* usageFailure */.II)(`source ${inputs.source} is not known`);
    const url = readUrl(kind, inputs['source-url'], workflow);
    const own = kind.name === 'github' && url !== undefined && isServerOf(url, workflow) ? workflow : undefined;
    const { 'source-username': username, 'source-token': given } = inputs;
    checkUsername(kind, username, given);
    return {
        kind,
        url,
        username,
        token: given === undefined ? own?.token : checkToken('source-token', given),
        workflow: own,
        repositories: readRepositories(kind, inputs, url, workflow),
    };
}
/**
 * What a header can hold and a token has: RFC 6750 §2.1, and no blanks.
 * @throws Failure (usage) for anything else.
 */
function checkToken(name, token) {
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw (0,errors/* usageFailure */.II)(`${name} has characters that no token has`, 'Store the secret again: it may have a blank or a quote too many.');
}
function readUrl(kind, given, workflow) {
    if (given === undefined) {
        if (kind.url.needed)
            throw (0,errors/* usageFailure */.II)(`source-url is needed for source ${kind.name}`, `Give ${kind.url.words}.`);
        return kind.name === 'github' && workflow ? readApiUrl(workflow) : undefined;
    }
    const shown = `source-url ${JSON.stringify(given)}`;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url === undefined || !kind.url.protocols.includes(url.protocol)) {
        const schemes = kind.url.protocols.map((scheme) => `${scheme}//`).join(', ');
        throw (0,errors/* usageFailure */.II)(`${shown} is not a URL that source ${kind.name} can use`, `It begins with one of ${schemes}.`);
    }
    if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
        const advice = 'Give them as source-username and source-token: a URL is shown in logs.';
        throw (0,errors/* usageFailure */.II)('source-url has credentials in it', advice);
    }
    const noHost = url.hostname === '' && url.protocol !== 'file:';
    if (noHost || url.hostname.startsWith('-') || url.username.startsWith('-')) {
        throw (0,errors/* usageFailure */.II)(`${shown} has no host that can be used`);
    }
    if (!kind.oneRepository && (url.search !== '' || url.hash !== '')) {
        throw (0,errors/* usageFailure */.II)(`${shown} has a query or a fragment`, 'Give the server’s address alone.');
    }
    return url;
}
function readApiUrl({ apiUrl }) {
    if (URL.canParse(apiUrl) && webProtocols.includes(new URL(apiUrl).protocol))
        return new URL(apiUrl);
    throw (0,errors/* usageFailure */.II)(`GITHUB_API_URL is ${JSON.stringify(apiUrl)}, which is not an address`);
}
function checkUsername(kind, username, token) {
    if (username === undefined)
        return;
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)('source-username is given, and source-token is not');
    if (username.includes(':'))
        throw (0,errors/* usageFailure */.II)('source-username has a colon in it, which no user name can have');
    if (kind.usernames)
        return;
    throw (0,errors/* usageFailure */.II)(`source-username has no use for source ${kind.name}`, 'Give source-token alone.');
}
function isServerOf(url, workflow) {
    return workflow !== undefined && url.href.replace(/\/+$/, '') === workflow.apiUrl.replace(/\/+$/, '');
}
/** A part of a name: no path tricks. Bitbucket also takes UUIDs in braces, Data Center `~user`. */
const namePart = /^(?:~?[A-Za-z0-9_][A-Za-z0-9._-]*|\.[A-Za-z0-9_-][A-Za-z0-9._-]*|\{[0-9a-f-]{36}\})$/;
const isName = (text) => text.split('/').every((part) => namePart.test(part));
function readRepositories(kind, inputs, url, workflow) {
    const given = inputs.repo.length > 0 ? inputs.repo : defaultRepositories(kind, url, workflow);
    if (given.length === 0) {
        const advice = 'Give the name of the source repository.';
        throw (0,errors/* usageFailure */.II)('repo is needed: there is no workflow whose own repository it could be', advice);
    }
    if (kind.oneRepository && given.length > 1) {
        const what = `source ${kind.name} has one remote (source-url), and repo names ${given.length}`;
        throw (0,errors/* usageFailure */.II)(what, 'Use one step for each remote.');
    }
    return given.map((whole) => readRepository(kind, whole, inputs.owner ?? workflow?.repository.split('/')[0]));
}
function readRepository(kind, whole, usualOwner) {
    if (!isName(whole))
        throw (0,errors/* usageFailure */.II)(`repo ${JSON.stringify(whole)} is not the name of a repository`);
    const slash = whole.lastIndexOf('/');
    const owner = slash < 0 ? usualOwner : whole.slice(0, slash);
    if (owner === undefined && !kind.oneRepository) {
        throw (0,errors/* usageFailure */.II)(`owner is needed for repo ${JSON.stringify(whole)}`, `Give the ${kind.title} workspace, organization, project or group, or write owner/name.`);
    }
    if (owner !== undefined && !isName(owner)) {
        throw (0,errors/* usageFailure */.II)(`owner ${JSON.stringify(owner)} is not a name that an owner can have`);
    }
    return { owner, name: whole.slice(slash + 1) };
}
/** Of a git remote the last part of its path; else the workflow's own. */
function defaultRepositories(kind, url, workflow) {
    if (!kind.oneRepository)
        return workflow ? [workflow.repository] : [];
    const path = url?.pathname.replace(/\/+$/, '').replace(/\.git$/, '') ?? '';
    return [path.slice(path.lastIndexOf('/') + 1)];
}

;// CONCATENATED MODULE: ./build/src/commands/check/build.js








const kinds = ['build-workflow', 'build-pipeline', 'build-command'];
/** The inputs that only some of the builders use. */
const users = {
    'build-repository': ['build-workflow'],
    'build-ref': ['build-workflow'],
    'build-inputs': ['build-workflow', 'build-pipeline'],
    'build-token': ['build-workflow', 'build-pipeline'],
};
/**
 * Reads the `build-*` inputs; undefined when nothing is to be built.
 * @throws Failure (usage) for two builders at once, an input that the builder has no use for, and whatever cannot be used.
 */
function planBuild(inputs, plan, workflow) {
    const [kind, second] = kinds.filter((name) => inputs[name] !== undefined);
    if (second !== undefined)
        throw (0,errors/* usageFailure */.II)(`${kind} and ${second} are both given`, 'Give one way to build.');
    for (const [name, builders] of Object.entries(users)) {
        if (inputs[name] === undefined || (kind !== undefined && builders.includes(kind)))
            continue;
        throw (0,errors/* usageFailure */.II)(`${name} is given, and there is no ${builders.join(' or ')} to use it`);
    }
    const variables = parseBuildInputs(inputs['build-inputs'] ?? '');
    if (kind === 'build-workflow')
        return planWorkflow(inputs, plan, workflow, variables);
    if (kind === 'build-pipeline')
        return planPipeline(inputs, plan, variables);
    if (inputs['build-command'] === undefined)
        return undefined;
    const words = parseBuildCommand(inputs['build-command']);
    return { token: undefined, create: (settings) => commandBuilder(words, settings) };
}
function planWorkflow(inputs, plan, own, variables) {
    const ofSource = plan.source.kind.name === 'github';
    const base = (ofSource ? plan.source.url?.href : undefined) ?? own?.apiUrl ?? 'https://api.github.com';
    const token = build_readToken(inputs) ?? (ofSource ? plan.source.token : undefined) ?? (own?.apiUrl === base ? own.token : undefined);
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)('build-token is needed for build-workflow', 'Give a token with actions: write on the build repository.');
    const workflow = readWorkflowName(inputs['build-workflow'] ?? '');
    const repository = build_readRepository(inputs['build-repository'] ?? own?.repository);
    const given = inputs['build-ref'] === undefined ? undefined : readBuildRef(inputs['build-ref']);
    return {
        token,
        create: (settings) => workflowBuilder({
            base,
            token,
            repository,
            workflow,
            inputs: variables,
            ref: ({ sourceRepository, ref, refKind }) => {
                const same = ofSource && refKind !== undefined && sourceRepository.toLowerCase() === repository.toLowerCase();
                return given ?? (same ? ref : undefined);
            },
        }, settings),
    };
}
function build_readToken(inputs) {
    const given = inputs['build-token'];
    return given === undefined ? undefined : checkToken('build-token', given);
}
/** A path is what people have at hand; the API wants the file's name. */
function readWorkflowName(text) {
    const name = text.replace(/^(?:\.\/)?\.github\/workflows\//, '');
    if (/^(?:\d+|[A-Za-z0-9_][A-Za-z0-9._ -]*\.ya?ml)$/.test(name))
        return name;
    throw (0,errors/* usageFailure */.II)(`build-workflow ${JSON.stringify(text)} is not a workflow’s file`, 'Write its file name, for example build.yml, or its number.');
}
function build_readRepository(text) {
    if (text === undefined)
        throw (0,errors/* usageFailure */.II)('build-repository is needed: there is no workflow whose own repository it could be');
    if (/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(text) && !/\/\.{1,2}$/.test(text))
        return text;
    throw (0,errors/* usageFailure */.II)(`build-repository ${JSON.stringify(text)} is not owner/name`);
}
function readBuildRef(text) {
    const ref = parseRef(text, 'build-ref');
    if (ref.kind !== 'commit')
        return ref.name;
    throw (0,errors/* usageFailure */.II)('build-ref is a commit', 'GitHub dispatches at a branch or a tag; give the commit in build-inputs: commit={commit}.');
}
function planPipeline(inputs, plan, variables) {
    if (plan.source.kind.name !== 'bitbucket')
        throw (0,errors/* usageFailure */.II)(`build-pipeline builds at Bitbucket, and source is ${plan.source.kind.name}`);
    const token = build_readToken(inputs) ?? plan.source.token;
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)('build-token is needed for build-pipeline', 'Give a token with pipeline:write, here or as source-token.');
    const custom = inputs['build-pipeline'] === 'default' ? undefined : inputs['build-pipeline'];
    if (custom === undefined && variables.length > 0) {
        throw (0,errors/* usageFailure */.II)('build-inputs is given, and only a custom pipeline takes variables', 'Give the name of a custom pipeline as build-pipeline.');
    }
    const base = bitbucketApi(plan.source.url);
    return {
        token,
        create: (settings) => pipelineBuilder({
            base,
            username: inputs['build-token'] === undefined ? plan.source.username : undefined,
            token,
            custom,
            variables,
        }, settings),
    };
}

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
;// CONCATENATED MODULE: ./build/src/images/tag-template.js


const placeholders = '{short-sha}, {short-sha:N}, {sha} and {ref}';
const shortest = 4;
const tag_template_longest = 64;
const defaultLength = 7;
/**
 * Reads a tag template: `{short-sha}` (7 digits), `{short-sha:12}`, `{sha}`, `{ref}`, and legal tag characters between.
 * @throws Failure (usage) for an unknown placeholder, a length out of range, or text that no tag can have.
 */
function parseTagTemplate(text) {
    const parts = (text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map((piece) => readPart(piece, text));
    if (parts.length === 0)
        throw (0,errors/* usageFailure */.II)('the tag template is empty', `It takes ${placeholders}.`);
    const sample = fillTagTemplate(parts, { commit: 'a'.repeat(40), ref: 'a' });
    if (!(0,images_name/* isTag */.dz)(sample)) {
        throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(text)} makes no legal tag`, 'A tag starts with a letter, a digit or _, goes on with these and . and -, and has at most 128 characters.');
    }
    return parts;
}
function readPart(piece, whole) {
    if (!piece.startsWith('{')) {
        if (/^[a-zA-Z0-9._-]+$/.test(piece))
            return { kind: 'text', text: piece };
        throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has ${JSON.stringify(piece)}, which no tag can have`, 'Between placeholders a tag takes letters, digits, ., _ and -.');
    }
    const [, name, length] = /^\{([^:{}]*)(?::([^{}]*))?\}$/.exec(piece) ?? [];
    if (name === 'sha' && length === undefined)
        return { kind: 'sha' };
    if (name === 'ref' && length === undefined)
        return { kind: 'ref' };
    if (name === 'short-sha')
        return { kind: 'sha', length: length === undefined ? defaultLength : readLength(length, whole) };
    throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has the unknown placeholder ${JSON.stringify(piece)}`, `It takes ${placeholders}.`);
}
function readLength(text, whole) {
    const length = /^[0-9]{1,2}$/.test(text) ? Number(text) : Number.NaN;
    if (length >= shortest && length <= tag_template_longest)
        return length;
    throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has the length ${JSON.stringify(text)}`, `{short-sha:N} takes a whole number from ${shortest} to ${tag_template_longest}.`);
}
/**
 * The tag of this commit. A ref's name is made legal the way docker/metadata-action does it for `type=ref`:
 * every run of other characters becomes one `-`.
 * @throws Failure (usage) where the filled-in tag is longer than a tag can be.
 */
function fillTagTemplate(template, source) {
    const tag = template.reduce((before, part) => before + fillPart(part, source, before === ''), '');
    if (!(0,images_name/* isTag */.dz)(tag)) {
        throw (0,errors/* usageFailure */.II)(`the ref ${JSON.stringify(source.ref)} makes no legal tag by this template`, 'Use {short-sha} instead of {ref}, or a shorter ref.');
    }
    return tag;
}
function fillPart(part, source, first) {
    if (part.kind === 'text')
        return part.text;
    if (part.kind === 'sha')
        return part.length === undefined ? source.commit : source.commit.slice(0, part.length);
    const legal = source.ref.replace(/[^a-zA-Z0-9._-]+/g, '-');
    return first ? legal.replace(/^[.-]+/, '') : legal;
}

;// CONCATENATED MODULE: ./build/src/images/platform.js

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
/**
 * Reads `os/architecture[/variant]`: `linux/amd64`, `linux/arm/v7`.
 * @throws Failure (usage) for anything else.
 */
function parsePlatform(text) {
    const [, os, architecture, variant] = grammar.exec(text.toLowerCase()) ?? [];
    if (os === undefined || architecture === undefined) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(text)} is not a platform`, 'Write os/architecture or os/architecture/variant: linux/amd64, linux/arm64, linux/arm/v7.');
    }
    return normalizePlatform({ os, architecture, ...(variant === undefined ? {} : { variant }) });
}
/** One spelling for each platform, as containerd does it: arm64 is v8 unless it says otherwise, arm is v7, amd64 is v1. */
function normalizePlatform(platform) {
    const architecture = aliases.get(platform.architecture) ?? platform.architecture;
    const variant = platform.variant || usualVariants.get(architecture);
    return { os: platform.os, architecture, ...(variant === undefined ? {} : { variant }) };
}
/** Whether both are the same platform, once both are normalized. */
function samePlatform(one, other) {
    return formatPlatform(one) === formatPlatform(other);
}
/** The short spelling: `linux/arm64`, not `linux/arm64/v8`; `linux/arm/v7` keeps its variant. */
function formatPlatform(platform) {
    const { os, architecture, variant } = normalizePlatform(platform);
    const silent = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
    return variant === undefined || silent ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}

;// CONCATENATED MODULE: ./build/src/images/requirements.js

/**
 * Whether the labels of one platform's image must be read: only for the revision, only where the index does not have it,
 * and only of platforms that are judged. Each costs two requests, and on Docker Hub a pull.
 */
function needsLabels(requirements, annotations, platform) {
    if (requirements.revision === undefined || revisionIn(annotations) !== undefined)
        return false;
    return platform === undefined || isJudged(platform, requirements.platforms);
}
/** OCI image specification, "pre-defined annotation keys", and the name it had before. */
const revisionKeys = ['org.opencontainers.image.revision', 'org.label-schema.vcs-ref'];
/**
 * What an image lacks, one sentence each; nothing means that it has all that was asked of it.
 * The revision is that of the index where it has one; otherwise every required platform (or, with none required,
 * every platform there is) must have the right one: an index may be put together from several builds.
 */
function lacks(requirements, findings) {
    const { platforms, revision } = requirements;
    const has = (wanted) => findings.images.some(({ platform }) => samePlatform(platform, wanted));
    const absent = platforms.filter((wanted) => !has(wanted)).map((wanted) => `it has no ${formatPlatform(wanted)}`);
    return revision === undefined ? absent : [...absent, ...wrongRevisions(revision, platforms, findings)];
}
function wrongRevisions(commit, platforms, { annotations, images }) {
    const ofIndex = revisionIn(annotations);
    if (ofIndex !== undefined)
        return sameCommit(ofIndex, commit) ? [] : [`its revision is ${shown(ofIndex)}, not ${commit}`];
    const judged = images.filter(({ platform }) => isJudged(platform, platforms));
    if (judged.length === 0)
        return ['it has no platform whose revision could be compared'];
    return judged.flatMap(({ platform, labels }) => {
        const found = revisionIn(labels ?? {});
        if (found === undefined)
            return [`its ${formatPlatform(platform)} has no label ${revisionKeys[0]}`];
        return sameCommit(found, commit)
            ? []
            : [`the revision of its ${formatPlatform(platform)} is ${shown(found)}, not ${commit}`];
    });
}
function isJudged(platform, required) {
    return required.length === 0 || required.some((wanted) => samePlatform(wanted, platform));
}
function revisionIn(labels) {
    return revisionKeys.map((key) => labels[key]?.trim()).find((value) => value !== undefined && value !== '');
}
/** Some builds label with a short SHA: 7 digits or more that begin the commit will do. */
function sameCommit(found, commit) {
    const text = found.toLowerCase();
    return /^[0-9a-f]{7,64}$/.test(text) && commit.startsWith(text);
}
/** A label holds whatever a build put there: shown only when it looks like a revision. */
function shown(revision) {
    return /^[\w./:@+-]{1,80}$/.test(revision) ? revision : 'no commit';
}

;// CONCATENATED MODULE: ./build/src/registries/image.js


/** How deep indexes may lie in one another. */
const depthLimit = 4;
/** How many images one index may list: real ones have a dozen. */
const childLimit = 100;
/**
 * Reads the platforms of an image: from the index where there is one, else from the image's config. Attestations
 * (platform unknown/unknown) are no images. Labels that are wanted cost two more requests a platform.
 */
async function readImage(repository, digest, wantLabels) {
    const manifest = await mustRead(repository, digest);
    const { annotations } = manifest;
    const wants = (platform) => wantLabels(annotations, platform);
    return { annotations, images: await imagesOf(repository, manifest, wants, 1) };
}
async function imagesOf(repository, manifest, wants, depth) {
    if (manifest.content.kind === 'image')
        return [await readConfig(repository, manifest, manifest.content.config)];
    if (depth > depthLimit)
        throw unreadable(manifest.descriptor, `more than ${depthLimit} indexes lie in one another`);
    const children = manifest.content.manifests.filter(isImage);
    if (children.length > childLimit)
        throw unreadable(manifest.descriptor, `its index lists more than ${childLimit} images`);
    const listed = [];
    for (const descriptor of children) {
        const { platform } = descriptor;
        if (platform !== undefined && !isIndex(descriptor) && !wants(platform))
            listed.push([{ descriptor, platform }]);
        else
            listed.push(await imagesOf(repository, await mustRead(repository, descriptor.digest), wants, depth + 1));
    }
    return listed.flat();
}
/** BuildKit's attestations: an annotation says so, and the platform is unknown/unknown. */
function isImage(descriptor) {
    const attestation = descriptor.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
    return !attestation && descriptor.platform?.os !== 'unknown' && descriptor.platform?.architecture !== 'unknown';
}
async function readConfig(repository, manifest, config) {
    const value = image_parse(await repository.smallBlob(config));
    const { os, architecture, variant, config: inner } = isObject(value) ? value : {};
    if (typeof os !== 'string' || typeof architecture !== 'string') {
        throw unreadable(manifest.descriptor, `its config (${config.mediaType}) does not say which platform it is for`);
    }
    const labels = isObject(inner) ? texts(inner.Labels) : {};
    return {
        descriptor: manifest.descriptor,
        platform: { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) },
        labels: { ...manifest.annotations, ...labels },
    };
}
async function mustRead(repository, digest) {
    const manifest = await repository.manifest(digest);
    if (manifest === undefined)
        throw unreadable({ digest }, 'the registry lists it, and answers 404 for it');
    return manifest;
}
function unreadable({ digest }, answered) {
    return new errors/* Failure */.HR('server', {
        asked: `the manifest ${digest}`,
        answered,
        advice: 'The image is damaged or not a container image: build and push it again.',
    });
}
function image_parse(bytes) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/commands/check/look.js



/** One look: a HEAD, and the contents only where something is asked of them. */
async function look(repository, tag, requirements) {
    const found = await repository.head(tag);
    if (found === undefined)
        return { ready: false, reason: 'the registry has no such tag' };
    const { digest } = found;
    if (requirements.platforms.length === 0 && requirements.revision === undefined)
        return { ready: true, digest };
    const findings = await readImage(repository, digest, (...image) => needsLabels(requirements, ...image));
    const lacking = lacks(requirements, findings);
    return lacking.length === 0 ? { ready: true, digest } : { ready: false, reason: lacking.join('; '), digest };
}
const look_pauses = { first: 2000, growth: 1.5, longest: 15_000 };
/**
 * Looks until the image is ready, or until `wait` milliseconds are over; then once more. While there is time, a server
 * or network that fails for a while does not end the waiting, but is never taken for an answer either.
 */
async function lookUntilReady(ask, wait, name, context) {
    let told = '';
    const verdict = await (0,polling/* poll */.w)(ask, {
        ...context,
        wait,
        pauses: look_pauses,
        isDone: ({ ready }) => ready,
        onPending(_verdict, waited, failure) {
            const trouble = failure?.message ?? '';
            if (trouble !== '' && trouble !== told)
                context.log.info(`${trouble}; still waiting`);
            told = trouble;
            const time = `${(0,polling/* formatDuration */.a)(Math.min(waited, wait))} of ${(0,polling/* formatDuration */.a)(wait)}`;
            context.progress.update(`waiting ${time} for ${name}${trouble === '' ? '' : `: ${trouble}`}`);
        },
    });
    context.progress.end();
    return verdict;
}

;// CONCATENATED MODULE: ./build/src/commands/check/gate.js





/** One repository's failure does not end the others; the end of the whole command does. */
async function settle(target, { signal }, work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (signal.aborted)
            throw signal.reason;
        return { kind: 'failed', target, failure: (0,errors/* asFailure */.h_)(thrown) };
    }
}
/** The token and the commit are asked for at the same time; the image's name needs the commit, its HEAD both. */
async function checkOne(target, job) {
    const { plan, context } = job;
    const repository = job.registry.repository(target.image);
    repository.prepare();
    const { sha: commit, kind, alsoTag } = await job.source.resolve(target.sourceRepository, target.ref);
    if (alsoTag !== undefined && alsoTag !== commit)
        warnOfBoth(target, commit, alsoTag, context);
    const tag = fillTagTemplate(plan.template, { commit, ref: target.refName });
    const refKind = kind ?? target.refKind;
    const found = { target: { ...target, ...(refKind === undefined ? {} : { refKind }) }, commit, tag };
    context.log.info(`${describeRef(target.ref)} of ${target.sourceRepository} is commit ${commit}`);
    return judge(found, repository, job.firstWait, job);
}
async function judge(found, repository, wait, job) {
    const { target, commit, tag } = found;
    const { log } = job.context;
    const image = (0,images_name/* formatImage */.vy)({ ...target.image, tag });
    const requirements = {
        platforms: job.plan.platforms,
        revision: job.inputs['verify-revision'] ? commit : undefined,
    };
    const verdict = await lookUntilReady(() => look(repository, tag, requirements), wait, image, job.context);
    log.info(verdict.ready ? `${image} is ready: ${verdict.digest}` : `${image} is not ready: ${verdict.reason}`);
    return { kind: 'checked', target, commit, tag, image, ...judgement(target, verdict) };
}
function judgement(target, verdict) {
    const { digest } = verdict;
    return {
        ...(digest === undefined ? {} : { digest }),
        ...(verdict.ready
            ? { ready: true, pinned: (0,images_name/* formatImage */.vy)({ ...target.image, digest: verdict.digest }) }
            : { ready: false, reason: verdict.reason }),
    };
}
/** Builds what is missing, and asks the registry again: a build that says success is not an image. */
async function buildOne(missing, builder, job) {
    let build;
    let page;
    try {
        build = await builder.build(orderOf(missing), (url) => {
            page = url;
        });
    }
    catch (thrown) {
        if (job.context.signal.aborted)
            throw thrown;
        const failure = withPage((0,errors/* asFailure */.h_)(thrown), page);
        const begun = page === undefined ? {} : { build: { conclusion: '', url: page, failures: [] } };
        return { ...missing, ...begun, failure, reason: `${missing.reason}; the build: ${failure.message}` };
    }
    if (build.conclusion !== 'success') {
        const failure = buildFailure(missing, build);
        return { ...missing, build, failure, reason: `${missing.reason}; ${failure.message}` };
    }
    const again = await judge(missing, job.registry.repository(missing.target.image), job.inputs.wait, job);
    if (again.ready)
        return { ...again, build };
    const where = build.url === undefined ? '' : ` (${build.url})`;
    return { ...again, build, reason: `${again.reason}, although its build succeeded${where}` };
}
function orderOf({ target, commit, image, tag }) {
    const { name, sourceRepository, refName, refKind } = target;
    return { commit, ref: refName, refKind, repo: name, sourceRepository, image, tag };
}
/** A build that goes on without us is found by its page. */
function withPage(failure, page) {
    if (page === undefined)
        return failure;
    const { kind, message, advice, cause } = failure;
    const answered = message.includes(page) ? message : `${message} (the build: ${page})`;
    return new errors/* Failure */.HR(kind, { asked: '', answered, advice, cause, pages: [page] });
}
function buildFailure({ image }, { conclusion, url, failures, pages = [] }) {
    const page = url === undefined ? '' : `: ${url}`;
    return new errors/* Failure */.HR('build', {
        asked: `the build of ${image}`,
        answered: [`it ended with ${conclusion}${page}`, ...failures].join('; '),
        advice: 'See what failed, mend it, and run this step again.',
        pages: [...(url === undefined ? [] : [url]), ...pages],
    });
}
function warnOfBoth(target, commit, tag, { log }) {
    log.warn(`${target.refName} is a branch (${commit.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${target.sourceRepository}: the branch was taken. ` +
        `Write refs/heads/${target.refName} or refs/tags/${target.refName} to say which.`);
}

// EXTERNAL MODULE: ./build/src/commands/suggest.js
var suggest = __webpack_require__(9422);
;// CONCATENATED MODULE: ./build/src/commands/inputs.js


const millisecondsOf = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const longestText = 10_000;
const longestPattern = 500;
function inputs_text(words) {
    return { type: 'text', placeholder: 'TEXT', absent: undefined, read: oneLine, ...words };
}
/** Text of one or several lines. */
function lines(words) {
    const read = (given, name) => {
        for (const line of given.split(/\r?\n/))
            oneLine(line.replaceAll('\t', ' '), name);
        return given;
    };
    return { type: 'text', placeholder: 'TEXT', absent: undefined, read, ...words };
}
/** Several values, between commas or on lines of their own; surrounding blanks and empty entries do not count. */
function list(words) {
    const read = (given, name) => given
        .split(/[,\n]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
        .map((entry) => oneLine(entry, name));
    return { type: 'list', placeholder: 'A,B,…', absent: [], read, ...words };
}
/** `true` or `false`, in the spellings of YAML 1.2. */
function inputs_boolean(words) {
    const read = (given, name) => {
        if (/^(?:true|True|TRUE)$/.test(given))
            return true;
        if (/^(?:false|False|FALSE)$/.test(given))
            return false;
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is neither true nor false`);
    };
    return { type: 'boolean', placeholder: '', absent: false, read, ...words };
}
/** A whole number from 0; nothing may follow the digits. */
function wholeNumber(words) {
    const most = words.most ?? Number.MAX_SAFE_INTEGER;
    const read = (given, name) => {
        if (/^\d{1,15}$/.test(given) && Number(given) <= most)
            return Number(given);
        throw usageFailure(`${name} is ${JSON.stringify(given)}, which is not a whole number from 0${words.most === undefined ? '' : ` to ${most}`}`);
    };
    return { type: 'whole-number', placeholder: 'N', absent: undefined, read, ...words };
}
function duration(words) {
    const read = (given, name) => {
        const parts = /^(?:\d{1,9}(?:ms|[smhd]))+$/.test(given) ? given.match(/\d+(?:ms|[smhd])/g) : null;
        const total = parts?.reduce((sum, part) => {
            const [, count, unit = ''] = /^(\d+)([a-z]+)$/.exec(part) ?? [];
            return sum + Number(count) * (millisecondsOf[unit] ?? Number.NaN);
        }, 0);
        if (total !== undefined && total <= 366 * (millisecondsOf.d ?? 0))
            return total;
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is not a duration`, 'Write 90s, 10m, 2h or 30d (at most 366d).');
    };
    return { type: 'duration', placeholder: 'DURATION', absent: undefined, read, ...words };
}
/** A regular expression (ECMAScript, with the flag u) that must match somewhere. */
function pattern(words) {
    const read = (given, name) => {
        if (given.length > longestPattern)
            throw usageFailure(`${name} is longer than ${longestPattern} characters`);
        try {
            return new RegExp(given, 'u');
        }
        catch (fault) {
            throw usageFailure(`${name} is ${JSON.stringify(given)}, which is not a regular expression: ${fault.message}`);
        }
    };
    return { type: 'pattern', placeholder: 'REGEXP', absent: undefined, read, ...words };
}
/** One of a few words. */
function choice(choices, words) {
    const read = (given, name) => {
        const found = choices.find((one) => one === given);
        if (found !== undefined)
            return found;
        const near = (0,suggest/* suggest */.Z)(given, choices);
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is none of ${choices.join(', ')}`, near === undefined ? undefined : `Did you mean ${near}?`);
    };
    return { type: 'choice', placeholder: choices.join('|'), absent: words.fallback, read, ...words };
}
/** The path of a file, as text. */
function file(words) {
    return { type: 'file', placeholder: 'FILE', absent: undefined, read: oneLine, ...words };
}
/** A secret: masked wherever it might be shown, never in --help, and better not written on a command line. */
function secret(words) {
    return { type: 'secret', placeholder: 'SECRET', absent: undefined, read: oneSecret, ...words };
}
function oneLine(given, name) {
    if (given.length > longestText)
        throw (0,errors/* usageFailure */.II)(`${name} is longer than ${longestText} characters`);
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) {
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given.slice(0, 80))}, which has a line break or another control character`);
    }
    return given;
}
function oneSecret(given, name) {
    if (given.length > longestText)
        throw (0,errors/* usageFailure */.II)(`${name} is longer than ${longestText} characters`);
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) {
        throw (0,errors/* usageFailure */.II)(`${name} has a line break or another control character inside`, 'Store the secret again, as one line.');
    }
    return given;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/registries/credentials.js
const anonymous = { kind: 'anonymous' };

;// CONCATENATED MODULE: ./build/src/registries/docker-config.js







/**
 * The credentials that `docker login`, `docker/login-action` and the clouds' login actions left for this registry:
 * its credential helper, then the credential store, then `auths`; anonymous when there are none.
 * @throws Failure (usage) when the file is there and is not a Docker config.
 */
async function dockerConfigCredentials(registry, settings) {
    const file = configFile(settings.environment);
    const config = await docker_config_readConfig(file);
    const keys = keysOf(registry);
    const helpers = texts(config.credHelpers);
    const helper = keys.map((key) => helpers[key]).find((name) => name) ?? asText(config.credsStore);
    const helped = helper === undefined ? undefined : await askHelper(helper, keys[0] ?? registry.host, settings);
    return helped ?? entryOf(config.auths, keys, file) ?? anonymous;
}
function configFile(environment) {
    const folder = environment.DOCKER_CONFIG || (0,external_node_path_.join)(environment.HOME || environment.USERPROFILE || '.', '.docker');
    return (0,external_node_path_.join)(folder, 'config.json');
}
async function docker_config_readConfig(file) {
    const text = await (0,promises_.readFile)(file, 'utf8').catch((fault) => {
        if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR')
            return '{}';
        throw (0,errors/* usageFailure */.II)(`the Docker config ${file} cannot be read: ${fault.code}`, 'Give username and password, or another DOCKER_CONFIG.');
    });
    // An empty file is no config, and none is an empty one: so the Docker command line takes it.
    const config = docker_config_parse(text.trim() || '{}');
    if (isObject(config))
        return config;
    throw (0,errors/* usageFailure */.II)(`the Docker config ${file} is not a JSON object`, 'Sign in again with docker login, or give username and password.');
}
function keysOf(registry) {
    return profileOf(registry).configKeys ?? [registry.host];
}
/** An entry may be written with a scheme and a path: `https://ghcr.io/v2/`. */
function entryOf(auths, keys, file) {
    if (!isObject(auths))
        return undefined;
    const bare = (key) => key
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, '')
        .toLowerCase();
    const wanted = new Set(keys.map(bare));
    const exact = keys.find((key) => key in auths) ?? Object.keys(auths).find((key) => wanted.has(bare(key)));
    const entry = exact === undefined ? undefined : auths[exact];
    return isObject(entry) ? readEntry(entry, exact ?? '', file) : undefined;
}
function readEntry(entry, key, file) {
    const registryToken = asText(entry.registrytoken);
    if (registryToken !== undefined) {
        if (/^[\x21-\x7e]+$/.test(registryToken))
            return { kind: 'bearer', token: registryToken };
        throw (0,errors/* usageFailure */.II)(`the entry ${JSON.stringify(key)} in ${file} has a registrytoken that no header can hold`, 'Sign in again with docker login.');
    }
    const auth = asText(entry.auth);
    const pair = Buffer.from(auth ?? '', 'base64').toString('utf8');
    const colon = pair.indexOf(':');
    if (auth !== undefined && colon < 1) {
        throw (0,errors/* usageFailure */.II)(`the entry ${JSON.stringify(key)} in ${file} has an auth that is not user:password in base64`, 'Sign in again with docker login.');
    }
    const username = pair === '' ? asText(entry.username) : pair.slice(0, colon);
    const password = pair === '' ? asText(entry.password) : pair.slice(colon + 1).replace(/\0+$/, '');
    const identity = asText(entry.identitytoken);
    if (identity !== undefined)
        return { kind: 'identity', username: username ?? '<token>', token: identity };
    return username === undefined || password === undefined || password === ''
        ? undefined
        : { kind: 'password', username, password };
}
/**
 * `docker-credential-<name> get`, with the registry on standard input
 * (https://github.com/docker/docker-credential-helpers). Without an answer the run goes on, and says so.
 */
async function askHelper(name, key, settings) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
        throw (0,errors/* usageFailure */.II)(`the Docker config names the credential helper ${JSON.stringify(name)}, which cannot be one`);
    }
    const program = `docker-credential-${name}`;
    const env = Object.fromEntries(Object.entries(settings.environment).filter((entry) => entry[1] !== undefined));
    try {
        const { exitCode, stdout, stderr } = await settings.execute(program, ['get'], {
            env,
            input: `${key}\n`,
            signal: settings.signal,
        });
        if (exitCode === 0) {
            const answer = docker_config_parse(stdout);
            // What it said is not shown: it may be a secret.
            if (!isObject(answer))
                settings.warn(`${program} answered something that is not a JSON object`);
            return readHelped(answer);
        }
        const said = `${stdout} ${stderr}`;
        if (!/credentials not found/i.test(said))
            settings.warn(`${program} failed: ${(0,http_words/* cleanLine */.Ow)(said) || `exit code ${exitCode}`}`);
    }
    catch (fault) {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        settings.warn(`${program}, which the Docker config names, could not be run: ${(0,http_words/* cleanLine */.Ow)(String(fault))}`);
    }
    return undefined;
}
function readHelped(value) {
    if (!isObject(value))
        return undefined;
    const username = asText(value.Username);
    const secret = asText(value.Secret);
    if (username === undefined || secret === undefined)
        return undefined;
    return username === '<token>'
        ? { kind: 'identity', username, token: secret }
        : { kind: 'password', username, password: secret };
}
function asText(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function docker_config_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/commands/registry-inputs.js




/** The inputs of every command that talks to a registry. */
const registryInputs = {
    registry: inputs_text({
        help: 'The registry: host or host:port. `http://` in front, or a loopback host, means plain HTTP.',
        placeholder: 'HOST',
        fallback: 'docker.io',
    }),
    namespace: inputs_text({
        help: 'The namespace (user, organization, project) that the images are in. On ghcr.io the owner, where it is left empty.',
        placeholder: 'NAME',
    }),
    username: inputs_text({
        help: 'The user name for the registry. Without username and password the Docker config is used (docker/login-action and the clouds’ login actions write it); without either, anonymous.',
        placeholder: 'NAME',
    }),
    password: secret({ help: 'The password, or better an access token, for the registry.' }),
};
/**
 * The credentials for a registry: those given, else those of the Docker config, else none; masked.
 * @throws Failure (usage) when only one half is given, or a name that Basic cannot carry.
 */
async function readCredentials(registry, { username, password }, context) {
    checkPair('username', username, 'password', password);
    const credentials = username !== undefined && password !== undefined
        ? { kind: 'password', username, password }
        : await dockerConfigCredentials(registry, { ...context, warn: context.log.warn });
    for (const hidden of secretsOf(credentials))
        context.log.secret(hidden);
    return credentials;
}
/** RFC 7617: the first colon ends the name. */
function checkPair(nameOfUser, user, nameOfSecret, given) {
    if (user !== undefined && given === undefined)
        throw (0,errors/* usageFailure */.II)(`${nameOfUser} is given, and ${nameOfSecret} is not`, `Give both, or neither.`);
    if (user === undefined && given !== undefined)
        throw (0,errors/* usageFailure */.II)(`${nameOfSecret} is given, and ${nameOfUser} is not`, `Give both, or neither.`);
    if (user?.includes(':'))
        throw (0,errors/* usageFailure */.II)(`${nameOfUser} has a colon in it, which no user name can have`);
}
function secretsOf(credentials) {
    if (credentials.kind === 'anonymous')
        return [];
    if (credentials.kind === 'bearer')
        return [credentials.token];
    const given = credentials.kind === 'password' ? credentials.password : credentials.token;
    return [given, basicHeader(credentials.username, given).replace('Basic ', '')];
}

;// CONCATENATED MODULE: ./build/src/commands/check/inputs.js



/** The inputs of `check`, in the order in which people meet them. */
const checkInputs = {
    repo: list({
        help: 'The source repository, or several: `name` or `owner/name`.',
        placeholder: 'NAME,…',
        fallbackHelp: 'the workflow’s own repository',
    }),
    ref: inputs_text({
        help: 'A branch, a tag (`develop`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`) or a commit SHA, full or short.',
        placeholder: 'REF',
        fallbackHelp: 'the workflow’s commit (on pull requests the head’s), in its own repository',
    }),
    source: choice(sourceKinds.map(({ name }) => name), { help: 'The kind of host that knows the commit.', fallback: 'github' }),
    owner: inputs_text({
        help: 'The workspace, organization, project or group that the source repository is in.',
        placeholder: 'NAME',
        fallbackHelp: 'the workflow’s owner',
    }),
    'source-url': inputs_text({
        help: 'The address of a self-hosted server, or, for `source: git`, the URL of the remote (https, ssh, http, file).',
        placeholder: 'URL',
        fallbackHelp: 'the public service; for `github` the workflow’s own server',
    }),
    'source-username': inputs_text({
        help: 'The user that goes with source-token, where one is needed: for a Bitbucket API token the e-mail of the Atlassian account.',
        placeholder: 'NAME',
    }),
    'source-token': secret({
        help: 'A token that may read the source repository.',
        fallbackHelp: 'for `github`, the workflow’s own token',
    }),
    ...registryInputs,
    image: inputs_text({
        help: 'The image’s name without tag, where it is not `registry/namespace/repo`.',
        placeholder: 'NAME',
    }),
    tag: inputs_text({
        help: 'How the commit becomes a tag: `{short-sha}` (7 digits), `{short-sha:N}`, `{sha}`, `{ref}` and text between.',
        placeholder: 'TEMPLATE',
        fallback: '{short-sha}',
    }),
    platforms: list({
        help: 'Platforms that the image must have to be ready: `linux/amd64, linux/arm64`.',
        placeholder: 'OS/ARCH,…',
    }),
    'verify-revision': inputs_boolean({
        help: 'Whether the image’s label (or annotation) `org.opencontainers.image.revision` must be the commit.',
        fallback: 'false',
    }),
    wait: duration({ help: 'How long to wait for the image to become ready.', fallback: '0s' }),
    'fail-if-not-ready': inputs_boolean({
        help: 'Whether an image that is not ready fails the step.',
        fallback: 'false',
        cliFallback: 'true',
    }),
    'build-workflow': inputs_text({
        help: 'Builds a missing image by dispatching this workflow of GitHub Actions: its file name or number.',
        placeholder: 'FILE',
    }),
    'build-repository': inputs_text({
        help: 'The GitHub repository, `owner/name`, that has the workflow.',
        placeholder: 'NAME',
        fallbackHelp: 'the workflow’s own repository',
    }),
    'build-ref': inputs_text({
        help: 'The branch or tag to dispatch the workflow at.',
        placeholder: 'REF',
        fallbackHelp: 'the ref itself when the build repository is the source repository, else the default branch',
    }),
    'build-inputs': lines({
        help: 'The inputs of the workflow, or the variables of a custom pipeline: a JSON object, or lines of `key=value`, with `{commit}`, `{short-sha}`, `{ref}`, `{repo}`, `{image}`, `{tag}` and `{build-id}` (a text that no other build has) filled in.',
        placeholder: 'KEY=VALUE',
    }),
    'build-token': secret({
        help: 'A token that may start and cancel the build: `actions: write` at GitHub, `pipeline:write` at Bitbucket.',
        fallbackHelp: '`source-token` when it is for the same host; for GitHub else the workflow’s own token',
    }),
    'build-pipeline': inputs_text({
        help: 'Builds a missing image by Bitbucket Pipelines, for that commit: `default`, or the name of a custom pipeline. One that runs already for the commit is joined.',
        placeholder: 'NAME',
    }),
    'build-command': inputs_text({
        help: 'Builds a missing image by this program with its arguments. Quotes count, there is no shell; the placeholders of build-inputs are filled in.',
        placeholder: 'COMMAND',
    }),
    'build-timeout': duration({ help: 'How long a build may take.', fallback: '30m' }),
    timeout: duration({
        help: 'The time for all of it.',
        fallbackHelp: '2 minutes more than `wait` and, with a build, `build-timeout`',
    }),
};

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/check/report.js


/** What a check has to say, for every face. */
function reportCheck({ outcomes, failIfNotReady }) {
    const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const unknown = outcomes.some(({ kind }) => kind === 'failed');
    const ready = outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready);
    const exitCode = failures[0]?.exitCode ?? (ready || !failIfNotReady ? 0 : 1);
    return {
        outputs: outputsOf(outcomes, unknown ? undefined : ready),
        json: jsonOf(outcomes, ready),
        summary: summaryOf(outcomes),
        table: { columns: ['status', 'image', 'ref', 'commit', 'digest'], rows: outcomes.map(rowOf) },
        headline: headlineOf(outcomes),
        failures,
        exitCode,
    };
}
/** @param ready undefined when it could not be found out for all: then the output is not set */
function outputsOf(outcomes, ready) {
    const [only] = outcomes.length === 1 ? outcomes : [];
    const single = only?.kind === 'checked' ? only : undefined;
    return {
        ...(ready === undefined ? {} : { ready: String(ready), status: ready ? 'ready' : 'not-ready' }),
        ...(single && { image: single.image, tag: single.tag, commit: single.commit }),
        ...(single && { digest: single.digest ?? '', pinned: single.pinned ?? '' }),
        ...(single && { 'build-url': single.build?.url ?? '', 'build-conclusion': single.build?.conclusion ?? '' }),
        results: JSON.stringify(outcomes.map(resultOf)),
    };
}
function resultOf(outcome) {
    const { name, refName } = outcome.target;
    const asked = { repository: name, reference: refName };
    if (outcome.kind === 'failed') {
        const { message, exitCode } = outcome.failure;
        return { ...asked, status: 'failed', error: message, 'exit-code': exitCode };
    }
    const { commit, image, tag, ready, digest, pinned, reason, build } = outcome;
    const built = build && { 'build-url': build.url, 'build-conclusion': build.conclusion };
    return {
        ...asked,
        commit,
        image,
        tag,
        ready,
        status: ready ? 'ready' : 'not-ready',
        digest,
        pinned,
        reason,
        ...built,
    };
}
/** Of one repository its result alone, so that `jq -r .image` works; of several a summary with the list. */
function jsonOf(outcomes, ready) {
    const results = outcomes.map((outcome) => ({ ...resultOf(outcome), 'build-image': builtImage(outcome) }));
    if (results.length === 1)
        return results[0];
    const failed = outcomes.some(({ kind }) => kind === 'failed');
    return failed ? { status: 'failed', results } : { ready, status: ready ? 'ready' : 'not-ready', results };
}
/** The image that was built for this check; null when none was. */
function builtImage(outcome) {
    return outcome.kind === 'checked' && outcome.build?.conclusion === 'success' ? outcome.image : null;
}
function headlineOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined)
        return sentenceOf(only);
    const waiting = outcomes.filter((outcome) => outcome.kind === 'checked' && !outcome.ready);
    const failed = outcomes.filter(({ kind }) => kind === 'failed');
    if (failed.length > 0)
        return `${failed.length} of ${outcomes.length} images could not be checked`;
    if (waiting.length === 0)
        return `all ${outcomes.length} images are ready`;
    return `${waiting.length} of ${outcomes.length} images are not ready: ${waiting.map(sentenceOf).join(', ')}`;
}
function sentenceOf(outcome) {
    if (outcome.kind === 'failed')
        return `the image of ${outcome.target.name} could not be checked`;
    return outcome.ready ? `${outcome.image} is ready` : `${outcome.image} is not ready: ${outcome.reason}`;
}
function rowOf(outcome) {
    const { name, refName } = outcome.target;
    if (outcome.kind === 'failed')
        return [{ text: 'failed', tone: 'bad' }, { text: name }, { text: refName }, { text: '' }, { text: '' }];
    const { ready, image, commit, digest } = outcome;
    const status = ready ? { text: 'ready', tone: 'good' } : { text: 'not ready', tone: 'bad' };
    return [
        status,
        { text: image },
        { text: refName },
        { text: commit.slice(0, 12) },
        { text: digest?.slice(0, 19) ?? '' },
    ];
}
const marks = { ready: '✅ ready', waiting: '❌ not ready', failed: '⚠️ unknown' };
function summaryOf(outcomes) {
    const builds = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.build !== undefined);
    const head = ['Status', 'Source repository', 'Ref', 'Commit', 'Image', ...(builds ? ['Build'] : [])].map(markdown/* plain */.pj);
    const rows = outcomes.map((outcome) => [...cellsOf(outcome), ...(builds ? [buildCell(outcome)] : [])]);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(headlineOf(outcomes))}`, (0,markdown/* table */.tp)([head, ...rows]), remarksOf(outcomes), detailsOf(outcomes));
}
function cellsOf(outcome) {
    const { sourceRepository, refName } = outcome.target;
    const asked = [(0,markdown/* code */.aY)(sourceRepository), (0,markdown/* code */.aY)(refName)];
    if (outcome.kind === 'failed')
        return [(0,markdown/* plain */.pj)(marks.failed), ...asked, (0,markdown/* plain */.pj)(''), (0,markdown/* plain */.pj)('')];
    const mark = outcome.ready ? marks.ready : marks.waiting;
    return [(0,markdown/* plain */.pj)(mark), ...asked, (0,markdown/* code */.aY)(outcome.commit.slice(0, 12)), (0,markdown/* code */.aY)(outcome.image)];
}
function buildCell(outcome) {
    if (outcome.kind === 'failed' || outcome.build === undefined)
        return (0,markdown/* plain */.pj)('');
    const { conclusion, url } = outcome.build;
    return url === undefined ? (0,markdown/* plain */.pj)(conclusion) : (0,markdown/* link */.nf)(conclusion || 'not known', url);
}
/** Why an image is not ready, and what failed with what to do about it. */
function remarksOf(outcomes) {
    const lines = outcomes.flatMap((outcome) => {
        if (outcome.failure !== undefined)
            return (0,failure/* explainFailures */.v)([outcome.failure]);
        return outcome.kind === 'failed' || outcome.ready || outcomes.length === 1 ? [] : [sentenceOf(outcome)];
    });
    const remarks = [...new Set(lines)].map((line) => `- ${(0,markdown/* plain */.pj)(line)}`);
    const linked = new Set(outcomes.map((outcome) => (outcome.kind === 'checked' ? outcome.build?.url : undefined)));
    const pages = (0,markdown/* pageList */.SV)(outcomes.flatMap(({ failure }) => failure?.pages ?? []).filter((page) => !linked.has(page)));
    return remarks.length === 0 ? pages : [...remarks, ...(pages === undefined ? [] : [pages])].join('\n');
}
function detailsOf(outcomes) {
    const rows = outcomes.flatMap((outcome) => outcome.kind === 'checked' && outcome.ready ? [[(0,markdown/* code */.aY)(outcome.commit), (0,markdown/* code */.aY)(outcome.pinned ?? '')]] : []);
    if (rows.length === 0)
        return undefined;
    return (0,markdown/* folded */.TM)('By digest', (0,markdown/* table */.tp)([[(0,markdown/* plain */.pj)('Commit'), (0,markdown/* plain */.pj)('Pinned: deploy this')], ...rows]));
}

;// CONCATENATED MODULE: ./build/src/commands/check/image.js



/**
 * The image of each source repository, in the same order: `image`, or `registry/namespace/repo` in lower case.
 * @throws Failure (usage) when a part of it is missing or makes no name.
 */
function planImages(inputs, repositories) {
    const registry = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    if (inputs.image === undefined)
        return repositories.map(({ owner, name }) => usualImage(inputs, registry, owner, name));
    if (repositories.length > 1) {
        const what = `image names one image, and repo names ${repositories.length} repositories`;
        throw (0,errors/* usageFailure */.II)(what, 'Leave image empty, or use one step for each.');
    }
    const image = (0,images_name/* parseImageName */["if"])(inputs.image, registry);
    if (image.tag !== undefined || image.digest !== undefined) {
        throw (0,errors/* usageFailure */.II)(`image ${JSON.stringify(inputs.image)} has a tag or a digest`, 'Give the name alone; how the tag is made is the input tag.');
    }
    checkRegistries(image.registry, registry, inputs);
    return [image];
}
function usualImage(inputs, registry, owner, name) {
    const { emptyNamespace } = profileOf(registry);
    const namespace = inputs.namespace ?? (emptyNamespace === 'owner' ? owner?.toLowerCase() : undefined);
    if (namespace === undefined && emptyNamespace !== 'none') {
        throw (0,errors/* usageFailure */.II)(`namespace is needed for images in ${registry.host}`, 'Give the user or organization that the image is pushed to, or the whole name as image.');
    }
    return (0,images_name/* repositoryName */.aR)(registry, namespace === undefined ? name.toLowerCase() : `${namespace}/${name.toLowerCase()}`);
}
/** `image` may bring its own registry, but never takes along the credentials that were given for another. */
function checkRegistries(ofImage, registry, inputs) {
    if (ofImage.host === registry.host)
        return;
    if (registry.host === 'docker.io' && inputs.username === undefined && inputs.password === undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`image is in ${ofImage.host}, and registry is ${registry.host}`, `username and password go to registry and nowhere else: write registry: ${ofImage.host}.`);
}

;// CONCATENATED MODULE: ./build/src/commands/check/targets.js






/**
 * Reads the inputs of a check together.
 * @throws Failure (usage) for the first that makes no sense.
 */
function planCheck(inputs, workflow) {
    const source = planSource(inputs, workflow);
    const images = planImages(inputs, source.repositories);
    checkTimes(inputs);
    return {
        source,
        template: parseTagTemplate(inputs.tag),
        platforms: inputs.platforms.map(parsePlatform),
        targets: images.map((image, at) => readTarget(inputs, source, at, image)),
    };
}
function readTarget(inputs, source, at, image) {
    const { owner, name } = source.repositories[at] ?? { owner: undefined, name: '' };
    const sourceRepository = owner === undefined ? name : `${owner}/${name}`;
    // GitHub's names are the same in lower and in upper case.
    const isOwn = source.workflow?.repository.toLowerCase() === sourceRepository.toLowerCase();
    const own = isOwn ? source.workflow : undefined;
    return { name, sourceRepository, ...readRef(inputs.ref, own, sourceRepository), image };
}
/** @param own the workflow, when this is its own repository */
function readRef(given, own, repository) {
    // `ref: ${{ github.ref }}` on a pull request is refs/pull/7/merge: the event knows the commit that is meant.
    if (own !== undefined && (given === undefined || (given === own.ref && given.startsWith('refs/pull/')))) {
        const sha = own.commit();
        return { ref: { kind: 'commit', sha }, refName: own.refName || sha, ...targets_kindOf(own) };
    }
    if (given === undefined) {
        throw (0,errors/* usageFailure */.II)(`ref is needed: the workflow’s commit is not one of ${repository}`, 'Give a branch, a tag or a commit SHA of that repository.');
    }
    const ref = parseRef(given);
    return { ref, refName: refName(ref) };
}
/** Of a pull request the head is a branch, of this repository or of a fork: not one that could be dispatched at. */
function targets_kindOf({ ref }) {
    if (ref.startsWith('refs/heads/'))
        return { refKind: 'branch' };
    return ref.startsWith('refs/tags/') ? { refKind: 'tag' } : {};
}
function checkTimes({ wait, timeout }) {
    if (timeout === undefined || timeout > wait)
        return;
    throw (0,errors/* usageFailure */.II)('timeout is not longer than wait', 'timeout is the time for all of it: give more, or leave it empty.');
}

;// CONCATENATED MODULE: ./build/src/commands/each.js
/** Does the work for each item, at most `atOnce` at a time, and gives the results in the order of the items. */
async function eachOf(items, atOnce, work) {
    const results = [];
    const waiting = items.entries();
    const worker = async () => {
        for (const [at, item] of waiting)
            results[at] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return results;
}

;// CONCATENATED MODULE: ./build/src/commands/check.js









const atOnce = 8;
const usualTime = 2 * 60_000;
/** The gate itself: ref → commit → image → is it there? And, when it is not and that was asked for: build it, look again. */
const check = {
    name: 'check',
    summary: 'Is the container image for this commit there? Resolves a ref, names the image, asks the registry, waits if told.',
    inputs: checkInputs,
    positional: ['repo', 'ref'],
    outputs: {
        ready: '`true` when the image is there and has all that was asked of it, else `false`; of several: when all are. Not set when it could not be found out.',
        status: '`ready` or `not-ready`.',
        image: 'The image with its tag: `loyaltolpi/saas-apigateway:660cbcf`. Like the following, only of a single `repo`.',
        tag: 'The tag alone.',
        digest: 'The digest of the manifest or index, when there is one.',
        pinned: 'The image by its digest, `name@sha256:…`: what to deploy. Only of an image that is ready.',
        commit: 'The full SHA of the commit.',
        'build-url': 'The page of the run or pipeline that was started or joined.',
        'build-conclusion': 'How it ended, `success` or another word of its host; empty when nothing was built.',
        results: 'A JSON array with one object for each `repo`, in order: `repository`, `reference`, `commit`, `image`, `tag`, `ready`, `status`, `digest`, `pinned`, `reason`, `build-url`, `build-conclusion`.',
    },
    timeout: (inputs) => inputs.timeout ?? inputs.wait + buildTime(inputs) + usualTime,
    run: runCheck,
    report: reportCheck,
};
function buildTime(inputs) {
    const builds = inputs['build-workflow'] ?? inputs['build-pipeline'] ?? inputs['build-command'];
    return builds === undefined ? 0 : inputs['build-timeout'];
}
/** First all looks, eight at a time; then the builds of what is missing, all at once. */
async function runCheck(inputs, context) {
    const plan = planCheck(inputs, context.workflow);
    const buildPlan = planBuild(inputs, plan, context.workflow);
    const source = createSource(plan, context);
    const registry = await createRegistry(plan, inputs, context);
    const builder = buildPlan?.create(builderSettings(inputs, context));
    if (buildPlan?.token !== undefined)
        hideToken(buildPlan.token, plan.source.username, context);
    const job = { plan, inputs, source, registry, context, firstWait: builder === undefined ? inputs.wait : 0 };
    const looked = await eachOf(plan.targets, atOnce, (target) => settle(target, context, () => checkOne(target, job)));
    if (builder === undefined)
        return { outcomes: looked, failIfNotReady: inputs['fail-if-not-ready'] };
    const outcomes = await Promise.all(looked.map((outcome) => {
        if (outcome.kind === 'failed' || outcome.ready)
            return outcome;
        return settle(outcome.target, context, () => buildOne(outcome, builder, job));
    }));
    return { outcomes, failIfNotReady: inputs['fail-if-not-ready'] };
}
function createSource({ source }, context) {
    const { kind, url, username, token } = source;
    if (token !== undefined)
        hideToken(token, username, context);
    return kind.create({ ...context, url, username, token });
}
/** All targets are in one registry: `image` names one, and `registry` is one. */
async function createRegistry({ targets: [first] }, inputs, context) {
    if (first === undefined)
        throw new Error('a plan without targets');
    const credentials = await readCredentials(first.image.registry, inputs, context);
    return connectRegistry(first.image.registry, {
        ...context,
        credentials,
        mask: context.log.secret,
        warn: context.log.warn,
    });
}
function builderSettings(inputs, context) {
    const { log, progress } = context;
    return {
        ...context,
        timeout: inputs['build-timeout'],
        info: log.info,
        detail: log.detail,
        warn: log.warn,
        group: log.group,
        progress: progress.update,
    };
}
function hideToken(token, username, { log }) {
    log.secret(token);
    log.secret(basicHeader(username ?? 'x-access-token', token).replace('Basic ', ''));
}

;// CONCATENATED MODULE: ./build/src/commands/command.js
/** Puts a command into a list; its own `run` and `report` keep what they know of their types. */
function anyCommand(command) {
    return command;
}

;// CONCATENATED MODULE: ./build/src/commands/index.js


/** Every command; the first is the root action. A new one is one file and one line here. */
const commands = [anyCommand(check)];


/***/ }),

/***/ 5070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   V: () => (/* binding */ environmentName)
/* harmony export */ });
/** `IMAGE_GATE_NAMESPACE`: where an input that was left empty takes its value from. */
function environmentName(input) {
    return `IMAGE_GATE_${input.toUpperCase().replaceAll('-', '_')}`;
}
/**
 * Reads all inputs: what was given, else the environment, else the fallback. Secrets are masked before anything else,
 * so that no error about another input can show one.
 * @throws Failure (usage) for the first that cannot be used.
 */
function readInputs(definitions, reader, log) {
    const names = Object.keys(definitions);
    const found = names.map((name) => ({ name, input: definitions[name], ...find(name, definitions[name], reader) }));
    for (const { input, text } of found) {
        if (input.type === 'secret' && text !== undefined)
            log.secret(text);
    }
    return Object.fromEntries(found.map(({ name, input, text, label }) => [name, text === undefined ? input.absent : input.read(text, label)]));
}
function find(name, input, reader) {
    const given = reader.given(name)?.trim();
    if (given)
        return { text: given, label: reader.label(name) };
    const variable = environmentName(name);
    const inherited = reader.environment[variable]?.trim();
    if (inherited)
        return { text: inherited, label: variable };
    const fallback = reader.face === 'cli' ? (input.cliFallback ?? input.fallback) : input.fallback;
    return { text: fallback, label: reader.label(name) };
}


/***/ }),

/***/ 8524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./build/src/version.js
var version = __webpack_require__(8009);
;// CONCATENATED MODULE: ./build/src/http/body.js
/** Thrown when a body is longer than we are willing to hold. */
class BodyTooLarge extends Error {
    limit;
    constructor(limit) {
        super(`the answer is longer than ${limit} bytes`);
        this.limit = limit;
        this.name = 'BodyTooLarge';
    }
}
/**
 * Reads a whole body of at most `limit` bytes; more destroys the stream.
 * @throws BodyTooLarge, and whatever the stream fails with: a body that is cut short is a failure, never a short body.
 */
async function readBody(stream, limit) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        size += chunk.length;
        if (size > limit) {
            stream.destroy();
            throw new BodyTooLarge(limit);
        }
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/src/http/tunnel.js




/** The proxy for this address by the environment (`https_proxy`, `no_proxy`, …), as every action of the toolkit finds it. */
function proxyOf(url) {
    const address = (0,lib/* getProxyUrl */.s_)(url.href);
    if (!address)
        return undefined;
    // `proxy.example.com:3128`, as curl takes it too, is not the scheme `proxy.example.com:`.
    return new URL(/^[a-z][a-z0-9+.-]*:\/\//.test(address) ? address : `http://${address}`);
}
/** The host and port of an address as sockets want them: without brackets, the port always a number. */
function endpointOf(url) {
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}
/** The header that signs in to a proxy whose address has a name and a password in it. */
function proxyAuthorization(proxy) {
    if (proxy.username === '')
        return {};
    const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
    return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
/**
 * A TLS connection to the host of an https address, through its proxy where it has one, ready for the first request.
 * @param closing ends it when it is aborted before it is ready
 */
async function connectTls(url, closing) {
    const { host, port } = endpointOf(url);
    const proxy = proxyOf(url);
    const path = proxy === undefined ? { host, port } : { socket: await openTunnel(proxy, host, port, closing) };
    return handshake(external_node_tls_.connect({ ...path, ...serverName(host) }), closing);
}
/** CONNECT (RFC 9110 §9.3.6): behind it the proxy sees neither paths nor headers. */
function openTunnel(proxy, host, port, closing) {
    const target = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
    return new Promise((resolve, reject) => {
        const request = (proxy.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request({
            ...endpointOf(proxy),
            method: 'CONNECT',
            path: target,
            headers: { host: target, ...proxyAuthorization(proxy) },
            agent: false,
            signal: closing,
        });
        const refuse = (answer) => {
            answer.destroy();
            reject(new Error(`the proxy ${proxy.host} answered ${answer.statusCode} to CONNECT ${target}`));
        };
        request.once('error', reject);
        request.once('response', refuse);
        request.once('connect', (answer, socket) => (answer.statusCode === 200 ? resolve(socket) : refuse(answer)));
        request.end();
    });
}
/** An address is no server name (RFC 6066 §3). */
function serverName(host) {
    return /^[\d.]+$|:/.test(host) ? {} : { servername: host };
}
function handshake(socket, closing) {
    return new Promise((resolve, reject) => {
        const stop = () => socket.destroy(closing.reason);
        closing.addEventListener('abort', stop, { once: true });
        socket.once('error', reject);
        if (closing.aborted)
            stop();
        socket.once('secureConnect', () => {
            socket.off('error', reject);
            closing.removeEventListener('abort', stop);
            // Idle until a request takes it over: an error then only means that the other side has hung up.
            socket.on('error', () => undefined);
            resolve(socket);
        });
    });
}

;// CONCATENATED MODULE: ./build/src/http/connections.js




/** Node takes `signal` out of what an agent gets to see; this goes through. */
const ending = Symbol('ending');
function createConnections() {
    const opened = new Map();
    const closing = new AbortController();
    // Each handshake under way listens to it; that is no leak.
    (0,external_node_events_.setMaxListeners)(0, closing.signal);
    const plain = new external_node_http_.Agent({ keepAlive: true });
    const secure = new external_node_https_.Agent({ keepAlive: true });
    const direct = secure.createConnection.bind(secure);
    Object.assign(secure, {
        createConnection(options, callback) {
            const url = originOf(String(options.host), Number(options.port));
            const ahead = opened.get(url.origin);
            opened.delete(url.origin);
            if (ahead === undefined && proxyOf(url) === undefined) {
                return direct(options, (fault, stream) => callback(fault, stream));
            }
            const pending = ahead?.catch(() => connectTls(url, closing.signal)) ?? connectTls(url, closing.signal);
            handOver(pending, options[ending], callback);
            return undefined;
        },
    });
    return {
        route(url, options, signal) {
            options.signal = signal;
            options[ending] = signal;
            options.host = endpointOf(url).host;
            options.agent = url.protocol === 'https:' ? secure : plain;
            const proxy = url.protocol === 'http:' ? proxyOf(url) : undefined;
            if (proxy === undefined)
                return;
            if (proxy.protocol !== 'http:')
                throw new Error(`the proxy ${proxy.host} for plain HTTP is not an http:// address`);
            // RFC 9112 §3.2.2: a plain HTTP request to a proxy names the whole address.
            Object.assign(options, { ...endpointOf(proxy), path: url.href });
            Object.assign(options.headers ?? {}, { host: url.host, ...proxyAuthorization(proxy) });
        },
        open(url) {
            if (url.protocol !== 'https:' || opened.has(url.origin))
                return;
            const pending = connectTls(url, closing.signal);
            opened.set(url.origin, pending);
            const forget = () => {
                if (opened.get(url.origin) === pending)
                    opened.delete(url.origin);
            };
            pending.then((socket) => socket.unref().once('close', forget), forget);
        },
        close() {
            closing.abort(new Error('the connections have been closed'));
            for (const pending of opened.values())
                pending.then((socket) => socket.destroy()).catch(() => undefined);
            opened.clear();
            plain.destroy();
            secure.destroy();
        },
    };
}
function originOf(host, port) {
    return new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`);
}
/**
 * Gives the connection to the request that asked for it. Node destroys a request that is aborted, but says so only when
 * its socket comes: so the end of the request is told here, and a socket that comes too late is closed.
 */
function handOver(pending, signal, callback) {
    let given = false;
    const give = (fault, socket) => {
        signal?.removeEventListener('abort', stop);
        if (given)
            socket?.destroy();
        else
            callback(fault, socket);
        given = true;
    };
    const stop = () => give(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal?.addEventListener('abort', stop, { once: true });
    pending.then((socket) => give(null, socket.ref()), give);
}

// EXTERNAL MODULE: external "node:util/types"
var types_ = __webpack_require__(3429);
// EXTERNAL MODULE: ./build/src/http/words.js
var http_words = __webpack_require__(2295);
;// CONCATENATED MODULE: ./build/src/http/faults.js


const certificateCodes = new Set([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** Reads Node's error (the code of its cause, where it has one) into words that a person can act on. */
function readFault(thrown) {
    const { code, message } = dig(thrown);
    const words = (0,http_words/* cleanLine */.Ow)(code !== undefined && !message.includes(code) ? `${message} (${code})` : message);
    if (code !== undefined && certificateCodes.has(code)) {
        return {
            words: `the server's certificate is not trusted: ${words}`,
            advice: 'For a private certificate authority, set NODE_EXTRA_CA_CERTS to its PEM file for this step.',
            permanent: true,
        };
    }
    if (code === 'EPROTO' || /wrong version number|packet length too long/i.test(message)) {
        return {
            words: `the server does not speak TLS here: ${/[a-z ]*wrong version number/i.exec(words)?.[0].trim() ?? words}`,
            advice: 'Check the port. For a registry without TLS write http:// in front of it.',
            permanent: true,
        };
    }
    if (code === 'ERR_INVALID_CHAR' || code?.startsWith('HPE_')) {
        return {
            words,
            advice: 'Check that the address is the service’s own: this is not the HTTP that was expected.',
            permanent: true,
        };
    }
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return {
            words: `the host's name cannot be resolved: ${words}`,
            advice: 'Check the name, the DNS and the proxy.',
            permanent: false,
        };
    }
    return {
        words,
        advice: 'Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and the service’s status page.',
        permanent: false,
    };
}
function dig(thrown) {
    // Not by instanceof alone: an error may come from another realm (a worker, a test's sandbox).
    if (!(thrown instanceof Error || (0,types_.isNativeError)(thrown)))
        return { code: undefined, message: String(thrown) };
    const inner = thrown.errors?.[0];
    if (inner !== undefined && thrown.message === '')
        return dig(inner);
    const { code } = thrown;
    return { code: typeof code === 'string' ? code : undefined, message: thrown.message || thrown.name };
}

// EXTERNAL MODULE: ./build/src/http/hosts.js
var http_hosts = __webpack_require__(1897);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
;// CONCATENATED MODULE: ./build/src/http/redirects.js


const statuses = new Set([301, 302, 303, 307, 308]);
/** Whether the answer points elsewhere, and the request is one that may go there: only reads do. */
function mayFollow(wanted, answer) {
    return (statuses.has(answer.status) &&
        (wanted.method === 'GET' || wanted.method === 'HEAD') &&
        answer.header('location') !== undefined);
}
/**
 * The request to where the answer points, without what belongs to the first host only.
 * @throws Failure (server) when it must not go there.
 */
function redirected(wanted, answer) {
    const location = answer.header('location') ?? '';
    const url = URL.canParse(location, answer.url.href) ? new URL(location, answer.url) : undefined;
    if (url === undefined)
        throw (0,message/* refusal */.x5)(wanted, 'it redirects to something that is no address');
    const objection = (0,origins/* objectionTo */.Dx)(url, answer.url);
    if (objection !== undefined)
        throw (0,message/* refusal */.x5)(wanted, `it redirects to ${url.origin}, and ${objection}`);
    const { authorization, ...others } = wanted.headers ?? {};
    const stays = authorization !== undefined && (0,origins/* sameOrigin */.Nm)(url, answer.url);
    return { ...wanted, url, headers: stays ? { ...others, authorization } : others };
}

// EXTERNAL MODULE: ./build/src/http/retry.js + 1 modules
var retry = __webpack_require__(4233);
;// CONCATENATED MODULE: ./build/src/http/http.js










const socketsPerHost = 8;
const tryTimeout = 30_000;
const defaultLimit = 16 * 1024 * 1024;
const redirectLimit = 5;
const userAgent = `image-gate/${version/* version */.r}`;
function createHttp(options) {
    const connections = createConnections();
    const hosts = (0,http_hosts/* createHosts */.q)(socketsPerHost);
    const random = options.random ?? Math.random;
    const pending = new Set();
    async function request(wanted) {
        const label = (0,message/* describe */.q0)(wanted);
        pending.add(label);
        try {
            return await follow(wanted);
        }
        finally {
            // When time has run out, what was pending then is what the message wants to name.
            if (!options.signal.aborted)
                pending.delete(label);
        }
    }
    async function follow(wanted) {
        let answer = await persist(wanted);
        for (let hop = 0; mayFollow(wanted, answer); hop += 1) {
            if (hop === redirectLimit)
                throw (0,message/* refusal */.x5)(wanted, `it redirects more than ${redirectLimit} times`);
            answer = { ...(await persist(redirected(wanted, answer))), redirectedFrom: wanted.url };
        }
        return answer;
    }
    /** One address, as often as the policy says. */
    async function persist(wanted) {
        const repeatable = wanted.repeatable ?? (wanted.method !== 'POST' && wanted.method !== 'PATCH');
        for (let attempt = 1;; attempt += 1) {
            const outcome = await tryOnce(wanted);
            const decision = repeatable
                ? (0,retry/* decideRetry */.t)(readOutcome(outcome), attempt, options.now(), random)
                : { again: false };
            if (!decision.again)
                return settle(wanted, outcome);
            const left = options.deadline.getTime() - options.now().getTime();
            if (decision.wait >= left) {
                return settle(wanted, outcome, `the next try would be in ${seconds(decision.wait)}, and only ${seconds(left)} are left`);
            }
            options.trace(`${(0,message/* describe */.q0)(wanted)}: again in ${seconds(decision.wait)}${decision.asked ? ', as the server asked' : ''}`);
            if (decision.asked)
                hosts.pause(wanted.url.host, decision.wait);
            else
                await (0,http_hosts/* sleep */.y)(decision.wait, options.signal);
        }
    }
    /** An answer, or the fault that kept it from coming. The end of the whole command is thrown at once. */
    async function tryOnce(wanted) {
        const leave = await hosts.enter(wanted.url.host, options.signal);
        const patience = AbortSignal.timeout(tryTimeout);
        const begun = performance.now();
        const note = (end) => options.trace(`${(0,message/* describe */.q0)(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
        try {
            const answer = await exchange(wanted, AbortSignal.any([options.signal, patience]));
            note(String(answer.status));
            return answer;
        }
        catch (fault) {
            if (options.signal.aborted)
                throw options.signal.reason;
            const told = patience.aborted ? new Error(`no answer within ${seconds(tryTimeout)}`) : fault;
            note(readFault(told).words);
            return { fault: told };
        }
        finally {
            leave();
        }
    }
    async function exchange(wanted, signal) {
        const route = {
            prepareRequest(prepared) {
                connections.route(wanted.url, prepared, signal);
            },
            canHandleAuthentication: () => false,
            handleAuthentication: () => Promise.reject(new Error('authentication is not handled here')),
        };
        const client = new lib/* HttpClient */.Qq(userAgent, [route], { allowRedirects: false, allowRetries: false });
        // Node says nothing of an answer that switches protocols (101), and closes: only the signal ends such a try.
        const sent = client.request(wanted.method, wanted.url.href, wanted.body ?? null, { ...wanted.headers });
        return readAnswer(await orEnded(sent, signal), wanted);
    }
    return { request, open: connections.open, pending: () => [...pending], close: connections.close };
}
async function orEnded(work, signal) {
    let stop = () => undefined;
    const ended = new Promise((_resolve, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
    });
    return Promise.race([work, ended]).finally(() => signal.removeEventListener('abort', stop));
}
async function readAnswer(sent, wanted) {
    const { headers, statusCode = 0 } = sent.message;
    const body = await readBody(sent.message, wanted.limit ?? defaultLimit);
    return {
        status: statusCode,
        header: (name) => headerValues(headers, name)[0],
        headerValues: (name) => headerValues(headers, name),
        body,
        url: wanted.url,
    };
}
function headerValues(headers, name) {
    const value = headers[name];
    if (value === undefined)
        return [];
    return Array.isArray(value) ? value : [value];
}
function readOutcome(tried) {
    if (!('fault' in tried))
        return { kind: 'answer', status: tried.status, header: tried.header };
    return { kind: 'fault', permanent: tried.fault instanceof BodyTooLarge || readFault(tried.fault).permanent };
}
/** The answer, with why it is the last one where that needs saying; or the fault, thrown. */
function settle(wanted, tried, note) {
    if (!('fault' in tried))
        return note === undefined ? tried : { ...tried, note };
    if (tried.fault instanceof BodyTooLarge)
        throw (0,message/* refusal */.x5)(wanted, tried.fault.message);
    const { words, advice, permanent } = readFault(tried.fault);
    const answered = note === undefined ? words : `${words}; ${note}`;
    throw new errors/* Failure */.HR('network', { asked: (0,message/* describe */.q0)(wanted), answered, advice, permanent, cause: tried.fault });
}
function seconds(milliseconds) {
    return `${Math.max(0, Math.round(milliseconds / 100) / 10)} s`;
}

// EXTERNAL MODULE: ./build/src/polling.js
var polling = __webpack_require__(278);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/src/processes.js

/** By @actions/exec, which is loaded at the first use only. */
const execute = async (program, args, { env, input, signal, onLine }) => {
    const { getExecOutput } = await __webpack_require__.e(/* import() */ 260).then(__webpack_require__.bind(__webpack_require__, 1260));
    signal.throwIfAborted();
    process.on('uncaughtException', ignoreUnreadInput);
    const [stdout, stderr] = [linesTo(onLine), linesTo(onLine)];
    let stop = () => undefined;
    try {
        const stopped = new Promise((_resolve, reject) => {
            stop = () => reject(signal.reason);
            signal.addEventListener('abort', stop, { once: true });
        });
        const running = getExecOutput(`"${program.replaceAll('"', '\\"')}"`, [...args], {
            env: { ...env },
            silent: true,
            ignoreReturnCode: true,
            input: input === undefined ? noInput : Buffer.from(input),
            listeners: { stdout: stdout.write, stderr: stderr.write },
        });
        const result = await Promise.race([running, stopped]);
        stdout.end();
        stderr.end();
        return result;
    }
    finally {
        signal.removeEventListener('abort', stop);
        process.off('uncaughtException', ignoreUnreadInput);
    }
};
/**
 * What `stdin.end` gets where there is no input. Without any, @actions/exec leaves the standard input open, and a program
 * that reads it waits for ever; an empty Buffer would be written, which fails when the program has ended already.
 */
const noInput = (() => undefined);
/** Lines of bytes that come in parts. The lines of @actions/exec lack the last one, where it has no end of its own. */
function linesTo(onLine = () => undefined) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let rest = '';
    return {
        write(part) {
            const lines = (rest + decoder.write(part)).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines)
                onLine(line.replace(/\r$/, ''));
        },
        end() {
            rest += decoder.end();
            if (rest !== '')
                onLine(rest);
        },
    };
}
/** A program may end without reading its input. @actions/exec does not listen for that error, which would end us. */
function ignoreUnreadInput(fault) {
    if (fault.code !== 'EPIPE' || fault.syscall !== 'write')
        throw fault;
}

// EXTERNAL MODULE: ./build/src/timers.js
var timers = __webpack_require__(9455);
;// CONCATENATED MODULE: ./build/src/commands/run.js






/**
 * How long farewells may take, in milliseconds: GitHub's runner gives a step 7.5 s between SIGINT and SIGTERM, and the
 * summary must still be written.
 */
const farewellTime = 5000;
/**
 * Runs a command with its inputs, within its time, until a SIGINT or SIGTERM.
 * @throws Failure, and what was not foreseen.
 */
async function runCommand(command, inputs, settings) {
    const milliseconds = command.timeout(inputs);
    const stop = new AbortController();
    // Many requests may wait for this one signal; that is no leak.
    (0,external_node_events_.setMaxListeners)(0, stop.signal);
    const http = clientFor(stop.signal, milliseconds, settings.log);
    const farewells = createFarewells(settings.log);
    const callOff = (0,timers/* after */.P)(milliseconds, () => stop.abort(timeIsUp(command, milliseconds, http.pending())));
    const release = onSignals((signal) => stop.abort(cancelled(command, signal, http.pending())));
    try {
        const context = {
            ...settings,
            environment: forOthers(settings.environment),
            http,
            signal: stop.signal,
            now: () => new Date(),
            execute: execute,
            onStop: farewells.register,
        };
        return command.report(await command.run(inputs, context));
    }
    catch (thrown) {
        if (thrown !== stop.signal.reason || !(thrown instanceof errors/* Failure */.HR))
            throw thrown;
        throw withFarewells(thrown, await farewells.say());
    }
    finally {
        callOff();
        release();
        settings.progress.end();
        http.close();
    }
}
function clientFor(signal, milliseconds, log) {
    return createHttp({
        signal,
        deadline: new Date(Date.now() + milliseconds),
        now: () => new Date(),
        trace: log.detail,
    });
}
/** What other programs inherit: not the inputs, among which are secrets that are not theirs. */
function forOthers(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:INPUT|IMAGE_GATE)_/.test(name)));
}
function createFarewells(log) {
    const farewells = new Set();
    return {
        register(farewell) {
            farewells.add(farewell);
            return () => void farewells.delete(farewell);
        },
        async say() {
            const http = clientFor(AbortSignal.timeout(farewellTime), farewellTime, log);
            const said = await Promise.allSettled([...farewells].map((farewell) => farewell(http)));
            http.close();
            return said.map((one) => (one.status === 'fulfilled' ? one.value : `it could not be put right: ${one.reason}`));
        },
    };
}
function withFarewells(failure, lines) {
    if (lines.length === 0)
        return failure;
    return new errors/* Failure */.HR(failure.kind, {
        asked: '',
        answered: `${failure.message}; ${lines.join('; ')}`,
        advice: failure.advice,
        // The lines are our own words around the page of a build.
        pages: lines.flatMap((line) => line.match(/https?:\/\/[^\s,;]+/g) ?? []),
        cause: failure.cause,
    });
}
function timeIsUp(command, milliseconds, pending) {
    return new errors/* Failure */.HR('timeout', {
        asked: command.name,
        answered: `time ran out after ${milliseconds < 10_000 ? `${milliseconds / 1000} s` : (0,polling/* formatDuration */.a)(milliseconds)}${waitingFor(pending)}`,
        advice: 'Give it more time with the input timeout, or find out why the server is slow.',
    });
}
function cancelled(command, signal, pending) {
    return new errors/* Failure */.HR('cancelled', { asked: command.name, answered: `cancelled by ${signal}${waitingFor(pending)}` });
}
function waitingFor(pending) {
    return pending.length === 0 ? '' : `, waiting for ${pending.slice(0, 3).join(', ')}`;
}
/** Calls back on the first signal; a second one ends the process at once, as everybody expects. */
function onSignals(callback) {
    const signals = ['SIGINT', 'SIGTERM'];
    for (const signal of signals)
        process.once(signal, callback);
    return () => {
        for (const signal of signals)
            process.removeListener(signal, callback);
    };
}


/***/ }),

/***/ 9422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/** The word of the list that was most probably meant: at most a third of its letters differ; undefined when none is near. */
function suggest(given, words) {
    const ranked = words
        .map((word) => ({ word, distance: distance(given.toLowerCase(), word.toLowerCase()) }))
        .filter(({ word, distance: far }) => far <= Math.max(1, Math.floor(word.length / 3)))
        .sort((one, other) => one.distance - other.distance);
    return ranked[0]?.word;
}
/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
function distance(one, other) {
    const rows = Array.from({ length: one.length + 1 }, (_, at) => [at, ...Array(other.length).fill(0)]);
    rows[0] = Array.from({ length: other.length + 1 }, (_, at) => at);
    const cell = (row, column) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
    for (let row = 1; row <= one.length; row += 1) {
        for (let column = 1; column <= other.length; column += 1) {
            const same = one[row - 1] === other[column - 1] ? 0 : 1;
            const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
            const best = Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + same, swapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY);
            (rows[row] ?? [])[column] = best;
        }
    }
    return cell(one.length, other.length);
}


/***/ }),

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   II: () => (/* binding */ usageFailure),
/* harmony export */   h_: () => (/* binding */ asFailure)
/* harmony export */ });
const exitCodes = {
    usage: 1,
    authentication: 2,
    'not-found': 3,
    denied: 4,
    server: 5,
    network: 6,
    timeout: 6,
    unsupported: 7,
    build: 1,
    cancelled: 130,
};
/** A fault that was foreseen: it says what was asked, what came back and what to do next, and has an exit code. */
class Failure extends Error {
    kind;
    exitCode;
    advice;
    pages;
    permanent;
    constructor(kind, parts) {
        super(parts.asked === '' ? parts.answered : `${parts.asked}: ${parts.answered}`, { cause: parts.cause });
        this.name = 'Failure';
        this.kind = kind;
        this.exitCode = exitCodes[kind];
        this.advice = parts.advice;
        this.pages = parts.pages ?? [];
        this.permanent = parts.permanent ?? false;
    }
}
/** An input that cannot be used. Thrown before anything is asked of anybody. */
function usageFailure(what, advice) {
    return new Failure('usage', { asked: '', answered: what, advice });
}
/** Any thrown value as a Failure; what was not foreseen is a fault of this program and keeps its stack as the cause. */
function asFailure(thrown) {
    if (thrown instanceof Failure)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new Failure('server', {
        asked: 'Unexpected fault',
        answered: message,
        advice: 'This is a defect of Image Gate: please report it with the log of a run with debug logging on (--verbose).',
        cause: thrown,
    });
}


/***/ }),

/***/ 1897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ createHosts),
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
/* harmony import */ var _timers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9455);

/** @param places requests at a time to one host */
function createHosts(places) {
    const hosts = new Map();
    const find = (name) => {
        const known = hosts.get(name) ?? { free: places, pausedUntil: 0, queue: new Set() };
        hosts.set(name, known);
        return known;
    };
    return {
        async enter(name, signal) {
            const host = find(name);
            await takePlace(host, signal);
            const leave = once(() => givePlace(host));
            try {
                for (let rest = host.pausedUntil - performance.now(); rest > 0; rest = host.pausedUntil - performance.now()) {
                    await sleep(rest, signal);
                }
            }
            catch (fault) {
                leave();
                throw fault;
            }
            return leave;
        },
        pause(name, milliseconds) {
            const host = find(name);
            host.pausedUntil = Math.max(host.pausedUntil, performance.now() + milliseconds);
        },
    };
}
/** Waits so many milliseconds; rejects with the signal's reason as soon as it is aborted. */
function sleep(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject(signal.reason);
        const stop = () => {
            callOff();
            reject(signal.reason);
        };
        const callOff = (0,_timers_js__WEBPACK_IMPORTED_MODULE_0__/* .after */ .P)(milliseconds, () => {
            signal.removeEventListener('abort', stop);
            resolve();
        });
        signal.addEventListener('abort', stop, { once: true });
    });
}
function takePlace(host, signal) {
    if (signal.aborted)
        return Promise.reject(signal.reason);
    if (host.free > 0) {
        host.free -= 1;
        return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
        const called = () => {
            signal.removeEventListener('abort', stop);
            resolve();
        };
        const stop = () => {
            host.queue.delete(called);
            reject(signal.reason);
        };
        host.queue.add(called);
        signal.addEventListener('abort', stop, { once: true });
    });
}
function givePlace(host) {
    const [next] = host.queue;
    if (next === undefined) {
        host.free += 1;
        return;
    }
    host.queue.delete(next);
    next();
}
function once(action) {
    let done = false;
    return () => {
        if (!done)
            action();
        done = true;
    };
}


/***/ }),

/***/ 3833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

/** Method and address, without the query: it may hold what nobody needs to read. */
function describe(request) {
    return `${request.method} ${request.url.origin}${request.url.pathname}`;
}
/** An answer that must not be used, whoever gave it. */
function refusal(wanted, answered) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked: describe(wanted),
        answered,
        advice: 'Check that the address is the service’s own.',
    });
}
/** Encodes each part of a path and keeps the slashes between them. */
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}


/***/ }),

/***/ 265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ objectionTo),
/* harmony export */   Nm: () => (/* binding */ sameOrigin)
/* harmony export */ });
/* unused harmony export isPrivate */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);


/** Whether both addresses are the same origin: scheme, host and port. */
function sameOrigin(one, other) {
    return one.origin === other.origin;
}
/** Whether the host is this machine or an address that only means something inside a private network. */
function isPrivate(url) {
    // The dot at the end of a whole name (`localhost.`) changes nothing.
    const name = url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
    if ((0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(name))
        return true;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) === 6)
        return /^(?:::1?$|f[cd]|fe[89ab]|::ffff:)/.test(name);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(name) !== 4)
        return false;
    const [first = 0, second = 0] = name.split('.').map(Number);
    return (first === 0 ||
        first === 10 ||
        first === 127 ||
        (first === 169 && second === 254) ||
        (first === 172 && second >= 16 && second <= 31) ||
        (first === 192 && second === 168) ||
        (first === 100 && second >= 64 && second <= 127));
}
/**
 * Why an address that a server named (a redirect, a token realm, a next page) must not be used; undefined when it may be.
 * It may not leave https for another host's plain HTTP, and a public host may not send us into a private network.
 */
function objectionTo(target, from) {
    if (target.protocol !== 'https:' && target.protocol !== 'http:')
        return `it is a ${target.protocol} address`;
    if (target.username !== '' || target.password !== '')
        return 'it has credentials in it';
    if (sameOrigin(target, from))
        return undefined;
    if (target.protocol === 'http:' && !(from.protocol === 'http:' && target.hostname === from.hostname)) {
        return 'it is plain HTTP on another host';
    }
    if (isPrivate(target) && !isPrivate(from))
        return 'it leads into a private network';
    return undefined;
}


/***/ }),

/***/ 4233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ decideRetry),
  S: () => (/* binding */ isLimit)
});

;// CONCATENATED MODULE: ./build/src/http/retry-after.js
/** A number this large is a moment (unix seconds), not a delay: Docker Hub's X-Retry-After, GitHub's x-ratelimit-reset. */
const momentsBeginAt = 1_000_000_000;
/**
 * How long the server asks to be left alone, in milliseconds from now; undefined when it does not say.
 * Takes `Retry-After` as seconds or as an HTTP date, `X-Retry-After` as a unix time or seconds, and the
 * `x-ratelimit-reset` of a limit that is used up. Dates are measured against the server's own `Date`,
 * so that a clock that is off here does no harm. A moment that is past means 0.
 */
function retryAfter(header, now) {
    const serverNow = parseDate(header('date')) ?? now.getTime();
    return (delayOf(header('retry-after'), serverNow) ??
        delayOf(header('x-retry-after'), serverNow) ??
        (limitIsUsedUp(header) ? delayOf(header('x-ratelimit-reset'), serverNow) : undefined));
}
/** GitHub and Docker Hub answer 403 or 429 with a remaining count of 0 when a limit is used up. */
function limitIsUsedUp(header) {
    return header('x-ratelimit-remaining')?.trim() === '0';
}
function delayOf(value, serverNow) {
    if (value === undefined)
        return undefined;
    const text = value.trim();
    if (/^\d{1,15}(?:\.\d+)?$/.test(text)) {
        const number = Number(text);
        return Math.max(0, number >= momentsBeginAt ? number * 1000 - serverNow : number * 1000);
    }
    const moment = parseDate(text);
    return moment === undefined ? undefined : Math.max(0, moment - serverNow);
}
/** An HTTP date (RFC 9110 §5.6.7, the preferred form and the two old ones) as milliseconds since 1970. */
function parseDate(text) {
    if (text === undefined || !/^[A-Za-z]{3,9}[, ]/.test(text))
        return undefined;
    // The form of asctime has no zone, and means GMT.
    const moment = Date.parse(/GMT$/i.test(text.trim()) ? text : `${text} GMT`);
    return Number.isNaN(moment) ? undefined : moment;
}

;// CONCATENATED MODULE: ./build/src/http/retry.js

const retriedStatuses = new Set([408, 429, 500, 502, 503, 504]);
/** Milliseconds before the second try; each further wait is twice the one before. */
const firstWait = { fault: 300, limit: 1000 };
const tries = { fault: 4, limit: 6 };
/** The part of a wait that chance may add, so that many clients do not come back at once. */
const jitter = 0.25;
/**
 * Whether to try again after try number `attempt` (from 1), and when. Limits (429, and GitHub's 403) are given more
 * patience than faults: they pass. The wait is only ever longer than what the server asked for.
 * @param random from 0 to 1
 */
function decideRetry(outcome, attempt, now, random) {
    const cause = retryCause(outcome);
    if (cause === undefined || attempt >= tries[cause])
        return { again: false };
    const own = firstWait[cause] * 2 ** (attempt - 1);
    const asked = outcome.kind === 'answer' ? retryAfter(outcome.header, now) : undefined;
    const wait = Math.max(own, asked ?? 0) + own * jitter * random();
    return { again: true, wait: Math.ceil(wait), asked: asked !== undefined };
}
function retryCause(outcome) {
    if (outcome.kind === 'fault')
        return outcome.permanent ? undefined : 'fault';
    if (isLimit(outcome.status, outcome.header))
        return 'limit';
    return retriedStatuses.has(outcome.status) ? 'fault' : undefined;
}
/** Whether this answer is about a limit, and not about rights: 429, or a 403 that says when to come back (GitHub). */
function isLimit(status, header) {
    return status === 429 || (status === 403 && (limitIsUsedUp(header) || header('retry-after') !== undefined));
}


/***/ }),

/***/ 2295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ cleanLine),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   lZ: () => (/* binding */ serverWords)
/* harmony export */ });
const longest = 300;
/**
 * Makes text from outside fit for one line of a log: no control characters, no terminal sequences, no line breaks,
 * no more than 300 characters, and nothing that the runner reads as one of its commands (`::x::` at the start, `##[x]` anywhere).
 */
function cleanLine(text, limit = longest) {
    const flat = text
        .replace(/(?![\n\r\t])\p{Cc}\[[0-9;?]*[ -/]*[@-~]/gu, '')
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .replaceAll('##[', '# #[')
        .replace(/^[\s:]*::/, '')
        .trim();
    return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`;
}
/**
 * The server's own words in an answer, as one clean line; undefined when it gave none. Knows the error bodies of OCI
 * registries, Docker Hub, GitHub, GitLab, Gitea and both Bitbuckets, and says "an HTML page" of a page.
 */
function serverWords(body, contentType) {
    const text = Buffer.from(body.subarray(0, 16_384)).toString('utf8');
    if (text.trim() === '')
        return undefined;
    if (isHtml(text, contentType)) {
        const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1];
        const shown = title === undefined ? '' : cleanLine(title, 80);
        return shown === '' ? 'an HTML page' : `an HTML page titled “${shown}”`;
    }
    const words = wordsOf(parse(text)) ?? (text.trimStart().startsWith('{') ? undefined : text);
    return words === undefined ? undefined : `“${cleanLine(words)}”`;
}
/** Whether this is a web page, by its type or its first bytes. */
function isHtml(text, contentType) {
    return /^\s*(?:text\/html|application\/xhtml)/i.test(contentType ?? '') || /^\s*<(?:!doctype html|html)/i.test(text);
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** `{errors:[{code,message}]}`, `{error:{message}}`, `{error_description}`, `{message}`, `{detail}`, `{details}`, `{error}`. */
function wordsOf(value) {
    if (typeof value === 'string')
        return value.trim() === '' ? undefined : value;
    if (typeof value !== 'object' || value === null)
        return undefined;
    const { errors, error, code, message, error_description, detail, details } = value;
    const first = Array.isArray(errors) ? wordsOf(errors[0]) : undefined;
    if (first !== undefined)
        return first;
    // Bitbucket: the message is the kind of failure, the detail says what it is.
    if (code === undefined && isText(message) && isText(detail))
        return `${message}: ${detail}`;
    const said = [error_description, message, detail, details, error].map(wordsOf).find((words) => words !== undefined);
    return typeof code === 'string' && said !== undefined
        ? `${code}: ${said}`
        : (said ?? (typeof code === 'string' ? code : undefined));
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

/** `sha256:` and 64, or `sha512:` and 128 lower-case hexadecimal digits (the registered algorithms of the OCI image specification). */
const grammar = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
/** Whether the text is a digest that this product can verify. */
function isDigest(text) {
    return grammar.test(text);
}
/** The digest of these bytes, by the algorithm of `like` (default sha256). */
function digestOf(bytes, like = 'sha256:') {
    const algorithm = like.startsWith('sha512:') ? 'sha512' : 'sha256';
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex')}`;
}


/***/ }),

/***/ 6093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   "if": () => (/* binding */ parseImageName),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   vy: () => (/* binding */ formatImage)
/* harmony export */ });
/* unused harmony export formatRepository */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2970);


const dockerHubAliases = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);
const hostGrammar = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?$/;
/** OCI distribution specification, "pulling manifests". */
const pathGrammar = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tagGrammar = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
const nameLimit = 255;
/** Whether the text is a legal tag (OCI distribution specification: 1 to 128 characters). */
function isTag(text) {
    return tagGrammar.test(text);
}
/** Whether the host means this very machine: `localhost`, 127.0.0.0/8, `[::1]`. Expects `host[:port]`. */
function isLoopback(host) {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    return name === 'localhost' || name.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(name) || name === '[::1]';
}
/**
 * Reads a registry: `ghcr.io`, `localhost:5000`, `http://registry.lan:5000`, `https://registry.example.com/`.
 * @throws Failure (usage) for anything else.
 */
function parseRegistry(text) {
    const scheme = /^(https?):\/\//i.exec(text);
    const host = text
        .slice(scheme?.[0].length ?? 0)
        .replace(/\/(?:v[12]\/?)?$/, '')
        .toLowerCase();
    const port = hostGrammar.exec(host)?.[1];
    // What looks like an address must be one (999.1.1.1, [:]): only URL knows all of that.
    const legal = hostGrammar.test(host) && URL.canParse(`https://${host}`);
    if (!legal || Number(port ?? 1) < 1) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`registry ${JSON.stringify(text)} is not a registry's host`, 'Write host or host:port, for example docker.io, ghcr.io or registry.example.com:5000.');
    }
    if (!/[.:]/.test(host) && host !== 'localhost') {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`registry ${JSON.stringify(text)} would be read as a part of an image's name`, `Every tool takes a first part without a dot or a port for a namespace: write ${host}:443, or its full name.`);
    }
    if (dockerHubAliases.has(host))
        return { host: 'docker.io', plainHttp: false };
    return { host, plainHttp: scheme ? scheme[1]?.toLowerCase() === 'http' : isLoopback(host) };
}
/**
 * Puts a repository together from a registry and a path, and checks the path's grammar.
 * @throws Failure (usage) naming the part that is wrong.
 */
function repositoryName(registry, path) {
    if (!pathGrammar.test(path)) {
        const lower = path.toLowerCase();
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(path)} is not an image's name`, lower !== path && pathGrammar.test(lower)
            ? `Names of images are lower case: write ${JSON.stringify(lower)}.`
            : 'A name has lower-case letters, digits and single separators (. _ - /): acme/app.');
    }
    const whole = registry.host === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
    if (registry.host.length + 1 + whole.length > nameLimit) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`the image's name ${JSON.stringify(path)} is longer than ${nameLimit} characters with its registry`);
    }
    return { registry, path: whole };
}
/**
 * Reads `[registry/]path[:tag][@digest]`. As in Docker, a first part with a dot or a colon, or `localhost`, is a registry.
 * @param home the registry of names that have none in front
 * @throws Failure (usage) naming the part that is wrong.
 */
function parseImageName(text, home) {
    const at = text.indexOf('@');
    const digest = at < 0 ? undefined : text.slice(at + 1);
    if (digest !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .B)(digest)) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} ends in ${JSON.stringify(digest)}, which is not a digest`);
    }
    const named = at < 0 ? text : text.slice(0, at);
    const colon = named.lastIndexOf(':');
    const tag = colon > named.lastIndexOf('/') ? named.slice(colon + 1) : undefined;
    if (tag !== undefined && !isTag(tag)) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} ends in ${JSON.stringify(tag)}, which is not a tag`);
    }
    const path = tag === undefined ? named : named.slice(0, colon);
    const slash = path.indexOf('/');
    const first = path.slice(0, Math.max(slash, 0));
    const repository = namesRegistry(first)
        ? repositoryName(inheritScheme(parseRegistry(first), home), path.slice(slash + 1))
        : repositoryName(home, path);
    return { ...repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
/** Docker's rule for the part before the first slash. */
function namesRegistry(first) {
    return /[.:]/.test(first) || first.toLowerCase() === 'localhost';
}
/** `image: registry.lan:5000/app` beside `registry: http://registry.lan:5000` is the same registry, plain HTTP too. */
function inheritScheme(registry, home) {
    return registry.host === home.host ? home : registry;
}
/** The repository as people write it: without `docker.io` and `library/`, where it reads back as the same without them. */
function formatRepository(repository) {
    if (repository.registry.host !== 'docker.io')
        return `${repository.registry.host}/${repository.path}`;
    const [first = '', ...rest] = repository.path.split('/');
    if (first === 'library' && rest.length === 1)
        return rest.join('/');
    return namesRegistry(first) ? `docker.io/${repository.path}` : repository.path;
}
/** `name[:tag][@digest]` as people write it. */
function formatImage(image) {
    return `${formatRepository(image)}${image.tag === undefined ? '' : `:${image.tag}`}${image.digest === undefined ? '' : `@${image.digest}`}`;
}


/***/ }),

/***/ 278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration),
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _http_hosts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1897);


/**
 * Asks until the answer is done, or until the time is over; then once more. While there is time, a server or a network
 * that fails does not end it; a failure of the last try is thrown, and so is one that will not pass.
 * @returns the last answer, done or not
 */
async function poll(ask, options) {
    const { wait, pauses, signal } = options;
    const begun = options.now().getTime();
    const left = () => begun + wait - options.now().getTime();
    for (let pause = pauses.first;; pause = Math.min(pauses.longest, pause * pauses.growth)) {
        const isLast = left() <= 0;
        let failure;
        const value = await ask().catch((thrown) => {
            if (isLast || signal.aborted || !mayPass(thrown))
                throw thrown;
            failure = thrown;
            return undefined;
        });
        if (value !== undefined && (isLast || options.isDone(value)))
            return value;
        options.onPending(value, options.now().getTime() - begun, failure);
        await (0,_http_hosts_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(Math.max(0, Math.min(pause, left())), signal);
    }
}
/** A defect of our own does not pass, nor does what would be the same a minute later. */
function mayPass(thrown) {
    return thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && !thrown.permanent && (thrown.kind === 'server' || thrown.kind === 'network');
}
/** Milliseconds as people say them: `45 s`, `65 m`, `2 h 5 m`. */
function formatDuration(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 120)
        return `${minutes} m`;
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
}


/***/ }),

/***/ 1495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ failureTitles),
/* harmony export */   v: () => (/* binding */ explainFailures)
/* harmony export */ });
/** The kinds of failure as the title of an annotation. */
const failureTitles = {
    usage: 'wrong usage',
    authentication: 'authentication failed',
    'not-found': 'not found',
    denied: 'permission denied',
    server: 'the server failed',
    network: 'the network failed',
    timeout: 'time ran out',
    unsupported: 'not supported',
    build: 'the build failed',
    cancelled: 'cancelled',
};
/** What went wrong and what to do about it, as lines; several failures one after the other, the same one once. */
function explainFailures(failures) {
    const lines = failures.flatMap(({ message, advice }) => [
        message,
        ...(advice === undefined ? [] : [`What to do: ${advice}`]),
    ]);
    return [...new Set(lines)];
}


/***/ }),

/***/ 509:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ createGroups)
/* harmony export */ });
/**
 * Keeps parts of a log apart that are written at the same time: the first shows its lines as they come, the others are
 * kept back, and shown whole when the one before has ended.
 */
function createGroups(target) {
    const parts = [];
    const show = (part) => {
        target.open(part.title);
        for (const text of part.lines)
            target.line(text);
    };
    return (title) => {
        const part = { title, lines: [], ended: false };
        parts.push(part);
        if (parts[0] === part)
            show(part);
        return {
            line(text) {
                if (parts[0] === part)
                    target.line(text);
                else
                    part.lines.push(text);
            },
            end() {
                part.ended = true;
                while (parts[0]?.ended) {
                    target.close();
                    parts.shift();
                    if (parts[0])
                        show(parts[0]);
                }
            },
        };
    };
}


/***/ }),

/***/ 364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SV: () => (/* binding */ pageList),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   qN: () => (/* binding */ paragraphs),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   wD: () => (/* binding */ markdown),
/* harmony export */   y3: () => (/* binding */ capMarkdown)
/* harmony export */ });
/** Puts Markdown together: the literal parts are taken as they are, strings are escaped, Markdown is not escaped again. */
function markdown(parts, ...values) {
    return parts.reduce((text, part, at) => text + part + (at < values.length ? String(values[at]) : ''), '');
}
/** Any text, so that it reads as itself: no markup, no HTML, no link, no mention, no table cell that ends early. */
function plain(text) {
    return text
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[!"#$%'()*+,\-./:=?@[\\\]^_`{|}~]/g, '\\$&');
}
/** Text in the type of code. HTML, because a code span of Markdown cannot hold every character. */
function code(text) {
    return text === '' ? '' : `<code>${plain(text)}</code>`;
}
/** A link to a web page; anything but http(s) becomes its text alone. */
function link(text, url) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        return plain(text);
    return `<a href="${new URL(url).href.replace(/[&"'<>`|\\]/g, (found) => `&#${found.charCodeAt(0)};`)}">${plain(text)}</a>`;
}
/** Links to pages, one a line of a list; undefined when there are none. */
function pageList(pages) {
    return pages.length === 0
        ? undefined
        : [...new Set(pages)].map((page) => `- ${link(page, page)}`).join('\n');
}
/** A table; the first row is its head. */
function table(rows) {
    const [head = [], ...body] = rows;
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...body.map(line)].join('\n');
}
/** A part that is folded until somebody opens it. */
function folded(title, content) {
    return `<details><summary>${plain(title)}</summary>\n\n${content}\n\n</details>`;
}
/** Paragraphs, with a blank line between. */
function paragraphs(...parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
/** The runner drops a summary of more than 1 MiB as a whole. */
const summaryLimit = 1024 * 1024 - 1024;
/** The text as it is, or as many of its whole lines as the runner accepts, and a line that says so. */
function capMarkdown(text) {
    if (Buffer.byteLength(text) <= summaryLimit)
        return text;
    const cut = Buffer.from(text).subarray(0, summaryLimit).toString('utf8');
    const lines = cut.includes('\n') ? cut.slice(0, cut.lastIndexOf('\n')) : cut.replace(/\ufffd+$/, '');
    return `${lines}\n\n_Cut here: the runner takes no more than 1 MiB. The outputs have everything._\n`;
}


/***/ }),

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ createSecrets),
/* harmony export */   g: () => (/* binding */ cleanAndRedact)
/* harmony export */ });
/* harmony import */ var _http_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2295);

const shown = '***';
/** A shorter one would take ordinary words out of the log, and is nobody's secret. */
const shortest = 3;
const shortestInResults = 8;
/** Of a secret that was cut off: fewer letters tell nothing. */
const shortestBeginning = 4;
const lineLimit = 2000;
function createSecrets() {
    const known = new Set();
    let ordered = [];
    const without = (text, secrets) => secrets.reduce((rest, secret) => rest.replaceAll(secret, shown), text);
    return {
        add(secret) {
            const fresh = formsOf(secret).filter((form) => form.length >= shortest && !known.has(form));
            for (const form of fresh)
                known.add(form);
            // The longest first: a secret may be part of another.
            if (fresh.length > 0)
                ordered = [...known].sort((one, other) => other.length - one.length);
            return fresh;
        },
        redact: (text) => withoutBeginnings(without(text, ordered), ordered),
        redactResult(text) {
            const long = ordered.filter(({ length }) => length >= shortestInResults);
            return withoutBeginnings(without(text, long), long);
        },
    };
}
/** One line for people, clean and without secrets: cleaning can put one together again, so it is looked for twice. */
function cleanAndRedact(line, secrets, limit = lineLimit) {
    return secrets.redact((0,_http_words_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(secrets.redact(line), limit));
}
function withoutBeginnings(text, secrets) {
    if (!text.includes('…'))
        return text;
    return text.replace(/[^…]*(?=…)/g, (before) => {
        const length = Math.max(0, ...secrets.map((secret) => sharedEnd(before, secret)));
        return length < shortestBeginning ? before : `${before.slice(0, before.length - length)}${shown}`;
    });
}
/** How many letters at the end of the text are the beginning of the secret. */
function sharedEnd(text, secret) {
    for (let length = Math.min(text.length, secret.length); length >= shortestBeginning; length -= 1) {
        if (text.endsWith(secret.slice(0, length)))
            return length;
    }
    return 0;
}
/** Plain, cleaned as a line of the log is, and as a server might give it back: in base64, in a URL, in JSON. */
function formsOf(secret) {
    // By way of bytes: a lone surrogate has no form in a URL, and would be an exception here.
    const whole = Buffer.from(secret, 'utf8').toString('utf8');
    const base64 = Buffer.from(secret, 'utf8').toString('base64');
    const forms = [
        secret,
        base64,
        base64.replace(/=+$/, ''),
        encodeURIComponent(whole),
        JSON.stringify(secret).slice(1, -1),
    ];
    return [...new Set([...forms, (0,_http_words_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(secret, Number.POSITIVE_INFINITY)])];
}


/***/ }),

/***/ 9455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ after)
/* harmony export */ });
/** The longest that Node's timers take, about 24.8 days; a longer one would end at once. */
const longest = 2 ** 31 - 1;
/** Calls back after so many milliseconds (at most 24.8 days), and gives back how to call that off. */
function after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, longest));
    return () => clearTimeout(timer);
}


/***/ }),

/***/ 8009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The same as in package.json (a test compares them): the bundle does not read files beside it. */
const version = '0.1.0';


/***/ }),

/***/ 2000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readWorkflow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);


/** Reads the workflow from the runner's environment; undefined outside of GitHub Actions. */
function readWorkflow(environment, token) {
    const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF = '', GITHUB_REF_NAME = '', GITHUB_HEAD_REF, GITHUB_API_URL, } = environment;
    if (!GITHUB_REPOSITORY || !GITHUB_SHA)
        return undefined;
    return {
        repository: GITHUB_REPOSITORY,
        commit: () => headOfPullRequest(environment) ?? GITHUB_SHA.toLowerCase(),
        ref: GITHUB_REF,
        refName: GITHUB_HEAD_REF || GITHUB_REF_NAME,
        apiUrl: GITHUB_API_URL || 'https://api.github.com',
        token: token || undefined,
    };
}
/** On `pull_request` and its kin GITHUB_SHA is the merge commit, of which nobody builds an image. */
function headOfPullRequest(environment) {
    if (!environment.GITHUB_EVENT_NAME?.startsWith('pull_request'))
        return undefined;
    const file = environment.GITHUB_EVENT_PATH ?? '';
    try {
        const event = JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
        const sha = event.pull_request?.head?.sha;
        if (typeof sha === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(sha))
            return sha.toLowerCase();
    }
    catch {
        // Told below, together with an event that has no head.
    }
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`the pull request's head cannot be read from the event (GITHUB_EVENT_PATH is ${JSON.stringify(file)})`, 'Give the commit as ref: ${{ github.event.pull_request.head.sha }}');
}


/***/ })

};
