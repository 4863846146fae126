export const id = 754;
export const ids = [754];
export const modules = {

/***/ 1854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ fillPlaceholders),
/* harmony export */   nV: () => (/* binding */ checkPlaceholders),
/* harmony export */   oS: () => (/* binding */ fillsIn)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

const values = {
    commit: ({ commit }) => commit,
    'short-sha': ({ commit }) => commit.slice(0, 7),
    ref: ({ ref }) => ref,
    repo: ({ repo }) => repo,
    image: ({ image }) => image,
    tag: ({ tag }) => tag,
    'build-id': (_order, buildId) => buildId,
};
const known = Object.keys(values)
    .map((name) => `{${name}}`)
    .join(', ');
function checkPlaceholders(text, name) {
    for (const [whole, word = ''] of text.matchAll(/\{([a-z-]+)\}/g)) {
        if (!Object.hasOwn(values, word))
            throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${name} has the unknown placeholder ${whole}`, `It takes ${known}.`);
    }
}
function fillPlaceholders(text, order, buildId) {
    return text.replace(/\{([a-z-]+)\}/g, (whole, word) => Object.hasOwn(values, word) ? (values[word]?.(order, buildId) ?? whole) : whole);
}
function fillsIn(text) {
    return [...text.matchAll(/\{([a-z-]+)\}/g)].some(([, word = '']) => Object.hasOwn(values, word));
}


/***/ }),

/***/ 9754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/commands/shared/image-dates.js
var image_dates = __webpack_require__(1445);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/min-age.js
var min_age = __webpack_require__(3798);
// EXTERNAL MODULE: ./build/src/sources/source.js
var sources_source = __webpack_require__(7011);
;// CONCATENATED MODULE: ./build/src/commands/check/commits.js

function createCommits(source, context) {
    const known = new Map();
    return (origin) => {
        const resolved = known.get(origin) ?? resolveOrigin(origin, source, context);
        known.set(origin, resolved);
        return resolved;
    };
}
async function resolveOrigin(origin, source, context) {
    const { ref, repository } = origin;
    if (ref?.kind === 'commit')
        return { commit: ref.sha, origin };
    if (ref === undefined || source === undefined)
        return { commit: undefined, origin };
    const { sha: commit, kind, alsoTag } = await source.resolve(repository, ref);
    if (alsoTag !== undefined && alsoTag !== commit)
        warnOfBoth(origin, commit, alsoTag, context);
    context.log.info(`${(0,sources_source/* describeRef */.Ro)(ref)} of ${repository} is commit ${commit}`);
    const refKind = kind ?? origin.refKind;
    return { commit, origin: { ...origin, ...(refKind === undefined ? {} : { refKind }) } };
}
function warnOfBoth({ refName, repository }, commit, tag, { log }) {
    log.warn(`${refName} is a branch (${commit.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${repository}: the branch was taken. ` +
        `Write refs/heads/${refName} or refs/tags/${refName} to say which.`);
}

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/images/tag-template.js


const placeholders = '{short-sha}, {short-sha:N}, {sha} and {ref}';
const shortest = 4;
const longest = 64;
const defaultLength = 7;
function parseTagTemplate(text) {
    const parts = (text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map((piece) => readPart(piece, text));
    if (parts.length === 0)
        throw (0,errors/* usageFailure */.II)('the tag template is empty', `It takes ${placeholders}.`);
    const sample = fillTagTemplate(parts, { commit: 'a'.repeat(40), ref: 'a' });
    if (!(0,images_name/* isTag */.dz)(sample)) {
        throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(text)} makes no legal tag`, 'A tag starts with a letter, a digit or _, goes on with these and . and -, and has at most 128 characters.');
    }
    return parts;
}
function hasPlaceholder(template) {
    return template.some(({ kind }) => kind !== 'text');
}
function readPart(piece, whole) {
    if (!piece.startsWith('{')) {
        if (/^[a-zA-Z0-9._-]+$/.test(piece))
            return { kind: 'text', text: piece };
        throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has ${JSON.stringify(piece)}, which no tag can have`, 'Between placeholders a tag takes letters, digits, ., _ and -.');
    }
    const [, name, length] = /^\{([^:{}]*)(?::([^{}]*))?\}$/.exec(piece) ?? [];
    if (name === 'sha' && length === undefined)
        return { kind: 'sha' };
    if (name === 'ref' && length === undefined)
        return { kind: 'ref' };
    if (name === 'short-sha')
        return { kind: 'sha', length: length === undefined ? defaultLength : readLength(length, whole) };
    throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has the unknown placeholder ${JSON.stringify(piece)}`, `It takes ${placeholders}.`);
}
function readLength(text, whole) {
    const length = /^[0-9]{1,2}$/.test(text) ? Number(text) : Number.NaN;
    if (length >= shortest && length <= longest)
        return length;
    throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has the length ${JSON.stringify(text)}`, `{short-sha:N} takes a whole number from ${shortest} to ${longest}.`);
}
function fillTagTemplate(template, source) {
    const tag = template.reduce((before, part) => before + fillPart(part, source, before === ''), '');
    if (!(0,images_name/* isTag */.dz)(tag)) {
        throw (0,errors/* usageFailure */.II)(`the ref ${JSON.stringify(source.ref)} makes no legal tag by this template`, 'Use {short-sha} instead of {ref}, or a shorter ref.');
    }
    return tag;
}
function fillPart(part, source, first) {
    if (part.kind === 'text')
        return part.text;
    if (part.kind === 'sha')
        return part.length === undefined ? source.commit : source.commit.slice(0, part.length);
    const legal = source.ref.replace(/[^a-zA-Z0-9._-]+/g, '-');
    return first ? legal.replace(/^[.-]+/, '') : legal;
}

// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(8081);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(7825);
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

// EXTERNAL MODULE: ./build/src/lib/polling.js
var polling = __webpack_require__(4414);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/registries/oci/image.js
var oci_image = __webpack_require__(5354);
// EXTERNAL MODULE: ./build/src/registries/oci/media-types.js
var media_types = __webpack_require__(459);
// EXTERNAL MODULE: ./build/src/lib/parse-json.js
var parse_json = __webpack_require__(9853);
// EXTERNAL MODULE: ./build/src/registries/oci/config.js
var config = __webpack_require__(4725);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var inspection = __webpack_require__(6081);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var oci_manifest = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest-parts.js
var manifest_parts = __webpack_require__(2217);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
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
async function lookUntilReady(read, wait, name, context) {
    const end = context.now().getTime() + wait;
    let lastReported = '';
    const verdict = await (0,polling/* poll */.w)(read, {
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

// EXTERNAL MODULE: ./build/src/commands/check/signatures/words.js
var words = __webpack_require__(2846);
// EXTERNAL MODULE: ./build/src/commands/shared/files/reference-files.js + 9 modules
var reference_files = __webpack_require__(4069);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
;// CONCATENATED MODULE: ./build/src/commands/check/targets.js





function nameOf(entry) {
    return entry.kind === 'unclear' ? entry.text : (0,images_name/* formatImage */.vy)(entry.image);
}
function subjectOf(entry) {
    return entry.kind === 'image' && !isFullReference(entry) ? (entry.origin?.name ?? nameOf(entry)) : nameOf(entry);
}
function isFullReference({ image }) {
    return image.tag !== undefined || image.digest !== undefined;
}
async function readEntries(given, inputs, workflow) {
    for (const entry of given) {
        if (!(0,images_name/* isRepositoryPath */.og)(entry) || !(await (0,reference_files/* isAmbiguous */.X2)(entry)))
            continue;
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} ${JSON.stringify(entry)} may be a repository, and is a file or folder here`, `Write ./${entry} for the file or folder; for the repository, its name with the registry in front.`);
    }
    const entries = new Map();
    for (const reference of await (0,reference_files/* readReferences */.PK)(given, 'image')) {
        const entry = readEntry(reference, inputs, workflow);
        const known = entries.get(nameOf(entry)) ?? { ...entry, where: [] };
        if (reference.where !== undefined)
            known.where.push(reference.where);
        entries.set(nameOf(entry), known);
    }
    return [...entries.values()];
}
function readEntry(reference, inputs, workflow) {
    const { kind, text, where } = reference;
    if (where === undefined)
        return { kind: 'image', image: (0,inputs_image/* readImage */.AM)(text, inputs, workflow), where: [] };
    if (kind === 'unresolved')
        return unclear(text, where, reference.reason);
    if (kind === 'no-tag')
        return unclear(text, where, 'the file has no tag for it');
    return nameInFile(text, where, inputs);
}
function nameInFile(text, where, inputs) {
    const home = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    try {
        const image = (0,inputs_image/* withTag */.Rd)((0,images_name/* parseImageName */["if"])(text, { host: 'docker.io', plainHttp: false }));
        const registry = image.registry.host === home.host ? home : image.registry;
        return { kind: 'image', image: { ...image, registry }, where: [] };
    }
    catch (thrown) {
        return unclear(text, where, (0,errors/* asFailure */.h_)(thrown).message);
    }
}
function unclear(text, where, why) {
    const failure = new errors/* Failure */.HR('usage', {
        operation: `${where}: the image ${JSON.stringify(text)}`,
        reason: why,
        advice: 'Give the rendered file, or the image itself.',
    });
    return { kind: 'unclear', text, where: [], failure };
}

;// CONCATENATED MODULE: ./build/src/commands/check/gate.js









async function settle(target, context, work) {
    try {
        return await work();
    }
    catch (thrown) {
        return failed(target, thrown, context);
    }
}
function failed(target, thrown, { signal, log }, known = {}) {
    if (signal.aborted)
        throw signal.reason;
    if (target.kind === 'image' && target.lostNamespace !== undefined)
        log.warn(namespaceHint(target));
    return { kind: 'failed', target, failure: (0,errors/* asFailure */.h_)(thrown), known };
}
async function checkOne(entry, job) {
    if (entry.kind === 'unclear')
        throw entry.failure;
    const repository = await job.connect(entry.image);
    repository.prepare();
    const resolved = entry.origin && (await job.commitOf(entry.origin));
    const target = resolved === undefined ? entry : { ...entry, origin: resolved.origin };
    const { tag, digest } = isFullReference(target)
        ? target.image
        : { tag: tagOf(target, resolved?.commit, job), digest: undefined };
    const found = completed(target, resolved?.commit, tag, digest);
    try {
        return await gate_judge(found, repository, job.firstWait, job);
    }
    catch (thrown) {
        return failed(target, thrown, job.context, found);
    }
}
function tagOf({ origin }, commit = '', { request }) {
    return fillTagTemplate(request.template, { commit, ref: origin?.refName ?? '' });
}
function completed(target, commit, tag, digest) {
    return {
        target,
        ...(commit === undefined ? {} : { commit }),
        ...(tag === undefined ? {} : { tag }),
        image: (0,images_name/* formatImage */.vy)({ ...target.image, ...(tag === undefined ? {} : { tag }) }),
        reference: digest ?? tag ?? '',
    };
}
async function gate_judge(found, repository, wait, job) {
    const { reference, ...named } = found;
    const { target, commit, tag, image } = named;
    const { ageOf, verification, context } = job;
    const { log } = context;
    const required = {
        platforms: job.request.platforms,
        revision: job.inputs['verify-revision'] ? commit : undefined,
        complete: job.inputs.complete,
        verify: verification?.({ image: target.image, origin: target.origin, commit }, repository),
        ageOf: ageOf && ((digest) => ageOf({ ...target.image, ...(tag === undefined ? {} : { tag }) }, digest, repository)),
    };
    const first = await lookUntilReady(() => look(repository, reference, required), wait, image, context);
    const observed = await withArchive(first, repository, reference);
    const verdict = explained(observed, target, wait);
    for (const signer of verdict.signers ?? [])
        log.info(`${image} is signed by ${(0,words/* describeMatch */.$X)(signer)}; ${signer.place}`);
    log.info(verdict.ready
        ? `${image} is ${(0,words/* wordsOfReady */.w)(verdict)}: ${verdict.digest}${verdict.date === undefined ? '' : `, ${(0,image_dates/* formatImageDate */.TY)(verdict.date)}`}`
        : `${image} is not ready: ${verdict.reason}`);
    return { kind: 'checked', ...named, ...judgement(target, verdict) };
}
async function withArchive(verdict, { unavailable }, reference) {
    if (verdict.ready || verdict.digest !== undefined)
        return verdict;
    const reason = await unavailable?.(reference).catch(() => undefined);
    return reason === undefined ? verdict : { ...verdict, reason: `${verdict.reason}: ${reason}` };
}
function explained(verdict, target, wait) {
    if (verdict.ready)
        return verdict;
    const isDue = wait === 0 || verdict.readyAt !== undefined;
    const reason = isDue ? verdict.reason : afterWaiting(verdict.reason, wait);
    const isMissing = verdict.digest === undefined && target.lostNamespace !== undefined;
    return { ...verdict, reason: isMissing ? `${reason}; ${namespaceHint(target)}` : reason };
}
function namespaceHint({ image, origin, lostNamespace = '' }) {
    const { registry, path } = image;
    const full = { registry, path: `${lostNamespace.toLowerCase()}/${path}` };
    const missing = (0,input_names/* inputValue */.UV)('namespace', lostNamespace.toLowerCase());
    return `${(0,input_names/* inputName */.yu)('namespace')} is empty, so that the image of ${origin?.repository} is ${(0,images_name/* formatImage */.vy)(image)}: give ${missing} for ${(0,images_name/* formatImage */.vy)(full)}`;
}
function afterWaiting(reason, wait) {
    return `${reason}, after ${(0,duration/* formatDuration */.a3)(wait)} of waiting`;
}
function judgement(target, verdict) {
    const { digest, complete, verified, signers, date } = verdict;
    const { registry, path } = target.image;
    return {
        ...(digest === undefined ? {} : { digest }),
        ...(complete === undefined ? {} : { complete }),
        ...(verified === undefined ? {} : { verified }),
        ...(signers === undefined ? {} : { signers }),
        ...(date === undefined ? {} : { date }),
        ...(verdict.ready
            ? { ready: true, pinned: (0,images_name/* formatImage */.vy)({ registry, path, digest: verdict.digest }) }
            : {
                ready: false,
                reason: verdict.reason,
                ...(verdict.readyAt === undefined ? {} : { readyAt: verdict.readyAt }),
            }),
    };
}
async function buildOne(missing, builder, job) {
    if (missing.readyAt !== undefined)
        return judgeAgain(missing, job);
    let build;
    let page;
    try {
        build = await builder.build(orderOf(missing), (url) => {
            page = url;
        });
    }
    catch (thrown) {
        if (job.context.signal.aborted)
            throw thrown;
        const failure = withPage((0,errors/* asFailure */.h_)(thrown), page);
        const begun = page === undefined ? {} : { build: { conclusion: '', url: page, failures: [] } };
        return { ...missing, ...begun, failure, reason: `${missing.reason}; the build: ${failure.message}` };
    }
    if (build.conclusion !== 'success') {
        const failure = buildFailure(missing, build);
        return { ...missing, build, failure, reason: `${missing.reason}; ${failure.message}` };
    }
    const again = await judgeAgain(missing, job);
    if (again.ready)
        return { ...again, build };
    const where = build.url === undefined ? '' : ` (${build.url})`;
    return { ...again, build, reason: `${again.reason}, although its build succeeded${where}` };
}
async function judgeAgain({ target, commit, tag }, job) {
    return gate_judge(completed(target, commit, tag), await job.connect(target.image), job.inputs.wait, job);
}
function orderOf({ target: { origin }, commit, image, tag }) {
    if (origin === undefined || commit === undefined || tag === undefined)
        throw new Error('a build without a commit');
    const { name, repository, refName, refKind, mergedInto } = origin;
    const merged = mergedInto === undefined ? {} : { mergedInto };
    return { commit, ref: refName, refKind, ...merged, repo: name, sourceRepository: repository, image, tag };
}
function withPage(failure, page) {
    if (page === undefined)
        return failure;
    const { kind, message, advice, cause } = failure;
    const reason = message.includes(page) ? message : `${message} (the build: ${page})`;
    return new errors/* Failure */.HR(kind, { operation: '', reason, advice, cause, pages: [page] });
}
function buildFailure({ image }, { conclusion, url, failures, pages = [] }) {
    const page = url === undefined ? [] : [url];
    return new errors/* Failure */.HR('build', {
        operation: `the build of ${image} ${conclusion === 'failure' ? 'failed' : `ended with ${conclusion}`}`,
        reason: [...page, ...failures].join('; '),
        advice: 'Fix the build, and run this step again.',
        pages: [...page, ...pages],
    });
}

