export const id = 981;
export const ids = [981];
export const modules = {

/***/ 43089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ look),
  n: () => (/* binding */ lookUntilReady)
});

// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(82970);
// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(67825);
;// CONCATENATED MODULE: ./build/src/images/requirements.js

function needsLabels(requirements, annotations, platform) {
    if (requirements.revision === undefined || revisionIn(annotations) !== undefined)
        return false;
    return platform === undefined || isJudged(platform, requirements.platforms);
}
const revisionKeys = ['org.opencontainers.image.revision', 'org.label-schema.vcs-ref'];
function lacks(requirements, findings) {
    const { platforms, revision } = requirements;
    const has = (wanted) => findings.images.some(({ platform }) => (0,images_platform/* samePlatform */.my)(platform, wanted));
    const absent = platforms.filter((wanted) => !has(wanted)).map((wanted) => `it has no ${(0,images_platform/* formatPlatform */.Bq)(wanted)}`);
    return revision === undefined ? absent : [...absent, ...wrongRevisions(revision, platforms, findings)];
}
function wrongRevisions(commit, platforms, { annotations, images }) {
    const ofIndex = revisionIn(annotations);
    if (ofIndex !== undefined)
        return sameCommit(ofIndex, commit) ? [] : [`its revision is ${shown(ofIndex)}, not ${commit}`];
    const judged = images.filter(({ platform }) => isJudged(platform, platforms));
    if (judged.length === 0)
        return ['it has no platform whose revision could be compared'];
    return judged.flatMap(({ platform, labels, missing }) => {
        if (missing)
            return [`its manifest for ${(0,images_platform/* formatPlatform */.Bq)(platform)} does not exist`];
        const found = revisionIn(labels ?? {});
        if (found === undefined)
            return [`its ${(0,images_platform/* formatPlatform */.Bq)(platform)} has no label ${revisionKeys[0]}`];
        return sameCommit(found, commit)
            ? []
            : [`the revision of its ${(0,images_platform/* formatPlatform */.Bq)(platform)} is ${shown(found)}, not ${commit}`];
    });
}
function isJudged(platform, required) {
    return required.length === 0 || required.some((wanted) => (0,images_platform/* samePlatform */.my)(wanted, platform));
}
function revisionIn(labels) {
    return revisionKeys.map((key) => labels[key]?.trim()).find((value) => value !== undefined && value !== '');
}
function sameCommit(found, commit) {
    const text = found.toLowerCase();
    return /^[0-9a-f]{7,64}$/.test(text) && commit.startsWith(text);
}
function shown(revision) {
    return /^[\w./:@+-]{1,80}$/.test(revision) ? revision : 'no commit';
}

// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(38081);
// EXTERNAL MODULE: ./build/src/lib/polling.js
var polling = __webpack_require__(84414);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(80044);
// EXTERNAL MODULE: ./build/src/registries/oci/image.js
var oci_image = __webpack_require__(95354);
// EXTERNAL MODULE: ./build/src/registries/oci/media-types.js
var media_types = __webpack_require__(60459);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(89862);
// EXTERNAL MODULE: ./build/src/lib/parse-json.js
var parse_json = __webpack_require__(39853);
// EXTERNAL MODULE: ./build/src/registries/oci/config.js
var config = __webpack_require__(24725);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var inspection = __webpack_require__(86081);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var oci_manifest = __webpack_require__(96258);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest-parts.js
var manifest_parts = __webpack_require__(12217);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(13075);
;// CONCATENATED MODULE: ./build/src/commands/check/completeness.js











const tooDeep = `more than ${oci_manifest/* depthLimit */.zR} indexes lie in one another`;
const atOnce = 8;
const mostNamed = 5;
async function missingParts(repository, digest, platforms) {
    const { images, missing } = await readImages(repository, digest, platforms);
    const required = await (0,concurrency/* mapConcurrent */._)(images, atOnce, (image) => onlyRequired(repository, image, platforms));
    const absent = await (0,concurrency/* mapConcurrent */._)(blobsIn(required.flat()), atOnce, async (blob) => (await exists(repository, blob)) ? [] : [blob]);
    return sentences([...missing, ...absent.flat()]);
}
async function readImages(repository, digest, platforms) {
    let images = [];
    let missing = [];
    const seen = new Map();
    let level = [{ manifest: await (0,oci_image/* mustRead */.qE)(repository, digest), users: new Set() }];
    for (let depth = 1; level.length > 0; depth += 1) {
        const indexes = level.filter(({ manifest }) => manifest.content.kind === 'index');
        const [deep] = depth > oci_manifest/* depthLimit */.zR ? indexes : [];
        if (deep !== undefined)
            throw (0,oci_image/* unreadable */.O$)(deep.manifest.descriptor, tooDeep);
        images = [...images, ...level.filter(({ manifest }) => manifest.content.kind !== 'index')];
        const children = indexes.flatMap(({ manifest }) => (0,manifest_parts/* childrenOf */.LU)(manifest));
        const parts = children.flatMap((child) => (mayBeRequired(child, platforms) ? listedPart(seen, child) : []));
        const read = await (0,concurrency/* mapConcurrent */._)(parts, atOnce, ({ digest: listed }) => repository.manifest(listed));
        missing = [...missing, ...parts.filter((_part, at) => read[at] === undefined)];
        level = parts.flatMap(({ users }, at) => {
            const manifest = read[at];
            return manifest === undefined ? [] : [{ manifest, users }];
        });
    }
    return { images, missing };
}
function listedPart(seen, child) {
    const { digest } = child;
    const known = seen.get(digest);
    const part = known ?? { what: 'manifest', digest, users: new Set() };
    const user = (0,oci_manifest/* isIndex */.nw)(child) ? undefined : userOf(child);
    if (user !== undefined)
        part.users.add(user);
    seen.set(digest, part);
    return known === undefined ? [part] : [];
}
function userOf(child) {
    if ((0,inspection/* isAttestation */.H3)(child))
        return 'an attestation';
    return child.platform && (0,images_platform/* formatPlatform */.Bq)(child.platform);
}
function mayBeRequired(child, platforms) {
    if (platforms.length === 0 || (0,oci_manifest/* isIndex */.nw)(child))
        return true;
    return !(0,inspection/* isAttestation */.H3)(child) && (child.platform === undefined || isJudged(child.platform, platforms));
}
async function onlyRequired(repository, image, platforms) {
    const { manifest, users } = image;
    if (platforms.length === 0 || users.size > 0 || manifest.content.kind !== 'image')
        return [image];
    const bytes = await (0,config/* findConfig */.u)(repository, manifest.content.config);
    if (bytes === undefined)
        return [image];
    const platform = (0,oci_manifest/* readPlatform */.Kd)((0,parse_json/* parseJson */.q)(bytes));
    if (platform === undefined || !isJudged(platform, platforms))
        return [];
    return [{ manifest, users: new Set([(0,images_platform/* formatPlatform */.Bq)(platform)]) }];
}
function blobsIn(images) {
    const blobs = new Map();
    for (const { manifest, users } of images) {
        for (const blob of partsOf(manifest)) {
            const known = blobs.get(blob.digest) ?? { ...blob, users: new Set() };
            for (const user of users)
                known.users.add(user);
            blobs.set(blob.digest, known);
        }
    }
    return [...blobs.values()];
}
function partsOf(manifest) {
    const { content, descriptor } = manifest;
    if ((0,media_types/* isSchema1 */.Pr)(descriptor.mediaType))
        return (0,manifest_parts/* schema1Layers */.x5)(manifest).map((digest) => ({ what: 'layer', digest }));
    const config = content.kind === 'image' ? content.config.digest : undefined;
    return (0,manifest_parts/* blobsOf */.OR)(manifest).map(({ digest, size }) => ({ what: digest === config ? 'config' : 'layer', digest, size }));
}
async function exists(repository, { what, digest, size }) {
    const head = await repository.headBlob(digest);
    if (head === undefined)
        return false;
    if (size === undefined || head.size === undefined || head.size === size)
        return true;
    throw new errors/* Failure */.HR('server', {
        operation: `the ${what} ${digest}`,
        reason: `the registry reports ${head.size} bytes, and its manifest ${size}`,
        advice: 'The storage of the registry is damaged: build and push the image again.',
    });
}
function sentences(missing) {
    const named = missing.slice(0, mostNamed).map(({ what, digest, users }) => {
        const whose = users.size === 0 ? '' : ` for ${[...users].join(', ')}`;
        return `its ${what}${whose} (${digest}) does not exist`;
    });
    const more = missing.length - named.length;
    return more === 0 ? named : [...named, `${more} more ${more === 1 ? 'does' : 'do'} not exist either`];
}

;// CONCATENATED MODULE: ./build/src/commands/check/signatures/platforms.js

