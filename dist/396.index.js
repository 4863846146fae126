export const id = 396;
export const ids = [396];
export const modules = {

/***/ 1854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ fillPlaceholders),
/* harmony export */   nV: () => (/* binding */ checkPlaceholders),
/* harmony export */   oS: () => (/* binding */ fillsIn)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

const values = {
    commit: ({ commit }) => commit,
    'short-sha': ({ commit }) => commit.slice(0, 7),
    ref: ({ ref }) => ref,
    repo: ({ repo }) => repo,
    image: ({ image }) => image,
    tag: ({ tag }) => tag,
    'build-id': (_order, buildId) => buildId,
};
const known = Object.keys(values)
    .map((name) => `{${name}}`)
    .join(', ');
function checkPlaceholders(text, name) {
    for (const [whole, word = ''] of text.matchAll(/\{([a-z-]+)\}/g)) {
        if (!Object.hasOwn(values, word))
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${name} has the unknown placeholder ${whole}`, `It takes ${known}.`);
    }
}
function fillPlaceholders(text, order, buildId) {
    return text.replace(/\{([a-z-]+)\}/g, (whole, word) => Object.hasOwn(values, word) ? (values[word]?.(order, buildId) ?? whole) : whole);
}
function fillsIn(text) {
    return [...text.matchAll(/\{([a-z-]+)\}/g)].some(([, word = '']) => Object.hasOwn(values, word));
}


/***/ }),

/***/ 4396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./build/src/http/basic.js
var basic = __webpack_require__(4212);
// EXTERNAL MODULE: ./build/src/registries/deleter.js
var deleter = __webpack_require__(6026);
// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/builders/placeholders.js
var placeholders = __webpack_require__(1854);
;// CONCATENATED MODULE: ./build/src/builders/build-inputs.js


const most = 25;
function parseBuildInputs(text) {
    const inputs = text.trimStart().startsWith('{') && isJson(text) ? fromJson(text) : fromLines(text);
    const names = inputs.map(([name]) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
        throw (0,errors/* usageFailure */.II)(`build-inputs has ${JSON.stringify(twice)} twice`);
    if (inputs.length > most)
        throw (0,errors/* usageFailure */.II)(`build-inputs has ${inputs.length} entries; ${most} are the most that a workflow takes`);
    for (const [name, value] of inputs)
        (0,placeholders/* checkPlaceholders */.nV)(value, `build-inputs ${JSON.stringify(name)}`);
    return inputs;
}
function isJson(text) {
    return text.trimEnd().endsWith('}') && !/^\s*\{[a-z-]+\}\s*=/.test(text);
}
function fromJson(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch (fault) {
        throw (0,errors/* usageFailure */.II)(`build-inputs is not JSON: ${fault.message}`, 'Write a JSON object, or lines of key=value.');
    }
    return Object.entries(value).map(([name, one]) => {
        if (typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
            return [name, String(one)];
        throw (0,errors/* usageFailure */.II)(`build-inputs has ${JSON.stringify(name)} with a value that is neither text, number nor boolean`);
    });
}
function fromLines(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => {
        const [, name, value] = /^([A-Za-z_][A-Za-z0-9_-]*)\s*=\s*(.*)$/.exec(line) ?? [];
        if (name !== undefined && value !== undefined)
            return [name, value];
        throw (0,errors/* usageFailure */.II)(`build-inputs has the line ${JSON.stringify(line)}`, 'Write key=value on each line, or one JSON object.');
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/http/words.js
var words = __webpack_require__(2295);
// EXTERNAL MODULE: ./build/src/polling.js
var polling = __webpack_require__(278);
// EXTERNAL MODULE: ./build/src/timers.js
var timers = __webpack_require__(9455);
;// CONCATENATED MODULE: ./build/src/builders/command-line.js

function splitCommandLine(line) {
    const words = [];
    let word;
    let quote = '';
    for (let at = 0; at < line.length; at += 1) {
        const character = line.charAt(at);
        if (character === '\\' && quote !== "'") {
            at += 1;
            if (at === line.length)
                throw (0,errors/* usageFailure */.II)('build-command ends in a backslash');
            word = (word ?? '') + line.charAt(at);
        }
        else if (quote !== '') {
            if (character === quote)
                quote = '';
            else
                word = (word ?? '') + character;
        }
        else if (character === '"' || character === "'") {
            quote = character;
            word ??= '';
        }
        else if (/\s/.test(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else {
            word = (word ?? '') + character;
        }
    }
    if (quote !== '')
        throw (0,errors/* usageFailure */.II)(`build-command has a ${quote} that is not closed`);
    if (word !== undefined)
        words.push(word);
    const [program, ...rest] = words;
    if (!program)
        throw (0,errors/* usageFailure */.II)('build-command has no program');
    return [program, ...rest];
}

;// CONCATENATED MODULE: ./build/src/builders/command.js







const lastLines = 5;
function parseBuildCommand(line) {
    const words = splitCommandLine(line);
    for (const word of words)
        (0,placeholders/* checkPlaceholders */.nV)(word, 'build-command');
    const [program] = words;
    if ((0,placeholders/* fillsIn */.oS)(program)) {
        throw (0,errors/* usageFailure */.II)(`build-command has a placeholder in its program ${JSON.stringify(program)}`, 'Placeholders are filled in in arguments only.');
    }
    return words;
}
function commandBuilder([program, ...args], settings, platform = process.platform) {
    return {
        async build(order) {
            if (platform === 'win32')
                checkForWindows(args, order);
            const buildId = (0,external_node_crypto_.randomUUID)();
            const filled = args.map((word) => (0,placeholders/* fillPlaceholders */.Ct)(word, order, buildId));
            const group = settings.group(`${order.image}: ${program}`);
            const output = [];
            const forget = settings.onStop(async () => `the program ${program} was running: it is left to itself`);
            const patience = withTimeout(settings, program);
            const { exitCode } = await settings
                .execute(program, filled, {
                env: settings.environment,
                signal: patience.signal,
                onLine(text) {
                    group.line(text);
                    output.push(text);
                    if (output.length > lastLines)
                        output.shift();
                },
            })
                .catch((fault) => {
                if (fault instanceof errors/* Failure */.HR)
                    throw fault;
                throw new errors/* Failure */.HR('unsupported', {
                    asked: `build-command ${program}`,
                    answered: `it could not be run: ${(0,words/* cleanLine */.Ow)(String(fault))}`,
                    advice: 'Install it on this machine, or give its whole path.',
                });
            })
                .finally(() => {
                patience.callOff();
                group.end();
                if (!settings.signal.aborted)
                    forget();
            });
            if (exitCode === 0)
                return { conclusion: 'success', failures: [] };
            const last = output.map((text) => (0,words/* cleanLine */.Ow)(text));
            return { conclusion: 'failure', failures: [`${program} ended with exit code ${exitCode}`, ...last] };
        },
    };
}
function checkForWindows(args, { ref }) {
    if (!/[%"&|<>^!]/.test(ref) || !args.some((word) => word.includes('{ref}')))
        return;
    throw (0,errors/* usageFailure */.II)(`build-command takes the ref ${JSON.stringify(ref)}, in which Windows’ command interpreter would read more than a name`, 'Use {commit} or {tag} instead of {ref}, or another runner.');
}
function withTimeout({ signal, timeout }, program) {
    const patience = new AbortController();
    const failure = new errors/* Failure */.HR('timeout', {
        asked: `build-command ${program}`,
        answered: `not finished after ${(0,polling/* formatDuration */.a3)(timeout)}`,
        advice: 'Give more build-timeout.',
    });
    const callOff = (0,timers/* after */.P)(timeout, () => patience.abort(failure));
    return { signal: AbortSignal.any([signal, patience.signal]), callOff };
}

// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/answers.js
var answers = __webpack_require__(7649);
// EXTERNAL MODULE: ./build/src/http/origins.js
var origins = __webpack_require__(265);
;// CONCATENATED MODULE: ./build/src/sources/rest.js




async function getJson(api, path) {
    const request = {
        method: 'GET',
        url: new URL(`${api.base}${path}`),
        headers: {
            accept: 'application/json',
            ...(api.authorization === undefined ? {} : { authorization: api.authorization }),
        },
    };
    const answer = await api.http.request(request);
    checkOrigin(answer, request);
    if (answer.status === 404)
        return undefined;
    if (answer.status !== 200)
        throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), api.advice);
    return (0,answers/* jsonObject */.o$)(answer, (0,message/* describe */.q0)(request));
}
function checkOrigin(answer, request) {
    if ((0,origins/* sameOrigin */.Nm)(answer.url, request.url))
        return;
    throw new errors/* Failure */.HR('server', {
        asked: (0,message/* describe */.q0)(request),
        answered: `it redirects to ${answer.url.origin}, which was not asked`,
        advice: 'Check source-url: give the address that the service has now.',
    });
}
function textAt(value, ...path) {
    const found = path.reduce((inner, key) => typeof inner === 'object' && inner !== null ? inner[key] : undefined, value);
    return typeof found === 'string' ? found.toLowerCase() : '';
}
function apiBase(url, usual, path, suffix) {
    if (url === undefined)
        return usual;
    const given = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
    return `${given.replace(path, '')}${suffix}`;
}

;// CONCATENATED MODULE: ./build/src/sources/ref.js

const longest = 255;
function parseRef(text, input = 'ref') {
    if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text))
        return { kind: 'commit', sha: text.toLowerCase() };
    const [, area, rest] = /^refs\/(heads|tags)\/(.*)$/s.exec(text) ?? [];
    const name = rest ?? text;
    const objection = objectionToName(name);
    if (objection !== undefined)
        throw (0,errors/* usageFailure */.II)(`${input} ${JSON.stringify(text)} is not a ref: ${objection}`);
    if (area !== undefined)
        return { kind: area === 'heads' ? 'branch' : 'tag', name };
    if (text.startsWith('refs/')) {
        throw (0,errors/* usageFailure */.II)(`${input} ${JSON.stringify(text)} is neither a branch nor a tag`, 'Write a branch, a tag, refs/heads/…, refs/tags/… or a commit SHA.');
    }
    return { kind: 'name', name };
}
function objectionToName(name) {
    if (name === '')
        return 'it is empty';
    if (Buffer.byteLength(name) > longest)
        return `it is longer than ${longest} bytes`;
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
        return 'it has a line break or another control character';
    const odd = /[ ~^:?*[\\]/.exec(name)?.[0];
    if (odd !== undefined)
        return `it has ${JSON.stringify(odd)}`;
    if (name.includes('..'))
        return 'it has ".."';
    if (name.includes('@{') || name === '@')
        return 'it has "@{" or is "@"';
    if (name.startsWith('-'))
        return 'it starts with "-"';
    if (/^\/|\/$|\/\//.test(name))
        return 'it has an empty part between slashes';
    if (/(?:^|\/)\./.test(name))
        return 'a part of it starts with "."';
    if (/\.(?:lock)?$|\.lock\//.test(name))
        return 'it ends in "." or ".lock"';
    return undefined;
}
function mayBeShortSha(name) {
    return /^[0-9a-f]{7,39}$/i.test(name);
}
function refName(ref) {
    return ref.kind === 'commit' ? ref.sha : ref.name;
}

;// CONCATENATED MODULE: ./build/src/sources/source.js


const webProtocols = ['https:', 'http:'];
async function resolveBy(lookups, ref, where) {
    const found = await lookUp(lookups, ref);
    if (found === undefined) {
        throw new errors/* Failure */.HR('not-found', {
            asked: `${describeRef(ref)} in ${where}`,
            answered: 'there is no such ref, or no such repository for these credentials',
            advice: 'Check repo, owner and ref for typing errors; a private repository needs a source-token that may read it.',
        });
    }
    if (![found.sha, found.alsoTag ?? found.sha].every(isFullSha)) {
        throw new errors/* Failure */.HR('server', {
            asked: `${describeRef(ref)} in ${where}`,
            answered: 'the answer has no commit SHA in it',
            advice: 'Check that source and source-url fit the server.',
        });
    }
    return found;
}
async function lookUp(lookups, ref) {
    if (ref.kind === 'commit')
        return { sha: ref.sha };
    if (ref.kind === 'branch')
        return asCommit(await lookups.branch(ref.name), 'branch');
    if (ref.kind === 'tag')
        return asCommit(await lookups.tag(ref.name), 'tag');
    const [branch, tag] = await Promise.allSettled([lookups.branch(ref.name), lookups.tag(ref.name)]);
    if (branch.status === 'rejected')
        throw branch.reason;
    if (branch.value !== undefined) {
        const alsoTag = tag.status === 'fulfilled' ? tag.value : undefined;
        return { sha: branch.value, kind: 'branch', ...(alsoTag === undefined ? {} : { alsoTag }) };
    }
    if (tag.status === 'rejected')
        throw tag.reason;
    if (tag.value !== undefined)
        return { sha: tag.value, kind: 'tag' };
    return mayBeShortSha(ref.name) ? asCommit(await lookups.shortSha?.(ref.name.toLowerCase())) : undefined;
}
function asCommit(sha, kind) {
    return sha === undefined ? undefined : { sha, ...(kind === undefined ? {} : { kind }) };
}
function isFullSha(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
function describeRef(ref) {
    if (ref.kind === 'commit')
        return `commit ${ref.sha}`;
    return `${ref.kind === 'name' ? 'ref' : ref.kind} ${ref.name}`;
}

;// CONCATENATED MODULE: ./build/src/sources/bitbucket.js




const bitbucket = {
    name: 'bitbucket',
    title: 'Bitbucket Cloud',
    url: { needed: false, words: 'the address of the Bitbucket Cloud server', protocols: webProtocols },
    oneRepository: false,
    usernames: true,
    create: createBitbucket,
};
function bitbucketApi(url) {
    return apiBase(url, 'https://api.bitbucket.org/2.0', /\/2\.0$/, '/2.0');
}
function createBitbucket(settings) {
    const api = {
        http: settings.http,
        base: bitbucketApi(settings.url),
        authorization: authorizationOf(settings),
        advice: {
            authentication: 'App passwords ended on 2026-07-28. Use a repository access token as source-token, or an API token ' +
                'as source-token with the e-mail of the Atlassian account as source-username.',
            denied: 'The token needs the scope repository (access token) or read:repository:bitbucket (API token).',
        },
    };
    return {
        resolve(repository, ref) {
            const path = `/repositories/${(0,message/* encodePath */.O0)(repository)}`;
            const at = async (rest, ...keys) => {
                const found = await getJson(api, `${path}${rest}`);
                return found && textAt(found, ...keys);
            };
            return resolveBy({
                branch: (name) => at(`/refs/branches/${(0,message/* encodePath */.O0)(name)}`, 'target', 'hash'),
                tag: (name) => at(`/refs/tags/${(0,message/* encodePath */.O0)(name)}`, 'target', 'hash'),
                shortSha: (digits) => at(`/commit/${digits}`, 'hash'),
            }, ref, `${repository} on Bitbucket`);
        },
    };
}
function authorizationOf({ username, token }) {
    if (token === undefined)
        return undefined;
    return username === undefined ? `Bearer ${token}` : (0,basic/* basicHeader */.m)(username, token);
}

;// CONCATENATED MODULE: ./build/src/sources/bitbucket-server.js


const bitbucketServer = {
    name: 'bitbucket-server',
    title: 'Bitbucket Data Center',
    url: { needed: true, words: 'the address of the Bitbucket Data Center server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: apiBase(settings.url, '', /\/rest(?:\/api(?:\/[^/]+)?)?$/, '/rest/api/latest'),
            authorization: settings.token && `Bearer ${settings.token}`,
            advice: {
                authentication: 'This server answers 401 also for missing rights: use an HTTP access token with repository read as source-token.',
                denied: 'The HTTP access token needs repository read.',
            },
        };
        return {
            resolve(repository, ref) {
                const [project = '', slug = ''] = repository.split('/');
                const path = `/projects/${encodeURIComponent(project)}/repos/${encodeURIComponent(slug)}/commits`;
                const until = async (revision) => {
                    const page = await getJson(api, `${path}?until=${encodeURIComponent(revision)}&limit=1`);
                    return page && textAt(page, 'values', 0, 'id');
                };
                return resolveBy({
                    branch: (name) => until(`refs/heads/${name}`),
                    tag: (name) => until(`refs/tags/${name}`),
                    shortSha: until,
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

;// CONCATENATED MODULE: ./build/src/sources/git.js




const git = {
    name: 'git',
    title: 'a git remote',
    url: { needed: true, words: 'the remote’s URL', protocols: ['https:', 'ssh:', 'http:', 'file:'] },
    oneRepository: true,
    usernames: true,
    create: (settings) => ({
        resolve(_repository, ref) {
            const url = settings.url?.href ?? '';
            if (ref.kind === 'commit')
                return Promise.resolve({ sha: ref.sha });
            const listed = listRefs(settings, url, ref.name);
            const sha = async (...names) => {
                const refs = await listed;
                return names.map((name) => refs.get(name)).find((found) => found !== undefined);
            };
            return resolveBy({
                branch: (name) => sha(`refs/heads/${name}`),
                tag: (name) => sha(`refs/tags/${name}^{}`, `refs/tags/${name}`),
            }, ref, `${url} (git ls-remote takes names, not short SHAs)`);
        },
    }),
};
async function listRefs(settings, url, name) {
    const patterns = [`refs/heads/${name}`, `refs/tags/${name}`, `refs/tags/${name}^{}`];
    const asked = `git ls-remote ${url}`;
    const { exitCode, stdout, stderr } = await settings
        .execute('git', ['ls-remote', '--', url, ...patterns], {
        env: environmentFor(settings, url),
        signal: settings.signal,
    })
        .catch((fault) => {
        if (settings.signal.aborted)
            throw settings.signal.reason;
        throw new errors/* Failure */.HR('unsupported', {
            asked,
            answered: `git could not be run: ${(0,words/* cleanLine */.Ow)(String(fault))}`,
            advice: 'Install git on this machine.',
        });
    });
    if (exitCode !== 0)
        throw failureOfGit(asked, stderr);
    const lines = stdout.split('\n').map((line) => /^([0-9a-f]{40}|[0-9a-f]{64})\t(.+)$/.exec(line));
    return new Map(lines.flatMap((line) => (line?.[1] && line[2] ? [[line[2], line[1]]] : [])));
}
function environmentFor(settings, url) {
    const inherited = settings.environment;
    const own = configurationFor(settings, url);
    const first = /^\d+$/.test(inherited.GIT_CONFIG_COUNT ?? '') ? Number(inherited.GIT_CONFIG_COUNT) : 0;
    return {
        ...inherited,
        GIT_TERMINAL_PROMPT: '0',
        GIT_ASKPASS: '',
        SSH_ASKPASS: '',
        ...sshFor(inherited),
        GIT_ALLOW_PROTOCOL: 'https:ssh:http:file',
        GIT_CONFIG_COUNT: String(first + own.length),
        ...Object.fromEntries(own.flatMap(([key, value], at) => [
            [`GIT_CONFIG_KEY_${first + at}`, key],
            [`GIT_CONFIG_VALUE_${first + at}`, value],
        ])),
        LC_ALL: 'C',
    };
}
function configurationFor({ username, token }, url) {
    const always = ['protocol.ext.allow', 'never'];
    if (token === undefined)
        return [always];
    const header = `http.${url}.extraHeader`;
    return [
        always,
        [header, ''],
        [header, `Authorization: ${git_authorizationOf(username, token)}`],
        ['http.followRedirects', 'false'],
        ['credential.helper', ''],
    ];
}
function sshFor({ GIT_SSH_COMMAND, GIT_SSH }) {
    if (!GIT_SSH_COMMAND && GIT_SSH)
        return {};
    return { GIT_SSH_COMMAND: `${GIT_SSH_COMMAND || 'ssh'} -o BatchMode=yes` };
}
function git_authorizationOf(username, token) {
    return (0,basic/* basicHeader */.m)(username ?? 'x-access-token', token);
}
function failureOfGit(asked, stderr) {
    const answered = (0,words/* cleanLine */.Ow)(stderr.replace(/^(?:fatal|error|warning): /gm, '')) || 'git failed without a word';
    const advice = 'Check source-url, source-username and source-token; try the same git ls-remote by hand.';
    const kinds = [
        [
            /authentication failed|could not read username|permission denied \(|invalid (?:username|credentials)|returned error: 401/i,
            'authentication',
        ],
        [/returned error: 403/i, 'denied'],
        [/repository .*not found|does not appear to be a git repository|does not exist|returned error: 404/i, 'not-found'],
        [
            /could not resolve host|failed to connect|connection (?:refused|reset|timed out)|network is unreachable|ssl|certificate/i,
            'network',
        ],
    ];
    const kind = kinds.find(([words]) => words.test(stderr))?.[1] ?? 'server';
    return new errors/* Failure */.HR(kind, { asked, answered, advice });
}

;// CONCATENATED MODULE: ./build/src/sources/gitea.js



const gitea = {
    name: 'gitea',
    title: 'Gitea or Forgejo',
    url: { needed: true, words: 'the address of the Gitea or Forgejo server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: apiBase(settings.url, '', /\/api\/v1$/, '/api/v1'),
            authorization: settings.token && `token ${settings.token}`,
            advice: {
                authentication: 'Use an access token with the scope read:repository as source-token.',
                denied: 'The access token needs the scope read:repository.',
            },
        };
        return {
            resolve(repository, ref) {
                const path = `/repos/${(0,message/* encodePath */.O0)(repository)}`;
                const at = async (rest, ...keys) => {
                    const found = await getJson(api, `${path}${rest}`);
                    return found && textAt(found, ...keys);
                };
                return resolveBy({
                    branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
                    tag: (name) => at(`/tags/${encodeURIComponent(name)}`, 'commit', 'sha'),
                    shortSha: (digits) => at(`/git/commits/${digits}?stat=false&verification=false&files=false`, 'sha'),
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

// EXTERNAL MODULE: ./build/src/http/octokit.js + 1 modules
var octokit = __webpack_require__(7123);
;// CONCATENATED MODULE: ./build/src/sources/github.js





const github = {
    name: 'github',
    title: 'GitHub',
    url: { needed: false, words: 'the address of the GitHub server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: ({ http, url, token }) => {
        const api = (0,octokit/* createGitHubApi */._)(http, url?.href ?? 'https://api.github.com', token);
        return {
            resolve(repository, ref) {
                const commit = (revision) => shaOf(api, `/repos/${(0,message/* encodePath */.O0)(repository)}/commits/${(0,message/* encodePath */.O0)(revision)}`);
                return resolveBy({
                    branch: (name) => commit(`heads/${name}`),
                    tag: (name) => commit(`tags/${name}`),
                    shortSha: commit,
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};
const advice = {
    authentication: 'The token is wrong or has expired. In a workflow, source-token: ${{ github.token }} reads this repository.',
    denied: 'The token needs contents: read on this repository (permissions: contents: read for the workflow’s own token).',
};
const missing = new Set([404, 409, 422]);
async function shaOf(api, path) {
    const answer = await api.request('GET', path, { headers: { accept: 'application/vnd.github.sha' } });
    const request = { method: 'GET', url: new URL(`${api.base}${path}`) };
    checkOrigin(answer, request);
    if (missing.has(answer.status))
        return undefined;
    if (answer.status !== 200)
        throw (0,answers/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request), advice);
    return answer.body.toString('utf8').trim().toLowerCase();
}

;// CONCATENATED MODULE: ./build/src/sources/gitlab.js


const gitlab = {
    name: 'gitlab',
    title: 'GitLab',
    url: { needed: false, words: 'the address of the GitLab server', protocols: webProtocols },
    oneRepository: false,
    usernames: false,
    create: (settings) => {
        const api = {
            http: settings.http,
            base: apiBase(settings.url, 'https://gitlab.com/api/v4', /\/api\/v4$/, '/api/v4'),
            authorization: settings.token && `Bearer ${settings.token}`,
            advice: {
                authentication: 'Use a personal, group or project access token with the scope read_api as source-token.',
                denied: 'The token needs the scope read_api, and its user at least the role Reporter.',
            },
        };
        return {
            resolve(repository, ref) {
                const path = `/projects/${encodeURIComponent(repository)}/repository`;
                const at = async (rest, ...keys) => {
                    const found = await getJson(api, `${path}${rest}`);
                    return found && textAt(found, ...keys);
                };
                return resolveBy({
                    branch: (name) => at(`/branches/${encodeURIComponent(name)}`, 'commit', 'id'),
                    tag: (name) => at(`/tags/${encodeURIComponent(name)}`, 'commit', 'id'),
                    shortSha: (digits) => at(`/commits/${digits}`, 'id'),
                }, ref, `${repository} on ${new URL(api.base).host}`);
            },
        };
    },
};

;// CONCATENATED MODULE: ./build/src/sources/index.js






const sourceKinds = [github, bitbucket, bitbucketServer, gitlab, gitea, git];

;// CONCATENATED MODULE: ./build/src/commands/check/source.js



function planSource(inputs, workflow) {
    const kind = sourceKinds.find(({ name }) => name === inputs.source);
    if (kind === undefined)
        throw (0,errors/* usageFailure */.II)(`source ${inputs.source} is not known`);
    const url = readUrl(kind, inputs['source-url'], workflow);
    const own = kind.name === 'github' && url !== undefined && isServerOf(url, workflow) ? workflow : undefined;
    const { 'source-username': username, 'source-token': given } = inputs;
    checkUsername(kind, username, given);
    return {
        kind,
        url,
        username,
        token: given === undefined ? own?.token : checkToken('source-token', given),
        workflow: own,
        repositories: readRepositories(kind, inputs, url, workflow),
    };
}
function checkToken(name, token) {
    if (/^[\x21-\x7e]+$/.test(token))
        return token;
    throw (0,errors/* usageFailure */.II)(`${name} has characters that no token has`, 'Store the secret again: it may have a blank or a quote too many.');
}
function readUrl(kind, given, workflow) {
    if (given === undefined) {
        if (kind.url.needed)
            throw (0,errors/* usageFailure */.II)(`source-url is needed for source ${kind.name}`, `Give ${kind.url.words}.`);
        return kind.name === 'github' && workflow ? readApiUrl(workflow) : undefined;
    }
    const shown = `source-url ${JSON.stringify(given)}`;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url === undefined || !kind.url.protocols.includes(url.protocol)) {
        const schemes = kind.url.protocols.map((scheme) => `${scheme}//`).join(', ');
        throw (0,errors/* usageFailure */.II)(`${shown} is not a URL that source ${kind.name} can use`, `It begins with one of ${schemes}.`);
    }
    if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:')) {
        const advice = 'Give them as source-username and source-token: a URL is shown in logs.';
        throw (0,errors/* usageFailure */.II)('source-url has credentials in it', advice);
    }
    const noHost = url.hostname === '' && url.protocol !== 'file:';
    if (noHost || url.hostname.startsWith('-') || url.username.startsWith('-')) {
        throw (0,errors/* usageFailure */.II)(`${shown} has no host that can be used`);
    }
    if (!kind.oneRepository && (url.search !== '' || url.hash !== '')) {
        throw (0,errors/* usageFailure */.II)(`${shown} has a query or a fragment`, 'Give the server’s address alone.');
    }
    return url;
}
function readApiUrl({ apiUrl }) {
    if (URL.canParse(apiUrl) && webProtocols.includes(new URL(apiUrl).protocol))
        return new URL(apiUrl);
    throw (0,errors/* usageFailure */.II)(`GITHUB_API_URL is ${JSON.stringify(apiUrl)}, which is not an address`);
}
function checkUsername(kind, username, token) {
    if (username === undefined)
        return;
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)('source-username is given, and source-token is not');
    if (username.includes(':'))
        throw (0,errors/* usageFailure */.II)('source-username has a colon in it, which no user name can have');
    if (kind.usernames)
        return;
    throw (0,errors/* usageFailure */.II)(`source-username has no use for source ${kind.name}`, 'Give source-token alone.');
}
function isServerOf(url, workflow) {
    return workflow !== undefined && url.href.replace(/\/+$/, '') === workflow.apiUrl.replace(/\/+$/, '');
}
const namePart = /^(?:~?[A-Za-z0-9_][A-Za-z0-9._-]*|\.[A-Za-z0-9_-][A-Za-z0-9._-]*|\{[0-9a-f-]{36}\})$/;
const isName = (text) => text.split('/').every((part) => namePart.test(part));
function readRepositories(kind, inputs, url, workflow) {
    const given = inputs.repo.length > 0 ? inputs.repo : defaultRepositories(kind, url, workflow);
    if (given.length === 0) {
        const advice = 'Give the source repository: owner/name, or its name and owner.';
        throw (0,errors/* usageFailure */.II)('repo is needed: there is no workflow whose own repository it could be', advice);
    }
    if (kind.oneRepository && given.length > 1) {
        const what = `source ${kind.name} has one remote (source-url), and repo names ${given.length}`;
        throw (0,errors/* usageFailure */.II)(what, 'Use one step for each remote.');
    }
    return given.map((whole) => readRepository(kind, whole, inputs.owner ?? workflow?.repository.split('/')[0]));
}
function readRepository(kind, whole, usualOwner) {
    if (!isName(whole))
        throw (0,errors/* usageFailure */.II)(`repo ${JSON.stringify(whole)} is not the name of a repository`);
    const slash = whole.lastIndexOf('/');
    const owner = slash < 0 ? usualOwner : whole.slice(0, slash);
    if (owner === undefined && !kind.oneRepository) {
        throw (0,errors/* usageFailure */.II)(`owner is needed for repo ${JSON.stringify(whole)}`, `Write owner/name, or give the user, organization, workspace, project or group at ${kind.title} as owner. Other hosts are chosen by source.`);
    }
    if (owner !== undefined && !isName(owner)) {
        throw (0,errors/* usageFailure */.II)(`owner ${JSON.stringify(owner)} is not a name that an owner can have`);
    }
    return { owner, name: whole.slice(slash + 1) };
}
function defaultRepositories(kind, url, workflow) {
    if (!kind.oneRepository)
        return workflow ? [workflow.repository] : [];
    const path = url?.pathname.replace(/\/+$/, '').replace(/\.git$/, '') ?? '';
    return [path.slice(path.lastIndexOf('/') + 1)];
}

