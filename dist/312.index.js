export const id = 312;
export const ids = [312];
export const modules = {

/***/ 4203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oQ: () => (/* binding */ commandNames),
  yV: () => (/* binding */ loadCommand),
  HI: () => (/* binding */ loadCommands),
  u5: () => (/* binding */ misspelledFor)
});

;// CONCATENATED MODULE: ./build/src/commands/command.js
function anyCommand(command) {
    return command;
}

// EXTERNAL MODULE: ./build/src/commands/shared/inputs/read.js
var read = __webpack_require__(1922);
;// CONCATENATED MODULE: ./build/src/commands/index.js


const loaders = {
    check: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(220), __webpack_require__.e(754)]).then(__webpack_require__.bind(__webpack_require__, 9754))).check),
    copy: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(648)]).then(__webpack_require__.bind(__webpack_require__, 3648))).copy),
    prune: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(220), __webpack_require__.e(311), __webpack_require__.e(671)]).then(__webpack_require__.bind(__webpack_require__, 7671))).prune),
    restore: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(286)]).then(__webpack_require__.bind(__webpack_require__, 6286))).restore),
    delete: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(827)]).then(__webpack_require__.bind(__webpack_require__, 7827))).deleteImages),
    latest: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(220), __webpack_require__.e(74)]).then(__webpack_require__.bind(__webpack_require__, 4074))).latest),
    tags: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 7845))).tags),
    repositories: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(356)]).then(__webpack_require__.bind(__webpack_require__, 8356))).repositories),
    inspect: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(930)]).then(__webpack_require__.bind(__webpack_require__, 1930))).inspect),
    login: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(620)]).then(__webpack_require__.bind(__webpack_require__, 3620))).login),
    repository: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(960)]).then(__webpack_require__.bind(__webpack_require__, 2960))).repository),
    backup: async () => anyCommand((await Promise.all(/* import() */[__webpack_require__.e(818), __webpack_require__.e(933)]).then(__webpack_require__.bind(__webpack_require__, 933))).backup),
};
const commandNames = Object.keys(loaders);
async function loadCommand(name) {
    return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}
async function loadCommands() {
    const commands = [];
    for (const load of Object.values(loaders))
        commands.push(await load());
    return commands;
}
async function misspelledFor({ inputs }, environment) {
    if ((0,read/* unreadVariables */.tN)(environment, Object.keys(inputs)).length === 0)
        return [];
    const commands = await loadCommands();
    return (0,read/* misspelledVariables */.sZ)(environment, commands.flatMap((command) => Object.keys(command.inputs)));
}


/***/ }),

/***/ 3331:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/timers.js
var timers = __webpack_require__(6167);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/network-errors.js
var network_errors = __webpack_require__(434);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(8081);
;// CONCATENATED MODULE: ./build/src/http/transport/reused-buffers.js
const blockSize = 256 * 1024;
const mostInUse = 2;
function createBuffers(least) {
    const free = [];
    const queue = [];
    const given = [];
    let current = newBlock();
    let waiting = 0;
    function reuse(block) {
        if (block === current || block.inUse > 0 || block.start < block.end)
            return;
        block.start = 0;
        block.end = 0;
        free.push(block);
    }
    return {
        room() {
            const full = current;
            if (blockSize - full.end < least) {
                current = free.pop() ?? newBlock();
                reuse(full);
            }
            return current.memory.subarray(current.end);
        },
        filled(length) {
            current.end += length;
            waiting += length;
            if (queue.at(-1) !== current)
                queue.push(current);
        },
        waiting: () => waiting,
        next() {
            const block = queue.shift();
            if (block === undefined)
                return undefined;
            const chunk = block.memory.subarray(block.start, block.end);
            block.start = block.end;
            block.inUse += 1;
            given.push(block);
            waiting -= chunk.length;
            const over = given.length > mostInUse ? given.shift() : undefined;
            if (over !== undefined) {
                over.inUse -= 1;
                reuse(over);
            }
            return chunk;
        },
    };
}
function newBlock() {
    return { memory: Buffer.allocUnsafeSlow(blockSize), start: 0, end: 0, inUse: 0 };
}

;// CONCATENATED MODULE: ./build/src/http/transport/raw-bodies.js




const most = 512 * 1024;
const tlsRecord = 16 * 1024;
const taps = new WeakMap();
function createRawAgents() {
    return {
        plain: tapped(new external_node_http_.Agent({ keepAlive: true }), 4 * tlsRecord),
        secure: tapped(new external_node_https_.Agent({ keepAlive: true }), tlsRecord),
    };
}
function tapped(agent, least) {
    const connect = agent.createConnection.bind(agent);
    return Object.assign(agent, {
        createConnection(options) {
            const tap = { buffers: createBuffers(least), received: undefined };
            const onread = readInto(tap, (chunk) => socket?.emit('data', chunk));
            const socket = connect({ ...options, ...{ onread } });
            if (socket)
                taps.set(socket, tap);
            return socket;
        },
    });
}
function readInto(tap, parse) {
    const { buffers } = tap;
    return {
        buffer: buffers.room,
        callback(length, room) {
            if (tap.received === undefined) {
                parse(Buffer.from(room.subarray(0, length)));
                return true;
            }
            buffers.filled(length);
            return tap.received();
        },
    };
}
function readRaw(message, silence, end) {
    const tap = taps.get(message.socket);
    const { 'content-length': length, 'transfer-encoding': coding } = message.headers;
    if (tap === undefined || length === undefined || coding !== undefined || message.complete)
        return undefined;
    return readBody(takeOver(message, Number(length), tap), silence, end);
}
function takeOver(message, length, tap) {
    const { socket } = message;
    const { buffers } = tap;
    let parsed = message.read();
    let unread = length;
    let failed;
    let notify = () => { };
    const fail = (error) => {
        failed ??= error;
        notify();
    };
    message.on('error', fail);
    socket.once('close', () => fail(new Error('the answer ended prematurely')));
    const wantsMore = () => buffers.waiting() < Math.min(most, unread);
    tap.received = () => {
        notify();
        return wantsMore();
    };
    socket.resume();
    return {
        next() {
            if (unread === 0)
                return undefined;
            const chunk = (parsed ?? buffers.next())?.subarray(0, unread);
            if (chunk === undefined) {
                if (failed !== undefined)
                    throw failed;
                return 'none';
            }
            parsed = null;
            unread -= chunk.length;
            if (wantsMore())
                socket.resume();
            return chunk;
        },
        onNews(called) {
            notify = called;
        },
        close(error) {
            if (error !== undefined)
                fail(error);
            socket.destroy();
        },
    };
}
async function* readBody(incoming, silence, end) {
    let waiting = false;
    const timer = setTimeout(() => {
        if (waiting)
            incoming.close(new Error(`nothing came for ${(0,duration/* formatSeconds */.Xo)(silence)}`));
        else
            timer.refresh();
    }, silence);
    try {
        for (let chunk = incoming.next(); chunk !== undefined; chunk = incoming.next()) {
            if (chunk !== 'none') {
                yield chunk;
                continue;
            }
            waiting = true;
            timer.refresh();
            await new Promise((resolve) => incoming.onNews(resolve));
            waiting = false;
        }
    }
    finally {
        clearTimeout(timer);
        incoming.close();
        end();
    }
}

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./build/src/lib/loopback.js
var loopback = __webpack_require__(632);
// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/transport/proxy.js
var proxy = __webpack_require__(7820);
;// CONCATENATED MODULE: ./build/src/http/transport/tunnel.js







function proxyOf(url) {
    return (0,loopback/* isLoopback */.U)(url.host) ? undefined : (0,proxy/* proxyFor */.i)(url, process.env);
}
function endpointOf(url) {
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}
function proxyAuthorization(proxy) {
    if (proxy.username === '')
        return {};
    return {
        'proxy-authorization': (0,headers/* basicHeader */.mk)(decodeURIComponent(proxy.username), decodeURIComponent(proxy.password)),
    };
}
async function connectTls(url, closing) {
    const { host, port } = endpointOf(url);
    const proxy = proxyOf(url);
    const path = proxy === undefined ? { host, port } : { socket: await openTunnel(proxy, host, port, closing) };
    return handshake(external_node_tls_.connect({ ...path, ...serverName(host) }), closing);
}
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
            if (answer.statusCode === 407)
                return reject(unauthorized(proxy, target));
            reject(new Error(`the proxy ${proxy.host} answered ${answer.statusCode} to CONNECT ${target}`));
        };
        request.once('error', reject);
        request.once('response', refuse);
        request.once('connect', (answer, socket) => (answer.statusCode === 200 ? resolve(socket) : refuse(answer)));
        request.end();
    });
}
function unauthorized({ host }, target) {
    return new errors/* Failure */.HR('network', {
        operation: '',
        reason: `the proxy ${host} answered 407 to CONNECT ${target}`,
        advice: proxy/* credentialsAdvice */.x,
        permanent: true,
    });
}
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
            socket.setNoDelay();
            socket.on('error', () => undefined);
            resolve(socket);
        });
    });
}

