export const id = 883;
export const ids = [883];
export const modules = {

/***/ 55:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ hubNameOf),
/* harmony export */   i: () => (/* binding */ hubNameIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _registries_profiles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6615);


function hubNameOf({ path }) {
    const [namespace, name, ...more] = path.split('/');
    if (namespace !== undefined && name !== undefined && more.length === 0)
        return [namespace, name];
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(path)} is no repository of Docker Hub`, 'Its names have two parts: acme/app.');
}
function hubNameIn(repository) {
    const isHub = (0,_registries_profiles_js__WEBPACK_IMPORTED_MODULE_1__/* .profileOf */ .d)(repository.registry).ownApi === 'docker-hub';
    return isHub && repository.path.split('/').length === 2 ? hubNameOf(repository) : undefined;
}


/***/ }),

/***/ 4258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J1: () => (/* binding */ journalName),
/* harmony export */   Uj: () => (/* binding */ refuseExisting),
/* harmony export */   s9: () => (/* binding */ createJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7406);
/* harmony import */ var _images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8442);
/* harmony import */ var _retention_journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5879);





function journalName(now) {
    return `image-gate-journal-${now.toISOString().replaceAll(/[-:.]/g, '')}.jsonl`;
}
async function refuseExisting(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then(() => true, () => false);
    if (found)
        throw exists(path);
}
async function createJournal(path, registry, created) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'wx', 0o600).catch((fault) => {
        throw fault.code === 'EEXIST' ? exists(path) : unwritable(path, fault);
    });
    let manifests = 0;
    let bytes = 0;
    let finished = false;
    let last = Promise.resolve();
    const write = (text) => {
        bytes += text.length;
        if (bytes > _retention_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .longestJournal */ .c5)
            return Promise.reject(tooLong(path));
        last = last.then(() => guarded(path, () => file.writeFile(text)));
        return last;
    };
    async function discard() {
        await file.close().catch(() => undefined);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(path).catch(() => undefined);
    }
    const home = `${registry.plainHttp ? 'http://' : ''}${registry.host}`;
    await write((0,_retention_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .journalHead */ .cI)({ registry: home, created })).catch(async (fault) => {
        await discard();
        throw fault;
    });
    return {
        path,
        async add(entry) {
            if (finished)
                throw new Error('the journal has its end already');
            if (!(0,_images_signed_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isManifestOf */ .v)(entry.bytes, entry.digest))
                throw unverified(entry.digest);
            manifests += 1;
            await write((0,_retention_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .journalLine */ .Ee)(entry));
        },
        async finish() {
            finished = true;
            await write((0,_retention_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .journalEnd */ .J_)(manifests));
            await guarded(path, () => file.sync());
            await file.close();
            await syncFolder(path);
        },
        discard,
    };
}
async function syncFolder(path) {
    let folder;
    try {
        folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)), 'r');
        await folder.sync();
    }
    catch (fault) {
        const { code = '' } = fault;
        if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code))
            throw unwritable(path, fault);
    }
    finally {
        await folder?.close();
    }
}
async function guarded(path, work) {
    await work().catch((fault) => {
        throw unwritable(path, fault);
    });
}
function unverified(digest) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('server', {
        asked: `Writing ${digest} into the journal`,
        answered: 'its bytes have another digest, and could not be put back; nothing was deleted',
        advice: 'Leave this image out.',
    });
}
function exists(path) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageFailure */ .II)(`the journal ${JSON.stringify(path)} exists, and is not written over`, 'Name another file, or move this one away.');
}
function tooLong(path) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageFailure */ .II)(`the journal ${JSON.stringify(path)} would have more than ${_retention_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .longestJournal */ .c5} bytes, which restore could not read`, 'Nothing was deleted: prune in parts, by older-than or include first.');
}
function unwritable(path, fault) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .usageFailure */ .II)(`the journal ${JSON.stringify(path)} cannot be written: ${fault.message}`, 'Nothing is deleted without it: name a file in a folder that can be written to.');
}


/***/ }),

/***/ 838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listTags)
/* harmony export */ });
/* harmony import */ var _images_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2970);

async function listTags(access) {
    const tags = new Set();
    for await (const page of access.tags()) {
        for (const tag of page)
            if (!(0,_images_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .B)(tag))
                tags.add(tag);
    }
    return [...tags];
}


/***/ }),

/***/ 8653:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ createLookout)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _registries_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3572);
/* harmony import */ var _each_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1207);
/* harmony import */ var _list_tags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(838);




const atOnce = 8;
const fresh = 2000;
const share = 4;
function createLookout({ repository, access, deleter, now, known: before, spares = () => false, }) {
    const known = new Map(before);
    const needed = new Map();
    const gone = new Set();
    const neededAgain = new Map();
    let freshUntil = Number.NEGATIVE_INFINITY;
    let looking;
    function lookAtAll() {
        looking ??= (async () => {
            const begun = now().getTime();
            await lookAt(await listed());
            const took = now().getTime() - begun;
            freshUntil = begun + Math.max(fresh, share * took);
        })().finally(() => {
            looking = undefined;
        });
        return looking;
    }
    async function refresh(isNew) {
        if (now().getTime() >= freshUntil)
            return lookAtAll();
        await lookAt((await listed()).filter(isNew));
    }
    function listed() {
        return (0,_list_tags_js__WEBPACK_IMPORTED_MODULE_2__/* .listTags */ .c)(access).catch(noneLeft);
    }
    async function lookAt(tags) {
        await (0,_each_js__WEBPACK_IMPORTED_MODULE_3__/* .eachOf */ .p)(tags, atOnce, async (tag) => {
            const head = await access.head(tag);
            if (head !== undefined)
                await saw(tag, head);
        });
    }
    async function saw(tag, on) {
        const isAsBefore = known.get(tag) === on.digest;
        if (isAsBefore && !gone.has(tag))
            return;
        await addNeeds(on.digest, (0,_registries_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(on), tag, isAsBefore ? neededAgain : needed);
        known.set(tag, on.digest);
    }
    async function addNeeds(digest, index, tag, into) {
        if (into.has(digest))
            return;
        const manifest = index ? await access.manifest(digest) : undefined;
        const children = manifest?.content.kind === 'index' ? manifest.content.manifests : [];
        for (const child of children) {
            if (!spares(tag, child.digest))
                await addNeeds(child.digest, (0,_registries_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isIndex */ .nw)(child), tag, into);
        }
        into.set(digest, tag);
    }
    return {
        saw,
        async needing(digest) {
            if (deleter.tagsOn === undefined || now().getTime() >= freshUntil)
                await refresh((tag) => !known.has(tag));
            const tags = (await deleter.tagsOn?.(repository, digest)) ?? [];
            return needed.get(digest) ?? tags.find((tag) => known.get(tag) !== digest);
        },
        async free(digests) {
            await lookAtAll();
            return digests.filter((digest) => !needed.has(digest));
        },
        async stillFree(digests) {
            await refresh((tag) => gone.has(tag) || !known.has(tag));
            return digests.filter((digest) => !needed.has(digest) && !neededAgain.has(digest));
        },
        left: (tag) => void gone.add(tag),
    };
}
function noneLeft(fault) {
    if (fault instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && fault.kind === 'not-found')
        return [];
    throw fault;
}


/***/ }),

/***/ 7029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ matching)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7406);


const patience = 3000;
const script = new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script('work()');
function matching(patterns, work, kind = 'usage') {
    const names = Object.keys(patterns).filter((name) => patterns[name] !== undefined);
    if (names.length === 0)
        return work();
    try {
        return script.runInContext((0,node_vm__WEBPACK_IMPORTED_MODULE_0__.createContext)({ work }), { timeout: patience });
    }
    catch (thrown) {
        if (thrown.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
            throw thrown;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .HR(kind, {
            asked: names.join(', '),
            answered: `matching took longer than ${patience / 1000} s; nothing was changed`,
            advice: 'Write the pattern without a repetition inside a repetition: ^a+$ instead of ^(a+)+$.',
        });
    }
}


/***/ }),

/***/ 8713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ pruneAll)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
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
;// CONCATENATED MODULE: ./build/src/retention/image.js
const artefactTag = /^(?:(sha256)-([0-9a-f]{64})|(sha512)-([0-9a-f]{64}(?:[0-9a-f]{64})?))(?:\.[\w.-]+)?$/;
function subjectOfTag(tag) {
    const match = artefactTag.exec(tag);
    if (match === null)
        return undefined;
    return `${match[1] ?? match[3]}:${match[2] ?? match[4]}`;
}

;// CONCATENATED MODULE: ./build/src/retention/relations.js

function relationsOf(images, graph) {
    const referrers = new Map();
    const parents = new Map();
    const artefacts = new Set();
    for (const [digest, links] of graph) {
        if (links.subject !== undefined)
            append(referrers, links.subject, digest);
        for (const child of links.children)
            append(parents, child, digest);
    }
    for (const { digest, tags } of images) {
        const own = graph.get(digest)?.subject;
        const named = tags.map(subjectOfTag).filter((subject) => subject !== undefined && subject !== digest);
        if (own !== undefined || named.length === tags.length)
            artefacts.add(digest);
        for (const subject of new Set(named)) {
            if (subject !== undefined && subject !== own)
                append(referrers, subject, digest);
        }
    }
    return {
        isArtefact: ({ digest }) => artefacts.has(digest),
        childrenOf: (digest) => graph.get(digest)?.children ?? [],
        referrersOf: (digest) => referrers.get(digest) ?? [],
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
function createReach(relations) {
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
                for (const one of relations.referrersOf(digest))
                    open.push({ digest: one, leave: false });
                for (const one of relations.childrenOf(digest))
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

;// CONCATENATED MODULE: ./build/src/retention/dates.js
function formatDay(date) {
    return date.toISOString().slice(0, 10);
}
const units = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
];
function formatSpan(milliseconds) {
    const unit = units.find(([, size]) => milliseconds > 0 && milliseconds % size === 0);
    return unit === undefined ? `${milliseconds}ms` : `${milliseconds / unit[1]}${unit[0]}`;
}

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
    const reason = goes ? `number ${rank}${where}, and keep is ${keep}` : `one of the newest ${keep}${where}`;
    return { goes, ruling: { rule: 'keep', reason } };
}
function ageOf({ date }, olderThan, now) {
    if (date === undefined) {
        return { goes: false, ruling: { rule: 'older-than', reason: 'without a date, which older-than never deletes' } };
    }
    const goes = now.getTime() - date.getTime() > olderThan;
    const reason = `of ${formatDay(date)}, ${goes ? 'older' : 'not older'} than ${formatSpan(olderThan)}`;
    return { goes, ruling: { rule: 'older-than', reason } };
}

;// CONCATENATED MODULE: ./build/src/retention/plan.js




function plan({ images, graph, untagged = [] }, policy, now) {
    const relations = relationsOf(images, graph);
    const ordinary = newestFirst(images.filter((image) => !relations.isArtefact(image)));
    const artefacts = images.filter(relations.isArtefact);
    const used = usedDigests(policy, relations);
    const wanted = judgeAll(ordinary, policy, used, now);
    const holds = new Map(artefacts.map((image) => [image.digest, holdOfArtefact(image, policy, used)]));
    const known = createReach(relations);
    for (const image of ordinary)
        known.add(image.digest, nameOf(image));
    const needed = createReach(relations);
    for (const { image, fate } of wanted)
        if (fate !== 'deleted')
            needed.add(image.digest, nameOf(image));
    for (const image of artefacts) {
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
        ...artefacts.map((image) => judgeArtefact(image, holds.get(image.digest), known, needed)),
    ];
    return { verdicts, leftovers: leftoversOf(verdicts, needed, relations), refusal: refusalOf(verdicts, policy) };
}
function deletedTags({ verdicts }) {
    return countTags(verdicts.filter(({ fate }) => fate === 'deleted'));
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
            return { image, artefact: false, fate: 'kept', ...hold };
        const { goes, ruling } = judge(image);
        if (!goes)
            return { image, artefact: false, fate: 'kept', ...ruling };
        const spared = policy.spared.get(image.digest);
        if (spared !== undefined)
            return { image, artefact: false, fate: 'kept', rule: 'in-use', reason: spared };
        if (image.locked === undefined)
            return { image, artefact: false, fate: 'deleted', ...ruling };
        return { image, artefact: false, fate: 'blocked', rule: 'locked', reason: image.locked };
    });
}
function blockParts(verdict, needed) {
    const { image, fate } = verdict;
    if (fate !== 'deleted' || !needed.has(image.digest))
        return verdict;
    return {
        image,
        artefact: false,
        fate: 'blocked',
        rule: 'part',
        reason: `a part of ${needed.by(image.digest)}, which stays`,
    };
}
function holdOfArtefact(image, policy, used) {
    if (image.locked !== undefined)
        return { rule: 'locked', reason: image.locked };
    return holdOf(image, { ...policy, include: undefined }, used);
}
function judgeArtefact(image, hold, known, needed) {
    if (hold !== undefined)
        return { image, artefact: true, fate: 'kept', ...hold };
    const about = { image, artefact: true, rule: 'subject' };
    const subject = known.by(image.digest);
    if (subject === undefined)
        return { ...about, fate: 'kept', reason: 'refers to what no tag leads to' };
    const keeper = needed.by(image.digest);
    if (keeper !== undefined)
        return { ...about, fate: 'kept', reason: `belongs to ${keeper}, which stays` };
    return { ...about, fate: 'deleted', reason: `belongs to ${subject}, which goes` };
}
function leftoversOf(verdicts, needed, relations) {
    const gone = createReach(relations);
    for (const { image, fate } of verdicts)
        if (fate === 'deleted')
            gone.add(image.digest, nameOf(image));
    const tagged = new Set(verdicts.map(({ image }) => image.digest));
    return gone.inOrder().filter((digest) => !needed.has(digest) && !tagged.has(digest));
}
function refusalOf(verdicts, { keep, maxDelete }) {
    const [going, all] = [deletedTags({ verdicts }), countTags(verdicts)];
    if (maxDelete !== undefined && (0,retention_policy/* exceeds */.Or)(maxDelete, going, all)) {
        return `${going} of ${all} tags would be deleted, and max-delete is ${(0,retention_policy/* formatLimit */.tW)(maxDelete)}`;
    }
    const stays = verdicts.some(({ fate, artefact, image }) => fate !== 'deleted' && !artefact && image.unusable === undefined);
    if (going === 0 || stays || keep === 0)
        return undefined;
    return `all images would be deleted (${going} of ${all} tags), and keep does not say 0`;
}
function countTags(verdicts) {
    return verdicts.reduce((sum, { image }) => sum + image.tags.length, 0);
}
function nameOf({ tags, digest }) {
    return tags[0] ?? digest;
}

// EXTERNAL MODULE: ./build/src/commands/journal-file.js
var journal_file = __webpack_require__(4258);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
// EXTERNAL MODULE: ./build/src/commands/collect.js
var collect = __webpack_require__(34);
// EXTERNAL MODULE: ./build/src/commands/each.js
var each = __webpack_require__(1207);
// EXTERNAL MODULE: ./build/src/commands/lookout.js
var commands_lookout = __webpack_require__(8653);
// EXTERNAL MODULE: ./build/src/registries/deleter.js
var registries_deleter = __webpack_require__(6026);
;// CONCATENATED MODULE: ./build/src/commands/prune/removal.js




const atOnce = 4;
const fewRefusals = 3;
const manyRefusals = 10;
const removal_final = ['authentication', 'network', 'timeout', 'cancelled', 'usage'];
function createRemover(settings) {
    const { repository, access, deleter, lookout, context, onDeleted } = settings;
    const removals = new Map();
    let way = deleter.refusesTags === undefined ? 'unknown' : 'manifests';
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
    async function standsOn(tag, digest) {
        const now = await access.head(tag);
        if (now?.digest === digest)
            return true;
        if (now !== undefined)
            await lookout.saw(tag, now);
        settle(tag, now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: 'it was pushed again meanwhile' });
        return false;
    }
    async function send(tags, digest, work) {
        try {
            const deletion = await work();
            if (deletion.kind !== 'unsupported')
                changed = true;
            return deletion;
        }
        catch (thrown) {
            if (!(0,registries_deleter/* isRefusal */.vu)((0,errors/* asFailure */.h_)(thrown)) || !(await areOn(tags, digest)))
                changed = true;
            throw thrown;
        }
    }
    async function areOn(tags, digest) {
        const heads = await (0,each/* eachOf */.p)(tags, 1, (tag) => access.head(tag)).catch(() => [undefined]);
        return heads.every((head) => head?.digest === digest);
    }
    async function removeTags({ tags, digest }) {
        for (const tag of tags) {
            if (removals.has(tag) || !(await standsOn(tag, digest)))
                continue;
            const deletion = await send([tag], digest, () => deleter.tag(repository, access, tag, digest));
            if (deletion.kind === 'unsupported')
                return deletion.words;
            way = 'tags';
            settle(tag, { kind: 'deleted' });
        }
        return undefined;
    }
    async function removeWhole({ tags, digest }, tagWords) {
        const standing = [];
        for (const tag of tags)
            if (!removals.has(tag) && (await standsOn(tag, digest)))
                standing.push(tag);
        if (standing.length === 0)
            return;
        const needing = await lookout.needing(digest);
        if (needing !== undefined) {
            const reason = `${needing} has come to need it meanwhile`;
            for (const tag of standing)
                settle(tag, { kind: 'needed', reason });
            return;
        }
        const deletion = await send(standing, digest, () => deleter.digest(repository, access, digest));
        if (deletion.kind === 'unsupported') {
            if (answerIn(tagWords) === answerIn(deletion.words)) {
                way = 'neither';
                refusals += 1;
            }
            throw (0,registries_deleter/* notDeletable */.W7)((0,images_name/* formatImage */.vy)({ ...repository, digest }), deletion.words);
        }
        way = 'manifests';
        for (const tag of standing)
            settle(tag, { kind: 'deleted' });
    }
    async function removeOne(image) {
        if (stopped !== undefined)
            return;
        try {
            const words = way === 'manifests' ? '' : await removeTags(image);
            if (words === undefined)
                return;
            if (way === 'tags' || way === 'neither')
                throw (0,registries_deleter/* notDeletable */.W7)((0,images_name/* formatImage */.vy)({ ...repository, digest: image.digest }), words);
            await removeWhole(image, words);
        }
        catch (thrown) {
            refuse(image, context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : (0,errors/* asFailure */.h_)(thrown));
        }
    }
    function refuse({ tags }, failure) {
        for (const tag of tags) {
            if (!removals.has(tag))
                settle(tag, { kind: 'failed', reason: failure.message, failure });
        }
        refusals += 1;
        const most = deleted === 0 || failure.kind === 'server' ? fewRefusals : manyRefusals;
        if (refusals >= most || removal_final.includes(failure.kind))
            stopped ??= failure;
    }
    return {
        leave({ tags }, reason) {
            for (const tag of tags)
                settle(tag, { kind: 'needed', reason });
        },
        removals,
        stopped: () => stopped,
        changed: () => changed,
        async remove(images) {
            const waiting = images[Symbol.iterator]();
            for (const image of waiting) {
                await removeOne(image);
                if (deleted > 0 || stopped !== undefined)
                    break;
            }
            await (0,each/* eachOf */.p)([...waiting], atOnce, removeOne);
        },
    };
}
function answerIn(words) {
    return words.replace(/^\S+ \S+: /, '');
}

;// CONCATENATED MODULE: ./build/src/commands/prune/carry-out.js









const carry_out_atOnce = 8;
const together = 50;
const mostAsked = 1000;
function doomedOf({ verdicts }) {
    const going = verdicts.filter(({ fate }) => fate === 'deleted');
    const ordinary = going.filter(({ artefact }) => !artefact).reverse();
    return [...ordinary, ...going.filter(({ artefact }) => artefact)].map(({ image }) => image);
}
async function carryOut(planned, journaled, deleter, context) {
    const { repository, access, stock, plan } = planned;
    const tell = (0,collect/* nowAndThen */.$)(context);
    const total = deletedTags(plan);
    let done = 0;
    const onDeleted = (tag) => {
        lookout.left(tag);
        done += 1;
        tell(() => `${(0,images_name/* formatRepository */.Sh)(repository)}: ${done} of ${(0,quantities/* countOf */.pq)(total, 'tag')} deleted`, { done, total });
    };
    const known = new Map(stock.images.flatMap(({ digest, tags }) => tags.map((tag) => [tag, digest])));
    const lookout = (0,commands_lookout/* createLookout */.O)({ repository, access, deleter, now: context.now, known });
    const remover = createRemover({ repository, access, deleter, lookout, context, onDeleted });
    const cleared = [];
    let failure;
    try {
        const leftovers = await removeInOrder(planned, remover, lookout);
        const known = leftovers.filter((digest) => journaled.has(digest));
        if (remover.stopped() === undefined)
            await clear(known, planned, deleter, lookout, cleared);
        if (remover.changed() && !context.signal.aborted)
            await verify(planned);
    }
    catch (thrown) {
        failure = (0,errors/* asFailure */.h_)(thrown);
    }
    return {
        repository,
        plan,
        removals: remover.removals,
        cleared,
        changed: remover.changed() || cleared.length > 0,
        failure: context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : (remover.stopped() ?? failure),
    };
}
async function removeInOrder({ stock, plan, leftovers }, remover, lookout) {
    const artefacts = new Set(plan.verdicts.filter(({ artefact }) => artefact).map(({ image }) => image.digest));
    const doomed = doomedOf(plan);
    const ordinary = doomed.filter(({ digest }) => !artefacts.has(digest));
    await remover.remove(ordinary);
    if (remover.stopped() !== undefined || (ordinary.length === doomed.length && leftovers.length === 0))
        return [];
    const standing = createReach(relationsOf(stock.images, stock.graph));
    const free = new Set(await lookout.free(ordinary.map(({ digest }) => digest)));
    for (const { digest, tags } of ordinary) {
        const gone = free.has(digest) && tags.every((tag) => remover.removals.get(tag)?.kind === 'deleted');
        if (!gone)
            standing.add(digest, tags[0] ?? digest);
    }
    const others = doomed.filter(({ digest }) => artefacts.has(digest));
    for (const one of others)
        if (standing.has(one.digest))
            remover.leave(one, 'what it refers to was left alone');
    await remover.remove(others.filter(({ digest }) => !standing.has(digest)));
    return leftovers.filter((digest) => !standing.has(digest));
}
async function clear(digests, { repository, access, stock }, deleter, lookout, cleared) {
    const { leadingTo } = relationsOf(stock.images, stock.graph);
    for (let at = 0; at < digests.length; at += together) {
        const some = digests.slice(at, at + together).map((digest) => ({ digest, all: [digest, ...leadingTo(digest)] }));
        const free = new Set(await lookout.stillFree(some.flatMap(({ all }) => all)));
        for (const { digest, all } of some) {
            if (!all.every((one) => free.has(one)))
                continue;
            const { kind } = await deleter.digest(repository, access, digest);
            if (kind !== 'unsupported')
                cleared.push(digest);
        }
    }
}
async function verify({ repository, access, stock, plan }) {
    const kept = plan.verdicts.filter(({ fate }) => fate !== 'deleted').flatMap(({ image }) => image.tags);
    const listed = kept.length > mostAsked ? await stock.relist?.() : undefined;
    const found = await (0,each/* eachOf */.p)(kept, carry_out_atOnce, async (tag) => {
        const there = listed?.has(tag) || (await access.head(tag)) !== undefined;
        return there ? [] : [(0,images_name/* formatImage */.vy)({ ...repository, tag })];
    });
    const gone = found.flat();
    if (gone.length === 0)
        return;
    const names = `${gone.slice(0, 10).join(', ')}${gone.length > 10 ? ` and ${gone.length - 10} more` : ''}`;
    throw new errors/* Failure */.HR('server', {
        asked: `Looking at ${names} after the deletes`,
        answered: `${gone.length === 1 ? 'it is' : 'they are'} gone too, although the plan keeps ${gone.length === 1 ? 'it' : 'them'}: the registry took more than it was told to, or somebody else did`,
        advice: 'Look at it at once. What is in the journal image-gate restore brings back; what is not has to be pushed again.',
    });
}

// EXTERNAL MODULE: ./build/src/commands/whole-image.js
var whole_image = __webpack_require__(7407);
;// CONCATENATED MODULE: ./build/src/commands/prune/journaling.js






const journaling_atOnce = 4;
async function journalImages({ repository, access, images, leftovers }, journal, context) {
    const written = new Set();
    const tell = (0,collect/* nowAndThen */.$)(context);
    let done = 0;
    async function write(root, tags) {
        const whole = new Map();
        await (0,whole_image/* addWhole */.p)(access, root, whole);
        for (const { descriptor, bytes } of whole.values()) {
            const { digest, mediaType } = descriptor;
            const isRoot = digest === root.descriptor.digest && tags.length > 0;
            if (!isRoot && written.has(digest))
                continue;
            written.add(digest);
            await journal.add({ repository: repository.path, digest, mediaType, tags: isRoot ? tags : [], bytes });
        }
        done += 1;
        tell(() => `${(0,quantities/* countOf */.pq)(done, 'image')} of ${images.length} in the journal`, { done, total: images.length });
    }
    await (0,each/* eachOf */.p)(images, journaling_atOnce, async ({ digest, tags }) => {
        const root = await access.manifest(digest);
        if (root === undefined)
            throw vanished((0,images_name/* formatImage */.vy)({ ...repository, digest }));
        await write(root, tags);
    });
    const open = leftovers.filter((digest) => !written.has(digest));
    await (0,each/* eachOf */.p)(open, journaling_atOnce, async (digest) => {
        const manifest = await access.manifest(digest);
        if (manifest !== undefined)
            await write(manifest, []);
    });
    return written;
}
function vanished(image) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading ${image} for the journal`,
        answered: 'the registry named it a moment ago, and answers 404 for it now; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./build/src/heap.js

