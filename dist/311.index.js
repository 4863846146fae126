export const id = 311;
export const ids = [311];
export const modules = {

/***/ 5737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ pruneAll)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/retention/image.js
var retention_image = __webpack_require__(5477);
// EXTERNAL MODULE: ./build/src/images/version.js + 1 modules
var version = __webpack_require__(5649);
// EXTERNAL MODULE: ./build/src/images/version-order.js
var version_order = __webpack_require__(5213);
;// CONCATENATED MODULE: ./build/src/retention/order.js


function newestFirst(images) {
    const read = new Map();
    const best = (image) => {
        const known = read.get(image) ?? bestOf(image);
        read.set(image, known);
        return known;
    };
    return [...images].sort((one, other) => {
        const time = timeOf(one);
        const otherTime = timeOf(other);
        return time === otherTime ? (0,version_order/* compareTags */.bb)(best(one), best(other)) : otherTime - time;
    });
}
function timeOf({ date }) {
    return date?.getTime() ?? Number.NEGATIVE_INFINITY;
}
function bestOf({ tags }) {
    const [best] = tags.map(version/* parseTag */.E).sort(version_order/* compareTags */.bb);
    if (best === undefined)
        throw new Error('an image without tags');
    return best;
}

// EXTERNAL MODULE: ./build/src/retention/policy.js
var retention_policy = __webpack_require__(1428);
;// CONCATENATED MODULE: ./build/src/retention/relations.js

function relationsOf(images, graph) {
    const referrers = new Map();
    const parents = new Map();
    const referring = new Set();
    for (const [digest, links] of graph) {
        if (links.subject !== undefined)
            append(referrers, links.subject, digest);
        for (const child of links.children)
            append(parents, child, digest);
    }
    for (const { digest, tags } of images) {
        const own = graph.get(digest)?.subject;
        const named = tags.map(retention_image/* subjectOfTag */.s).filter((subject) => subject !== undefined && subject !== digest);
        if (own !== undefined || named.length === tags.length)
            referring.add(digest);
        for (const subject of new Set(named)) {
            if (subject !== undefined && subject !== own)
                append(referrers, subject, digest);
        }
    }
    return {
        isReferrer: ({ digest }) => referring.has(digest),
        childrenOf: (digest) => graph.get(digest)?.children ?? [],
        referrersOf: (digest) => referrers.get(digest) ?? [],
        neededBy(digest) {
            const { children = [], subject } = graph.get(digest) ?? {};
            return subject === undefined ? children : [...children, subject];
        },
        leadingTo(digest) {
            const found = closureOf([digest], (one) => [
                ...(parents.get(one) ?? []),
                ...[graph.get(one)?.subject].filter((subject) => subject !== undefined),
            ]);
            found.delete(digest);
            return [...found];
        },
        withParents: (digests) => closureOf(digests, (digest) => parents.get(digest) ?? []),
    };
}
function closureOf(digests, nextOf) {
    const found = new Set();
    const open = [...digests];
    for (let digest = open.pop(); digest !== undefined; digest = open.pop()) {
        if (found.has(digest))
            continue;
        found.add(digest);
        open.push(...nextOf(digest));
    }
    return found;
}
function createReach(relations, nextOf = (digest) => [
    ...relations.referrersOf(digest),
    ...relations.childrenOf(digest),
]) {
    const reached = new Map();
    const finished = [];
    return {
        has: (digest) => reached.has(digest),
        by: (digest) => reached.get(digest),
        inOrder: () => [...finished].reverse(),
        add(start, name) {
            const open = [{ digest: start, leave: false }];
            for (let next = open.pop(); next !== undefined; next = open.pop()) {
                const { digest, leave } = next;
                if (leave)
                    finished.push(digest);
                if (leave || reached.has(digest))
                    continue;
                reached.set(digest, name);
                open.push({ digest, leave: true });
                for (const one of nextOf(digest))
                    open.push({ digest: one, leave: false });
            }
        },
    };
}
function append(map, key, value) {
    const known = map.get(key);
    if (known === undefined)
        map.set(key, [value]);
    else
        known.push(value);
}

// EXTERNAL MODULE: ./build/src/lib/duration.js
var duration = __webpack_require__(8081);
;// CONCATENATED MODULE: ./build/src/retention/rules.js



function holdOf({ digest, tags, unusable }, { inUse, protect, exclude, include }, used) {
    const place = used.get(digest);
    if (place !== undefined)
        return { rule: 'in-use', reason: `in use: ${place}` };
    const holds = [
        ['in-use', (tag) => (inUse.tags.has(tag) ? `in use: ${inUse.tags.get(tag)}` : undefined)],
        ['protect', (tag) => (protect?.test(tag) ? 'protected' : undefined)],
        ['exclude', (tag) => (exclude?.test(tag) ? 'excluded' : undefined)],
        ['include', (tag) => (include?.test(tag) === false ? 'not included' : undefined)],
    ];
    for (const [rule, said] of holds) {
        for (const tag of tags) {
            const reason = said(tag);
            if (reason !== undefined)
                return { rule, reason, tag };
        }
    }
    return unusable === undefined ? undefined : { rule: 'unusable', reason: unusable };
}
function createJudge(policy, now) {
    const counts = new Map();
    return (candidate) => {
        const ranks = (0,retention_policy/* groupsOf */.c1)(candidate.tags, policy.groupBy).map((group) => {
            const rank = (counts.get(group) ?? 0) + 1;
            counts.set(group, rank);
            return { group, rank };
        });
        const [first = { group: '', rank: 0 }] = [...ranks].sort((one, other) => one.rank - other.rank);
        const counted = policy.keep === undefined ? undefined : countOf(first, policy.keep, policy.groupBy !== undefined);
        if (counted !== undefined && !counted.goes)
            return counted;
        const aged = policy.olderThan === undefined ? undefined : ageOf(candidate, policy.olderThan, now);
        if (aged === undefined || counted === undefined)
            return aged ?? counted ?? keptByNothing;
        if (!aged.goes)
            return aged;
        return { goes: true, ruling: { rule: 'keep', reason: `${counted.ruling.reason}; ${aged.ruling.reason}` } };
    };
}
const keptByNothing = { goes: false, ruling: { rule: 'keep', reason: 'no rule was given' } };
function countOf({ group, rank }, keep, grouped) {
    const where = grouped ? ` of ${group === '' ? 'no group' : `group ${group}`}` : '';
    const goes = rank > keep;
    const reason = goes
        ? `number ${rank}${where}, and ${(0,input_names/* inputName */.yu)('keep')} is ${keep}`
        : `one of the newest ${keep}${where}`;
    return { goes, ruling: { rule: 'keep', reason } };
}
function ageOf({ date }, olderThan, now) {
    if (date === undefined) {
        return {
            goes: false,
            ruling: { rule: 'older-than', reason: `without a date, which ${(0,input_names/* inputName */.yu)('older-than')} never deletes` },
        };
    }
    const goes = now.getTime() - date.getTime() > olderThan;
    const reason = `of ${(0,duration/* formatDay */.im)(date)}, ${goes ? 'older' : 'not older'} than ${(0,duration/* formatSpan */.QA)(olderThan)}`;
    return { goes, ruling: { rule: 'older-than', reason } };
}

;// CONCATENATED MODULE: ./build/src/retention/plan.js






