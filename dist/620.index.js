export const id = 620;
export const ids = [620];
export const modules = {

/***/ 3620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  login: () => (/* binding */ login)
});

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
// EXTERNAL MODULE: ./build/src/lib/replace-file.js
var replace_file = __webpack_require__(6260);
// EXTERNAL MODULE: ./build/src/registries/oci/manifest.js
var manifest = __webpack_require__(6258);
// EXTERNAL MODULE: ./build/src/registries/auth/credential-helper.js
var credential_helper = __webpack_require__(988);
// EXTERNAL MODULE: ./build/src/registries/auth/docker-config.js
var docker_config = __webpack_require__(7333);
// EXTERNAL MODULE: ./build/src/registries/auth/docker-config-keys.js
var docker_config_keys = __webpack_require__(8574);
;// CONCATENATED MODULE: ./build/src/registries/auth/docker-config-saving.js










async function openDockerConfig(registry, settings) {
    const file = (0,docker_config/* configFile */.Ze)(settings.environment);
    const config = await (0,docker_config/* readConfig */.Xg)(file);
    const keys = (0,docker_config_keys/* keysOf */.YD)(registry);
    const [key] = keys;
    const helper = (0,docker_config/* helperOf */.Yn)(config, keys);
    const program = helper === undefined ? undefined : (0,credential_helper/* helperProgram */.ph)(helper);
    const auths = (0,manifest/* isObject */.Gv)(config.auths) ? config.auths : {};
    return {
        async save({ username, password }) {
            if (program === undefined) {
                const auth = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
                await write(file, { ...config, auths: { ...auths, [key]: { auth } } });
                return file;
            }
            await store(program, { ServerURL: key, Username: username, Secret: password }, settings);
            if (!(0,docker_config/* isEmpty */.Im)(auths[key]))
                await write(file, { ...config, auths: { ...auths, [key]: {} } });
            return program;
        },
    };
}
async function write(file, config) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true, mode: 0o700 });
        await (0,replace_file/* replaceFile */.f)(file, `${JSON.stringify(config, undefined, '\t')}\n`, 0o600);
    }
    catch (error) {
        throw (0,errors/* usageFailure */.II)(`the Docker config ${file} cannot be written: ${error.message}`, `Nothing was changed. Give DOCKER_CONFIG another folder, or leave ${(0,input_names/* inputName */.yu)('save')} out.`);
    }
}
async function store(program, entry, settings) {
    const refused = (words, cause) => new errors/* Failure */.HR('usage', {
        operation: `${program} store`,
        reason: words,
        advice: 'The Docker config names this helper (credsStore or credHelpers): make it work, or take it out of there.',
        cause,
    });
    const outcome = await (0,credential_helper/* callHelper */.L5)(program, 'store', JSON.stringify(entry), settings).catch((error) => {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        throw refused(`it could not be run: ${(0,clean_line/* cleanLine */.O)(String(error))}`, error);
    });
    const { exitCode, stdout, stderr } = outcome;
    if (exitCode !== 0)
        throw refused((0,clean_line/* cleanLine */.O)(`${stdout} ${stderr}`) || `exit code ${exitCode}`);
}

// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/http/server-words.js
var server_words = __webpack_require__(2979);
// EXTERNAL MODULE: ./build/src/registries/drivers/index.js + 6 modules
var drivers = __webpack_require__(2204);
// EXTERNAL MODULE: ./build/src/registries/auth/authorizer.js + 1 modules
var auth_authorizer = __webpack_require__(6224);
// EXTERNAL MODULE: ./build/src/registries/auth/challenge.js
var challenge = __webpack_require__(9445);
// EXTERNAL MODULE: ./build/src/registries/auth/issued-credentials.js
var issued_credentials = __webpack_require__(9932);
;// CONCATENATED MODULE: ./build/src/registries/auth/login.js