function keepHeapSmall() {
    for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20'])
        (0,external_node_v8_.setFlagsFromString)(flag);
}

// EXTERNAL MODULE: ./build/src/commands/matching.js
var matching = __webpack_require__(7029);
// EXTERNAL MODULE: ./build/src/images/date.js
var images_date = __webpack_require__(8398);
;// CONCATENATED MODULE: ./build/src/commands/prune/listed-image.js
const hasIllegalTag = 'it has a tag that is no legal name';
function listedImage(digest, tags, locked, { date, size } = { date: undefined, size: undefined }) {
    const [why] = locked;
    return { digest, tags, date, ...(size === undefined ? {} : { size }), ...(why === undefined ? {} : { locked: why }) };
}
function later(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return one > other ? one : other;
}

// EXTERNAL MODULE: ./build/src/registries/manifest.js
var registries_manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/commands/prune/read-ghcr-graph.js





const read_ghcr_graph_atOnce = 8;
async function readGhcrGraph({ images, untagged }, access, context) {
    const graph = new Map();
    const listed = new Set();
    const tell = (0,collect/* nowAndThen */.$)(context);
    let done = 0;
    let total = images.length;
    const indexes = new Set();
    const readOne = async (digest) => {
        const manifest = await access.manifest(digest);
        if (manifest === undefined)
            throw read_ghcr_graph_vanished(digest);
        const { content, subject } = manifest;
        const children = content.kind === 'index' ? content.manifests : [];
        for (const child of children) {
            listed.add(child.digest);
            if ((0,registries_manifest/* isIndex */.nw)(child))
                indexes.add(child.digest);
        }
        if (subject !== undefined || children.length > 0) {
            graph.set(digest, { children: children.map((child) => child.digest), subject });
        }
        done += 1;
        tell(() => `${done} of ${(0,quantities/* countOf */.pq)(total, 'manifest')} read`, { done, total });
    };
    await (0,each/* eachOf */.p)(images, read_ghcr_graph_atOnce, ({ digest }) => readOne(digest));
    const open = untagged.filter((digest) => !listed.has(digest) || indexes.has(digest));
    total += open.length;
    await (0,each/* eachOf */.p)(open, read_ghcr_graph_atOnce, readOne);
    return graph;
}
function read_ghcr_graph_vanished(digest) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading the manifest ${digest}`,
        answered: 'GitHub lists its version, and the registry answers 404 for it; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-ghcr.js





async function readGhcr(packages, access, context) {
    const versions = await (0,collect/* collect */.F)(packages.versions('active'), (count) => `${count} versions so far`, context);
    const dangling = versions.flatMap(({ tags }) => tags.filter((tag) => !(0,images_name/* isTag */.dz)(tag)));
    const images = versions
        .filter(({ tags }) => tags.some(images_name/* isTag */.dz))
        .map(({ digest, tags, updated }) => {
        const locked = tags.every(images_name/* isTag */.dz) ? [] : [hasIllegalTag];
        return listedImage(digest, tags.filter(images_name/* isTag */.dz), locked, { date: (0,images_date/* plausibleDate */.e)(updated), size: undefined });
    });
    const untagged = versions.filter(({ tags }) => tags.length === 0).map(({ digest }) => digest);
    const relist = async () => {
        const now = new Map();
        for await (const page of packages.versions('active')) {
            for (const { digest, tags } of page)
                for (const tag of tags)
                    now.set(tag, digest);
        }
        return now;
    };
    return {
        images,
        graph: new Map(),
        untagged,
        dangling,
        relist,
        deepen: async () => ({ graph: await readGhcrGraph({ images, untagged }, access, context), clears: () => true }),
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-harbor.js




async function readHarbor(harbor, context) {
    const artifacts = await (0,collect/* collect */.F)(harbor.artifacts(), (count) => `${count} artifacts so far`, context);
    const graph = new Map();
    const images = [];
    const dangling = artifacts.flatMap(({ tags }) => tags.flatMap(({ name }) => ((0,images_name/* isTag */.dz)(name) ? [] : [name])));
    for (const { digest, pushed, size, tags: all, children, accessories } of artifacts) {
        const tags = all.filter(({ name }) => (0,images_name/* isTag */.dz)(name));
        if (children.length > 0)
            graph.set(digest, { children, subject: undefined });
        for (const one of accessories)
            graph.set(one, { children: [], subject: digest });
        if (tags.length === 0)
            continue;
        const dates = tags.map((tag) => (0,images_date/* plausibleDate */.e)(tag.pushed));
        const date = dates.reduce(later, (0,images_date/* plausibleDate */.e)(pushed));
        const immutable = tags.filter((tag) => tag.immutable).map(({ name }) => `${name} is immutable at Harbor`);
        const locked = tags.length < all.length ? [hasIllegalTag, ...immutable] : immutable;
        const names = tags.map(({ name }) => name);
        images.push(listedImage(digest, names, locked, { date, size }));
    }
    const relist = async () => {
        const now = new Map();
        for await (const page of harbor.artifacts()) {
            for (const { digest, tags } of page)
                for (const { name } of tags)
                    now.set(name, digest);
        }
        return now;
    };
    return { images, graph, dangling, relist };
}

// EXTERNAL MODULE: ./build/src/commands/hub-name.js
var hub_name = __webpack_require__(55);
;// CONCATENATED MODULE: ./build/src/commands/prune/stock.js
function createTagging() {
    const byDigest = new Map();
    return {
        byDigest,
        add(tag, digest) {
            const known = byDigest.get(digest);
            if (known === undefined)
                byDigest.set(digest, [tag]);
            else
                known.push(tag);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-hub.js







async function readHub(hub, repository, access, context) {
    const [namespace, name] = (0,hub_name/* hubNameOf */.U)(repository);
    const rules = (await hub.repository(namespace, name))?.immutableTags ?? [];
    const tags = await (0,collect/* collect */.F)(hub.tags(namespace, name), (count) => `${count} tags so far`, context);
    const tagging = createTagging();
    const graph = new Map();
    const found = new Map();
    const dangling = [];
    for (const tag of tags) {
        const digest = tag.digest ?? (await access.head(tag.name))?.digest;
        if (digest === undefined || !(0,images_name/* isTag */.dz)(tag.name)) {
            dangling.push(tag.name);
            continue;
        }
        tagging.add(tag.name, digest);
        const children = tag.images.flatMap((image) => image.digest ?? []).filter((child) => child !== digest);
        if (children.length > 0)
            graph.set(digest, { children, subject: undefined });
        const date = later(found.get(digest)?.date, (0,images_date/* plausibleDate */.e)(tag.pushed) ?? (0,images_date/* plausibleDate */.e)(tag.updated));
        found.set(digest, { date, size: tag.size });
    }
    const locked = lockedBy(rules, tags.map(({ name: tag }) => tag));
    const images = [...tagging.byDigest].map(([digest, on]) => listedImage(digest, on, on.filter((tag) => locked.has(tag)).map((tag) => `${tag} is immutable at Docker Hub`), found.get(digest)));
    const relist = async () => {
        const now = new Map();
        for await (const page of hub.tags(namespace, name)) {
            for (const { name: tag, digest } of page)
                if (digest !== undefined)
                    now.set(tag, digest);
        }
        return now;
    };
    return { images, graph, dangling, relist };
}
function lockedBy(rules, tags) {
    const patterns = rules.flatMap((rule) => {
        try {
            return [new RegExp(rule, 'u')];
        }
        catch {
            return [/(?:)/u];
        }
    });
    const match = () => new Set(tags.filter((tag) => patterns.some((one) => one.test(tag))));
    return (0,matching/* matching */.w)({ 'Docker Hub’s rules for immutable tags': patterns[0] }, match, 'server');
}

// EXTERNAL MODULE: ./build/src/registries/config.js
var registries_config = __webpack_require__(3791);
// EXTERNAL MODULE: ./build/src/registries/inspection.js
var inspection = __webpack_require__(5011);
// EXTERNAL MODULE: ./build/src/registries/fallback-index.js
var fallback_index = __webpack_require__(5162);
;// CONCATENATED MODULE: ./build/src/commands/prune/read-referrers.js






const read_referrers_atOnce = 8;
async function readReferrers(contents, plan, used, access, context) {
    const none = { graph: contents.graph, clears: () => false };
    const going = plan.verdicts.flatMap(({ image, fate }) => (fate === 'deleted' ? [image.digest] : []));
    const starts = [...going, ...plan.leftovers];
    try {
        const [first] = starts;
        const listed = first === undefined ? undefined : await access.referrersByApi(first);
        if (first === undefined || listed === undefined)
            return none;
        const search = createSearch(contents, new Map([[first, listed]]), access, context);
        const found = await search.follow(starts, 'all');
        if (found.size > 0)
            await search.follow(keptOf(contents, plan, used), 'indexes');
        return { graph: search.graph, clears: (digest) => found.has(digest) };
    }
    catch (thrown) {
        if (context.signal.aborted)
            throw context.signal.reason;
        context.log.warn(`the referrers of what goes could not be read, and stay where they have no tag: ${(0,errors/* asFailure */.h_)(thrown).message}`);
        return none;
    }
}
function keptOf({ images, graph }, { verdicts }, used) {
    const kept = createReach(relationsOf(images, graph));
    for (const { image, fate } of verdicts)
        if (fate !== 'deleted')
            kept.add(image.digest, image.digest);
    for (const digest of used)
        kept.add(digest, digest);
    return kept.inOrder();
}
function listedByImages({ images, graph }) {
    const lists = new Set(images.flatMap(({ digest, tags }) => (tags.some(fallback_index/* isReferrersTag */.zb) ? [digest] : [])));
    return new Set([...graph].flatMap(([digest, { children }]) => (lists.has(digest) ? [] : children)));
}
function createSearch(contents, answers, access, context) {
    const graph = new Map(contents.graph);
    const tagged = new Set(contents.images.map(({ digest }) => digest));
    const parts = listedByImages(contents);
    const asked = new Set();
    const tell = (0,collect/* nowAndThen */.$)(context);
    async function linksOf(one, subject, read) {
        if (read === 'indexes' && !(0,registries_manifest/* isIndex */.nw)(one))
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
        const links = await (0,each/* eachOf */.p)(open, 1, async (one) => [one.digest, await linksOf(one, subject, read)]);
        for (const [digest, found] of links)
            if (found !== undefined)
                graph.set(digest, found);
        tell(() => `referrers of ${asked.size} manifests read`);
        return links.flatMap(([digest, found]) => (found === undefined ? [] : [digest, ...found.children]));
    }
    return {
        graph,
        async follow(starts, read) {
            const before = new Set(graph.keys());
            for (let open = starts; open.length > 0;) {
                const fresh = [...new Set(open)].filter((digest) => !asked.has(digest));
                for (const digest of fresh)
                    asked.add(digest);
                open = (await (0,each/* eachOf */.p)(fresh, read_referrers_atOnce, (digest) => referrersOf(digest, read))).flat();
            }
            return new Set([...graph.keys()].filter((digest) => !before.has(digest)));
        },
    };
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read-registry.js













const read_registry_atOnce = 8;
async function readRegistry(tags, access, about, used, context) {
    const tell = (0,collect/* nowAndThen */.$)(context);
    const tagging = createTagging();
    const known = new Map();
    const graph = new Map();
    const dangling = [];
    let done = 0;
    await (0,each/* eachComing */.h)(tags, read_registry_atOnce, async (tag) => {
        const manifest = (0,images_name/* isTag */.dz)(tag) ? await access.manifest(tag) : undefined;
        if (manifest === undefined) {
            dangling.push(tag);
            return;
        }
        const { digest } = manifest.descriptor;
        tagging.add(tag, digest);
        const subject = subjectOfTag(tag);
        const ordinary = subject === undefined || subject === digest;
        const earlier = known.get(digest);
        const reading = earlier === undefined || (ordinary && !earlier.dated) ? read(manifest, ordinary, access, graph) : earlier.reading;
        known.set(digest, { reading, dated: ordinary || (earlier?.dated ?? false) });
        await reading;
        done += 1;
        tell(() => `${(0,images_name/* formatRepository */.Sh)(about)}: ${(0,quantities/* countOf */.pq)(done, 'tag')} read`);
    });
    await (0,each/* eachOf */.p)(used, read_registry_atOnce, async (digest) => {
        if (known.has(digest))
            return;
        const manifest = await access.manifest(digest);
        if (manifest !== undefined)
            await addLinks(manifest, access, graph, 1);
    });
    const images = [];
    for (const [digest, tagsOn] of tagging.byDigest) {
        const { unusable, ...told } = (await known.get(digest)?.reading) ?? { date: undefined, size: undefined };
        images.push({ ...listedImage(digest, tagsOn, [], told), ...(unusable === undefined ? {} : { unusable }) });
    }
    const contents = { images, graph };
    return { ...contents, dangling, deepen: (plan) => readReferrers(contents, plan, used, access, context) };
}
async function read(manifest, ordinary, access, graph) {
    await addLinks(manifest, access, graph, 1);
    if (manifest.content.kind === 'former')
        return { date: undefined, size: undefined, unusable: `it is ${manifest.content.format}` };
    const dated = ordinary && manifest.subject === undefined;
    const { date, lost } = dated ? await dateOf(manifest, access, 1) : { date: undefined };
    const known = { date: (0,images_date/* plausibleDate */.e)(date), size: sizeOf(manifest) };
    return lost === undefined ? known : { ...known, unusable: `its config ${lost} is lost: the registry answers 404` };
}
async function addLinks({ descriptor, subject, content }, access, graph, depth) {
    const listed = content.kind === 'index' ? content.manifests : [];
    if (subject === undefined && listed.length === 0)
        return;
    graph.set(descriptor.digest, { children: listed.map(({ digest }) => digest), subject });
    for (const child of listed) {
        if (!(0,registries_manifest/* isIndex */.nw)(child) || graph.has(child.digest))
            continue;
        if (depth === registries_manifest/* depthLimit */.zR)
            throw tooDeep(descriptor);
        const inner = await access.manifest(child.digest);
        if (inner !== undefined)
            await addLinks(inner, access, graph, depth + 1);
    }
}
async function dateOf(manifest, access, depth) {
    const { content } = manifest;
    if (content.kind === 'image') {
        if (!(0,inspection/* isImageConfig */._m)(content.config))
            return { date: (0,inspection/* createdOf */.YC)(manifest) };
        const config = await (0,registries_config/* findConfig */.u)(access, content.config);
        return config === undefined
            ? { date: undefined, lost: content.config.digest }
            : { date: (0,inspection/* createdOf */.YC)(manifest, config) };
    }
    for (const child of content.kind === 'index' ? content.manifests : []) {
        if ((0,inspection/* isAttestation */.H3)(child) || depth > registries_manifest/* depthLimit */.zR)
            continue;
        const inner = await access.manifest(child.digest);
        if (inner === undefined)
            continue;
        const { date, lost } = await dateOf(inner, access, depth + 1);
        return { date: (0,images_date/* plausibleDate */.e)(date) ?? (0,inspection/* createdOf */.YC)(manifest), lost };
    }
    return { date: (0,inspection/* createdOf */.YC)(manifest) };
}
function sizeOf({ content }) {
    if (content.kind !== 'image')
        return undefined;
    return [content.config, ...content.layers].reduce((sum, { size = 0 }) => sum + size, 0);
}
function tooDeep({ digest }) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading the index ${digest}`,
        answered: `more than ${registries_manifest/* depthLimit */.zR} indexes lie in one another`,
        advice: 'What cannot be read might need what is to be deleted: nothing is deleted here.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/prune/read.js




