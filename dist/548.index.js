export const id = 548;
export const ids = [548];
export const modules = {

/***/ 7864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deleteImages: () => (/* binding */ deleteImages)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/registries/deleter.js
var registries_deleter = __webpack_require__(6026);
// EXTERNAL MODULE: ./build/src/commands/collect.js
var collect = __webpack_require__(34);
// EXTERNAL MODULE: ./build/src/commands/deleting-inputs.js
var deleting_inputs = __webpack_require__(5726);
// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
;// CONCATENATED MODULE: ./build/src/commands/delete/inputs.js



const deleteInputs = {
    image: (0,inputs/* list */.p_)({
        help: 'Set the images to delete, all in one registry: `name:tag` deletes that tag alone, `name@sha256:…` the manifest itself. A name without a slash is in `namespace`, if one is given.',
        placeholder: 'IMAGE,…',
    }),
    'missing-ok': (0,inputs/* boolean */.zM)({ help: 'Accept that an image does not exist.', fallback: 'false' }),
    ...deleting_inputs/* deletingInputs */.E,
    ...(0,registry_inputs/* registryInputs */.P4)({ names: ['image'] }),
    timeout: (0,inputs/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '10m' }),
};

// EXTERNAL MODULE: ./build/src/registries/fallback-index.js
var fallback_index = __webpack_require__(5162);
// EXTERNAL MODULE: ./build/src/commands/each.js
var each = __webpack_require__(1207);
// EXTERNAL MODULE: ./build/src/commands/whole-image.js
var whole_image = __webpack_require__(7407);
// EXTERNAL MODULE: ./build/src/images/digest.js
var digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/commands/list-tags.js
var list_tags = __webpack_require__(838);
;// CONCATENATED MODULE: ./build/src/commands/delete/looks.js




async function lookAt(access, reference) {
    try {
        return { reference, found: await access.head(reference), fault: undefined };
    }
    catch (thrown) {
        const fault = (0,errors/* asFailure */.h_)(thrown);
        if (fault.status !== 500 || (0,digest/* isDigest */.B)(reference))
            throw thrown;
        return { reference, found: undefined, fault };
    }
}
async function lackOf(access, tag) {
    try {
        return (await access.manifest(tag)) === undefined ? 'the registry answers 404 for its manifest' : undefined;
    }
    catch (thrown) {
        const fault = (0,errors/* asFailure */.h_)(thrown);
        if (fault.status === 500)
            return fault.message;
        throw thrown;
    }
}
async function listWhereNeeded(access, looks) {
    const isAnyServed = looks.some(({ found }) => found !== undefined);
    if (!isAnyServed && looks.every(({ reference }) => (0,digest/* isDigest */.B)(reference)))
        return [];
    return (0,list_tags/* listTags */.c)(access).catch((thrown) => {
        const { kind } = (0,errors/* asFailure */.h_)(thrown);
        if (isAnyServed || !['not-found', 'denied', 'authentication'].includes(kind))
            throw thrown;
        return [];
    });
}
async function unservedOf(access, looks, listed) {
    const names = new Set(listed);
    const unserved = new Map();
    const absent = looks.filter(({ found }) => found === undefined);
    await (0,each/* eachOf */.p)(absent, 1, async ({ reference, fault }) => {
        const answer = names.has(reference) ? await lackOf(access, reference) : undefined;
        if (answer !== undefined)
            unserved.set(reference, { digest: undefined, answer });
        else if (fault !== undefined)
            throw fault;
    });
    return unserved;
}

;// CONCATENATED MODULE: ./build/src/commands/delete/survey.js