;// CONCATENATED MODULE: ./build/src/commands/check/groups.js
const checkGroups = {
    repo: 'Source',
    ref: 'Source',
    source: 'Source',
    owner: 'Source',
    'source-url': 'Source',
    'source-username': 'Source',
    'source-token': 'Source',
    registry: 'Registry',
    namespace: 'Registry',
    username: 'Registry',
    password: 'Registry',
    oidc: 'Registry',
    'id-token': 'Registry',
    'registry-auth': 'Registry',
    image: 'Image',
    tag: 'Image',
    platforms: 'Image',
    complete: 'Image',
    'verify-revision': 'Image',
    'min-age': 'Image',
    'signature-key': 'Signature',
    'signature-identity': 'Signature',
    'signature-issuer': 'Signature',
    provenance: 'Signature',
    'provenance-workflow': 'Signature',
    'trusted-root': 'Signature',
    wait: 'Wait',
    timeout: 'Wait',
    'build-workflow': 'Build',
    'build-repository': 'Build',
    'build-ref': 'Build',
    'build-inputs': 'Build',
    'build-token': 'Build',
    'build-pipeline': 'Build',
    'build-command': 'Build',
    'build-timeout': 'Build',
    'prune-keep': 'Prune',
    'fail-if-not-ready': 'Output',
    'results-file': 'Output',
};

// EXTERNAL MODULE: ./build/src/commands/shared/files/results-file.js
var results_file = __webpack_require__(9885);
// EXTERNAL MODULE: ./build/src/sources/index.js + 8 modules
var sources = __webpack_require__(1724);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/source-inputs.js


const sourceInputs = {
    source: (0,types/* choice */.Yq)(sources/* sourceKinds */.B.map(({ name }) => name), {
        help: 'Set the kind of host that the source repository is on.',
        fallbackHelp: 'the host of the pipeline or git clone if `repo` comes from there, else `github`',
    }),
    owner: (0,types/* text */.Qq)({
        help: 'Set the owner of the source repository: a workspace, organization, project or group.',
        placeholder: 'NAME',
        fallbackHelp: 'the workflow’s owner',
    }),
    'source-url': (0,types/* text */.Qq)({
        help: 'Set the address of a self-hosted server. For `source: git`, set the URL of the remote (https, ssh, http, file).',
        placeholder: 'URL',
        fallbackHelp: 'the public service; for `github` the workflow’s own server',
    }),
    'source-username': (0,types/* text */.Qq)({
        help: 'Set the user name for `source-token`. A Bitbucket API token requires it: the e-mail address of the Atlassian account.',
        placeholder: 'NAME',
    }),
    'source-token': (0,types/* secret */.rJ)({
        help: 'Set a token with read access to the source repository.',
        fallbackHelp: 'for `github`, the workflow’s own token',
    }),
};

;// CONCATENATED MODULE: ./build/src/commands/check/inputs.js




const usualTag = '{short-sha}';
const checkInputs = {
    image: (0,types/* list */.p_)({
        help: 'Set the images to check: repositories (`acme/app`), which get the tag of the commit; images with a tag or digest (`nginx:1.27`); files and folders that name images (`k8s/`, `compose.yaml`, `Dockerfile`).',
        placeholder: 'IMAGE|FILE,…',
        fallbackHelp: 'the image of each `repo`, `registry/namespace/repo`',
    }),
    repo: (0,types/* list */.p_)({
        help: 'Set one or more source repositories: `name`, `owner/name` or an address. Images with a tag or digest need no source repository.',
        placeholder: 'NAME,…',
        fallbackHelp: 'the workflow’s own repository; elsewhere the repository and commit of the pipeline or the git clone',
    }),
    ref: (0,types/* text */.Qq)({
        help: 'Set the commit: a branch, a tag (`develop`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`), or a full or short SHA.',
        placeholder: 'REF',
        fallbackHelp: 'the workflow’s commit, for its own repository; on pull requests the head commit',
    }),
    ...sourceInputs,
    ...(0,registry/* registryInputs */.P4)({ names: ['image'], files: true }),
    tag: (0,types/* text */.Qq)({
        help: 'Set the template of the tag: `{short-sha}` (7 digits), `{short-sha:N}`, `{sha}`, `{ref}` and text between them.',
        placeholder: 'TEMPLATE',
        fallback: usualTag,
    }),
    platforms: (0,types/* list */.p_)({
        help: 'Require these platforms: `linux/amd64, linux/arm64`. An image without one of them is not ready.',
        placeholder: 'OS/ARCH,…',
    }),
    complete: (0,types/* boolean */.zM)({
        help: 'Require that every manifest, config and layer of the image exists in the registry: of the `platforms`, or of everything that the index lists. Each layer takes one HEAD; on Docker Hub each manifest counts as a pull.',
        fallback: 'false',
    }),
    'verify-revision': (0,types/* boolean */.zM)({
        help: 'Require the label or annotation `org.opencontainers.image.revision` of the image to be the commit.',
        fallback: 'false',
    }),
    'min-age': (0,types/* duration */.p0)({
        help: 'Require the image to be at least this old: since the push, where the registry reports it, else since the creation of the image. The reason reports the date and when the image will be ready; `wait` waits for that.',
    }),
    'signature-key': (0,types/* lines */.Mn)({
        help: 'Require a signature by this public key, or by one of several: PEM text, or files of it, separated by commas. Signatures of `cosign sign --key` and `cosign attest --key`, in the old and in the new format.',
        placeholder: 'FILE|PEM',
    }),
    'signature-identity': (0,types/* list */.p_)({
        help: 'Require a keyless signature by this identity, or by one of several: `https://github.com/acme/app/.github/workflows/release.yml@refs/heads/main`, an e-mail address. `*` stands for any characters. `signature-issuer` is required too.',
        placeholder: 'IDENTITY,…',
    }),
    'signature-issuer': (0,types/* text */.Qq)({
        help: 'Set the issuer (OIDC) that vouches for `signature-identity`: `https://token.actions.githubusercontent.com` for GitHub Actions, `https://accounts.google.com`. With `provenance` alone, the issuer of the build’s identity, where it is not the one of the source repository’s host.',
        placeholder: 'URL',
    }),
    provenance: (0,types/* boolean */.zM)({
        help: 'Require signed provenance (SLSA) that names the source repository and the commit: of `repo` and `ref`. It may be in the registry, or in GitHub’s attestation store (`attestations: read`).',
        fallback: 'false',
    }),
    'provenance-workflow': (0,types/* text */.Qq)({
        help: 'Require that this workflow signed the provenance: `.github/workflows/release.yml`, `acme/workflows/.github/workflows/build.yml@refs/tags/v1`. `*` stands for any characters.',
        placeholder: 'FILE',
    }),
    'trusted-root': (0,types/* file */.NJ)({
        help: 'Trust the Sigstore instance that this file describes (`trusted_root.json`) in place of the public-good instance and of GitHub’s.',
    }),
    wait: (0,types/* duration */.p0)({ help: 'Wait this long for the image to become ready.', fallback: '0s' }),
    'fail-if-not-ready': (0,types/* boolean */.zM)({
        help: 'Fail the step if an image is not ready. Outputs are set in either case.',
        fallback: 'true',
    }),
    'build-workflow': (0,types/* text */.Qq)({
        help: 'Build a missing image by dispatching this GitHub Actions workflow, by file name or number.',
        placeholder: 'FILE',
    }),
    'build-repository': (0,types/* text */.Qq)({
        help: 'Set the GitHub repository of the workflow: `owner/name`.',
        placeholder: 'NAME',
        fallbackHelp: 'the workflow’s own repository',
    }),
    'build-ref': (0,types/* text */.Qq)({
        help: 'Set the branch or tag to dispatch the workflow on.',
        placeholder: 'REF',
        fallbackHelp: 'the checked ref if the build repository is the source repository, else the default branch',
    }),
    'build-inputs': (0,types/* lines */.Mn)({
        help: 'Set the inputs of the workflow or the variables of a custom pipeline: a JSON object, or lines of `key=value`. The placeholders `{commit}`, `{short-sha}`, `{ref}`, `{repo}`, `{image}`, `{tag}` and `{build-id}` (unique to the build) are filled in.',
        placeholder: 'KEY=VALUE',
    }),
    'build-token': (0,types/* secret */.rJ)({
        help: 'Set a token that may start and cancel the build: `actions: write` on GitHub, `pipeline:write` on Bitbucket.',
        fallbackHelp: '`source-token` if it is for the same host; on GitHub otherwise the workflow’s own token',
    }),
    'build-pipeline': (0,types/* text */.Qq)({
        help: 'Build a missing image with Bitbucket Pipelines: `default`, or the name of a custom pipeline. A running pipeline for the same commit is joined.',
        placeholder: 'NAME',
    }),
    'build-command': (0,types/* text */.Qq)({
        help: 'Build a missing image with this program and its arguments. Quotes are read, but no shell runs. The placeholders of `build-inputs` are filled in.',
        placeholder: 'COMMAND',
    }),
    'build-timeout': (0,types/* duration */.p0)({ help: 'Set the timeout of a build.', fallback: '30m' }),
    'prune-keep': (0,types/* wholeNumber */.rD)({
        help: 'After a successful check, keep only this many of the newest images in the repository. The checked image is always kept. A journal is written, as `prune` does.',
        placeholder: 'N',
        refusesEmpty: true,
    }),
    ...results_file/* resultsFileInput */.tW,
    timeout: (0,types/* duration */.p0)({
        help: 'Set the overall timeout.',
        fallbackHelp: '`wait` (and `build-timeout` for a build) plus 2 minutes; plus 30 minutes with `prune-keep`',
    }),
};

;// CONCATENATED MODULE: ./build/src/commands/check/memoized.js

function memoized(repository) {
    const manifests = createMemory();
    const contents = createMemory();
    const heads = createMemory();
    return {
        ...repository,
        manifest: (reference) => (0,images_digest/* isDigest */.B)(reference) ? manifests(reference, () => repository.manifest(reference)) : repository.manifest(reference),
        smallBlob: (descriptor) => contents(descriptor.digest, () => repository.smallBlob(descriptor)),
        headBlob: (digest) => heads(digest, () => repository.headBlob(digest)),
    };
}
function createMemory() {
    const known = new Map();
    return (digest, load) => {
        const found = known.get(digest) ?? load();
        known.set(digest, found);
        const forget = () => void known.delete(digest);
        found.then((value) => value === undefined && forget(), forget);
        return found;
    };
}

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/journal-file.js
var journal_file = __webpack_require__(6067);
;// CONCATENATED MODULE: ./build/src/commands/check/outcome.js
function refOf(outcome) {
    const { target } = outcome;
    const ref = target.kind === 'image' ? target.origin?.refName : undefined;
    const { commit } = outcome.kind === 'checked' ? outcome : outcome.known;
    return ref === undefined || ref === '' || commit?.startsWith(ref.toLowerCase()) ? undefined : ref;
}

// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/check/summary.js







function headlineOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined)
        return sentenceOf(only);
    const reasons = outcomes.flatMap((outcome) => outcome.kind === 'failed' || outcome.ready ? [] : [`${outcome.image}${placesOf(outcome)} (${outcome.reason})`]);
    return reasons.length === 0 || outcomes.some(({ kind }) => kind === 'failed')
        ? tallyOf(outcomes)
        : `${tallyOf(outcomes)}: ${reasons.join(', ')}`;
}
function tallyOf(outcomes) {
    const errors = outcomes.filter(({ kind }) => kind === 'failed').length;
    const ready = outcomes.filter((outcome) => outcome.kind === 'checked' && outcome.ready).length;
    const waiting = outcomes.length - errors - ready;
    return [
        `${ready} of ${outcomes.length} images ${ready === 1 ? 'is' : 'are'} ${readyWords(outcomes)}`,
        ...(waiting === 0 ? [] : [`${waiting} not ready`]),
        ...(errors === 0 ? [] : [(0,quantities/* countOf */.pq)(errors, 'error')]),
    ].join(', ');
}
function readyWords(outcomes) {
    const has = (name) => outcomes.some((outcome) => outcome.kind === 'checked' && outcome[name]);
    return (0,words/* wordsOfReady */.w)({ verified: has('verified'), complete: has('complete') });
}
function markOf(outcomes, failIfNotReady) {
    if (outcomes.some(({ failure }) => failure !== undefined))
        return 'bad';
    if (outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready))
        return 'good';
    return failIfNotReady ? 'bad' : 'pause';
}
function titleOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length !== 1 || only === undefined)
        return tallyOf(outcomes);
    if (only.kind === 'failed' || only.ready)
        return sentenceOf(only);
    if (only.failure?.kind === 'timeout')
        return `${only.image} is not ready, and its build has not finished`;
    if (only.failure !== undefined)
        return `${only.image} is not ready, and its build failed`;
    return only.build === undefined ? sentenceOf(only) : `${only.image} is not ready, although its build succeeded`;
}
function sentenceOf(outcome) {
    if (outcome.kind === 'failed')
        return `${failedName(outcome)} could not be checked`;
    return outcome.ready
        ? `${outcome.image} is ${readyWords([outcome])}`
        : `${outcome.image}${placesOf(outcome)} is not ready: ${outcome.reason}`;
}
function failedName({ target }) {
    const subject = subjectOf(target);
    return target.kind === 'image' && subject === target.origin?.name ? `the image of ${subject}` : subject;
}
function placesOf({ target: { where } }) {
    return where.length === 0 ? '' : `, in ${where.join(', ')},`;
}
const marks = { ready: '✅ ready', waiting: '❌ not ready', pause: '⏳ not ready', failed: '⚠️ error' };
function summaryOf({ outcomes, failIfNotReady, pruned }) {
    const builds = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.build !== undefined);
    const columns = shownColumns(outcomes);
    const head = [...columns, ...(builds ? ['Build'] : [])].map(markdown/* plain */.pj);
    const rows = outcomes.map((outcome) => {
        const cells = cellsOf(outcome, failIfNotReady);
        return [...columns.map((column) => cells[column]), ...(builds ? [buildCell(outcome)] : [])];
    });
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(markOf(outcomes, failIfNotReady), titleOf(outcomes)), (0,markdown/* codeBlock */.DV)(outcomes.flatMap((one) => (one.kind === 'checked' && one.pinned !== undefined ? [one.pinned] : []))), (0,markdown/* table */.tp)([head, ...rows]), remarksOf(outcomes), pruningOf(pruned));
}
const columnsOfOrigin = ['Source repository', 'Ref', 'Commit'];
function shownColumns(outcomes) {
    const hasOrigin = outcomes.some(({ target }) => target.kind === 'image' && target.origin !== undefined);
    const hasPlaces = outcomes.some(({ target }) => target.where.length > 0);
    const hasRef = outcomes.some((outcome) => refOf(outcome) !== undefined);
    const ofOrigin = columnsOfOrigin.filter((column) => hasOrigin && (hasRef || column !== 'Ref'));
    const hasSigners = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.signers !== undefined);
    return [
        'Status',
        ...ofOrigin,
        'Image',
        ...(hasSigners ? ['Signed by'] : []),
        ...(hasPlaces ? ['Where'] : []),
    ];
}
function cellsOf(outcome, failIfNotReady) {
    const { target } = outcome;
    const origin = target.kind === 'image' ? target.origin : undefined;
    const shared = {
        'Source repository': codeOf(origin?.repository),
        Ref: codeOf(refOf(outcome)),
        Where: (0,markdown/* plain */.pj)(target.where.join(', ')),
    };
    if (outcome.kind === 'failed') {
        const subject = subjectOf(target);
        const { commit, image = subject === origin?.name ? '' : subject } = outcome.known;
        const known = { Commit: codeOf(commit?.slice(0, 12)), Image: codeOf(image), 'Signed by': (0,markdown/* plain */.pj)('') };
        return { ...shared, Status: (0,markdown/* plain */.pj)(marks.failed), ...known };
    }
    const mark = outcome.ready ? marks.ready : failIfNotReady ? marks.waiting : marks.pause;
    const signers = (0,words/* signersOf */.Re)(outcome.signers ?? []);
    return {
        ...shared,
        Status: (0,markdown/* plain */.pj)(mark),
        Commit: codeOf(outcome.commit?.slice(0, 12)),
        Image: (0,markdown/* code */.aY)(outcome.image),
        'Signed by': codeOf(signers.join(', ')),
    };
}
function codeOf(text) {
    return text === undefined || text === '' ? (0,markdown/* plain */.pj)('') : (0,markdown/* code */.aY)(text);
}
function buildCell(outcome) {
    if (outcome.kind === 'failed' || outcome.build === undefined)
        return (0,markdown/* plain */.pj)('');
    const { conclusion, url } = outcome.build;
    const unknown = outcome.failure?.kind === 'timeout' ? 'not finished' : 'not known';
    return url === undefined ? (0,markdown/* plain */.pj)(conclusion) : (0,markdown/* link */.nf)(conclusion || unknown, url);
}
function remarksOf(outcomes) {
    const reasons = outcomes.flatMap((outcome) => {
        if (outcome.failure !== undefined || outcome.kind === 'failed' || outcome.ready)
            return [];
        return outcomes.length === 1 && outcome.build === undefined ? [] : [(0,markdown/* markdown */.wD) `- ${(0,markdown/* plain */.pj)(sentenceOf(outcome))}`];
    });
    const failed = (0,failure/* failureList */.J_)(outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])));
    const linked = new Set(outcomes.map((outcome) => (outcome.kind === 'checked' ? outcome.build?.url : undefined)));
    const pages = (0,markdown/* pageList */.SV)(outcomes.flatMap(({ failure }) => failure?.pages ?? []).filter((page) => !linked.has(page)));
    const parts = [...new Set(reasons), failed, pages].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('\n');
}
function pruningOf(pruned) {
    if (pruned === undefined)
        return undefined;
    const { headline, journal, failures, warned } = pruned;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `Pruning ${(0,markdown/* plain */.pj)(headline)}.`, (0,journal_file/* journalNote */.KC)(journal), (0,failure/* failureList */.J_)([...failures, ...warned]));
}

