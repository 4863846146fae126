export const id = 319;
export const ids = [319];
export const modules = {

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

/***/ 4495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prune: () => (/* binding */ prune)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/commands/deleting-access.js + 3 modules
var deleting_access = __webpack_require__(4790);
// EXTERNAL MODULE: ./build/src/commands/journal-file.js
var journal_file = __webpack_require__(4258);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/commands/reference-files.js + 10 modules
var reference_files = __webpack_require__(1565);
;// CONCATENATED MODULE: ./build/src/commands/prune/in-use.js




const nowhere = { host: 'registry.invalid', plainHttp: false };
async function readInUse(entries) {
    const references = await (0,reference_files/* readReferences */.P)(entries, 'in-use');
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
            const place = reference.where ?? 'named in in-use';
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
    throw (0,errors/* usageFailure */.II)(`in-use: ${JSON.stringify(text)} is no file here, and names no tag`, `Write ${text}:TAG for an image. A file is looked for in the working directory; in a workflow actions/checkout has to come first.`);
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
    return (0,errors/* usageFailure */.II)(`in-use: which image ${JSON.stringify(text)}${where === undefined ? '' : ` at ${where}`} is cannot be known: ${why}`, 'Nothing is deleted while that is open: give the image itself, or the rendered file.');
}

// EXTERNAL MODULE: ./build/src/commands/deleting-inputs.js
var deleting_inputs = __webpack_require__(5726);
// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
;// CONCATENATED MODULE: ./build/src/commands/prune/inputs.js



const years = 366 * 86_400_000;
const pruneInputs = {
    image: (0,inputs/* list */.p_)({
        help: 'The repositories to prune, one or more of one registry: `app` (in `namespace`), `acme/app`, or with its registry `ghcr.io/acme/app`.',
        placeholder: 'NAME,…',
    }),
    keep: (0,inputs/* wholeNumber */.rD)({
        help: 'How many of the newest images stay, in each group; tags on the same image count once. `0` allows a plan that empties the repository.',
        placeholder: 'N',
        refusesEmpty: true,
    }),
    'older-than': (0,inputs/* duration */.p0)({
        refusesEmpty: true,
        help: 'Only what is older goes. Together with `keep` an image goes only if both say so.',
        most: 100 * years,
    }),
    include: (0,inputs/* pattern */.T1)({
        refusesEmpty: true,
        help: 'Only images are looked at of which every tag matches this regular expression somewhere; all others stay.',
    }),
    exclude: (0,inputs/* pattern */.T1)({
        refusesEmpty: true,
        help: 'Images with a tag in which this regular expression matches somewhere stay, and do not count for `keep`.',
    }),
    protect: (0,inputs/* pattern */.T1)({
        refusesEmpty: true,
        help: 'The same, for what must never go, such as releases: `^v\\d`.',
    }),
    'in-use': (0,inputs/* list */.p_)({
        refusesEmpty: true,
        help: 'What is in use stays: tags, digests, images (`acme/app:1.2`), or files and folders with Kubernetes YAML, Compose files, Dockerfiles, Helm values, or one image a line.',
        placeholder: 'IMAGE|FILE,…',
    }),
    'group-by': (0,inputs/* pattern */.T1)({
        refusesEmpty: true,
        help: 'A regular expression with a capture, which divides the tags into groups: `^(.+)-[0-9a-f]{7}$` keeps `keep` of each branch.',
    }),
    'max-delete': (0,inputs/* text */.Qq)({
        refusesEmpty: true,
        help: 'The most tags that may go, a number or a share (`25%`); a larger plan is refused.',
        placeholder: 'N|N%',
    }),
    ...deleting_inputs/* deletingInputs */.E,
    ...(0,registry_inputs/* registryInputs */.P4)({ names: ['image'] }),
    timeout: (0,inputs/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '1h' }),
};

// EXTERNAL MODULE: ./build/src/commands/prune/prune-all.js + 20 modules
var prune_all = __webpack_require__(8713);
// EXTERNAL MODULE: ./build/src/commands/prune/report.js + 3 modules
var report = __webpack_require__(2939);
// EXTERNAL MODULE: ./build/src/registries/profiles.js
var profiles = __webpack_require__(6615);
// EXTERNAL MODULE: ./build/src/retention/policy.js
var policy = __webpack_require__(1428);
// EXTERNAL MODULE: ./build/src/commands/hub-name.js
var hub_name = __webpack_require__(55);
// EXTERNAL MODULE: ./build/src/commands/image-input.js
var image_input = __webpack_require__(6008);
;// CONCATENATED MODULE: ./build/src/commands/prune/request.js






