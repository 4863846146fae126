export const id = 263;
export const ids = [263];
export const modules = {

/***/ 8263:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pipelineBuilder: () => (/* binding */ pipelineBuilder)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/builders/server-clock.js
var server_clock = __webpack_require__(3703);
;// CONCATENATED MODULE: ./build/src/builders/pipeline-api.js






function pipelineApi(wanted, path, http, now) {
    const authorization = wanted.token &&
        (wanted.username === undefined ? `Bearer ${wanted.token}` : (0,headers/* basicHeader */.mk)(wanted.username, wanted.token));
    const clock = (0,server_clock/* createServerClock */.m)(now);
    async function send(method, rest, { body, onTry } = {}) {
        const request = {
            method,
            url: new URL(`${wanted.base}${path}${rest}`),
            headers: {
                accept: 'application/json',
                ...(authorization ? { authorization } : {}),
                ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            ...(onTry === undefined ? {} : { onTry }),
        };
        const answer = await http.request(request);
        clock.read(answer);
        return { answer, operation: (0,message/* describe */.q0)(request) };
    }
    async function getJson(rest) {
        const { answer, operation } = await send('GET', rest);
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, operation, advice);
        return (0,responses/* jsonObject */.o$)(answer, operation);
    }
    return {
        send,
        getJson,
        clock,
        async list(commit) {
            const page = await getJson(`/?target.commit.hash=${commit}&sort=-created_on&pagelen=10`);
            return (Array.isArray(page.values) ? page.values : []).map(readPipeline);
        },
    };
}
function readPipeline(value) {
    const { uuid, build_number, state, target, created_on, variables } = (value ?? {});
    const name = nameOf(state) ?? 'UNKNOWN';
    const stage = nameOf(state?.stage);
    const halted = stage === 'PAUSED' || stage === 'HALTED';
    const word = name === 'COMPLETED' ? (nameOf(state?.result) ?? 'UNKNOWN') : (stage ?? name);
    const result = state?.result;
    const complaint = result?.error?.message;
    return {
        uuid: String(uuid),
        number: Number(build_number),
        state: {
            finished: name === 'COMPLETED' || halted,
            halted,
            word: (0,clean_line/* cleanLine */.O)(word, 40),
            complaint: typeof complaint === 'string' ? (0,clean_line/* cleanLine */.O)(complaint) : undefined,
        },
        target: readTarget(target ?? {}),
        variables: readVariables(variables),
        createdAt: new Date(String(created_on)),
    };
}
function readTarget({ selector, ref_type, ref_name, commit }) {
    const { type = 'default', pattern } = (selector ?? {});
    const { hash } = (commit ?? {});
    const kind = typeof ref_type === 'string' ? ref_type.toLowerCase().replace('annotated_tag', 'tag') : undefined;
    return {
        selector: type === 'custom' ? { custom: String(pattern) } : { section: String(type) },
        ref: kind === undefined ? undefined : { kind, name: String(ref_name) },
        commit: typeof hash === 'string' ? hash : undefined,
    };
}
function readVariables(values) {
    const pairs = (Array.isArray(values) ? values : []).map((one) => (one ?? {}));
    return pairs.map(({ key, value }) => [String(key), typeof value === 'string' ? value : undefined]);
}
function nameOf(value) {
    const name = value?.name;
    return typeof name === 'string' ? name : undefined;
}
const advice = {
    authentication: `Use a repository access token, or an API token with the account’s e-mail as ${(0,input_names/* inputName */.yu)('source-username')}.`,
    denied: 'The token needs pipeline:write (access token), or read:pipeline:bitbucket and write:pipeline:bitbucket (API token).',
    'not-found': `Check ${(0,input_names/* inputName */.yu)('owner')} and ${(0,input_names/* inputName */.yu)('repo')}; Bitbucket says this also to a token that may not see the repository or its pipelines.`,
};

;// CONCATENATED MODULE: ./build/src/builders/pipeline-same.js
const sectionsOfPushes = new Set(['default', 'branches', 'tags', 'bookmarks']);
function isSame({ target, variables: others }, wanted, order, variables) {
    return (isSelectedBy(target, wanted) &&
        isAt(target, order) &&
        others.length === variables.length &&
        variables.every(([key, value]) => others.some(([name, other]) => name === key && other === value)));
}
function isSelectedBy({ selector }, { custom }) {
    if ('custom' in selector)
        return selector.custom === custom;
    return custom === undefined && sectionsOfPushes.has(selector.section);
}
function isAt({ ref, commit }, order) {
    if (commit !== undefined && commit !== order.commit)
        return false;
    if (order.refKind === undefined)
        return ref === undefined;
    return ref?.kind === order.refKind && ref.name === order.ref;
}

// EXTERNAL MODULE: ./build/src/http/client/retry.js + 1 modules
var retry = __webpack_require__(2643);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/polling.js
var polling = __webpack_require__(4414);
// EXTERNAL MODULE: ./build/src/builders/waiting.js
var waiting = __webpack_require__(4173);
;// CONCATENATED MODULE: ./build/src/builders/pipeline-start.js










async function startPipeline(api, start, settings) {
    const forget = settings.onStop(async () => `the start of a pipeline in ${start.order.sourceRepository} was under way: it may go on`);
    return post(api, start, settings).finally(() => {
        if (!settings.signal.aborted)
            forget();
    });
}
async function post(api, start, settings) {
    const { wanted, order, variables } = start;
    let sentAt = settings.now();
    const body = {
        target: targetOf(wanted, order),
        ...(variables.length > 0 ? { variables: variables.map(([key, value]) => ({ key, value })) } : {}),
    };
    let refusal;
    try {
        const onTry = () => {
            sentAt = settings.now();
        };
        const { answer, operation } = await api.send('POST', '/', { body, onTry });
        if (answer.status === 201)
            return { pipeline: readStarted((0,responses/* jsonObject */.o$)(answer, operation), operation), own: true };
        if (answer.status >= 500 && !(0,retry/* isTurnedAway */.n7)(answer))
            throw (0,responses/* failureOf */.g5)(answer, operation);
        refusal = (0,responses/* failureOf */.g5)(answer, operation, refusedAdvice(answer.status, answer.header('location')));
    }
    catch (error) {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        if (!(error instanceof errors/* Failure */.HR) || (error.kind !== 'network' && error.kind !== 'server'))
            throw error;
        const found = await findStarted(api, start, sentAt, settings);
        if (found === undefined)
            throw error;
        settings.warn('The answer to the start of the pipeline was lost; it was found by its commit.');
        return { pipeline: found, own: variables.some(([, value]) => value.includes(start.buildId)) };
    }
    throw refusal;
}
function readStarted(body, operation) {
    if (typeof body.uuid === 'string' && typeof body.build_number === 'number')
        return readPipeline(body);
    throw new errors/* Failure */.HR('server', { operation, reason: 'the answer does not name the pipeline' });
}
const searchTime = 12_000;
const pauses = { first: 3000, growth: 1, longest: 3000 };
async function findStarted(api, { wanted, order, variables, known }, sentAt, settings) {
    const before = new Set(known.map(({ uuid }) => uuid));
    const isOurs = (one) => !before.has(one.uuid) && (0,server_clock/* mayBeOf */.c)(one.createdAt, sentAt, api.clock) && isSame(one, wanted, order, variables);
    const look = async () => ({ found: (await api.list(order.commit)).find(isOurs) });
    const { found } = await (0,polling/* poll */.w)((0,waiting/* forgiving */.y)(look), {
        ...settings,
        wait: searchTime,
        pauses,
        isDone: (one) => one.found !== undefined,
        onPending: () => undefined,
    });
    return found;
}
function targetOf({ custom }, { commit, ref, refKind }) {
    const pinned = { type: 'commit', hash: commit };
    const selector = custom === undefined ? {} : { selector: { type: 'custom', pattern: custom } };
    if (refKind === undefined)
        return { type: 'pipeline_commit_target', commit: pinned, ...selector };
    return { type: 'pipeline_ref_target', ref_type: refKind, ref_name: ref, commit: pinned, ...selector };
}
function refusedAdvice(status, location) {
    if (location !== undefined && status >= 300 && status < 400) {
        return {
            server: `The repository may have been renamed or moved, to ${(0,clean_line/* cleanLine */.O)(location)}: give its new name as ${(0,input_names/* inputName */.yu)('repo')}.`,
        };
    }
    if (status !== 400)
        return advice;
    return {
        server: 'Check that Pipelines is switched on, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
    };
}

// EXTERNAL MODULE: ./build/src/builders/placeholders.js
var placeholders = __webpack_require__(1854);
;// CONCATENATED MODULE: ./build/src/builders/pipeline.js








function pipelineBuilder(wanted, settings) {
    return {
        async build(order, onPage) {
            const path = `/repositories/${(0,message/* encodePath */.O0)(order.sourceRepository)}/pipelines`;
            const api = pipelineApi(wanted, path, settings.http, settings.now);
            const buildId = (0,external_node_crypto_.randomUUID)();
            const variables = wanted.variables.map(([key, value]) => [key, (0,placeholders/* fillPlaceholders */.Ct)(value, order, buildId)]);
            const known = await api.list(order.commit);
            const running = known.find((one) => !one.state.finished && isSame(one, wanted, order, variables));
            const { pipeline, own } = running
                ? { pipeline: running, own: false }
                : await startPipeline(api, { wanted, order, variables, buildId, known }, settings);
            const url = `https://bitbucket.org/${order.sourceRepository}/pipelines/results/${pipeline.number}`;
            onPage?.(url);
            settings.info(`${order.image}: ${running ? 'joined' : 'started'} the pipeline ${url}`);
            const forget = settings.onStop(async (http) => {
                if (running)
                    return `the pipeline ${url} was joined, not started here: it goes on`;
                if (!own)
                    return `the pipeline ${url} was found by its commit and may be somebody else’s: it goes on`;
                return stop(pipelineApi(wanted, path, http, settings.now), pipeline, url);
            });
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
async function follow(api, pipeline, url, settings) {
    const rest = `/${encodeURIComponent(pipeline.uuid)}`;
    const state = await (0,waiting/* waitForBuild */.n)(async () => readPipeline(await api.getJson(rest)).state, `pipeline ${url}`, settings);
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
            : [`step “${(0,clean_line/* cleanLine */.O)(String(step.name ?? ''), 80)}” ${result.toLowerCase()}`];
    });
}
async function stop(api, pipeline, url) {
    const sent = await api.send('POST', `/${encodeURIComponent(pipeline.uuid)}/stopPipeline`).catch(() => undefined);
    if (sent === undefined)
        return `the pipeline ${url} was started here, and nobody answered its stopping: it may go on`;
    const { status } = sent.answer;
    return `the pipeline ${url} was started here and ${status === 204 ? 'has been stopped' : `could not be stopped (${status}): it goes on`}`;
}


/***/ }),