;// CONCATENATED MODULE: ./build/src/commands/check/report.js







function reportCheck({ outcomes, failIfNotReady, pruned }) {
    const failures = [
        ...outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
        ...(pruned?.failures ?? []),
    ];
    const unknown = outcomes.some(({ kind }) => kind === 'failed');
    const ready = outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready);
    const exitCode = failures[0]?.exitCode ?? (ready || !failIfNotReady ? 0 : 1);
    return {
        outputs: outputsOf(outcomes, unknown ? undefined : ready),
        json: { ...jsonOf(outcomes, ready), ...prunedOf(pruned) },
        get summary() {
            return summaryOf({ outcomes, failIfNotReady, ...(pruned && { pruned }) });
        },
        table: tableOf(outcomes),
        names: outcomes.flatMap((one) => (one.kind === 'checked' && one.pinned !== undefined ? [one.pinned] : [])),
        headline: headlineOf(outcomes),
        note: (0,journal_file/* journalWords */.PV)(pruned?.journal),
        failures,
        exitCode,
    };
}
function outputsOf(outcomes, ready) {
    const [only] = outcomes.length === 1 ? outcomes : [];
    const single = only?.kind === 'checked' ? only : undefined;
    return {
        ...(ready === undefined ? {} : { ready: String(ready), status: ready ? 'ready' : 'not-ready' }),
        ...(single && { image: single.image, tag: single.tag ?? '', commit: single.commit ?? '' }),
        ...(single && { digest: single.digest ?? '', pinned: single.pinned ?? '' }),
        ...(single?.verified !== undefined && { verified: String(single.verified) }),
        ...(single?.signers !== undefined && { signer: JSON.stringify(single.signers[0] ?? {}) }),
        ...(single && { 'build-url': single.build?.url ?? '', 'build-conclusion': single.build?.conclusion ?? '' }),
        results: JSON.stringify(outcomes.map(resultOf)),
    };
}
function resultOf(outcome) {
    const { target } = outcome;
    const origin = target.kind === 'image' ? target.origin : undefined;
    const shared = {
        ...(origin && { repository: origin.repository, reference: origin.refName }),
        ...(target.where.length > 0 && { where: target.where }),
    };
    if (outcome.kind === 'failed') {
        const { commit, tag, image = isNamed(target) ? nameOf(target) : undefined } = outcome.known;
        return { ...shared, commit, image, tag, ...(0,failure/* failureObject */.OR)(outcome.failure) };
    }
    const { commit, image, tag, ready, digest, pinned, complete, verified, signers, date, readyAt, reason, build } = outcome;
    const built = build && { buildUrl: build.url, buildConclusion: build.conclusion };
    return {
        ...shared,
        commit,
        image,
        tag,
        ready,
        status: ready ? 'ready' : 'not-ready',
        digest,
        pinned,
        complete,
        verified,
        signers,
        ...(0,image_dates/* imageDateObject */.lY)(date),
        readyAt,
        reason,
        ...built,
    };
}
function isNamed(target) {
    return target.kind === 'unclear' || isFullReference(target);
}
function jsonOf(outcomes, ready) {
    const results = outcomes.map((outcome) => ({ ...resultOf(outcome), 'build-image': builtImage(outcome) }));
    const [only, second] = results;
    if (only !== undefined && second === undefined)
        return only;
    const failed = outcomes.some(({ kind }) => kind === 'failed');
    return failed ? { status: 'error', results } : { ready, status: ready ? 'ready' : 'not-ready', results };
}
function prunedOf(pruned) {
    if (pruned === undefined)
        return {};
    const { deleted, kept, journal } = pruned;
    return { pruned: { deletedCount: deleted, keptCount: kept, journal: journal ?? null } };
}
function builtImage(outcome) {
    return outcome.kind === 'checked' && outcome.build?.conclusion === 'success' ? outcome.image : null;
}
function tableOf(outcomes) {
    const rows = outcomes.map(rowOf);
    const columns = ['status', 'image', 'ref', 'commit', 'digest', 'signer', 'where'].filter((name) => name === 'digest' || rows.some((row) => row[name].text !== ''));
    return { columns, rows: rows.map((row) => columns.map((name) => row[name])) };
}
function rowOf(outcome) {
    const { target } = outcome;
    const shared = { ref: { text: refOf(outcome) ?? '' }, where: { text: target.where.join(', ') } };
    if (outcome.kind === 'failed') {
        const status = { text: 'error', tone: 'bad' };
        const { image = subjectOf(target), commit = '' } = outcome.known;
        const none = { digest: { text: '' }, signer: { text: '' } };
        return { ...shared, ...none, status, image: { text: image }, commit: { text: commit.slice(0, 12) } };
    }
    const { ready, image, commit = '', digest = '', signers = [] } = outcome;
    return {
        ...shared,
        status: ready ? { text: 'ready', tone: 'good' } : { text: 'not ready', tone: 'bad' },
        image: { text: image },
        commit: { text: commit.slice(0, 12) },
        digest: { text: digest.slice(0, 19) },
        signer: { text: (0,words/* signersOf */.Re)(signers).join(', ') },
    };
}

// EXTERNAL MODULE: ./build/src/lib/workflow.js
var lib_workflow = __webpack_require__(8424);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/sources/remote.js
var sources_remote = __webpack_require__(4948);
;// CONCATENATED MODULE: ./build/src/sources/clone.js



async function clonedCommit(settings) {
    const [head, origin] = await Promise.all([
        git(settings, 'rev-parse', 'HEAD', '--abbrev-ref', 'HEAD'),
        git(settings, 'remote', 'get-url', 'origin'),
    ]);
    const [commit = '', branch = ''] = head.split('\n');
    const remote = (0,sources_remote/* parseRemote */.M8)(origin);
    if (remote === undefined || !(0,sources_source/* isFullSha */.Wf)(commit))
        return undefined;
    const isDetached = branch === 'HEAD' || branch === '';
    return {
        from: 'the git clone in the working directory',
        source: (0,sources_remote/* sourceOf */.vz)(remote),
        commit,
        ref: isDetached ? '' : `refs/heads/${branch}`,
    };
}
async function git({ execute, environment, signal, log }, ...args) {
    try {
        const env = { ...environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
        const { exitCode, stdout, stderr } = await execute('git', args, { env, signal });
        if (exitCode === 0)
            return stdout.trim();
        log.detail(`git ${args.join(' ')}: ${(0,clean_line/* cleanLine */.O)(stderr)}`);
    }
    catch (error) {
        if (signal.aborted)
            throw signal.reason;
        log.detail(`git could not be run: ${(0,clean_line/* cleanLine */.O)(String(error))}`);
    }
    return '';
}

;// CONCATENATED MODULE: ./build/src/sources/current-commit.js


function pipelineCommit(environment) {
    for (const read of [gitlab, bitbucket, circleci, jenkins]) {
        const { from, source, commit, branch, tag } = read(environment);
        const sha = commit?.toLowerCase() ?? '';
        if (source === undefined || !(0,sources_source/* isFullSha */.Wf)(sha))
            continue;
        return { from, source, commit: sha, ref: current_commit_refOf(branch, tag) };
    }
    return undefined;
}
function current_commit_refOf(branch, tag) {
    if (tag)
        return `refs/tags/${tag}`;
    if (branch?.startsWith('refs/'))
        return branch;
    return branch ? `refs/heads/${branch}` : '';
}
function gitlab(environment) {
    const { CI_PROJECT_PATH, CI_COMMIT_SHA, CI_SERVER_URL, CI_COMMIT_BRANCH, CI_COMMIT_TAG } = environment;
    const { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA, CI_MERGE_REQUEST_SOURCE_BRANCH_NAME } = environment;
    const url = CI_SERVER_URL && !/^https:\/\/gitlab\.com\/?$/i.test(CI_SERVER_URL) ? CI_SERVER_URL : undefined;
    return {
        from: 'GitLab CI',
        source: hosted('gitlab', CI_PROJECT_PATH, url),
        commit: CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || CI_COMMIT_SHA,
        branch: CI_MERGE_REQUEST_SOURCE_BRANCH_NAME || CI_COMMIT_BRANCH,
        tag: CI_COMMIT_TAG,
    };
}
function bitbucket(environment) {
    const { BITBUCKET_REPO_FULL_NAME, BITBUCKET_COMMIT, BITBUCKET_BRANCH, BITBUCKET_TAG } = environment;
    return {
        from: 'Bitbucket Pipelines',
        source: hosted('bitbucket', BITBUCKET_REPO_FULL_NAME),
        commit: BITBUCKET_COMMIT,
        branch: BITBUCKET_BRANCH,
        tag: BITBUCKET_TAG,
    };
}
function circleci(environment) {
    const { CIRCLE_PROJECT_USERNAME, CIRCLE_PROJECT_REPONAME, CIRCLE_REPOSITORY_URL } = environment;
    const { CIRCLE_SHA1, CIRCLE_BRANCH, CIRCLE_TAG } = environment;
    const isNamed = CIRCLE_PROJECT_USERNAME && CIRCLE_PROJECT_REPONAME;
    const name = isNamed ? `${CIRCLE_PROJECT_USERNAME}/${CIRCLE_PROJECT_REPONAME}` : undefined;
    const remote = (0,sources_remote/* parseRemote */.M8)(CIRCLE_REPOSITORY_URL ?? '');
    return {
        from: 'CircleCI',
        source: remote === undefined ? hosted('github', name, 'https://api.github.com') : (0,sources_remote/* sourceOf */.vz)(remote),
        commit: CIRCLE_SHA1,
        branch: /^pull\/\d+(?:\/|$)/.test(CIRCLE_BRANCH ?? '') ? undefined : CIRCLE_BRANCH,
        tag: CIRCLE_TAG,
    };
}
function jenkins(environment) {
    const { GIT_URL, GIT_COMMIT, GIT_BRANCH = '', GIT_LOCAL_BRANCH, TAG_NAME } = environment;
    const { CHANGE_BRANCH, CHANGE_FORK } = environment;
    const remote = (0,sources_remote/* parseRemote */.M8)(GIT_URL ?? '');
    const checkedOut = GIT_LOCAL_BRANCH || GIT_BRANCH.replace(/^refs\/remotes\//, '').replace(/^origin\//, '');
    const branch = CHANGE_BRANCH || (/^(?:detached|HEAD)$/.test(checkedOut) ? undefined : checkedOut);
    return {
        from: 'Jenkins',
        source: remote && (0,sources_remote/* sourceOf */.vz)(remote),
        commit: GIT_COMMIT,
        branch: CHANGE_FORK ? undefined : branch,
        tag: TAG_NAME,
    };
}
function hosted(kind, repository, url) {
    return repository ? { kind, url, repository } : undefined;
}

;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/source-repositories.js



function checkOwner(kind, { owner, name }) {
    if (owner !== undefined || kind.oneRepository)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('owner')} is needed for ${(0,input_names/* inputName */.yu)('repo')} ${JSON.stringify(name)}`, `Write owner/name, or give the user, organization, workspace, project or group at ${kind.title} as ${(0,input_names/* inputName */.yu)('owner')}. Other hosts are chosen by ${(0,input_names/* inputName */.yu)('source')}.`);
}
const namePart = /^(?:~?[A-Za-z0-9_][A-Za-z0-9._-]*|\.[A-Za-z0-9_-][A-Za-z0-9._-]*|\{[0-9a-f-]{36}\})$/;
const isName = (text) => text.split('/').every((part) => namePart.test(part));
function readRepositories(kind, named, owner, url, workflow) {
    const given = named.length > 0 ? named : defaultRepositories(kind, url, workflow);
    if (given.length === 0) {
        const advice = 'Give the source repository (owner/name), or an image with its tag or digest, which needs none: acme/app:1.0.';
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('repo')} is needed: there is no workflow whose own repository it could be`, advice);
    }
    if (kind.oneRepository && given.length > 1) {
        const what = `${(0,input_names/* inputValue */.UV)('source', kind.name)} has one remote (${(0,input_names/* inputName */.yu)('source-url')}), and ${(0,input_names/* inputName */.yu)('repo')} names ${given.length}`;
        throw (0,errors/* usageFailure */.II)(what, 'Use one step for each remote.');
    }
    return given.map((whole) => readRepository(whole, owner ?? workflow?.repository.split('/')[0]));
}
function readRepository(whole, usualOwner) {
    if (!isName(whole))
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('repo')} ${JSON.stringify(whole)} is not the name of a repository`);
    const slash = whole.lastIndexOf('/');
    const owner = slash < 0 ? usualOwner : whole.slice(0, slash);
    if (owner !== undefined && !isName(owner)) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('owner')} ${JSON.stringify(owner)} is not a name that an owner can have`);
    }
    return { owner, name: whole.slice(slash + 1) };
}
function defaultRepositories(kind, url, workflow) {
    if (!kind.oneRepository)
        return workflow ? [workflow.repository] : [];
    const name = url === undefined ? '' : (0,sources_remote/* lastPart */.S_)((0,sources_remote/* repositoryPath */.SH)(url.pathname));
    return name === '' ? [] : [name];
}

