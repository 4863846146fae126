export const id = 325;
export const ids = [325];
export const modules = {

/***/ 61325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  latest: () => (/* binding */ latest)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(66093);
// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(67825);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(89862);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(13075);
// EXTERNAL MODULE: ./build/src/commands/shared/files/reference-files.js + 9 modules
var reference_files = __webpack_require__(64069);
// EXTERNAL MODULE: ./build/src/commands/shared/image-dates.js
var image_dates = __webpack_require__(1445);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(65818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/selection.js
var selection = __webpack_require__(71346);
// EXTERNAL MODULE: ./build/src/commands/shared/min-age.js
var min_age = __webpack_require__(43798);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(11952);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(48640);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var inspection = __webpack_require__(86081);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(96258);
;// CONCATENATED MODULE: ./build/src/commands/latest/by-digest.js







async function answerByDigest({ image, where }, job) {
    const { registry, accountFor } = await job.connect(image.registry);
    const account = await accountFor(image);
    const repository = registry.repository(image);
    const name = (0,images_name/* formatImage */.vy)(image);
    const head = await repository.head(image.tag);
    if (head === undefined)
        throw missing(name);
    const seen = image.digest === undefined ? await job.cache?.readDigest(image, account, image.tag) : undefined;
    const moved = await compare(image.digest ?? seen, head.digest, repository, job);
    const outcome = (status, digest, reason, date) => {
        const answer = { ...image, digest };
        return { name, where, status, answer, step: status === 'update' ? 'digest' : undefined, date, reason };
    };
    const { registry: on, path, tag } = image;
    const age = moved.status === 'update' ? await job.ageOf?.({ registry: on, path, tag }, head.digest, repository) : undefined;
    if (age?.kind === 'young') {
        const reason = `the tag has moved, and what it points to now was ${age.reason}`;
        return outcome('up-to-date', image.digest ?? seen ?? head.digest, reason);
    }
    if (image.digest === undefined && moved.status !== 'unknown') {
        await job.cache?.writeDigest(image, account, image.tag, head.digest);
    }
    const date = age?.date;
    const reason = date === undefined ? moved.reason : `${moved.reason}; ${(0,image_dates/* formatImageDate */.TY)(date)}`;
    return outcome(moved.status, moved.digest, reason, date);
}
async function compare(before, now, repository, { platform, cache }) {
    if (before === undefined) {
        if (cache === undefined)
            return unknown(now, `there is no digest to compare with: pin the image, or give ${(0,input_names/* inputName */.yu)('cache-dir')}`);
        return same(now, 'seen for the first time: the digest is kept, to be compared with from now on');
    }
    if (before === now)
        return same(now, 'the tag still points to this digest');
    const moved = { status: 'update', digest: now, reason: `the tag has moved on from ${before}` };
    const [old, current] = await Promise.all([repository.manifest(before), repository.manifest(now)]);
    if (current === undefined)
        throw missing(`the manifest ${now}`);
    const [oldImages, images] = [old === undefined ? [] : imagesOf(old), imagesOf(current)];
    if (images.some(({ digest }) => digest === before)) {
        return same(before, 'the digest is that of one platform, which has not changed');
    }
    if (old === undefined)
        return { ...moved, reason: `${moved.reason}, which the registry does not have any more` };
    if (old.content.kind === 'image' && (0,manifest/* isIndex */.nw)(current.descriptor)) {
        const own = platform ?? (await (0,inspection/* inspectManifest */.m3)(repository, old, 'first')).images[0]?.platform;
        const child = own === undefined ? undefined : find(images, own);
        return child === undefined ? moved : { ...moved, digest: child.digest };
    }
    if (platform === undefined) {
        return sameSet(oldImages, images) ? same(now, 'only built again: no platform has changed') : moved;
    }
    return comparePlatforms(find(oldImages, platform), find(images, platform), platform, moved);
}
function comparePlatforms(before, now, platform, moved) {
    const name = (0,images_platform/* formatPlatform */.Bq)(platform);
    if (now === undefined)
        return unknown(moved.digest, `the tag has moved, to an image that has no ${name}`);
    return before?.digest === now.digest ? same(moved.digest, `${name} has not changed`) : moved;
}
function imagesOf({ content, descriptor }) {
    return content.kind === 'index' ? content.manifests.filter((child) => !(0,inspection/* isAttestation */.H3)(child)) : [descriptor];
}
function find(images, wanted) {
    return images.find(({ platform }) => platform === undefined || (0,images_platform/* samePlatform */.my)(platform, wanted));
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
function missing(name) {
    return new errors/* Failure */.HR('not-found', {
        operation: name,
        reason: 'the registry has no such image (404)',
        advice: 'Check the name and the tag; the command tags lists what there is.',
    });
}

// EXTERNAL MODULE: ./build/src/commands/latest/by-version.js + 5 modules
var by_version = __webpack_require__(5369);
// EXTERNAL MODULE: ./build/src/commands/latest/cache.js
var latest_cache = __webpack_require__(3764);
// EXTERNAL MODULE: ./build/src/images/version-step.js
var version_step = __webpack_require__(21535);
// EXTERNAL MODULE: ./build/src/commands/shared/files/results-file.js
var results_file = __webpack_require__(69885);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/latest/inputs.js





const latestInputs = {
    image: (0,types/* list */.p_)({
        help: 'Set the images in use, by tag (`acme/app:1.2.0`, optionally with a digest), or files and folders that name them: Dockerfiles, Compose files, Kubernetes YAML, Helm values, kustomizations, lists.',
        placeholder: 'IMAGE|FILE,…',
    }),
    strategy: (0,types/* choice */.Yq)([...version_step/* strategies */.Wy, 'digest'], {
        help: 'Limit the update: `patch` stays within X.Y.Z, `bugfix` within X.Y, `minor` within X, and `major` has no limit. `digest` compares the digest of the same tag.',
        fallback: 'bugfix',
        anyCase: true,
    }),
    ...(0,selection/* selectionInputs */.Iz)('tags'),
    prerelease: (0,types/* boolean */.zM)({
        help: 'Allow an update from a release to a pre-release. A pre-release is always updated to its own kind.',
        fallback: 'false',
    }),
    'min-age': (0,types/* duration */.p0)({
        help: 'Take only tags that are at least this old: since the push, where the registry reports it, else since the creation of the image.',
    }),
    platform: (0,types/* text */.Qq)({
        help: 'Take only tags with this platform: `linux/arm64`. With `strategy: digest`, compare only this platform.',
        placeholder: 'OS/ARCH',
    }),
    ...(0,registry/* registryInputs */.P4)({ names: ['image'], files: true }),
    'cache-dir': (0,types/* file */.NJ)({
        placeholder: 'FOLDER',
        help: 'Keep tag lists and, for `strategy: digest`, digests in this folder. Several steps can share it.',
    }),
    'cache-ttl': (0,types/* duration */.p0)({
        help: 'Set how long a kept tag list is fresh. If the registry fails, a list of up to 7 days is used, and the result reports that.',
        fallback: '30m',
    }),
    ...results_file/* resultsFileInput */.tW,
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '10m' }),
};

// EXTERNAL MODULE: ./build/src/commands/latest/report.js + 1 modules
var report = __webpack_require__(35842);
// EXTERNAL MODULE: ./build/src/images/version.js + 1 modules
var version = __webpack_require__(25649);
// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(38081);
// EXTERNAL MODULE: ./build/src/lib/polling.js
var polling = __webpack_require__(84414);
// EXTERNAL MODULE: ./build/src/commands/tags/read.js
var read = __webpack_require__(64598);
;// CONCATENATED MODULE: ./build/src/commands/latest/tag-lists.js





const staleFor = 7 * 24 * 3_600_000;
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
    const { registry, accountFor } = await settings.connect(name.registry);
    const account = await accountFor(name);
    const kept = await cache?.readTags(name, account);
    const age = kept === undefined ? Number.POSITIVE_INFINITY : context.now().getTime() - kept.fetched.getTime();
    if (kept !== undefined && age < freshFor) {
        context.log.detail(`${(0,images_name/* formatRepository */.Sh)(name)}: ${kept.tags.length} tags, as they were ${(0,duration/* formatDuration */.a3)(age)} ago`);
        return { tags: (0,version/* parseTags */.r)(kept.tags), stale: undefined };
    }
    try {
        const tags = (await (0,read/* listNames */.Zv)(registry.repository(name), context)).map((tag) => tag.name);
        await cache?.writeTags(name, account, tags);
        return { tags: (0,version/* parseTags */.r)(tags), stale: undefined };
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        if (kept === undefined || age > staleFor || !(0,polling/* mayPass */.b)(thrown))
            throw thrown;
        const since = `${(0,images_name/* formatRepository */.Sh)(name)} are as they were ${(0,duration/* formatDuration */.a3)(age)} ago`;
        context.log.warn(`The tags of ${since}: ${thrown.message}`);
        return { tags: (0,version/* parseTags */.r)(kept.tags), stale: { since: kept.fetched, failure: thrown } };
    }
}

