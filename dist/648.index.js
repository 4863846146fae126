export const id = 648;
export const ids = [648];
export const modules = {

/***/ 3648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  copy: () => (/* binding */ copy)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var inputs_registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/progress/collect.js
var collect = __webpack_require__(1952);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/commands/copy/destination.js

async function settle(destination, signal, work) {
    if (destination.failure !== undefined)
        return;
    try {
        await work();
    }
    catch (thrown) {
        if (signal.aborted || !(thrown instanceof errors/* Failure */.HR))
            throw thrown;
        destination.failure ??= thrown;
    }
}

// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(7825);
// EXTERNAL MODULE: ./build/src/registries/oci/answers.js
var answers = __webpack_require__(44);
// EXTERNAL MODULE: ./build/src/registries/oci/fallback-index.js
var fallback_index = __webpack_require__(6720);
// EXTERNAL MODULE: ./build/src/registries/oci/image.js
var oci_image = __webpack_require__(5354);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var oci_manifest = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest-parts.js
var manifest_parts = __webpack_require__(2217);
// EXTERNAL MODULE: ./build/src/images/digest.js
var digest = __webpack_require__(2970);
;// CONCATENATED MODULE: ./build/src/commands/copy/subset.js



async function subsetOf(index, chosen, read) {
    const inner = new Map();
    for (const child of (0,manifest_parts/* childrenOf */.LU)(index)) {
        if ((0,oci_manifest/* isIndex */.nw)(child))
            inner.set(child.digest, await subsetOf(await read(child), chosen, read));
    }
    const wanted = (child) => (0,oci_manifest/* isIndex */.nw)(child) ? (0,manifest_parts/* childrenOf */.LU)(inner.get(child.digest)?.manifest ?? index).length > 0 : chosen.has(child.digest);
    const images = new Set((0,manifest_parts/* childrenOf */.LU)(index)
        .filter(wanted)
        .map(({ digest }) => digest));
    for (const { manifest } of inner.values())
        for (const { digest } of (0,manifest_parts/* childrenOf */.LU)(manifest))
            images.add(digest);
    const stays = (child) => images.has(child.digest) || images.has(child.annotations?.['vnd.docker.reference.digest'] ?? '');
    return {
        manifest: rewrite(index, stays, inner),
        rebuilt: [...inner].flatMap(([digest, { manifest, rebuilt }]) => manifest.descriptor.digest === digest || (0,manifest_parts/* childrenOf */.LU)(manifest).length === 0 ? rebuilt : [...rebuilt, manifest]),
    };
}
function rewrite(index, stays, inner) {
    const children = (0,manifest_parts/* childrenOf */.LU)(index);
    const same = (child) => (inner.get(child.digest)?.manifest.descriptor.digest ?? child.digest) === child.digest;
    if (children.every((child) => stays(child) && same(child)))
        return index;
    const value = (0,manifest_parts/* objectOf */.Xy)(index);
    const entries = Array.isArray(value.manifests) ? value.manifests : [];
    const manifests = entries.flatMap((entry, at) => {
        const child = children[at];
        if (child === undefined || !stays(child) || !(0,oci_manifest/* isObject */.Gv)(entry))
            return [];
        const { digest, size } = inner.get(child.digest)?.manifest.descriptor ?? child;
        return [{ ...entry, digest, size }];
    });
    const bytes = Buffer.from(JSON.stringify({ ...value, manifests }, undefined, 2));
    const rebuilt = (0,oci_manifest/* parseManifest */.Ng)(bytes, index.descriptor.mediaType, (0,digest/* digestOf */.o)(bytes));
    if (rebuilt === undefined)
        throw new Error('an index that was made is no index');
    return rebuilt;
}

;// CONCATENATED MODULE: ./build/src/commands/copy/graph.js










const atOnce = 6;
const cosignSuffixes = ['sig', 'att', 'sbom'];
async function readGraph(registry, plan, referrers, warn) {
    const { from, reference } = plan;
    const original = await registry.manifest(reference);
    if (original === undefined)
        throw missing((0,images_name/* formatImage */.vy)(from), 'the registry has no such image');
    if (original.content.kind === 'former')
        throw (0,answers/* formerFailure */.iF)((0,images_name/* formatImage */.vy)(from), original.descriptor);
    const source = memoized(registry, original);
    const nodes = new Map();
    const topLevel = await graph_select(source, original, plan, nodes);
    await add(source, topLevel, nodes, 1);
    const rebuilt = topLevel.descriptor.digest !== original.descriptor.digest;
    const tags = new Map();
    const node = nodes.get(topLevel.descriptor.digest);
    if (node === undefined)
        throw new Error('the root is not among the manifests');
    const searched = new Set(rebuilt ? [topLevel.descriptor.digest] : []);
    for (let open = openOf(nodes, searched); referrers && open.length > 0; open = openOf(nodes, searched)) {
        for (const digest of open)
            searched.add(digest);
        const found = await (0,concurrency/* mapConcurrent */._)(open, atOnce, (digest) => referrersOf(source, digest, warn));
        for (const { manifest, tag } of found.flat()) {
            await add(source, manifest, nodes, 1);
            if (tag !== undefined)
                tags.set(tag, manifest.descriptor.digest);
        }
    }
    return { topLevel: node, nodes, tags, rebuilt };
}
function memoized(registry, known) {
    const read = new Map([[known.descriptor.digest, Promise.resolve(known)]]);
    return {
        ...registry,
        manifest(reference) {
            const answer = read.get(reference) ?? registry.manifest(reference);
            read.set(reference, answer);
            return answer;
        },
    };
}
function openOf(nodes, searched) {
    return [...nodes.keys()].filter((digest) => !searched.has(digest));
}
async function graph_select(source, original, { from, platforms }, nodes) {
    if (platforms.length === 0)
        return original;
    const { images } = await (0,oci_image/* readImage */.AM)(source, original.descriptor.digest, () => false);
    const found = images.map(({ platform }) => (0,images_platform/* formatPlatform */.Bq)(platform));
    const lacking = platforms.map(images_platform/* formatPlatform */.Bq).filter((platform) => !found.includes(platform));
    if (lacking.length > 0) {
        throw missing((0,images_name/* formatImage */.vy)(from), `it has no ${lacking.join(', ')}, only ${found.join(', ') || 'unknown platforms'}`);
    }
    if (original.content.kind === 'image')
        return original;
    const chosen = images.filter(({ platform }) => platforms.some((one) => (0,images_platform/* samePlatform */.my)(one, platform)));
    const digests = new Set(chosen.map(({ descriptor }) => descriptor.digest));
    const { manifest, rebuilt } = await subsetOf(original, digests, (child) => mustRead(source, child, original));
    for (const index of rebuilt)
        await add(source, index, nodes, 1);
    return manifest;
}
async function add(source, manifest, nodes, depth) {
    const { digest } = manifest.descriptor;
    if (nodes.has(digest))
        return;
    if (depth > oci_manifest/* depthLimit */.zR)
        throw missing(digest, `its indexes lie more than ${oci_manifest/* depthLimit */.zR} deep in one another`);
    const open = (0,manifest_parts/* childrenOf */.LU)(manifest).filter((child) => !nodes.has(child.digest));
    const children = await (0,concurrency/* mapConcurrent */._)(open, atOnce, (child) => mustRead(source, child, manifest));
    for (const child of children)
        await add(source, child, nodes, depth + 1);
    nodes.set(digest, { manifest, blobs: (0,manifest_parts/* blobsOf */.OR)(manifest), subject: manifest.subject });
}
async function mustRead(source, { digest }, parent) {
    const manifest = await source.manifest(digest);
    if (manifest !== undefined)
        return manifest;
    throw missing(digest, `${parent.descriptor.digest} lists it, and the registry does not have it`);
}
async function referrersOf(source, digest, warn) {
    const listed = (await source.referrers(digest)).map(async (descriptor) => {
        const manifest = await source.manifest(descriptor.digest);
        if (manifest !== undefined)
            return [{ manifest }];
        warn(`${descriptor.digest} is listed as a referrer of ${digest}, but is not there: it is not copied`);
        return [];
    });
    const tagged = cosignSuffixes.map(async (suffix) => {
        const tag = `${(0,fallback_index/* referrersTag */.LN)(digest)}.${suffix}`;
        const manifest = await source.manifest(tag);
        return manifest === undefined ? [] : [{ manifest, tag }];
    });
    return (await Promise.all([...listed, ...tagged])).flat();
}
function missing(operation, reason) {
    return new errors/* Failure */.HR('not-found', {
        operation,
        reason,
        advice: 'Look at what is there: image-gate inspect, and image-gate tags for the tags.',
    });
}

// EXTERNAL MODULE: ./build/src/commands/shared/files/results-file.js
var results_file = __webpack_require__(9885);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/copy/inputs.js



const copyInputs = {
    from: (0,types/* text */.Qq)({ help: 'Set the image to copy: `name:tag` or `name@sha256:…`.', placeholder: 'IMAGE' }),
    to: (0,types/* list */.p_)({
        help: 'Set one or more targets: `name:tag`. A name without a tag gets the tag of the source. A name without a registry is in the registry of the source.',
        placeholder: 'IMAGE,…',
    }),
    ...(0,inputs_registry/* registryInputs */.P4)({ names: ['from'] }),
    'to-username': (0,types/* text */.Qq)({
        help: 'Set the user name for the registry of `to`. Without `to-username` and `to-password`, the credentials come from the Docker config; in the registry of the source, the credentials of the source are used.',
        placeholder: 'NAME',
    }),
    'to-password': (0,types/* secret */.rJ)({ help: 'Set the password for the registry of `to`. An access token is safer.' }),
    'to-oidc': (0,types/* text */.Qq)({
        help: 'Log in to the registry of `to` without a password, as `oidc` does to that of the source.',
        placeholder: 'VALUE',
    }),
    platforms: (0,types/* list */.p_)({
        help: 'Copy only these platforms of a multi-platform image: `linux/amd64, linux/arm64`. The copy gets a new index with another digest.',
        fallbackHelp: 'all, and the digest stays the same',
    }),
    referrers: (0,types/* boolean */.zM)({
        help: 'Copy signatures, SBOMs and attestations too: referrers from the API and from the fallback tag, and the tags of cosign.',
        fallback: 'true',
    }),
    overwrite: (0,types/* boolean */.zM)({
        help: 'Move a tag that is on another image. With `false`, such a tag is exit code 1, and nothing changes.',
        fallback: 'true',
    }),
    ...results_file/* resultsFileInput */.tW,
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '30m' }),
};