;// CONCATENATED MODULE: ./build/src/commands/check/build.js






const kinds = ['build-workflow', 'build-pipeline', 'build-command'];
const users = {
    'build-repository': ['build-workflow'],
    'build-ref': ['build-workflow'],
    'build-inputs': ['build-workflow', 'build-pipeline'],
    'build-token': ['build-workflow', 'build-pipeline'],
};
function planBuild(inputs, plan, workflow) {
    const [kind, second] = kinds.filter((name) => inputs[name] !== undefined);
    if (second !== undefined)
        throw (0,errors/* usageFailure */.II)(`${kind} and ${second} are both given`, 'Give one way to build.');
    for (const [name, builders] of Object.entries(users)) {
        if (inputs[name] === undefined || (kind !== undefined && builders.includes(kind)))
            continue;
        throw (0,errors/* usageFailure */.II)(`${name} is given, and there is no ${builders.join(' or ')} to use it`);
    }
    const variables = parseBuildInputs(inputs['build-inputs'] ?? '');
    if (kind === 'build-workflow')
        return planWorkflow(inputs, plan, workflow, variables);
    if (kind === 'build-pipeline')
        return planPipeline(inputs, plan, variables);
    if (inputs['build-command'] === undefined)
        return undefined;
    const words = parseBuildCommand(inputs['build-command']);
    return { token: undefined, create: async (settings) => commandBuilder(words, settings) };
}
function planWorkflow(inputs, plan, own, variables) {
    const ofSource = plan.source.kind.name === 'github';
    const base = (ofSource ? plan.source.url?.href : undefined) ?? own?.apiUrl ?? 'https://api.github.com';
    const token = readToken(inputs) ?? (ofSource ? plan.source.token : undefined) ?? (own?.apiUrl === base ? own.token : undefined);
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)('build-token is needed for build-workflow', 'Give a token with actions: write on the build repository.');
    const workflow = readWorkflowName(inputs['build-workflow'] ?? '');
    const repository = build_readRepository(inputs['build-repository'] ?? own?.repository);
    const given = inputs['build-ref'] === undefined ? undefined : readBuildRef(inputs['build-ref']);
    return {
        token,
        create: async (settings) => {
            const { workflowBuilder } = await __webpack_require__.e(/* import() */ 471).then(__webpack_require__.bind(__webpack_require__, 471));
            return workflowBuilder({
                base,
                token,
                repository,
                workflow,
                inputs: variables,
                ref: ({ sourceRepository, ref, refKind }) => {
                    const same = ofSource && refKind !== undefined && sourceRepository.toLowerCase() === repository.toLowerCase();
                    return given ?? (same ? ref : undefined);
                },
            }, settings);
        },
    };
}
function readToken(inputs) {
    const given = inputs['build-token'];
    return given === undefined ? undefined : checkToken('build-token', given);
}
function readWorkflowName(text) {
    const name = text.replace(/^(?:\.\/)?\.github\/workflows\//, '');
    if (/^(?:\d+|[A-Za-z0-9_][A-Za-z0-9._ -]*\.ya?ml)$/.test(name))
        return name;
    throw (0,errors/* usageFailure */.II)(`build-workflow ${JSON.stringify(text)} is not a workflow’s file`, 'Write its file name, for example build.yml, or its number.');
}
function build_readRepository(text) {
    if (text === undefined)
        throw (0,errors/* usageFailure */.II)('build-repository is needed: there is no workflow whose own repository it could be');
    if (/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(text) && !/\/\.{1,2}$/.test(text))
        return text;
    throw (0,errors/* usageFailure */.II)(`build-repository ${JSON.stringify(text)} is not owner/name`);
}
function readBuildRef(text) {
    const ref = parseRef(text, 'build-ref');
    if (ref.kind !== 'commit')
        return ref.name;
    throw (0,errors/* usageFailure */.II)('build-ref is a commit', 'GitHub dispatches at a branch or a tag; give the commit in build-inputs: commit={commit}.');
}
function planPipeline(inputs, plan, variables) {
    if (plan.source.kind.name !== 'bitbucket')
        throw (0,errors/* usageFailure */.II)(`build-pipeline builds at Bitbucket, and source is ${plan.source.kind.name}`);
    const token = readToken(inputs) ?? plan.source.token;
    if (token === undefined)
        throw (0,errors/* usageFailure */.II)('build-token is needed for build-pipeline', 'Give a token with pipeline:write, here or as source-token.');
    const custom = inputs['build-pipeline'] === 'default' ? undefined : inputs['build-pipeline'];
    if (custom === undefined && variables.length > 0) {
        throw (0,errors/* usageFailure */.II)('build-inputs is given, and only a custom pipeline takes variables', 'Give the name of a custom pipeline as build-pipeline.');
    }
    const base = bitbucketApi(plan.source.url);
    return {
        token,
        create: async (settings) => {
            const { pipelineBuilder } = await __webpack_require__.e(/* import() */ 131).then(__webpack_require__.bind(__webpack_require__, 6131));
            return pipelineBuilder({
                base,
                username: inputs['build-token'] === undefined ? plan.source.username : undefined,
                token,
                custom,
                variables,
            }, settings);
        },
    };
}

// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
;// CONCATENATED MODULE: ./build/src/images/tag-template.js


const tag_template_placeholders = '{short-sha}, {short-sha:N}, {sha} and {ref}';
const shortest = 4;
const tag_template_longest = 64;
const defaultLength = 7;
function parseTagTemplate(text) {
    const parts = (text.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map((piece) => readPart(piece, text));
    if (parts.length === 0)
        throw (0,errors/* usageFailure */.II)('the tag template is empty', `It takes ${tag_template_placeholders}.`);
    const sample = fillTagTemplate(parts, { commit: 'a'.repeat(40), ref: 'a' });
    if (!(0,images_name/* isTag */.dz)(sample)) {
        throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(text)} makes no legal tag`, 'A tag starts with a letter, a digit or _, goes on with these and . and -, and has at most 128 characters.');
    }
    return parts;
}
function readPart(piece, whole) {
    if (!piece.startsWith('{')) {
        if (/^[a-zA-Z0-9._-]+$/.test(piece))
            return { kind: 'text', text: piece };
        throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has ${JSON.stringify(piece)}, which no tag can have`, 'Between placeholders a tag takes letters, digits, ., _ and -.');
    }
    const [, name, length] = /^\{([^:{}]*)(?::([^{}]*))?\}$/.exec(piece) ?? [];
    if (name === 'sha' && length === undefined)
        return { kind: 'sha' };
    if (name === 'ref' && length === undefined)
        return { kind: 'ref' };
    if (name === 'short-sha')
        return { kind: 'sha', length: length === undefined ? defaultLength : readLength(length, whole) };
    throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has the unknown placeholder ${JSON.stringify(piece)}`, `It takes ${tag_template_placeholders}.`);
}
function readLength(text, whole) {
    const length = /^[0-9]{1,2}$/.test(text) ? Number(text) : Number.NaN;
    if (length >= shortest && length <= tag_template_longest)
        return length;
    throw (0,errors/* usageFailure */.II)(`the tag template ${JSON.stringify(whole)} has the length ${JSON.stringify(text)}`, `{short-sha:N} takes a whole number from ${shortest} to ${tag_template_longest}.`);
}
function fillTagTemplate(template, source) {
    const tag = template.reduce((before, part) => before + fillPart(part, source, before === ''), '');
    if (!(0,images_name/* isTag */.dz)(tag)) {
        throw (0,errors/* usageFailure */.II)(`the ref ${JSON.stringify(source.ref)} makes no legal tag by this template`, 'Use {short-sha} instead of {ref}, or a shorter ref.');
    }
    return tag;
}
function fillPart(part, source, first) {
    if (part.kind === 'text')
        return part.text;
    if (part.kind === 'sha')
        return part.length === undefined ? source.commit : source.commit.slice(0, part.length);
    const legal = source.ref.replace(/[^a-zA-Z0-9._-]+/g, '-');
    return first ? legal.replace(/^[.-]+/, '') : legal;
}

// EXTERNAL MODULE: ./build/src/images/platform.js
var images_platform = __webpack_require__(7825);
;// CONCATENATED MODULE: ./build/src/images/requirements.js

function needsLabels(requirements, annotations, platform) {
    if (requirements.revision === undefined || revisionIn(annotations) !== undefined)
        return false;
    return platform === undefined || isJudged(platform, requirements.platforms);
}
const revisionKeys = ['org.opencontainers.image.revision', 'org.label-schema.vcs-ref'];
function lacks(requirements, findings) {
    const { platforms, revision } = requirements;
    const has = (wanted) => findings.images.some(({ platform }) => (0,images_platform/* samePlatform */.my)(platform, wanted));
    const absent = platforms.filter((wanted) => !has(wanted)).map((wanted) => `it has no ${(0,images_platform/* formatPlatform */.Bq)(wanted)}`);
    return revision === undefined ? absent : [...absent, ...wrongRevisions(revision, platforms, findings)];
}
function wrongRevisions(commit, platforms, { annotations, images }) {
    const ofIndex = revisionIn(annotations);
    if (ofIndex !== undefined)
        return sameCommit(ofIndex, commit) ? [] : [`its revision is ${shown(ofIndex)}, not ${commit}`];
    const judged = images.filter(({ platform }) => isJudged(platform, platforms));
    if (judged.length === 0)
        return ['it has no platform whose revision could be compared'];
    return judged.flatMap(({ platform, labels }) => {
        const found = revisionIn(labels ?? {});
        if (found === undefined)
            return [`its ${(0,images_platform/* formatPlatform */.Bq)(platform)} has no label ${revisionKeys[0]}`];
        return sameCommit(found, commit)
            ? []
            : [`the revision of its ${(0,images_platform/* formatPlatform */.Bq)(platform)} is ${shown(found)}, not ${commit}`];
    });
}
function isJudged(platform, required) {
    return required.length === 0 || required.some((wanted) => (0,images_platform/* samePlatform */.my)(wanted, platform));
}
function revisionIn(labels) {
    return revisionKeys.map((key) => labels[key]?.trim()).find((value) => value !== undefined && value !== '');
}
function sameCommit(found, commit) {
    const text = found.toLowerCase();
    return /^[0-9a-f]{7,64}$/.test(text) && commit.startsWith(text);
}
function shown(revision) {
    return /^[\w./:@+-]{1,80}$/.test(revision) ? revision : 'no commit';
}

// EXTERNAL MODULE: ./build/src/registries/image.js
var registries_image = __webpack_require__(8224);
;// CONCATENATED MODULE: ./build/src/commands/check/look.js



async function look(repository, tag, requirements) {
    const found = await repository.head(tag);
    if (found === undefined)
        return { ready: false, reason: 'the registry has no such tag' };
    const { digest } = found;
    if (requirements.platforms.length === 0 && requirements.revision === undefined)
        return { ready: true, digest };
    const findings = await (0,registries_image/* readImage */.A)(repository, digest, (...image) => needsLabels(requirements, ...image));
    const lacking = lacks(requirements, findings);
    return lacking.length === 0 ? { ready: true, digest } : { ready: false, reason: lacking.join('; '), digest };
}
const pauses = { first: 2000, growth: 1.5, longest: 15_000 };
async function lookUntilReady(ask, wait, name, context) {
    let told = '';
    const verdict = await (0,polling/* poll */.wt)(ask, {
        ...context,
        wait,
        pauses,
        isDone: ({ ready }) => ready,
        onPending(_verdict, waited, failure) {
            const trouble = failure?.message ?? '';
            if (trouble !== '' && trouble !== told)
                context.log.info(`${trouble}; still waiting`);
            told = trouble;
            const time = `${(0,polling/* formatDuration */.a3)(Math.min(waited, wait))} of ${(0,polling/* formatDuration */.a3)(wait)}`;
            context.progress.update(`waiting ${time} for ${name}${trouble === '' ? '' : `: ${trouble}`}`);
        },
    });
    context.progress.end();
    return verdict;
}

;// CONCATENATED MODULE: ./build/src/commands/check/gate.js






async function settle(target, { signal }, work) {
    try {
        return await work();
    }
    catch (thrown) {
        if (signal.aborted)
            throw signal.reason;
        return { kind: 'failed', target, failure: (0,errors/* asFailure */.h_)(thrown) };
    }
}
async function checkOne(target, job) {
    const { plan, context } = job;
    const repository = job.registry.repository(target.image);
    repository.prepare();
    const { sha: commit, kind, alsoTag } = await job.source.resolve(target.sourceRepository, target.ref);
    if (alsoTag !== undefined && alsoTag !== commit)
        warnOfBoth(target, commit, alsoTag, context);
    const tag = fillTagTemplate(plan.template, { commit, ref: target.refName });
    const refKind = kind ?? target.refKind;
    const found = { target: { ...target, ...(refKind === undefined ? {} : { refKind }) }, commit, tag };
    context.log.info(`${describeRef(target.ref)} of ${target.sourceRepository} is commit ${commit}`);
    return judge(found, repository, job.firstWait, job);
}
async function judge(found, repository, wait, job) {
    const { target, commit, tag } = found;
    const { log } = job.context;
    const image = (0,images_name/* formatImage */.vy)({ ...target.image, tag });
    const requirements = {
        platforms: job.plan.platforms,
        revision: job.inputs['verify-revision'] ? commit : undefined,
    };
    const looked = await lookUntilReady(() => look(repository, tag, requirements), wait, image, job.context);
    const verdict = wait === 0 || looked.ready ? looked : { ...looked, reason: afterWaiting(looked.reason, wait) };
    log.info(verdict.ready ? `${image} is ready: ${verdict.digest}` : `${image} is not ready: ${verdict.reason}`);
    return { kind: 'checked', target, commit, tag, image, ...judgement(target, verdict) };
}
function afterWaiting(reason, wait) {
    return `${reason}, after ${(0,polling/* formatDuration */.a3)(wait)} of waiting`;
}
function judgement(target, verdict) {
    const { digest } = verdict;
    return {
        ...(digest === undefined ? {} : { digest }),
        ...(verdict.ready
            ? { ready: true, pinned: (0,images_name/* formatImage */.vy)({ ...target.image, digest: verdict.digest }) }
            : { ready: false, reason: verdict.reason }),
    };
}
async function buildOne(missing, builder, job) {
    let build;
    let page;
    try {
        build = await builder.build(orderOf(missing), (url) => {
            page = url;
        });
    }
    catch (thrown) {
        if (job.context.signal.aborted)
            throw thrown;
        const failure = withPage((0,errors/* asFailure */.h_)(thrown), page);
        const begun = page === undefined ? {} : { build: { conclusion: '', url: page, failures: [] } };
        return { ...missing, ...begun, failure, reason: `${missing.reason}; the build: ${failure.message}` };
    }
    if (build.conclusion !== 'success') {
        const failure = buildFailure(missing, build);
        return { ...missing, build, failure, reason: `${missing.reason}; ${failure.message}` };
    }
    const again = await judge(missing, job.registry.repository(missing.target.image), job.inputs.wait, job);
    if (again.ready)
        return { ...again, build };
    const where = build.url === undefined ? '' : ` (${build.url})`;
    return { ...again, build, reason: `${again.reason}, although its build succeeded${where}` };
}
function orderOf({ target, commit, image, tag }) {
    const { name, sourceRepository, refName, refKind } = target;
    return { commit, ref: refName, refKind, repo: name, sourceRepository, image, tag };
}
function withPage(failure, page) {
    if (page === undefined)
        return failure;
    const { kind, message, advice, cause } = failure;
    const answered = message.includes(page) ? message : `${message} (the build: ${page})`;
    return new errors/* Failure */.HR(kind, { asked: '', answered, advice, cause, pages: [page] });
}
function buildFailure({ image }, { conclusion, url, failures, pages = [] }) {
    const page = url === undefined ? '' : `: ${url}`;
    return new errors/* Failure */.HR('build', {
        asked: `the build of ${image}`,
        answered: [`it ended with ${conclusion}${page}`, ...failures].join('; '),
        advice: 'See what failed, mend it, and run this step again.',
        pages: [...(url === undefined ? [] : [url]), ...pages],
    });
}
function warnOfBoth(target, commit, tag, { log }) {
    log.warn(`${target.refName} is a branch (${commit.slice(0, 12)}) and a tag (${tag.slice(0, 12)}) of ${target.sourceRepository}: the branch was taken. ` +
        `Write refs/heads/${target.refName} or refs/tags/${target.refName} to say which.`);
}

// EXTERNAL MODULE: ./build/src/commands/inputs.js
var inputs = __webpack_require__(215);
// EXTERNAL MODULE: ./build/src/commands/registry-inputs.js
var registry_inputs = __webpack_require__(3571);
;// CONCATENATED MODULE: ./build/src/commands/check/inputs.js



const checkInputs = {
    repo: (0,inputs/* list */.p_)({
        help: 'The source repository, or several: `name` or `owner/name`.',
        placeholder: 'NAME,…',
        fallbackHelp: 'the workflow’s own repository',
    }),
    ref: (0,inputs/* text */.Qq)({
        help: 'A branch, a tag (`develop`, `v1.2.0`, `refs/heads/x`, `refs/tags/x`) or a commit SHA, full or short.',
        placeholder: 'REF',
        fallbackHelp: 'the workflow’s commit (on pull requests the head’s), in its own repository',
    }),
    source: (0,inputs/* choice */.Yq)(sourceKinds.map(({ name }) => name), { help: 'The kind of host that knows the commit.', fallback: 'github' }),
    owner: (0,inputs/* text */.Qq)({
        help: 'The workspace, organization, project or group that the source repository is in.',
        placeholder: 'NAME',
        fallbackHelp: 'the workflow’s owner',
    }),
    'source-url': (0,inputs/* text */.Qq)({
        help: 'The address of a self-hosted server, or, for `source: git`, the URL of the remote (https, ssh, http, file).',
        placeholder: 'URL',
        fallbackHelp: 'the public service; for `github` the workflow’s own server',
    }),
    'source-username': (0,inputs/* text */.Qq)({
        help: 'The user that goes with source-token, where one is needed: for a Bitbucket API token the e-mail of the Atlassian account.',
        placeholder: 'NAME',
    }),
    'source-token': (0,inputs/* secret */.rJ)({
        help: 'A token that may read the source repository.',
        fallbackHelp: 'for `github`, the workflow’s own token',
    }),
    ...registry_inputs/* registryInputs */.P4,
    image: (0,inputs/* text */.Qq)({
        help: 'The image’s name without tag, where it is not `registry/namespace/repo`.',
        placeholder: 'NAME',
    }),
    tag: (0,inputs/* text */.Qq)({
        help: 'How the commit becomes a tag: `{short-sha}` (7 digits), `{short-sha:N}`, `{sha}`, `{ref}` and text between.',
        placeholder: 'TEMPLATE',
        fallback: '{short-sha}',
    }),
    platforms: (0,inputs/* list */.p_)({
        help: 'Platforms that the image must have to be ready: `linux/amd64, linux/arm64`.',
        placeholder: 'OS/ARCH,…',
    }),
    'verify-revision': (0,inputs/* boolean */.zM)({
        help: 'Whether the image’s label (or annotation) `org.opencontainers.image.revision` must be the commit.',
        fallback: 'false',
    }),
    wait: (0,inputs/* duration */.p0)({ help: 'How long to wait for the image to become ready.', fallback: '0s' }),
    'fail-if-not-ready': (0,inputs/* boolean */.zM)({
        help: 'Whether an image that is not ready fails the step.',
        fallback: 'false',
        cliFallback: 'true',
    }),
    'build-workflow': (0,inputs/* text */.Qq)({
        help: 'Builds a missing image by dispatching this workflow of GitHub Actions: its file name or number.',
        placeholder: 'FILE',
    }),
    'build-repository': (0,inputs/* text */.Qq)({
        help: 'The GitHub repository, `owner/name`, that has the workflow.',
        placeholder: 'NAME',
        fallbackHelp: 'the workflow’s own repository',
    }),
    'build-ref': (0,inputs/* text */.Qq)({
        help: 'The branch or tag to dispatch the workflow at.',
        placeholder: 'REF',
        fallbackHelp: 'the ref itself when the build repository is the source repository, else the default branch',
    }),
    'build-inputs': (0,inputs/* lines */.Mn)({
        help: 'The inputs of the workflow, or the variables of a custom pipeline: a JSON object, or lines of `key=value`, with `{commit}`, `{short-sha}`, `{ref}`, `{repo}`, `{image}`, `{tag}` and `{build-id}` (a text that no other build has) filled in.',
        placeholder: 'KEY=VALUE',
    }),
    'build-token': (0,inputs/* secret */.rJ)({
        help: 'A token that may start and cancel the build: `actions: write` at GitHub, `pipeline:write` at Bitbucket.',
        fallbackHelp: '`source-token` when it is for the same host; for GitHub else the workflow’s own token',
    }),
    'build-pipeline': (0,inputs/* text */.Qq)({
        help: 'Builds a missing image by Bitbucket Pipelines, for that commit: `default`, or the name of a custom pipeline. One that runs already for the commit is joined.',
        placeholder: 'NAME',
    }),
    'build-command': (0,inputs/* text */.Qq)({
        help: 'Builds a missing image by this program with its arguments. Quotes count, there is no shell; the placeholders of build-inputs are filled in.',
        placeholder: 'COMMAND',
    }),
    'build-timeout': (0,inputs/* duration */.p0)({ help: 'How long a build may take.', fallback: '30m' }),
    'prune-keep': (0,inputs/* wholeNumber */.rD)({
        help: 'Prunes the repository of an image that is ready to so many images, the newest; the one just checked always stays. A journal is kept, as by `prune`.',
        placeholder: 'N',
        refusesEmpty: true,
    }),
    timeout: (0,inputs/* duration */.p0)({
        help: 'The time for all of it.',
        fallbackHelp: '2 minutes more than `wait` and, with a build, `build-timeout`; with `prune-keep` 30 minutes more',
    }),
};

// EXTERNAL MODULE: ./build/src/commands/journal-note.js
var journal_note = __webpack_require__(5308);
// EXTERNAL MODULE: ./build/src/reports/failure.js
var failure = __webpack_require__(1495);
// EXTERNAL MODULE: ./build/src/reports/markdown.js
var markdown = __webpack_require__(364);
;// CONCATENATED MODULE: ./build/src/commands/check/summary.js



function headlineOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length === 1 && only !== undefined)
        return sentenceOf(only);
    const reasons = outcomes.flatMap((outcome) => outcome.kind === 'failed' || outcome.ready ? [] : [`${outcome.image} (${outcome.reason})`]);
    return reasons.length === 0 || outcomes.some(({ kind }) => kind === 'failed')
        ? tallyOf(outcomes)
        : `${tallyOf(outcomes)}: ${reasons.join(', ')}`;
}
function tallyOf(outcomes) {
    const failed = outcomes.filter(({ kind }) => kind === 'failed').length;
    if (failed > 0)
        return `${failed} of ${outcomes.length} images could not be checked`;
    const waiting = outcomes.filter((outcome) => outcome.kind === 'checked' && !outcome.ready).length;
    if (waiting === 0)
        return `all ${outcomes.length} images are ready`;
    return `${waiting} of ${outcomes.length} images ${waiting === 1 ? 'is' : 'are'} not ready`;
}
function titleOf(outcomes) {
    const [only] = outcomes;
    if (outcomes.length !== 1 || only === undefined)
        return tallyOf(outcomes);
    if (only.kind === 'failed' || only.ready)
        return sentenceOf(only);
    if (only.failure?.kind === 'timeout')
        return `${only.image} is not ready, and its build has not finished`;
    if (only.failure !== undefined)
        return `${only.image} is not ready, and its build did not succeed`;
    return only.build === undefined ? sentenceOf(only) : `${only.image} is not ready, although its build succeeded`;
}
function sentenceOf(outcome) {
    if (outcome.kind === 'failed')
        return `the image of ${outcome.target.name} could not be checked`;
    return outcome.ready ? `${outcome.image} is ready` : `${outcome.image} is not ready: ${outcome.reason}`;
}
const marks = { ready: '✅ ready', waiting: '❌ not ready', failed: '⚠️ unknown' };
function summaryOf(outcomes, pruned) {
    const builds = outcomes.some((outcome) => outcome.kind === 'checked' && outcome.build !== undefined);
    const head = ['Status', 'Source repository', 'Ref', 'Commit', 'Image', ...(builds ? ['Build'] : [])].map(markdown/* plain */.pj);
    const rows = outcomes.map((outcome) => [...cellsOf(outcome), ...(builds ? [buildCell(outcome)] : [])]);
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `### Image Gate: ${(0,markdown/* plain */.pj)(titleOf(outcomes))}`, (0,markdown/* table */.tp)([head, ...rows]), remarksOf(outcomes), detailsOf(outcomes), pruningOf(pruned));
}
function cellsOf(outcome) {
    const { sourceRepository, refName } = outcome.target;
    const asked = [(0,markdown/* code */.aY)(sourceRepository), (0,markdown/* code */.aY)(refName)];
    if (outcome.kind === 'failed')
        return [(0,markdown/* plain */.pj)(marks.failed), ...asked, (0,markdown/* plain */.pj)(''), (0,markdown/* plain */.pj)('')];
    const mark = outcome.ready ? marks.ready : marks.waiting;
    return [(0,markdown/* plain */.pj)(mark), ...asked, (0,markdown/* code */.aY)(outcome.commit.slice(0, 12)), (0,markdown/* code */.aY)(outcome.image)];
}
function buildCell(outcome) {
    if (outcome.kind === 'failed' || outcome.build === undefined)
        return (0,markdown/* plain */.pj)('');
    const { conclusion, url } = outcome.build;
    const unknown = outcome.failure?.kind === 'timeout' ? 'not finished' : 'not known';
    return url === undefined ? (0,markdown/* plain */.pj)(conclusion) : (0,markdown/* link */.nf)(conclusion || unknown, url);
}
function remarksOf(outcomes) {
    const reasons = outcomes.flatMap((outcome) => {
        if (outcome.failure !== undefined || outcome.kind === 'failed' || outcome.ready)
            return [];
        return outcomes.length === 1 && outcome.build === undefined ? [] : [(0,markdown/* markdown */.wD) `- ${(0,markdown/* plain */.pj)(sentenceOf(outcome))}`];
    });
    const failed = (0,failure/* failureList */.J_)(outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])));
    const linked = new Set(outcomes.map((outcome) => (outcome.kind === 'checked' ? outcome.build?.url : undefined)));
    const pages = (0,markdown/* pageList */.SV)(outcomes.flatMap(({ failure }) => failure?.pages ?? []).filter((page) => !linked.has(page)));
    const parts = [...new Set(reasons), failed, pages].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join('\n');
}
function detailsOf(outcomes) {
    const rows = outcomes.flatMap((outcome) => outcome.kind === 'checked' && outcome.ready ? [[(0,markdown/* code */.aY)(outcome.pinned ?? ''), (0,markdown/* code */.aY)(outcome.commit)]] : []);
    if (rows.length === 0)
        return undefined;
    return (0,markdown/* folded */.TM)('By digest: what to deploy', (0,markdown/* table */.tp)([[(0,markdown/* plain */.pj)('Image by its digest'), (0,markdown/* plain */.pj)('Commit')], ...rows]));
}
function pruningOf(pruned) {
    if (pruned === undefined)
        return undefined;
    const { headline, journal, failures, warned } = pruned;
    return (0,markdown/* paragraphs */.qN)((0,markdown/* markdown */.wD) `Pruning ${(0,markdown/* plain */.pj)(headline)}.`, (0,journal_note/* journalNote */.K)(journal), (0,failure/* failureList */.J_)([...failures, ...warned]));
}