async function logIn(name, settings) {
    const { http, credentials } = settings;
    const known = (0,drivers/* kindOf */.I)(name).tokens?.(name.host);
    const origin = (0,drivers/* apiOrigin */.lG)(name);
    const advice = adviceFor(name, credentials);
    const authorizer = (0,auth_authorizer/* createAuthorizer */.Q)({ ...settings, origin, known, advice });
    const sendTest = async (authorization) => {
        const headers = authorization === undefined ? {} : { authorization };
        const request = { method: 'GET', url: new URL('/v2/', origin), headers };
        return [await http.request(request), request];
    };
    const judge = (scheme, answer, request) => {
        if (isRegistry(answer))
            return { kind: 'accepted', scheme };
        const failure = refusal((0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice));
        if (failure !== undefined)
            return { kind: 'refused', scheme, failure };
        throw noRegistry(answer, request, advice);
    };
    if (known !== undefined && credentials.kind !== 'bearer') {
        const got = await tokenFrom(() => authorizer.header(''));
        return got instanceof errors/* Failure */.HR
            ? { kind: 'refused', scheme: 'bearer', failure: got }
            : { kind: 'accepted', scheme: 'bearer' };
    }
    const [first, operation] = await sendTest(undefined);
    if (isRegistry(first)) {
        if (credentials.kind === 'anonymous')
            return { kind: 'accepted', scheme: 'none' };
        const judged = judge('none', ...(await sendTest(await directHeader(credentials))));
        return judged.kind === 'refused' ? judged : { kind: 'unchecked', scheme: 'none' };
    }
    if (first.status !== 401)
        throw noRegistry(first, operation, advice);
    const scheme = schemeOf(first);
    if (credentials.kind === 'bearer')
        return judge(scheme, ...(await sendTest(await directHeader(credentials))));
    if (!(await authorizer.challenged(first, { authorization: undefined }, '')))
        return judge(scheme, first, operation);
    const sent = await tokenFrom(() => authorizer.header(''));
    if (sent instanceof errors/* Failure */.HR)
        return { kind: 'refused', scheme, failure: sent };
    return judge(scheme, ...(await sendTest(sent.authorization)));
}
async function tokenFrom(get) {
    try {
        return await get();
    }
    catch (thrown) {
        const failure = refusal((0,errors/* asFailure */.h_)(thrown));
        if (failure === undefined)
            throw thrown;
        return failure;
    }
}
function refusal(failure) {
    if (failure.kind === 'authentication')
        return failure;
    if (failure.kind !== 'denied')
        return undefined;
    const { message, advice, cause } = failure;
    return new errors/* Failure */.HR('authentication', { operation: '', reason: message, advice, cause });
}
function schemeOf(answer) {
    const challenges = (0,challenge/* parseChallenges */.u)(answer.headerValues('www-authenticate'));
    const bearer = challenges.some(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined);
    if (bearer)
        return 'bearer';
    if (challenges.some(({ scheme }) => scheme === 'basic'))
        return 'basic';
    throw (0,challenge/* unknownChallenge */.M)(answer, challenges);
}
async function directHeader(credentials) {
    const now = await (0,issued_credentials/* sendable */.p)(credentials);
    if (now.kind === 'bearer')
        return `Bearer ${now.token}`;
    return (0,headers/* basicHeader */.mk)(now.username, now.kind === 'password' ? now.password : now.token);
}
function isRegistry({ status, body, header }) {
    return status === 200 && !(0,server_words/* isHtml */._)(body.toString('utf8'), header('content-type'));
}
function noRegistry(answer, request, advice) {
    if (answer.status !== 200)
        return (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
    const reason = `200, but not as a registry answers: ${(0,responses/* bodyWords */.Ob)(answer)}`;
    return new errors/* Failure */.HR('server', { operation: (0,message/* describe */.q0)(request), reason, advice: advice['not-found'] });
}
function adviceFor(name, credentials) {
    const { host } = name;
    const { meaningOf } = (0,drivers/* kindOf */.I)(name);
    const refused = credentials.kind === 'anonymous'
        ? `${host} requires credentials: give ${input_names/* usernameAndPassword */.RJ} (better an access token), or log in by docker login.`
        : `${host} did not take these credentials: check the user name, and whether the password or token is for this ` +
            'registry and still valid; where single sign-on or two-factor authentication is on, only tokens are taken.';
    return {
        ...(meaningOf === undefined ? {} : { kindOf: meaningOf }),
        authentication: refused,
        denied: refused,
        'not-found': `Is ${host} a registry? Nothing that answers as one is at /v2/.`,
    };
}

// EXTERNAL MODULE: ./build/src/commands/shared/inputs/credentials.js
var inputs_credentials = __webpack_require__(7142);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/registry.js + 2 modules
var registry = __webpack_require__(5818);
// EXTERNAL MODULE: ./build/src/commands/shared/inputs/types.js + 1 modules
var types = __webpack_require__(6318);
;// CONCATENATED MODULE: ./build/src/commands/login/inputs.js


const loginInputs = {
    registry: (0,registry/* registryInput */.wi)({ names: [] }),
    username: registry/* credentialInputs */.HP.username,
    password: registry/* credentialInputs */.HP.password,
    oidc: registry/* credentialInputs */.HP.oidc,
    'id-token': registry/* credentialInputs */.HP['id-token'],
    save: (0,types/* boolean */.zM)({
        help: 'Save `username` and `password`, or the password that `oidc` gives, to the Docker config (`$DOCKER_CONFIG` or `~/.docker`), like `docker login`, unless the registry refuses them.',
        fallback: 'false',
    }),
    timeout: (0,types/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '2m' }),
};

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/login/report.js


