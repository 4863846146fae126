export const id = 408;
export const ids = [408];
export const modules = {

/***/ 1207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ eachComing),
/* harmony export */   p: () => (/* binding */ eachOf)
/* harmony export */ });
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


/***/ }),

/***/ 9553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/retention/journal.js
var retention_journal = __webpack_require__(5879);
// EXTERNAL MODULE: ./build/src/commands/deleting-access.js + 3 modules
var deleting_access = __webpack_require__(4790);
// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
;// CONCATENATED MODULE: ./build/src/commands/restore/inputs.js


const restoreInputs = {
    journal: (0,inputs/* file */.NJ)({ help: 'The journal that `prune` or `delete` wrote.' }),
    'dry-run': (0,inputs/* boolean */.zM)({
        refusesEmpty: true,
        help: 'Report what would be put back, and change nothing.',
        fallback: 'false',
    }),
    registry: (0,inputs/* text */.Qq)({
        help: 'The registry that the journal is of: host or host:port. With another one nothing is done.',
        placeholder: 'HOST',
        fallbackHelp: 'the one that the journal names; with `username` and `password`, which no journal may lead elsewhere, `docker.io`',
    }),
    ...registry_inputs/* credentialInputs */.HP,
    timeout: (0,inputs/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '1h' }),
};

// EXTERNAL MODULE: ./build/src/registries/ghcr-packages.js + 1 modules
var ghcr_packages = __webpack_require__(9985);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
// EXTERNAL MODULE: ./build/src/commands/collect.js
var collect = __webpack_require__(34);
// EXTERNAL MODULE: ./build/src/commands/each.js
var each = __webpack_require__(1207);
// EXTERNAL MODULE: ./build/src/registries/fallback-index.js
var fallback_index = __webpack_require__(5162);
// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
// EXTERNAL MODULE: ./build/src/registries/referrers-tag.js
var referrers_tag = __webpack_require__(8264);
;// CONCATENATED MODULE: ./build/src/commands/restore/list-again.js





async function listAgain(putBack, { log, signal }) {
    let failure;
    const failed = (outcome, thrown) => {
        const fault = signal.aborted ? (0,errors/* asFailure */.h_)(signal.reason) : (0,errors/* asFailure */.h_)(thrown);
        failure ??= fault;
        return { ...outcome, kind: 'failed', reason: fault.message };
    };
    const merged = await (0,each/* eachOf */.p)(putBack.outcomes, 1, (outcome) => mergeIndex(outcome, putBack).catch((thrown) => failed(outcome, thrown)));
    const faults = new Map();
    for (const [subject, referrers] of putBack.dryRun ? [] : unnotedOf(merged, putBack)) {
        try {
            await addMissing(putBack.access, subject, referrers, log);
        }
        catch (thrown) {
            for (const { descriptor } of referrers)
                faults.set(descriptor.digest, thrown);
        }
    }
    const outcomes = merged.map((one) => (faults.has(one.digest) ? failed(one, faults.get(one.digest)) : one));
    return { outcomes, failure };
}
async function mergeIndex(outcome, { access, entries, outcomes, dryRun }) {
    const { tag, kind, digest } = outcome;
    if (tag === undefined || !(0,fallback_index/* isReferrersTag */.zb)(tag) || !['moved', 'lost'].includes(kind))
        return outcome;
    const journaled = entries.find((entry) => entry.digest === digest);
    const there = await access.manifest(tag);
    if (journaled === undefined || (there !== undefined && there.content.kind !== 'index'))
        return outcome;
    const known = new Set((there === undefined ? [] : (0,fallback_index/* entriesOf */.Mc)(there)).map((entry) => entry.digest));
    const lacking = (0,fallback_index/* entriesOf */.Mc)(journaled).filter((entry) => !known.has(entry.digest));
    const back = new Set(outcomes.filter((one) => one.kind !== 'failed' && one.kind !== 'lost').map((one) => one.digest));
    const present = await (0,each/* eachOf */.p)(lacking, 1, async (entry) => {
        const named = String(entry.digest);
        return back.has(named) || (await access.head(named)) !== undefined ? [entry] : [];
    });
    const added = present.flat();
    if (added.length === 0)
        return there === undefined ? outcome : { ...outcome, kind: 'there', reason: '' };
    const reason = 'added to the index of referrers that is there';
    if (dryRun)
        return { ...outcome, kind: 'planned', reason };
    const change = await (0,referrers_tag/* addToReferrersTag */.hq)(access, tag, added);
    if (change.kind !== 'changed')
        return { ...outcome, kind: 'there', reason: '' };
    return { ...outcome, kind: 'restored', digest: change.digest, reason };
}
function unnotedOf(outcomes, { entries, noted }) {
    const back = new Set(outcomes.filter(({ kind }) => kind === 'restored' || kind === 'there').map((one) => one.digest));
    const bySubject = new Map();
    for (const entry of entries) {
        if (!back.has(entry.digest) || noted.has(entry.digest))
            continue;
        const subject = (0,manifest/* parseManifest */.Ng)(entry.bytes, entry.mediaType, entry.digest)?.subject;
        if (subject !== undefined)
            bySubject.set(subject, [...(bySubject.get(subject) ?? []), manifestOf(entry)]);
    }
    return bySubject;
}
function manifestOf({ bytes, mediaType, digest }) {
    return { bytes, descriptor: { mediaType, digest, size: bytes.length } };
}
async function addMissing(access, subject, referrers, log) {
    const listed = new Set((await access.referrers(subject)).map(({ digest }) => digest));
    const missing = referrers.filter(({ descriptor }) => !listed.has(descriptor.digest));
    if (missing.length > 0)
        await (0,referrers_tag/* listReferrersAtTag */.Y)(access, subject, missing, log.warn);
}

