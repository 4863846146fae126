export const id = 112;
export const ids = [112];
export const modules = {

/***/ 8112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  login: () => (/* binding */ login)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/http/words.js
var words = __webpack_require__(2295);
// EXTERNAL MODULE: ./build/src/replace-file.js
var replace_file = __webpack_require__(636);
// EXTERNAL MODULE: ./build/src/registries/credential-helper.js
var credential_helper = __webpack_require__(417);
// EXTERNAL MODULE: ./build/src/registries/docker-config.js + 1 modules
var docker_config = __webpack_require__(9253);
// EXTERNAL MODULE: ./build/src/registries/docker-config-keys.js
var docker_config_keys = __webpack_require__(5565);
// EXTERNAL MODULE: ./build/src/registries/manifest.js
var manifest = __webpack_require__(3572);
;// CONCATENATED MODULE: ./build/src/registries/docker-config-saving.js









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
    catch (fault) {
        throw (0,errors/* usageFailure */.II)(`the Docker config ${file} cannot be written: ${fault.message}`, 'Nothing was changed. Give DOCKER_CONFIG another folder, or leave save out.');
    }
}
async function store(program, entry, settings) {
    const refused = (words, cause) => new errors/* Failure */.HR('usage', {
        asked: `${program} store`,
        answered: words,
        advice: 'The Docker config names this helper (credsStore or credHelpers): make it work, or take it out of there.',
        cause,
    });
    const outcome = await (0,credential_helper/* callHelper */.L5)(program, 'store', JSON.stringify(entry), settings).catch((fault) => {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        throw refused(`it could not be run: ${(0,words/* cleanLine */.Ow)(String(fault))}`, fault);
    });
    const { exitCode, stdout, stderr } = outcome;
    if (exitCode !== 0)
        throw refused((0,words/* cleanLine */.Ow)(`${stdout} ${stderr}`) || `exit code ${exitCode}`);
}

// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/basic.js
var basic = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/registries/authorizer.js + 1 modules
var registries_authorizer = __webpack_require__(2568);
// EXTERNAL MODULE: ./build/src/registries/challenge.js
var challenge = __webpack_require__(820);
// EXTERNAL MODULE: ./build/src/registries/profiles.js
var profiles = __webpack_require__(6615);
;// CONCATENATED MODULE: ./build/src/registries/sign-in.js