// EXTERNAL MODULE: ./build/src/reports/quantities.js
var quantities = __webpack_require__(7672);
;// CONCATENATED MODULE: ./build/src/commands/copy/meter.js

function createMeter(reportProgress) {
    let expected = 0;
    let counted = 0;
    const words = () => {
        const share = expected === 0 ? 100 : Math.min(100, Math.floor((counted / expected) * 100));
        return `${(0,quantities/* formatBytes */.z3)(counted)} of ${(0,quantities/* formatBytes */.z3)(Math.max(counted, expected))} copied (${share} %)`;
    };
    return {
        expect(bytes) {
            expected += bytes;
        },
        async *count(chunks) {
            for await (const chunk of chunks) {
                counted += chunk.length;
                reportProgress(words, { done: counted, total: Math.max(counted, expected) });
                yield chunk;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/credentials.js
var credentials = __webpack_require__(7142);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/image.js
var inputs_image = __webpack_require__(3913);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/keyless.js
var keyless = __webpack_require__(2402);
;// CONCATENATED MODULE: ./build/src/commands/copy/plan.js







function planCopy(inputs, workflow) {
    if (inputs.from === undefined)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('from')} is missing`, 'For example acme/app:1.0.');
    if (inputs.to.length === 0)
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('to')} is missing`, 'For example registry.example.com/acme/app:1.0.');
    const from = (0,inputs_image/* readImage */.AM)(inputs.from, inputs, workflow);
    const reference = from.digest ?? from.tag;
    if (reference === undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('from')} ${JSON.stringify(inputs.from)} has neither a tag nor a digest`, 'Say which: name:tag.');
    }
    checkTarget(inputs);
    const targets = inputs.to.map((text) => readTarget(text, from, inputs.namespace));
    const given = inputs['to-username'] !== undefined || inputs['to-oidc'] !== undefined;
    const otherRegistries = new Set(targets.map(({ registry }) => registry.host).filter((host) => host !== from.registry.host));
    if (given && otherRegistries.size > 1) {
        throw (0,errors/* usageFailure */.II)(`${inputs['to-oidc'] === undefined ? `${(0,input_names/* inputName */.yu)('to-username')} and ${(0,input_names/* inputName */.yu)('to-password')}` : (0,input_names/* inputName */.yu)('to-oidc')} would go to ${otherRegistries.size} registries: ${[...otherRegistries].join(', ')}`, `Give the credentials for each in ${(0,input_names/* inputName */.yu)('registry-auth')}.`);
    }
    return {
        from,
        reference,
        platforms: inputs.platforms.map(images_platform/* parsePlatform */.Y8),
        places: placesOf(targets).map((place) => {
            const isSameRegistry = place.name.registry.host === from.registry.host;
            return { ...place, isSameRegistry, ownCredentials: given && (!isSameRegistry || otherRegistries.size === 0) };
        }),
    };
}
function checkTarget(inputs) {
    const { 'to-username': user, 'to-password': password, 'to-oidc': oidc } = inputs;
    if (oidc === undefined)
        (0,credentials/* checkPair */.zA)('to-username', user, 'to-password', password);
    else
        (0,keyless/* refusePassword */.Av)('to-oidc', 'to-password', password);
}
function readTarget(text, from, namespace) {
    const whole = namespace === undefined || text.includes('/') ? text : `${namespace}/${text}`;
    const target = (0,images_name/* parseImageName */["if"])(whole, from.registry);
    if (target.digest !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('to')} ${JSON.stringify(text)} has a digest`, 'The digest follows from what is copied: give a tag.');
    }
    const tag = target.tag ?? from.tag;
    const named = tag === undefined ? target : { ...target, tag };
    const same = named.registry.host === from.registry.host && named.path === from.path;
    if (same && (tag === undefined || (tag === from.tag && from.digest === undefined))) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('from')} and ${(0,input_names/* inputName */.yu)('to')} are the same image, ${(0,images_name/* formatImage */.vy)(named)}`);
    }
    return named;
}
function placesOf(targets) {
    const places = new Map();
    for (const { registry, path, tag } of targets) {
        const key = `${registry.host}/${path}`;
        const place = places.get(key) ?? { name: { registry, path }, tags: [] };
        places.set(key, place);
        if (tag !== undefined && !place.tags.includes(tag))
            place.tags.push(tag);
    }
    return [...places.values()];
}

// EXTERNAL MODULE: ./build/src/registries/oci/referrers-tag.js
var referrers_tag = __webpack_require__(1370);
// EXTERNAL MODULE: ./build/src/registries/oci/repository.js + 3 modules
var oci_repository = __webpack_require__(5149);
;// CONCATENATED MODULE: ./build/src/commands/copy/publish.js





async function publish(graph, destination, options) {
    const { repository, present, tags } = destination;
    const { topLevel, nodes } = graph;
    const digest = topLevel.manifest.descriptor.digest;
    const unlisted = new Map();
    for (const [at, node] of nodes) {
        if (at === digest)
            continue;
        const noted = present.has(at) ? await isListed(repository, node) : await put(repository, at, node);
        if (!noted && node.subject !== undefined)
            unlisted.set(node.subject, [...(unlisted.get(node.subject) ?? []), node]);
    }
    for (const [subject, referrers] of unlisted) {
        const manifests = referrers.map(({ manifest }) => manifest);
        await (0,referrers_tag/* listReferrersAtTag */.Y)(repository, subject, manifests, options.warn);
    }
    for (const [tag, of] of graph.tags)
        await putTag(tag, nodes.get(of), destination, options);
    for (const tag of tags) {
        if (destination.unchanged.has(tag))
            continue;
        if (!options.overwrite)
            await refuseOther(destination, tag, digest);
        await putTopLevel(repository, tag, topLevel, options);
    }
    if (tags.length === 0 && !present.has(digest))
        await putTopLevel(repository, digest, topLevel, options);
    await publish_confirm(destination, digest);
}
async function put(repository, reference, { manifest, subject }) {
    const { subjectNoted } = await (0,oci_repository/* mustPut */.h)(repository, reference, manifest);
    return subject === undefined || subjectNoted;
}
async function putTopLevel(repository, reference, topLevel, { warn }) {
    const noted = await put(repository, reference, topLevel);
    if (!noted && topLevel.subject !== undefined)
        await (0,referrers_tag/* listReferrersAtTag */.Y)(repository, topLevel.subject, [topLevel.manifest], warn);
}
async function isListed(repository, { manifest, subject }) {
    if (subject === undefined)
        return true;
    return (await repository.referrers(subject)).some(({ digest }) => digest === manifest.descriptor.digest);
}
async function putTag(tag, node, { repository, name }, { overwrite, warn }) {
    if (node === undefined)
        return;
    const there = await repository.head(tag);
    if (there?.digest === node.manifest.descriptor.digest)
        return;
    if (there !== undefined && !overwrite) {
        return warn(`${(0,images_name/* formatImage */.vy)({ ...name, tag })} is another one than the source's, and stays as it is`);
    }
    await (0,oci_repository/* mustPut */.h)(repository, tag, node.manifest);
}
async function refuseOther({ repository, name }, tag, digest) {
    const there = await repository.head(tag);
    if (there === undefined || there.digest === digest)
        return;
    throw new errors/* Failure */.HR('condition', {
        operation: (0,images_name/* formatImage */.vy)({ ...name, tag }),
        reason: `it has become another image meanwhile, ${there.digest}`,
        advice: `It was left as it is, because ${(0,input_names/* inputName */.yu)('overwrite')} is false.`,
    });
}
async function publish_confirm({ repository, name, tags }, digest) {
    for (const reference of tags.length === 0 ? [digest] : tags) {
        const there = await repository.head(reference);
        if (there?.digest === digest)
            continue;
        throw new errors/* Failure */.HR('server', {
            operation: (0,images_name/* formatImage */.vy)({ ...name, ...(tags.length === 0 ? { digest } : { tag: reference }) }),
            reason: `after the copy it is ${there?.digest ?? 'not there'}, not ${digest}`,
            advice: 'Somebody else may have pushed at the same time, or the registry changes what it is given: look, and copy again.',
        });
    }
}

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/copy/report.js