async function readStock(repository, access, used, { registry, apis }, context) {
    const { ownApi } = registry.profile();
    if (ownApi === 'docker-hub')
        return readHub(apis.hub(), repository, access, context);
    if (ownApi === 'ghcr')
        return readGhcr(apis.ghcr()(repository), access, context);
    const pages = access.tags()[Symbol.asyncIterator]();
    const first = await pages.next();
    if (registry.profile().ownApi === 'harbor')
        return readHarbor(apis.harbor(repository), context);
    return readRegistry(entriesOf(first, pages), access, repository, used, context);
}
async function* entriesOf(first, others) {
    for (let page = first; !page.done; page = await others.next())
        for (const entry of page.value)
            yield entry;
}

;// CONCATENATED MODULE: ./build/src/commands/prune/planning.js









const holds = ['in-use', 'protect', 'exclude', 'include', 'unusable'];
const mostNamed = 10;
async function planAll(order, access, context) {
    keepHeapSmall();
    const planned = [];
    const unread = [];
    await (0,each/* eachOf */.p)(order.repositories, 1, async (repository) => {
        try {
            const one = await planOne(repository, order, access, context);
            tellOf(one, context);
            planned.push(one);
        }
        catch (thrown) {
            if (context.signal.aborted)
                throw context.signal.reason;
            unread.push({ repository, failure: (0,errors/* asFailure */.h_)(thrown) });
        }
    });
    if (unread.length === 0)
        refuseUnknown(order.tagsInUse, planned);
    return { planned, unread };
}
async function planOne(repository, order, access, context) {
    const rights = order.dryRun ? 'pull' : (0,registries_deleter/* accessToDelete */.vf)(access.name, { digests: false });
    const reader = access.registry.repository(repository, rights);
    const policy = order.policyFor(repository);
    const stock = await readStock(repository, reader, [...policy.inUse.digests.keys()], access, context);
    const { include, exclude, protect, groupBy } = policy;
    const planned = (of) => (0,matching/* matching */.w)({ include, exclude, protect, 'group-by': groupBy }, () => plan(of, policy, context.now()));
    const made = planned(stock);
    if (stock.deepen === undefined || deletedTags(made) === 0)
        return { repository, access: reader, stock, policy, plan: made, leftovers: [] };
    const { graph, clears } = await stock.deepen(made);
    const whole = { ...stock, graph };
    const final = planned(whole);
    return { repository, access: reader, stock: whole, policy, plan: final, leftovers: final.leftovers.filter(clears) };
}
function refuseUnknown(words, planned) {
    const tags = new Set(planned.flatMap(({ stock }) => stock.images.flatMap((image) => image.tags)));
    const unknown = words.find((word) => !tags.has(word));
    if (unknown === undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`in-use: ${JSON.stringify(unknown)} is no file here, and no tag of ${planned.map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository)).join(', ')}`, 'Nothing was deleted: correct it, or leave it out. A file is looked for in the working directory.');
}
function tellOf(planned, { log }) {
    warnOfUnusable(planned, log);
    warnOfUndated(planned, log);
    const { repository, stock } = planned;
    if (stock.dangling.length === 0)
        return;
    const [first] = stock.dangling;
    const others = stock.dangling.length - 1;
    log.warn(`${(0,images_name/* formatRepository */.Sh)(repository)}: the registry lists ${first}${others === 0 ? '' : ` and ${others} more tags`} without a ` +
        'manifest that could be read by that name: left alone');
}
function warnOfUnusable({ repository, stock }, log) {
    const named = stock.images.flatMap(({ tags: [tag], digest, unusable }) => unusable === undefined ? [] : [`${tag} (${digest}): ${unusable}`]);
    if (named.length === 0)
        return;
    const more = named.length > mostNamed ? `; and ${named.length - mostNamed} more` : '';
    const what = named.length === 1 ? 'an image that cannot be used is kept' : 'images that cannot be used are kept';
    log.warn(`${(0,images_name/* formatRepository */.Sh)(repository)}: ${what}: ${named.slice(0, mostNamed).join('; ')}${more}`);
}
function warnOfUndated({ repository, policy: { keep, olderThan }, plan: { verdicts } }, log) {
    const judged = verdicts.filter(({ artefact, rule }) => !artefact && !holds.includes(rule));
    const undated = judged.filter(({ image }) => image.date === undefined).length;
    if (undated === 0)
        return;
    const count = `${undated} of ${(0,quantities/* countOf */.pq)(judged.length, 'image')} ${undated === 1 ? 'has' : 'have'} no date`;
    const order = 'keep orders these by the version in their tags, then by name, and takes them for older than all that have a date';
    const effects = [
        ...(keep === undefined ? [] : [order]),
        ...(olderThan === undefined ? [] : ['older-than never deletes them']),
    ];
    log.warn(`${(0,images_name/* formatRepository */.Sh)(repository)}: ${count} (reproducible builds, such as those of crane, ko, Nix and Buildpacks, set ` +
        `1970 or 1980): ${effects.join('; ')}`);
}
function planning_refusalOf({ repository, plan: { refusal } }) {
    if (refusal === undefined)
        return undefined;
    return new errors/* Failure */.HR('condition', {
        asked: `Pruning ${(0,images_name/* formatRepository */.Sh)(repository)}`,
        answered: `${refusal}; nothing was deleted`,
        advice: 'Look at the plan with dry-run. Change the rules, or if it is meant so, say so by keep or max-delete.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/prune/prune-all.js






async function pruneAll(order, access, context) {
    const { planned, unread } = await planAll(order, access, context);
    const going = planned.filter((one) => deletedTags(one.plan) > 0 && planning_refusalOf(one) === undefined);
    const idle = planned.filter((one) => !going.includes(one)).map((one) => untouched(one, [], planning_refusalOf(one)));
    if (order.dryRun || going.length === 0) {
        const pruned = planned.map((one) => untouched(one, order.dryRun ? one.leftovers : [], planning_refusalOf(one)));
        return { pruned, unread, dryRun: order.dryRun, journal: undefined };
    }
    const { ready, failed, journal } = await writeJournal(going, order.journal, access, context);
    const pruned = [];
    for (const { planned: one, journaled } of ready) {
        const stopped = context.signal.aborted ? (0,errors/* asFailure */.h_)(context.signal.reason) : undefined;
        pruned.push(stopped ? untouched(one, [], stopped) : await carryOut(one, journaled, access.deleter, context));
    }
    const changed = pruned.some((one) => one.changed);
    if (!changed)
        await journal.discard();
    const all = inOrder(order.repositories, [...pruned, ...idle]);
    return { pruned: all, unread: [...unread, ...failed], dryRun: false, journal: changed ? order.journal : undefined };
}
async function writeJournal(going, path, { name, deleter }, context) {
    const journal = await (0,journal_file/* createJournal */.s9)(path, name, context.now());
    const ready = [];
    const failed = [];
    try {
        for (const one of going) {
            try {
                await deleter.prepare?.(one.repository);
                const { repository, access, plan: made, leftovers } = one;
                const doomed = { repository, access, images: doomedOf(made), leftovers };
                ready.push({ planned: one, journaled: await journalImages(doomed, journal, context) });
            }
            catch (thrown) {
                if (context.signal.aborted)
                    throw context.signal.reason;
                failed.push({ repository: one.repository, failure: (0,errors/* asFailure */.h_)(thrown) });
            }
        }
        await journal.finish();
    }
    catch (thrown) {
        await journal.discard();
        throw thrown;
    }
    return { journal, ready, failed };
}
function untouched({ repository, plan: made }, cleared, failure = undefined) {
    return { repository, plan: made, removals: new Map(), cleared, changed: false, failure };
}
function inOrder(names, pruned) {
    return names.flatMap((name) => pruned.filter(({ repository }) => repository.path === name.path));
}


/***/ }),

/***/ 2939:
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
// EXTERNAL MODULE: ./build/src/commands/journal-note.js
var journal_note = __webpack_require__(5308);
;// CONCATENATED MODULE: ./build/src/commands/prune/lines.js
function linesOf({ repository, plan, removals }, dryRun) {
    const becameOf = (reason, tag) => plan.refusal === undefined
        ? outcomeOf(removals.get(tag), reason)
        : { fate: 'kept', reason: `${reason}; the plan was refused` };
    return plan.verdicts.flatMap((verdict) => verdict.image.tags.map((tag, at) => {
        const { digest, date, size } = verdict.image;
        const planned = { fate: verdict.fate, reason: reasonOf(verdict, tag) };
        const { fate, reason } = planned.fate !== 'deleted' || dryRun ? planned : becameOf(planned.reason, tag);
        return { repository, tag, digest, date, fate, reason, size: at === 0 ? size : undefined };
    }));
}
function reasonOf({ tag: about, reason }, tag) {
    return about === undefined || about === tag ? reason : `on the same image as ${about}: ${reason}`;
}
function outcomeOf(removal, reason) {
    if (removal === undefined)
        return { fate: 'failed', reason: 'not tried, because of what went wrong before' };
    if (removal.kind === 'deleted' || removal.kind === 'missing') {
        return { fate: 'deleted', reason: removal.kind === 'deleted' ? reason : `${reason}; it was gone already` };
    }
    return { fate: removal.kind === 'failed' ? 'failed' : 'kept', reason: removal.reason };
}
function wordOf(fate, dryRun) {
    return dryRun && fate === 'deleted' ? 'would be deleted' : fate;
}
const urgency = ['failed', 'blocked', 'deleted', 'kept'];
function byUrgency(lines) {
    return urgency.flatMap((fate) => lines.filter((line) => line.fate === fate));
}

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

;// CONCATENATED MODULE: ./build/src/commands/prune/summary.js









const mostRows = 2000;
const longestName = 32;
function headlineOf({ pruned, unread, dryRun }, lines) {
    const names = [...pruned, ...unread].map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository));
    const where = names.length === 1 ? names[0] : (0,quantities/* countOf */.pq)(names.length, 'repository', 'repositories');
    if (pruned.length === 0 && unread.length === 1)
        return `${where}: not pruned`;
    const count = (fate) => lines.filter((line) => line.fate === fate).length;
    const gone = `${(0,quantities/* countOf */.pq)(count('deleted'), 'tag')} ${dryRun ? 'would be deleted' : 'deleted'}`;
    const more = ['kept', 'blocked', 'failed'].flatMap((fate) => count(fate) > 0 || fate === 'kept' ? [`${count(fate)} ${fate}`] : []);
    const cleared = pruned.reduce((sum, one) => sum + one.cleared.length, 0);
    const parts = cleared === 0 ? [] : [`${(0,quantities/* countOf */.pq)(cleared, 'part')} without tags ${dryRun ? 'too' : 'cleared away'}`];
    const untouched = unread.length === 0 ? [] : [`${unread.length} not pruned`];
    const refused = pruned.flatMap(({ plan }) => plan.refusal ?? []);
    const counts = [gone, ...parts, ...more, ...untouched].join(', ');
    if (refused.length === 0)
        return `${where}: ${counts}`;
    const [only] = refused;
    return names.length === 1
        ? `${where}: the plan is refused, ${only}; ${counts}`
        : `${where}: ${counts}, ${(0,quantities/* countOf */.pq)(refused.length, 'plan refused', 'plans refused')}`;
}
function markOf(dryRun, failures) {
    if (failures.length > 0)
        return 'bad';
    return dryRun ? 'dry-run' : 'good';
}
function summaryOf(result, lines, failures) {
    const { pruned, unread, journal } = result;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(markOf(result.dryRun, failures), headlineOf(result, lines)), (0,failure/* failureList */.J_)(failures), pruned.length + unread.length > 1 || lines.length === 0 ? undefined : spaceOf(lines, result.dryRun), counts(result, lines), lines.some(({ fate }) => fate === 'deleted') ? picture(lines) : undefined, (0,journal_note/* journalNote */.K)(journal), everyTag(lines, result.dryRun), everyPart(result));
}
function counts({ pruned, unread, dryRun }, lines) {
    if (pruned.length + unread.length < 2)
        return undefined;
    const head = ['Repository', dryRun ? 'Would be deleted' : 'Deleted', 'Kept', 'Blocked', 'Failed'].map(markdown/* plain */.pj);
    const rows = pruned.map(({ repository }) => {
        const own = lines.filter((line) => line.repository.path === repository.path);
        const cells = ['deleted', 'kept', 'blocked', 'failed'].map((fate) => (0,markdown/* plain */.pj)(String(own.filter((line) => line.fate === fate).length)));
        return [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), ...cells];
    });
    const open = unread.map(({ repository }) => [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), (0,markdown/* plain */.pj)('not pruned'), ...blank]);
    return (0,markdown/* table */.tp)([head, ...rows, ...open]);
}
const blank = ['', '', ''].map(markdown/* plain */.pj);
function spaceOf(lines, dryRun) {
    const bytes = lines.reduce((sum, { fate, size = 0 }) => (fate === 'deleted' ? sum + size : sum), 0);
    if (bytes === 0)
        return undefined;
    return (0,markdown/* plain */.pj)(`${dryRun ? 'The images that would be deleted have' : 'The deleted images had'} ${(0,quantities/* formatBytes */.z3)(bytes)}; what they share with others stays.`);
}
function picture(lines) {
    const dated = new Map(lines.flatMap(({ digest, date, fate }) => date === undefined ? [] : [[digest, { date, deleted: fate === 'deleted' }]]));
    const spans = timeline([...dated.values()]);
    const columns = spans.map(({ label, kept, deleted }) => ({ label, lower: kept, upper: deleted }));
    return (0,chart/* columnChart */.P)('What stays (blue) and goes (red), by the date of the image', 'images', columns);
}
function everyPart({ pruned }) {
    const rows = pruned.flatMap(({ repository, cleared }) => cleared.map((digest) => [(0,markdown/* code */.aY)((0,images_name/* formatRepository */.Sh)(repository)), (0,markdown/* code */.aY)(digest)]));
    if (rows.length === 0)
        return undefined;
    const shown = rows.slice(0, mostRows);
    return (0,markdown/* folded */.TM)(`Parts without tags (${rows.length})`, (0,markdown/* table */.tp)([['Repository', 'Digest'].map(markdown/* plain */.pj), ...shown]));
}
function everyTag(lines, dryRun) {
    if (lines.length === 0)
        return undefined;
    const one = new Set(lines.map(({ repository }) => (0,images_name/* formatRepository */.Sh)(repository))).size === 1;
    const head = ['Action', one ? 'Tag' : 'Image', 'Reason', 'Date', 'Digest'].map(markdown/* plain */.pj);
    const rows = byUrgency(lines)
        .slice(0, mostRows)
        .map(({ fate, repository, tag, date, reason, digest }) => [
        (0,markdown/* plain */.pj)(wordOf(fate, dryRun)),
        (0,markdown/* code */.aY)((0,table/* withoutMiddle */.M)(one ? tag : (0,images_name/* formatImage */.vy)({ ...repository, tag }), longestName)),
        (0,markdown/* plain */.pj)(reason),
        (0,markdown/* plain */.pj)(date === undefined ? '' : (0,quantities/* formatTime */.fU)(date)),
        (0,markdown/* code */.aY)(digest.slice(0, 19)),
    ]);
    const more = lines.length - rows.length;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* folded */.TM)(`Every tag and its reason (${lines.length})`, (0,markdown/* table */.tp)([head, ...rows])), more === 0 ? undefined : (0,markdown/* plain */.pj)(`${more} further tags are in the outputs only.`));
}

