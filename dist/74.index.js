export const id = 74;
export const ids = [74];
export const modules = {

/***/ 4074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  latest: () => (/* binding */ latest)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(7825);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/files/reference-files.js + 9 modules
var reference_files = __webpack_require__(4069);
// EXTERNAL MODULE: ./build/src/commands/shared/image-dates.js
var image_dates = __webpack_require__(1445);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/selection.js
var selection = __webpack_require__(1346);
// EXTERNAL MODULE: ./build/src/commands/shared/min-age.js
var min_age = __webpack_require__(3798);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(1952);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var inspection = __webpack_require__(6081);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
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

// EXTERNAL MODULE: ./build/src/images/version-order.js
var version_order = __webpack_require__(5213);
;// CONCATENATED MODULE: ./build/src/images/other-lines.js

function findElsewhere(tags, best, isTaken) {
    const own = shapeOf(best);
    const pick = (some) => some.reduceRight((found, tag) => {
        if (isBelow(tag.release, (found ?? best).release) || !isAhead(tag, best) || !isTaken(tag))
            return found;
        return found === undefined || ((0,version_order/* compareVersions */.Zy)(found, tag) || (0,version_order/* compareTags */.bb)(tag, found)) < 0 ? tag : found;
    }, undefined);
    const comparable = [];
    let [release, below] = [best.release, false];
    for (const tag of tags) {
        if (tag.release !== release)
            [release, below] = [tag.release, isBelow(tag.release, best.release)];
        if (below || tag.class !== best.class || release.length !== best.release.length)
            continue;
        if (tag.qualifiers.length === 0 || best.qualifiers.length > 0)
            comparable.push(tag);
    }
    return (pick(comparable.filter((tag) => shapeOf(tag) === own)) ??
        pick(comparable.filter(({ prefix }) => prefix === best.prefix)));
}
function isAhead(tag, best) {
    const ahead = (0,version_order/* compareNumbered */.SS)(tag, best);
    if (ahead !== 0)
        return ahead > 0;
    return shapeOf(tag) === shapeOf(best) && (0,version_order/* compareWords */.dU)(wordsOf(tag), wordsOf(best)) < 0;
}
function isBelow(one, other) {
    for (const [at, number] of one.entries()) {
        const limit = other[at] ?? 0n;
        if (number !== limit)
            return number < limit;
    }
    return false;
}
function wordsOf({ prefix, flavour }) {
    return `${prefix}\n${flavour}`;
}
function shapeOf(tag) {
    return wordsOf(tag).replace(/\d+/g, '#');
}

;// CONCATENATED MODULE: ./build/src/images/version-step.js
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

;// CONCATENATED MODULE: ./build/src/images/newer.js



function judge(tag, current, policy) {
    if (tag.text === current.text)
        return { kind: 'current' };
    if (tag.kind !== 'version')
        return { kind: tag.kind };
    const obstacle = otherLine(tag, current) ?? notNewer(tag, current) ?? notWanted(tag, current, policy);
    if (obstacle !== undefined)
        return { kind: obstacle };
    const step = stepTo(tag, current);
    return { kind: isWithin(step, policy) ? 'candidate' : 'beyond', step };
}
function isWithin(step, { strategy }) {
    return strategies.indexOf(step) <= strategies.indexOf(strategy);
}
function findNewer(tags, current, policy) {
    const newer = [];
    const others = [];
    const unordered = [];
    for (const tag of tags) {
        if (tag.kind !== 'version')
            continue;
        const { kind } = judge(tag, current, policy);
        if (kind === 'candidate' || kind === 'beyond')
            newer.push({ tag, kind });
        else if (lineObstacles.has(kind))
            others.push(tag);
        else if (kind === 'unordered' && isWithin(stepTo(tag, current), policy))
            unordered.push(tag);
    }
    const ranked = newer.sort((one, other) => compareCandidates(one.tag, other.tag, current));
    const candidates = ranked.filter(({ kind }) => kind === 'candidate').map(({ tag }) => tag);
    const [best] = candidates;
    const isTaken = (tag) => isWithin(numberedStep(tag, current), policy) && notWanted(tag, current, policy) === undefined;
    return {
        candidates,
        newest: ranked[0]?.tag,
        rivals: best === undefined ? [] : candidates.filter((tag) => areRivals(tag, best, current)),
        elsewhere: findElsewhere(others, best ?? current, isTaken),
        unordered: best === undefined ? unordered.sort(version_order/* compareTags */.bb)[0] : undefined,
    };
}
const lineObstacles = new Set(['prefix', 'v', 'flavour', 'counters']);
function otherLine(tag, current) {
    if (tag.prefix !== current.prefix)
        return 'prefix';
    if (tag.v !== current.v)
        return 'v';
    if (tag.class !== current.class)
        return 'class';
    if (tag.flavour !== current.flavour)
        return 'flavour';
    if (tag.release.length !== current.release.length)
        return 'precision';
    const alike = tag.counters.length === current.counters.length &&
        tag.counters.every(({ shape }, at) => shape === current.counters[at]?.shape);
    return alike ? undefined : 'counters';
}
function notNewer(tag, current) {
    const difference = (0,version_order/* compareVersions */.Zy)(tag, current);
    if (difference <= 0)
        return difference === 0 ? 'same' : 'older';
    const goesBack = tag.counters.some((counter, at) => {
        const before = current.counters[at];
        return counter.level === 0 && before !== undefined && (0,version_order/* compareCounters */.r7)(counter, before) < 0;
    });
    return goesBack ? 'unordered' : undefined;
}
function notWanted(tag, current, policy) {
    const [pre, post] = [words(tag, 'pre'), words(tag, 'post')];
    const [currentPre, currentPost] = [words(current, 'pre'), words(current, 'post')];
    const gains = (pre !== '' && currentPre === '') || (post !== '' && currentPost === '');
    if (pre !== '' && currentPre === '' && !policy.prerelease)
        return 'pre-release';
    if (gains && current.release.length < 3 && post !== 'post')
        return 'rolling';
    if (pre !== '' && currentPre !== '' && pre !== currentPre && !isRiper(tag, current))
        return 'other-pre-release';
    if (post !== '' && currentPost !== '' && post !== currentPost && (0,version_order/* compareNumbered */.SS)(tag, current) === 0) {
        return 'other-post-release';
    }
    return policy.isSelected(tag.text) ? undefined : 'not-selected';
}
function isRiper(tag, current) {
    const [mine, theirs] = [current, tag].map((one) => version_order/* maturityLadder */.GR.indexOf(words(one, 'pre')));
    return mine >= 0 && theirs > mine && numberedStep(tag, current) === 'patch';
}
function words({ qualifiers }, kind) {
    return qualifiers.flatMap((one) => (one.kind === kind ? [one.word] : [])).join('.');
}
function compareCandidates(one, other, current) {
    const own = words(current, 'post');
    const preferred = (tag) => Number(own !== '' && isPostRelease(tag) && words(tag, 'post') === own);
    const both = isPostRelease(one) && isPostRelease(other);
    return ((0,version_order/* compareNumbered */.SS)(other, one) ||
        (both ? preferred(other) - preferred(one) : 0) ||
        (0,version_order/* compareVersions */.Zy)(other, one) ||
        one.text.length - other.text.length ||
        (0,version_order/* compareText */.n6)(one.text, other.text));
}
function areRivals(tag, best, current) {
    const [mine, theirs] = [words(best, 'post'), words(tag, 'post')];
    const isArbitrary = mine !== words(current, 'post') && isPostRelease(best) && isPostRelease(tag);
    return isArbitrary && theirs !== mine && (0,version_order/* compareNumbered */.SS)(tag, best) === 0;
}
function isPostRelease({ qualifiers }) {
    return qualifiers[0]?.kind === 'post';
}

;// CONCATENATED MODULE: ./build/src/images/newer-words.js

function explainVerdict(verdict, tag, current, policy) {
    if (verdict.kind === 'candidate')
        return `newer by a ${verdict.step} step`;
    if (verdict.kind === 'beyond')
        return `newer by a ${verdict.step} step, which ${(0,input_names/* inputValue */.UV)('strategy', policy.strategy)} does not take`;
    return tag.kind === 'version' ? explainVersion(verdict.kind, tag, current) : newer_words_words[tag.kind];
}
const newer_words_words = {
    current: 'the current tag',
    referrer: 'no image, but a signature, an attestation or an SBOM',
    unversioned: 'no version is in it',
    same: 'as new as the current tag',
    older: 'older',
    unordered: 'newer by one of its versions, older by another: nothing orders them',
    rolling: 'a tag with less than three numbers is a rolling one, which goes on to plain ones only',
    'pre-release': `a pre-release, and ${(0,input_names/* inputName */.yu)('prerelease')} is false`,
    'other-pre-release': 'a pre-release of another kind',
    'other-post-release': 'another kind of post-release of the same version: nothing orders the two',
    'not-selected': `left out by ${(0,input_names/* inputName */.yu)('include')} or ${(0,input_names/* inputName */.yu)('exclude')}`,
};
const classes = {
    normal: 'a number below 1000',
    year: 'a number of four digits',
    date: 'a date',
    long: 'a number of five digits or more',
};
function explainVersion(obstacle, tag, current) {
    const shapes = ({ counters }) => counters.map(({ shape }) => shape).join('');
    switch (obstacle) {
        case 'prefix':
            return `another line: ${difference('in front', tag.prefix, current.prefix)}`;
        case 'v':
            return `written with ${tag.v === '' ? 'no v' : tag.v}, the current tag with ${current.v === '' ? 'none' : current.v}`;
        case 'class':
            return `it begins with ${classes[tag.class]}, the current tag with ${classes[current.class]}`;
        case 'flavour':
            return `another flavour: ${difference('behind', tag.flavour, current.flavour)}`;
        case 'precision':
            return `it has ${countOf(tag)}, the current tag ${current.release.length}`;
        case 'counters':
            return `it counts builds in another way: ${difference('behind', shapes(tag), shapes(current))}`;
        default:
            return newer_words_words[obstacle];
    }
}
function difference(where, its, currents) {
    const named = (text) => (text === '' ? 'nothing' : text);
    return `${named(its)} ${where}, the current tag ${named(currents)}`;
}
function countOf({ release }) {
    return release.length === 1 ? '1 number' : `${release.length} numbers`;
}

// EXTERNAL MODULE: ./build/src/images/version.js + 1 modules
var version = __webpack_require__(5649);
// EXTERNAL MODULE: ./build/src/lib/reg-exp-timeout.js
var reg_exp_timeout = __webpack_require__(3651);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
// EXTERNAL MODULE: ./build/src/lib/polling.js
var polling = __webpack_require__(4414);
// EXTERNAL MODULE: ./build/src/registries/oci/image.js
var oci_image = __webpack_require__(5354);
;// CONCATENATED MODULE: ./build/src/commands/latest/candidates.js




const mostTried = 50;
async function choose({ candidates }, image, list, job) {
    const { registry } = await job.connect(image.registry);
    const repository = registry.repository(image);
    const pending = [];
    let unfit;
    for (const tag of candidates.slice(0, mostTried)) {
        const candidate = { ...image, tag: tag.text };
        const seen = await lookAt(candidate, list, repository, job);
        if (seen.kind === 'fits')
            return { chosen: { tag, digest: seen.digest, date: seen.date }, pending, unfit };
        if (seen.kind === 'young')
            pending.push({ tag: tag.text, date: seen.date });
        else
            unfit ??= { tag: tag.text, why: seen.why };
        job.context.log.detail(`${formatCandidate(candidate)} is not taken: ${seen.kind === 'young' ? seen.reason : seen.why}`);
    }
    return { chosen: undefined, pending, unfit };
}
async function lookAt(candidate, list, repository, job) {
    const { platform, ageOf } = job;
    const mustKnow = candidate.digest !== undefined || platform !== undefined || ageOf !== undefined;
    if (list.stale !== undefined) {
        if (mustKnow)
            throw list.stale.failure;
        return { kind: 'fits', digest: undefined, date: undefined };
    }
    const found = await headOf(candidate, repository, mustKnow, job);
    if (found === undefined)
        return { kind: 'unfit', why: 'the list has it, and the registry answers 404 for it' };
    const { digest } = found;
    if (digest === undefined)
        return { kind: 'fits', digest, date: undefined };
    if (platform !== undefined && !(await hasPlatform(repository, digest, platform))) {
        return { kind: 'unfit', why: `it has no ${(0,images_platform/* formatPlatform */.Bq)(platform)}` };
    }
    const { registry, path, tag } = candidate;
    const age = await ageOf?.({ registry, path, tag }, digest, repository);
    return age?.kind === 'young' ? age : { kind: 'fits', digest, date: age?.date };
}
async function headOf(candidate, repository, mustKnow, { context: { log, signal } }) {
    try {
        return await repository.head(candidate.tag);
    }
    catch (thrown) {
        if (signal.aborted || mustKnow || !(0,polling/* mayPass */.b)(thrown))
            throw thrown;
        log.warn(`The digest of ${formatCandidate(candidate)} is not known: ${thrown.message}`);
        return { digest: undefined };
    }
}
async function hasPlatform(repository, digest, wanted) {
    const { images } = await (0,oci_image/* readImage */.AM)(repository, digest, () => false);
    return images.some(({ platform }) => (0,images_platform/* samePlatform */.my)(platform, wanted));
}
function formatCandidate({ registry, path, tag }) {
    return (0,images_name/* formatImage */.vy)({ registry, path, tag });
}

;// CONCATENATED MODULE: ./build/src/commands/latest/reasons.js



function reasonToGo({ tag, date }, step, facts, found) {
    const taken = `newer by a ${step} step${date === undefined ? '' : `, ${(0,image_dates/* formatImageDate */.TY)(date)}`}`;
    return [taken, ...beyond(tag.text, facts), ...waiting(facts), ...notConsidered(tag, found)].join('; ');
}
function reasonToStay(current, facts, strategy, unfit, found) {
    const tried = Math.min(facts.candidates, mostTried);
    const none = tried === 1 ? 'the newer tag cannot be taken' : `none of the ${tried} newest tags can be taken`;
    const because = unfit === undefined ? '' : ` (${unfit.tag}: ${unfit.why})`;
    return [
        tried === 0 ? `no newer version within ${strategy}` : `${none}${because}`,
        ...beyond(undefined, facts),
        ...waiting(facts),
        ...notConsidered(current, found),
    ].join('; ');
}
function reasonOfDoubt(current, unordered) {
    return `${unordered.text} is newer than ${current.text} by one of its versions and older by another, and nothing orders the two`;
}
function notConsidered(tag, { elsewhere }) {
    if (elsewhere === undefined)
        return [];
    const others = elsewhere.prefix === tag.prefix && elsewhere.v === tag.v ? 'other flavours' : 'other spellings';
    return [`${others} were not considered: ${elsewhere.text}`];
}
function beyond(taken, { newest, pending }) {
    const isNamed = newest === taken || pending.some(({ tag }) => tag === newest);
    return newest === undefined || isNamed ? [] : [`newest overall: ${newest}`];
}
function waiting({ pending }) {
    const tags = pending.map(({ tag, date }) => `${tag} (${(0,image_dates/* formatImageDate */.TY)(date)})`);
    return tags.length === 0 ? [] : [`too young for ${(0,input_names/* inputName */.yu)('min-age')}: ${tags.join(', ')}`];
}

;// CONCATENATED MODULE: ./build/src/commands/latest/by-version.js












async function answerByVersion({ image, where }, job) {
    const name = (0,images_name/* formatImage */.vy)(image);
    const current = (0,version/* parseTag */.E)(image.tag);
    if (current.kind !== 'version') {
        const reason = `the tag ${image.tag} has no version to compare; ${(0,input_names/* inputValue */.UV)('strategy', 'digest')} reports when it moves`;
        return { name, where, status: 'unsupported', answer: image, step: undefined, reason };
    }
    const list = await job.lists(image);
    const found = (0,reg_exp_timeout/* withRegExpTimeout */.V)(job.patterns, () => findNewer(list.tags, current, job.policy));
    if (list.tags.length === 0)
        throw withoutTags(image);
    const present = list.tags.some(({ text }) => text === image.tag) || (await exists(image, job));
    if (job.context.log.verbose)
        explain(name, current, list, job);
    const { chosen, pending, unfit } = await choose(found, image, list, job);
    const facts = {
        present,
        candidates: found.candidates.length,
        newest: found.newest?.text,
        pending,
        stale: list.stale?.since,
    };
    const shared = { name, where, list: facts };
    if (chosen === undefined && present && found.unordered !== undefined) {
        const reason = reasonOfDoubt(current, found.unordered);
        return { ...shared, status: 'unsupported', answer: image, step: undefined, reason };
    }
    if (chosen === undefined && present) {
        const nextStrategy = job.policy.strategy === 'patch' ? findBugfix(list, current, job) : undefined;
        return {
            ...shared,
            status: 'up-to-date',
            answer: image,
            step: undefined,
            reason: [reasonToStay(current, facts, job.policy.strategy, unfit, found), ...(nextStrategy ?? [])].join('; '),
        };
    }
    if (chosen === undefined) {
        return { ...shared, status: 'missing', answer: undefined, step: undefined, ...missingTag(image) };
    }
    warnOfRivals(chosen.tag, found, image, job);
    const step = stepTo(chosen.tag, current);
    const { digest: _old, ...tagged } = image;
    const answer = { ...tagged, tag: chosen.tag.text, ...(chosen.digest === undefined ? {} : { digest: chosen.digest }) };
    const reason = reasonToGo(chosen, step, facts, found);
    const { date } = chosen;
    if (present)
        return { ...shared, status: 'update', answer, step, date, reason };
    return { ...shared, status: 'missing', answer, step, date, ...missingTag(image, `${chosen.tag.text} is ${reason}`) };
}
async function exists(image, job) {
    const { registry } = await job.connect(image.registry);
    return (await registry.repository(image).head(image.tag)) !== undefined;
}
function findBugfix(list, current, job) {
    const policy = { ...job.policy, strategy: 'bugfix' };
    const [newer] = (0,reg_exp_timeout/* withRegExpTimeout */.V)(job.patterns, () => findNewer(list.tags, current, policy)).candidates;
    return newer === undefined
        ? []
        : [`${newer.text} is newer by a bugfix step, which needs ${(0,input_names/* inputValue */.UV)('strategy', 'bugfix')}`];
}
function missingTag(image, newer) {
    const message = `the registry has no tag ${image.tag}`;
    const advice = 'Check the tag; the command tags lists what exists.';
    return {
        reason: newer === undefined ? message : `${message}; ${newer}`,
        failure: new errors/* Failure */.HR('not-found', { operation: (0,images_name/* formatImage */.vy)(image), reason: message, advice }),
    };
}
function withoutTags(image) {
    return new errors/* Failure */.HR('not-found', {
        operation: (0,images_name/* formatRepository */.Sh)(image),
        reason: 'the repository has no tags',
        advice: 'Check the name of the repository.',
    });
}
function explain(name, current, { tags }, { policy, context: { log } }) {
    log.detail(`${name}: ${(0,quantities/* countOf */.pq)(tags.length, 'tag')}, the newest first`);
    for (const tag of [...tags].sort(version_order/* compareTags */.bb)) {
        log.detail(`  ${tag.text}: ${explainVerdict(judge(tag, current, policy), tag, current, policy)}`);
    }
}
function warnOfRivals(tag, { candidates, rivals }, image, { context: { log } }) {
    if (rivals.length === 0 || tag !== candidates[0])
        return;
    const others = rivals.map(({ text }) => text).join(', ');
    log.warn(`${formatCandidate({ ...image, tag: tag.text })} and ${others} follow the same version, and nothing orders them: the last by name was taken.`);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/lib/replace-file.js
var replace_file = __webpack_require__(6260);
;// CONCATENATED MODULE: ./build/src/commands/latest/cache.js









const cache_version = 1;
const mostBytes = 16 * 1024 * 1024;
async function openCache(folder, { log, now }) {
    await (0,promises_.mkdir)(folder, { recursive: true }).catch((error) => {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('cache-dir')} ${JSON.stringify(folder)} cannot be used: ${error.message}`, 'Name another folder.');
    });
    async function read(file, name, pick) {
        const path = (0,external_node_path_.join)(folder, file);
        try {
            const text = await readKept(path);
            if (text === undefined)
                return undefined;
            const value = JSON.parse(text);
            const isOurs = (0,manifest/* isObject */.Gv)(value) && value.version === cache_version && value.name === name;
            const picked = isOurs ? pick(value) : undefined;
            if (picked !== undefined)
                return picked;
            log.warn(`${path} is not what was kept there, and is not used`);
        }
        catch (error) {
            log.warn(`${path} cannot be read, and is not used: ${error.message}`);
        }
        return undefined;
    }
    async function write(file, name, value) {
        const path = (0,external_node_path_.join)(folder, file);
        const text = JSON.stringify({ version: cache_version, name, fetched: now().toISOString(), ...value });
        await (0,replace_file/* replaceFile */.f)(path, text, 0o600, 'replaced').catch((error) => log.warn(`${path} cannot be written: ${error.message}`));
    }
    return {
        readTags: (name, account) => read(fileOf('tags', name, account), wholeName(name), (value) => keptTags(value, now())),
        writeTags: (name, account, tags) => write(fileOf('tags', name, account), wholeName(name), { tags }),
        readDigest: (name, account, tag) => read(fileOf('digest', name, account, tag), wholeName(name), ({ digest }) => typeof digest === 'string' && (0,images_digest/* isDigest */.B)(digest) ? digest : undefined),
        writeDigest: (name, account, tag, digest) => write(fileOf('digest', name, account, tag), wholeName(name), { tag, digest }),
    };
}
async function readKept(path) {
    const found = await (0,promises_.lstat)(path).catch((error) => {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    });
    if (found === undefined)
        return undefined;
    if (!found.isFile())
        throw new Error('it is no ordinary file');
    if (found.size > mostBytes)
        throw new Error(`it has ${found.size} bytes, and at most ${mostBytes} are read`);
    return (0,promises_.readFile)(path, 'utf8');
}
function keptTags({ tags, fetched }, now) {
    const time = new Date(typeof fetched === 'string' ? fetched : Number.NaN);
    const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && (0,images_name/* isTag */.dz)(tag));
    return areTags && time <= now ? { tags, fetched: time } : undefined;
}
function fileOf(kind, name, account, tag = '') {
    const whole = wholeName(name);
    const hash = (0,external_node_crypto_.createHash)('sha256').update([whole, account, tag].join('\n')).digest('hex').slice(0, 16);
    return `${kind}-${whole.replace(/[^\w.-]/g, '_').slice(0, 100)}-${hash}.json`;
}
function wholeName({ registry, path }) {
    return `${registry.host}/${path}`;
}

// EXTERNAL MODULE: ./build/src/commands/shared/files/results-file.js
var results_file = __webpack_require__(9885);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/latest/inputs.js





const latestInputs = {
    image: (0,types/* list */.p_)({
        help: 'Set the images in use, by tag (`acme/app:1.2.0`, optionally with a digest), or files and folders that name them: Dockerfiles, Compose files, Kubernetes YAML, Helm values, kustomizations, lists.',
        placeholder: 'IMAGE|FILE,…',
    }),
    strategy: (0,types/* choice */.Yq)([...strategies, 'digest'], {
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

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/latest/words.js

const words_words = {
    update: 'newer version',
    'up-to-date': 'up to date',
    missing: 'missing',
    unsupported: 'not comparable',
    'not-found': 'not found',
    unknown: 'not known',
    error: 'error',
};
const icons = {
    update: '⬆️',
    'up-to-date': '✅',
    missing: '❌',
    unsupported: '➖',
    'not-found': '❌',
    unknown: '❔',
    error: '⚠️',
};
const tones = {
    update: 'good',
    'up-to-date': 'muted',
    missing: 'bad',
    unsupported: 'muted',
    'not-found': 'bad',
    unknown: 'bad',
    error: 'bad',
};
const labels = Object.keys(words_words);
function kindOf({ status, failure }) {
    return status === 'unknown' && failure !== undefined ? 'error' : status;
}
function labelOf(outcome) {
    return words_words[kindOf(outcome)];
}
function markedLabelOf(outcome) {
    return `${icons[kindOf(outcome)]} ${labelOf(outcome)}`;
}
function toneOf(outcome) {
    return tones[kindOf(outcome)];
}
function headlineOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined)
        return `${only.name}: ${labelOf(only)}${stepOf(only)}`;
    if (outcomes.length === 0)
        return 'the files name no image';
    const counts = labels.flatMap((label) => {
        const count = outcomes.filter((outcome) => kindOf(outcome) === label).length;
        const isNoun = label === 'update' || label === 'error';
        return count === 0 ? [] : [isNoun ? (0,quantities/* countOf */.pq)(count, words_words[label]) : `${count} ${words_words[label]}`];
    });
    return `${(0,quantities/* countOf */.pq)(outcomes.length, 'image')}: ${counts.join(', ')}`;
}
function stepOf({ status, answer, step }) {
    if (status !== 'update' || answer === undefined)
        return '';
    return step === 'digest' ? ` ${answer.digest ?? ''}` : ` ${answer.tag ?? ''} (${step})`;
}
function newerTag({ answer, step }) {
    if (step === undefined)
        return '';
    return (step === 'digest' ? answer?.digest : answer?.tag) ?? '';
}
function why({ reason, list, failure, status }) {
    if (failure !== undefined && status !== 'missing')
        return failure.reason;
    const stale = list?.stale === undefined ? '' : `; by a list of ${(0,quantities/* formatTime */.fU)(list.stale)} UTC`;
    return `${reason}${stale}`;
}

;// CONCATENATED MODULE: ./build/src/commands/latest/summary.js




const summary_open = 50;
const most = 2000;
function summaryOf(outcomes, headline) {
    const inOrder = [...outcomes].sort((one, other) => rankOf(one) - rankOf(other));
    const placed = outcomes.some(({ where }) => where.length > 0);
    const head = ['Status', 'Image', 'Newer tag', 'Reason', ...(placed ? ['Where'] : [])].map(markdown/* plain */.pj);
    const rowsOf = (some) => (0,markdown/* table */.tp)([head, ...some.map((one) => [...summaryRow(one), ...(placed ? [(0,markdown/* plain */.pj)(placesOf(one))] : [])])]);
    const more = inOrder.slice(summary_open, most);
    const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(markOf(outcomes), headline), outcomes.length === 0 ? undefined : rowsOf(inOrder.slice(0, summary_open)), more.length === 0 ? undefined : (0,markdown/* folded */.TM)((0,quantities/* countOf */.pq)(more.length, 'more image'), rowsOf(more)), outcomes.length > most ? (0,markdown/* plain */.pj)(`${outcomes.length - most} further images are in the output only.`) : undefined, (0,failure/* failureList */.J_)(failures));
}
function rankOf({ status }) {
    return ['update', 'missing', 'unknown', 'not-found', 'unsupported', 'up-to-date'].indexOf(status);
}
function markOf(outcomes) {
    if (outcomes.some(({ failure }) => failure !== undefined))
        return 'bad';
    if (outcomes.some(({ status }) => status === 'update'))
        return 'newer';
    return outcomes.every(({ status }) => status === 'up-to-date') ? 'good' : 'warning';
}
function summaryRow(outcome) {
    return [(0,markdown/* plain */.pj)(markedLabelOf(outcome)), (0,markdown/* code */.aY)(outcome.name), (0,markdown/* code */.aY)(newerTag(outcome)), (0,markdown/* plain */.pj)(why(outcome))];
}
function placesOf({ where: [first = '', ...others] }) {
    return others.length === 0 ? first : `${first} and ${others.length} more`;
}

;// CONCATENATED MODULE: ./build/src/commands/latest/report.js




const mostJobs = 256;
function reportLatest({ outcomes }) {
    const failures = outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const results = outcomes.map(resultOf);
    const headline = headlineOf(outcomes);
    const available = isAvailable(outcomes);
    const matrix = {
        include: outcomes
            .filter(({ status }) => status === 'update')
            .slice(0, mostJobs)
            .map(jobOf),
    };
    return {
        outputs: {
            ...singleOutputs(outcomes),
            ...(available === undefined ? {} : { 'update-available': String(available) }),
            results: JSON.stringify(results),
            matrix: JSON.stringify(matrix),
        },
        json: results.length === 1 ? results[0] : { updateAvailable: available, results },
        summary: summaryOf(outcomes, headline),
        table: tableOf(outcomes),
        names: outcomes.flatMap((one) => one.status === 'update' && one.answer !== undefined ? [(0,images_name/* formatImage */.vy)(named(one, one.answer))] : []),
        headline,
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function isAvailable(outcomes) {
    if (outcomes.some(({ status, step }) => status === 'update' || (status === 'missing' && step !== undefined)))
        return true;
    return outcomes.some(({ failure, status }) => failure !== undefined || status === 'unknown') ? undefined : false;
}
function singleOutputs(outcomes) {
    const [only] = outcomes;
    if (only === undefined || outcomes.length > 1)
        return {};
    const { answer, status, step } = only;
    return {
        tag: answer?.tag ?? '',
        image: answer === undefined ? '' : (0,images_name/* formatImage */.vy)(named(only, answer)),
        digest: answer?.digest ?? '',
        status,
        step: step ?? '',
    };
}
function named({ name, step }, answer) {
    const { digest, ...tagged } = answer;
    return name.includes('@') || step === 'digest' ? answer : tagged;
}
function resultOf(outcome) {
    const { name, where, status, answer, step, date, reason, list, failure } = outcome;
    return {
        image: name,
        ...(where.length === 0 ? {} : { where }),
        status,
        tag: answer?.tag,
        fullImage: answer === undefined ? undefined : (0,images_name/* formatImage */.vy)(named(outcome, answer)),
        digest: answer?.digest,
        updateAvailable: isAvailable([outcome]),
        step,
        reason,
        ...(0,image_dates/* imageDateObject */.lY)(date),
        ...(list && { ...list, pending: list.pending.map(({ tag }) => tag) }),
        ...(failure === undefined ? {} : { error: failure.message, exitCode: failure.exitCode }),
    };
}
function jobOf(outcome) {
    const { image, tag, fullImage, digest, step } = resultOf(outcome);
    return { image, tag, fullImage, digest, step, where: outcome.where.join(', ') };
}
function tableOf(outcomes) {
    const placed = outcomes.some(({ where }) => where.length > 0);
    return {
        columns: ['status', 'image', 'newer tag', 'reason', ...(placed ? ['where'] : [])],
        rows: outcomes.map((one) => [...rowOf(one), ...(placed ? [{ text: placesOf(one) }] : [])]),
    };
}
function rowOf(outcome) {
    return [
        { text: labelOf(outcome), tone: toneOf(outcome) },
        { text: outcome.name },
        { text: newerTag(outcome) },
        { text: why(outcome) },
    ];
}

// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(8081);
// EXTERNAL MODULE: ./build/src/commands/tags/read.js
var read = __webpack_require__(4598);
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

// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
;// CONCATENATED MODULE: ./build/src/commands/latest/targets.js




function checkLatest(inputs) {
    if (inputs.image.length === 0)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} is needed: the images that are in use, or files that name them`, 'For example acme/app:1.2.0, or k8s/.');
    if (inputs.strategy !== 'digest')
        return;
    const wrong = ['include', 'exclude'].find((name) => inputs[name] !== undefined);
    const given = inputs.prerelease ? 'prerelease' : wrong;
    if (given !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(given)} chooses among tags, and ${(0,input_names/* inputValue */.UV)('strategy', 'digest')} looks at one`, `Leave ${(0,input_names/* inputName */.yu)(given)} empty, or use another strategy.`);
    }
}
function planLatest(references, inputs, workflow) {
    const planned = new Map();
    for (const reference of references) {
        const one = planOne(reference, inputs, workflow);
        const name = one.kind === 'target' ? (0,images_name/* formatImage */.vy)(one.target.image) : one.outcome.name;
        const known = planned.get(name) ?? { one, where: [] };
        if (reference.where !== undefined)
            known.where.push(reference.where);
        planned.set(name, known);
    }
    return [...planned.values()].map(({ one, where }) => one.kind === 'target'
        ? { kind: 'target', target: { ...one.target, where } }
        : { kind: 'settled', outcome: { ...one.outcome, where } });
}
function planOne(reference, inputs, workflow) {
    const { kind, text, where } = reference;
    if (kind === 'unresolved')
        return settled('unknown', text, reference.reason);
    if (kind === 'no-tag')
        return settled('unsupported', text, 'the file has no tag for it: whoever renders it says which');
    const image = where === undefined ? (0,inputs_image/* readImage */.AM)(text, inputs, workflow) : nameInFile(text, inputs);
    if (image instanceof errors/* Failure */.HR)
        return settled('unknown', text, image.message);
    const { tag, ...rest } = (0,inputs_image/* withTag */.Rd)(image);
    if (tag === undefined)
        return settled('unsupported', (0,images_name/* formatImage */.vy)(image), 'a digest alone never moves and has no version');
    return { kind: 'target', target: { image: { ...rest, tag }, where: [] } };
}
function nameInFile(text, inputs) {
    const home = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    try {
        const image = (0,images_name/* parseImageName */["if"])(text, (0,images_name/* parseRegistry */.l5)('docker.io'));
        return image.registry.host === home.host ? { ...image, registry: home } : image;
    }
    catch (thrown) {
        if (thrown instanceof errors/* Failure */.HR)
            return thrown;
        throw thrown;
    }
}
function settled(status, name, reason) {
    return { kind: 'settled', outcome: { name, where: [], status, answer: undefined, step: undefined, reason } };
}

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
    report: reportLatest,
};
async function runLatest(inputs, context) {
    checkLatest(inputs);
    const platform = inputs.platform === undefined ? undefined : (0,images_platform/* parsePlatform */.Y8)(inputs.platform);
    const planned = planLatest(await (0,reference_files/* readReferences */.PK)(inputs.image, 'image'), inputs, context.workflow);
    const cache = inputs['cache-dir'] === undefined ? undefined : await openCache(inputs['cache-dir'], context);
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
    const answer = inputs.strategy === 'digest' ? answerByDigest : answerByVersion;
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    let done = 0;
    const outcomes = await (0,concurrency/* mapConcurrent */._)(planned, atOnce, async (one) => {
        const outcome = one.kind === 'settled' ? one.outcome : await settle(one.target, context, () => answer(one.target, job));
        done += 1;
        reportProgress(() => `${done} of ${planned.length} images looked up`, { done, total: planned.length });
        if (outcome.status === 'unknown' && outcome.failure === undefined)
            warnOf(outcome, context);
        return outcome;
    });
    const updates = outcomes.filter(({ status }) => status === 'update').length;
    if (updates > mostJobs)
        context.log.warn(`The matrix has ${mostJobs} of ${updates} updates: GitHub takes no more jobs.`);
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

/***/ 1346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ selectionInputs),
/* harmony export */   sp: () => (/* binding */ isSelected),
/* harmony export */   wH: () => (/* binding */ selected)
/* harmony export */ });
/* harmony import */ var _lib_reg_exp_timeout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3651);
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

/***/ 4598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ listWithDetails),
/* harmony export */   LF: () => (/* binding */ readDetails),
/* harmony export */   Zv: () => (/* binding */ listNames)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7825);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8640);
/* harmony import */ var _registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6081);
/* harmony import */ var _shared_concurrency_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3075);
/* harmony import */ var _shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1952);







const mostRead = 1000;
const mostDamaged = 20;
const atOnce = 8;
async function listNames(repository, context) {
    const names = await (0,_shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .F)(repository.tags(), (count) => `${count} tags so far`, context);
    return legalTags(names.map((name) => ({ name })), context);
}
async function listWithDetails(list, context) {
    const manifests = await (0,_shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .collect */ .F)(list(false), (count) => `${count} manifests and tags so far`, context);
    const tags = manifests.flatMap((manifest) => manifest.tags.map(({ name, pushed }) => ({ name, details: listedDetails(manifest, pushed) })));
    return legalTags(tags, context);
}
function legalTags(tags, { log }) {
    const legal = tags.filter(({ name }) => (0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isTag */ .dz)(name));
    const others = tags.length - legal.length;
    if (others > 0)
        log.warn(`The registry lists ${others} names that are no legal tags: they were left out.`);
    return legal;
}
function listedDetails(manifest, pushed = manifest.pushed) {
    const { digest, mediaType, size, platforms = [], created, pulled, unavailable } = manifest;
    const names = new Set(platforms.map(_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq));
    names.delete('unknown/unknown');
    return { digest, mediaType, size, platforms: [...names], created, pushed, pulled, unavailable };
}
async function readDetails(tags, repository, wanted, context) {
    if (tags.length > mostRead)
        throw tooMany(tags.length);
    const known = new Map();
    const reportProgress = (0,_shared_progress_collect_js__WEBPACK_IMPORTED_MODULE_4__/* .throttledProgress */ .k)(context);
    let done = 0;
    let failed = 0;
    const readOne = async (tag) => {
        if (tag.details?.unavailable !== undefined)
            return tag;
        const manifest = await repository.manifest(tag.name);
        if (manifest === undefined) {
            context.log.warn(`The tag ${tag.name} was listed, and is not there: it was left out.`);
            return undefined;
        }
        const { digest } = manifest.descriptor;
        const read = known.get(digest) ?? (0,_registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectManifest */ .m3)(repository, manifest, wanted).then(detailsOf);
        known.set(digest, read);
        return { ...tag, details: { ...tag.details, ...(await read) } };
    };
    const read = await (0,_shared_concurrency_js__WEBPACK_IMPORTED_MODULE_5__/* .mapConcurrent */ ._)(tags, atOnce, async (tag) => {
        try {
            return await readOne(tag);
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            const failure = (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .asFailure */ .h_)(thrown);
            failed += 1;
            if (failure.kind !== 'server' || failed > mostDamaged)
                throw failure;
            return { ...tag, failure: (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOfImage */ .hk)(failure, `the tag ${tag.name}`, tag.name) };
        }
        finally {
            done += 1;
            reportProgress(() => `${done} of ${tags.length} images read`, { done, total: tags.length });
        }
    });
    return read.filter((tag) => tag !== undefined);
}
function detailsOf({ descriptor, images, created }) {
    const platforms = images.flatMap(({ platform }) => (platform === undefined ? [] : [(0,_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform)]));
    return {
        digest: descriptor.digest,
        mediaType: descriptor.mediaType,
        size: (0,_registries_oci_inspection_js__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(images),
        platforms: [...new Set(platforms)],
        created,
    };
}
function tooMany(count) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('unsupported', {
        operation: `the dates or details of ${count} tags`,
        reason: `this registry reports none in its list, and each image would have to be read; that is done for ${mostRead} at most`,
        advice: `Choose fewer tags with ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('include')} and ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('exclude')}; for details ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputName */ .yu)('limit')} helps too, for ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputValue */ .UV)('sort', 'pushed')} it cannot, because the ` +
            `latest are only known when all are. ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_6__/* .inputValue */ .UV)('sort', 'version')} needs no dates.`,
    });
}


/***/ }),

/***/ 5213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GR: () => (/* binding */ maturityLadder),
/* harmony export */   SS: () => (/* binding */ compareNumbered),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   bb: () => (/* binding */ compareTags),
/* harmony export */   dU: () => (/* binding */ compareWords),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   r7: () => (/* binding */ compareCounters)
/* harmony export */ });
const maturityLadder = ['dev', 'alpha', 'milestone', 'beta', 'rc'];
const classes = ['normal', 'year', 'date', 'long'];
function compareVersions(one, other) {
    return (compareNumbered(one, other) ||
        compareLists(one.qualifiers, other.qualifiers, compareQualifiers) ||
        compareLists(one.counters, other.counters, compareCounters));
}
function compareNumbered(one, other) {
    return (compareLists(one.release, other.release, compareNumbers) ||
        compareLists(one.revision, other.revision, compareNumbers));
}
function compareTags(one, other) {
    if (one.kind === 'version' && other.kind === 'version') {
        return (compareWords(one.prefix, other.prefix) ||
            classes.indexOf(one.class) - classes.indexOf(other.class) ||
            compareVersions(other, one) ||
            compareWords(one.flavour, other.flavour) ||
            one.text.length - other.text.length ||
            compareText(one.text, other.text));
    }
    if (one.kind === 'version')
        return -1;
    return other.kind === 'version' ? 1 : compareText(one.text, other.text);
}
function compareLists(one, other, compare) {
    const length = Math.max(one.length, other.length);
    for (let index = 0; index < length; index++) {
        const difference = compare(one[index], other[index]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function compareNumbers(one = 0n, other = 0n) {
    return Number(one > other) - Number(one < other);
}
function compareCounts(one = -1n, other = -1n) {
    return compareNumbers(one, other);
}
function compareQualifiers(one, other) {
    const difference = standing(one) - standing(other);
    if (difference !== 0 || one === undefined || other === undefined)
        return difference;
    return (maturityLadder.indexOf(one.word) - maturityLadder.indexOf(other.word) ||
        compareText(one.word, other.word) ||
        compareLists(one.numbers, other.numbers, compareCounts));
}
function standing(qualifier) {
    if (qualifier === undefined)
        return 0;
    return qualifier.kind === 'pre' ? -1 : 1;
}
function compareCounters(one, other) {
    if (one === undefined || other === undefined)
        return Number(one !== undefined) - Number(other !== undefined);
    return compareText(one.shape, other.shape) || compareLists(one.numbers, other.numbers, compareCounts);
}
function compareWords(one, other) {
    if (one === other)
        return 0;
    const parts = (text) => text.split(/(\d+)/);
    return compareLists(parts(one), parts(other), (mine = '', theirs = '') => {
        const numbers = /^\d/.test(mine) && /^\d/.test(theirs);
        return numbers ? compareNumbers(BigInt(theirs), BigInt(mine)) : compareText(mine, theirs);
    });
}
function compareText(one, other) {
    return Number(one > other) - Number(one < other);
}


/***/ }),

/***/ 5649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ parseTag),
  r: () => (/* binding */ parseTags)
});

;// CONCATENATED MODULE: ./build/src/images/version-suffix.js
const qualifierWords = new Map([
    ...['alpha', 'beta', 'rc', 'milestone', 'dev', 'snapshot', 'nightly', 'canary', 'unstable', 'edge', 'next', 'pre']
        .concat(['preview', 'ea', 'experimental'])
        .map((word) => [word, { kind: 'pre', word }]),
    ['a', { kind: 'pre', word: 'alpha' }],
    ['b', { kind: 'pre', word: 'beta' }],
    ['cr', { kind: 'pre', word: 'rc' }],
    ['m', { kind: 'pre', word: 'milestone' }],
    ...['patch', 'hotfix', 'security', 'post'].map((word) => [word, { kind: 'post', word }]),
]);
const attachedWords = `(?:${[...qualifierWords.keys(), 'u', 'p', 'r'].join('|')})\\d*(?![a-zA-Z0-9])`;
const qualifier = /^[-_.]*([a-zA-Z]+)(?:(?!-\d+-g[0-9a-f]{7,40}(?![a-zA-Z0-9]))[-_.]?(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9]))?(?![a-zA-Z0-9])/;
const described = /^-(\d+)-g[0-9a-f]{7,40}(?![a-zA-Z0-9])/;
const dated = /^([-_.]+)((?:19|20)\d\d([-_]?)(?:0[1-9]|1[0-2])\3(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3])[-_]?[0-5]\d(?:[-_]?[0-5]\d)?Z?|(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)((?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
const clock = /^T(?:[01]\d|2[0-3])([-_.]?)[0-5]\d(?:\1[0-5]\d(?:\.\d+)?)?Z?(?![a-zA-Z0-9])/;
const update = /^u(\d+)(?:-b(\d+))?(?![a-zA-Z0-9])/;
const named = /^([-_.]+(?:r|ls|kb|master-|[a-z]+\.))(\d+)(?!\.\d|[a-zA-Z0-9])/i;
const bare = /^([-_]+)(\d+(?:\.\d+)?)(?!\.\d|[a-zA-Z0-9])/;
const threeNumbers = /\d\.\d+\.\d/;
const second = /^([-_.]+[a-zA-Z]*|[a-zA-Z]+)(\d+(?:\.\d+){2,})(?!\.?\d)/;
const platform = /^[-_.]*(?:alpine|debian|ubuntu|centos|rhel|ubi|fedora|rocky|rockylinux|almalinux|amazonlinux|oraclelinux|opensuse|leap|sles|photon|nanoserver|windowsservercore|servercore|windows)[-_.]?\d+(?:\.\d+){2,}(?!\.?\d)/i;
const flavourPiece = /^[-_.]*[^-_.]*/;
function readSuffix(text, before) {
    const qualifiers = [];
    const counters = [];
    let flavour = '';
    const hasVersion = threeNumbers.test(text);
    let rest = text;
    while (rest !== '') {
        const directly = flavour === '';
        const level = directly && qualifiers.length === 0 ? before + counters.length : 3;
        const found = readQualifier(rest) ??
            readCounter(rest, rest === text, directly, Math.min(level, 3)) ??
            (hasVersion ? readVersion(rest) : undefined);
        if (found === undefined) {
            const [piece = rest] = (hasVersion ? platform.exec(rest) : null) ?? flavourPiece.exec(rest) ?? [];
            flavour += piece;
            rest = rest.slice(piece.length);
        }
        else {
            if ('shape' in found.part)
                counters.push(found.part);
            else
                qualifiers.push(found.part);
            rest = rest.slice(found.length);
        }
    }
    return { qualifiers, counters, flavour };
}
function readQualifier(text) {
    const match = qualifier.exec(text);
    const known = qualifierWords.get(match?.[1]?.toLowerCase() ?? '');
    if (match === null || known === undefined)
        return undefined;
    return { part: { ...known, numbers: match[2] === undefined ? [] : toNumbers(match[2]) }, length: match[0].length };
}
function readCounter(text, first, directly, level) {
    const commits = described.exec(text);
    if (commits !== null)
        return found(commits[0], '-N-g', toNumbers(commits[1]));
    const date = dated.exec(text);
    if (date !== null) {
        const [whole, mark = '', moment = '', , more = ''] = date;
        return found(whole, `${mark}${lettersOf(moment)}`, toNumbers(`${moment.replace(/\D/g, '')}${more}`));
    }
    const java = first ? update.exec(text) : null;
    if (java !== null)
        return found(java[0], java[0].replace(/\d+/g, 'N'), numbersIn(java[0]), 2);
    const time = first ? clock.exec(text) : null;
    if (time !== null)
        return found(time[0], time[0].replace(/\d/g, 'N'), numbersIn(time[0]));
    const build = named.exec(text);
    if (build !== null)
        return found(build[0], `${build[1]}N`, toNumbers(build[2]));
    const number = directly ? bare.exec(text) : null;
    if (number === null)
        return undefined;
    const numbers = toNumbers(number[2]);
    return level < 3 && isPair(numbers)
        ? found(number[0], `${number[1]}N.N`, numbers, 0)
        : found(number[0], `${number[1]}N`, numbers, level);
}
function readVersion(text) {
    const version = platform.test(text) ? null : second.exec(text);
    return version === null ? undefined : found(version[0], `${version[1]}N.N.N`, toNumbers(version[2]), 0);
}
function found(whole, shape, numbers, level = 3) {
    return { part: { shape, numbers, level }, length: whole.length };
}
function isPair(numbers) {
    return numbers.length === 2 && numbers.every((number) => number < 1000n);
}
function lettersOf(moment) {
    const letters = [...'YYYYMMDDhhmmss'];
    return moment.replace(/\d/g, () => letters.shift() ?? '');
}
function numbersIn(text) {
    return (text.match(/\d+/g) ?? []).map(BigInt);
}
function toNumbers(dotted = '0') {
    return dotted.split('.').map(BigInt);
}

;// CONCATENATED MODULE: ./build/src/images/version.js

const referrerTag = /^sha(?:256|512)-[0-9a-f]{64}(?:\..+)?$|\.(?:sig|att|sbom)$/;
const calendarDay = String.raw `(?:19|20)\d\d([-_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)`;
const bareLead = /^()(v?)(?=\d+(?:[-_.]|$))/i;
const dayLead = new RegExp(`^((?:[a-zA-Z][a-zA-Z0-9]*[-_.]+)+)(?=${calendarDay.replace('\\1', '\\2')})`);
const lead = new RegExp(`^((?:(?:x86_64|(?!x86_64|v\\d)[a-z][a-z0-9.]*|\\d+(?!${attachedWords})[a-z][a-z0-9]*)[-_]+)*)(v?)(?=\\d)`, 'i');
const wordNumber = new RegExp(`^\\d+(?!${attachedWords}|T\\d)[a-z]`, 'i');
const splitNumber = /(?<!\d)(?:19|20)\d\d(?:[-_](?:0[1-9]|1[0-2])(?!\d|\.\d)|([-_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d))|\d+(?:\.\d+){2,}/;
const day = /^((?:19|20)\d\d)([-_]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])((?:\.\d+)*)(?!\d)/;
const dotted = /^\d+(?:\.\d+)*/;
const shortestCommit = 7;
const commit = /^(?=.*[a-f])(?=.*\d)g?[0-9a-f]{7,64}$/;
const commitMark = /(?:^|[-_])(?:sha|git)[-_]$/;
function parseTag(text) {
    return parseWith(text, { numbersOf: readNumbers, suffixOf: readSuffix });
}
function parseTags(texts) {
    const suffixes = [1, 2, 3].map((before) => remembered((ending) => readSuffix(ending, before)));
    const readers = {
        numbersOf: remembered(readNumbers),
        suffixOf: (ending, before) => suffixes[before - 1]?.(ending) ?? readSuffix(ending, before),
    };
    return texts.map((text) => parseWith(text, readers));
}
function remembered(read) {
    const known = new Map();
    return (text) => {
        const value = known.get(text) ?? read(text);
        known.set(text, value);
        return value;
    };
}
function parseWith(text, { numbersOf, suffixOf }) {
    if (referrerTag.test(text))
        return { kind: 'referrer', text };
    const start = bareLead.exec(text) ?? readLead(text);
    if (start === null)
        return { kind: 'unversioned', text };
    const [whole, prefix = '', v] = start;
    const following = text.slice(whole.length);
    const [numbers = ''] = day.exec(following) ?? dotted.exec(following) ?? [];
    const { class: kind, release, revision } = numbersOf(numbers);
    const { qualifiers, counters, flavour } = suffixOf(following.slice(numbers.length), release.length);
    return {
        kind: 'version',
        text,
        prefix,
        v: v === 'v' || v === 'V' ? v : '',
        class: kind,
        release,
        revision,
        qualifiers,
        counters,
        flavour,
    };
}
function readLead(text) {
    const start = dayLead.exec(text) ?? lead.exec(text);
    if (start === null)
        return null;
    const [whole, prefix = ''] = start;
    const isNone = namesCommit(prefix, text.slice(prefix.length)) ||
        wordNumber.test(text.slice(whole.length)) ||
        splitsNumber(text, prefix);
    return isNone ? null : start;
}
function splitsNumber(text, prefix) {
    return prefix !== '' && (splitNumber.exec(text)?.index ?? text.length) < prefix.length;
}
function namesCommit(prefix, following) {
    const end = following.search(/[-_.]/);
    const word = end < 0 ? following : following.slice(0, end);
    if (prefix === '')
        return isCommit(word);
    if (commitMark.test(prefix) && /^\d{7,64}$/.test(word) && !day.test(word))
        return true;
    return isCommit(word) || prefix.split(/[-_]/).some(isCommit);
}
function isCommit(word) {
    return word.length >= shortestCommit && commit.test(word);
}
function readNumbers(text) {
    const [date, year, , month, dayOfMonth, more = ''] = day.exec(text) ?? [];
    const all = toNumbers(date === undefined ? text : `${year}.${month}.${dayOfMonth}${more}`);
    const kind = date === undefined ? classOf(all[0] ?? 0n) : 'date';
    return { class: kind, release: all.slice(0, 3), revision: all.slice(3) };
}
function classOf(first) {
    if (first < 1000n)
        return 'normal';
    return first < 10000n ? 'year' : 'long';
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

/***/ 3651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ withRegExpTimeout)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8640);



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


/***/ })

};