const atOnce = 8;
async function surveyRepository(targets, access, context) {
    const { repository, tags, digests } = targets;
    const looks = await (0,each/* eachOf */.p)([...tags, ...digests], atOnce, (reference) => lookAt(access, reference));
    const listed = await listWhereNeeded(access, looks);
    const unserved = await unservedOf(access, looks, listed);
    const there = new Map(looks.flatMap(({ reference, found }) => (found ? [[reference, found.digest]] : [])));
    const goingTags = new Map(tags.flatMap((tag) => {
        const digest = there.get(tag);
        return digest === undefined ? [] : [[tag, digest]];
    }));
    const goingDigests = digests.filter((digest) => there.has(digest));
    const missing = [...tags, ...digests].filter((reference) => !there.has(reference) && !unserved.has(reference));
    const found = { ...targets, access, goingTags, goingDigests, unserved, missing };
    if (there.size === 0)
        return { ...found, staying: new Map() };
    const others = listed.filter((tag) => !tags.includes(tag));
    const tell = (0,collect/* nowAndThen */.$)(context);
    const total = others.length;
    let done = 0;
    const staying = await (0,each/* eachOf */.p)(others, atOnce, async (tag) => {
        const descriptor = await access.head(tag);
        done += 1;
        tell(() => `${(0,images_name/* formatRepository */.Sh)(repository)}: ${done} of ${total} tags looked at`, { done, total });
        return descriptor === undefined ? [] : [[tag, descriptor]];
    });
    return { ...found, staying: new Map(staying.flat()) };
}
async function isUntouched(surveys) {
    const looks = surveys.flatMap(({ access, goingTags, goingDigests }) => [
        ...[...goingTags].map(([tag, digest]) => async () => (await access.head(tag))?.digest === digest),
        ...goingDigests.map((digest) => async () => (await access.head(digest)) !== undefined),
    ]);
    const seen = await (0,each/* eachOf */.p)(looks, atOnce, (look) => look()).catch(() => [false]);
    return seen.every((one) => one);
}
function refuseMissing(surveys, missingOk) {
    const images = surveys.flatMap((survey) => survey.missing.map((reference) => imageOf(survey, reference)));
    if (missingOk || images.length === 0)
        return;
    throw new errors/* Failure */.HR('not-found', {
        asked: `Looking for ${images.join(', ')}`,
        answered: 'not there; nothing was deleted',
        advice: 'Check the names, or set missing-ok where it is fine that they are gone.',
    });
}
function imageOf({ repository }, reference) {
    return (0,images_name/* formatImage */.vy)(reference.includes(':') ? { ...repository, digest: reference } : { ...repository, tag: reference });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/manifests.js






async function readManifests(survey) {
    const manifests = new Map();
    const unserved = new Map();
    await (0,each/* eachOf */.p)(rootsOf(survey), 1, async (digest) => {
        const root = await readRoot(survey, digest);
        if (typeof root === 'string')
            unserved.set(digest, root);
        else
            await (0,whole_image/* addWhole */.p)(survey.access, root, manifests);
    });
    return { survey: withoutManifests(survey, unserved), manifests };
}
async function readRoot(survey, digest) {
    const { access, goingTags, goingDigests } = survey;
    const read = await access.manifest(digest).catch(errors/* asFailure */.h_);
    if (read !== undefined && !(read instanceof errors/* Failure */.HR))
        return read;
    const [tag] = [...goingTags].find(([, on]) => on === digest) ?? [];
    const isLost = read === undefined || read.status === 500;
    if (isLost && tag !== undefined && !goingDigests.includes(digest)) {
        const answer = (await access.head(tag))?.digest === digest ? await lackOf(access, tag) : undefined;
        if (answer !== undefined)
            return answer;
    }
    throw read ?? vanished(survey, digest);
}
function withoutManifests(survey, lost) {
    const unserved = new Map(survey.unserved);
    const goingTags = new Map(survey.goingTags);
    for (const [tag, digest] of survey.goingTags) {
        const answer = lost.get(digest);
        if (answer === undefined)
            continue;
        unserved.set(tag, { digest, answer });
        goingTags.delete(tag);
    }
    return { ...survey, goingTags, unserved };
}
function rootsOf({ goingTags, goingDigests }) {
    return [...new Set([...goingTags.values(), ...goingDigests])];
}
function fallbackTagOf(digest, manifests) {
    const subject = manifests.get(digest)?.subject;
    return subject && (0,fallback_index/* referrersTag */.LN)(subject);
}
function journalEntries(survey, manifests) {
    const { goingTags, repository } = survey;
    return [...manifests.values()].map(({ descriptor: { digest, mediaType }, bytes }) => ({
        repository: repository.path,
        digest,
        mediaType,
        tags: [...goingTags].filter(([, on]) => on === digest).map(([tag]) => tag),
        bytes,
    }));
}
function vanished(survey, digest) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading ${imageOf(survey, digest)}`,
        answered: 'the registry names it, and answers 404 for it; nothing was deleted',
        advice: 'Somebody may be pushing or deleting just now: try again.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/outcomes.js


function createOutcomes(surveys) {
    const outcomes = new Map();
    for (const survey of surveys) {
        for (const reference of [...survey.tags, ...survey.digests]) {
            const isTag = survey.tags.includes(reference);
            const image = imageOf(survey, reference);
            outcomes.set(image, {
                image,
                repository: (0,images_name/* formatRepository */.Sh)(survey.repository),
                tag: isTag ? reference : undefined,
                digest: isTag ? (survey.goingTags.get(reference) ?? survey.unserved.get(reference)?.digest) : reference,
                kind: survey.missing.includes(reference) ? 'missing' : 'planned',
            });
        }
    }
    return {
        record(survey, reference, kind) {
            const image = imageOf(survey, reference);
            const known = outcomes.get(image);
            if (known !== undefined)
                outcomes.set(image, { ...known, kind });
        },
        deleted: () => [...outcomes.values()].filter(({ kind }) => kind === 'deleted').length,
        all: () => [...outcomes.values()],
    };
}

// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/commands/delete/refusals.js




function tagsSharing({ staying }, digest) {
    return [...staying].filter(([, on]) => on.digest === digest).map(([tag]) => tag);
}
async function refuseNeeded(survey, digests, manifests, because) {
    for (const digest of digests) {
        const sharing = tagsSharing(survey, digest);
        if (sharing.length === 0)
            continue;
        const going = [...survey.goingTags].filter(([, on]) => on === digest).map(([tag]) => tag);
        throw refusal(going.length > 0 ? going.map((tag) => imageOf(survey, tag)).join(', ') : imageOf(survey, digest), `${because}, and ${named(survey, sharing)} ${sharing.length === 1 ? 'is' : 'are'} on the same one (${digest})`, 'Name these tags too, if all of them are to go.');
    }
    if (digests.length === 0)
        return;
    const parents = await indexesOver(survey, new Set(digests), manifests);
    for (const [digest, tags] of parents) {
        throw refusal(imageOf(survey, digest), `${because}, and it is a part of ${named(survey, tags)}, which would not pull any more`, 'Delete those first, or name them too.');
    }
}
function refusal(what, why, advice) {
    return new errors/* Failure */.HR('unsupported', { asked: `Deleting ${what}`, answered: `${why}; nothing was deleted`, advice });
}
function named(survey, tags) {
    const shown = tags.slice(0, 10).map((tag) => imageOf(survey, tag));
    return `${shown.join(', ')}${tags.length > shown.length ? ` and ${tags.length - shown.length} more` : ''}`;
}
async function indexesOver(survey, digests, manifests) {
    const listed = new Map();
    const found = new Map();
    for (const [tag, descriptor] of survey.staying) {
        if (!(0,manifest/* isIndex */.nw)(descriptor))
            continue;
        const under = listed.get(descriptor.digest) ?? (await digestsUnder(survey, descriptor.digest));
        listed.set(descriptor.digest, under);
        for (const digest of digests) {
            const needs = under.has(digest) && tag !== fallbackTagOf(digest, manifests);
            if (needs)
                found.set(digest, [...(found.get(digest) ?? []), tag]);
        }
    }
    return found;
}
async function digestsUnder(survey, digest) {
    const under = new Set();
    async function descend(index, depth) {
        if (index.content.kind !== 'index')
            return;
        for (const child of index.content.manifests) {
            if (under.has(child.digest))
                continue;
            under.add(child.digest);
            if (!(0,manifest/* isIndex */.nw)(child))
                continue;
            if (depth === manifest/* depthLimit */.zR)
                throw unreadable(survey, digest, `more than ${manifest/* depthLimit */.zR} indexes lie in one another`);
            const next = await survey.access.manifest(child.digest);
            if (next !== undefined)
                await descend(next, depth + 1);
        }
    }
    const root = await survey.access.manifest(digest);
    if (root === undefined)
        throw unreadable(survey, digest, 'the registry names it, and answers 404 for it');
    await descend(root, 1);
    return under;
}
function unreadable(survey, digest, why) {
    return new errors/* Failure */.HR('server', {
        asked: `Reading ${imageOf(survey, digest)}`,
        answered: `${why}; nothing was deleted`,
        advice: 'What cannot be read might need what is to be deleted.',
    });
}

// EXTERNAL MODULE: ./build/src/registries/referrers-tag.js
var referrers_tag = __webpack_require__(8264);
// EXTERNAL MODULE: ./build/src/commands/lookout.js
var lookout = __webpack_require__(8653);
;// CONCATENATED MODULE: ./build/src/commands/delete/unserved.js


function refuseUnserved(surveys, because) {
    if (because === undefined)
        return;
    for (const survey of surveys) {
        for (const [tag, { answer }] of survey.unserved) {
            throw new errors/* Failure */.HR('unsupported', {
                asked: `Deleting ${imageOf(survey, tag)}`,
                answered: `${because}, and the manifest of this tag cannot be read: ${answer}; nothing was deleted`,
                advice: 'Push an image to this tag, and delete it then; or ask the registry’s operator to remove it.',
            });
        }
    }
}
function warnOfUnserved(surveys, dryRun, warn) {
    for (const survey of surveys) {
        for (const [tag, { answer }] of survey.unserved) {
            warn(`${imageOf(survey, tag)} is listed, but cannot be read (${answer}): its name ${dryRun ? 'would be' : 'is'} deleted ` +
                'alone, and is not in the journal');
        }
    }
}
function failureOfListed(surveys, isMissing) {
    const images = surveys.flatMap((survey) => [...survey.unserved.keys()].map((tag) => imageOf(survey, tag)));
    const left = images.filter(isMissing);
    if (left.length === 0)
        return undefined;
    return new errors/* Failure */.HR('not-found', {
        asked: `Deleting ${left.join(', ')}`,
        answered: 'the registry lists it, and answers 404 to the delete too',
        advice: 'It may be gone from the list in a while. Otherwise only the registry’s operator can remove it.',
    });
}

;// CONCATENATED MODULE: ./build/src/commands/delete/removal.js









async function removeAll(doomed, settings) {
    const known = settings.deleter.refusesTags;
    const refused = known ?? (await removeTags(doomed, settings));
    if (refused !== undefined && known === undefined) {
        const because = 'this registry deletes no tags, only whole manifests';
        refuseUnserved(doomed.map(({ survey }) => survey), because);
        for (const { survey, manifests } of doomed)
            await refuseNeeded(survey, rootsOf(survey), manifests, because);
    }
    for (const one of doomed)
        await removeDigests(one, refused !== undefined, settings);
    for (const { survey } of doomed)
        await verifyStaying(survey);
}
async function removeTags(doomed, settings) {
    let removed = 0;
    for (const { survey } of doomed) {
        const unserved = [...survey.unserved].map(([tag, { digest }]) => [tag, digest]);
        for (const [tag, digest] of [...survey.goingTags, ...unserved]) {
            if (!(await stillOn(survey, tag, digest, settings)))
                continue;
            const deletion = await settings.deleter.tag(survey.repository, survey.access, tag, digest ?? tag);
            if (deletion.kind === 'unsupported') {
                if (removed === 0)
                    return deletion.words;
                throw (0,registries_deleter/* notDeletable */.W7)(imageOf(survey, tag), deletion.words);
            }
            removed += 1;
            const isMissing = survey.unserved.has(tag) && deletion.kind === 'missing';
            settings.record(survey, tag, isMissing ? 'missing' : 'deleted');
        }
    }
    return undefined;
}
async function removeDigests(doomed, digestsOnly, settings) {
    const { survey, manifests } = doomed;
    const { repository, access, goingTags, goingDigests } = survey;
    const wanted = new Set(digestsOnly ? rootsOf(survey) : goingDigests);
    const lookout = lookoutOver(doomed, digestsOnly, settings);
    for (const digest of [...manifests.keys()].reverse()) {
        if (!wanted.has(digest))
            continue;
        const standing = [];
        for (const [tag, on] of digestsOnly ? goingTags : []) {
            if (on === digest && (await stillOn(survey, tag, digest, settings, lookout)))
                standing.push(tag);
        }
        const named = goingDigests.includes(digest) ? [digest] : [];
        const going = [...standing, ...named];
        if (going.length === 0)
            continue;
        const needing = await lookout.needing(digest);
        if (needing !== undefined) {
            settings.warn(`${imageOf(survey, digest)} is left alone: ${needing} has come to need it meanwhile`);
            for (const reference of going)
                settings.record(survey, reference, 'moved');
            continue;
        }
        const deletion = await settings.deleter.digest(repository, access, digest);
        if (deletion.kind === 'unsupported')
            throw (0,registries_deleter/* notDeletable */.W7)(imageOf(survey, digest), deletion.words);
        for (const reference of going)
            settings.record(survey, reference, 'deleted');
        await keepReferrersTrue(doomed, digest);
    }
}
function lookoutOver({ survey: { repository, access, staying, goingTags }, manifests }, digestsOnly, { deleter, now }) {
    const known = new Map(digestsOnly ? goingTags : []);
    for (const [tag, { digest }] of staying)
        known.set(tag, digest);
    const spares = (tag, digest) => tag === fallbackTagOf(digest, manifests);
    return (0,lookout/* createLookout */.O)({ repository, access, deleter, now, known, spares });
}
async function stillOn(survey, tag, digest, settings, lookout) {
    const now = digest === undefined ? (await lookAt(survey.access, tag)).found : await survey.access.head(tag);
    if (now?.digest === digest)
        return true;
    if (now !== undefined) {
        await lookout?.saw(tag, now);
        settings.warn(`${imageOf(survey, tag)} was pushed again meanwhile, and is left alone`);
    }
    settings.record(survey, tag, now === undefined ? 'missing' : 'moved');
    return false;
}
async function keepReferrersTrue({ survey, manifests }, digest) {
    const tag = fallbackTagOf(digest, manifests);
    if (tag !== undefined && survey.staying.has(tag))
        await (0,referrers_tag/* takeFromReferrersTag */.IK)(survey.access, tag, digest);
}
async function verifyStaying(survey) {
    for (const digest of rootsOf(survey)) {
        for (const tag of tagsSharing(survey, digest)) {
            if ((await survey.access.head(tag)) !== undefined)
                continue;
            throw new errors/* Failure */.HR('server', {
                asked: `Looking at ${imageOf(survey, tag)} after the delete`,
                answered: `it is gone too: the registry took the manifest ${digest} away with another of its tags`,
                advice: 'The journal has the manifest: push its bytes again at this tag.',
            });
        }
    }
}

// EXTERNAL MODULE: ./build/src/reports/failure.js
var reports_failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
// EXTERNAL MODULE: ./build/src/commands/journal-note.js
var journal_note = __webpack_require__(5308);
;// CONCATENATED MODULE: ./build/src/commands/delete/report.js




function reportDelete(result) {
    const { outcomes, dryRun, journal, failure } = result;
    const gone = deletedOf(result);
    const moved = outcomes.filter(({ kind }) => kind === 'moved');
    const exitCode = failure?.exitCode ?? (moved.length > 0 ? 1 : 0);
    return {
        outputs: {
            deleted: JSON.stringify(gone.map(objectOf)),
            'deleted-count': String(gone.length),
            journal: journal ?? '',
        },
        json: {
            ...(failure && (0,reports_failure/* failureObject */.OR)(failure)),
            dryRun,
            deleted: gone.map(objectOf),
            deletedCount: gone.length,
            missing: imagesOf(outcomes, 'missing'),
            moved: imagesOf(outcomes, 'moved'),
            journal: journal ?? null,
        },
        summary: summaryOf(result),
        table: { columns: ['status', 'image', 'digest'], rows: outcomes.map((outcome) => rowOf(outcome, dryRun)) },
        names: gone.map(({ image }) => image),
        headline: headlineOf(result),
        note: (0,journal_note/* journalWords */.P)(journal),
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
};
function headlineOf(result) {
    const { outcomes, dryRun } = result;
    const gone = deletedOf(result);
    const [only] = gone;
    const counted = gone.length === 1 && only !== undefined
        ? only.image
        : (0,quantities/* countOf */.pq)(gone.length, outcomes.every(({ tag }) => tag !== undefined) ? 'tag' : 'image');
    const begin = dryRun ? `${counted} would be deleted` : `${counted} deleted`;
    const rest = ['missing', 'moved', ...(dryRun ? [] : ['planned'])].flatMap((kind) => {
        const count = imagesOf(outcomes, kind).length;
        return count === 0 ? [] : [`${count} ${words[kind]}`];
    });
    return [begin, ...rest].join(', ');
}
function statusOf(kind, dryRun) {
    return dryRun && kind === 'planned' ? 'would be deleted' : words[kind];
}
function rowOf({ kind, image, digest }, dryRun) {
    const good = kind === 'deleted' || (kind === 'planned' && dryRun);
    const tone = good ? 'good' : kind === 'missing' ? 'muted' : 'bad';
    return [{ text: statusOf(kind, dryRun), tone }, { text: image }, { text: digest?.slice(0, 19) ?? '' }];
}
function markOf({ outcomes, dryRun, failure }) {
    if (failure !== undefined)
        return 'bad';
    if (dryRun)
        return 'dry-run';
    return outcomes.some(({ kind }) => kind === 'moved') ? 'bad' : 'good';
}
function summaryOf(result) {
    const { outcomes, dryRun, journal, failure } = result;
    const head = ['Status', 'Image', 'Digest'].map(markdown/* plain */.pj);
    const rows = outcomes.map(({ kind, image, digest }) => [
        (0,markdown/* plain */.pj)(statusOf(kind, dryRun)),
        (0,markdown/* code */.aY)(image),
        (0,markdown/* code */.aY)(digest ?? ''),
    ]);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(markOf(result), headlineOf(result)), failure && (0,reports_failure/* failureList */.J_)([failure]), rows.length === 0 ? undefined : (0,markdown/* table */.tp)([head, ...rows]), (0,journal_note/* journalNote */.K)(journal));
}

// EXTERNAL MODULE: ./build/src/commands/image-input.js
var image_input = __webpack_require__(6008);
;// CONCATENATED MODULE: ./build/src/commands/delete/targets.js



function planDelete(inputs, workflow) {
    const images = inputs.image.map((text) => readTarget(text, inputs, workflow));
    const [first] = images;
    if (first === undefined)
        throw (0,errors/* usageFailure */.II)('no image is given', 'Name what to delete: image: acme/app:1.2.0.');
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
    const image = (0,image_input/* readImage */.AM)(text, where, workflow);
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

// EXTERNAL MODULE: ./build/src/commands/deleting-access.js + 3 modules
var deleting_access = __webpack_require__(4790);
// EXTERNAL MODULE: ./build/src/commands/journal-file.js
var journal_file = __webpack_require__(4258);
;// CONCATENATED MODULE: ./build/src/commands/delete.js
















const deleteImages = {
    name: 'delete',
    summary: 'Delete single tags, or manifests by digest. What another tag needs is kept, and a journal makes it reversible.',
    inputs: deleteInputs,
    positional: ['image'],
    examples: ['acme/app:1.0,acme/app:1.1 --dry-run'],
    names: { help: 'the images that were deleted; with `dry-run`, that would be' },
    outputs: {
        deleted: 'A JSON array with one object for each tag or digest that was deleted (in a dry run: would be): `image`, `repository`, `tag`, `digest`.',
        'deleted-count': 'How many that are.',
        journal: 'The file with the deleted manifests; empty when nothing was to be deleted.',
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
    const { registry, deleter } = await (0,deleting_access/* connectToDelete */.x)(plan.registry, inputs, context);
    context.progress.update(`looking at what is in ${plan.registry.host}`);
    const looked = await surveyAll(plan, registry, dryRun, context);
    refuseMissing(looked, inputs['missing-ok']);
    const doomed = await (0,each/* eachOf */.p)(looked, 1, readManifests);
    const surveys = doomed.map(({ survey }) => survey);
    const { refusesTags } = deleter;
    refuseUnserved(surveys, refusesTags);
    for (const { survey, manifests } of doomed) {
        const whole = refusesTags === undefined ? survey.goingDigests : rootsOf(survey);
        await refuseNeeded(survey, whole, manifests, refusesTags ?? 'a digest goes with all that is on it');
    }
    const outcomes = createOutcomes(surveys);
    warnOfUnserved(surveys, dryRun, log.warn);
    const nothing = surveys.every((survey) => rootsOf(survey).length + survey.unserved.size === 0);
    if (dryRun)
        warnOfSharing(surveys, registry, log.warn);
    if (dryRun || nothing)
        return { outcomes: outcomes.all(), dryRun, journal: undefined, failure: undefined };
    for (const survey of surveys)
        if (rootsOf(survey).length > 0)
            await deleter.prepare?.(survey.repository);
    const isJournaled = surveys.some((survey) => rootsOf(survey).length > 0);
    const journal = isJournaled ? await writeJournal(path, plan.registry, doomed, context.now()) : undefined;
    try {
        const record = recordAndTell(outcomes, context);
        await removeAll(doomed, { deleter, record, warn: log.warn, now: context.now });
    }
    catch (thrown) {
        const failure = (0,errors/* asFailure */.h_)(thrown);
        if (outcomes.deleted() > 0)
            return { outcomes: outcomes.all(), dryRun, journal: journal?.path, failure };
        if ((0,registries_deleter/* isRefusal */.vu)(failure) && (await isUntouched(surveys)))
            await journal?.discard();
        else if (isJournaled)
            log.warn(`whether anything was deleted is not certain: the journal ${path} has it`);
        throw thrown;
    }
    const missing = new Set(outcomes.all().flatMap(({ image, kind }) => (kind === 'missing' ? [image] : [])));
    const failure = inputs['missing-ok'] ? undefined : failureOfListed(surveys, (image) => missing.has(image));
    return { outcomes: outcomes.all(), dryRun, journal: journal?.path, failure };
}
function surveyAll({ targets }, registry, dryRun, context) {
    return (0,each/* eachOf */.p)(targets, 1, (one) => {
        const needed = (0,registries_deleter/* accessToDelete */.vf)(one.repository.registry, { digests: one.digests.length > 0 });
        const access = registry.repository(one.repository, dryRun ? 'pull' : needed);
        return surveyRepository(one, access, context);
    });
}
function recordAndTell(outcomes, context) {
    const tell = (0,collect/* nowAndThen */.$)(context);
    const total = outcomes.all().filter(({ kind }) => kind === 'planned').length;
    let done = 0;
    return (survey, reference, kind) => {
        outcomes.record(survey, reference, kind);
        if (kind === 'deleted')
            done += 1;
        tell(() => `${(0,images_name/* formatRepository */.Sh)(survey.repository)}: ${done} of ${total} deleted`, { done, total });
    };
}
function warnOfSharing(surveys, registry, warn) {
    if (registry.profile().deletes !== undefined)
        return;
    for (const survey of surveys) {
        for (const [tag, digest] of survey.goingTags) {
            const sharing = tagsSharing(survey, digest).map((one) => imageOf(survey, one));
            if (sharing.length === 0)
                continue;
            warn(`${imageOf(survey, tag)} is the same manifest as ${sharing.slice(0, 10).join(', ')}: a registry that deletes no tags ` +
                '(distribution 2) will refuse, and a dry run cannot know whether this is one');
        }
    }
}
async function writeJournal(path, registry, doomed, now) {
    const journal = await (0,journal_file/* createJournal */.s9)(path, registry, now);
    for (const { survey, manifests } of doomed) {
        for (const entry of journalEntries(survey, manifests))
            await journal.add(entry);
    }
    await journal.finish();
    return journal;
}


/***/ }),

/***/ 5726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ deletingInputs)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1422);

const deletingInputs = {
    'dry-run': (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM)({
        refusesEmpty: true,
        help: 'Report what would be deleted, and delete nothing.',
        fallback: 'false',
    }),
    journal: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .NJ)({
        help: 'The new file to keep the deleted manifests in, for `restore`. A file that exists is never written over.',
        fallbackHelp: '`image-gate-journal-TIME.jsonl` in the working directory, with the time in UTC to the millisecond',
    }),
};


/***/ }),

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

/***/ 6008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   Rd: () => (/* binding */ withTag),
/* harmony export */   o2: () => (/* binding */ readRepositoryName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _registries_profiles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);



function readImage(given, where, workflow) {
    const registry = (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRegistry */ .l5)(where.registry);
    const namespace = given.includes('/') ? undefined : namespaceFor(registry, where, workflow);
    return (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageName */ ["if"])(namespace === undefined ? given : `${namespace}/${given}`, registry);
}
function withTag(image) {
    return image.tag === undefined && image.digest === undefined ? { ...image, tag: 'latest' } : image;
}
function readRepositoryName(given, where, workflow) {
    const image = readImage(given, where, workflow);
    if (image.tag === undefined && image.digest === undefined)
        return image;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`image ${JSON.stringify(given)} has a tag or a digest`, 'Give the name alone.');
}
function namespaceFor(registry, { namespace }, workflow) {
    if (namespace !== undefined || (0,_registries_profiles_js__WEBPACK_IMPORTED_MODULE_2__/* .profileOf */ .d)(registry).emptyNamespace !== 'owner')
        return namespace;
    const owner = workflow?.repository.split('/')[0]?.toLowerCase();
    if (owner !== undefined)
        return owner;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`namespace is needed for images in ${registry.host}`, 'Give the user or organization that has the image as namespace, or the whole name as image.');
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

/***/ 5308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ journalNote),
/* harmony export */   P: () => (/* binding */ journalWords)
/* harmony export */ });
/* harmony import */ var _reports_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(364);

function journalWords(journal) {
    if (journal === undefined)
        return undefined;
    return `Journal: ${journal}. Keep it: image-gate restore ${journal} brings back what was deleted.`;
}
function journalNote(journal) {
    if (journal === undefined)
        return undefined;
    return (0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD) `Journal: ${(0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(journal)}. Keep it: ${(0,_reports_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(`image-gate restore ${journal}`)} brings back what was deleted.`;
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