const words = {
    copied: { text: 'copied', mark: '✅ copied', tone: 'good' },
    unchanged: { text: 'unchanged', mark: '✅ unchanged', tone: 'good' },
    exists: { text: 'exists', mark: '❌ tag is on another image', tone: 'bad' },
    'not-tried': { text: 'not tried', mark: '⏸️ not tried', tone: 'muted' },
    failed: { text: 'failed', mark: '❌ failed', tone: 'bad' },
};
function reportCopy(result) {
    const { digest, targets } = result;
    const failures = targets.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const [only] = targets.length === 1 ? targets : [];
    const results = targets.map(resultOf);
    const sums = {
        bytesCopied: targets.reduce((sum, { bytesCopied }) => sum + bytesCopied, 0),
        blobsMounted: targets.reduce((sum, { blobsMounted }) => sum + blobsMounted, 0),
    };
    const good = targets.every(isThere);
    const there = good ? { digest } : {};
    const single = only !== undefined && isThere(only) ? { image: only.image, pinned: only.pinned } : {};
    return {
        outputs: {
            ...there,
            ...single,
            'bytes-copied': String(sums.bytesCopied),
            'blobs-mounted': String(sums.blobsMounted),
            results: JSON.stringify(results),
        },
        json: { from: result.from, ...there, ...single, ...sums, results },
        summary: summaryOf(result, sums.bytesCopied),
        table: {
            columns: ['status', 'image', 'digest', 'bytes', 'mounted'],
            rows: targets.map(({ status, image, bytesCopied, blobsMounted }) => [
                { text: words[status].text, tone: words[status].tone ?? 'muted' },
                { text: image },
                { text: isThere({ status }) ? digest.slice(0, 19) : '' },
                { text: (0,quantities/* formatBytes */.z3)(bytesCopied) },
                { text: String(blobsMounted) },
            ]),
        },
        names: targets.filter(isThere).map(({ image }) => image),
        headline: headlineOf(result, sums.bytesCopied),
        failures,
        exitCode: failures[0]?.exitCode ?? (good ? 0 : 1),
    };
}
function isThere({ status }) {
    return status === 'copied' || status === 'unchanged';
}
function resultOf({ image, pinned, status, bytesCopied, blobsMounted, failure }) {
    return {
        image,
        ...(isThere({ status }) ? { pinned } : {}),
        status,
        bytesCopied,
        blobsMounted,
        ...(failure && { error: failure.message, exitCode: failure.exitCode }),
    };
}
function headlineOf({ from, targets }, bytes) {
    const [only] = targets;
    const bad = targets.filter((target) => !isThere(target));
    const other = targets.find(({ status }) => status === 'exists');
    if (other !== undefined)
        return `nothing was copied: ${other.image} is another image, and ${(0,input_names/* inputName */.yu)('overwrite')} is false`;
    if (bad.length > 0) {
        const copied = targets.length - bad.length;
        const counts = copied === 0 ? '' : ` (${copied} of ${targets.length} targets copied)`;
        return `${from} could not be copied to ${bad.map(({ image }) => image).join(', ')}${counts}`;
    }
    const where = targets.length === 1 && only !== undefined ? only.image : `${targets.length} targets`;
    if (targets.every(({ status }) => status === 'unchanged'))
        return `${from} is already at ${where}`;
    return `${from} was copied to ${where}, ${(0,quantities/* formatBytes */.z3)(bytes)} transferred`;
}
function summaryOf(result, bytes) {
    const { digest, targets, rebuilt } = result;
    const head = ['Status', 'Image', 'Bytes copied', 'Blobs mounted'].map(markdown/* plain */.pj);
    const rows = targets.map(({ status, image, bytesCopied, blobsMounted }) => [
        (0,markdown/* plain */.pj)(words[status].mark),
        (0,markdown/* code */.aY)(image),
        (0,markdown/* unbroken */.D_)((0,quantities/* formatBytes */.z3)(bytesCopied)),
        (0,markdown/* plain */.pj)(String(blobsMounted)),
    ]);
    const failures = targets.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
    const pinned = new Set(targets.filter(isThere).map((target) => target.pinned));
    return (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(targets.every(isThere) ? 'good' : 'bad', headlineOf(result, bytes)), (0,markdown/* codeBlock */.DV)([...pinned]), (0,markdown/* table */.tp)([head, ...rows]), rebuilt ? (0,markdown/* markdown */.wD) `Some platforms were left out, so the index is a new one: ${(0,markdown/* code */.aY)(digest)}.` : undefined, (0,failure/* failureList */.J_)(failures));
}