async function signIn(name, settings) {
    const { http, credentials } = settings;
    const { tokens: known } = (0,profiles/* profileOf */.d)(name);
    const origin = (0,profiles/* apiOrigin */.l)(name);
    const advice = adviceFor(name, credentials);
    const authorizer = (0,registries_authorizer/* createAuthorizer */.Q)({ ...settings, origin, known, advice });
    const ask = async (authorization) => {
        const headers = authorization === undefined ? {} : { authorization };
        const request = { method: 'GET', url: new URL('/v2/', origin), headers };
        return [await http.request(request), request];
    };
    const judge = (scheme, answer, request) => {
        if (isRegistry(answer))
            return { kind: 'accepted', scheme };
        const failure = refusal((0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice));
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
    const [first, asked] = await ask(undefined);
    if (isRegistry(first)) {
        if (credentials.kind === 'anonymous')
            return { kind: 'accepted', scheme: 'none' };
        const judged = judge('none', ...(await ask(directHeader(credentials))));
        return judged.kind === 'refused' ? judged : { kind: 'unchecked', scheme: 'none' };
    }
    if (first.status !== 401)
        throw noRegistry(first, asked, advice);
    const scheme = schemeOf(first);
    if (credentials.kind === 'bearer')
        return judge(scheme, ...(await ask(directHeader(credentials))));
    if (!(await authorizer.challenged(first, { authorization: undefined }, '')))
        return judge(scheme, first, asked);
    const sent = await tokenFrom(() => authorizer.header(''));
    if (sent instanceof errors/* Failure */.HR)
        return { kind: 'refused', scheme, failure: sent };
    return judge(scheme, ...(await ask(sent.authorization)));
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
    return new errors/* Failure */.HR('authentication', { asked: '', answered: message, advice, cause });
}
function schemeOf(answer) {
    const challenges = (0,challenge/* parseChallenges */.u)(answer.headerValues('www-authenticate'));
    const bearer = challenges.some(({ scheme, parameters }) => scheme === 'bearer' && parameters.realm !== undefined);
    if (bearer)
        return 'bearer';
    if (challenges.some(({ scheme }) => scheme === 'basic'))
        return 'basic';
    const names = challenges.map(({ scheme }) => scheme).join(', ');
    throw new errors/* Failure */.HR('server', {
        asked: `the challenge of ${answer.url.origin}`,
        answered: names === '' ? '401 without one' : `it knows only ${names}`,
        advice: 'A registry asks for Basic or Bearer: check the address, and what stands before the registry.',
    });
}
function directHeader(credentials) {
    if (credentials.kind === 'bearer')
        return `Bearer ${credentials.token}`;
    return (0,basic/* basicHeader */.m)(credentials.username, credentials.kind === 'password' ? credentials.password : credentials.token);
}
function isRegistry({ status, body, header }) {
    return status === 200 && !(0,words/* isHtml */._6)(body.toString('utf8'), header('content-type'));
}
function noRegistry(answer, request, advice) {
    if (answer.status !== 200)
        return (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
    const answered = `200, but not as a registry answers: ${(0,answers/* bodyWords */.Ob)(answer)}`;
    return new errors/* Failure */.HR('server', { asked: (0,message/* describe */.q0)(request), answered, advice: advice['not-found'] });
}
function adviceFor({ host }, credentials) {
    const refused = credentials.kind === 'anonymous'
        ? `${host} wants to know who asks: give username and password (better an access token), or sign in by docker login.`
        : `${host} did not take these credentials: check the user name, and whether the password or token is for this ` +
            'registry and still valid; where single sign-on or two-factor authentication is on, only tokens are taken.';
    return {
        authentication: refused,
        denied: refused,
        'not-found': `Is ${host} a registry? Nothing that answers as one is at /v2/.`,
    };
}

// EXTERNAL MODULE: ./build/src/commands/credentials.js
var commands_credentials = __webpack_require__(9258);
// EXTERNAL MODULE: ./build/src/commands/inputs.js + 1 modules
var inputs = __webpack_require__(1422);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js + 2 modules
var registry_inputs = __webpack_require__(7865);
;// CONCATENATED MODULE: ./build/src/commands/login/inputs.js


const loginInputs = {
    registry: (0,registry_inputs/* registryInput */.wi)({ names: [] }),
    username: registry_inputs/* credentialInputs */.HP.username,
    password: registry_inputs/* credentialInputs */.HP.password,
    save: (0,inputs/* boolean */.zM)({
        help: 'Save username and password to the Docker config (`$DOCKER_CONFIG` or `~/.docker`), like `docker login`, unless the registry refuses them.',
        fallback: 'false',
    }),
    timeout: (0,inputs/* duration */.p0)({ help: 'Set the overall timeout.', fallback: '2m' }),
};

// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/login/report.js


function reportLogin(result) {
    const { registry, username, signIn, saved } = result;
    const { scheme } = signIn;
    const failures = signIn.kind === 'refused' ? [signIn.failure] : [];
    const authenticated = isAuthenticated(result);
    const mark = signIn.kind === 'refused' ? '❌ refused' : authenticated ? '✅ logged in' : '⚪ anonymous';
    return {
        outputs: { authenticated: String(authenticated), scheme },
        json: {
            registry,
            username,
            authenticated,
            scheme,
            ...(signIn.kind === 'refused' ? (0,failure/* failureObject */.OR)(signIn.failure) : {}),
            saved,
        },
        summary: (0,markdown/* paragraphs */.qN)((0,markdown/* heading */.R_)(signIn.kind === 'refused' ? 'bad' : authenticated ? 'good' : 'none', headlineOf(result)), (0,markdown/* table */.tp)([
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
function isAuthenticated({ anonymous, signIn }) {
    return !anonymous && signIn.kind === 'accepted';
}
function headlineOf({ registry, username, anonymous, signIn, saved }) {
    const kept = saved === undefined ? '' : `; saved in ${saved}`;
    if (signIn.kind === 'refused') {
        return anonymous ? `${registry} requires credentials` : `${registry} refused the credentials`;
    }
    if (anonymous)
        return `${registry} accepts anonymous requests; no credentials were given`;
    if (signIn.kind === 'unchecked')
        return `${registry} accepts anonymous requests and did not verify the credentials${kept}`;
    return `${registry} accepted the credentials${username === undefined ? '' : ` of ${username}`}${kept}`;
}

;// CONCATENATED MODULE: ./build/src/commands/login.js







const login = {
    name: 'login',
    summary: 'Report which authentication a registry requires and whether the credentials work; on request, save them for Docker.',
    inputs: loginInputs,
    positional: ['registry'],
    examples: ['ghcr.io --username ada --password - < token.txt'],
    outputs: {
        authenticated: '`true` when the registry took the credentials; `false` when there were none, it refused them, or it takes anybody without looking.',
        scheme: 'How it wants to be signed in to: `bearer`, `basic`, or `none` when it asks for nothing.',
    },
    timeout: (inputs) => inputs.timeout,
    run: runLogin,
    report: reportLogin,
};
async function runLogin(inputs, context) {
    const registry = (0,images_name/* parseRegistry */.l5)(inputs.registry);
    const { username, password, save } = inputs;
    (0,commands_credentials/* checkPair */.z)('username', username, 'password', password);
    if (save && (username === undefined || password === undefined)) {
        throw (0,errors/* usageFailure */.II)('save is given, and username and password are not', 'Only what is given here can be kept.');
    }
    const config = save ? await openDockerConfig(registry, context) : undefined;
    const { credentials } = await (0,commands_credentials/* readCredentials */.L)(registry, { ...inputs, 'registry-auth': [] }, context);
    const outcome = await signIn(registry, {
        ...context,
        credentials,
        mask: context.log.secret,
        warn: context.log.warn,
    });
    if (outcome.kind === 'unchecked') {
        context.log.warn(`${registry.host} takes anybody: whether the credentials are right could not be found out.`);
    }
    const keeps = config !== undefined && outcome.kind !== 'refused' && credentials.kind === 'password';
    return {
        registry: registry.host,
        username: credentials.kind === 'password' ? credentials.username : undefined,
        anonymous: credentials.kind === 'anonymous',
        signIn: outcome,
        saved: keeps ? await config.save(credentials) : undefined,
    };
}


/***/ })

};