;// CONCATENATED MODULE: ./build/src/commands/check/report.js


function reportCheck({ outcomes, failIfNotReady, pruned }) {
    const failures = [
        ...outcomes.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
        ...(pruned?.failures ?? []),
    ];
    const unknown = outcomes.some(({ kind }) => kind === 'failed');
    const ready = outcomes.every((outcome) => outcome.kind === 'checked' && outcome.ready);
    const exitCode = failures[0]?.exitCode ?? (ready || !failIfNotReady ? 0 : 1);
    return {
        outputs: outputsOf(outcomes, unknown ? undefined : ready),
        json: { ...jsonOf(outcomes, ready), ...prunedOf(pruned) },
        summary: summaryOf(outcomes, pruned),
        table: { columns: ['status', 'image', 'ref', 'commit', 'digest'], rows: outcomes.map(rowOf) },
        headline: headlineOf(outcomes),
        note: (0,journal_note/* journalWords */.P)(pruned?.journal),
        failures,
        exitCode,
    };
}
function outputsOf(outcomes, ready) {
    const [only] = outcomes.length === 1 ? outcomes : [];
    const single = only?.kind === 'checked' ? only : undefined;
    return {
        ...(ready === undefined ? {} : { ready: String(ready), status: ready ? 'ready' : 'not-ready' }),
        ...(single && { image: single.image, tag: single.tag, commit: single.commit }),
        ...(single && { digest: single.digest ?? '', pinned: single.pinned ?? '' }),
        ...(single && { 'build-url': single.build?.url ?? '', 'build-conclusion': single.build?.conclusion ?? '' }),
        results: JSON.stringify(outcomes.map(resultOf)),
    };
}
function resultOf(outcome) {
    const { name, refName } = outcome.target;
    const asked = { repository: name, reference: refName };
    if (outcome.kind === 'failed') {
        const { message, exitCode } = outcome.failure;
        return { ...asked, status: 'failed', error: message, 'exit-code': exitCode };
    }
    const { commit, image, tag, ready, digest, pinned, reason, build } = outcome;
    const built = build && { 'build-url': build.url, 'build-conclusion': build.conclusion };
    return {
        ...asked,
        commit,
        image,
        tag,
        ready,
        status: ready ? 'ready' : 'not-ready',
        digest,
        pinned,
        reason,
        ...built,
    };
}
function jsonOf(outcomes, ready) {
    const results = outcomes.map((outcome) => ({ ...resultOf(outcome), 'build-image': builtImage(outcome) }));
    const [only, second] = results;
    if (only !== undefined && second === undefined)
        return only;
    const failed = outcomes.some(({ kind }) => kind === 'failed');
    return failed ? { status: 'failed', results } : { ready, status: ready ? 'ready' : 'not-ready', results };
}
function prunedOf(pruned) {
    if (pruned === undefined)
        return {};
    const { deleted, kept, journal } = pruned;
    return { pruned: { 'deleted-count': deleted, 'kept-count': kept, journal: journal ?? null } };
}
function builtImage(outcome) {
    return outcome.kind === 'checked' && outcome.build?.conclusion === 'success' ? outcome.image : null;
}
function rowOf(outcome) {
    const { name, refName } = outcome.target;
    if (outcome.kind === 'failed')
        return [{ text: 'failed', tone: 'bad' }, { text: name }, { text: refName }, { text: '' }, { text: '' }];
    const { ready, image, commit, digest } = outcome;
    const status = ready ? { text: 'ready', tone: 'good' } : { text: 'not ready', tone: 'bad' };
    return [
        status,
        { text: image },
        { text: refName },
        { text: commit.slice(0, 12) },
        { text: digest?.slice(0, 19) ?? '' },
    ];
}

