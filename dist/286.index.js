export const id = 286;
export const ids = [286];
export const modules = {

/***/ 6286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var lib_errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/lib/loopback.js
var loopback = __webpack_require__(632);
// EXTERNAL MODULE: ./build/src/retention/journal.js
var retention_journal = __webpack_require__(5879);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/access.js
var access = __webpack_require__(4417);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/restore/inputs.js


const restoreInputs = {
    journal: (0,types/* file */.NJ)({ help: 'Set the journal to restore from, a file that `prune` or `delete` wrote.' }),
    'dry-run': (0,types/* boolean */.zM)({
        refusesEmpty: true,
        help: 'Report what would be restored, and change nothing.',
        fallback: 'false',
    }),
    registry: (0,types/* text */.Qq)({
        help: 'Require the journal to be for this registry, `host` or `host:port`.',
        placeholder: 'HOST',
        fallbackHelp: 'the registry in the journal; with `username` and `password`, `docker.io`',
    }),
    ...registry/* credentialInputs */.HP,
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '1h' }),
};

// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(1952);
// EXTERNAL MODULE: ./build/src/registries/oci/fallback-index.js
var fallback_index = __webpack_require__(6720);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/src/registries/oci/referrers-tag.js
var referrers_tag = __webpack_require__(1370);
;// CONCATENATED MODULE: ./build/src/commands/restore/list-again.js