// EXTERNAL MODULE: ./build/src/registries/oci/blob-uploads.js
var blob_uploads = __webpack_require__(6583);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/src/commands/copy/tee.js


const buffer = 1024 * 1024;
function tee(source, count) {
    const branches = Array.from({ length: count }, () => {
        const branch = new external_node_stream_.PassThrough({ highWaterMark: buffer });
        branch.on('error', () => undefined);
        return branch;
    });
    return { branches, done: pump(source, branches) };
}
async function pump(source, branches) {
    try {
        for await (const chunk of source) {
            const kept = Buffer.from(chunk);
            await Promise.all(branches.map((branch) => give(branch, kept)));
            if (branches.every(({ destroyed }) => destroyed))
                return;
        }
        for (const branch of branches)
            branch.end();
    }
    catch (error) {
        for (const branch of branches)
            branch.destroy(error instanceof Error ? error : new Error(String(error)));
        throw error;
    }
}
async function give(branch, chunk) {
    if (branch.destroyed || branch.write(chunk))
        return;
    const left = new AbortController();
    const { signal } = left;
    await Promise.race([(0,external_node_events_.once)(branch, 'drain', { signal }), (0,external_node_events_.once)(branch, 'close', { signal })]).catch(() => undefined);
    left.abort();
}

;// CONCATENATED MODULE: ./build/src/commands/copy/transfer.js




