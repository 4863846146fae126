export const id = 255;
export const ids = [255];
export const modules = {

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

/***/ 6255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   issueEcrPassword: () => (/* binding */ issueEcrPassword)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9862);
/* harmony import */ var _json_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1982);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6258);
/* harmony import */ var _api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(121);
/* harmony import */ var _aws_keys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5362);
/* harmony import */ var _service_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1387);






const usualLife = 12 * 60 * 60 * 1000;
const issueEcrPassword = async (registry, settings) => {
    const service = (0,_service_js__WEBPACK_IMPORTED_MODULE_5__/* .serviceOf */ .z5)(registry.host);
    const keys = (0,_aws_keys_js__WEBPACK_IMPORTED_MODULE_4__/* .awsKeysIn */ .h)(settings.environment);
    if (service === undefined || keys === undefined)
        throw new Error('a password without an access key');
    const answer = await (0,_api_js__WEBPACK_IMPORTED_MODULE_3__/* .createEcrApi */ .N)(service, keys, settings).call('GetAuthorizationToken', {});
    const [data] = [answer?.authorizationData].flat();
    const { authorizationToken, expiresAt } = (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(data) ? data : {};
    const token = (0,_json_values_js__WEBPACK_IMPORTED_MODULE_1__/* .textOf */ .b6)(authorizationToken) ?? '';
    const password = /^AWS:([\x21-\x7e]+)$/.exec(Buffer.from(token, 'base64').toString('utf8'))?.[1];
    if (password === undefined) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
            operation: `GetAuthorizationToken at ${service.api.host}`,
            reason: 'an answer without a token that can be used',
        });
    }
    settings.mask(token);
    settings.mask(password);
    const until = typeof expiresAt === 'number' ? expiresAt * 1000 : settings.now().getTime() + usualLife;
    return { username: 'AWS', password, until: new Date(until) };
};


/***/ })

};