;// CONCATENATED MODULE: ./build/src/http/transport/connections.js






const ending = Symbol('ending');
function createConnections() {
    const opened = new Map();
    const closing = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, closing.signal);
    const plain = new external_node_http_.Agent({ keepAlive: true });
    const secure = new external_node_https_.Agent({ keepAlive: true });
    const direct = secure.createConnection.bind(secure);
    const raw = createRawAgents();
    const refusals = new Map();
    const connect = (url) => {
        const pending = refusals.get(url.origin) ?? connectTls(url, closing.signal);
        pending.catch((error) => {
            if (error instanceof errors/* Failure */.HR)
                refusals.set(url.origin, pending);
        });
        return pending;
    };
    Object.assign(secure, {
        createConnection(options, callback) {
            const url = originOf(String(options.host), Number(options.port));
            const ahead = opened.get(url.origin)?.shift();
            if (ahead === undefined && proxyOf(url) === undefined) {
                return direct(options, (error, stream) => callback(error, stream));
            }
            const pending = ahead?.catch(() => connect(url)) ?? connect(url);
            handOver(pending, options[ending], callback);
            return undefined;
        },
    });
    function agentFor(url, isRaw) {
        if (url.protocol !== 'https:')
            return isRaw ? raw.plain : plain;
        return isRaw && proxyOf(url) === undefined ? raw.secure : secure;
    }
    return {
        options({ method, url }, headers, signal, isRaw = false) {
            const agent = agentFor(url, isRaw);
            const direct = { ...endpointOf(url), path: url.pathname + url.search, method, headers, agent, [ending]: signal };
            const proxy = url.protocol === 'http:' ? proxyOf(url) : undefined;
            if (proxy === undefined)
                return direct;
            const named = { ...headers, host: url.host, ...proxyAuthorization(proxy) };
            return { ...direct, ...endpointOf(proxy), path: url.href, headers: named };
        },
        open(url, count) {
            if (url.protocol !== 'https:')
                return;
            const waiting = opened.get(url.origin) ?? [];
            opened.set(url.origin, waiting);
            while (waiting.length < count) {
                const pending = connect(url);
                waiting.push(pending);
                const forget = () => {
                    const at = waiting.indexOf(pending);
                    if (at >= 0)
                        waiting.splice(at, 1);
                };
                pending.then((socket) => socket.unref().once('close', forget), forget);
            }
        },
        close() {
            closing.abort(new Error('the connections have been closed'));
            for (const pending of [...opened.values()].flat())
                pending.then((socket) => socket.destroy()).catch(() => undefined);
            opened.clear();
            for (const agent of [plain, secure, raw.plain, raw.secure])
                agent.destroy();
        },
    };
}
function originOf(host, port) {
    return new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}`);
}
function handOver(pending, signal, callback) {
    let given = false;
    const give = (error, socket) => {
        signal?.removeEventListener('abort', stop);
        if (given)
            socket?.destroy();
        else
            callback(error, socket);
        given = true;
    };
    const stop = () => give(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal?.addEventListener('abort', stop, { once: true });
    pending.then((socket) => give(null, socket.ref()), give);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./build/src/lib/version.js
var version = __webpack_require__(817);
// EXTERNAL MODULE: ./build/src/http/transport/body.js
var transport_body = __webpack_require__(4370);
;// CONCATENATED MODULE: ./build/src/http/transport/round-trip.js







const userAgent = `image-gate/${version/* version */.r}`;
const defaultLimit = 16 * 1024 * 1024;
function createRoundTrip(connections, timeouts, signal) {
    const client = new lib/* HttpClient */.Qq(userAgent);
    return async (wanted) => {
        let sent;
        let finish = () => { };
        try {
            return await new Promise((resolve, reject) => {
                finish = timeouts.begin((reason) => {
                    reject(reason);
                    sent?.destroy();
                });
                const headers = headersOf(wanted, client.userAgent);
                const info = {
                    parsedUrl: wanted.url,
                    options: connections.options(wanted, headers, signal),
                    httpModule: capturing(wanted.url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject, (request) => {
                        sent = request;
                    }),
                };
                client.requestRawWithCallback(info, bodyOf(wanted), (error, response) => {
                    if (response === undefined)
                        return reject(error);
                    const { message } = response;
                    (0,transport_body/* readBody */.x8)(message, wanted.limit ?? defaultLimit).then((body) => resolve(answerOf(wanted, message, body)), reject);
                });
            });
        }
        finally {
            finish();
        }
    };
}
function capturing(module, capture) {
    return Object.create(module, {
        request: {
            value(options, onResponse) {
                const request = module.request(options, onResponse);
                capture(request);
                return request;
            },
        },
    });
}
function bodyOf({ body }) {
    return body === undefined || typeof body === 'string' ? (body ?? null) : external_node_stream_.Readable.from([body]);
}
function headersOf({ headers, body }, agent = userAgent) {
    const common = { ...headers, 'user-agent': agent };
    return typeof body === 'string' || body === undefined
        ? common
        : { ...common, 'content-length': String(body.byteLength) };
}
function answerOf({ url }, { headers, statusCode = 0 }, body = Buffer.alloc(0)) {
    return { status: statusCode, ...(0,message/* headerReaders */.AP)(headers), body, url };
}

// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
;// CONCATENATED MODULE: ./build/src/http/client/redirects.js


const redirectLimit = 5;
const statuses = new Set([301, 302, 303, 307, 308]);
async function follow(wanted, send) {
    let request = wanted;
    let answer = await send(request);
    for (let hop = 0; mayFollow(request, answer); hop += 1) {
        if (hop === redirectLimit)
            throw (0,message/* refusal */.x5)(wanted, `it redirects more than ${redirectLimit} times`);
        request = redirected(request, answer);
        answer = { ...(await send(request)), redirectedFrom: wanted.url };
    }
    return answer;
}
function mayFollow(wanted, answer) {
    const location = answer.header('location');
    if (!statuses.has(answer.status) || location === undefined)
        return false;
    if (wanted.method !== 'GET' && wanted.method !== 'HEAD')
        return false;
    const stays = URL.canParse(location, wanted.url.href) && (0,url_policy/* sameOrigin */.Nm)(new URL(location, wanted.url), wanted.url);
    return stays || wanted.sameOriginOnly === undefined;
}
function redirected(request, answer) {
    const location = answer.header('location') ?? '';
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined)
        throw (0,message/* refusal */.x5)(request, 'it redirects to something that is no address');
    const objection = (0,url_policy/* refusalReason */.b)(url, request.url);
    if (objection !== undefined)
        throw (0,message/* refusal */.x5)(request, `it redirects to ${url.origin}, and ${objection}`);
    const { authorization, ...others } = request.headers ?? {};
    const stays = authorization !== undefined && (0,url_policy/* sameOrigin */.Nm)(url, request.url);
    return { ...request, url, headers: stays ? { ...others, authorization } : others };
}

// EXTERNAL MODULE: ./build/src/http/client/retry-loop.js
var retry_loop = __webpack_require__(565);
;// CONCATENATED MODULE: ./build/src/http/transport/send-body.js

async function sendBody(content, request, response, timeouts) {
    let over = false;
    let wake = () => { };
    const finish = () => {
        over = true;
        wake();
    };
    response.then(finish, finish);
    const timer = setTimeout(() => {
        if (!waiting)
            timer.refresh();
        else
            request.destroy(new Error(`nothing was taken for ${(0,duration/* formatSeconds */.Xo)(timeouts.silence)}`));
    }, timeouts.silence);
    let waiting = false;
    try {
        let sent = 0;
        for await (const chunk of content.chunks) {
            if (over)
                return await response;
            sent += chunk.length;
            if (sent > content.length)
                throw new Error(`the content is longer than its ${content.length} bytes`);
            waiting = true;
            timer.refresh();
            await new Promise((resolve) => {
                wake = resolve;
                request.write(chunk, () => resolve());
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
        return await answerTo(response, request, timeouts.thinking);
    }
    catch (error) {
        request.destroy();
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}
async function answerTo(response, request, timeout) {
    const timer = setTimeout(() => request.destroy(new Error(`no answer within ${(0,duration/* formatSeconds */.Xo)(timeout)} after the whole body`)), timeout);
    try {
        return await response;
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./build/src/http/transport/streams.js












const silence = 30_000;
const thinking = 5 * 60_000;
const longBody = 4 * 1024 * 1024;
const errorLimit = 1024 * 1024;
function createStreams({ options, connections, limiter, withRetries, whilePending }) {
    async function tryDownload(wanted) {
        const release = await limiter.acquire(wanted.url.host, options.signal);
        const note = noter(wanted);
        let streaming = false;
        const timeout = new AbortController();
        const timer = setTimeout(() => timeout.abort(new Error(`no answer within ${(0,duration/* formatSeconds */.Xo)(silence)}`)), silence);
        try {
            const sent = send(wanted, {}, AbortSignal.any([options.signal, timeout.signal]));
            sent.end();
            const message = await responseOf(sent);
            clearTimeout(timer);
            note(String(message.statusCode));
            const answer = answerOf(wanted, message);
            if (answer.status !== 200 && answer.status !== 206) {
                return { ...answer, body: await (0,transport_body/* readBody */.x8)(message, errorLimit) };
            }
            streaming = true;
            return { ...answer, content: readRaw(message, silence, release) ?? (0,transport_body/* readChunks */.zO)(message, silence, release) };
        }
        catch (error) {
            if (options.signal.aborted)
                throw options.signal.reason;
            if (error instanceof errors/* Failure */.HR)
                throw error;
            const cause = timeout.signal.aborted ? timeout.signal.reason : error;
            note((0,network_errors/* readNetworkError */.R)(cause).words);
            return { error: cause };
        }
        finally {
            clearTimeout(timer);
            if (!streaming)
                release();
        }
    }
    function send(wanted, more, signal) {
        const headers = { 'user-agent': userAgent, ...wanted.headers, ...more };
        const raw = (wanted.expects ?? 0) >= longBody;
        const prepared = { ...connections.options(wanted, headers, signal, raw), signal };
        return (wanted.url.protocol === 'https:' ? external_node_https_namespaceObject : external_node_http_namespaceObject).request(prepared);
    }
    function noter(wanted) {
        const begun = performance.now();
        return (end) => options.trace(`${(0,message/* describe */.q0)(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
    }
    return {
        download: (wanted) => whilePending(wanted, () => follow(wanted, (one) => withRetries(one, () => tryDownload(one)))),
        upload: (wanted, content) => whilePending(wanted, async () => {
            await limiter.waitForBackOff(wanted.url.host, options.signal);
            const note = noter(wanted);
            const sent = send(wanted, { 'content-length': String(content.length) }, options.signal);
            try {
                const message = await sendBody(content, sent, responseOf(sent), { silence, thinking });
                const body = await (0,transport_body/* readBody */.x8)(message, errorLimit);
                note(String(message.statusCode));
                return { ...answerOf(wanted, message), body };
            }
            catch (error) {
                if (options.signal.aborted)
                    throw options.signal.reason;
                if (error instanceof errors/* Failure */.HR)
                    throw error;
                note((0,network_errors/* readNetworkError */.R)(error).words);
                throw (0,retry_loop/* networkFailure */.r)(wanted, error);
            }
            finally {
                if (!sent.writableFinished)
                    sent.destroy();
            }
        }),
    };
}
function responseOf(sent) {
    return new Promise((resolve, reject) => {
        sent.once('response', resolve);
        sent.on('error', reject);
    });
}

