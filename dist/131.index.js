export const id = 131;
export const ids = [131];
export const modules = {

/***/ 6131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pipelineBuilder: () => (/* binding */ pipelineBuilder)
});

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/words.js
var words = __webpack_require__(2295);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/basic.js
var basic = __webpack_require__(4212);
;// CONCATENATED MODULE: ./build/src/builders/pipeline-api.js




function pipelineApi(wanted, path, http) {
    const authorization = wanted.token &&
        (wanted.username === undefined ? `Bearer ${wanted.token}` : (0,basic/* basicHeader */.m)(wanted.username, wanted.token));
    let answeredAt;
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
        const answer = await http.request(request);
        answeredAt = plausibleTime(answer.header('date')) ?? answeredAt;
        return { answer, asked: (0,message/* describe */.q0)(request) };
    }
    async function getJson(rest) {
        const { answer, asked } = await send('GET', rest);
        if (answer.status !== 200)
            throw (0,answers/* failureOf */.g5)(answer, asked, advice);
        return (0,answers/* jsonObject */.o$)(answer, asked);
    }
    return {
        send,
        getJson,
        serverTime: () => answeredAt,
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
            word: (0,words/* cleanLine */.Ow)(word, 40),
            complaint: typeof complaint === 'string' ? (0,words/* cleanLine */.Ow)(complaint) : undefined,
        },
        ofPullRequest: selector?.type === 'pull-requests',
        selector: selector?.type === 'custom' ? String(selector.pattern) : undefined,
        ref: readRef(target),
        variables: readVariables(variables),
        createdAt: new Date(String(created_on)),
    };
}
function plausibleTime(text) {
    const date = new Date(text ?? '');
    return Number.isNaN(date.getTime()) ? undefined : date;
}
function readRef(target) {
    const { ref_type: kind, ref_name: name } = target ?? {};
    return typeof kind === 'string' && typeof name === 'string' ? { kind, name } : undefined;
}
function readVariables(values) {
    const pairs = (Array.isArray(values) ? values : []).map((one) => (one ?? {}));
    return new Map(pairs.flatMap(({ key, value }) => (typeof value === 'string' ? [[String(key), value]] : [])));
}
function nameOf(value) {
    const name = value?.name;
    return typeof name === 'string' ? name : undefined;
}
const advice = {
    authentication: 'Use a repository access token, or an API token with the account’s e-mail as source-username.',
    denied: 'The token needs pipeline:write (access token), or read:pipeline:bitbucket and write:pipeline:bitbucket (API token).',
    'not-found': 'Check owner and repo; Bitbucket says this also to a token that may not see the repository or its pipelines.',
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/hosts.js
var hosts = __webpack_require__(1897);
// EXTERNAL MODULE: ./build/src/builders/placeholders.js
var placeholders = __webpack_require__(1854);
;// CONCATENATED MODULE: ./build/src/builders/pipeline-start.js






const startPipeline = async (api, wanted, order, known, settings) => {
    const forget = settings.onStop(async () => `the start of a pipeline in ${order.sourceRepository} was under way: it may go on`);
    return start(api, wanted, order, known, settings).finally(() => {
        if (!settings.signal.aborted)
            forget();
    });
};
async function start(api, wanted, order, known, settings) {
    const begun = (api.serverTime() ?? settings.now()).getTime();
    const buildId = (0,external_node_crypto_.randomUUID)();
    const before = new Set(known.map(({ uuid }) => uuid));
    const variables = wanted.variables.map(([key, value]) => ({ key, value: (0,placeholders/* fillPlaceholders */.Ct)(value, order, buildId) }));
    let refusal;
    try {
        const { answer, asked } = await api.send('POST', '/', {
            target: targetOf(wanted, order),
            ...(variables.length > 0 ? { variables } : {}),
        });
        if (answer.status === 201)
            return readPipeline((0,answers/* jsonObject */.o$)(answer, asked));
        if (answer.status >= 500)
            throw (0,answers/* failureOf */.g5)(answer, asked);
        refusal = (0,answers/* failureOf */.g5)(answer, asked, answer.status === 400 ? refusedAdvice : advice);
    }
    catch (fault) {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        if (!(fault instanceof errors/* Failure */.HR) || (fault.kind !== 'network' && fault.kind !== 'server'))
            throw fault;
        const isNew = ({ uuid, createdAt }) => !before.has(uuid) && createdAt.getTime() >= begun - 60_000;
        const isOurs = (one) => isNew(one) && isSame(one, wanted, order, buildId);
        const found = await findStarted(api, order.commit, settings, isOurs);
        if (found === undefined)
            throw fault;
        settings.warn('The answer to the start of the pipeline was lost; it was found by its commit.');
        return found;
    }
    throw refusal;
}
function isSame(one, wanted, order, buildId) {
    if (one.ofPullRequest || one.selector !== wanted.custom)
        return false;
    const isElsewhere = order.refKind !== undefined && one.ref !== undefined;
    if (isElsewhere && (one.ref?.kind !== order.refKind || one.ref?.name !== order.ref))
        return false;
    return wanted.variables.every(([key, value]) => one.variables.get(key) === (0,placeholders/* fillPlaceholders */.Ct)(value, order, buildId));
}
async function findStarted(api, commit, { now, signal }, isOurs) {
    const end = now().getTime() + searchTime;
    for (;;) {
        const found = (await api.list(commit)).find(isOurs);
        if (found !== undefined || now().getTime() >= end)
            return found;
        await (0,hosts/* sleep */.y)(searchPause, signal);
    }
}
const [searchTime, searchPause] = [12_000, 3000];
function targetOf({ custom }, { commit, ref, refKind }) {
    const pinned = { type: 'commit', hash: commit };
    const selector = custom === undefined ? {} : { selector: { type: 'custom', pattern: custom } };
    if (refKind === undefined)
        return { type: 'pipeline_commit_target', commit: pinned, ...selector };
    return { type: 'pipeline_ref_target', ref_type: refKind, ref_name: ref, commit: pinned, ...selector };
}
const refusedAdvice = {
    server: 'Check that Pipelines is switched on, that bitbucket-pipelines.yml is in this commit, and that it has the custom pipeline.',
};

// EXTERNAL MODULE: ./build/src/builders/waiting.js
var waiting = __webpack_require__(4173);
;// CONCATENATED MODULE: ./build/src/builders/pipeline.js





function pipelineBuilder(wanted, settings) {
    return {
        async build(order, onPage) {
            const path = `/repositories/${(0,message/* encodePath */.O0)(order.sourceRepository)}/pipelines`;
            const api = pipelineApi(wanted, path, settings.http);
            const known = await api.list(order.commit);
            const running = known.find((one) => !one.state.finished && isSame(one, wanted, order, ''));
            const pipeline = running ?? (await startPipeline(api, wanted, order, known, settings));
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
            : [`step “${(0,words/* cleanLine */.Ow)(String(step.name ?? ''), 80)}” ${result.toLowerCase()}`];
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

/***/ 4173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ waitForBuild)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2297);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(278);



const refusals = 3;
const pauses = { first: 3000, growth: 1.3, longest: 20_000 };
async function waitForBuild(ask, name, settings) {
    let told = '';
    const state = await (0,_polling_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(forgiving(ask), {
        ...settings,
        wait: settings.timeout,
        pauses,
        isDone: ({ finished }) => finished,
        onPending(pending, waited, failure) {
            const word = pending?.word ?? failure?.message ?? 'unknown';
            if (word !== told)
                settings.info(`${name}: ${word}`);
            told = word;
            const time = `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(Math.min(waited, settings.timeout))} of ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(settings.timeout)}`;
            settings.progress(`${time}, ${name}: ${word}`);
        },
    });
    if (state.finished)
        return state;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('timeout', {
        asked: name,
        answered: `not finished after ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a)(settings.timeout)}, it is ${state.word}`,
        advice: 'It goes on without us. Give more build-timeout, or see on its page what it waits for.',
    });
}
function forgiving(ask) {
    let inARow = 0;
    return async () => {
        try {
            const state = await ask();
            inARow = 0;
            return state;
        }
        catch (thrown) {
            inARow = isRefusal(thrown) ? inARow + 1 : 0;
            if (!isRefusal(thrown) || inARow >= refusals)
                throw thrown;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', { ...thrown, cause: thrown });
        }
    };
}
function isRefusal(thrown) {
    return thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && ['authentication', 'denied', 'not-found'].includes(thrown.kind);
}


/***/ })

};