async function listAgain(putBack, { log, signal }) {
    let failure;
    const failed = (outcome, thrown) => {
        const error = signal.aborted ? (0,lib_errors/* asFailure */.h_)(signal.reason) : (0,lib_errors/* asFailure */.h_)(thrown);
        failure ??= error;
        return { ...outcome, kind: 'failed', reason: error.message };
    };
    const merged = await (0,concurrency/* mapConcurrent */._)(putBack.outcomes, 1, (outcome) => mergeIndex(outcome, putBack).catch((thrown) => failed(outcome, thrown)));
    const errors = new Map();
    for (const [subject, referrers] of putBack.dryRun ? [] : unnotedOf(merged, putBack)) {
        try {
            await addMissing(putBack.access, subject, referrers, log);
        }
        catch (thrown) {
            for (const { descriptor } of referrers)
                errors.set(descriptor.digest, thrown);
        }
    }
    const outcomes = merged.map((one) => (errors.has(one.digest) ? failed(one, errors.get(one.digest)) : one));
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
    const present = await (0,concurrency/* mapConcurrent */._)(lacking, 1, async (entry) => {
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
async function putBack(places, registry, dryRun, context) {
    const done = [];
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    const total = places.reduce((sum, { entries }) => sum + entries.length, 0);
    let visited = 0;
    let refusals = 0;
    let first;
    let stopped = false;
    for (const place of places) {
        const access = registry.repository(place.repository, dryRun ? 'pull' : 'push');
        const revive = reviver(() => registry.open(place.repository, 'push'));
        const noted = new Set();
        const outcomes = [];
        for (const entry of place.entries) {
            if (stopped) {
                outcomes.push(...failedOf(entry, place, 'not tried, because of what went wrong before'));
                continue;
            }
            try {
                outcomes.push(...(await putOne(entry, place, { access, revive, noted, dryRun })));
                refusals = 0;
            }
            catch (thrown) {
                const failure = context.signal.aborted ? (0,lib_errors/* asFailure */.h_)(context.signal.reason) : (0,lib_errors/* asFailure */.h_)(thrown);
                first ??= failure;
                outcomes.push(...failedOf(entry, place, failure.message));
                refusals += 1;
                stopped = refusals >= mostRefusals || put_back_final.includes(failure.kind);
            }
            visited += 1;
            const words = () => `${(0,images_name/* formatRepository */.Sh)(place.repository)}: ${visited} of ${(0,quantities/* countOf */.pq)(total, 'manifest')} looked at`;
            reportProgress(words, { done: visited, total });
        }
        const found = stopped ? outcomes : await (0,concurrency/* mapConcurrent */._)(outcomes, 1, (one) => lookAgain(one, access));
        const listed = stopped ? undefined : await listAgain({ ...place, access, outcomes: found, noted, dryRun }, context);
        first ??= listed?.failure;
        done.push(...(listed?.outcomes ?? found));
    }
    return { entries: done, dryRun, failure: first };
}
async function lookAgain(outcome, access) {
    const { kind, tag, digest } = outcome;
    if (kind !== 'lost' || tag !== undefined || digest === undefined)
        return outcome;
    const head = await access.head(digest).catch(() => undefined);
    return head === undefined ? outcome : { ...outcome, kind: 'restored', reason: '' };
}
async function putOne(entry, place, { access, revive, noted, dryRun }) {
    const { digest, mediaType, bytes } = entry;
    const manifest = { bytes, descriptor: { mediaType, digest, size: bytes.length } };
    const heads = await (0,concurrency/* mapConcurrent */._)(namesOf(entry), atOnce, async (name) => ({
        ...name,
        before: await seen(name.reference),
    }));
    const missing = heads.flatMap(({ tag, before }) => (tag !== undefined && before === 'missing' ? [tag] : []));
    async function seen(reference) {
        const head = await access.head(reference);
        return head === undefined ? 'missing' : head.digest === digest ? 'there' : head.digest;
    }
    return (0,concurrency/* mapConcurrent */._)(heads, 1, async ({ reference, tag, before }) => {
        const about = { repository: place.repository, digest, tag, reason: '' };
        if (before === 'there')
            return { ...about, kind: 'there' };
        if (before === 'missing' && dryRun)
            return { ...about, kind: 'planned' };
        if (before === 'missing')
            await revive({ ...entry, tags: missing });
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
function reviver(open) {
    const sent = new Set();
    let opened;
    return async ({ digest, tags }) => {
        if (sent.has(digest))
            return;
        sent.add(digest);
        opened ??= open();
        await (await opened).driver.undelete?.(digest, tags);
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

;// CONCATENATED MODULE: ./build/src/commands/restore/index.js










const restore = {
    name: 'restore',
    summary: 'Restore images that prune or delete has deleted, from the journal, if the registry still has the layers.',
    inputs: restoreInputs,
    positional: ['journal'],
    examples: ['image-gate-journal-20260102T030405678Z.jsonl --dry-run'],
    names: { help: 'the restored images; with `dry-run`, the images that would be restored' },
    outputs: {
        restored: 'A JSON array with one object for each restored tag: `image`, `repository`, `tag`, `digest`. In a dry run, the tags that would be restored.',
        lost: 'The same for each tag that cannot be restored because the registry no longer has its layers, with `reason`.',
        'restored-count': 'The number of restored tags.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runRestore,
    report: reportRestore,
};
const usualRegistry = 'docker.io';
async function runRestore(inputs, context) {
    const path = inputs.journal;
    if (path === undefined)
        throw (0,lib_errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('journal')} is needed: the file that prune or delete wrote`, 'Its name is in their output journal, and in their summary: image-gate-journal-….jsonl.');
    const journal = await openJournal(path);
    const name = registryOf(journal, inputs);
    const registry = await (0,access/* connectToDelete */.x)(name, { ...inputs, registry: name.host }, context);
    const paths = [...new Set(journal.entries.map(({ repository }) => repository))];
    const places = paths.map((one) => {
        const repository = { registry: name, path: one };
        return { repository, entries: journal.entries.filter((entry) => entry.repository === one) };
    });
    const result = await putBack(places, registry, inputs['dry-run'], context);
    return journal.complete ? result : { ...result, failure: result.failure ?? withoutEnd(path, inputs['dry-run']) };
}
async function openJournal(path) {
    const size = await (0,promises_.stat)(path).then((found) => found.size, (error) => {
        throw unreadable(path, error.message);
    });
    if (size > retention_journal/* longestJournal */.c5)
        throw unreadable(path, `it has ${size} bytes, and at most ${retention_journal/* longestJournal */.c5} are read`);
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        throw unreadable(path, error.message);
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
    if (wanted === undefined && (!named.plainHttp || (0,loopback/* isLoopback */.U)(named.host)))
        return named;
    const name = wanted === undefined ? undefined : (0,images_name/* parseRegistry */.l5)(wanted);
    if (name?.host === named.host)
        return name;
    const meant = registry === undefined ? `${input_names/* usernameAndPassword */.RJ} are for` : `${(0,input_names/* inputName */.yu)('registry')} is`;
    throw (0,lib_errors/* usageFailure */.II)(name === undefined
        ? `the journal is of ${head.registry}, which is reached without TLS`
        : `the journal is of ${named.host}, and ${meant} ${name.host}`, `If that is where credentials are to go, give ${(0,input_names/* inputValue */.UV)('registry', head.registry)}.`);
}
function withoutEnd(path, dryRun) {
    return (0,lib_errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} has no end: the file was cut off, or its writer was stopped before it deleted the last of it`, `What it has ${dryRun ? 'would be' : 'was'} put back. If the file was cut on its way, get the whole one and run this again.`);
}
function unreadable(path, why) {
    return (0,lib_errors/* usageFailure */.II)(`the journal ${JSON.stringify(path)} cannot be read: ${why}`, 'Give the file that delete or prune wrote.');
}


/***/ }),

/***/ 3075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ forEachConcurrent),
/* harmony export */   _: () => (/* binding */ mapConcurrent)
/* harmony export */ });
async function mapConcurrent(items, atOnce, work) {
    const results = [];
    const waiting = items.entries();
    let failed = false;
    const worker = async () => {
        for (const [at, item] of waiting) {
            if (failed)
                return;
            results[at] = await work(item).catch((error) => {
                failed = true;
                throw error;
            });
        }
    };
    await allEnded(Array.from({ length: Math.min(atOnce, items.length) }, worker));
    return results;
}
async function forEachConcurrent(coming, atOnce, work) {
    const waiting = coming[Symbol.asyncIterator]();
    let failed = false;
    const worker = async () => {
        for (let next = await waiting.next(); !next.done && !failed; next = await waiting.next()) {
            await work(next.value).catch((error) => {
                failed = true;
                throw error;
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

/***/ 4417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ accessToDelete),
/* harmony export */   x: () => (/* binding */ connectToDelete)
/* harmony export */ });
/* harmony import */ var _registries_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6870);
/* harmony import */ var _inputs_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5818);


async function connectToDelete(name, inputs, context) {
    const registry = (0,_registries_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .connectRegistry */ .g)(name, await (0,_inputs_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .registrySettings */ .HO)(name, inputs, context));
    (await registry.driver()).requireCredentials?.();
    return registry;
}
function accessToDelete({ capabilities }, { digests }) {
    const { tokenDeletes = 'all' } = capabilities;
    return tokenDeletes === 'all' || (tokenDeletes === 'manifests' && digests) ? 'delete' : 'pull';
}


/***/ }),

/***/ 1952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect),
/* harmony export */   k: () => (/* binding */ throttledProgress)
/* harmony export */ });
const silence = 5000;
async function collect(pages, words, { progress, now }) {
    const reportProgress = throttledProgress({ progress, now });
    const all = [];
    for await (const page of pages) {
        for (const one of page)
            all.push(one);
        reportProgress(() => words(all.length));
    }
    return all;
}
function throttledProgress({ progress, now }) {
    let next = now().getTime() + silence;
    return (words, part) => {
        const time = now().getTime();
        if (time < next)
            return;
        next = time + progress.pause;
        progress.update(words(), part);
    };
}