function readRequest(inputs, workflow) {
    const images = inputs.image.map((text) => (0,image_input/* readRepositoryName */.o2)(text, inputs, workflow));
    const [first] = images;
    if (first === undefined)
        throw (0,errors/* usageFailure */.II)('image is needed: the repositories to prune', 'For example acme/app.');
    const other = images.find(({ registry }) => registry.host !== first.registry.host);
    if (other !== undefined) {
        throw (0,errors/* usageFailure */.II)(`the repositories are in several registries: ${first.registry.host} and ${other.registry.host}`, 'Prune in one registry at a time: each has credentials of its own.');
    }
    if ((0,profiles/* profileOf */.d)(first.registry).ownApi === 'docker-hub')
        images.forEach(hub_name/* hubNameOf */.U);
    const byName = new Map(images.map(({ registry, path }) => [(0,images_name/* formatRepository */.Sh)({ registry, path }), { registry, path }]));
    return { registry: first.registry, repositories: [...byName.values()], policy: readPolicy(inputs) };
}
function readPolicy(inputs) {
    const { keep, include, exclude, protect } = inputs;
    const olderThan = inputs['older-than'];
    const groupBy = inputs['group-by'];
    refuseSlashes(inputs);
    if (keep === undefined && olderThan === undefined) {
        throw (0,errors/* usageFailure */.II)('there is no rule: neither keep nor older-than has a value', 'Say how many of the newest stay (keep: 10), or from which age on images go (older-than: 30d), or both.');
    }
    if (groupBy !== undefined && captures(groupBy) === 0) {
        throw (0,errors/* usageFailure */.II)(`group-by is ${JSON.stringify(groupBy.source)}, which captures nothing`, 'Put parentheses around what names the group: ^(.+)-[0-9a-f]{7}$.');
    }
    if (groupBy !== undefined && keep === undefined) {
        throw (0,errors/* usageFailure */.II)('group-by is given, and keep is not', 'Groups are for keep: say how many stay of each.');
    }
    return { keep, olderThan, include, exclude, protect, groupBy, maxDelete: readLimit(inputs['max-delete']) };
}
function refuseSlashes(inputs) {
    for (const name of ['include', 'exclude', 'protect', 'group-by']) {
        if (!/^\\?\/.*\/[a-z]*$/.test(inputs[name]?.source ?? ''))
            continue;
        throw (0,errors/* usageFailure */.II)(`${name} is written between slashes, which no tag has`, 'Write the pattern alone: ^v\\d.');
    }
}
function readLimit(given) {
    if (given === undefined)
        return undefined;
    const limit = (0,policy/* parseLimit */.Fv)(given);
    if (limit !== undefined)
        return limit;
    throw (0,errors/* usageFailure */.II)(`max-delete is ${JSON.stringify(given)}, which is neither a number nor a share of 0% to 100%`, 'Write max-delete: 50 or max-delete: 25%.');
}
function captures({ source }) {
    return (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1;
}

;// CONCATENATED MODULE: ./build/src/commands/prune.js








const prune = {
    name: 'prune',
    summary: 'Delete old images by number, age, group and use; report the reason for every tag, and write a journal to undo it.',
    inputs: pruneInputs,
    positional: ['image'],
    examples: ['acme/app --keep 10 --older-than 30d --dry-run'],
    names: { help: 'the images that were deleted; with `dry-run`, that would be' },
    outputs: {
        deleted: 'A JSON array with one object for each tag that was deleted (in a dry run: would be): `image`, `tag`, `digest`, `created`, `reason`.',
        kept: 'The same for each tag that stays by the policy.',
        blocked: 'The same for each tag that the policy lets go, and that stays because something needs it or the registry has locked it.',
        failed: 'The same for each tag that was to be deleted and could not be.',
        'deleted-count': 'How many tags were deleted.',
        'kept-count': 'How many tags are left, blocked and failed ones too; those of a repository that was left as it is are not counted.',
        journal: 'The file with the deleted manifests, for `restore`; empty when nothing was deleted.',
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
    const access = await (0,deleting_access/* connectToDelete */.x)(request.registry, inputs, context);
    context.progress.update(`looking at what is in ${request.repositories.map(images_name/* formatRepository */.Sh).join(', ')}`);
    const policyFor = (repository) => ({
        ...request.policy,
        inUse: inUse.inRepository(repository),
        spared: new Map(),
    });
    const { repositories } = request;
    const order = { repositories, policyFor, tagsInUse: inUse.words, dryRun: inputs['dry-run'], journal };
    return (0,prune_all/* pruneAll */.W)(order, access, context);
}
function warnOfNone(inUse, repositories, { log }) {
    const held = repositories.some((repository) => {
        const { tags, digests } = inUse.inRepository(repository);
        return tags.size + digests.size > 0;
    });
    if (!held)
        log.warn(`in-use names no image of ${repositories.map(images_name/* formatRepository */.Sh).join(', ')}: it holds nothing`);
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


/***/ })

};