// EXTERNAL MODULE: ./build/src/commands/check/image.js
var check_image = __webpack_require__(3774);
;// CONCATENATED MODULE: ./build/src/commands/check/targets.js






function planCheck(inputs, workflow) {
    const source = planSource(inputs, workflow);
    const images = (0,check_image/* planImages */.y)(inputs, source.repositories);
    checkTimes(inputs);
    return {
        source,
        template: parseTagTemplate(inputs.tag),
        platforms: inputs.platforms.map(images_platform/* parsePlatform */.Y8),
        targets: images.map((image, at) => readTarget(inputs, source, at, image)),
    };
}
function readTarget(inputs, source, at, image) {
    const { owner, name } = source.repositories[at] ?? { owner: undefined, name: '' };
    const sourceRepository = owner === undefined ? name : `${owner}/${name}`;
    const isOwn = source.workflow?.repository.toLowerCase() === sourceRepository.toLowerCase();
    const own = isOwn ? source.workflow : undefined;
    return { name, sourceRepository, ...readRef(inputs.ref, own, sourceRepository), image };
}
function readRef(given, own, repository) {
    if (own !== undefined && (given === undefined || (given === own.ref && given.startsWith('refs/pull/')))) {
        const sha = own.commit();
        return { ref: { kind: 'commit', sha }, refName: own.refName || sha, ...kindOf(own) };
    }
    if (given === undefined) {
        throw (0,errors/* usageFailure */.II)(`ref is needed: the workflow’s commit is not one of ${repository}`, 'Give a branch, a tag or a commit SHA of that repository.');
    }
    const ref = parseRef(given);
    return { ref, refName: refName(ref) };
}
function kindOf({ ref }) {
    if (ref.startsWith('refs/heads/'))
        return { refKind: 'branch' };
    return ref.startsWith('refs/tags/') ? { refKind: 'tag' } : {};
}
function checkTimes({ wait, timeout }) {
    if (timeout === undefined || timeout > wait)
        return;
    throw (0,errors/* usageFailure */.II)('timeout is not longer than wait', 'timeout is the time for all of it: give more, or leave it empty.');
}

