export const id = 827;
export const ids = [827];
export const modules = {

/***/ 7827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deleteImages: () => (/* binding */ deleteImages)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/access.js
var access = __webpack_require__(4417);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/journal-file.js
var journal_file = __webpack_require__(6067);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(1952);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/inputs.js
var inputs = __webpack_require__(5845);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/delete/inputs.js



const deleteInputs = {
    image: (0,types/* list */.p_)({
        help: 'Set the images to delete, all in one registry. `name:tag` deletes only that tag, `name@sha256:…` the manifest. A name without a slash is in `namespace`.',
        placeholder: 'IMAGE,…',
    }),
    'missing-ok': (0,types/* boolean */.zM)({ help: 'Accept that an image does not exist.', fallback: 'false' }),
    ...inputs/* deletingInputs */.E,
    ...(0,registry/* registryInputs */.P4)({ names: ['image'] }),
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '10m' }),
};

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/images/digest.js
var digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/commands/shared/list-tags.js
var list_tags = __webpack_require__(6634);
;// CONCATENATED MODULE: ./build/src/commands/delete/lookups.js




async function lookUp(access, reference) {
    try {
        return { reference, found: await access.head(reference), error: undefined };
    }
    catch (thrown) {
        const error = (0,errors/* asFailure */.h_)(thrown);
        if (error.status !== 500 || (0,digest/* isDigest */.B)(reference))
            throw thrown;
        return { reference, found: undefined, error };
    }
}
async function unservedAnswer(access, tag) {
    try {
        return (await access.manifest(tag)) === undefined ? 'the registry answers 404 for its manifest' : undefined;
    }
    catch (thrown) {
        const error = (0,errors/* asFailure */.h_)(thrown);
        if (error.status === 500)
            return error.message;
        throw thrown;
    }
}
async function listWhereNeeded(access, lookups) {
    const isAnyServed = lookups.some(({ found }) => found !== undefined);
    if (!isAnyServed && lookups.every(({ reference }) => (0,digest/* isDigest */.B)(reference)))
        return [];
    return (0,list_tags/* listTags */.c)(access).catch((thrown) => {
        const { kind } = (0,errors/* asFailure */.h_)(thrown);
        if (isAnyServed || !['not-found', 'denied', 'authentication'].includes(kind))
            throw thrown;
        return [];
    });
}
async function unservedOf(access, lookups, listed) {
    const names = new Set(listed);
    const unserved = new Map();
    const absent = lookups.filter(({ found }) => found === undefined);
    await (0,concurrency/* mapConcurrent */._)(absent, 1, async ({ reference, error }) => {
        const answer = names.has(reference) ? await unservedAnswer(access, reference) : undefined;
        if (answer !== undefined)
            unserved.set(reference, { digest: undefined, answer });
        else if (error !== undefined)
            throw error;
    });
    return unserved;
}

;// CONCATENATED MODULE: ./build/src/commands/delete/inventory.js






const atOnce = 8;
async function readInventory(targets, registry, allowed) {
    const { repository, tags, digests } = targets;
    const oci = registry.repository(repository, allowed);
    const lookups = await (0,concurrency/* mapConcurrent */._)([...tags, ...digests], atOnce, (reference) => lookUp(oci, reference));
    const listed = await listWhereNeeded(oci, lookups);
    const unserved = await unservedOf(oci, lookups, listed);
    const there = new Map(lookups.flatMap(({ reference, found }) => (found ? [[reference, found.digest]] : [])));
    const tagsToDelete = new Map(tags.flatMap((tag) => {
        const digest = there.get(tag);
        return digest === undefined ? [] : [[tag, digest]];
    }));
    return {
        ...targets,
        opened: await registry.open(repository, allowed),
        tagsToDelete,
        digestsToDelete: digests.filter((digest) => there.has(digest)),
        unserved,
        missing: [...tags, ...digests].filter((reference) => !there.has(reference) && !unserved.has(reference)),
        others: listed.filter((tag) => !tags.includes(tag)),
    };
}
async function readStaying({ repository, opened, others }, context) {
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    const total = others.length;
    let done = 0;
    const staying = await (0,concurrency/* mapConcurrent */._)(others, atOnce, async (tag) => {
        const descriptor = await opened.oci.head(tag);
        done += 1;
        reportProgress(() => `${(0,images_name/* formatRepository */.Sh)(repository)}: ${done} of ${total} tags looked at`, { done, total });
        return descriptor === undefined ? [] : [[tag, descriptor]];
    });
    return new Map(staying.flat());
}
function refuseMissing(inventories, missingOk) {
    const images = inventories.flatMap((inventory) => inventory.missing.map((reference) => imageOf(inventory, reference)));
    if (missingOk || images.length === 0)
        return;
    throw new errors/* Failure */.HR('not-found', {
        operation: `Looking for ${images.join(', ')}`,
        reason: 'not there; nothing was deleted',
        advice: `Check the names, or set ${(0,input_names/* inputName */.yu)('missing-ok')} where it is fine that they are gone.`,
    });
}
function imageOf({ repository }, reference) {
    return (0,images_name/* formatImage */.vy)(reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference });
}