;// CONCATENATED MODULE: ./build/src/http/client/in-flight.js
function createInFlight() {
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

;// CONCATENATED MODULE: ./build/src/http/transport/timeouts.js


function createTimeouts(signal, limit) {
    const inFlight = createInFlight();
    let watching = false;
    function watch() {
        const [first] = inFlight.all();
        watching = first !== undefined;
        if (first === undefined)
            return;
        const wait = Math.max(1, Math.ceil(first.at + limit - performance.now()));
        AbortSignal.timeout(wait).addEventListener('abort', () => {
            const latest = performance.now() - limit;
            const late = inFlight.all().filter(({ at }) => at <= latest);
            for (const { end } of late)
                end(new Error(`no answer within ${(0,duration/* formatSeconds */.Xo)(limit)}`));
            watch();
        });
    }
    signal.addEventListener('abort', () => {
        for (const { end } of inFlight.all())
            end(signal.reason);
    }, { once: true });
    return {
        begin(end) {
            signal.throwIfAborted();
            const over = inFlight.add({
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

;// CONCATENATED MODULE: ./build/src/http/client/limiter.js

function createLimiter(slots) {
    const hosts = new Map();
    const find = (name) => {
        const known = hosts.get(name) ?? { free: slots, blockedUntil: 0, queue: new Set() };
        hosts.set(name, known);
        return known;
    };
    return {
        async acquire(name, signal) {
            const host = find(name);
            await takeSlot(host, signal);
            const release = once(() => giveSlot(host));
            try {
                await afterBackOff(host, signal);
            }
            catch (error) {
                release();
                throw error;
            }
            return release;
        },
        waitForBackOff: (name, signal) => afterBackOff(find(name), signal),
        backOff(name, milliseconds) {
            const host = find(name);
            host.blockedUntil = Math.max(host.blockedUntil, performance.now() + milliseconds);
        },
    };
}
async function afterBackOff(host, signal) {
    for (let wait = host.blockedUntil - performance.now(); wait > 0; wait = host.blockedUntil - performance.now()) {
        await (0,timers/* sleep */.y)(wait, signal);
    }
}
function takeSlot(host, signal) {
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
function giveSlot(host) {
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

;// CONCATENATED MODULE: ./build/src/http/client/http.js












const socketsPerHost = 8;
const tryTimeout = 30_000;
function createHttp(options) {
    const connections = createConnections();
    const limiter = createLimiter(socketsPerHost);
    const withRetries = (0,retry_loop/* createRetryLoop */.J)(options, limiter);
    const pending = createInFlight();
    const roundTrip = createRoundTrip(connections, createTimeouts(options.signal, tryTimeout), options.signal);
    async function whilePending(wanted, work) {
        const over = pending.add(wanted);
        try {
            return await work();
        }
        finally {
            if (!options.signal.aborted)
                over();
        }
    }
    async function tryOnce(wanted) {
        const leave = await limiter.acquire(wanted.url.host, options.signal);
        const begun = performance.now();
        const note = (end) => options.trace(`${(0,message/* describe */.q0)(wanted)} → ${end}, ${Math.round(performance.now() - begun)} ms`);
        try {
            const answer = await roundTrip(wanted);
            note(String(answer.status));
            return answer;
        }
        catch (error) {
            if (options.signal.aborted)
                throw options.signal.reason;
            if (error instanceof errors/* Failure */.HR)
                throw error;
            note((0,network_errors/* readNetworkError */.R)(error).words);
            return { error };
        }
        finally {
            leave();
        }
    }
    return {
        request: (wanted) => whilePending(wanted, () => follow(wanted, (one) => withRetries(one, () => tryOnce(one)))),
        ...createStreams({ options, connections, limiter, withRetries, whilePending }),
        open: (url, requests = 1) => connections.open(url, Math.min(requests, socketsPerHost)),
        wait: (milliseconds) => (0,timers/* sleep */.y)(milliseconds, options.signal),
        pending: () => [...new Set(pending.all().map(message/* describe */.q0))],
        close: connections.close,
    };
}

// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/src/lib/processes.js

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
            env: Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined)),
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
const noInput = (() => undefined);
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
function ignoreUnreadInput(error) {
    if (error.syscall !== 'write' || (error.code !== 'EPIPE' && error.code !== 'EOF'))
        throw error;
}

// EXTERNAL MODULE: ./build/src/commands/shared/files/results-file.js
var results_file = __webpack_require__(9885);
;// CONCATENATED MODULE: ./build/src/commands/shared/progress/slowness.js

const slowAfter = 5000;
const look = 1000;
const mostNamed = 3;
function watchSlowness(progress, pending) {
    let reportedAt = Date.now();
    let shown = Number.NEGATIVE_INFINITY;
    let since = new Map();
    const reportProgress = () => {
        const now = Date.now();
        since = new Map(pending().map((request) => [request, since.get(request) ?? now]));
        const slow = [...since].filter(([, begun]) => now - begun >= slowAfter);
        if (slow.length === 0 || now - reportedAt < slowAfter)
            return;
        reportedAt = now;
        shown = now;
        const longest = now - Math.min(...slow.map(([, begun]) => begun));
        const names = slow.slice(0, mostNamed).map(([request]) => request);
        progress.update(`waiting ${(0,duration/* formatDuration */.a3)(longest)} for ${names.join(', ')}`);
    };
    const timer = setInterval(reportProgress, look).unref();
    return {
        progress: {
            ...progress,
            update(line, part) {
                reportedAt = Date.now();
                if (reportedAt - shown < progress.pause)
                    return;
                shown = reportedAt;
                progress.update(line, part);
            },
        },
        stop: () => clearInterval(timer),
    };
}

;// CONCATENATED MODULE: ./build/src/commands/run.js









const stopTime = 5000;
async function runCommand(command, inputs, { redactResult, ...settings }) {
    const resultsFile = (0,results_file/* resultsFileOf */.sq)(inputs);
    const milliseconds = command.timeout(inputs);
    const stop = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, stop.signal);
    const http = clientFor(stop.signal, milliseconds, settings.log);
    const stopHandlers = createStopHandlers(settings.log);
    const slowness = watchSlowness(settings.progress, http.pending);
    const callOff = (0,timers/* after */.P)(milliseconds, () => stop.abort(timeIsUp(command, milliseconds, http.pending())));
    const release = onSignals((signal) => stop.abort(cancelled(command, signal, http.pending())));
    try {
        const context = {
            ...settings,
            progress: slowness.progress,
            environment: forOthers(settings.environment),
            http,
            signal: stop.signal,
            now: () => new Date(),
            execute: execute,
            onStop: stopHandlers.register,
        };
        if (resultsFile !== undefined)
            await (0,results_file/* checkTarget */.e$)(resultsFile);
        const report = command.report(await command.run(inputs, context));
        return resultsFile === undefined ? report : await (0,results_file/* withResultsFile */.T8)(report, resultsFile, redactResult);
    }
    catch (thrown) {
        if (thrown !== stop.signal.reason || !(thrown instanceof errors/* Failure */.HR))
            throw thrown;
        throw withStopNotes(thrown, await stopHandlers.say());
    }
    finally {
        callOff();
        release();
        slowness.stop();
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
function forOthers(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:INPUT|IMAGE_GATE)_/.test(name)));
}
function createStopHandlers(log) {
    const stopHandlers = new Set();
    return {
        register(handler) {
            stopHandlers.add(handler);
            return () => void stopHandlers.delete(handler);
        },
        async say() {
            const http = clientFor(AbortSignal.timeout(stopTime), stopTime, log);
            const said = await Promise.allSettled([...stopHandlers].map((handler) => handler(http)));
            http.close();
            return said.map((one) => (one.status === 'fulfilled' ? one.value : `it could not be put right: ${one.reason}`));
        },
    };
}
function withStopNotes(failure, lines) {
    if (lines.length === 0)
        return failure;
    return new errors/* Failure */.HR(failure.kind, {
        operation: '',
        reason: `${failure.message}; ${lines.join('; ')}`,
        advice: failure.advice,
        pages: lines.flatMap((line) => line.match(/https?:\/\/[^\s,;]+/g) ?? []),
        cause: failure.cause,
    });
}
function timeIsUp(command, milliseconds, pending) {
    return new errors/* Failure */.HR('timeout', {
        operation: command.name,
        reason: `time ran out after ${milliseconds < 10_000 ? `${milliseconds / 1000} s` : (0,duration/* formatDuration */.a3)(milliseconds)}${waitingFor(pending)}`,
        advice: `Raise ${(0,input_names/* inputName */.yu)('timeout')}, or find out why the server is slow.`,
    });
}
function cancelled(command, signal, pending) {
    return new errors/* Failure */.HR('cancelled', { operation: command.name, reason: `cancelled by ${signal}${waitingFor(pending)}` });
}
function waitingFor(pending) {
    return pending.length === 0 ? '' : `, waiting for ${pending.slice(0, 3).join(', ')}`;
}
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

/***/ 9885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T8: () => (/* binding */ withResultsFile),
/* harmony export */   e$: () => (/* binding */ checkTarget),
/* harmony export */   sq: () => (/* binding */ resultsFileOf),
/* harmony export */   tW: () => (/* binding */ resultsFileInput),
/* harmony export */   vN: () => (/* binding */ writeTarget)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_replace_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6260);
/* harmony import */ var _inputs_types_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6318);





const resultsFileInput = {
    'results-file': (0,_inputs_types_js__WEBPACK_IMPORTED_MODULE_4__/* .file */ .NJ)({
        help: 'Write the JSON of the output `results` to this file too. The folder must exist. An existing file is replaced.',
    }),
};
function resultsFileOf(inputs) {
    const path = inputs['results-file'];
    return typeof path === 'string' ? path : undefined;
}
async function withResultsFile(report, path, redact) {
    try {
        await writeTarget(path, `${redact(report.outputs.results ?? '[]')}\n`);
        return report;
    }
    catch (thrown) {
        const failure = (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(thrown);
        return { ...report, failures: [...report.failures, failure], exitCode: report.exitCode || failure.exitCode };
    }
}
async function checkTarget(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
    if (found !== undefined && !found.isFile())
        throw unwritable(path, 'it exists, and is not a file');
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))).catch(() => undefined);
    if (!folder?.isDirectory())
        throw unwritable(path, 'there is no such folder');
}
async function writeTarget(path, text) {
    await (0,_lib_replace_file_js__WEBPACK_IMPORTED_MODULE_3__/* .replaceFile */ .f)(path, text, 0o666).catch((error) => {
        throw unwritable(path, error.message);
    });
}
function unwritable(path, why) {
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageFailure */ .II)(`the file ${JSON.stringify(path)} cannot be written: ${why}`, 'Name another file.');
}