async function verifyImage(verify, digest, images) {
    const whole = await verify(digest);
    const children = images.filter(({ descriptor }) => descriptor.digest !== digest);
    if (whole.verified || children.length === 0)
        return whole;
    const verdicts = await Promise.all(children.map(({ descriptor }) => verify(descriptor.digest)));
    const reasons = verdicts.flatMap((verdict, at) => {
        const platform = children[at]?.platform;
        if (verdict.verified || platform === undefined)
            return [];
        return [`its manifest for ${(0,images_platform/* formatPlatform */.Bq)(platform)}: ${verdict.reason}`];
    });
    if (reasons.length > 0)
        return { verified: false, reason: [whole.reason, ...reasons].join('; ') };
    return { verified: true, signers: verdicts.flatMap((verdict) => (verdict.verified ? verdict.signers : [])) };
}

;// CONCATENATED MODULE: ./build/src/commands/check/look.js










async function look(repository, tag, required) {
    const found = await repository.head(tag);
    if (found === undefined)
        return { ready: false, reason: `the registry has no such ${(0,images_digest/* isDigest */.B)(tag) ? 'digest' : 'tag'}` };
    const { digest, mediaType } = found;
    if ((0,media_types/* formerFormat */.V9)(mediaType) !== undefined)
        throw (0,answers/* formerFailure */.iF)(`the ${(0,images_digest/* isDigest */.B)(tag) ? 'digest' : 'tag'} ${tag}`, found);
    const { platforms, revision, complete, verify, ageOf } = required;
    const missing = complete ? await missingParts(repository, digest, platforms) : [];
    if (missing.length > 0)
        return { ready: false, reason: missing.join('; '), digest, complete: false };
    const isRead = platforms.length > 0 || revision !== undefined;
    const { lacking, images } = isRead ? await judge(repository, digest, required) : { lacking: [], images: [] };
    if (lacking.length > 0)
        return { ready: false, reason: lacking.join('; '), digest };
    const signed = verify && (await verifyImage(verify, digest, images));
    if (signed?.verified === false)
        return { ready: false, reason: signed.reason, digest, verified: false };
    const verified = signed && { verified: true, signers: signed.signers };
    const age = await ageOf?.(digest);
    const { date } = age ?? {};
    if (age?.kind === 'young')
        return { ready: false, reason: age.reason, digest, date, readyAt: age.readyAt, ...verified };
    return { ready: true, digest, ...(complete && { complete }), ...(date && { date }), ...verified };
}
async function judge(repository, digest, required) {
    const { platforms, complete } = required;
    const findings = await (0,oci_image/* readImage */.AM)(repository, digest, (...image) => needsLabels(required, ...image));
    const images = requiredOf(platforms, findings.images);
    const lacking = lacks(required, findings);
    return { lacking: complete ? lacking : [...lacking, ...(await missingManifests(repository, images))], images };
}
function requiredOf(platforms, images) {
    return [
        ...new Set(platforms.flatMap((wanted) => images.find(({ platform }) => (0,images_platform/* samePlatform */.my)(platform, wanted)) ?? [])),
    ];
}
async function missingManifests(repository, required) {
    const unseen = required.filter(({ labels, missing }) => labels === undefined && !missing);
    const reasons = unseen.map(async ({ platform, descriptor: { digest } }) => (await repository.head(digest)) === undefined
        ? [`its manifest for ${(0,images_platform/* formatPlatform */.Bq)(platform)} (${digest}) does not exist`]
        : []);
    return (await Promise.all(reasons)).flat();
}
const pauses = { first: 2000, growth: 1.5, longest: 15_000 };
async function lookUntilReady(ask, wait, name, context) {
    const end = context.now().getTime() + wait;
    let lastReported = '';
    const verdict = await (0,polling/* poll */.w)(ask, {
        ...context,
        wait,
        pauses,
        isDone: (verdict) => verdict.ready || (verdict.readyAt !== undefined && verdict.readyAt.getTime() > end),
        onPending(_verdict, waited, failure) {
            const trouble = failure?.message ?? '';
            if (trouble !== '' && trouble !== lastReported)
                context.log.info(`${trouble}; still waiting`);
            lastReported = trouble;
            const time = `${(0,duration/* formatDuration */.a3)(Math.min(waited, wait))} of ${(0,duration/* formatDuration */.a3)(wait)}`;
            context.progress.update(`waiting ${time} for ${name}${trouble === '' ? '' : `: ${trouble}`}`);
        },
    });
    context.progress.end();
    return verdict;
}


/***/ }),

/***/ 92981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runService: () => (/* binding */ runService)
});

// EXTERNAL MODULE: ./build/src/http/client/http.js + 11 modules
var client_http = __webpack_require__(26905);
// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(38081);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(89862);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(97672);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(13075);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(65818);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(66093);
// EXTERNAL MODULE: ./build/src/commands/latest/by-version.js + 5 modules
var by_version = __webpack_require__(5369);
// EXTERNAL MODULE: ./build/src/commands/latest/report.js + 1 modules
var report = __webpack_require__(35842);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/selection.js
var inputs_selection = __webpack_require__(71346);
// EXTERNAL MODULE: ./build/src/images/version.js + 1 modules
var version = __webpack_require__(25649);
// EXTERNAL MODULE: ./build/src/lib/polling.js
var polling = __webpack_require__(84414);
// EXTERNAL MODULE: ./build/src/lib/timers.js
var timers = __webpack_require__(6167);
// EXTERNAL MODULE: ./build/src/commands/tags/read.js
var read = __webpack_require__(64598);
;// CONCATENATED MODULE: ./build/src/commands/serve/lists.js






const mostUnwatched = 500;
const mostAtOnce = 16;
const refusedFor = 60_000;
const staleFor = 7 * 24 * 3_600_000;
const claimTime = 60_000;
function createLists(settings) {
    const { connect, store, every, isWatched, context } = settings;
    const entries = new Map();
    let requested = 0;
    function entryOf(name) {
        const key = keyOf(name);
        const entry = entries.get(key) ?? {};
        entries.delete(key);
        entries.set(key, entry);
        if (entries.size > mostUnwatched)
            dropOldest();
        return entry;
    }
    function dropOldest() {
        const unwatched = [...entries].filter(([key, { refreshing }]) => refreshing === undefined && !isWatched(key));
        for (const [key] of unwatched.slice(0, Math.max(0, unwatched.length - mostUnwatched)))
            entries.delete(key);
    }
    function refreshOnce(name, entry) {
        entry.refreshing ??= refreshNow(name, entry).finally(() => delete entry.refreshing);
        return entry.refreshing;
    }
    async function refreshNow(name, entry) {
        try {
            const { tags, fetched } = await newest(name, entry.list?.fetched);
            entry.list = { tags: (0,version/* parseTags */.r)(tags), fetched, stale: undefined };
            if (entry.failure !== undefined)
                context.log.notice(`${(0,images_name/* formatRepository */.Sh)(name)} can be listed again`);
            delete entry.failure;
        }
        catch (thrown) {
            const failure = (0,errors/* asFailure */.h_)(thrown);
            await fallBack(name, entry, failure);
            if (entry.failure?.message !== failure.message && !context.signal.aborted)
                context.log.warn(failure.message);
            entry.failure = failure;
            entry.failedAt = context.now().getTime();
        }
        settings.refreshed(entry.failure);
        return entry.failure;
    }
    async function fallBack(name, entry, failure) {
        const old = (0,polling/* mayPass */.b)(failure) ? (entry.list ?? (await keptList(name))) : undefined;
        if (old === undefined || !isFresh(old.fetched, staleFor))
            delete entry.list;
        else
            entry.list = { ...old, stale: { since: old.fetched, failure } };
    }
    async function keptList(name) {
        const { accountFor } = await connect(name.registry);
        const kept = await store.readTags(name, await accountFor(name));
        return kept && { tags: (0,version/* parseTags */.r)(kept.tags), fetched: kept.fetched, stale: undefined };
    }
    async function newest(name, known) {
        const { registry, accountFor } = await connect(name.registry);
        const account = await accountFor(name);
        const isNew = (kept) => kept !== undefined && kept.fetched > (known ?? 0) && isFresh(kept.fetched, 0.8 * every);
        const kept = await store.readTags(name, account);
        if (isNew(kept))
            return kept;
        const patience = context.now().getTime() + claimTime;
        for (;;) {
            const release = await store.claim(`${keyOf(name)} ${account}`, claimTime);
            try {
                const theirs = await store.readTags(name, account);
                if (isNew(theirs))
                    return theirs;
                if (release !== undefined || context.now().getTime() > patience) {
                    const fetched = context.now();
                    const tags = (await (0,read/* listNames */.Zv)(registry.repository(name), context)).map((tag) => tag.name);
                    await store.writeTags(name, account, tags);
                    return { tags, fetched };
                }
            }
            finally {
                await release?.();
            }
            await (0,timers/* sleep */.y)(1000, context.signal);
        }
    }
    const isFresh = (fetched, age) => context.now().getTime() - fetched.getTime() < age;
    async function getRequested(name, entry) {
        if (entry.failure !== undefined &&
            (isWatched(keyOf(name)) || context.now().getTime() - (entry.failedAt ?? 0) < refusedFor)) {
            if (entry.list === undefined)
                throw entry.failure;
            return entry.list;
        }
        if (requested >= mostAtOnce && entry.refreshing === undefined)
            throw busy(name);
        requested += 1;
        const refreshing = refreshOnce(name, entry).finally(() => {
            requested -= 1;
        });
        if (entry.list !== undefined)
            return entry.list;
        const failure = await refreshing;
        if (entry.list === undefined)
            throw failure ?? busy(name);
        return entry.list;
    }
    return {
        async get(name) {
            const entry = entryOf(name);
            const { list } = entry;
            if (list !== undefined && (isWatched(keyOf(name)) || isFresh(list.fetched, every)))
                return list;
            return getRequested(name, entry);
        },
        refresh: (name) => refreshOnce(name, entryOf(name)),
        known(name) {
            const entry = entries.get(keyOf(name));
            return entry && { list: entry.list, failure: entry.failure };
        },
    };
}
function busy(name) {
    return new errors/* Failure */.HR('network', {
        operation: (0,images_name/* formatRepository */.Sh)(name),
        reason: `${mostAtOnce} lists of repositories that are not watched are on their way`,
        advice: 'Try again in a few seconds, or watch the image.',
    });
}
function keyOf({ registry, path }) {
    return `${registry.host}/${path}`;
}