const transfer_atOnce = 4;
async function copyBlobs(graph, destinations, job) {
    const transfers = transfersOf(graph, destinations);
    for (const { blob, destinations: wanting } of transfers)
        job.meter.expect(blob.size * wanting.length);
    await (0,concurrency/* mapConcurrent */._)(transfers, transfer_atOnce, (transfer) => copyBlob(transfer, job));
}
function transfersOf({ nodes }, destinations) {
    const transfers = new Map();
    for (const [digest, { blobs }] of nodes) {
        const wanting = destinations.filter(({ present }) => !present.has(digest));
        for (const blob of wanting.length === 0 ? [] : blobs) {
            const transfer = transfers.get(blob.digest) ?? { blob, destinations: new Set() };
            transfers.set(blob.digest, transfer);
            for (const destination of wanting)
                transfer.destinations.add(destination);
        }
    }
    return [...transfers.values()]
        .map(({ blob, destinations: wanting }) => ({ blob, destinations: [...wanting] }))
        .sort((one, other) => other.blob.size - one.blob.size);
}
async function copyBlob({ blob, destinations }, job) {
    const uploads = [];
    await Promise.all(destinations.map((destination) => settle(destination, job.signal, async () => {
        const needed = await need(blob, destination);
        if (needed === undefined)
            job.meter.expect(-blob.size);
        else
            uploads.push({ destination, location: needed.location });
    })));
    if (uploads.length > 0)
        await send(blob, uploads, job);
}
async function need({ digest }, destination) {
    const { repository, mountFrom } = destination;
    if (mountFrom === undefined)
        return (await repository.hasBlob(digest)) ? undefined : { location: undefined };
    const mount = await repository.mountBlob(digest, mountFrom);
    if (mount.kind === 'not-mounted')
        return { location: mount.location };
    destination.blobsMounted += 1;
    return undefined;
}
async function send(blob, uploads, job) {
    const { source, meter, signal } = job;
    const errors = [];
    const read = () => (0,blob_uploads/* observeErrors */.wr)(source.blob(blob), (error) => errors.push(error));
    const shared = uploads.length > 1 ? tee(read(), uploads.length) : undefined;
    const finished = shared?.done.catch(() => undefined);
    await Promise.all(uploads.map(({ destination, location }, at) => {
        let branch = shared?.branches[at];
        const next = () => {
            if (branch === undefined)
                shared?.branches[at]?.destroy();
            const chunks = branch ?? read();
            branch = undefined;
            return meter.count(chunks);
        };
        return settle(destination, signal, async () => {
            try {
                await destination.repository.uploadBlob(blob, next, location);
                destination.bytesCopied += blob.size;
            }
            finally {
                shared?.branches[at]?.destroy();
            }
        });
    }));
    await finished;
    if (errors.length > 0)
        throw errors[0];
}