// EXTERNAL MODULE: ./build/src/commands/each.js
var each = __webpack_require__(1207);
;// CONCATENATED MODULE: ./build/src/commands/check.js









const atOnce = 8;
const usualTime = 2 * 60_000;
const mostPruneTime = 30 * 60_000;
const check = {
    name: 'check',
    summary: 'Is the container image for this commit there? Resolves a ref, names the image, asks the registry, waits if told.',
    inputs: checkInputs,
    positional: ['repo', 'ref'],
    example: 'api develop --source bitbucket --owner acme --namespace acme',
    outputs: {
        ready: '`true` when the image is there and has all that was asked of it, else `false`; of several: when all are. Not set when it could not be found out.',
        status: '`ready` or `not-ready`.',
        image: 'The image with its tag: `loyaltolpi/saas-apigateway:660cbcf`. Like the following, only of a single `repo`.',
        tag: 'The tag alone.',
        digest: 'The digest of the manifest or index, when there is one.',
        pinned: 'The image by its digest, `name@sha256:…`: what to deploy. Only of an image that is ready.',
        commit: 'The full SHA of the commit.',
        'build-url': 'The page of the run or pipeline that was started or joined.',
        'build-conclusion': 'How it ended, `success` or another word of its host; empty when nothing was built.',
        results: 'A JSON array with one object for each `repo`, in order: `repository`, `reference`, `commit`, `image`, `tag`, `ready`, `status`, `digest`, `pinned`, `reason`, `build-url`, `build-conclusion`.',
    },
    destructive: (inputs) => inputs['prune-keep'] === undefined
        ? undefined
        : `Prune the repositories of images that are ready to ${inputs['prune-keep']} images?`,
    timeout: (inputs) => inputs.timeout ?? inputs.wait + buildTime(inputs) + pruneTime(inputs) + usualTime,
    run: runCheck,
    report: reportCheck,
};
function buildTime(inputs) {
    const builds = inputs['build-workflow'] ?? inputs['build-pipeline'] ?? inputs['build-command'];
    return builds === undefined ? 0 : inputs['build-timeout'];
}
function pruneTime(inputs) {
    return inputs['prune-keep'] === undefined ? 0 : mostPruneTime;
}
async function runCheck(inputs, context) {
    const outcomes = await lookAndBuild(inputs, context);
    const failIfNotReady = inputs['fail-if-not-ready'];
    if (inputs['prune-keep'] === undefined)
        return { outcomes, failIfNotReady };
    const { pruneAfter } = await Promise.all(/* import() */[__webpack_require__.e(373), __webpack_require__.e(175), __webpack_require__.e(452)]).then(__webpack_require__.bind(__webpack_require__, 1452));
    const pruned = await pruneAfter(outcomes, inputs['prune-keep'], inputs, context);
    return { outcomes, failIfNotReady, ...(pruned && { pruned }) };
}
async function lookAndBuild(inputs, context) {
    const plan = planCheck(inputs, context.workflow);
    if (inputs['prune-keep'] !== undefined)
        for (const { image } of plan.targets)
            (0,deleter/* refuseUndeletable */.ON)(image.registry);
    const buildPlan = planBuild(inputs, plan, context.workflow);
    const source = createSource(plan, context);
    const registry = await createRegistry(plan, inputs, context);
    const builder = await buildPlan?.create(builderSettings(inputs, context));
    if (buildPlan?.token !== undefined)
        hideToken(buildPlan.token, plan.source.username, context);
    const job = { plan, inputs, source, registry, context, firstWait: builder === undefined ? inputs.wait : 0 };
    const looked = await (0,each/* eachOf */.p)(plan.targets, atOnce, (target) => settle(target, context, () => checkOne(target, job)));
    if (builder === undefined)
        return looked;
    return Promise.all(looked.map((outcome) => {
        if (outcome.kind === 'failed' || outcome.ready)
            return outcome;
        return settle(outcome.target, context, () => buildOne(outcome, builder, job));
    }));
}
function createSource({ source }, context) {
    const { kind, url, username, token } = source;
    if (token !== undefined)
        hideToken(token, username, context);
    return kind.create({ ...context, url, username, token });
}
async function createRegistry(plan, inputs, context) {
    const [first] = plan.targets;
    if (first === undefined)
        throw new Error('a plan without targets');
    return (0,registry_inputs/* connectWith */.v7)(first.image.registry, inputs, context);
}
function builderSettings(inputs, context) {
    const { log, progress } = context;
    return {
        ...context,
        timeout: inputs['build-timeout'],
        info: log.info,
        detail: log.detail,
        warn: log.warn,
        group: log.group,
        progress: progress.update,
    };
}
function hideToken(token, username, { log }) {
    log.secret(token);
    log.secret((0,basic/* basicHeader */.m)(username ?? 'x-access-token', token).replace('Basic ', ''));
}