// EXTERNAL MODULE: ./build/src/commands/latest/targets.js
var targets = __webpack_require__(60420);
;// CONCATENATED MODULE: ./build/src/commands/latest/index.js

















const atOnce = 8;
const latest = {
    name: 'latest',
    summary: 'Find a newer tag by patch, bugfix, minor or major, or a moved digest, for images and for files that name images.',
    inputs: latestInputs,
    positional: ['image'],
    examples: ['acme/app:1.4.2 --strategy minor'],
    names: { help: 'the newer images' },
    outputs: {
        tag: 'The tag to use: the newer one, or the current one if nothing is newer. This output and those below up to `step` are set only for a single image.',
        image: 'The image with that tag: `acme/app:1.2.1`. It has a digest if the current image has one.',
        digest: 'The digest of that tag, if it is newer or was given.',
        status: '`update`, `up-to-date`, `missing` (the registry does not have the tag), `unsupported` (the tag has no version to compare), `not-found`, or `unknown` (an error, or a variable without a value).',
        step: 'The size of the update: `patch`, `bugfix`, `minor`, `major` or `digest`.',
        'update-available': '`true` if any image has an update. Not set on an error.',
        results: 'A JSON array with one object for each image, in order: `image`, `where` (files and lines), `status`, `tag`, `fullImage`, `digest`, `updateAvailable`, `step`, `reason`, `present`, `candidates`, `newest`, `pending`, `stale`, `pushed` or `created` (with `min-age`: the date of the answer that counts), `error`, `exitCode`.',
        matrix: 'JSON for `strategy.matrix`, one job for each update (at most 256): `matrix.image`, `matrix.tag`, `matrix.fullImage`, `matrix.digest`, `matrix.step`, `matrix.where`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runLatest,
    report: report/* reportLatest */.Q9,
};
async function runLatest(inputs, context) {
    (0,targets/* checkLatest */.w)(inputs);
    const platform = inputs.platform === undefined ? undefined : (0,images_platform/* parsePlatform */.Y8)(inputs.platform);
    const planned = (0,targets/* planLatest */.F)(await (0,reference_files/* readReferences */.PK)(inputs.image, 'image'), inputs, context.workflow);
    const cache = inputs['cache-dir'] === undefined ? undefined : await (0,latest_cache/* openCache */.b)(inputs['cache-dir'], context);
    const connect = (0,registry/* createConnections */.Ew)(inputs, context);
    await (0,registry/* refuseCredentials */.X7)(planned.flatMap((one) => (one.kind === 'target' ? [one.target.image.registry] : [])), connect);
    const minAge = inputs['min-age'];
    const job = {
        connect,
        cache,
        lists: createTagLists({ connect, cache, freshFor: inputs['cache-ttl'], context }),
        policy: {
            strategy: inputs.strategy === 'digest' ? 'patch' : inputs.strategy,
            prerelease: inputs.prerelease,
            isSelected: (tag) => (0,selection/* isSelected */.sp)(tag, inputs),
        },
        patterns: { include: inputs.include, exclude: inputs.exclude },
        platform,
        ageOf: minAge === undefined
            ? undefined
            : (0,min_age/* createMinAge */.g)(minAge, (0,image_dates/* createDates */.y$)({ connect, platform, now: context.now }), context),
        context,
    };
    const answer = inputs.strategy === 'digest' ? answerByDigest : by_version/* answerByVersion */.y;
    const tell = (0,collect/* throttledProgress */.k)(context);
    let done = 0;
    const outcomes = await (0,concurrency/* mapConcurrent */._)(planned, atOnce, async (one) => {
        const outcome = one.kind === 'settled' ? one.outcome : await settle(one.target, context, () => answer(one.target, job));
        done += 1;
        tell(() => `${done} of ${planned.length} images looked up`, { done, total: planned.length });
        if (outcome.status === 'unknown' && outcome.failure === undefined)
            warnOf(outcome, context);
        return outcome;
    });
    const updates = outcomes.filter(({ status }) => status === 'update').length;
    if (updates > report/* mostJobs */.om)
        context.log.warn(`The matrix has ${report/* mostJobs */.om} of ${updates} updates: GitHub takes no more jobs.`);
    return { outcomes };
}
async function settle({ image, where }, { signal }, work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (signal.aborted)
            throw signal.reason;
        const failure = (0,errors/* asFailure */.h_)(thrown);
        const status = failure.kind === 'not-found' ? 'not-found' : 'unknown';
        const shared = { name: (0,images_name/* formatImage */.vy)(image), where, answer: undefined, step: undefined };
        return { ...shared, status, reason: failure.message, failure };
    }
}
function warnOf({ name, where: [first], reason }, { log }) {
    log.warn(`${first === undefined ? '' : `${first}: `}${name} could not be looked up: ${reason}`);
}