/***/ 3703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ mayBeOf),
/* harmony export */   m: () => (/* binding */ createServerClock)
/* harmony export */ });
function createServerClock(now) {
    let ahead = Number.NEGATIVE_INFINITY;
    return {
        read(answer) {
            const date = Date.parse(answer.header('date') ?? '');
            if (!Number.isNaN(date))
                ahead = Math.max(ahead, date - now().getTime());
        },
        at: (moment) => new Date(moment.getTime() + (Number.isFinite(ahead) ? ahead : 0)),
    };
}
const tolerance = 2000;
function mayBeOf(createdAt, sentAt, clock) {
    return createdAt.getTime() >= clock.at(sentAt).getTime() - tolerance;
}


/***/ }),

/***/ 4173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForBuild),
/* harmony export */   y: () => (/* binding */ forgiving)
/* harmony export */ });
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8081);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8640);
/* harmony import */ var _lib_polling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4414);




const refusals = 3;
const pauses = { first: 3000, growth: 1.3, longest: 20_000 };
async function waitForBuild(read, name, settings) {
    let lastReported = '';
    const state = await (0,_lib_polling_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(forgiving(read), {
        ...settings,
        wait: settings.timeout,
        pauses,
        isDone: ({ finished }) => finished,
        onPending(pending, waited, failure) {
            const word = pending?.word ?? failure?.message ?? 'unknown';
            if (word !== lastReported)
                settings.info(`${name}: ${word}`);
            lastReported = word;
            const time = `${(0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(Math.min(waited, settings.timeout))} of ${(0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(settings.timeout)}`;
            settings.progress(`${time}, ${name}: ${word}`);
        },
    });
    if (state.finished)
        return state;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('timeout', {
        operation: name,
        reason: `not finished after ${(0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(settings.timeout)}, it is ${state.word}`,
        advice: `It goes on without us. Raise ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('build-timeout')}, or see on its page what it waits for.`,
    });
}
function forgiving(read) {
    let inARow = 0;
    return async () => {
        try {
            const state = await read();
            inARow = 0;
            return state;
        }
        catch (thrown) {
            inARow = isRefusal(thrown) ? inARow + 1 : 0;
            if (!isRefusal(thrown) || inARow >= refusals)
                throw thrown;
            throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', { ...thrown, cause: thrown });
        }
    };
}
function isRefusal(thrown) {
    return thrown instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && ['authentication', 'denied', 'not-found'].includes(thrown.kind);
}


/***/ })

};