;// CONCATENATED MODULE: ./build/src/commands/copy/index.js












const copy_atOnce = 6;
const copy = {
    name: 'copy',
    summary: 'Copy an image by digest, with all platforms, signatures and SBOMs, to other repositories and registries.',
    inputs: copyInputs,
    positional: ['from', 'to'],
    examples: ['acme/app:1.4.0-rc.2 registry.example.com/acme/app:1.4.0'],
    names: { help: 'the targets that have the image' },
    outputs: {
        digest: 'The digest of the image, the same at the source and at every target. With `platforms`, the digest of the new index.',
        image: 'The target with its tag. Set only for a single target.',
        pinned: 'The target with its digest, `name@sha256:…`: deploy this. Set only for a single target.',
        'bytes-copied': 'The number of bytes of blobs that were transferred between registries.',
        'blobs-mounted': 'The number of blobs that the registry mounted from the repository of the source.',
        results: 'A JSON array with one object for each target: `image`, `pinned`, `status` (`copied`, `unchanged`, `exists`, `not-tried`, `failed`), `bytesCopied`, `blobsMounted`, `error`, `exitCode`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runCopy,
    report: reportCopy,
};
async function runCopy(inputs, context) {
    const { log, signal, now, progress } = context;
    const plan = planCopy(inputs, context.workflow);
    const fromInputs = inputs['to-oidc'] === undefined ? inputs : withUsedToken(inputs);
    const home = await (0,inputs_registry/* connectWith */.v7)(plan.from.registry, fromInputs, context);
    const source = home.repository(plan.from);
    const destinations = await Promise.all(plan.places.map((place) => copy_open(place, plan, home, inputs, context)));
    const [graph, ...tagged] = await Promise.all([
        readGraph(source, plan, inputs.referrers, log.warn),
        ...destinations.map(digestsOf),
    ]);
    const { digest } = graph.topLevel.manifest.descriptor;
    if (graph.rebuilt)
        log.warn(`some platforms are left out: the index is a new one, ${digest}`);
    const others = destinations.map(({ tags }, at) => tags.filter((tag) => isOther(tagged[at]?.get(tag), digest)));
    for (const [at, { tags, unchanged }] of destinations.entries()) {
        for (const tag of tags)
            if (tagged[at]?.get(tag) === digest)
                unchanged.add(tag);
    }
    const result = { from: (0,images_name/* formatImage */.vy)(plan.from), digest, rebuilt: graph.rebuilt };
    if (!inputs.overwrite && others.flat().length > 0) {
        return { ...result, targets: destinations.flatMap((one, at) => refused(one, digest, others[at] ?? [])) };
    }
    await (0,concurrency/* mapConcurrent */._)(destinations, copy_atOnce, (one) => settle(one, signal, () => findPresent(graph, one)));
    const meter = createMeter((0,collect/* throttledProgress */.k)({ progress, now }));
    await copyBlobs(graph, destinations, { source, meter, signal });
    await (0,concurrency/* mapConcurrent */._)(destinations, copy_atOnce, (one) => settle(one, signal, () => publish(graph, one, { overwrite: inputs.overwrite, warn: log.warn })));
    return { ...result, targets: destinations.flatMap((one) => done(one, digest)) };
}
async function copy_open(place, { from }, home, inputs, context) {
    const { name, tags, isSameRegistry, ownCredentials } = place;
    const own = {
        registry: name.registry.host,
        username: ownCredentials ? inputs['to-username'] : undefined,
        password: ownCredentials ? inputs['to-password'] : undefined,
        oidc: ownCredentials ? inputs['to-oidc'] : undefined,
        'id-token': inputs['id-token'],
        'registry-auth': inputs['registry-auth'],
    };
    const registry = isSameRegistry && !ownCredentials ? home : await (0,inputs_registry/* connectWith */.v7)(name.registry, withUsedToken(own), context);
    return {
        name,
        tags,
        repository: registry.repository(name, 'push'),
        mountFrom: isSameRegistry && name.path !== from.path ? from.path : undefined,
        present: new Set(),
        unchanged: new Set(),
        bytesCopied: 0,
        blobsMounted: 0,
        failure: undefined,
    };
}
function withUsedToken(inputs) {
    const isUsed = inputs.oidc !== undefined || inputs['registry-auth'].some(({ kind }) => kind === 'keyless');
    return isUsed ? inputs : { ...inputs, 'id-token': undefined };
}
async function digestsOf({ tags, repository }) {
    const heads = await (0,concurrency/* mapConcurrent */._)(tags, copy_atOnce, async (tag) => [tag, (await repository.head(tag))?.digest]);
    return new Map(heads);
}
function isOther(there, digest) {
    return there !== undefined && there !== digest;
}
async function findPresent({ nodes }, { repository, present }) {
    await (0,concurrency/* mapConcurrent */._)([...nodes.keys()], copy_atOnce, async (digest) => {
        if ((await repository.head(digest)) !== undefined)
            present.add(digest);
    });
}
function imagesOf({ name, tags }, digest) {
    const pinned = `${(0,images_name/* formatRepository */.Sh)(name)}@${digest}`;
    const images = tags.map((tag) => ({ tag, image: (0,images_name/* formatImage */.vy)({ ...name, tag }), pinned }));
    return images.length === 0 ? [{ tag: undefined, image: pinned, pinned }] : images;
}
function refused(destination, digest, others) {
    return imagesOf(destination, digest).map(({ tag, image, pinned }) => {
        const status = tag !== undefined && others.includes(tag) ? 'exists' : 'not-tried';
        return { image, pinned, status, bytesCopied: 0, blobsMounted: 0 };
    });
}
function done(destination, digest) {
    const { failure, unchanged, bytesCopied, blobsMounted, present } = destination;
    return imagesOf(destination, digest).map(({ tag, image, pinned }, at) => {
        const same = tag === undefined ? present.has(digest) : unchanged.has(tag);
        const work = at === 0 ? { bytesCopied, blobsMounted } : { bytesCopied: 0, blobsMounted: 0 };
        if (failure !== undefined)
            return { image, pinned, status: 'failed', ...work, failure };
        return { image, pinned, status: same ? 'unchanged' : 'copied', ...work };
    });
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

/***/ 8398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NU: () => (/* binding */ later),
/* harmony export */   e2: () => (/* binding */ plausibleDate),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
const firstDate = Date.UTC(2013, 0, 1);
function timeOf(value) {
    if (typeof value !== 'string')
        return undefined;
    const [, day, clock, zone] = /^(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d:\d\d(?:\.\d+)?)(z|[+-]\d\d:?\d\d)?$/i.exec(value) ?? [];
    if (day === undefined)
        return undefined;
    const time = new Date(`${day}T${clock}${(zone ?? 'Z').toUpperCase()}`);
    return Number.isNaN(time.getTime()) || time.getUTCFullYear() < 1970 ? undefined : time;
}
function plausibleDate(date) {
    return date === undefined || Number.isNaN(date.getTime()) || date.getTime() < firstDate ? undefined : date;
}
function later(one, other) {
    if (one === undefined || other === undefined)
        return one ?? other;
    return one > other ? one : other;
}


/***/ }),

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   Y8: () => (/* binding */ parsePlatform),
/* harmony export */   my: () => (/* binding */ samePlatform)
/* harmony export */ });
/* unused harmony export normalizePlatform */
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