/***/ }),

/***/ 1922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   sZ: () => (/* binding */ misspelledVariables),
/* harmony export */   tN: () => (/* binding */ unreadVariables)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8640);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8226);



const prefix = 'IMAGE_GATE_';
function environmentName(input) {
    return `${prefix}${input.toUpperCase().replaceAll('-', '_')}`;
}
function misspelledVariables(environment, inputs) {
    const known = [...inputs].map((input) => environmentName(input).slice(prefix.length));
    return unreadVariables(environment, inputs).flatMap((name) => {
        const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .Z)(name.slice(prefix.length), known);
        return near === undefined ? [] : [`${name} is the variable of no input. Did you mean ${prefix}${near}?`];
    });
}
function unreadVariables(environment, inputs) {
    const read = new Set([...inputs].map(environmentName));
    return Object.keys(environment).filter((name) => name.startsWith(prefix) && !read.has(name) && environment[name]?.trim());
}
async function readInputs(definitions, reader, log) {
    const names = Object.keys(definitions);
    const found = names.map((name) => ({ name, input: definitions[name], ...find(name, definitions[name], reader) }));
    const values = new Map();
    for (const { name, input, text, label } of found.filter(({ input: { type } }) => type === 'secret')) {
        if (text !== undefined && input.masks === undefined)
            log.secret(text);
        const value = text === undefined ? input.absent : await input.read(text, label);
        for (const part of input.masks?.(value) ?? [])
            log.secret(part);
        values.set(name, value);
    }
    const texts = new Map(found.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text]])));
    for (const { name, input, label } of found.filter(({ input: { type } }) => type !== 'secret')) {
        const text = texts.get(name);
        values.set(name, text === undefined ? input.absent : await input.read(text, label));
    }
    for (const { name, input, text, label } of found) {
        if (input.infer !== undefined)
            values.set(name, input.infer(texts));
        const warning = text === undefined ? undefined : input.doubt?.(text, label);
        if (warning !== undefined)
            log.warn(warning);
    }
    return Object.fromEntries(names.map((name) => [name, values.get(name)]));
}
function find(name, input, reader) {
    const given = reader.given(name)?.trim();
    if (given === '' && input.refusesEmpty && reader.frontend === 'cli') {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)(name)} is empty`, 'Give a value, or leave it out.');
    }
    if (given)
        return { text: given, label: (0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)(name) };
    const variable = environmentName(name);
    const inherited = reader.environment[variable]?.trim();
    if (inherited)
        return { text: inherited, label: variable };
    return { text: input.fallback, label: (0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)(name) };
}


/***/ }),

/***/ 8226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
function suggest(given, words) {
    const ranked = words
        .map((word) => ({ word, distance: distance(given.toLowerCase(), word.toLowerCase()) }))
        .filter(({ word, distance: far }) => far <= Math.max(1, Math.floor(word.length / 3)))
        .sort((one, other) => one.distance - other.distance);
    return ranked[0]?.word;
}
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

/***/ 6318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zM: () => (/* binding */ types_boolean),
  th: () => (/* binding */ checkUserName),
  Yq: () => (/* binding */ choice),
  p0: () => (/* binding */ duration),
  NJ: () => (/* binding */ file),
  Mn: () => (/* binding */ lines),
  p_: () => (/* binding */ list),
  TN: () => (/* binding */ oneLine),
  T1: () => (/* binding */ pattern),
  Kf: () => (/* binding */ readChoice),
  rJ: () => (/* binding */ secret),
  dT: () => (/* binding */ secretLine),
  ry: () => (/* binding */ splitList),
  Qq: () => (/* binding */ types_text),
  rD: () => (/* binding */ wholeNumber)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/glob.js
const globParts = [
    /\[!/,
    /(?:^|[^\\])\.\*\.\*/,
    /(?:^|[^\\])[\w/:-]\*$/,
    /(?:^|[^\\])[_/:-]\*\$$/,
    /(?:^|[^\\])(?:[_/:-]\??|[\w.-]\?)\?$/,
];
const plainGlob = /^(?=[\w./:*?-]+$)(?:.*[_/:-]\*|.*[A-Za-z0-9]\*[_./:-])/;
function looksLikeGlob(pattern) {
    const parts = alternativesOf(pattern);
    if (parts.length > 1 && parts.some(looksLikeGlob))
        return true;
    return plainGlob.test(pattern) || globParts.some((part) => part.test(pattern));
}
function isGlob(text) {
    return /^[\w./:*?[\]!{},-]+$/.test(text) && (/[*?]/.test(text) || /\{[^{}]*,[^{}]*\}/.test(text));
}
function alternativesOf(pattern) {
    return /[{}[\]()\\]/.test(pattern) ? [pattern] : pattern.split(/[,|]/);
}
function patternOfGlob(glob) {
    const bare = glob.replace(/^\^|\$$/g, '');
    const [only = '', ...others] = alternativesOf(bare).map(bodyOf);
    if (others.length > 0)
        return `^(?:${[only, ...others].join('|')})$`;
    const whole = `^${only}$`;
    return whole === '^.*$' ? '.*' : whole.replace(/^\^\.\*/, '').replace(/\.\*\$$/, '');
}
function bodyOf(glob) {
    const parts = glob.match(/\*+|\{[^{}]*,[^{}]*\}|\[!?[^\]]+\]|./gs) ?? [];
    return parts.map(patternOfPart).join('');
}
function patternOfPart(part) {
    if (part.startsWith('*'))
        return '.*';
    if (part === '?')
        return '.';
    if (part.length === 1)
        return part.replace(/[\\^$.|+()[\]{}]/, '\\$&');
    if (part.startsWith('['))
        return part.replace('[!', '[^');
    return `(?:${part.slice(1, -1).split(',').map(bodyOf).join('|')})`;
}

// EXTERNAL MODULE: ./build/src/commands/shared/inputs/suggest.js
var suggest = __webpack_require__(8226);
;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/types.js



const millisecondsOf = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const oneDay = 86_400_000;
const longestWait = 366 * oneDay;
const longestText = 10_000;
const longestPattern = 500;
function types_text(words) {
    return { type: 'text', placeholder: 'TEXT', absent: undefined, read: oneLine, ...words };
}
function lines(words) {
    const read = (given, name) => {
        for (const line of given.split(/\r?\n/))
            oneLine(line.replaceAll('\t', ' '), name);
        return given;
    };
    return { type: 'text', placeholder: 'TEXT', absent: undefined, read, ...words };
}
function list(words) {
    const read = (given, name) => splitList(given).map((entry) => oneLine(entry, name));
    return { type: 'list', placeholder: 'A,B,…', absent: [], read, ...words };
}
function splitList(text) {
    return text
        .split(/[,\n]/)
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '');
}
function types_boolean(words) {
    const read = (given, name) => {
        if (/^(?:true|True|TRUE)$/.test(given))
            return true;
        if (/^(?:false|False|FALSE)$/.test(given))
            return false;
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is neither true nor false`);
    };
    return { type: 'boolean', placeholder: '', absent: undefined, read, ...words };
}
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
function pattern(words) {
    const read = (given, name) => {
        if (given.length > longestPattern)
            throw (0,errors/* usageFailure */.II)(`${name} is longer than ${longestPattern} characters`);
        try {
            return new RegExp(given, 'u');
        }
        catch (error) {
            throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is not a regular expression: ${error.message}`, isGlob(given) ? `It looks like a glob. Write ${patternOfGlob(given)}.` : undefined);
        }
    };
    const doubt = (given, name) => looksLikeGlob(given)
        ? `${name} is ${JSON.stringify(given)}, which looks like a glob, but is read as a regular expression that matches ` +
            `somewhere in a name. Did you mean ${patternOfGlob(given)}?`
        : undefined;
    return { type: 'pattern', placeholder: 'REGEXP', absent: undefined, read, doubt, ...words };
}
function choice(choices, words) {
    const read = (given, name) => readChoice(given, name, choices, words.anyCase ? given.toLowerCase() : given);
    return { type: 'choice', choices, placeholder: choices.join('|'), absent: words.fallback, read, ...words };
}
function readChoice(given, name, choices, wanted = given) {
    const found = choices.find((one) => one === wanted);
    if (found !== undefined)
        return found;
    const near = (0,suggest/* suggest */.Z)(given, choices);
    throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given)}, which is none of ${choices.join(', ')}`, near === undefined ? undefined : `Did you mean ${near}?`);
}
function file(words) {
    return { type: 'file', placeholder: 'FILE', absent: undefined, read: oneLine, ...words };
}
function secret(words) {
    return { type: 'secret', placeholder: 'SECRET', absent: undefined, read: secretLine, ...words };
}
function checkUserName(given, name) {
    if (given.includes(':'))
        throw (0,errors/* usageFailure */.II)(`${name} has a colon in it, which no user name can have`);
}
function oneLine(given, name) {
    if (given.length > longestText)
        throw (0,errors/* usageFailure */.II)(`${name} is longer than ${longestText} characters`);
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) {
        throw (0,errors/* usageFailure */.II)(`${name} is ${JSON.stringify(given.slice(0, 80))}, which has a line break or another control character`);
    }
    return given;
}
function secretLine(given, name) {
    if (given.length > longestText)
        throw (0,errors/* usageFailure */.II)(`${name} is longer than ${longestText} characters`);
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) {
        throw (0,errors/* usageFailure */.II)(`${name} has a line break or another control character inside`, 'Store the secret again, as one line.');
    }
    return given;
}


