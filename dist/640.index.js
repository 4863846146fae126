export const id = 640;
export const ids = [640];
export const modules = {

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


/***/ }),

/***/ 6259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  workflowBuilder: () => (/* binding */ workflowBuilder)
});

// EXTERNAL MODULE: ./build/src/github/octokit.js + 1 modules
var octokit = __webpack_require__(1522);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/http/client/retry.js + 1 modules
var retry = __webpack_require__(2643);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/builders/placeholders.js
var placeholders = __webpack_require__(1854);
// EXTERNAL MODULE: ./build/src/builders/server-clock.js
var server_clock = __webpack_require__(3703);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
;// CONCATENATED MODULE: ./build/src/builders/workflow-moved.js




function leadsHome(answer, base) {
    return [301, 302, 307, 308].includes(answer.status) && targetOf(answer, base) !== undefined;
}
function movedPath(answer, base, rest) {
    if (answer.status !== 307 && answer.status !== 308)
        return undefined;
    const target = targetOf(answer, base)?.href ?? '';
    const path = target.startsWith(`${base}/`) ? target.slice(base.length) : '';
    const repositoryPath = path.endsWith(rest) ? path.slice(0, -rest.length) : '';
    return /^\/repositories\/\d+$/.test(repositoryPath) ? repositoryPath : undefined;
}
function targetOf({ header }, base) {
    const location = header('location') ?? '';
    if (!URL.canParse(location, base))
        return undefined;
    const target = new URL(location, base);
    return target.origin === new URL(base).origin ? target : undefined;
}
async function renamed(api, repository) {
    const path = `/repos/${repository}`;
    const answer = await api.request('GET', path);
    const name = answer.status === 200 ? (0,responses/* jsonObject */.o$)(answer, `GET ${api.base}${path}`).full_name : undefined;
    return (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-repository')} ${JSON.stringify(repository)} has been renamed or moved`, typeof name === 'string'
        ? `Its name is ${(0,clean_line/* cleanLine */.O)(name)} now: give that as ${(0,input_names/* inputName */.yu)('build-repository')}.`
        : 'Give its new name.');
}

;// CONCATENATED MODULE: ./build/src/builders/workflow-runs.js


