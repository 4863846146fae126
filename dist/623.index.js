export const id = 623;
export const ids = [623];
export const modules = {

/***/ 8059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ commands)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
;// CONCATENATED MODULE: ./build/src/registries/profiles.js
const profiles = [
    {
        name: 'Docker Hub',
        matches: (host) => host === 'docker.io',
        ownApi: 'docker-hub',
        apiHost: 'registry-1.docker.io',
        tokens: { realm: 'https://auth.docker.io/token', service: 'registry.docker.io' },
        configKeys: ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'],
        emptyNamespace: 'error',
        // Its registry takes digests only; 202 to a tag was seen, and left it in the list: docker/hub-feedback#2361.
        deletes: { kind: 'docker-hub' },
        credentialsAdvice: 'For an organization access token the user name is the organization’s; where single sign-on is enforced a password is refused, and only a token works.',
        // A missing repository is 401 too, and looks like a private one: https://github.com/docker/hub-feedback/issues/1771
        deniedAdvice: 'Docker Hub says this of a private repository, and of one that does not exist: check namespace and repo, and give ' +
            'username and password (an access token with Read, or an organization access token with Image Pull).',
        pushAdvice: 'A push takes an access token with Read & Write (of an organization: Image Push), of somebody who may write to the repository.',
    },
    {
        name: 'GHCR',
        matches: (host) => host === 'ghcr.io',
        noCatalog: 'GitHub lists an owner’s packages by its API: gh api --paginate /orgs/OWNER/packages?package_type=container (of a ' +
            'user /users/OWNER/packages). Name them to the other commands as image.',
        tokens: { realm: 'https://ghcr.io/token', service: 'ghcr.io' },
        emptyNamespace: 'owner',
        ownApi: 'ghcr',
        // 405 to every delete (containers/skopeo#1880); a version of the package is a manifest with all its tags.
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
        // A scope with `delete` is refused; who may push may delete (PROJQUAY-7599).
        deleteActions: 'pull,push',
        deniedAdvice: 'The repository is private or does not exist, or the robot account has no right to it.',
    },
    {
        name: 'ECR',
        matches: (host) => /^\d{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/.test(host),
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
        name: 'Harbor',
        matches: () => false,
        challengeService: 'harbor-registry',
        emptyNamespace: 'none',
        ownApi: 'harbor',
        // Its registry says 400 UNSUPPORTED to the delete of a tag (goharbor/harbor, src/server/registry/manifest.go).
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
/**
 * The row for this registry; what no row matches is an ordinary OCI registry.
 * @param service the token service that its challenge named, where it has come to one
 */
function profileOf(registry, service) {
    return (profiles.find((profile) => profile.matches(registry.host)) ??
        profiles.find(({ challengeService }) => challengeService !== undefined && challengeService === service) ??
        anyRegistry);
}
/** The origin of the registry's API: `https://registry-1.docker.io`, `http://localhost:5000`. */
function apiOrigin(registry) {
    const host = profileOf(registry).apiHost ?? registry.host;
    return new URL(`${registry.plainHttp ? 'http' : 'https'}://${host}`);
}

;// CONCATENATED MODULE: ./build/src/commands/backup/document.js
/** Of the document's form; a reader refuses what is newer than it knows. */
const formatVersion = 1;
/**
 * The backup as JSON: of the same content the same bytes, but for the line with `created`. Everything is in the order of
 * its name, and nothing in it changes by being looked at (pulls, stars).
 */
function formatBackup({ registry, created, repositories }) {
    const document = {
        format: 'image-gate-backup',
        version: formatVersion,
        created: created.toISOString(),
        registry,
        repositories: byName(repositories).map(({ name, settings, tags }) => ({
            name,
            ...(settings === undefined ? {} : { settings: settingsOf(settings) }),
            tags: byName(tags).map(tagOf),
        })),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
}
function settingsOf({ private: isPrivate, description, fullDescription, ...rest }) {
    return {
        private: isPrivate,
        description,
        'full-description': fullDescription,
        'immutable-tags': rest.immutableTags,
        categories: [...rest.categories].sort(compare),
        registered: rest.registered?.toISOString(),
    };
}
function tagOf({ name, digest, mediaType, size, pushed, platforms }) {
    return {
        name,
        digest,
        'media-type': mediaType,
        size,
        pushed: pushed?.toISOString(),
        platforms: platforms === undefined ? undefined : [...platforms].sort(compare),
    };
}
function byName(items) {
    return [...items].sort((one, other) => compare(one.name, other.name));
}
/** By code units: the same on every machine. */
function compare(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/replace-file.js



/**
 * Writes a file whole: into a new one beside it, which takes its place when all is on the disk. Whoever reads sees the
 * old content or the new one, never a part; what is there is left as it is when anything fails.
 * @param mode of the file, `0o600`: its owner alone
 * @param links whether a link stays one, and the file that it leads to is replaced; `replaced` where others may have put
 *   the link there, who must not choose what is written
 * @throws what the system throws (`EACCES`, `ENOENT`, `ENOSPC`, …)
 */
async function replaceFile(path, content, mode, links = 'followed') {
    const target = links === 'replaced' ? path : await (0,promises_.realpath)(path).catch(() => path);
    const fresh = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}.tmp`);
    const file = await (0,promises_.open)(fresh, 'wx', mode);
    try {
        try {
            await file.writeFile(content);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(fresh, target);
    }
    catch (fault) {
        await (0,promises_.unlink)(fresh).catch(() => undefined);
        throw fault;
    }
}

;// CONCATENATED MODULE: ./build/src/commands/backup/file.js




/** @throws Failure (usage) when nothing can be written there: no such folder, or something that is no file. */
async function checkTarget(path) {
    const found = await (0,promises_.stat)(path).catch(() => undefined);
    if (found !== undefined && !found.isFile())
        throw unwritable(path, 'it is there, and is no file');
    const folder = await (0,promises_.stat)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(path))).catch(() => undefined);
    if (!folder?.isDirectory())
        throw unwritable(path, 'there is no such folder');
}
/** Replaces the file as a whole. @throws Failure (usage) when that cannot be done; it is then as it was. */
async function writeBackup(path, text) {
    await replaceFile(path, text, 0o666).catch((fault) => {
        throw unwritable(path, fault.message);
    });
}
function unwritable(path, why) {
    return (0,errors/* usageFailure */.II)(`the file ${JSON.stringify(path)} cannot be written: ${why}`, 'Name another file.');
}

// EXTERNAL MODULE: ./build/src/commands/suggest.js
var suggest = __webpack_require__(9422);
;// CONCATENATED MODULE: ./build/src/commands/inputs.js


const millisecondsOf = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const oneDay = 86_400_000;
const longestWait = 366 * oneDay;
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
function inputs_boolean(words) {
    const read = (given, name) => {
        if (/^(?:true|True|TRUE)$/.test(given))
            return true;
        if (/^(?:false|False|FALSE)$/.test(given))
            return false;
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is neither true nor false`);
    };
    return { type: 'boolean', placeholder: '', absent: undefined, read, ...words };
}
/** A whole number from 0; nothing may follow the digits. */
function wholeNumber(words) {
    const most = words.most ?? Number.MAX_SAFE_INTEGER;
    const read = (given, name) => {
        if (/^\d{1,15}$/.test(given) && Number(given) <= most)
            return Number(given);
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is not a whole number from 0${words.most === undefined ? '' : ` to ${most}`}`);
    };
    return { type: 'whole-number', placeholder: 'N', absent: undefined, read, ...words };
}
function duration({ most = longestWait, ...words }) {
    const read = (given, name) => {
        const parts = /^(?:\d{1,9}(?:ms|[smhd]))+$/.test(given) ? given.match(/\d+(?:ms|[smhd])/g) : null;
        const total = parts?.reduce((sum, part) => {
            const [, count, unit = ''] = /^(\d+)([a-z]+)$/.exec(part) ?? [];
            return sum + Number(count) * (millisecondsOf[unit] ?? Number.NaN);
        }, 0);
        if (total !== undefined && total <= most)
            return total;
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is not a duration`, `Write 90s, 10m, 2h or 30d (at most ${most / oneDay}d).`);
    };
    return { type: 'duration', placeholder: 'DURATION', absent: undefined, read, ...words };
}
/** A regular expression (ECMAScript, with the flag u) that must match somewhere. */
function pattern(words) {
    const read = (given, name) => {
        if (given.length > longestPattern)
            throw (0,errors/* usageFailure */.II)(`${name} is longer than ${longestPattern} characters`);
        try {
            return new RegExp(given, 'u');
        }
        catch (fault) {
            throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is not a regular expression: ${fault.message}`);
        }
    };
    return { type: 'pattern', placeholder: 'REGEXP', absent: undefined, read, ...words };
}
/** One of a few words; with `anyCase` also in capitals. */
function choice(choices, words) {
    const read = (given, name) => {
        const found = choices.find((one) => one === (words.anyCase ? given.toLowerCase() : given));
        if (found !== undefined)
            return found;
        const near = (0,suggest/* suggest */.Z)(given, choices);
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is none of ${choices.join(', ')}`, near === undefined ? undefined : `Did you mean ${near}?`);
    };
    return { type: 'choice', choices, placeholder: choices.join('|'), absent: words.fallback, read, ...words };
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

;// CONCATENATED MODULE: ./build/src/http/basic.js
/** The value of an `Authorization` header by Basic (RFC 7617, in UTF-8). */
function basicHeader(username, password) {
    return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

// EXTERNAL MODULE: ./build/src/http/words.js
var http_words = __webpack_require__(2295);
;// CONCATENATED MODULE: ./build/src/registries/credential-helper.js

/** The program of a helper that a Docker config names. @throws Failure (usage) for what no program is called. */
function helperProgram(name) {
    if (/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))
        return `docker-credential-${name}`;
    throw (0,errors/* usageFailure */.II)(`the Docker config names the credential helper ${JSON.stringify(name)}, which cannot be one`);
}
/** `docker-credential-<name> get|store` (https://github.com/docker/docker-credential-helpers). Rejects as Execute does. */
function callHelper(program, action, input, { environment, execute, signal }) {
    const env = Object.fromEntries(Object.entries(environment).filter((entry) => entry[1] !== undefined));
    return execute(program, [action], { env, input, signal });
}

;// CONCATENATED MODULE: ./build/src/registries/credentials.js
const anonymous = { kind: 'anonymous' };

// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(2970);
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
    const value = parse(bytes);
    if (!isObject(value) || value.schemaVersion !== 2)
        return undefined;
    const mediaType = manifest_text(value.mediaType) ?? mediaTypeOf(contentType);
    const descriptor = { mediaType, digest, size: bytes.length };
    const shared = {
        descriptor,
        bytes,
        annotations: texts(value.annotations),
        artifactType: manifest_text(value.artifactType),
        subject: readDigest(value.subject),
    };
    const indexed = mediaType === ociIndex || mediaType === dockerList;
    if (Array.isArray(value.manifests) && (indexed || mediaType === '')) {
        const manifests = value.manifests.map(readDescriptor);
        return manifests.every((one) => one !== undefined)
            ? { ...shared, content: { kind: 'index', manifests } }
            : undefined;
    }
    const config = readDescriptor(value.config);
    if (config === undefined || indexed)
        return undefined;
    const layers = Array.isArray(value.layers) ? value.layers.map(readDescriptor) : [];
    return { ...shared, content: { kind: 'image', config, layers: layers.filter((layer) => layer !== undefined) } };
}
/** Whether a descriptor leads to an index, which lists manifests, and not to an image. */
function isIndex(descriptor) {
    return descriptor.mediaType === ociIndex || descriptor.mediaType === dockerList;
}
/** A descriptor as it stands in a manifest; undefined when it is none, or its digest cannot be verified. */
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
function readDigest(descriptor) {
    const digest = isObject(descriptor) ? descriptor.digest : undefined;
    return typeof digest === 'string' && (0,images_digest/* isDigest */.B)(digest) ? digest : undefined;
}
function parse(bytes) {
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

;// CONCATENATED MODULE: ./build/src/registries/docker-config.js








/**
 * The credentials that `docker login`, `docker/login-action` and the clouds' login actions left for this registry:
 * its credential helper, then the credential store, then `auths`; anonymous when there are none.
 * @throws Failure (usage) when the file is there and is not a Docker config.
 */
async function dockerConfigCredentials(registry, settings) {
    const file = configFile(settings.environment);
    const config = await readConfig(file);
    const keys = keysOf(registry);
    const helper = helperOf(config, keys);
    const helped = helper === undefined ? undefined : await askHelper(helper, keys[0], settings);
    return helped ?? entryOf(config.auths, keys, file) ?? anonymous;
}
/** Where the Docker config is: in `$DOCKER_CONFIG` or `~/.docker`. */
function configFile(environment) {
    const folder = environment.DOCKER_CONFIG || (0,external_node_path_.join)(environment.HOME || environment.USERPROFILE || '.', '.docker');
    return (0,external_node_path_.join)(folder, 'config.json');
}
/** @throws Failure (usage) when the file is there and is not a Docker config. One that is missing is an empty one. */
async function readConfig(file) {
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
/** The names that a registry's credentials may stand under; the first is the one that Docker uses. */
function keysOf(registry) {
    const [first = registry.host, ...others] = profileOf(registry).configKeys ?? [];
    return [first, ...others];
}
/** The name of the helper that keeps this registry's credentials; undefined: the file does. */
function helperOf(config, keys) {
    const helpers = texts(config.credHelpers);
    return keys.map((key) => helpers[key]).find((name) => name) ?? asText(config.credsStore);
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
/** Asks the helper, with the registry on standard input. Without an answer the run goes on, and says so. */
async function askHelper(name, key, settings) {
    const program = helperProgram(name);
    try {
        const { exitCode, stdout, stderr } = await callHelper(program, 'get', `${key}\n`, settings);
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

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./build/src/http/retry.js + 1 modules
var retry = __webpack_require__(4233);
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
    const limited = (0,retry/* isLimit */.S)(answer);
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
    const parsed = jsonOf(answer);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
        return parsed;
    throw unexpectedContent(answer, asked);
}
/**
 * The JSON array in an answer.
 * @throws Failure (server) when it is not JSON, or not an array.
 */
function jsonArray(answer, asked) {
    const parsed = jsonOf(answer);
    if (Array.isArray(parsed))
        return parsed;
    throw unexpectedContent(answer, asked);
}
function unexpectedContent(answer, asked) {
    return new errors/* Failure */.HR('server', {
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
function jsonOf({ body, header }) {
    const text = body.toString('utf8');
    if ((0,http_words/* isHtml */._6)(text, header('content-type')))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/http/message.js
var http_message = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/src/registries/json-values.js

/** A text that is not empty. Like all here: undefined for anything else, `null` too. */
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** The texts in a list; none where it is no list. */
function textsOf(value) {
    return Array.isArray(value) ? value.map(textOf).filter((one) => one !== undefined) : [];
}
/** A whole number from 0. */
function countOf(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
/** A digest that can be verified. */
function digestIn(value) {
    return typeof value === 'string' && (0,images_digest/* isDigest */.B)(value) ? value : undefined;
}
/** `2021-01-05T21:06:53.506400Z`; UTC where it does not say. Go's zero time (the year 1) is no time. */
function timeOf(value) {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value))
        return undefined;
    const time = new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(value) ? value : `${value}Z`);
    return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1970 ? undefined : time;
}

;// CONCATENATED MODULE: ./build/src/registries/docker-hub-objects.js


/** Reads the `tag` of the API, by the fields that the live one gives (docker/terraform-provider-docker, docker/hub-mcp). */
function readTag(value) {
    const tag = isObject(value) ? value : {};
    const name = textOf(tag.name);
    if (name === undefined)
        return undefined;
    return {
        name,
        digest: digestIn(tag.digest),
        mediaType: textOf(tag.media_type),
        contentType: textOf(tag.content_type),
        status: textOf(tag.tag_status),
        size: countOf(tag.full_size),
        pushed: timeOf(tag.tag_last_pushed),
        pulled: timeOf(tag.tag_last_pulled),
        updated: timeOf(tag.last_updated),
        updatedBy: textOf(tag.last_updater_username),
        images: Array.isArray(tag.images) ? tag.images.filter(isObject).map(readImage) : [],
    };
}
function readImage(image) {
    const [os, architecture, variant] = [textOf(image.os), textOf(image.architecture), textOf(image.variant)];
    const known = os !== undefined && architecture !== undefined;
    return {
        platform: known ? { os, architecture, ...(variant === undefined ? {} : { variant }) } : undefined,
        digest: digestIn(image.digest),
        size: countOf(image.size),
        status: textOf(image.status),
        pushed: timeOf(image.last_pushed),
        pulled: timeOf(image.last_pulled),
    };
}
/** Reads the `repository_info` or `repository_list_entry` of the API, which has not all of it. */
function readRepository(value, namespace) {
    const entry = isObject(value) ? value : {};
    const name = textOf(entry.name);
    if (name === undefined)
        return undefined;
    const { permissions, immutable_tags_settings: immutable, categories } = entry;
    return {
        namespace: textOf(entry.namespace) ?? namespace,
        name,
        private: typeof entry.is_private === 'boolean' ? entry.is_private : undefined,
        description: typeof entry.description === 'string' ? entry.description : undefined,
        pulls: countOf(entry.pull_count),
        stars: countOf(entry.star_count),
        size: countOf(entry.storage_size),
        updated: timeOf(entry.last_updated),
        registered: timeOf(entry.date_registered),
        status: textOf(entry.status_description),
        contentTypes: textsOf(entry.content_types),
        categories: Array.isArray(categories)
            ? textsOf(categories.map((one) => (isObject(one) ? one.name : undefined)))
            : [],
        fullDescription: typeof entry.full_description === 'string' ? entry.full_description : undefined,
        permissions: isObject(permissions)
            ? { read: permissions.read === true, write: permissions.write === true, admin: permissions.admin === true }
            : undefined,
        immutableTags: isObject(immutable) && immutable.enabled === true ? textsOf(immutable.rules) : undefined,
    };
}

// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
;// CONCATENATED MODULE: ./build/src/registries/docker-hub-session.js





const hubOrigin = new URL('https://hub.docker.com');
/** Seconds: "This expires in 10 minutes", the OpenAPI document's AuthCreateTokenResponse. */
const usualLife = 600;
/** Seconds, or a tenth of the life where that is less, before the end at which a token counts as expired. */
const margin = 30;
const signInAdvice = {
    authentication: 'Docker Hub did not take username and password. Use a user’s name with a personal access token (a password is not ' +
        'taken where single sign-on or two-factor authentication is on), or an organization’s name with its access token. ' +
        'After too many attempts Docker Hub locks the name out for 10 minutes.',
};
/** Signs in with the first request, once for all of them (POST /v2/auth/token of Docker Hub’s API). */
function openHubSession(settings) {
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
    /** @param stale the token that was refused */
    async function token(stale) {
        const known = current ?? signInAgain();
        const found = await known;
        if (found !== stale && found.until > now().getTime())
            return found;
        // Whoever comes first signs in, and the others wait for the same.
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
            // Age was not the reason: signing in for each request would only lock the name out.
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
        // Asking for a token twice does no harm; what is refused is not asked again.
        repeatable: true,
    };
    const asked = (0,http_message/* describe */.q0)(request);
    const answer = await http.request(request);
    if (answer.status !== 200)
        throw failureOf(answer, asked, signInAdvice);
    const { access_token: value } = jsonObject(answer, asked);
    // RFC 6750 §2.1: what a header can hold; anything else could end it and begin another.
    if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
        throw new errors/* Failure */.HR('server', { asked, answered: 'an answer without a token that can be used' });
    }
    mask(value);
    const came = now().getTime();
    const life = lifeOf(value, came) ?? usualLife;
    return { value, until: came + (life - Math.min(margin, life / 10)) * 1000 };
}
/** Seconds that a JWT lives, by its own claims, so that a clock that is off here does no harm; undefined when unreadable. */
function lifeOf(token, came) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        if (!isObject(claims) || typeof claims.exp !== 'number')
            return undefined;
        const life = claims.exp - (typeof claims.iat === 'number' ? claims.iat : came / 1000);
        return life > 0 ? life : undefined;
    }
    catch {
        return undefined;
    }
}
function authorized(request, { value }) {
    return { ...request, headers: { ...request.headers, authorization: `Bearer ${value}` } };
}

;// CONCATENATED MODULE: ./build/src/registries/docker-hub-pages.js





/** The most that the API gives at once. */
const pageSize = 100;
/**
 * The entries of a list, by pages of 100, as the pages' own `next` leads from one to the other. Pages are counted, not
 * held still: an entry that slips onto the next page while something is pushed is given once.
 * @param path starts with a slash; already encoded
 * @param read undefined for what is no such entry
 * @throws Failure: not-found when there is no such list; server when the pages go round in a circle, lead to another
 * host, end before their own count, or hold what cannot be read: half a list must not look like a whole one.
 */
async function* listHubPages(session, path, read, advice) {
    const seen = new Set();
    let count = 0;
    let url = new URL(`${path}${path.includes('?') ? '&' : '?'}page_size=${pageSize}`, hubOrigin);
    for (let page = 1; url !== undefined; page += 1) {
        const request = { method: 'GET', url, headers: { accept: 'application/json' } };
        const asked = (0,http_message/* describe */.q0)(request);
        const answer = await session.send(request);
        // A page past the end is 404, not an empty list.
        if (answer.status === 404 && page > 1 && seen.size >= count)
            return;
        if (answer.status === 404 && page > 1)
            throw broken(asked, `its list ends after ${seen.size} of ${count}`);
        if (answer.status !== 200)
            throw failureOf(answer, asked, advice);
        const { results, next, count: counted } = jsonObject(answer, asked);
        // `null` is an empty list; an answer without one does not say that there is nothing.
        const entries = readAll(results === null ? [] : results, read);
        if (entries === undefined)
            throw broken(asked, 'its list has something in it that cannot be read');
        const fresh = entries.filter(({ name }) => !seen.has(name));
        for (const { name } of fresh)
            seen.add(name);
        yield* fresh;
        count = typeof counted === 'number' ? counted : 0;
        url = nextPage(next, request);
        if (url !== undefined && fresh.length === 0)
            throw broken(asked, 'its pages go round in a circle');
        if (url === undefined && seen.size < count)
            throw broken(asked, `its list ends after ${seen.size} of ${count}`);
    }
}
function readAll(results, read) {
    if (!Array.isArray(results))
        return undefined;
    const entries = results.map(read).filter((entry) => entry !== undefined);
    return entries.length === results.length ? entries : undefined;
}
function nextPage(next, request) {
    if (typeof next !== 'string' || next === '')
        return undefined;
    const url = URL.canParse(next, request.url.href) ? new URL(next, request.url) : undefined;
    if (url !== undefined && (0,origins/* sameOrigin */.Nm)(url, hubOrigin))
        return url;
    throw (0,http_message/* refusal */.x5)(request, `its next page is ${url === undefined ? 'no address' : `at ${url.origin}`}`);
}
function broken(asked, answered) {
    return new errors/* Failure */.HR('server', { asked, answered, advice: 'Try again; look at https://www.dockerstatus.com.' });
}

;// CONCATENATED MODULE: ./build/src/registries/docker-hub-requests.js




/** The list of a namespace's repositories. */
function listPath(namespace) {
    return `/v2/namespaces/${segment(namespace)}/repositories`;
}
/** A repository, as the OpenAPI document has it. */
function repositoryPath(namespace, name) {
    return `${listPath(namespace)}/${segment(name)}`;
}
/** A tag. @throws Failure (usage) for what is none: `..` would lead to the repository itself. */
function tagPath(namespace, name, tag) {
    return `${repositoryPath(namespace, name)}/tags/${checkedTag(tag)}`;
}
/** A repository as it was before 2025; what the document does not describe is still done here. */
function oldRepositoryPath(namespace, name) {
    return `/v2/repositories/${segment(namespace)}/${segment(name)}`;
}
/** The same as `tagPath`. */
function oldTagPath(namespace, name, tag) {
    return `${oldRepositoryPath(namespace, name)}/tags/${checkedTag(tag)}/`;
}
function checkedTag(tag) {
    if ((0,images_name/* isTag */.dz)(tag))
        return tag;
    throw (0,errors/* usageFailure */.II)(`${JSON.stringify(tag)} is not a tag`);
}
/** One part of a path, which stays one: nothing else is ever asked about or deleted than what the name says. */
function segment(name) {
    if (/^\.*$/.test(name))
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(name)} is not a name at Docker Hub`);
    return encodeURIComponent(name);
}
/** @param body becomes JSON */
function hubRequest(method, path, body) {
    const headers = { accept: 'application/json' };
    const url = new URL(path, hubOrigin);
    if (body === undefined)
        return { method, url, headers };
    return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
/** 404 means missing only from Docker Hub itself: not from where a redirect led. */
function isMissingAtHub(answer) {
    return answer.status === 404 && (0,origins/* sameOrigin */.Nm)(answer.url, hubOrigin);
}

;// CONCATENATED MODULE: ./build/src/registries/docker-hub.js







const manageAdvice = 'This takes a personal access token with Read, Write, Delete, of somebody who is admin of the repository; an ' +
    'organization access token cannot do it.';
const valuesAdvice = 'Docker Hub takes names of 2 to 255 lower-case letters and digits with single . _ - between them, descriptions of at ' +
    'most 100 characters and full descriptions of at most 25,000.';
/** By Docker Hub’s published API: https://docs.docker.com/reference/api/hub/latest/ */
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
            throw failureOf(answer, (0,http_message/* describe */.q0)(request), advice);
        return detailsOf(answer, request, namespace);
    }
    async function change(request) {
        const answer = await session.send({ ...request, repeatable: true });
        if (answer.status < 200 || answer.status > 299)
            throw refused(answer, request);
    }
    function refused(answer, request) {
        const values = answer.status === 400 || answer.status === 422 ? { server: valuesAdvice } : {};
        return failureOf(answer, (0,http_message/* describe */.q0)(request), { ...managing, ...values });
    }
    return {
        tags: (namespace, name) => listHubPages(session, `${repositoryPath(namespace, name)}/tags`, readTag, advice),
        async tag(namespace, name, tag) {
            const request = hubRequest('GET', tagPath(namespace, name, tag));
            const answer = await session.send(request);
            if (isMissingAtHub(answer))
                return undefined;
            if (answer.status !== 200)
                throw failureOf(answer, (0,http_message/* describe */.q0)(request), advice);
            return readTag(jsonObject(answer, (0,http_message/* describe */.q0)(request)));
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
            // Not asked again blindly: whether it came into being is looked up. It was not there before; where the request
            // was refused and it is there now, somebody else has made it meanwhile.
            const unclear = outcome instanceof errors/* Failure */.HR || outcome.status === 408 || outcome.status >= 500;
            const conflict = !unclear && (outcome.status === 400 || outcome.status === 409);
            const found = unclear || conflict ? await repository(namespace, name) : undefined;
            if (found !== undefined)
                return { repository: found, created: unclear };
            throw outcome instanceof errors/* Failure */.HR ? outcome : refused(outcome, request);
        },
        // Not in the OpenAPI document; as docker/hub-mcp does it.
        updateRepository: (namespace, name, changes) => change(hubRequest('PATCH', repositoryPath(namespace, name), descriptionsOf(changes))),
        // Not in the OpenAPI document; as docker/terraform-provider-docker does it.
        setPrivate: (namespace, name, isPrivate) => change(hubRequest('POST', `${oldRepositoryPath(namespace, name)}/privacy`, { is_private: isPrivate })),
        // Not in the OpenAPI document; as docker/hub-tool does it. The registry's own route leaves the tag in Docker Hub's
        // list (docker/hub-feedback#2361).
        async deleteTag(namespace, name, tag) {
            const request = hubRequest('DELETE', oldTagPath(namespace, name, tag));
            const answer = await session.send(request);
            if (answer.status >= 200 && answer.status <= 299)
                return 'deleted';
            // 404 is also the answer about a repository that these credentials may not see, where nothing is gone.
            if (isMissingAtHub(answer) && (await repository(namespace, name)) !== undefined)
                return 'missing';
            const denied = `${manageAdvice} A tag that the repository’s settings make immutable cannot be deleted at all.`;
            throw failureOf(answer, (0,http_message/* describe */.q0)(request), { ...advice, denied });
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
    const details = readRepository(jsonObject(answer, (0,http_message/* describe */.q0)(request)), namespace);
    if (details !== undefined)
        return details;
    throw new errors/* Failure */.HR('server', {
        asked: (0,http_message/* describe */.q0)(request),
        answered: `${answer.status}, but no repository that can be read`,
    });
}
/** The request may have been done, or not: nobody has said. */
function lostAnswer(fault) {
    if (fault instanceof errors/* Failure */.HR && fault.kind === 'network')
        return fault;
    throw fault;
}

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

;// CONCATENATED MODULE: ./build/src/http/link.js
/**
 * The address of the next page in a `Link` header (RFC 8288); undefined when there is none. It may be relative.
 * Takes `<…>; rel="next"`, `rel=next`, other parameters before it, and several links in one header.
 */
function nextLink(headers) {
    for (const header of headers) {
        for (const [, target, parameters = ''] of header.matchAll(/<([^<>]*)>((?:\s*;\s*[^;,"]+(?:"[^"]*")?)*)/g)) {
            if (/;\s*rel\s*=\s*(?:"[^"]*\bnext\b[^"]*"|next\b)/i.test(parameters))
                return target;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/registries/pages.js




/** What clients ask for at once. ECR takes no more; others give less and say so by `Link`. */
const pages_pageSize = 1000;
const tellOperator = 'Tell the registry’s operator.';
/**
 * The texts of a list that comes by pages (`tags`, `repositories`), each once, in the registry's order. The next page is
 * where `Link` says, with our own path: Artifactory leaves the repository's key out of it (RTFACT-18971), and whatever
 * host it names, no other is asked. A full page without `Link` may be all there is, or the registry knows `last` and not
 * `Link`: it is asked once more. `null` is an empty list.
 * @throws Failure: not-found when the registry has no such list, server when the pages go round in a circle.
 */
async function* listPages(session, path, scope, key, meaning = () => undefined) {
    const pages = new Set();
    const seen = new Set();
    let url = new URL(`${path}?n=${pages_pageSize}`, session.origin);
    while (url !== undefined) {
        const request = { method: 'GET', url };
        const asked = (0,http_message/* describe */.q0)(request);
        if (pages.has(url.href)) {
            throw new errors/* Failure */.HR('server', { asked, answered: 'its pages go round in a circle', advice: tellOperator });
        }
        pages.add(url.href);
        const answer = await session.send(request, scope);
        if (answer.status !== 200)
            throw meaning(answer, asked) ?? failureOf(answer, asked, session.advice);
        const values = valuesOf(answer, asked, key);
        const fresh = [...new Set(values)].filter((value) => !seen.has(value));
        for (const value of fresh)
            seen.add(value);
        yield* fresh;
        const next = nextLink(answer.headerValues('link'));
        if (next !== undefined)
            url = followed(url, next, asked);
        else
            url = values.length === pages_pageSize && fresh.length > 0 ? after(url, values.at(-1) ?? '') : undefined;
    }
}
/**
 * Where there is nothing, some registries leave the list out, and name the repository still. An answer with neither is
 * about something else: it does not say that there is nothing.
 */
function valuesOf(answer, asked, key) {
    const { name, [key]: listed } = jsonObject(answer, asked);
    const values = listed ?? (listed === null || name !== undefined ? [] : undefined);
    if (Array.isArray(values) && values.every((value) => typeof value === 'string'))
        return values;
    throw new errors/* Failure */.HR('server', { asked, answered: `its ${key} are no list of texts`, advice: tellOperator });
}
/** Half a list must not look like a whole one. */
function followed(url, next, asked) {
    if (URL.canParse(next, url.href))
        return new URL(`${url.pathname}${new URL(next, url).search}`, url);
    throw new errors/* Failure */.HR('server', { asked, answered: 'its next page is no address', advice: tellOperator });
}
function after(url, last) {
    return new URL(`${url.pathname}?n=${pages_pageSize}&last=${encodeURIComponent(last)}`, url);
}

;// CONCATENATED MODULE: ./build/src/registries/answers.js






/** 404 means missing only from the registry itself and for this very path: not from where a redirect led. */
function isMissing(answer, request) {
    return answer.status === 404 && (0,origins/* sameOrigin */.Nm)(answer.url, request.url) && answer.url.pathname === request.url.pathname;
}
/** A 404 with a web page: the answer counts, and the reader should know. */
function warnOfPage(answer, warn) {
    if (mediaTypeOf(answer.header('content-type')) !== 'text/html')
        return;
    warn(`${answer.url.host} answered 404 with an HTML page: is it a container registry?`);
}
/** What HEAD says of a manifest; undefined when that is not enough to rely on. */
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
/** The manifest in an answer, its digest verified against the reference or the registry's own claim. */
function readManifest(answer, request, reference) {
    const claimed = answer.header('docker-content-digest');
    const expected = (0,images_digest/* isDigest */.B)(reference) ? reference : claimed !== undefined && (0,images_digest/* isDigest */.B)(claimed) ? claimed : undefined;
    if (expected !== undefined)
        verify(answer, request, expected);
    const manifest = parseManifest(answer.body, answer.header('content-type'), expected);
    if (manifest !== undefined)
        return manifest;
    throw new errors/* Failure */.HR('server', {
        asked: (0,http_message/* describe */.q0)(request),
        answered: `${answer.status}, but not an image manifest: ${bodyWords(answer)}`,
        advice: 'Check that the address is a registry’s own and that no proxy or login page stands before it.',
    });
}
/** @throws Failure (server) when the content has another digest. */
function verify(answer, request, digest) {
    if (!(0,images_digest/* isDigest */.B)(digest)) {
        throw new errors/* Failure */.HR('server', {
            asked: (0,http_message/* describe */.q0)(request),
            answered: 'a digest of an unknown form stands in the manifest',
        });
    }
    const actual = (0,images_digest/* digestOf */.o)(answer.body, digest);
    if (actual === digest)
        return;
    throw new errors/* Failure */.HR('server', {
        asked: (0,http_message/* describe */.q0)(request),
        answered: `the content is ${actual}, not ${digest} as it should be`,
        permanent: true,
        advice: 'Something between here and the registry changed the content: do not deploy this image before you know what.',
    });
}
/** A delete that was refused. Harbor says 412 of an immutable tag, and of what an index lists (goharbor/harbor, src/controller). */
function deleteFailure(answer, asked, advice) {
    const failure = failureOf(answer, asked, advice);
    if (answer.status !== 412)
        return failure;
    return new errors/* Failure */.HR('denied', {
        asked: '',
        answered: failure.message,
        advice: 'Harbor keeps what a rule makes immutable and what an index lists: leave it out, change the rule, or delete the index first.',
    });
}
/** Codes that say of a manifest that something it lists is not there; distribution 2 gives them with 400. */
const lackingCodes = ['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN', 'MANIFEST_UNKNOWN'];
/** Whether a registry refused a manifest because it does not have all that it lists. */
function lacksContent({ status, body }) {
    if (status !== 400 && status !== 404)
        return false;
    const text = body.toString('utf8');
    return lackingCodes.some((code) => text.includes(`"${code}"`));
}

// EXTERNAL MODULE: ./build/src/http/persist.js
var persist = __webpack_require__(3198);
;// CONCATENATED MODULE: ./build/src/registries/blob-reading.js





/** How often in a row a read may break off without having brought anything new. */
const breaksLimit = 4;
const firstWait = 300;
/** Reads a blob: see `Blobs.blob`. */
async function* readBlob(session, url, scope, { digest, size }) {
    const asked = (0,http_message/* describe */.q0)({ method: 'GET', url });
    const hash = (0,external_node_crypto_.createHash)(digest.startsWith('sha512:') ? 'sha512' : 'sha256');
    /** Read one piece behind: the last one is only given away when the whole has been verified. */
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
                throw (0,persist/* networkFailure */.rd)({ method: 'GET', url }, fault);
            await session.wait(firstWait * 2 ** (breaks - 1));
        }
    }
    blob_reading_verify(hash, digest, asked);
    if (held !== undefined)
        yield held;
}
function blob_reading_verify(hash, digest, asked) {
    const actual = `${digest.slice(0, digest.indexOf(':'))}:${hash.digest('hex')}`;
    if (actual !== digest)
        throw wrong(asked, `the content is ${actual}, not ${digest} as it should be`);
}
/** The content from this position on, whether the server knows `Range` or not. */
async function* readFrom(session, url, scope, position, size) {
    const headers = position === 0 ? {} : { range: `bytes=${position}-${size - 1}` };
    const request = { method: 'GET', url, headers };
    const answer = await session.download(request, scope);
    if (answer.content === undefined)
        throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.advice);
    let skip = answer.status === 206 ? 0 : position;
    if (answer.status === 206)
        checkRange(answer, request, position);
    for await (const piece of answer.content) {
        const rest = skip === 0 ? piece : piece.subarray(skip);
        skip = Math.max(0, skip - piece.length);
        if (rest.length > 0)
            yield rest;
    }
}
function checkRange(answer, request, position) {
    const range = answer.header('content-range');
    const start = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(range ?? '')?.[1];
    if (start !== undefined && Number(start) === position)
        return;
    throw new errors/* Failure */.HR('server', {
        asked: (0,http_message/* describe */.q0)(request),
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

;// CONCATENATED MODULE: ./build/src/registries/blob-uploads.js


const passing = new Set([408, 429, 500, 502, 503, 504]);
/**
 * Where an upload goes on: `Location`, absolute or relative to the request, its query kept to the letter.
 * @throws Failure (server) for one that is missing or must not be used
 */
function uploadLocation(answer, request, origin) {
    const given = answer.header('location');
    if (given === undefined || !URL.canParse(given, request.url.href)) {
        throw (0,http_message/* refusal */.x5)(request, `${answer.status} without a Location that can be used`);
    }
    const location = new URL(given, request.url);
    // Behind a proxy that ends TLS the registry may not know: https://github.com/distribution/distribution/issues/479
    if (location.protocol === 'http:' && origin.protocol === 'https:' && location.hostname === origin.hostname) {
        location.host = origin.host;
        location.protocol = origin.protocol;
    }
    const objection = (0,origins/* objectionTo */.Dx)(location, origin);
    if (objection !== undefined)
        throw (0,http_message/* refusal */.x5)(request, `it wants the upload at ${location.origin}, and ${objection}`);
    return location;
}
/** The address with one more parameter; those that are there may be signed, and are not written anew. */
function withQuery(url, name, value) {
    const next = new URL(url);
    next.search = `${url.search === '' ? '?' : `${url.search}&`}${name}=${encodeURIComponent(value)}`;
    return next;
}
/** Whether a status will be the same at the next try. An expired token (401) is worth one more. */
function isLasting(status, attempt) {
    return !passing.has(status) && !(status === 401 && attempt === 1);
}
/** The same pieces; `broke` is told when they end in a fault of their own. */
async function* watched(pieces, broke) {
    try {
        yield* pieces;
    }
    catch (fault) {
        broke(fault);
        throw fault;
    }
}

;// CONCATENATED MODULE: ./build/src/registries/blobs.js






const tries = 4;
const blobs_firstWait = 500;
/** ACR takes no more than 20 MB in one PUT; what is larger goes as one PATCH, as docker push has always sent it. */
const largestPut = 16 * 1024 * 1024;
const binary = { 'content-type': 'application/octet-stream' };
const nothing = { method: 'POST', headers: { 'content-length': '0' }, repeatable: true };
/**
 * @param path the repository without its registry: `acme/app`
 * @param scope what its requests need: `repository:acme/app:pull,push`
 */
function createBlobs(session, path, scope) {
    const { origin } = session;
    const at = (rest) => new URL(`/v2/${path}/blobs/${rest}`, origin);
    async function openUpload() {
        const request = { ...nothing, url: at('uploads/') };
        const answer = await session.send(request, scope);
        if (answer.status !== 202)
            throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.adviceTo('push'));
        return uploadLocation(answer, request, origin);
    }
    /** One try at an upload that is open: undefined when all is there, else what was refused. */
    async function sendTo(location, { digest, size }, chunks) {
        const content = { length: size, chunks };
        if (size <= largestPut)
            return finish(location, digest, content);
        const part = { method: 'PATCH', url: location, headers: binary };
        const answer = await session.upload(part, content, scope);
        // 202 by the specification; GCR says 204.
        if (answer.status !== 202 && answer.status !== 204)
            return { answer, request: part };
        return finish(uploadLocation(answer, part, origin), digest, { length: 0, chunks: none() });
    }
    async function finish(location, digest, content) {
        const request = { method: 'PUT', url: withQuery(location, 'digest', digest), headers: binary };
        const answer = await session.upload(request, content, scope);
        return answer.status === 201 ? undefined : { answer, request };
    }
    return {
        async hasBlob(digest) {
            const request = { method: 'HEAD', url: at(digest) };
            const answer = await session.send(request, scope);
            if (answer.status === 200)
                return true;
            // Where storage elsewhere refuses a HEAD, sending the blob once more does no harm.
            if (isMissing(answer, request) || answer.url.origin !== origin.origin)
                return false;
            throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.advice);
        },
        blob: (descriptor) => readBlob(session, at(descriptor.digest), scope, descriptor),
        async mountBlob(digest, from) {
            const request = {
                ...nothing,
                url: at(`uploads/?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from)}`),
            };
            const answer = await session.send(request, `${scope} repository:${from}:pull`);
            if (answer.status === 201)
                return { kind: 'mounted' };
            if (answer.status === 202)
                return { kind: 'not-mounted', location: uploadLocation(answer, request, origin) };
            // A refusal is about the mount (no right to read there, switched off at ECR): sending may be allowed all the same.
            if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
                return { kind: 'not-mounted' };
            throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.adviceTo('push'));
        },
        async uploadBlob(descriptor, read, opened) {
            for (let attempt = 1;; attempt += 1) {
                const location = attempt === 1 && opened !== undefined ? opened : await openUpload();
                let sourceBroke = false;
                const chunks = watched(read(), () => {
                    sourceBroke = true;
                });
                try {
                    const refused = await sendTo(location, descriptor, chunks);
                    if (refused === undefined)
                        return;
                    const { answer, request } = refused;
                    if (attempt >= tries || isLasting(answer.status, attempt))
                        throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.adviceTo('push'));
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
async function* none() { }

;// CONCATENATED MODULE: ./build/src/registries/repository.js






const actions = { pull: 'pull', push: 'pull,push', delete: 'pull,push,delete' };
const manifestLimit = 4 * 1024 * 1024;
const emptyIndex = [];
/**
 * By the OCI distribution specification, on a session that is signed in.
 * @param path the repository without its registry: `acme/app`
 * @param allowed the actions of the token’s scope, where they are not the usual ones of this access
 */
function createRepository(session, path, access, allowed = actions[access]) {
    const scope = `repository:${path}:${allowed}`;
    const at = (kind, reference) => new URL(`/v2/${path}/${kind}/${reference}`, session.origin);
    const send = (request) => session.send(request, scope);
    const accept = manifestTypes.join(', ');
    async function getManifest(reference) {
        const request = {
            method: 'GET',
            url: at('manifests', reference),
            headers: { accept },
            limit: manifestLimit,
        };
        const answer = await send(request);
        if (isMissing(answer, request))
            return undefined;
        if (answer.status !== 200)
            throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.advice);
        return readManifest(answer, request, reference);
    }
    return {
        ...createBlobs(session, path, scope),
        prepare: () => session.prepare(scope),
        manifest: getManifest,
        async head(reference) {
            const request = { method: 'HEAD', url: at('manifests', reference), headers: { accept } };
            const answer = await send(request);
            if (isMissing(answer, request)) {
                warnOfPage(answer, session.warn);
                return undefined;
            }
            const descriptor = answer.status === 200 ? readHead(answer, reference) : undefined;
            if (descriptor)
                return descriptor;
            // 200 without a digest or with another type, 405, 406: HEAD is not enough here, GET says it all.
            if (![200, 405, 406].includes(answer.status))
                throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.advice);
            return (await getManifest(reference))?.descriptor;
        },
        async smallBlob({ digest }) {
            const request = { method: 'GET', url: at('blobs', digest), limit: manifestLimit };
            const answer = await send(request);
            if (answer.status !== 200)
                throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.advice);
            verify(answer, request, digest);
            return answer.body;
        },
        tags: () => listPages(session, `/v2/${path}/tags/list`, scope, 'tags'),
        async referrers(digest) {
            const request = {
                method: 'GET',
                url: at('referrers', digest),
                headers: { accept },
                limit: manifestLimit,
            };
            const answer = await send(request);
            const found = answer.status === 200 ? parseManifest(answer.body, answer.header('content-type')) : undefined;
            if (found?.content.kind === 'index')
                return found.content.manifests;
            // No API: 404, or 400 or 406 from registries that take it for something else, or a page.
            if (![200, 400, 404, 405, 406].includes(answer.status))
                throw failureOf(answer, (0,http_message/* describe */.q0)(request), session.advice);
            const tagged = await getManifest(referrersTag(digest));
            return tagged?.content.kind === 'index' ? tagged.content.manifests : emptyIndex;
        },
        async putManifest(reference, { bytes, descriptor }) {
            const request = {
                method: 'PUT',
                url: at('manifests', reference),
                headers: { 'content-type': descriptor.mediaType },
                body: bytes,
            };
            const answer = await send(request);
            if (answer.status === 201)
                return { kind: 'put', subjectNoted: answer.header('oci-subject') !== undefined };
            const failure = failureOf(answer, (0,http_message/* describe */.q0)(request), session.adviceTo('push'));
            if (lacksContent(answer))
                return { kind: 'incomplete', failure };
            throw failure;
        },
        async deleteManifest(reference) {
            const request = { method: 'DELETE', url: at('manifests', reference) };
            const answer = await send(request);
            if (answer.status === 202 || answer.status === 200 || answer.status === 204)
                return { kind: 'deleted' };
            if (isMissing(answer, request))
                return { kind: 'missing' };
            const failure = deleteFailure(answer, (0,http_message/* describe */.q0)(request), session.adviceTo('delete'));
            // 405 UNSUPPORTED where deletes are off; 400 DIGEST_INVALID from distribution 2, which knows no tags here.
            if (answer.status !== 405 && answer.status !== 400)
                throw failure;
            return { kind: 'unsupported', status: answer.status, words: failure.message };
        },
    };
}
/** @throws Failure when the registry does not have what the manifest lists, too */
async function mustPut(repository, reference, manifest) {
    const put = await repository.putManifest(reference, manifest);
    if (put.kind === 'incomplete')
        throw put.failure;
    return put;
}
/** The tag under which clients keep the referrers of a manifest where the registry does not (distribution specification). */
function referrersTag(digest) {
    const [algorithm = '', hex = ''] = digest.split(':');
    return `${algorithm.slice(0, 32)}-${hex.slice(0, 64)}`;
}

;// CONCATENATED MODULE: ./build/src/registries/tokens.js




/** "If omitted, this defaults to 60 seconds": the token specification. */
const tokens_usualLife = 60;
/** Seconds, or a tenth of the life where that is less, before the end at which a token counts as expired. */
const tokens_margin = 10;
/** Milliseconds. */
const freshFor = 30_000;
/** With an empty cache, which lives as long as the command. */
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
    let asked = (0,http_message/* describe */.q0)(request);
    if (settings.credentials.kind === 'identity' && (answer.status === 404 || answer.status === 405)) {
        const { username, token } = settings.credentials;
        const fallback = getRequest(service, scope, basicHeader(username, token));
        answer = await settings.http.request(fallback);
        asked = (0,http_message/* describe */.q0)(fallback);
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
    // Several scopes are several parameters here (distribution's token authentication).
    for (const one of scope.split(' ').filter((word) => word !== ''))
        url.searchParams.append('scope', one);
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
    const life = typeof expires_in === 'number' && expires_in > 0 ? expires_in : tokens_usualLife;
    const usable = life - Math.min(tokens_margin, life / 10);
    const born = settings.now().getTime();
    return { value, born, until: born + usable * 1000 };
}

;// CONCATENATED MODULE: ./build/src/registries/authorizer.js





/** Asks nobody until a header is wanted; where the profile names the token service, not even the registry before it. */
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
        service: () => (scheme.kind === 'bearer' ? scheme.service.service : undefined),
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
/**
 * A 401 without a challenge: gcr.io did that on the real request, and gave one at `/v2/`. Its scope is not for what was
 * asked: ghcr.io names an example there, `repository:user/image:pull`.
 */
async function challengesOf(answer, { http, origin }) {
    const given = parseChallenges(answer.headerValues('www-authenticate'));
    if (given.length > 0)
        return given;
    const ping = await http.request({ method: 'GET', url: new URL('/v2/', origin) });
    if (!(0,origins/* sameOrigin */.Nm)(ping.url, origin))
        return [];
    return parseChallenges(ping.headerValues('www-authenticate')).map(({ scheme, parameters }) => {
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

;// CONCATENATED MODULE: ./build/src/registries/session.js



/** Asks nobody anything yet: the first request signs in. */
function openSession(name, settings) {
    const { http, credentials } = settings;
    const origin = apiOrigin(name);
    const profile = () => profileOf(name, authorizer.service());
    const authorizer = createAuthorizer({
        ...settings,
        origin,
        known: profileOf(name).tokens,
        // Read when something has gone wrong; by then the challenge has said what it has to say.
        get advice() {
            return tokenAdvice(name, profile(), credentials);
        },
    });
    async function signedIn(ask, request, scope) {
        const first = await authorizer.header(scope);
        const answer = await ask(session_authorized(request, first.authorization));
        if (answer.status !== 401 || !(0,origins/* sameOrigin */.Nm)(answer.url, origin))
            return answer;
        if (!(await authorizer.challenged(answer, first, scope)))
            return answer;
        const second = await authorizer.header(scope);
        return ask(session_authorized(request, second.authorization));
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
            http.open(origin);
            // What goes wrong here goes wrong again, and is told, when the request that needs it is made.
            authorizer.header(scope).catch(() => undefined);
        },
        send: (request, scope) => signedIn(http.request, request, scope),
        download: (request, scope) => signedIn(http.download, request, scope),
        async upload(request, content, scope) {
            // Storage elsewhere has its own permission in its address.
            if (!(0,origins/* sameOrigin */.Nm)(request.url, origin))
                return http.upload(request, content);
            const sent = await authorizer.header(scope);
            const answer = await http.upload(session_authorized(request, sent.authorization), content);
            if (answer.status === 401)
                await authorizer.challenged(answer, sent, scope);
            return answer;
        },
        wait: http.wait,
    };
}
function session_authorized(request, authorization) {
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

;// CONCATENATED MODULE: ./build/src/registries/registry.js







/** Connects to a registry; nothing is sent yet. */
function connectRegistry(name, settings) {
    const session = openSession(name, settings);
    return {
        profile: session.profile,
        repository: ({ path }, access = 'pull') => createRepository(session, path, access, access === 'delete' ? profileOf(name).deleteActions : undefined),
        repositories: () => listCatalog(session, name, settings.credentials),
    };
}
async function* listCatalog(session, name, credentials) {
    const { noCatalog } = profileOf(name);
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
        const { message } = failureOf(answer, '');
        return new errors/* Failure */.HR('unsupported', { asked, answered: message, advice: catalogAdvice });
    };
    yield* listPages(session, '/v2/_catalog', 'registry:catalog:*', 'repositories', refused);
}
const catalogAdvice = 'This registry does not list its repositories for these credentials (some do for administrators alone): list them by ' +
    'its own API or web page, and name them to the other commands as image.';
/** 401 to a token that the registry's own service gave for these credentials: they are right, and are not enough. */
function refusesCatalog({ status, headerValues }, credentials) {
    if ([400, 404, 405, 501].includes(status))
        return true;
    const bearer = parseChallenges(headerValues('www-authenticate')).some(({ scheme }) => scheme === 'bearer');
    return status === 401 && bearer && credentials.kind !== 'anonymous';
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
/** The registry, signed in to with the credentials of the inputs or of the Docker config. Nothing is sent yet. */
async function connectWith(registry, inputs, context) {
    const credentials = await readCredentials(registry, inputs, context);
    return connectRegistry(registry, { ...context, credentials, mask: context.log.secret, warn: context.log.warn });
}
/**
 * One connection for each registry, so that what one image taught about it (tokens) serves the others. The credentials
 * of the inputs go to `registry` alone; for others there is what the Docker config has for them.
 */
function createConnections(inputs, context) {
    const open = new Map();
    const connect = async (name) => {
        const credentials = await readCredentials(name, credentialsFor(name, inputs), context);
        const settings = { ...context, credentials, mask: context.log.secret, warn: context.log.warn };
        return { registry: connectRegistry(name, settings), account: accountOf(credentials) };
    };
    return (name) => {
        const known = open.get(name.host) ?? connect(name);
        open.set(name.host, known);
        return known;
    };
}
/** The credentials of the inputs, where they are for this registry. */
function credentialsFor({ host }, { registry, username, password }) {
    const isHome = host === (0,images_name/* parseRegistry */.l5)(registry).host;
    return isHome ? { username, password } : { username: undefined, password: undefined };
}
function accountOf(credentials) {
    if (credentials.kind === 'anonymous' || credentials.kind === 'bearer')
        return credentials.kind;
    return `${credentials.kind} ${credentials.username}`;
}
/** Docker Hub's own API, signed in to with the same credentials when it is first asked. Nothing is sent yet. */
async function connectHub(inputs, context) {
    const credentials = await readCredentials({ host: 'docker.io', plainHttp: false }, inputs, context);
    return createDockerHub({ ...context, credentials, mask: context.log.secret });
}
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

;// CONCATENATED MODULE: ./build/src/commands/backup/inputs.js


/** The inputs of `backup`. */
const backupInputs = {
    image: list({
        help: 'The repository, or several, all in one registry: `app` (in `namespace`), `acme/app`, or with its registry `ghcr.io/acme/app`. Left empty: all that are in `namespace`.',
        placeholder: 'NAME,…',
    }),
    ...registryInputs,
    file: file({
        help: 'The file to write, from the working directory. One that exists is replaced, as a whole and at the very end.',
        fallback: 'image-gate-backup.json',
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '30m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/collect.js
/** Milliseconds: nothing is said of work that is done before. */
const silence = 5000;
/** Everything that comes, in its order; now and then a line says how much it is. */
async function collect(coming, words, { progress, now }) {
    const tell = nowAndThen({ progress, now });
    const all = [];
    for await (const one of coming) {
        all.push(one);
        tell(() => words(all.length));
    }
    return all;
}
/** Passes on as many lines as the face can show, and none in the first five seconds. */
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

;// CONCATENATED MODULE: ./build/src/commands/each.js
/**
 * Does the work for each item, at most `atOnce` at a time, and gives the results in the order of the items. A failure ends
 * it: what has been begun is let go to its end, and nothing more is begun.
 * @throws the first failure
 */
async function eachOf(items, atOnce, work) {
    const results = [];
    const waiting = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, item] of waiting) {
            if (failed)
                return;
            results[at] = await work(item).catch((fault) => {
                failed = true;
                throw fault;
            });
        }
    };
    await allEnded(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return results;
}
/**
 * The same for what comes one after the other.
 * @throws the first failure, of the work or of what comes
 */
async function eachComing(coming, atOnce, work) {
    const waiting = coming[Symbol.asyncIterator]();
    let failed = false;
    const worker = async () => {
        for (let next = await waiting.next(); !next.done && !failed; next = await waiting.next()) {
            await work(next.value).catch((fault) => {
                failed = true;
                throw fault;
            });
        }
    };
    await allEnded(Array.from({ length: atOnce }, worker));
}
async function allEnded(workers) {
    const ended = await Promise.allSettled(workers);
    for (const one of ended)
        if (one.status === 'rejected')
            throw one.reason;
}

;// CONCATENATED MODULE: ./build/src/commands/hub-name.js


/** @throws Failure (usage) for a name of more than two parts, which Docker Hub does not have */
function hubNameOf({ path }) {
    const [namespace, name, ...more] = path.split('/');
    if (namespace !== undefined && name !== undefined && more.length === 0)
        return [namespace, name];
    throw (0,errors/* usageFailure */.II)(`${JSON.stringify(path)} is no repository of Docker Hub`, 'Its names have two parts: acme/app.');
}
/** Undefined of a repository that is not in Docker Hub, or cannot be in its API. */
function hubNameIn(repository) {
    const isHub = profileOf(repository.registry).ownApi === 'docker-hub';
    return isHub && repository.path.split('/').length === 2 ? hubNameOf(repository) : undefined;
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

;// CONCATENATED MODULE: ./build/src/registries/inspection.js



/** How deep indexes may lie in one another. */
const depthLimit = 4;
const configTypes = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
/** Reads what there is behind a manifest that has been read itself. @throws Failure as `ImageReader`. */
async function inspectManifest(repository, manifest, wanted) {
    const attestations = [];
    const images = await imagesOf(repository, manifest, wanted, attestations, 1);
    const asked = typeof wanted === 'string' ? images : images.filter((image) => isFor(image.platform, wanted));
    return { descriptor: manifest.descriptor, annotations: manifest.annotations, images: asked, attestations };
}
async function imagesOf(repository, manifest, wanted, attestations, depth) {
    if (manifest.content.kind === 'image')
        return [await inspection_readImage(repository, manifest, manifest.content)];
    if (depth > depthLimit)
        throw unreadable(manifest.descriptor, `more than ${depthLimit} indexes lie in one another`);
    attestations.push(...manifest.content.manifests.filter(isAttestation));
    const children = manifest.content.manifests.filter((child) => !isAttestation(child) && mayBe(child, wanted));
    const read = wanted === 'first' ? children.slice(0, 1) : children;
    const found = await Promise.all(read.map(async (child) => {
        const inner = await repository.manifest(child.digest);
        if (inner === undefined)
            throw unreadable(child, 'an index lists it, and the registry answers 404 for it');
        const images = await imagesOf(repository, inner, wanted, attestations, depth + 1);
        // The index knows more than a config can say: a platform for what has no config of its own.
        return images.map((image) => ({ ...image, platform: image.platform ?? child.platform }));
    }));
    return found.flat();
}
/** BuildKit's: an annotation says so, or the platform, which is unknown/unknown. */
function isAttestation({ annotations, platform }) {
    return (annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
        (platform?.os === 'unknown' && platform.architecture === 'unknown'));
}
/** Whether it is worth reading; what does not say its platform has to be read to know. */
function mayBe(child, wanted) {
    return typeof wanted === 'string' || child.platform === undefined || isIndex(child) || isFor(child.platform, wanted);
}
function isFor(platform, wanted) {
    return platform !== undefined && samePlatform(platform, wanted);
}
async function inspection_readImage(repository, manifest, { config, layers }) {
    const value = isImageConfig(config) ? read(await repository.smallBlob(config)) : {};
    const { os, architecture, variant, created } = value;
    const known = typeof os === 'string' && typeof architecture === 'string' && os !== '' && architecture !== '';
    return {
        descriptor: manifest.descriptor,
        platform: known ? { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) } : undefined,
        created: inspection_timeOf(created),
        labels: isObject(value.config) ? texts(value.config.Labels) : {},
        annotations: manifest.annotations,
        artifactType: manifest.artifactType,
        config,
        layers,
    };
}
/** Whether this is the config of a container image: others (of charts, of signatures) say something else. */
function isImageConfig({ mediaType }) {
    return configTypes.test(mediaType);
}
/** When an image was created, by the bytes of its config; undefined where it does not say. */
function createdOf(config) {
    return inspection_timeOf(read(config).created);
}
/** RFC 3339, as the image specification has it. */
function inspection_timeOf(value) {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value))
        return undefined;
    const time = new Date(value);
    return Number.isNaN(time.getTime()) ? undefined : time;
}
/** Bytes that are transferred for these images, compressed: configs and layers, each blob once. */
function sizeOf(images) {
    const blobs = new Map(images.flatMap(({ config, layers }) => [config, ...layers]).map((one) => [one.digest, one]));
    return [...blobs.values()].reduce((sum, { size = 0 }) => sum + size, 0);
}
function read(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        return isObject(value) ? value : {};
    }
    catch {
        return {};
    }
}
function unreadable({ digest }, answered) {
    return new errors/* Failure */.HR('server', {
        asked: `the manifest ${digest}`,
        answered,
        advice: 'The image is damaged: build and push it again.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/tags/read.js






/** Images that are read one by one before it is wiser to ask for less: some thousands of requests. */
const mostRead = 1000;
const mostDamaged = 20;
const atOnce = 8;
/** All tags by the registry's list: names, a thousand a request. What is no legal tag nobody can ask for. */
async function listNames(repository, context) {
    const names = await collect(repository.tags(), (count) => `${count} tags so far`, context);
    return legalTags(names.map((name) => ({ name })), context);
}
/** All tags with their details by Docker Hub's API, a hundred a request. */
async function listHubTags(hub, [namespace, name], context) {
    const listed = async function* () {
        for await (const tag of hub.tags(namespace, name))
            yield { name: tag.name, details: hubDetails(tag) };
    };
    return legalTags(await collect(listed(), (count) => `${count} tags so far`, context), context);
}
/** Artifactory lists digests among its tags; anything else that is no tag is not shown and never asked for. */
function legalTags(tags, { log }) {
    const legal = tags.filter(({ name }) => (0,images_name/* isTag */.dz)(name));
    const others = tags.length - legal.length;
    if (others > 0)
        log.warn(`The registry lists ${others} names that are no legal tags: they were left out.`);
    return legal;
}
function hubDetails(tag) {
    const platforms = tag.images.flatMap(({ platform }) => (platform === undefined ? [] : [formatPlatform(platform)]));
    return {
        digest: tag.digest,
        mediaType: tag.mediaType,
        size: tag.size,
        platforms: [...new Set(platforms)].filter((platform) => platform !== 'unknown/unknown'),
        pushed: tag.pushed ?? tag.updated,
        pulled: tag.pulled,
    };
}
/**
 * The same tags with what their images say, read eight at a time, each distinct image once. A tag that went away
 * meanwhile is left out; one that cannot be read says why.
 * @throws Failure (unsupported) when they are too many to be read one by one
 */
async function readDetails(tags, repository, wanted, context) {
    if (tags.length > mostRead)
        throw tooMany(tags.length);
    const known = new Map();
    const tell = nowAndThen(context);
    let done = 0;
    let failed = 0;
    const readOne = async (tag) => {
        const manifest = await repository.manifest(tag.name);
        if (manifest === undefined)
            return undefined;
        const { digest } = manifest.descriptor;
        const reading = known.get(digest) ?? inspectManifest(repository, manifest, wanted).then(read_detailsOf);
        known.set(digest, reading);
        return { ...tag, details: await reading };
    };
    const read = await eachOf(tags, atOnce, async (tag) => {
        try {
            return await readOne(tag);
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            const failure = (0,errors/* asFailure */.h_)(thrown);
            failed += 1;
            // One image may be damaged; what is refused or out of reach will be so for all the others.
            if (failure.kind !== 'server' || failed > mostDamaged)
                throw failure;
            return { ...tag, failure };
        }
        finally {
            done += 1;
            tell(() => `${done} of ${tags.length} images read`, { done, total: tags.length });
        }
    });
    return read.filter((tag) => tag !== undefined);
}
function read_detailsOf({ descriptor, images }) {
    const platforms = images.flatMap(({ platform }) => (platform === undefined ? [] : [formatPlatform(platform)]));
    const times = images.flatMap(({ created }) => (created === undefined ? [] : [created.getTime()]));
    return {
        digest: descriptor.digest,
        mediaType: descriptor.mediaType,
        size: sizeOf(images),
        platforms: [...new Set(platforms)],
        created: times.length === 0 ? undefined : new Date(Math.max(...times)),
    };
}
function tooMany(count) {
    return new errors/* Failure */.HR('unsupported', {
        asked: `the dates or details of ${count} tags`,
        answered: `this registry tells none in its list, and each image would have to be read; that is done for ${mostRead} at most`,
        advice: 'Choose fewer tags with include and exclude; for details limit helps too, for sort: pushed it cannot, because the ' +
            'latest are only known when all are. sort: version needs no dates.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/backup/read.js






const repositoriesAtOnce = 4;
const headsAtOnce = 8;
/** By Docker Hub's API: with settings, dates, sizes, platforms. */
async function readHub(hub, scope, context) {
    const names = scope.kind === 'images' ? scope.images.map(hubNameOf) : await listNamespace(hub, scope.namespace, context);
    return read_readAll(names, context, async ([namespace, name]) => {
        const details = await hub.repository(namespace, name);
        if (details === undefined)
            return missing(`${namespace}/${name}`, 'docker.io', scope, context);
        const listed = await listHubTags(hub, [namespace, name], context);
        const tags = listed.map(({ name: tag, details: found }) => ({
            name: tag,
            digest: found?.digest,
            mediaType: found?.mediaType,
            size: found?.size,
            pushed: found?.pushed,
            platforms: found?.platforms ?? [],
        }));
        return { name: `${namespace}/${name}`, settings: details, tags };
    });
}
/** By the registry's own lists, and a HEAD for each tag. */
async function readRegistry(registry, name, scope, context) {
    const paths = scope.kind === 'images'
        ? scope.images.map(({ path }) => path)
        : await read_listCatalog(registry, scope.namespace, context);
    return read_readAll(paths, context, async (path) => {
        const repository = registry.repository({ registry: name, path });
        const listed = await listNames(repository, context).catch((fault) => {
            // The catalog still names repositories whose tags are all deleted.
            const gone = fault instanceof errors/* Failure */.HR && fault.kind === 'not-found';
            if (gone && scope.kind === 'namespace')
                return [];
            throw fault;
        });
        const tell = nowAndThen(context);
        let done = 0;
        const tags = await eachOf(listed, headsAtOnce, async ({ name: tag }) => {
            const descriptor = await repository.head(tag);
            done += 1;
            tell(() => `${path}: ${done} of ${listed.length} tags`, { done, total: listed.length });
            if (descriptor !== undefined)
                return { name: tag, digest: descriptor.digest, mediaType: descriptor.mediaType };
            context.log.warn(`${path}:${tag} was listed, and is not there: it was left out.`);
            return undefined;
        });
        return { name: path, tags: tags.filter((tag) => tag !== undefined) };
    });
}
async function read_readAll(items, context, read) {
    const tell = nowAndThen(context);
    let done = 0;
    const found = await eachOf(items, repositoriesAtOnce, async (item) => {
        const repository = await read(item);
        done += 1;
        tell(() => `${done} of ${items.length} repositories read`, { done, total: items.length });
        return repository;
    });
    return found.filter((repository) => repository !== undefined);
}
async function listNamespace(hub, namespace, context) {
    const listed = await collect(hub.repositories(namespace), (count) => `${count} repositories so far`, context);
    if (listed.length === 0) {
        context.log.warn(`Docker Hub lists no repositories in ${namespace}: it says that of a namespace that does not exist, and of one where ` +
            'all are private and not for these credentials. The backup is empty.');
    }
    return listed.map(({ name }) => [namespace, name]);
}
async function read_listCatalog(registry, namespace, context) {
    const listed = await collect(registry.repositories(), (count) => `${count} repositories so far`, context);
    const inside = listed.filter((path) => path.startsWith(`${namespace}/`));
    const legal = inside.filter(images_name/* isRepositoryPath */.og);
    const others = inside.length - legal.length;
    if (others > 0)
        context.log.warn(`The registry lists ${others} names that are no names of images: they were left out.`);
    if (legal.length === 0) {
        context.log.warn(`The registry lists ${listed.length} repositories, and none in ${namespace}. The backup is empty.`);
    }
    return legal;
}
/** One that was named must be there; one that was listed may have gone meanwhile. */
function missing(path, host, { kind }, { log }) {
    const name = (0,images_name/* formatRepository */.Sh)({ registry: { host, plainHttp: false }, path });
    if (kind === 'images') {
        throw new errors/* Failure */.HR('not-found', {
            asked: `the repository ${name}`,
            answered: 'Docker Hub has none of that name that these credentials may see',
            advice: 'Check the name; for a private one give username and password (an access token with Read).',
        });
    }
    log.warn(`${name} was listed, and is not there: it was left out.`);
    return undefined;
}

// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/reports/quantities.js
const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
/** Bytes for people, in powers of 1000 as Docker shows them: `512 B`, `3.4 MB`, `120 GB`. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** A number with its thousands apart: `12,345`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
/** The number with its noun: `1 tag`, `2 tags`, `3 repositories`. */
function quantities_countOf(count, one, several = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : several}`;
}
/** To the minute, in UTC: `2026-01-31 23:59`. */
function formatTime(time) {
    return time.toISOString().slice(0, 16).replace('T', ' ');
}

;// CONCATENATED MODULE: ./build/src/commands/backup/report.js


/** Rows of the summary that stand open, and those that are folded; the file has all. */
const report_open = 50;
const most = 2000;
/** What a backup has to say, for every face. */
function reportBackup(result) {
    const { file, registry, repositories } = result;
    const headline = headlineOf(result);
    const [columns = [], ...rows] = withoutEmpty([heads, ...repositories.map(cellsOf)]);
    const markdownRows = rows.slice(0, most).map(([name = '', ...cells]) => [(0,markdown/* code */.aY)(name), ...cells.map(markdown/* plain */.pj)]);
    const withHead = (some) => (0,markdown/* table */.tp)([columns.map(markdown/* plain */.pj), ...some]);
    const more = markdownRows.slice(report_open);
    return {
        outputs: { file, count: String(repositories.length) },
        json: {
            file,
            registry,
            count: repositories.length,
            repositories: repositories.map(({ name, tags }) => ({ name, tags: tags.length })),
        },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(headline)}`, repositories.length === 0 ? undefined : withHead(markdownRows.slice(0, report_open)), more.length === 0
            ? undefined
            : (0,markdown/* folded */.TM)(quantities_countOf(more.length, 'more repository', 'more repositories'), withHead(more)), rows.length > most ? (0,markdown/* plain */.pj)(`${rows.length - most} further repositories are in the file only.`) : undefined),
        table: {
            columns,
            rows: rows.map((cells) => cells.map((text) => ({ text }))),
        },
        headline,
        failures: [],
        exitCode: 0,
    };
}
const heads = ['Repository', 'Visibility', 'Tags', 'Last push'];
/** Without the columns that no row has: only Docker Hub tells some of them. */
function withoutEmpty(lines) {
    const [, ...rows] = lines;
    return lines.map((cells) => cells.filter((_, at) => rows.some((row) => row[at] !== '')));
}
function cellsOf({ name, settings, tags }) {
    const visibility = settings?.private === undefined ? '' : settings.private ? 'private' : 'public';
    const times = tags.flatMap(({ pushed }) => (pushed === undefined ? [] : [pushed.getTime()]));
    const last = times.reduce((latest, time) => Math.max(latest, time), 0);
    return [name, visibility, formatCount(tags.length), last === 0 ? '' : formatTime(new Date(last))];
}
function headlineOf({ registry, repositories, file }) {
    const tags = repositories.reduce((sum, repository) => sum + repository.tags.length, 0);
    return `${quantities_countOf(repositories.length, 'repository', 'repositories')} of ${registry} with ${quantities_countOf(tags, 'tag')}: written to ${file}`;
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

;// CONCATENATED MODULE: ./build/src/commands/image-input.js




/**
 * Reads an image as people give it to a command: `app`, which gets the namespace in front, `acme/app:1.0`, or with its
 * registry `ghcr.io/acme/app@sha256:…`.
 * @throws Failure (usage) when it is no name, or in another registry than the credentials are for.
 */
function image_input_readImage(given, where, workflow) {
    const image = readImageAnywhere(given, where, workflow);
    checkRegistries(image.registry, (0,images_name/* parseRegistry */.l5)(where.registry), where);
    return image;
}
/** The same in whatever registry: for a command that signs in to each by what the Docker config has for it. */
function readImageAnywhere(given, where, workflow) {
    const registry = (0,images_name/* parseRegistry */.l5)(where.registry);
    const namespace = given.includes('/') ? undefined : namespaceFor(registry, where, workflow);
    return (0,images_name/* parseImageName */["if"])(namespace === undefined ? given : `${namespace}/${given}`, registry);
}
/** As everywhere in the world of containers. */
function withTag(image) {
    return image.tag === undefined && image.digest === undefined ? { ...image, tag: 'latest' } : image;
}
/** The same for a command that is about a whole repository. @throws Failure (usage) when there is a tag or a digest. */
function readRepositoryName(given, where, workflow) {
    const image = image_input_readImage(given, where, workflow);
    if (image.tag === undefined && image.digest === undefined)
        return image;
    throw (0,errors/* usageFailure */.II)(`image ${JSON.stringify(given)} has a tag or a digest`, 'Give the name alone.');
}
/** Docker Hub's official images need none; on ghcr.io it is the workflow's owner. */
function namespaceFor(registry, { namespace }, workflow) {
    if (namespace !== undefined || profileOf(registry).emptyNamespace !== 'owner')
        return namespace;
    const owner = workflow?.repository.split('/')[0]?.toLowerCase();
    if (owner !== undefined)
        return owner;
    throw (0,errors/* usageFailure */.II)(`namespace is needed for images in ${registry.host}`, 'Give the user or organization that has the image, or the whole name as image.');
}

;// CONCATENATED MODULE: ./build/src/commands/backup.js











/** Repositories, their settings and their tags as one file, of which two can be compared. */
const backup = {
    name: 'backup',
    summary: 'Writes repositories, their settings and their tags with digests and dates as one JSON file, to keep and compare.',
    inputs: backupInputs,
    positional: ['image'],
    outputs: { file: 'The file that was written.', count: 'How many repositories are in it.' },
    timeout: (inputs) => inputs.timeout,
    run: runBackup,
    report: reportBackup,
};
async function runBackup(inputs, context) {
    const { registry, scope } = planBackup(inputs, context);
    const file = inputs.file ?? '';
    await checkTarget(file);
    const created = context.now();
    const read = profileOf(registry).ownApi === 'docker-hub'
        ? await readHub(await connectHub(inputs, context), scope, context)
        : await readRegistry(await connectWith(registry, inputs, context), registry, scope, context);
    const repositories = [...read].sort((one, other) => (one.name < other.name ? -1 : 1));
    await writeBackup(file, formatBackup({ registry: registry.host, created, repositories }));
    return { file, registry: registry.host, created, repositories };
}
/** @throws Failure (usage) when nothing is named, or what is named makes no one backup. */
function planBackup(inputs, context) {
    const { image, namespace } = inputs;
    if (image.length === 0)
        return { registry: (0,images_name/* parseRegistry */.l5)(inputs.registry), scope: wholeNamespace(namespace) };
    const named = image.map((one) => readRepositoryName(one, inputs, context.workflow));
    const images = [...new Map(named.map((one) => [one.path, one])).values()];
    const [first] = named;
    const other = named.find((one) => one.registry.host !== first?.registry.host);
    if (first === undefined || other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`image names repositories in ${first?.registry.host} and ${other?.registry.host}`, 'A backup is of one registry: use one step for each.');
    }
    checkHubNames(images);
    return { registry: first.registry, scope: { kind: 'images', images } };
}
function wholeNamespace(namespace) {
    if (namespace === undefined) {
        throw (0,errors/* usageFailure */.II)('neither image nor namespace is given', 'Name the repositories to keep, or the namespace of all.');
    }
    if ((0,images_name/* isRepositoryPath */.og)(namespace))
        return { kind: 'namespace', namespace };
    throw (0,errors/* usageFailure */.II)(`namespace is ${JSON.stringify(namespace)}, which no namespace is called`, 'It is in lower case.');
}
function checkHubNames(images) {
    for (const image of images)
        if (profileOf(image.registry).ownApi === 'docker-hub')
            hubNameOf(image);
}

;// CONCATENATED MODULE: ./build/src/registries/deleter.js



/**
 * The way of this registry. Which one that is may show only in its challenge; so it is chosen at the first delete.
 * @throws Failure: unsupported as `refuseUndeletable`, authentication where its API needs credentials and there are none
 */
function createDeleter(name, registry, apis) {
    refuseUndeletable(name);
    const { deletes } = profileOf(name);
    if (deletes?.kind === 'docker-hub')
        return dockerHubDeleter(apis.hub());
    if (deletes?.kind === 'ghcr')
        return ghcrDeleter(apis.ghcr());
    const oci = ociDeleter();
    const harbor = harborDeleter(apis.harbor);
    const known = () => (registry.profile().deletes?.kind === 'harbor' ? harbor : oci);
    return {
        tag: (...asked) => known().tag(...asked),
        digest: (...asked) => known().digest(...asked),
    };
}
/** Deletes by the OCI distribution specification. */
function ociDeleter() {
    return { tag: deleteAndLook, digest: deleteAndLook };
}
/** Deletes tags by Docker Hub's own API, and manifests by its registry, which spares what a tag or an index needs. */
function dockerHubDeleter(hub) {
    return {
        async tag({ path }, _access, tag) {
            const slash = path.indexOf('/');
            return { kind: await hub.deleteTag(path.slice(0, slash), path.slice(slash + 1), tag) };
        },
        digest: deleteAndLook,
    };
}
/** Deletes tags by Harbor's own API, and manifests by its registry. */
function harborDeleter(harborOf) {
    return {
        async tag(repository, access, tag, digest) {
            const kind = await harborOf(repository).deleteTag(digest, tag);
            if (kind === 'deleted' || (await access.head(tag)) === undefined)
                return { kind };
            throw new errors/* Failure */.HR('server', {
                asked: `Deleting ${(0,images_name/* formatImage */.vy)({ ...repository, tag })}`,
                answered: `it is not on ${digest} any more, and was left alone`,
                advice: 'Somebody pushed it just now: look at it, and try again.',
            });
        },
        digest: deleteAndLook,
    };
}
const versionsOnly = 'GHCR deletes versions of a package, by GitHub’s API, and a version is a manifest with all its tags';
/** Deletes manifests by GitHub's API, and no tag alone. A package's versions are listed once. */
function ghcrDeleter(packagesOf) {
    return {
        refusesTags: versionsOnly,
        clearsLeftovers: true,
        async prepare(repository) {
            await packagesOf(repository).ids();
        },
        async tagsOn(repository, digest) {
            const id = (await packagesOf(repository).ids()).get(digest);
            return (id === undefined ? undefined : await packagesOf(repository).version(id))?.tags ?? [];
        },
        tag: async () => ({ kind: 'unsupported', status: 405, words: versionsOnly }),
        async digest(repository, access, digest) {
            const id = (await packagesOf(repository).ids()).get(digest);
            if (id !== undefined)
                return { kind: await packagesOf(repository).deleteVersion(id) };
            if ((await access.head(digest)) === undefined)
                return { kind: 'missing' };
            throw new errors/* Failure */.HR('server', {
                asked: `Deleting ${(0,images_name/* formatImage */.vy)({ ...repository, digest })}`,
                answered: 'the registry has it, and GitHub’s list of the package’s versions does not',
                advice: 'The list may be behind after a push: try again in a few minutes.',
            });
        },
    };
}
/** @throws Failure (unsupported) for a registry whose images are not deleted through it at all */
function refuseUndeletable(registry) {
    const { deletes } = profileOf(registry);
    if (deletes?.kind !== 'elsewhere')
        return;
    throw new errors/* Failure */.HR('unsupported', {
        asked: `Deleting from ${registry.host}`,
        answered: 'its registry deletes neither tags nor manifests',
        advice: deletes.advice,
    });
}
/** What the registry's token must allow: where an API of its own deletes, reading is enough. */
function accessToDelete(registry, { digests }) {
    const { deletes } = profileOf(registry);
    if (deletes?.kind === 'ghcr')
        return 'pull';
    return deletes === undefined || digests ? 'delete' : 'pull';
}
/** 404 to a delete means that it is gone, unless it is not: ECR says 404 to every delete (fluxcd/pkg#328). */
async function deleteAndLook(repository, access, reference) {
    const deletion = await access.deleteManifest(reference);
    if (deletion.kind !== 'missing' || (await access.head(reference)) === undefined)
        return deletion;
    const image = reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference };
    throw new errors/* Failure */.HR('unsupported', {
        asked: `Deleting ${(0,images_name/* formatImage */.vy)(image)}`,
        answered: 'the registry says 404 to the delete, and still has it',
        advice: 'It deletes by an API of its own: use its own tool.',
    });
}
const disabledAdvice = 'Deleting is switched off, or this image is protected. In the registry of the distribution project (registry:2, ' +
    'registry:3) set storage.delete.enabled: true, or REGISTRY_STORAGE_DELETE_ENABLED=true in its environment, and ' +
    'restart it; elsewhere look for deletion, immutability and protection in the settings of the repository.';
/**
 * Whether it is the registry's word that nothing has changed, as far as it goes: an earlier try may have been done, and
 * its answer lost.
 */
function isRefusal({ kind }) {
    return ['unsupported', 'authentication', 'denied'].includes(kind);
}
/** That the registry has refused to delete this, by what it said, and what can be switched on. */
function notDeletable(image, words) {
    return new errors/* Failure */.HR('unsupported', {
        asked: `Deleting ${image}`,
        answered: `not possible here: ${words}`,
        advice: disabledAdvice,
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
const build_inputs_most = 25;
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
    if (inputs.length > build_inputs_most)
        throw (0,errors/* usageFailure */.II)(`build-inputs has ${inputs.length} entries; ${build_inputs_most} are the most that a workflow takes`);
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
        answered: `not finished after ${(0,polling/* formatDuration */.a3)(timeout)}`,
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
        return { answer: await http.request(request), asked: (0,http_message/* describe */.q0)(request) };
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
    const state = await (0,polling/* poll */.wt)(ask, {
        ...settings,
        wait: settings.timeout,
        pauses,
        isDone: ({ finished }) => finished,
        onPending(pending, waited, failure) {
            const word = pending?.word ?? failure?.message ?? 'unknown';
            if (word !== told)
                settings.info(`${name}: ${word}`);
            told = word;
            const time = `${(0,polling/* formatDuration */.a3)(Math.min(waited, settings.timeout))} of ${(0,polling/* formatDuration */.a3)(settings.timeout)}`;
            settings.progress(`${time}, ${name}: ${word}`);
        },
    });
    if (state.finished)
        return state;
    throw new errors/* Failure */.HR('timeout', {
        asked: name,
        answered: `not finished after ${(0,polling/* formatDuration */.a3)(settings.timeout)}, it is ${state.word}`,
        advice: 'It goes on without us. Give more build-timeout, or see on its page what it waits for.',
    });
}

;// CONCATENATED MODULE: ./build/src/builders/pipeline.js









/** Bitbucket Pipelines: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/ */
function pipelineBuilder(wanted, settings) {
    return {
        async build(order, onPage) {
            const path = `/repositories/${(0,http_message/* encodePath */.O0)(order.sourceRepository)}/pipelines`;
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
        async request(method, path, { headers = {}, body = {}, repeatable } = {}) {
            // Loaded here and not before: most checks do not ask GitHub anything.
            const { GitHub } = await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 1845));
            let answer;
            const recording = {
                async request(request) {
                    answer = await http.request(repeatable === undefined ? request : { ...request, repeatable });
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
        throw failureOf(answer, (0,http_message/* describe */.q0)(request), api.advice);
    return jsonObject(answer, (0,http_message/* describe */.q0)(request));
}
/**
 * A commit, or that there is none, is only believed from the server that was asked.
 * @throws Failure (server) when a redirect led to another.
 */
function checkOrigin(answer, request) {
    if ((0,origins/* sameOrigin */.Nm)(answer.url, request.url))
        return;
    throw new errors/* Failure */.HR('server', {
        asked: (0,http_message/* describe */.q0)(request),
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
            const path = `/repositories/${(0,http_message/* encodePath */.O0)(repository)}`;
            const at = async (rest, ...keys) => {
                const found = await getJson(api, `${path}${rest}`);
                return found && textAt(found, ...keys);
            };
            // These two take a slash in the name as it is; /commit/ does not (BCLOUD-9969), but a short SHA has none.
            return resolveBy({
                branch: (name) => at(`/refs/branches/${(0,http_message/* encodePath */.O0)(name)}`, 'target', 'hash'),
                tag: (name) => at(`/refs/tags/${(0,http_message/* encodePath */.O0)(name)}`, 'target', 'hash'),
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
                const path = `/repos/${(0,http_message/* encodePath */.O0)(repository)}`;
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
                const commit = (revision) => shaOf(api, `/repos/${(0,http_message/* encodePath */.O0)(repository)}/commits/${(0,http_message/* encodePath */.O0)(revision)}`);
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
const github_missing = new Set([404, 409, 422]);
/** The commit's SHA alone: this media type spares the diff, and the answer has annotated tags peeled. */
async function shaOf(api, path) {
    const answer = await api.request('GET', path, { headers: { accept: 'application/vnd.github.sha' } });
    const request = { method: 'GET', url: new URL(`${api.base}${path}`) };
    checkOrigin(answer, request);
    if (github_missing.has(answer.status))
        return undefined;
    if (answer.status !== 200)
        throw failureOf(answer, (0,http_message/* describe */.q0)(request), github_advice);
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
    return given.map((whole) => source_readRepository(kind, whole, inputs.owner ?? workflow?.repository.split('/')[0]));
}
function source_readRepository(kind, whole, usualOwner) {
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
const image_depthLimit = 4;
/** How many images one index may list: real ones have a dozen. */
const childLimit = 100;
/**
 * Reads the platforms of an image: from the index where there is one, else from the image's config. Attestations
 * (platform unknown/unknown) are no images. Labels that are wanted cost two more requests a platform.
 */
async function image_readImage(repository, digest, wantLabels) {
    const manifest = await mustRead(repository, digest);
    const { annotations } = manifest;
    const wants = (platform) => wantLabels(annotations, platform);
    return { annotations, images: await image_imagesOf(repository, manifest, wants, 1) };
}
async function image_imagesOf(repository, manifest, wants, depth) {
    if (manifest.content.kind === 'image')
        return [await image_readConfig(repository, manifest, manifest.content.config)];
    if (depth > image_depthLimit)
        throw image_unreadable(manifest.descriptor, `more than ${image_depthLimit} indexes lie in one another`);
    const children = manifest.content.manifests.filter(isImage);
    if (children.length > childLimit)
        throw image_unreadable(manifest.descriptor, `its index lists more than ${childLimit} images`);
    const listed = [];
    for (const descriptor of children) {
        const { platform } = descriptor;
        if (platform !== undefined && !isIndex(descriptor) && !wants(platform))
            listed.push([{ descriptor, platform }]);
        else
            listed.push(await image_imagesOf(repository, await mustRead(repository, descriptor.digest), wants, depth + 1));
    }
    return listed.flat();
}
/** BuildKit's attestations: an annotation says so, and the platform is unknown/unknown. */
function isImage(descriptor) {
    const attestation = descriptor.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest';
    return !attestation && descriptor.platform?.os !== 'unknown' && descriptor.platform?.architecture !== 'unknown';
}
async function image_readConfig(repository, manifest, config) {
    const value = image_parse(await repository.smallBlob(config));
    const { os, architecture, variant, config: inner } = isObject(value) ? value : {};
    if (typeof os !== 'string' || typeof architecture !== 'string') {
        throw image_unreadable(manifest.descriptor, `its config (${config.mediaType}) does not say which platform it is for`);
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
        throw image_unreadable({ digest }, 'the registry lists it, and answers 404 for it');
    return manifest;
}
function image_unreadable({ digest }, answered) {
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
    const findings = await image_readImage(repository, digest, (...image) => needsLabels(requirements, ...image));
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
    const verdict = await (0,polling/* poll */.wt)(ask, {
        ...context,
        wait,
        pauses: look_pauses,
        isDone: ({ ready }) => ready,
        onPending(_verdict, waited, failure) {
            const trouble = failure?.message ?? '';
            if (trouble !== '' && trouble !== told)
                context.log.info(`${trouble}; still waiting`);
            told = trouble;
            const time = `${(0,polling/* formatDuration */.a3)(Math.min(waited, wait))} of ${(0,polling/* formatDuration */.a3)(wait)}`;
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
    'prune-keep': wholeNumber({
        help: 'Prunes the repository of an image that is ready to so many images, the newest; the one just checked always stays. A journal is kept, as by `prune`.',
        placeholder: 'N',
        refusesEmpty: true,
    }),
    timeout: duration({
        help: 'The time for all of it.',
        fallbackHelp: '2 minutes more than `wait` and, with a build, `build-timeout`; with `prune-keep` 30 minutes more',
    }),
};

// EXTERNAL MODULE: ./build/src/reports/failure.js
var reports_failure = __webpack_require__(1495);
;// CONCATENATED MODULE: ./build/src/registries/ghcr-answers.js




/** `per_page` times `page` is at most this (the API's description). */
const mostListed = 10_000;
const rightsAdvice = 'The password must be a personal access token (classic) with read:packages and delete:packages (to restore: ' +
    'write:packages) of somebody who is admin of the package; or, in a workflow, github.token with permissions: packages: ' +
    'write, where the package’s settings (Manage Actions access) give this repository the role Admin. Fine-grained tokens ' +
    'and those of GitHub Apps do not work here.';
/** What to do about a refusal. */
const packagesAdvice = {
    authentication: rightsAdvice,
    denied: rightsAdvice,
    'not-found': 'GitHub says this of a package that does not exist and of one that the token may not see: check owner and name. ' +
        rightsAdvice,
};
/**
 * The token for GitHub's API, which is the registry's password.
 * @throws Failure (authentication) where there is none
 */
function packagesToken(credentials) {
    if (credentials.kind === 'password')
        return credentials.password;
    if (credentials.kind === 'identity')
        return credentials.token;
    throw new errors/* Failure */.HR('authentication', {
        asked: 'Signing in to GitHub’s API, which deletes what is in ghcr.io',
        answered: credentials.kind === 'anonymous'
            ? 'no credentials were given, and the Docker config has none for ghcr.io'
            : 'the Docker config has only a token of the registry, which GitHub’s API does not take',
        advice: `Give username and password. ${rightsAdvice}`,
    });
}
/** A delete or restore that GitHub refused: 400 is its word for what it never deletes. */
function ghcr_answers_refused(answer, method) {
    const failure = failureOf(answer, (0,http_message/* describe */.q0)({ method, url: answer.url }), packagesAdvice);
    if (answer.status !== 400)
        return failure;
    return new errors/* Failure */.HR('unsupported', {
        asked: '',
        answered: failure.message,
        advice: 'GitHub deletes neither a version of a public package that was downloaded more than 5,000 times (its support may) ' +
            'nor the last tagged version of a package (delete the package, on its page at GitHub): leave this one out.',
    });
}
/** A 404 to the delete of a version that can be read. */
function notAllowed(answer) {
    const { message } = failureOf(answer, (0,http_message/* describe */.q0)({ method: 'DELETE', url: answer.url }));
    return new errors/* Failure */.HR('denied', {
        asked: '',
        answered: `${message}; and yet the version is there`,
        advice: rightsAdvice,
    });
}
/** A package with more versions than GitHub lists. */
function ghcr_answers_tooMany(repository) {
    return new errors/* Failure */.HR('unsupported', {
        asked: `the versions of the package ${(0,images_name/* formatRepository */.Sh)(repository)}`,
        answered: `GitHub lists ${mostListed.toLocaleString('en')} of them and no more, and half a list is none to delete by`,
        advice: 'Delete versions that nobody needs on the package’s page at GitHub, or by their ids with gh api, until there are ' +
            'fewer. The parts of a multi-platform image are versions without a tag: do not delete these by themselves.',
    });
}

;// CONCATENATED MODULE: ./build/src/registries/ghcr-version.js


/** The `package-version` of the API. What says nothing of its tags must not be taken for one without. */
function readVersion(value) {
    if (!isObject(value) || !isObject(value.metadata) || !isObject(value.metadata.container))
        return undefined;
    const { id } = value;
    const { tags } = value.metadata.container;
    const digest = digestIn(value.name);
    const created = timeOf(value.created_at);
    const updated = timeOf(value.updated_at);
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || digest === undefined)
        return undefined;
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string'))
        return undefined;
    if (created === undefined || updated === undefined)
        return undefined;
    return { id, digest, tags, created, updated };
}

;// CONCATENATED MODULE: ./build/src/registries/linked-pages.js






/**
 * The entries of such a list, each once: pages are counted, not held still, and an entry slips onto the next page while
 * something is pushed.
 * @param first the answer with the first page
 * @throws Failure: server when the pages go round in a circle, lead to another host, hold what cannot be read, or are not
 * as many entries as `X-Total-Count` says, where it is given: half a list must not look like a whole one.
 */
async function* listLinkedPages(first, list) {
    const seen = new Set();
    let total = 0;
    let answer = first;
    for (let page = 1;; page += 1) {
        const request = { method: 'GET', url: answer.url };
        const asked = (0,http_message/* describe */.q0)(request);
        if (answer.status !== 200)
            throw list.failed(answer, asked, page);
        if (!(0,origins/* sameOrigin */.Nm)(answer.url, list.origin))
            throw (0,http_message/* refusal */.x5)(request, `a redirect led there, and not to ${list.origin.host}`);
        const fresh = [];
        for (const value of jsonArray(answer, asked)) {
            const entry = list.read(value);
            if (entry === undefined)
                throw linked_pages_broken(asked, 'its list has something in it that cannot be read');
            if (!seen.has(list.keyOf(entry)))
                fresh.push(entry);
            seen.add(list.keyOf(entry));
        }
        yield* fresh;
        const counted = countOf(Number(answer.header('x-total-count') ?? total)) ?? total;
        // What stood behind something that was deleted has slipped onto a page that has been read.
        if (counted < total)
            throw linked_pages_broken(asked, 'something was deleted while its list was read');
        total = counted;
        const next = linked_pages_nextPage(answer, request, list.origin);
        if (next === undefined && seen.size < total)
            throw linked_pages_broken(asked, `its list ends after ${seen.size} of ${total}`);
        if (next === undefined)
            return;
        if (fresh.length === 0)
            throw linked_pages_broken(asked, 'its pages go round in a circle');
        answer = await list.ask(next);
    }
}
function linked_pages_nextPage({ headerValues }, request, origin) {
    const next = nextLink(headerValues('link'));
    if (next === undefined)
        return undefined;
    const url = URL.canParse(next, request.url.href) ? new URL(next, request.url) : undefined;
    if (url !== undefined && (0,origins/* sameOrigin */.Nm)(url, origin))
        return url;
    throw (0,http_message/* refusal */.x5)(request, `its next page is ${url === undefined ? 'no address' : `at ${url.origin}`}`);
}
function linked_pages_broken(asked, answered) {
    return new errors/* Failure */.HR('server', { asked, answered, advice: 'Try again; if it stays so, tell the operator.' });
}

;// CONCATENATED MODULE: ./build/src/registries/ghcr-packages.js








const ghcr_packages_pageSize = 100;
/**
 * The package of this repository. Nothing is sent yet.
 * @throws Failure (usage) for a name without an owner
 */
function createGhcrPackages(repository, settings) {
    const api = createGitHubApi(settings.http, settings.api, settings.token);
    const origin = new URL(api.base);
    const [inOrganization, ofUser] = homesOf(repository);
    let home;
    let ids;
    /** GET below the package. Whether its owner is an organization or a user shows in who knows it, and is remembered. */
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
    /** @throws Failure for every answer but that the package is there */
    async function requirePackage() {
        const answer = await get('');
        if (answer.status !== 200)
            throw failureOf(answer, (0,http_message/* describe */.q0)({ method: 'GET', url: answer.url }), packagesAdvice);
    }
    async function change(method, path) {
        if (home === undefined)
            await requirePackage();
        // Deleting or restoring the same version twice does no harm.
        return api.request(method, `${home}${path}`, { repeatable: true });
    }
    const list = {
        origin,
        // `Link` names owners by their number, in an address that begins as the API's does.
        ask: (url) => api.request('GET', url.href.replace(api.base, '')),
        read: readVersion,
        keyOf: ({ id }) => id,
        failed: (answer, asked, page) => answer.status === 400 && page > 1 ? ghcr_answers_tooMany(repository) : failureOf(answer, asked, packagesAdvice),
    };
    async function* versions(state) {
        let count = 0;
        for await (const version of listLinkedPages(await get(`/versions?per_page=${ghcr_packages_pageSize}&state=${state}`), list)) {
            count += 1;
            yield version;
        }
        // Exactly as many as the limit: whether these are all, nobody says.
        if (count === mostListed)
            throw ghcr_answers_tooMany(repository);
    }
    async function version(id) {
        const answer = await get(`/versions/${id}`);
        const asked = (0,http_message/* describe */.q0)({ method: 'GET', url: answer.url });
        if (answer.status === 404) {
            await requirePackage();
            return undefined;
        }
        if (answer.status !== 200)
            throw failureOf(answer, asked, packagesAdvice);
        const read = readVersion(jsonObject(answer, asked));
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
                throw ghcr_answers_refused(answer, 'DELETE');
            // 404 is also the answer to who may read, and not delete.
            if ((await version(id)) !== undefined)
                throw notAllowed(answer);
            return 'missing';
        },
        async restoreVersion(id) {
            const answer = await change('POST', `/versions/${id}/restore`);
            if (isDone(answer))
                return 'restored';
            if (answer.status !== 404)
                throw ghcr_answers_refused(answer, 'POST');
            // When it is there it was restored before: the answer to the first request was lost.
            return (await version(id)) === undefined ? 'missing' : 'restored';
        },
    };
}
/** Where the API has the package of an organization, and where that of a user. */
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
    for await (const { digest, id } of versions)
        ids.set(digest, id);
    return ids;
}
function isDone({ status }) {
    return status >= 200 && status <= 299;
}

;// CONCATENATED MODULE: ./build/src/registries/harbor-objects.js


/** The `Artifact` of the API; undefined where digests or tags cannot be read: what is not known must not look like nothing. */
function readArtifact(value) {
    if (!isObject(value))
        return undefined;
    const digest = digestIn(value.digest);
    const tags = harbor_objects_readAll(value.tags, harbor_objects_readTag);
    const children = harbor_objects_readAll(value.references, (one) => digestIn(one.child_digest));
    const accessories = harbor_objects_readAll(value.accessories, (one) => digestIn(one.digest));
    if (digest === undefined || tags === undefined || children === undefined || accessories === undefined) {
        return undefined;
    }
    return { digest, pushed: timeOf(value.push_time), size: countOf(value.size), tags, children, accessories };
}
function harbor_objects_readTag({ name, push_time, immutable }) {
    if (typeof name !== 'string' || typeof immutable !== 'boolean')
        return undefined;
    return { name, pushed: timeOf(push_time), immutable };
}
/** Every entry of a list, for which Go says `null` when it is empty; undefined where one cannot be read. */
function harbor_objects_readAll(list, read) {
    if (list === undefined || list === null)
        return [];
    if (!Array.isArray(list))
        return undefined;
    const entries = list.map((entry) => (isObject(entry) ? read(entry) : undefined));
    return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

;// CONCATENATED MODULE: ./build/src/registries/harbor.js










const harbor_pageSize = 100;
const deniedAdvice = 'A robot account needs the permissions for it in its project (list artifact, delete tag), a person the role Maintainer.';
const harbor_advice = {
    authentication: 'Give username and password: a user (where sign-in is by OIDC, with the CLI secret of the profile), or a robot ' +
        'account by its whole name, robot$PROJECT+NAME, and its secret.',
    denied: deniedAdvice,
    'not-found': `Check the project and the name; Harbor says this too of what the account may not see. ${deniedAdvice}`,
};
/**
 * The repository of this name. Nothing is sent yet.
 * @throws Failure (usage) for a name without a project
 */
function createHarbor(repository, { http, credentials }) {
    const origin = apiOrigin(repository.registry);
    const home = pathOf(repository);
    function send(method, url) {
        return http.request({ method, url, headers: { accept: 'application/json', ...harbor_authorizationOf(credentials) } });
    }
    return {
        async *artifacts() {
            const wanted = 'with_tag=true&with_immutable_status=true&with_accessory=true';
            const first = await send('GET', new URL(`${home}/artifacts?page_size=${harbor_pageSize}&${wanted}`, origin));
            yield* listLinkedPages(first, {
                origin,
                ask: (url) => send('GET', url),
                read: readArtifact,
                keyOf: ({ digest }) => digest,
                failed: (answer, asked) => failureOf(answer, asked, harbor_advice),
            });
        },
        async deleteTag(digest, tag) {
            const url = new URL(`${home}/artifacts/${digest}/tags/${encodeURIComponent(tag)}`, origin);
            const answer = await send('DELETE', url);
            if (answer.status >= 200 && answer.status <= 299)
                return 'deleted';
            if (answer.status !== 404 || !(0,origins/* sameOrigin */.Nm)(answer.url, origin)) {
                throw deleteFailure(answer, (0,http_message/* describe */.q0)({ method: 'DELETE', url }), harbor_advice);
            }
            const there = await send('GET', new URL(home, origin));
            if (there.status !== 200)
                throw failureOf(there, (0,http_message/* describe */.q0)({ method: 'GET', url: there.url }), harbor_advice);
            return 'missing';
        },
    };
}
/** The slashes in the name within its project are encoded twice (the API's description of `repository_name`). */
function pathOf(repository) {
    const [project = '', ...rest] = repository.path.split('/');
    if (rest.length === 0) {
        throw (0,errors/* usageFailure */.II)(`${(0,images_name/* formatRepository */.Sh)(repository)} has no project`, 'Write HOST/PROJECT/NAME.');
    }
    return `/api/v2.0/projects/${project}/repositories/${encodeURIComponent(encodeURIComponent(rest.join('/')))}`;
}
function harbor_authorizationOf(credentials) {
    switch (credentials.kind) {
        case 'anonymous':
            return {};
        case 'password':
            return { authorization: basicHeader(credentials.username, credentials.password) };
        case 'identity':
            return { authorization: basicHeader(credentials.username, credentials.token) };
        case 'bearer':
            throw new errors/* Failure */.HR('authentication', {
                asked: 'Signing in to Harbor’s API',
                answered: 'the Docker config has only a token of the registry, which the API does not take',
                advice: harbor_advice.authentication,
            });
    }
}

;// CONCATENATED MODULE: ./build/src/registries/own-apis.js





/** Makes none of them yet: each signs in by itself, and most commands want none or one. */
function createOwnApis(name, settings) {
    const made = new Map();
    function once(key, make) {
        if (!made.has(key))
            made.set(key, make());
        return made.get(key);
    }
    return {
        hub: () => once('hub', () => createDockerHub(settings)),
        ghcr() {
            const { deletes } = profileOf(name);
            if (deletes?.kind !== 'ghcr')
                throw new Error(`${name.host} has no packages`);
            const access = { http: settings.http, api: deletes.api, token: packagesToken(settings.credentials) };
            return (repository) => once(`ghcr ${repository.path}`, () => createGhcrPackages(repository, access));
        },
        harbor: (repository) => once(`harbor ${repository.path}`, () => createHarbor(repository, settings)),
    };
}

;// CONCATENATED MODULE: ./build/src/commands/deleting-access.js




/** Nothing is sent yet. @throws Failure as `createDeleter` */
async function connectToDelete(name, inputs, context) {
    const credentials = await readCredentials(name, inputs, context);
    const settings = { ...context, credentials, mask: context.log.secret, warn: context.log.warn };
    const registry = connectRegistry(name, settings);
    const apis = createOwnApis(name, settings);
    return { name, registry, apis, deleter: createDeleter(name, registry, apis) };
}

;// CONCATENATED MODULE: ./build/src/retention/journal.js



const version = 1;
/** Bytes that are written and read: it is in memory as a whole when it is put back. */
const longestJournal = 256 * 1024 * 1024;
/** RFC 6838, section 4.2. */
const mediaTypeGrammar = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;
/** The first line, with its line feed. */
function journalHead({ registry, created }) {
    return `${JSON.stringify({ journal: 'image-gate', version, registry, created: created.toISOString() })}\n`;
}
/** The line of one manifest, with its line feed. */
function journalLine({ bytes, ...entry }) {
    return `${JSON.stringify({ ...entry, bytes: bytes.toString('base64') })}\n`;
}
/** The last line, with its line feed. */
function journalEnd(manifests) {
    return `${JSON.stringify({ end: true, manifests })}\n`;
}
/**
 * Reads a journal. Every manifest is checked against its digest; an unfinished last line is where a writer was killed.
 * @throws Failure (usage) naming the line that cannot be read.
 */
function readJournal(text) {
    if (/^\{\s*"format":\s*"image-gate-backup"/.test(text)) {
        throw (0,errors/* usageFailure */.II)('this is a backup, not a journal', 'Give the file that delete or prune wrote: only in that are images.');
    }
    const lines = text.split('\n');
    // Behind the last line feed is nothing, or what was cut off.
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
    const entries = (complete ? rest.slice(0, -1) : rest).map((value, at) => journal_readEntry(value, at + 2));
    if (complete && last.manifests !== entries.length)
        throw faulty(lines.length, 'counts other manifests than there are');
    return { head: { registry: first.registry, created }, entries, complete };
}
function journal_readEntry(value, line) {
    const { repository, digest, mediaType, tags, bytes } = value;
    if (typeof repository !== 'string' || typeof mediaType !== 'string' || !mediaTypeGrammar.test(mediaType)) {
        throw faulty(line, 'is no manifest');
    }
    if (typeof digest !== 'string' || !(0,images_digest/* isDigest */.B)(digest))
        throw faulty(line, 'has no digest');
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string' && (0,images_name/* isTag */.dz)(tag))) {
        throw faulty(line, 'has no list of tags');
    }
    const content = Buffer.from(typeof bytes === 'string' ? bytes : '', 'base64');
    if ((0,images_digest/* digestOf */.o)(content, digest) !== digest)
        throw faulty(line, 'has other bytes than its digest says');
    return { repository, digest, mediaType, tags, bytes: content };
}
function object(line, at) {
    try {
        const value = JSON.parse(line);
        if (typeof value === 'object' && value !== null && !Array.isArray(value))
            return value;
    }
    catch {
        // Said below.
    }
    throw faulty(at, 'is not a JSON object');
}
function faulty(line, what) {
    return new errors/* Failure */.HR('usage', {
        asked: '',
        answered: `line ${line} of the journal ${what}`,
        advice: 'Give the file as delete or prune wrote it.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/journal-file.js




/** `image-gate-journal-20260102T030405678Z.jsonl`, in the working directory. */
function journalName(now) {
    return `image-gate-journal-${now.toISOString().replaceAll(/[-:.]/g, '')}.jsonl`;
}
/** @throws Failure (usage) when there is such a file: a journal is never written over. */
async function refuseExisting(path) {
    const found = await (0,promises_.stat)(path).then(() => true, () => false);
    if (found)
        throw exists(path);
}
/**
 * Makes the file, which only its owner may read and which must be new.
 * @throws Failure (usage) when it exists or cannot be written; so do the writer's methods.
 */
async function createJournal(path, registry, created) {
    const file = await (0,promises_.open)(path, 'wx', 0o600).catch((fault) => {
        throw fault.code === 'EEXIST' ? exists(path) : journal_file_unwritable(path, fault);
    });
    let manifests = 0;
    let bytes = 0;
    let finished = false;
    let last = Promise.resolve();
    // One line after the other, however many are given at once.
    const write = (text) => {
        bytes += text.length;
        if (bytes > longestJournal)
            return Promise.reject(tooLong(path));
        last = last.then(() => guarded(path, () => file.writeFile(text)));
        return last;
    };
    async function discard() {
        await file.close().catch(() => undefined);
        await (0,promises_.unlink)(path).catch(() => undefined);
    }
    const home = `${registry.plainHttp ? 'http://' : ''}${registry.host}`;
    await write(journalHead({ registry: home, created })).catch(async (fault) => {
        await discard();
        throw fault;
    });
    return {
        path,
        async add(entry) {
            if (finished)
                throw new Error('the journal has its end already');
            manifests += 1;
            await write(journalLine(entry));
        },
        async finish() {
            finished = true;
            await write(journalEnd(manifests));
            await guarded(path, () => file.sync());
            await file.close();
            await syncFolder(path);
        },
        discard,
    };
}
/** The file's name is in the folder, which is on disk only when it is synced too; not every system can. */
async function syncFolder(path) {
    let folder;
    try {
        folder = await (0,promises_.open)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(path)), 'r');
        await folder.sync();
    }
    catch (fault) {
        const { code = '' } = fault;
        if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code))
            throw journal_file_unwritable(path, fault);
    }
    finally {
        await folder?.close();
    }
}
async function guarded(path, work) {
    await work().catch((fault) => {
        throw journal_file_unwritable(path, fault);
    });
}
function exists(path) {
    return (0,errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} exists, and is not written over`, 'Name another file, or move this one away.');
}
function tooLong(path) {
    return (0,errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} would have more than ${longestJournal} bytes, which restore could not read`, 'Nothing was deleted: prune in parts, by older-than or include first.');
}
function journal_file_unwritable(path, fault) {
    return (0,errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} cannot be written: ${fault.message}`, 'Nothing is deleted without it: name a file in a folder that can be written to.');
}

;// CONCATENATED MODULE: ./build/src/images/version-suffix.js
const qualifierWords = new Map([
    ...['alpha', 'beta', 'rc', 'milestone', 'dev', 'snapshot', 'nightly', 'canary', 'unstable', 'edge', 'next', 'pre']
        .concat(['preview', 'ea', 'experimental'])
        .map((word) => [word, { kind: 'pre', word }]),
    ['a', { kind: 'pre', word: 'alpha' }],
    ['b', { kind: 'pre', word: 'beta' }],
    ['cr', { kind: 'pre', word: 'rc' }],
    ['m', { kind: 'pre', word: 'milestone' }],
    // Not in SemVer, where any suffix comes before the release: Mojaloop's hotfixes and Grafana's `-security-01` follow it.
    ...['patch', 'hotfix', 'security'].map((word) => [word, { kind: 'post', word }]),
]);
// Every pattern begins where the one before has ended and takes whole words: `(?![a-zA-Z0-9])`, and no half of a dotted number.
const qualifier = /^[-_.]*([a-zA-Z]+)(?:(?!-\d+-g[0-9a-f]{7,40}(?![a-zA-Z0-9]))[-_.]?(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9]))?(?![a-zA-Z0-9])/;
/** `v3.2.0-10-g0208ead`: ten commits after the tag (git-describe(1)). */
const described = /^-(\d+)-g[0-9a-f]{7,40}(?![a-zA-Z0-9])/;
const dated = /^([-_.]+)((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)((?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
/** Bitnami's and Alpine's `-r24`, linuxserver.io's `-ls112`, Windows' `-KB4499167`, a branch's `-master-777`, `-iso.20`. */
const named = /^([-_.]+(?:r|ls|kb|master-|[a-z]+\.))(\d+)(?!\.\d|[a-zA-Z0-9])/i;
/** Only directly after the version: in `-debian-12` and `-nanoserver-1809` the number belongs to the word. */
const bare = /^([-_]+)(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
const flavourPiece = /^[-_.]*[^-_.]*/;
/** Sorts what follows the numbers of a version. Any text will do. */
function readSuffix(text) {
    const qualifiers = [];
    const counters = [];
    let flavour = '';
    let rest = text;
    while (rest !== '') {
        const found = readQualifier(rest) ?? readCounter(rest, flavour === '');
        if (found === undefined) {
            const [piece = rest] = flavourPiece.exec(rest) ?? [];
            flavour += piece;
            rest = rest.slice(piece.length);
        }
        else {
            if ('shape' in found.part)
                counters.push(found.part);
            else
                qualifiers.push(found.part);
            rest = rest.slice(found.length);
        }
    }
    return { qualifiers, counters, flavour };
}
function readQualifier(text) {
    const match = qualifier.exec(text);
    const known = qualifierWords.get(match?.[1]?.toLowerCase() ?? '');
    if (match === null || known === undefined)
        return undefined;
    return { part: { ...known, numbers: match[2] === undefined ? [] : toNumbers(match[2]) }, length: match[0].length };
}
function readCounter(text, directly) {
    const commits = described.exec(text);
    if (commits !== null)
        return found(commits[0], '-N-g', commits[1]);
    const date = dated.exec(text);
    if (date !== null) {
        const [whole, mark = '', day = '', more = ''] = date;
        return found(whole, `${mark}${'YYYYMMDDhhmmss'.slice(0, day.length)}`, `${day}${more}`);
    }
    const count = named.exec(text) ?? (directly ? bare.exec(text) : null);
    return count === null ? undefined : found(count[0], `${count[1]}N`, count[2]);
}
function found(whole, shape, numbers = '') {
    return { part: { shape, numbers: toNumbers(numbers) }, length: whole.length };
}
/** `10.3.0`: 10, 3 and 0, of any length. @throws SyntaxError for anything but digits with single dots between. */
function toNumbers(dotted) {
    return dotted.split('.').map(BigInt);
}

;// CONCATENATED MODULE: ./build/src/images/version.js

/** Signatures, attestations and SBOMs as cosign tags them, and the referrers tag schema of the OCI distribution specification. */
const artefact = /^sha(?:256|512)-[0-9a-f]{64}(?:\..+)?$|\.(?:sig|att|sbom)$/;
/** Words that end in a separator, `x86_64` being one, then perhaps a v, then a digit. */
const lead = /^((?:(?:x86_64|(?!x86_64|[vV]\d)[a-zA-Z][a-zA-Z0-9.]*)[-_]+)*)([vV]?)(?=\d)/;
const day = /^((?:19|20)\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])((?:\.\d+)*)(?!\d)/;
const dotted = /^\d+(?:\.\d+)*/;
/** Short and full, SHA-1 and SHA-256, with git-describe's g; its letter and its digit tell it from a number and a word. */
const shortestCommit = 7;
const commit = /^(?=.*[a-f])(?=.*\d)g?[0-9a-f]{7,64}$/;
/** docker/metadata-action's `type=sha`: what follows is a commit even if it happens to be all digits, unless it is a day. */
const commitMark = /(?:^|[-_])(?:sha|git)[-_]$/;
/**
 * Reads a tag. Any text will do: what is no version says so, nothing throws. The rules are what publishers do; the list
 * of their habits is that of Renovate's docker versioning and presets, Dependabot's docker/tag.rb and Diun's artefact tags.
 */
function parseTag(text) {
    return parseWith(text, { numbersOf: readNumbers, suffixOf: readSuffix });
}
/** The tags of a list, in its order. Of thousands most have the same numbers, and the same endings: each is read once. */
function parseTags(texts) {
    const readers = { numbersOf: remembered(readNumbers), suffixOf: remembered(readSuffix) };
    return texts.map((text) => parseWith(text, readers));
}
function remembered(read) {
    const known = new Map();
    return (text) => {
        const value = known.get(text) ?? read(text);
        known.set(text, value);
        return value;
    };
}
function parseWith(text, { numbersOf, suffixOf }) {
    if (artefact.test(text))
        return { kind: 'artefact', text };
    const [whole, prefix, v] = lead.exec(text) ?? [];
    if (whole === undefined || prefix === undefined || namesCommit(prefix, text.slice(prefix.length))) {
        return { kind: 'unversioned', text };
    }
    const following = text.slice(whole.length);
    const [numbers = ''] = day.exec(following) ?? dotted.exec(following) ?? [];
    const { class: kind, release, revision } = numbersOf(numbers);
    const { qualifiers, counters, flavour } = suffixOf(following.slice(numbers.length));
    return {
        kind: 'version',
        text,
        prefix,
        v: v === 'v' || v === 'V' ? v : '',
        class: kind,
        release,
        revision,
        qualifiers,
        counters,
        flavour,
    };
}
function namesCommit(prefix, following) {
    const end = following.search(/[-_.]/);
    const word = end < 0 ? following : following.slice(0, end);
    if (prefix === '')
        return isCommit(word);
    if (commitMark.test(prefix) && /^\d{7,64}$/.test(word) && !day.test(word))
        return true;
    return isCommit(word) || prefix.split(/[-_]/).some(isCommit);
}
function isCommit(word) {
    return word.length >= shortestCommit && commit.test(word);
}
/** A day is its year, month and day; what follows it is as a fourth number. */
function readNumbers(text) {
    const [date, year, , month, dayOfMonth, more = ''] = day.exec(text) ?? [];
    const all = toNumbers(date === undefined ? text : `${year}.${month}.${dayOfMonth}${more}`);
    const kind = date === undefined ? classOf(all[0] ?? 0n) : 'date';
    return { class: kind, release: all.slice(0, 3), revision: all.slice(3) };
}
function classOf(first) {
    if (first < 1000n)
        return 'normal';
    return first < 10000n ? 'year' : 'long';
}

;// CONCATENATED MODULE: ./build/src/images/version-order.js
/** The words of a pre-release from raw to ripe, as SemVer and PEP 440 have them. Others (snapshot, nightly) are on no ladder. */
const maturityLadder = ['dev', 'alpha', 'milestone', 'beta', 'rc'];
/** The classes in the order in which a listing has them. */
const classes = ['normal', 'year', 'date', 'long'];
/**
 * Which of two versions is newer, for `Array.sort` from old to new: by release and revision (a number that is missing
 * counts as 0), qualifiers from left to right (pre-release < release < post-release), counters.
 * Says something only about tags of one line: same class, prefix, `v` and flavour, which it doesn't look at.
 * Pre-releases on no ladder come before those on it; they, and post-releases, are ordered by their words.
 * @returns 0 for twins, neither of which is newer: `v01.2.3` and `v1.2.3`, `1.2-rc1` and `1.2-rc.1`, `1.2` and `1.2.0`
 */
function compareVersions(one, other) {
    return (compareNumbered(one, other) ||
        compareLists(one.qualifiers, other.qualifiers, compareQualifiers) ||
        compareLists(one.counters, other.counters, compareCounters));
}
/** The same by release and revision alone: 0 for the images of one X.Y.Z, its pre-releases and post-releases among them. */
function compareNumbered(one, other) {
    return (compareLists(one.release, other.release, compareNumbers) ||
        compareLists(one.revision, other.revision, compareNumbers));
}
/**
 * The order in which tags are listed, **newest first**, for `Array.sort`: by prefix, class and version; twins by flavour,
 * the shorter first, then by name. Tags without a version come last, by name. It is total: 0 means the same tag.
 */
function compareTags(one, other) {
    if (one.kind === 'version' && other.kind === 'version') {
        return (compareWords(one.prefix, other.prefix) ||
            classes.indexOf(one.class) - classes.indexOf(other.class) ||
            compareVersions(other, one) ||
            compareWords(one.flavour, other.flavour) ||
            one.text.length - other.text.length ||
            compareText(one.text, other.text));
    }
    if (one.kind === 'version')
        return -1;
    return other.kind === 'version' ? 1 : compareText(one.text, other.text);
}
/** Item by item; the comparison says what an item that only one of the lists has means. */
function compareLists(one, other, compare) {
    const length = Math.max(one.length, other.length);
    for (let index = 0; index < length; index++) {
        const difference = compare(one[index], other[index]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function compareNumbers(one = 0n, other = 0n) {
    return Number(one > other) - Number(one < other);
}
/** `-rc` comes before `-rc.0`: SemVer 2.0.0, 11.4.4. */
function compareCounts(one = -1n, other = -1n) {
    return compareNumbers(one, other);
}
function compareQualifiers(one, other) {
    const difference = standing(one) - standing(other);
    if (difference !== 0 || one === undefined || other === undefined)
        return difference;
    return (maturityLadder.indexOf(one.word) - maturityLadder.indexOf(other.word) ||
        compareText(one.word, other.word) ||
        compareLists(one.numbers, other.numbers, compareCounts));
}
function standing(qualifier) {
    if (qualifier === undefined)
        return 0;
    return qualifier.kind === 'pre' ? -1 : 1;
}
function compareCounters(one, other) {
    if (one === undefined || other === undefined)
        return Number(one !== undefined) - Number(other !== undefined);
    return compareText(one.shape, other.shape) || compareLists(one.numbers, other.numbers, compareCounts);
}
/** Words by name, the numbers in them from high to low: nothing, `-alpine3.18`, `-alpine3.9`, `-slim`. */
function compareWords(one, other) {
    if (one === other)
        return 0;
    const pieces = (text) => text.split(/(\d+)/);
    return compareLists(pieces(one), pieces(other), (mine = '', theirs = '') => {
        const numbers = /^\d/.test(mine) && /^\d/.test(theirs);
        return numbers ? compareNumbers(BigInt(theirs), BigInt(mine)) : compareText(mine, theirs);
    });
}
/** By UTF-16 code unit, not by the machine's locale. */
function compareText(one, other) {
    return Number(one > other) - Number(one < other);
}

;// CONCATENATED MODULE: ./build/src/retention/order.js


/**
 * Images from the newest to the oldest: by date; those of the same date, and last those without one, by the version in
 * their tags, the newest first, then by name. Total, so that the answer never depends on the order of a registry's list.
 */
function newestFirst(images) {
    // Most images have dates of their own: their tags need not be read as versions.
    const read = new Map();
    const best = (image) => {
        const known = read.get(image) ?? bestOf(image);
        read.set(image, known);
        return known;
    };
    return [...images].sort((one, other) => {
        const time = order_timeOf(one);
        const otherTime = order_timeOf(other);
        return time === otherTime ? compareTags(best(one), best(other)) : otherTime - time;
    });
}
function order_timeOf({ date }) {
    return date?.getTime() ?? Number.NEGATIVE_INFINITY;
}
/** Of several tags the one that a list of versions would have first. */
function bestOf({ tags }) {
    const [best] = tags.map(parseTag).sort(compareTags);
    if (best === undefined)
        throw new Error('an image without tags');
    return best;
}

;// CONCATENATED MODULE: ./build/src/retention/policy.js
/** `10`, `25%`; undefined for anything else. */
function parseLimit(text) {
    const [, digits, percent] = /^(\d{1,9})(%?)$/.exec(text) ?? [];
    if (digits === undefined || (percent === '%' && Number(digits) > 100))
        return undefined;
    return { kind: percent === '%' ? 'percent' : 'count', value: Number(digits) };
}
/** `10`, `25%` */
function formatLimit({ kind, value }) {
    return kind === 'percent' ? `${value}%` : String(value);
}
/** Whether so many of so many are more than the limit allows. */
function exceeds({ kind, value }, part, whole) {
    return kind === 'percent' ? part * 100 > value * whole : part > value;
}
/** The groups of an image: what the pattern captures of each of its tags, in their order; '' for tags that it does not match. */
function groupsOf(tags, groupBy) {
    if (groupBy === undefined)
        return [''];
    return [...new Set(tags.map((tag) => captured(groupBy.exec(tag))))];
}
function captured(match) {
    return (match?.slice(1) ?? []).filter((part) => part !== undefined).join(' ');
}

;// CONCATENATED MODULE: ./build/src/retention/image.js
/**
 * `sha256-<hex>`, where clients keep referrers, and cosign's tags with `.sig`, `.att`, `.sbom` or another word behind.
 * Of sha512 the referrers tag schema has the first half only: whose it is nobody can say, and so it stays.
 */
const artefactTag = /^(?:(sha256)-([0-9a-f]{64})|(sha512)-([0-9a-f]{64}(?:[0-9a-f]{64})?))(?:\.[\w.-]+)?$/;
/** The digest that a tag of this kind is about; undefined for an ordinary tag. */
function subjectOfTag(tag) {
    const match = artefactTag.exec(tag);
    if (match === null)
        return undefined;
    return `${match[1] ?? match[3]}:${match[2] ?? match[4]}`;
}

;// CONCATENATED MODULE: ./build/src/retention/relations.js

/** Reads the relations out of what each manifest says; a digest that nothing mentions has none. */
function relationsOf(images, graph) {
    const referrers = new Map();
    const parents = new Map();
    const artefacts = new Set();
    for (const [digest, links] of graph) {
        if (links.subject !== undefined)
            append(referrers, links.subject, digest);
        for (const child of links.children)
            append(parents, child, digest);
    }
    for (const { digest, tags } of images) {
        const own = graph.get(digest)?.subject;
        const named = tags.map(subjectOfTag).filter((subject) => subject !== undefined && subject !== digest);
        if (own !== undefined || named.length === tags.length)
            artefacts.add(digest);
        for (const subject of new Set(named)) {
            if (subject !== undefined && subject !== own)
                append(referrers, subject, digest);
        }
    }
    return {
        isArtefact: ({ digest }) => artefacts.has(digest),
        childrenOf: (digest) => graph.get(digest)?.children ?? [],
        referrersOf: (digest) => referrers.get(digest) ?? [],
        withParents(digests) {
            const found = new Set();
            const open = [...digests];
            for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
                if (found.has(digest))
                    continue;
                found.add(digest);
                open.push(...(parents.get(digest) ?? []));
            }
            return found;
        },
    };
}
/** With nothing reached yet. */
function createReach(relations) {
    const reached = new Map();
    const finished = [];
    return {
        has: (digest) => reached.has(digest),
        by: (digest) => reached.get(digest),
        inOrder: () => [...finished].reverse(),
        add(start, name) {
            // Depth first without recursion: a chain of referrers may be long.
            const open = [{ digest: start, leave: false }];
            for (let next = open.pop(); next !== undefined; next = open.pop()) {
                const { digest, leave } = next;
                if (leave)
                    finished.push(digest);
                if (leave || reached.has(digest))
                    continue;
                reached.set(digest, name);
                open.push({ digest, leave: true });
                for (const one of relations.referrersOf(digest))
                    open.push({ digest: one, leave: false });
                for (const one of relations.childrenOf(digest))
                    open.push({ digest: one, leave: false });
            }
        },
    };
}
function append(map, key, value) {
    const known = map.get(key);
    if (known === undefined)
        map.set(key, [value]);
    else
        known.push(value);
}

;// CONCATENATED MODULE: ./build/src/retention/dates.js
/** In UTC: `2026-01-31`. */
function formatDay(date) {
    return date.toISOString().slice(0, 10);
}
const dates_units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
/** Milliseconds as the inputs take them: `30d`, `90s`, `1500ms`. */
function formatSpan(milliseconds) {
    const unit = dates_units.find(([, size]) => milliseconds > 0 && milliseconds % size === 0);
    return unit === undefined ? `${milliseconds}ms` : `${milliseconds / unit[1]}${unit[0]}`;
}

;// CONCATENATED MODULE: ./build/src/retention/rules.js


/**
 * Why an image is not looked at any further, and stays: one of its tags is in use, protected, excluded, or not included.
 * @param used digests in use, and of indexes that list one, with where that is said
 */
function holdOf({ digest, tags }, { inUse, protect, exclude, include }, used) {
    const place = used.get(digest);
    if (place !== undefined)
        return { rule: 'in-use', reason: `in use: ${place}` };
    const holds = [
        ['in-use', (tag) => (inUse.tags.has(tag) ? `in use: ${inUse.tags.get(tag)}` : undefined)],
        ['protect', (tag) => (protect?.test(tag) ? 'protected' : undefined)],
        ['exclude', (tag) => (exclude?.test(tag) ? 'excluded' : undefined)],
        ['include', (tag) => (include?.test(tag) === false ? 'not included' : undefined)],
    ];
    for (const [rule, said] of holds) {
        for (const tag of tags) {
            const reason = said(tag);
            if (reason !== undefined)
                return { rule, reason, tag };
        }
    }
    return undefined;
}
/**
 * Judges candidates one after the other, from the newest to the oldest: one goes when each rule that was given says so.
 */
function createJudge(policy, now) {
    const counts = new Map();
    return (candidate) => {
        const ranks = groupsOf(candidate.tags, policy.groupBy).map((group) => {
            const rank = (counts.get(group) ?? 0) + 1;
            counts.set(group, rank);
            return { group, rank };
        });
        const [first = { group: '', rank: 0 }] = [...ranks].sort((one, other) => one.rank - other.rank);
        const counted = policy.keep === undefined ? undefined : rules_countOf(first, policy.keep, policy.groupBy !== undefined);
        if (counted !== undefined && !counted.goes)
            return counted;
        const aged = policy.olderThan === undefined ? undefined : ageOf(candidate, policy.olderThan, now);
        if (aged === undefined || counted === undefined)
            return aged ?? counted ?? keptByNothing;
        if (!aged.goes)
            return aged;
        return { goes: true, ruling: { rule: 'keep', reason: `${counted.ruling.reason}; ${aged.ruling.reason}` } };
    };
}
/** Without a rule nothing goes. */
const keptByNothing = { goes: false, ruling: { rule: 'keep', reason: 'no rule was given' } };
function rules_countOf({ group, rank }, keep, grouped) {
    const where = grouped ? ` of ${group === '' ? 'no group' : `group ${group}`}` : '';
    const goes = rank > keep;
    const reason = goes ? `number ${rank}${where}, and keep is ${keep}` : `one of the newest ${keep}${where}`;
    return { goes, ruling: { rule: 'keep', reason } };
}
function ageOf({ date }, olderThan, now) {
    if (date === undefined) {
        return { goes: false, ruling: { rule: 'older-than', reason: 'without a date, which older-than never deletes' } };
    }
    const goes = now.getTime() - date.getTime() > olderThan;
    const reason = `of ${formatDay(date)}, ${goes ? 'older' : 'not older'} than ${formatSpan(olderThan)}`;
    return { goes, ruling: { rule: 'older-than', reason } };
}

;// CONCATENATED MODULE: ./build/src/retention/plan.js




/**
 * Decides over images (distinct digests), not over tags. Nothing that a kept image needs is deleted: not a digest that
 * tags share, not what an index lists, not what refers to either.
 * Manifests without tags are left as they are, with what they need, unless only deleted images lead to them.
 */
function plan({ images, graph, untagged = [] }, policy, now) {
    const relations = relationsOf(images, graph);
    const ordinary = newestFirst(images.filter((image) => !relations.isArtefact(image)));
    const artefacts = images.filter(relations.isArtefact);
    const used = usedDigests(policy, relations);
    const wanted = judgeAll(ordinary, policy, used, now);
    const holds = new Map(artefacts.map((image) => [image.digest, holdOfArtefact(image, policy, used)]));
    const known = createReach(relations);
    for (const image of ordinary)
        known.add(image.digest, plan_nameOf(image));
    const needed = createReach(relations);
    for (const { image, fate } of wanted)
        if (fate !== 'deleted')
            needed.add(image.digest, plan_nameOf(image));
    for (const image of artefacts) {
        if (holds.get(image.digest) !== undefined || !known.has(image.digest))
            needed.add(image.digest, plan_nameOf(image));
    }
    for (const [digest, place] of policy.inUse.digests)
        needed.add(digest, `what is in use (${place})`);
    for (const digest of untagged)
        if (!known.has(digest))
            needed.add(digest, digest);
    const verdicts = [
        ...wanted.map((verdict) => blockParts(verdict, needed)),
        ...artefacts.map((image) => judgeArtefact(image, holds.get(image.digest), known, needed)),
    ];
    return { verdicts, leftovers: leftoversOf(verdicts, needed, relations), refusal: refusalOf(verdicts, policy) };
}
/** The tags of an image that are listed as deleted. */
function deletedTags({ verdicts }) {
    return countTags(verdicts.filter(({ fate }) => fate === 'deleted'));
}
function usedDigests({ inUse }, relations) {
    const used = new Map();
    for (const [digest, place] of inUse.digests) {
        for (const one of relations.withParents([digest]))
            used.set(one, place);
    }
    return used;
}
function judgeAll(ordinary, policy, used, now) {
    const judge = createJudge(policy, now);
    return ordinary.map((image) => {
        const hold = holdOf(image, policy, used);
        if (hold !== undefined)
            return { image, artefact: false, fate: 'kept', ...hold };
        const { goes, ruling } = judge(image);
        if (!goes)
            return { image, artefact: false, fate: 'kept', ...ruling };
        const spared = policy.spared.get(image.digest);
        if (spared !== undefined)
            return { image, artefact: false, fate: 'kept', rule: 'in-use', reason: spared };
        if (image.locked === undefined)
            return { image, artefact: false, fate: 'deleted', ...ruling };
        return { image, artefact: false, fate: 'blocked', rule: 'locked', reason: image.locked };
    });
}
/** What an image that stays needs cannot go, whatever the policy says. */
function blockParts(verdict, needed) {
    const { image, fate } = verdict;
    if (fate !== 'deleted' || !needed.has(image.digest))
        return verdict;
    return {
        image,
        artefact: false,
        fate: 'blocked',
        rule: 'part',
        reason: `a part of ${needed.by(image.digest)}, which stays`,
    };
}
/** That an artefact's tag is not included means nothing: it goes with its subject. */
function holdOfArtefact(image, policy, used) {
    if (image.locked !== undefined)
        return { rule: 'locked', reason: image.locked };
    return holdOf(image, { ...policy, include: undefined }, used);
}
function judgeArtefact(image, hold, known, needed) {
    if (hold !== undefined)
        return { image, artefact: true, fate: 'kept', ...hold };
    const about = { image, artefact: true, rule: 'subject' };
    const subject = known.by(image.digest);
    if (subject === undefined)
        return { ...about, fate: 'kept', reason: 'refers to what no tag leads to' };
    const keeper = needed.by(image.digest);
    if (keeper !== undefined)
        return { ...about, fate: 'kept', reason: `belongs to ${keeper}, which stays` };
    return { ...about, fate: 'deleted', reason: `belongs to ${subject}, which goes` };
}
function leftoversOf(verdicts, needed, relations) {
    const gone = createReach(relations);
    for (const { image, fate } of verdicts)
        if (fate === 'deleted')
            gone.add(image.digest, plan_nameOf(image));
    const tagged = new Set(verdicts.map(({ image }) => image.digest));
    return gone.inOrder().filter((digest) => !needed.has(digest) && !tagged.has(digest));
}
function refusalOf(verdicts, { keep, maxDelete }) {
    const [going, all] = [deletedTags({ verdicts }), countTags(verdicts)];
    if (maxDelete !== undefined && exceeds(maxDelete, going, all)) {
        return `${going} of ${all} tags would be deleted, and max-delete is ${formatLimit(maxDelete)}`;
    }
    const stays = verdicts.some(({ fate, artefact }) => fate !== 'deleted' && !artefact);
    if (going === 0 || stays || keep === 0)
        return undefined;
    return `all images would be deleted (${going} of ${all} tags), and keep does not say 0`;
}
function countTags(verdicts) {
    return verdicts.reduce((sum, { image }) => sum + image.tags.length, 0);
}
function plan_nameOf({ tags, digest }) {
    return tags[0] ?? digest;
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./build/src/commands/matching.js


/** Milliseconds for all names of a repository; a pattern that does no harm takes one for some thousands of them. */
const matching_patience = 3000;
const script = new external_node_vm_.Script('work()');
/**
 * What `work` gives, in which these patterns meet names from outside. Some patterns take longer than anybody lives on
 * some names (`^(a+)+$` on many a's and a `!`), and then no timer comes to its turn. Only the engine itself can end them:
 * the `timeout` of node:vm, which holds for all that is called from there.
 * @param kind whose the patterns are: `usage` of the person who wrote the inputs, `server` of a server
 * @throws Failure of that kind
 */
function matching(patterns, work, kind = 'usage') {
    const names = Object.keys(patterns).filter((name) => patterns[name] !== undefined);
    if (names.length === 0)
        return work();
    try {
        return script.runInContext((0,external_node_vm_.createContext)({ work }), { timeout: matching_patience });
    }
    catch (thrown) {
        if (thrown.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw thrown;
        throw new errors/* Failure */.HR(kind, {
            asked: names.join(', '),
            answered: `matching took longer than ${matching_patience / 1000} s; nothing was changed`,
            advice: 'Write the pattern without a repetition inside a repetition: ^a+$ instead of ^(a+)+$.',
        });
    }
}

;// CONCATENATED MODULE: ./build/src/commands/prune/lookout.js



const lookout_atOnce = 8;
/** Milliseconds; and a look at all tags is not worth more than a fifth of the time. */
const fresh = 2000;
const share = 4;
/**
 * Where a digest goes with every tag on it, all tags have to be known at that moment. All are looked at before the first
 * delete, and again every two seconds (in large repositories: after four times as long as it takes); in between the list
 * is read before each delete, and new names are looked at. Where the registry tells the tags of a manifest, it is asked
 * for those instead.
 */
function createLookout(images, access, now, tagsOn) {
    const known = new Map(images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest])));
    const needed = new Map();
    let freshUntil = Number.NEGATIVE_INFINITY;
    let looking;
    /** However many want it at the same time, it is one look. */
    function lookAtAll() {
        looking ??= (async () => {
            const begun = now().getTime();
            await lookAt(await list());
            const took = now().getTime() - begun;
            freshUntil = begun + Math.max(fresh, share * took);
        })().finally(() => {
            looking = undefined;
        });
        return looking;
    }
    async function refresh() {
        if (now().getTime() >= freshUntil)
            return lookAtAll();
        if (tagsOn === undefined)
            await lookAt((await list()).filter((tag) => !known.has(tag)));
    }
    async function lookAt(tags) {
        await eachOf(tags, lookout_atOnce, async (tag) => {
            const head = await access.head(tag);
            if (head !== undefined)
                await saw(tag, head);
        });
    }
    async function saw(tag, on) {
        if (known.get(tag) === on.digest)
            return;
        await addNeeds(on.digest, isIndex(on), tag);
        known.set(tag, on.digest);
    }
    async function addNeeds(digest, index, tag) {
        if (needed.has(digest))
            return;
        const manifest = index ? await access.manifest(digest) : undefined;
        const children = manifest?.content.kind === 'index' ? manifest.content.manifests : [];
        for (const child of children)
            await addNeeds(child.digest, isIndex(child), tag);
        // Last: one that could not be read is read again, and needs what it lists as long as it has not been.
        needed.set(digest, tag);
    }
    async function list() {
        const listed = new Set();
        try {
            for await (const tag of access.tags())
                listed.add(tag);
        }
        catch (fault) {
            // A repository whose last tag has just been deleted may be unknown.
            if (!(fault instanceof errors/* Failure */.HR) || fault.kind !== 'not-found')
                throw fault;
        }
        return [...listed];
    }
    return {
        saw,
        async needing(digest) {
            await refresh();
            const tags = (await tagsOn?.(digest)) ?? [];
            return needed.get(digest) ?? tags.find((tag) => known.get(tag) !== digest);
        },
        async free(digests) {
            await lookAtAll();
            return digests.filter((digest) => !needed.has(digest));
        },
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/removal.js




const removal_atOnce = 4;
/** Refusals one after the other after which the next would only be another: nothing has gone yet, or the server fails. */
const fewRefusals = 3;
/** The same where others have gone: some tags are protected, and some more may be. */
const manyRefusals = 10;
/** What would be the same for every other image. */
const removal_final = ['authentication', 'network', 'timeout', 'cancelled', 'usage'];
/** Deletes nothing until asked to; the first image shows whether this registry deletes tags or whole manifests. */
function createRemover(settings) {
    const { repository, access, deleter, lookout, context, onDeleted } = settings;
    const removals = new Map();
    let wholeOnly = deleter.refusesTags !== undefined;
    let deletesTags = false;
    let deleted = 0;
    let refusals = 0;
    let changed = false;
    let stopped;
    function settle(tag, removal) {
        removals.set(tag, removal);
        if (removal.kind !== 'deleted')
            return;
        deleted += 1;
        refusals = 0;
        onDeleted(tag);
    }
    /** Looks again, right before a delete: a tag that was pushed again since is somebody's new image. */
    async function standsOn(tag, digest) {
        const now = await access.head(tag);
        if (now?.digest === digest)
            return true;
        if (now !== undefined)
            await lookout.saw(tag, now);
        settle(tag, now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: 'it was pushed again meanwhile' });
        return false;
    }
    /** One delete. When it fails, a look tells whether it was done all the same. */
    async function send(tags, digest, work) {
        try {
            const deletion = await work();
            if (deletion.kind !== 'unsupported')
                changed = true;
            return deletion;
        }
        catch (thrown) {
            if (!isRefusal((0,errors/* asFailure */.h_)(thrown)) || !(await areOn(tags, digest)))
                changed = true;
            throw thrown;
        }
    }
    /** False also where that cannot be seen. */
    async function areOn(tags, digest) {
        const heads = await eachOf(tags, 1, (tag) => access.head(tag)).catch(() => [undefined]);
        return heads.every((head) => head?.digest === digest);
    }
    /** @returns the registry's words when it deletes no tags */
    async function removeTags({ tags, digest }) {
        for (const tag of tags) {
            if (removals.has(tag) || !(await standsOn(tag, digest)))
                continue;
            const deletion = await send([tag], digest, () => deleter.tag(repository, access, tag, digest));
            if (deletion.kind === 'unsupported')
                return deletion.words;
            deletesTags = true;
            settle(tag, { kind: 'deleted' });
        }
        return undefined;
    }
    async function removeWhole({ tags, digest }) {
        const standing = [];
        for (const tag of tags)
            if (!removals.has(tag) && (await standsOn(tag, digest)))
                standing.push(tag);
        if (standing.length === 0)
            return;
        const needing = await lookout.needing(digest);
        if (needing !== undefined) {
            const reason = `${needing} has come to need it meanwhile`;
            for (const tag of standing)
                settle(tag, { kind: 'needed', reason });
            return;
        }
        const deletion = await send(standing, digest, () => deleter.digest(repository, access, digest));
        if (deletion.kind === 'unsupported')
            throw notDeletable((0,images_name/* formatImage */.vy)({ ...repository, digest }), deletion.words);
        wholeOnly = true;
        for (const tag of standing)
            settle(tag, { kind: 'deleted' });
    }
    async function removeOne(image) {
        if (stopped !== undefined)
            return;
        try {
            const words = wholeOnly ? '' : await removeTags(image);
            // A registry that has deleted other tags has locked this one.
            if (words !== undefined && deletesTags)
                throw notDeletable((0,images_name/* formatImage */.vy)({ ...repository, digest: image.digest }), words);
            if (words !== undefined)
                await removeWhole(image);
        }
        catch (thrown) {
            refuse(image, context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : (0,errors/* asFailure */.h_)(thrown));
        }
    }
    function refuse({ tags }, failure) {
        for (const tag of tags) {
            if (!removals.has(tag))
                settle(tag, { kind: 'failed', reason: failure.message, failure });
        }
        refusals += 1;
        const most = deleted === 0 || failure.kind === 'server' ? fewRefusals : manyRefusals;
        if (refusals >= most || removal_final.includes(failure.kind))
            stopped ??= failure;
    }
    return {
        leave({ tags }, reason) {
            for (const tag of tags)
                settle(tag, { kind: 'needed', reason });
        },
        removals,
        stopped: () => stopped,
        changed: () => changed,
        async remove(images) {
            // By the first it shows which way this registry has.
            const [first, ...others] = images;
            if (first !== undefined)
                await removeOne(first);
            await eachOf(others, removal_atOnce, removeOne);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/carry-out.js









const carry_out_atOnce = 8;
/** Manifests without tags that are deleted between two looks at the tags. */
const together = 50;
/** Tags that are asked for one by one; the list of a registry that has one may be behind. */
const mostAsked = 1000;
/** The images that the plan deletes, ordinary ones first, the oldest first; then what refers to them. */
function doomedOf({ verdicts }) {
    const going = verdicts.filter(({ fate }) => fate === 'deleted');
    const ordinary = going.filter(({ artefact }) => !artefact).reverse();
    return [...ordinary, ...going.filter(({ artefact }) => artefact)].map(({ image }) => image);
}
/**
 * Deletes what the plan deletes, signatures after what they sign, what has no tags last; then looks whether all is there
 * that has to be. What goes wrong is in the result.
 * @param journaled digests that are in the journal: nothing else is deleted
 */
async function carryOut(planned, journaled, deleter, context) {
    const { repository, access, stock, plan } = planned;
    const tell = nowAndThen(context);
    const total = deletedTags(plan);
    let done = 0;
    const onDeleted = () => {
        done += 1;
        tell(() => `${(0,images_name/* formatRepository */.Sh)(repository)}: ${done} of ${quantities_countOf(total, 'tag')} deleted`, { done, total });
    };
    const tagsOn = deleter.tagsOn && ((digest) => deleter.tagsOn?.(repository, digest) ?? Promise.resolve([]));
    const lookout = createLookout(stock.images, access, context.now, tagsOn);
    const remover = createRemover({ repository, access, deleter, lookout, context, onDeleted });
    const cleared = [];
    let failure;
    try {
        const leftovers = await removeInOrder(planned, remover, lookout);
        const known = leftovers.filter((digest) => journaled.has(digest));
        if (deleter.clearsLeftovers && remover.stopped() === undefined)
            await clear(known, planned, deleter, lookout, cleared);
        if (remover.changed() && !context.signal.aborted)
            await carry_out_verify(planned);
    }
    catch (thrown) {
        failure = (0,errors/* asFailure */.h_)(thrown);
    }
    return {
        repository,
        plan,
        removals: remover.removals,
        cleared,
        changed: remover.changed() || cleared.length > 0,
        failure: context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : (remover.stopped() ?? failure),
    };
}
/** @returns the leftovers of the plan that nothing needs which was left alone, for whatever reason */
async function removeInOrder({ stock, plan }, remover, lookout) {
    const artefacts = new Set(plan.verdicts.filter(({ artefact }) => artefact).map(({ image }) => image.digest));
    const doomed = doomedOf(plan);
    const ordinary = doomed.filter(({ digest }) => !artefacts.has(digest));
    await remover.remove(ordinary);
    if (remover.stopped() !== undefined || (ordinary.length === doomed.length && plan.leftovers.length === 0))
        return [];
    const standing = createReach(relationsOf(stock.images, stock.graph));
    const free = new Set(await lookout.free(ordinary.map(({ digest }) => digest)));
    for (const { digest, tags } of ordinary) {
        const gone = free.has(digest) && tags.every((tag) => remover.removals.get(tag)?.kind === 'deleted');
        if (!gone)
            standing.add(digest, tags[0] ?? digest);
    }
    const others = doomed.filter(({ digest }) => artefacts.has(digest));
    for (const one of others)
        if (standing.has(one.digest))
            remover.leave(one, 'what it refers to was left alone');
    await remover.remove(others.filter(({ digest }) => !standing.has(digest)));
    return plan.leftovers.filter((digest) => !standing.has(digest));
}
/** What lists before what it lists, and one after the other: GitHub wants it slow. */
async function clear(digests, { repository, access }, deleter, lookout, cleared) {
    for (let at = 0; at < digests.length; at += together) {
        for (const digest of await lookout.free(digests.slice(at, at + together))) {
            const { kind } = await deleter.digest(repository, access, digest);
            if (kind !== 'unsupported')
                cleared.push(digest);
        }
    }
}
/**
 * A 202 is a promise: every tag that was to stay must still be there. One that is on another digest was pushed again.
 * @throws Failure (server) naming those that are gone
 */
async function carry_out_verify({ repository, access, stock, plan }) {
    const kept = plan.verdicts.filter(({ fate }) => fate !== 'deleted').flatMap(({ image }) => image.tags);
    const listed = kept.length > mostAsked ? await stock.relist?.() : undefined;
    const found = await eachOf(kept, carry_out_atOnce, async (tag) => {
        const there = listed?.has(tag) || (await access.head(tag)) !== undefined;
        return there ? [] : [(0,images_name/* formatImage */.vy)({ ...repository, tag })];
    });
    const gone = found.flat();
    if (gone.length === 0)
        return;
    const names = `${gone.slice(0, 10).join(', ')}${gone.length > 10 ? ` and ${gone.length - 10} more` : ''}`;
    throw new errors/* Failure */.HR('server', {
        asked: `Looking at ${names} after the deletes`,
        answered: `${gone.length === 1 ? 'it is' : 'they are'} gone too, although the plan keeps ${gone.length === 1 ? 'it' : 'them'}: the registry took more than it was told to, or somebody else did`,
        advice: 'Look at it at once. What is in the journal image-gate restore brings back; what is not has to be pushed again.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/whole-image.js

const whole_image_atOnce = 8;
/**
 * Reads all that an index lists, at any depth, and adds it with the manifest itself: children before the index that lists
 * them. A child that is not there (a copy of some platforms only) cannot be lost.
 * @param read what has been read already, by digest, is not read again
 */
async function addWhole(access, manifest, read) {
    const { content, descriptor } = manifest;
    if (read.has(descriptor.digest))
        return;
    if (content.kind === 'index') {
        const fresh = content.manifests.filter(({ digest }) => !read.has(digest));
        const children = await eachOf(fresh, whole_image_atOnce, ({ digest }) => access.manifest(digest));
        for (const child of children)
            if (child !== undefined)
                await addWhole(access, child, read);
    }
    read.set(descriptor.digest, manifest);
}

;// CONCATENATED MODULE: ./build/src/commands/prune/journaling.js






const journaling_atOnce = 4;
/**
 * Writes into the journal what is about to be deleted: each image with all that it lists, children first, and what has no
 * tags; each manifest once. Only a few are held at a time.
 * @returns the digests that are in the journal
 * @throws Failure for an image that cannot be read or written: what is not in the journal is not deleted
 */
async function journalImages({ repository, access, images, leftovers }, journal, context) {
    const written = new Set();
    const tell = nowAndThen(context);
    let done = 0;
    async function write(root, tags) {
        const whole = new Map();
        await addWhole(access, root, whole);
        for (const { descriptor, bytes } of whole.values()) {
            const { digest, mediaType } = descriptor;
            const isRoot = digest === root.descriptor.digest && tags.length > 0;
            if (!isRoot && written.has(digest))
                continue;
            written.add(digest);
            await journal.add({ repository: repository.path, digest, mediaType, tags: isRoot ? tags : [], bytes });
        }
        done += 1;
        tell(() => `${quantities_countOf(done, 'image')} of ${images.length} in the journal`, { done, total: images.length });
    }
    await eachOf(images, journaling_atOnce, async ({ digest, tags }) => {
        const root = await access.manifest(digest);
        if (root === undefined)
            throw vanished((0,images_name/* formatImage */.vy)({ ...repository, digest }));
        await write(root, tags);
    });
    const open = leftovers.filter((digest) => !written.has(digest));
    await eachOf(open, journaling_atOnce, async (digest) => {
        const manifest = await access.manifest(digest);
        // One that is not there cannot be lost, and is not deleted either.
        if (manifest !== undefined)
            await write(manifest, []);
    });
    return written;
}
function vanished(image) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading ${image} for the journal`,
        answered: 'the registry named it a moment ago, and answers 404 for it now; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

;// CONCATENATED MODULE: ./build/src/images/date.js
/** Container registries began in 2013: an older date (the epoch, 1980) only says that the build is reproducible. */
const firstDate = Date.UTC(2013, 0, 1);
/** The date, where it can be true. */
function plausibleDate(date) {
    return date === undefined || Number.isNaN(date.getTime()) || date.getTime() < firstDate ? undefined : date;
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-ghcr-graph.js





const read_ghcr_graph_atOnce = 8;
/**
 * What the versions list and refer to: GitHub deletes a version although an index lists it, so all of it has to be known.
 * The manifests of the tagged ones are read, and of the untagged ones those that no other lists or that are indexes.
 * @throws Failure for one that cannot be read, or that the registry does not have
 */
async function readGhcrGraph({ images, untagged }, access, context) {
    const graph = new Map();
    const listed = new Set();
    const tell = nowAndThen(context);
    let done = 0;
    let total = images.length;
    const indexes = new Set();
    const readOne = async (digest) => {
        const manifest = await access.manifest(digest);
        if (manifest === undefined)
            throw read_ghcr_graph_vanished(digest);
        const { content, subject } = manifest;
        const children = content.kind === 'index' ? content.manifests : [];
        for (const child of children) {
            listed.add(child.digest);
            if (isIndex(child))
                indexes.add(child.digest);
        }
        if (subject !== undefined || children.length > 0) {
            graph.set(digest, { children: children.map((child) => child.digest), subject });
        }
        done += 1;
        tell(() => `${done} of ${quantities_countOf(total, 'manifest')} read`, { done, total });
    };
    await eachOf(images, read_ghcr_graph_atOnce, ({ digest }) => readOne(digest));
    // What nothing lists may itself list or refer to something; so may an index in an index.
    const open = untagged.filter((digest) => !listed.has(digest) || indexes.has(digest));
    total += open.length;
    await eachOf(open, read_ghcr_graph_atOnce, readOne);
    return graph;
}
function read_ghcr_graph_vanished(digest) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading the manifest ${digest}`,
        answered: 'GitHub lists its version, and the registry answers 404 for it; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/prune/stock.js
/** With no tags yet; they stay in the order in which they come. */
function createTagging() {
    const byDigest = new Map();
    return {
        byDigest,
        add(tag, digest) {
            const known = byDigest.get(digest);
            if (known === undefined)
                byDigest.set(digest, [tag]);
            else
                known.push(tag);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-native.js







/**
 * Reads a repository by Docker Hub's API: digests, dates and the children of indexes, a hundred tags a request; no pull.
 * @throws Failure as the API does, and for a tag without a digest that the registry cannot tell either
 */
async function read_native_readHub(hub, repository, access, context) {
    const [namespace, name] = hubNameOf(repository);
    const rules = (await hub.repository(namespace, name))?.immutableTags ?? [];
    const tags = await collect(hub.tags(namespace, name), (count) => `${count} tags so far`, context);
    const tagging = createTagging();
    const graph = new Map();
    const found = new Map();
    const dangling = [];
    for (const tag of tags) {
        const digest = tag.digest ?? (await access.head(tag.name))?.digest;
        if (digest === undefined || !(0,images_name/* isTag */.dz)(tag.name)) {
            dangling.push(tag.name);
            continue;
        }
        tagging.add(tag.name, digest);
        const children = tag.images.flatMap((image) => image.digest ?? []).filter((child) => child !== digest);
        if (children.length > 0)
            graph.set(digest, { children, subject: undefined });
        const date = later(found.get(digest)?.date, plausibleDate(tag.pushed ?? tag.updated));
        found.set(digest, { date, size: tag.size });
    }
    const locked = lockedBy(rules, tags.map(({ name: tag }) => tag));
    const images = [...tagging.byDigest].map(([digest, on]) => imageOf(digest, on, found.get(digest), on.filter((tag) => locked.has(tag)).map((tag) => `${tag} is immutable at Docker Hub`)));
    const relist = async () => {
        const now = new Map();
        for await (const { name: tag, digest } of hub.tags(namespace, name))
            if (digest !== undefined)
                now.set(tag, digest);
        return now;
    };
    return { images, graph, dangling, relist };
}
/**
 * Reads a package by GitHub's API: a version is a manifest with all its tags, a hundred a request. What manifests list
 * is read only when something is to be deleted.
 */
async function readGhcr(packages, access, context) {
    const versions = await collect(packages.versions('active'), (count) => `${count} versions so far`, context);
    const dangling = versions.flatMap(({ tags }) => tags.filter((tag) => !(0,images_name/* isTag */.dz)(tag)));
    const images = versions
        .filter(({ tags }) => tags.some(images_name/* isTag */.dz))
        .map(({ digest, tags, updated }) => {
        const found = { date: plausibleDate(updated), size: undefined };
        return imageOf(digest, tags.filter(images_name/* isTag */.dz), found, tags.every(images_name/* isTag */.dz) ? [] : [odd]);
    });
    const untagged = versions.filter(({ tags }) => tags.length === 0).map(({ digest }) => digest);
    const relist = async () => {
        const now = new Map();
        for await (const { digest, tags } of packages.versions('active'))
            for (const tag of tags)
                now.set(tag, digest);
        return now;
    };
    return {
        images,
        graph: new Map(),
        untagged,
        dangling,
        relist,
        deepen: () => readGhcrGraph({ images, untagged }, access, context),
    };
}
/** Reads a repository by Harbor's API: digests, dates, children, signatures and what is immutable, a hundred a request. */
async function readHarbor(harbor, context) {
    const artifacts = await collect(harbor.artifacts(), (count) => `${count} artifacts so far`, context);
    const graph = new Map();
    const images = [];
    const dangling = artifacts.flatMap(({ tags }) => tags.flatMap(({ name }) => ((0,images_name/* isTag */.dz)(name) ? [] : [name])));
    for (const { digest, pushed, size, tags: all, children, accessories } of artifacts) {
        const tags = all.filter(({ name }) => (0,images_name/* isTag */.dz)(name));
        if (children.length > 0)
            graph.set(digest, { children, subject: undefined });
        for (const one of accessories)
            graph.set(one, { children: [], subject: digest });
        if (tags.length === 0)
            continue;
        const dates = tags.map((tag) => plausibleDate(tag.pushed));
        const date = dates.reduce(later, plausibleDate(pushed));
        const immutable = tags.filter((tag) => tag.immutable).map(({ name }) => `${name} is immutable at Harbor`);
        const locked = tags.length < all.length ? [odd, ...immutable] : immutable;
        images.push(imageOf(digest, tags.map(({ name }) => name), { date, size }, locked));
    }
    const relist = async () => {
        const now = new Map();
        for await (const { digest, tags } of harbor.artifacts())
            for (const { name } of tags)
                now.set(name, digest);
        return now;
    };
    return { images, graph, dangling, relist };
}
/** What cannot be asked for cannot be looked at again. */
const odd = 'it has a tag that is no legal name';
function imageOf(digest, tags, { date, size } = {
    date: undefined,
    size: undefined,
}, locked) {
    const [why] = locked;
    return { digest, tags, date, ...(size === undefined ? {} : { size }), ...(why === undefined ? {} : { locked: why }) };
}
function later(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return one > other ? one : other;
}
/**
 * The tags that Docker Hub's rules make immutable. They are RE2, of which JavaScript reads nearly all; one that takes no
 * time there may take very long here.
 */
function lockedBy(rules, tags) {
    const patterns = rules.flatMap((rule) => {
        try {
            return [new RegExp(rule, 'u')];
        }
        catch {
            // A rule that cannot be read may be about any tag.
            return [/(?:)/u];
        }
    });
    const match = () => new Set(tags.filter((tag) => patterns.some((one) => one.test(tag))));
    return matching({ 'Docker Hub’s rules for immutable tags': patterns[0] }, match, 'server');
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-registry.js










const read_registry_atOnce = 8;
/** How deep indexes may lie in one another. */
const read_registry_depthLimit = 4;
/**
 * Reads a repository by the OCI distribution protocol: each tag's manifest once, each distinct image's config once, the
 * indexes that indexes list; of the images in an index one, for its date.
 * @param used digests that are in use, whether they have a tag or not
 * @throws Failure for whatever cannot be read: it might need what is to be deleted
 */
async function read_registry_readRegistry(tags, access, about, used, context) {
    const tell = nowAndThen(context);
    const tagging = createTagging();
    const known = new Map();
    const graph = new Map();
    const dangling = [];
    let done = 0;
    await eachComing(tags, read_registry_atOnce, async (tag) => {
        // Artifactory lists digests among its tags; what is no tag nobody can ask for.
        const manifest = (0,images_name/* isTag */.dz)(tag) ? await access.manifest(tag) : undefined;
        if (manifest === undefined) {
            dangling.push(tag);
            return;
        }
        const { digest } = manifest.descriptor;
        tagging.add(tag, digest);
        const subject = subjectOfTag(tag);
        const ordinary = subject === undefined || subject === digest;
        const earlier = known.get(digest);
        // A tag of a signature may have come first, for which no date was read.
        const reading = earlier === undefined || (ordinary && !earlier.dated) ? read_registry_read(manifest, ordinary, access, graph) : earlier.reading;
        known.set(digest, { reading, dated: ordinary || (earlier?.dated ?? false) });
        await reading;
        done += 1;
        tell(() => `${(0,images_name/* formatRepository */.Sh)(about)}: ${quantities_countOf(done, 'tag')} read`);
    });
    // What is in use may have lost its tag, and list what has one.
    await eachOf([...used], read_registry_atOnce, async (digest) => {
        if (known.has(digest))
            return;
        const manifest = await access.manifest(digest);
        if (manifest !== undefined)
            await addLinks(manifest, access, graph, 1);
    });
    const images = [];
    for (const [digest, tagsOn] of tagging.byDigest) {
        const { date, size } = (await known.get(digest)?.reading) ?? { date: undefined, size: undefined };
        images.push({ digest, tags: tagsOn, date, ...(size === undefined ? {} : { size }) });
    }
    return { images, graph, dangling };
}
/** @param ordinary whether its date matters: that of a signature does not */
async function read_registry_read(manifest, ordinary, access, graph) {
    await addLinks(manifest, access, graph, 1);
    const dated = ordinary && manifest.subject === undefined;
    return { date: dated ? plausibleDate(await dateOf(manifest, access, 1)) : undefined, size: read_registry_sizeOf(manifest) };
}
async function addLinks({ descriptor, subject, content }, access, graph, depth) {
    const listed = content.kind === 'index' ? content.manifests : [];
    if (subject === undefined && listed.length === 0)
        return;
    graph.set(descriptor.digest, { children: listed.map(({ digest }) => digest), subject });
    for (const child of listed) {
        if (!isIndex(child) || graph.has(child.digest))
            continue;
        if (depth === read_registry_depthLimit)
            throw tooDeep(descriptor);
        const inner = await access.manifest(child.digest);
        if (inner !== undefined)
            await addLinks(inner, access, graph, depth + 1);
    }
}
/** Of an index the date of the first image in it that is there; a copy may have left some out. */
async function dateOf(manifest, access, depth) {
    const { content, annotations } = manifest;
    if (content.kind === 'image') {
        if (isImageConfig(content.config))
            return createdOf(await access.smallBlob(content.config));
        const annotated = new Date(annotations['org.opencontainers.image.created'] ?? '');
        return Number.isNaN(annotated.getTime()) ? undefined : annotated;
    }
    for (const child of content.manifests) {
        if (isAttestation(child) || depth > read_registry_depthLimit)
            continue;
        const inner = await access.manifest(child.digest);
        if (inner !== undefined)
            return dateOf(inner, access, depth + 1);
    }
    return undefined;
}
/** An index does not say how large its images are. */
function read_registry_sizeOf({ content }) {
    if (content.kind === 'index')
        return undefined;
    return [content.config, ...content.layers].reduce((sum, { size = 0 }) => sum + size, 0);
}
function tooDeep({ digest }) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading the index ${digest}`,
        answered: `more than ${read_registry_depthLimit} indexes lie in one another`,
        advice: 'What cannot be read might need what is to be deleted: nothing is deleted here.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read.js


/**
 * Reads what a repository has, by the way that this registry has for it. Which one it is may show only in its first
 * answer: so the list of tags is begun, and where the registry turns out to have an API of its own, given up for that.
 * @throws Failure for whatever cannot be read: half a repository must not look like a whole one
 */
async function readStock(repository, access, used, { registry, apis }, context) {
    const { ownApi } = registry.profile();
    if (ownApi === 'docker-hub')
        return read_native_readHub(apis.hub(), repository, access, context);
    if (ownApi === 'ghcr')
        return readGhcr(apis.ghcr()(repository), access, context);
    const tags = access.tags()[Symbol.asyncIterator]();
    const first = await tags.next();
    if (registry.profile().ownApi === 'harbor')
        return readHarbor(apis.harbor(repository), context);
    return read_registry_readRegistry(from(first, tags), access, repository, used, context);
}
async function* from(first, others) {
    for (let next = first; !next.done; next = await others.next())
        yield next.value;
}

;// CONCATENATED MODULE: ./build/src/commands/prune/prune-all.js










/**
 * Plans every repository, writes the journal of all of them, and deletes. A repository that cannot be read, or whose plan
 * is refused, is left as it is; the others are pruned.
 */
async function pruneAll(order, access, context) {
    const planned = [];
    const unread = [];
    await eachOf(order.repositories, 1, async (repository) => {
        try {
            const one = await planOne(repository, order, access, context);
            const refused = prune_all_refusalOf(one);
            // A dry run shows a plan that is refused: somebody has to look at it.
            if (refused !== undefined && !order.dryRun)
                throw refused;
            tellOf(one, context);
            planned.push(one);
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            unread.push({ repository, failure: (0,errors/* asFailure */.h_)(thrown) });
        }
    });
    if (unread.length === 0)
        refuseUnknown(order.tagsInUse, planned);
    const going = planned.filter(({ plan: one }) => deletedTags(one) > 0);
    const idle = planned.filter((one) => !going.includes(one)).map((one) => untouched(one, []));
    if (order.dryRun || going.length === 0) {
        const clears = order.dryRun && access.deleter.clearsLeftovers;
        const pruned = planned.map((one) => untouched(one, clears ? one.plan.leftovers : [], prune_all_refusalOf(one)));
        return { pruned, unread, dryRun: order.dryRun, journal: undefined };
    }
    const { ready, failed, journal } = await writeJournal(going, order.journal, access, context);
    const pruned = [];
    for (const { planned: one, journaled } of ready) {
        const stopped = context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : undefined;
        pruned.push(stopped ? untouched(one, [], stopped) : await carryOut(one, journaled, access.deleter, context));
    }
    const changed = pruned.some((one) => one.changed);
    if (!changed)
        await journal.discard();
    const all = inOrder(order.repositories, [...pruned, ...idle]);
    return { pruned: all, unread: [...unread, ...failed], dryRun: false, journal: changed ? order.journal : undefined };
}
async function planOne(repository, order, access, context) {
    const rights = order.dryRun ? 'pull' : accessToDelete(access.name, { digests: false });
    const reader = access.registry.repository(repository, rights);
    const policy = order.policyFor(repository);
    const stock = await readStock(repository, reader, policy.inUse.digests.keys(), access, context);
    const { include, exclude, protect, groupBy } = policy;
    const planned = (of) => matching({ include, exclude, protect, 'group-by': groupBy }, () => plan(of, policy, context.now()));
    const made = planned(stock);
    if (stock.deepen !== undefined && deletedTags(made) > 0) {
        const whole = { ...stock, graph: await stock.deepen() };
        return { repository, access: reader, stock: whole, plan: planned(whole) };
    }
    return { repository, access: reader, stock, plan: made };
}
/** @throws Failure (usage) naming a word of in-use that is no tag here */
function refuseUnknown(words, planned) {
    const tags = new Set(planned.flatMap(({ stock }) => stock.images.flatMap((image) => image.tags)));
    const unknown = words.find((word) => !tags.has(word));
    if (unknown === undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`in-use: ${JSON.stringify(unknown)} is no file here, and no tag of ${planned.map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository)).join(', ')}`, 'Nothing was deleted: correct it, or leave it out. A file is looked for in the working directory.');
}
function tellOf({ repository, stock }, { log }) {
    if (stock.dangling.length === 0)
        return;
    const [first] = stock.dangling;
    const others = stock.dangling.length - 1;
    log.warn(`${(0,images_name/* formatRepository */.Sh)(repository)}: the registry lists ${first}${others === 0 ? '' : ` and ${others} more tags`} without a ` +
        'manifest that could be read by that name: left alone');
}
/** Why a plan must not be carried out; undefined for one that may. */
function prune_all_refusalOf({ repository, plan: { refusal } }) {
    if (refusal === undefined)
        return undefined;
    return new errors/* Failure */.HR('usage', {
        asked: `Pruning ${(0,images_name/* formatRepository */.Sh)(repository)}`,
        answered: `${refusal}; nothing was deleted`,
        advice: 'Look at the plan with dry-run. Change the rules, or if it is meant so, say so by keep or max-delete.',
    });
}
/** All of it is on the disk before the first delete. What could not be read for it is not deleted. */
async function writeJournal(going, path, { name, deleter }, context) {
    const journal = await createJournal(path, name, context.now());
    const ready = [];
    const failed = [];
    try {
        for (const one of going) {
            try {
                await deleter.prepare?.(one.repository);
                const { repository, access, plan: made } = one;
                const leftovers = deleter.clearsLeftovers ? made.leftovers : [];
                const doomed = { repository, access, images: doomedOf(made), leftovers };
                ready.push({ planned: one, journaled: await journalImages(doomed, journal, context) });
            }
            catch (thrown) {
                if (context.signal.aborted)
                    throw context.signal.reason;
                failed.push({ repository: one.repository, failure: (0,errors/* asFailure */.h_)(thrown) });
            }
        }
        await journal.finish();
    }
    catch (thrown) {
        await journal.discard();
        throw thrown;
    }
    return { journal, ready, failed };
}
function untouched({ repository, plan: made }, cleared, failure = undefined) {
    return { repository, plan: made, removals: new Map(), cleared, changed: false, failure };
}
function inOrder(names, pruned) {
    return names.flatMap((name) => pruned.filter(({ repository }) => repository.path === name.path));
}

;// CONCATENATED MODULE: ./build/src/commands/journal-note.js

/** For a log: where the journal is, and what it is for; undefined where there is none. */
function journalWords(journal) {
    if (journal === undefined)
        return undefined;
    return `Journal: ${journal}. Keep it: image-gate restore ${journal} brings back what was deleted.`;
}
/** For a summary: the same. */
function journalNote(journal) {
    if (journal === undefined)
        return undefined;
    return (0,markdown/* markdown */.wD) `Journal: ${(0,markdown/* code */.aY)(journal)}. Keep it: ${(0,markdown/* code */.aY)(`image-gate restore ${journal}`)} brings back what was deleted.`;
}

;// CONCATENATED MODULE: ./build/src/commands/prune/lines.js
/** Every tag of a repository, in the plan's order. In a dry run what the plan deletes counts as deleted. */
function linesOf({ repository, plan, removals }, dryRun) {
    return plan.verdicts.flatMap((verdict) => verdict.image.tags.map((tag, at) => {
        const { digest, date, size } = verdict.image;
        const planned = { fate: verdict.fate, reason: reasonOf(verdict, tag) };
        const { fate, reason } = planned.fate !== 'deleted' || dryRun ? planned : becameOf(removals.get(tag), planned.reason);
        return { repository, tag, digest, date, fate, reason, size: at === 0 ? size : undefined };
    }));
}
/** A rule may have been about another tag of the same image. */
function reasonOf({ tag: about, reason }, tag) {
    return about === undefined || about === tag ? reason : `on the same image as ${about}: ${reason}`;
}
function becameOf(removal, reason) {
    if (removal === undefined)
        return { fate: 'failed', reason: 'not tried, because of what went wrong before' };
    if (removal.kind === 'deleted' || removal.kind === 'missing') {
        return { fate: 'deleted', reason: removal.kind === 'deleted' ? reason : `${reason}; it was gone already` };
    }
    return { fate: removal.kind === 'failed' ? 'failed' : 'kept', reason: removal.reason };
}
/** In a dry run nothing is deleted yet. */
function wordOf(fate, dryRun) {
    return dryRun && fate === 'deleted' ? 'would go' : fate;
}
const urgency = ['failed', 'blocked', 'deleted', 'kept'];
/** What is in the way and what goes first, each in its order: nobody reads to the end of what stays. */
function byUrgency(lines) {
    return urgency.flatMap((fate) => lines.filter((line) => line.fate === fate));
}

;// CONCATENATED MODULE: ./build/src/reports/chart.js
/** More bars than that nobody can read. */
const mostBars = 20;
/** To be seen on white and on black; Mermaid's own is neither. */
const blue = '#2f81f7';
const red = '#d1453b';
/** With fewer, Mermaid has marks at halves, and nothing that is counted here comes in halves. */
const fewestMarks = 10;
/**
 * A chart of horizontal bars in Mermaid, the longest first, 20 at most; undefined when there is nothing to see.
 * @param axis what the values are, with their unit
 */
function barChart(title, axis, bars) {
    const shown = [...bars]
        .filter(({ value }) => Number.isFinite(value) && value > 0)
        .sort((one, other) => other.value - one.value || (one.label < other.label ? -1 : 1))
        .slice(0, mostBars);
    if (shown.length < 2)
        return undefined;
    const height = 140 + shown.length * 26;
    return [
        ...opening(height, [blue], ' horizontal'),
        `  title "${mermaidText(title)}"`,
        `  x-axis [${shown.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
        `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(Math.max(...shown.map(({ value }) => value)))}`,
        `  bar [${shown.map(({ value }) => rounded(value)).join(', ')}]`,
        '```',
    ].join('\n');
}
/**
 * A chart of columns in their order, each with a blue part and a red part above it; undefined for less than two.
 * Mermaid draws bars of the same place over one another: the whole in red, and before it the lower part in blue.
 * @param axis what the values are, with their unit
 */
function columnChart(title, axis, columns) {
    if (columns.length < 2)
        return undefined;
    const wholes = columns.map(({ lower, upper }) => lower + upper);
    const highest = Math.max(...wholes, fewestMarks);
    // Mermaid draws a 0 as high as half a label of the axis: what is below that it does not draw.
    const values = (name, given) => `  ${name} [${given.map((value) => rounded(value === 0 ? -highest / 10 : value)).join(', ')}]`;
    return [
        ...opening(360, [red, blue], ''),
        `  title "${mermaidText(title)}"`,
        `  x-axis [${columns.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
        `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(highest)}`,
        values('bar', wholes),
        values('bar', columns.map(({ lower }) => lower)),
        '```',
    ].join('\n');
}
function opening(height, colours, direction) {
    const sizes = `"width": 900, "height": ${height}, "xAxis": {"labelFontSize": 12}`;
    // The page's own background: Mermaid's dark one is a grey block on GitHub's.
    const palette = `"backgroundColor": "transparent", "plotColorPalette": "${colours.join(', ')}"`;
    return [
        '```mermaid',
        `%%{init: {"xyChart": {${sizes}}, "themeVariables": {"xyChart": {${palette}}}}}%%`,
        `xychart-beta${direction}`,
    ];
}
/** Plain digits: Mermaid knows no exponents. */
function rounded(value) {
    return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}
/** Inside the quotes of Mermaid nothing but these characters is taken from outside. */
function mermaidText(text) {
    const clean = text.replace(/[^\p{L}\p{N} ._/:()+,-]/gu, ' ').trim();
    return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}

// EXTERNAL MODULE: ./build/src/reports/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./build/src/retention/timeline.js
/** More spans than that, and their names would not fit beside one another. */
const timeline_most = 18;
const timeline_oneDay = 86_400_000;
const ofDay = (begin) => begin.slice(5, 10);
const ofMonth = (begin) => begin.slice(0, 7);
const ofYear = (begin) => begin.slice(0, 4);
/** The beginnings of spans, in UTC, from the finest to the coarsest, and what they are called. */
const grains = [
    { begin: (time) => timeline_day(time), next: (begin) => new Date(begin.getTime() + timeline_oneDay), label: ofDay },
    {
        begin: (time) => new Date(timeline_day(time).getTime() - ((time.getUTCDay() + 6) % 7) * timeline_oneDay),
        next: (begin) => new Date(begin.getTime() + 7 * timeline_oneDay),
        label: ofDay,
    },
    { begin: (time) => month(time, 1), next: (begin) => month(begin, 1, 1), label: ofMonth },
    { begin: (time) => month(time, 3), next: (begin) => month(begin, 3, 3), label: ofMonth },
    { begin: (time) => month(time, 12), next: (begin) => month(begin, 12, 12), label: ofYear },
];
/**
 * Images over time: days, weeks, months, quarters or years from the oldest to the newest, empty ones too, as fine as 18
 * spans allow (of many years the last 18).
 */
function timeline(images) {
    const times = images.map(({ date }) => date.getTime());
    if (times.length === 0)
        return [];
    const newest = new Date(times.reduce((one, other) => Math.max(one, other)));
    const oldest = new Date(times.reduce((one, other) => Math.min(one, other)));
    for (const [at, { begin, next, label }] of grains.entries()) {
        const last = at === grains.length - 1;
        const begins = [];
        for (let from = begin(oldest); from <= newest && (last || begins.length <= timeline_most); from = next(from)) {
            begins.push(from);
        }
        if (begins.length > timeline_most && !last)
            continue;
        const counts = new Map(begins.slice(-timeline_most).map((from) => [from.toISOString(), { kept: 0, deleted: 0 }]));
        for (const { date, deleted } of images) {
            const count = counts.get(begin(date).toISOString());
            if (count !== undefined)
                count[deleted ? 'deleted' : 'kept'] += 1;
        }
        return [...counts].map(([from, count]) => ({ label: label(from), ...count }));
    }
    return [];
}
function timeline_day(time) {
    return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()));
}
/** The beginning of the span of so many months that a time is in, moved by so many months. */
function month(time, size, plus = 0) {
    return new Date(Date.UTC(time.getUTCFullYear(), Math.floor(time.getUTCMonth() / size) * size + plus, 1));
}

;// CONCATENATED MODULE: ./build/src/commands/prune/summary.js









/** Rows of the folded table; the outputs have all. */
const mostRows = 2000;
/** Characters: the tags of signatures are twice as long, and would leave no room for the reasons. */
const longestName = 32;
/** One sentence that says it all. */
function summary_headlineOf({ pruned, unread, dryRun }, lines) {
    const names = [...pruned, ...unread].map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository));
    const where = names.length === 1 ? names[0] : quantities_countOf(names.length, 'repository', 'repositories');
    if (pruned.length === 0 && unread.length === 1)
        return `${where}: left as it is`;
    const count = (fate) => lines.filter((line) => line.fate === fate).length;
    const gone = `${quantities_countOf(count('deleted'), 'tag')} ${dryRun ? 'would be deleted' : 'deleted'}`;
    const more = ['kept', 'blocked', 'failed'].flatMap((fate) => count(fate) > 0 || fate === 'kept' ? [`${count(fate)} ${fate}`] : []);
    const cleared = pruned.reduce((sum, one) => sum + one.cleared.length, 0);
    const parts = cleared === 0 ? [] : [`${quantities_countOf(cleared, 'part')} without tags ${dryRun ? 'too' : 'cleared away'}`];
    const untouched = unread.length === 0 ? [] : [unread.length === 1 ? '1 left as it is' : `${unread.length} left as they are`];
    const refused = pruned.filter(({ plan }) => plan.refusal !== undefined).length;
    const no = refused === 0
        ? []
        : [names.length === 1 ? 'but the plan is refused' : quantities_countOf(refused, 'plan refused', 'plans refused')];
    return `${where}: ${[gone, ...parts, ...more, ...untouched, ...no].join(', ')}`;
}
/** The summary: counts, a picture over time, what failed, and every tag with its reason. */
function summaryOf(result, lines, failures) {
    const { pruned, unread, journal } = result;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(summary_headlineOf(result, lines))}`, (0,reports_failure/* failureList */.J_)(failures), pruned.length + unread.length > 1 || lines.length === 0 ? undefined : spaceOf(lines, result.dryRun), counts(result, lines), picture(lines), journalNote(journal), everyTag(lines, result.dryRun), everyPart(result));
}
function counts({ pruned, unread, dryRun }, lines) {
    if (pruned.length + unread.length < 2)
        return undefined;
    const head = ['Repository', dryRun ? 'Would go' : 'Deleted', 'Kept', 'Blocked', 'Failed'].map(markdown/* plain */.pj);
    const rows = pruned.map(({ repository }) => {
        const own = lines.filter((line) => line.repository.path === repository.path);
        const cells = ['deleted', 'kept', 'blocked', 'failed'].map((fate) => (0,markdown/* plain */.pj)(String(own.filter((line) => line.fate === fate).length)));
        return [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), ...cells];
    });
    const open = unread.map(({ repository }) => [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), (0,markdown/* plain */.pj)('left as it is'), ...blank]);
    return (0,markdown/* table */.tp)([head, ...rows, ...open]);
}
const blank = ['', '', ''].map(markdown/* plain */.pj);
/** Layers that images share are counted with each of them: it is the most that may be freed. */
function spaceOf(lines, dryRun) {
    const bytes = lines.reduce((sum, { fate, size = 0 }) => (fate === 'deleted' ? sum + size : sum), 0);
    if (bytes === 0)
        return undefined;
    return (0,markdown/* plain */.pj)(`${dryRun ? 'The images that would go have' : 'The deleted images had'} ${formatBytes(bytes)}; what they share with others stays.`);
}
function picture(lines) {
    const dated = new Map(lines.flatMap(({ digest, date, fate }) => date === undefined ? [] : [[digest, { date, deleted: fate === 'deleted' }]]));
    const spans = timeline([...dated.values()]);
    const columns = spans.map(({ label, kept, deleted }) => ({ label, lower: kept, upper: deleted }));
    return columnChart('What stays (blue) and goes (red), by the date of the image', 'images', columns);
}
/** What had no tag: children of deleted indexes, and what referred to them. */
function everyPart({ pruned }) {
    const rows = pruned.flatMap(({ repository, cleared }) => cleared.map((digest) => [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), (0,markdown/* code */.aY)(digest)]));
    if (rows.length === 0)
        return undefined;
    const shown = rows.slice(0, mostRows);
    return (0,markdown/* folded */.TM)(`Parts without tags (${rows.length})`, (0,markdown/* table */.tp)([['Repository', 'Digest'].map(markdown/* plain */.pj), ...shown]));
}
function everyTag(lines, dryRun) {
    if (lines.length === 0)
        return undefined;
    const one = new Set(lines.map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository))).size === 1;
    const head = ['Fate', one ? 'Tag' : 'Image', 'Reason', 'Date', 'Digest'].map(markdown/* plain */.pj);
    const rows = byUrgency(lines)
        .slice(0, mostRows)
        .map(({ fate, repository, tag, date, reason, digest }) => [
        (0,markdown/* plain */.pj)(wordOf(fate, dryRun)),
        (0,markdown/* code */.aY)((0,table/* withoutMiddle */.M)(one ? tag : (0,images_name/* formatImage */.vy)({ ...repository, tag }), longestName)),
        (0,markdown/* plain */.pj)(reason),
        (0,markdown/* plain */.pj)(date === undefined ? '' : formatTime(date)),
        (0,markdown/* code */.aY)(digest.slice(0, 19)),
    ]);
    const more = lines.length - rows.length;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* folded */.TM)(`Every tag and its reason (${lines.length})`, (0,markdown/* table */.tp)([head, ...rows])), more === 0 ? undefined : (0,markdown/* plain */.pj)(`${more} further tags are in the outputs only.`));
}

;// CONCATENATED MODULE: ./build/src/commands/prune/report.js





/** Rows for people; all are in the outputs and in the summary. */
const report_mostRows = 200;
/** What a prune has to say, for every face. */
function reportPrune(result) {
    const { pruned, unread, dryRun, journal } = result;
    const lines = pruned.flatMap((one) => linesOf(one, dryRun));
    const objects = (fate) => lines.filter((line) => line.fate === fate).map(objectOf);
    const failures = failuresOf(result);
    const deleted = lines.filter(({ fate }) => fate === 'deleted').length;
    const left = lines.length - deleted;
    // Made when they are asked for: of tens of thousands of tags each is several megabytes, and no face wants all.
    return {
        get outputs() {
            return {
                deleted: JSON.stringify(objects('deleted')),
                kept: JSON.stringify(objects('kept')),
                blocked: JSON.stringify(objects('blocked')),
                failed: JSON.stringify(objects('failed')),
                'deleted-count': String(deleted),
                'kept-count': String(left),
                journal: journal ?? '',
            };
        },
        get json() {
            return {
                ...statusOf(failures),
                'dry-run': dryRun,
                deleted: objects('deleted'),
                kept: objects('kept'),
                blocked: objects('blocked'),
                failed: objects('failed'),
                'deleted-count': deleted,
                'kept-count': left,
                cleared: pruned.flatMap(({ repository, cleared }) => cleared.map((digest) => ({ image: (0,images_name/* formatImage */.vy)({ ...repository, digest }), digest }))),
                unread: unread.map(({ repository, failure }) => ({
                    image: (0,images_name/* formatRepository */.Sh)(repository),
                    error: failure.message,
                    'exit-code': failure.exitCode,
                })),
                journal: journal ?? null,
            };
        },
        get summary() {
            return summaryOf(result, lines, failures);
        },
        table: tableOf(lines, pruned.length + unread.length > 1, dryRun),
        headline: summary_headlineOf(result, lines),
        note: journalWords(journal),
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function failuresOf({ pruned, unread }) {
    const inside = pruned.flatMap(({ failure, removals }) => [
        ...(failure === undefined ? [] : [failure]),
        ...[...removals.values()].flatMap((removal) => removal.kind === 'failed' && removal.failure !== undefined ? [removal.failure] : []),
    ]);
    return [...new Set([...unread.map(({ failure }) => failure), ...inside])];
}
function statusOf([first]) {
    return first === undefined ? {} : { status: 'failed', error: first.message, 'exit-code': first.exitCode };
}
function objectOf({ repository, tag, digest, date, reason }) {
    return { image: (0,images_name/* formatImage */.vy)({ ...repository, tag }), tag, digest, created: date ?? null, reason };
}
const tones = {
    deleted: 'good',
    failed: 'bad',
    blocked: 'bad',
    kept: 'muted',
};
/** The tags of one repository need no name in front, which would leave no room for them on a narrow terminal. */
function tableOf(lines, several, dryRun) {
    const sorted = byUrgency(lines);
    const rows = sorted
        .slice(0, report_mostRows)
        .map(({ fate, repository, tag, date, reason }) => [
        { text: wordOf(fate, dryRun), tone: tones[fate] },
        { text: several ? (0,images_name/* formatImage */.vy)({ ...repository, tag }) : tag },
        { text: date === undefined ? '' : formatTime(date) },
        { text: reason },
    ]);
    const more = sorted.length - rows.length;
    const last = [{ text: '…' }, { text: `${more} more` }, { text: '' }, { text: '--json and the outputs have all' }];
    return { columns: ['fate', several ? 'image' : 'tag', 'date', 'reason'], rows: more === 0 ? rows : [...rows, last] };
}

;// CONCATENATED MODULE: ./build/src/commands/check/prune-after.js







const noRules = {
    olderThan: undefined,
    include: undefined,
    exclude: undefined,
    protect: undefined,
    inUse: { tags: new Map(), digests: new Map() },
    groupBy: undefined,
    maxDelete: undefined,
};
/**
 * Prunes the repositories of the images that have just been found ready, to `prune-keep` images each; those images count
 * and always stay. Where nothing could be deleted the gate's answer stands, and a warning says why.
 * @returns undefined when nothing was to be pruned
 */
async function pruneAfter(outcomes, inputs, context) {
    const keep = inputs['prune-keep'];
    const ready = outcomes.filter((one) => one.kind === 'checked' && one.ready);
    const repositories = new Map(ready.map(({ target }) => [(0,images_name/* formatRepository */.Sh)(target.image), target.image]));
    const [first] = repositories.values();
    if (keep === undefined || first === undefined)
        return undefined;
    const policyFor = (repository) => {
        const own = ready.filter(({ target }) => target.image.path === repository.path);
        const spared = new Map(own.flatMap(({ digest }) => (digest === undefined ? [] : [[digest, 'just found ready']])));
        return { ...noRules, keep, spared };
    };
    try {
        const access = await connectToDelete(first.registry, inputs, context);
        const journal = journalName(context.now());
        context.progress.update(`pruning ${[...repositories.keys()].join(', ')}`);
        const order = { repositories: [...repositories.values()], policyFor, tagsInUse: [], dryRun: false, journal };
        return conclude(await pruneAll(order, access, context), context);
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        warn([(0,errors/* asFailure */.h_)(thrown)], context);
        return undefined;
    }
}
function conclude(result, context) {
    const { headline, failures, outputs } = reportPrune(result);
    context.log.info(headline);
    const deleted = Number(outputs['deleted-count']);
    if (deleted === 0)
        warn(failures, context);
    return {
        deleted,
        kept: Number(outputs['kept-count']),
        journal: result.journal,
        headline,
        failures: deleted === 0 ? [] : failures,
        warned: deleted === 0 ? failures : [],
    };
}
function warn(failures, { log }) {
    if (failures.length === 0)
        return;
    const others = failures.length === 1 ? '' : ` (and ${failures.length - 1} more)`;
    const [message, advice] = (0,reports_failure/* explainFailures */.vS)(failures.slice(0, 1));
    log.warn([`prune-keep: nothing was deleted. ${message}${others}`, ...(advice ? [advice] : [])].join(' '));
}

;// CONCATENATED MODULE: ./build/src/commands/check/report.js



/** What a check has to say, for every face. */
function reportCheck({ outcomes, failIfNotReady, pruned }) {
    const failures = [
        ...outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
        ...(pruned?.failures ?? []),
    ];
    const unknown = outcomes.some(({ kind }) => kind === 'failed');
    const ready = outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready);
    const exitCode = failures[0]?.exitCode ?? (ready || !failIfNotReady ? 0 : 1);
    return {
        outputs: outputsOf(outcomes, unknown ? undefined : ready),
        json: { ...report_jsonOf(outcomes, ready), ...prunedOf(pruned) },
        summary: (0,markdown/* paragraphs */.qN)(report_summaryOf(outcomes), pruningOf(pruned)),
        table: { columns: ['status', 'image', 'ref', 'commit', 'digest'], rows: outcomes.map(rowOf) },
        headline: report_headlineOf(outcomes),
        note: journalWords(pruned?.journal),
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
function report_jsonOf(outcomes, ready) {
    const results = outcomes.map((outcome) => ({ ...resultOf(outcome), 'build-image': builtImage(outcome) }));
    const [only, second] = results;
    if (only !== undefined && second === undefined)
        return only;
    const failed = outcomes.some(({ kind }) => kind === 'failed');
    return failed ? { status: 'failed', results } : { ready, status: ready ? 'ready' : 'not-ready', results };
}
function prunedOf(pruned) {
    if (pruned === undefined)
        return {};
    const { deleted, kept, journal } = pruned;
    return { pruned: { 'deleted-count': deleted, 'kept-count': kept, journal: journal ?? null } };
}
function pruningOf(pruned) {
    if (pruned === undefined)
        return undefined;
    const { headline, journal, failures, warned } = pruned;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `Pruning ${(0,markdown/* plain */.pj)(headline)}.`, journalNote(journal), (0,reports_failure/* failureList */.J_)([...failures, ...warned]));
}
/** The image that was built for this check; null when none was. */
function builtImage(outcome) {
    return outcome.kind === 'checked' && outcome.build?.conclusion === 'success' ? outcome.image : null;
}
function report_headlineOf(outcomes) {
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
function report_summaryOf(outcomes) {
    const builds = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.build !== undefined);
    const head = ['Status', 'Source repository', 'Ref', 'Commit', 'Image', ...(builds ? ['Build'] : [])].map(markdown/* plain */.pj);
    const rows = outcomes.map((outcome) => [...report_cellsOf(outcome), ...(builds ? [buildCell(outcome)] : [])]);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(report_headlineOf(outcomes))}`, (0,markdown/* table */.tp)([head, ...rows]), remarksOf(outcomes), report_detailsOf(outcomes));
}
function report_cellsOf(outcome) {
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
    const reasons = outcomes.flatMap((outcome) => {
        if (outcome.failure !== undefined || outcome.kind === 'failed' || outcome.ready)
            return [];
        return outcomes.length === 1 ? [] : [(0,markdown/* markdown */.wD) `- ${(0,markdown/* plain */.pj)(sentenceOf(outcome))}`];
    });
    const failed = (0,reports_failure/* failureList */.J_)(outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])));
    const linked = new Set(outcomes.map((outcome) => (outcome.kind === 'checked' ? outcome.build?.url : undefined)));
    const pages = (0,markdown/* pageList */.SV)(outcomes.flatMap(({ failure }) => failure?.pages ?? []).filter((page) => !linked.has(page)));
    const parts = [...new Set(reasons), failed, pages].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('\n');
}
function report_detailsOf(outcomes) {
    const rows = outcomes.flatMap((outcome) => outcome.kind === 'checked' && outcome.ready ? [[(0,markdown/* code */.aY)(outcome.commit), (0,markdown/* code */.aY)(outcome.pinned ?? '')]] : []);
    if (rows.length === 0)
        return undefined;
    return (0,markdown/* folded */.TM)('By digest: what to deploy', (0,markdown/* table */.tp)([[(0,markdown/* plain */.pj)('Commit'), (0,markdown/* plain */.pj)('Image by its digest')], ...rows]));
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

;// CONCATENATED MODULE: ./build/src/commands/check.js










const check_atOnce = 8;
const usualTime = 2 * 60_000;
const mostPruneTime = 30 * 60_000;
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
    destructive: (inputs) => inputs['prune-keep'] === undefined
        ? undefined
        : `Prune the repositories of images that are ready to ${inputs['prune-keep']} images?`,
    timeout: (inputs) => inputs.timeout ?? inputs.wait + buildTime(inputs) + pruneTime(inputs) + usualTime,
    run: runCheck,
    report: reportCheck,
};
function buildTime(inputs) {
    const builds = inputs['build-workflow'] ?? inputs['build-pipeline'] ?? inputs['build-command'];
    return builds === undefined ? 0 : inputs['build-timeout'];
}
function pruneTime(inputs) {
    return inputs['prune-keep'] === undefined ? 0 : mostPruneTime;
}
/** The looks and the builds; and after them, in the repositories of what is ready, the pruning. */
async function runCheck(inputs, context) {
    const outcomes = await lookAndBuild(inputs, context);
    const failIfNotReady = inputs['fail-if-not-ready'];
    const pruned = await pruneAfter(outcomes, inputs, context);
    return { outcomes, failIfNotReady, ...(pruned && { pruned }) };
}
/** First all looks, eight at a time; then the builds of what is missing, all at once. */
async function lookAndBuild(inputs, context) {
    const plan = planCheck(inputs, context.workflow);
    if (inputs['prune-keep'] !== undefined)
        for (const { image } of plan.targets)
            refuseUndeletable(image.registry);
    const buildPlan = planBuild(inputs, plan, context.workflow);
    const source = createSource(plan, context);
    const registry = await createRegistry(plan, inputs, context);
    const builder = buildPlan?.create(builderSettings(inputs, context));
    if (buildPlan?.token !== undefined)
        hideToken(buildPlan.token, plan.source.username, context);
    const job = { plan, inputs, source, registry, context, firstWait: builder === undefined ? inputs.wait : 0 };
    const looked = await eachOf(plan.targets, check_atOnce, (target) => settle(target, context, () => checkOne(target, job)));
    if (builder === undefined)
        return looked;
    return Promise.all(looked.map((outcome) => {
        if (outcome.kind === 'failed' || outcome.ready)
            return outcome;
        return settle(outcome.target, context, () => buildOne(outcome, builder, job));
    }));
}
function createSource({ source }, context) {
    const { kind, url, username, token } = source;
    if (token !== undefined)
        hideToken(token, username, context);
    return kind.create({ ...context, url, username, token });
}
/** All targets are in one registry: `image` names one, and `registry` is one. */
async function createRegistry(plan, inputs, context) {
    const [first] = plan.targets;
    if (first === undefined)
        throw new Error('a plan without targets');
    return connectWith(first.image.registry, inputs, context);
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

;// CONCATENATED MODULE: ./build/src/commands/copy/destination.js

/** Work for one destination: its failure ends what is done there, and leaves the others alone. */
async function destination_settle(destination, signal, work) {
    if (destination.failure !== undefined)
        return;
    try {
        await work();
    }
    catch (thrown) {
        if (signal.aborted || !(thrown instanceof errors/* Failure */.HR))
            throw thrown;
        destination.failure ??= thrown;
    }
}

;// CONCATENATED MODULE: ./build/src/commands/copy/parts.js


/** The object that a manifest's bytes are. @throws nothing for bytes that were parsed as a manifest before */
function parts_objectOf({ bytes }) {
    const value = JSON.parse(bytes.toString('utf8'));
    return isObject(value) ? value : {};
}
/**
 * The blobs that an image's manifest needs, each once: config and layers. Not those that may not be distributed, and are
 * fetched from elsewhere (`urls`).
 * @throws Failure (server) for an entry that is no descriptor with a size
 */
function blobsOf(manifest) {
    const { config, layers, manifests } = parts_objectOf(manifest);
    if (manifests !== undefined)
        return [];
    const entries = [config, ...(Array.isArray(layers) ? layers : [])].filter((entry) => !isForeign(entry));
    const blobs = new Map(entries.map((entry) => sized(entry, manifest)).map((blob) => [blob.digest, blob]));
    return [...blobs.values()];
}
/** `application/vnd.docker.image.rootfs.foreign.diff.tar.gzip`, `application/vnd.oci.image.layer.nondistributable.v1.tar`. */
function isForeign(entry) {
    if (!isObject(entry) || typeof entry.mediaType !== 'string')
        return false;
    return /\.(?:foreign|nondistributable)\./.test(entry.mediaType) && Array.isArray(entry.urls) && entry.urls.length > 0;
}
function sized(entry, manifest) {
    const descriptor = readDescriptor(entry);
    const { size } = descriptor ?? {};
    if (descriptor !== undefined && size !== undefined && Number.isSafeInteger(size) && size >= 0) {
        return { ...descriptor, size };
    }
    throw new errors/* Failure */.HR('server', {
        asked: `the manifest ${manifest.descriptor.digest}`,
        answered: 'it lists a blob without a digest or a size that can be used',
        advice: 'Push the image anew.',
    });
}
/** What a list of referrers says of this manifest (distribution specification, "listing referrers"). */
function referrerEntry(manifest) {
    const { artifactType, config, annotations } = parts_objectOf(manifest);
    const type = artifactType ?? (isObject(config) ? config.mediaType : undefined);
    const { mediaType, digest } = manifest.descriptor;
    return {
        mediaType,
        digest,
        size: manifest.bytes.length,
        ...(typeof type === 'string' ? { artifactType: type } : {}),
        ...(isObject(annotations) ? { annotations } : {}),
    };
}
/** The descriptors in a manifest with what it says of the platform; empty for an image. */
function childrenOf(manifest) {
    return manifest.content.kind === 'index' ? manifest.content.manifests : [];
}

;// CONCATENATED MODULE: ./build/src/commands/copy/subset.js




/**
 * An index with these platforms alone, and the attestations of what stays; entries and annotations as they were. The
 * bytes do not change when nothing goes.
 * @param read gives the indexes that lie inside
 */
async function subsetOf(index, platforms, read) {
    const inner = new Map();
    for (const child of childrenOf(index)) {
        if (isIndex(child))
            inner.set(child.digest, await subsetOf(await read(child), platforms, read));
    }
    const wanted = (child) => isIndex(child)
        ? childrenOf(inner.get(child.digest)?.manifest ?? index).length > 0
        : platforms.some((platform) => child.platform !== undefined && samePlatform(platform, child.platform));
    const images = new Set(childrenOf(index)
        .filter(wanted)
        .map(({ digest }) => digest));
    for (const { manifest } of inner.values())
        for (const { digest } of childrenOf(manifest))
            images.add(digest);
    const stays = (child) => images.has(child.digest) || images.has(child.annotations?.['vnd.docker.reference.digest'] ?? '');
    const own = childrenOf(index).filter((child) => !isIndex(child) && child.platform?.os !== 'unknown');
    return {
        manifest: rewrite(index, stays, inner),
        made: [...inner].flatMap(([digest, { manifest, made }]) => manifest.descriptor.digest === digest || childrenOf(manifest).length === 0 ? made : [...made, manifest]),
        found: [
            ...own.flatMap(({ platform }) => (platform === undefined ? [] : [formatPlatform(platform)])),
            ...[...inner.values()].flatMap(({ found }) => found),
        ],
    };
}
function rewrite(index, stays, inner) {
    const children = childrenOf(index);
    const same = (child) => (inner.get(child.digest)?.manifest.descriptor.digest ?? child.digest) === child.digest;
    if (children.every((child) => stays(child) && same(child)))
        return index;
    const value = parts_objectOf(index);
    const entries = Array.isArray(value.manifests) ? value.manifests : [];
    const manifests = entries.flatMap((entry, at) => {
        const child = children[at];
        if (child === undefined || !stays(child) || !isObject(entry))
            return [];
        const { digest, size } = inner.get(child.digest)?.manifest.descriptor ?? child;
        return [{ ...entry, digest, size }];
    });
    const bytes = Buffer.from(JSON.stringify({ ...value, manifests }, undefined, 2));
    const made = parseManifest(bytes, index.descriptor.mediaType, (0,images_digest/* digestOf */.o)(bytes));
    if (made === undefined)
        throw new Error('an index that was made is no index');
    return made;
}

;// CONCATENATED MODULE: ./build/src/commands/copy/graph.js








const graph_atOnce = 6;
const graph_depthLimit = 4;
const cosignSuffixes = ['sig', 'att', 'sbom'];
/** Reads everything that belongs to the image: children, and with `referrers` what refers to any of it. */
async function readGraph(source, plan, referrers, warn) {
    const { from, reference } = plan;
    const original = await source.manifest(reference);
    if (original === undefined)
        throw graph_missing((0,images_name/* formatImage */.vy)(from), 'the registry has no such image');
    const nodes = new Map();
    const root = await graph_select(source, original, plan, nodes);
    await add(source, root, nodes, 1);
    const made = root.descriptor.digest !== original.descriptor.digest;
    const tags = new Map();
    const node = nodes.get(root.descriptor.digest);
    if (node === undefined)
        throw new Error('the root is not among the manifests');
    const asked = new Set(made ? [root.descriptor.digest] : []);
    for (let open = openOf(nodes, asked); referrers && open.length > 0; open = openOf(nodes, asked)) {
        for (const digest of open)
            asked.add(digest);
        const found = await eachOf(open, graph_atOnce, (digest) => referrersOf(source, digest, warn));
        for (const { manifest, tag } of found.flat()) {
            await add(source, manifest, nodes, 1);
            if (tag !== undefined)
                tags.set(tag, manifest.descriptor.digest);
        }
    }
    return { root: node, nodes, tags, made };
}
function openOf(nodes, asked) {
    return [...nodes.keys()].filter((digest) => !asked.has(digest));
}
/** The manifest itself, or what is left of it with the platforms that were asked for. */
async function graph_select(source, original, { from, platforms }, nodes) {
    if (platforms.length === 0)
        return original;
    const wanted = platforms.map(formatPlatform);
    const complain = (found) => {
        const lacking = wanted.filter((platform) => !found.includes(platform));
        if (lacking.length === 0)
            return;
        throw graph_missing((0,images_name/* formatImage */.vy)(from), `it has no ${lacking.join(', ')}, only ${found.join(', ') || 'unknown platforms'}`);
    };
    if (original.content.kind === 'image') {
        const { images } = await image_readImage(source, original.descriptor.digest, () => false);
        complain(images.map(({ platform }) => formatPlatform(platform)));
        return original;
    }
    const { manifest, made, found } = await subsetOf(original, platforms, (child) => graph_mustRead(source, child, original));
    complain(found);
    for (const index of made)
        await add(source, index, nodes, 1);
    return manifest;
}
/** Puts a manifest into the graph, all that it lists first. */
async function add(source, manifest, nodes, depth) {
    const { digest } = manifest.descriptor;
    if (nodes.has(digest))
        return;
    if (depth > graph_depthLimit)
        throw graph_missing(digest, `its indexes lie more than ${graph_depthLimit} deep in one another`);
    const open = childrenOf(manifest).filter((child) => !nodes.has(child.digest));
    const children = await eachOf(open, graph_atOnce, (child) => graph_mustRead(source, child, manifest));
    for (const child of children)
        await add(source, child, nodes, depth + 1);
    nodes.set(digest, { manifest, blobs: blobsOf(manifest), subject: manifest.subject });
}
async function graph_mustRead(source, { digest }, parent) {
    const manifest = await source.manifest(digest);
    if (manifest !== undefined)
        return manifest;
    throw graph_missing(digest, `${parent.descriptor.digest} lists it, and the registry does not have it`);
}
/** What refers to this manifest by its `subject`, and what cosign has put beside it under a tag. */
async function referrersOf(source, digest, warn) {
    const listed = (await source.referrers(digest)).map(async (descriptor) => {
        const manifest = await source.manifest(descriptor.digest);
        if (manifest !== undefined)
            return [{ manifest }];
        warn(`${descriptor.digest} is listed as a referrer of ${digest}, but is not there: it is not copied`);
        return [];
    });
    const tagged = cosignSuffixes.map(async (suffix) => {
        const tag = `${referrersTag(digest)}.${suffix}`;
        const manifest = await source.manifest(tag);
        return manifest === undefined ? [] : [{ manifest, tag }];
    });
    return (await Promise.all([...listed, ...tagged])).flat();
}
function graph_missing(asked, answered) {
    return new errors/* Failure */.HR('not-found', {
        asked,
        answered,
        advice: 'Look at what is there: image-gate inspect, and image-gate tags for the tags.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/copy/inputs.js


/** The inputs of `copy`; those of the registry are the source's. */
const copyInputs = {
    from: inputs_text({ help: 'The image to copy: `name:tag` or `name@sha256:…`.', placeholder: 'IMAGE' }),
    to: list({
        help: 'Where to: `name:tag`, one or more. A name alone takes the source’s tag; without a registry in front it is in the source’s.',
        placeholder: 'IMAGE,…',
    }),
    ...registryInputs,
    'to-username': inputs_text({
        help: 'The user name for the registry of `to`. Without to-username and to-password the Docker config is used; in the source’s registry, what the source is read with.',
        placeholder: 'NAME',
    }),
    'to-password': secret({ help: 'The password, or better an access token, for the registry of `to`.' }),
    platforms: list({
        help: 'Copy these platforms of a multi-platform image alone: `linux/amd64, linux/arm64`. The index is then a new one, with another digest.',
        fallbackHelp: 'all, and the digest stays the same',
    }),
    referrers: inputs_boolean({
        help: 'Whether signatures, SBOMs and attestations are copied too: referrers by the API and the fallback tag, and cosign’s tags.',
        fallback: 'true',
    }),
    overwrite: inputs_boolean({
        help: 'Whether a tag that is another image already is moved. `false`: exit code 1, and nothing is changed.',
        fallback: 'true',
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '30m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/copy/meter.js

/** Counts over all blobs; a face shows bytes, and their share where it draws a bar. */
function createMeter(tell) {
    let expected = 0;
    let gone = 0;
    const words = () => {
        const share = expected === 0 ? 100 : Math.min(100, Math.floor((gone / expected) * 100));
        return `${formatBytes(gone)} of ${formatBytes(Math.max(gone, expected))} copied (${share} %)`;
    };
    return {
        expect(bytes) {
            expected += bytes;
        },
        async *count(pieces) {
            for await (const piece of pieces) {
                gone += piece.length;
                tell(words, { done: gone, total: Math.max(gone, expected) });
                yield piece;
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/src/commands/copy/plan.js





/** @throws Failure (usage) */
function planCopy(inputs, workflow) {
    if (inputs.from === undefined)
        throw (0,errors/* usageFailure */.II)('from is missing', 'Name the image to copy: acme/app:1.0.');
    if (inputs.to.length === 0)
        throw (0,errors/* usageFailure */.II)('to is missing', 'Name where to: registry.example.com/acme/app:1.0.');
    const from = image_input_readImage(inputs.from, inputs, workflow);
    const reference = from.digest ?? from.tag;
    if (reference === undefined) {
        throw (0,errors/* usageFailure */.II)(`from ${JSON.stringify(inputs.from)} has neither a tag nor a digest`, 'Say which: name:tag.');
    }
    checkPair('to-username', inputs['to-username'], 'to-password', inputs['to-password']);
    const targets = inputs.to.map((text) => plan_readTarget(text, from, inputs.namespace));
    const given = inputs['to-username'] !== undefined;
    const abroad = new Set(targets.map(({ registry }) => registry.host).filter((host) => host !== from.registry.host));
    if (given && abroad.size > 1) {
        throw (0,errors/* usageFailure */.II)(`to-username and to-password would go to ${abroad.size} registries: ${[...abroad].join(', ')}`, 'Sign in to each (docker/login-action, or docker login), and leave them out.');
    }
    return {
        from,
        reference,
        platforms: inputs.platforms.map(parsePlatform),
        places: placesOf(targets).map((place) => {
            const atHome = place.name.registry.host === from.registry.host;
            return { ...place, atHome, ownCredentials: given && (!atHome || abroad.size === 0) };
        }),
    };
}
function plan_readTarget(text, from, namespace) {
    const whole = namespace === undefined || text.includes('/') ? text : `${namespace}/${text}`;
    const target = (0,images_name/* parseImageName */["if"])(whole, from.registry);
    if (target.digest !== undefined) {
        throw (0,errors/* usageFailure */.II)(`to ${JSON.stringify(text)} has a digest`, 'The digest follows from what is copied: give a tag.');
    }
    const tag = target.tag ?? from.tag;
    const named = tag === undefined ? target : { ...target, tag };
    const same = named.registry.host === from.registry.host && named.path === from.path;
    if (same && (tag === undefined || (tag === from.tag && from.digest === undefined))) {
        throw (0,errors/* usageFailure */.II)(`from and to are the same image, ${(0,images_name/* formatImage */.vy)(named)}`);
    }
    return named;
}
function placesOf(targets) {
    const places = new Map();
    for (const { registry, path, tag } of targets) {
        const key = `${registry.host}/${path}`;
        const place = places.get(key) ?? { name: { registry, path }, tags: [] };
        places.set(key, place);
        if (tag !== undefined && !place.tags.includes(tag))
            place.tags.push(tag);
    }
    return [...places.values()];
}

;// CONCATENATED MODULE: ./build/src/commands/copy/publish.js






const publish_ociIndex = 'application/vnd.oci.image.index.v1+json';
/**
 * Puts the manifests where their blobs are: children before what lists them, signatures before what they sign, and the
 * image's own tags at the very end, when everything else is there. Then looks whether the tags say what they should.
 */
async function publish(graph, destination, options) {
    const { repository, present, tags } = destination;
    const { root, nodes } = graph;
    const digest = root.manifest.descriptor.digest;
    const unlisted = new Map();
    for (const [at, node] of nodes) {
        if (at === digest)
            continue;
        const noted = present.has(at) ? await isListed(repository, node) : await put(repository, at, node);
        if (!noted && node.subject !== undefined)
            unlisted.set(node.subject, [...(unlisted.get(node.subject) ?? []), node]);
    }
    for (const [subject, referrers] of unlisted)
        await listReferrers(repository, subject, referrers);
    for (const [tag, of] of graph.tags)
        await putTag(tag, nodes.get(of), destination, options);
    for (const tag of tags) {
        if (destination.unchanged.has(tag))
            continue;
        if (!options.overwrite)
            await refuseOther(destination, tag, digest);
        await putRoot(repository, tag, root);
    }
    if (tags.length === 0 && !present.has(digest))
        await putRoot(repository, digest, root);
    await publish_confirm(destination, digest);
}
/** @returns whether nothing has to be done about the list of referrers */
async function put(repository, reference, { manifest, subject }) {
    const { subjectNoted } = await mustPut(repository, reference, manifest);
    return subject === undefined || subjectNoted;
}
async function putRoot(repository, reference, root) {
    const noted = await put(repository, reference, root);
    if (!noted && root.subject !== undefined)
        await listReferrers(repository, root.subject, [root]);
}
async function isListed(repository, { manifest, subject }) {
    if (subject === undefined)
        return true;
    return (await repository.referrers(subject)).some(({ digest }) => digest === manifest.descriptor.digest);
}
/** The registry keeps no list of referrers: clients keep it, as an index under a tag (distribution specification). */
async function listReferrers(repository, subject, referrers) {
    const tag = referrersTag(subject);
    const there = await repository.manifest(tag);
    const value = there === undefined ? { schemaVersion: 2, mediaType: publish_ociIndex } : parts_objectOf(there);
    const listed = 'manifests' in value && Array.isArray(value.manifests) ? value.manifests : [];
    const known = new Set(listed.map((entry) => (isObject(entry) ? entry.digest : undefined)));
    const added = referrers.filter(({ manifest }) => !known.has(manifest.descriptor.digest));
    if (added.length === 0)
        return;
    const manifests = [...listed, ...added.map(({ manifest }) => referrerEntry(manifest))];
    const bytes = Buffer.from(JSON.stringify({ ...value, manifests }));
    await mustPut(repository, tag, {
        bytes,
        descriptor: { mediaType: publish_ociIndex, digest: (0,images_digest/* digestOf */.o)(bytes), size: bytes.length },
    });
}
/** A tag of cosign's beside the image. */
async function putTag(tag, node, { repository, name }, { overwrite, warn }) {
    if (node === undefined)
        return;
    const there = await repository.head(tag);
    if (there?.digest === node.manifest.descriptor.digest)
        return;
    if (there !== undefined && !overwrite) {
        return warn(`${(0,images_name/* formatImage */.vy)({ ...name, tag })} is another one than the source's, and stays as it is`);
    }
    await mustPut(repository, tag, node.manifest);
}
/** Somebody else may have set the tag while blobs were on their way. */
async function refuseOther({ repository, name }, tag, digest) {
    const there = await repository.head(tag);
    if (there === undefined || there.digest === digest)
        return;
    throw new errors/* Failure */.HR('usage', {
        asked: (0,images_name/* formatImage */.vy)({ ...name, tag }),
        answered: `it has become another image meanwhile, ${there.digest}`,
        advice: 'It was left as it is, because overwrite is false.',
    });
}
async function publish_confirm({ repository, name, tags }, digest) {
    for (const reference of tags.length === 0 ? [digest] : tags) {
        const there = await repository.head(reference);
        if (there?.digest === digest)
            continue;
        throw new errors/* Failure */.HR('server', {
            asked: (0,images_name/* formatImage */.vy)({ ...name, ...(tags.length === 0 ? { digest } : { tag: reference }) }),
            answered: `after the copy it is ${there?.digest ?? 'not there'}, not ${digest}`,
            advice: 'Somebody else may have pushed at the same time, or the registry changes what it is given: look, and copy again.',
        });
    }
}

;// CONCATENATED MODULE: ./build/src/commands/copy/report.js



const words = {
    copied: { text: 'copied', mark: '✅ copied', tone: 'good' },
    unchanged: { text: 'unchanged', mark: '✅ there already', tone: 'good' },
    exists: { text: 'exists', mark: '❌ is another image', tone: 'bad' },
    'not-tried': { text: 'not tried', mark: '⏸️ not tried', tone: 'muted' },
    failed: { text: 'failed', mark: '❌ failed', tone: 'bad' },
};
/** What a copy has to say, for every face. */
function reportCopy(result) {
    const { digest, targets } = result;
    const failures = targets.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const [only] = targets.length === 1 ? targets : [];
    const results = targets.map(report_resultOf);
    const sums = {
        'bytes-copied': targets.reduce((sum, { bytesCopied }) => sum + bytesCopied, 0),
        'blobs-mounted': targets.reduce((sum, { blobsMounted }) => sum + blobsMounted, 0),
    };
    const good = targets.every(isThere);
    const there = good ? { digest } : {};
    const single = only !== undefined && isThere(only) ? { image: only.image, pinned: only.pinned } : {};
    return {
        outputs: {
            ...there,
            ...single,
            'bytes-copied': String(sums['bytes-copied']),
            'blobs-mounted': String(sums['blobs-mounted']),
            results: JSON.stringify(results),
        },
        json: { from: result.from, ...there, ...single, ...sums, results },
        summary: copy_report_summaryOf(result, sums['bytes-copied']),
        table: {
            columns: ['status', 'image', 'digest', 'bytes', 'mounted'],
            rows: targets.map(({ status, image, bytesCopied, blobsMounted }) => [
                { text: words[status].text, tone: words[status].tone ?? 'muted' },
                { text: image },
                // Of the others it is not known, or another one.
                { text: isThere({ status }) ? digest.slice(0, 19) : '' },
                { text: formatBytes(bytesCopied) },
                { text: String(blobsMounted) },
            ]),
        },
        headline: copy_report_headlineOf(result, sums['bytes-copied']),
        failures,
        exitCode: failures[0]?.exitCode ?? (good ? 0 : 1),
    };
}
function isThere({ status }) {
    return status === 'copied' || status === 'unchanged';
}
function report_resultOf({ image, pinned, status, bytesCopied, blobsMounted, failure }) {
    return {
        image,
        ...(isThere({ status }) ? { pinned } : {}),
        status,
        'bytes-copied': bytesCopied,
        'blobs-mounted': blobsMounted,
        ...(failure && { error: failure.message, 'exit-code': failure.exitCode }),
    };
}
function copy_report_headlineOf({ from, targets }, bytes) {
    const [only] = targets;
    const bad = targets.filter((target) => !isThere(target));
    const other = targets.find(({ status }) => status === 'exists');
    if (other !== undefined)
        return `${other.image} is another image already, and overwrite is false: nothing was changed`;
    if (bad.length > 0)
        return `${from} could not be copied to ${bad.map(({ image }) => image).join(', ')}`;
    const where = targets.length === 1 && only !== undefined ? only.image : `${targets.length} places`;
    if (targets.every(({ status }) => status === 'unchanged'))
        return `${from} is at ${where} already`;
    return `${from} was copied to ${where}, ${formatBytes(bytes)} moved`;
}
function copy_report_summaryOf(result, bytes) {
    const { digest, targets, made } = result;
    const head = ['Status', 'Image', 'Bytes copied', 'Blobs mounted'].map(markdown/* plain */.pj);
    const rows = targets.map(({ status, image, bytesCopied, blobsMounted }) => [
        (0,markdown/* plain */.pj)(words[status].mark),
        (0,markdown/* code */.aY)(image),
        (0,markdown/* plain */.pj)(formatBytes(bytesCopied)),
        (0,markdown/* plain */.pj)(String(blobsMounted)),
    ]);
    const failures = targets.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const pinned = targets.filter(isThere).map(({ pinned: name }) => [(0,markdown/* code */.aY)(name)]);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(copy_report_headlineOf(result, bytes))}`, (0,markdown/* table */.tp)([head, ...rows]), made ? (0,markdown/* markdown */.wD) `Some platforms were left out, so the index is a new one: ${(0,markdown/* code */.aY)(digest)}.` : undefined, (0,reports_failure/* failureList */.J_)(failures), pinned.length === 0
        ? undefined
        : (0,markdown/* folded */.TM)('By digest: what to deploy', (0,markdown/* table */.tp)([[(0,markdown/* plain */.pj)('Image by its digest')], ...pinned])));
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/src/commands/copy/tee.js


/** What may wait for a branch that is slower than the others, in bytes. */
const buffer = 1024 * 1024;
/**
 * Reads the source once for all branches, at the pace of the slowest. A branch that is destroyed drops out, the others
 * go on; a fault of the source breaks them all.
 */
function tee(source, count) {
    const branches = Array.from({ length: count }, () => {
        const branch = new external_node_stream_.PassThrough({ highWaterMark: buffer });
        // Whoever reads it is told; nobody else needs to hear.
        branch.on('error', () => undefined);
        return branch;
    });
    return { branches, done: pump(source, branches) };
}
async function pump(source, branches) {
    try {
        for await (const piece of source) {
            await Promise.all(branches.map((branch) => give(branch, piece)));
            if (branches.every(({ destroyed }) => destroyed))
                return;
        }
        for (const branch of branches)
            branch.end();
    }
    catch (fault) {
        for (const branch of branches)
            branch.destroy(fault instanceof Error ? fault : new Error(String(fault)));
        throw fault;
    }
}
async function give(branch, piece) {
    if (branch.destroyed || branch.write(piece))
        return;
    const left = new AbortController();
    const { signal } = left;
    await Promise.race([(0,external_node_events_.once)(branch, 'drain', { signal }), (0,external_node_events_.once)(branch, 'close', { signal })]).catch(() => undefined);
    left.abort();
}

;// CONCATENATED MODULE: ./build/src/commands/copy/transfer.js




const transfer_atOnce = 4;
/** Brings the blobs of all manifests that a destination lacks, four at a time, the largest first. */
async function copyBlobs(graph, destinations, transfer) {
    const errands = errandsOf(graph, destinations);
    for (const { blob, destinations: wanting } of errands)
        transfer.meter.expect(blob.size * wanting.length);
    await eachOf(errands, transfer_atOnce, (errand) => copyBlob(errand, transfer));
}
function errandsOf({ nodes }, destinations) {
    const errands = new Map();
    for (const [digest, { blobs }] of nodes) {
        const wanting = destinations.filter(({ present }) => !present.has(digest));
        for (const blob of wanting.length === 0 ? [] : blobs) {
            const errand = errands.get(blob.digest) ?? { blob, destinations: new Set() };
            errands.set(blob.digest, errand);
            for (const destination of wanting)
                errand.destinations.add(destination);
        }
    }
    return [...errands.values()]
        .map(({ blob, destinations: wanting }) => ({ blob, destinations: [...wanting] }))
        .sort((one, other) => other.blob.size - one.blob.size);
}
async function copyBlob({ blob, destinations }, transfer) {
    const uploads = [];
    await Promise.all(destinations.map((destination) => destination_settle(destination, transfer.signal, async () => {
        const needed = await need(blob, destination);
        if (needed === undefined)
            transfer.meter.expect(-blob.size);
        else
            uploads.push({ destination, location: needed.location });
    })));
    if (uploads.length > 0)
        await send(blob, uploads, transfer);
}
/** Undefined when the blob is there, or was mounted. */
async function need({ digest }, destination) {
    const { repository, mountFrom } = destination;
    if (mountFrom === undefined)
        return (await repository.hasBlob(digest)) ? undefined : { location: undefined };
    const mount = await repository.mountBlob(digest, mountFrom);
    if (mount.kind === 'not-mounted')
        return { location: mount.location };
    destination.blobsMounted += 1;
    return undefined;
}
/** Reads the blob once for all uploads; one that has to try again reads it for itself. A fault of the source ends all. */
async function send(blob, uploads, transfer) {
    const { source, meter, signal } = transfer;
    const faults = [];
    const read = () => watched(source.blob(blob), (fault) => faults.push(fault));
    const shared = uploads.length > 1 ? tee(read(), uploads.length) : undefined;
    // Its fault is among `faults`, and reaches every upload.
    const reading = shared?.done.catch(() => undefined);
    await Promise.all(uploads.map(({ destination, location }, at) => {
        let branch = shared?.branches[at];
        const next = () => {
            // Whoever has to try again must not keep the others waiting for a branch that nobody reads.
            if (branch === undefined)
                shared?.branches[at]?.destroy();
            const pieces = branch ?? read();
            branch = undefined;
            return meter.count(pieces);
        };
        return destination_settle(destination, signal, async () => {
            try {
                await destination.repository.uploadBlob(blob, next, location);
                destination.bytesCopied += blob.size;
            }
            finally {
                shared?.branches[at]?.destroy();
            }
        });
    }));
    await reading;
    if (faults.length > 0)
        throw faults[0];
}

;// CONCATENATED MODULE: ./build/src/commands/copy.js












const copy_atOnce = 6;
/** An image as it is, with all that belongs to it, from one repository to others; its tag is set when all is there. */
const copy = {
    name: 'copy',
    summary: 'Copies an image by digest, with all platforms, signatures and SBOMs, to other repositories and registries.',
    inputs: copyInputs,
    positional: ['from', 'to'],
    outputs: {
        digest: 'The digest of the image, at the source and at every target (with `platforms`: of the new index).',
        image: 'The target with its tag. Like `pinned` only of a single `to`.',
        pinned: 'The target by its digest, `name@sha256:…`: what to deploy.',
        'bytes-copied': 'How many bytes of blobs went from registry to registry.',
        'blobs-mounted': 'How many blobs the registry took over from the source’s repository by itself.',
        results: 'A JSON array with one object for each target: `image`, `pinned`, `status` (`copied`, `unchanged`, `exists`, `not-tried`, `failed`), `bytes-copied`, `blobs-mounted`, `error`, `exit-code`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runCopy,
    report: reportCopy,
};
async function runCopy(inputs, context) {
    const { log, signal, now, progress } = context;
    const plan = planCopy(inputs, context.workflow);
    const home = await connectWith(plan.from.registry, inputs, context);
    const source = home.repository(plan.from);
    const destinations = await Promise.all(plan.places.map((place) => copy_open(place, plan, home, inputs, context)));
    // Both sides at once; a target that cannot be used says so before anything is written anywhere.
    const [graph, ...tagged] = await Promise.all([
        readGraph(source, plan, inputs.referrers, log.warn),
        ...destinations.map(digestsOf),
    ]);
    const { digest } = graph.root.manifest.descriptor;
    if (graph.made)
        log.warn(`some platforms are left out: the index is a new one, ${digest}`);
    const others = destinations.map(({ tags }, at) => tags.filter((tag) => isOther(tagged[at]?.get(tag), digest)));
    for (const [at, { tags, unchanged }] of destinations.entries()) {
        for (const tag of tags)
            if (tagged[at]?.get(tag) === digest)
                unchanged.add(tag);
    }
    const result = { from: (0,images_name/* formatImage */.vy)(plan.from), digest, made: graph.made };
    if (!inputs.overwrite && others.flat().length > 0) {
        return { ...result, targets: destinations.flatMap((one, at) => copy_refused(one, digest, others[at] ?? [])) };
    }
    await eachOf(destinations, copy_atOnce, (one) => destination_settle(one, signal, () => findPresent(graph, one)));
    const meter = createMeter(nowAndThen({ progress, now }));
    await copyBlobs(graph, destinations, { source, meter, signal });
    await eachOf(destinations, copy_atOnce, (one) => destination_settle(one, signal, () => publish(graph, one, { overwrite: inputs.overwrite, warn: log.warn })));
    return { ...result, targets: destinations.flatMap((one) => done(one, digest)) };
}
/** The target's repository: in the source's registry with the source's session, unless it has credentials of its own. */
async function copy_open(place, { from }, home, inputs, context) {
    const { name, tags, atHome, ownCredentials } = place;
    const credentials = ownCredentials
        ? { username: inputs['to-username'], password: inputs['to-password'] }
        : { username: undefined, password: undefined };
    const registry = atHome && !ownCredentials ? home : await connectWith(name.registry, credentials, context);
    return {
        name,
        tags,
        repository: registry.repository(name, 'push'),
        mountFrom: atHome && name.path !== from.path ? from.path : undefined,
        present: new Set(),
        unchanged: new Set(),
        bytesCopied: 0,
        blobsMounted: 0,
        failure: undefined,
    };
}
/** What the tags are now. */
async function digestsOf({ tags, repository }) {
    const heads = await eachOf(tags, copy_atOnce, async (tag) => [tag, (await repository.head(tag))?.digest]);
    return new Map(heads);
}
function isOther(there, digest) {
    return there !== undefined && there !== digest;
}
async function findPresent({ nodes }, { repository, present }) {
    await eachOf([...nodes.keys()], copy_atOnce, async (digest) => {
        if ((await repository.head(digest)) !== undefined)
            present.add(digest);
    });
}
function copy_imagesOf({ name, tags }, digest) {
    const pinned = `${(0,images_name/* formatRepository */.Sh)(name)}@${digest}`;
    const images = tags.map((tag) => ({ tag, image: (0,images_name/* formatImage */.vy)({ ...name, tag }), pinned }));
    return images.length === 0 ? [{ tag: undefined, image: pinned, pinned }] : images;
}
function copy_refused(destination, digest, others) {
    return copy_imagesOf(destination, digest).map(({ tag, image, pinned }) => {
        const status = tag !== undefined && others.includes(tag) ? 'exists' : 'not-tried';
        return { image, pinned, status, bytesCopied: 0, blobsMounted: 0 };
    });
}
/** Several tags of one repository share the work: it is counted with the first. */
function done(destination, digest) {
    const { failure, unchanged, bytesCopied, blobsMounted, present } = destination;
    return copy_imagesOf(destination, digest).map(({ tag, image, pinned }, at) => {
        const same = tag === undefined ? present.has(digest) : unchanged.has(tag);
        const work = at === 0 ? { bytesCopied, blobsMounted } : { bytesCopied: 0, blobsMounted: 0 };
        if (failure !== undefined)
            return { image, pinned, status: 'failed', ...work, failure };
        return { image, pinned, status: same ? 'unchanged' : 'copied', ...work };
    });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/inputs.js


/** The inputs of `delete`, in the order in which people meet them. */
const deleteInputs = {
    image: list({
        help: 'What to delete, one or more of one registry: `name:tag` takes away that tag alone, `name@sha256:…` the manifest itself. A name without a slash is in `namespace`, where one is given.',
        placeholder: 'IMAGE,…',
    }),
    'missing-ok': inputs_boolean({ help: 'Whether it is fine that an image is not there.', fallback: 'false' }),
    'dry-run': inputs_boolean({ refusesEmpty: true, help: 'Whether only to say what would be deleted.', fallback: 'false' }),
    journal: file({
        help: 'The new file to keep the deleted manifests in. A file that exists is never written over.',
        fallbackHelp: '`image-gate-journal-TIME.jsonl` in the working directory, with the time in UTC to the millisecond',
    }),
    ...registryInputs,
    timeout: duration({ help: 'The time for all of it.', fallback: '10m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/delete/survey.js



const survey_atOnce = 8;
/**
 * Looks at everything that decides what may go: the targets, and every other tag of the repository. One HEAD a tag.
 * @throws Failure for a list or a tag that cannot be read: what cannot be read might need what is to be deleted.
 */
async function surveyRepository(targets, access, progress) {
    const { repository, tags, digests } = targets;
    const heads = await eachOf([...tags, ...digests], survey_atOnce, async (reference) => ({
        reference,
        found: await access.head(reference),
    }));
    const there = new Map(heads.flatMap(({ reference, found }) => (found ? [[reference, found.digest]] : [])));
    const goingTags = new Map(tags.flatMap((tag) => {
        const digest = there.get(tag);
        return digest === undefined ? [] : [[tag, digest]];
    }));
    const found = { ...targets, access, goingTags, goingDigests: digests.filter((digest) => there.has(digest)) };
    const missing = [...tags, ...digests].filter((reference) => !there.has(reference));
    if (there.size === 0)
        return { ...found, missing, staying: new Map() };
    const others = (await listTags(access)).filter((tag) => !tags.includes(tag));
    let done = 0;
    const staying = await eachOf(others, survey_atOnce, async (tag) => {
        const descriptor = await access.head(tag);
        done += 1;
        const total = others.length;
        if (done % 100 === 0)
            progress(`${(0,images_name/* formatRepository */.Sh)(repository)}: ${done} of ${total} tags looked at`, { done, total });
        // Gone since the list was made.
        return descriptor === undefined ? [] : [[tag, descriptor]];
    });
    return { ...found, missing, staying: new Map(staying.flat()) };
}
/** The tags in the registry's list, each once. */
async function listTags(access) {
    const tags = new Set();
    for await (const tag of access.tags())
        tags.add(tag);
    return [...tags];
}
/** Whether all that was to go is there still, as it was; false also where that cannot be seen. */
async function isUntouched(surveys) {
    const looks = surveys.flatMap(({ access, goingTags, goingDigests }) => [
        ...[...goingTags].map(([tag, digest]) => async () => (await access.head(tag))?.digest === digest),
        ...goingDigests.map((digest) => async () => (await access.head(digest)) !== undefined),
    ]);
    const seen = await eachOf(looks, survey_atOnce, (look) => look()).catch(() => [false]);
    return seen.every((one) => one);
}
/** @throws Failure (not-found) naming what is not there, unless that is fine */
function refuseMissing(surveys, missingOk) {
    const images = surveys.flatMap((survey) => survey.missing.map((reference) => survey_imageOf(survey, reference)));
    if (missingOk || images.length === 0)
        return;
    throw new errors/* Failure */.HR('not-found', {
        asked: `Looking for ${images.join(', ')}`,
        answered: 'not there; nothing was deleted',
        advice: 'Check the names, or set missing-ok where it is fine that they are gone.',
    });
}
/** A tag or digest of this repository, as people write it. */
function survey_imageOf({ repository }, reference) {
    return (0,images_name/* formatImage */.vy)(reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/manifests.js




/** @throws Failure for one that cannot be read: what is not in the journal is not deleted. */
async function readManifests(survey) {
    const read = new Map();
    await eachOf(rootsOf(survey), 1, async (digest) => {
        const root = await survey.access.manifest(digest);
        if (root === undefined)
            throw manifests_vanished(survey, digest);
        await addWhole(survey.access, root, read);
    });
    return read;
}
/** The digests that this run may delete: those on the tags that go, and those that were named. */
function rootsOf({ goingTags, goingDigests }) {
    return [...new Set([...goingTags.values(), ...goingDigests])];
}
/** The lines of the journal for this repository. */
function journalEntries(survey, manifests) {
    const { goingTags, repository } = survey;
    return [...manifests.values()].map(({ descriptor: { digest, mediaType }, bytes }) => ({
        repository: repository.path,
        digest,
        mediaType,
        tags: [...goingTags].filter(([, on]) => on === digest).map(([tag]) => tag),
        bytes,
    }));
}
function manifests_vanished(survey, digest) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading ${survey_imageOf(survey, digest)}`,
        answered: 'the registry names it, and answers 404 for it; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/outcomes.js


/** At first all that is there is planned, and the rest is missing. */
function createOutcomes(surveys) {
    const outcomes = new Map();
    for (const survey of surveys) {
        for (const reference of [...survey.tags, ...survey.digests]) {
            const isTag = survey.tags.includes(reference);
            const image = survey_imageOf(survey, reference);
            outcomes.set(image, {
                image,
                repository: (0,images_name/* formatRepository */.Sh)(survey.repository),
                tag: isTag ? reference : undefined,
                digest: isTag ? survey.goingTags.get(reference) : reference,
                kind: survey.missing.includes(reference) ? 'missing' : 'planned',
            });
        }
    }
    return {
        record(survey, reference, kind) {
            const image = survey_imageOf(survey, reference);
            const known = outcomes.get(image);
            if (known !== undefined)
                outcomes.set(image, { ...known, kind });
        },
        deleted: () => [...outcomes.values()].filter(({ kind }) => kind === 'deleted').length,
        all: () => [...outcomes.values()],
    };
}

;// CONCATENATED MODULE: ./build/src/commands/delete/refusals.js




const deepest = 4;
/** The tags that stay and are on this very manifest: deleting it would take them along. */
function tagsSharing({ staying }, digest) {
    return [...staying].filter(([, on]) => on.digest === digest).map(([tag]) => tag);
}
/**
 * Refuses to delete manifests that a tag that stays needs: because it is on the same manifest, or because its index
 * lists it.
 * @param because why it is the manifest that would be deleted
 * @throws Failure (unsupported) naming those tags, and whatever keeps an index from being read
 */
async function refuseNeeded(survey, digests, manifests, because) {
    for (const digest of digests) {
        const sharing = tagsSharing(survey, digest);
        if (sharing.length === 0)
            continue;
        const going = [...survey.goingTags].filter(([, on]) => on === digest).map(([tag]) => tag);
        throw refusal(going.length > 0 ? going.map((tag) => survey_imageOf(survey, tag)).join(', ') : survey_imageOf(survey, digest), `${because}, and ${refusals_named(survey, sharing)} ${sharing.length === 1 ? 'is' : 'are'} on the same one (${digest})`, 'Name these tags too, if all of them are to go.');
    }
    if (digests.length === 0)
        return;
    const parents = await indexesOver(survey, new Set(digests), manifests);
    for (const [digest, tags] of parents) {
        throw refusal(survey_imageOf(survey, digest), `${because}, and it is a part of ${refusals_named(survey, tags)}, which would not pull any more`, 'Delete those first, or name them too.');
    }
}
function refusal(what, why, advice) {
    return new errors/* Failure */.HR('unsupported', { asked: `Deleting ${what}`, answered: `${why}; nothing was deleted`, advice });
}
function refusals_named(survey, tags) {
    const shown = tags.slice(0, 10).map((tag) => survey_imageOf(survey, tag));
    return `${shown.join(', ')}${tags.length > shown.length ? ` and ${tags.length - shown.length} more` : ''}`;
}
/** For each of these digests that an index lists, the tags of such indexes that stay. Every index is read once. */
async function indexesOver(survey, digests, manifests) {
    const own = ownFallbacks(digests, manifests);
    const listed = new Map();
    const found = new Map();
    for (const [tag, descriptor] of survey.staying) {
        if (!isIndex(descriptor))
            continue;
        const under = listed.get(descriptor.digest) ?? (await digestsUnder(survey, descriptor.digest));
        listed.set(descriptor.digest, under);
        for (const digest of digests) {
            if (under.has(digest) && !own.get(digest)?.has(tag))
                found.set(digest, [...(found.get(digest) ?? []), tag]);
        }
    }
    return found;
}
/** The index that only says what refers to a manifest does not need its entries: it is made true again instead. */
function ownFallbacks(digests, manifests) {
    return new Map([...digests].map((digest) => {
        const subject = manifests.get(digest)?.subject;
        return [digest, new Set(subject === undefined ? [] : [referrersTag(subject)])];
    }));
}
/** All digests that an index leads to. */
async function digestsUnder(survey, digest) {
    const under = new Set();
    async function descend(index, depth) {
        if (index.content.kind !== 'index')
            return;
        for (const child of index.content.manifests) {
            if (under.has(child.digest))
                continue;
            under.add(child.digest);
            if (!isIndex(child))
                continue;
            if (depth === deepest)
                throw refusals_unreadable(survey, digest, `more than ${deepest} indexes lie in one another`);
            const next = await survey.access.manifest(child.digest);
            if (next !== undefined)
                await descend(next, depth + 1);
        }
    }
    const root = await survey.access.manifest(digest);
    if (root === undefined)
        throw refusals_unreadable(survey, digest, 'the registry names it, and answers 404 for it');
    await descend(root, 1);
    return under;
}
function refusals_unreadable(survey, digest, why) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading ${survey_imageOf(survey, digest)}`,
        answered: `${why}; nothing was deleted`,
        advice: 'What cannot be read might need what is to be deleted.',
    });
}

;// CONCATENATED MODULE: ./build/src/registries/fallback-index.js


/**
 * An index of referrers without one of them, all else as it was (OCI distribution specification, "deleting manifests").
 * @returns undefined when it does not list that one
 */
function withoutReferrer(index, digest) {
    const value = JSON.parse(index.bytes.toString('utf8'));
    if (!isObject(value) || !Array.isArray(value.manifests))
        return undefined;
    const manifests = value.manifests.filter((entry) => !isObject(entry) || entry.digest !== digest);
    if (manifests.length === value.manifests.length)
        return undefined;
    const bytes = Buffer.from(JSON.stringify({ ...value, manifests }));
    return { bytes, descriptor: { ...index.descriptor, digest: (0,images_digest/* digestOf */.o)(bytes), size: bytes.length } };
}

;// CONCATENATED MODULE: ./build/src/commands/delete/removal.js







/** Deletes tags first, then what is deleted by its digest; afterwards looks whether all is there that has to be. */
async function removeAll(doomed, settings) {
    const known = settings.deleter.refusesTags;
    const refused = known ?? (await removeTags(doomed, settings));
    // What was known before has been looked at before.
    if (refused !== undefined && known === undefined) {
        const because = 'this registry deletes no tags, only whole manifests';
        for (const { survey, manifests } of doomed)
            await refuseNeeded(survey, rootsOf(survey), manifests, because);
    }
    for (const one of doomed)
        await removeDigests(one, refused !== undefined, settings);
    for (const { survey } of doomed)
        await verifyStaying(survey);
}
/** @returns the registry's words when it deletes no tags; then none has been deleted */
async function removeTags(doomed, settings) {
    let removed = 0;
    for (const { survey } of doomed) {
        for (const [tag, digest] of survey.goingTags) {
            if (!(await stillOn(survey, tag, digest, settings)))
                continue;
            settings.progress(`deleting ${survey_imageOf(survey, tag)}`);
            const deletion = await settings.deleter.tag(survey.repository, survey.access, tag, digest);
            if (deletion.kind === 'unsupported') {
                if (removed === 0)
                    return deletion.words;
                throw notDeletable(survey_imageOf(survey, tag), deletion.words);
            }
            removed += 1;
            settings.record(survey, tag, 'deleted');
        }
    }
    return undefined;
}
/** By digest go the manifests that were named so; where the registry deletes no tags, those of the tags too. */
async function removeDigests({ survey, manifests }, digestsOnly, settings) {
    const { repository, access, goingTags, goingDigests } = survey;
    const wanted = new Set(digestsOnly ? rootsOf(survey) : goingDigests);
    // An index before what it lists: some registries keep what an index still needs.
    for (const digest of [...manifests.keys()].reverse()) {
        if (!wanted.has(digest))
            continue;
        const named = goingDigests.includes(digest);
        const standing = [];
        for (const [tag, on] of goingTags) {
            if (on === digest && (await stillOn(survey, tag, digest, settings)))
                standing.push(tag);
        }
        if (digestsOnly && !named && standing.length === 0)
            continue;
        const inTheWay = [...(digestsOnly ? [] : standing), ...(await newcomers(survey, digest, settings.deleter))];
        if (inTheWay.length > 0) {
            settings.warn(`${survey_imageOf(survey, digest)} is left alone: ${inTheWay.join(', ')} has been put on it meanwhile`);
            for (const reference of [...standing, ...(named ? [digest] : [])])
                settings.record(survey, reference, 'moved');
            continue;
        }
        settings.progress(`deleting ${survey_imageOf(survey, digest)}`);
        const deletion = await settings.deleter.digest(repository, access, digest);
        if (deletion.kind === 'unsupported')
            throw notDeletable(survey_imageOf(survey, digest), deletion.words);
        for (const reference of [...standing, ...(named ? [digest] : [])])
            settings.record(survey, reference, 'deleted');
        await keepReferrersTrue({ survey, manifests }, digest);
    }
}
/** Looks again, right before a delete: a tag that was pushed again since is somebody's new image. */
async function stillOn(survey, tag, digest, settings) {
    const now = await survey.access.head(tag);
    if (now?.digest === digest)
        return true;
    if (now !== undefined)
        settings.warn(`${survey_imageOf(survey, tag)} was pushed again meanwhile, and is left alone`);
    settings.record(survey, tag, now === undefined ? 'missing' : 'moved');
    return false;
}
/** Tags that have been put on this manifest since the repository was looked at. */
async function newcomers(survey, digest, deleter) {
    const known = new Set([...survey.tags, ...survey.staying.keys()]);
    const listed = (await listTags(survey.access).catch(noneLeft)).filter((tag) => !known.has(tag));
    // One that was on another manifest before is in no list of new ones.
    const told = (await deleter.tagsOn?.(survey.repository, digest)) ?? [];
    const suspects = new Set([...listed, ...told.filter((tag) => !survey.goingTags.has(tag))]);
    const found = [];
    for (const tag of suspects)
        if ((await survey.access.head(tag))?.digest === digest)
            found.push(tag);
    return found;
}
/** A repository whose last tag has just been deleted may be unknown. */
function noneLeft(fault) {
    if (fault instanceof errors/* Failure */.HR && fault.kind === 'not-found')
        return [];
    throw fault;
}
/** Takes a deleted referrer out of the index that clients keep at `sha256-<hex>` where a registry has no referrers API. */
async function keepReferrersTrue({ survey, manifests }, digest) {
    const subject = manifests.get(digest)?.subject;
    const tag = subject && referrersTag(subject);
    if (tag === undefined || !survey.staying.has(tag))
        return;
    const index = await survey.access.manifest(tag);
    const rest = index && withoutReferrer(index, digest);
    if (rest !== undefined)
        await mustPut(survey.access, tag, rest);
}
/** A 202 is a promise: the tags that shared a manifest with what was deleted must still be there. */
async function verifyStaying(survey) {
    for (const digest of rootsOf(survey)) {
        for (const tag of tagsSharing(survey, digest)) {
            if ((await survey.access.head(tag)) !== undefined)
                continue;
            throw new errors/* Failure */.HR('server', {
                asked: `Looking at ${survey_imageOf(survey, tag)} after the delete`,
                answered: `it is gone too: the registry took the manifest ${digest} away with another of its tags`,
                advice: 'The journal has the manifest: push its bytes again at this tag.',
            });
        }
    }
}

;// CONCATENATED MODULE: ./build/src/commands/delete/report.js




/** What a delete has to say, for every face. */
function reportDelete(result) {
    const { outcomes, dryRun, journal, failure } = result;
    const gone = deletedOf(result);
    const moved = outcomes.filter(({ kind }) => kind === 'moved');
    // A tag that was pushed again is still there: what was asked for has not come about.
    const exitCode = failure?.exitCode ?? (moved.length > 0 ? 1 : 0);
    return {
        outputs: {
            deleted: JSON.stringify(gone.map(report_objectOf)),
            'deleted-count': String(gone.length),
            journal: journal ?? '',
        },
        json: {
            ...(failure && { status: 'failed', error: failure.message, 'exit-code': failure.exitCode }),
            'dry-run': dryRun,
            deleted: gone.map(report_objectOf),
            'deleted-count': gone.length,
            missing: report_imagesOf(outcomes, 'missing'),
            moved: report_imagesOf(outcomes, 'moved'),
            journal: journal ?? null,
        },
        summary: delete_report_summaryOf(result),
        table: { columns: ['status', 'image', 'digest'], rows: outcomes.map((outcome) => report_rowOf(outcome, dryRun)) },
        headline: delete_report_headlineOf(result),
        note: journalWords(journal),
        failures: failure === undefined ? [] : [failure],
        exitCode,
    };
}
/** What was deleted; in a dry run what would be. */
function deletedOf({ outcomes, dryRun }) {
    return outcomes.filter(({ kind }) => kind === (dryRun ? 'planned' : 'deleted'));
}
function report_imagesOf(outcomes, wanted) {
    return outcomes.filter(({ kind }) => kind === wanted).map(({ image }) => image);
}
function report_objectOf({ image, repository, tag, digest }) {
    return { image, repository, ...(tag === undefined ? {} : { tag }), digest };
}
const report_words = {
    deleted: 'deleted',
    // Only a failure leaves one so in a run that is no dry run.
    planned: 'not deleted',
    missing: 'not there',
    moved: 'pushed again, left alone',
};
function delete_report_headlineOf(result) {
    const { outcomes, dryRun } = result;
    const gone = deletedOf(result);
    const [only] = gone;
    const counted = gone.length === 1 && only !== undefined
        ? only.image
        : quantities_countOf(gone.length, outcomes.every(({ tag }) => tag !== undefined) ? 'tag' : 'image');
    const begin = dryRun ? `${counted} would be deleted` : `${counted} deleted`;
    const rest = ['missing', 'moved', ...(dryRun ? [] : ['planned'])].flatMap((kind) => {
        const count = report_imagesOf(outcomes, kind).length;
        return count === 0 ? [] : [`${count} ${report_words[kind]}`];
    });
    return [begin, ...rest].join(', ');
}
function report_statusOf(kind, dryRun) {
    return dryRun && kind === 'planned' ? 'would be deleted' : report_words[kind];
}
function report_rowOf({ kind, image, digest }, dryRun) {
    const good = kind === 'deleted' || (kind === 'planned' && dryRun);
    const tone = good ? 'good' : kind === 'missing' ? 'muted' : 'bad';
    return [{ text: report_statusOf(kind, dryRun), tone }, { text: image }, { text: digest?.slice(0, 19) ?? '' }];
}
function delete_report_summaryOf(result) {
    const { outcomes, dryRun, journal, failure } = result;
    const head = ['Status', 'Image', 'Digest'].map(markdown/* plain */.pj);
    const rows = outcomes.map(({ kind, image, digest }) => [
        (0,markdown/* plain */.pj)(report_statusOf(kind, dryRun)),
        (0,markdown/* code */.aY)(image),
        (0,markdown/* code */.aY)(digest?.slice(0, 19) ?? ''),
    ]);
    const digests = outcomes.flatMap(({ image, digest }) => (digest === undefined ? [] : [[(0,markdown/* code */.aY)(image), (0,markdown/* code */.aY)(digest)]]));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(delete_report_headlineOf(result))}`, failure && (0,reports_failure/* failureList */.J_)([failure]), rows.length === 0 ? undefined : (0,markdown/* table */.tp)([head, ...rows]), journalNote(journal), digests.length === 0 ? undefined : (0,markdown/* folded */.TM)('Digests', (0,markdown/* table */.tp)([[(0,markdown/* plain */.pj)('Image'), (0,markdown/* plain */.pj)('Digest')], ...digests])));
}

;// CONCATENATED MODULE: ./build/src/commands/delete/targets.js



/** @throws Failure (usage) for an image that cannot be meant, or images of several registries. */
function planDelete(inputs, workflow) {
    const images = inputs.image.map((text) => targets_readTarget(text, inputs, workflow));
    const [first] = images;
    if (first === undefined)
        throw (0,errors/* usageFailure */.II)('no image is given', 'Name what to delete: image: acme/app:1.2.0.');
    const other = images.find(({ registry }) => registry.host !== first.registry.host);
    if (other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`the images are in several registries: ${first.registry.host} and ${other.registry.host}`, 'Delete in one registry at a time: each has credentials of its own.');
    }
    const paths = [...new Set(images.map(({ path }) => path))];
    const targets = paths.map((path) => {
        const here = images.filter((image) => image.path === path);
        return {
            repository: { registry: first.registry, path },
            tags: distinct(here.map(({ tag }) => tag)),
            digests: distinct(here.map(({ digest }) => digest)),
        };
    });
    return { registry: first.registry, targets };
}
/** As people write them. */
function namesOf({ repository, tags, digests }) {
    return [
        ...tags.map((tag) => (0,images_name/* formatImage */.vy)({ ...repository, tag })),
        ...digests.map((digest) => (0,images_name/* formatImage */.vy)({ ...repository, digest })),
    ];
}
function targets_readTarget(text, where, workflow) {
    const image = image_input_readImage(text, where, workflow);
    if (image.tag === undefined && image.digest === undefined) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(text)} says neither tag nor digest`, `Write ${(0,images_name/* formatRepository */.Sh)(image)}:TAG. A whole repository is not deleted by this command.`);
    }
    if (image.tag !== undefined && image.digest !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(text)} has a tag and a digest`, 'Write name:tag to delete the tag alone, or name@digest to delete the manifest.');
    }
    return image;
}
function distinct(values) {
    return [...new Set(values)].filter((value) => value !== undefined);
}

;// CONCATENATED MODULE: ./build/src/commands/delete.js














/** Deletes tags and manifests, and nothing that a tag which stays needs. */
const deleteImages = {
    name: 'delete',
    summary: 'Deletes tags, each alone, or manifests by digest; nothing that another tag needs, and not without a journal.',
    inputs: deleteInputs,
    positional: ['image'],
    outputs: {
        deleted: 'A JSON array with one object for each tag or digest that was deleted (in a dry run: would be): `image`, `repository`, `tag`, `digest`.',
        'deleted-count': 'How many that are.',
        journal: 'The file with the deleted manifests; empty when nothing was to be deleted.',
    },
    destructive(inputs, workflow) {
        const { targets } = planDelete(inputs, workflow);
        return inputs['dry-run'] ? undefined : `Delete ${targets.flatMap(namesOf).join(', ')}?`;
    },
    timeout: (inputs) => inputs.timeout,
    run: runDelete,
    report: reportDelete,
};
async function runDelete(inputs, context) {
    const { log, progress } = context;
    const dryRun = inputs['dry-run'];
    const plan = planDelete(inputs, context.workflow);
    const path = inputs.journal ?? journalName(context.now());
    await refuseExisting(path);
    const { registry, deleter } = await connectToDelete(plan.registry, inputs, context);
    const surveys = await surveyAll(plan, registry, dryRun, progress.update);
    refuseMissing(surveys, inputs['missing-ok']);
    const doomed = await eachOf(surveys, 1, async (survey) => ({ survey, manifests: await readManifests(survey) }));
    const { refusesTags } = deleter;
    for (const { survey, manifests } of doomed) {
        const whole = refusesTags === undefined ? survey.goingDigests : rootsOf(survey);
        await refuseNeeded(survey, whole, manifests, refusesTags ?? 'a digest goes with all that is on it');
    }
    const outcomes = createOutcomes(surveys);
    const nothing = surveys.every(({ goingTags, goingDigests }) => goingTags.size + goingDigests.length === 0);
    if (dryRun)
        warnOfSharing(surveys, registry, log.warn);
    if (dryRun || nothing)
        return { outcomes: outcomes.all(), dryRun, journal: undefined, failure: undefined };
    for (const survey of surveys) {
        if (rootsOf(survey).length === 0)
            continue;
        progress.update(`finding out how to delete in ${(0,images_name/* formatRepository */.Sh)(survey.repository)}`);
        await deleter.prepare?.(survey.repository);
    }
    const journal = await delete_writeJournal(path, plan.registry, doomed, context.now());
    try {
        await removeAll(doomed, { deleter, record: outcomes.record, progress: progress.update, warn: log.warn });
    }
    catch (thrown) {
        const failure = (0,errors/* asFailure */.h_)(thrown);
        if (outcomes.deleted() > 0)
            return { outcomes: outcomes.all(), dryRun, journal: path, failure };
        if (isRefusal(failure) && (await isUntouched(surveys)))
            await journal.discard();
        else
            log.warn(`whether anything was deleted is not certain: the journal ${path} has it`);
        throw thrown;
    }
    return { outcomes: outcomes.all(), dryRun, journal: path, failure: undefined };
}
async function surveyAll({ registry: { host }, targets }, registry, dryRun, progress) {
    progress(`looking at what is in ${host}`);
    return eachOf(targets, 1, (one) => {
        const needed = accessToDelete(one.repository.registry, { digests: one.digests.length > 0 });
        // A dry run only reads.
        const access = registry.repository(one.repository, dryRun ? 'pull' : needed);
        return surveyRepository(one, access, progress);
    });
}
/** Whether a registry that is not known deletes tags can only be found out by deleting one. */
function warnOfSharing(surveys, registry, warn) {
    if (registry.profile().deletes !== undefined)
        return;
    for (const survey of surveys) {
        for (const [tag, digest] of survey.goingTags) {
            const sharing = tagsSharing(survey, digest).map((one) => survey_imageOf(survey, one));
            if (sharing.length === 0)
                continue;
            warn(`${survey_imageOf(survey, tag)} is the same manifest as ${sharing.slice(0, 10).join(', ')}: a registry that deletes no tags ` +
                '(distribution 2) will refuse, and a dry run cannot know whether this is one');
        }
    }
}
async function delete_writeJournal(path, registry, doomed, now) {
    const journal = await createJournal(path, registry, now);
    for (const { survey, manifests } of doomed) {
        for (const entry of journalEntries(survey, manifests))
            await journal.add(entry);
    }
    await journal.finish();
    return journal;
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/inputs.js


/** The inputs of `inspect`. */
const inspectInputs = {
    image: list({
        help: 'The image, or several, by tag or digest: `app:1.0` (in `namespace`), `acme/app@sha256:…`, `ghcr.io/acme/app:1.0`. Without either the tag is `latest`.',
        placeholder: 'IMAGE,…',
    }),
    ...registryInputs,
    platform: inputs_text({
        help: 'Only this platform: `linux/arm64`. An image that has it not is an error.',
        placeholder: 'OS/ARCH',
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '5m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/inspect/outcome.js


/** Of the image as a whole; of one platform, where one was asked for and an index has it, that platform's. */
function factsOf({ inspection, platform }) {
    const { images } = inspection;
    const [only] = images;
    const { digest, mediaType } = (platform === undefined ? undefined : only)?.descriptor ?? inspection.descriptor;
    const times = images.flatMap(({ created }) => (created === undefined ? [] : [created.getTime()]));
    return {
        digest,
        mediaType,
        size: sizeOf(images),
        created: times.length === 0 ? undefined : new Date(Math.max(...times)),
        platforms: [...new Set(images.map(platformOf))].filter((text) => text !== ''),
        labels: sharedLabels(images),
    };
}
/** Its platform in short; empty of what is for none. */
function platformOf({ platform }) {
    return platform === undefined ? '' : formatPlatform(platform);
}
function sharedLabels(images) {
    const [first, ...others] = images;
    const shared = Object.entries(first?.labels ?? {}).filter(([name, value]) => others.every(({ labels }) => labels[name] === value));
    return Object.fromEntries(shared);
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/summary.js






/** Characters of a label's value; some hold whole documents. The outputs have everything. */
const longestValue = 500;
/** A row for each platform of each image; labels and layers folded. */
function summary_summaryOf(outcomes, headline) {
    const head = ['Image', 'Platform', 'Digest', 'Size', 'Layers', 'Created'].map(markdown/* plain */.pj);
    const inspected = outcomes.filter((outcome) => outcome.kind === 'inspected');
    const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(headline)}`, (0,markdown/* table */.tp)([head, ...outcomes.flatMap(rowsOf)]), (0,reports_failure/* failureList */.J_)(failures), ...inspected.flatMap((one) => [labelsOf(one, outcomes.length > 1), layersOf(one, outcomes.length > 1)]));
}
function rowsOf(outcome) {
    const name = (0,markdown/* code */.aY)((0,images_name/* formatImage */.vy)(outcome.image));
    const none = (0,markdown/* plain */.pj)('');
    if (outcome.kind === 'failed')
        return [[name, (0,markdown/* plain */.pj)('⚠️ failed'), none, none, none, none]];
    const { images } = outcome.inspection;
    const { digest, size, created } = factsOf(outcome);
    const time = (date) => (0,markdown/* plain */.pj)(date === undefined ? '' : formatTime(date));
    const rows = images.map((image) => [
        images.length > 1 ? none : name,
        (0,markdown/* plain */.pj)(platformOf(image) || image.artifactType || 'artifact'),
        (0,markdown/* code */.aY)(image.descriptor.digest.slice(0, 19)),
        (0,markdown/* plain */.pj)(formatBytes(sizeOf([image]))),
        (0,markdown/* plain */.pj)(String(image.layers.length)),
        time(image.created),
    ]);
    if (images.length === 1)
        return rows;
    const whole = [name, (0,markdown/* plain */.pj)(quantities_countOf(images.length, 'platform')), (0,markdown/* code */.aY)(digest.slice(0, 19)), (0,markdown/* plain */.pj)(formatBytes(size))];
    return [[...whole, none, time(created)], ...rows];
}
function labelsOf(outcome, several) {
    const { annotations, images } = outcome.inspection;
    const { labels } = factsOf(outcome);
    const own = images.flatMap((image) => Object.entries(image.labels)
        .filter(([name]) => !Object.hasOwn(labels, name))
        .map(([name, value]) => row(name, value, platformOf(image))));
    const rows = [
        ...Object.entries(annotations).map(([name, value]) => row(name, value, 'annotation')),
        ...Object.entries(labels).map(([name, value]) => row(name, value, images.length > 1 ? 'all platforms' : '')),
        ...own,
    ];
    if (rows.length === 0)
        return undefined;
    const title = `Labels and digest${several ? ` of ${(0,images_name/* formatImage */.vy)(outcome.image)}` : ''}`;
    return (0,markdown/* folded */.TM)(title, (0,markdown/* table */.tp)([['Label', 'Value', 'Of'].map(markdown/* plain */.pj), row('digest', factsOf(outcome).digest, ''), ...rows]));
}
function row(name, value, of) {
    const shown = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
    return [(0,markdown/* code */.aY)(name), (0,markdown/* code */.aY)(shown), (0,markdown/* plain */.pj)(of)];
}
function layersOf(outcome, several) {
    const rows = outcome.inspection.images.flatMap((image) => image.layers.map((layer, at) => [
        (0,markdown/* plain */.pj)(platformOf(image)),
        (0,markdown/* plain */.pj)(String(at + 1)),
        (0,markdown/* code */.aY)(layer.digest.slice(0, 19)),
        (0,markdown/* plain */.pj)(formatBytes(layer.size ?? 0)),
        (0,markdown/* code */.aY)(layer.mediaType),
    ]));
    if (rows.length === 0)
        return undefined;
    const title = `Layers${several ? ` of ${(0,images_name/* formatImage */.vy)(outcome.image)}` : ''}`;
    return (0,markdown/* folded */.TM)(title, (0,markdown/* table */.tp)([['Platform', 'Layer', 'Digest', 'Size', 'Media type'].map(markdown/* plain */.pj), ...rows]));
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/table.js




/** Of one image all there is, field by field; of several a row each. */
function table_tableOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length === 1 && only?.kind === 'inspected') {
        return { columns: ['field', 'value'], rows: fieldsOf(only).map(([name, text]) => [{ text: name }, { text }]) };
    }
    return { columns: ['image', 'digest', 'platforms', 'size', 'created'], rows: outcomes.map(table_rowOf) };
}
function table_rowOf(outcome) {
    const text = (0,images_name/* formatImage */.vy)(outcome.image);
    if (outcome.kind === 'failed')
        return [{ text, tone: 'bad' }, ...['failed', '', '', ''].map((rest) => ({ text: rest }))];
    const { digest, platforms, size, created } = factsOf(outcome);
    const cells = [digest.slice(0, 19), platforms.join(', '), formatBytes(size), created ? formatTime(created) : ''];
    return [{ text }, ...cells.map((cell) => ({ text: cell }))];
}
function fieldsOf(outcome) {
    const { images, attestations, annotations } = outcome.inspection;
    const { digest, mediaType, size, created, labels } = factsOf(outcome);
    const several = images.length > 1;
    return [
        ['image', (0,images_name/* formatImage */.vy)(outcome.image)],
        ['digest', digest],
        ['media type', mediaType],
        ['size', formatBytes(size)],
        ['created', created ? formatTime(created) : ''],
        ...Object.entries(annotations).map(([name, value]) => ['annotation', `${name}=${value}`]),
        ...Object.entries(labels).map(([name, value]) => ['label', `${name}=${value}`]),
        ...images.flatMap((image) => [
            [platformOf(image) || 'artifact', `${image.descriptor.digest}  ${formatBytes(sizeOf([image]))}`],
            ...(several ? ownLabels(image.labels, labels) : []),
            ...image.layers.map((layer) => ['  layer', `${layer.digest}  ${formatBytes(layer.size ?? 0)}`]),
        ]),
        ...attestations.map((one) => ['attestation', one.digest]),
    ];
}
/** Those that the other platforms don't share. */
function ownLabels(own, shared) {
    return Object.entries(own)
        .filter(([name]) => !Object.hasOwn(shared, name))
        .map(([name, value]) => ['  label', `${name}=${value}`]);
}

;// CONCATENATED MODULE: ./build/src/commands/inspect/report.js






/** What an inspection has to say, for every face. */
function reportInspect({ outcomes }) {
    const failures = outcomes.flatMap((outcome) => (outcome.kind === 'failed' ? [outcome.failure] : []));
    const results = outcomes.map(inspect_report_resultOf);
    const headline = inspect_report_headlineOf(outcomes);
    return {
        outputs: { ...singleOutputs(outcomes), results: JSON.stringify(results) },
        json: results.length === 1 ? results[0] : { results },
        summary: summary_summaryOf(outcomes, headline),
        table: table_tableOf(outcomes),
        headline,
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function singleOutputs(outcomes) {
    const [only] = outcomes;
    if (outcomes.length !== 1 || only?.kind !== 'inspected')
        return {};
    const { digest, mediaType, size, created, platforms, labels } = factsOf(only);
    return {
        digest,
        'media-type': mediaType,
        size: String(size),
        created: created?.toISOString() ?? '',
        platforms: platforms.join(','),
        labels: JSON.stringify(labels),
    };
}
function inspect_report_resultOf(outcome) {
    const image = (0,images_name/* formatImage */.vy)(outcome.image);
    if (outcome.kind === 'failed') {
        const { message, exitCode } = outcome.failure;
        return { image, status: 'failed', error: message, 'exit-code': exitCode };
    }
    const { inspection } = outcome;
    const { mediaType, ...facts } = factsOf(outcome);
    return {
        image,
        'media-type': mediaType,
        ...facts,
        annotations: inspection.annotations,
        images: inspection.images.map(report_imageOf),
        attestations: inspection.attestations.map(({ digest, annotations }) => ({
            digest,
            of: annotations?.['vnd.docker.reference.digest'],
        })),
    };
}
function report_imageOf(image) {
    const { descriptor, created, labels, annotations, artifactType, config, layers } = image;
    return {
        platform: platformOf(image),
        digest: descriptor.digest,
        'media-type': descriptor.mediaType,
        'artifact-type': artifactType,
        size: sizeOf([image]),
        created,
        labels,
        annotations,
        config: { digest: config.digest, 'media-type': config.mediaType, size: config.size },
        layers: layers.map(({ digest, mediaType, size }) => ({ digest, 'media-type': mediaType, size })),
    };
}
function inspect_report_headlineOf(outcomes) {
    const inspected = outcomes.filter((outcome) => outcome.kind === 'inspected');
    const [only] = outcomes;
    if (outcomes.length > 1) {
        const failed = outcomes.length - inspected.length;
        return failed === 0 ? `${outcomes.length} images` : `${failed} of ${outcomes.length} images could not be inspected`;
    }
    if (only === undefined || only.kind === 'failed')
        return 'the image could not be inspected';
    const { platforms, size } = factsOf(only);
    const shown = platforms.length === 0 ? '' : `${platforms.join(', ')}; `;
    return `${(0,images_name/* formatImage */.vy)(only.image)}: ${shown}${formatBytes(size)}`;
}

;// CONCATENATED MODULE: ./build/src/commands/inspect.js









const inspect_atOnce = 4;
/** All that a registry can tell of an image, without pulling it. */
const inspect = {
    name: 'inspect',
    summary: 'Shows what is in an image without pulling it: digest, platforms, sizes, creation date, labels, layers.',
    inputs: inspectInputs,
    positional: ['image'],
    outputs: {
        digest: 'The digest of the index or image; with `platform` that of its image. Like the following, only of a single `image`.',
        'media-type': 'The media type of that manifest.',
        size: 'The bytes to transfer, compressed: config and layers, of several platforms each blob once.',
        created: 'When it was created (RFC 3339), by the config; of several platforms the latest.',
        platforms: 'The platforms, between commas.',
        labels: 'A JSON object of the labels; of several platforms those on which all agree.',
        results: 'A JSON array with one object for each `image`, in order: `image`, `digest`, `media-type`, `size`, `created`, `platforms`, `labels`, `annotations`, `images` (for each platform the same, and its `layers`), `attestations`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runInspect,
    report: reportInspect,
};
async function runInspect(inputs, context) {
    if (inputs.image.length === 0)
        throw (0,errors/* usageFailure */.II)('image is needed: the image to inspect, or several', 'For example image: acme/app:1.0.');
    const images = inputs.image.map((given) => withTag(image_input_readImage(given, inputs, context.workflow)));
    const platform = inputs.platform === undefined ? undefined : parsePlatform(inputs.platform);
    const connect = createConnections(inputs, context);
    const outcomes = await eachOf(images, inspect_atOnce, async (image) => {
        try {
            return await inspectOne(image, platform, (await connect(image.registry)).registry.repository(image));
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            return { kind: 'failed', image, failure: (0,errors/* asFailure */.h_)(thrown) };
        }
    });
    return { outcomes };
}
async function inspectOne(image, platform, repository) {
    const manifest = await repository.manifest(image.digest ?? image.tag ?? '');
    if (manifest === undefined)
        throw inspect_missing(image);
    const inspection = await inspectManifest(repository, manifest, platform ?? 'all');
    if (platform === undefined || inspection.images.length > 0) {
        return { kind: 'inspected', image, inspection, platform };
    }
    throw new errors/* Failure */.HR('not-found', {
        asked: `${formatPlatform(platform)} of ${(0,images_name/* formatImage */.vy)(image)}`,
        answered: 'the image has no such platform',
        advice: 'Leave platform empty to see which there are.',
    });
}
function inspect_missing(image) {
    return new errors/* Failure */.HR('not-found', {
        asked: (0,images_name/* formatImage */.vy)(image),
        answered: 'the registry has no such image (404)',
        advice: `Check the name and the ${image.digest === undefined ? 'tag' : 'digest'}; the command tags lists what there is.`,
    });
}

;// CONCATENATED MODULE: ./build/src/commands/latest/by-digest.js





/** Whether the tag has moved away from the digest that the image is pinned to, or that was seen last. */
async function answerByDigest({ image, where }, job) {
    const { registry, account } = await job.connect(image.registry);
    const repository = registry.repository(image);
    const asked = (0,images_name/* formatImage */.vy)(image);
    const head = await repository.head(image.tag);
    if (head === undefined)
        throw by_digest_missing(asked);
    const seen = image.digest === undefined ? await job.cache?.readDigest(image, account, image.tag) : undefined;
    const moved = await by_digest_compare(image.digest ?? seen, head.digest, repository, job);
    const outcome = (status, digest, reason) => {
        const answer = { ...image, digest };
        return { asked, where, status, answer, step: status === 'update' ? 'digest' : undefined, reason };
    };
    if (moved.status === 'update' && !((await job.isOldEnough?.(image, head.digest, repository)) ?? true)) {
        const reason = `the tag has moved, and what it points to now is too young for min-age`;
        return outcome('up-to-date', image.digest ?? seen ?? head.digest, reason);
    }
    if (image.digest === undefined && moved.status !== 'unknown') {
        await job.cache?.writeDigest(image, account, image.tag, head.digest);
    }
    return outcome(moved.status, moved.digest, moved.reason);
}
/** Index with index, platform with platform: what was only built again, to the same, is no update. */
async function by_digest_compare(before, now, repository, { platform, cache }) {
    if (before === undefined) {
        if (cache === undefined)
            return unknown(now, 'there is no digest to compare with: pin the image, or name a cache-dir');
        return same(now, 'seen for the first time: the digest is kept, to be compared with from now on');
    }
    if (before === now)
        return same(now, 'the tag still points to this digest');
    const moved = { status: 'update', digest: now, reason: `the tag has moved on from ${before}` };
    const [old, current] = await Promise.all([repository.manifest(before), repository.manifest(now)]);
    if (current === undefined)
        throw by_digest_missing(`the manifest ${now}`);
    const [oldImages, images] = [old === undefined ? [] : by_digest_imagesOf(old), by_digest_imagesOf(current)];
    if (images.some(({ digest }) => digest === before)) {
        return same(before, 'the digest is that of one platform, which has not changed');
    }
    if (old === undefined)
        return { ...moved, reason: `${moved.reason}, which the registry does not have any more` };
    if (old.content.kind === 'image' && isIndex(current.descriptor)) {
        const own = platform ?? (await inspectManifest(repository, old, 'first')).images[0]?.platform;
        const child = own === undefined ? undefined : find(images, own);
        return child === undefined ? moved : { ...moved, digest: child.digest };
    }
    if (platform === undefined) {
        return sameSet(oldImages, images) ? same(now, 'only built again: no platform has changed') : moved;
    }
    return comparePlatforms(find(oldImages, platform), find(images, platform), platform, moved);
}
function comparePlatforms(before, now, platform, moved) {
    const name = formatPlatform(platform);
    if (now === undefined)
        return unknown(moved.digest, `the tag has moved, to an image that has no ${name}`);
    return before?.digest === now.digest ? same(moved.digest, `${name} has not changed`) : moved;
}
/** What an index lists, attestations left out; or the image itself, which is for every platform that is asked for. */
function by_digest_imagesOf({ content, descriptor }) {
    return content.kind === 'index' ? content.manifests.filter((child) => !isAttestation(child)) : [descriptor];
}
function find(images, wanted) {
    return images.find(({ platform }) => platform === undefined || samePlatform(platform, wanted));
}
function sameSet(some, others) {
    const digests = (images) => JSON.stringify(images.map(({ digest }) => digest).sort());
    return digests(some) === digests(others);
}
function same(digest, reason) {
    return { status: 'up-to-date', digest, reason };
}
function unknown(digest, reason) {
    return { status: 'unknown', digest, reason };
}
function by_digest_missing(asked) {
    return new errors/* Failure */.HR('not-found', {
        asked,
        answered: 'the registry has no such image (404)',
        advice: 'Check the name and the tag; the command tags lists what there is.',
    });
}

;// CONCATENATED MODULE: ./build/src/images/newer.js

/** How far a step may go, each farther than the one before: the same X.Y.Z, X.Y, X, any. */
const strategies = ['patch', 'bugfix', 'minor', 'major'];
/** Judges a tag of the repository; a candidate's step is the first number that changes. */
function newer_judge(tag, current, policy) {
    if (tag.text === current.text)
        return { kind: 'current' };
    if (tag.kind !== 'version')
        return { kind: tag.kind };
    const obstacle = otherLine(tag, current) ?? notNewer(tag, current) ?? notWanted(tag, current, policy);
    if (obstacle !== undefined)
        return { kind: obstacle };
    const step = stepTo(tag, current);
    const within = strategies.indexOf(step) <= strategies.indexOf(policy.strategy);
    return { kind: within ? 'candidate' : 'beyond', step };
}
/** Finds what is newer in a list, in whatever order it is. */
function findNewer(tags, current, policy) {
    const judged = tags.flatMap((tag) => {
        const { kind } = newer_judge(tag, current, policy);
        return tag.kind === 'version' && (kind === 'candidate' || kind === 'beyond') ? [{ tag, kind }] : [];
    });
    const ranked = judged.sort((one, other) => compareCandidates(one.tag, other.tag, current));
    const candidates = ranked.filter(({ kind }) => kind === 'candidate').map(({ tag }) => tag);
    const [best] = candidates;
    const rivals = best === undefined ? [] : candidates.filter((tag) => areRivals(tag, best, current));
    return { candidates, newest: ranked[0]?.tag, rivals };
}
/** The number in which the tag differs: the first, the second, the third, or none of them. */
function stepTo(tag, current) {
    const at = tag.release.findIndex((number, index) => number !== current.release[index]);
    return ['major', 'minor', 'bugfix'][at] ?? 'patch';
}
/** A tag goes on only to tags of its own line, which are alike in all that is no order. */
function otherLine(tag, current) {
    if (tag.prefix !== current.prefix)
        return 'prefix';
    if (tag.v !== current.v)
        return 'v';
    if (tag.class !== current.class)
        return 'class';
    if (tag.flavour !== current.flavour)
        return 'flavour';
    if (tag.release.length !== current.release.length)
        return 'precision';
    const alike = tag.counters.length === current.counters.length &&
        tag.counters.every(({ shape }, at) => shape === current.counters[at]?.shape);
    return alike ? undefined : 'counters';
}
function notNewer(tag, current) {
    const difference = compareVersions(tag, current);
    if (difference > 0)
        return undefined;
    return difference === 0 ? 'same' : 'older';
}
function notWanted(tag, current, policy) {
    const [pre, post] = [newer_words(tag, 'pre'), newer_words(tag, 'post')];
    const [currentPre, currentPost] = [newer_words(current, 'pre'), newer_words(current, 'post')];
    const gains = (pre !== '' && currentPre === '') || (post !== '' && currentPost === '');
    if (pre !== '' && currentPre === '' && !policy.prerelease)
        return 'pre-release';
    if (gains && current.release.length < 3)
        return 'rolling';
    if (pre !== '' && currentPre !== '' && pre !== currentPre && !isRiper(tag, current))
        return 'other-pre-release';
    if (post !== '' && currentPost !== '' && post !== currentPost && compareNumbered(tag, current) === 0) {
        return 'other-post-release';
    }
    return policy.isSelected(tag.text) ? undefined : 'not-selected';
}
/** `alpha` may become `beta` or `rc`, of the same X.Y.Z only. */
function isRiper(tag, current) {
    const [mine, theirs] = [current, tag].map((one) => maturityLadder.indexOf(newer_words(one, 'pre')));
    return mine >= 0 && theirs > mine && stepTo(tag, current) === 'patch';
}
/** The words of a tag that make it a pre-release or a post-release; empty when there are none. */
function newer_words({ qualifiers }, kind) {
    return qualifiers.flatMap((one) => (one.kind === kind ? [one.word] : [])).join('.');
}
/**
 * The best first: the newest, of twins the shorter, then by text. Of two post-releases of one version (`-patch.7`,
 * `-hotfix.1`) the one by the current tag's own word; from a tag without one the last word by text.
 */
function compareCandidates(one, other, current) {
    const own = newer_words(current, 'post');
    const preferred = (tag) => Number(own !== '' && isPostRelease(tag) && newer_words(tag, 'post') === own);
    const both = isPostRelease(one) && isPostRelease(other);
    return (compareNumbered(other, one) ||
        (both ? preferred(other) - preferred(one) : 0) ||
        compareVersions(other, one) ||
        one.text.length - other.text.length ||
        compareText(one.text, other.text));
}
function areRivals(tag, best, current) {
    const [mine, theirs] = [newer_words(best, 'post'), newer_words(tag, 'post')];
    const isArbitrary = mine !== newer_words(current, 'post') && isPostRelease(best) && isPostRelease(tag);
    return isArbitrary && theirs !== mine && compareNumbered(tag, best) === 0;
}
function isPostRelease({ qualifiers }) {
    return qualifiers[0]?.kind === 'post';
}

;// CONCATENATED MODULE: ./build/src/images/newer-words.js
/** Why a tag is, or is not, an update of the current one, for people. */
function explainVerdict(verdict, tag, current, policy) {
    if (verdict.kind === 'candidate')
        return `newer by a ${verdict.step} step`;
    if (verdict.kind === 'beyond')
        return `newer by a ${verdict.step} step, which the strategy ${policy.strategy} does not take`;
    return tag.kind === 'version' ? explainVersion(verdict.kind, tag, current) : newer_words_words[tag.kind];
}
const newer_words_words = {
    current: 'the current tag',
    artefact: 'no image, but a signature, an attestation or an SBOM',
    unversioned: 'no version is in it',
    same: 'as new as the current tag',
    older: 'older',
    rolling: 'a tag with less than three numbers is a rolling one, which goes on to plain ones only',
    'pre-release': 'a pre-release, and prerelease is false',
    'other-pre-release': 'a pre-release of another kind',
    'other-post-release': 'another kind of post-release of the same version: nothing orders the two',
    'not-selected': 'left out by include or exclude',
};
const newer_words_classes = {
    normal: 'a number below 1000',
    year: 'a number of four digits',
    date: 'a date',
    long: 'a number of five digits or more',
};
function explainVersion(obstacle, tag, current) {
    const shapes = ({ counters }) => counters.map(({ shape }) => shape).join('');
    switch (obstacle) {
        case 'prefix':
            return `another line: ${difference('in front', tag.prefix, current.prefix)}`;
        case 'v':
            return `written with ${tag.v === '' ? 'no v' : tag.v}, the current tag with ${current.v === '' ? 'none' : current.v}`;
        case 'class':
            return `it begins with ${newer_words_classes[tag.class]}, the current tag with ${newer_words_classes[current.class]}`;
        case 'flavour':
            return `another flavour: ${difference('behind', tag.flavour, current.flavour)}`;
        case 'precision':
            return `it has ${newer_words_countOf(tag)}, the current tag ${current.release.length}`;
        case 'counters':
            return `it counts builds in another way: ${difference('behind', shapes(tag), shapes(current))}`;
        default:
            return newer_words_words[obstacle];
    }
}
function difference(where, its, currents) {
    const named = (text) => (text === '' ? 'nothing' : text);
    return `${named(its)} ${where}, the current tag ${named(currents)}`;
}
function newer_words_countOf({ release }) {
    return release.length === 1 ? '1 number' : `${release.length} numbers`;
}

;// CONCATENATED MODULE: ./build/src/commands/latest/candidates.js




/** Candidates that are looked at one by one before it is given up: each takes a request or more. */
const mostTried = 50;
/** The best candidate that is really there, has the platform and is old enough. */
async function choose({ candidates }, image, list, job) {
    const { registry } = await job.connect(image.registry);
    const repository = registry.repository(image);
    const pending = [];
    for (const tag of candidates.slice(0, mostTried)) {
        const candidate = { ...image, tag: tag.text };
        const seen = await lookAt(candidate, list, repository, job);
        if (seen.kind === 'fits')
            return { chosen: { tag, digest: seen.digest }, pending };
        if (seen.kind === 'young')
            pending.push(tag.text);
        job.context.log.detail(`${formatCandidate(candidate)} is not taken: ${seen.why}`);
    }
    return { chosen: undefined, pending };
}
/** A digest that stands in the candidate is still the one that was asked about: the answer then needs one too. */
async function lookAt(candidate, list, repository, job) {
    const { platform, isOldEnough } = job;
    const mustKnow = candidate.digest !== undefined || platform !== undefined || isOldEnough !== undefined;
    if (list.stale !== undefined) {
        if (mustKnow)
            throw list.stale.failure;
        return { kind: 'fits', digest: undefined };
    }
    const found = await headOf(candidate, repository, mustKnow, job);
    if (found === undefined)
        return { kind: 'unfit', why: 'the list has it, and the registry answers 404 for it' };
    const { digest } = found;
    if (digest === undefined)
        return { kind: 'fits', digest };
    if (platform !== undefined && !(await hasPlatform(repository, digest, platform))) {
        return { kind: 'unfit', why: `it has no ${formatPlatform(platform)}` };
    }
    const oldEnough = (await isOldEnough?.(candidate, digest, repository)) ?? true;
    return oldEnough ? { kind: 'fits', digest } : { kind: 'young', why: 'it is younger than min-age' };
}
/** A registry that fails leaves a digest unknown; the tag, which its list has, still serves where nothing hangs on the digest. */
async function headOf(candidate, repository, mustKnow, { context: { log, signal } }) {
    try {
        return await repository.head(candidate.tag);
    }
    catch (thrown) {
        if (signal.aborted || mustKnow || !(0,polling/* mayPass */.bg)(thrown))
            throw thrown;
        log.warn(`The digest of ${formatCandidate(candidate)} is not known: ${thrown.message}`);
        return { digest: undefined };
    }
}
async function hasPlatform(repository, digest, wanted) {
    const { images } = await image_readImage(repository, digest, () => false);
    return images.some(({ platform }) => samePlatform(platform, wanted));
}
/** The name by its tag alone. */
function formatCandidate({ registry, path, tag }) {
    return (0,images_name/* formatImage */.vy)({ registry, path, tag });
}

;// CONCATENATED MODULE: ./build/src/commands/latest/reasons.js

/** Why the tag is the answer, as half a sentence. */
function reasonToGo(tag, step, facts) {
    const taken = `newer by a ${step} step`;
    return [taken, ...beyond(tag.text, facts), ...waiting(facts)].join('; ');
}
/** Why the tag that was asked about is. */
function reasonToStay(facts, strategy) {
    const tried = Math.min(facts.candidates, mostTried);
    const unfit = tried === 1 ? 'the newer tag cannot be taken' : `none of the ${tried} newest tags can be taken`;
    return [
        tried === 0 ? `nothing is newer by a ${strategy} step or less` : unfit,
        ...beyond(undefined, facts),
        ...waiting(facts),
    ].join('; ');
}
function beyond(taken, { newest, pending }) {
    return newest === undefined || newest === taken || pending.includes(newest) ? [] : [`the newest of all is ${newest}`];
}
function waiting({ pending }) {
    return pending.length === 0 ? [] : [`too young for min-age: ${pending.join(', ')}`];
}

;// CONCATENATED MODULE: ./build/src/commands/latest/by-version.js









/** The newest tag within the strategy, by the list of tags. @throws Failure when it cannot be found out */
async function answerByVersion({ image, where }, job) {
    const asked = (0,images_name/* formatImage */.vy)(image);
    const current = parseTag(image.tag);
    if (current.kind !== 'version') {
        const reason = `the tag ${image.tag} says no version; strategy digest tells whether it has moved`;
        return { asked, where, status: 'unsupported', answer: image, step: undefined, reason };
    }
    const list = await job.lists(image);
    const found = matching(job.patterns, () => findNewer(list.tags, current, job.policy));
    const present = list.tags.some(({ text }) => text === image.tag);
    if (job.context.log.verbose)
        explain(asked, current, list, job);
    if (!present)
        job.context.log.warn(`${(0,images_name/* formatRepository */.Sh)(image)} has no tag ${image.tag} any more.`);
    const { chosen, pending } = await choose(found, image, list, job);
    const facts = {
        present,
        candidates: found.candidates.length,
        newest: found.newest?.text,
        pending,
        stale: list.stale?.since,
    };
    const shared = { asked, where, list: facts };
    if (chosen === undefined) {
        return {
            ...shared,
            status: 'up-to-date',
            answer: image,
            step: undefined,
            reason: reasonToStay(facts, job.policy.strategy),
        };
    }
    warnOfRivals(chosen.tag, found, image, job);
    const step = stepTo(chosen.tag, current);
    const { digest: _old, ...name } = image;
    const answer = { ...name, tag: chosen.tag.text, ...(chosen.digest === undefined ? {} : { digest: chosen.digest }) };
    return { ...shared, status: 'update', answer, step, reason: reasonToGo(chosen.tag, step, facts) };
}
/** Every tag with its verdict, the newest first: why not this one? */
function explain(asked, current, { tags }, { policy, context: { log } }) {
    log.detail(`${asked}: ${quantities_countOf(tags.length, 'tag')}, the newest first`);
    for (const tag of [...tags].sort(compareTags)) {
        log.detail(`  ${tag.text}: ${explainVerdict(newer_judge(tag, current, policy), tag, current, policy)}`);
    }
}
function warnOfRivals(tag, { candidates, rivals }, image, { context: { log } }) {
    if (rivals.length === 0 || tag !== candidates[0])
        return;
    const others = rivals.map(({ text }) => text).join(', ');
    log.warn(`${formatCandidate({ ...image, tag: tag.text })} and ${others} follow the same version, and nothing orders them: the last by name was taken.`);
}

;// CONCATENATED MODULE: ./build/src/commands/latest/cache.js








/** Of the files' form: another one is not read. */
const cache_version = 1;
/** A list of 100,000 tags of the longest kind has less. */
const mostBytes = 16 * 1024 * 1024;
/** @throws Failure (usage) when there is no such folder and none can be made */
async function openCache(folder, { log, now }) {
    await (0,promises_.mkdir)(folder, { recursive: true }).catch((fault) => {
        throw (0,errors/* usageFailure */.II)(`cache-dir ${JSON.stringify(folder)} cannot be used: ${fault.message}`, 'Name another folder.');
    });
    async function read(file, name, pick) {
        const path = (0,external_node_path_.join)(folder, file);
        try {
            const text = await readKept(path);
            if (text === undefined)
                return undefined;
            const value = JSON.parse(text);
            const isOurs = isObject(value) && value.version === cache_version && value.name === name;
            const picked = isOurs ? pick(value) : undefined;
            if (picked !== undefined)
                return picked;
            log.warn(`${path} is not what was kept there, and is not used`);
        }
        catch (fault) {
            log.warn(`${path} cannot be read, and is not used: ${fault.message}`);
        }
        return undefined;
    }
    async function write(file, name, value) {
        const path = (0,external_node_path_.join)(folder, file);
        const text = JSON.stringify({ version: cache_version, name, fetched: now().toISOString(), ...value });
        await replaceFile(path, text, 0o600, 'replaced').catch((fault) => log.warn(`${path} cannot be written: ${fault.message}`));
    }
    return {
        readTags: (name, account) => read(fileOf('tags', name, account), wholeName(name), (value) => keptTags(value, now())),
        writeTags: (name, account, tags) => write(fileOf('tags', name, account), wholeName(name), { tags }),
        readDigest: (name, account, tag) => read(fileOf('digest', name, account, tag), wholeName(name), ({ digest }) => typeof digest === 'string' && (0,images_digest/* isDigest */.B)(digest) ? digest : undefined),
        writeDigest: (name, account, tag, digest) => write(fileOf('digest', name, account, tag), wholeName(name), { tag, digest }),
    };
}
/** Undefined when there is none. A cache that others could write to may hold links, pipes and mountains. */
async function readKept(path) {
    const found = await (0,promises_.lstat)(path).catch((fault) => {
        if (fault.code === 'ENOENT')
            return undefined;
        throw fault;
    });
    if (found === undefined)
        return undefined;
    if (!found.isFile())
        throw new Error('it is no ordinary file');
    if (found.size > mostBytes)
        throw new Error(`it has ${found.size} bytes, and at most ${mostBytes} are read`);
    return (0,promises_.readFile)(path, 'utf8');
}
function keptTags({ tags, fetched }, now) {
    const time = new Date(typeof fetched === 'string' ? fetched : Number.NaN);
    const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && (0,images_name/* isTag */.dz)(tag));
    return areTags && time <= now ? { tags, fetched: time } : undefined;
}
/** `tags-ghcr.io_acme_app-0123456789abcdef.json`: to be recognized by people, and one for each of what is hashed. */
function fileOf(kind, name, account, tag = '') {
    const whole = wholeName(name);
    const hash = (0,external_node_crypto_.createHash)('sha256').update([whole, account, tag].join('\n')).digest('hex').slice(0, 16);
    return `${kind}-${whole.replace(/[^\w.-]/g, '_').slice(0, 100)}-${hash}.json`;
}
function wholeName({ registry, path }) {
    return `${registry.host}/${path}`;
}

;// CONCATENATED MODULE: ./build/src/commands/latest/dates.js




/**
 * When it was pushed, by Docker Hub's API, where that knows this image already; else, and elsewhere, when the image was created. A
 * reproducible build says 1970 or 1980, which is no date.
 */
function createDates(inputs, platform, context) {
    let opened;
    return async (name, tag, digest, repository) => {
        const hubName = hubNameIn(name);
        if (hubName !== undefined) {
            opened ??= connectHub(credentialsFor(name.registry, inputs), context);
            const found = await (await opened).tag(...hubName, tag);
            const pushed = found?.digest === digest ? (found.pushed ?? found.updated) : undefined;
            if (pushed !== undefined)
                return pushed;
        }
        const manifest = await repository.manifest(digest);
        if (manifest === undefined)
            return undefined;
        const { images } = await inspectManifest(repository, manifest, platform ?? 'first');
        return plausibleDate(images[0]?.created);
    };
}

;// CONCATENATED MODULE: ./build/src/commands/selection.js


/** The inputs that choose among names. */
function selectionInputs(what) {
    return {
        include: pattern({
            help: `Only ${what} in which this regular expression matches somewhere: \`^v\\d\`.`,
        }),
        exclude: pattern({
            help: `No ${what} in which this regular expression matches somewhere; it counts more than include.`,
        }),
    };
}
/** Those whose names were chosen. @throws Failure (usage) for a pattern that takes too long */
function selected(all, selection) {
    const { include, exclude } = selection;
    return matching({ include, exclude }, () => all.filter(({ name }) => isSelected(name, selection)));
}
/** Whether the name was chosen. */
function isSelected(name, { include, exclude }) {
    return (include?.test(name) ?? true) && !(exclude?.test(name) ?? false);
}

;// CONCATENATED MODULE: ./build/src/commands/latest/inputs.js




/** The inputs of `latest`. */
const latestInputs = {
    image: list({
        help: 'The images that are in use, by tag (`acme/app:1.2.0`, also with a digest behind), or files and folders that name them: Dockerfiles, Compose, Kubernetes YAML, Helm values, kustomizations, lists.',
        placeholder: 'IMAGE|FILE,…',
    }),
    strategy: choice([...strategies, 'digest'], {
        help: 'How far to go: `patch` stays at X.Y.Z, `bugfix` at X.Y, `minor` at X, `major` takes all; `digest` asks whether the same tag has moved.',
        fallback: 'bugfix',
        anyCase: true,
    }),
    ...selectionInputs('tags'),
    prerelease: inputs_boolean({
        help: 'Whether a release may go on to a pre-release. A pre-release goes on to its own kind in any case.',
        fallback: 'false',
    }),
    'min-age': duration({
        help: 'Only tags that are at least so old: since they were pushed (Docker Hub), elsewhere since the image was created.',
    }),
    platform: inputs_text({
        help: 'Only tags that have this platform, `linux/arm64`; with `strategy: digest` only this platform counts.',
        placeholder: 'OS/ARCH',
    }),
    ...registryInputs,
    'cache-dir': file({
        help: 'A folder to keep tag lists in, and, for `strategy: digest`, the digests that were seen. One step may read what another has kept.',
    }),
    'cache-ttl': duration({
        help: 'How long a kept list counts as fresh. When the registry fails, it serves up to 7 days, and the result says so.',
        fallback: '30m',
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '10m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/latest/job.js

/** @param least milliseconds. What has no date counts as old enough, with a warning: it would have to wait for ever. */
function createMinAge(least, dateOf, { log, now }) {
    return async (image, digest, repository) => {
        const date = await dateOf(image, image.tag, digest, repository);
        if (date !== undefined)
            return now().getTime() - date.getTime() >= least;
        log.warn(`Nobody says how old ${(0,images_name/* formatRepository */.Sh)(image)}:${image.tag} is: it counts as old enough for min-age.`);
        return true;
    };
}

;// CONCATENATED MODULE: ./build/src/commands/latest/summary.js



/** Rows that stand open, and those that are folded; the output has all. */
const summary_open = 50;
const summary_most = 2000;
/** What is to be done comes first. */
function latest_summary_summaryOf(outcomes, headline) {
    const inOrder = [...outcomes].sort((one, other) => rankOf(one) - rankOf(other));
    const placed = outcomes.some(({ where }) => where.length > 0);
    const head = ['Status', 'Image', 'Tag', 'Why', ...(placed ? ['Where'] : [])].map(markdown/* plain */.pj);
    const rowsOf = (some) => (0,markdown/* table */.tp)([head, ...some.map((one) => [...summaryRow(one), ...(placed ? [summary_placesOf(one)] : [])])]);
    const more = inOrder.slice(summary_open, summary_most);
    const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(headline)}`, outcomes.length === 0 ? undefined : rowsOf(inOrder.slice(0, summary_open)), more.length === 0 ? undefined : (0,markdown/* folded */.TM)(quantities_countOf(more.length, 'more image'), rowsOf(more)), outcomes.length > summary_most ? (0,markdown/* plain */.pj)(`${outcomes.length - summary_most} further images are in the output only.`) : undefined, (0,reports_failure/* failureList */.J_)(failures));
}
function rankOf({ status }) {
    return ['update', 'unknown', 'not-found', 'unsupported', 'up-to-date'].indexOf(status);
}
function summaryRow(outcome) {
    const { status, asked, answer } = outcome;
    return [(0,markdown/* plain */.pj)(status), (0,markdown/* code */.aY)(asked), (0,markdown/* code */.aY)(answer?.tag ?? ''), (0,markdown/* plain */.pj)(why(outcome))];
}
function summary_placesOf({ where: [first, ...others] }) {
    return (0,markdown/* plain */.pj)(first === undefined ? '' : `${first}${others.length === 0 ? '' : ` and ${others.length} more`}`);
}
/** The reason, and how old what it rests on is. */
function why({ reason, list }) {
    const stale = list?.stale === undefined ? '' : `; by a list of ${formatTime(list.stale)} UTC`;
    return `${reason}${stale}`;
}

;// CONCATENATED MODULE: ./build/src/commands/latest/report.js



/** What GitHub takes as a matrix. */
const mostJobs = 256;
/** What there is to say of newer versions, for every face. */
function reportLatest({ outcomes }) {
    const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const results = outcomes.map(latest_report_resultOf);
    const headline = latest_report_headlineOf(outcomes);
    const available = isAvailable(outcomes);
    const matrix = {
        include: outcomes
            .filter(({ status }) => status === 'update')
            .slice(0, mostJobs)
            .map(jobOf),
    };
    return {
        outputs: {
            ...report_singleOutputs(outcomes),
            ...(available === undefined ? {} : { 'update-available': String(available) }),
            results: JSON.stringify(results),
            matrix: JSON.stringify(matrix),
        },
        json: results.length === 1 ? results[0] : { 'update-available': available, results },
        summary: latest_summary_summaryOf(outcomes, headline),
        table: { columns: ['status', 'image', 'tag', 'why'], rows: outcomes.map(latest_report_rowOf) },
        headline,
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
/** Something that is not known may be an update. */
function isAvailable(outcomes) {
    if (outcomes.some(({ status }) => status === 'update'))
        return true;
    return outcomes.some(({ status }) => status === 'unknown' || status === 'not-found') ? undefined : false;
}
function report_singleOutputs(outcomes) {
    const [only] = outcomes;
    if (only === undefined || outcomes.length > 1)
        return {};
    const { answer, status, step } = only;
    return {
        tag: answer?.tag ?? '',
        image: answer === undefined ? '' : (0,images_name/* formatImage */.vy)(report_named(only, answer)),
        digest: answer?.digest ?? '',
        status,
        step: step ?? '',
    };
}
/** The answer as the image that was asked about is written: with a digest where that has one, or where it is about digests. */
function report_named({ asked, step }, answer) {
    const { digest, ...name } = answer;
    return asked.includes('@') || step === 'digest' ? answer : name;
}
function latest_report_resultOf(outcome) {
    const { asked, where, status, answer, step, reason, list, failure } = outcome;
    return {
        image: asked,
        ...(where.length === 0 ? {} : { where }),
        status,
        tag: answer?.tag,
        fullImage: answer === undefined ? undefined : (0,images_name/* formatImage */.vy)(report_named(outcome, answer)),
        digest: answer?.digest,
        'update-available': isAvailable([outcome]),
        step,
        reason,
        ...list,
        ...(failure === undefined ? {} : { error: failure.message, 'exit-code': failure.exitCode }),
    };
}
function jobOf(outcome) {
    const { image, tag, fullImage, digest, step } = latest_report_resultOf(outcome);
    return { image, tag, fullImage, digest, step, where: outcome.where.join(', ') };
}
function latest_report_headlineOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined)
        return `${only.asked}: ${latest_report_words[only.status]}${newTag(only)}`;
    if (outcomes.length === 0)
        return 'the files name no image';
    const counts = Object.keys(latest_report_words).flatMap((status) => {
        const count = outcomes.filter((outcome) => outcome.status === status).length;
        return count === 0 ? [] : [`${count} ${latest_report_words[status]}`];
    });
    return `${quantities_countOf(outcomes.length, 'image')}: ${counts.join(', ')}`;
}
const latest_report_words = {
    update: 'newer version',
    'up-to-date': 'up to date',
    unsupported: 'not comparable',
    'not-found': 'not found',
    unknown: 'not known',
};
const report_tones = {
    update: 'good',
    'up-to-date': 'muted',
    unsupported: 'muted',
    'not-found': 'bad',
    unknown: 'bad',
};
function newTag({ status, answer, step }) {
    if (status !== 'update' || answer === undefined)
        return '';
    return step === 'digest' ? ` ${answer.digest ?? ''}` : ` ${answer.tag ?? ''} (${step})`;
}
function latest_report_rowOf(outcome) {
    const { status, asked, answer } = outcome;
    return [{ text: status, tone: report_tones[status] }, { text: asked }, { text: answer?.tag ?? '' }, { text: why(outcome) }];
}

;// CONCATENATED MODULE: ./build/src/commands/latest/tag-lists.js




/** A kept list serves so long when the registry fails, in milliseconds. */
const staleFor = 7 * 24 * 3_600_000;
/** Lists each repository once, however many ask for it. */
function createTagLists(settings) {
    const lists = new Map();
    return (name) => {
        const key = `${name.registry.host}/${name.path}`;
        const known = lists.get(key) ?? readList(name, settings);
        lists.set(key, known);
        return known;
    };
}
async function readList(name, settings) {
    const { cache, freshFor, context } = settings;
    const { registry, account } = await settings.connect(name.registry);
    const kept = await cache?.readTags(name, account);
    const age = kept === undefined ? Number.POSITIVE_INFINITY : context.now().getTime() - kept.fetched.getTime();
    if (kept !== undefined && age < freshFor) {
        context.log.detail(`${(0,images_name/* formatRepository */.Sh)(name)}: ${kept.tags.length} tags, as they were ${(0,polling/* formatDuration */.a3)(age)} ago`);
        return { tags: parseTags(kept.tags), stale: undefined };
    }
    try {
        const tags = (await listNames(registry.repository(name), context)).map((tag) => tag.name);
        await cache?.writeTags(name, account, tags);
        return { tags: parseTags(tags), stale: undefined };
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        // What a registry refuses, or has no more, an old list must not hide.
        if (kept === undefined || age > staleFor || !(0,polling/* mayPass */.bg)(thrown))
            throw thrown;
        const since = `${(0,images_name/* formatRepository */.Sh)(name)} are as they were ${(0,polling/* formatDuration */.a3)(age)} ago`;
        context.log.warn(`The tags of ${since}: ${thrown.message}`);
        return { tags: parseTags(kept.tags), stale: { since: kept.fetched, failure: thrown } };
    }
}

;// CONCATENATED MODULE: ./build/src/commands/latest/targets.js




/** @throws Failure (usage) for inputs that cannot be meant. */
function checkLatest(inputs) {
    checkPair('username', inputs.username, 'password', inputs.password);
    if (inputs.image.length === 0)
        throw (0,errors/* usageFailure */.II)('image is needed: the images that are in use, or files that name them', 'For example image: acme/app:1.2.0, or image: k8s/.');
    if (inputs.strategy !== 'digest')
        return;
    const wrong = ['include', 'exclude'].find((name) => inputs[name] !== undefined);
    const given = inputs.prerelease ? 'prerelease' : wrong;
    if (given !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${given} chooses among tags, and strategy digest looks at one`, `Leave ${given} empty, or use another strategy.`);
    }
}
/**
 * The images to look up, each once with all the places where it stands, in the order of the references. In files a name
 * means what it means to Docker, whatever `registry` and `namespace` are.
 * @throws Failure (usage) for a name that was given itself and is none
 */
function planLatest(references, inputs, workflow) {
    const planned = new Map();
    for (const reference of references) {
        const one = targets_planOne(reference, inputs, workflow);
        const name = one.kind === 'target' ? (0,images_name/* formatImage */.vy)(one.target.image) : one.outcome.asked;
        const known = planned.get(name) ?? { one, where: [] };
        if (reference.where !== undefined)
            known.where.push(reference.where);
        planned.set(name, known);
    }
    return [...planned.values()].map(({ one, where }) => one.kind === 'target'
        ? { kind: 'target', target: { ...one.target, where } }
        : { kind: 'settled', outcome: { ...one.outcome, where } });
}
function targets_planOne(reference, inputs, workflow) {
    const { kind, text, where } = reference;
    if (kind === 'unresolved')
        return settled('unknown', text, reference.reason);
    if (kind === 'no-tag')
        return settled('unsupported', text, 'the file has no tag for it: whoever renders it says which');
    const image = where === undefined ? readImageAnywhere(text, inputs, workflow) : nameInFile(text, inputs);
    if (image instanceof errors/* Failure */.HR)
        return settled('unknown', text, image.message);
    const { tag, ...rest } = withTag(image);
    if (tag === undefined)
        return settled('unsupported', (0,images_name/* formatImage */.vy)(image), 'a digest alone never moves, and says no version');
    return { kind: 'target', target: { image: { ...rest, tag }, where: [] } };
}
function nameInFile(text, inputs) {
    const home = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    try {
        const image = (0,images_name/* parseImageName */["if"])(text, (0,images_name/* parseRegistry */.l5)('docker.io'));
        // Whether that registry is asked by plain HTTP only the input says.
        return image.registry.host === home.host ? { ...image, registry: home } : image;
    }
    catch (thrown) {
        if (thrown instanceof errors/* Failure */.HR)
            return thrown;
        throw thrown;
    }
}
function settled(status, asked, reason) {
    return { kind: 'settled', outcome: { asked, where: [], status, answer: undefined, step: undefined, reason } };
}

;// CONCATENATED MODULE: ./build/src/images/variables.js
/** The innermost `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+instead}`, `${NAME:?message}`, or `$NAME`. */
const variable = /\$\{([a-zA-Z_]\w*)(?:(:?)([-+?])([^${}]*))?\}|\$([a-zA-Z_]\w*)/;
/**
 * Fills in variables as Compose and Dockerfiles have them (both took them from the shell). What stands for something
 * else, such as `$(params.image)`, is a variable without a value.
 */
function expandVariables(text, variables) {
    let rest = text;
    for (let found = variable.exec(rest); found !== null; found = variable.exec(rest)) {
        const [whole, braced, colon, operator, word = '', bare] = found;
        const name = braced ?? bare ?? '';
        const value = variables.get(name);
        const isSet = value !== undefined && (colon !== ':' || value !== '');
        const filled = operator === '-' && !isSet ? word : operator === '+' && isSet ? word : value;
        if (filled === undefined || filled.includes('$'))
            return { kind: 'unset', name };
        rest = `${rest.slice(0, found.index)}${filled}${rest.slice(found.index + whole.length)}`;
    }
    if (!rest.includes('$'))
        return { kind: 'text', text: rest };
    return { kind: 'unset', name: rest.slice(rest.indexOf('$')) };
}

;// CONCATENATED MODULE: ./build/src/images/found-reference.js




const dockerHub = { host: 'docker.io', plainHttp: false };
/** What `image:` is in Kubernetes' status, and the transports of skopeo and Flux. */
const transport = /^(?:docker-pullable|docker|oci):\/\//;
/**
 * The reference that is written there: its variables filled in, `docker-pullable://` taken away, its grammar checked.
 * @throws Failure (usage) for a template
 */
function foundReference(written, place, variables) {
    if (written.includes('{{'))
        throw found_reference_unreadable(place, 'it has {{ }} in it');
    const { line } = place;
    const unresolved = (reason) => ({ kind: 'unresolved', text: written, line, reason });
    const expanded = expandVariables(written, variables);
    if (expanded.kind === 'unset')
        return unresolved(`the variable ${expanded.name} has no value in this file`);
    const text = expanded.text.replace(transport, '');
    if ((0,images_digest/* isDigest */.B)(text))
        return unresolved('it is the ID of an image, and names no repository');
    try {
        (0,images_name/* parseImageName */["if"])(text, dockerHub);
        return { kind: 'image', text, line };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* Failure */.HR))
            throw thrown;
        return unresolved(thrown.message);
    }
}
/** A file that cannot be read for what it says: half of its images must not look like all of them. */
function found_reference_unreadable({ file, line }, why) {
    return (0,errors/* usageFailure */.II)(`${file}:${line} cannot be read: ${why}`, 'A template (Helm, Jinja) has to be rendered first: give what helm template or the like makes of it.');
}

;// CONCATENATED MODULE: ./build/src/images/dockerfile.js

const keywords = /^(?:ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR)$/;
const comment = /^\s*#/;
/** Only above everything else: Dockerfile reference, "parser directives". */
const escapeDirective = /^\s*#\s*escape\s*=\s*([\\`])\s*$/im;
/** Whole words only: `<<<` is a string to the shell, and `$((1<<X))` a number. */
const heredoc = /(?:^|\s)\d*<<-?(["']?)([a-zA-Z_]\w*)\1(?=\s|$)/g;
/**
 * The instructions of a Dockerfile, by Docker's reference: line continuations, comments between them, here-documents,
 * whose lines are none.
 * @throws Failure (usage) for a line that begins with no instruction
 */
function readInstructions(text, file) {
    const lines = text.split(/\r?\n/);
    const continued = continuation(lines);
    const found = [];
    for (let at = 0; at < lines.length; at += 1) {
        const begin = lines[at] ?? '';
        if (begin.trim() === '' || comment.test(begin))
            continue;
        const first = at;
        let whole = begin.replace(continued, '');
        while (continued.test(lines[at] ?? '') || (at > first && isBetween(lines[at]))) {
            at += 1;
            if (at >= lines.length)
                break;
            if (!isBetween(lines[at]))
                whole += (lines[at] ?? '').replace(continued, '');
        }
        const instruction = readInstruction(whole, first + 1, file);
        found.push(instruction);
        if (/^(?:RUN|COPY|ADD)$/.test(instruction.keyword))
            at = afterHeredocs(instruction.rest, lines, at);
    }
    return found;
}
/** The escape character, at the end of a line. */
function continuation(lines) {
    const head = lines.slice(0, Math.max(0, lines.findIndex((line) => !comment.test(line))));
    return escapeDirective.exec(head.join('\n'))?.[1] === '`' ? /`\s*$/ : /\\\s*$/;
}
function isBetween(line) {
    return line !== undefined && (line.trim() === '' || comment.test(line));
}
function readInstruction(text, line, file) {
    const [, keyword = '', following = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
    const upper = keyword.toUpperCase();
    if (!keywords.test(upper)) {
        throw found_reference_unreadable({ file, line }, `${JSON.stringify(keyword.slice(0, 40))} is no instruction of a Dockerfile`);
    }
    if (upper === 'ONBUILD')
        return readInstruction(following, line, file);
    const [flags = ''] = /^(?:--\S+\s*)*/.exec(following) ?? [];
    return {
        keyword: upper,
        flags: flags.split(/\s+/).filter((flag) => flag !== ''),
        rest: following.slice(flags.length).trim(),
        line,
    };
}
/** The last line of the here-documents that the instruction opens. What never ends is none. */
function afterHeredocs(rest, lines, at) {
    let last = at;
    for (const [, , name] of rest.matchAll(heredoc)) {
        const end = lines.findIndex((line, index) => index > last && line.replace(/^\t+/, '') === name);
        if (end > 0)
            last = end;
    }
    return last;
}

;// CONCATENATED MODULE: ./build/src/images/dockerfile-references.js



/**
 * The images that a Dockerfile builds on: `FROM`, `COPY --from`, `RUN --mount=…,from=`. Its own stages and `scratch` are
 * none. Variables have the defaults of the `ARG`s before the first `FROM`, the only ones that Docker knows there.
 */
function dockerfileReferences(text, file) {
    const instructions = readInstructions(text, file);
    const variables = argumentsOf(instructions);
    const everyStage = new Set(instructions.filter(({ keyword }) => keyword === 'FROM').flatMap(stageName));
    const stages = new Set();
    return instructions.flatMap((instruction) => {
        const { keyword, line } = instruction;
        const place = { file, line };
        if (keyword === 'FROM') {
            const [image = ''] = instruction.rest.split(/\s+/);
            if (image === '')
                throw found_reference_unreadable(place, 'FROM names no image');
            const found = imageAt(unquoted(image), place, variables, stages);
            for (const name of stageName(instruction))
                stages.add(name);
            return found;
        }
        return sourcesOf(instruction).flatMap((source) => 
        // A number is the stage of that number.
        /^\d+$/.test(source) ? [] : imageAt(source, place, variables, everyStage));
    });
}
function imageAt(written, place, variables, stages) {
    const found = foundReference(written, place, variables);
    const name = found.text.toLowerCase();
    return found.text === 'scratch' || stages.has(name) ? [] : [found];
}
/** `FROM image AS name`: Docker does not look at upper and lower case. */
function stageName({ rest }) {
    const [, name] = /^\S+\s+AS\s+(\S+)/i.exec(rest) ?? [];
    return name === undefined ? [] : [name.toLowerCase()];
}
/** Where `COPY` and the mounts of `RUN` take files from. */
function sourcesOf({ keyword, flags }) {
    return flags.flatMap((flag) => {
        if (keyword === 'COPY')
            return /^--from=(.+)$/.exec(flag)?.slice(1) ?? [];
        const mount = keyword === 'RUN' ? /^--mount=(.+)$/.exec(flag)?.[1] : undefined;
        return unquoted(mount ?? '')
            .split(',')
            .flatMap((field) => /^from=(.+)$/.exec(field)?.slice(1) ?? []);
    });
}
/** The defaults of the `ARG`s before the first `FROM`, each of which may use those before it. */
function argumentsOf(instructions) {
    const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
    const variables = new Map();
    for (const { keyword, rest } of instructions.slice(0, first)) {
        if (keyword !== 'ARG')
            continue;
        for (const [, name = '', value = ''] of rest.matchAll(/([a-zA-Z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)) {
            const expanded = expandVariables(unquoted(value), variables);
            if (expanded.kind === 'text')
                variables.set(name, expanded.text);
        }
    }
    return variables;
}
function unquoted(word) {
    return word.replace(/^(["'])(.*)\1$/, '$2');
}

;// CONCATENATED MODULE: ./build/src/images/yaml-tree.js

/**
 * Reads the documents of a YAML stream (JSON is YAML).
 * @throws Failure (usage) naming file and line when it is none, or is a template that happens to look like YAML
 */
async function readYaml(text, file) {
    // Loaded when it is needed: it would be half of the start-up.
    const yaml = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lines = new yaml.LineCounter();
    const at = (offset) => ({ file, line: lines.linePos(offset).line });
    // prettyErrors would build a pattern of the whole text: thousands of brackets end the process.
    const documents = yaml.parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    return [...documents].flatMap((document) => {
        const [error] = document.errors;
        if (error !== undefined)
            throw found_reference_unreadable(at(error.pos[0]), `no YAML: ${error.message}`);
        const template = templateIn(document, yaml);
        if (template !== undefined)
            throw found_reference_unreadable(at(template), 'it has {{ }} in it');
        const node = createReader(document, at, yaml)(document.contents);
        return node === undefined ? [] : [node];
    });
}
/** `{{ .Values.x }}` alone is YAML, a map whose key is a map: nobody writes that. The offset of the first one. */
function templateIn(document, { visit, isCollection }) {
    let found;
    visit(document, {
        Pair(_key, { key }) {
            if (!isCollection(key))
                return undefined;
            found = key.range?.[0] ?? 0;
            return visit.BREAK;
        },
    });
    return found;
}
function createReader(document, at, { isAlias, isMap, isSeq, isScalar }) {
    const known = new Map();
    function read(node) {
        const target = isAlias(node) ? targetOf(node) : node;
        if (target === null || target === undefined)
            return undefined;
        if (known.has(target))
            return known.get(target);
        // An alias inside of what it stands for finds nothing.
        known.set(target, undefined);
        const made = make(target);
        known.set(target, made);
        return made;
    }
    function targetOf(alias) {
        const target = alias.resolve(document);
        if (target !== undefined)
            return target;
        throw found_reference_unreadable(at(alias.range?.[0] ?? 0), `nothing is called *${alias.source}`);
    }
    function make(node) {
        if (isSeq(node))
            return { kind: 'list', items: node.items.map(read).filter((item) => item !== undefined) };
        if (isMap(node))
            return { kind: 'map', entries: entriesOf(node.items) };
        if (!isScalar(node) || node.value === null || node.value === undefined)
            return undefined;
        const value = String(node.value);
        const text = typeof node.value === 'string' ? value : (node.source ?? value);
        return {
            kind: 'text',
            text,
            reads: text === value ? undefined : value,
            line: at(node.range?.[0] ?? 0).line,
        };
    }
    function entriesOf(pairs) {
        const entries = pairs.flatMap(({ key, value }) => {
            const node = read(value);
            return node === undefined ? [] : [[isScalar(key) ? String(key.value) : '', node]];
        });
        const merged = entries.filter(([key]) => key === '<<').flatMap(([, value]) => mergedFrom(value));
        return [...entries.filter(([key]) => key !== '<<'), ...merged];
    }
    return read;
}
function mergedFrom(value) {
    if (value.kind === 'list')
        return value.items.flatMap(mergedFrom);
    return value.kind === 'map' ? value.entries : [];
}

;// CONCATENATED MODULE: ./build/src/images/yaml-references.js


/** Compose files bring defaults with them; what the environment of another machine would say nobody knows. */
const noVariables = new Map();
const imageKeys = ['image', 'imageID'];
/**
 * The images in YAML or JSON: `image` and `imageID` anywhere (Kubernetes, Compose, workflows), `repository` beside `tag`
 * or `digest` (Helm values), `images` of a kustomization; by line.
 * @throws Failure (usage) naming file and line
 */
async function yamlReferences(text, file) {
    if (isOtherJson(text))
        return [];
    const maps = mapsIn(await readYaml(text, file));
    const found = [...maps].flatMap(([map, isImage]) => [
        ...(isImage ? [partsOf(map, 'repository', 'name')] : siblings(map)),
        ...map.entries.flatMap(([key, value]) => atKey(map, key, value)),
    ]);
    const references = found.filter((parts) => parts !== undefined).map((parts) => referenceOf(parts, file));
    // What is merged into several places was written once.
    const distinct = new Map(references.map((one) => [`${one.line} ${one.text}`, one]));
    return [...distinct.values()].sort((one, other) => one.line - other.line);
}
/** JSON that has none of the keys. Lock files have megabytes, and JSON's own parser is a hundred times faster. */
function isOtherJson(text) {
    if (/"(?:image|imageID|images|repository)"\s*:/.test(text))
        return false;
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
/** Every map of the documents, once; true for those that are the value of an image's key. */
function mapsIn(documents) {
    const maps = new Map();
    const lists = new Set();
    const visit = (node, isImage) => {
        if (node.kind === 'map') {
            const isNew = !maps.has(node);
            maps.set(node, isImage || maps.get(node) === true);
            if (isNew)
                for (const [key, value] of node.entries)
                    visit(value, imageKeys.includes(key));
        }
        else if (node.kind === 'list' && !lists.has(node)) {
            lists.add(node);
            for (const item of node.items)
                visit(item, false);
        }
    };
    for (const document of documents)
        visit(document, false);
    return maps;
}
function partsOf(map, ...names) {
    const repository = yaml_references_textAt(map, ...names);
    if (repository === undefined)
        return undefined;
    const [registry, tag, digest] = [yaml_references_textAt(map, 'registry'), yaml_references_textAt(map, 'tag', 'imageTag'), yaml_references_textAt(map, 'digest')];
    return { registry, repository, tag, digest, isWhole: false };
}
/** `repository` beside `tag` or `digest`. A repository alone, or one with an address, is one of charts or of git. */
function siblings(map) {
    const parts = partsOf(map, 'repository');
    const isImage = (parts?.tag ?? parts?.digest) !== undefined && !/^\w+:\/\//.test(parts?.repository.text ?? '');
    return parts !== undefined && isImage ? [parts] : [];
}
function atKey(map, key, value) {
    if (key === 'images' && value.kind === 'list')
        return value.items.map(listed);
    if (!imageKeys.includes(key) || value.kind !== 'text' || value.text.trim() === '')
        return [];
    if (hasTag(value.text))
        return [{ repository: value, isWhole: true }];
    const { tag, digest } = partsOf(map, key) ?? {};
    return [{ repository: value, tag, digest, isWhole: true }];
}
/** An entry of `images`: of a kustomization, or a whole name as Argo CD has them (`name=other:tag`). */
function listed(item) {
    if (item.kind === 'text') {
        const repository = { ...item, text: item.text.slice(item.text.indexOf('=') + 1) };
        return hasTag(item.text) ? { repository, isWhole: true } : undefined;
    }
    if (item.kind === 'list')
        return undefined;
    const [newName, tag, digest] = ['newName', 'newTag', 'digest'].map((key) => yaml_references_textAt(item, key));
    const repository = newName ?? yaml_references_textAt(item, 'name');
    // A name alone changes nothing.
    const changes = (newName ?? tag ?? digest) !== undefined;
    return repository === undefined || !changes ? undefined : { repository, tag, digest, isWhole: false };
}
/** The first of these entries that is a text and not empty. */
function yaml_references_textAt({ entries }, ...names) {
    const values = names.flatMap((name) => entries.flatMap(([key, value]) => (key === name ? [value] : [])));
    return values.find((value) => value.kind === 'text' && value.text.trim() !== '');
}
function hasTag(text) {
    return /[:@][^/]*$/.test(text);
}
function referenceOf({ registry, repository, tag, digest, isWhole }, file) {
    const line = (tag ?? digest ?? repository).line;
    const name = `${registry === undefined ? '' : `${registry.text.trim()}/`}${repository.text.trim()}`;
    const text = `${name}${tag === undefined ? '' : `:${tag.text}`}${digest === undefined ? '' : `@${digest.text}`}`;
    // Helm would deploy the tag 1.1 where the file says 1.10.
    if (tag?.reads !== undefined) {
        const reason = `YAML reads the tag ${tag.text} as ${tag.reads}: put it in quotes`;
        return { kind: 'unresolved', text, line, reason };
    }
    const found = foundReference(text, { file, line }, noVariables);
    return found.kind === 'image' && !isWhole && !hasTag(found.text) ? { ...found, kind: 'no-tag' } : found;
}

;// CONCATENATED MODULE: ./build/src/images/references.js




/**
 * The images that a file names, in its order, each with its line. What is meant to be an image and cannot be known is
 * among them, and says why.
 * @param file its name, for messages
 * @throws Failure (usage) naming file and line when the file cannot be read: never less than all
 */
async function imageReferences(text, format, file) {
    if (format === 'dockerfile')
        return dockerfileReferences(text, file);
    return format === 'yaml' ? yamlReferences(text, file) : listedReferences(text, file);
}
/** Between blanks or commas, one or more a line, as `kubectl get pods -o jsonpath` prints them; `#` begins a comment. */
function listedReferences(text, file) {
    return text.split(/\r?\n/).flatMap((line, at) => line
        .replace(/(?:^|\s)#.*$/, '')
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .map((word) => {
        if ((0,images_name/* isTag */.dz)(word))
            return { kind: 'word', text: word, line: at + 1 };
        return foundReference(word, { file, line: at + 1 }, new Map());
    }));
}

;// CONCATENATED MODULE: ./build/src/commands/reference-files.js






const reference_files_mostBytes = 10 * 1024 * 1024;
const reference_files_atOnce = 8;
/** No folder at all. */
const anywhere = '';
const dockerfileName = /^(?:dockerfile|containerfile)|\.(?:dockerfile|containerfile)$/i;
const yamlName = /\.(?:ya?ml|json)$|^(?:docker-)?compose|^kustomization$/i;
/** `Dockerfile.dockerignore` is BuildKit's, and no Dockerfile. */
const otherName = /\.dockerignore$/i;
/** Not ours to look into: other people's packages, and what is not checked out. */
const otherFolders = ['node_modules', '.git'];
/**
 * Reads a list whose entries are image references, or files and folders that have some in them (see `imageReferences`).
 * A folder stands for all its Dockerfiles, YAML and JSON, at any depth. What is no file is given back as it is. The files
 * may be those of a pull request: a link in them leads to files beside them, and not to those of the machine.
 * @param input what the list is called, for messages
 * @throws Failure (usage) for a file that is not there or cannot be read, for one that a link leads out to, and for a
 * folder without any
 */
async function readReferences(entries, input) {
    const found = await eachOf(entries, reference_files_atOnce, async (entry) => {
        const kind = await reference_files_kindOf(entry, input);
        if (kind === 'reference')
            return [{ kind: (0,images_name/* isTag */.dz)(entry) ? 'word' : 'image', text: entry, where: undefined }];
        const root = await rootOf(entry, kind);
        const files = kind === 'folder' ? await filesIn(entry, root) : [entry];
        if (files.length === 0) {
            throw (0,errors/* usageFailure */.II)(`${input}: the folder ${JSON.stringify(entry)} has no Dockerfile, YAML or JSON in it`);
        }
        return (await eachOf(files, 1, (file) => readOne(file, root))).flat();
    });
    return found.flat();
}
async function reference_files_kindOf(entry, input) {
    const found = await (0,promises_.stat)(entry).catch((fault) => {
        if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(fault.code ?? ''))
            return undefined;
        throw unreadableFile(entry, fault.message);
    });
    if (found?.isDirectory())
        return 'folder';
    if (found !== undefined)
        return 'file';
    if (!/^\.{0,2}[\\/]|\.(?:ya?ml|json|txt)$/i.test(entry))
        return 'reference';
    throw (0,errors/* usageFailure */.II)(`${input}: there is no file ${JSON.stringify(entry)}`, 'It is looked for in the working directory; in a workflow actions/checkout has to come first.');
}
/**
 * Where the files of an entry may be: in the working directory; those of a folder elsewhere, in the folder that holds it;
 * a file elsewhere, which may be the end of a pipe, is wherever who named it says.
 */
async function rootOf(entry, kind) {
    const whole = (0,external_node_path_.resolve)(entry);
    if (isInside(whole, (0,external_node_path_.resolve)('.')))
        return reference_files_guarded(entry, () => (0,promises_.realpath)('.'));
    return kind === 'folder' ? reference_files_guarded(entry, () => (0,promises_.realpath)((0,external_node_path_.dirname)(whole))) : anywhere;
}
/** Where it is, all links followed. @throws Failure (usage) when that is not below `root` */
async function realInside(path, root) {
    if (root === anywhere)
        return path;
    const real = await reference_files_guarded(path, () => (0,promises_.realpath)(path));
    if (isInside(real, root))
        return real;
    throw unreadableFile(path, `a link leads to ${real}, which is not in ${root}`);
}
function isInside(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && (0,external_node_path_.resolve)(folder, way) === path;
}
/** By name, each folder once, whatever links lead to it. */
async function filesIn(folder, root, seen = new Set()) {
    const real = await realInside(folder, root);
    if (seen.has(real))
        return [];
    seen.add(real);
    const names = [...(await reference_files_guarded(folder, () => (0,promises_.readdir)(folder)))].sort();
    const found = await eachOf(names, 1, async (name) => {
        const path = (0,external_node_path_.join)(folder, name);
        const isWanted = !otherName.test(name) && (dockerfileName.test(name) || yamlName.test(name));
        // A link that leads nowhere matters only where it stands for a file that would be read.
        const what = await (0,promises_.stat)(path).catch((fault) => {
            if (isWanted)
                throw unreadableFile(path, fault.message);
            return undefined;
        });
        if (what?.isDirectory())
            return otherFolders.includes(name) ? [] : filesIn(path, root, seen);
        return isWanted && what?.isFile() ? [path] : [];
    });
    return found.flat();
}
async function readOne(file, root) {
    await realInside(file, root);
    const { size } = await reference_files_guarded(file, () => (0,promises_.stat)(file));
    if (size > reference_files_mostBytes)
        throw unreadableFile(file, `it has ${size} bytes, and at most ${reference_files_mostBytes} are read`);
    const bytes = await reference_files_guarded(file, () => (0,promises_.readFile)(file));
    const references = await imageReferences(reference_files_textOf(bytes, file), formatOf(file), file);
    return references.map(({ line, ...reference }) => ({ ...reference, where: `${file}:${line}` }));
}
function formatOf(file) {
    const name = (0,external_node_path_.basename)(file);
    if (yamlName.test(name))
        return 'yaml';
    return dockerfileName.test(name) ? 'dockerfile' : 'list';
}
/** UTF-8, or UTF-16 as PowerShell's `>` writes it, by its byte order mark. */
function reference_files_textOf(bytes, file) {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    }
    catch {
        throw unreadableFile(file, 'it is no text in UTF-8');
    }
}
async function reference_files_guarded(path, work) {
    return work().catch((fault) => {
        throw unreadableFile(path, fault.message);
    });
}
function unreadableFile(path, why) {
    return (0,errors/* usageFailure */.II)(`${path} cannot be read: ${why}`, 'All files have to be read to know which images there are.');
}

;// CONCATENATED MODULE: ./build/src/commands/latest.js

















const latest_atOnce = 8;
/** Which newer version is there? */
const latest = {
    name: 'latest',
    summary: 'Which newer tag is there? By patch, bugfix, minor or major, or by digest; for images, or files that name them.',
    inputs: latestInputs,
    positional: ['image'],
    outputs: {
        tag: 'The tag to use: the newer one, or the one that was asked about where nothing is newer. Like the following up to `step`, only of a single image.',
        image: 'The image with that tag: `acme/app:1.2.1`; with its digest where the image that was asked about has one.',
        digest: 'The digest of that tag, where it is newer or was given.',
        status: '`update`, `up-to-date`, `unsupported` (the tag says no version), `not-found`, or `unknown`: it could not be found out.',
        step: 'How far the update goes: `patch`, `bugfix`, `minor`, `major`, or `digest`.',
        'update-available': '`true` when there is something newer; of several: for any. Not set when it could not be found out.',
        results: 'A JSON array with one object for each image, in order: `image`, `where` (files and lines), `status`, `tag`, `fullImage`, `digest`, `update-available`, `step`, `reason`, `present`, `candidates`, `newest`, `pending`, `stale`, `error`, `exit-code`.',
        matrix: 'JSON for `strategy.matrix`, a job for each update (256 at most): `matrix.image`, `matrix.tag`, `matrix.fullImage`, `matrix.digest`, `matrix.step`, `matrix.where`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runLatest,
    report: reportLatest,
};
async function runLatest(inputs, context) {
    checkLatest(inputs);
    const platform = inputs.platform === undefined ? undefined : parsePlatform(inputs.platform);
    const planned = planLatest(await readReferences(inputs.image, 'image'), inputs, context.workflow);
    const cache = inputs['cache-dir'] === undefined ? undefined : await openCache(inputs['cache-dir'], context);
    const connect = createConnections(inputs, context);
    const minAge = inputs['min-age'];
    const job = {
        connect,
        cache,
        lists: createTagLists({ connect, cache, freshFor: inputs['cache-ttl'], context }),
        policy: {
            strategy: inputs.strategy === 'digest' ? 'patch' : inputs.strategy,
            prerelease: inputs.prerelease,
            isSelected: (tag) => isSelected(tag, inputs),
        },
        patterns: { include: inputs.include, exclude: inputs.exclude },
        platform,
        isOldEnough: minAge === undefined ? undefined : createMinAge(minAge, createDates(inputs, platform, context), context),
        context,
    };
    const answer = inputs.strategy === 'digest' ? answerByDigest : answerByVersion;
    const tell = nowAndThen(context);
    let done = 0;
    const outcomes = await eachOf(planned, latest_atOnce, async (one) => {
        const outcome = one.kind === 'settled' ? one.outcome : await latest_settle(one.target, context, () => answer(one.target, job));
        done += 1;
        tell(() => `${done} of ${planned.length} images looked up`, { done, total: planned.length });
        if (outcome.status === 'unknown' && outcome.failure === undefined)
            warnOf(outcome, context);
        return outcome;
    });
    const updates = outcomes.filter(({ status }) => status === 'update').length;
    if (updates > mostJobs)
        context.log.warn(`The matrix has ${mostJobs} of ${updates} updates: GitHub takes no more jobs.`);
    return { outcomes };
}
async function latest_settle({ image, where }, { signal }, work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (signal.aborted)
            throw signal.reason;
        const failure = (0,errors/* asFailure */.h_)(thrown);
        const status = failure.kind === 'not-found' ? 'not-found' : 'unknown';
        const shared = { asked: (0,images_name/* formatImage */.vy)(image), where, answer: undefined, step: undefined };
        return { ...shared, status, reason: failure.message, failure };
    }
}
function warnOf({ asked, where: [first], reason }, { log }) {
    log.warn(`${first === undefined ? '' : `${first}: `}${asked} could not be looked up: ${reason}`);
}

;// CONCATENATED MODULE: ./build/src/registries/docker-config-saving.js








/** Reads the Docker config. @throws Failure (usage) when it is none, or names a helper that cannot be one. */
async function openDockerConfig(registry, settings) {
    const file = configFile(settings.environment);
    const config = await readConfig(file);
    const keys = keysOf(registry);
    const [key] = keys;
    const helper = helperOf(config, keys);
    const program = helper === undefined ? undefined : helperProgram(helper);
    const auths = isObject(config.auths) ? config.auths : {};
    return {
        async save({ username, password }) {
            if (program === undefined) {
                const auth = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
                await write(file, { ...config, auths: { ...auths, [key]: { auth } } });
                return file;
            }
            await store(program, { ServerURL: key, Username: username, Secret: password }, settings);
            // As Docker does: the name alone tells that the helper has it. A secret from before would only get old here.
            if (!isEmpty(auths[key]))
                await write(file, { ...config, auths: { ...auths, [key]: {} } });
            return program;
        },
    };
}
function isEmpty(entry) {
    return isObject(entry) && Object.keys(entry).length === 0;
}
/** Indented with tabs, as Docker writes it. */
async function write(file, config) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        await replaceFile(file, `${JSON.stringify(config, undefined, '\t')}\n`, 0o600);
    }
    catch (fault) {
        throw (0,errors/* usageFailure */.II)(`the Docker config ${file} cannot be written: ${fault.message}`, 'Nothing was changed. Give DOCKER_CONFIG another folder, or leave save out.');
    }
}
async function store(program, entry, settings) {
    const refused = (words, cause) => new errors/* Failure */.HR('usage', {
        asked: `${program} store`,
        answered: words,
        advice: 'The Docker config names this helper (credsStore or credHelpers): make it work, or take it out of there.',
        cause,
    });
    const outcome = await callHelper(program, 'store', JSON.stringify(entry), settings).catch((fault) => {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        throw refused(`it could not be run: ${(0,http_words/* cleanLine */.Ow)(String(fault))}`, fault);
    });
    const { exitCode, stdout, stderr } = outcome;
    if (exitCode !== 0)
        throw refused((0,http_words/* cleanLine */.Ow)(`${stdout} ${stderr}`) || `exit code ${exitCode}`);
}

;// CONCATENATED MODULE: ./build/src/registries/sign-in.js








/**
 * Signs in, and does nothing else there. Where the token service is known it alone is asked, else `GET /v2/`, which the
 * distribution specification has for this.
 * @throws Failure: network, server, and whatever else keeps it from being found out.
 */
async function sign_in_signIn(name, settings) {
    const { http, credentials } = settings;
    const { tokens: known } = profileOf(name);
    const origin = apiOrigin(name);
    const advice = sign_in_adviceFor(name, credentials);
    const authorizer = createAuthorizer({ ...settings, origin, known, advice });
    const ask = async (authorization) => {
        const headers = authorization === undefined ? {} : { authorization };
        const request = { method: 'GET', url: new URL('/v2/', origin), headers };
        return [await http.request(request), request];
    };
    const judge = (scheme, answer, request) => {
        if (isRegistry(answer))
            return { kind: 'accepted', scheme };
        const failure = sign_in_refusal(failureOf(answer, (0,http_message/* describe */.q0)(request), advice));
        if (failure !== undefined)
            return { kind: 'refused', scheme, failure };
        throw noRegistry(answer, request, advice);
    };
    if (known !== undefined && credentials.kind !== 'bearer') {
        const got = await tokenFrom(() => authorizer.header(''));
        return got instanceof errors/* Failure */.HR
            ? { kind: 'refused', scheme: 'bearer', failure: got }
            : { kind: 'accepted', scheme: 'bearer' };
    }
    const [first, asked] = await ask(undefined);
    if (isRegistry(first)) {
        if (credentials.kind === 'anonymous')
            return { kind: 'accepted', scheme: 'none' };
        // Some let everybody in here, and still look at the credentials that they are given.
        const judged = judge('none', ...(await ask(directHeader(credentials))));
        return judged.kind === 'refused' ? judged : { kind: 'unchecked', scheme: 'none' };
    }
    if (first.status !== 401)
        throw noRegistry(first, asked, advice);
    const scheme = schemeOf(first);
    if (credentials.kind === 'bearer')
        return judge(scheme, ...(await ask(directHeader(credentials))));
    if (!(await authorizer.challenged(first, { authorization: undefined }, '')))
        return judge(scheme, first, asked);
    const sent = await tokenFrom(() => authorizer.header(''));
    if (sent instanceof errors/* Failure */.HR)
        return { kind: 'refused', scheme, failure: sent };
    return judge(scheme, ...(await ask(sent.authorization)));
}
/** A token service that refuses says that the credentials are wrong, whether by 401 or, as GitHub's does, by 403. */
async function tokenFrom(get) {
    try {
        return await get();
    }
    catch (thrown) {
        const failure = sign_in_refusal((0,errors/* asFailure */.h_)(thrown));
        if (failure === undefined)
            throw thrown;
        return failure;
    }
}
function sign_in_refusal(failure) {
    if (failure.kind === 'authentication')
        return failure;
    if (failure.kind !== 'denied')
        return undefined;
    const { message, advice, cause } = failure;
    return new errors/* Failure */.HR('authentication', { asked: '', answered: message, advice, cause });
}
function schemeOf(answer) {
    const challenges = parseChallenges(answer.headerValues('www-authenticate'));
    const bearer = challenges.some(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined);
    if (bearer)
        return 'bearer';
    if (challenges.some(({ scheme }) => scheme === 'basic'))
        return 'basic';
    const names = challenges.map(({ scheme }) => scheme).join(', ');
    throw new errors/* Failure */.HR('server', {
        asked: `the challenge of ${answer.url.origin}`,
        answered: names === '' ? '401 without one' : `it knows only ${names}`,
        advice: 'A registry asks for Basic or Bearer: check the address, and what stands before the registry.',
    });
}
function directHeader(credentials) {
    if (credentials.kind === 'bearer')
        return `Bearer ${credentials.token}`;
    return basicHeader(credentials.username, credentials.kind === 'password' ? credentials.password : credentials.token);
}
/** 200, and not the page of some web server that says yes to everything. */
function isRegistry({ status, body, header }) {
    return status === 200 && !(0,http_words/* isHtml */._6)(body.toString('utf8'), header('content-type'));
}
function noRegistry(answer, request, advice) {
    if (answer.status !== 200)
        return failureOf(answer, (0,http_message/* describe */.q0)(request), advice);
    const answered = `200, but not as a registry answers: ${bodyWords(answer)}`;
    return new errors/* Failure */.HR('server', { asked: (0,http_message/* describe */.q0)(request), answered, advice: advice['not-found'] });
}
function sign_in_adviceFor({ host }, credentials) {
    const refused = credentials.kind === 'anonymous'
        ? `${host} wants to know who asks: give username and password (better an access token), or sign in by docker login.`
        : `${host} did not take these credentials: check the user name, and whether the password or token is for this ` +
            'registry and still valid; where single sign-on or two-factor authentication is on, only tokens are taken.';
    return {
        authentication: refused,
        denied: refused,
        'not-found': `Is ${host} a registry? Nothing that answers as one is at /v2/.`,
    };
}

;// CONCATENATED MODULE: ./build/src/commands/login/inputs.js


const { namespace: _none, ...registry } = registryInputs;
/** The inputs of `login`. */
const loginInputs = {
    ...registry,
    save: inputs_boolean({
        help: 'Whether username and password are kept in the Docker config (`$DOCKER_CONFIG` or `~/.docker`), as `docker login` does it, when the registry took them.',
        fallback: 'false',
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '2m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/login/report.js


/** What a sign-in has to say, for every face. */
function reportLogin(result) {
    const { registry, username, signIn, saved } = result;
    const { scheme } = signIn;
    const failures = signIn.kind === 'refused' ? [signIn.failure] : [];
    const authenticated = isAuthenticated(result);
    const mark = signIn.kind === 'refused' ? '❌ refused' : authenticated ? '✅ signed in' : '⚪ anonymous';
    return {
        outputs: { authenticated: String(authenticated), scheme },
        json: {
            registry,
            username,
            authenticated,
            scheme,
            ...(signIn.kind === 'refused' ? { status: 'failed', error: signIn.failure.message, 'exit-code': 2 } : {}),
            saved,
        },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(login_report_headlineOf(result))}`, (0,markdown/* table */.tp)([
            ['Status', 'Registry', 'User', 'Scheme'].map(markdown/* plain */.pj),
            [(0,markdown/* plain */.pj)(mark), (0,markdown/* code */.aY)(registry), (0,markdown/* code */.aY)(username ?? ''), (0,markdown/* plain */.pj)(scheme)],
        ]), saved === undefined ? undefined : (0,markdown/* markdown */.wD) `Kept for Docker in ${(0,markdown/* code */.aY)(saved)}.`, (0,reports_failure/* failureList */.J_)(failures)),
        table: {
            columns: ['authenticated', 'registry', 'user', 'scheme', 'saved'],
            rows: [
                [
                    { text: authenticated ? 'yes' : 'no', tone: authenticated ? 'good' : failures.length > 0 ? 'bad' : 'muted' },
                    { text: registry },
                    { text: username ?? '' },
                    { text: scheme },
                    { text: saved ?? '' },
                ],
            ],
        },
        headline: login_report_headlineOf(result),
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
/** Only who has shown who he is: not everybody who is let in. */
function isAuthenticated({ anonymous, signIn }) {
    return !anonymous && signIn.kind === 'accepted';
}
function login_report_headlineOf({ registry, username, anonymous, signIn, saved }) {
    const kept = saved === undefined ? '' : `; kept in ${saved}`;
    if (signIn.kind === 'refused') {
        return anonymous ? `${registry} takes nobody without credentials` : `${registry} refused the credentials`;
    }
    if (anonymous)
        return `${registry} takes anonymous requests; no credentials were given`;
    if (signIn.kind === 'unchecked')
        return `${registry} takes anybody, and has not looked at the credentials${kept}`;
    return `${registry} took the credentials${username === undefined ? '' : ` of ${username}`}${kept}`;
}

;// CONCATENATED MODULE: ./build/src/commands/login.js







/** Do these credentials work? Keeps them for Docker if told. */
const login = {
    name: 'login',
    summary: 'Tells how a registry wants to be signed in to and whether these credentials work; saves them for Docker if told.',
    inputs: loginInputs,
    positional: ['registry'],
    outputs: {
        authenticated: '`true` when the registry took the credentials; `false` when there were none, it refused them, or it takes anybody without looking.',
        scheme: 'How it wants to be signed in to: `bearer`, `basic`, or `none` when it asks for nothing.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runLogin,
    report: reportLogin,
};
async function runLogin(inputs, context) {
    const registry = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    const { username, password, save } = inputs;
    checkPair('username', username, 'password', password);
    if (save && (username === undefined || password === undefined)) {
        throw (0,errors/* usageFailure */.II)('save is given, and username and password are not', 'Only what is given here can be kept.');
    }
    // A config that cannot be used is told before the password goes anywhere.
    const config = save ? await openDockerConfig(registry, context) : undefined;
    const credentials = await readCredentials(registry, inputs, context);
    const outcome = await sign_in_signIn(registry, {
        ...context,
        credentials,
        mask: context.log.secret,
        warn: context.log.warn,
    });
    if (outcome.kind === 'unchecked') {
        context.log.warn(`${registry.host} takes anybody: whether the credentials are right could not be found out.`);
    }
    const keeps = config !== undefined && outcome.kind !== 'refused' && credentials.kind === 'password';
    return {
        registry: registry.host,
        username: credentials.kind === 'password' ? credentials.username : undefined,
        anonymous: credentials.kind === 'anonymous',
        signIn: outcome,
        saved: keeps ? await config.save(credentials) : undefined,
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/in-use.js




/** Where names without a registry are when they are asked for first: no host, so that it shows which have none. */
const nowhere = { host: 'registry.invalid', plainHttp: false };
/**
 * Reads what is in use: entries that are references, and files that have some.
 * @throws Failure (usage) for a file that cannot be read
 */
async function readInUse(entries) {
    const references = await readReferences(entries, 'in-use');
    for (const reference of references) {
        if (reference.kind === 'unresolved' && !(0,images_digest/* isDigest */.B)(reference.text))
            throw unclear(reference, reference.reason);
        if (reference.where === undefined && reference.kind === 'image')
            requireTag(reference.text);
    }
    const words = references.flatMap(({ kind, text, where }) => (kind === 'word' && where === undefined ? [text] : []));
    const inRepository = (repository) => {
        const tags = new Map();
        const digests = new Map();
        for (const reference of references) {
            const place = reference.where ?? 'named in in-use';
            const { tag, digest } = within(reference, repository);
            if (tag !== undefined)
                tags.set(tag, place);
            if (digest !== undefined)
                digests.set(digest, place);
        }
        return { tags, digests };
    };
    return { inRepository, words };
}
/** A path that leads nowhere looks like the name of an image: what is named itself has to say which one. */
function requireTag(text) {
    if ((0,images_digest/* isDigest */.B)(text))
        return;
    const { tag, digest } = (0,images_name/* parseImageName */["if"])(text, nowhere);
    if (tag !== undefined || digest !== undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`in-use: ${JSON.stringify(text)} is no file here, and names no tag`, `Write ${text}:TAG for an image. A file is looked for in the working directory; in a workflow actions/checkout has to come first.`);
}
/** The tag and the digest in this repository that a reference means. */
function within(reference, repository) {
    const { text } = reference;
    if ((0,images_digest/* isDigest */.B)(text))
        return { digest: text };
    // A word alone is a tag, in every repository that is pruned.
    if (reference.kind === 'word')
        return { tag: text };
    const image = (0,images_name/* parseImageName */["if"])(text, nowhere);
    if (!in_use_isSame(image, repository))
        return {};
    if (reference.kind === 'no-tag')
        throw unclear(reference, 'the tag stands elsewhere');
    const { tag, digest } = image;
    return tag === undefined && digest === undefined
        ? { tag: 'latest' }
        : { ...(tag && { tag }), ...(digest && { digest }) };
}
/** A name without a registry is taken for any that ends so: what is in use is better kept once too often. */
function in_use_isSame({ registry, path }, repository) {
    if (registry.host === nowhere.host)
        return repository.path === path || repository.path.endsWith(`/${path}`);
    return registry.host === repository.registry.host && path === repository.path;
}
function unclear({ text, where }, why) {
    return (0,errors/* usageFailure */.II)(`in-use: which image ${JSON.stringify(text)}${where === undefined ? '' : ` at ${where}`} is cannot be known: ${why}`, 'Nothing is deleted while that is open: give the image itself, or the rendered file.');
}

;// CONCATENATED MODULE: ./build/src/commands/prune/inputs.js


const years = 366 * 86_400_000;
/** The inputs of `prune`, in the order in which people meet them. */
const pruneInputs = {
    image: list({
        help: 'The repositories to prune, one or more of one registry: `app` (in `namespace`), `acme/app`, or with its registry `ghcr.io/acme/app`.',
        placeholder: 'NAME,…',
    }),
    keep: wholeNumber({
        help: 'How many of the newest images stay, in each group; tags on the same image count once. `0` allows a plan that empties the repository.',
        placeholder: 'N',
        refusesEmpty: true,
    }),
    'older-than': duration({
        refusesEmpty: true,
        help: 'Only what is older goes. Together with `keep` an image goes only if both say so.',
        most: 100 * years,
    }),
    include: pattern({
        refusesEmpty: true,
        help: 'Only images are looked at of which every tag matches this regular expression somewhere; all others stay.',
    }),
    exclude: pattern({
        refusesEmpty: true,
        help: 'Images with a tag in which this regular expression matches somewhere stay, and do not count for `keep`.',
    }),
    protect: pattern({
        refusesEmpty: true,
        help: 'The same, for what must never go, such as releases: `^v\\d`.',
    }),
    'in-use': list({
        refusesEmpty: true,
        help: 'What is in use stays: tags, digests, images (`acme/app:1.2`), or files and folders with Kubernetes YAML, Compose files, Dockerfiles, Helm values, or one image a line.',
        placeholder: 'IMAGE|FILE,…',
    }),
    'group-by': pattern({
        refusesEmpty: true,
        help: 'A regular expression with a capture, which divides the tags into groups: `^(.+)-[0-9a-f]{7}$` keeps `keep` of each branch.',
    }),
    'max-delete': inputs_text({
        refusesEmpty: true,
        help: 'The most tags that may go, a number or a share (`25%`); a larger plan is refused.',
        placeholder: 'N|N%',
    }),
    'dry-run': inputs_boolean({
        refusesEmpty: true,
        help: 'Whether only to say what would be deleted.',
        fallback: 'false',
    }),
    journal: file({
        help: 'The new file to keep the deleted manifests in, for `restore`. A file that exists is never written over.',
        fallbackHelp: '`image-gate-journal-TIME.jsonl` in the working directory, with the time in UTC to the millisecond',
    }),
    ...registryInputs,
    timeout: duration({ help: 'The time for all of it.', fallback: '1h' }),
};

;// CONCATENATED MODULE: ./build/src/commands/prune/request.js






/** @throws Failure (usage) for the first that makes no sense */
function readRequest(inputs, workflow) {
    const images = inputs.image.map((text) => readRepositoryName(text, inputs, workflow));
    const [first] = images;
    if (first === undefined)
        throw (0,errors/* usageFailure */.II)('image is needed: the repositories to prune', 'For example image: acme/app.');
    const other = images.find(({ registry }) => registry.host !== first.registry.host);
    if (other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`the repositories are in several registries: ${first.registry.host} and ${other.registry.host}`, 'Prune in one registry at a time: each has credentials of its own.');
    }
    if (profileOf(first.registry).ownApi === 'docker-hub')
        images.forEach(hubNameOf);
    const byName = new Map(images.map(({ registry, path }) => [(0,images_name/* formatRepository */.Sh)({ registry, path }), { registry, path }]));
    return { registry: first.registry, repositories: [...byName.values()], policy: readPolicy(inputs) };
}
function readPolicy(inputs) {
    const { keep, include, exclude, protect } = inputs;
    const olderThan = inputs['older-than'];
    const groupBy = inputs['group-by'];
    refuseSlashes(inputs);
    if (keep === undefined && olderThan === undefined) {
        throw (0,errors/* usageFailure */.II)('there is no rule: neither keep nor older-than has a value', 'Say how many of the newest stay (keep: 10), or from which age on images go (older-than: 30d), or both.');
    }
    if (groupBy !== undefined && captures(groupBy) === 0) {
        throw (0,errors/* usageFailure */.II)(`group-by is ${JSON.stringify(groupBy.source)}, which captures nothing`, 'Put parentheses around what names the group: ^(.+)-[0-9a-f]{7}$.');
    }
    if (groupBy !== undefined && keep === undefined) {
        throw (0,errors/* usageFailure */.II)('group-by is given, and keep is not', 'Groups are for keep: say how many stay of each.');
    }
    return { keep, olderThan, include, exclude, protect, groupBy, maxDelete: readLimit(inputs['max-delete']) };
}
/** As in JavaScript: no tag has a slash, and so nothing would be protected. */
function refuseSlashes(inputs) {
    for (const name of ['include', 'exclude', 'protect', 'group-by']) {
        if (!/^\\?\/.*\/[a-z]*$/.test(inputs[name]?.source ?? ''))
            continue;
        throw (0,errors/* usageFailure */.II)(`${name} is written between slashes, which no tag has`, 'Write the pattern alone: ^v\\d.');
    }
}
function readLimit(given) {
    if (given === undefined)
        return undefined;
    const limit = parseLimit(given);
    if (limit !== undefined)
        return limit;
    throw (0,errors/* usageFailure */.II)(`max-delete is ${JSON.stringify(given)}, which is neither a number nor a share of 0% to 100%`, 'Write max-delete: 50 or max-delete: 25%.');
}
/** How many groups a pattern captures: an alternative that always matches shows them. */
function captures({ source }) {
    return (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1;
}

;// CONCATENATED MODULE: ./build/src/commands/prune.js








/** Deletes the images of a repository that a policy lets go, and nothing that one which stays needs. */
const prune = {
    name: 'prune',
    summary: 'Deletes old images by number, age, group and use, says why for every tag, and keeps a journal to undo it.',
    inputs: pruneInputs,
    positional: ['image'],
    outputs: {
        deleted: 'A JSON array with one object for each tag that was deleted (in a dry run: would be): `image`, `tag`, `digest`, `created`, `reason`.',
        kept: 'The same for each tag that stays by the policy.',
        blocked: 'The same for each tag that the policy lets go, and that stays because something needs it or the registry has locked it.',
        failed: 'The same for each tag that was to be deleted and could not be.',
        'deleted-count': 'How many tags were deleted.',
        'kept-count': 'How many tags are left, blocked and failed ones too; those of a repository that was left as it is are not counted.',
        journal: 'The file with the deleted manifests, for `restore`; empty when nothing was deleted.',
    },
    destructive(inputs, workflow) {
        const { repositories } = readRequest(inputs, workflow);
        if (inputs['dry-run'])
            return undefined;
        return `Prune ${repositories.map(images_name/* formatRepository */.Sh).join(', ')}? (--dry-run shows what would go)`;
    },
    timeout: (inputs) => inputs.timeout,
    run: runPrune,
    report: reportPrune,
};
async function runPrune(inputs, context) {
    const request = readRequest(inputs, context.workflow);
    const inUse = await readInUse(inputs['in-use']);
    if (inputs['in-use'].length > 0)
        warnOfNone(inUse, request.repositories, context);
    const journal = inputs.journal ?? journalName(context.now());
    await refuseExisting(journal);
    const access = await connectToDelete(request.registry, inputs, context);
    context.progress.update(`looking at what is in ${request.repositories.map(images_name/* formatRepository */.Sh).join(', ')}`);
    const policyFor = (repository) => ({
        ...request.policy,
        inUse: inUse.inRepository(repository),
        spared: new Map(),
    });
    const { repositories } = request;
    const order = { repositories, policyFor, tagsInUse: inUse.words, dryRun: inputs['dry-run'], journal };
    return pruneAll(order, access, context);
}
/** Files of another registry, or an empty one, hold nothing: that looks like a policy, and is none. */
function warnOfNone(inUse, repositories, { log }) {
    const held = repositories.some((repository) => {
        const { tags, digests } = inUse.inRepository(repository);
        return tags.size + digests.size > 0;
    });
    if (!held)
        log.warn(`in-use names no image of ${repositories.map(images_name/* formatRepository */.Sh).join(', ')}: it holds nothing`);
}

;// CONCATENATED MODULE: ./build/src/commands/repositories/inputs.js



/** Jobs that `strategy.matrix` can have (docs.github.com, "Usage limits"). */
const mostShards = 256;
/** The inputs of `repositories`. */
const repositoriesInputs = {
    ...registryInputs,
    ...selectionInputs('repositories'),
    details: inputs_boolean({
        help: 'Whether to tell pulls, stars, size and last push, with charts in the summary, on Docker Hub; elsewhere the number of tags.',
        fallback: 'false',
    }),
    shards: wholeNumber({
        help: `Spreads the repositories over at most so many jobs: the output \`matrix\` for \`strategy.matrix\`.`,
        placeholder: 'N',
        most: mostShards,
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '10m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/repositories/matrix.js

/** What a job's output may hold; some room is left for others. */
const matrix_mostBytes = 1024 * 1024 - 4096;
/** What one variable of the environment (an input is one) may hold on Linux: 128 KiB with its name. */
const mostInShard = 128 * 1024 - 1024;
/**
 * The names dealt out to so many jobs, as JSON for `strategy.matrix`: `{"include":[{"shard":1,"shards":4,"count":2,
 * "repositories":"acme/a,acme/e"}, …]}`. Neighbours go to different jobs, because they are often alike in size.
 * No job is without a repository: with fewer of them there are fewer jobs.
 * @throws Failure (usage) for no shards at all, and for more than GitHub takes
 */
function matrixOf(names, shards) {
    if (shards < 1)
        throw (0,errors/* usageFailure */.II)('shards is 0: at least one job is needed', 'Give a number from 1 to 256.');
    const jobs = Math.min(shards, names.length);
    const include = Array.from({ length: jobs }, (_, at) => {
        const own = names.filter((_name, index) => index % jobs === at);
        return { shard: at + 1, shards: jobs, count: own.length, repositories: own.join(',') };
    });
    const longest = Math.max(0, ...include.map(({ repositories }) => Buffer.byteLength(repositories)));
    if (longest > mostInShard) {
        throw (0,errors/* usageFailure */.II)(`a job would get ${longest} bytes of names, and an input takes ${mostInShard}`, shards < 256
            ? 'Use more shards.'
            : 'Choose fewer repositories with include and exclude, or a list for each namespace.');
    }
    const matrix = JSON.stringify({ include });
    const bytes = Buffer.byteLength(matrix);
    if (bytes <= matrix_mostBytes)
        return matrix;
    throw (0,errors/* usageFailure */.II)(`the matrix of ${names.length} repositories has ${bytes} bytes, and a job’s output takes ${matrix_mostBytes}`, 'Choose fewer repositories with include and exclude, or a list for each namespace.');
}

;// CONCATENATED MODULE: ./build/src/commands/repositories/read.js



const read_atOnce = 8;
const soFar = (count) => `${count} repositories so far`;
/** By Docker Hub's API, a hundred a request, with all that it tells. */
async function listHubRepositories(hub, namespace, context) {
    const found = await collect(hub.repositories(namespace), soFar, context);
    return legalNames(found.map(hubRepository), context);
}
function hubRepository({ namespace, name, ...rest }) {
    const { pulls, stars, size, updated, private: hidden, description } = rest;
    return { name: `${namespace}/${name}`, pulls, stars, size, updated, private: hidden, description };
}
/** By `_catalog`, which knows no namespaces: all are read, and those of the namespace kept. */
async function repositories_read_listCatalog(registry, namespace, context) {
    const names = await collect(registry.repositories(), soFar, context);
    const own = namespace === undefined ? names : names.filter((name) => name.startsWith(`${namespace}/`));
    return legalNames(own.map((name) => ({ name })), context);
}
function legalNames(found, { log }) {
    const legal = found.filter(({ name }) => (0,images_name/* isRepositoryPath */.og)(name));
    const others = found.length - legal.length;
    if (others > 0)
        log.warn(`The registry lists ${others} names that are no legal names of repositories: they were left out.`);
    return legal;
}
/** What there is to know where only the distribution specification helps: how many tags, a request or more each. */
async function read_countTags(repositories, name, registry, context) {
    context.log.warn(`${name.host} tells no pulls, stars, sizes or dates of repositories: their tags were counted, each by a request of its own.`);
    const tell = nowAndThen(context);
    let done = 0;
    return eachOf(repositories, read_atOnce, async (repository) => {
        let tags = 0;
        for await (const _tag of registry.repository((0,images_name/* repositoryName */.aR)(name, repository.name)).tags())
            tags += 1;
        done += 1;
        tell(() => `the tags of ${done} of ${repositories.length} repositories counted`, {
            done,
            total: repositories.length,
        });
        return { ...repository, tags };
    });
}

;// CONCATENATED MODULE: ./build/src/commands/repositories/report.js



/** Rows of the summary that stand open, and those that are folded; the output has all. */
const repositories_report_open = 50;
const report_most = 2000;
/** What a list of repositories has to say, for every face. */
function reportRepositories(result) {
    const { registry, namespace, repositories, total, matrix } = result;
    const values = repositories.map((one) => describeOne(one, result));
    const columns = columnsOf(result);
    return {
        outputs: { repositories: JSON.stringify(values), count: String(repositories.length), matrix: matrix ?? '' },
        json: {
            registry: registry.host,
            namespace,
            count: repositories.length,
            total,
            repositories: values,
            ...(matrix === undefined ? {} : { matrix: JSON.parse(matrix) }),
        },
        summary: repositories_report_summaryOf(result),
        table: {
            columns: columns.map(({ title }) => title),
            rows: repositories.map((one) => columns.map(({ text }) => ({ text: text(one) }))),
        },
        headline: repositories_report_headlineOf(result),
        failures: [],
        exitCode: 0,
    };
}
function describeOne(repository, { detailed }) {
    return detailed ? repository : repository.name;
}
function repositories_report_headlineOf({ registry, namespace, repositories, total, matrix }) {
    const where = namespace === undefined ? registry.host : `${namespace} in ${registry.host}`;
    const chosen = repositories.length === total ? '' : `, ${repositories.length} as asked for`;
    const jobs = matrix === undefined ? '' : `, dealt out to ${quantities_countOf(jobsIn(matrix), 'job')}`;
    return `${where} has ${quantities_countOf(total, 'repository', 'repositories')}${chosen}${jobs}`;
}
function jobsIn(matrix) {
    return JSON.parse(matrix).include.length;
}
/** Columns in which nothing stands are left out. */
function columnsOf({ repositories, detailed }) {
    const name = { title: 'repository', text: (one) => one.name };
    if (!detailed)
        return [name];
    const number = (value, words = formatCount) => (value === undefined ? '' : words(value));
    const others = [
        { title: 'pulls', text: ({ pulls }) => number(pulls) },
        { title: 'stars', text: ({ stars }) => number(stars) },
        { title: 'size', text: ({ size }) => number(size, formatBytes) },
        { title: 'tags', text: ({ tags }) => number(tags) },
        { title: 'updated', text: ({ updated }) => (updated === undefined ? '' : formatTime(updated)) },
        { title: 'private', text: (one) => (one.private ? 'private' : '') },
    ];
    return [name, ...others.filter(({ text }) => repositories.some((one) => text(one) !== ''))];
}
function repositories_report_summaryOf(result) {
    const { repositories } = result;
    const columns = columnsOf(result);
    const head = columns.map(({ title }) => (0,markdown/* plain */.pj)(`${title.charAt(0).toUpperCase()}${title.slice(1)}`));
    const rowsOf = (some) => (0,markdown/* table */.tp)([head, ...some.map((one) => columns.map(({ text }, at) => (at === 0 ? markdown/* code */.aY : markdown/* plain */.pj)(text(one))))]);
    const more = repositories.slice(repositories_report_open, report_most);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(repositories_report_headlineOf(result))}`, repositories.length === 0 ? undefined : rowsOf(repositories.slice(0, repositories_report_open)), more.length === 0 ? undefined : (0,markdown/* folded */.TM)(quantities_countOf(more.length, 'more repository', 'more repositories'), rowsOf(more)), repositories.length > report_most
        ? (0,markdown/* plain */.pj)(`${repositories.length - report_most} further ones are in the output only.`)
        : undefined, ...(result.detailed ? chartsOf(repositories) : []));
}
/** What people would rather look at than read: who is pulled most, what takes most room. */
function chartsOf(repositories) {
    const chart = (title, unit, more, value) => {
        const values = repositories.map((one) => value(one) ?? 0);
        // Long numbers would stand in one another's way on the axis.
        const [scale, axis] = Math.max(0, ...values) >= 1e7 ? [1e6, more] : [1, unit];
        const bars = repositories.map(({ name }, at) => ({
            label: shortName(name, repositories),
            value: (values[at] ?? 0) / scale,
        }));
        return barChart(title, axis, bars);
    };
    return [
        chart('Most pulled', 'pulls', 'million pulls', ({ pulls }) => pulls),
        chart('Largest', 'MB', 'TB', ({ size }) => (size === undefined ? undefined : size / 1e6)),
        chart('Most tags', 'tags', 'million tags', ({ tags }) => tags),
    ];
}
/** Without the namespace, where all have the same. */
function shortName(name, all) {
    const prefix = name.slice(0, name.indexOf('/') + 1);
    return all.every((one) => one.name.startsWith(prefix)) ? name.slice(prefix.length) : name;
}

;// CONCATENATED MODULE: ./build/src/commands/repositories.js









/** The repositories of a namespace on Docker Hub, or of a registry; and how to spread them over jobs. */
const repositories = {
    name: 'repositories',
    summary: 'Lists the repositories of a namespace or registry, with pulls and sizes, and spreads them over jobs.',
    inputs: repositoriesInputs,
    positional: ['namespace'],
    outputs: {
        repositories: 'A JSON array of the repositories, by name: of names; with `details` of objects with `name`, on Docker Hub `pulls`, `stars`, `size` (bytes), `updated`, `private`, `description`, elsewhere `tags` (how many).',
        count: 'How many they are.',
        matrix: 'With `shards`: JSON for `strategy.matrix`, whose jobs get `matrix.repositories` (names between commas, for `image`), `matrix.shard`, `matrix.shards` and `matrix.count`. Empty without.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runRepositories,
    report: reportRepositories,
};
async function runRepositories(inputs, context) {
    const { shards, details } = inputs;
    if (shards === 0)
        throw (0,errors/* usageFailure */.II)('shards is 0: at least one job is needed', 'Give a number from 1 to 256.');
    const registry = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    const namespace = inputs.namespace?.replace(/\/+$/, '');
    const listed = await listAll(registry, namespace, inputs, context);
    const chosen = [...selected(listed, inputs)].sort(repositories_byName);
    const matrix = shards === undefined
        ? undefined
        : matrixOf(chosen.map(({ name }) => name), shards);
    const counts = details && profileOf(registry).ownApi !== 'docker-hub';
    const shown = counts
        ? await read_countTags(chosen, registry, await connectWith(registry, inputs, context), context)
        : chosen;
    return { registry, namespace, repositories: shown, total: listed.length, detailed: details, matrix };
}
async function listAll(registry, namespace, inputs, context) {
    if (profileOf(registry).ownApi !== 'docker-hub') {
        return repositories_read_listCatalog(await connectWith(registry, inputs, context), namespace, context);
    }
    if (namespace !== undefined && /^[a-z0-9][a-z0-9_-]*$/.test(namespace)) {
        return listHubRepositories(await connectHub(inputs, context), namespace, context);
    }
    throw (0,errors/* usageFailure */.II)(namespace === undefined
        ? 'namespace is needed: Docker Hub lists the repositories of one'
        : `namespace ${JSON.stringify(namespace)} is none of Docker Hub’s`, 'Give a user or an organization of Docker Hub, in lower case (library: the official images).');
}
function repositories_byName(one, other) {
    return one.name < other.name ? -1 : 1;
}

;// CONCATENATED MODULE: ./build/src/commands/repository/inputs.js


/** The inputs of `repository`. */
const repositoryInputs = {
    image: inputs_text({
        help: 'The repository at Docker Hub: `acme/app`, or `app` in `namespace`.',
        placeholder: 'NAME',
    }),
    ...registryInputs,
    create: inputs_boolean({ help: 'Whether to create the repository where there is none.', fallback: 'false' }),
    private: inputs_boolean({
        help: 'Whether only members may see it. Left empty, it stays as it is; a new one becomes what Docker Hub makes of it, which is public.',
    }),
    description: inputs_text({
        help: 'What it is, in at most 100 characters. Left empty, it stays as it is.',
        placeholder: 'TEXT',
    }),
    'full-description': file({
        help: 'A file with its page, in Markdown, of at most 25,000 characters. Left empty, the page stays as it is.',
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '2m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/repository/report.js


/** What there is to say about a repository, for every face. */
function reportRepository(result) {
    const { repository, created, changed } = result;
    const shown = repository_report_jsonOf(repository);
    const rows = report_rowsOf(repository);
    const { namespace, name } = repository;
    const page = `https://hub.docker.com/${namespace === 'library' ? '_' : `r/${encodeURIComponent(namespace)}`}/${encodeURIComponent(name)}`;
    return {
        outputs: { repository: JSON.stringify(shown), created: String(created) },
        json: { ...shown, created, changed },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(repository_report_headlineOf(result))}`, (0,markdown/* table */.tp)([
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
        headline: repository_report_headlineOf(result),
        failures: [],
        exitCode: 0,
    };
}
function repository_report_headlineOf({ repository: { namespace, name }, created, changed }) {
    const named = `${namespace}/${name}`;
    if (created)
        return `${named} was created`;
    return changed.length === 0 ? `${named} is there; nothing was changed` : `${named}: ${changed.join(', ')} changed`;
}
function repository_report_jsonOf(repository) {
    const { fullDescription, immutableTags, contentTypes, ...rest } = repository;
    return {
        ...rest,
        'full-description': fullDescription,
        'immutable-tags': immutableTags,
        'content-types': contentTypes,
    };
}
/** What Docker Hub does not say is left out. */
function report_rowsOf(repository) {
    const { private: isPrivate, permissions, fullDescription } = repository;
    const may = Object.entries(permissions ?? {}).flatMap(([what, allowed]) => (allowed ? [what] : []));
    const rows = [
        ['Visibility', isPrivate === undefined ? undefined : isPrivate ? 'private' : 'public'],
        ['Description', repository.description],
        ['Full description', fullDescription && `${formatCount([...fullDescription].length)} characters`],
        ['Pulls', repository.pulls === undefined ? undefined : formatCount(repository.pulls)],
        ['Stars', repository.stars === undefined ? undefined : formatCount(repository.stars)],
        ['Size', repository.size === undefined ? undefined : formatBytes(repository.size)],
        ['Updated', repository.updated && formatTime(repository.updated)],
        ['Registered', repository.registered && formatTime(repository.registered)],
        ['Status', repository.status],
        ['Categories', repository.categories.join(', ')],
        ['Immutable tags', repository.immutableTags?.join(', ')],
        ['You may', may.join(', ')],
    ];
    return rows.flatMap(([title, text]) => (text ? [[title, text]] : []));
}

;// CONCATENATED MODULE: ./build/src/commands/repository/wanted.js


const longestDescription = 100;
const longestPage = 25_000;
/** What was asked for, with the page read from its file. @throws Failure (usage) when it is longer than Docker Hub takes. */
async function readWanted(inputs) {
    const { private: isPrivate, description, 'full-description': page } = inputs;
    if (description !== undefined)
        checkLength('description', description, longestDescription);
    const fullDescription = page === undefined ? undefined : await readPage(page);
    return {
        ...(isPrivate === undefined ? {} : { private: isPrivate }),
        ...(description === undefined ? {} : { description }),
        ...(fullDescription === undefined ? {} : { fullDescription }),
    };
}
async function readPage(path) {
    const named = `full-description ${JSON.stringify(path)}`;
    const bytes = await (0,promises_.readFile)(path).catch((fault) => {
        throw (0,errors/* usageFailure */.II)(`${named} cannot be read: ${fault.message}`);
    });
    const text = decode(bytes, named);
    checkLength(named, text, longestPage);
    return text;
}
/** Without a byte order mark. */
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
        throw wanted_tooLong(named, length, most);
}
function wanted_tooLong(named, length, most) {
    const count = (number) => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
    return (0,errors/* usageFailure */.II)(`${named} has ${count(length)} characters`, `Docker Hub takes at most ${count(most)}: make it shorter; nothing was sent.`);
}
/** Line ends, and blanks at the end, are no difference: servers make their own. */
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

;// CONCATENATED MODULE: ./build/src/commands/repository.js








/** A repository at Docker Hub: what it is; made and changed if told. */
const repository = {
    name: 'repository',
    summary: 'Tells of a repository at Docker Hub; creates it, and changes its descriptions and visibility, if told.',
    inputs: repositoryInputs,
    positional: ['image'],
    outputs: {
        repository: 'The repository as it is now, a JSON object: `namespace`, `name`, `private`, `description`, `full-description`, `pulls`, `stars`, `size` (bytes), `updated`, `registered`, `status`, `categories`, `content-types`, `immutable-tags`, `permissions`.',
        created: '`true` when this run created it.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runRepository,
    report: reportRepository,
};
async function runRepository(inputs, context) {
    if (inputs.image === undefined)
        throw (0,errors/* usageFailure */.II)('image is needed: the repository at Docker Hub', 'For example image: acme/app.');
    const image = readRepositoryName(inputs.image, inputs, context.workflow);
    const named = hubName(image, inputs.create);
    const wanted = await readWanted(inputs);
    const hub = await connectHub(inputs, context);
    if (!inputs.create) {
        const found = await hub.repository(...named);
        if (found === undefined)
            throw repository_missing(image);
        return bring(hub, named, found, wanted);
    }
    const { repository: found, created } = await hub.createRepository(...named, wanted);
    return created ? { repository: found, created, changed: [] } : bring(hub, named, found, wanted);
}
/** Makes it as it should be, and looks again. What becomes private does so before anything is written on it. */
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
/**
 * @throws Failure: unsupported for another registry; usage for a name that is none at Docker Hub, where new ones have a
 * stricter grammar than the old.
 */
function hubName(image, create) {
    const { host } = image.registry;
    if (profileOf(image.registry).ownApi !== 'docker-hub') {
        throw new errors/* Failure */.HR('unsupported', {
            asked: `the settings of ${(0,images_name/* formatRepository */.Sh)(image)}`,
            answered: `${host} is not Docker Hub`,
            advice: 'On other registries a push makes the repository, and visibility and description are set on its own page or by ' +
                'its own API: on ghcr.io in the settings of the package, whose description is the image’s label ' +
                'org.opencontainers.image.description; on ECR by aws ecr create-repository before the first push.',
        });
    }
    const [namespace, name, ...more] = image.path.split('/');
    if (namespace === undefined || name === undefined || more.length > 0) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(image.path)} is no repository of Docker Hub`, 'Its names have two parts: acme/app.');
    }
    if (create && !(name.length >= 2 && /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name))) {
        throw (0,errors/* usageFailure */.II)(`Docker Hub makes no repository called ${JSON.stringify(name)}`, 'A new name has 2 to 255 lower-case letters and digits, with single . _ - between them.');
    }
    return [namespace, name];
}
function repository_missing(image) {
    return new errors/* Failure */.HR('not-found', {
        asked: `the repository ${(0,images_name/* formatRepository */.Sh)(image)}`,
        answered: 'Docker Hub has none of that name that these credentials may see',
        advice: 'Check the name, give username and password of somebody who has access, or create it with create: true.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/restore/inputs.js


/** The inputs of `restore`. */
const restoreInputs = {
    journal: file({ help: 'The journal that `prune` or `delete` wrote.' }),
    'dry-run': inputs_boolean({ refusesEmpty: true, help: 'Whether only to say what would be put back.', fallback: 'false' }),
    registry: inputs_text({
        help: 'The registry that the journal is of: host or host:port. With another one nothing is done.',
        placeholder: 'HOST',
        fallbackHelp: 'the one that the journal names; with `username` and `password`, which no journal may lead elsewhere, `docker.io`',
    }),
    username: registryInputs.username,
    password: registryInputs.password,
    timeout: duration({ help: 'The time for all of it.', fallback: '1h' }),
};

;// CONCATENATED MODULE: ./build/src/commands/restore/put-back.js





const put_back_atOnce = 8;
/** Refusals one after the other after which the next would only be another. */
const mostRefusals = 3;
/** What would be the same for every other manifest. */
const put_back_final = ['authentication', 'network', 'timeout', 'cancelled', 'unsupported'];
/**
 * Puts manifests back, children first, then those with tags, at their tags. A tag that is on another image now is left
 * there. What is there already is left too: it can be run twice. One that is refused does not keep the others.
 */
async function putBack(places, dryRun, context) {
    const done = [];
    const tell = nowAndThen(context);
    const total = places.reduce((sum, { entries }) => sum + entries.length, 0);
    let looked = 0;
    let refusals = 0;
    let first;
    let stopped = false;
    for (const place of places) {
        const revive = reviver(place);
        for (const entry of place.entries) {
            if (stopped) {
                done.push(...failedOf(entry, place, 'not tried, because of what went wrong before'));
                continue;
            }
            try {
                done.push(...(await putOne(entry, place, revive, dryRun)));
                refusals = 0;
            }
            catch (thrown) {
                const failure = context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : (0,errors/* asFailure */.h_)(thrown);
                first ??= failure;
                done.push(...failedOf(entry, place, failure.message));
                refusals += 1;
                stopped = refusals >= mostRefusals || put_back_final.includes(failure.kind);
            }
            looked += 1;
            const words = () => `${(0,images_name/* formatRepository */.Sh)(place.repository)}: ${looked} of ${quantities_countOf(total, 'manifest')} looked at`;
            tell(words, { done: looked, total });
        }
    }
    return { entries: done, dryRun, failure: first };
}
async function putOne(entry, place, revive, dryRun) {
    const { digest, mediaType, bytes } = entry;
    const { access } = place;
    const manifest = { bytes, descriptor: { mediaType, digest, size: bytes.length } };
    // All are looked at before anything is done: what is revived comes back with all its tags.
    const heads = await eachOf(put_back_namesOf(entry), put_back_atOnce, async (name) => ({ ...name, before: await seen(name.reference) }));
    async function seen(reference) {
        const head = await access.head(reference);
        return head === undefined ? 'missing' : head.digest === digest ? 'there' : head.digest;
    }
    return eachOf(heads, 1, async ({ reference, tag, before }) => {
        const about = { repository: place.repository, digest, tag, reason: '' };
        if (before === 'there')
            return { ...about, kind: 'there' };
        if (before === 'missing' && dryRun)
            return { ...about, kind: 'planned' };
        if (before === 'missing')
            await revive(digest);
        // Right before the put: what somebody has pushed meanwhile is not written over.
        const now = before === 'missing' ? await seen(reference) : before;
        if (now === 'there')
            return { ...about, kind: 'restored' };
        if (now !== 'missing')
            return { ...about, kind: 'moved', reason: `it is on ${now} now` };
        const put = await access.putManifest(reference, manifest);
        if (put.kind === 'incomplete')
            return { ...about, kind: 'lost', reason: put.failure.message };
        return { ...about, kind: 'restored' };
    });
}
function failedOf(entry, { repository }, reason) {
    return put_back_namesOf(entry).map(({ tag }) => ({ repository, digest: entry.digest, tag, kind: 'failed', reason }));
}
/** The tags; of a manifest without any its digest. */
function put_back_namesOf({ digest, tags }) {
    return tags.length === 0 ? [{ reference: digest, tag: undefined }] : tags.map((tag) => ({ reference: tag, tag }));
}
/**
 * Takes a manifest out of where its registry keeps what was deleted; the list of that is read when first needed.
 * @returns false where there is no such place, or the manifest is not in it
 */
function reviver({ packages }) {
    const revived = new Map();
    let deleted;
    return async (digest) => {
        const known = revived.get(digest);
        if (packages === undefined || known !== undefined)
            return known ?? false;
        deleted ??= readDeleted(packages);
        const id = (await deleted).get(digest);
        const back = id !== undefined && (await packages.restoreVersion(id)) === 'restored';
        revived.set(digest, back);
        return back;
    };
}
async function readDeleted(packages) {
    const ids = new Map();
    for await (const { digest, id } of packages.versions('deleted'))
        ids.set(digest, id);
    return ids;
}

;// CONCATENATED MODULE: ./build/src/commands/restore/report.js




const restore_report_words = {
    restored: 'restored',
    planned: 'would be restored',
    there: 'there already',
    moved: 'left: another image now',
    lost: 'lost',
    failed: 'failed',
};
const restore_report_tones = {
    restored: 'good',
    planned: 'good',
    there: 'muted',
    moved: 'muted',
    lost: 'bad',
    failed: 'bad',
};
const restore_report_mostRows = 2000;
/** What a restore has to say, for every face. People see tags; children of indexes only when they are lost or failed. */
function reportRestore(result) {
    const { entries, dryRun, failure } = result;
    const tagged = entries.filter(({ tag }) => tag !== undefined);
    const back = tagged.filter(({ kind }) => kind === (dryRun ? 'planned' : 'restored'));
    const lost = entries.filter(({ kind }) => kind === 'lost');
    const bad = entries.filter(({ tag, kind }) => tag === undefined && (kind === 'lost' || kind === 'failed'));
    const shown = [...tagged, ...bad];
    const explained = isExplained(shown);
    const failed = failure && { status: 'failed', error: failure.message, 'exit-code': failure.exitCode };
    return {
        outputs: {
            restored: JSON.stringify(back.map(restore_report_objectOf)),
            lost: JSON.stringify(lost.map(restore_report_objectOf)),
            'restored-count': String(back.length),
        },
        json: {
            ...failed,
            'dry-run': dryRun,
            restored: back.map(restore_report_objectOf),
            'restored-count': back.length,
            lost: lost.map(restore_report_objectOf),
            failed: entries.filter(({ kind }) => kind === 'failed').map(restore_report_objectOf),
            there: tagged.filter(({ kind }) => kind === 'there').map(restore_report_objectOf),
            moved: tagged.filter(({ kind }) => kind === 'moved').map(restore_report_objectOf),
        },
        summary: restore_report_summaryOf(result, shown),
        table: {
            columns: ['status', 'image', 'digest', ...(explained ? ['why'] : [])],
            rows: shown.map((one) => [
                { text: restore_report_words[one.kind], tone: restore_report_tones[one.kind] },
                { text: report_nameOf(one) },
                { text: one.digest.slice(0, 19) },
                ...(explained ? [{ text: one.reason }] : []),
            ]),
        },
        headline: restore_report_headlineOf(result),
        failures: failure === undefined ? [] : [failure],
        // What is lost is not found where the journal says it was.
        exitCode: failure?.exitCode ?? (lost.length > 0 ? 3 : 0),
    };
}
/** Where all went well there is nothing to say. */
function isExplained(shown) {
    return shown.some(({ reason }) => reason !== '');
}
function restore_report_headlineOf({ entries, dryRun }) {
    const tagged = entries.filter(({ tag }) => tag !== undefined);
    const count = (kind) => tagged.filter((one) => one.kind === kind).length;
    const back = dryRun
        ? `${quantities_countOf(count('planned'), 'tag')} would be restored`
        : `${quantities_countOf(count('restored'), 'tag')} restored`;
    const more = ['there', 'moved', 'lost', 'failed'].flatMap((kind) => count(kind) === 0 ? [] : [`${count(kind)} ${restore_report_words[kind]}`]);
    return [back, ...more].join(', ');
}
function report_nameOf({ repository, tag, digest }) {
    return (0,images_name/* formatImage */.vy)(tag === undefined ? { ...repository, digest } : { ...repository, tag });
}
function restore_report_objectOf(one) {
    const { repository, tag, digest, reason } = one;
    return {
        image: report_nameOf(one),
        repository: (0,images_name/* formatRepository */.Sh)(repository),
        ...(tag === undefined ? {} : { tag }),
        digest,
        ...(reason === '' ? {} : { reason }),
    };
}
function restore_report_summaryOf(result, shown) {
    const { failure } = result;
    const explained = isExplained(shown);
    const head = ['Status', 'Image', 'Digest', ...(explained ? ['Why'] : [])].map(markdown/* plain */.pj);
    const rows = shown
        .slice(0, restore_report_mostRows)
        .map((one) => [
        (0,markdown/* plain */.pj)(restore_report_words[one.kind]),
        (0,markdown/* code */.aY)(report_nameOf(one)),
        (0,markdown/* code */.aY)(one.digest.slice(0, 19)),
        ...(explained ? [(0,markdown/* plain */.pj)(one.reason)] : []),
    ]);
    const lost = shown.some(({ kind }) => kind === 'lost');
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(restore_report_headlineOf(result))}`, failure && (0,reports_failure/* failureList */.J_)([failure]), lost
        ? (0,markdown/* plain */.pj)('Lost is what the registry has collected the layers of: build it again, or copy it from somewhere else.')
        : undefined, rows.length === 0 ? undefined : (0,markdown/* folded */.TM)(`Every tag (${shown.length})`, (0,markdown/* table */.tp)([head, ...rows])));
}

;// CONCATENATED MODULE: ./build/src/commands/restore.js








/** Puts back what `prune` or `delete` has deleted, from the journal. */
const restore = {
    name: 'restore',
    summary: 'Puts back what prune or delete has deleted, from the journal, as far as the registry still has the layers.',
    inputs: restoreInputs,
    positional: ['journal'],
    outputs: {
        restored: 'A JSON array with one object for each tag that was put back (in a dry run: would be): `image`, `repository`, `tag`, `digest`.',
        lost: 'The same for what cannot be put back, because the registry has its layers no more, with `reason`.',
        'restored-count': 'How many tags were put back.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runRestore,
    report: reportRestore,
};
const usualRegistry = 'docker.io';
async function runRestore(inputs, context) {
    const path = inputs.journal;
    if (path === undefined)
        throw (0,errors/* usageFailure */.II)('journal is needed: the file that prune or delete wrote', 'Its name is in their output journal, and in their summary: image-gate-journal-….jsonl.');
    const journal = await openJournal(path);
    const name = registryOf(journal, inputs);
    const access = await connectToDelete(name, inputs, context);
    const paths = [...new Set(journal.entries.map(({ repository }) => repository))];
    const places = paths.map((one) => {
        const repository = { registry: name, path: one };
        return {
            repository,
            access: access.registry.repository(repository, inputs['dry-run'] ? 'pull' : 'push'),
            packages: access.registry.profile().ownApi === 'ghcr' ? access.apis.ghcr()(repository) : undefined,
            entries: journal.entries.filter((entry) => entry.repository === one),
        };
    });
    const result = await putBack(places, inputs['dry-run'], context);
    return journal.complete ? result : { ...result, failure: result.failure ?? withoutEnd(path, inputs['dry-run']) };
}
async function openJournal(path) {
    const size = await (0,promises_.stat)(path).then((found) => found.size, (fault) => {
        throw restore_unreadable(path, fault.message);
    });
    if (size > longestJournal)
        throw restore_unreadable(path, `it has ${size} bytes, and at most ${longestJournal} are read`);
    const text = await (0,promises_.readFile)(path, 'utf8').catch((fault) => {
        throw restore_unreadable(path, fault.message);
    });
    const journal = readJournal(text);
    const wrong = journal.entries.find(({ repository }) => !(0,images_name/* isRepositoryPath */.og)(repository));
    if (wrong !== undefined)
        throw restore_unreadable(path, `${JSON.stringify(wrong.repository)} is no repository`);
    return journal;
}
/**
 * A journal is a file that anybody may have written: it does not say where username and password go, nor that credentials
 * of the Docker config go there in the clear.
 * @throws Failure (usage) when the journal is of another registry than was said, or than the credentials are for
 */
function registryOf({ head }, { registry, username }) {
    const named = (0,images_name/* parseRegistry */.l5)(head.registry);
    const wanted = registry ?? (username === undefined ? undefined : usualRegistry);
    if (wanted === undefined && (!named.plainHttp || (0,images_name/* isLoopback */.U9)(named.host)))
        return named;
    const name = wanted === undefined ? undefined : (0,images_name/* parseRegistry */.l5)(wanted);
    if (name?.host === named.host)
        return name;
    const meant = registry === undefined ? 'username and password are for' : 'registry is';
    throw (0,errors/* usageFailure */.II)(name === undefined
        ? `the journal is of ${head.registry}, which is asked without TLS`
        : `the journal is of ${named.host}, and ${meant} ${name.host}`, `If that is where credentials are to go, write registry: ${head.registry}.`);
}
function withoutEnd(path, dryRun) {
    return (0,errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} has no end: the file was cut off, or whoever wrote it was stopped before the first delete`, `What it has ${dryRun ? 'would be' : 'was'} put back. If the file was cut on its way, get the whole one and run this again.`);
}
function restore_unreadable(path, why) {
    return (0,errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} cannot be read: ${why}`, 'Give the file that delete or prune wrote.');
}

;// CONCATENATED MODULE: ./build/src/commands/tags/inputs.js



/** The inputs of `tags`. */
const tagsInputs = {
    image: inputs_text({
        help: 'The repository whose tags are listed: `app` (in `namespace`), `acme/app`, or with its registry `ghcr.io/acme/app`.',
        placeholder: 'NAME',
    }),
    ...registryInputs,
    ...selectionInputs('tags'),
    sort: choice(['name', 'version', 'pushed'], {
        help: 'The order: by `name`; by `version`, the newest first; by when they were `pushed`, the latest first (Docker Hub; elsewhere by when the images were created).',
        fallback: 'name',
    }),
    limit: wholeNumber({ help: 'At most so many tags, the first in that order.', placeholder: 'N' }),
    details: inputs_boolean({
        help: 'Whether to tell digest, size, platforms and dates of each tag: on Docker Hub by its API, elsewhere by reading the images.',
        fallback: 'false',
    }),
    timeout: duration({ help: 'The time for all of it.', fallback: '10m' }),
};

;// CONCATENATED MODULE: ./build/src/commands/tags/order.js



/** The tags in the order that was asked for; of equal dates the newer version comes first, of equal versions the name. */
function order_inOrder(tags, sort) {
    const byName = [...tags].sort((one, other) => (one.name < other.name ? -1 : 1));
    if (sort === 'name')
        return byName;
    const parsed = new Map(byName.map(({ name }) => [name, parseTag(name)]));
    const versionOf = ({ name }) => parsed.get(name) ?? parseTag(name);
    const byVersion = byName.sort((one, other) => compareTags(versionOf(one), versionOf(other)));
    if (sort === 'version')
        return byVersion;
    return byVersion.sort((one, other) => tags_order_timeOf(other) - tags_order_timeOf(one));
}
/** What has no date is last. */
function tags_order_timeOf({ details }) {
    return plausibleDate(details?.pushed ?? details?.created)?.getTime() ?? 0;
}

;// CONCATENATED MODULE: ./build/src/commands/tags/report.js




/** Rows of the summary that stand open, and those that are folded; the output has all. */
const tags_report_open = 50;
const tags_report_most = 2000;
/** What a list of tags has to say, for every face. */
function reportTags(result) {
    const { image, tags, total, matching, detailed } = result;
    const failures = tags.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const columns = report_columnsOf(result);
    return {
        outputs: { tags: JSON.stringify(tags.map((tag) => tags_report_jsonOf(tag, detailed))), count: String(tags.length) },
        json: {
            image: (0,images_name/* formatRepository */.Sh)(image),
            count: tags.length,
            matching,
            total,
            tags: tags.map((tag) => tags_report_jsonOf(tag, detailed)),
        },
        summary: tags_report_summaryOf(result),
        table: {
            columns: columns.map(({ title }) => title),
            rows: tags.map((tag) => columns.map(({ cell }) => cell(tag))),
        },
        headline: tags_report_headlineOf(result),
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function tags_report_jsonOf({ name, details, failure }, detailed) {
    if (!detailed)
        return name;
    return {
        name,
        digest: details?.digest,
        'media-type': details?.mediaType,
        size: details?.size,
        platforms: details?.platforms,
        created: details?.created,
        pushed: details?.pushed,
        pulled: details?.pulled,
        ...(failure === undefined ? {} : { error: failure.message, 'exit-code': failure.exitCode }),
    };
}
function tags_report_headlineOf({ image, tags, total, matching }) {
    const name = (0,images_name/* formatRepository */.Sh)(image);
    if (matching === total && tags.length === total)
        return `${name} has ${quantities_countOf(total, 'tag')}`;
    const shown = tags.length === matching ? '' : `, ${tags.length} of them shown`;
    return `${name} has ${quantities_countOf(total, 'tag')}, ${matching} as asked for${shown}`;
}
/** Columns in which nothing stands are left out. */
function report_columnsOf({ tags, detailed }) {
    const dates = ['created', 'pushed', 'pulled'].map((key) => textColumn(key, ({ details }) => (details?.[key] === undefined ? '' : formatTime(details[key]))));
    const name = {
        title: 'tag',
        cell: ({ name: text, failure }) => ({ text, ...(failure === undefined ? {} : { tone: 'bad' }) }),
        summary: ({ name: text }) => (0,markdown/* code */.aY)(text),
    };
    const others = [
        ...dates,
        textColumn('size', ({ details }) => (details?.size === undefined ? '' : formatBytes(details.size))),
        textColumn('platforms', ({ details }) => details?.platforms.join(', ') ?? ''),
        {
            ...textColumn('digest', ({ details }) => details?.digest?.slice(0, 19) ?? ''),
            summary: ({ details }) => (0,markdown/* code */.aY)(details?.digest?.slice(0, 19) ?? ''),
        },
    ];
    // For `sort: pushed` the date is the reason of the order, details or not.
    const asked = detailed ? others : dates;
    return [name, ...asked.filter(({ cell }) => tags.some((tag) => cell(tag).text !== ''))];
}
function textColumn(title, text) {
    return { title, cell: (tag) => ({ text: text(tag) }), summary: (tag) => (0,markdown/* plain */.pj)(text(tag)) };
}
function tags_report_summaryOf(result) {
    const { tags } = result;
    const columns = report_columnsOf(result);
    const head = columns.map(({ title }) => (0,markdown/* plain */.pj)(`${title.charAt(0).toUpperCase()}${title.slice(1)}`));
    const rowsOf = (some) => (0,markdown/* table */.tp)([head, ...some.map((tag) => columns.map(({ summary }) => summary(tag)))]);
    const more = tags.slice(tags_report_open, tags_report_most);
    const failures = tags.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(tags_report_headlineOf(result))}`, tags.length === 0 ? undefined : rowsOf(tags.slice(0, tags_report_open)), more.length === 0 ? undefined : (0,markdown/* folded */.TM)(`${quantities_countOf(more.length, 'more tag')}`, rowsOf(more)), tags.length > tags_report_most ? (0,markdown/* plain */.pj)(`${tags.length - tags_report_most} further tags are in the output only.`) : undefined, (0,reports_failure/* failureList */.J_)(failures));
}

;// CONCATENATED MODULE: ./build/src/commands/tags.js









/** The tags of a repository: chosen, in order, with details where asked for. */
const tags = {
    name: 'tags',
    summary: 'Lists the tags of an image’s repository: filtered, sorted by name, version or date, with details if told.',
    inputs: tagsInputs,
    positional: ['image'],
    outputs: {
        tags: 'A JSON array of the tags, in order: of names; with `details` of objects with `name`, `digest`, `media-type`, `size` (bytes, compressed), `platforms`, `created`, and on Docker Hub `pushed` and `pulled`.',
        count: 'How many they are.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runTags,
    report: reportTags,
};
async function runTags(inputs, context) {
    if (inputs.image === undefined)
        throw (0,errors/* usageFailure */.II)('image is needed: the repository whose tags are listed', 'For example image: acme/app.');
    const image = readRepositoryName(inputs.image, inputs, context.workflow);
    const found = await findTags(image, inputs, context);
    return { image, ...found, detailed: inputs.details };
}
/** The registry's list has a thousand names a request; Docker Hub's API has dates and sizes, a hundred a request. */
async function findTags(image, inputs, context) {
    const { sort, details } = inputs;
    const hubName = hubNameIn(image);
    if (hubName !== undefined && (details || sort === 'pushed')) {
        const hub = await connectHub(inputs, context);
        const listed = await listHubTags(hub, hubName, context);
        const matching = selected(listed, inputs);
        return { tags: first(order_inOrder(matching, sort), inputs), total: listed.length, matching: matching.length };
    }
    const repository = (await connectWith(image.registry, inputs, context)).repository(image);
    const listed = await listNames(repository, context);
    const matching = selected(listed, inputs);
    const counts = { total: listed.length, matching: matching.length };
    if (sort === 'pushed') {
        context.log.warn(`${image.registry.host} does not tell when tags were pushed: the order is that of when their images were created, which was read from each of ${matching.length}.`);
        const dated = await readDetails(matching, repository, details ? 'all' : 'first', context);
        return { tags: first(order_inOrder(dated, sort), inputs), ...counts };
    }
    const chosen = first(order_inOrder(matching, sort), inputs);
    return { tags: details ? await readDetails(chosen, repository, 'all', context) : chosen, ...counts };
}
function first(tags, { limit }) {
    return limit === undefined ? tags : tags.slice(0, limit);
}

;// CONCATENATED MODULE: ./build/src/commands/index.js













/** Every command; the first is the root action. A new one is one file and one line here. */
const commands = [
    anyCommand(check),
    anyCommand(copy),
    anyCommand(prune),
    anyCommand(restore),
    anyCommand(deleteImages),
    anyCommand(latest),
    anyCommand(tags),
    anyCommand(repositories),
    anyCommand(inspect),
    anyCommand(login),
    anyCommand(repository),
    anyCommand(backup),
];


/***/ }),

/***/ 5070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   V: () => (/* binding */ environmentName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

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
    // The runner gives every input, empty or not: only the command line can tell that one was written.
    if (given === '' && input.refusesEmpty && reader.face === 'cli') {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${reader.label(name)} is empty`, 'Give a value, or leave it out.');
    }
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

/***/ 7956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/src/heap.js

/**
 * Keeps the heap near what is alive. By itself V8 lets garbage grow to several times that, as if the machine were ours
 * alone: the answers of tens of thousands of requests took 210 MB in a prune of 50,000 tags, with this 110, in the same
 * time. Not before a command runs: while modules are loaded it would cost ten milliseconds.
 */
function keepHeapSmall() {
    for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20'])
        (0,external_node_v8_.setFlagsFromString)(flag);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
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
        options({ method, url }, headers, signal) {
            const agent = url.protocol === 'https:' ? secure : plain;
            const direct = { ...endpointOf(url), path: url.pathname + url.search, method, headers, agent, [ending]: signal };
            const proxy = url.protocol === 'http:' ? proxyOf(url) : undefined;
            if (proxy === undefined)
                return direct;
            if (proxy.protocol !== 'http:')
                throw new Error(`the proxy ${proxy.host} for plain HTTP is not an http:// address`);
            // RFC 9112 §3.2.2: a plain HTTP request to a proxy names the whole address.
            const named = { ...headers, host: url.host, ...proxyAuthorization(proxy) };
            return { ...direct, ...endpointOf(proxy), path: url.href, headers: named };
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/src/version.js
var version = __webpack_require__(8009);
// EXTERNAL MODULE: ./build/src/http/body.js
var http_body = __webpack_require__(5980);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/src/http/exchange.js







const userAgent = `image-gate/${version/* version */.r}`;
const defaultLimit = 16 * 1024 * 1024;
/** @param signal of the command: until there is a connection, it ends the wait for one */
function createExchange(connections, patience, signal) {
    const client = new lib/* HttpClient */.Qq(userAgent);
    return async (wanted) => {
        let sent;
        let over = () => { };
        try {
            return await new Promise((resolve, reject) => {
                over = patience.begin((reason) => {
                    // Node says nothing of an answer that switches protocols (101), and closes: only this ends such a try.
                    reject(reason);
                    sent?.destroy();
                });
                const headers = headersOf(wanted, client.userAgent);
                const info = {
                    parsedUrl: wanted.url,
                    options: connections.options(wanted, headers, signal),
                    httpModule: watched(wanted.url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject, (request) => {
                        sent = request;
                    }),
                };
                client.requestRawWithCallback(info, bodyOf(wanted), (fault, response) => {
                    if (response === undefined)
                        return reject(fault);
                    const { message } = response;
                    (0,http_body/* readBody */.x)(message, wanted.limit ?? defaultLimit).then((body) => resolve(answerOf(wanted, message, body)), reject);
                });
            });
        }
        finally {
            over();
        }
    };
}
/** The client keeps its request to itself, and it must be possible to end it. */
function watched(module, tell) {
    return Object.create(module, {
        request: {
            value(options, answered) {
                const request = module.request(options, answered);
                tell(request);
                return request;
            },
        },
    });
}
/** Bytes go as a stream: as text, some would change. */
function bodyOf({ body }) {
    return body === undefined || typeof body === 'string' ? (body ?? null) : external_node_stream_.Readable.from([body]);
}
function headersOf({ headers, body }, agent = userAgent) {
    const common = { ...headers, 'user-agent': agent };
    return typeof body === 'string' || body === undefined
        ? common
        : { ...common, 'content-length': String(body.byteLength) };
}
/** What an answer says, with as much of its body as has been read. */
function answerOf({ url }, { headers, statusCode = 0 }, body = Buffer.alloc(0)) {
    return { status: statusCode, ...(0,message/* headerReaders */.AP)(headers), body, url };
}

// EXTERNAL MODULE: ./build/src/http/faults.js
var faults = __webpack_require__(5681);
// EXTERNAL MODULE: ./build/src/http/hosts.js
var http_hosts = __webpack_require__(1897);
// EXTERNAL MODULE: ./build/src/http/persist.js
var http_persist = __webpack_require__(3198);
;// CONCATENATED MODULE: ./build/src/http/under-way.js
/**
 * An array and no Set: each time that V8 makes a new table for a Set, the former one leads to it. One that has grown old
 * leads to all that came after it, and what went through the Set since then, a hundred thousand requests, stays in memory
 * until the next full collection.
 */
function createUnderWay() {
    const entries = [];
    return {
        add(one) {
            const entry = { one };
            entries.push(entry);
            return () => {
                const at = entries.indexOf(entry);
                if (at >= 0)
                    entries.splice(at, 1);
            };
        },
        all: () => entries.map(({ one }) => one),
    };
}

;// CONCATENATED MODULE: ./build/src/http/patience.js


/**
 * One timer and one listener for all that is under way: a timer and signals of its own would be the dearest part of a
 * request.
 * @param signal of the command
 * @param limit milliseconds
 */
function createPatience(signal, limit) {
    const underWay = createUnderWay();
    let watching = false;
    /** Until nothing is under way. What has begun first runs out of time first. */
    function watch() {
        const [first] = underWay.all();
        watching = first !== undefined;
        if (first === undefined)
            return;
        const wait = Math.max(1, Math.ceil(first.at + limit - performance.now()));
        // A timer that keeps no process alive.
        AbortSignal.timeout(wait).addEventListener('abort', () => {
            const latest = performance.now() - limit;
            const late = underWay.all().filter(({ at }) => at <= latest);
            for (const { end } of late)
                end(new Error(`no answer within ${(0,http_persist/* seconds */.YA)(limit)}`));
            watch();
        });
    }
    signal.addEventListener('abort', () => {
        for (const { end } of underWay.all())
            end(signal.reason);
    }, { once: true });
    return {
        begin(end) {
            signal.throwIfAborted();
            const over = underWay.add({
                at: performance.now(),
                end(reason) {
                    over();
                    end(reason);
                },
            });
            if (!watching)
                watch();
            return over;
        },
    };
}

// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
;// CONCATENATED MODULE: ./build/src/http/redirects.js


const redirectLimit = 5;
const statuses = new Set([301, 302, 303, 307, 308]);
/**
 * Asks, and asks again where an answer points elsewhere.
 * @throws Failure (server) when it leads somewhere it must not, or goes on for too long.
 */
async function follow(wanted, ask) {
    let answer = await ask(wanted);
    for (let hop = 0; mayFollow(wanted, answer); hop += 1) {
        if (hop === redirectLimit)
            throw (0,message/* refusal */.x5)(wanted, `it redirects more than ${redirectLimit} times`);
        answer = { ...(await ask(redirected(wanted, answer))), redirectedFrom: wanted.url };
    }
    return answer;
}
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

;// CONCATENATED MODULE: ./build/src/http/pieces.js

/**
 * The pieces of a body, as they come. Only the time that we wait for the other side counts as its silence.
 * @param silence milliseconds without a byte after which the body counts as broken
 * @param end is called once, when there is nothing more to read or the reader has left
 */
async function* readPieces(message, silence, end) {
    let waiting = true;
    const timer = setTimeout(() => {
        if (waiting)
            message.destroy(new Error(`nothing came for ${(0,http_persist/* seconds */.YA)(silence)}`));
        else
            timer.refresh();
    }, silence);
    try {
        for await (const piece of message) {
            waiting = false;
            yield piece;
            waiting = true;
            timer.refresh();
        }
    }
    finally {
        clearTimeout(timer);
        end();
    }
}

;// CONCATENATED MODULE: ./build/src/http/pour.js

/**
 * Sends the content as the request's body, as fast as it is taken, and gives the answer, which may come before the end:
 * then the rest is left. Anything that goes wrong destroys the request, so that the other side sees a body cut short.
 * @throws what the content throws; Error for a content of another length, or a side that takes nothing
 */
async function pour(content, request, response, patience) {
    let over = false;
    let wake = () => { };
    const finish = () => {
        over = true;
        wake();
    };
    response.then(finish, finish);
    request.on('drain', () => wake());
    const timer = setTimeout(() => {
        if (!waiting)
            timer.refresh();
        else
            request.destroy(new Error(`nothing was taken for ${(0,http_persist/* seconds */.YA)(patience.silence)}`));
    }, patience.silence);
    let waiting = false;
    try {
        let sent = 0;
        for await (const chunk of content.chunks) {
            if (over)
                return await response;
            sent += chunk.length;
            if (sent > content.length)
                throw new Error(`the content is longer than its ${content.length} bytes`);
            if (request.write(chunk))
                continue;
            waiting = true;
            timer.refresh();
            await new Promise((resolve) => {
                wake = resolve;
                if (over)
                    resolve();
            });
            waiting = false;
        }
        if (over)
            return await response;
        if (sent !== content.length)
            throw new Error(`the content ended after ${sent} of ${content.length} bytes`);
        request.end();
        clearTimeout(timer);
        return await answered(response, request, patience.thinking);
    }
    catch (fault) {
        request.destroy();
        throw fault;
    }
    finally {
        clearTimeout(timer);
    }
}
async function answered(response, request, patience) {
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${(0,http_persist/* seconds */.YA)(patience)} after the whole body`)), patience);
    try {
        return await response;
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./build/src/http/streams.js











/** How long nothing may come, or nothing be taken, in milliseconds. */
const silence = 30_000;
/** How long a registry may think about a body that it has got: it may be moving gigabytes. */
const thinking = 5 * 60_000;
const errorLimit = 1024 * 1024;
function createStreams({ options, connections, hosts, persist, whilePending }) {
    async function tryDownload(wanted) {
        const leave = await hosts.enter(wanted.url.host, options.signal);
        const note = noter(wanted);
        let reading = false;
        const patience = new AbortController();
        const timer = setTimeout(() => patience.abort(new Error(`no answer within ${(0,http_persist/* seconds */.YA)(silence)}`)), silence);
        try {
            const sent = send(wanted, {}, AbortSignal.any([options.signal, patience.signal]));
            sent.end();
            const message = await responseOf(sent);
            clearTimeout(timer);
            note(String(message.statusCode));
            const answer = answerOf(wanted, message);
            if (answer.status !== 200 && answer.status !== 206) {
                return { ...answer, body: await (0,http_body/* readBody */.x)(message, errorLimit) };
            }
            reading = true;
            return { ...answer, content: readPieces(message, silence, leave) };
        }
        catch (fault) {
            if (options.signal.aborted)
                throw options.signal.reason;
            const told = patience.signal.aborted ? patience.signal.reason : fault;
            note((0,faults/* readFault */.X)(told).words);
            return { fault: told };
        }
        finally {
            clearTimeout(timer);
            // A content gives its place back at its own end; everything else is over here.
            if (!reading)
                leave();
        }
    }
    function send(wanted, more, signal) {
        const headers = { 'user-agent': userAgent, ...wanted.headers, ...more };
        const prepared = { ...connections.options(wanted, headers, signal), signal };
        return (wanted.url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request(prepared);
    }
    function noter(wanted) {
        const begun = performance.now();
        return (end) => options.trace(`${(0,message/* describe */.q0)(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
    }
    return {
        download: (wanted) => whilePending(wanted, () => follow(wanted, (one) => persist(one, () => tryDownload(one)))),
        upload: (wanted, content) => whilePending(wanted, async () => {
            await hosts.rest(wanted.url.host, options.signal);
            const note = noter(wanted);
            const sent = send(wanted, { 'content-length': String(content.length) }, options.signal);
            try {
                const message = await pour(content, sent, responseOf(sent), { silence, thinking });
                const body = await (0,http_body/* readBody */.x)(message, errorLimit);
                note(String(message.statusCode));
                return { ...answerOf(wanted, message), body };
            }
            catch (fault) {
                if (options.signal.aborted)
                    throw options.signal.reason;
                note((0,faults/* readFault */.X)(fault).words);
                throw fault instanceof errors/* Failure */.HR ? fault : (0,http_persist/* networkFailure */.rd)(wanted, fault);
            }
            finally {
                // An answer that came before the body was through: the rest will not be sent.
                if (!sent.writableFinished)
                    sent.destroy();
            }
        }),
    };
}
function responseOf(sent) {
    return new Promise((resolve, reject) => {
        sent.once('response', resolve);
        // Stays: an error after the answer is told by the answer's own stream.
        sent.on('error', reject);
    });
}

;// CONCATENATED MODULE: ./build/src/http/http.js










const socketsPerHost = 8;
const tryTimeout = 30_000;
function createHttp(options) {
    const connections = createConnections();
    const hosts = (0,http_hosts/* createHosts */.q)(socketsPerHost);
    const persist = (0,http_persist/* createPersist */.fs)(options, hosts);
    const pending = createUnderWay();
    const exchange = createExchange(connections, createPatience(options.signal, tryTimeout), options.signal);
    async function whilePending(wanted, work) {
        const over = pending.add(wanted);
        try {
            return await work();
        }
        finally {
            // When time has run out, what was pending then is what the message wants to name.
            if (!options.signal.aborted)
                over();
        }
    }
    /** An answer, or the fault that kept it from coming. The end of the whole command is thrown at once. */
    async function tryOnce(wanted) {
        const leave = await hosts.enter(wanted.url.host, options.signal);
        const begun = performance.now();
        const note = (end) => options.trace(`${(0,message/* describe */.q0)(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
        try {
            const answer = await exchange(wanted);
            note(String(answer.status));
            return answer;
        }
        catch (fault) {
            if (options.signal.aborted)
                throw options.signal.reason;
            note((0,faults/* readFault */.X)(fault).words);
            return { fault };
        }
        finally {
            leave();
        }
    }
    return {
        request: (wanted) => whilePending(wanted, () => follow(wanted, (one) => persist(one, () => tryOnce(one)))),
        ...createStreams({ options, connections, hosts, persist, whilePending }),
        open: connections.open,
        wait: (milliseconds) => (0,http_hosts/* sleep */.y)(milliseconds, options.signal),
        pending: () => [...new Set(pending.all().map(message/* describe */.q0))],
        close: connections.close,
    };
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
    keepHeapSmall();
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
        answered: `time ran out after ${milliseconds < 10_000 ? `${milliseconds / 1000} s` : (0,polling/* formatDuration */.a3)(milliseconds)}${waitingFor(pending)}`,
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

/***/ 5980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ BodyTooLarge),
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
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
function readBody(stream, limit) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let size = 0;
        stream.on('data', (chunk) => {
            size += chunk.length;
            chunks.push(chunk);
            if (size <= limit)
                return;
            reject(new BodyTooLarge(limit));
            stream.destroy();
        });
        stream.once('end', () => resolve(chunks[0] !== undefined && chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
        stream.on('error', reject);
        stream.once('close', () => reject(new Error('the answer ended prematurely')));
    });
}


/***/ }),

/***/ 5681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readFault)
/* harmony export */ });
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3429);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2295);


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
    const words = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .Ow)(code !== undefined && !message.includes(code) ? `${message} (${code})` : message);
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
    if (!(thrown instanceof Error || (0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown)))
        return { code: undefined, message: String(thrown) };
    const inner = thrown.errors?.[0];
    if (inner !== undefined && thrown.message === '')
        return dig(inner);
    const { code } = thrown;
    return { code: typeof code === 'string' ? code : undefined, message: thrown.message || thrown.name };
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
                await pauseOver(host, signal);
            }
            catch (fault) {
                leave();
                throw fault;
            }
            return leave;
        },
        rest: (name, signal) => pauseOver(find(name), signal),
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
async function pauseOver(host, signal) {
    for (let rest = host.pausedUntil - performance.now(); rest > 0; rest = host.pausedUntil - performance.now()) {
        await sleep(rest, signal);
    }
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
/* harmony export */   AP: () => (/* binding */ headerReaders),
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
/** How the headers of an answer are read. */
function headerReaders(headers) {
    const headerValues = (name) => {
        const value = headers[name];
        if (value === undefined)
            return [];
        return Array.isArray(value) ? value : [value];
    };
    return { header: (name) => headerValues(name)[0], headerValues };
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
        return /^(?:::1?$|f[cd]|fe[89ab]|::ffff:|64:ff9b:)/.test(name);
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

/***/ 3198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   fs: () => (/* binding */ createPersist),
/* harmony export */   rd: () => (/* binding */ networkFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5980);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5681);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1897);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3833);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4233);






/** The policy of tries, waits and the deadline, for one client. */
function createPersist(options, hosts) {
    const random = options.random ?? Math.random;
    return async (wanted, tryOnce) => {
        const repeatable = wanted.repeatable ?? (wanted.method !== 'POST' && wanted.method !== 'PATCH');
        for (let attempt = 1;; attempt += 1) {
            const outcome = await tryOnce();
            const decision = repeatable
                ? (0,_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .decideRetry */ .t)(readOutcome(outcome), attempt, options.now(), random)
                : { again: false };
            if (!decision.again)
                return settle(wanted, outcome);
            const left = options.deadline.getTime() - options.now().getTime();
            if (decision.wait >= left) {
                return settle(wanted, outcome, `the next try would be in ${seconds(decision.wait)}, and only ${seconds(left)} are left`);
            }
            options.trace(`${(0,_message_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(wanted)}: again in ${seconds(decision.wait)}${decision.asked ? ', as the server asked' : ''}`);
            if (decision.asked)
                hosts.pause(wanted.url.host, decision.wait);
            else
                await (0,_hosts_js__WEBPACK_IMPORTED_MODULE_5__/* .sleep */ .y)(decision.wait, options.signal);
        }
    };
}
function readOutcome(tried) {
    if (!('fault' in tried))
        return { kind: 'answer', status: tried.status, header: tried.header, body: tried.body };
    return { kind: 'fault', permanent: tried.fault instanceof _body_js__WEBPACK_IMPORTED_MODULE_1__/* .BodyTooLarge */ .K || (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .readFault */ .X)(tried.fault).permanent };
}
/** The answer, with why it is the last one where that needs saying; or the fault, thrown. */
function settle(wanted, tried, note) {
    if (!('fault' in tried))
        return note === undefined ? tried : { ...tried, note };
    throw networkFailure(wanted, tried.fault, note);
}
/** A fault of the network, or a body that is too long, as a Failure. */
function networkFailure(wanted, fault, note) {
    if (fault instanceof _body_js__WEBPACK_IMPORTED_MODULE_1__/* .BodyTooLarge */ .K)
        return (0,_message_js__WEBPACK_IMPORTED_MODULE_3__/* .refusal */ .x5)(wanted, fault.message);
    const { words, advice, permanent } = (0,_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .readFault */ .X)(fault);
    const answered = note === undefined ? words : `${words}; ${note}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('network', { asked: (0,_message_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(wanted), answered, advice, permanent, cause: fault });
}
function seconds(milliseconds) {
    return `${Math.max(0, Math.round(milliseconds / 100) / 10)} s`;
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
/** What GitHub wants after a secondary limit without a Retry-After (docs.github.com, rate limits for the REST API). */
const secondaryWait = 60_000;
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
    const asked = outcome.kind === 'answer' ? waitAsked(outcome, now) : undefined;
    const wait = Math.max(own, asked ?? 0) + own * jitter * random();
    return { again: true, wait: Math.ceil(wait), asked: asked !== undefined };
}
function waitAsked(answer, now) {
    return retryAfter(answer.header, now) ?? (saysSecondaryLimit(answer) ? secondaryWait : undefined);
}
function retryCause(outcome) {
    if (outcome.kind === 'fault')
        return outcome.permanent ? undefined : 'fault';
    if (isLimit(outcome))
        return 'limit';
    return retriedStatuses.has(outcome.status) ? 'fault' : undefined;
}
/** Whether this answer is about a limit, and not about rights: 429, or a 403 that says so or when to come back (GitHub). */
function isLimit(answer) {
    const { status, header } = answer;
    if (status !== 403)
        return status === 429;
    return limitIsUsedUp(header) || header('retry-after') !== undefined || saysSecondaryLimit(answer);
}
/** GitHub tells a secondary limit by its words, and not always by a header too. */
function saysSecondaryLimit({ status, body }) {
    const words = Buffer.from(body.subarray(0, 1000)).toString('utf8');
    return (status === 403 || status === 429) && /secondary rate limit/i.test(words);
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
/* harmony export */   Sh: () => (/* binding */ formatRepository),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   "if": () => (/* binding */ parseImageName),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   og: () => (/* binding */ isRepositoryPath),
/* harmony export */   vy: () => (/* binding */ formatImage)
/* harmony export */ });
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
/** Whether the text is a legal name of a repository in its registry. */
function isRepositoryPath(text) {
    return text.length <= nameLimit && pathGrammar.test(text);
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
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   wt: () => (/* binding */ poll)
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
/**
 * Whether a server or a network has failed for the moment. A defect of our own does not pass, nor does what would be the
 * same a minute later.
 */
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
/* harmony export */   J_: () => (/* binding */ failureList),
/* harmony export */   Uq: () => (/* binding */ failureTitles),
/* harmony export */   vS: () => (/* binding */ explainFailures)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(364);

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
/** More of them nobody reads; the outputs have all. */
const mostListed = 20;
/** The same for a summary, a point for each; an advice for several in a row stands with the last of them. */
function failureList(failures) {
    const different = [...new Map(failures.map((one) => [`${one.message}\n${one.advice}`, one])).values()];
    const shown = different
        .slice(0, mostListed)
        .map(({ message, advice }, at, all) => advice === undefined || all[at + 1]?.advice === advice
        ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD) `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(message)}`
        : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD) `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(message)}<br>**What to do:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(advice)}`);
    const more = different.length - shown.length;
    const points = more > 0 ? [...shown, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD) `- and ${more} more`] : shown;
    return points.length === 0 ? undefined : points.join('\n');
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
/** Control and format characters and line breaks: marks of direction would show the text in another order than it has. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** Any text, so that it reads as itself: no markup, no HTML, no link, no mention, no table cell that ends early. */
function plain(text) {
    return text
        .replace(unseen, ' ')
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
/** Text in a block of HTML, where the escapes of Markdown would be shown as they are. */
function inHtml(text) {
    return text.replace(unseen, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
/** A part that is folded until somebody opens it. */
function folded(title, content) {
    return `<details><summary>${inHtml(title)}</summary>\n\n${content}\n\n</details>`;
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
/** Knows none yet. */
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

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withoutMiddle),
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/* harmony import */ var _http_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2295);

const colours = { good: '\u001b[32m', bad: '\u001b[31m', muted: '\u001b[2m' };
const reset = '\u001b[0m';
const gap = '  ';
const longestCell = 2000;
/** Characters: a column that is cut shorter says nothing any more. */
const narrowest = 8;
/**
 * The table as lines of text, columns aligned, without blanks at the ends of lines, and cleaned as lines of a log are. In a
 * narrow terminal the widest columns give way: sentences go on in the next line, names and digests lose their middle.
 */
function renderTable({ columns, rows }, { colour = false, width } = {}) {
    const clean = rows.map((row) => row.map((cell) => ({ ...cell, text: (0,_http_words_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(cell.text, longestCell) })));
    const all = [columns.map((text) => ({ text: text.toUpperCase(), tone: 'muted' })), ...clean];
    const natural = columns.map((_, at) => Math.max(...all.map((row) => lengthOf(row[at]?.text ?? ''))));
    const widths = width === undefined ? natural : fitted(natural, width - gap.length * (columns.length - 1));
    return all.flatMap((row) => linesOf(row, widths, colour)).join('\n');
}
/** The widths, of which the largest are cut to the same one until all have room. */
function fitted(natural, room) {
    let most = Math.max(narrowest, ...natural);
    const cut = () => natural.map((width) => Math.min(width, most));
    while (most > narrowest && cut().reduce((sum, width) => sum + width, 0) > room)
        most -= 1;
    return cut();
}
function linesOf(row, widths, colour) {
    const folded = row.map(({ text }, at) => fold(text, widths[at] ?? 0));
    const height = Math.max(1, ...folded.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => row
        .map((cell, at) => paint(cell, pad(folded[at]?.[line] ?? '', at, row, widths), colour))
        .join(gap)
        .trimEnd());
}
/** A text in lines of this width, broken between words; a longer word loses its middle. */
function fold(text, width) {
    const lines = [];
    for (const word of lengthOf(text) <= width ? [text] : text.split(' ')) {
        const last = lines.at(-1);
        const shown = withoutMiddle(word, width);
        if (last !== undefined && lengthOf(last) + 1 + lengthOf(shown) <= width)
            lines[lines.length - 1] = `${last} ${shown}`;
        else
            lines.push(shown);
    }
    return lines;
}
/** A text of at most so many characters: a longer one loses its middle, where digests and names differ least. */
function withoutMiddle(word, width) {
    const letters = [...word];
    if (letters.length <= width)
        return word;
    const head = Math.ceil((width - 1) / 2);
    return [...letters.slice(0, head), '…', ...letters.slice(letters.length - (width - 1 - head))].join('');
}
/** In code points, not in UTF-16 units. */
function lengthOf(text) {
    return [...text].length;
}
function pad(text, at, row, widths) {
    return at === row.length - 1 ? text : text + ' '.repeat((widths[at] ?? 0) - lengthOf(text));
}
function paint({ tone }, text, colour) {
    return colour && tone !== undefined && text.trim() !== '' ? `${colours[tone]}${text}${reset}` : text;
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