;// CONCATENATED MODULE: ./build/src/commands/prune/report.js






const report_mostRows = 200;
function reportPrune(result) {
    const { pruned, unread, dryRun, journal } = result;
    const lines = pruned.flatMap((one) => linesOf(one, dryRun));
    const objects = (fate) => lines.filter((line) => line.fate === fate).map(objectOf);
    const failures = failuresOf(result);
    const deleted = lines.filter(({ fate }) => fate === 'deleted').length;
    const left = lines.length - deleted;
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
                cleared: pruned.flatMap(({ repository, cleared }) => cleared.map((digest) => ({ image: (0,images_name/* formatImage */.vy)({ ...repository, digest }), digest }))),
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
            return summaryOf(result, lines, failures);
        },
        get names() {
            return lines
                .filter(({ fate }) => fate === 'deleted')
                .map(({ repository, tag }) => (0,images_name/* formatImage */.vy)({ ...repository, tag }));
        },
        table: tableOf(result, lines),
        headline: headlineOf(result, lines),
        note: (0,journal_note/* journalWords */.P)(journal),
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
function tableOf({ pruned, unread, dryRun }, lines) {
    const several = pruned.length + unread.length > 1;
    const sorted = byUrgency(lines);
    const left = unread.map(({ repository, failure }) => [
        { text: 'error', tone: 'bad' },
        { text: (0,images_name/* formatRepository */.Sh)(repository) },
        { text: '' },
        { text: failure.message },
    ]);
    const rows = sorted
        .slice(0, report_mostRows)
        .map(({ fate, repository, tag, date, reason }) => [
        { text: wordOf(fate, dryRun), tone: tones[fate] },
        { text: several ? (0,images_name/* formatImage */.vy)({ ...repository, tag }) : tag },
        { text: date === undefined ? '' : (0,quantities/* formatTime */.fU)(date) },
        { text: reason },
    ]);
    const more = sorted.length - rows.length;
    const last = [{ text: '…' }, { text: `${more} more` }, { text: '' }, { text: '--json and the outputs have all' }];
    const columns = ['action', several ? 'image' : 'tag', 'date', 'reason'];
    return { columns, rows: [...left, ...rows, ...(more === 0 ? [] : [last])] };
}