;// CONCATENATED MODULE: ./build/src/commands/restore/put-back.js







const atOnce = 8;
const mostRefusals = 3;
const put_back_final = ['authentication', 'network', 'timeout', 'cancelled', 'unsupported'];
async function putBack(places, dryRun, context) {
    const done = [];
    const tell = (0,collect/* nowAndThen */.$)(context);
    const total = places.reduce((sum, { entries }) => sum + entries.length, 0);
    let looked = 0;
    let refusals = 0;
    let first;
    let stopped = false;
    for (const place of places) {
        const revive = reviver(place);
        const noted = new Set();
        const outcomes = [];
        for (const entry of place.entries) {
            if (stopped) {
                outcomes.push(...failedOf(entry, place, 'not tried, because of what went wrong before'));
                continue;
            }
            try {
                outcomes.push(...(await putOne(entry, place, { revive, noted, dryRun })));
                refusals = 0;
            }
            catch (thrown) {
                const failure = context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : (0,errors/* asFailure */.h_)(thrown);
                first ??= failure;
                outcomes.push(...failedOf(entry, place, failure.message));
                refusals += 1;
                stopped = refusals >= mostRefusals || put_back_final.includes(failure.kind);
            }
            looked += 1;
            const words = () => `${(0,images_name/* formatRepository */.Sh)(place.repository)}: ${looked} of ${(0,quantities/* countOf */.pq)(total, 'manifest')} looked at`;
            tell(words, { done: looked, total });
        }
        const listed = stopped ? undefined : await listAgain({ ...place, outcomes, noted, dryRun }, context);
        first ??= listed?.failure;
        done.push(...(listed?.outcomes ?? outcomes));
    }
    return { entries: done, dryRun, failure: first };
}
async function putOne(entry, place, { revive, noted, dryRun }) {
    const { digest, mediaType, bytes } = entry;
    const { access } = place;
    const manifest = { bytes, descriptor: { mediaType, digest, size: bytes.length } };
    const heads = await (0,each/* eachOf */.p)(namesOf(entry), atOnce, async (name) => ({ ...name, before: await seen(name.reference) }));
    async function seen(reference) {
        const head = await access.head(reference);
        return head === undefined ? 'missing' : head.digest === digest ? 'there' : head.digest;
    }
    return (0,each/* eachOf */.p)(heads, 1, async ({ reference, tag, before }) => {
        const about = { repository: place.repository, digest, tag, reason: '' };
        if (before === 'there')
            return { ...about, kind: 'there' };
        if (before === 'missing' && dryRun)
            return { ...about, kind: 'planned' };
        if (before === 'missing')
            await revive(digest);
        const now = before === 'missing' ? await seen(reference) : before;
        if (now === 'there')
            return { ...about, kind: 'restored' };
        if (now !== 'missing')
            return { ...about, kind: 'moved', reason: `it is on ${now} now` };
        const put = await access.putManifest(reference, manifest);
        if (put.kind === 'incomplete')
            return { ...about, kind: 'lost', reason: put.failure.message };
        if (put.subjectNoted)
            noted.add(digest);
        return { ...about, kind: 'restored' };
    });
}
function failedOf(entry, { repository }, reason) {
    return namesOf(entry).map(({ tag }) => ({ repository, digest: entry.digest, tag, kind: 'failed', reason }));
}
function namesOf({ digest, tags }) {
    return tags.length === 0 ? [{ reference: digest, tag: undefined }] : tags.map((tag) => ({ reference: tag, tag }));
}
function reviver({ packages }) {
    const revived = new Map();
    let deleted;
    return async (digest) => {
        const known = revived.get(digest);
        if (packages === undefined || known !== undefined)
            return known ?? false;
        deleted ??= (0,ghcr_packages/* idsByDigest */.i)(packages.versions('deleted'));
        const id = (await deleted).get(digest);
        const back = id !== undefined && (await packages.restoreVersion(id)) === 'restored';
        revived.set(digest, back);
        return back;
    };
}