;// CONCATENATED MODULE: ./build/src/commands/shared/inputs/source.js










const usualSource = 'github';
function planSource(inputs, { workflow, environment }, found) {
    const given = found === undefined ? readGiven(inputs) : givenBy(found);
    const kind = sources/* sourceKinds */.B.find(({ name }) => name === given.source);
    if (kind === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('source')} ${given.source} is not known`);
    const url = readUrl(kind, given.url, environment);
    const own = kind.name === 'github' && url !== undefined && isServerOf(url, workflow) ? workflow : undefined;
    const { 'source-username': username, 'source-token': token } = inputs;
    checkUsername(kind, username, token);
    return {
        kind,
        url,
        remote: kind.oneRepository ? given.url : undefined,
        username,
        token: token === undefined ? own?.token : checkToken('source-token', token),
        current: found === undefined ? own : currentOf(found),
        repositories: readRepositories(kind, given.repo, inputs.owner, url, workflow),
    };
}
async function findCurrent({ repo, source, 'source-url': url }, context) {
    if (repo.length > 0 || url !== undefined)
        return undefined;
    const found = pipelineCommit(context.environment) ?? (await clonedCommit(context));
    return source === undefined || source === found?.source.kind ? found : undefined;
}
function givenBy({ source }) {
    return { source: source.kind, url: source.url, repo: [source.repository] };
}
function currentOf({ source, commit, ref }) {
    return {
        repository: source.repository,
        commit: () => commit,
        ref,
        refName: ref.replace(/^refs\/(?:heads|tags)\//, ''),
    };
}
function readGiven(inputs) {
    const { source, repo, 'source-url': url } = inputs;
    const [only] = repo;
    if (repo.length !== 1 || only === undefined || url !== undefined || !(0,sources_remote/* isRemote */.Vx)(only)) {
        return { source: source ?? usualSource, url, repo };
    }
    const remote = (0,sources_remote/* parseRemote */.M8)(only);
    const known = remote && (0,sources_remote/* sourceOf */.vz)(remote);
    if (source === 'git' || (known?.kind === 'git' && source === undefined))
        return { source: 'git', url: only, repo: [] };
    if (known !== undefined && (source ?? known.kind) === known.kind) {
        return { source: known.kind, url: known.url, repo: [known.repository] };
    }
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('repo')} is the address of a repository, and ${(0,input_names/* inputValue */.UV)('source', source ?? usualSource)} does not know its host`, `Write owner/name, and the server as ${(0,input_names/* inputName */.yu)('source-url')}; for any git remote, ${(0,input_names/* inputValue */.UV)('source', 'git')}.`);
}
function checkReachable({ kind, url, repositories }) {
    if (kind.url.needed && url === undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('source-url')} is needed for ${(0,input_names/* inputValue */.UV)('source', kind.name)}`, `Give ${kind.url.words}.`);
    }
    for (const repository of repositories)
        checkOwner(kind, repository);
}
function checkToken(name, token) {
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(name)} has characters that no token has`, 'Store the secret again: it may have a blank or a quote too many.');
}
function readUrl(kind, given, environment) {
    if (given === undefined)
        return kind.name === 'github' ? readApiUrl((0,lib_workflow/* githubApiUrl */.B)(environment)) : undefined;
    const shown = `${(0,input_names/* inputName */.yu)('source-url')} ${JSON.stringify(given)}`;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    const scpLike = kind.oneRepository && (0,sources_remote/* isRemote */.Vx)(given) ? (0,sources_remote/* parseRemote */.M8)(given)?.url : undefined;
    const read = url !== undefined && kind.url.protocols.includes(url.protocol) ? url : scpLike;
    if (read === undefined) {
        const schemes = kind.url.protocols.map((scheme) => `${scheme}//`).join(', ');
        throw (0,errors/* usageFailure */.II)(`${shown} is not a URL that ${(0,input_names/* inputValue */.UV)('source', kind.name)} can use`, `It begins with one of ${schemes}.`);
    }
    checkUrl(kind, read, shown);
    return read;
}
function checkUrl(kind, url, shown) {
    if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
        const advice = `Give them as ${(0,input_names/* inputName */.yu)('source-username')} and ${(0,input_names/* inputName */.yu)('source-token')}: a URL is shown in logs.`;
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('source-url')} has credentials in it`, advice);
    }
    const noHost = url.hostname === '' && url.protocol !== 'file:';
    if (noHost || url.hostname.startsWith('-') || url.username.startsWith('-')) {
        throw (0,errors/* usageFailure */.II)(`${shown} has no host that can be used`);
    }
    if (!kind.oneRepository && (url.search !== '' || url.hash !== '')) {
        throw (0,errors/* usageFailure */.II)(`${shown} has a query or a fragment`, 'Give the server’s address alone.');
    }
}
function readApiUrl(apiUrl) {
    if (URL.canParse(apiUrl) && sources_source/* webProtocols */.Qq.includes(new URL(apiUrl).protocol))
        return new URL(apiUrl);
    throw (0,errors/* usageFailure */.II)(`GITHUB_API_URL is ${JSON.stringify(apiUrl)}, which is not an address`);
}
function checkUsername(kind, username, token) {
    if (username === undefined)
        return;
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('source-username')} is given, and ${(0,input_names/* inputName */.yu)('source-token')} is not`);
    (0,types/* checkUserName */.th)(username, (0,input_names/* inputName */.yu)('source-username'));
    if (kind.usernames)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('source-username')} has no use for ${(0,input_names/* inputValue */.UV)('source', kind.name)}`, `Give ${(0,input_names/* inputName */.yu)('source-token')} alone.`);
}
function isServerOf(url, workflow) {
    return workflow !== undefined && url.href.replace(/\/+$/, '') === workflow.apiUrl.replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./build/src/builders/placeholders.js
var builders_placeholders = __webpack_require__(1854);
;// CONCATENATED MODULE: ./build/src/builders/build-inputs.js



const most = 25;
function parseBuildInputs(text) {
    const inputs = text.trimStart().startsWith('{') && isJson(text) ? fromJson(text) : fromLines(text);
    const names = inputs.map(([name]) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-inputs')} has ${JSON.stringify(twice)} twice`);
    if (inputs.length > most)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-inputs')} has ${inputs.length} entries; ${most} are the most that a workflow takes`);
    for (const [name, value] of inputs)
        (0,builders_placeholders/* checkPlaceholders */.nV)(value, `${(0,input_names/* inputName */.yu)('build-inputs')} ${JSON.stringify(name)}`);
    return inputs;
}
function isJson(text) {
    return text.trimEnd().endsWith('}') && !/^\s*\{[a-z-]+\}\s*=/.test(text);
}
function fromJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (error) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-inputs')} is not JSON: ${error.message}`, 'Write a JSON object, or lines of key=value.');
    }
    return Object.entries(value).map(([name, one]) => {
        if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
            return [name, String(one)];
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-inputs')} has ${JSON.stringify(name)} with a value that is neither text, number nor boolean`);
    });
}
function fromLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => {
        const [, name, value] = /^([A-Za-z_][A-Za-z0-9_-]*)\s*=\s*(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined)
            return [name, value];
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-inputs')} has the line ${JSON.stringify(line)}`, 'Write key=value on each line, or one JSON object.');
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/lib/timers.js
var timers = __webpack_require__(6167);
;// CONCATENATED MODULE: ./build/src/builders/command-line.js


function splitCommandLine(line) {
    const words = [];
    let word;
    let quote = '';
    for (let at = 0; at < line.length; at += 1) {
        const character = line.charAt(at);
        if (character === '\\' && quote !== "'") {
            at += 1;
            if (at === line.length)
                throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-command')} ends in a backslash`);
            word = (word ?? '') + line.charAt(at);
        }
        else if (quote !== '') {
            if (character === quote)
                quote = '';
            else
                word = (word ?? '') + character;
        }
        else if (character === '"' || character === "'") {
            quote = character;
            word ??= '';
        }
        else if (/\s/.test(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else {
            word = (word ?? '') + character;
        }
    }
    if (quote !== '')
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-command')} has a ${quote} that is not closed`);
    if (word !== undefined)
        words.push(word);
    const [program, ...rest] = words;
    if (!program)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-command')} has no program`);
    return [program, ...rest];
}

;// CONCATENATED MODULE: ./build/src/builders/command.js








const lastLines = 5;
function parseBuildCommand(line) {
    const words = splitCommandLine(line);
    for (const word of words)
        (0,builders_placeholders/* checkPlaceholders */.nV)(word, (0,input_names/* inputName */.yu)('build-command'));
    const [program] = words;
    if ((0,builders_placeholders/* fillsIn */.oS)(program)) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-command')} has a placeholder in its program ${JSON.stringify(program)}`, 'Placeholders are filled in in arguments only.');
    }
    return words;
}
function commandBuilder([program, ...args], settings, platform = process.platform) {
    return {
        async build(order) {
            if (platform === 'win32')
                checkForWindows(args, order);
            const buildId = (0,external_node_crypto_.randomUUID)();
            const filled = args.map((word) => (0,builders_placeholders/* fillPlaceholders */.Ct)(word, order, buildId));
            const group = settings.group(`${order.image}: ${program}`);
            const output = [];
            const forget = settings.onStop(async () => `the program ${program} was running: it is left to itself`);
            const limit = withTimeout(settings, program);
            const { exitCode } = await settings
                .execute(program, filled, {
                env: settings.environment,
                signal: limit.signal,
                onLine(text) {
                    group.line(text);
                    output.push(text);
                    if (output.length > lastLines)
                        output.shift();
                },
            })
                .catch((error) => {
                if (error instanceof errors/* Failure */.HR)
                    throw error;
                throw new errors/* Failure */.HR('unsupported', {
                    operation: `${(0,input_names/* inputName */.yu)('build-command')} ${program}`,
                    reason: `it could not be run: ${(0,clean_line/* cleanLine */.O)(String(error))}`,
                    advice: 'Install it on this machine, or give its whole path.',
                });
            })
                .finally(() => {
                limit.callOff();
                group.end();
                if (!settings.signal.aborted)
                    forget();
            });
            if (exitCode === 0)
                return { conclusion: 'success', failures: [] };
            const last = output.map((text) => `“${(0,clean_line/* cleanLine */.O)(text)}”`).join(', ');
            const shown = last === '' ? '' : ` (last output: ${last})`;
            return { conclusion: 'failure', failures: [`${program} exited with code ${exitCode}${shown}`] };
        },
    };
}
function checkForWindows(args, { ref }) {
    if (!/[%"&|<>^!]/.test(ref) || !args.some((word) => word.includes('{ref}')))
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-command')} takes the ref ${JSON.stringify(ref)}, in which Windows’ command interpreter would read more than a name`, 'Use {commit} or {tag} instead of {ref}, or another runner.');
}
function withTimeout({ signal, timeout }, program) {
    const limit = new AbortController();
    const failure = new errors/* Failure */.HR('timeout', {
        operation: `${(0,input_names/* inputName */.yu)('build-command')} ${program}`,
        reason: `not finished after ${(0,duration/* formatDuration */.a3)(timeout)}`,
        advice: `Raise ${(0,input_names/* inputName */.yu)('build-timeout')}.`,
    });
    const callOff = (0,timers/* after */.P)(timeout, () => limit.abort(failure));
    return { signal: AbortSignal.any([signal, limit.signal]), callOff };
}

// EXTERNAL MODULE: ./build/src/sources/bitbucket.js
var sources_bitbucket = __webpack_require__(1877);
// EXTERNAL MODULE: ./build/src/sources/ref.js
var sources_ref = __webpack_require__(9601);
;// CONCATENATED MODULE: ./build/src/commands/check/build.js









const kinds = ['build-workflow', 'build-pipeline', 'build-command'];
const users = {
    'build-repository': ['build-workflow'],
    'build-ref': ['build-workflow'],
    'build-inputs': ['build-workflow', 'build-pipeline'],
    'build-token': ['build-workflow', 'build-pipeline'],
};
function builderOf(inputs) {
    const [kind, second] = kinds.filter((name) => inputs[name] !== undefined);
    if (kind !== undefined && second !== undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(kind)} and ${(0,input_names/* inputName */.yu)(second)} are both given`, 'Give one way to build.');
    for (const [name, builders] of Object.entries(users)) {
        if (inputs[name] === undefined || (kind !== undefined && builders.includes(kind)))
            continue;
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(name)} is given, and there is no ${builders.map(input_names/* inputName */.yu).join(' or ')} to use it`);
    }
    return kind;
}
function planBuild(inputs, source, context) {
    const kind = builderOf(inputs);
    const variables = parseBuildInputs(inputs['build-inputs'] ?? '');
    if (kind === 'build-workflow')
        return planWorkflow(inputs, source, context, variables);
    if (kind === 'build-pipeline')
        return planPipeline(inputs, source, variables);
    if (inputs['build-command'] === undefined)
        return undefined;
    const words = parseBuildCommand(inputs['build-command']);
    return { token: undefined, create: async (settings) => commandBuilder(words, settings) };
}
function planWorkflow(inputs, source, { workflow: own, environment }, variables) {
    const ofSource = source.kind.name === 'github';
    const base = (ofSource ? source.url?.href : undefined) ?? (0,lib_workflow/* githubApiUrl */.B)(environment);
    const token = readToken(inputs) ?? (ofSource ? source.token : own?.token);
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-token')} is needed for ${(0,input_names/* inputName */.yu)('build-workflow')}`, 'Give a token with actions: write on the build repository.');
    const workflow = readWorkflowName(inputs['build-workflow'] ?? '');
    const repository = build_readRepository(inputs['build-repository'] ?? own?.repository);
    const given = inputs['build-ref'] === undefined ? undefined : readBuildRef(inputs['build-ref']);
    return {
        token,
        create: async (settings) => {
            const { workflowBuilder } = await __webpack_require__.e(/* import() */ 640).then(__webpack_require__.bind(__webpack_require__, 6259));
            return workflowBuilder({
                base,
                token,
                repository,
                workflow,
                inputs: variables,
                ref: ({ sourceRepository, ref, refKind, mergedInto }) => {
                    const same = ofSource && sourceRepository.toLowerCase() === repository.toLowerCase();
                    const own = refKind === undefined ? mergedInto : ref;
                    return given ?? (same ? own : undefined);
                },
            }, settings);
        },
    };
}
function readToken(inputs) {
    const given = inputs['build-token'];
    return given === undefined ? undefined : checkToken('build-token', given);
}
function readWorkflowName(text) {
    const name = text.replace(/^(?:\.\/)?\.github\/workflows\//, '');
    if (/^(?:\d+|[A-Za-z0-9_][A-Za-z0-9._ -]*\.ya?ml)$/.test(name))
        return name;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-workflow')} ${JSON.stringify(text)} is not a workflow’s file`, 'Write its file name, for example build.yml, or its number.');
}
function build_readRepository(text) {
    if (text === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-repository')} is needed: there is no workflow whose own repository it could be`);
    if (/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(text) && !/\/\.{1,2}$/.test(text))
        return text;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-repository')} ${JSON.stringify(text)} is not owner/name`);
}
function readBuildRef(text) {
    const ref = (0,sources_ref/* parseRef */.rd)(text, (0,input_names/* inputName */.yu)('build-ref'));
    if (ref.kind !== 'commit')
        return ref.name;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-ref')} is a commit`, `GitHub dispatches at a branch or a tag; give the commit in ${(0,input_names/* inputValue */.UV)('build-inputs', 'commit={commit}')}.`);
}
function planPipeline(inputs, source, variables) {
    if (source.kind.name !== 'bitbucket')
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-pipeline')} builds on Bitbucket, and ${(0,input_names/* inputName */.yu)('source')} is ${source.kind.name}`);
    for (const repository of source.repositories)
        checkOwner(source.kind, repository);
    const token = readToken(inputs) ?? source.token;
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-token')} is needed for ${(0,input_names/* inputName */.yu)('build-pipeline')}`, `Give a token with pipeline:write, here or as ${(0,input_names/* inputName */.yu)('source-token')}.`);
    const custom = inputs['build-pipeline'] === 'default' ? undefined : inputs['build-pipeline'];
    if (custom === undefined && variables.length > 0) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('build-inputs')} is given, and only a custom pipeline takes variables`, `Give the name of a custom pipeline as ${(0,input_names/* inputName */.yu)('build-pipeline')}.`);
    }
    const base = (0,sources_bitbucket/* bitbucketApi */.g)(source.url);
    return {
        token,
        create: async (settings) => {
            const { pipelineBuilder } = await __webpack_require__.e(/* import() */ 263).then(__webpack_require__.bind(__webpack_require__, 8263));
            return pipelineBuilder({
                base,
                username: inputs['build-token'] === undefined ? source.username : undefined,
                token,
                custom,
                variables,
            }, settings);
        },
    };
}

// EXTERNAL MODULE: ./build/src/registries/drivers/index.js + 6 modules
var drivers = __webpack_require__(2204);
;// CONCATENATED MODULE: ./build/src/commands/check/image.js




function usualImage(inputs, { owner, name }) {
    const registry = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    const { emptyNamespace } = (0,drivers/* kindOf */.I)(registry);
    const namespace = inputs.namespace ?? (emptyNamespace === 'owner' ? owner?.toLowerCase() : undefined);
    if (namespace === undefined && emptyNamespace !== 'none') {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('namespace')} is needed for images in ${registry.host}`, `Give the user or organization that the image is pushed to as ${(0,input_names/* inputName */.yu)('namespace')}, or the whole name as ${(0,input_names/* inputName */.yu)('image')}.`);
    }
    return (0,images_name/* repositoryName */.aR)(registry, namespace === undefined ? name.toLowerCase() : `${namespace}/${name.toLowerCase()}`);
}

;// CONCATENATED MODULE: ./build/src/commands/check/origin.js



function readOrigins(given, source, needed) {
    return source.repositories.map(({ owner, name }) => {
        const repository = owner === undefined ? name : `${owner}/${name}`;
        const isOwn = source.current?.repository.toLowerCase() === repository.toLowerCase();
        return { name, repository, ...readRef(given, isOwn ? source.current : undefined, repository, needed) };
    });
}
function readRef(given, own, repository, needed) {
    if (own !== undefined && (given === undefined || (given === own.ref && given.startsWith('refs/pull/')))) {
        const sha = own.commit();
        return { ref: { kind: 'commit', sha }, refName: own.refName || sha, ...placeOf(own) };
    }
    if (given === undefined) {
        if (!needed)
            return { ref: undefined, refName: '' };
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('ref')} is needed: the workflow’s commit is not one of ${repository}`, 'Give a branch, a tag or a commit SHA of that repository.');
    }
    const ref = (0,sources_ref/* parseRef */.rd)(given);
    return { ref, refName: (0,sources_ref/* refName */.P7)(ref) };
}
function placeOf({ ref, refName, mergedInto }) {
    if (mergedInto !== undefined) {
        const branch = mergedInto();
        return branch === undefined ? {} : { mergedInto: branch };
    }
    if (ref === `refs/heads/${refName}`)
        return { refKind: 'branch' };
    return ref === `refs/tags/${refName}` ? { refKind: 'tag' } : {};
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/src/commands/check/signatures/files.js




const mostBytes = 1024 * 1024;
const pem = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;
async function readKeyTexts(given) {
    const blocks = given.match(pem) ?? [];
    const files = (0,types/* splitList */.ry)(given.replace(pem, ','));
    if (files.some((file) => file.includes('-----')))
        return [given];
    const inFiles = await Promise.all(files.map((file) => readSmallFile(file, (0,input_names/* inputName */.yu)('signature-key'))));
    return [...blocks, ...inFiles.map((bytes) => bytes.toString('utf8'))];
}
async function readSmallFile(path, input) {
    const bytes = await readBeginning(path).catch((fault) => {
        throw unreadable(input, path, fault.message);
    });
    if (bytes.length > mostBytes)
        throw unreadable(input, path, `it has more than ${mostBytes} bytes`);
    return bytes;
}
async function readBeginning(path) {
    const chunks = [];
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { end: mostBytes }))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
function unreadable(input, path, why) {
    return (0,errors/* usageFailure */.II)(`${input}: ${JSON.stringify(path)} cannot be read: ${why}`, 'Give the path of a file.');
}

;// CONCATENATED MODULE: ./build/src/commands/check/signatures/plan.js



async function planSignatures(inputs) {
    const { 'signature-key': key, 'signature-identity': identities, 'signature-issuer': issuer, provenance } = inputs;
    const { 'provenance-workflow': workflow, 'trusted-root': root } = inputs;
    if (identities.length > 0 && issuer === undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('signature-identity')} is given, and ${(0,input_names/* inputName */.yu)('signature-issuer')} is not`, `An identity counts only with who vouches for it: ${(0,input_names/* inputValue */.UV)('signature-issuer', 'https://token.actions.githubusercontent.com')} for GitHub Actions.`);
    }
    if (issuer !== undefined && identities.length === 0 && !provenance) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('signature-issuer')} is given, and neither ${(0,input_names/* inputName */.yu)('signature-identity')} nor ${(0,input_names/* inputName */.yu)('provenance')}`, 'Give the identity that must have signed.');
    }
    if (workflow !== undefined && !provenance) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('provenance-workflow')} is given, and ${(0,input_names/* inputName */.yu)('provenance')} is not`, `Give ${(0,input_names/* inputValue */.UV)('provenance', 'true')} too.`);
    }
    const isRequired = key !== undefined || identities.length > 0 || provenance;
    if (root !== undefined && !isRequired) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('trusted-root')} is given, and no signature is required`, `Give ${(0,input_names/* inputName */.yu)('signature-key')}, ${(0,input_names/* inputName */.yu)('signature-identity')} or ${(0,input_names/* inputName */.yu)('provenance')}.`);
    }
    if (!isRequired)
        return undefined;
    return {
        keys: key === undefined ? [] : await readKeyTexts(key),
        identities,
        issuer,
        provenance,
        workflow,
        trustedRoot: root === undefined ? undefined : await readRoot(root),
    };
}
async function readRoot(path) {
    return { path, text: (await readSmallFile(path, (0,input_names/* inputName */.yu)('trusted-root'))).toString('utf8') };
}

;// CONCATENATED MODULE: ./build/src/commands/check/request.js











async function readCheckRequest(inputs, context) {
    checkTimes(inputs);
    const template = parseTagTemplate(inputs.tag);
    const platforms = inputs.platforms.map(images_platform/* parsePlatform */.Y8);
    const entries = await readEntries(inputs.image, inputs, context.workflow);
    const builder = builderOf(inputs);
    const tagged = inputs.image.length === 0 || entries.some((entry) => entry.kind === 'image' && !isFullReference(entry));
    const isCompared = inputs['verify-revision'] || inputs.provenance;
    const needsCommit = (tagged && hasPlaceholder(template)) || isCompared || builder !== undefined;
    if (builder !== undefined)
        refuseBuild(builder, entries);
    if (!tagged && !needsCommit)
        refuseUnused(inputs);
    const isNeeded = needsCommit || inputs.image.length === 0;
    const source = tagged || isNeeded ? await findSource(inputs, isNeeded, context) : undefined;
    const origins = source === undefined ? [] : readOrigins(inputs.ref, source, needsCommit);
    const isAsked = inputs.provenance || origins.some(({ ref }) => ref?.kind !== 'commit');
    if (source !== undefined && needsCommit && isAsked)
        checkReachable(source);
    const all = inputs.image.length === 0 ? usualEntries(inputs, source, origins) : withOrigin(entries, origins, isCompared);
    if (inputs['prune-keep'] !== undefined)
        checkPruning(all);
    const build = source && planBuild(inputs, source, context);
    const signatures = await planSignatures(inputs);
    return { entries: all, template, platforms, source, needsCommit, build, signatures };
}
async function findSource(inputs, needed, context) {
    const { workflow } = context;
    const isKnown = inputs.repo.length > 0 || (workflow !== undefined && inputs.ref === undefined);
    if (!needed && !isKnown)
        return undefined;
    const found = workflow === undefined && needed ? await findCommit(inputs, context) : undefined;
    const isGiven = inputs.repo.length > 0 || inputs['source-url'] !== undefined;
    if (inputs.provenance && !isGiven && workflow === undefined && found === undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('provenance')} is given, and no source repository`, `Give the source repository and the commit that the image must be built from: ${(0,input_names/* inputName */.yu)('repo')} and ${(0,input_names/* inputName */.yu)('ref')}.`);
    }
    return planSource(inputs, context, found);
}
async function findCommit(inputs, context) {
    const found = inputs.ref === undefined ? await findCurrent(inputs, context) : undefined;
    if (found === undefined)
        return undefined;
    context.log.notice(`${(0,input_names/* inputName */.yu)('repo')} and ${(0,input_names/* inputName */.yu)('ref')} are those of ${found.from}: ${found.source.repository}, commit ${found.commit}`);
    return found;
}
function usualEntries(inputs, source, origins) {
    return origins.map((origin, at) => {
        const repository = source?.repositories[at] ?? { owner: undefined, name: origin.name };
        const image = usualImage(inputs, repository);
        const lost = image.path === repository.name.toLowerCase() ? repository.owner : undefined;
        return { kind: 'image', image, origin, where: [], ...(lost === undefined ? {} : { lostNamespace: lost }) };
    });
}
function withOrigin(entries, origins, isCompared) {
    const [origin, second] = origins;
    if (second !== undefined) {
        const what = `${(0,input_names/* inputName */.yu)('image')} names the images, and ${(0,input_names/* inputName */.yu)('repo')} names ${origins.length} repositories`;
        throw (0,errors/* usageFailure */.II)(what, `Leave ${(0,input_names/* inputName */.yu)('image')} empty, or use one step for each repository.`);
    }
    if (origin === undefined)
        return entries;
    return entries.map((entry) => {
        const depends = entry.kind === 'image' && (isCompared || !isFullReference(entry));
        return depends ? { ...entry, origin } : entry;
    });
}
function refuseBuild(builder, entries) {
    const whole = entries.find((entry) => entry.kind === 'unclear' || isFullReference(entry));
    if (whole === undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(builder)} is given, and ${nameOf(whole)} names no commit that could be built`, 'A build makes images whose tag comes from a commit: use a step of its own for the others.');
}
function refuseUnused(inputs) {
    const unused = [
        inputs.repo.length > 0 ? 'repo' : undefined,
        inputs.ref === undefined ? undefined : 'ref',
        inputs.tag === usualTag ? undefined : 'tag',
    ].find((name) => name !== undefined);
    if (unused === undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(unused)} is given, and every image has a tag or a digest of its own`, `Leave ${(0,input_names/* inputName */.yu)(unused)} empty, or give the image without its tag.`);
}
function checkPruning(entries) {
    const images = entries.flatMap((entry) => (entry.kind === 'image' ? [entry.image] : []));
    if (entries.some(({ where }) => where.length > 0)) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('prune-keep')} is given, and ${(0,input_names/* inputName */.yu)('image')} names a file`, 'Name the repositories to prune themselves.');
    }
    if (new Set(images.map(({ registry }) => registry.host)).size < 2)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('prune-keep')} is given, and the images are in several registries`, 'Use one step for each registry.');
}
function checkTimes({ wait, timeout }) {
    if (timeout === undefined || timeout > wait)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('timeout')} is not longer than ${(0,input_names/* inputName */.yu)('wait')}`, `${(0,input_names/* inputName */.yu)('timeout')} is the time for all of it: give more, or leave it empty.`);
}

;// CONCATENATED MODULE: ./build/src/commands/check/words.js





function arrangeWords(words) {
    const [first, second] = words;
    if (first === undefined)
        return [];
    if (!namesImage(first))
        return asRepository(words, first, second);
    const other = words.find((word) => !namesImage(word));
    if (other === undefined)
        return words.map((text) => ({ input: 'image', text }));
    throw (0,errors/* usageFailure */.II)(`${JSON.stringify(first)} is an image or a file, and ${JSON.stringify(other)} is neither`, `Give images with a tag or a digest, files and folders; or a source repository with its ref: image-gate check REPO REF. A repository of images goes by --image.`);
}
function asRepository(words, repo, ref) {
    const image = words.slice(1).find((word) => isReference(word));
    if (image !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(repo)} is a source repository, and ${JSON.stringify(image)} an image`, `Give the tag of each image: ${repo}:TAG ${image}.`);
    }
    const extra = words[2];
    if (extra !== undefined) {
        throw (0,errors/* usageFailure */.II)(`unexpected argument ${JSON.stringify(extra)}`, 'Write image-gate check REPO REF; several repositories go between commas.');
    }
    return [{ input: 'repo', text: repo }, ...(ref === undefined ? [] : [{ input: 'ref', text: ref }])];
}
function namesImage(words) {
    const parts = (0,types/* splitList */.ry)(words);
    const images = parts.filter(isImage);
    if (images.length === 0 || images.length === parts.length)
        return images.length > 0;
    throw (0,errors/* usageFailure */.II)(`${JSON.stringify(words)} has images and source repositories in it`, 'Give images with a tag or a digest, files and folders; or source repositories: image-gate check REPO,REPO REF.');
}
function isImage(word) {
    if ((0,sources_remote/* isRemote */.Vx)(word))
        return false;
    if (isReference(word) || (0,images_name/* registryIn */.hY)(word) !== undefined || isPath(word))
        return true;
    if (!(0,external_node_fs_.existsSync)(word))
        return false;
    if (!(0,images_name/* isRepositoryPath */.og)(word.toLowerCase()) || /^(?:dockerfile|containerfile)/i.test(word))
        return true;
    throw (0,errors/* usageFailure */.II)(`${JSON.stringify(word)} may be a source repository, and is a file or folder here`, `Write ./${word} for the file or folder, and --repo ${word} for the repository.`);
}
function isReference(word) {
    return !(0,sources_remote/* isRemote */.Vx)(word) && /[@:]/.test(word.slice(word.lastIndexOf('/') + 1));
}
function isPath(word) {
    return /^\.{0,2}[\\/]|^\.{1,2}$|[\\/]$|\.(?:ya?ml|json|txt)$/i.test(word);
}