// EXTERNAL MODULE: ./build/src/reports/failure.js
var reports_failure = __webpack_require__(91495);
;// CONCATENATED MODULE: ./build/src/commands/serve/problem.js


const problemType = 'application/problem+json';
const statuses = {
    usage: 400,
    'not-found': 404,
    authentication: 502,
    denied: 502,
    server: 502,
    network: 504,
    timeout: 504,
    unsupported: 501,
    build: 500,
    condition: 403,
    cancelled: 503,
};
function problemOf(failure, status = statuses[failure.kind]) {
    const { kind, exitCode, message, advice } = failure;
    return {
        type: `urn:image-gate:${kind}`,
        title: reports_failure/* failureTitles */.Uq[kind],
        status,
        detail: message,
        kind,
        exitCode,
        advice,
    };
}
function badRequest(reason, advice) {
    return new errors/* Failure */.HR('usage', { operation: '', reason, advice });
}

;// CONCATENATED MODULE: ./build/src/commands/serve/answers.js








const mostKept = 20_000;
function createAnswers(lists, selection, connect, context) {
    const kept = new Map();
    const { log } = context;
    const quiet = { ...context, log: { ...log, warn: log.detail, verbose: false } };
    async function findOut(question, list) {
        const { image, strategy, prerelease } = question;
        const job = {
            connect,
            lists: async () => list,
            trustsLists: true,
            cache: undefined,
            policy: { strategy, prerelease, isSelected: (tag) => (0,inputs_selection/* isSelected */.sp)(tag, selection) },
            patterns: { include: selection.include, exclude: selection.exclude },
            platform: undefined,
            ageOf: undefined,
            context: quiet,
        };
        try {
            return await (0,by_version/* answerByVersion */.y)({ image, where: [] }, job);
        }
        catch (thrown) {
            const failure = (0,errors/* asFailure */.h_)(thrown);
            const status = failure.kind === 'not-found' ? 'not-found' : 'unknown';
            return {
                name: (0,images_name/* formatImage */.vy)(image),
                where: [],
                status,
                answer: undefined,
                step: undefined,
                reason: failure.message,
                failure,
            };
        }
    }
    return {
        async answer(question) {
            const { image, strategy, prerelease } = question;
            const list = await lists.get(image);
            const key = `${keyOf(image)}:${image.tag} ${strategy} ${prerelease}`;
            const known = kept.get(key);
            if (known?.list === list)
                return known;
            const outcome = await findOut(question, list);
            const made = answerOf(outcome, list, context.redactResult);
            kept.delete(key);
            kept.set(key, made);
            const [oldest] = kept.keys();
            if (kept.size > mostKept && oldest !== undefined)
                kept.delete(oldest);
            return made;
        },
    };
}
function answerOf(outcome, list, redact) {
    const { error: _error, exitCode: _exitCode, ...result } = (0,report/* resultOf */.Bg)(outcome);
    const facts = { ...result, fetched: list.fetched };
    const problem = outcome.failure && problemOf(outcome.failure);
    const body = `${redact(JSON.stringify(problem === undefined ? facts : { ...facts, ...problem }))}\n`;
    const etag = `"${(0,external_node_crypto_.createHash)('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    return {
        status: problem?.status ?? 200,
        type: problem === undefined ? 'application/json' : problemType,
        body,
        etag,
        outcome,
        list,
    };
}

// EXTERNAL MODULE: ./node_modules/hono/dist/index.js + 24 modules
var dist = __webpack_require__(31894);
// EXTERNAL MODULE: ./build/src/images/version-step.js
var version_step = __webpack_require__(21535);
// EXTERNAL MODULE: ./build/src/lib/version.js
var lib_version = __webpack_require__(20817);
;// CONCATENATED MODULE: ./build/src/commands/serve/routes.js

const problem = (description) => ({
    description,
    type: 'application/problem+json',
    schema: 'Problem',
});
const refusals = {
    '400': problem('The request cannot be understood.'),
    '401': problem('The token is missing or wrong.'),
};
const registryProblems = {
    '403': problem('The registry is not one of the allowed ones.'),
    '502': problem('The registry failed, or refused its credentials.'),
    '504': problem('The registry could not be reached in time.'),
};
const newer = {
    summary: 'Find the newest tag for an image by an upgrade strategy',
    description: 'The image may have its registry in front: `/images/ghcr.io/acme/app/1.2.0`. A tag list is requested from the registry once a period; `stale` is set while it cannot be refreshed.',
    query: {
        strategy: {
            description: 'How far the update may go: `patch` stays within X.Y.Z, `bugfix` within X.Y, `minor` within X.',
            schema: { type: 'string', enum: version_step/* strategies */.Wy },
        },
        prerelease: { description: 'Allow an update from a release to a pre-release.', schema: { type: 'boolean' } },
    },
    answers: {
        '200': { description: 'The tag to use.', type: 'application/json', schema: 'Newer' },
        '304': { description: 'The answer has not changed since the given `ETag`.', type: '' },
        '404': problem('The repository does not exist, or does not have the tag.'),
        ...refusals,
        ...registryProblems,
    },
};
const routes = {
    newer: {
        id: 'newer',
        pattern: '/images/*',
        paths: ['/images/{org}/{image}/{tag}', '/images/{registry}/{org}/{image}/{tag}'],
        ...newer,
    },
    newerOfOne: { id: 'newerOfOne', pattern: '/image/*', paths: ['/image/{org}/{image}/{tag}'], ...newer },
    ready: {
        id: 'ready',
        pattern: '/ready/*',
        paths: ['/ready/{reference}', '/ready/{org}/{reference}', '/ready/{registry}/{org}/{reference}'],
        summary: 'Check that an image exists in its registry',
        description: 'The reference is the name with its tag or digest: `/ready/acme/app:1.2.0`. An answer is good for a few seconds.',
        query: {
            platforms: {
                description: 'Platforms that the image must have: `linux/amd64,linux/arm64`.',
                schema: { type: 'string' },
            },
        },
        answers: {
            '200': { description: 'The image is ready, or it is not.', type: 'application/json', schema: 'Readiness' },
            ...refusals,
            ...registryProblems,
        },
    },
    page: {
        id: 'page',
        pattern: '/',
        paths: ['/'],
        summary: 'A page with all watched images',
        query: {
            sort: { description: 'The column to sort by.', schema: { type: 'string', enum: ['image', 'newer', 'since'] } },
            filter: { description: 'Part of the names to show.', schema: { type: 'string' } },
        },
        answers: { '200': { description: 'The page.', type: 'text/html; charset=utf-8' }, ...refusals },
    },
    healthz: {
        id: 'healthz',
        pattern: '/healthz',
        paths: ['/healthz'],
        summary: 'Report that the process runs',
        answers: { '200': { description: 'It runs.', type: 'application/json', schema: 'Health' } },
        isOpen: true,
    },
    readyz: {
        id: 'readyz',
        pattern: '/readyz',
        paths: ['/readyz'],
        summary: 'Report that every watched repository has been listed',
        answers: {
            '200': {
                description: 'It can answer; `status` is `degraded` while the cache fails.',
                type: 'application/json',
                schema: 'Health',
            },
            '503': { description: 'The first lists are not complete.', type: 'application/json', schema: 'Health' },
        },
        isOpen: true,
    },
    metrics: {
        id: 'metrics',
        pattern: '/metrics',
        paths: ['/metrics'],
        summary: 'Metrics for Prometheus',
        answers: { '200': { description: 'The metrics.', type: 'text/plain' }, '401': refusals['401'] },
    },
    openapi: {
        id: 'openapi',
        pattern: '/openapi.json',
        paths: ['/openapi.json'],
        summary: 'This description',
        answers: { '200': { description: 'An OpenAPI document.', type: 'application/json' }, '401': refusals['401'] },
    },
};

;// CONCATENATED MODULE: ./build/src/commands/serve/openapi.js



const openapi_text = { type: 'string' };
const time = { type: 'string', format: 'date-time' };
const schemas = {
    Newer: {
        type: 'object',
        required: ['image', 'status', 'fetched'],
        properties: {
            image: openapi_text,
            status: { type: 'string', enum: ['update', 'up-to-date', 'missing', 'unsupported'] },
            tag: { ...openapi_text, description: 'The tag to use: the newer one, or the given one if nothing is newer.' },
            fullImage: { ...openapi_text, description: 'The image with that tag.' },
            updateAvailable: { type: 'boolean' },
            step: { type: 'string', enum: version_step/* strategies */.Wy },
            reason: openapi_text,
            present: { type: 'boolean', description: 'The given tag exists.' },
            candidates: { type: 'integer', description: 'How many tags are updates within the strategy.' },
            newest: { ...openapi_text, description: 'The newest tag of any step.' },
            pending: { type: 'array', items: openapi_text, description: 'Newer tags that are too young.' },
            fetched: { ...time, description: 'When the list of tags was read.' },
            stale: { ...time, description: 'The same, if the registry has failed since.' },
        },
    },
    Readiness: {
        type: 'object',
        required: ['ready', 'status', 'image'],
        properties: {
            ready: { type: 'boolean' },
            status: { type: 'string', enum: ['ready', 'not-ready'] },
            image: openapi_text,
            tag: openapi_text,
            digest: openapi_text,
            pinned: { ...openapi_text, description: 'The image with its digest: deploy this.' },
            reason: openapi_text,
        },
    },
    Health: {
        type: 'object',
        required: ['status'],
        properties: {
            status: { type: 'string', enum: ['ok', 'starting', 'degraded'] },
            reason: openapi_text,
        },
    },
    Problem: {
        type: 'object',
        description: 'RFC 9457. `kind` and `exitCode` are those of the command line.',
        required: ['type', 'title', 'status', 'detail', 'kind', 'exitCode'],
        properties: {
            type: openapi_text,
            title: openapi_text,
            status: { type: 'integer' },
            detail: openapi_text,
            kind: openapi_text,
            exitCode: { type: 'integer' },
            advice: openapi_text,
        },
    },
};
function openApiDocument(needsToken) {
    const all = Object.values(routes);
    return {
        openapi: '3.1.0',
        info: { title: 'Image Gate', version: lib_version/* version */.r, description: 'Watches images, and answers which version is newer.' },
        paths: Object.fromEntries(all.flatMap((route) => route.paths.map((path) => [path, { get: operationOf(route, path, needsToken) }]))),
        components: {
            schemas,
            ...(needsToken ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}),
        },
    };
}
function operationOf(route, path, needsToken) {
    const { id, paths, summary, description, query = {}, answers, isOpen } = route;
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: openapi_text,
    }));
    const inQuery = Object.entries(query).map(([name, parameter]) => ({
        name,
        in: 'query',
        required: false,
        ...parameter,
    }));
    return {
        operationId: paths.length === 1 ? id : `${id}${paths.indexOf(path) + 1}`,
        summary,
        ...(description === undefined ? {} : { description }),
        parameters: [...inPath, ...inQuery],
        responses: Object.fromEntries(Object.entries(answers)
            .filter(([status]) => status !== '401' || needsToken)
            .map(([status, { description: words, type, schema }]) => [
            status,
            {
                description: words,
                ...(type === ''
                    ? {}
                    : {
                        content: {
                            [type]: schema === undefined ? {} : { schema: { $ref: `#/components/schemas/${schema}` } },
                        },
                    }),
            },
        ])),
        ...(needsToken && isOpen !== true ? { security: [{ token: [] }] } : {}),
    };
}