// EXTERNAL MODULE: ./build/src/reports/failure.js
var reports_failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/restore/report.js




const words = {
    restored: 'restored',
    planned: 'would be restored',
    there: 'already there',
    moved: 'skipped: the tag is on another image now',
    lost: 'lost',
    failed: 'failed',
};
const tones = {
    restored: 'good',
    planned: 'good',
    there: 'muted',
    moved: 'muted',
    lost: 'bad',
    failed: 'bad',
};
const mostRows = 2000;
function reportRestore(result) {
    const { entries, dryRun, failure } = result;
    const tagged = entries.filter(({ tag }) => tag !== undefined);
    const back = tagged.filter(({ kind }) => kind === (dryRun ? 'planned' : 'restored'));
    const lost = entries.filter(({ kind }) => kind === 'lost');
    const bad = entries.filter(({ tag, kind }) => tag === undefined && (kind === 'lost' || kind === 'failed'));
    const shown = [...tagged, ...bad];
    const explained = isExplained(shown);
    return {
        names: back.map(nameOf),
        outputs: {
            restored: JSON.stringify(back.map(objectOf)),
            lost: JSON.stringify(lost.map(objectOf)),
            'restored-count': String(back.length),
        },
        json: {
            ...(failure && (0,reports_failure/* failureObject */.OR)(failure)),
            dryRun,
            restored: back.map(objectOf),
            restoredCount: back.length,
            lost: lost.map(objectOf),
            failed: entries.filter(({ kind }) => kind === 'failed').map(objectOf),
            there: tagged.filter(({ kind }) => kind === 'there').map(objectOf),
            moved: tagged.filter(({ kind }) => kind === 'moved').map(objectOf),
        },
        summary: summaryOf(result, shown),
        table: {
            columns: ['status', 'image', 'digest', ...(explained ? ['why'] : [])],
            rows: shown.map((one) => [
                { text: words[one.kind], tone: tones[one.kind] },
                { text: nameOf(one) },
                { text: one.digest.slice(0, 19) },
                ...(explained ? [{ text: one.reason }] : []),
            ]),
        },
        headline: headlineOf(result),
        failures: failure === undefined ? [] : [failure],
        exitCode: failure?.exitCode ?? (lost.length > 0 ? 3 : 0),
    };
}
function isExplained(shown) {
    return shown.some(({ reason }) => reason !== '');
}
function headlineOf({ entries, dryRun }) {
    const tagged = entries.filter(({ tag }) => tag !== undefined);
    const count = (kind) => tagged.filter((one) => one.kind === kind).length;
    const back = dryRun
        ? `${(0,quantities/* countOf */.pq)(count('planned'), 'tag')} would be restored`
        : `${(0,quantities/* countOf */.pq)(count('restored'), 'tag')} restored`;
    const more = ['there', 'moved', 'lost', 'failed'].flatMap((kind) => count(kind) === 0 ? [] : [`${count(kind)} ${words[kind]}`]);
    return [back, ...more].join(', ');
}
function nameOf({ repository, tag, digest }) {
    return (0,images_name/* formatImage */.vy)(tag === undefined ? { ...repository, digest } : { ...repository, tag });
}
function objectOf(one) {
    const { repository, tag, digest, reason } = one;
    return {
        image: nameOf(one),
        repository: (0,images_name/* formatRepository */.Sh)(repository),
        ...(tag === undefined ? {} : { tag }),
        digest,
        ...(reason === '' ? {} : { reason }),
    };
}
function markOf({ entries, dryRun, failure }) {
    if (failure !== undefined || entries.some(({ kind }) => kind === 'lost' || kind === 'failed'))
        return 'bad';
    return dryRun ? 'dry-run' : 'good';
}
function summaryOf(result, shown) {
    const { failure } = result;
    const explained = isExplained(shown);
    const head = ['Status', 'Image', 'Digest', ...(explained ? ['Why'] : [])].map(markdown/* plain */.pj);
    const rows = shown
        .slice(0, mostRows)
        .map((one) => [
        (0,markdown/* plain */.pj)(words[one.kind]),
        (0,markdown/* code */.aY)(nameOf(one)),
        (0,markdown/* code */.aY)(one.digest.slice(0, 19)),
        ...(explained ? [(0,markdown/* plain */.pj)(one.reason)] : []),
    ]);
    const lost = shown.some(({ kind }) => kind === 'lost');
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(markOf(result), headlineOf(result)), failure && (0,reports_failure/* failureList */.J_)([failure]), lost
        ? (0,markdown/* plain */.pj)('The registry has collected the layers of lost images: build them again, or copy them from somewhere else.')
        : undefined, rows.length === 0 ? undefined : (0,markdown/* folded */.TM)(`Every tag (${shown.length})`, (0,markdown/* table */.tp)([head, ...rows])));
}