;// CONCATENATED MODULE: ./build/src/commands/check/index.js













const usualTime = 2 * 60_000;
const mostPruneTime = 30 * 60_000;
const check = {
    name: 'check',
    summary: 'Check that the container image for a commit exists: resolve the ref, query the registry, and on request wait for the image.',
    inputs: checkInputs,
    positional: ['image', 'repo', 'ref'],
    words: { usage: ['IMAGE|FILE…', 'REPO [REF]'], arrange: arrangeWords },
    examples: [
        'nginx:1.27 k8s/ --platforms linux/amd64,linux/arm64',
        'acme/api main --registry registry.example.com --wait 15m',
        'api develop --source bitbucket --owner acme --namespace acme --format dotenv > image.env',
    ],
    groups: checkGroups,
    names: { help: 'the images that are ready, by digest' },
    outputs: {
        ready: '`true` if all images are ready, else `false`. Not set on an error.',
        status: '`ready` or `not-ready`.',
        image: 'The image with its tag: `loyaltolpi/saas-apigateway:660cbcf`. This output and those up to `build-conclusion` are set only for a single image.',
        tag: 'The tag.',
        digest: 'The digest of the manifest or index, if the image exists.',
        pinned: 'The image with its digest, `name@sha256:…`: deploy this. Set only if the image is ready.',
        commit: 'The full SHA of the commit.',
        verified: '`true` if all required signatures were verified, else `false`. Set only if some are required and were looked for.',
        signer: 'Who signed, as a JSON object: `requirement` (`key`, `identity`, `provenance`), `identity`, `issuer`, `key` (fingerprint), `workflow`, `repository`, `commit`, `runner`, `predicateType`, `statedBy`, `place` (where the signature was found), `signedAt`. Set only if the image is verified; where several signatures are required, `results` has them all.',
        'build-url': 'The page of the run or pipeline that was started or joined.',
        'build-conclusion': 'The conclusion of the build: `success`, or another word of the host. Empty without a build.',
        results: 'A JSON array with one object for each `repo`, in order: `repository`, `reference`, `commit`, `image`, `tag`, `ready`, `status`, `digest`, `pinned`, `complete`, `verified`, `signers`, `pushed` or `created` (with `min-age`: the date that counts), `readyAt` (of an image that is too young), `reason`, `buildUrl`, `buildConclusion`.',
    },
    destructive: (inputs) => inputs['prune-keep'] === undefined
        ? undefined
        : `Prune the repositories of images that are ready to ${inputs['prune-keep']} images?`,
    timeout: (inputs) => inputs.timeout ?? inputs.wait + buildTime(inputs) + pruneTime(inputs) + usualTime,
    run: runCheck,
    report: reportCheck,
};
function buildTime(inputs) {
    const builds = inputs['build-workflow'] ?? inputs['build-pipeline'] ?? inputs['build-command'];
    return builds === undefined ? 0 : inputs['build-timeout'];
}
function pruneTime(inputs) {
    return inputs['prune-keep'] === undefined ? 0 : mostPruneTime;
}
async function runCheck(inputs, context) {
    const outcomes = await lookAndBuild(inputs, context);
    const failIfNotReady = inputs['fail-if-not-ready'];
    if (inputs['prune-keep'] === undefined)
        return { outcomes, failIfNotReady };
    const { pruneAfter } = await Promise.all(/* import() */[__webpack_require__.e(311), __webpack_require__.e(452)]).then(__webpack_require__.bind(__webpack_require__, 1452));
    const pruned = await pruneAfter(outcomes, inputs['prune-keep'], inputs, context);
    return { outcomes, failIfNotReady, ...(pruned && { pruned }) };
}
async function lookAndBuild(inputs, context) {
    const request = await readCheckRequest(inputs, context);
    const verification = await loadVerification(request, context);
    const builder = await request.build?.create(builderSettings(inputs, context));
    if (request.build?.token !== undefined)
        hideToken(request.build.token, request.source?.username, context);
    const connect = (0,registry/* createConnections */.Ew)(inputs, context);
    await (0,registry/* refuseCredentials */.X7)(request.entries.flatMap((entry) => (entry.kind === 'image' ? [entry.image.registry] : [])), connect);
    const minAge = inputs['min-age'];
    const dateOf = (0,image_dates/* createDates */.y$)({ connect, platform: request.platforms[0], now: context.now });
    const job = {
        request,
        inputs,
        commitOf: createCommits(createSource(request, context), context),
        connect: createRepositories(connect),
        verification,
        ageOf: minAge === undefined ? undefined : (0,min_age/* createMinAge */.g)(minAge, dateOf, context),
        context,
        firstWait: builder === undefined ? inputs.wait : 0,
    };
    const found = await Promise.all(request.entries.map((one) => settle(one, context, () => checkOne(one, job))));
    if (builder === undefined)
        return found;
    return Promise.all(found.map((outcome) => {
        if (outcome.kind === 'failed' || outcome.ready)
            return outcome;
        return settle(outcome.target, context, () => buildOne(outcome, builder, job));
    }));
}
async function loadVerification({ signatures, source }, context) {
    if (signatures === undefined)
        return undefined;
    const { createVerification } = await Promise.all(/* import() */[__webpack_require__.e(168), __webpack_require__.e(834)]).then(__webpack_require__.bind(__webpack_require__, 8834));
    return createVerification(signatures, source, context);
}
function createRepositories(connect) {
    const opened = new Map();
    return async (image) => {
        const { registry } = await connect(image.registry);
        const name = (0,images_name/* formatImage */.vy)({ registry: image.registry, path: image.path });
        const unavailable = async (reference) => (await (await registry.open(image)).driver.find?.(reference))?.unavailable;
        const isExplained = registry.kind().capabilities.archives === true;
        const repository = opened.get(name) ?? memoized({ ...registry.repository(image), ...(isExplained && { unavailable }) });
        opened.set(name, repository);
        return repository;
    };
}
function createSource({ source, needsCommit }, context) {
    if (source === undefined)
        return undefined;
    const { kind, url, remote, username, token } = source;
    if (token !== undefined)
        hideToken(token, username, context);
    return needsCommit ? kind.create({ ...context, url, remote, username, token }) : undefined;
}
function builderSettings(inputs, context) {
    const { log, progress } = context;
    return {
        ...context,
        timeout: inputs['build-timeout'],
        info: log.info,
        detail: log.detail,
        warn: log.warn,
        group: log.group,
        progress: progress.update,
    };
}
function hideToken(token, username, { log }) {
    log.secret(token);
    log.secret((0,headers/* basicHeader */.mk)(username ?? 'x-access-token', token).replace('Basic ', ''));
}