/***/ }),

/***/ 565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ createRetryLoop),
/* harmony export */   r: () => (/* binding */ networkFailure)
/* harmony export */ });
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8081);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_timers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6167);
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3833);
/* harmony import */ var _network_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(434);
/* harmony import */ var _transport_body_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4370);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2643);







function createRetryLoop(options, limiter) {
    const random = options.random ?? Math.random;
    return async (wanted, tryOnce) => {
        const repeatable = wanted.repeatable ?? (wanted.method !== 'POST' && wanted.method !== 'PATCH');
        for (let attempt = 1;; attempt += 1) {
            wanted.onTry?.();
            const outcome = await tryOnce();
            const read = readOutcome(outcome);
            const mayRepeat = repeatable || (read.kind === 'answer' && (0,_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .isTurnedAway */ .n7)(read));
            const decision = mayRepeat ? (0,_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .decideRetry */ .tE)(read, attempt, options.now(), random) : { again: false };
            if (!decision.again)
                return settle(wanted, outcome);
            const left = options.deadline.getTime() - options.now().getTime();
            if (decision.wait >= left) {
                return settle(wanted, outcome, `the next try would be in ${(0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .formatSeconds */ .Xo)(decision.wait)}, and only ${(0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .formatSeconds */ .Xo)(left)} are left`);
            }
            options.trace(`${(0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(wanted)}: again in ${(0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_5__/* .formatSeconds */ .Xo)(decision.wait)}${decision.byServer ? ', as the server requires' : ''}`);
            if (decision.byServer)
                limiter.backOff(wanted.url.host, decision.wait);
            else
                await (0,_lib_timers_js__WEBPACK_IMPORTED_MODULE_6__/* .sleep */ .y)(decision.wait, options.signal);
        }
    };
}
function readOutcome(attempt) {
    if (!('error' in attempt))
        return { kind: 'answer', status: attempt.status, header: attempt.header, body: attempt.body };
    return {
        kind: 'error',
        permanent: attempt.error instanceof _transport_body_js__WEBPACK_IMPORTED_MODULE_3__/* .BodyTooLarge */ .KQ || (0,_network_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .readNetworkError */ .R)(attempt.error).permanent,
    };
}
function settle(wanted, attempt, note) {
    if (!('error' in attempt))
        return note === undefined ? attempt : { ...attempt, note };
    throw networkFailure(wanted, attempt.error, note);
}
function networkFailure(wanted, error, note) {
    if (error instanceof _transport_body_js__WEBPACK_IMPORTED_MODULE_3__/* .BodyTooLarge */ .KQ)
        return (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)(wanted, error.message);
    const { words, advice, permanent } = (0,_network_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .readNetworkError */ .R)(error);
    const reason = note === undefined ? words : `${words}; ${note}`;
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('network', { operation: (0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(wanted), reason, advice, permanent, cause: error });
}


/***/ }),

