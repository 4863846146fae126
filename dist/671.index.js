export const id = 671;
export const ids = [671];
export const modules = {

/***/ 7671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prune: () => (/* binding */ prune)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/access.js
var access = __webpack_require__(4417);
// EXTERNAL MODULE: ./build/src/commands/shared/deletion/journal-file.js
var journal_file = __webpack_require__(6067);
// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/commands/shared/files/reference-files.js + 9 modules
var reference_files = __webpack_require__(4069);
;// CONCATENATED MODULE: ./build/src/commands/prune/in-use.js





const nowhere = { host: 'registry.invalid', plainHttp: false };
async function readInUse(entries) {
    const references = await (0,reference_files/* readReferences */.PK)(entries, 'in-use');
    for (const reference of references) {
        if (reference.kind === 'unresolved' && !(0,images_digest/* isDigest */.B)(reference.text))
            throw unclear(reference, reference.reason);
        if (reference.where === undefined && reference.kind === 'image')
            requireTag(reference.text);
    }
    const words = references.flatMap(({ kind, text, where }) => (kind === 'word' && where === undefined ? [text] : []));
    const inRepository = (repository) => {
        const tags = new Map();
        const digests = new Map();
        for (const reference of references) {
            const place = reference.where ?? `named in ${(0,input_names/* inputName */.yu)('in-use')}`;
            const { tag, digest } = within(reference, repository);
            if (tag !== undefined)
                tags.set(tag, place);
            if (digest !== undefined)
                digests.set(digest, place);
        }
        return { tags, digests };
    };
    return { inRepository, words };
}
function requireTag(text) {
    if ((0,images_digest/* isDigest */.B)(text))
        return;
    const { tag, digest } = (0,images_name/* parseImageName */["if"])(text, nowhere);
    if (tag !== undefined || digest !== undefined)
        return;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('in-use')}: ${JSON.stringify(text)} is no file here, and names no tag`, `Write ${text}:TAG for an image. A file is looked for in the working directory; in a workflow actions/checkout has to come first.`);
}
function within(reference, repository) {
    const { text } = reference;
    if ((0,images_digest/* isDigest */.B)(text))
        return { digest: text };
    if (reference.kind === 'word')
        return { tag: text };
    const image = (0,images_name/* parseImageName */["if"])(text, nowhere);
    if (!isSame(image, repository))
        return {};
    if (reference.kind === 'no-tag')
        throw unclear(reference, 'the tag stands elsewhere');
    const { tag, digest } = image;
    return tag === undefined && digest === undefined
        ? { tag: 'latest' }
        : { ...(tag && { tag }), ...(digest && { digest }) };
}
function isSame({ registry, path }, repository) {
    if (registry.host === nowhere.host)
        return repository.path === path || repository.path.endsWith(`/${path}`);
    return registry.host === repository.registry.host && path === repository.path;
}
function unclear({ text, where }, why) {
    return (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('in-use')}: which image ${JSON.stringify(text)}${where === undefined ? '' : ` at ${where}`} is cannot be known: ${why}`, 'Nothing is deleted while that is open: give the image itself, or the rendered file.');
}

// EXTERNAL MODULE: ./build/src/commands/shared/deletion/inputs.js
var inputs = __webpack_require__(5845);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/prune/inputs.js



