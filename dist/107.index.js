export const id = 107;
export const ids = [107];
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

/***/ 9107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createQuayDriver: () => (/* binding */ createQuayDriver)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/drivers/oci.js
var drivers_oci = __webpack_require__(3716);
// EXTERNAL MODULE: ./build/src/http/headers.js
var http_headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/quay/objects.js



function readTag(value) {
    if (!(0,manifest/* isObject */.Gv)(value))
        return undefined;
    const name = (0,json_values/* textOf */.b6)(value.name);
    const digest = (0,json_values/* digestIn */.s)(value.manifest_digest);
    if (name === undefined || digest === undefined)
        return undefined;
    const { is_manifest_list: list, size, start_ts, immutable } = value;
    return {
        name,
        digest,
        isIndex: list !== false,
        size: (0,json_values/* countOf */.pq)(size),
        start: secondsOf(start_ts),
        immutable: immutable === true,
    };
}
function manifestOf({ name, digest, isIndex, size, start, immutable }) {
    const pushed = (0,date/* plausibleDate */.e2)(start);
    return {
        digest,
        tags: [{ name, pushed, ...(immutable ? { locked: `${name} is immutable at Quay` } : {}) }],
        isIndex,
        size,
        pushed,
    };
}
function readRepository(value) {
    if (!(0,manifest/* isObject */.Gv)(value))
        return undefined;
    const namespace = (0,json_values/* textOf */.b6)(value.namespace);
    const name = (0,json_values/* textOf */.b6)(value.name);
    if (namespace === undefined || name === undefined)
        return undefined;
    return {
        path: `${namespace}/${name}`,
        updated: (0,date/* plausibleDate */.e2)(secondsOf(value.last_modified)),
        private: typeof value.is_public === 'boolean' ? !value.is_public : undefined,
        description: (0,json_values/* textOf */.b6)(value.description),
    };
}
function secondsOf(value) {
    const seconds = (0,json_values/* countOf */.pq)(value);
    return seconds === undefined ? undefined : new Date(seconds * 1000);
}

// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
;// CONCATENATED MODULE: ./build/src/registries/drivers/quay/pages.js




function readTags(answer, operation, advice) {
    const { tags, has_additional: hasMore } = objectIn(answer, operation, advice);
    if (!Array.isArray(tags))
        throw (0,paginate/* unreadableEntries */.Gl)(operation);
    if (typeof hasMore !== 'boolean')
        throw (0,paginate/* brokenList */.aC)(operation, 'it does not say whether more tags follow');
    return { entries: (0,paginate/* readEntries */.$2)(tags, readTag, operation), hasMore };
}
function listTags(first, answer, send, advice) {
    return (0,paginate/* paginate */.En)({
        first,
        ...(answer === undefined ? {} : { answer }),
        send,
        keyOf: ({ name }) => name,
        read(page, { url, operation, number }) {
            const { entries, hasMore } = readTags(page, operation, advice);
            const next = new URL(url);
            next.searchParams.set('page', String(number + 1));
            return { entries, next: hasMore ? next : undefined };
        },
    });
}
function listByToken(first, send, read, advice) {
    return (0,paginate/* paginate */.En)({
        first,
        send,
        keyOf: ({ path }) => path,
        read(answer, { operation }) {
            const { repositories, next_page: token } = objectIn(answer, operation, advice);
            if (!Array.isArray(repositories))
                throw (0,paginate/* unreadableEntries */.Gl)(operation);
            const entries = (0,paginate/* readEntries */.$2)(repositories, read, operation);
            if (token === undefined || token === null)
                return { entries, next: undefined };
            const following = (0,json_values/* textOf */.b6)(token);
            if (following === undefined)
                throw (0,paginate/* brokenList */.aC)(operation, 'its next page is no token');
            const next = new URL(first);
            next.searchParams.set('next_page', following);
            return { entries, next };
        },
    });
}
function objectIn(answer, operation, advice) {
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, operation, advice);
    return (0,responses/* jsonObject */.o$)(answer, operation);
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/quay/api.js










const oauthUser = '$oauthtoken';
const tokenAdvice = `Quay’s API accepts OAuth access tokens alone: give ${(0,input_names/* inputValue */.UV)('username', oauthUser)} and a token as ` +
    `${(0,input_names/* inputName */.yu)('password')}, with repo:read to list and repo:write to delete and restore.`;