/***/ }),

/***/ 71346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ selectionInputs),
/* harmony export */   sp: () => (/* binding */ isSelected),
/* harmony export */   wH: () => (/* binding */ selected)
/* harmony export */ });
/* harmony import */ var _lib_reg_exp_timeout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83651);
/* harmony import */ var _types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6318);


function selectionInputs(what, example = '^v\\d') {
    return {
        include: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .pattern */ .T1)({
            help: `Take only ${what} matching this regular expression: \`${example}\`.`,
        }),
        exclude: (0,_types_js__WEBPACK_IMPORTED_MODULE_1__/* .pattern */ .T1)({
            help: `Skip ${what} matching this regular expression. It takes precedence over \`include\`.`,
        }),
    };
}
function selected(all, selection) {
    const { include, exclude } = selection;
    return (0,_lib_reg_exp_timeout_js__WEBPACK_IMPORTED_MODULE_0__/* .withRegExpTimeout */ .V)({ include, exclude }, () => all.filter(({ name }) => isSelected(name, selection)));
}
function isSelected(name, { include, exclude }) {
    return (include?.test(name) ?? true) && !(exclude?.test(name) ?? false);
}


/***/ }),

/***/ 43798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createMinAge)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66093);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38081);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48640);
/* harmony import */ var _reports_quantities_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97672);
/* harmony import */ var _image_dates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1445);