/***/ }),

/***/ 3774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ checkRegistries),
/* harmony export */   y: () => (/* binding */ planImages)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6093);
/* harmony import */ var _registries_profiles_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6615);



function planImages(inputs, repositories) {
    const registry = (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRegistry */ .l5)(inputs.registry);
    if (inputs.image === undefined)
        return repositories.map(({ owner, name }) => usualImage(inputs, registry, owner, name));
    if (repositories.length > 1) {
        const what = `image names one image, and repo names ${repositories.length} repositories`;
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(what, 'Leave image empty, or use one step for each.');
    }
    const image = (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageName */ ["if"])(inputs.image, registry);
    if (image.tag !== undefined || image.digest !== undefined) {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`image ${JSON.stringify(inputs.image)} has a tag or a digest`, 'Give the name alone; the tag is made from the commit, as the input tag says.');
    }
    checkRegistries(image.registry, registry, inputs);
    return [image];
}
function usualImage(inputs, registry, owner, name) {
    const { emptyNamespace } = (0,_registries_profiles_js__WEBPACK_IMPORTED_MODULE_2__/* .profileOf */ .d)(registry);
    const namespace = inputs.namespace ?? (emptyNamespace === 'owner' ? owner?.toLowerCase() : undefined);
    if (namespace === undefined && emptyNamespace !== 'none') {
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`namespace is needed for images in ${registry.host}`, 'Give the user or organization that the image is pushed to as namespace, or the whole name as image.');
    }
    return (0,_images_name_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .aR)(registry, namespace === undefined ? name.toLowerCase() : `${namespace}/${name.toLowerCase()}`);
}
function checkRegistries(ofImage, registry, inputs) {
    if (ofImage.host === registry.host)
        return;
    if (registry.host === 'docker.io' && inputs.username === undefined && inputs.password === undefined)
        return;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`image is in ${ofImage.host}, and registry is ${registry.host}`, `username and password go to registry and nowhere else: write registry: ${ofImage.host}.`);
}


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
            let answer;
            const recording = {
                async request(request) {
                    answer = await http.request(repeatable === undefined ? request : { ...request, repeatable });
                    return answer;
                },
            };
            const octokit = new GitHub({
                baseUrl: address,
                ...(token === undefined ? {} : { auth: token }),
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

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   Y8: () => (/* binding */ parsePlatform),
/* harmony export */   my: () => (/* binding */ samePlatform)
/* harmony export */ });
/* unused harmony export normalizePlatform */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);

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
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .usageFailure */ .II)(`${JSON.stringify(text)} is not a platform`, 'Write os/architecture or os/architecture/variant: linux/amd64, linux/arm64, linux/arm/v7.');
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
        clearsLeftovers: true,
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