/***/ 2643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tE: () => (/* binding */ decideRetry),
  S4: () => (/* binding */ isLimit),
  n7: () => (/* binding */ isTurnedAway)
});

;// CONCATENATED MODULE: ./build/src/http/client/retry-after.js
const momentsBeginAt = 1_000_000_000;
function retryAfter(header, now) {
    const serverNow = parseDate(header('date')) ?? now.getTime();
    return (delayOf(header('retry-after'), serverNow) ??
        delayOf(header('x-retry-after'), serverNow) ??
        (limitIsUsedUp(header) ? delayOf(header('x-ratelimit-reset'), serverNow) : undefined));
}
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
function parseDate(text) {
    if (text === undefined || !/^[A-Za-z]{3,9}[, ]/.test(text))
        return undefined;
    const moment = Date.parse(/GMT$/i.test(text.trim()) ? text : `${text} GMT`);
    return Number.isNaN(moment) ? undefined : moment;
}

;// CONCATENATED MODULE: ./build/src/http/client/retry.js

const retriedStatuses = new Set([408, 429, 500, 502, 503, 504]);
const firstWait = { error: 300, limit: 1000 };
const tries = { error: 4, limit: 6 };
const secondaryWait = 60_000;
const jitter = 0.25;
function decideRetry(outcome, attempt, now, random) {
    const cause = retryCause(outcome);
    if (cause === undefined || attempt >= tries[cause])
        return { again: false };
    const own = firstWait[cause] * 2 ** (attempt - 1);
    const serverWait = outcome.kind === 'answer' ? serverWaitOf(outcome, now) : undefined;
    const wait = Math.max(own, serverWait ?? 0) + own * jitter * random();
    return { again: true, wait: Math.ceil(wait), byServer: serverWait !== undefined };
}
function serverWaitOf(answer, now) {
    return retryAfter(answer.header, now) ?? (saysSecondaryLimit(answer) ? secondaryWait : undefined);
}
function retryCause(outcome) {
    if (outcome.kind === 'error')
        return outcome.permanent ? undefined : 'error';
    if (isLimit(outcome))
        return 'limit';
    return retriedStatuses.has(outcome.status) ? 'error' : undefined;
}
function isLimit(answer) {
    const { status, header } = answer;
    if (status !== 403)
        return status === 429;
    return limitIsUsedUp(header) || header('retry-after') !== undefined || saysSecondaryLimit(answer);
}
function isTurnedAway(answer) {
    return isLimit(answer) || (answer.status === 503 && answer.header('retry-after') !== undefined);
}
function saysSecondaryLimit({ status, body }) {
    const words = Buffer.from(body.subarray(0, 1000)).toString('utf8');
    return (status === 403 || status === 429) && /secondary rate limit/i.test(words);
}


/***/ }),

/***/ 100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ nextLink),
/* harmony export */   mk: () => (/* binding */ basicHeader),
/* harmony export */   z1: () => (/* binding */ createScanner)
/* harmony export */ });
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
    const { take, isAtEnd } = createScanner(header);
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
function basicHeader(username, password) {
    return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}
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

/***/ 3833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AP: () => (/* binding */ headerReaders),
/* harmony export */   O0: () => (/* binding */ encodePath),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

function describe(request) {
    return `${request.method} ${request.url.origin}${request.url.pathname}`;
}
function refusal(wanted, reason) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        operation: describe(wanted),
        reason,
        advice: 'Check that the address is the service’s own.',
    });
}
function encodePath(path) {
    return path.split('/').map(encodeURIComponent).join('/');
}
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

/***/ 434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readNetworkError)
/* harmony export */ });
/* harmony import */ var node_util_types__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3429);
/* harmony import */ var _lib_clean_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9723);


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
function readNetworkError(thrown) {
    const { code, message } = dig(thrown);
    const words = (0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .O)(code !== undefined && !message.includes(code) ? `${message} (${code})` : message);
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
    if (!(thrown instanceof Error || (0,node_util_types__WEBPACK_IMPORTED_MODULE_0__.isNativeError)(thrown)))
        return { code: undefined, message: String(thrown) };
    const inner = thrown.errors?.[0];
    if (inner !== undefined && thrown.message === '')
        return dig(inner);
    const { code } = thrown;
    return { code: typeof code === 'string' ? code : undefined, message: thrown.message || thrown.name };
}


/***/ }),

/***/ 4370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KQ: () => (/* binding */ BodyTooLarge),
/* harmony export */   x8: () => (/* binding */ readBody),
/* harmony export */   zO: () => (/* binding */ readChunks)
/* harmony export */ });
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8081);

class BodyTooLarge extends Error {
    limit;
    constructor(limit) {
        super(`the answer is longer than ${limit} bytes`);
        this.limit = limit;
        this.name = 'BodyTooLarge';
    }
}
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
async function* readChunks(message, silence, end) {
    let waiting = true;
    const timer = setTimeout(() => {
        if (waiting)
            message.destroy(new Error(`nothing came for ${(0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSeconds */ .Xo)(silence)}`));
        else
            timer.refresh();
    }, silence);
    try {
        for await (const chunk of message) {
            waiting = false;
            yield chunk;
            waiting = true;
            timer.refresh();
        }
    }
    finally {
        clearTimeout(timer);
        end();
    }
}


/***/ }),

/***/ 7820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor),
/* harmony export */   x: () => (/* binding */ credentialsAdvice)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);