// EXTERNAL MODULE: ./build/src/images/platform.js
var platform = __webpack_require__(67825);
// EXTERNAL MODULE: ./build/src/commands/check/look.js + 3 modules
var look = __webpack_require__(43089);
;// CONCATENATED MODULE: ./build/src/commands/serve/readiness.js




const readyFor = 5000;
const readiness_mostKept = 2000;
const readiness_mostAtOnce = 64;
function createReadiness(connect, { now }) {
    let running = 0;
    const kept = new Map();
    async function lookAt(image, platforms) {
        const { registry } = await connect(image.registry);
        const { tag, digest: pinned, ...name } = image;
        const verdict = await (0,look/* look */.O)(registry.repository(image), pinned ?? tag ?? '', {
            platforms,
            revision: undefined,
            complete: false,
            ageOf: undefined,
            verify: undefined,
        });
        const { ready, digest } = verdict;
        return {
            ready,
            status: ready ? 'ready' : 'not-ready',
            image: (0,images_name/* formatImage */.vy)(image),
            tag,
            digest,
            pinned: ready ? (0,images_name/* formatImage */.vy)({ ...name, digest: verdict.digest }) : undefined,
            reason: ready ? undefined : verdict.reason,
        };
    }
    return async (image, platforms) => {
        const key = [(0,images_name/* formatImage */.vy)(image), ...platforms.map(platform/* formatPlatform */.Bq)].join(' ');
        const known = kept.get(key);
        if (known !== undefined && known.until > now().getTime())
            return known.answer;
        if (running >= readiness_mostAtOnce)
            throw readiness_busy((0,images_name/* formatImage */.vy)(image));
        running += 1;
        const answer = lookAt(image, platforms).finally(() => {
            running -= 1;
        });
        kept.delete(key);
        kept.set(key, { until: now().getTime() + readyFor, answer });
        const [oldest] = kept.keys();
        if (kept.size > readiness_mostKept && oldest !== undefined)
            kept.delete(oldest);
        return answer;
    };
}
function readiness_busy(image) {
    return new errors/* Failure */.HR('network', {
        operation: image,
        reason: `${readiness_mostAtOnce} other images are being looked at`,
        advice: 'Try again in a few seconds.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/serve/requested-image.js





const dockerHub = { host: 'docker.io', plainHttp: false };
const longestUrl = 1024;
function restOf(url, route) {
    if (url.href.length > longestUrl)
        throw badRequest(`the address is longer than ${longestUrl} characters`);
    try {
        return decodeURIComponent(url.pathname.slice(route.length));
    }
    catch {
        throw badRequest('the path is not encoded as one');
    }
}
function imageInPath(rest, registries) {
    const slash = rest.lastIndexOf('/');
    const tag = rest.slice(slash + 1);
    const name = rest.slice(0, Math.max(slash, 0));
    const advice = 'Write the name, a slash and the tag: /images/acme/app/1.2.0.';
    if (name === '' || !(0,images_name/* isTag */.dz)(tag))
        throw badRequest(`${JSON.stringify(rest)} does not end in a tag`, advice);
    const image = parseName(name, registries);
    if (image.tag !== undefined || image.digest !== undefined)
        throw badRequest(`${JSON.stringify(name)} has a tag or a digest in it`, advice);
    const { registry, path } = image;
    return { registry, path, tag };
}
function referenceInPath(rest, registries) {
    const { tag, digest, ...name } = parseName(rest, registries);
    if (digest !== undefined)
        return { ...name, digest, ...(tag === undefined ? {} : { tag }) };
    if (tag !== undefined)
        return { ...name, tag };
    throw badRequest(`${JSON.stringify(rest)} has neither a tag nor a digest`, 'Write /ready/acme/app:1.2.0.');
}
function parseName(text, registries) {
    const host = (0,images_name/* registryIn */.hY)(text)?.host ?? dockerHub.host;
    const image = (0,images_name/* parseImageName */["if"])(text, registries.get(host) ?? dockerHub);
    if (registries.has(image.registry.host))
        return image;
    throw new errors/* Failure */.HR('condition', {
        operation: '',
        reason: `${image.registry.host} is not one of the registries that this service asks`,
        advice: 'Watch an image of it, or allow it.',
    });
}
function readQuery(url, known) {
    const given = new Map();
    for (const [name, value] of url.searchParams) {
        if (!Object.hasOwn(known, name)) {
            const names = Object.keys(known);
            throw badRequest(`there is no parameter ${JSON.stringify(name)}`, names.length === 0 ? undefined : `Known: ${names.join(', ')}.`);
        }
        if (given.has(name))
            throw badRequest(`${name} is given twice`);
        given.set(name, value);
    }
    return given;
}
function strategyIn(query, usual) {
    const given = query.get('strategy');
    if (given === undefined)
        return usual;
    const found = version_step/* strategies */.Wy.find((one) => one === given.toLowerCase());
    if (found === undefined)
        throw badRequest(`strategy is ${JSON.stringify(given)}, which is none of ${version_step/* strategies */.Wy.join(', ')}`);
    return found;
}
function booleanIn(query, name, usual) {
    const given = query.get(name);
    if (given === undefined)
        return usual;
    if (given !== 'true' && given !== 'false')
        throw badRequest(`${name} is ${JSON.stringify(given)}, which is neither true nor false`);
    return given === 'true';
}
function platformsIn(query) {
    return (query.get('platforms') ?? '').split(',').flatMap((one) => (one === '' ? [] : [(0,platform/* parsePlatform */.Y8)(one)]));
}

;// CONCATENATED MODULE: ./build/src/commands/serve/app.js








const shortest = 5;
function createApp(settings) {
    const { answers, readiness, metrics, registries, token, now } = settings;
    const app = new dist/* Hono */.$();
    app.use(async (exchange, next) => {
        await next();
        exchange.header('x-content-type-options', 'nosniff');
    });
    const document = JSON.stringify(openApiDocument(token !== undefined));
    const add = (route, handle) => app.all(route.pattern, (exchange) => answerTo(exchange, route, handle));
    async function answerTo(exchange, route, handle) {
        const begun = performance.now();
        const response = await attempt(exchange, route, handle);
        metrics.answered(route.id, response.status, (performance.now() - begun) / 1000);
        return response;
    }
    async function attempt(exchange, route, handle) {
        try {
            if (exchange.req.method !== 'GET' && exchange.req.method !== 'HEAD')
                return notAllowed(exchange);
            if (route.isOpen !== true && !isAuthorized(exchange.req.header('authorization'), token))
                return unauthorized();
            return await handle(exchange, new URL(exchange.req.url));
        }
        catch (thrown) {
            return problemResponse((0,errors/* asFailure */.h_)(thrown));
        }
    }
    const newer = (prefix, known) => async (exchange, url) => {
        const image = imageInPath(restOf(url, prefix), registries());
        const query = readQuery(url, known);
        const { status, type, body, etag, list } = await answers.answer({
            image,
            strategy: strategyIn(query, settings.strategy),
            prerelease: booleanIn(query, 'prerelease', settings.prerelease),
        });
        const left = Math.ceil((list.fetched.getTime() + settings.every - now().getTime()) / 1000);
        const seconds = list.stale === undefined ? Math.max(shortest, left) : shortest;
        const headers = { etag, 'cache-control': cacheControl(seconds) };
        if (isKnown(exchange.req.header('if-none-match'), etag))
            return new Response(null, { status: 304, headers });
        return new Response(body, { status, headers: { ...headers, 'content-type': type } });
    };
    const cacheControl = (seconds) => `${token === undefined ? 'public' : 'private'}, max-age=${seconds}`;
    add(routes.newer, newer('/images/', routes.newer.query));
    add(routes.newerOfOne, newer('/image/', routes.newerOfOne.query));
    add(routes.ready, async (_exchange, url) => {
        const image = referenceInPath(restOf(url, '/ready/'), registries());
        const answer = await readiness(image, platformsIn(readQuery(url, routes.ready.query)));
        return app_text(settings.redact(JSON.stringify(answer)), 200, { 'cache-control': cacheControl(readyFor / 1000) });
    });
    add(routes.page, async (_exchange, url) => {
        const { html, policy } = await settings.page(readQuery(url, routes.page.query));
        return new Response(settings.redact(html), {
            headers: {
                'content-type': routes.page.answers['200'].type,
                'content-security-policy': policy,
                'referrer-policy': 'no-referrer',
                'cache-control': 'no-store',
            },
        });
    });
    add(routes.healthz, () => json({ status: 'ok' }, 200, noStore));
    add(routes.readyz, () => {
        const health = settings.health();
        return json(health, health.status === 'starting' ? 503 : 200, noStore);
    });
    add(routes.metrics, async () => new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }));
    add(routes.openapi, () => new Response(document, { headers: { 'content-type': 'application/json' } }));
    app.notFound(() => problemResponse(new errors/* Failure */.HR('not-found', {
        operation: '',
        reason: 'there is no such route',
        advice: 'GET /openapi.json describes the routes.',
    })));
    app.onError((thrown) => problemResponse((0,errors/* asFailure */.h_)(thrown)));
    return app;
    function problemResponse(failure) {
        const problem = problemOf(failure);
        if (problem.status >= 500)
            settings.log(`${problem.status}: ${problem.detail}`);
        const retry = problem.status === 503 || problem.status === 504 ? { 'retry-after': '10' } : {};
        return app_text(settings.redact(JSON.stringify(problem)), problem.status, { ...noStore, ...retry }, problemType);
    }
}
const noStore = { 'cache-control': 'no-store' };
function json(value, status, headers, type) {
    return app_text(JSON.stringify(value), status, headers, type);
}
function app_text(body, status, headers, type = 'application/json') {
    return new Response(`${body}\n`, { status, headers: { ...headers, 'content-type': type } });
}
function notAllowed({ req }) {
    const problem = problemOf(badRequest(`${req.method} is not possible here`, 'Use GET.'), 405);
    return json(problem, 405, { ...noStore, allow: 'GET, HEAD' }, problemType);
}
function unauthorized() {
    const failure = new errors/* Failure */.HR('authentication', {
        operation: '',
        reason: 'the token is missing or wrong',
        advice: 'Send Authorization: Bearer TOKEN.',
    });
    const headers = { ...noStore, 'www-authenticate': 'Bearer, Basic realm="image-gate"' };
    return json(problemOf(failure, 401), 401, headers, problemType);
}
function isAuthorized(given, token) {
    if (token === undefined)
        return true;
    const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(given ?? '') ?? [];
    const basic = Buffer.from(value, 'base64').toString('utf8');
    return isSame(scheme.toLowerCase() === 'basic' ? basic.slice(basic.indexOf(':') + 1) : value, token);
}
function isSame(one, other) {
    const [first, second] = [one, other].map((text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest());
    return (0,external_node_crypto_.timingSafeEqual)(first, second);
}
function isKnown(given, etag) {
    return (given ?? '').split(',').some((one) => {
        const tag = one.trim().replace(/^W\//, '');
        return tag === '*' || tag === etag;
    });
}

// EXTERNAL MODULE: ./node_modules/prom-client/index.js
var prom_client = __webpack_require__(95222);
;// CONCATENATED MODULE: ./build/src/commands/serve/metrics.js

function createMetrics({ watched, updates, oldest, storeWorks }) {
    const registry = new prom_client.Registry();
    const registers = [registry];
    (0,prom_client.collectDefaultMetrics)({ register: registry });
    const requests = new prom_client.Histogram({
        name: 'image_gate_http_request_duration_seconds',
        help: 'Time from a request to its answer',
        labelNames: ['route', 'status'],
        buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
        registers,
    });
    const refreshes = new prom_client.Counter({
        name: 'image_gate_list_refreshes_total',
        help: 'Lists of tags that were requested from registries',
        labelNames: ['result'],
        registers,
    });
    const notifications = new prom_client.Counter({
        name: 'image_gate_notifications_total',
        help: 'Notifications that were sent',
        labelNames: ['result'],
        registers,
    });
    const gauge = (name, help, read) => new prom_client.Gauge({
        name,
        help,
        registers,
        async collect() {
            this.set(await read());
        },
    });
    gauge('image_gate_watched_images', 'Images that are watched', watched);
    gauge('image_gate_newer_versions', 'Watched images that a newer version exists for', updates);
    gauge('image_gate_oldest_list_seconds', 'Age of the oldest list of a watched repository', oldest);
    gauge('image_gate_store_up', '1 if the cache works', () => Number(storeWorks()));
    const resultOf = (succeeded) => (succeeded ? 'success' : 'failure');
    return {
        answered: (route, status, seconds) => requests.observe({ route, status }, seconds),
        refreshed: (succeeded) => refreshes.inc({ result: resultOf(succeeded) }),
        notified: (delivered) => notifications.inc({ result: resultOf(delivered) }),
        text: () => registry.metrics(),
        contentType: registry.contentType,
    };
}

;// CONCATENATED MODULE: ./build/src/commands/serve/news.js


function createNews(settings) {
    const { answers, store, strategy: notified, prerelease, notify, context } = settings;
    const seen = new Map();
    async function answerTo({ image }, strategy) {
        return answers.answer({ image, strategy, prerelease });
    }
    async function sinceOf(key, tag) {
        const known = seen.get(key);
        if (known?.tag === tag)
            return known.since;
        const [keptTag, kept = ''] = ((await store.readNote(key)) ?? '').split(' ');
        const isKept = keptTag === tag && !Number.isNaN(Date.parse(kept));
        const since = isKept ? new Date(kept) : context.now();
        seen.set(key, { tag, since });
        if (!isKept)
            await store.writeNote(key, `${tag} ${since.toISOString()}`);
        return since;
    }
    async function read(target) {
        return Promise.all(version_step/* strategies */.Wy.map(async (strategy) => {
            const answer = await answerTo(target, strategy);
            const tag = newerTag(answer);
            const since = tag === undefined ? undefined : await sinceOf(`newer ${strategy} ${(0,images_name/* formatImage */.vy)(target.image)}`, tag);
            return { strategy, answer, since };
        }));
    }
    return {
        read,
        async update(target) {
            const news = await read(target);
            const own = news.find(({ strategy }) => strategy === notified);
            if (own !== undefined && newerTag(own.answer) !== undefined)
                notify?.(target, own.answer, notified);
        },
    };
}
function newerTag({ outcome: { step, answer } }) {
    return step === undefined ? undefined : answer?.tag;
}

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(23833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(14078);
;// CONCATENATED MODULE: ./build/src/commands/serve/notify.js







const pauses = [10_000, 60_000, 300_000, 600_000];
const notify_claimTime = 5 * 60_000;
function createNotify({ to, http, store, signal, log, tried, redact }) {
    const sending = new Map();
    async function sendOnce(name, tag, request) {
        const key = `notified ${name}`;
        if ((await store.readNote(key)) === tag)
            return true;
        const release = await store.claim(`${key} ${tag}`, notify_claimTime);
        if (release === undefined)
            return false;
        try {
            if ((await store.readNote(key)) === tag)
                return true;
            const answer = await http.request(request);
            if (answer.status < 200 || answer.status > 299)
                throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), {});
            await store.writeNote(key, tag);
            tried(true);
            log.detail(`${name}: notified of ${tag}`);
            return true;
        }
        finally {
            await release();
        }
    }
    async function send(name, tag, request) {
        for (let attempt = 0; sending.get(name) === tag; attempt += 1) {
            try {
                if (await sendOnce(name, tag, request))
                    return;
            }
            catch (thrown) {
                if (signal.aborted)
                    return;
                tried(false);
                log.warn(`The notification of ${name} could not be sent, and will be tried again: ${(0,errors/* asFailure */.h_)(thrown).message}`);
            }
            await (0,timers/* sleep */.y)(pauses[Math.min(attempt, pauses.length - 1)] ?? 0, signal);
        }
    }
    return (target, answer, strategy) => {
        const name = (0,images_name/* formatImage */.vy)(target.image);
        const tag = answer.outcome.answer?.tag ?? '';
        if (sending.get(name) === tag)
            return;
        sending.set(name, tag);
        const forget = () => {
            if (sending.get(name) === tag)
                sending.delete(name);
        };
        send(name, tag, requestOf(redact(bodyOf(target, answer, strategy)), answer, to)).then(forget, forget);
    };
}
function bodyOf({ where }, { outcome, list }, strategy) {
    const { fetched } = list;
    return JSON.stringify({ event: 'newer-version', strategy, ...(0,report/* resultOf */.Bg)({ ...outcome, where }), fetched });
}
function requestOf(body, { outcome }, { url, secret }) {
    const delivery = (0,external_node_crypto_.createHash)('sha256').update(`${outcome.name} ${outcome.answer?.tag}`).digest('hex').slice(0, 32);
    const signature = secret && (0,external_node_crypto_.createHmac)('sha256', secret).update(body).digest('hex');
    return {
        method: 'POST',
        url,
        body,
        repeatable: true,
        headers: {
            'content-type': 'application/json',
            'x-image-gate-event': 'newer-version',
            'x-image-gate-delivery': delivery,
            ...(signature === undefined ? {} : { 'x-hub-signature-256': `sha256=${signature}` }),
        },
    };
}

// EXTERNAL MODULE: ./build/src/commands/latest/words.js
var words = __webpack_require__(13275);
;// CONCATENATED MODULE: ./build/src/commands/serve/page.js








const columns = routes.page.query.sort.schema.enum;
const style = `
:root { color-scheme: light dark; --line: #d0d7de; --muted: #59636e; --good: #1a7f37; --bad: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --muted: #9198a1; --good: #3fb950; --bad: #f85149; } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
p, small, .muted { color: var(--muted); }
form { margin: 1rem 0; display: flex; gap: .5rem; flex-wrap: wrap; }
input, button { font: inherit; padding: .25rem .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
.newer { color: var(--good); font-weight: 600; }
.error { color: var(--bad); }
`;
const policy = `default-src 'none'; style-src 'sha256-${(0,external_node_crypto_.createHash)('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
function renderPage(facts, query) {
    const sort = columnIn(query);
    const filter = (query.get('filter') ?? '').slice(0, 200);
    const rows = facts.rows
        .filter(({ target }) => (0,images_name/* formatImage */.vy)(target.image).includes(filter.toLowerCase()) || (0,images_name/* formatImage */.vy)(target.image).includes(filter))
        .toSorted((one, other) => compareBy(sort, one, other));
    const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Image Gate: ${(0,quantities/* countOf */.pq)(facts.rows.length, 'image')}</title>
<style>${style}</style>
</head>
<body>
<h1>Watched images</h1>
<p>${escapeHtml(headline(facts))}</p>
${facts.fault === undefined ? '' : `<p class="error">The cache fails: ${escapeHtml(facts.fault)}</p>`}
<form method="get" action="/">
<input type="search" name="filter" value="${escapeHtml(filter)}" placeholder="Part of a name" aria-label="Filter by name">
<input type="hidden" name="sort" value="${sort}">
<button>Filter</button>
</form>
<div class="scroll">
<table>
<thead><tr>${[heading('Image', 'image', sort, filter), heading('Newest within each strategy', 'newer', sort, filter), heading('Since', 'since', sort, filter), '<th scope="col">Status</th>', '<th scope="col">List read</th>'].join('')}</tr></thead>
<tbody>
${rows.map((row) => rowOf(row)).join('\n')}
</tbody>
</table>
</div>
${rows.length === 0 ? '<p>No image has such a name.</p>' : ''}
</body>
</html>
`;
    return { html, policy };
}
function columnIn(query) {
    const given = query.get('sort') ?? 'image';
    const found = columns.find((one) => one === given);
    if (found === undefined)
        throw badRequest(`sort is ${JSON.stringify(given)}, which is none of ${columns.join(', ')}`);
    return found;
}
function headline({ rows, every, now }) {
    const updates = rows.filter(isUpdate).length;
    return `${(0,quantities/* countOf */.pq)(rows.length, 'image')}, ${updates} with a newer version; listed every ${every}; ${(0,quantities/* formatTime */.fU)(now)} UTC`;
}
function heading(title, column, sort, filter) {
    const sorted = column === sort ? ' aria-sort="ascending"' : '';
    const query = new URLSearchParams({ sort: column, ...(filter === '' ? {} : { filter }) });
    return `<th scope="col"${sorted}><a href="/?${escapeHtml(query.toString())}">${title}</a></th>`;
}
function rowOf({ target, news }) {
    const name = `<code>${escapeHtml((0,images_name/* formatImage */.vy)(target.image))}</code>${target.where.length === 0 ? '' : `<br><small>${escapeHtml(target.where.join(', '))}</small>`}`;
    if (news instanceof errors/* Failure */.HR) {
        return `<tr><td>${name}</td><td></td><td></td><td class="error">${escapeHtml(news.message)}</td><td></td></tr>`;
    }
    const [farthest] = news.slice(-1);
    const cells = [
        name,
        distinct(news)
            .map(({ tag, strategies }) => `<code class="newer">${escapeHtml(tag)}</code> <small>${escapeHtml(strategies.join(', '))}</small>`)
            .join('<br>') || '<span class="muted">nothing newer</span>',
        sinceOf(news) === undefined ? '' : escapeHtml(`${(0,quantities/* formatTime */.fU)(sinceOf(news))} UTC`),
        farthest === undefined ? '' : statusOf(farthest),
        farthest === undefined ? '' : listTime(farthest),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
function statusOf({ answer: { outcome } }) {
    return `${escapeHtml((0,words/* labelOf */.Wy)(outcome))}<br><small>${escapeHtml((0,words/* why */.d8)(outcome))}</small>`;
}
function listTime({ answer: { list } }) {
    const time = escapeHtml(`${(0,quantities/* formatTime */.fU)(list.fetched)} UTC`);
    if (list.stale === undefined)
        return time;
    return `<span class="error">stale: ${time}</span><br><small>${escapeHtml(list.stale.failure.message)}</small>`;
}
function distinct(news) {
    const tags = new Map();
    for (const { strategy, answer } of news) {
        const tag = newerTag(answer);
        if (tag !== undefined)
            tags.set(tag, [...(tags.get(tag) ?? []), strategy]);
    }
    return [...tags].map(([tag, strategies]) => ({ tag, strategies }));
}
function sinceOf(news) {
    if (news instanceof errors/* Failure */.HR)
        return undefined;
    const times = news.flatMap(({ since }) => (since === undefined ? [] : [since.getTime()]));
    return times.length === 0 ? undefined : new Date(Math.min(...times));
}
function isUpdate({ news }) {
    return !(news instanceof errors/* Failure */.HR) && news.some(({ answer }) => newerTag(answer) !== undefined);
}
function compareBy(column, one, other) {
    const byName = (0,images_name/* formatImage */.vy)(one.target.image).localeCompare((0,images_name/* formatImage */.vy)(other.target.image), 'en');
    if (column === 'image')
        return byName;
    if (column === 'newer')
        return Number(isUpdate(other)) - Number(isUpdate(one)) || byName;
    return (sinceOf(other.news)?.getTime() ?? 0) - (sinceOf(one.news)?.getTime() ?? 0) || byName;
}
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(88106);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(48640);
// EXTERNAL MODULE: ./build/src/lib/loopback.js
var loopback = __webpack_require__(80632);
;// CONCATENATED MODULE: ./build/src/commands/serve/request.js






const request_shortest = 10_000;
function readServeRequest(inputs, { log }) {
    const { host, port = 0, token, every } = inputs;
    if (inputs.watch.length === 0 && inputs.allow.length === 0) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('watch')} is needed: the images to watch, or files that name them`, `For example ${(0,input_names/* inputValue */.UV)('watch', 'acme/app:1.2.0')}. With ${(0,input_names/* inputName */.yu)('allow')} alone, requests name the images.`);
    }
    if (every < request_shortest) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('every')} is shorter than 10s`, 'Registries limit the rate of requests: 10m to 1h is usual.');
    }
    if ((0,external_node_net_.isIP)(host) === 0 && host !== 'localhost') {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('host')} is ${JSON.stringify(host)}, which is not an address`, 'Give an address of this machine: 127.0.0.1, ::1, 0.0.0.0 or ::.');
    }
    if (inputs['cache-dir'] !== undefined && inputs['cache-url'] !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('cache-dir')} and ${(0,input_names/* inputName */.yu)('cache-url')} are given`, 'Give one of them.');
    }
    if (token === undefined && !(0,loopback/* isLoopback */.U)((0,external_node_net_.isIP)(host) === 6 ? `[${host}]` : host)) {
        log.warn(`Everybody who reaches ${host} can query the service: ${(0,input_names/* inputName */.yu)('token')} requires a token.`);
    }
    return {
        host,
        port,
        token,
        every,
        allowed: inputs.allow.map(images_name/* parseRegistry */.l5),
        notify: readNotify(inputs),
    };
}
function readNotify({ notify, 'notify-secret': secret }) {
    if (notify === undefined) {
        if (secret === undefined)
            return undefined;
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('notify-secret')} is given, and ${(0,input_names/* inputName */.yu)('notify')} is not`, 'Give both, or neither.');
    }
    if (!URL.canParse(notify) || !/^https?:$/.test(new URL(notify).protocol)) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('notify')} is ${JSON.stringify(notify)}, which is not the URL of a web service`, `For example ${(0,input_names/* inputValue */.UV)('notify', 'https://ci.example.com/hooks/images')}.`);
    }
    const url = new URL(notify);
    const objection = (0,url_policy/* refusalReason */.b)(url, url);
    if (objection !== undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('notify')}: ${objection}`);
    return { url, secret };
}

;// CONCATENATED MODULE: ./build/src/commands/serve/schedule.js


const atOnce = 8;
const firstPause = 30_000;
function createSchedule(every, refresh) {
    const timed = new Map();
    const waiting = [];
    let running = 0;
    function pauseAfter(failures) {
        const pause = failures === 0 ? every : Math.min(every, firstPause * 2 ** (failures - 1));
        return pause * (0.9 + 0.2 * Math.random());
    }
    function begin(work) {
        waiting.push(work);
        if (running >= atOnce)
            return;
        running += 1;
        void (async () => {
            for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
                await next();
            running -= 1;
        })();
    }
    function add(name) {
        const key = keyOf(name);
        const one = { callOff: () => undefined, done: false, failures: 0 };
        timed.set(key, one);
        const run = async () => {
            if (timed.get(key) !== one)
                return;
            one.failures = (await refresh(name)) ? 0 : one.failures + 1;
            one.done = true;
            if (timed.get(key) === one)
                one.callOff = (0,timers/* after */.P)(pauseAfter(one.failures), () => begin(run));
        };
        begin(run);
    }
    return {
        set(names) {
            const wanted = new Map(names.map((name) => [keyOf(name), name]));
            for (const [key, { callOff }] of timed) {
                if (wanted.has(key))
                    continue;
                callOff();
                timed.delete(key);
            }
            for (const [key, name] of wanted)
                if (!timed.has(key))
                    add(name);
        },
        has: (key) => timed.has(key),
        isComplete: () => [...timed.values()].every(({ done }) => done),
        stop() {
            for (const { callOff } of timed.values())
                callOff();
            timed.clear();
        },
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: ./node_modules/@hono/node-server/dist/index.mjs + 2 modules
var node_server_dist = __webpack_require__(26652);
;// CONCATENATED MODULE: ./build/src/commands/serve/server.js




const requestTime = 10_000;
const idleTime = 60_000;
const graceTime = 10_000;
async function startServer(app, host, port) {
    const server = (0,external_node_http_.createServer)({
        requestTimeout: requestTime,
        headersTimeout: requestTime,
        connectionsCheckingInterval: 5000,
        keepAliveTimeout: 65_000,
    }, (0,node_server_dist/* getRequestListener */.SE)(app.fetch, { overrideGlobalObjects: false }));
    server.setTimeout(idleTime);
    await listen(server, host, port);
    const { address, family, port: taken } = server.address();
    return {
        address: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
        async stop() {
            const closed = new Promise((resolve) => server.close(resolve));
            const idle = setInterval(() => server.closeIdleConnections(), 50);
            const timer = setTimeout(() => server.closeAllConnections(), graceTime);
            await closed;
            clearInterval(idle);
            clearTimeout(timer);
        },
    };
}
function listen(server, host, port) {
    return new Promise((resolve, reject) => {
        server.once('error', (fault) => {
            const reason = fault.code === 'EADDRINUSE' ? 'another process listens there' : fault.message;
            reject((0,errors/* usageFailure */.II)(`${host}:${port} cannot be listened on: ${reason}`, `Choose another ${(0,input_names/* inputName */.yu)('port')} or ${(0,input_names/* inputName */.yu)('host')}; port 0 takes a free one.`));
        });
        server.listen(port, host, resolve);
    });
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/lib/replace-file.js
var replace_file = __webpack_require__(56260);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(96258);
// EXTERNAL MODULE: ./build/src/commands/latest/cache.js
var cache = __webpack_require__(3764);
;// CONCATENATED MODULE: ./build/src/commands/serve/store.js





const claimAlone = async () => async () => undefined;
function createMemoryStore() {
    const notes = new Map();
    return {
        title: 'memory',
        readTags: async () => undefined,
        writeTags: async () => undefined,
        claim: claimAlone,
        readNote: async (key) => notes.get(key),
        writeNote: async (key, value) => void notes.set(key, value),
        fault: () => undefined,
        close: async () => undefined,
    };
}
const notesFile = 'notes.json';
const mostNotes = 50_000;
async function openFolderStore(folder, context) {
    let fault;
    const { readTags, writeTags } = await (0,cache/* openCache */.b)(folder, context);
    const path = (0,external_node_path_.join)(folder, notesFile);
    const notes = await readNotes(path).catch((thrown) => {
        context.log.warn(`${path} cannot be read, and is not used: ${thrown.message}`);
        return new Map();
    });
    let writing = Promise.resolve();
    function save() {
        const text = () => JSON.stringify({ version: 1, notes: Object.fromEntries(notes) });
        writing = writing
            .then(() => (0,replace_file/* replaceFile */.f)(path, text(), 0o600, 'replaced'))
            .then(() => {
            fault = undefined;
        }, (thrown) => {
            if (fault === undefined)
                context.log.warn(`${path} cannot be written: ${thrown.message}`);
            fault = `${path} cannot be written: ${thrown.message}`;
        });
        return writing;
    }
    return {
        title: `the folder ${folder}`,
        readTags,
        writeTags,
        claim: claimAlone,
        readNote: async (key) => notes.get(key),
        async writeNote(key, value) {
            notes.delete(key);
            notes.set(key, value);
            const [oldest] = notes.keys();
            if (notes.size > mostNotes && oldest !== undefined)
                notes.delete(oldest);
            await save();
        },
        fault: () => fault,
        close: () => writing,
    };
}
async function readNotes(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((fault) => {
        if (fault.code === 'ENOENT')
            return undefined;
        throw fault;
    });
    const value = text === undefined ? { version: 1, notes: {} } : JSON.parse(text);
    if (!(0,manifest/* isObject */.Gv)(value) || value.version !== 1 || !(0,manifest/* isObject */.Gv)(value.notes))
        throw new Error('it has another form');
    return new Map(Object.entries(value.notes).flatMap(([key, note]) => (typeof note === 'string' ? [[key, note]] : [])));
}

// EXTERNAL MODULE: ./build/src/commands/latest/targets.js
var latest_targets = __webpack_require__(60420);
// EXTERNAL MODULE: ./build/src/commands/shared/files/reference-files.js + 9 modules
var reference_files = __webpack_require__(64069);
;// CONCATENATED MODULE: ./build/src/commands/serve/watching.js




async function readWatched(inputs, { workflow }) {
    const planned = (0,latest_targets/* planLatest */.F)(await (0,reference_files/* readReferences */.PK)(inputs.watch, 'watch'), inputs, workflow);
    const targets = planned.flatMap((one) => (one.kind === 'target' ? [one.target] : []));
    const repositories = new Map(targets.map(({ image: { registry, path } }) => [keyOf({ registry, path }), { registry, path }]));
    return {
        targets,
        unclear: planned.flatMap((one) => (one.kind === 'settled' ? [one.outcome] : [])),
        repositories: [...repositories.values()],
    };
}
async function readAgain(inputs, context) {
    try {
        return await readWatched(inputs, context);
    }
    catch (thrown) {
        context.log.warn(`The images to watch stay as they were: ${(0,errors/* asFailure */.h_)(thrown).message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/commands/serve/service.js



















const service_requestTime = 2 * 60_000;
async function runService(inputs, given) {
    const request = readServeRequest(inputs, given);
    let watched = await readWatched(inputs, given);
    const ending = new AbortController();
    const context = lastingContext(given, ending.signal);
    const { log, now } = context;
    const store = await openStore(inputs, context);
    const connect = (0,registry/* createConnections */.Ew)(inputs, context);
    const begun = performance.now();
    let requests = 0;
    let registries = registriesOf(watched, request.allowed);
    const schedule = createSchedule(request.every, async (name) => {
        const failure = await lists.refresh(name);
        const key = keyOf(name);
        for (const target of watched.targets.filter(({ image }) => keyOf(image) === key)) {
            await news.update(target).catch(() => undefined);
        }
        return failure === undefined;
    });
    const lists = createLists({
        connect,
        store,
        every: request.every,
        isWatched: schedule.has,
        refreshed: (failure) => metrics.refreshed(failure === undefined),
        context,
    });
    const answers = createAnswers(lists, inputs, connect, context);
    const metrics = createMetrics({
        watched: () => watched.targets.length,
        updates: async () => (await rowsOf(watched, news)).filter(isUpdate).length,
        oldest: () => ageOfOldest(watched, lists, now()),
        storeWorks: () => store.fault() === undefined,
    });
    const notify = request.notify &&
        createNotify({
            to: request.notify,
            http: context.http,
            store,
            signal: ending.signal,
            log,
            tried: metrics.notified,
            redact: context.redactResult,
        });
    const news = createNews({
        answers,
        store,
        strategy: inputs.strategy,
        prerelease: inputs.prerelease,
        notify,
        context,
    });
    const app = createApp({
        answers,
        readiness: createReadiness(connect, context),
        metrics: {
            ...metrics,
            answered(...facts) {
                requests += 1;
                metrics.answered(...facts);
            },
        },
        page: async (query) => renderPage({ rows: await rowsOf(watched, news), every: (0,duration/* formatDuration */.a3)(request.every), fault: store.fault(), now: now() }, query),
        health: () => healthOf(schedule.isComplete(), store),
        registries: () => registries,
        token: request.token,
        strategy: inputs.strategy,
        prerelease: inputs.prerelease,
        every: request.every,
        now,
        log: log.detail,
        redact: context.redactResult,
    });
    await Promise.all([...registries.values()].map(connect));
    const server = await startServer(app, request.host, request.port);
    const watch = () => {
        registries = registriesOf(watched, request.allowed);
        for (const { name, reason } of watched.unclear)
            log.warn(`${name} is not watched: ${reason}`);
        schedule.set(watched.repositories);
        log.notice(`watching ${(0,quantities/* countOf */.pq)(watched.targets.length, 'image')}, in ${(0,quantities/* countOf */.pq)(watched.repositories.length, 'repository', 'repositories')}`);
    };
    log.notice(`listening on ${server.address}; lists are kept in ${store.title}`);
    watch();
    const reload = onHangUp(async () => {
        const read = await readAgain(inputs, context);
        if (read === undefined)
            return;
        watched = read;
        watch();
    });
    await aborted(given.signal);
    reload();
    schedule.stop();
    await server.stop();
    ending.abort(given.signal.reason);
    await store.close();
    context.http.close();
    return { requests, time: performance.now() - begun };
}
function lastingContext(given, signal) {
    const http = (0,client_http/* createHttp */.V)({
        signal,
        get deadline() {
            return new Date(Date.now() + service_requestTime);
        },
        now: given.now,
        trace: given.log.detail,
    });
    const progress = { pause: Number.POSITIVE_INFINITY, update: () => undefined, end: () => undefined };
    return { ...given, http, signal, progress };
}
async function openStore(inputs, context) {
    if (inputs['cache-url'] !== undefined) {
        const { openRedisStore } = await Promise.all(/* import() */[__webpack_require__.e(796), __webpack_require__.e(711)]).then(__webpack_require__.bind(__webpack_require__, 98711));
        return openRedisStore(inputs['cache-url'], context);
    }
    return inputs['cache-dir'] === undefined ? createMemoryStore() : openFolderStore(inputs['cache-dir'], context);
}
async function rowsOf({ targets }, news) {
    return (0,concurrency/* mapConcurrent */._)(targets, 1, async (target) => ({ target, news: await news.read(target).catch(errors/* asFailure */.h_) }));
}
function ageOfOldest({ repositories }, lists, now) {
    const times = repositories.flatMap((name) => lists.known(name)?.list?.fetched.getTime() ?? []);
    return times.length === 0 ? 0 : (now.getTime() - Math.min(...times)) / 1000;
}
function healthOf(isComplete, store) {
    if (!isComplete)
        return { status: 'starting', reason: 'some repositories have not been listed yet' };
    const fault = store.fault();
    return fault === undefined ? { status: 'ok' } : { status: 'degraded', reason: `${store.title}: ${fault}` };
}
function registriesOf({ repositories }, allowed) {
    return new Map([...allowed, ...repositories.map((one) => one.registry)].map((one) => [one.host, one]));
}
function onHangUp(callback) {
    const listener = () => void callback();
    process.on('SIGHUP', listener);
    return () => void process.removeListener('SIGHUP', listener);
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            return resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
    });
}