/***/ 8224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readImage)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(101);
/* harmony import */ var _inspection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5011);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3572);




const depthLimit = 4;
const childLimit = 100;
async function readImage(repository, digest, wantLabels) {
    const manifest = await mustRead(repository, digest);
    const { annotations } = manifest;
    const wants = (platform) => wantLabels(annotations, platform);
    return { annotations, images: await imagesOf(repository, manifest, wants, 1) };
}
async function imagesOf(repository, manifest, wants, depth) {
    if (manifest.content.kind === 'image')
        return [await readConfig(repository, manifest, manifest.content.config)];
    if (depth > depthLimit)
        throw unreadable(manifest.descriptor, `more than ${depthLimit} indexes lie in one another`);
    const children = manifest.content.manifests.filter((child) => !(0,_inspection_js__WEBPACK_IMPORTED_MODULE_1__/* .isAttestation */ .H3)(child));
    if (children.length > childLimit)
        throw unreadable(manifest.descriptor, `its index lists more than ${childLimit} images`);
    const listed = [];
    for (const descriptor of children) {
        const { platform } = descriptor;
        if (platform !== undefined && !(0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(descriptor) && !wants(platform))
            listed.push([{ descriptor, platform }]);
        else
            listed.push(await imagesOf(repository, await mustRead(repository, descriptor.digest), wants, depth + 1));
    }
    return listed.flat();
}
async function readConfig(repository, manifest, config) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(await repository.smallBlob(config));
    const { os, architecture, variant, config: inner } = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? value : {};
    if (typeof os !== 'string' || typeof architecture !== 'string') {
        throw unreadable(manifest.descriptor, `its config (${config.mediaType}) does not say which platform it is for`);
    }
    const labels = (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(inner) ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .texts */ .Te)(inner.Labels) : {};
    return {
        descriptor: manifest.descriptor,
        platform: { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) },
        labels: { ...manifest.annotations, ...labels },
    };
}
async function mustRead(repository, digest) {
    const manifest = await repository.manifest(digest);
    if (manifest === undefined)
        throw unreadable({ digest }, 'the registry lists it, and answers 404 for it');
    return manifest;
}
function unreadable({ digest }, answered) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked: `the manifest ${digest}`,
        answered,
        advice: 'The image is damaged or not a container image: build and push it again.',
    });
}


