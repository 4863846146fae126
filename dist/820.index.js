export const id = 820;
export const ids = [820,468];
export const modules = {

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


/***/ }),

/***/ 2468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ providerOf),
/* harmony export */   oidcVariable: () => (/* binding */ oidcVariable)
/* harmony export */ });
/* harmony import */ var _drivers_gar_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4616);

const providers = [
    { matches: of(_drivers_gar_index_js__WEBPACK_IMPORTED_MODULE_0__/* .gar */ .r), load: async () => (await __webpack_require__.e(/* import() */ 208).then(__webpack_require__.bind(__webpack_require__, 5827))).artifactRegistry },
];
function of({ matches }) {
    return (host) => matches?.(host) === true;
}
async function providerOf({ host }, oidc) {
    const row = providers.find(({ matches }) => matches(host)) ?? providers.find(({ chosenBy }) => chosenBy?.test(oidc));
    return row?.load();
}
function oidcVariable({ host }) {
    return providers.find(({ matches }) => matches(host))?.variable;
}


/***/ }),

/***/ 1820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openLogin: () => (/* binding */ openLogin)
});

// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: ./build/src/registries/auth/issued-credentials.js
var issued_credentials = __webpack_require__(9932);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/registries/auth/renewed.js
var renewed = __webpack_require__(3656);
// EXTERNAL MODULE: ./build/src/registries/auth/oidc/claims.js
var oidc_claims = __webpack_require__(4127);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
;// CONCATENATED MODULE: ./build/src/registries/auth/oidc/pipelines.js





const permission = 'Add permissions: id-token: write to the job. A pull request from a fork never has this permission.';
function fromGitHub(address, { environment, http, mask }) {
    const token = environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? '';
    const origin = URL.canParse(address) ? new URL(address) : undefined;
    if (origin?.protocol !== 'https:' || token === '') {
        throw (0,errors/* usageFailure */.II)('ACTIONS_ID_TOKEN_REQUEST_URL is set, and with ACTIONS_ID_TOKEN_REQUEST_TOKEN it is no address to request an ID token from', 'Leave both variables as the runner sets them.');
    }
    mask(token);
    return async (audience) => {
        const url = new URL(origin);
        if (audience !== undefined)
            url.searchParams.set('audience', audience);
        const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
        const request = { method: 'GET', url, headers, sameOriginOnly: true };
        const operation = `the ID token of the job (${(0,message/* describe */.q0)(request)})`;
        const answer = await http.request(request);
        if (answer.status !== 200)
            throw (0,responses/* failureOf */.g5)(answer, operation, { authentication: permission, denied: permission });
        const { value } = (0,responses/* jsonObject */.o$)(answer, operation);
        return jwt(value, operation);
    };
}
function fromBuildkite({ environment, execute, signal }) {
    return async (audience) => {
        const operation = 'buildkite-agent oidc request-token';
        const refused = (reason, cause) => new errors/* Failure */.HR('authentication', {
            operation,
            reason,
            advice: `Run the command in the step itself, or request a token before and give it as ${(0,input_names/* inputName */.yu)('id-token')}.`,
            cause,
        });
        const args = ['oidc', 'request-token', ...(audience === undefined ? [] : ['--audience', audience])];
        const { exitCode, stdout, stderr } = await execute('buildkite-agent', args, { env: environment, signal }).catch((fault) => {
            if (signal.aborted)
                throw signal.reason;
            throw refused(`it could not be run: ${(0,clean_line/* cleanLine */.O)(String(fault))}`, fault);
        });
        if (exitCode !== 0)
            throw refused((0,clean_line/* cleanLine */.O)(stderr) || `exit code ${exitCode}`);
        return jwt(stdout.trim(), operation);
    };
}
function jwt(value, operation) {
    if (typeof value === 'string' && isJwt(value))
        return value;
    throw new errors/* Failure */.HR('server', { operation, reason: 'an answer without an ID token that can be used' });
}
function isJwt(text) {
    return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}