const credentialsAdvice = 'Put the credentials into the address of the proxy: http://USER:PASSWORD@HOST:PORT.';
function proxyFor(url, environment) {
    const found = variable(environment, `${url.protocol.replace(':', '')}_proxy`) ?? variable(environment, 'all_proxy');
    if (found === undefined)
        return undefined;
    if (isException(url, variable(environment, 'no_proxy')?.value ?? ''))
        return undefined;
    const proxy = parseProxy(found.value, found.name);
    if (url.protocol === 'https:' || proxy.protocol === 'http:')
        return proxy;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${found.name} is an https:// proxy, which is not supported for plain HTTP`, 'Give the address of an HTTP proxy: http://HOST:PORT.');
}
function variable(environment, name) {
    for (const one of [name, name.toUpperCase()]) {
        const value = environment[one];
        if (value)
            return { name: one, value: value.trim() };
    }
    return undefined;
}
const address = /^(?:https?:\/\/)?(?:[^\s/?#]*@)?(?:\[[0-9a-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(?::0*[1-9]\d*)?\/?$/iu;
function parseProxy(text, name) {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${name} is a ${scheme}:// proxy, which is not supported`, 'Give the address of an HTTP proxy: http://HOST:PORT.');
    }
    const whole = scheme === undefined ? `http://${text}` : text;
    if (!address.test(text) || !URL.canParse(whole) || !isDecodable(new URL(whole))) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${name} is not the address of a proxy`, 'Write http://HOST:PORT, or http://USER:PASSWORD@HOST:PORT with special characters percent-encoded (% is %25).');
    }
    return new URL(whole);
}
function isDecodable({ username, password }) {
    try {
        return decodeURIComponent(`${username}${password}`) !== undefined;
    }
    catch {
        return false;
    }
}
function isException(url, exceptions) {
    const host = plainHost(url.hostname);
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return exceptions
        .split(/[\s,]+/)
        .filter((entry) => entry !== '')
        .some((entry) => entry === '*' || matches(entry.toLowerCase(), host, port));
}
function matches(entry, host, port) {
    const network = /^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/.exec(entry);
    if (network !== null)
        return isInNetwork(host, network[1] ?? '', Number(network[2]));
    const [, name = entry, wanted] = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) === 6 ? [] : (/^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? []);
    if (wanted !== undefined && wanted !== port)
        return false;
    const bare = plainHost(name).replace(/^\*?\./, '');
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0)
        return isInNetwork(host, bare, (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) === 4 ? 32 : 128);
    return bare !== '' && (host === bare || host.endsWith(`.${bare}`));
}
function isInNetwork(host, address, prefix) {
    const [family, ofHost] = [(0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address), (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host)];
    if (family === 0 || family !== ofHost || prefix > (family === 4 ? 32 : 128))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    const type = family === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(address, prefix, type);
    return list.check(host, type);
}
function plainHost(host) {
    return host
        .toLowerCase()
        .replace(/^\[|\]$/g, '')
        .replace(/\.$/, '');
}


/***/ }),

/***/ 8106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nm: () => (/* binding */ sameOrigin),
/* harmony export */   b: () => (/* binding */ refusalReason)
/* harmony export */ });
/* unused harmony export isPrivate */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _lib_loopback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(632);


function sameOrigin(one, other) {
    return one.origin === other.origin;
}
function isPrivate(url) {
    const name = url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
    if ((0,_lib_loopback_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U)(name))
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
function refusalReason(target, from) {
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

/***/ 9723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ cleanLine)
/* harmony export */ });
function cleanLine(text, limit = 300) {
    const flat = text
        .replace(/(?![\n\r\t])\p{Cc}\[[0-9;?]*[ -/]*[@-~]/gu, '')
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .replaceAll('##[', '# #[')
        .replace(/^[\s:]*::/, '')
        .trim();
    return flat.length <= limit ? flat : `${flat.slice(0, limit - 1)}…`;
}


/***/ }),

/***/ 8081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QA: () => (/* binding */ formatSpan),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   im: () => (/* binding */ formatDay)
/* harmony export */ });
function formatDuration(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    if (minutes < 120)
        return `${minutes} m`;
    return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
}
function formatSeconds(milliseconds) {
    return `${Math.max(0, Math.round(milliseconds / 100) / 10)} s`;
}
function formatDay(date) {
    return date.toISOString().slice(0, 10);
}
const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
function formatSpan(milliseconds) {
    const unit = units.find(([, size]) => milliseconds > 0 && milliseconds % size === 0);
    return unit === undefined ? `${milliseconds}ms` : `${milliseconds / unit[1]}${unit[0]}`;
}


/***/ }),

/***/ 9862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   II: () => (/* binding */ usageFailure),
/* harmony export */   h_: () => (/* binding */ asFailure),
/* harmony export */   hk: () => (/* binding */ failureOfImage)
/* harmony export */ });
const exitCodes = {
    usage: 64,
    authentication: 2,
    'not-found': 3,
    denied: 4,
    server: 5,
    network: 6,
    timeout: 6,
    unsupported: 7,
    build: 1,
    condition: 1,
    cancelled: 130,
};
class Failure extends Error {
    kind;
    exitCode;
    operation;
    reason;
    advice;
    status;
    pages;
    permanent;
    constructor(kind, parts) {
        super(parts.operation === '' ? parts.reason : `${parts.operation}: ${parts.reason}`, { cause: parts.cause });
        this.name = 'Failure';
        this.kind = kind;
        this.operation = parts.operation;
        this.reason = parts.reason;
        this.exitCode = exitCodes[kind];
        this.advice = parts.advice;
        this.status = parts.status;
        this.pages = parts.pages ?? [];
        this.permanent = parts.permanent ?? false;
    }
}
function usageFailure(what, advice) {
    return new Failure('usage', { operation: '', reason: what, advice });
}
function failureOfImage(thrown, image, tag) {
    const failure = asFailure(thrown);
    const { message } = failure;
    if (tag === undefined || message.includes(image) || message.includes(`/manifests/${tag}`))
        return failure;
    const { kind, advice, status, pages, permanent, cause } = failure;
    return new Failure(kind, { operation: image, reason: message, advice, status, pages, permanent, cause });
}
function asFailure(thrown) {
    if (thrown instanceof Failure)
        return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new Failure('server', {
        operation: 'Unexpected fault',
        reason: message,
        advice: 'This is a defect of Image Gate: please report it with the log of a verbose run (debug logging in a workflow).',
        cause: thrown,
    });
}


/***/ }),

/***/ 8640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RJ: () => (/* binding */ usernameAndPassword),
/* harmony export */   UV: () => (/* binding */ inputValue),
/* harmony export */   Uw: () => (/* binding */ asYaml),
/* harmony export */   v0: () => (/* binding */ asFlag),
/* harmony export */   yu: () => (/* binding */ inputName),
/* harmony export */   zl: () => (/* binding */ writeInputs)
/* harmony export */ });
const begin = '\uFDD0';
const assign = '\uFDD1';
const end = '\uFDD2';
const marked = /\uFDD0([^\uFDD0-\uFDD2]*)(?:\uFDD1([^\uFDD0-\uFDD2]*))?\uFDD2/g;
function inputName(name) {
    return `${begin}${name}${end}`;
}
function inputValue(name, value) {
    const text = String(value);
    const shown = /^[\w./…][\w./:@%+,=…-]*$/.test(text) ? text : `'${text}'`;
    return `${begin}${name}${assign}${shown}${end}`;
}
const usernameAndPassword = `${inputName('username')} and ${inputName('password')}`;
const asFlag = (name, value) => {
    if (value === 'false')
        return `--no-${name}`;
    return value === undefined || value === 'true' ? `--${name}` : `--${name} ${value}`;
};
const asYaml = (name, value) => (value === undefined ? name : `${name}: ${value}`);
function writeInputs(text, style) {
    return text.includes(begin)
        ? text.replace(marked, (_, name, value) => style(name, value))
        : text;
}


/***/ }),

/***/ 632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isLoopback)
/* harmony export */ });
function isLoopback(host) {
    const name = host.replace(/:\d+$/, '').toLowerCase();
    return name === 'localhost' || name.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(name) || name === '[::1]';
}


/***/ }),

/***/ 6260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ replaceFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);



async function replaceFile(path, content, mode, links = 'followed') {
    const target = links === 'replaced' ? path : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path).catch(() => path);
    const fresh = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(target)}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(fresh, 'wx', mode);
    try {
        try {
            await file.writeFile(content);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(fresh, target);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink)(fresh).catch(() => undefined);
        throw error;
    }
}


/***/ }),

/***/ 8392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ watchOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

function watchOutput({ stdout, stderr }, onFailure) {
    stderr.on('error', () => undefined);
    stdout.on('error', (error) => {
        if (error.code === 'EPIPE')
            return;
        const failure = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`standard output cannot be written: ${error.message}`, 'Redirect it to a file that can be written to.');
        stderr.write(`Error: ${failure.message}\nWhat to do: ${failure.advice}\n`);
        onFailure(failure);
    });
}


/***/ }),

/***/ 6167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ after),
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
const longest = 2 ** 31 - 1;
function after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, longest));
    return () => clearTimeout(timer);
}
function sleep(milliseconds, signal) {
    return new Promise((resolve, reject) => {
        if (signal.aborted)
            return reject(signal.reason);
        const stop = () => {
            callOff();
            reject(signal.reason);
        };
        const callOff = after(milliseconds, () => {
            signal.removeEventListener('abort', stop);
            resolve();
        });
        signal.addEventListener('abort', stop, { once: true });
    });
}


/***/ }),

/***/ 817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
const version = '0.1.0';


/***/ }),

/***/ 8424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ githubApiUrl),
/* harmony export */   S: () => (/* binding */ readWorkflow)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8640);



function readWorkflow(environment, token) {
    const { GITHUB_REPOSITORY, GITHUB_SHA, GITHUB_REF = '', GITHUB_REF_NAME = '', GITHUB_HEAD_REF } = environment;
    if (!GITHUB_REPOSITORY || !GITHUB_SHA)
        return undefined;
    return {
        repository: GITHUB_REPOSITORY,
        commit: () => headOfPullRequest(environment) ?? GITHUB_SHA.toLowerCase(),
        ref: GITHUB_REF,
        refName: GITHUB_HEAD_REF || GITHUB_REF_NAME,
        ...(isOfPullRequest(environment) && { mergedInto: () => mergedInto(environment) }),
        apiUrl: githubApiUrl(environment),
        token: token || undefined,
    };
}
function githubApiUrl({ GITHUB_API_URL }) {
    return GITHUB_API_URL || 'https://api.github.com';
}
function isOfPullRequest({ GITHUB_EVENT_NAME }) {
    return GITHUB_EVENT_NAME?.startsWith('pull_request') === true;
}
function headOfPullRequest(environment) {
    if (!isOfPullRequest(environment))
        return undefined;
    const sha = readPullRequest(environment)?.head?.sha;
    if (typeof sha === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(sha))
        return sha.toLowerCase();
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`the pull request's head cannot be read from the event (GITHUB_EVENT_PATH is ${JSON.stringify(environment.GITHUB_EVENT_PATH ?? '')})`, `Give the commit: ${(0,_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputValue */ .UV)('ref', '${{ github.event.pull_request.head.sha }}')}.`);
}
function mergedInto(environment) {
    const { GITHUB_EVENT_NAME, GITHUB_REF = '', GITHUB_BASE_REF } = environment;
    const { merged, base } = readPullRequest(environment) ?? {};
    const [, branch] = /^refs\/heads\/(.+)$/.exec(GITHUB_REF) ?? [];
    if (merged === true)
        return typeof base?.ref === 'string' ? base.ref : GITHUB_BASE_REF || branch;
    return GITHUB_EVENT_NAME === 'pull_request' ? branch : undefined;
}
function readPullRequest({ GITHUB_EVENT_PATH = '' }) {
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(GITHUB_EVENT_PATH, 'utf8')).pull_request;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J_: () => (/* binding */ failureList),
/* harmony export */   OR: () => (/* binding */ failureObject),
/* harmony export */   Uq: () => (/* binding */ failureTitles),
/* harmony export */   vS: () => (/* binding */ explainFailures)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(364);

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
    condition: 'refused',
    cancelled: 'cancelled',
};
function explainFailures(failures, label = '') {
    const advices = [...new Set(failures.map(({ advice }) => advice))];
    return advices.flatMap((advice) => {
        const messages = failures.filter((failure) => failure.advice === advice).map(({ message }) => `${label}${message}`);
        return [...new Set(messages), ...(advice === undefined ? [] : [`What to do: ${advice}`])];
    });
}
function failureObject({ message, exitCode }) {
    return { status: 'error', error: message, exitCode };
}
const mostListed = 20;
function failureText({ operation, reason, message }) {
    if (!/^[A-Z]+ https?:\/\//.test(operation))
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(message);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD) `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(reason)}<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(operation)}`;
}
function failureList(failures) {
    const different = [...new Map(failures.map((one) => [`${one.message}\n${one.advice}`, one])).values()];
    const shown = different.slice(0, mostListed).map((failure, at, all) => {
        const { advice } = failure;
        return advice === undefined || all[at + 1]?.advice === advice
            ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD) `- ${failureText(failure)}`
            : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD) `- ${failureText(failure)}<br>**What to do:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(advice)}`;
    });
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
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   R_: () => (/* binding */ heading),
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
function markdown(parts, ...values) {
    return parts.reduce((text, part, at) => text + part + (at < values.length ? String(values[at]) : ''), '');
}
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
function plain(text) {
    return text
        .replace(unseen, ' ')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[!"#$%'()*+,\-./:=?@[\\\]^_`{|}~]/g, '\\$&');
}
function unbroken(text) {
    return plain(text.replaceAll(' ', '\u00a0'));
}
function code(text) {
    return text === '' ? '' : `<code>${plain(text)}</code>`;
}
function link(text, url) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        return plain(text);
    return `<a href="${new URL(url).href.replace(/[&"'<>`|\\]/g, (found) => `&#${found.charCodeAt(0)};`)}">${plain(text)}</a>`;
}
const marks = {
    good: '✅ ',
    bad: '❌ ',
    warning: '⚠️ ',
    pause: '⏳ ',
    newer: '⬆️ ',
    'dry-run': '🔍 DRY RUN: ',
    'bad-dry-run': '❌ DRY RUN: ',
    none: '',
};
function heading(mark, sentence) {
    return markdown `### ${marks[mark]}${plain(sentence)}`;
}
function codeBlock(lines) {
    if (lines.length === 0)
        return undefined;
    const text = lines.map((line) => line.replace(unseen, ' ')).join('\n');
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${text}\n${fence}`;
}
function pageList(pages) {
    return pages.length === 0
        ? undefined
        : [...new Set(pages)].map((page) => `- ${link(page, page)}`).join('\n');
}
function table(rows) {
    const [head = [], ...body] = rows;
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(head.length)}`, ...body.map(line)].join('\n');
}
function inHtml(text) {
    return text.replace(unseen, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
function folded(title, content) {
    return `<details><summary>${inHtml(title)}</summary>\n\n${content}\n\n</details>`;
}
function paragraphs(...parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
const summaryLimit = 1024 * 1024 - 1024;
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
/* harmony export */   _3: () => (/* binding */ writingInputs),
/* harmony export */   gC: () => (/* binding */ cleanAndRedact),
/* harmony export */   gE: () => (/* binding */ createSecrets)
/* harmony export */ });
/* harmony import */ var _lib_clean_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9723);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8640);