/***/ }),

/***/ 12217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   x5: () => (/* binding */ schema1Layers)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82970);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89862);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96258);



function objectOf({ bytes }) {
    const value = JSON.parse(bytes.toString('utf8'));
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? value : {};
}
function blobsOf(manifest) {
    if (manifest.content.kind === 'index')
        return [];
    const { config, layers, blobs: attached } = objectOf(manifest);
    const listed = Array.isArray(attached) ? attached : [config, ...(Array.isArray(layers) ? layers : [])];
    const entries = listed.filter((entry) => !isForeign(entry));
    const blobs = new Map(entries.map((entry) => sized(entry, manifest)).map((blob) => [blob.digest, blob]));
    return [...blobs.values()];
}
function schema1Layers(manifest) {
    const { fsLayers } = objectOf(manifest);
    const sums = (Array.isArray(fsLayers) ? fsLayers : []).map((layer) => ((0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(layer) ? layer.blobSum : undefined));
    const digests = sums.filter((sum) => typeof sum === 'string' && (0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(sum));
    if (digests.length < sums.length)
        throw unusable(manifest);
    return [...new Set(digests)];
}
function isForeign(entry) {
    if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(entry) || typeof entry.mediaType !== 'string')
        return false;
    return /\.(?:foreign|nondistributable)\./.test(entry.mediaType) && Array.isArray(entry.urls) && entry.urls.length > 0;
}
function sized(entry, manifest) {
    const descriptor = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readDescriptor */ .qq)(entry);
    const { size } = descriptor ?? {};
    if (descriptor !== undefined && size !== undefined && Number.isSafeInteger(size) && size >= 0) {
        return { ...descriptor, size };
    }
    throw unusable(manifest);
}
function unusable({ descriptor }) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('server', {
        operation: `the manifest ${descriptor.digest}`,
        reason: 'it lists a blob without a digest or a size that can be used',
        advice: 'Push the image anew.',
    });
}
function childrenOf(manifest) {
    return manifest.content.kind === 'index' ? manifest.content.manifests : [];
}


/***/ })

};