async function listRuns(api, { workflowPath, ref, clock }) {
    const path = `${workflowPath}/runs?event=workflow_dispatch&branch=${encodeURIComponent(ref)}&per_page=50`;
    const answer = await api.request('GET', path);
    clock.read(answer);
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, `GET ${api.base}${path}`);
    const { workflow_runs: runs } = (0,responses/* jsonObject */.o$)(answer, `GET ${api.base}${path}`);
    return (Array.isArray(runs) ? runs : []).flatMap((one) => readRun(one, ref));
}
function readRun(value, ref) {
    const run = (value ?? {});
    const { id, html_url: url, event = 'workflow_dispatch', head_branch: branch = ref, created_at, actor } = run;
    if (typeof id !== 'number' || typeof url !== 'string')
        return [];
    if (event !== 'workflow_dispatch' || branch !== ref)
        return [];
    return [
        {
            id,
            url,
            title: textOf(run.display_title),
            name: textOf(run.name),
            actor: textOf(actor?.login),
            createdAt: new Date(String(created_at)),
        },
    ];
}
async function loginOf(api) {
    return textOf((await factsOf(api, '/user')).login);
}
async function plainTitles(api, workflowPath) {
    const { name, path } = await factsOf(api, workflowPath);
    return [name, path].filter((one) => typeof one === 'string');
}
async function factsOf(api, path) {
    try {
        const answer = await api.request('GET', path);
        return answer.status === 200 ? (0,responses/* jsonObject */.o$)(answer, `GET ${api.base}${path}`) : {};
    }
    catch (error) {
        if (error instanceof errors/* Failure */.HR)
            return {};
        throw error;
    }
}
function textOf(value) {
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./build/src/builders/workflow-post.js

const newVersion = '2026-03-10';
const oldVersion = '2022-11-28';
async function postDispatch(api, post) {
    const first = await send(api, post, newVersion, undefined);
    if (!('answer' in first.outcome) || !refusesVersion(first.outcome.answer))
        return first;
    const list = { workflowPath: `${post.repositoryPath}${post.rest}`, ref: post.body.ref, clock: post.clock };
    const before = new Set((await listRuns(api, list)).map(({ id }) => id));
    return send(api, post, oldVersion, before);
}
async function send(api, post, version, before) {
    const { repositoryPath, rest, body, clock, now } = post;
    let sentAt = now();
    const options = {
        headers: { 'x-github-api-version': version },
        body,
        onTry: () => {
            sentAt = now();
        },
    };
    try {
        const answer = await api.request('POST', `${repositoryPath}${rest}/dispatches`, options);
        clock.read(answer);
        return { repositoryPath, before, sentAt, outcome: { answer } };
    }
    catch (error) {
        return { repositoryPath, before, sentAt, outcome: { error } };
    }
}
function refusesVersion({ status, body }) {
    return status === 400 && /api.?version|supported version/i.test(body.toString('utf8'));
}

// EXTERNAL MODULE: ./build/src/lib/polling.js
var polling = __webpack_require__(4414);
// EXTERNAL MODULE: ./build/src/builders/waiting.js
var waiting = __webpack_require__(4173);
;// CONCATENATED MODULE: ./build/src/builders/workflow-titles.js
function hasSureMark(run, { buildMark, imageMark }) {
    return [buildMark, imageMark].some((mark) => mark !== undefined && hasMark(run, mark));
}
function hasMark({ title, name }, mark) {
    const shown = `${title} ${name}`;
    if (/^[0-9a-f-]{36}$/.test(mark))
        return shown.includes(mark);
    const before = mark.includes(':') ? '[\\w./-]' : '[\\w.]';
    const whole = mark.replace(/[^\w-]/g, '\\$&');
    return new RegExp(`(?<!${before})${whole}(?![\\w-]|\\.\\w)`).test(shown);
}
function narrow(runs, marks) {
    const marked = marks.map((mark) => runs.filter((run) => hasMark(run, mark)));
    return marked.find((found) => found.length > 0) ?? runs;
}
function showsAll(run, { values }, plain) {
    return isPlain(run, plain) || valuesOf(values).every((value) => hasMark(run, value));
}
function showsAny(run, { values }, plain) {
    const shown = valuesOf(values);
    return isPlain(run, plain) || shown.length === 0 || shown.some((value) => hasMark(run, value));
}
function isPlain({ title, name }, plain) {
    if (title === undefined)
        return true;
    return plain.length > 0 ? plain.includes(title) : title === name;
}
function valuesOf(values) {
    return values.map((value) => value.trim()).filter((value) => value !== '');
}

;// CONCATENATED MODULE: ./build/src/builders/workflow-search.js






const searchTime = 60_000;
const pauses = { first: 3000, growth: 1, longest: 3000 };
const settling = 9000;
async function findRun(api, wanted, settings) {
    const { run, rivals } = await (0,polling/* poll */.w)((0,waiting/* forgiving */.y)(createSearch(api, wanted, settings)), {
        ...settings,
        wait: Math.min(searchTime, settings.timeout),
        pauses,
        isDone: ({ settled }) => settled,
        onPending: () => undefined,
    });
    if (rivals.length > 0)
        throw ambiguous(api, wanted, rivals);
    if (run === undefined)
        return undefined;
    if (!hasSureMark(run, wanted)) {
        settings.warn(`The run ${run.url} was found by its time: put {build-id} into the workflow’s run-name to be sure of it.`);
    }
    const own = wanted.buildMark !== undefined && hasMark(run, wanted.buildMark);
    return { id: run.id, url: run.url, own };
}
function createSearch(api, wanted, { now }) {
    const known = once(async () => ({ login: await loginOf(api), plain: await plainTitles(api, wanted.workflowPath) }));
    let alone;
    return async () => {
        const candidates = (await listRuns(api, wanted)).filter((run) => isNew(run, wanted));
        const sure = candidates.find((run) => hasSureMark(run, wanted));
        if (sure !== undefined)
            return { run: sure, settled: true, rivals: [] };
        const { login, plain } = candidates.length > 0 ? await known() : nothing;
        const ours = candidates.filter((run) => isBy(run, login) && (wanted.accepted || showsAll(run, wanted, plain)));
        const [only, ...others] = narrow(ours, wanted.marks);
        if (only === undefined || others.length > 0) {
            alone = undefined;
            return { settled: false, rivals: others.length > 0 ? ours : [] };
        }
        if (only.id !== alone?.id)
            alone = { id: only.id, since: now().getTime() };
        const believed = now().getTime() - alone.since >= settling && showsAny(only, wanted, plain);
        return { run: only, settled: believed, rivals: [] };
    };
}
const nothing = { login: undefined, plain: [] };
function isNew(run, { before, sentAt, clock }) {
    return before?.has(run.id) !== true && (0,server_clock/* mayBeOf */.c)(run.createdAt, sentAt, clock);
}
function isBy({ actor }, login) {
    return actor === undefined || login === undefined || actor.toLowerCase() === login.toLowerCase();
}
function once(load) {
    let loaded;
    return () => {
        loaded ??= load();
        return loaded;
    };
}
function ambiguous(api, { workflowPath }, candidates) {
    return new errors/* Failure */.HR('unsupported', {
        operation: `the run of ${api.base}${workflowPath}`,
        reason: `${candidates.length} runs began at the same time, and none can be told from the others: ${candidates.map(({ url }) => url).join(', ')}`,
        advice: 'Give the workflow an input with {build-id} and put it into its run-name: run-name: build ${{ inputs.id }}.',
    });
}

;// CONCATENATED MODULE: ./build/src/builders/workflow-dispatch.js










async function dispatch(api, wanted, order, settings) {
    const buildId = (0,external_node_crypto_.randomUUID)();
    const inputs = wanted.inputs.map(([name, value]) => [name, (0,placeholders/* fillPlaceholders */.Ct)(value, order, buildId)]);
    const ref = wanted.ref(order) ?? (await defaultBranch(api, `/repos/${wanted.repository}`));
    const clock = (0,server_clock/* createServerClock */.m)(settings.now);
    const rest = `/actions/workflows/${encodeURIComponent(wanted.workflow)}`;
    const body = { ref, inputs: Object.fromEntries(inputs) };
    const posted = await postWhereItIs(api, wanted, { rest, body, clock, now: settings.now }, settings);
    const { repositoryPath, before, sentAt, outcome } = posted;
    const dispatched = 'answer' in outcome ? await readAnswer(outcome.answer, api, wanted) : outcome;
    const startedRun = (id, url, own) => ({
        path: `${repositoryPath}/actions/runs/${id}`,
        url,
        own,
    });
    if ('run' in dispatched && dispatched.run !== undefined)
        return startedRun(dispatched.run.id, dispatched.run.url, true);
    if (settings.signal.aborted)
        throw settings.signal.reason;
    if ('error' in dispatched) {
        settings.warn('The answer to the dispatch was lost: looking for the run, which may have been started all the same.');
    }
    const isGiven = (mark) => inputs.some(([, value]) => value.includes(mark));
    const found = await findRun(api, {
        workflowPath: `${repositoryPath}${rest}`,
        ref,
        clock,
        before,
        sentAt,
        accepted: !('error' in dispatched),
        buildMark: isGiven(buildId) ? buildId : undefined,
        imageMark: isGiven(order.image) ? order.image : undefined,
        marks: [order.commit, order.tag].filter(isGiven),
        values: inputs.map(([, value]) => value),
    }, settings);
    if (found !== undefined)
        return startedRun(found.id, found.url, found.own);
    if ('error' in dispatched)
        throw dispatched.error;
    throw new errors/* Failure */.HR('server', {
        operation: nameOf(wanted),
        reason: 'accepted, but no run of it has appeared',
        advice: `See the workflow’s page. It is not dispatched a second time.`,
    });
}
async function postWhereItIs(api, { repository }, post, { warn }) {
    const posted = await postDispatch(api, { ...post, repositoryPath: `/repos/${repository}` });
    if (!('answer' in posted.outcome))
        return posted;
    const moved = movedPath(posted.outcome.answer, api.base, `${post.rest}/dispatches`);
    if (moved === undefined)
        return posted;
    warn(`${repository} has been renamed or moved: GitHub redirects the dispatch. Give the new name as ${(0,input_names/* inputName */.yu)('build-repository')}.`);
    return postDispatch(api, { ...post, repositoryPath: moved });
}
async function readAnswer(answer, api, wanted) {
    if (leadsHome(answer, api.base))
        throw await renamed(api, wanted.repository);
    if (answer.status >= 500 && !(0,retry/* isTurnedAway */.n7)(answer))
        return { error: refused(answer, wanted) };
    if (answer.status !== 200 && answer.status !== 204)
        throw refused(answer, wanted);
    if (answer.status === 204)
        return { run: undefined };
    try {
        const { workflow_run_id: id, html_url: url } = (0,responses/* jsonObject */.o$)(answer, nameOf(wanted));
        return { run: typeof id === 'number' && typeof url === 'string' ? { id, url } : undefined };
    }
    catch (error) {
        return { error };
    }
}
async function defaultBranch(api, repositoryPath) {
    const operation = `GET ${api.base}${repositoryPath}`;
    const answer = await api.request('GET', repositoryPath);
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, operation, advice);
    const { default_branch: branch } = (0,responses/* jsonObject */.o$)(answer, operation);
    return String(branch);
}
const advice = {
    authentication: `${(0,input_names/* inputName */.yu)('build-token')} is wrong or has expired.`,
    denied: `${(0,input_names/* inputName */.yu)('build-token')} lacks a right: it needs actions: write on the build repository (permissions: actions: write for the ` +
        'workflow’s own token, which reaches its own repository only).',
    'not-found': `Check ${(0,input_names/* inputName */.yu)('build-repository')} and ${(0,input_names/* inputName */.yu)('build-workflow')} (its file name). GitHub says this also when ${(0,input_names/* inputName */.yu)('build-token')} may not see the ` +
        'repository or lacks actions: write.',
};
function refused(answer, wanted) {
    if (answer.status !== 422)
        return (0,responses/* failureOf */.g5)(answer, nameOf(wanted), advice);
    const { message } = (0,responses/* failureOf */.g5)(answer, nameOf(wanted));
    return new errors/* Failure */.HR('usage', {
        operation: '',
        reason: message,
        advice: `Check ${(0,input_names/* inputName */.yu)('build-ref')} (a branch or tag), ${(0,input_names/* inputName */.yu)('build-inputs')} (the workflow must declare each), and that the workflow has on: workflow_dispatch.`,
    });
}
function nameOf({ workflow, repository }) {
    return `the dispatch of ${workflow} in ${repository}`;
}