function createMinAge(least, dateOf, { log, now }) {
    return async (image, digest, repository) => {
        const date = await dateOf(image, digest, repository);
        if (date === undefined) {
            log.warn(`${(0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)(image)} has no date, neither of its push nor of its creation: it counts as old enough for ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('min-age')}.`);
            return { kind: 'old', date };
        }
        const readyAt = new Date(date.at.getTime() + least);
        if (readyAt <= now())
            return { kind: 'old', date };
        const required = (0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputValue */ .UV)('min-age', (0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSpan */ .QA)(least));
        const reason = `${(0,_image_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageDate */ .TY)(date)}, too young for ${required} until ${(0,_reports_quantities_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTime */ .fU)(toTheMinute(readyAt))} UTC`;
        return { kind: 'young', date, readyAt, reason };
    };
}
function toTheMinute(time) {
    return new Date(Math.ceil(time.getTime() / 60_000) * 60_000);
}


/***/ }),

/***/ 21535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ stepTo),
/* harmony export */   Wy: () => (/* binding */ strategies),
/* harmony export */   hh: () => (/* binding */ numberedStep)
/* harmony export */ });
const strategies = ['patch', 'bugfix', 'minor', 'major'];
function stepTo(tag, current) {
    let level = firstChange(tag.release, current.release);
    for (const [at, counter] of tag.counters.entries()) {
        level = Math.min(level, counter.level + firstChange(counter.numbers, current.counters[at]?.numbers ?? []));
    }
    for (const [at, qualifier] of tag.qualifiers.entries()) {
        level = Math.min(level, qualifiedLevel(qualifier, current.qualifiers[at]));
    }
    return stepAt(level);
}
function numberedStep(tag, current) {
    return stepAt(firstChange(tag.release, current.release));
}
function stepAt(level) {
    return strategies[Math.max(0, strategies.length - 1 - level)] ?? 'patch';
}
function qualifiedLevel({ word, numbers }, before) {
    if (before === undefined)
        return Number.POSITIVE_INFINITY;
    const lengths = [numbers.length, before.numbers.length];
    const isVersion = (word === before.word ? Math.max(...lengths) : Math.min(...lengths)) >= 3;
    return isVersion ? firstChange(numbers, before.numbers) : Number.POSITIVE_INFINITY;
}
function firstChange(one, other) {
    const length = Math.max(one.length, other.length);
    for (let at = 0; at < length; at++)
        if ((one[at] ?? 0n) !== (other[at] ?? 0n))
            return at;
    return Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 83651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ withRegExpTimeout)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30714);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89862);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48640);



const timeLimit = 3000;
const script = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('work()');
function withRegExpTimeout(patterns, work, kind = 'usage') {
    const names = Object.keys(patterns).filter((name) => patterns[name] !== undefined);
    if (names.length === 0)
        return work();
    try {
        return script.runInContext((0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ work }), { timeout: timeLimit });
    }
    catch (thrown) {
        if (thrown.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw thrown;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(kind, {
            operation: names.map((name) => (kind === 'usage' ? (0,_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)(name) : name)).join(', '),
            reason: `matching took longer than ${timeLimit / 1000} s; nothing was changed`,
            advice: 'Write the pattern without a repetition inside a repetition: ^a+$ instead of ^(a+)+$.',
        });
    }
}


/***/ }),

/***/ 97672:
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