const shown = '***';
const shortest = 3;
const shortestInResults = 8;
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
function writingInputs({ add, redact, redactResult }, style) {
    const writing = (hide) => (text) => {
        const hidden = hide(text);
        const written = (0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_0__/* .writeInputs */ .zl)(hidden, style);
        return written === hidden ? hidden : hide(written);
    };
    return { add, redact: writing(redact), redactResult: writing(redactResult) };
}
function cleanAndRedact(line, secrets, limit = lineLimit) {
    return secrets.redact((0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .O)(secrets.redact(line), limit));
}
function withoutBeginnings(text, secrets) {
    if (!text.includes('…'))
        return text;
    return text.replace(/[^…]*(?=…)/g, (before) => {
        const length = Math.max(0, ...secrets.map((secret) => sharedEnd(before, secret)));
        return length < shortestBeginning ? before : `${before.slice(0, before.length - length)}${shown}`;
    });
}
function sharedEnd(text, secret) {
    for (let length = Math.min(text.length, secret.length); length >= shortestBeginning; length -= 1) {
        if (text.endsWith(secret.slice(0, length)))
            return length;
    }
    return 0;
}
function formsOf(secret) {
    const whole = Buffer.from(secret, 'utf8').toString('utf8');
    const base64 = Buffer.from(secret, 'utf8').toString('base64');
    const forms = [
        secret,
        base64,
        base64.replace(/=+$/, ''),
        encodeURIComponent(whole),
        JSON.stringify(secret).slice(1, -1),
    ];
    return [...new Set([...forms, (0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_1__/* .cleanLine */ .O)(secret, Number.POSITIVE_INFINITY)])];
}


/***/ }),

/***/ 6993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withoutMiddle),
/* harmony export */   b: () => (/* binding */ renderTable)
/* harmony export */ });
/* harmony import */ var _lib_clean_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9723);

const colours = { good: '\u001b[32m', bad: '\u001b[31m', muted: '\u001b[2m' };
const reset = '\u001b[0m';
const gap = '  ';
const longestCell = 2000;
const narrowest = 8;
function renderTable({ columns, rows }, { colour = false, width } = {}) {
    const clean = rows.map((row) => row.map((cell) => ({ ...cell, text: (0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .O)(cell.text, longestCell) })));
    const all = [columns.map((text) => ({ text: text.toUpperCase(), tone: 'muted' })), ...clean];
    const natural = columns.map((_, at) => Math.max(...all.map((row) => lengthOf(row[at]?.text ?? ''))));
    const widths = width === undefined ? natural : fitted(natural, width - gap.length * (columns.length - 1));
    return all.flatMap((row) => linesOf(row, widths, colour)).join('\n');
}
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
function withoutMiddle(word, width) {
    const letters = [...word];
    if (letters.length <= width)
        return word;
    const head = Math.ceil((width - 1) / 2);
    return [...letters.slice(0, head), '…', ...letters.slice(letters.length - (width - 1 - head))].join('');
}
function lengthOf(text) {
    return [...text].length;
}
function pad(text, at, row, widths) {
    return at === row.length - 1 ? text : text + ' '.repeat((widths[at] ?? 0) - lengthOf(text));
}
function paint({ tone }, text, colour) {
    return colour && tone !== undefined && text.trim() !== '' ? `${colours[tone]}${text}${reset}` : text;
}


/***/ })

};
