export const id = 471;
export const ids = [471];
export const modules = {

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


/***/ }),

/***/ 471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  workflowBuilder: () => (/* binding */ workflowBuilder)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/octokit.js + 1 modules
var octokit = __webpack_require__(7123);
// EXTERNAL MODULE: ./build/src/http/words.js
var words = __webpack_require__(2295);
// EXTERNAL MODULE: ./build/src/builders/placeholders.js
var placeholders = __webpack_require__(1854);
// EXTERNAL MODULE: ./build/src/builders/waiting.js
var waiting = __webpack_require__(4173);
;// CONCATENATED MODULE: ./build/src/builders/workflow-run.js




async function awaitRun(api, token, run, settings) {
    const forget = settings.onStop((http) => cancelRun(http, api.base, token, run));
    try {
        const { word: conclusion } = await (0,waiting/* waitForBuild */.n)(stateReader(api, run), `run ${run.url}`, settings);
        const jobs = conclusion === 'success' ? [] : await failedJobs(api, run);
        const pages = jobs.map(({ page }) => page);
        return { conclusion, url: run.url, failures: jobs.map(({ line }) => line), ...(pages.length > 0 ? { pages } : {}) };
    }
    finally {
        if (!settings.signal.aborted)
            forget();
    }
}
function stateReader(api, run) {
    let etag;
    let last = { finished: false, word: 'queued' };
    return async () => {
        const answer = await api.request('GET', run.path, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
        if (answer.status === 304)
            return last;
        if (answer.status !== 200)
            throw (0,answers/* failureOf */.g5)(answer, `GET ${api.base}${run.path}`);
        etag = answer.header('etag');
        const { status, conclusion } = (0,answers/* jsonObject */.o$)(answer, `GET ${api.base}${run.path}`);
        const finished = status === 'completed';
        last = { finished, word: wordOf(finished ? conclusion : status) };
        return last;
    };
}
function wordOf(value) {
    return typeof value === 'string' && value !== '' ? (0,words/* cleanLine */.Ow)(value, 40) : 'unknown';
}
async function failedJobs(api, run) {
    const path = `${run.path}/jobs?filter=latest&per_page=100`;
    const answer = await api.request('GET', path);
    if (answer.status !== 200)
        return [];
    const { jobs } = (0,answers/* jsonObject */.o$)(answer, `GET ${api.base}${path}`);
    return (Array.isArray(jobs) ? jobs : []).flatMap((one) => {
        const job = (one ?? {});
        if (job.conclusion === 'success' || job.conclusion === 'skipped')
            return [];
        const steps = Array.isArray(job.steps) ? job.steps : [];
        const step = steps.find(({ conclusion }) => conclusion === 'failure');
        const where = step === undefined ? '' : ` at “${(0,words/* cleanLine */.Ow)(String(step.name ?? ''), 80)}”`;
        const page = (0,words/* cleanLine */.Ow)(String(job.html_url ?? run.url));
        return [
            {
                line: `job “${(0,words/* cleanLine */.Ow)(String(job.name ?? ''), 80)}” ${wordOf(job.conclusion)}${where}: ${page}`,
                page,
            },
        ];
    });
}
async function cancelRun(http, base, token, run) {
    const answer = await (0,octokit/* createGitHubApi */._)(http, base, token)
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

// EXTERNAL MODULE: ./build/src/http/hosts.js
var hosts = __webpack_require__(1897);
;// CONCATENATED MODULE: ./build/src/builders/workflow-search.js



const patience = 60_000;
const pause = 3000;
const settling = 9000;
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
function narrow(candidates, marks) {
    const marked = marks.map((mark) => candidates.filter(({ title }) => hasMark(title, mark)));
    return marked.find((found) => found.length > 0) ?? candidates;
}
function hasMark(title, mark) {
    if (/^[0-9a-f-]{36}$/.test(mark))
        return title.includes(mark);
    const before = mark.includes(':') ? '[\\w./-]' : '[\\w.]';
    const whole = mark.replace(/[^\w-]/g, '\\$&');
    return new RegExp(`(?<!${before})${whole}(?![\\w-]|\\.\\w)`).test(title);
}
async function listRuns(api, workflowPath) {
    const path = `${workflowPath}/runs?event=workflow_dispatch&per_page=50`;
    const answer = await api.request('GET', path);
    if (answer.status !== 200)
        throw (0,answers/* failureOf */.g5)(answer, `GET ${api.base}${path}`);
    const { workflow_runs: runs } = (0,answers/* jsonObject */.o$)(answer, `GET ${api.base}${path}`);
    return Array.isArray(runs) ? runs.flatMap(readRun) : [];
}
function readRun(value) {
    const { id, html_url, display_title, name, created_at } = (value ?? {});
    if (typeof id !== 'number' || typeof html_url !== 'string')
        return [];
    return [{ id, url: html_url, title: `${display_title} ${name}`, createdAt: new Date(String(created_at)) }];
}
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








const newVersion = '2026-03-10';
const oldVersion = '2022-11-28';
function workflowBuilder(wanted, settings) {
    const api = (0,octokit/* createGitHubApi */._)(settings.http, wanted.base, wanted.token);
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
    const inputs = Object.fromEntries(wanted.inputs.map(([name, value]) => [name, (0,placeholders/* fillPlaceholders */.Ct)(value, order, buildId)]));
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
    if (leadsHome(answer, api.base))
        throw await renamed(api, repositoryPath, wanted);
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
async function foundOr(fault, search, settings) {
    if (settings.signal.aborted)
        throw settings.signal.reason;
    settings.warn('The answer to the dispatch was lost: looking for the run, which may have been started all the same.');
    const found = await search();
    if (found !== undefined)
        return found;
    throw fault;
}
function readDispatched(answer, repositoryPath, wanted) {
    const { workflow_run_id: id, html_url: url } = (0,answers/* jsonObject */.o$)(answer, `the dispatch of ${wanted.workflow}`);
    if (typeof id !== 'number' || typeof url !== 'string')
        return undefined;
    return { path: `${repositoryPath}/actions/runs/${id}`, url };
}
async function defaultBranch(api, repositoryPath) {
    const asked = `GET ${api.base}${repositoryPath}`;
    const answer = await api.request('GET', repositoryPath);
    if (answer.status !== 200)
        throw (0,answers/* failureOf */.g5)(answer, asked, advice);
    const { default_branch: branch } = (0,answers/* jsonObject */.o$)(answer, asked);
    return String(branch);
}
function leadsHome({ status, header }, base) {
    const location = header('location') ?? '';
    if (![301, 302, 307, 308].includes(status) || !URL.canParse(location, base))
        return false;
    return new URL(location, base).origin === new URL(base).origin;
}
async function renamed(api, repositoryPath, { repository }) {
    const answer = await api.request('GET', repositoryPath);
    const name = answer.status === 200 ? (0,answers/* jsonObject */.o$)(answer, `GET ${api.base}${repositoryPath}`).full_name : undefined;
    return (0,errors/* usageFailure */.II)(`build-repository ${JSON.stringify(repository)} has been renamed or moved`, typeof name === 'string'
        ? `Its name is ${(0,words/* cleanLine */.Ow)(name)} now: give that as build-repository.`
        : 'Give its new name.');
}
const advice = {
    authentication: 'build-token is wrong or has expired.',
    denied: 'build-token lacks a right: it needs actions: write on the build repository (permissions: actions: write for the ' +
        'workflow’s own token, which reaches its own repository only).',
    'not-found': 'Check build-repository and build-workflow (its file name). GitHub says this also when build-token may not see the ' +
        'repository or lacks actions: write.',
};
function refused(answer, wanted) {
    const asked = `the dispatch of ${wanted.workflow} in ${wanted.repository}`;
    if (answer.status !== 422)
        return (0,answers/* failureOf */.g5)(answer, asked, advice);
    const { message } = (0,answers/* failureOf */.g5)(answer, asked);
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


/***/ })

};