const grammar = /^([a-z0-9]+)\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/;
const aliases = new Map([
    ['x86_64', 'amd64'],
    ['x86-64', 'amd64'],
    ['aarch64', 'arm64'],
]);
const usualVariants = new Map([
    ['arm64', 'v8'],
    ['arm', 'v7'],
    ['amd64', 'v1'],
]);
function parsePlatform(text) {
    const [, os, architecture, variant] = grammar.exec(text.toLowerCase()) ?? [];
    if (os === undefined || architecture === undefined) {
        throw (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} is not a platform`, 'Write os/architecture or os/architecture/variant: linux/amd64, linux/arm64, linux/arm/v7.');
    }
    return normalizePlatform({ os, architecture, ...(variant === undefined ? {} : { variant }) });
}
function normalizePlatform(platform) {
    const architecture = aliases.get(platform.architecture) ?? platform.architecture;
    const variant = platform.variant || usualVariants.get(architecture);
    return { os: platform.os, architecture, ...(variant === undefined ? {} : { variant }) };
}
function samePlatform(one, other) {
    return formatPlatform(one) === formatPlatform(other);
}
function formatPlatform(platform) {
    const { os, architecture, variant } = normalizePlatform(platform);
    const silent = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
    return variant === undefined || silent ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}


/***/ }),

/***/ 4725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ mustReadConfig),
/* harmony export */   u: () => (/* binding */ findConfig)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);

async function findConfig(repository, config) {
    try {
        return await repository.smallBlob(config);
    }
    catch (thrown) {
        if ((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .asFailure */ .h_)(thrown).kind !== 'not-found')
            throw thrown;
        return undefined;
    }
}
async function mustReadConfig(repository, { descriptor }, config) {
    const bytes = await findConfig(repository, config);
    if (bytes !== undefined)
        return bytes;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        operation: `the manifest ${descriptor.digest}`,
        reason: `its config ${config.digest} is lost: the registry answers 404`,
        permanent: true,
        advice: 'The image is damaged: build and push it again.',
    });
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

/***/ 6081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   _m: () => (/* binding */ isImageConfig),
/* harmony export */   m3: () => (/* binding */ inspectManifest)
/* harmony export */ });
/* harmony import */ var _images_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8398);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7825);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9862);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9853);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4725);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6258);







const configTypes = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
async function inspectManifest(repository, manifest, wanted) {
    const attestations = [];
    const images = await imagesOf(repository, manifest, wanted, attestations, 1);
    const selected = typeof wanted === 'string' ? images : images.filter((image) => isFor(image.platform, wanted));
    return {
        descriptor: manifest.descriptor,
        annotations: manifest.annotations,
        artifactType: artifactTypeOf(manifest),
        created: latestOf(manifest, selected),
        images: selected,
        attestations,
    };
}
function artifactTypeOf({ artifactType, content }) {
    if (artifactType !== undefined || content.kind !== 'image' || isImageConfig(content.config))
        return artifactType;
    return content.config.mediaType;
}
function latestOf(manifest, images) {
    const latest = images.map(({ created }) => created).reduce(_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .later */ .NU, undefined);
    return (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .plausibleDate */ .e2)(latest) ?? createdOf(manifest) ?? latest;
}
async function imagesOf(repository, manifest, wanted, attestations, depth) {
    const { content, descriptor } = manifest;
    if (content.kind === 'image')
        return [await readImage(repository, manifest, content)];
    if (content.kind === 'former')
        throw (0,_answers_js__WEBPACK_IMPORTED_MODULE_3__/* .formerFailure */ .iF)(`the manifest ${descriptor.digest}`, descriptor);
    if (depth > _manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .depthLimit */ .zR)
        throw unreadable(descriptor, `more than ${_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .depthLimit */ .zR} indexes lie in one another`);
    attestations.push(...content.manifests.filter(isAttestation));
    const children = content.manifests.filter((child) => !isAttestation(child) && mayBe(child, wanted));
    const read = wanted === 'first' ? children.slice(0, 1) : children;
    const found = await Promise.all(read.map(async (child) => {
        const inner = await repository.manifest(child.digest);
        if (inner === undefined)
            throw unreadable(child, 'an index lists it, and the registry answers 404 for it');
        const images = await imagesOf(repository, inner, wanted, attestations, depth + 1);
        return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isIndex */ .nw)(child)
            ? images
            : images.map((image) => ({ ...image, platform: child.platform ?? image.platform }));
    }));
    return found.flat();
}
function isAttestation({ annotations, platform }) {
    return (annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
        (platform?.os === 'unknown' && platform.architecture === 'unknown'));
}
function mayBe(child, wanted) {
    return typeof wanted === 'string' || child.platform === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isIndex */ .nw)(child) || isFor(child.platform, wanted);
}
function isFor(platform, wanted) {
    return platform !== undefined && (0,_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .samePlatform */ .my)(platform, wanted);
}
async function readImage(repository, manifest, { config, layers }) {
    const bytes = isImageConfig(config) ? await (0,_config_js__WEBPACK_IMPORTED_MODULE_4__/* .mustReadConfig */ .U)(repository, manifest, config) : undefined;
    const value = bytes === undefined ? {} : read(bytes);
    const platform = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .readPlatform */ .Kd)(value);
    return {
        descriptor: manifest.descriptor,
        platform: platform?.os === '' || platform?.architecture === '' ? undefined : platform,
        created: createdOf(manifest, bytes),
        labels: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value.config) ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .texts */ .Te)(value.config.Labels) : {},
        annotations: manifest.annotations,
        artifactType: artifactTypeOf(manifest),
        config,
        layers,
    };
}
function isImageConfig({ mediaType }) {
    return configTypes.test(mediaType);
}
function createdOf({ annotations }, config) {
    const created = config === undefined ? undefined : (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(read(config).created);
    return (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .plausibleDate */ .e2)(created) ?? (0,_images_date_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(annotations['org.opencontainers.image.created']) ?? created;
}
function sizeOf(images) {
    const blobs = new Map(images.flatMap(({ config, layers }) => [config, ...layers]).map((one) => [one.digest, one]));
    return [...blobs.values()].reduce((sum, { size = 0 }) => sum + size, 0);
}
function read(bytes) {
    const value = (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .q)(bytes);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(value) ? value : {};
}
function unreadable({ digest }, reason) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .HR('server', {
        operation: `the manifest ${digest}`,
        reason,
        advice: 'The image is damaged: build and push it again.',
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


/***/ })

};