const years = 366 * 86_400_000;
const pruneInputs = {
    image: (0,types/* list */.p_)({
        help: 'Set the repositories to prune, all in one registry: `app` (in `namespace`), `acme/app`, or with the registry `registry.example.com/acme/app`.',
        placeholder: 'NAME,…',
    }),
    keep: (0,types/* wholeNumber */.rD)({
        help: 'Keep this many of the newest images in each group. Tags on the same image count once. `0` allows a plan that empties the repository.',
        placeholder: 'N',
        refusesEmpty: true,
    }),
    'older-than': (0,types/* duration */.p0)({
        refusesEmpty: true,
        help: 'Delete only images older than this. With `keep`, an image is deleted only if both rules apply.',
        most: 100 * years,
    }),
    include: (0,types/* pattern */.T1)({
        refusesEmpty: true,
        help: 'Consider only images whose tags all match this regular expression. All others are kept.',
    }),
    exclude: (0,types/* pattern */.T1)({
        refusesEmpty: true,
        help: 'Keep images with a tag matching this regular expression. They do not count for `keep`.',
    }),
    protect: (0,types/* pattern */.T1)({
        refusesEmpty: true,
        help: 'Keep images with a tag matching this regular expression, as `exclude` does. Use it for tags that must never be deleted, such as releases: `^v\\d`.',
    }),
    'in-use': (0,types/* list */.p_)({
        refusesEmpty: true,
        help: 'Keep images that are in use: tags, digests, images (`acme/app:1.2`), or files and folders with Kubernetes YAML, Compose files, Dockerfiles, Helm values or one image a line.',
        placeholder: 'IMAGE|FILE,…',
    }),
    'group-by': (0,types/* pattern */.T1)({
        refusesEmpty: true,
        help: 'Divide the tags into groups by the capture of this regular expression: with `^(.+)-[0-9a-f]{7}$`, `keep` applies to each branch.',
    }),
    'max-delete': (0,types/* text */.Qq)({
        refusesEmpty: true,
        help: 'Refuse a plan that deletes more tags than this, a number or a share (`25%`).',
        placeholder: 'N|N%',
    }),
    ...inputs/* deletingInputs */.E,
    ...(0,registry/* registryInputs */.P4)({ names: ['image'] }),
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '1h' }),
};

// EXTERNAL MODULE: ./build/src/commands/prune/prune-all.js + 12 modules
var prune_all = __webpack_require__(5737);
// EXTERNAL MODULE: ./build/src/commands/prune/report.js + 3 modules
var report = __webpack_require__(6039);
// EXTERNAL MODULE: ./build/src/registries/drivers/index.js + 6 modules
var drivers = __webpack_require__(2204);
// EXTERNAL MODULE: ./build/src/retention/policy.js
var policy = __webpack_require__(1428);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
;// CONCATENATED MODULE: ./build/src/commands/prune/request.js






