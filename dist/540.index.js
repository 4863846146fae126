export const id = 540;
export const ids = [540];
export const modules = {

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

/***/ 121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ createEcrApi)
});

// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/parse-json.js
var parse_json = __webpack_require__(9853);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/refusals.js






const kinds = [
    [/^(?:ExpiredToken|RequestExpired|UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId)/, 'authentication'],
    [/^(?:InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken)/, 'authentication'],
    [/^(?:AccessDenied|UnauthorizedOperation|NotAuthorized|OptInRequired)/, 'denied'],
    [/^RepositoryNotFound/, 'not-found'],
];
const throttling = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown)/;
function awsErrorIn({ status, body, header }) {
    const parsed = status === 200 ? undefined : (0,parse_json/* parseJson */.q)(body);
    const fields = (0,manifest/* isObject */.Gv)(parsed) ? parsed : {};
    const type = (0,json_values/* textOf */.b6)(fields.__type) ?? (0,json_values/* textOf */.b6)(fields.code) ?? header('x-amzn-errortype');
    const code = type?.split('#').at(-1)?.split(':')[0];
    if (!code)
        return undefined;
    return { code: (0,clean_line/* cleanLine */.O)(code, 80), words: (0,clean_line/* cleanLine */.O)((0,json_values/* textOf */.b6)(fields.message) ?? (0,json_values/* textOf */.b6)(fields.Message) ?? '') };
}
function isThrottled(error) {
    return error !== undefined && throttling.test(error.code);
}
function apiFailure(answer, operation, service) {
    const error = awsErrorIn(answer);
    const described = `${operation} at ${service.api.host}`;
    if (error === undefined)
        return (0,responses/* failureOf */.g5)(answer, described);
    const { code, words } = error;
    const kind = kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'server';
    const reason = words === '' ? code : `${code}: “${words}”`;
    return new errors/* Failure */.HR(kind, {
        operation: described,
        reason,
        status: answer.status,
        advice: adviceOf(kind, error, operation, service),
    });
}
function adviceOf(kind, error, operation, { name, account, region }) {
    if (isThrottled(error))
        return 'AWS limits how often its API may be requested: try again later.';
    switch (kind) {
        case 'authentication':
            return ('AWS did not accept the credentials in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. Those of a ' +
                'role end after an hour or as configured: run aws-actions/configure-aws-credentials again before this step. A ' +
                'clock that is wrong by more than 5 minutes has the same effect.');
        case 'denied':
            return `The role, or the policy of the repository, has to allow ${name}:${operation}; docs/registries.md lists the required permissions.`;
        case 'not-found':
            return `Check the name${account === undefined ? '' : `, the account (${account}) and the region (${region}), which are in the name of the registry`}.`;
        default:
            return 'Look at the status page of AWS, and try again.';
    }
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/signature.js
async function signedHeaders({ method, url, headers, body }, { name, region }, { accessKeyId, secretAccessKey, sessionToken }, now) {
    const { AwsV4Signer } = await __webpack_require__.e(/* import() */ 580).then(__webpack_require__.bind(__webpack_require__, 2580));
    const signer = new AwsV4Signer({
        method,
        url: url.href,
        headers: { ...headers },
        body,
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
        service: name,
        region,
        datetime: now.toISOString().replace(/[-:]|\.\d+/g, ''),
    });
    const signed = await signer.sign();
    return Object.fromEntries(signed.headers);
}

;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/api.js




const pageSize = 1000;
const tries = 6;
const firstWait = 1000;
function createEcrApi(service, keys, { http, now, mask }) {
    for (const secret of [keys.secretAccessKey, keys.sessionToken])
        if (secret !== undefined)
            mask(secret);
    async function send(operation, body) {
        const target = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${service.target}.${operation}` };
        const request = { method: 'POST', url: service.api, headers: target, body };
        const headers = await signedHeaders(request, service, keys, now());
        return http.request({ ...request, headers, repeatable: true });
    }
    async function sendPatiently(operation, body) {
        for (let attempt = 1;; attempt += 1) {
            const answer = await send(operation, body);
            if (attempt === tries || !isThrottled(awsErrorIn(answer)))
                return answer;
            await http.wait(firstWait * 2 ** (attempt - 1));
        }
    }
    async function call(operation, input, accepts) {
        const answer = await sendPatiently(operation, JSON.stringify(input));
        if (answer.status === 200)
            return (0,responses/* jsonObject */.o$)(answer, `${operation} at ${service.api.host}`);
        if (accepts !== undefined && awsErrorIn(answer)?.code === accepts)
            return undefined;
        throw apiFailure(answer, operation, service);
    }
    return {
        service,
        call,
        async *list(operation, input, key, read) {
            const described = `${operation} at ${service.api.host}`;
            const known = new Set();
            let next;
            do {
                const page = { ...input, maxResults: pageSize, ...(next === undefined ? {} : { nextToken: next }) };
                const { [key]: listed, nextToken = null } = (await call(operation, page)) ?? {};
                if (!Array.isArray(listed))
                    throw (0,paginate/* brokenList */.aC)(described, `its answer has no ${key}`);
                if (nextToken !== null && (typeof nextToken !== 'string' || nextToken === '')) {
                    throw (0,paginate/* brokenList */.aC)(described, 'its next page is no token');
                }
                if (nextToken !== null && known.has(nextToken))
                    throw (0,paginate/* brokenList */.aC)(described, 'its pages form a loop');
                yield (0,paginate/* readEntries */.$2)(listed, read, described);
                next = nextToken ?? undefined;
                if (next !== undefined)
                    known.add(next);
            } while (next !== undefined);
        },
    };
}


/***/ }),

/***/ 5540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createEcrDriver: () => (/* binding */ createEcrDriver)
});

// EXTERNAL MODULE: ./build/src/images/digest.js
var digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/registries/oci/inspection.js
var inspection = __webpack_require__(6081);
// EXTERNAL MODULE: ./build/src/registries/drivers/ecr/api.js + 2 modules
var ecr_api = __webpack_require__(121);
// EXTERNAL MODULE: ./build/src/registries/drivers/ecr/aws-keys.js
var aws_keys = __webpack_require__(5362);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/registries/json-values.js
var json_values = __webpack_require__(1982);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/deletes.js





async function deleteImage(api, name, input, id) {
    const answer = await api.call('BatchDeleteImage', { ...input, imageIds: [id] });
    const { failures = [], imageIds = [] } = answer ?? {};
    const image = (0,images_name/* formatImage */.vy)('imageTag' in id ? { ...name, tag: id.imageTag } : { ...name, digest: id.imageDigest });
    const operation = `BatchDeleteImage of ${image}`;
    if (!Array.isArray(failures) || failures.length > 0)
        return outcomeOf([failures].flat()[0], operation);
    const isNamed = (one) => (0,manifest/* isObject */.Gv)(one) && Object.entries(id).every(([key, value]) => one[key] === value);
    if (Array.isArray(imageIds) && imageIds.some(isNamed))
        return { kind: 'deleted' };
    throw new errors/* Failure */.HR('server', {
        operation,
        reason: '200, and it is neither among the deleted images nor among the failures',
        advice: 'Look at what is in the repository, and try again.',
    });
}
function outcomeOf(failure, operation) {
    const { failureCode, failureReason } = (0,manifest/* isObject */.Gv)(failure) ? failure : {};
    const code = (0,clean_line/* cleanLine */.O)((0,json_values/* textOf */.b6)(failureCode) ?? 'a failure without a code', 80);
    if (code === 'ImageNotFound')
        return { kind: 'missing' };
    const words = (0,json_values/* textOf */.b6)(failureReason);
    const reason = words === undefined ? code : `${code}: “${(0,clean_line/* cleanLine */.O)(words)}”`;
    if (code === 'ImageReferencedByManifestList') {
        const advice = 'An index lists this image: delete the index first, or leave both.';
        return { kind: 'locked', failure: new errors/* Failure */.HR('unsupported', { operation, reason, advice }) };
    }
    throw new errors/* Failure */.HR(code === 'UpstreamAccessDenied' ? 'denied' : 'server', {
        operation,
        reason,
        advice: 'The documentation of BatchDeleteImage explains the code (ImageFailure).',
    });
}

// EXTERNAL MODULE: ./build/src/images/date.js
var date = __webpack_require__(8398);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/objects.js



function readImage(value) {
    if (!(0,manifest/* isObject */.Gv)(value))
        return undefined;
    const { imageTags = null, subjectManifestDigest = null, imageStatus } = value;
    const digest = (0,json_values/* digestIn */.s)(value.imageDigest);
    const subject = (0,json_values/* digestIn */.s)(subjectManifestDigest);
    const tags = imageTags ?? [];
    if (digest === undefined || !Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string'))
        return undefined;
    if (subjectManifestDigest !== null && subject === undefined)
        return undefined;
    return {
        digest,
        tags,
        mediaType: (0,json_values/* textOf */.b6)(value.imageManifestMediaType),
        artifactType: (0,json_values/* textOf */.b6)(value.artifactMediaType),
        size: (0,json_values/* countOf */.pq)(value.imageSizeInBytes),
        pushed: dateOf(value.imagePushedAt),
        pulled: dateOf(value.lastRecordedPullTime),
        subject,
        status: (0,json_values/* textOf */.b6)(imageStatus),
    };
}
function readRepository(value) {
    if (!(0,manifest/* isObject */.Gv)(value))
        return undefined;
    const { repositoryName, repositoryUri, imageTagMutability, imageTagMutabilityExclusionFilters } = value;
    const name = (0,json_values/* textOf */.b6)(repositoryName);
    const uri = (0,json_values/* textOf */.b6)(repositoryUri);
    const listed = imageTagMutabilityExclusionFilters ?? [];
    if (name === undefined || uri === undefined || !Array.isArray(listed))
        return undefined;
    const exclusions = listed.flatMap((one) => ((0,manifest/* isObject */.Gv)(one) ? ((0,json_values/* textOf */.b6)(one.filter) ?? []) : []));
    if (exclusions.length < listed.length)
        return undefined;
    return { name, uri, mutability: (0,json_values/* textOf */.b6)(imageTagMutability), exclusions };
}
function isImmutable({ mutability = 'MUTABLE', exclusions }, tag) {
    const isExcluded = exclusions.some((filter) => matches(filter, tag));
    return mutability.startsWith('IMMUTABLE') !== isExcluded;
}
function matches(filter, tag) {
    const [first = '', ...rest] = filter.split('*');
    const last = rest.pop();
    if (last === undefined)
        return tag === first;
    if (tag.length < first.length + last.length || !tag.startsWith(first) || !tag.endsWith(last))
        return false;
    let at = first.length;
    const end = tag.length - last.length;
    for (const part of rest) {
        const found = tag.indexOf(part, at);
        if (found === -1 || found + part.length > end)
            return false;
        at = found + part.length;
    }
    return true;
}
function dateOf(value) {
    return typeof value === 'number' ? (0,date/* plausibleDate */.e2)(new Date(value * 1000)) : undefined;
}

// EXTERNAL MODULE: ./build/src/http/paginate.js + 1 modules
var paginate = __webpack_require__(4150);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/repositories.js




async function findRepository(api, { path }) {
    const { account } = api.service;
    const [alias = '', ...rest] = path.split('/');
    const name = account === undefined ? rest.join('/') : path;
    if (name === '')
        return undefined;
    const input = { ...(account === undefined ? {} : { registryId: account }), repositoryNames: [name] };
    const answer = await api.call('DescribeRepositories', input, 'RepositoryNotFoundException');
    if (answer === undefined)
        return undefined;
    const [repository] = Array.isArray(answer.repositories) ? answer.repositories.map(readRepository) : [];
    if (repository?.name !== name) {
        throw (0,paginate/* brokenList */.aC)(`DescribeRepositories at ${api.service.api.host}`, `its answer has no repository ${name}`);
    }
    if (account !== undefined || pathIn(repository.uri) === path)
        return repository;
    return (await ownAliases(api)).includes(alias) ? repository : undefined;
}
function pathIn(uri) {
    return uri.slice(uri.indexOf('/') + 1);
}
async function ownAliases(api) {
    const answer = await api.call('DescribeRegistries', {});
    const registries = Array.isArray(answer?.registries) ? answer.registries : [];
    const aliases = registries.flatMap((one) => ((0,manifest/* isObject */.Gv)(one) && Array.isArray(one.aliases) ? one.aliases : []));
    return (0,json_values/* textsOf */.CB)(aliases.map((one) => ((0,manifest/* isObject */.Gv)(one) ? one.name : undefined)));
}

// EXTERNAL MODULE: ./build/src/registries/drivers/ecr/service.js
var ecr_service = __webpack_require__(1387);
;// CONCATENATED MODULE: ./build/src/registries/drivers/ecr/driver.js










const createEcrDriver = (settings) => {
    const { registry, environment } = settings;
    const service = (0,ecr_service/* serviceOf */.z5)(registry.host);
    const keys = (0,aws_keys/* awsKeysIn */.h)(environment);
    const api = service === undefined || keys === undefined ? undefined : (0,ecr_api/* createEcrApi */.N)(service, keys, settings);
    if (api === undefined) {
        return {
            requireCredentials() {
                throw noKeys(registry);
            },
            repository: () => withoutApi(noKeys(registry)),
        };
    }
    const { account } = api.service;
    return {
        async *allRepositories() {
            const input = account === undefined ? {} : { registryId: account };
            for await (const page of api.list('DescribeRepositories', input, 'repositories', readRepository)) {
                yield page.map(({ uri }) => ({ path: pathIn(uri) }));
            }
        },
        async repository(name) {
            try {
                const repository = await findRepository(api, name);
                return repository === undefined ? withoutApi(notThere(name, api)) : withApi(api, name, repository);
            }
            catch (thrown) {
                const failure = (0,errors/* asFailure */.h_)(thrown);
                if (failure.kind !== 'authentication' && failure.kind !== 'denied')
                    throw thrown;
                return withoutApi(failure);
            }
        },
    };
};
function withApi(api, name, repository) {
    const { account } = api.service;
    const input = { ...(account === undefined ? {} : { registryId: account }), repositoryName: repository.name };
    const filter = account === undefined ? {} : { filter: { imageStatus: 'ANY' } };
    const listed = (image) => manifestOf(image, repository, account !== undefined);
    async function described(imageId) {
        const answer = await api.call('DescribeImages', { ...input, imageIds: [imageId] }, 'ImageNotFoundException');
        if (answer === undefined)
            return undefined;
        const [image] = Array.isArray(answer.imageDetails) ? answer.imageDetails.map(readImage) : [];
        if (image !== undefined)
            return image;
        throw new errors/* Failure */.HR('server', {
            operation: `DescribeImages at ${api.service.api.host}`,
            reason: 'an answer without an image that can be read',
        });
    }
    function lockOf(tags) {
        const tag = tags.find((one) => isImmutable(repository, one));
        if (tag === undefined)
            return undefined;
        const failure = new errors/* Failure */.HR('denied', {
            operation: `Deleting ${(0,images_name/* formatImage */.vy)({ ...name, tag })}`,
            reason: 'the settings of the repository make this tag immutable',
            advice: 'Leave it out, or add it to the exclusions of the tag immutability of the repository.',
        });
        return { kind: 'locked', failure };
    }
    async function tagsOn(digest) {
        return (await described({ imageDigest: digest }))?.tags ?? [];
    }
    return {
        async *list() {
            for await (const page of api.list('DescribeImages', { ...input, ...filter }, 'imageDetails', readImage)) {
                yield page.map(listed);
            }
        },
        async find(reference) {
            const image = await described((0,digest/* isDigest */.B)(reference) ? { imageDigest: reference } : { imageTag: reference });
            return image && listed(image);
        },
        tagsOn,
        async deleteTag(tag) {
            return lockOf([tag]) ?? deleteImage(api, name, input, { imageTag: tag });
        },
        async deleteManifest(digest) {
            const mayBeLocked = repository.mutability !== undefined && repository.mutability !== 'MUTABLE';
            const lock = mayBeLocked ? lockOf(await tagsOn(digest)) : undefined;
            return lock ?? deleteImage(api, name, input, { imageDigest: digest });
        },
    };
}
function withoutApi(failure) {
    const refuse = () => Promise.reject(failure);
    return { prepareDelete: refuse, deleteManifest: refuse };
}
function manifestOf(image, repository, namesSubjects) {
    const { digest, tags, mediaType, artifactType, size, pushed, pulled, subject, status } = image;
    const unavailable = unavailableBy(status);
    const mayHaveSubject = !namesSubjects && !(0,inspection/* isImageConfig */._m)({ mediaType: artifactType ?? '' });
    return {
        digest,
        tags: tags.map((name) => ({
            name,
            ...(isImmutable(repository, name) ? { locked: `${name} is immutable at ECR` } : {}),
        })),
        mediaType,
        size,
        pushed,
        pulled,
        subject,
        ...(mayHaveSubject && { mayHaveSubject }),
        ...(unavailable === undefined ? {} : { unavailable }),
    };
}
function unavailableBy(status = 'ACTIVE') {
    if (status === 'ACTIVE')
        return undefined;
    if (status === 'ARCHIVED')
        return 'it is archived at ECR, and cannot be pulled until it is restored';
    return status === 'ACTIVATING' ? 'it is being restored from the archive of ECR' : `its status at ECR is ${status}`;
}
function noKeys({ host }) {
    return new errors/* Failure */.HR('unsupported', {
        operation: `Deleting from ${host}`,
        reason: 'the registry deletes by the API of AWS alone, and the environment has no AWS credentials',
        advice: 'Run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, ' +
            'for temporary credentials, AWS_SESSION_TOKEN.',
    });
}
function notThere(name, { service: { account, region } }) {
    const operation = `Deleting from ${(0,images_name/* formatRepository */.Sh)(name)}`;
    if (account === undefined) {
        return new errors/* Failure */.HR('denied', {
            operation,
            reason: 'the account of these AWS credentials has no such public repository',
            advice: 'Only the account that has a public repository can delete in it: check the alias and the credentials.',
        });
    }
    return new errors/* Failure */.HR('not-found', {
        operation,
        reason: `the account ${account} has no such repository in ${region}`,
        advice: 'Check the name, and the account and the region in the name of the registry.',
    });
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


/***/ })

};