function howToGet(environment, audience = 'AUDIENCE') {
    const { GITHUB_ACTIONS, GITLAB_CI, BITBUCKET_BUILD_NUMBER, BITBUCKET_STEP_OIDC_TOKEN } = environment;
    if (GITHUB_ACTIONS === 'true')
        return permission;
    if (GITLAB_CI)
        return `Add to the job in .gitlab-ci.yml: id_tokens: { IMAGE_GATE_ID_TOKEN: { aud: '${audience}' } }.`;
    if (BITBUCKET_BUILD_NUMBER || BITBUCKET_STEP_OIDC_TOKEN)
        return `Add to the step in bitbucket-pipelines.yml: oidc: { audiences: ['${audience}'] }.`;
    return `Give an ID token of the pipeline for the audience ${audience} as ${(0,input_names/* inputName */.yu)('id-token')}.`;
}

;// CONCATENATED MODULE: ./build/src/registries/auth/oidc/id-token.js






function createIdTokens(given, settings) {
    const { environment } = settings;
    const { ACTIONS_ID_TOKEN_REQUEST_URL: address, BITBUCKET_STEP_OIDC_TOKEN: step, BUILDKITE } = environment;
    if (given !== undefined)
        return handedOver(given, (0,input_names/* inputName */.yu)('id-token'), settings);
    if (address)
        return requested(fromGitHub(address, settings), settings);
    if (step)
        return handedOver(step, 'BITBUCKET_STEP_OIDC_TOKEN', settings);
    if (BUILDKITE === 'true')
        return requested(fromBuildkite(settings), settings);
    const refuse = (audience) => {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('oidc')} is given, and this pipeline has no ID token`, howToGet(environment, audience));
    };
    return { check: refuse, get: async (audience) => refuse(audience) };
}
const half = (life) => life / 2;
function requested(request, { now, mask }) {
    const known = new Map();
    async function read(audience) {
        const value = await request(audience);
        for (const secret of (0,oidc_claims/* secretsInToken */.id)(value))
            mask(secret);
        const claims = (0,oidc_claims/* claimsIn */.hh)(value) ?? {};
        return { value, claims, until: endOfNew(claims, now()) };
    }
    return {
        check: () => undefined,
        get(audience) {
            const get = known.get(audience) ?? (0,renewed/* renewed */.F)(() => read(audience), now, half);
            known.set(audience, get);
            return get();
        },
    };
}
function endOfNew(claims, now) {
    const { exp, iat } = claims;
    return typeof exp === 'number' && typeof iat === 'number'
        ? new Date(now.getTime() + (exp - iat) * 1000)
        : ((0,oidc_claims/* endOf */.pJ)(claims) ?? now);
}
function handedOver(value, label, { environment, now, mask }) {
    for (const secret of (0,oidc_claims/* secretsInToken */.id)(value))
        mask(secret);
    const claims = isJwt(value) ? (0,oidc_claims/* claimsIn */.hh)(value) : undefined;
    if (claims === undefined) {
        throw (0,errors/* usageFailure */.II)(`${label} is no ID token`, 'An ID token is a JWT: three parts in base64url between dots.');
    }
    return {
        check(audience) {
            const audiences = (0,oidc_claims/* audiencesOf */.Rm)(claims);
            if (audience === undefined || audiences.includes(audience))
                return;
            throw (0,errors/* usageFailure */.II)(`${label} is for the audience ${(0,clean_line/* cleanLine */.O)(audiences.join(', '), 200)}, and the login needs one for ${audience}`, `${howToGet(environment, audience)} If the registry’s side allows the audience of this token, add ;audience=… to ${(0,input_names/* inputName */.yu)('oidc')}.`);
        },
        get: async () => ({ value, claims, until: (0,oidc_claims/* endOf */.pJ)(claims) ?? now() }),
    };
}

// EXTERNAL MODULE: ./build/src/registries/auth/oidc/index.js
var auth_oidc = __webpack_require__(2468);
;// CONCATENATED MODULE: ./build/src/registries/auth/oidc/refusal.js




function explained(thrown, { claims }, provider) {
    if (!(thrown instanceof errors/* Failure */.HR) || (thrown.kind !== 'authentication' && thrown.kind !== 'denied'))
        return thrown;
    const { kind, operation, reason, advice, status, pages, cause } = thrown;
    const part = provider.refusals.find(([words]) => words.test(reason))?.[1];
    return new errors/* Failure */.HR(kind, {
        operation,
        reason: `${reason}; the ID token has ${(0,oidc_claims/* describeClaims */.Zs)(claims)}`,
        advice: [adviceOn(part, claims, provider.trust), advice].filter(Boolean).join(' '),
        status,
        pages,
        cause,
    });
}
function adviceOn(part, claims, trust) {
    switch (part) {
        case 'aud':
            return (`Allow the audience ${(0,clean_line/* cleanLine */.O)((0,oidc_claims/* audiencesOf */.Rm)(claims).join(', '), 200)} in ${trust}, or add the audience that it ` +
                `allows to ${(0,input_names/* inputName */.yu)('oidc')}: ;audience=AUDIENCE.`);
        case 'iss':
            return `Make the issuer ${(0,clean_line/* cleanLine */.O)(String(claims.iss), 200)} known in ${trust}.`;
        case 'exp':
            return (`The ID token ends at ${(0,oidc_claims/* endOf */.pJ)(claims)?.toISOString()}. One that is given as ${(0,input_names/* inputName */.yu)('id-token')} cannot be ` +
                'renewed: use it earlier, and wait no longer than it lasts.');
        default:
            return subjectAdvice(claims, trust);
    }
}
function subjectAdvice(claims, trust) {
    const accept = `Accept this sub, exactly or by a pattern, in ${trust}.`;
    const immutable = (0,oidc_claims/* immutableSubject */.hO)(claims);
    if (immutable === undefined)
        return accept;
    const { now, before } = immutable;
    return (`${accept} It has the immutable form (repositories created, renamed or transferred after 15 July 2026), which a rule ` +
        `for ${(0,clean_line/* cleanLine */.O)(before, 200)}* does not match: write ${(0,clean_line/* cleanLine */.O)(now, 200)}*.`);
}

;// CONCATENATED MODULE: ./build/src/registries/auth/oidc/open-login.js






async function openLogin(registry, request, settings) {
    const { provider, login, audience } = await readLogin(registry, request);
    const tokens = tokensOf(request.idToken, settings);
    tokens.check(audience);
    const open = login.open({
        ...settings,
        async exchange(work) {
            const token = await tokens.get(audience);
            try {
                return await work(token.value);
            }
            catch (thrown) {
                throw explained(thrown, token, provider);
            }
        },
    });
    const connect = () => {
        for (const origin of login.origins)
            settings.http.open(origin);
    };
    return {
        credentials: (0,issued_credentials/* issuedCredentials */.I)(request.oidc, open.issue, settings.now, connect),
        ...(open.accessKey && { accessKey: open.accessKey }),
    };
}
async function readLogin(registry, { oidc, username = '' }) {
    const [value, audience] = partsOf(oidc);
    const provider = await (0,auth_oidc/* providerOf */.l)(registry, value);
    if (provider === undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('oidc')} is given, and no keyless login to ${registry.host} is known`, `Give ${(0,input_names/* inputName */.yu)('username')} and ${(0,input_names/* inputName */.yu)('password')} instead; docs/keyless.md lists the registries.`);
    }
    checkUser(provider, username);
    const login = provider.read(value, { registry, username });
    if (login === undefined)
        throw wrongForm(provider, oidc);
    return { provider, login, audience: audience ?? login.audience };
}
function partsOf(oidc) {
    const parts = oidc.split(';').map((part) => part.trim());
    const audience = parts.find((part) => part.startsWith('audience='));
    return [parts.filter((part) => part !== audience).join(';'), audience?.slice('audience='.length) || undefined];
}
function checkUser({ title, username: meaning }, username) {
    if (meaning === undefined && username !== '') {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('username')} and ${(0,input_names/* inputName */.yu)('oidc')} are both given, and ${title} has the user name in the exchange`, `Leave ${(0,input_names/* inputName */.yu)('username')} out.`);
    }
    if (meaning !== undefined && username === '') {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('oidc')} is given, and ${(0,input_names/* inputName */.yu)('username')} is not`, `At ${title} it is ${meaning}.`);
    }
}
function wrongForm({ title, form, example }, oidc) {
    return (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('oidc')} is ${JSON.stringify(oidc)}, which is not ${form}`, `For ${title} write ${(0,input_names/* inputValue */.UV)('oidc', example)}.`);
}
const runs = new WeakMap();
function tokensOf(given, settings) {
    const run = runs.get(settings.http) ?? new Map();
    runs.set(settings.http, run);
    const tokens = run.get(given) ?? createIdTokens(given, settings);
    run.set(given, tokens);
    return tokens;
}


/***/ })

};