/***/ }),

/***/ 2846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ describeMatch),
/* harmony export */   A3: () => (/* binding */ reasonOf),
/* harmony export */   Re: () => (/* binding */ signersOf),
/* harmony export */   w: () => (/* binding */ wordsOfReady)
/* harmony export */ });
/* unused harmony export describeSigner */
const mostNamed = 5;
function reasonOf(missing, rejections, policy) {
    const lacking = missing.map((requirement) => wordsOf(requirement, policy)).join(' and ');
    if (rejections.length === 0)
        return `it has no ${lacking}: no signature was found`;
    const named = rejections.slice(0, mostNamed).map(describeRejection);
    const more = rejections.length - named.length;
    return `it has no ${lacking}: ${[...named, ...(more === 0 ? [] : [`${more} more`])].join('; ')}`;
}
function wordsOf(requirement, { identities, provenance }) {
    if (requirement === 'key')
        return 'signature by the required key';
    if (requirement === 'identity')
        return `signature by ${identities.map(({ identity }) => identity).join(' or ')} (${identities[0]?.issuer ?? ''})`;
    return `signed provenance of ${provenance?.repository ?? ''} at commit ${provenance?.commit.slice(0, 12) ?? ''}`;
}
function describeRejection({ place, signer, reason }) {
    return signer === undefined ? `${place}: ${reason}` : `${place}, signed by ${describeSigner(signer)}: ${reason}`;
}
function describeSigner({ identity, issuer, key }) {
    if (identity === undefined)
        return key === undefined ? 'an unknown key' : `the key ${key}`;
    return issuer === undefined ? identity : `${identity} (${issuer})`;
}
function signersOf(signers) {
    return [...new Set(signers.map(describeSigner))];
}
function describeMatch(match) {
    const { requirement, repository, commit, signedAt } = match;
    const source = requirement === 'provenance' && repository !== undefined
        ? `, which states ${repository} at commit ${commit?.slice(0, 12) ?? 'unknown'}`
        : '';
    return `${describeSigner(match)}${source}${signedAt === undefined ? '' : `, ${signedAt}`}`;
}
function wordsOfReady({ verified, complete, }) {
    const words = ['ready', ...(verified ? ['verified'] : []), ...(complete ? ['complete'] : [])];
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}


/***/ }),

/***/ 6067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J1: () => (/* binding */ journalName),
/* harmony export */   KC: () => (/* binding */ journalNote),
/* harmony export */   PV: () => (/* binding */ journalWords),
/* harmony export */   Uj: () => (/* binding */ refuseExisting),
/* harmony export */   s9: () => (/* binding */ createJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8442);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8640);
/* harmony import */ var _reports_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(364);
/* harmony import */ var _retention_journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5879);







function journalName(now) {
    return `image-gate-journal-${now.toISOString().replaceAll(/[-:.]/g, '')}.jsonl`;
}
async function refuseExisting(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, () => false);
    if (found)
        throw exists(path);
}
async function createJournal(path, registry, created) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'wx', 0o600).catch((error) => {
        throw error.code === 'EEXIST' ? exists(path) : unwritable(path, error);
    });
    let manifests = 0;
    let bytes = 0;
    let sealed = false;
    let last = Promise.resolve();
    const write = (text) => {
        bytes += text.length;
        if (bytes > _retention_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .longestJournal */ .c5)
            return Promise.reject(tooLong(path));
        last = last.then(() => guarded(path, () => file.writeFile(text)));
        return last;
    };
    async function discard() {
        await file.close().catch(() => undefined);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path).catch(() => undefined);
    }
    const home = `${registry.plainHttp ? 'http://' : ''}${registry.host}`;
    await write((0,_retention_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .journalHead */ .cI)({ registry: home, created })).catch(async (error) => {
        await discard();
        throw error;
    });
    return {
        path,
        async add(entry) {
            if (!(0,_images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isManifestOf */ .v)(entry.bytes, entry.digest))
                throw unverified(entry.digest);
            manifests += 1;
            await write((0,_retention_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .journalLine */ .Ee)(entry));
        },
        async seal() {
            await write((0,_retention_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .journalEnd */ .J_)(manifests));
            await guarded(path, () => file.sync());
            if (!sealed)
                await syncFolder(path);
            sealed = true;
        },
        close: () => file.close(),
        discard,
    };
}
async function syncFolder(path) {
    let folder;
    try {
        folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)), 'r');
        await folder.sync();
    }
    catch (error) {
        const { code = '' } = error;
        if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code))
            throw unwritable(path, error);
    }
    finally {
        await folder?.close();
    }
}
async function guarded(path, work) {
    await work().catch((error) => {
        throw unwritable(path, error);
    });
}
function unverified(digest) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('server', {
        operation: `Writing ${digest} into the journal`,
        reason: 'its bytes have another digest, and could not be put back; nothing was deleted',
        advice: 'Leave this image out.',
    });
}
function exists(path) {
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageFailure */ .II)(`the journal ${JSON.stringify(path)} exists, and is not written over`, 'Name another file, or move this one away.');
}
function tooLong(path) {
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageFailure */ .II)(`the journal ${JSON.stringify(path)} would have more than ${_retention_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .longestJournal */ .c5} bytes, which restore could not read`, `Nothing was deleted: prune in parts, by ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('older-than')} or ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('include')} first.`);
}
function unwritable(path, error) {
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .usageFailure */ .II)(`the journal ${JSON.stringify(path)} cannot be written: ${error.message}`, 'Nothing is deleted without it: name a file in a folder that can be written to.');
}
function journalWords(journal) {
    if (journal === undefined)
        return undefined;
    return `Journal: ${journal}. Keep it: image-gate restore ${journal} brings back what was deleted.`;
}
function journalNote(journal) {
    if (journal === undefined)
        return undefined;
    return (0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .markdown */ .wD) `Journal: ${(0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(journal)}. Keep it, with ${(0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)('actions/upload-artifact')} for example: ${(0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(`image-gate restore ${journal}`)} brings back what was deleted.`;
}


/***/ }),

/***/ 1445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TY: () => (/* binding */ formatImageDate),
/* harmony export */   lY: () => (/* binding */ imageDateObject),
/* harmony export */   y$: () => (/* binding */ createDates)
/* harmony export */ });
/* harmony import */ var _images_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8398);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6081);
/* harmony import */ var _reports_quantities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7672);




const staleAfter = 60_000;
function createDates({ connect, platform, now }) {
    const finders = new Map();
    const known = new Map();
    async function open(name) {
        const { registry } = await connect(name.registry);
        return findIn(await registry.open(name), now);
    }
    return async (image, digest, repository) => {
        const name = (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .formatRepository */ .Sh)(image);
        const key = `${(0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImage */ .vy)(image)} ${digest}`;
        const pushed = known.get(key) ?? (await (await once(finders, name, () => open(image)))(image, digest));
        if (pushed !== undefined) {
            known.set(key, pushed);
            return pushed;
        }
        const manifest = await repository.manifest(digest);
        if (manifest === undefined)
            return undefined;
        return dateOf('created', (await (0,_registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_2__/* .inspectManifest */ .m3)(repository, manifest, platform ?? 'first')).created);
    };
}
function formatImageDate({ kind, at }) {
    return `${kind} ${(0,_reports_quantities_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTime */ .fU)(at)} UTC`;
}
function imageDateObject(date) {
    return date === undefined ? {} : { [date.kind]: date.at };
}
function findIn({ driver, kind }, now) {
    const { find } = driver;
    const list = kind.capabilities.lists?.includes('pushed') ? driver.list : undefined;
    const read = list && createReader(list, now);
    return async ({ tag, digest: pinned }, digest) => {
        if (find !== undefined && tag !== undefined) {
            const found = await find(tag);
            if (found?.digest === digest)
                return dateIn([found], tag);
            if (pinned !== digest)
                return undefined;
        }
        return dateIn((await read?.(digest)) ?? [], tag);
    };
}
function createReader(list, now) {
    const lists = new Map();
    let readAt = 0;
    const read = () => once(lists, 'list', () => {
        readAt = now().getTime();
        return byDigest(list(false));
    });
    return async (digest) => {
        const found = (await read()).get(digest);
        if (found !== undefined)
            return found;
        if (now().getTime() - readAt <= staleAfter)
            return [];
        lists.clear();
        return (await read()).get(digest) ?? [];
    };
}
async function byDigest(pages) {
    const found = new Map();
    for await (const page of pages) {
        for (const manifest of page) {
            const { digest } = manifest;
            if (digest !== undefined)
                found.set(digest, [...(found.get(digest) ?? []), manifest]);
        }
    }
    return found;
}
function dateIn(manifests, tag) {
    const tags = manifests.flatMap((manifest) => manifest.tags.map(({ name, pushed = manifest.pushed }) => ({ name, pushed })));
    const ofTag = tags.filter(({ name }) => name === tag).map(({ pushed }) => pushed);
    const dates = ofTag.length > 0 ? ofTag : [...tags, ...manifests].map(({ pushed }) => pushed);
    const plausible = dates.flatMap((date) => (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .plausibleDate */ .e2)(date) ?? []);
    const [first] = plausible.sort((one, other) => one.getTime() - other.getTime());
    return dateOf('pushed', first);
}
function dateOf(kind, date) {
    const at = (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .plausibleDate */ .e2)(date);
    return at && { kind, at };
}
function once(known, key, load) {
    const found = known.get(key);
    if (found !== undefined)
        return found;
    const loading = load();
    known.set(key, loading);
    loading.catch(() => known.delete(key));
    return loading;
}


/***/ }),

/***/ 3798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ createMinAge)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8081);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8640);
/* harmony import */ var _reports_quantities_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7672);
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

/***/ 1522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createGitHubApi)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/github/fetch.js
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

;// CONCATENATED MODULE: ./build/src/github/octokit.js