function readRequest(inputs, workflow) {
    const images = inputs.image.map((text) => (0,inputs_image/* readRepositoryName */.o2)(text, inputs, workflow));
    const [first] = images;
    if (first === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('image')} is needed: the repositories to prune`, 'For example acme/app.');
    const other = images.find(({ registry }) => registry.host !== first.registry.host);
    if (other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`the repositories are in several registries: ${first.registry.host} and ${other.registry.host}`, 'Prune in one registry at a time: each has credentials of its own.');
    }
    images.forEach(drivers/* checkPath */.Cg);
    const byName = new Map(images.map(({ registry, path }) => [(0,images_name/* formatRepository */.Sh)({ registry, path }), { registry, path }]));
    return { registry: first.registry, repositories: [...byName.values()], policy: readPolicy(inputs) };
}
function readPolicy(inputs) {
    const { keep, include, exclude, protect } = inputs;
    const olderThan = inputs['older-than'];
    const groupBy = inputs['group-by'];
    refuseSlashes(inputs);
    if (keep === undefined && olderThan === undefined) {
        throw (0,errors/* usageFailure */.II)(`there is no rule: neither ${(0,input_names/* inputName */.yu)('keep')} nor ${(0,input_names/* inputName */.yu)('older-than')} has a value`, `Say how many of the newest stay (${(0,input_names/* inputValue */.UV)('keep', 10)}), or from which age on images go (${(0,input_names/* inputValue */.UV)('older-than', '30d')}), or both.`);
    }
    if (groupBy !== undefined && captures(groupBy) === 0) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('group-by')} is ${JSON.stringify(groupBy.source)}, which captures nothing`, 'Put parentheses around what names the group: ^(.+)-[0-9a-f]{7}$.');
    }
    if (groupBy !== undefined && keep === undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('group-by')} is given, and ${(0,input_names/* inputName */.yu)('keep')} is not`, `Groups are for ${(0,input_names/* inputName */.yu)('keep')}: say how many stay of each.`);
    }
    return { keep, olderThan, include, exclude, protect, groupBy, maxDelete: readLimit(inputs['max-delete']) };
}
function refuseSlashes(inputs) {
    for (const name of ['include', 'exclude', 'protect', 'group-by']) {
        if (!/^\\?\/.*\/[a-z]*$/.test(inputs[name]?.source ?? ''))
            continue;
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)(name)} is written between slashes, which no tag has`, 'Write the pattern alone: ^v\\d.');
    }
}
function readLimit(given) {
    if (given === undefined)
        return undefined;
    const limit = (0,policy/* parseLimit */.Fv)(given);
    if (limit !== undefined)
        return limit;
    throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('max-delete')} is ${JSON.stringify(given)}, which is neither a number nor a share of 0% to 100%`, `Write ${(0,input_names/* inputValue */.UV)('max-delete', 50)} or ${(0,input_names/* inputValue */.UV)('max-delete', '25%')}.`);
}
function captures({ source }) {
    return (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1;
}

;// CONCATENATED MODULE: ./build/src/commands/prune/index.js









const prune = {
    name: 'prune',
    summary: 'Delete old images by number, age, group and use; report the reason for every tag, and write a journal to undo it.',
    inputs: pruneInputs,
    positional: ['image'],
    examples: ['acme/app --keep 10 --older-than 30d --dry-run'],
    names: { help: 'the deleted images; with `dry-run`, the images that would be deleted' },
    outputs: {
        deleted: 'A JSON array with one object for each deleted tag: `image`, `tag`, `digest`, `created`, `reason`. In a dry run, the tags that would be deleted.',
        kept: 'The same for each tag that the policy keeps.',
        blocked: 'The same for each tag that the policy would delete and that is kept, because something needs it or the registry has locked it.',
        failed: 'The same for each tag that could not be deleted.',
        'deleted-count': 'The number of deleted tags.',
        'kept-count': 'The number of remaining tags, including blocked and failed ones. Tags of repositories that were not pruned are not counted.',
        journal: 'The file with the deleted manifests, for `restore`. Empty if nothing was deleted.',
    },
    destructive(inputs, workflow) {
        const { repositories } = readRequest(inputs, workflow);
        if (inputs['dry-run'])
            return undefined;
        return `Prune ${repositories.map(images_name/* formatRepository */.Sh).join(', ')}? (--dry-run shows what would go)`;
    },
    timeout: (inputs) => inputs.timeout,
    run: runPrune,
    report: report/* reportPrune */.t,
};
async function runPrune(inputs, context) {
    const request = readRequest(inputs, context.workflow);
    const inUse = await readInUse(inputs['in-use']);
    if (inputs['in-use'].length > 0)
        warnOfNone(inUse, request.repositories, context);
    const journal = inputs.journal ?? (0,journal_file/* journalName */.J1)(context.now());
    await (0,journal_file/* refuseExisting */.Uj)(journal);
    const registry = await (0,access/* connectToDelete */.x)(request.registry, inputs, context);
    context.progress.update(`looking at what is in ${request.repositories.map(images_name/* formatRepository */.Sh).join(', ')}`);
    const policyFor = (repository) => ({
        ...request.policy,
        inUse: inUse.inRepository(repository),
        exempt: new Map(),
    });
    const { repositories } = request;
    const order = { repositories, policyFor, tagsInUse: inUse.words, dryRun: inputs['dry-run'], journal };
    return (0,prune_all/* pruneAll */.W)(order, registry, context);
}
function warnOfNone(inUse, repositories, { log }) {
    const held = repositories.some((repository) => {
        const { tags, digests } = inUse.inRepository(repository);
        return tags.size + digests.size > 0;
    });
    if (!held)
        log.warn(`${(0,input_names/* inputName */.yu)('in-use')} names no image of ${repositories.map(images_name/* formatRepository */.Sh).join(', ')}: it holds nothing`);
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
