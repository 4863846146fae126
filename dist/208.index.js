export const id = 208;
export const ids = [208];
export const modules = {

/***/ 5827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  artifactRegistry: () => (/* binding */ artifactRegistry)
});

// EXTERNAL MODULE: ./build/src/registries/auth/oidc/claims.js
var claims = __webpack_require__(4127);
// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
;// CONCATENATED MODULE: ./build/src/registries/auth/oidc/exchange.js




function jsonPost(url, fields, headers = {}) {
    return post(url, 'application/json', JSON.stringify(fields), headers);
}
function formPost(url, fields) {
    return post(url, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString(), {});
}
function post(url, type, body, headers) {
    return {
        method: 'POST',
        url,
        headers: { 'content-type': type, accept: 'application/json', ...headers },
        body,
        repeatable: true,
    };
}
async function sendExchange(request, { http }, advice = {}) {
    const answer = await http.request({ ...request, sameOriginOnly: true });
    const kindOf = (refused) => advice.kindOf?.(refused) ?? usualKind(refused);
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), { authentication: '', denied: '', ...advice, kindOf });
    return (0,responses/* jsonObject */.o$)(answer, (0,message/* describe */.q0)(request));
}
function usualKind({ status }) {
    return status === 400 ? 'authentication' : undefined;
}
function passwordOf(value, { username, life, request, holder }, { mask, now }) {
    const password = tokenIn(value, request);
    mask(password);
    mask((0,headers/* basicHeader */.mk)(username, password).replace('Basic ', ''));
    return { username, password, until: new Date(now().getTime() + life * 1000), ...(holder && { holder }) };
}
function tokenIn(value, request) {
    if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value))
        return value;
    throw new errors/* Failure */.HR('server', { operation: (0,message/* describe */.q0)(request), reason: 'an answer without a token that can be used' });
}
function secondsIn(value) {
    const seconds = typeof value === 'string' ? Number(value) : value;
    return typeof seconds === 'number' && seconds > 0 && seconds < 1e9 ? seconds : 0;
}

;// CONCATENATED MODULE: ./build/src/registries/auth/oidc/artifact-registry.js


const exchangeUrl = new URL('https://sts.googleapis.com/v1/token');
const impersonationOrigin = new URL('https://iamcredentials.googleapis.com');
const scope = 'https://www.googleapis.com/auth/cloud-platform';
const username = 'oauth2accesstoken';
const longest = 3600;
const artifact_registry_form = /^(projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+)(\/providers\/[a-z0-9-]+)(?:;([a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com))?$/;
const artifactRegistry = {
    title: 'Artifact Registry',
    form: 'a provider of a workload identity pool, with the number of its project, and optionally ;SERVICE-ACCOUNT',
    example: 'projects/123456789/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
    trust: 'the provider of the workload identity pool (issuer, allowed audiences, attribute condition)',
    refusals: [
        [/audience in ID Token/i, 'aud'],
        [/issuer in ID Token/i, 'iss'],
        [/stale|expired/i, 'exp'],
    ],
    read(oidc) {
        const [, pool, provider, account] = artifact_registry_form.exec(oidc) ?? [];
        if (pool === undefined || provider === undefined)
            return undefined;
        const resource = `//iam.googleapis.com/${pool}${provider}`;
        return {
            audience: `https:${resource}`,
            origins: account === undefined ? [exchangeUrl] : [exchangeUrl, impersonationOrigin],
            open: (settings) => ({
                issue: () => settings.exchange((idToken) => account === undefined
                    ? federated(idToken, { resource, pool }, settings)
                    : impersonated(idToken, { resource, account }, settings)),
            }),
        };
    },
};
async function federated(idToken, { resource, pool }, settings) {
    const { request, answer } = await exchange(idToken, resource, settings);
    const holder = `principal://iam.googleapis.com/${pool}/subject/${String((0,claims/* claimsIn */.hh)(idToken)?.sub)}`;
    const life = secondsIn(answer.expires_in);
    return passwordOf(answer.access_token, { username, life, request, holder }, settings);
}
async function impersonated(idToken, { resource, account }, settings) {
    const first = await exchange(idToken, resource, settings);
    const bearer = tokenIn(first.answer.access_token, first.request);
    settings.mask(bearer);
    const url = new URL(`/v1/projects/-/serviceAccounts/${account}:generateAccessToken`, impersonationOrigin);
    const fields = { scope: [scope], lifetime: `${longest}s` };
    const request = jsonPost(url, fields, { authorization: `Bearer ${bearer}` });
    const denied = `Give the principal of this ID token roles/iam.workloadIdentityUser on ${account}, and enable the IAM Service Account ` +
        'Credentials API in its project.';
    const { accessToken, expireTime } = await sendExchange(request, settings, { denied });
    const life = secondsUntil(expireTime, settings.now());
    return passwordOf(accessToken, { username, life, request, holder: account }, settings);
}
async function exchange(subjectToken, audience, settings) {
    const request = jsonPost(exchangeUrl, {
        audience,
        grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
        scope,
        subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
        subjectToken,
    });
    return { request, answer: await sendExchange(request, settings, { kindOf: kindOfExchange }) };
}
function kindOfExchange({ status, body }) {
    return status === 400 && /"unauthorized_client"/.test(body.toString('utf8')) ? 'denied' : undefined;
}
function secondsUntil(time, now) {
    return secondsIn((Date.parse(String(time)) - now.getTime()) / 1000);
}


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rm: () => (/* binding */ audiencesOf),
/* harmony export */   Zs: () => (/* binding */ describeClaims),
/* harmony export */   hO: () => (/* binding */ immutableSubject),
/* harmony export */   hh: () => (/* binding */ claimsIn),
/* harmony export */   id: () => (/* binding */ secretsInToken),
/* harmony export */   pJ: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _lib_clean_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9723);
/* harmony import */ var _lib_parse_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9853);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6258);



const telling = [
    'iss',
    'aud',
    'sub',
    'repository',
    'project_path',
    'repositoryUuid',
    'ref',
    'branchName',
    'environment',
    'deploymentEnvironmentUuid',
    'job_workflow_ref',
];
function claimsIn(token) {
    const parts = token.split('.');
    const claims = parts.length === 3 ? (0,_lib_parse_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .q)(Buffer.from(parts[1] ?? '', 'base64url')) : undefined;
    return (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(claims) ? claims : undefined;
}
function secretsInToken(token) {
    return [token, ...token.split('.').slice(1, 2)].filter((part) => part !== '');
}
function endOf({ exp }) {
    const end = new Date(typeof exp === 'number' ? exp * 1000 : Number.NaN);
    return Number.isNaN(end.getTime()) ? undefined : end;
}
function audiencesOf({ aud }) {
    return [aud].flat().filter((one) => typeof one === 'string');
}
function describeClaims(claims) {
    return telling
        .flatMap((name) => {
        const value = [claims[name]].flat().filter((one) => typeof one === 'string' && one !== '');
        return value.length === 0 ? [] : [`${name} ${(0,_lib_clean_line_js__WEBPACK_IMPORTED_MODULE_2__/* .cleanLine */ .O)(value.join(' '), 200)}`];
    })
        .join(', ');
}
function immutableSubject({ sub }) {
    const [, owner, ownerId, name, id] = /^repo:([^/@:]+)@(\d+)\/([^/@:]+)@(\d+):/.exec(String(sub)) ?? [];
    if (owner === undefined)
        return undefined;
    return { now: `repo:${owner}@${ownerId}/${name}@${id}:`, before: `repo:${owner}/${name}:` };
}


/***/ })

};