/***/ }),

/***/ 7407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ addWhole)
/* harmony export */ });
/* harmony import */ var _each_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1207);

const atOnce = 8;
async function addWhole(access, manifest, read) {
    const { content, descriptor } = manifest;
    if (read.has(descriptor.digest))
        return;
    if (content.kind === 'index') {
        const fresh = content.manifests.filter(({ digest }) => !read.has(digest));
        const children = await (0,_each_js__WEBPACK_IMPORTED_MODULE_0__/* .eachOf */ .p)(fresh, atOnce, ({ digest }) => access.manifest(digest));
        for (const child of children)
            if (child !== undefined)
                await addWhole(access, child, read);
    }
    read.set(descriptor.digest, manifest);
}


/***/ }),

/***/ 5213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GR: () => (/* binding */ maturityLadder),
/* harmony export */   SS: () => (/* binding */ compareNumbered),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   bb: () => (/* binding */ compareTags),
/* harmony export */   n6: () => (/* binding */ compareText)
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
    const pieces = (text) => text.split(/(\d+)/);
    return compareLists(pieces(one), pieces(other), (mine = '', theirs = '') => {
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
    ...['patch', 'hotfix', 'security'].map((word) => [word, { kind: 'post', word }]),
]);
const qualifier = /^[-_.]*([a-zA-Z]+)(?:(?!-\d+-g[0-9a-f]{7,40}(?![a-zA-Z0-9]))[-_.]?(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9]))?(?![a-zA-Z0-9])/;
const described = /^-(\d+)-g[0-9a-f]{7,40}(?![a-zA-Z0-9])/;
const dated = /^([-_.]+)((?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?)((?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
const named = /^([-_.]+(?:r|ls|kb|master-|[a-z]+\.))(\d+)(?!\.\d|[a-zA-Z0-9])/i;
const bare = /^([-_]+)(\d+(?:\.\d+)*)(?!\.\d|[a-zA-Z0-9])/;
const flavourPiece = /^[-_.]*[^-_.]*/;
function readSuffix(text) {
    const qualifiers = [];
    const counters = [];
    let flavour = '';
    let rest = text;
    while (rest !== '') {
        const found = readQualifier(rest) ?? readCounter(rest, flavour === '');
        if (found === undefined) {
            const [piece = rest] = flavourPiece.exec(rest) ?? [];
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
function readCounter(text, directly) {
    const commits = described.exec(text);
    if (commits !== null)
        return found(commits[0], '-N-g', commits[1]);
    const date = dated.exec(text);
    if (date !== null) {
        const [whole, mark = '', day = '', more = ''] = date;
        return found(whole, `${mark}${'YYYYMMDDhhmmss'.slice(0, day.length)}`, `${day}${more}`);
    }
    const count = named.exec(text) ?? (directly ? bare.exec(text) : null);
    return count === null ? undefined : found(count[0], `${count[1]}N`, count[2]);
}
function found(whole, shape, numbers = '') {
    return { part: { shape, numbers: toNumbers(numbers) }, length: whole.length };
}
function toNumbers(dotted) {
    return dotted.split('.').map(BigInt);
}

;// CONCATENATED MODULE: ./build/src/images/version.js

const artefact = /^sha(?:256|512)-[0-9a-f]{64}(?:\..+)?$|\.(?:sig|att|sbom)$/;
const lead = /^((?:(?:x86_64|(?!x86_64|[vV]\d)[a-zA-Z][a-zA-Z0-9.]*)[-_]+)*)([vV]?)(?=\d)/;
const digitLead = /^((?!\d+(?:a|b|m|u|rc|cr|alpha|beta|pre|preview|dev|ea|post|milestone|snapshot)\d*(?:[-_.]|$))\d+[a-zA-Z][a-zA-Z0-9]*[-_]+(?:[a-zA-Z][a-zA-Z0-9]*[-_]+)*)([vV]?)(?=\d+\.\d)/;
const innerDay = /(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(T\d\d)?/;
const day = /^((?:19|20)\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])((?:\.\d+)*)(?!\d)/;
const dotted = /^\d+(?:\.\d+)*/;
const shortestCommit = 7;
const commit = /^(?=.*[a-f])(?=.*\d)g?[0-9a-f]{7,64}$/;
const commitMark = /(?:^|[-_])(?:sha|git)[-_]$/;
function parseTag(text) {
    return parseWith(text, { numbersOf: readNumbers, suffixOf: readSuffix });
}
function parseTags(texts) {
    const readers = { numbersOf: remembered(readNumbers), suffixOf: remembered(readSuffix) };
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
    if (artefact.test(text))
        return { kind: 'artefact', text };
    const [whole, prefix, v] = digitLead.exec(text) ?? lead.exec(text) ?? [];
    if (whole === undefined || prefix === undefined || namesCommit(prefix, text.slice(prefix.length))) {
        return { kind: 'unversioned', text };
    }
    if (splitsDay(text, prefix)) {
        return { kind: 'unversioned', text };
    }
    const following = text.slice(whole.length);
    const [numbers = ''] = day.exec(following) ?? dotted.exec(following) ?? [];
    const { class: kind, release, revision } = numbersOf(numbers);
    const { qualifiers, counters, flavour } = suffixOf(following.slice(numbers.length));
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
function splitsDay(text, prefix) {
    const found = innerDay.exec(text);
    return found !== null && (found.index < prefix.length || found[1] !== undefined);
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