function createGitHubApi(http, base, token) {
    const address = base.replace(/\/+$/, '');
    const silent = { debug() { }, info() { }, warn() { }, error() { } };
    return {
        base: address,
        async request(method, path, { headers = {}, body = {}, ...more } = {}) {
            const { GitHub } = await __webpack_require__.e(/* import() */ 226).then(__webpack_require__.bind(__webpack_require__, 1845));
            const auth = typeof token === 'function' ? await token() : token;
            let answer;
            const recording = {
                async request(request) {
                    answer = await http.request({ ...request, ...more });
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
            catch (error) {
                if (answer === undefined)
                    throw error instanceof Error && error.cause instanceof errors/* Failure */.HR ? error.cause : error;
            }
            if (answer === undefined)
                throw new Error(`no request was sent: ${method} ${path}`);
            return answer;
        },
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

/***/ 4414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ mayPass),
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _timers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6167);


async function poll(read, options) {
    const { wait, pauses, signal } = options;
    const begun = options.now().getTime();
    const left = () => begun + wait - options.now().getTime();
    for (let pause = pauses.first;; pause = Math.min(pauses.longest, pause * pauses.growth)) {
        const isLast = left() <= 0;
        let failure;
        const value = await read().catch((thrown) => {
            if (isLast || signal.aborted || !mayPass(thrown))
                throw thrown;
            failure = thrown;
            return undefined;
        });
        if (value !== undefined && (isLast || options.isDone(value)))
            return value;
        options.onPending(value, options.now().getTime() - begun, failure);
        await (0,_timers_js__WEBPACK_IMPORTED_MODULE_1__/* .sleep */ .y)(Math.max(0, Math.min(pause, left())), signal);
    }
}
function mayPass(thrown) {
    return thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && !thrown.permanent && (thrown.kind === 'server' || thrown.kind === 'network');
}


/***/ }),

/***/ 5354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   O$: () => (/* binding */ unreadable),
/* harmony export */   qE: () => (/* binding */ mustRead)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9853);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4725);
/* harmony import */ var _inspection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6081);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6258);






async function readImage(repository, digest, wantLabels) {
    const manifest = await mustRead(repository, digest);
    const { annotations } = manifest;
    const wants = (platform) => wantLabels(annotations, platform);
    return { annotations, images: await imagesOf(repository, manifest, wants, 1) };
}
async function imagesOf(repository, manifest, wants, depth, platform) {
    const { content, descriptor } = manifest;
    if (content.kind === 'image') {
        if (depth > 1 && platform === undefined && !(0,_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .isImageConfig */ ._m)(content.config))
            return [];
        return [await readConfig(repository, manifest, content.config, platform)];
    }
    if (content.kind === 'former')
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__/* .formerFailure */ .iF)(`the manifest ${descriptor.digest}`, descriptor);
    if (depth > _manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .depthLimit */ .zR)
        throw unreadable(descriptor, `more than ${_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .depthLimit */ .zR} indexes lie in one another`);
    const children = content.manifests.filter((child) => !(0,_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .isAttestation */ .H3)(child));
    const listed = [];
    for (const child of children) {
        const { platform: ofChild } = child;
        if (ofChild !== undefined && !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isIndex */ .nw)(child)) {
            const read = wants(ofChild) ? await repository.manifest(child.digest) : undefined;
            if (read !== undefined)
                listed.push(await imagesOf(repository, read, wants, depth + 1, ofChild));
            else
                listed.push([{ descriptor: child, platform: ofChild, ...(wants(ofChild) && { missing: true }) }]);
        }
        else
            listed.push(await imagesOf(repository, await mustRead(repository, child.digest), wants, depth + 1, ofChild));
    }
    return listed.flat();
}
async function readConfig(repository, manifest, config, listed) {
    const value = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .q)(await (0,_config_js__WEBPACK_IMPORTED_MODULE_2__/* .mustReadConfig */ .U)(repository, manifest, config));
    const { config: inner } = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value) ? value : {};
    const labels = { ...manifest.annotations, ...((0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(inner) ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .texts */ .Te)(inner.Labels) : {}) };
    const platform = listed ?? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .readPlatform */ .Kd)(value);
    if (platform !== undefined)
        return { descriptor: manifest.descriptor, platform, labels };
    throw unreadable(manifest.descriptor, `its config (${config.mediaType}) does not say which platform it is for`);
}
async function mustRead(repository, digest) {
    const manifest = await repository.manifest(digest);
    if (manifest === undefined)
        throw unreadable({ digest }, 'the registry lists it, and answers 404 for it');
    return manifest;
}
function unreadable({ digest }, reason) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        operation: `the manifest ${digest}`,
        reason,
        advice: 'The image is damaged or not a container image: build and push it again.',
    });
}


/***/ }),

/***/ 2217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   Xy: () => (/* binding */ objectOf),
/* harmony export */   x5: () => (/* binding */ schema1Layers)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6258);



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


/***/ }),

/***/ 1877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ bitbucket),
/* harmony export */   g: () => (/* binding */ bitbucketApi)
/* harmony export */ });
/* harmony import */ var _http_headers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(100);
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3833);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8640);
/* harmony import */ var _rest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3424);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7011);





const bitbucket = {
    name: 'bitbucket',
    title: 'Bitbucket Cloud',
    hosts: ['bitbucket.org', 'altssh.bitbucket.org'],
    url: { needed: false, words: 'the address of the Bitbucket Cloud server', protocols: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .webProtocols */ .Qq },
    oneRepository: false,
    usernames: true,
    create: createBitbucket,
};
function bitbucketApi(url) {
    return (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .apiBase */ .av)(url, 'https://api.bitbucket.org/2.0', /\/2\.0$/, '/2.0');
}
function createBitbucket(settings) {
    const api = {
        http: settings.http,
        base: bitbucketApi(settings.url),
        authorization: authorizationOf(settings),
        advice: {
            authentication: `App passwords ended on 2026-07-28. Use a repository access token as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('source-token')}, or an API token ` +
                `as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('source-token')} with the e-mail of the Atlassian account as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('source-username')}.`,
            denied: 'The token needs the scope repository (access token) or read:repository:bitbucket (API token).',
        },
    };
    return {
        resolve(repository, ref) {
            const path = `/repositories/${(0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePath */ .O0)(repository)}`;
            const at = async (rest, ...keys) => {
                const found = await (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .getJson */ .Tt)(api, `${path}${rest}`);
                return found && (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(found, ...keys);
            };
            return (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveBy */ .OJ)({
                branch: (name) => at(`/refs/branches/${(0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePath */ .O0)(name)}`, 'target', 'hash'),
                async tag(name) {
                    const found = await (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .getJson */ .Tt)(api, `${path}/refs/tags/${(0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .encodePath */ .O0)(name)}`);
                    const type = (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(found, 'target', 'type');
                    return type && type !== 'commit' ? null : found && (0,_rest_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(found, 'target', 'hash');
                },
                shortSha: (digits) => at(`/commit/${digits}`, 'hash'),
            }, ref, `${repository} on Bitbucket`);
        },
    };
}
function authorizationOf({ username, token }) {
    if (token === undefined)
        return undefined;
    return username === undefined ? `Bearer ${token}` : (0,_http_headers_js__WEBPACK_IMPORTED_MODULE_4__/* .basicHeader */ .mk)(username, token);
}


/***/ }),

/***/ 1724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ sourceKinds)
});

// EXTERNAL MODULE: ./build/src/sources/bitbucket.js
var bitbucket = __webpack_require__(1877);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/sources/rest.js
var sources_rest = __webpack_require__(3424);
// EXTERNAL MODULE: ./build/src/sources/source.js
var source = __webpack_require__(7011);
;// CONCATENATED MODULE: ./build/src/sources/bitbucket-server.js