function reportLogin(result) {
    const { registry, username, login, until, saved } = result;
    const { scheme } = login;
    const failures = login.kind === 'refused' ? [login.failure] : [];
    const authenticated = isAuthenticated(result);
    const mark = login.kind === 'refused' ? '❌ refused' : authenticated ? '✅ logged in' : '⚪ anonymous';
    return {
        outputs: { authenticated: String(authenticated), scheme, expires: until?.toISOString() ?? '' },
        json: {
            registry,
            username,
            authenticated,
            scheme,
            ...(until && { expires: until.toISOString() }),
            ...(login.kind === 'refused' ? (0,failure/* failureObject */.OR)(login.failure) : {}),
            saved,
        },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(login.kind === 'refused' ? 'bad' : authenticated ? 'good' : 'none', headlineOf(result)), (0,markdown/* table */.tp)([
            ['Status', 'Registry', 'User', 'Scheme'].map(markdown/* plain */.pj),
            [(0,markdown/* plain */.pj)(mark), (0,markdown/* code */.aY)(registry), (0,markdown/* code */.aY)(username ?? ''), (0,markdown/* plain */.pj)(scheme)],
        ]), saved === undefined ? undefined : (0,markdown/* markdown */.wD) `Saved for Docker in ${(0,markdown/* code */.aY)(saved)}.`, (0,failure/* failureList */.J_)(failures)),
        table: {
            columns: ['authenticated', 'registry', 'user', 'scheme', 'saved'],
            rows: [
                [
                    { text: authenticated ? 'yes' : 'no', tone: authenticated ? 'good' : failures.length > 0 ? 'bad' : 'muted' },
                    { text: registry },
                    { text: username ?? '' },
                    { text: scheme },
                    { text: saved ?? '' },
                ],
            ],
        },
        headline: headlineOf(result),
        failures,
        exitCode: failures[0]?.exitCode ?? 0,
    };
}
function isAuthenticated({ anonymous, login }) {
    return !anonymous && login.kind === 'accepted';
}
function headlineOf({ registry, username, anonymous, login, until, saved }) {
    const ends = until === undefined ? '' : `, until ${until.toISOString()}`;
    const kept = saved === undefined ? '' : `; saved in ${saved}`;
    if (login.kind === 'refused') {
        return anonymous ? `${registry} requires credentials` : `${registry} refused the credentials`;
    }
    if (anonymous)
        return `${registry} accepts anonymous requests; no credentials were given`;
    if (login.kind === 'unchecked')
        return `${registry} accepts anonymous requests and did not verify the credentials${kept}`;
    return `${registry} accepted the credentials${username === undefined ? '' : ` of ${username}`}${ends}${kept}`;
}

;// CONCATENATED MODULE: ./build/src/commands/login/index.js








const login = {
    name: 'login',
    summary: 'Report which authentication a registry requires and whether the credentials work; on request, save them for Docker.',
    inputs: loginInputs,
    positional: ['registry'],
    examples: [
        'registry.example.com --username ada --password - < token.txt',
        '123456789012.dkr.ecr.eu-central-1.amazonaws.com --oidc arn:aws:iam::123456789012:role/pull --save',
    ],
    outputs: {
        authenticated: '`true` if the registry accepted the credentials. `false` without credentials, if the registry refused them, or if it requires none.',
        expires: 'When the password ends that a keyless login gave (RFC 3339). Empty for other credentials.',
        scheme: 'The authentication scheme of the registry: `bearer`, `basic`, or `none`.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runLogin,
    report: reportLogin,
};
async function runLogin(inputs, context) {
    const registry = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    const { save } = inputs;
    const given = await (0,inputs_credentials/* ownLogin */.C4)(inputs, context);
    if (save && given === undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('save')} is given, and neither ${input_names/* usernameAndPassword */.RJ} nor ${(0,input_names/* inputName */.yu)('oidc')} are`, 'Only what is given here can be kept.');
    }
    const config = save ? await openDockerConfig(registry, context) : undefined;
    const found = await (0,inputs_credentials/* readCredentials */.L1)(registry, { ...inputs, 'registry-auth': [] }, context);
    const credentials = found.credentialsToPush ?? found.credentials;
    const outcome = await logIn(registry, {
        ...context,
        credentials,
        mask: context.log.secret,
        warn: context.log.warn,
    });
    if (outcome.kind === 'unchecked') {
        context.log.warn(`${registry.host} takes anybody: whether the credentials are right could not be found out.`);
    }
    const known = outcome.kind === 'refused' ? undefined : await passwordOf(credentials);
    return {
        registry: registry.host,
        username: known?.username ?? (credentials.kind === 'password' ? credentials.username : undefined),
        anonymous: credentials.kind === 'anonymous',
        login: outcome,
        until: known?.until,
        saved: known && (await config?.save(known)),
    };
}
async function passwordOf(credentials) {
    if (credentials.kind === 'issued')
        return credentials.current();
    return credentials.kind === 'password' ? { ...credentials, until: undefined } : undefined;
}


/***/ })

};