/***/ }),

/***/ 8442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ isManifestOf)
/* harmony export */ });
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9853);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);


function isManifestOf(bytes, digest) {
    if ((0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(bytes, digest) === digest)
        return true;
    const payload = payloadOf(bytes);
    return payload !== undefined && (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .o)(payload, digest) === digest;
}
function payloadOf(bytes) {
    const [signature] = listOf(member((0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(bytes), 'signatures'));
    const protectedPart = member(signature, 'protected');
    if (typeof protectedPart !== 'string')
        return undefined;
    const format = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(Buffer.from(protectedPart, 'base64url'));
    const [length, tail] = [member(format, 'formatLength'), member(format, 'formatTail')];
    if (typeof length !== 'number' || typeof tail !== 'string' || !(length >= 0 && length <= bytes.length))
        return undefined;
    return Buffer.concat([bytes.subarray(0, length), Buffer.from(tail, 'base64url')]);
}
function member(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}


/***/ }),

/***/ 1370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ takeFromReferrersTag),
/* harmony export */   Y: () => (/* binding */ listReferrersAtTag),
/* harmony export */   hq: () => (/* binding */ addToReferrersTag)
/* harmony export */ });
/* harmony import */ var _fallback_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6720);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5149);


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


/***/ }),

/***/ 5879:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ journalLine),
/* harmony export */   J_: () => (/* binding */ journalEnd),
/* harmony export */   a0: () => (/* binding */ readJournal),
/* harmony export */   c5: () => (/* binding */ longestJournal),
/* harmony export */   cI: () => (/* binding */ journalHead)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8442);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9853);





const version = 1;
const longestJournal = 256 * 1024 * 1024;
const mediaTypeGrammar = /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/i;
function journalHead({ registry, created }) {
    return `${JSON.stringify({ journal: 'image-gate', version, registry, created: created.toISOString() })}\n`;
}
function journalLine({ bytes, ...entry }) {
    return `${JSON.stringify({ ...entry, bytes: bytes.toString('base64') })}\n`;
}
function journalEnd(manifests) {
    return `${JSON.stringify({ end: true, manifests })}\n`;
}
function readJournal(text) {
    if (/^\{\s*"format":\s*"image-gate-backup"/.test(text)) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageFailure */ .II)('this is a backup, not a journal', 'Give the file that delete or prune wrote: only in that are images.');
    }
    const lines = text.split('\n');
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
    const entries = [];
    for (const [at, value] of rest.entries()) {
        if (value.end !== true)
            entries.push(readEntry(value, at + 2));
        else if (value.manifests !== entries.length)
            throw faulty(at + 2, 'counts other manifests than there are');
    }
    return { head: { registry: first.registry, created }, entries, complete: rest.at(-1)?.end === true };
}
function readEntry(value, line) {
    const { repository, digest, mediaType, tags, bytes } = value;
    if (typeof repository !== 'string' || typeof mediaType !== 'string' || !mediaTypeGrammar.test(mediaType)) {
        throw faulty(line, 'is no manifest');
    }
    if (typeof digest !== 'string' || !(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(digest))
        throw faulty(line, 'has no digest');
    if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string' && (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz)(tag))) {
        throw faulty(line, 'has no list of tags');
    }
    const content = Buffer.from(typeof bytes === 'string' ? bytes : '', 'base64');
    if (!(0,_images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isManifestOf */ .v)(content, digest))
        throw faulty(line, 'has other bytes than its digest says');
    return { repository, digest, mediaType, tags, bytes: content };
}
function object(line, at) {
    const value = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .q)(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return value;
    throw faulty(at, 'is not a JSON object');
}
function faulty(line, what) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('usage', {
        operation: '',
        reason: `line ${line} of the journal ${what}`,
        advice: 'Give the file as delete or prune wrote it.',
    });
}


/***/ })

};