// EXTERNAL MODULE: ./build/src/registries/oci/fallback-index.js
var fallback_index = __webpack_require__(6720);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/add-tree.js
var add_tree = __webpack_require__(8477);
;// CONCATENATED MODULE: ./build/src/commands/delete/manifests.js






async function readManifests(inventory) {
    const manifests = new Map();
    const unserved = new Map();
    await (0,concurrency/* mapConcurrent */._)(manifestsToDelete(inventory), 1, async (digest) => {
        const topLevel = await readTopLevel(inventory, digest);
        if (typeof topLevel === 'string')
            unserved.set(digest, topLevel);
        else
            await (0,add_tree/* addTree */.A)(inventory.opened.oci, topLevel, manifests);
    });
    return { inventory: withoutManifests(inventory, unserved), manifests };
}
async function readTopLevel(inventory, digest) {
    const { opened, tagsToDelete, digestsToDelete } = inventory;
    const { oci } = opened;
    const read = await oci.manifest(digest).catch(errors/* asFailure */.h_);
    if (read !== undefined && !(read instanceof errors/* Failure */.HR))
        return read;
    const [tag] = [...tagsToDelete].find(([, on]) => on === digest) ?? [];
    const isLost = read === undefined || read.status === 500;
    if (isLost && tag !== undefined && !digestsToDelete.includes(digest)) {
        const answer = (await oci.head(tag))?.digest === digest ? await unservedAnswer(oci, tag) : undefined;
        if (answer !== undefined)
            return answer;
    }
    throw read ?? vanished(inventory, digest);
}
function withoutManifests(inventory, lost) {
    const unserved = new Map(inventory.unserved);
    const tagsToDelete = new Map(inventory.tagsToDelete);
    for (const [tag, digest] of inventory.tagsToDelete) {
        const answer = lost.get(digest);
        if (answer === undefined)
            continue;
        unserved.set(tag, { digest, answer });
        tagsToDelete.delete(tag);
    }
    return { ...inventory, tagsToDelete, unserved };
}
function manifestsToDelete({ tagsToDelete, digestsToDelete }) {
    return [...new Set([...tagsToDelete.values(), ...digestsToDelete])];
}
function fallbackTagOf(digest, manifests) {
    const subject = manifests.get(digest)?.subject;
    return subject && (0,fallback_index/* referrersTag */.LN)(subject);
}
function journalEntries(inventory, manifests) {
    const { tagsToDelete, repository } = inventory;
    return [...manifests.values()].map(({ descriptor: { digest, mediaType }, bytes }) => ({
        repository: repository.path,
        digest,
        mediaType,
        tags: [...tagsToDelete].filter(([, on]) => on === digest).map(([tag]) => tag),
        bytes,
    }));
}
function vanished(inventory, digest) {
    return new errors/* Failure */.HR('server', {
        operation: `Reading ${imageOf(inventory, digest)}`,
        reason: 'the registry names it, and answers 404 for it; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/outcome.js


function outcomesOf(inventory, removals) {
    return [...inventory.tags, ...inventory.digests].map((reference) => {
        const isTag = inventory.tags.includes(reference);
        const removal = removals.get(reference);
        const isMissing = inventory.missing.includes(reference);
        const untouched = isMissing ? 'missing' : 'planned';
        return {
            image: imageOf(inventory, reference),
            repository: (0,images_name/* formatRepository */.Sh)(inventory.repository),
            tag: isTag ? reference : undefined,
            digest: isTag ? (inventory.tagsToDelete.get(reference) ?? inventory.unserved.get(reference)?.digest) : reference,
            kind: removal === undefined || removal.kind === 'failed' || removal.kind === 'locked' ? untouched : removal.kind,
            ...(removal?.kind === 'moved' || removal?.kind === 'needed' ? { reason: removal.reason } : {}),
        };
    });
}

// EXTERNAL MODULE: ./build/src/registries/oci/graph.js
var graph = __webpack_require__(8599);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/src/retention/image.js
var retention_image = __webpack_require__(5477);
;// CONCATENATED MODULE: ./build/src/commands/delete/refusals.js






function tagsSharing(staying, digest) {
    return [...staying].filter(([, on]) => on.digest === digest).map(([tag]) => tag);
}
async function refuseNeeded({ inventory, manifests, readStaying }, digests, because) {
    if (digests.length === 0)
        return;
    const staying = await readStaying();
    for (const digest of digests) {
        const sharing = tagsSharing(staying, digest);
        if (sharing.length === 0)
            continue;
        const tags = [...inventory.tagsToDelete].filter(([, on]) => on === digest).map(([tag]) => tag);
        throw refusal(tags.length > 0 ? tags.map((tag) => imageOf(inventory, tag)).join(', ') : imageOf(inventory, digest), `${because}, and ${named(inventory, sharing)} ${sharing.length === 1 ? 'is' : 'are'} on the same one (${digest})`, 'Name these tags too, if all of them are to go.');
    }
    const parents = await indexesOver(inventory, staying, new Set(digests), manifests);
    for (const [digest, tags] of parents) {
        throw refusal(imageOf(inventory, digest), `${because}, and it is a part of ${named(inventory, tags)}, which would not pull any more`, 'Delete those first, or name them too.');
    }
}
async function refuseSigned({ inventory, readStaying }) {
    for (const digest of new Set([...inventory.tagsToDelete.values(), ...inventory.digestsToDelete])) {
        const signatures = inventory.others.filter((tag) => (0,retention_image/* isSignatureTag */.L)(tag) && (0,retention_image/* subjectOfTag */.s)(tag) === digest);
        if (signatures.length === 0 || tagsSharing(await readStaying(), digest).length > 0)
            continue;
        throw refusal(imageOf(inventory, digest), `with the last tag of a manifest this registry deletes its signatures: ${named(inventory, signatures)}`, 'Name these tags too, if they are to go.');
    }
}
function refusal(what, why, advice) {
    return new errors/* Failure */.HR('unsupported', { operation: `Deleting ${what}`, reason: `${why}; nothing was deleted`, advice });
}
function named(inventory, tags) {
    const shown = tags.slice(0, 10).map((tag) => imageOf(inventory, tag));
    return `${shown.join(', ')}${tags.length > shown.length ? ` and ${tags.length - shown.length} more` : ''}`;
}
async function indexesOver(inventory, staying, digests, manifests) {
    const listed = new Map();
    const found = new Map();
    for (const [tag, descriptor] of staying) {
        if (!(0,manifest/* isIndex */.nw)(descriptor))
            continue;
        const under = listed.get(descriptor.digest) ?? (await digestsUnder(inventory, descriptor.digest));
        listed.set(descriptor.digest, under);
        for (const digest of digests) {
            const needs = under.has(digest) && tag !== fallbackTagOf(digest, manifests);
            if (needs)
                found.set(digest, [...(found.get(digest) ?? []), tag]);
        }
    }
    return found;
}
async function digestsUnder(inventory, digest) {
    const { oci } = inventory.opened;
    const topLevel = await oci.manifest(digest);
    if (topLevel === undefined)
        throw unreadable(inventory, digest, 'the registry names it, and answers 404 for it');
    const read = await (0,graph/* readDown */.L)(oci, topLevel, manifest/* isIndex */.nw);
    return new Set(read.flatMap(graph/* listedBy */.l).map((child) => child.digest));
}
function unreadable(inventory, digest, why) {
    return new errors/* Failure */.HR('server', {
        operation: `Reading ${imageOf(inventory, digest)}`,
        reason: `${why}; nothing was deleted`,
        advice: 'What cannot be read might need what is to be deleted.',
    });
}

// EXTERNAL MODULE: ./build/src/registries/oci/deletion.js
var oci_deletion = __webpack_require__(1129);
// EXTERNAL MODULE: ./build/src/registries/oci/referrers-tag.js
var referrers_tag = __webpack_require__(1370);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/levels.js
var levels = __webpack_require__(312);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/reference-guard.js
var reference_guard = __webpack_require__(5314);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/remover.js
var deletion_remover = __webpack_require__(6261);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/verify.js
var verify = __webpack_require__(6794);
;// CONCATENATED MODULE: ./build/src/commands/delete/removal.js










async function removeFrom(one, settings) {
    const { inventory, manifests } = one;
    const { opened, tagsToDelete, digestsToDelete } = inventory;
    const { oci, driver } = opened;
    const exempts = (tag, digest) => tag === fallbackTagOf(digest, manifests);
    const guard = (0,reference_guard/* createReferenceGuard */.b)({ oci, driver, known: new Map(), exempts });
    if (one.isStayingRead())
        guard.know(digestsOf(await one.readStaying()));
    const manifestsDeleted = new Set();
    const remover = (0,deletion_remover/* createRemover */.v)({
        opened,
        guard,
        signal: settings.signal,
        mostRefusals: 1,
        onDeleted: settings.onDeleted,
        async beforeManifest(because) {
            await settings.beforeManifest(because);
            guard.know(digestsOf(await one.readStaying()));
            guard.know(tagsToDelete);
        },
        async onManifestDeleted(digest) {
            manifestsDeleted.add(digest);
            await keepReferrersTrue(one, digest);
        },
    });
    const others = new Map();
    let failure;
    try {
        const images = inOrder(one, manifestsToDelete(inventory)).flatMap((digest) => removable(inventory, digest));
        for (const level of (0,levels/* inLevels */.r)(images, (digest) => childrenOf(one, digest)))
            await remover.remove(level);
        for (const tag of inventory.unserved.keys()) {
            if (remover.stopped() === undefined)
                others.set(tag, await removeUnserved(tag, inventory, settings));
        }
        for (const digest of digestsToDelete)
            if (manifestsDeleted.has(digest))
                others.set(digest, { kind: 'deleted' });
        const left = inOrder(one, digestsToDelete).filter((digest) => !manifestsDeleted.has(digest));
        await remover.removeManifests(left.map((digest) => ({ digest, tags: [] })));
        const isRead = one.isStayingRead();
        const kept = isRead ? [...(await one.readStaying()).keys()] : inventory.others;
        if (remover.changed() || others.size > 0)
            await (0,verify/* verifyKept */.u)(opened, kept, isRead);
    }
    catch (thrown) {
        failure = (0,errors/* asFailure */.h_)(thrown);
    }
    const removals = new Map([...remover.removals, ...others]);
    return { removals, changed: remover.changed() || others.size > 0, failure: remover.stopped() ?? failure };
}
function inOrder({ manifests }, digests) {
    const isIndex = (digest) => manifests.get(digest)?.content.kind === 'index';
    const indexes = [...manifests.keys()].reverse().filter((digest) => digests.includes(digest) && isIndex(digest));
    return [...indexes, ...digests.filter((digest) => manifests.has(digest) && !isIndex(digest))];
}
function childrenOf({ manifests }, digest) {
    const content = manifests.get(digest)?.content;
    return content?.kind === 'index' ? content.manifests.map((child) => child.digest) : [];
}
function digestsOf(staying) {
    return new Map([...staying].map(([tag, { digest }]) => [tag, digest]));
}
function removable({ tagsToDelete }, digest) {
    const tags = [...tagsToDelete].filter(([, on]) => on === digest).map(([tag]) => tag);
    return tags.length === 0 ? [] : [{ digest, tags }];
}
async function removeUnserved(tag, inventory, { onDeleted }) {
    const { oci, driver } = inventory.opened;
    const digest = inventory.unserved.get(tag)?.digest;
    const now = digest === undefined ? (await lookUp(oci, tag)).found : await oci.head(tag);
    if (now?.digest !== digest)
        return now === undefined ? { kind: 'missing' } : { kind: 'moved', reason: deletion_remover/* pushedAgain */.C };
    const deletion = await driver.deleteTag?.(tag, digest ?? tag);
    if (deletion === undefined || deletion.kind === 'unsupported') {
        throw (0,oci_deletion/* notDeletable */.W)(imageOf(inventory, tag), deletion?.words ?? '');
    }
    if (deletion.kind === 'locked')
        throw deletion.failure;
    if (deletion.kind === 'deleted')
        onDeleted(tag);
    return deletion;
}
async function keepReferrersTrue({ inventory, manifests, readStaying }, digest) {
    const tag = fallbackTagOf(digest, manifests);
    if (tag !== undefined && (await readStaying()).has(tag))
        await (0,referrers_tag/* takeFromReferrersTag */.IK)(inventory.opened.oci, tag, digest);
}

// EXTERNAL MODULE: ./build/src/reports/failure.js
var reports_failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/delete/report.js




function reportDelete(result) {
    const { outcomes, dryRun, journal, failure } = result;
    const deleted = deletedOf(result);
    const exitCode = failure?.exitCode ?? (outcomes.some(isLeftAlone) ? 1 : 0);
    return {
        outputs: {
            deleted: JSON.stringify(deleted.map(objectOf)),
            'deleted-count': String(deleted.length),
            journal: journal ?? '',
        },
        json: {
            ...(failure && (0,reports_failure/* failureObject */.OR)(failure)),
            dryRun,
            deleted: deleted.map(objectOf),
            deletedCount: deleted.length,
            missing: imagesOf(outcomes, 'missing'),
            moved: imagesOf(outcomes, 'moved'),
            needed: imagesOf(outcomes, 'needed'),
            journal: journal ?? null,
        },
        summary: summaryOf(result),
        table: { columns: ['status', 'image', 'digest'], rows: outcomes.map((outcome) => rowOf(outcome, dryRun)) },
        names: deleted.map(({ image }) => image),
        headline: headlineOf(result),
        note: (0,journal_file/* journalWords */.PV)(journal),
        failures: failure === undefined ? [] : [failure],
        exitCode,
    };
}
function deletedOf({ outcomes, dryRun }) {
    return outcomes.filter(({ kind }) => kind === (dryRun ? 'planned' : 'deleted'));
}
function imagesOf(outcomes, wanted) {
    return outcomes.filter(({ kind }) => kind === wanted).map(({ image }) => image);
}
function objectOf({ image, repository, tag, digest }) {
    return { image, repository, ...(tag === undefined ? {} : { tag }), digest };
}
const words = {
    deleted: 'deleted',
    planned: 'not deleted',
    missing: 'not there',
    moved: 'pushed again, left alone',
    needed: 'needed meanwhile, left alone',
};
function headlineOf(result) {
    const { outcomes, dryRun } = result;
    const deleted = deletedOf(result);
    const [only] = deleted;
    const counted = deleted.length === 1 && only !== undefined
        ? only.image
        : (0,quantities/* countOf */.pq)(deleted.length, outcomes.every(({ tag }) => tag !== undefined) ? 'tag' : 'image');
    const begin = dryRun ? `${counted} would be deleted` : `${counted} deleted`;
    const rest = ['missing', 'moved', 'needed', ...(dryRun ? [] : ['planned'])].flatMap((kind) => {
        const count = imagesOf(outcomes, kind).length;
        return count === 0 ? [] : [`${count} ${words[kind]}`];
    });
    return [begin, ...rest].join(', ');
}
function isLeftAlone({ kind }) {
    return kind === 'moved' || kind === 'needed';
}
function statusOf({ kind, reason }, dryRun) {
    if (reason !== undefined)
        return `left alone: ${reason}`;
    return dryRun && kind === 'planned' ? 'would be deleted' : words[kind];
}
function rowOf(outcome, dryRun) {
    const { kind, image, digest } = outcome;
    const good = kind === 'deleted' || (kind === 'planned' && dryRun);
    const tone = good ? 'good' : kind === 'missing' ? 'muted' : 'bad';
    return [{ text: statusOf(outcome, dryRun), tone }, { text: image }, { text: digest?.slice(0, 19) ?? '' }];
}
function markOf({ outcomes, dryRun, failure }) {
    if (failure !== undefined)
        return 'bad';
    if (dryRun)
        return 'dry-run';
    return outcomes.some(isLeftAlone) ? 'bad' : 'good';
}
function summaryOf(result) {
    const { outcomes, dryRun, journal, failure } = result;
    const head = ['Status', 'Image', 'Digest'].map(markdown/* plain */.pj);
    const rows = outcomes.map((outcome) => [
        (0,markdown/* plain */.pj)(statusOf(outcome, dryRun)),
        (0,markdown/* code */.aY)(outcome.image),
        (0,markdown/* code */.aY)(outcome.digest ?? ''),
    ]);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(markOf(result), headlineOf(result)), failure && (0,reports_failure/* failureList */.J_)([failure]), rows.length === 0 ? undefined : (0,markdown/* table */.tp)([head, ...rows]), (0,journal_file/* journalNote */.KC)(journal));
}

// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
;// CONCATENATED MODULE: ./build/src/commands/delete/targets.js




function planDelete(inputs, workflow) {
    const images = inputs.image.map((text) => readTarget(text, inputs, workflow));
    const [first] = images;
    if (first === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} is needed: the images to delete`, 'For example acme/app:1.2.0.');
    const other = images.find(({ registry }) => registry.host !== first.registry.host);
    if (other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`the images are in several registries: ${first.registry.host} and ${other.registry.host}`, 'Delete in one registry at a time: each has credentials of its own.');
    }
    const paths = [...new Set(images.map(({ path }) => path))];
    const targets = paths.map((path) => {
        const here = images.filter((image) => image.path === path);
        return {
            repository: { registry: first.registry, path },
            tags: distinct(here.map(({ tag }) => tag)),
            digests: distinct(here.map(({ digest }) => digest)),
        };
    });
    return { registry: first.registry, targets };
}
function namesOf({ repository, tags, digests }) {
    return [
        ...tags.map((tag) => (0,images_name/* formatImage */.vy)({ ...repository, tag })),
        ...digests.map((digest) => (0,images_name/* formatImage */.vy)({ ...repository, digest })),
    ];
}
function readTarget(text, where, workflow) {
    const image = (0,inputs_image/* readImage */.AM)(text, where, workflow);
    if (image.tag === undefined && image.digest === undefined) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(text)} says neither tag nor digest`, `Write ${(0,images_name/* formatRepository */.Sh)(image)}:TAG. A whole repository is not deleted by this command.`);
    }
    if (image.tag !== undefined && image.digest !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${JSON.stringify(text)} has a tag and a digest`, 'Write name:tag to delete the tag alone, or name@digest to delete the manifest.');
    }
    return image;
}
function distinct(values) {
    return [...new Set(values)].filter((value) => value !== undefined);
}

;// CONCATENATED MODULE: ./build/src/commands/delete/unserved.js


function refuseUnserved(inventories, because) {
    for (const inventory of inventories) {
        for (const [tag, { answer }] of inventory.unserved) {
            throw new errors/* Failure */.HR('unsupported', {
                operation: `Deleting ${imageOf(inventory, tag)}`,
                reason: `${because}, and the manifest of this tag cannot be read: ${answer}; nothing was deleted`,
                advice: 'Push an image to this tag, and delete it then; or ask the registry’s operator to remove it.',
            });
        }
    }
}
function warnOfUnserved(inventories, dryRun, warn) {
    for (const inventory of inventories) {
        for (const [tag, { answer }] of inventory.unserved) {
            warn(`${imageOf(inventory, tag)} is listed, but cannot be read (${answer}): its name ${dryRun ? 'would be' : 'is'} deleted ` +
                'alone, and is not in the journal');
        }
    }
}
function failureOfListed(inventories, isMissing) {
    const images = inventories.flatMap((inventory) => [...inventory.unserved.keys()].map((tag) => imageOf(inventory, tag)));
    const left = images.filter(isMissing);
    if (left.length === 0)
        return undefined;
    return new errors/* Failure */.HR('not-found', {
        operation: `Deleting ${left.join(', ')}`,
        reason: 'the registry lists it, and answers 404 to the delete too',
        advice: 'It may be gone from the list in a while. Otherwise only the registry’s operator can remove it.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/index.js














const mostChecked = 1000;
const withItsTags = 'a digest goes with all that is on it';
const onlyUntagged = 'this registry deletes a manifest only when nothing leads to it';
const deleteImages = {
    name: 'delete',
    summary: 'Delete single tags, or manifests by digest. Manifests that another tag needs are kept; a journal can undo it.',
    inputs: deleteInputs,
    positional: ['image'],
    examples: ['acme/app:1.0,acme/app:1.1 --dry-run'],
    names: { help: 'the deleted images; with `dry-run`, the images that would be deleted' },
    outputs: {
        deleted: 'A JSON array with one object for each deleted tag or digest: `image`, `repository`, `tag`, `digest`. In a dry run, those that would be deleted.',
        'deleted-count': 'The number of deleted tags and digests.',
        journal: 'The file with the deleted manifests, for `restore`. Empty if nothing was to be deleted.',
    },
    destructive(inputs, workflow) {
        const { targets } = planDelete(inputs, workflow);
        return inputs['dry-run'] ? undefined : `Delete ${targets.flatMap(namesOf).join(', ')}?`;
    },
    timeout: (inputs) => inputs.timeout,
    run: runDelete,
    report: reportDelete,
};
async function runDelete(inputs, context) {
    const { log } = context;
    const dryRun = inputs['dry-run'];
    const plan = planDelete(inputs, context.workflow);
    const path = inputs.journal ?? (0,journal_file/* journalName */.J1)(context.now());
    await (0,journal_file/* refuseExisting */.Uj)(path);
    const registry = await (0,access/* connectToDelete */.x)(plan.registry, inputs, context);
    context.progress.update(`looking at what is in ${plan.registry.host}`);
    const read = await (0,concurrency/* mapConcurrent */._)(plan.targets, 1, (one) => readInventory(one, registry, accessTo(one, registry, dryRun)));
    refuseMissing(read, inputs['missing-ok']);
    const deletions = await (0,concurrency/* mapConcurrent */._)(read, 1, (inventory) => readDeletion(inventory, context));
    const inventories = deletions.map(({ inventory }) => inventory);
    const { deleteTag, deleteManifest, takesSignatures, refusal = '' } = registry.kind().capabilities;
    const digestGoes = deleteManifest === 'untagged-only' ? onlyUntagged : withItsTags;
    if (deleteTag === 'never')
        refuseUnserved(inventories, refusal);
    for (const one of deletions) {
        const whole = deleteTag === 'never' ? manifestsToDelete(one.inventory) : one.inventory.digestsToDelete;
        await refuseNeeded(one, whole, deleteTag === 'never' ? refusal : digestGoes);
        if (takesSignatures)
            await refuseSigned(one);
        const mayNeed = deleteTag === 'unknown' && (dryRun || one.inventory.others.length <= mostChecked);
        if (mayNeed && manifestsToDelete(one.inventory).length > 0)
            await one.readStaying();
    }
    warnOfUnserved(inventories, dryRun, log.warn);
    const isJournaled = inventories.some((inventory) => manifestsToDelete(inventory).length > 0);
    const nothing = !isJournaled && inventories.every(({ unserved }) => unserved.size === 0);
    if (dryRun && deleteTag === 'unknown')
        for (const one of deletions)
            await warnOfSharing(one, log.warn);
    if (dryRun || nothing) {
        const outcomes = inventories.flatMap((inventory) => outcomesOf(inventory, new Map()));
        return { outcomes, dryRun, journal: undefined, failure: undefined };
    }
    for (const inventory of inventories)
        if (manifestsToDelete(inventory).length > 0)
            await inventory.opened.driver.prepareDelete?.();
    const journal = isJournaled ? await writeJournal(path, plan.registry, deletions, context.now()) : undefined;
    const { outcomes, changed, failure } = await removeAll(deletions, context);
    const isAnyDeleted = outcomes.some(({ kind }) => kind === 'deleted');
    if (failure !== undefined && !isAnyDeleted) {
        if (!changed)
            await journal?.discard();
        else if (isJournaled)
            log.warn(`whether anything was deleted is not certain: the journal ${path} has it`);
        throw failure;
    }
    const missing = new Set(outcomes.flatMap(({ image, kind }) => (kind === 'missing' ? [image] : [])));
    const lost = inputs['missing-ok'] ? undefined : failureOfListed(inventories, (image) => missing.has(image));
    return { outcomes, dryRun, journal: journal?.path, failure: failure ?? lost };
}
function accessTo(one, registry, dryRun) {
    return dryRun ? 'pull' : (0,access/* accessToDelete */.v)(registry.kind(), { digests: one.digests.length > 0 });
}
async function readDeletion(found, context) {
    const { inventory, manifests } = await readManifests(found);
    let staying;
    return {
        inventory,
        manifests,
        isStayingRead: () => staying !== undefined,
        readStaying() {
            staying ??= readStaying(inventory, context);
            return staying;
        },
    };
}
async function removeAll(deletions, context) {
    const reportProgress = (0,collect/* throttledProgress */.k)(context);
    const total = deletions.reduce((sum, { inventory }) => sum + inventory.tagsToDelete.size + inventory.digestsToDelete.length, 0);
    let done = 0;
    const outcomes = [];
    let changed = false;
    let failure;
    let refusal;
    const refuseAll = async (because) => {
        refuseUnserved(deletions.map(({ inventory }) => inventory), because);
        for (const one of deletions)
            await refuseNeeded(one, manifestsToDelete(one.inventory), because);
    };
    for (const one of deletions) {
        const { inventory } = one;
        if (failure !== undefined) {
            outcomes.push(...outcomesOf(inventory, new Map()));
            continue;
        }
        const executed = await removeFrom(one, {
            signal: context.signal,
            async beforeManifest(because) {
                if (inventory.opened.driver.deleteTag === undefined)
                    return;
                refusal ??= refuseAll(because);
                await refusal;
            },
            onDeleted() {
                done += 1;
                reportProgress(() => `${(0,images_name/* formatRepository */.Sh)(inventory.repository)}: ${done} of ${total} deleted`, { done, total });
            },
        });
        changed ||= executed.changed;
        failure = executed.failure;
        const became = outcomesOf(inventory, executed.removals);
        for (const { image, reason } of became)
            if (reason)
                context.log.warn(`${image} is left alone: ${reason}`);
        outcomes.push(...became);
    }
    return { outcomes, changed, failure };
}
async function warnOfSharing({ inventory, readStaying: read }, warn) {
    for (const [tag, digest] of inventory.tagsToDelete) {
        const sharing = tagsSharing(await read(), digest).map((one) => imageOf(inventory, one));
        if (sharing.length === 0)
            continue;
        warn(`${imageOf(inventory, tag)} is the same manifest as ${sharing.slice(0, 10).join(', ')}: a registry that deletes no tags ` +
            '(distribution 2) will refuse, and a dry run cannot know whether this is one');
    }
}
async function writeJournal(path, registry, deletions, now) {
    const journal = await (0,journal_file/* createJournal */.s9)(path, registry, now);
    for (const { inventory, manifests } of deletions) {
        for (const entry of journalEntries(inventory, manifests))
            await journal.add(entry);
    }
    await journal.seal();
    await journal.close();
    return journal;
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

/***/ 5845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ deletingInputs)
/* harmony export */ });
/* harmony import */ var _inputs_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6318);

const deletingInputs = {
    'dry-run': (0,_inputs_types_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM)({
        refusesEmpty: true,
        help: 'Report what would be deleted, and delete nothing.',
        fallback: 'false',
    }),
    journal: (0,_inputs_types_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .NJ)({
        help: 'Write the deleted manifests to this new file, for `restore`. An existing file is never overwritten.',
        fallbackHelp: '`image-gate-journal-TIME.jsonl` in the working directory, with the UTC time in milliseconds',
    }),
};


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

/***/ 3913:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   o2: () => (/* binding */ readRepositoryName)
/* harmony export */ });
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6093);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9862);
/* harmony import */ var _lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8640);
/* harmony import */ var _registries_drivers_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2204);




function readImage(given, where, workflow) {
    const registry = (0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRegistry */ .l5)(where.registry);
    const namespace = given.includes('/') ? undefined : namespaceFor(registry, where, workflow);
    return (0,_images_name_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageName */ ["if"])(namespace === undefined ? given : `${namespace}/${given}`, registry);
}
function withTag(image) {
    return image.tag === undefined && image.digest === undefined ? { ...image, tag: 'latest' } : image;
}
function readRepositoryName(given, where, workflow) {
    const image = readImage(given, where, workflow);
    if (image.tag === undefined && image.digest === undefined)
        return image;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('image')} ${JSON.stringify(given)} has a tag or a digest`, 'Give the name alone.');
}
function namespaceFor(registry, { namespace }, workflow) {
    if (namespace !== undefined || (0,_registries_drivers_index_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(registry).emptyNamespace !== 'owner')
        return namespace;
    const owner = workflow?.repository.split('/')[0]?.toLowerCase();
    if (owner !== undefined)
        return owner;
    throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .usageFailure */ .II)(`${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('namespace')} is needed for images in ${registry.host}`, `Give the user or organization that has the image as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('namespace')}, or the whole name as ${(0,_lib_input_names_js__WEBPACK_IMPORTED_MODULE_3__/* .inputName */ .yu)('image')}.`);
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