/***/ }),

/***/ 5011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   YC: () => (/* binding */ createdOf),
/* harmony export */   _m: () => (/* binding */ isImageConfig),
/* harmony export */   m3: () => (/* binding */ inspectManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _images_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7825);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(101);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3572);




const depthLimit = 4;
const configTypes = /^application\/vnd\.(?:oci\.image\.config\.v1|docker\.container\.image\.v1)\+json$/;
async function inspectManifest(repository, manifest, wanted) {
    const attestations = [];
    const images = await imagesOf(repository, manifest, wanted, attestations, 1);
    const asked = typeof wanted === 'string' ? images : images.filter((image) => isFor(image.platform, wanted));
    return { descriptor: manifest.descriptor, annotations: manifest.annotations, images: asked, attestations };
}
async function imagesOf(repository, manifest, wanted, attestations, depth) {
    if (manifest.content.kind === 'image')
        return [await readImage(repository, manifest, manifest.content)];
    if (depth > depthLimit)
        throw unreadable(manifest.descriptor, `more than ${depthLimit} indexes lie in one another`);
    attestations.push(...manifest.content.manifests.filter(isAttestation));
    const children = manifest.content.manifests.filter((child) => !isAttestation(child) && mayBe(child, wanted));
    const read = wanted === 'first' ? children.slice(0, 1) : children;
    const found = await Promise.all(read.map(async (child) => {
        const inner = await repository.manifest(child.digest);
        if (inner === undefined)
            throw unreadable(child, 'an index lists it, and the registry answers 404 for it');
        const images = await imagesOf(repository, inner, wanted, attestations, depth + 1);
        return images.map((image) => ({ ...image, platform: image.platform ?? child.platform }));
    }));
    return found.flat();
}
function isAttestation({ annotations, platform }) {
    return (annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' ||
        (platform?.os === 'unknown' && platform.architecture === 'unknown'));
}
function mayBe(child, wanted) {
    return typeof wanted === 'string' || child.platform === undefined || (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isIndex */ .nw)(child) || isFor(child.platform, wanted);
}
function isFor(platform, wanted) {
    return platform !== undefined && (0,_images_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .samePlatform */ .my)(platform, wanted);
}
async function readImage(repository, manifest, { config, layers }) {
    const value = isImageConfig(config) ? read(await repository.smallBlob(config)) : {};
    const { os, architecture, variant, created } = value;
    const known = typeof os === 'string' && typeof architecture === 'string' && os !== '' && architecture !== '';
    return {
        descriptor: manifest.descriptor,
        platform: known ? { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) } : undefined,
        created: timeOf(created),
        labels: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value.config) ? (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .texts */ .Te)(value.config.Labels) : {},
        annotations: manifest.annotations,
        artifactType: manifest.artifactType,
        config,
        layers,
    };
}
function isImageConfig({ mediaType }) {
    return configTypes.test(mediaType);
}
function createdOf(config) {
    return timeOf(read(config).created);
}
function timeOf(value) {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value))
        return undefined;
    const time = new Date(value);
    return Number.isNaN(time.getTime()) ? undefined : time;
}
function sizeOf(images) {
    const blobs = new Map(images.flatMap(({ config, layers }) => [config, ...layers]).map((one) => [one.digest, one]));
    return [...blobs.values()].reduce((sum, { size = 0 }) => sum + size, 0);
}
function read(bytes) {
    const value = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .q)(bytes);
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? value : {};
}
function unreadable({ digest }, answered) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR('server', {
        asked: `the manifest ${digest}`,
        answered,
        advice: 'The image is damaged: build and push it again.',
    });
}


/***/ })

};