function plan(contents, policy, now) {
    const { images, graph, untagged = [], takesSignatures = false } = contents;
    const relations = relationsOf(images, graph);
    const ordinary = newestFirst(images.filter((image) => !relations.isReferrer(image)));
    const referrers = images.filter(relations.isReferrer);
    const used = usedDigests(policy, relations);
    const judged = judgeAll(ordinary, policy, used, now);
    const holds = new Map(referrers.map((image) => [image.digest, holdOfReferrer(image, policy, used)]));
    const held = referrers.filter(({ digest }) => holds.get(digest) !== undefined);
    const kept = judged.flatMap(({ image, outcome }) => (outcome === 'deleted' ? [] : [image]));
    const wanted = takesSignatures ? blockSigned(judged, [...held, ...kept]) : judged;
    const known = createReach(relations);
    for (const image of ordinary)
        known.add(image.digest, nameOf(image));
    const needed = createReach(relations);
    for (const { image, outcome } of wanted)
        if (outcome !== 'deleted')
            needed.add(image.digest, nameOf(image));
    for (const image of referrers) {
        if (holds.get(image.digest) !== undefined || !known.has(image.digest))
            needed.add(image.digest, nameOf(image));
    }
    for (const [digest, place] of policy.inUse.digests)
        needed.add(digest, `what is in use (${place})`);
    for (const digest of untagged)
        if (!known.has(digest))
            needed.add(digest, digest);
    const verdicts = [
        ...wanted.map((verdict) => blockParts(verdict, needed)),
        ...referrers.map((image) => judgeReferrer(image, holds.get(image.digest), known, needed)),
    ];
    return { verdicts, orphans: orphansOf(verdicts, needed, relations), refusal: refusalOf(verdicts, policy) };
}
function deletedTags({ verdicts }) {
    return countTags(verdicts.filter(({ outcome }) => outcome === 'deleted'));
}
function usedDigests({ inUse }, relations) {
    const used = new Map();
    for (const [digest, place] of inUse.digests) {
        for (const one of relations.withParents([digest]))
            used.set(one, place);
    }
    return used;
}
function judgeAll(ordinary, policy, used, now) {
    const judge = createJudge(policy, now);
    return ordinary.map((image) => {
        const hold = holdOf(image, policy, used);
        if (hold !== undefined)
            return { image, referrer: false, outcome: 'kept', ...hold };
        const { goes, ruling } = judge(image);
        if (!goes)
            return { image, referrer: false, outcome: 'kept', ...ruling };
        const exempt = policy.exempt.get(image.digest);
        if (exempt !== undefined)
            return { image, referrer: false, outcome: 'kept', rule: 'in-use', reason: exempt };
        if (image.locked === undefined)
            return { image, referrer: false, outcome: 'deleted', ...ruling };
        return { image, referrer: false, outcome: 'blocked', rule: 'locked', reason: image.locked };
    });
}
function blockSigned(judged, staying) {
    const signatures = new Map();
    for (const { tags } of staying.filter(({ locked }) => locked === undefined)) {
        for (const tag of tags.filter(retention_image/* isSignatureTag */.L))
            signatures.set((0,retention_image/* subjectOfTag */.s)(tag) ?? '', tag);
    }
    return judged.map((verdict) => {
        const signature = signatures.get(verdict.image.digest);
        if (verdict.outcome !== 'deleted' || signature === undefined)
            return verdict;
        const reason = `${signature} stays, and the registry would delete it too`;
        return { ...verdict, outcome: 'blocked', rule: 'part', reason };
    });
}
function blockParts(verdict, needed) {
    const { image, outcome } = verdict;
    if (outcome !== 'deleted' || !needed.has(image.digest))
        return verdict;
    return {
        image,
        referrer: false,
        outcome: 'blocked',
        rule: 'part',
        reason: `a part of ${needed.by(image.digest)}, which stays`,
    };
}
function holdOfReferrer(image, policy, used) {
    if (image.locked !== undefined)
        return { rule: 'locked', reason: image.locked };
    return holdOf(image, { ...policy, include: undefined }, used);
}
function judgeReferrer(image, hold, known, needed) {
    if (hold !== undefined)
        return { image, referrer: true, outcome: 'kept', ...hold };
    const about = { image, referrer: true, rule: 'subject' };
    const subject = known.by(image.digest);
    if (subject === undefined)
        return { ...about, outcome: 'kept', reason: 'refers to what no tag leads to' };
    const keeper = needed.by(image.digest);
    if (keeper !== undefined)
        return { ...about, outcome: 'kept', reason: `belongs to ${keeper}, which stays` };
    return { ...about, outcome: 'deleted', reason: `belongs to ${subject}, which goes` };
}
function orphansOf(verdicts, needed, relations) {
    const deletions = createReach(relations);
    for (const { image, outcome } of verdicts)
        if (outcome === 'deleted')
            deletions.add(image.digest, nameOf(image));
    const tagged = new Set(verdicts.map(({ image }) => image.digest));
    return deletions.inOrder().filter((digest) => !needed.has(digest) && !tagged.has(digest));
}
function refusalOf(verdicts, { keep, maxDelete }) {
    const [deleted, all] = [deletedTags({ verdicts }), countTags(verdicts)];
    if (maxDelete !== undefined && (0,retention_policy/* exceeds */.Or)(maxDelete, deleted, all)) {
        return `${deleted} of ${all} tags would be deleted, and ${(0,input_names/* inputName */.yu)('max-delete')} is ${(0,retention_policy/* formatLimit */.tW)(maxDelete)}`;
    }
    const stays = verdicts.some(({ outcome, referrer, image }) => outcome !== 'deleted' && !referrer && image.unusable === undefined);
    if (deleted === 0 || stays || keep === 0)
        return undefined;
    return `all images would be deleted (${deleted} of ${all} tags), and ${(0,input_names/* inputName */.yu)('keep')} is not 0`;
}
function countTags(verdicts) {
    return verdicts.reduce((sum, { image }) => sum + image.tags.length, 0);
}
function nameOf({ tags, digest }) {
    return tags[0] ?? digest;
}

// EXTERNAL MODULE: ./build/src/commands/shared/deletion/journal-file.js
var journal_file = __webpack_require__(6067);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/levels.js
var levels = __webpack_require__(312);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/reference-guard.js
var reference_guard = __webpack_require__(5314);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/remover.js
var deletion_remover = __webpack_require__(6261);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/verify.js
var verify = __webpack_require__(6794);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(1952);
;// CONCATENATED MODULE: ./build/src/commands/prune/execute-plan.js










const together = 50;
function imagesToDelete({ verdicts }) {
    const deleted = verdicts.filter(({ outcome }) => outcome === 'deleted');
    const ordinary = deleted.filter(({ referrer }) => !referrer).reverse();
    return [...ordinary, ...deleted.filter(({ referrer }) => referrer)].map(({ image }) => image);
}
async function executePlan(planned, journaled, context) {
    const { opened, inventory, plan } = planned;
    const { name: repository, driver } = opened;
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    const total = deletedTags(plan);
    let done = 0;
    const onDeleted = (tag) => {
        guard.deleted(tag);
        done += 1;
        reportProgress(() => `${(0,images_name/* formatRepository */.Sh)(repository)}: ${done} of ${(0,quantities/* countOf */.pq)(total, 'tag')} deleted`, {
            done,
            total,
        });
    };
    const known = new Map(inventory.images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest])));
    const guard = (0,reference_guard/* createReferenceGuard */.b)({ oci: opened.oci, driver, known });
    const remover = (0,deletion_remover/* createRemover */.v)({ opened, guard, signal: context.signal, onDeleted, leavesLocked: true });
    const deletedOrphans = [];
    let failure;
    try {
        for (const image of referrersOfKept(planned, journaled))
            remover.leave(image, 'it refers to what stays');
        const related = withSubjects(planned, journaled);
        const orphans = await removeInOrder(related, remover, guard);
        const written = orphans.filter((digest) => journaled.digests.has(digest));
        if (remover.stopped() === undefined)
            await deleteOrphans(written, related, guard, deletedOrphans);
        if (remover.changed() && !context.signal.aborted)
            await (0,verify/* verifyKept */.u)(opened, keptTags(plan));
    }
    catch (thrown) {
        failure = (0,errors/* asFailure */.h_)(thrown);
    }
    return {
        repository,
        plan,
        removals: remover.removals,
        deletedOrphans,
        changed: remover.changed() || deletedOrphans.length > 0,
        failure: context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : (remover.stopped() ?? failure),
    };
}
function withSubjects(planned, { subjects }) {
    const graph = new Map(planned.inventory.graph);
    for (const [digest, subject] of subjects)
        graph.set(digest, { children: [], ...graph.get(digest), subject });
    return { ...planned, inventory: { ...planned.inventory, graph } };
}
function referrersOfKept({ plan }, { subjects }) {
    const deletions = imagesToDelete(plan);
    const deleted = new Set([...deletions.map(({ digest }) => digest), ...plan.orphans]);
    return deletions.filter(({ digest }) => {
        const subject = subjects.get(digest);
        return subject !== undefined && !deleted.has(subject);
    });
}
async function removeInOrder({ opened, inventory, plan, orphans }, remover, guard) {
    const referrers = new Set(plan.verdicts.filter(({ referrer }) => referrer).map(({ image }) => image.digest));
    const deletions = imagesToDelete(plan);
    const ordinary = deletions.filter(({ digest }) => !referrers.has(digest));
    const childrenOf = (digest) => inventory.graph.get(digest)?.children ?? [];
    for (const level of (0,levels/* inLevels */.r)(ordinary, childrenOf))
        await remover.remove(level);
    const { deleteTag, keepsUntagged = false } = opened.kind.capabilities;
    const leavesManifests = keepsUntagged && deleteTag === 'alone';
    const isDone = ordinary.length === deletions.length && orphans.length === 0 && !leavesManifests;
    if (remover.stopped() !== undefined || isDone)
        return [];
    const relations = relationsOf(inventory.images, inventory.graph);
    const kept = createReach(relations);
    const free = new Set(await guard.unreferenced(ordinary.map(({ digest }) => digest)));
    const isDeleted = ({ tags }) => tags.every((tag) => remover.removals.get(tag)?.kind === 'deleted');
    for (const image of ordinary) {
        if (!free.has(image.digest) || !isDeleted(image))
            kept.add(image.digest, image.tags[0] ?? image.digest);
    }
    const others = deletions.filter(({ digest }) => referrers.has(digest));
    for (const one of others)
        if (kept.has(one.digest))
            remover.leave(one, 'what it refers to was left alone');
    await remover.remove(others.filter(({ digest }) => !kept.has(digest)));
    const untagged = leavesManifests ? deletions.filter(isDeleted).map(({ digest }) => digest) : [];
    const wanted = new Set([...untagged, ...orphans].filter((digest) => !kept.has(digest)));
    const order = createReach(relations, relations.neededBy);
    for (const digest of wanted)
        order.add(digest, digest);
    return order.inOrder().filter((digest) => wanted.has(digest));
}
async function deleteOrphans(digests, { opened, inventory }, guard, deletedOrphans) {
    const { leadingTo } = relationsOf(inventory.images, inventory.graph);
    const tagged = new Set(inventory.images.map(({ digest }) => digest));
    for (let at = 0; at < digests.length; at += together) {
        const some = digests.slice(at, at + together).map((digest) => ({ digest, all: [digest, ...leadingTo(digest)] }));
        const free = new Set(await guard.stillUnreferenced(some.flatMap(({ all }) => all)));
        for (const { digest, all } of some) {
            if (!all.every((one) => free.has(one)))
                continue;
            const tags = (await opened.driver.tagsOn?.(digest)) ?? [];
            if (tags.length > 0)
                continue;
            const { kind } = await opened.driver.deleteManifest(digest);
            if ((kind === 'deleted' || kind === 'missing') && !tagged.has(digest))
                deletedOrphans.push(digest);
        }
    }
}
function keptTags({ verdicts }) {
    return verdicts.filter(({ outcome }) => outcome !== 'deleted').flatMap(({ image }) => image.tags);
}

// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/add-tree.js
var add_tree = __webpack_require__(8477);
;// CONCATENATED MODULE: ./build/src/commands/prune/journaling.js






