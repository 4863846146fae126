export const id = 711;
export const ids = [711];
export const modules = {

/***/ 98711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openRedisStore: () => (/* binding */ openRedisStore)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var ioredis__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67796);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48640);
/* harmony import */ var _registries_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96258);







const prefix = 'image-gate:1';
const keptFor = 30 * 24 * 3_600_000;
const giveBack = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";
async function openRedisStore(url, { log, now }) {
    const address = readAddress(url);
    const title = `${address.hostname}:${address.port || 6379}`;
    let fault = 'not connected yet';
    const redis = new ioredis__WEBPACK_IMPORTED_MODULE_2__.Redis(url, {
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        connectTimeout: 5000,
        commandTimeout: 5000,
        retryStrategy: (attempt) => Math.min(5000, 200 * attempt),
    });
    redis.on('ready', () => {
        if (fault !== undefined)
            log.notice(`connected to ${title}`);
        fault = undefined;
    });
    const fail = (thrown) => {
        if (fault !== thrown.message)
            log.warn(`${title} fails, and the service goes on from memory: ${thrown.message}`);
        fault = thrown.message;
    };
    redis.on('error', fail);
    redis.on('close', () => fail(new Error('the connection was closed')));
    await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(redis, 'ready'), (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(redis, 'close')]).catch(() => undefined);
    async function attempt(work, otherwise) {
        if (redis.status !== 'ready')
            return otherwise;
        try {
            const done = await work();
            fault = undefined;
            return done;
        }
        catch (thrown) {
            fail(thrown);
            return otherwise;
        }
    }
    return {
        title,
        readTags: (name, account) => attempt(async () => tagsIn(await redis.get(keyOf('tags', name, account)), now()), undefined),
        writeTags: (name, account, tags) => attempt(async () => {
            const value = JSON.stringify({ fetched: now().toISOString(), tags });
            await redis.set(keyOf('tags', name, account), value, 'PX', keptFor);
        }, undefined),
        claim: (work, milliseconds) => attempt(async () => {
            const key = `${prefix}:claim:${hashOf(work)}`;
            const own = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
            if ((await redis.set(key, own, 'PX', milliseconds, 'NX')) === null)
                return undefined;
            return () => attempt(async () => void (await redis.eval(giveBack, 1, key, own)), undefined);
        }, async () => undefined),
        readNote: (key) => attempt(async () => (await redis.hget(`${prefix}:notes`, hashOf(key))) ?? undefined, undefined),
        writeNote: (key, value) => attempt(async () => void (await redis.hset(`${prefix}:notes`, hashOf(key), value)), undefined),
        fault: () => fault,
        async close() {
            redis.removeAllListeners();
            redis.on('error', () => undefined);
            redis.disconnect();
        },
    };
}
function readAddress(url) {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    if (address !== undefined && /^rediss?:$/.test(address.protocol) && address.hostname !== '')
        return address;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('cache-url')} is not the address of a Redis or Valkey server`, 'Write redis://host:6379/0, with TLS rediss://user:password@host:6380/0.');
}
function keyOf(kind, { registry, path }, account) {
    return `${prefix}:${kind}:${registry.host}/${path}:${hashOf(account)}`;
}
function hashOf(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}
function tagsIn(text, now) {
    if (text === null)
        return undefined;
    const value = JSON.parse(text);
    if (!(0,_registries_oci_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) || !Array.isArray(value.tags))
        throw new Error('a kept list has another form');
    const fetched = new Date(String(value.fetched));
    const areTags = value.tags.every((tag) => typeof tag === 'string' && (0,_images_name_js__WEBPACK_IMPORTED_MODULE_3__/* .isTag */ .dz)(tag));
    return areTags && fetched <= now ? { tags: value.tags, fetched } : undefined;
}


/***/ })

};