;// CONCATENATED MODULE: ./build/src/commands/restore.js








const restore = {
    name: 'restore',
    summary: 'Restore images that prune or delete has deleted, from the journal, if the registry still has the layers.',
    inputs: restoreInputs,
    positional: ['journal'],
    examples: ['image-gate-journal-20260102T030405678Z.jsonl --dry-run'],
    names: { help: 'the images that were put back; with `dry-run`, that would be' },
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
    const access = await (0,deleting_access/* connectToDelete */.x)(name, { ...inputs, registry: name.host }, context);
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
        throw unreadable(path, fault.message);
    });
    if (size > retention_journal/* longestJournal */.c5)
        throw unreadable(path, `it has ${size} bytes, and at most ${retention_journal/* longestJournal */.c5} are read`);
    const text = await (0,promises_.readFile)(path, 'utf8').catch((fault) => {
        throw unreadable(path, fault.message);
    });
    const journal = (0,retention_journal/* readJournal */.a0)(text);
    const wrong = journal.entries.find(({ repository }) => !(0,images_name/* isRepositoryPath */.og)(repository));
    if (wrong !== undefined)
        throw unreadable(path, `${JSON.stringify(wrong.repository)} is no repository`);
    return journal;
}
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
function unreadable(path, why) {
    return (0,errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} cannot be read: ${why}`, 'Give the file that delete or prune wrote.');
}


/***/ }),

/***/ 7123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createGitHubApi)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
;// CONCATENATED MODULE: ./build/src/http/fetch.js
const bodyless = new Set([204, 205, 304]);
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
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


function createGitHubApi(http, base, token) {
    const address = base.replace(/\/+$/, '');
    const silent = { debug() { }, info() { }, warn() { }, error() { } };
    return {
        base: address,
        async request(method, path, { headers = {}, body = {}, repeatable } = {}) {
            const { GitHub } = await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 1845));
            const auth = typeof token === 'function' ? await token() : token;
            let answer;
            const recording = {
                async request(request) {
                    answer = await http.request(repeatable === undefined ? request : { ...request, repeatable });
                    return answer;
                },
            };
            const octokit = new GitHub({
                baseUrl: address,
                ...(auth === undefined ? {} : { auth }),
                request: { fetch: fetchThrough(recording) },
                log: silent,
            });
            try {
                await octokit.request(`${method} ${path}`, { headers, ...body });
            }
            catch (fault) {
                if (answer === undefined)
                    throw fault instanceof Error && fault.cause instanceof errors/* Failure */.HR ? fault.cause : fault;
            }
            if (answer === undefined)
                throw new Error(`GitHub was not asked for ${method} ${path}`);
            return answer;
        },
    };
}


/***/ }),

/***/ 6026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ON: () => (/* binding */ refuseUndeletable),
/* harmony export */   W7: () => (/* binding */ notDeletable),
/* harmony export */   iC: () => (/* binding */ createDeleter),
/* harmony export */   vf: () => (/* binding */ accessToDelete),
/* harmony export */   vu: () => (/* binding */ isRefusal)
/* harmony export */ });
/* unused harmony exports ociDeleter, dockerHubDeleter, harborDeleter, ghcrDeleter */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _profiles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);



function createDeleter(name, registry, apis) {
    refuseUndeletable(name);
    const { deletes } = (0,_profiles_js__WEBPACK_IMPORTED_MODULE_2__/* .profileOf */ .d)(name);
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
function ociDeleter() {
    return { tag: deleteAndLook, digest: deleteAndLook };
}
function dockerHubDeleter(hub) {
    return {
        async tag({ path }, _access, tag) {
            const slash = path.indexOf('/');
            return { kind: await hub.deleteTag(path.slice(0, slash), path.slice(slash + 1), tag) };
        },
        digest: deleteAndLook,
    };
}
function harborDeleter(harborOf) {
    return {
        async tag(repository, access, tag, digest) {
            const kind = await harborOf(repository).deleteTag(digest, tag);
            if (kind === 'deleted' || (await access.head(tag)) === undefined)
                return { kind };
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
                asked: `Deleting ${(0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImage */ .vy)({ ...repository, tag })}`,
                answered: `it is not on ${digest} any more, and was left alone`,
                advice: 'Somebody pushed it just now: look at it, and try again.',
            });
        },
        digest: deleteAndLook,
    };
}
const versionsOnly = 'GHCR deletes versions of a package, by GitHub’s API, and a version is a manifest with all its tags';
function ghcrDeleter(packagesOf) {
    return {
        refusesTags: versionsOnly,
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
                asked: `Deleting ${(0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImage */ .vy)({ ...repository, digest })}`,
                answered: 'the registry has it, and GitHub’s list of the package’s versions does not',
                advice: 'The list may be behind after a push: try again in a few minutes.',
            });
        },
    };
}
function refuseUndeletable(registry) {
    const { deletes } = (0,_profiles_js__WEBPACK_IMPORTED_MODULE_2__/* .profileOf */ .d)(registry);
    if (deletes?.kind !== 'elsewhere')
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        asked: `Deleting from ${registry.host}`,
        answered: 'its registry deletes neither tags nor manifests',
        advice: deletes.advice,
    });
}
function accessToDelete(registry, { digests }) {
    const { deletes } = (0,_profiles_js__WEBPACK_IMPORTED_MODULE_2__/* .profileOf */ .d)(registry);
    if (deletes?.kind === 'ghcr')
        return 'pull';
    return deletes === undefined || digests ? 'delete' : 'pull';
}
async function deleteAndLook(repository, access, reference) {
    const deletion = await access.deleteManifest(reference);
    if (deletion.kind !== 'missing' || (await access.head(reference)) === undefined)
        return deletion;
    const image = reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        asked: `Deleting ${(0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImage */ .vy)(image)}`,
        answered: 'the registry says 404 to the delete, and still has it',
        advice: 'It deletes by an API of its own: use its own tool.',
    });
}
const disabledAdvice = 'Deleting is switched off, or this image is protected. In the registry of the distribution project (registry:2, ' +
    'registry:3) set storage.delete.enabled: true, or REGISTRY_STORAGE_DELETE_ENABLED=true in its environment, and ' +
    'restart it; elsewhere look for deletion, immutability and protection in the settings of the repository.';
function isRefusal({ kind }) {
    return ['unsupported', 'authentication', 'denied'].includes(kind);
}
function notDeletable(image, words) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        asked: `Deleting ${image}`,
        answered: `not possible here: ${words}`,
        advice: disabledAdvice,
    });
}


/***/ }),

/***/ 8264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ takeFromReferrersTag),
/* harmony export */   Y: () => (/* binding */ listReferrersAtTag),
/* harmony export */   hq: () => (/* binding */ addToReferrersTag)
/* harmony export */ });
/* harmony import */ var _fallback_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5162);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4722);


async function addToReferrersTag(repository, tag, referrers) {
    const there = await repository.manifest(tag);
    if (there !== undefined && there.content.kind !== 'index')
        return { kind: 'foreign' };
    return change(repository, tag, (0,_fallback_index_js__WEBPACK_IMPORTED_MODULE_0__/* .withReferrers */ .tv)(there, referrers));
}
async function listReferrersAtTag(repository, subject, referrers, warn) {
    const tag = (0,_fallback_index_js__WEBPACK_IMPORTED_MODULE_0__/* .referrersTag */ .LN)(subject);
    const { kind } = await addToReferrersTag(repository, tag, referrers.map(_fallback_index_js__WEBPACK_IMPORTED_MODULE_0__/* .referrerEntry */ .oY));
    if (kind === 'foreign')
        warn(`the tag ${tag} is no index of referrers, and stays as it is: it lists none of ${subject}`);
}
async function takeFromReferrersTag(repository, tag, digest) {
    const there = await repository.manifest(tag);
    if (there === undefined)
        return { kind: 'unchanged' };
    if (there.content.kind !== 'index')
        return { kind: 'foreign' };
    return change(repository, tag, (0,_fallback_index_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutReferrer */ .kv)(there, digest));
}
async function change(repository, tag, made) {
    if (made === undefined)
        return { kind: 'unchanged' };
    await (0,_repository_js__WEBPACK_IMPORTED_MODULE_1__/* .mustPut */ .h)(repository, tag, made);
    return { kind: 'changed', digest: made.descriptor.digest };
}


/***/ }),

/***/ 7672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   pq: () => (/* binding */ countOf),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
function formatCount(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
function countOf(count, one, several = `${one}s`) {
    return `${formatCount(count)} ${count === 1 ? one : several}`;
}
function formatTime(time) {
    return time.toISOString().slice(0, 16).replace('T', ' ');
}


/***/ })

};