const atOnce = 4;
async function journalImages({ repository, access, images, orphans }, journal, context) {
    const written = new Set();
    const subjects = new Map();
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    let done = 0;
    async function write(topLevel, tags) {
        const whole = new Map();
        await (0,add_tree/* addTree */.A)(access, topLevel, whole);
        for (const { descriptor, bytes } of whole.values()) {
            const { digest, mediaType } = descriptor;
            const isTopLevel = digest === topLevel.descriptor.digest && tags.length > 0;
            if (!isTopLevel && written.has(digest))
                continue;
            written.add(digest);
            await journal.add({ repository: repository.path, digest, mediaType, tags: isTopLevel ? tags : [], bytes });
        }
        done += 1;
        reportProgress(() => `${(0,quantities/* countOf */.pq)(done, 'image')} of ${images.length} in the journal`, {
            done,
            total: images.length,
        });
    }
    await (0,concurrency/* mapConcurrent */._)(images, atOnce, async ({ digest, tags }) => {
        const topLevel = await access.manifest(digest);
        if (topLevel === undefined)
            throw vanished((0,images_name/* formatImage */.vy)({ ...repository, digest }));
        if (topLevel.subject !== undefined)
            subjects.set(digest, topLevel.subject);
        await write(topLevel, tags);
    });
    const open = orphans.filter((digest) => !written.has(digest));
    await (0,concurrency/* mapConcurrent */._)(open, atOnce, async (digest) => {
        const manifest = await access.manifest(digest);
        if (manifest !== undefined)
            await write(manifest, []);
    });
    return { digests: written, subjects };
}
function vanished(image) {
    return new errors/* Failure */.HR('server', {
        operation: `Reading ${image} for the journal`,
        reason: 'the registry named it a moment ago, and answers 404 for it now; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/src/lib/heap.js

function keepHeapSmall() {
    for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20'])
        (0,external_node_v8_.setFlagsFromString)(flag);
}

// EXTERNAL MODULE: ./build/src/lib/reg-exp-timeout.js
var reg_exp_timeout = __webpack_require__(3651);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/access.js
var deletion_access = __webpack_require__(4417);
// EXTERNAL MODULE: ./build/src/images/date.js
var images_date = __webpack_require__(8398);
// EXTERNAL MODULE: ./build/src/registries/oci/media-types.js
var media_types = __webpack_require__(459);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var oci_manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/commands/prune/read-graph.js






const read_graph_atOnce = 8;
async function readGraph(manifests, known, access, context) {
    const graph = new Map(known);
    const listed = new Set();
    const indexes = new Set();
    const seen = new Set();
    const digestsOf = (some) => [...new Set(some.flatMap(({ digest }) => digest ?? []))];
    const all = new Set(digestsOf(manifests));
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    let done = 0;
    let total = 0;
    const readOne = async (digest) => {
        const manifest = await access.manifest(digest);
        if (manifest === undefined && all.has(digest))
            throw read_graph_vanished(digest);
        if (manifest === undefined)
            return;
        const { content, subject } = manifest;
        const children = content.kind === 'index' ? content.manifests : [];
        for (const child of children) {
            listed.add(child.digest);
            if ((0,oci_manifest/* isIndex */.nw)(child))
                indexes.add(child.digest);
        }
        if (subject !== undefined || children.length > 0) {
            graph.set(digest, { children: children.map((child) => child.digest), subject });
        }
        done += 1;
        reportProgress(() => `${done} of ${(0,quantities/* countOf */.pq)(total, 'manifest')} read`, { done, total });
    };
    const readAll = async (digests) => {
        total += digests.length;
        for (const digest of digests)
            seen.add(digest);
        await (0,concurrency/* mapConcurrent */._)(digests, read_graph_atOnce, readOne);
    };
    const available = manifests.filter(({ unavailable }) => unavailable === undefined);
    const open = available.filter(({ mediaType, isIndex = mediaType === undefined || (0,media_types/* isIndexType */.$U)(mediaType), mayHaveSubject = false }) => isIndex || mayHaveSubject);
    await readAll(digestsOf(open.filter(({ tags }) => tags.length > 0)));
    const untagged = digestsOf(open.filter(({ tags }) => tags.length === 0));
    await readAll(untagged.filter((digest) => !listed.has(digest) || indexes.has(digest)));
    const isOpen = (digest) => !seen.has(digest) && !all.has(digest);
    for (let inner = [...indexes].filter(isOpen); inner.length > 0; inner = [...indexes].filter(isOpen)) {
        await readAll(inner);
    }
    return graph;
}
function read_graph_vanished(digest) {
    return new errors/* Failure */.HR('server', {
        operation: `Reading the manifest ${digest}`,
        reason: 'the registry lists it, and answers 404 for it; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

// EXTERNAL MODULE: ./build/src/registries/oci/fallback-index.js
var fallback_index = __webpack_require__(6720);
;// CONCATENATED MODULE: ./build/src/commands/prune/read-referrers.js






const read_referrers_atOnce = 8;
async function readReferrers(contents, plan, used, access, context) {
    const none = { graph: contents.graph, mayDelete: () => false };
    const kept = keptOf(contents, plan, used);
    const starts = deletedReach(contents, plan).filter((digest) => !kept.has(digest));
    try {
        const [first] = starts;
        const listed = first === undefined ? undefined : await access.referrersByApi(first);
        if (first === undefined || listed === undefined)
            return none;
        const search = createSearch(contents, new Map([[first, listed]]), access, context);
        const found = await search.follow(starts, 'all');
        if (found.size > 0)
            await search.follow(kept.inOrder(), 'indexes');
        return { graph: search.graph, mayDelete: (digest) => found.has(digest) };
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        context.log.warn(`the referrers of what goes could not be read, and stay where they have no tag: ${(0,errors/* asFailure */.h_)(thrown).message}`);
        return none;
    }
}
function deletedReach({ images, graph }, { verdicts }) {
    const reach = createReach(relationsOf(images, graph));
    for (const { image, outcome } of verdicts)
        if (outcome === 'deleted')
            reach.add(image.digest, image.digest);
    return reach.inOrder();
}
function keptOf({ images, graph }, { verdicts }, used) {
    const kept = createReach(relationsOf(images, graph));
    for (const { image, outcome } of verdicts)
        if (outcome !== 'deleted')
            kept.add(image.digest, image.digest);
    for (const digest of used)
        kept.add(digest, digest);
    return kept;
}
function listedByImages({ images, graph }) {
    const lists = new Set(images.flatMap(({ digest, tags }) => (tags.some(fallback_index/* isReferrersTag */.zb) ? [digest] : [])));
    return new Set([...graph].flatMap(([digest, { children }]) => (lists.has(digest) ? [] : children)));
}
function createSearch(contents, answers, access, context) {
    const graph = new Map(contents.graph);
    const tagged = new Set(contents.images.map(({ digest }) => digest));
    const parts = listedByImages(contents);
    const searched = new Set();
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    async function linksOf(one, subject, read) {
        if (read === 'indexes' && !(0,oci_manifest/* isIndex */.nw)(one))
            return { children: [], subject };
        const manifest = await access.manifest(one.digest);
        if (manifest?.subject !== subject)
            return undefined;
        const { content } = manifest;
        return { children: content.kind === 'index' ? content.manifests.map(({ digest }) => digest) : [], subject };
    }
    async function referrersOf(subject, read) {
        const listed = answers.get(subject) ?? (await access.referrersByApi(subject)) ?? [];
        const open = listed.filter(({ digest }) => !tagged.has(digest) && !parts.has(digest) && !graph.has(digest));
        const links = await (0,concurrency/* mapConcurrent */._)(open, 1, async (one) => [one.digest, await linksOf(one, subject, read)]);
        for (const [digest, found] of links)
            if (found !== undefined)
                graph.set(digest, found);
        reportProgress(() => `referrers of ${searched.size} manifests read`);
        return links.flatMap(([digest, found]) => (found === undefined ? [] : [digest, ...found.children]));
    }
    return {
        graph,
        async follow(starts, read) {
            const before = new Set(graph.keys());
            for (let open = starts; open.length > 0;) {
                const fresh = [...new Set(open)].filter((digest) => !searched.has(digest));
                for (const digest of fresh)
                    searched.add(digest);
                open = (await (0,concurrency/* mapConcurrent */._)(fresh, read_referrers_atOnce, (digest) => referrersOf(digest, read))).flat();
            }
            return new Set([...graph.keys()].filter((digest) => !before.has(digest)));
        },
    };
}

// EXTERNAL MODULE: ./build/src/registries/oci/config.js
var oci_config = __webpack_require__(4725);
// EXTERNAL MODULE: ./build/src/registries/oci/graph.js
var oci_graph = __webpack_require__(8599);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var inspection = __webpack_require__(6081);
;// CONCATENATED MODULE: ./build/src/commands/prune/read-registry.js











const read_registry_atOnce = 8;
async function readRegistry(access, about, used, context) {
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    const tagsOn = new Map();
    const known = new Map();
    const graph = new Map();
    const dangling = [];
    let done = 0;
    await (0,concurrency/* forEachConcurrent */.C)(entriesOf(access.tags()), read_registry_atOnce, async (tag) => {
        const manifest = (0,images_name/* isTag */.dz)(tag) ? await access.manifest(tag) : undefined;
        if (manifest === undefined) {
            dangling.push(tag);
            return;
        }
        const { digest } = manifest.descriptor;
        tagsOn.set(digest, [...(tagsOn.get(digest) ?? []), tag]);
        const subject = (0,retention_image/* subjectOfTag */.s)(tag);
        const ordinary = subject === undefined || subject === digest;
        const earlier = known.get(digest);
        const details = earlier === undefined || (ordinary && !earlier.dated) ? read(manifest, ordinary, access, graph) : earlier.details;
        known.set(digest, { details, dated: ordinary || (earlier?.dated ?? false) });
        await details;
        done += 1;
        reportProgress(() => `${(0,images_name/* formatRepository */.Sh)(about)}: ${(0,quantities/* countOf */.pq)(done, 'tag')} read`);
    });
    await (0,concurrency/* mapConcurrent */._)(used, read_registry_atOnce, async (digest) => {
        if (known.has(digest))
            return;
        const manifest = await access.manifest(digest);
        if (manifest !== undefined)
            await addLinks(manifest, access, graph);
    });
    const images = [];
    for (const [digest, tags] of tagsOn) {
        const { date, size, unusable } = (await known.get(digest)?.details) ?? { date: undefined, size: undefined };
        images.push({ digest, tags, date, ...(size === undefined ? {} : { size }), ...(unusable && { unusable }) });
    }
    const contents = { images, graph };
    return { ...contents, dangling, loadGraph: (plan) => readReferrers(contents, plan, used, access, context) };
}
async function read(manifest, ordinary, access, graph) {
    await addLinks(manifest, access, graph);
    if (manifest.content.kind === 'former')
        return { date: undefined, size: undefined, unusable: `it is ${manifest.content.format}` };
    const dated = ordinary && manifest.subject === undefined;
    const { date, lost } = dated ? await dateOf(manifest, access, 1) : { date: undefined };
    const known = { date: (0,images_date/* plausibleDate */.e2)(date), size: sizeOf(manifest) };
    return lost === undefined ? known : { ...known, unusable: `its config ${lost} is lost: the registry answers 404` };
}
async function addLinks(root, access, graph) {
    const read = await (0,oci_graph/* readDown */.L)(access, root, (child) => (0,oci_manifest/* isIndex */.nw)(child) && !graph.has(child.digest));
    for (const manifest of read) {
        const children = (0,oci_graph/* listedBy */.l)(manifest).map(({ digest }) => digest);
        const { subject, descriptor } = manifest;
        if (subject !== undefined || children.length > 0)
            graph.set(descriptor.digest, { children, subject });
    }
}
async function dateOf(manifest, access, depth) {
    const { content } = manifest;
    if (content.kind === 'image') {
        if (!(0,inspection/* isImageConfig */._m)(content.config))
            return { date: (0,inspection/* createdOf */.YC)(manifest) };
        const config = await (0,oci_config/* findConfig */.u)(access, content.config);
        return config === undefined
            ? { date: undefined, lost: content.config.digest }
            : { date: (0,inspection/* createdOf */.YC)(manifest, config) };
    }
    for (const child of content.kind === 'index' ? content.manifests : []) {
        if ((0,inspection/* isAttestation */.H3)(child) || depth > oci_manifest/* depthLimit */.zR)
            continue;
        const inner = await access.manifest(child.digest);
        if (inner === undefined)
            continue;
        const { date, lost } = await dateOf(inner, access, depth + 1);
        return { date: (0,images_date/* plausibleDate */.e2)(date) ?? (0,inspection/* createdOf */.YC)(manifest), lost };
    }
    return { date: (0,inspection/* createdOf */.YC)(manifest) };
}
function sizeOf({ content }) {
    if (content.kind !== 'image')
        return undefined;
    return [content.config, ...content.layers].reduce((sum, { size = 0 }) => sum + size, 0);
}
async function* entriesOf(pages) {
    for await (const page of pages)
        yield* page;
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-inventory.js







const hasIllegalTag = 'it has a tag that is no legal name';
async function readInventory(opened, used, context) {
    const { kind, oci, driver } = opened;
    if (driver.list === undefined)
        return readRegistry(oci, opened.name, used, context);
    const listed = await (0,collect/* collect */.F)(driver.list(true), (count) => `${count} manifests and tags so far`, context);
    const { images, untagged, dangling, graph } = contentsOf(listed);
    const contents = { images, graph, untagged: kind.capabilities.keepsUntagged ? untagged : [] };
    if (kind.capabilities.lists?.includes('children'))
        return { ...contents, dangling };
    const { keepsUntagged = false } = kind.capabilities;
    const mayDelete = () => keepsUntagged;
    return {
        ...contents,
        dangling,
        async loadGraph(plan) {
            const read = await readGraph(listed, graph, oci, context);
            if (!keepsUntagged || !mayHaveReferrers(listed, read))
                return { graph: read, mayDelete };
            return { graph: (await readReferrers({ ...contents, graph: read }, plan, used, oci, context)).graph, mayDelete };
        },
    };
}
function mayHaveReferrers(listed, graph) {
    const parts = new Set([...graph.values()].flatMap(({ children }) => children));
    return listed.some(({ digest = '', tags, mediaType, mayHaveSubject }) => {
        const isRead = mediaType === undefined || (0,media_types/* isIndexType */.$U)(mediaType);
        return tags.length === 0 && !isRead && mayHaveSubject === undefined && !parts.has(digest);
    });
}
function contentsOf(listed) {
    const merged = new Map();
    const graph = new Map();
    const dangling = [];
    for (const manifest of listed) {
        const { digest, tags, children = [], subject, referrers = [] } = manifest;
        dangling.push(...tags.flatMap(({ name }) => (digest === undefined || !(0,images_name/* isTag */.dz)(name) ? [name] : [])));
        if (digest === undefined)
            continue;
        const known = merged.get(digest);
        merged.set(digest, known === undefined ? manifest : merge(known, manifest));
        if (children.length > 0 || subject !== undefined)
            graph.set(digest, { children, subject });
        for (const one of referrers)
            graph.set(one, { children: [], subject: digest });
    }
    const images = [];
    const untagged = [];
    for (const [digest, manifest] of merged) {
        if (manifest.tags.some(({ name }) => (0,images_name/* isTag */.dz)(name)))
            images.push(imageOf(digest, manifest));
        else if (manifest.tags.length === 0)
            untagged.push(digest);
    }
    return { images, untagged, dangling, graph };
}
function merge(one, other) {
    const names = new Set(one.tags.map(({ name }) => name));
    const tags = [...one.tags, ...other.tags.filter(({ name }) => !names.has(name))];
    return { ...other, tags, pushed: (0,images_date/* later */.NU)(one.pushed, other.pushed) };
}
function imageOf(digest, manifest) {
    const { tags, size, pushed, created, mediaType = '', unavailable } = manifest;
    const legal = tags.filter(({ name }) => (0,images_name/* isTag */.dz)(name));
    const [locked] = [
        ...(legal.length < tags.length ? [hasIllegalTag] : []),
        ...legal.flatMap((tag) => tag.locked ?? []),
    ];
    const format = (0,media_types/* formerFormat */.V9)(mediaType);
    const unusable = unavailable ?? (format === undefined ? undefined : `it is ${format}`);
    return {
        digest,
        tags: legal.map(({ name }) => name),
        date: pushed ?? created,
        ...(size === undefined ? {} : { size }),
        ...(locked === undefined ? {} : { locked }),
        ...(unusable === undefined ? {} : { unusable }),
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/planning.js









const holds = ['in-use', 'protect', 'exclude', 'include', 'unusable'];
const mostNamed = 10;
async function planAll(order, registry, context) {
    const plans = new Map();
    for (const repository of order.repositories) {
        plans.set(repository, await planNext(repository, order, registry, context));
    }
    const planned = [...plans.values()].flatMap((one) => ('plan' in one ? [one] : []));
    if (planned.length === plans.size)
        refuseUnknown(order.tagsInUse, planned);
    return plans;
}
async function planNext(repository, order, registry, context) {
    keepHeapSmall();
    try {
        const planned = await planOne(repository, order, registry, context);
        warnOfInventory(planned, context);
        return planned;
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        return { repository, failure: (0,errors/* asFailure */.h_)(thrown) };
    }
}
async function planOne(repository, order, registry, context) {
    const access = order.dryRun ? 'pull' : (0,deletion_access/* accessToDelete */.v)(registry.kind(), { digests: false });
    const opened = await registry.open(repository, access);
    const policy = order.policyFor(repository);
    const inventory = await readInventory(opened, [...policy.inUse.digests.keys()], context);
    const { include, exclude, protect, groupBy } = policy;
    const { takesSignatures = false } = opened.kind.capabilities;
    const planned = (of) => (0,reg_exp_timeout/* withRegExpTimeout */.V)({ include, exclude, protect, 'group-by': groupBy }, () => plan({ ...of, takesSignatures }, policy, context.now()));
    const unloaded = planned(inventory);
    if (inventory.loadGraph === undefined || deletedTags(unloaded) === 0)
        return { opened, inventory, policy, plan: unloaded, orphans: [] };
    const { graph, mayDelete } = await inventory.loadGraph(unloaded);
    const whole = { ...inventory, graph };
    const final = planned(whole);
    return { opened, inventory: whole, policy, plan: final, orphans: final.orphans.filter(mayDelete) };
}
function refuseUnknown(words, planned) {
    const tags = new Set(planned.flatMap(({ inventory }) => inventory.images.flatMap((image) => image.tags)));
    const unknown = words.find((word) => !tags.has(word));
    if (unknown === undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('in-use')}: ${JSON.stringify(unknown)} is no file here, and no tag of ${planned.map(({ opened }) => (0,images_name/* formatRepository */.Sh)(opened.name)).join(', ')}`, 'Nothing was deleted: correct it, or leave it out. A file is looked for in the working directory.');
}
function warnOfInventory(planned, { log, now }) {
    warnOfUnusable(planned, log);
    warnOfUndated(planned, log);
    warnOfFuture(planned, log, now());
    const { opened, inventory } = planned;
    if (inventory.dangling.length === 0)
        return;
    const [first] = inventory.dangling;
    const others = inventory.dangling.length - 1;
    log.warn(`${(0,images_name/* formatRepository */.Sh)(opened.name)}: the registry lists ${first}${others === 0 ? '' : ` and ${others} more tags`} without a ` +
        'manifest that could be read by that name: left alone');
}
function warnOfUnusable({ opened, inventory }, log) {
    const named = inventory.images.flatMap(({ tags: [tag], digest, unusable }) => unusable === undefined ? [] : [`${tag} (${digest}): ${unusable}`]);
    if (named.length === 0)
        return;
    const more = named.length > mostNamed ? `; and ${named.length - mostNamed} more` : '';
    const what = named.length === 1 ? 'an image that cannot be used is kept' : 'images that cannot be used are kept';
    log.warn(`${(0,images_name/* formatRepository */.Sh)(opened.name)}: ${what}: ${named.slice(0, mostNamed).join('; ')}${more}`);
}
function warnOfUndated({ opened, policy: { keep, olderThan }, plan: { verdicts } }, log) {
    const judged = verdicts.filter(({ referrer, rule }) => !referrer && !holds.includes(rule));
    const undated = judged.filter(({ image }) => image.date === undefined).length;
    if (undated === 0)
        return;
    const count = `${undated} of ${(0,quantities/* countOf */.pq)(judged.length, 'image')} ${undated === 1 ? 'has' : 'have'} no date`;
    const order = `${(0,input_names/* inputName */.yu)('keep')} orders these by the version in their tags, then by name, and takes them for older than all that have a date`;
    const effects = [
        ...(keep === undefined ? [] : [order]),
        ...(olderThan === undefined ? [] : [`${(0,input_names/* inputName */.yu)('older-than')} never deletes them`]),
    ];
    log.warn(`${(0,images_name/* formatRepository */.Sh)(opened.name)}: ${count} (reproducible builds, such as those of crane, ko, Nix and Buildpacks, set ` +
        `1970 or 1980): ${effects.join('; ')}`);
}
const tolerance = 24 * 60 * 60 * 1000;
function warnOfFuture({ opened, plan: { verdicts } }, log, now) {
    const early = verdicts.filter(({ image: { date } }) => date !== undefined && date.getTime() > now.getTime() + tolerance);
    const [first] = early;
    if (first === undefined)
        return;
    const more = early.length === 1 ? '' : ` and ${early.length - 1} more`;
    log.warn(`${(0,images_name/* formatRepository */.Sh)(opened.name)}: the date of ${first.image.tags[0] ?? first.image.digest}${more} is in the future: it counts as the ` +
        `newest image; ${(0,input_names/* inputName */.yu)('exclude')} leaves it out of the count`);
}
function planning_refusalOf({ opened, plan: { refusal } }) {
    if (refusal === undefined)
        return undefined;
    return new errors/* Failure */.HR('condition', {
        operation: `Pruning ${(0,images_name/* formatRepository */.Sh)(opened.name)}`,
        reason: `${refusal}; nothing was deleted`,
        advice: `Look at the plan with ${(0,input_names/* inputName */.yu)('dry-run')}. Change the rules, or if it is meant so, say so by ${(0,input_names/* inputName */.yu)('keep')} or ${(0,input_names/* inputName */.yu)('max-delete')}.`,
    });
}

;// CONCATENATED MODULE: ./build/src/commands/prune/prune-all.js






async function pruneAll(order, registry, context) {
    const pruned = [];
    const unread = [];
    let journal;
    const open = async () => {
        journal ??= await (0,journal_file/* createJournal */.s9)(order.journal, registry.name, context.now());
        return journal;
    };
    const plans = order.tagsInUse.length === 0 ? undefined : await planAll(order, registry, context);
    async function planAndPrune(repository) {
        const planned = plans?.get(repository) ?? (await planNext(repository, order, registry, context));
        return 'plan' in planned ? pruneOne(planned, order, open, context) : planned;
    }
    const leftAsItIs = (repository) => (thrown) => {
        if (!pruned.some((one) => one.changed))
            throw thrown;
        return { repository, failure: (0,errors/* asFailure */.h_)(thrown) };
    };
    try {
        for (const repository of order.repositories) {
            const one = await planAndPrune(repository).catch(leftAsItIs(repository));
            if ('plan' in one)
                pruned.push(one);
            else
                unread.push(one);
        }
    }
    catch (thrown) {
        await journal?.discard();
        throw thrown;
    }
    const changed = pruned.some((one) => one.changed);
    if (changed)
        await journal?.close();
    else
        await journal?.discard();
    return { pruned, unread, dryRun: order.dryRun, journal: changed ? order.journal : undefined };
}
async function pruneOne(planned, { dryRun }, open, context) {
    const refusal = planning_refusalOf(planned);
    if (dryRun)
        return untouched(planned, planned.orphans, refusal);
    if (refusal !== undefined || deletedTags(planned.plan) === 0)
        return untouched(planned, [], refusal);
    if (context.signal.aborted)
        return untouched(planned, [], (0,errors/* asFailure */.h_)(context.signal.reason));
    const { opened, plan, orphans } = planned;
    const journal = await open();
    let journaled;
    try {
        await opened.driver.prepareDelete?.();
        const deletions = { repository: opened.name, access: opened.oci, images: imagesToDelete(plan), orphans };
        journaled = await journalImages(deletions, journal, context);
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        return { repository: opened.name, failure: (0,errors/* asFailure */.h_)(thrown) };
    }
    await journal.seal();
    return executePlan(planned, journaled, context);
}
function untouched({ opened, plan }, deletedOrphans, failure = undefined) {
    return { repository: opened.name, plan, removals: new Map(), deletedOrphans, changed: false, failure };
}


/***/ }),

/***/ 6039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ reportPrune)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/journal-file.js
var journal_file = __webpack_require__(6067);
// EXTERNAL MODULE: ./build/src/reports/chart.js
var chart = __webpack_require__(8369);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/table.js
var table = __webpack_require__(6993);
;// CONCATENATED MODULE: ./build/src/retention/timeline.js
const most = 18;
const oneDay = 86_400_000;
const ofDay = (begin) => begin.slice(5, 10);
const ofMonth = (begin) => begin.slice(0, 7);
const ofYear = (begin) => begin.slice(0, 4);
const grains = [
    { begin: (time) => day(time), next: (begin) => new Date(begin.getTime() + oneDay), label: ofDay },
    {
        begin: (time) => new Date(day(time).getTime() - ((time.getUTCDay() + 6) % 7) * oneDay),
        next: (begin) => new Date(begin.getTime() + 7 * oneDay),
        label: ofDay,
    },
    { begin: (time) => month(time, 1), next: (begin) => month(begin, 1, 1), label: ofMonth },
    { begin: (time) => month(time, 3), next: (begin) => month(begin, 3, 3), label: ofMonth },
    { begin: (time) => month(time, 12), next: (begin) => month(begin, 12, 12), label: ofYear },
];
function timeline(images) {
    const times = images.map(({ date }) => date.getTime());
    if (times.length === 0)
        return [];
    const newest = new Date(times.reduce((one, other) => Math.max(one, other)));
    const oldest = new Date(times.reduce((one, other) => Math.min(one, other)));
    for (const [at, { begin, next, label }] of grains.entries()) {
        const last = at === grains.length - 1;
        const begins = [];
        for (let from = begin(oldest); from <= newest && (last || begins.length <= most); from = next(from)) {
            begins.push(from);
        }
        if (begins.length > most && !last)
            continue;
        const counts = new Map(begins.slice(-most).map((from) => [from.toISOString(), { kept: 0, deleted: 0 }]));
        for (const { date, deleted } of images) {
            const count = counts.get(begin(date).toISOString());
            if (count !== undefined)
                count[deleted ? 'deleted' : 'kept'] += 1;
        }
        return [...counts].map(([from, count]) => ({ label: label(from), ...count }));
    }
    return [];
}
function day(time) {
    return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()));
}
function month(time, size, plus = 0) {
    return new Date(Date.UTC(time.getUTCFullYear(), Math.floor(time.getUTCMonth() / size) * size + plus, 1));
}

;// CONCATENATED MODULE: ./build/src/commands/prune/tag-results.js
function tagResultsOf({ repository, plan, removals }, dryRun) {
    const becameOf = (reason, tag) => plan.refusal === undefined
        ? outcomeOf(removals.get(tag), reason)
        : { outcome: 'kept', reason: `${reason}; the plan was refused` };
    return plan.verdicts.flatMap((verdict) => verdict.image.tags.map((tag, at) => {
        const { digest, date, size } = verdict.image;
        const planned = { outcome: verdict.outcome, reason: reasonOf(verdict, tag) };
        const { outcome, reason } = planned.outcome !== 'deleted' || dryRun ? planned : becameOf(planned.reason, tag);
        return { repository, tag, digest, date, outcome, reason, size: at === 0 ? size : undefined };
    }));
}
function reasonOf({ tag: about, reason }, tag) {
    return about === undefined || about === tag ? reason : `on the same image as ${about}: ${reason}`;
}
function outcomeOf(removal, reason) {
    if (removal === undefined)
        return { outcome: 'failed', reason: 'not tried, because of what went wrong before' };
    if (removal.kind === 'deleted' || removal.kind === 'missing') {
        return { outcome: 'deleted', reason: removal.kind === 'deleted' ? reason : `${reason}; it was gone already` };
    }
    const outcomes = { failed: 'failed', locked: 'blocked', moved: 'kept', needed: 'kept' };
    return { outcome: outcomes[removal.kind], reason: removal.reason };
}
function wordOf(outcome, dryRun) {
    return dryRun && outcome === 'deleted' ? 'would be deleted' : outcome;
}
const urgency = ['failed', 'blocked', 'deleted', 'kept'];
function byUrgency(results) {
    return urgency.flatMap((outcome) => results.filter((one) => one.outcome === outcome));
}

;// CONCATENATED MODULE: ./build/src/commands/prune/summary.js









const mostRows = 2000;
const longestName = 32;
function headlineOf({ pruned, unread, dryRun }, results) {
    const names = [...pruned, ...unread].map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository));
    const where = names.length === 1 ? names[0] : (0,quantities/* countOf */.pq)(names.length, 'repository', 'repositories');
    if (pruned.length === 0 && unread.length === 1)
        return `${where}: not pruned`;
    const count = (outcome) => results.filter((one) => one.outcome === outcome).length;
    const headline = `${(0,quantities/* countOf */.pq)(count('deleted'), 'tag')} ${dryRun ? 'would be deleted' : 'deleted'}`;
    const more = ['kept', 'blocked', 'failed'].flatMap((outcome) => count(outcome) > 0 || outcome === 'kept' ? [`${count(outcome)} ${outcome}`] : []);
    const deletedOrphans = pruned.reduce((sum, one) => sum + one.deletedOrphans.length, 0);
    const parts = deletedOrphans === 0 ? [] : [`${(0,quantities/* countOf */.pq)(deletedOrphans, 'untagged manifest')} ${dryRun ? 'too' : 'deleted'}`];
    const untouched = unread.length === 0 ? [] : [`${unread.length} not pruned`];
    const refused = pruned.flatMap(({ plan }) => plan.refusal ?? []);
    const counts = [headline, ...parts, ...more, ...untouched].join(', ');
    if (refused.length === 0)
        return `${where}: ${counts}`;
    const [only] = refused;
    return names.length === 1
        ? `${where}: the plan is refused, ${only}; ${counts}`
        : `${where}: ${counts}, ${(0,quantities/* countOf */.pq)(refused.length, 'plan refused', 'plans refused')}`;
}
function markOf(dryRun, failures) {
    if (dryRun)
        return failures.length > 0 ? 'bad-dry-run' : 'dry-run';
    return failures.length > 0 ? 'bad' : 'good';
}
function summaryOf(result, results, failures) {
    const { pruned, unread, journal } = result;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(markOf(result.dryRun, failures), headlineOf(result, results)), (0,failure/* failureList */.J_)(failures), pruned.length + unread.length > 1 || results.length === 0 ? undefined : spaceOf(results, result.dryRun), counts(result, results), results.some(({ outcome }) => outcome === 'deleted') ? picture(results) : undefined, (0,journal_file/* journalNote */.KC)(journal), everyTag(results, result.dryRun), everyPart(result));
}
function counts({ pruned, unread, dryRun }, results) {
    if (pruned.length + unread.length < 2)
        return undefined;
    const head = ['Repository', dryRun ? 'Would be deleted' : 'Deleted', 'Kept', 'Blocked', 'Failed'].map(markdown/* plain */.pj);
    const rows = pruned.map(({ repository }) => {
        const own = results.filter((one) => one.repository.path === repository.path);
        const cells = ['deleted', 'kept', 'blocked', 'failed'].map((outcome) => (0,markdown/* plain */.pj)(String(own.filter((one) => one.outcome === outcome).length)));
        return [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), ...cells];
    });
    const open = unread.map(({ repository }) => [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), (0,markdown/* plain */.pj)('not pruned'), ...blank]);
    return (0,markdown/* table */.tp)([head, ...rows, ...open]);
}
const blank = ['', '', ''].map(markdown/* plain */.pj);
function spaceOf(results, dryRun) {
    const bytes = results.reduce((sum, { outcome, size = 0 }) => (outcome === 'deleted' ? sum + size : sum), 0);
    if (bytes === 0)
        return undefined;
    return (0,markdown/* plain */.pj)(`${dryRun ? 'The images that would be deleted have' : 'The deleted images had'} ${(0,quantities/* formatBytes */.z3)(bytes)}; what they share with others stays.`);
}
function picture(results) {
    const dated = new Map(results.flatMap(({ digest, date, outcome }) => date === undefined ? [] : [[digest, { date, deleted: outcome === 'deleted' }]]));
    const spans = timeline([...dated.values()]);
    const columns = spans.map(({ label, kept, deleted }) => ({ label, lower: kept, upper: deleted }));
    return (0,chart/* columnChart */.P)('What stays (blue) and goes (red), by the date of the image', 'images', columns);
}
function everyPart({ pruned }) {
    const rows = pruned.flatMap(({ repository, deletedOrphans }) => deletedOrphans.map((digest) => [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), (0,markdown/* code */.aY)(digest)]));
    if (rows.length === 0)
        return undefined;
    const shown = rows.slice(0, mostRows);
    return (0,markdown/* folded */.TM)(`Untagged manifests (${rows.length})`, (0,markdown/* table */.tp)([['Repository', 'Digest'].map(markdown/* plain */.pj), ...shown]));
}
function everyTag(results, dryRun) {
    if (results.length === 0)
        return undefined;
    const one = new Set(results.map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository))).size === 1;
    const head = ['Action', one ? 'Tag' : 'Image', 'Reason', 'Date', 'Digest'].map(markdown/* plain */.pj);
    const rows = byUrgency(results)
        .slice(0, mostRows)
        .map(({ outcome, repository, tag, date, reason, digest }) => [
        (0,markdown/* plain */.pj)(wordOf(outcome, dryRun)),
        (0,markdown/* code */.aY)((0,table/* withoutMiddle */.M)(one ? tag : (0,images_name/* formatImage */.vy)({ ...repository, tag }), longestName)),
        (0,markdown/* plain */.pj)(reason),
        (0,markdown/* unbroken */.D_)(date === undefined ? '' : (0,quantities/* formatTime */.fU)(date)),
        (0,markdown/* code */.aY)(digest.slice(0, 19)),
    ]);
    const more = results.length - rows.length;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* folded */.TM)(`Every tag and its reason (${results.length})`, (0,markdown/* table */.tp)([head, ...rows])), more === 0 ? undefined : (0,markdown/* plain */.pj)(`${more} further tags are in the outputs only.`));
}

;// CONCATENATED MODULE: ./build/src/commands/prune/report.js






const report_mostRows = 200;
function reportPrune(result) {
    const { pruned, unread, dryRun, journal } = result;
    const results = pruned.flatMap((one) => tagResultsOf(one, dryRun));
    const objects = (outcome) => results.filter((one) => one.outcome === outcome).map(objectOf);
    const failures = failuresOf(result);
    const deleted = results.filter(({ outcome }) => outcome === 'deleted').length;
    const left = results.length - deleted;
    return {
        get outputs() {
            return {
                deleted: JSON.stringify(objects('deleted')),
                kept: JSON.stringify(objects('kept')),
                blocked: JSON.stringify(objects('blocked')),
                failed: JSON.stringify(objects('failed')),
                'deleted-count': String(deleted),
                'kept-count': String(left),
                journal: journal ?? '',
            };
        },
        get json() {
            return {
                ...statusOf(failures),
                dryRun,
                deleted: objects('deleted'),
                kept: objects('kept'),
                blocked: objects('blocked'),
                failed: objects('failed'),
                deletedCount: deleted,
                keptCount: left,
                cleared: pruned.flatMap(({ repository, deletedOrphans }) => deletedOrphans.map((digest) => ({ image: (0,images_name/* formatImage */.vy)({ ...repository, digest }), digest }))),
                refused: pruned.flatMap(({ repository, plan: { refusal } }) => refusal === undefined ? [] : [{ image: (0,images_name/* formatRepository */.Sh)(repository), reason: refusal }]),
                unread: unread.map(({ repository, failure }) => ({
                    image: (0,images_name/* formatRepository */.Sh)(repository),
                    error: failure.message,
                    exitCode: failure.exitCode,
                })),
                journal: journal ?? null,
            };
        },
        get summary() {
            return summaryOf(result, results, failures);
        },
        get names() {
            return results
                .filter(({ outcome }) => outcome === 'deleted')
                .map(({ repository, tag }) => (0,images_name/* formatImage */.vy)({ ...repository, tag }));
        },
        table: tableOf(result, results),
        headline: headlineOf(result, results),
        note: (0,journal_file/* journalWords */.PV)(journal),
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function failuresOf({ pruned, unread }) {
    const inside = pruned.flatMap(({ failure, removals }) => [
        ...(failure === undefined ? [] : [failure]),
        ...[...removals.values()].flatMap((removal) => removal.kind === 'failed' && removal.failure !== undefined ? [removal.failure] : []),
    ]);
    return [...new Set([...inside, ...unread.map(({ failure }) => failure)])];
}
function statusOf([first]) {
    return first === undefined ? {} : (0,failure/* failureObject */.OR)(first);
}
function objectOf({ repository, tag, digest, date, reason }) {
    return { image: (0,images_name/* formatImage */.vy)({ ...repository, tag }), tag, digest, created: date ?? null, reason };
}
const tones = {
    deleted: 'good',
    failed: 'bad',
    blocked: 'bad',
    kept: 'muted',
};
function tableOf({ pruned, unread, dryRun }, results) {
    const several = pruned.length + unread.length > 1;
    const sorted = byUrgency(results);
    const left = unread.map(({ repository, failure }) => [
        { text: 'error', tone: 'bad' },
        { text: (0,images_name/* formatRepository */.Sh)(repository) },
        { text: '' },
        { text: failure.message },
    ]);
    const rows = sorted
        .slice(0, report_mostRows)
        .map(({ outcome, repository, tag, date, reason }) => [
        { text: wordOf(outcome, dryRun), tone: tones[outcome] },
        { text: several ? (0,images_name/* formatImage */.vy)({ ...repository, tag }) : tag },
        { text: date === undefined ? '' : (0,quantities/* formatTime */.fU)(date) },
        { text: reason },
    ]);
    const more = sorted.length - rows.length;
    const last = [{ text: '…' }, { text: `${more} more` }, { text: '' }, { text: 'the JSON has all of them' }];
    const columns = ['action', several ? 'image' : 'tag', 'date', 'reason'];
    return { columns, rows: [...left, ...rows, ...(more === 0 ? [] : [last])] };
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

/***/ 8477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ addTree)
/* harmony export */ });
/* harmony import */ var _registries_oci_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8599);

async function addTree(access, manifest, read) {
    if (read.has(manifest.descriptor.digest))
        return;
    for (const one of await (0,_registries_oci_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .readDown */ .L)(access, manifest, ({ digest }) => !read.has(digest))) {
        read.set(one.descriptor.digest, one);
    }
}


/***/ }),

/***/ 312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ inLevels)
/* harmony export */ });
function inLevels(images, childrenOf) {
    const levels = [];
    let left = images;
    while (left.length > 0) {
        const listed = new Set(left.flatMap(({ digest }) => childrenOf(digest)));
        const level = left.filter(({ digest }) => !listed.has(digest));
        levels.push(level);
        left = left.filter(({ digest }) => listed.has(digest));
    }
    return levels;
}


/***/ }),

/***/ 5314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ createReferenceGuard)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _registries_oci_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8599);
/* harmony import */ var _registries_oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6258);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3075);
/* harmony import */ var _list_tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6634);





const atOnce = 8;
const fewest = 25;
function createReferenceGuard({ oci, driver, known: before, exempts = () => false, }) {
    const known = new Map(before);
    const referenced = new Map();
    const deleted = new Set();
    const referencedAgain = new Map();
    let untilList = 0;
    let untilCheck = 0;
    let looking;
    let listing;
    function lookAtAll() {
        looking ??= (async () => {
            const tags = await listed();
            await lookAt(tags);
            untilCheck = Math.max(fewest, tags.length);
        })().finally(() => {
            looking = undefined;
        });
        return looking;
    }
    function lookAtNew(isNew) {
        listing ??= (async () => {
            await lookAt((await listed()).filter(isNew));
        })().finally(() => {
            listing = undefined;
        });
        return listing;
    }
    async function refresh(deletes, isNew) {
        if (looking !== undefined || untilCheck <= 0)
            await lookAtAll();
        else if (listing !== undefined || untilList <= 0)
            await lookAtNew(isNew);
        untilCheck -= deletes;
        untilList -= deletes;
    }
    async function listed() {
        let pages = 0;
        const tags = await (0,_list_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .listTags */ .c)(oci, () => {
            pages += 1;
        }).catch(noneLeft);
        untilList = pages <= 1 ? 1 : 2 * pages;
        return tags;
    }
    async function lookAt(tags) {
        await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrent */ ._)(tags, atOnce, async (tag) => {
            const head = await oci.head(tag);
            if (head !== undefined)
                await observe(tag, head);
        });
    }
    async function observe(tag, on) {
        const isAsBefore = known.get(tag) === on.digest;
        if (isAsBefore && !deleted.has(tag))
            return;
        await addReferences(on.digest, (0,_registries_oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(on), tag, isAsBefore ? referencedAgain : referenced);
        known.set(tag, on.digest);
    }
    async function addReferences(digest, index, tag, into) {
        if (into.has(digest))
            return;
        const root = index ? await oci.manifest(digest) : undefined;
        const isNew = (child) => !into.has(child.digest) && !exempts(tag, child.digest);
        const read = root === undefined ? [] : await (0,_registries_oci_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .readDown */ .L)(oci, root, (child) => (0,_registries_oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(child) && isNew(child));
        for (const child of read.flatMap(_registries_oci_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .listedBy */ .l))
            if (isNew(child))
                into.set(child.digest, tag);
        into.set(digest, tag);
    }
    return {
        observe,
        async referencedBy(digest) {
            if (driver.tagsOn === undefined || untilCheck <= 0)
                await refresh(1, (tag) => !known.has(tag));
            else
                untilCheck -= 1;
            const tags = (await driver.tagsOn?.(digest)) ?? [];
            return referenced.get(digest) ?? tags.find((tag) => known.get(tag) !== digest);
        },
        async unreferenced(digests) {
            await lookAtAll();
            return digests.filter((digest) => !referenced.has(digest));
        },
        async stillUnreferenced(digests) {
            await listing;
            untilList = 0;
            await refresh(digests.length, (tag) => deleted.has(tag) || !known.has(tag));
            return digests.filter((digest) => !referenced.has(digest) && !referencedAgain.has(digest));
        },
        know(tags) {
            for (const [tag, digest] of tags)
                known.set(tag, digest);
        },
        deleted: (tag) => void deleted.add(tag),
    };
}
function noneLeft(error) {
    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && error.kind === 'not-found')
        return [];
    throw error;
}


/***/ }),

/***/ 6261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ pushedAgain),
/* harmony export */   v: () => (/* binding */ createRemover)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _registries_oci_deletion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1129);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3075);




const atOnce = 4;
const fewRefusals = 3;
const manyRefusals = 10;
const pushedAgain = 'it was pushed again meanwhile';
const manifestsOnly = 'this registry deletes no tags, only whole manifests';
const final = ['authentication', 'network', 'timeout', 'cancelled', 'usage'];
const noTags = { kind: 'unsupported', status: 405, words: 'no tag is deleted alone here' };
function createRemover(settings) {
    const { opened, guard, signal, onDeleted, mostRefusals } = settings;
    const { name: repository, oci, driver } = opened;
    const removals = new Map();
    let way = wayOf(opened);
    let deleted = 0;
    let refusals = 0;
    let changed = false;
    let stopped;
    function settle(tag, removal) {
        removals.set(tag, removal);
        if (removal.kind !== 'deleted')
            return;
        deleted += 1;
        refusals = 0;
        onDeleted(tag);
    }
    async function isOn(tag, digest) {
        const now = await oci.head(tag);
        if (now?.digest === digest)
            return true;
        if (now !== undefined)
            await guard.observe(tag, now);
        settle(tag, now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: pushedAgain });
        return false;
    }
    async function send(tags, digest, work) {
        try {
            const deletion = await work();
            if (deletion.kind === 'deleted' || deletion.kind === 'missing')
                changed = true;
            return deletion;
        }
        catch (thrown) {
            if (!(0,_registries_oci_deletion_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefusal */ .v)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(thrown)) || !(await areOn(tags, digest)))
                changed = true;
            throw thrown;
        }
    }
    async function areOn(references, digest) {
        const heads = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrent */ ._)(references, 1, (one) => oci.head(one)).catch(() => [undefined]);
        return heads.every((head) => head?.digest === digest);
    }
    async function removeTags({ tags, digest }) {
        for (const tag of tags) {
            if (removals.has(tag) || !(await isOn(tag, digest)))
                continue;
            const deletion = await send([tag], digest, async () => (await driver.deleteTag?.(tag, digest)) ?? noTags);
            if (deletion.kind === 'unsupported')
                return deletion.words;
            way = 'tags';
            if (deletion.kind !== 'locked')
                settle(tag, { kind: 'deleted' });
            else if (settings.leavesLocked)
                settle(tag, { kind: 'locked', reason: deletion.failure.message });
            else
                throw deletion.failure;
        }
        return undefined;
    }
    async function removeByManifest({ tags, digest }, tagWords) {
        await settings.beforeManifest?.(manifestsOnly);
        const deletion = await removeManifest({ tags, digest }, []);
        if (deletion === undefined)
            return;
        if (deletion.kind === 'unsupported') {
            if (answerIn(tagWords) === answerIn(deletion.words)) {
                way = 'neither';
                refusals += 1;
            }
            throw (0,_registries_oci_deletion_js__WEBPACK_IMPORTED_MODULE_2__/* .notDeletable */ .W)((0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)({ ...repository, digest }), deletion.words);
        }
        way = 'manifests';
    }
    async function removeManifest({ tags, digest }, named) {
        const remaining = [...named];
        for (const tag of tags)
            if (!removals.has(tag) && (await isOn(tag, digest)))
                remaining.push(tag);
        if (remaining.length === 0)
            return undefined;
        const tag = await guard.referencedBy(digest);
        if (tag !== undefined) {
            for (const one of remaining)
                settle(one, { kind: 'needed', reason: `${tag} has come to need it meanwhile` });
            return undefined;
        }
        const deletion = await send(remaining, digest, () => driver.deleteManifest(digest));
        if (deletion.kind === 'unsupported')
            return deletion;
        if (deletion.kind === 'locked')
            throw deletion.failure;
        for (const one of remaining)
            settle(one, { kind: 'deleted' });
        await settings.onManifestDeleted?.(digest);
        return deletion;
    }
    async function removeByDigest(image) {
        if (stopped !== undefined)
            return;
        const { digest } = image;
        try {
            const deletion = await removeManifest(image, [digest]);
            if (deletion?.kind === 'unsupported') {
                throw (0,_registries_oci_deletion_js__WEBPACK_IMPORTED_MODULE_2__/* .notDeletable */ .W)((0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)({ ...repository, digest }), deletion.words);
            }
        }
        catch (thrown) {
            refuse([...image.tags, digest], signal.aborted ? (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(signal.reason) : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(thrown));
        }
    }
    async function removeOne(image) {
        if (stopped !== undefined)
            return;
        try {
            const words = way === 'manifests' ? '' : await removeTags(image);
            if (words === undefined)
                return;
            if (way === 'tags' || way === 'neither')
                throw (0,_registries_oci_deletion_js__WEBPACK_IMPORTED_MODULE_2__/* .notDeletable */ .W)((0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)({ ...repository, digest: image.digest }), words);
            await removeByManifest(image, words);
        }
        catch (thrown) {
            refuse(image.tags, signal.aborted ? (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(signal.reason) : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .asFailure */ .h_)(thrown));
        }
    }
    function refuse(references, failure) {
        for (const one of references) {
            if (!removals.has(one))
                settle(one, { kind: 'failed', reason: failure.message, failure });
        }
        refusals += 1;
        const most = mostRefusals ?? (deleted === 0 || failure.kind === 'server' ? fewRefusals : manyRefusals);
        if (refusals >= most || final.includes(failure.kind))
            stopped ??= failure;
    }
    return {
        leave({ tags }, reason) {
            for (const tag of tags)
                settle(tag, { kind: 'needed', reason });
        },
        removals,
        deletesManifestsOnly: () => way === 'manifests',
        stopped: () => stopped,
        changed: () => changed,
        async remove(images) {
            const waiting = images[Symbol.iterator]();
            for (const image of waiting) {
                await removeOne(image);
                if (deleted > 0 || stopped !== undefined)
                    break;
            }
            await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrent */ ._)([...waiting], atOnce, removeOne);
        },
        async removeManifests(images) {
            await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrent */ ._)(images, 1, removeByDigest);
        },
    };
}
function wayOf({ driver, kind }) {
    if (driver.deleteTag === undefined)
        return 'manifests';
    return kind.capabilities.deleteTag === 'unknown' ? 'unknown' : 'tags';
}
function answerIn(words) {
    return words.replace(/^\S+ \S+: /, '');
}


/***/ }),

/***/ 6794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ verifyKept)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _concurrency_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3075);
/* harmony import */ var _list_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6634);




const atOnce = 8;
const mostChecked = 1000;
const mostNamed = 10;
async function verifyKept(opened, kept, wereRead = true) {
    const { name, oci, driver } = opened;
    if (kept.length === 0)
        return;
    const areMany = kept.length > mostChecked || !wereRead;
    const digests = areMany ? await listDigests(driver) : undefined;
    const listed = areMany && digests === undefined ? new Set(await (0,_list_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .listTags */ .c)(oci)) : undefined;
    const every = wereRead ? Math.ceil(kept.length / mostChecked) : Number.POSITIVE_INFINITY;
    const found = await (0,_concurrency_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrent */ ._)([...kept.entries()], atOnce, async ([at, tag]) => {
        const isListed = digests?.has(tag) || (listed?.has(tag) && (at + 1) % every !== 0);
        const exists = isListed || (await oci.head(tag)) !== undefined || (await isArchived(tag, opened));
        return exists ? [] : [(0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .formatImage */ .vy)({ ...name, tag })];
    });
    const missing = found.flat();
    if (missing.length === 0)
        return;
    const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
    const [is, it] = missing.length === 1 ? ['it is', 'it was'] : ['they are', 'they were'];
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR('server', {
        operation: `Looking at ${missing.slice(0, mostNamed).join(', ')}${more} after the deletes`,
        reason: `${is} gone too, although ${it} to stay: the registry deleted more than was requested, or somebody else did`,
        advice: 'Look at it at once. What is in the journal image-gate restore brings back; what is not has to be pushed again.',
    });
}
async function isArchived(tag, { kind, driver }) {
    if (kind.capabilities.archives === undefined)
        return false;
    return (await driver.find?.(tag))?.unavailable !== undefined;
}
async function listDigests({ list }) {
    if (list === undefined)
        return undefined;
    const digests = new Map();
    for await (const page of list(false)) {
        for (const { digest, tags } of page)
            for (const { name } of tags)
                if (digest)
                    digests.set(name, digest);
    }
    return digests;
}


/***/ }),

/***/ 6634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listTags)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);

async function listTags(access, onPage = () => undefined) {
    const tags = new Set();
    for await (const page of access.tags()) {
        onPage();
        for (const tag of page)
            if (!(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(tag))
                tags.add(tag);
    }
    return [...tags];
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

/***/ 1129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ notDeletable),
/* harmony export */   v: () => (/* binding */ isRefusal)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

const disabledAdvice = 'Deleting is switched off, or this image is protected. In the registry of the distribution project (registry:2, ' +
    'registry:3) set storage.delete.enabled: true, or REGISTRY_STORAGE_DELETE_ENABLED=true in its environment, and ' +
    'restart it; elsewhere look for deletion, immutability and protection in the settings of the repository.';
function isRefusal({ kind }) {
    return ['unsupported', 'authentication', 'denied'].includes(kind);
}
function notDeletable(image, words) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('unsupported', {
        operation: `Deleting ${image}`,
        reason: `not possible here: ${words}`,
        advice: disabledAdvice,
    });
}


/***/ }),

/***/ 8599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readDown),
/* harmony export */   l: () => (/* binding */ listedBy)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6258);


function listedBy({ content }) {
    return content.kind === 'index' ? content.manifests : [];
}
async function readDown(access, topLevel, follows) {
    const found = new Map([[topLevel.descriptor.digest, topLevel]]);
    let level = [topLevel];
    for (let depth = 1; level.length > 0; depth += 1) {
        const children = level.flatMap(listedBy);
        if (depth > _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .depthLimit */ .zR && children.length > 0)
            throw tooDeep(topLevel);
        const open = new Set(children.filter((child) => !found.has(child.digest) && follows(child)).map((one) => one.digest));
        const read = await Promise.all([...open].map((digest) => access.manifest(digest)));
        level = read.filter((manifest) => manifest !== undefined);
        for (const manifest of level)
            found.set(manifest.descriptor.digest, manifest);
    }
    return childrenFirst(topLevel, found);
}
function childrenFirst(topLevel, found) {
    const ordered = new Map();
    function add(manifest) {
        if (ordered.has(manifest.descriptor.digest))
            return;
        for (const { digest } of listedBy(manifest)) {
            const child = found.get(digest);
            if (child !== undefined)
                add(child);
        }
        ordered.set(manifest.descriptor.digest, manifest);
    }
    add(topLevel);
    return [...ordered.values()];
}
function tooDeep({ descriptor }) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        operation: `Reading the index ${descriptor.digest}`,
        reason: `more than ${_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .depthLimit */ .zR} indexes lie in one another`,
        advice: 'What cannot be read might need what is to be deleted: nothing is deleted here.',
    });
}


/***/ }),

/***/ 8369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ columnChart),
/* harmony export */   S: () => (/* binding */ barChart)
/* harmony export */ });
const mostBars = 20;
const blue = '#2f81f7';
const red = '#d1453b';
const fewestMarks = 10;
function barChart(title, axis, bars) {
    const shown = [...bars]
        .filter(({ value }) => Number.isFinite(value) && Number(rounded(value)) > 0)
        .sort((one, other) => other.value - one.value || (one.label < other.label ? -1 : 1))
        .slice(0, mostBars);
    if (shown.length < 2)
        return undefined;
    const height = 140 + shown.length * 26;
    return [
        ...opening(height, [blue], ' horizontal'),
        `  title "${mermaidText(title)}"`,
        `  x-axis [${shown.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
        `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(Math.max(...shown.map(({ value }) => value)))}`,
        `  bar [${shown.map(({ value }) => rounded(value)).join(', ')}]`,
        '```',
    ].join('\n');
}
function columnChart(title, axis, columns) {
    if (columns.length < 2)
        return undefined;
    const wholes = columns.map(({ lower, upper }) => lower + upper);
    const highest = Math.max(...wholes, fewestMarks);
    const values = (name, given) => `  ${name} [${given.map((value) => rounded(value === 0 ? -highest / 10 : value)).join(', ')}]`;
    return [
        ...opening(360, [red, blue], ''),
        `  title "${mermaidText(title)}"`,
        `  x-axis [${columns.map(({ label }) => `"${mermaidText(label)}"`).join(', ')}]`,
        `  y-axis "${mermaidText(axis)}" 0 --> ${rounded(highest)}`,
        values('bar', wholes),
        values('bar', columns.map(({ lower }) => lower)),
        '```',
    ].join('\n');
}
function opening(height, colours, direction) {
    const sizes = `"width": 900, "height": ${height}, "xAxis": {"labelFontSize": 12}`;
    const palette = `"backgroundColor": "transparent", "plotColorPalette": "${colours.join(', ')}"`;
    return [
        '```mermaid',
        `%%{init: {"xyChart": {${sizes}}, "themeVariables": {"xyChart": {${palette}}}}}%%`,
        `xychart-beta${direction}`,
    ];
}
function rounded(value) {
    return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toFixed(2)));
}
function mermaidText(text) {
    const clean = text.replace(/[^\p{L}\p{N} ._/:()+,-]/gu, ' ').trim();
    return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}


/***/ }),

/***/ 5477:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isSignatureTag),
/* harmony export */   s: () => (/* binding */ subjectOfTag)
/* harmony export */ });
function isSignatureTag(tag) {
    return /\.(?:sig|att|sbom)$/.test(tag) && subjectOfTag(tag) !== undefined;
}
const referrerTag = /^(?:(sha256)-([0-9a-f]{64})|(sha512)-([0-9a-f]{64}(?:[0-9a-f]{64})?))(?:\.[\w.-]+)?$/;
function subjectOfTag(tag) {
    const match = referrerTag.exec(tag);
    if (match === null)
        return undefined;
    return `${match[1] ?? match[3]}:${match[2] ?? match[4]}`;
}


/***/ }),

/***/ 1428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ parseLimit),
/* harmony export */   Or: () => (/* binding */ exceeds),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   tW: () => (/* binding */ formatLimit)
/* harmony export */ });
function parseLimit(text) {
    const [, digits, percent] = /^(\d{1,9})(%?)$/.exec(text) ?? [];
    if (digits === undefined || (percent === '%' && Number(digits) > 100))
        return undefined;
    return { kind: percent === '%' ? 'percent' : 'count', value: Number(digits) };
}
function formatLimit({ kind, value }) {
    return kind === 'percent' ? `${value}%` : String(value);
}
function exceeds({ kind, value }, part, whole) {
    return kind === 'percent' ? part * 100 > value * whole : part > value;
}
function groupsOf(tags, groupBy) {
    if (groupBy === undefined)
        return [''];
    return [...new Set(tags.map((tag) => captured(groupBy.exec(tag))))];
}
function captured(match) {
    return (match?.slice(1) ?? []).filter((part) => part !== undefined).join(' ');
}


/***/ })

};