const bitbucketServer = {
    name: 'bitbucket-server',
    title: 'Bitbucket Data Center',
    hosts: [],
    url: { needed: true, words: 'the address of the Bitbucket Data Center server', protocols: source/* webProtocols */.Qq },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: (0,sources_rest/* apiBase */.av)(settings.url, '', /\/rest(?:\/api(?:\/[^/]+)?)?$/, '/rest/api/latest'),
            authorization: settings.token && `Bearer ${settings.token}`,
            advice: {
                authentication: `This server answers 401 also for missing rights: use an HTTP access token with repository read as ${(0,input_names/* inputName */.yu)('source-token')}.`,
                denied: 'The HTTP access token needs repository read.',
            },
        };
        return {
            resolve(repository, ref) {
                const [project = '', slug = ''] = repository.split('/');
                const path = `/projects/${encodeURIComponent(project)}/repos/${encodeURIComponent(slug)}/commits`;
                const until = async (revision) => {
                    const page = await (0,sources_rest/* getJson */.Tt)(api, `${path}?until=${encodeURIComponent(revision)}&limit=1`);
                    if (Array.isArray(page?.values) && page.values.length === 0)
                        return null;
                    return page && (0,sources_rest/* textAt */.$6)(page, 'values', 0, 'id');
                };
                return (0,source/* resolveBy */.OJ)({
                    branch: (name) => until(`refs/heads/${name}`),
                    tag: (name) => until(`refs/tags/${name}`),
                    shortSha: until,
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/timers.js
var timers = __webpack_require__(6167);
// EXTERNAL MODULE: ./build/src/http/transport/proxy.js
var proxy = __webpack_require__(7820);
;// CONCATENATED MODULE: ./build/src/sources/git-errors.js




const pauses = { quick: [200, 500], patient: [1000, 3000] };
const [url, username, token] = ['source-url', 'source-username', 'source-token'].map(input_names/* inputName */.yu);
const checkInputs = `Check ${url}, ${username} and ${token}; try the same git ls-remote by hand.`;
const hostKey = 'Add the host to the known_hosts of ssh (ssh-keyscan HOST), and compare its key with the one that its operator publishes.';
const singleSignOn = 'Authorize the token (or the SSH key) for the single sign-on (SAML SSO) of the organization: on GitHub, in its settings.';
function gitError(operation, stderr, settings) {
    const kind = kinds.find(([words]) => words.test(stderr))?.[1] ?? 'server';
    const words = (0,clean_line/* cleanLine */.O)(stderr.replace(/^(?:fatal|error|warning): /gm, '')) || 'git failed without a word';
    const isRefused = settings.token !== undefined && /could not read (?:username|password)/i.test(stderr);
    const reason = isRefused ? `the server refuses the credentials (401): ${words}` : words;
    return {
        failure: new errors/* Failure */.HR(kind, { operation, reason, advice: adviceFor(kind, stderr, settings) }),
        pauses: pausesAfter(kind, stderr),
    };
}
const kinds = [
    [
        /proxy (?:connect|tunnel)|connect tunnel failed|from proxy|could not resolve proxy|http code 407|returned error: 407/i,
        'network',
    ],
    [/saml sso|single sign-on/i, 'denied'],
    [
        /authentication failed|could not read (?:username|password)|permission denied \(|invalid (?:username|credentials)|returned error: 401|http basic: access denied/i,
        'authentication',
    ],
    [/returned error: 403|access denied|not allowed to (?:download|access)|forbidden/i, 'denied'],
    [
        /repository .*not found|repository not found|cannot find repository|could not be found|does not appear to be a git repository|does not exist|returned error: 404/i,
        'not-found',
    ],
    [
        /could not resolve host|failed to connect|(?:connection|operation) (?:refused|reset|timed out)|connection closed|no route to host|(?:network|host) is (?:unreachable|down)|temporary failure in name resolution|name or service not known|ssl|certificate|host key verification failed|early eof|hung up unexpectedly/i,
        'network',
    ],
];
function adviceFor(kind, stderr, settings) {
    if (/saml sso|single sign-on/i.test(stderr))
        return singleSignOn;
    if (/host key/i.test(stderr))
        return hostKey;
    if (kind === 'network' && /\b407\b/.test(stderr))
        return proxy/* credentialsAdvice */.x;
    if (kind !== 'authentication')
        return checkInputs;
    if (/permission denied \(/i.test(stderr))
        return 'Give ssh a key that the server knows: by ssh-agent or GIT_SSH_COMMAND.';
    return settings.token === undefined
        ? `Give a token or password as ${token}, and the user as ${username} where the server wants one.`
        : `${token} is wrong or has expired, or it is not that of ${username}.`;
}
function pausesAfter(kind, stderr) {
    if (kind === 'server')
        return /returned error: (?:408|429|50[0234])/i.test(stderr) ? pauses.patient : [];
    if (kind !== 'network' || /certificate|\b407\b|host key/i.test(stderr))
        return [];
    const isBusy = /reset|connection closed|early eof|hung up/i.test(stderr);
    return isBusy && !/refused|timed out|could not resolve/i.test(stderr) ? pauses.patient : pauses.quick;
}

;// CONCATENATED MODULE: ./build/src/sources/git-process.js





function createGitProcess(settings) {
    const url = settings.remote ?? settings.url?.href ?? '';
    const common = environmentFor(settings, url);
    async function run(args, env = {}) {
        try {
            return await settings.execute('git', args, { env: { ...common, ...env }, signal: settings.signal });
        }
        catch (error) {
            if (settings.signal.aborted)
                throw settings.signal.reason;
            throw new errors/* Failure */.HR('unsupported', {
                operation: `git ${args[0]} ${url}`,
                reason: `git could not be run: ${(0,clean_line/* cleanLine */.O)(String(error))}`,
                advice: 'Install git on this machine.',
            });
        }
    }
    return {
        url,
        run,
        async request(args, env) {
            for (let attempt = 0;; attempt += 1) {
                const { exitCode, stdout, stderr } = await run(args, env);
                if (exitCode === 0)
                    return stdout;
                const { failure, pauses } = gitError(`git ${args[0]} ${url}`, stderr, settings);
                const pause = pauses[attempt];
                if (pause === undefined)
                    throw failure;
                await (0,timers/* sleep */.y)(pause, settings.signal);
            }
        },
    };
}
function environmentFor(settings, url) {
    const inherited = settings.environment;
    const own = configurationFor(settings, url);
    const first = /^\d+$/.test(inherited.GIT_CONFIG_COUNT ?? '') ? Number(inherited.GIT_CONFIG_COUNT) : 0;
    return {
        ...inherited,
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        SSH_ASKPASS: '',
        ...sshFor(inherited),
        GIT_ALLOW_PROTOCOL: 'https:ssh:http:file',
        GIT_CONFIG_COUNT: String(first + own.length),
        ...Object.fromEntries(own.flatMap(([key, value], at) => [
            [`GIT_CONFIG_KEY_${first + at}`, key],
            [`GIT_CONFIG_VALUE_${first + at}`, value],
        ])),
        LC_ALL: 'C',
    };
}
function configurationFor({ username, token }, url) {
    const always = ['protocol.ext.allow', 'never'];
    if (token === undefined)
        return [always];
    const header = `http.${url}.extraHeader`;
    return [
        always,
        [header, ''],
        [header, `Authorization: ${authorizationOf(username, token)}`],
        ['http.followRedirects', 'false'],
        ['credential.helper', ''],
    ];
}
function sshFor({ GIT_SSH_COMMAND, GIT_SSH }) {
    if (!GIT_SSH_COMMAND && GIT_SSH)
        return {};
    return { GIT_SSH_COMMAND: `${GIT_SSH_COMMAND || 'ssh'} -o BatchMode=yes` };
}
function authorizationOf(username, token) {
    return (0,headers/* basicHeader */.mk)(username ?? 'x-access-token', token);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/sources/git-tag.js






async function commitOfTag(git, name, object) {
    const folder = await temporaryFolder(git, name);
    const env = { ...elsewhere, GIT_DIR: folder };
    try {
        const format = object.length === 64 ? ['--object-format=sha256'] : [];
        await git.request(['init', '--quiet', '--bare', '--template=', ...format], env);
        await fetchTag(git, name, env);
        const { exitCode, stdout } = await git.run(['rev-parse', '--verify', '--quiet', 'FETCH_HEAD^{commit}'], env);
        return exitCode === 0 ? stdout.trim() : null;
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
    }
}
const elsewhere = {
    GIT_WORK_TREE: undefined,
    GIT_COMMON_DIR: undefined,
    GIT_INDEX_FILE: undefined,
    GIT_OBJECT_DIRECTORY: undefined,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
    GIT_NAMESPACE: undefined,
    GIT_NO_LAZY_FETCH: '1',
};
async function fetchTag(git, name, env) {
    const fetchBy = (...how) => git.request(['fetch', '--quiet', '--no-tags', '--no-auto-gc', ...how, '--', git.url, `refs/tags/${name}`], env);
    try {
        await fetchBy('--depth=1', '--filter=tree:0');
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* Failure */.HR) || !/not support shallow/i.test(thrown.reason))
            throw thrown;
        await fetchBy();
    }
}
async function temporaryFolder(git, name) {
    try {
        return await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'image-gate-'));
    }
    catch (error) {
        throw new errors/* Failure */.HR('unsupported', {
            operation: `tag ${name} in ${git.url}`,
            reason: `the folder of temporary files cannot be used: ${(0,clean_line/* cleanLine */.O)(String(error))}`,
            advice: `Set TMPDIR to a folder that can be written, or give a branch or the full SHA of the commit as ${(0,input_names/* inputName */.yu)('ref')}.`,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/sources/git.js



const git = {
    name: 'git',
    title: 'a git remote',
    hosts: [],
    url: { needed: true, words: 'the remote’s URL', protocols: ['https:', 'ssh:', 'http:', 'file:'] },
    oneRepository: true,
    usernames: true,
    create: (settings) => ({
        resolve(_repository, ref) {
            if (ref.kind === 'commit')
                return Promise.resolve({ sha: ref.sha });
            const process = createGitProcess(settings);
            const listed = listRefs(process, ref.name);
            return (0,source/* resolveBy */.OJ)({
                branch: async (name) => (await listed).get(`refs/heads/${name}`),
                async tag(name) {
                    const refs = await listed;
                    const object = refs.get(`refs/tags/${name}^{}`) ?? refs.get(`refs/tags/${name}`);
                    const isOutdone = ref.kind === 'name' && refs.has(`refs/heads/${name}`);
                    return object === undefined || isOutdone ? object : commitOfTag(process, name, object);
                },
            }, ref, `${process.url} (git ls-remote takes names, not short SHAs)`);
        },
    }),
};
async function listRefs(git, name) {
    const patterns = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
    const listed = await git.request(['ls-remote', '--', git.url, ...patterns]);
    const lines = listed.split('\n').map((line) => /^([0-9a-f]{40}|[0-9a-f]{64})\t(.+)$/.exec(line));
    return new Map(lines.flatMap((line) => (line?.[1] && line[2] ? [[line[2], line[1]]] : [])));
}

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
;// CONCATENATED MODULE: ./build/src/sources/gitea.js




const gitea = {
    name: 'gitea',
    title: 'Gitea or Forgejo',
    hosts: ['codeberg.org', 'gitea.com'],
    url: { needed: true, words: 'the address of the Gitea or Forgejo server', protocols: source/* webProtocols */.Qq },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: (0,sources_rest/* apiBase */.av)(settings.url, '', /\/api\/v1$/, '/api/v1'),
            authorization: settings.token && `token ${settings.token}`,
            advice: {
                authentication: `Use an access token with the scope read:repository as ${(0,input_names/* inputName */.yu)('source-token')}.`,
                denied: 'The access token needs the scope read:repository.',
            },
        };
        return {
            resolve(repository, ref) {
                const path = `/repos/${(0,message/* encodePath */.O0)(repository)}`;
                const at = async (rest, ...keys) => {
                    const found = await (0,sources_rest/* getJson */.Tt)(api, `${path}${rest}`);
                    return found && (0,sources_rest/* textAt */.$6)(found, ...keys);
                };
                const commit = (id) => at(`/git/commits/${encodeURIComponent(id)}?stat=false&verification=false&files=false`, 'sha');
                return (0,source/* resolveBy */.OJ)({
                    branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
                    async tag(name) {
                        const found = await (0,sources_rest/* getJson */.Tt)(api, `${path}/tags/${encodeURIComponent(name)}`);
                        if (found === undefined)
                            return undefined;
                        const [id, target] = [(0,sources_rest/* textAt */.$6)(found, 'id'), (0,sources_rest/* textAt */.$6)(found, 'commit', 'sha')];
                        return !target || id === target ? target : ((await commit(target)) ?? null);
                    },
                    shortSha: commit,
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

// EXTERNAL MODULE: ./build/src/github/octokit.js + 1 modules
var octokit = __webpack_require__(1522);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
;// CONCATENATED MODULE: ./build/src/sources/github.js






const github = {
    name: 'github',
    title: 'GitHub',
    hosts: ['github.com', 'ssh.github.com'],
    url: {
        needed: false,
        words: 'the address of the GitHub server',
        protocols: source/* webProtocols */.Qq,
        ofPublic: 'https://api.github.com',
    },
    oneRepository: false,
    usernames: false,
    create: ({ http, url, token }) => {
        const api = (0,octokit/* createGitHubApi */._)(http, url?.href ?? 'https://api.github.com', token);
        return {
            resolve(repository, ref) {
                const commit = (revision) => shaOf(api, `/repos/${(0,message/* encodePath */.O0)(repository)}/commits/${(0,message/* encodePath */.O0)(revision)}`);
                return (0,source/* resolveBy */.OJ)({
                    branch: (name) => commit(`heads/${name}`),
                    tag: (name) => commit(`tags/${name}`),
                    shortSha: commit,
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};
const advice = {
    authentication: 'The token is wrong or has expired. In a workflow, github.token as ' +
        `${(0,input_names/* inputName */.yu)('source-token')} reads this repository.`,
    denied: 'The token needs contents: read on this repository (permissions: contents: read for the workflow’s own token).',
};
const missing = [404, 409, 422];
async function shaOf(api, path) {
    const answer = await api.request('GET', path, { headers: { accept: 'application/vnd.github.sha' } });
    const request = { method: 'GET', url: new URL(`${api.base}${path}`) };
    (0,sources_rest/* checkOrigin */.Xx)(answer, request);
    if ((0,responses/* isMissing */.b2)(answer, missing))
        return undefined;
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
    return answer.body.toString('utf8').trim().toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/sources/gitlab.js



const gitlab = {
    name: 'gitlab',
    title: 'GitLab',
    hosts: ['gitlab.com', 'altssh.gitlab.com'],
    url: { needed: false, words: 'the address of the GitLab server', protocols: source/* webProtocols */.Qq },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: (0,sources_rest/* apiBase */.av)(settings.url, 'https://gitlab.com/api/v4', /\/api\/v4$/, '/api/v4'),
            authorization: settings.token && `Bearer ${settings.token}`,
            advice: {
                authentication: `Use a personal, group or project access token with the scope read_api as ${(0,input_names/* inputName */.yu)('source-token')}.`,
                denied: 'The token needs the scope read_api, and its user at least the role Reporter.',
            },
        };
        return {
            resolve(repository, ref) {
                const path = `/projects/${encodeURIComponent(repository)}/repository`;
                const at = async (rest, ...keys) => {
                    const found = await (0,sources_rest/* getJson */.Tt)(api, `${path}${rest}`);
                    return found && (0,sources_rest/* textAt */.$6)(found, ...keys);
                };
                return (0,source/* resolveBy */.OJ)({
                    branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
                    tag: (name) => at(`/tags/${encodeURIComponent(name)}`, 'commit', 'id'),
                    shortSha: (digits) => at(`/commits/${digits}`, 'id'),
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

;// CONCATENATED MODULE: ./build/src/sources/index.js






const sourceKinds = [github, bitbucket/* bitbucket */.E, bitbucketServer, gitlab, gitea, git];


/***/ }),

/***/ 9601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P7: () => (/* binding */ refName),
/* harmony export */   b0: () => (/* binding */ mayBeShortSha),
/* harmony export */   rd: () => (/* binding */ parseRef)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8640);


const longest = 255;
function parseRef(text, input = (0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .inputName */ .yu)('ref')) {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text))
        return { kind: 'commit', sha: text.toLowerCase() };
    const [, area, rest] = /^refs\/(heads|tags)\/(.*)$/s.exec(text) ?? [];
    const name = rest ?? text;
    const reason = refusalReasonOfName(name);
    if (reason !== undefined)
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${input} ${JSON.stringify(text)} is not a ref: ${reason}`);
    if (area !== undefined)
        return { kind: area === 'heads' ? 'branch' : 'tag', name };
    if (text.startsWith('refs/')) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${input} ${JSON.stringify(text)} is neither a branch nor a tag`, 'Write a branch, a tag, refs/heads/…, refs/tags/… or a commit SHA.');
    }
    return { kind: 'name', name };
}
function refusalReasonOfName(name) {
    if (name === '')
        return 'it is empty';
    if (Buffer.byteLength(name) > longest)
        return `it is longer than ${longest} bytes`;
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
        return 'it has a line break or another control character';
    const odd = /[ ~^:?*[\\]/.exec(name)?.[0];
    if (odd !== undefined)
        return `it has ${JSON.stringify(odd)}`;
    if (name.includes('..'))
        return 'it has ".."';
    if (name.includes('@{') || name === '@')
        return 'it has "@{" or is "@"';
    if (name.startsWith('-'))
        return 'it starts with "-"';
    if (/^\/|\/$|\/\//.test(name))
        return 'it has an empty part between slashes';
    if (/(?:^|\/)\./.test(name))
        return 'a part of it starts with "."';
    if (/\.(?:lock)?$|\.lock\//.test(name))
        return 'it ends in "." or ".lock"';
    return undefined;
}
function mayBeShortSha(name) {
    return /^[0-9a-f]{7,39}$/i.test(name);
}
function refName(ref) {
    return ref.kind === 'commit' ? ref.sha : ref.name;
}


/***/ }),

/***/ 4948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M8: () => (/* binding */ parseRemote),
/* harmony export */   SH: () => (/* binding */ repositoryPath),
/* harmony export */   S_: () => (/* binding */ lastPart),
/* harmony export */   Vx: () => (/* binding */ isRemote),
/* harmony export */   vz: () => (/* binding */ sourceOf)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1724);

const protocols = ['https:', 'http:', 'ssh:', 'file:'];
const scpLike = /^(?:([\w.-]+)@)?([A-Za-z0-9][\w.-]*|\[[0-9a-f:]+\]):(?!\/\/)([^\s:]+)$/;
function parseRemote(text) {
    const [, user, host, path] = scpLike.exec(text) ?? [];
    if (host !== undefined && path !== undefined) {
        const address = `ssh://${user === undefined ? '' : `${user}@`}${host}/${path.replace(/^\//, '')}`;
        return URL.canParse(address) ? { address: text, url: new URL(address), path: repositoryPath(path) } : undefined;
    }
    const written = text.startsWith('/') ? `file://${text}` : text;
    if (!/^[a-z]+:\/\//i.test(written) || !URL.canParse(written))
        return undefined;
    const url = new URL(written);
    if (!protocols.includes(url.protocol))
        return undefined;
    url.password = '';
    if (url.protocol !== 'ssh:')
        url.username = '';
    return { address: url.href, url, path: repositoryPath(url.pathname) };
}
function isRemote(text) {
    return /^[a-z]+:\/\//i.test(text) || (/^[\w.-]+@[^@]+$/.test(text) && !text.includes('@sha') && scpLike.test(text));
}
function repositoryPath(path) {
    return path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
function sourceOf({ address, url, path }) {
    const host = url.hostname.toLowerCase();
    const known = _index_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceKinds */ .B.find(({ hosts }) => hosts.includes(host));
    if (known === undefined)
        return { kind: 'git', url: address, repository: lastPart(path) };
    return { kind: known.name, url: known.url.needed ? `https://${host}` : known.url.ofPublic, repository: path };
}


/***/ }),

/***/ 3424:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Tt: () => (/* binding */ getJson),
/* harmony export */   Xx: () => (/* binding */ checkOrigin),
/* harmony export */   av: () => (/* binding */ apiBase)
/* harmony export */ });
/* harmony import */ var _http_message_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3833);
/* harmony import */ var _http_responses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4078);
/* harmony import */ var _http_url_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8106);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8640);





async function getJson(api, path) {
    const request = {
        method: 'GET',
        url: new URL(`${api.base}${path}`),
        headers: {
            accept: 'application/json',
            ...(api.authorization === undefined ? {} : { authorization: api.authorization }),
        },
    };
    const answer = await api.http.request(request);
    checkOrigin(answer, request);
    if ((0,_http_responses_js__WEBPACK_IMPORTED_MODULE_1__/* .isMissing */ .b2)(answer))
        return undefined;
    if (answer.status !== 200)
        throw (0,_http_responses_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(answer, (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request), api.advice);
    return (0,_http_responses_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonObject */ .o$)(answer, (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request));
}
function checkOrigin(answer, request) {
    if ((0,_http_url_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .sameOrigin */ .Nm)(answer.url, request.url))
        return;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR('server', {
        operation: (0,_http_message_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(request),
        reason: `it redirects to ${answer.url.origin}, to which no request went`,
        advice: `Check ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_4__/* .inputName */ .yu)('source-url')}: give the address that the service has now.`,
    });
}
function textAt(value, ...path) {
    const found = path.reduce((inner, key) => {
        if (typeof inner !== 'object')
            return undefined;
        return inner === null ? null : inner[key];
    }, value);
    if (found === null)
        return null;
    return typeof found === 'string' ? found.toLowerCase() : '';
}
function apiBase(url, usual, path, suffix) {
    if (url === undefined)
        return usual;
    const given = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    return `${given.replace(path, '')}${suffix}`;
}


/***/ }),

/***/ 7011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ resolveBy),
/* harmony export */   Qq: () => (/* binding */ webProtocols),
/* harmony export */   Ro: () => (/* binding */ describeRef),
/* harmony export */   Wf: () => (/* binding */ isFullSha)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8640);
/* harmony import */ var _ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9601);



const webProtocols = ['https:', 'http:'];
async function resolveBy(lookups, ref, where) {
    const found = await lookUp(lookups, ref);
    if (found === undefined) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('not-found', {
            operation: `${describeRef(ref)} in ${where}`,
            reason: 'there is no such ref, or no such repository for these credentials',
            advice: `Check ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('repo')}, ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('owner')} and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('ref')} for typing errors; a private repository needs a ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('source-token')} that may read it.`,
        });
    }
    if (found === null) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('not-found', {
            operation: `${describeRef(ref)} in ${where}`,
            reason: 'it is a tag of a file or a folder (a git blob or tree), not of a commit',
            advice: `Give a branch, a tag of a commit, or the full SHA of a commit as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('ref')}.`,
        });
    }
    if (![found.sha, found.alsoTag ?? found.sha].every(isFullSha)) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
            operation: `${describeRef(ref)} in ${where}`,
            reason: 'the answer has no commit SHA in it',
            advice: `Check that ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('source')} and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_2__/* .inputName */ .yu)('source-url')} fit the server.`,
        });
    }
    return found;
}
async function lookUp(lookups, ref) {
    if (ref.kind === 'commit')
        return { sha: ref.sha };
    if (ref.kind === 'branch')
        return asCommit(await lookups.branch(ref.name), 'branch');
    if (ref.kind === 'tag')
        return asCommit(await lookups.tag(ref.name), 'tag');
    const [branch, tag] = await Promise.allSettled([lookups.branch(ref.name), lookups.tag(ref.name)]);
    if (branch.status === 'rejected')
        throw branch.reason;
    const ofBranch = asCommit(branch.value, 'branch');
    if (ofBranch) {
        const alsoTag = tag.status === 'fulfilled' ? tag.value : undefined;
        return typeof alsoTag === 'string' ? { ...ofBranch, alsoTag } : ofBranch;
    }
    if (tag.status === 'rejected')
        throw tag.reason;
    if (tag.value !== undefined)
        return asCommit(tag.value, 'tag');
    return (0,_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeShortSha */ .b0)(ref.name) ? asCommit(await lookups.shortSha?.(ref.name.toLowerCase())) : undefined;
}
function asCommit(sha, kind) {
    if (typeof sha !== 'string')
        return sha;
    return kind === undefined ? { sha } : { sha, kind };
}
function isFullSha(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function describeRef(ref) {
    if (ref.kind === 'commit')
        return `commit ${ref.sha}`;
    return `${ref.kind === 'name' ? 'ref' : ref.kind} ${ref.name}`;
}


/***/ })

};