;// CONCATENATED MODULE: ./build/src/builders/workflow-run.js




async function awaitRun(api, token, run, settings) {
    const forget = settings.onStop(async (http) => run.own
        ? cancelRun(http, api.base, token, run)
        : `the run ${run.url} was found by its title or its time and may be somebody else’s: it goes on`);
    try {
        const { word: conclusion } = await (0,waiting/* waitForBuild */.n)(stateReader(api, run), `run ${run.url}`, settings);
        const jobs = conclusion === 'success' ? [] : await failedJobs(api, run, settings.signal);
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
            throw (0,responses/* failureOf */.g5)(answer, `GET ${api.base}${run.path}`);
        etag = answer.header('etag');
        const { status, conclusion } = (0,responses/* jsonObject */.o$)(answer, `GET ${api.base}${run.path}`);
        const finished = status === 'completed';
        last = { finished, word: wordOf(finished ? conclusion : status) };
        return last;
    };
}
function wordOf(value) {
    return typeof value === 'string' && value !== '' ? (0,clean_line/* cleanLine */.O)(value, 40) : 'unknown';
}
async function failedJobs(api, run, signal) {
    const jobs = await listJobs(api, run).catch((error) => {
        if (signal.aborted)
            throw error;
        return [];
    });
    return jobs.flatMap((one) => {
        const job = (one ?? {});
        if (job.conclusion === 'success' || job.conclusion === 'skipped')
            return [];
        const steps = Array.isArray(job.steps) ? job.steps : [];
        const step = steps.find(({ conclusion }) => conclusion === 'failure');
        const where = step === undefined ? '' : ` at “${(0,clean_line/* cleanLine */.O)(String(step.name ?? ''), 80)}”`;
        const page = (0,clean_line/* cleanLine */.O)(String(job.html_url ?? run.url));
        return [
            {
                line: `job “${(0,clean_line/* cleanLine */.O)(String(job.name ?? ''), 80)}” ${wordOf(job.conclusion)}${where}: ${page}`,
                page,
            },
        ];
    });
}
async function listJobs(api, run) {
    const path = `${run.path}/jobs?filter=latest&per_page=100`;
    const answer = await api.request('GET', path);
    if (answer.status !== 200)
        return [];
    const { jobs } = (0,responses/* jsonObject */.o$)(answer, `GET ${api.base}${path}`);
    return Array.isArray(jobs) ? jobs : [];
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

;// CONCATENATED MODULE: ./build/src/builders/workflow.js



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


/***/ })

};