const advice = {
    authentication: `${tokenAdvice} One that has expired counts as none.`,
    denied: 'The OAuth access token needs repo:write, and its user the permission Write in the repository.',
    'not-found': 'Check the namespace and the name.',
};
function createQuayApi(settings, credentials) {
    const { http, origin, mask } = settings;
    const token = credentials.kind === 'password' && credentials.username === oauthUser ? credentials.password : undefined;
    function send(method, url, body) {
        const headers = {
            accept: 'application/json',
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        };
        const content = body === undefined ? {} : { body: JSON.stringify(body) };
        return http.request({ method, url, headers, ...content, sameOriginOnly: true, repeatable: true });
    }
    const tagsAt = ({ path }, rest = '') => new URL(`/api/v1/repository/${(0,message/* encodePath */.O0)(path)}/tag/${rest}`, origin);
    const firstPage = (name) => tagsAt(name, '?onlyActiveTags=true&limit=100&page=1');
    const get = (url) => send('GET', url);
    async function checkToken(user, password) {
        const url = new URL(`/v2/auth?service=${encodeURIComponent(origin.host)}`, origin);
        const headers = { authorization: (0,http_headers/* basicHeader */.mk)(user, password) };
        const answer = await http.request({ method: 'GET', url, headers, sameOriginOnly: true });
        const operation = (0,message/* describe */.q0)({ method: 'GET', url });
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, operation, advice);
        const given = (0,json_values/* textOf */.b6)((0,responses/* jsonObject */.o$)(answer, operation).token);
        if (given !== undefined)
            mask(given);
    }
    return {
        hasToken: token !== undefined,
        async firstTags(name) {
            const url = firstPage(name);
            const answer = await get(url);
            if (isNone(answer))
                return undefined;
            if (answer.status !== 200)
                throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)({ method: 'GET', url }), advice);
            return answer;
        },
        tags: (name, first) => listTags(firstPage(name), first, get, advice),
        async tag(name, tag, first) {
            const find = (answer, url) => {
                const { entries, hasMore } = readTags(answer, (0,message/* describe */.q0)({ method: 'GET', url }), advice);
                return { found: entries.find((one) => one.name === tag), hasMore };
            };
            const { found, hasMore } = first === undefined ? { hasMore: true } : find(first, first.url);
            if (found !== undefined || !hasMore)
                return found;
            const url = tagsAt(name, `?onlyActiveTags=true&limit=100&page=1&specificTag=${encodeURIComponent(tag)}`);
            return find(await get(url), url).found;
        },
        async deleteTag(name, tag) {
            const url = tagsAt(name, encodeURIComponent(tag));
            const answer = await send('DELETE', url);
            if (answer.status >= 200 && answer.status <= 299)
                return true;
            if (answer.status === 404)
                return false;
            throw (0,answers/* deleteFailure */.U$)(answer, (0,message/* describe */.q0)({ method: 'DELETE', url }), advice);
        },
        async restoreTag(name, tag, digest) {
            const url = tagsAt(name, `${encodeURIComponent(tag)}/restore`);
            const answer = await send('POST', url, { manifest_digest: digest });
            if (answer.status >= 200 && answer.status <= 299)
                return true;
            if (answer.status === 404)
                return false;
            throw (0,responses/* failureOf */.g5)(answer, `Restoring ${(0,images_name/* formatImage */.vy)({ ...name, tag })}`, advice);
        },
        async *repositories(namespace) {
            if (token !== undefined)
                await checkToken(oauthUser, token);
            else if (credentials.kind !== 'anonymous') {
                throw new errors/* Failure */.HR('unsupported', {
                    operation: `the repositories of ${namespace} on ${origin.host}`,
                    reason: 'Quay’s API does not accept these credentials: a robot account or a password is for its registry alone',
                    advice: `${tokenAdvice} Without credentials the public repositories are listed.`,
                });
            }
            const query = `namespace=${encodeURIComponent(namespace)}&public=true&last_modified=true`;
            yield* listByToken(new URL(`/api/v1/repository?${query}`, origin), get, readRepository, advice);
        },
    };
}
function isNone({ status, header }) {
    const isPage = /^text\/html/i.test(header('content-type') ?? '') && status === 200;
    return isPage || [401, 403, 404, 405].includes(status) || (status >= 300 && status <= 399);
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/quay/driver.js





const createQuayDriver = (settings) => {
    const apiFor = async (path) => createQuayApi(settings, (await settings.credentialsOf?.(path)) ?? settings.credentials);
    return {
        async *repositories(namespace) {
            yield* (await apiFor(namespace)).repositories(namespace);
        },
        async repository(name, { oci }) {
            const api = await apiFor(name.path);
            const isNamespaced = name.path.includes('/');
            const { list, find, outdate } = isNamespaced ? await listsOf(name, api) : noLists;
            const changes = api.hasToken ? changesOf(name, api, oci) : undefined;
            return {
                ...(list && { list }),
                ...(find && { find }),
                ...changes,
                deleteTag(tag, digest) {
                    outdate();
                    return changes === undefined ? (0,drivers_oci/* deleteByProtocol */.H2)(name, oci, tag) : changes.deleteTag(tag, digest);
                },
                deleteManifest(digest) {
                    outdate();
                    return deleteManifest(oci, digest);
                },
            };
        },
    };
};
const noLists = { outdate: () => undefined };
async function listsOf(name, api) {
    let begun = await api.firstTags(name);
    if (begun === undefined)
        return noLists;
    const takeFirst = () => {
        const first = begun;
        begun = undefined;
        return first;
    };
    return {
        async *list() {
            for await (const page of api.tags(name, takeFirst()))
                yield page.map(manifestOf);
        },
        async find(tag) {
            const found = await api.tag(name, tag, takeFirst());
            return found && manifestOf(found);
        },
        outdate: () => void takeFirst(),
    };
}
function changesOf(name, api, oci) {
    return {
        async deleteTag(tag) {
            if (await api.deleteTag(name, tag))
                return { kind: 'deleted' };
            if ((await oci.head(tag)) === undefined)
                return { kind: 'missing' };
            throw new errors/* Failure */.HR('server', {
                operation: `Deleting ${(0,images_name/* formatImage */.vy)({ ...name, tag })}`,
                reason: 'Quay’s API answers 404 for the tag, and its registry still has it',
                advice: 'Somebody may be pushing just now: try again.',
            });
        },
        async undelete(digest, tags) {
            let isBack = tags.length > 0;
            for (const tag of tags)
                isBack = (await api.restoreTag(name, tag, digest)) && isBack;
            return isBack;
        },
    };
}
async function deleteManifest(oci, digest) {
    const deletion = await oci.deleteManifest(digest);
    if (deletion.kind !== 'missing' || (await oci.head(digest)) === undefined)
        return deletion;
    const words = 'Quay deletes a manifest with the tags on it, and no tag is on this one; it goes with what leads to it';
    return { kind: 'unsupported', status: 404, words };
}


/***/ })

};
