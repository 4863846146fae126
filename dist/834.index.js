export const id = 834;
export const ids = [834];
export const modules = {

/***/ 8834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createVerification: () => (/* binding */ createVerification)
});

// EXTERNAL MODULE: ./build/src/http/headers.js
var headers = __webpack_require__(100);
// EXTERNAL MODULE: ./build/src/http/message.js
var message = __webpack_require__(3833);
// EXTERNAL MODULE: ./build/src/http/responses.js + 1 modules
var responses = __webpack_require__(4078);
// EXTERNAL MODULE: ./build/src/http/url-policy.js
var url_policy = __webpack_require__(8106);
// EXTERNAL MODULE: ./build/src/lib/errors.js
var errors = __webpack_require__(9862);
// EXTERNAL MODULE: ./build/src/lib/parse-json.js
var parse_json = __webpack_require__(9853);
;// CONCATENATED MODULE: ./build/src/lib/snappy.js
function decodeSnappy(block, most) {
    const header = readVarint(block);
    if (header === undefined || header.value > most)
        return undefined;
    const content = Buffer.alloc(header.value);
    let from = header.next;
    let to = 0;
    while (from < block.length) {
        const element = readElement(block, from);
        if (element === undefined || to + element.length > content.length)
            return undefined;
        const { length, offset, next } = element;
        if (offset === undefined) {
            if (next + length > block.length)
                return undefined;
            content.set(block.subarray(next, next + length), to);
            from = next + length;
        }
        else {
            if (offset === 0 || offset > to)
                return undefined;
            for (let at = to; at < to + length; at += 1)
                content[at] = content[at - offset] ?? 0;
            from = next;
        }
        to += length;
    }
    return to === content.length ? content : undefined;
}
function readElement(block, at) {
    const tag = block[at] ?? 0;
    const upper = tag >> 2;
    switch (tag & 3) {
        case 0: {
            const bytes = upper < 60 ? 0 : upper - 59;
            const length = bytes === 0 ? upper : littleEndian(block, at + 1, bytes);
            return length === undefined ? undefined : { length: length + 1, next: at + 1 + bytes };
        }
        case 1: {
            const low = littleEndian(block, at + 1, 1);
            return low === undefined ? undefined : { length: (upper & 7) + 4, offset: ((tag >> 5) << 8) | low, next: at + 2 };
        }
        default: {
            const bytes = (tag & 3) === 2 ? 2 : 4;
            const offset = littleEndian(block, at + 1, bytes);
            return offset === undefined ? undefined : { length: upper + 1, offset, next: at + 1 + bytes };
        }
    }
}
function littleEndian(block, at, bytes) {
    if (at + bytes > block.length)
        return undefined;
    return block.subarray(at, at + bytes).reduceRight((value, byte) => value * 256 + byte, 0);
}
function readVarint(block) {
    let value = 0;
    for (let at = 0; at < 5; at += 1) {
        const byte = block[at];
        if (byte === undefined)
            return undefined;
        value += (byte & 0x7f) * 2 ** (7 * at);
        if (byte < 0x80)
            return value < 2 ** 32 ? { value, next: at + 1 } : undefined;
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/src/github/octokit.js + 1 modules
var octokit = __webpack_require__(1522);
;// CONCATENATED MODULE: ./build/src/github/attestations.js








const mostAttestations = 100;
const atOnce = 8;
const advice = {
    authentication: 'The token is wrong or has expired.',
    denied: 'The token needs attestations: read on this repository (permissions: attestations: read for the workflow’s own token).',
};
async function readAttestations(store, subject) {
    const api = (0,octokit/* createGitHubApi */._)(store.http, store.base, store.token);
    const path = `/repos/${(0,message/* encodePath */.O0)(store.repository)}/attestations/${encodeURIComponent(subject)}`;
    const request = { method: 'GET', url: new URL(`${api.base}${path}`) };
    const answer = await api.request('GET', `${path}?per_page=${mostAttestations}`);
    if (!(0,url_policy/* sameOrigin */.Nm)(answer.url, request.url))
        throw (0,message/* refusal */.x5)(request, `it redirects to ${answer.url.origin}, which was not asked`);
    if ((0,responses/* isMissing */.b2)(answer))
        return { bundles: [], unread: [] };
    const operation = (0,message/* describe */.q0)(request);
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, operation, advice);
    const read = [];
    const entries = entriesIn(answer, operation);
    for (let at = 0; at < entries.length; at += atOnce) {
        const some = entries.slice(at, at + atOnce).map((one) => readEntry(store, request.url, one));
        read.push(...(await Promise.allSettled(some)));
    }
    const isWhole = (0,headers/* nextLink */.IX)(answer.headerValues('link')).kind === 'none';
    return {
        bundles: read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
        unread: [
            ...read.flatMap((one) => (one.status === 'rejected' ? [(0,errors/* asFailure */.h_)(one.reason)] : [])),
            ...(isWhole ? [] : [tooMany(operation)]),
        ],
    };
}
function entriesIn(answer, operation) {
    const { attestations } = (0,responses/* jsonObject */.o$)(answer, operation);
    const entries = Array.isArray(attestations) ? attestations.map(readObject) : [undefined];
    if (entries.every((entry) => entry !== undefined))
        return entries;
    throw new errors/* Failure */.HR('server', {
        operation,
        reason: '200, and a list of attestations that has no bundles',
        advice: 'Use a newer version of Image Gate: the API may have changed.',
    });
}
function readObject(value) {
    if (typeof value !== 'object' || value === null)
        return undefined;
    const bundle = Reflect.get(value, 'bundle');
    const address = Reflect.get(value, 'bundle_url');
    if (typeof bundle === 'object' && bundle !== null)
        return { bundle };
    return typeof address === 'string' ? { address } : undefined;
}
async function readEntry(store, api, entry) {
    return 'bundle' in entry ? Buffer.from(JSON.stringify(entry.bundle)) : fetchBundle(store, api, entry.address);
}
async function fetchBundle({ http, limit }, api, address) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const objection = url === undefined ? 'it is no address' : (0,url_policy/* refusalReason */.b)(url, api);
    if (url === undefined || objection !== undefined) {
        throw (0,message/* refusal */.x5)({ method: 'GET', url: api }, `it names the address of an attestation, and ${objection}`);
    }
    const request = { method: 'GET', url, limit };
    const answer = await http.request(request);
    if (answer.status !== 200)
        throw (0,responses/* failureOf */.g5)(answer, (0,message/* describe */.q0)(request));
    const bytes = (0,parse_json/* parseJson */.q)(answer.body) === undefined ? decodeSnappy(answer.body, limit) : answer.body;
    if (bytes !== undefined)
        return bytes;
    throw new errors/* Failure */.HR('server', {
        operation: (0,message/* describe */.q0)(request),
        reason: '200, and neither JSON nor Snappy, as attestations are',
        advice: 'Check that no proxy or login page answers in the place of GitHub’s storage.',
    });
}
function tooMany(operation) {
    return new errors/* Failure */.HR('server', {
        operation,
        reason: `there are more than the ${mostAttestations} attestations that were read`,
        permanent: true,
        advice: 'The one that is looked for may be among the others: delete those that nobody needs any more.',
    });
}

// EXTERNAL MODULE: ./build/src/images/digest.js
var images_digest = __webpack_require__(2970);
// EXTERNAL MODULE: ./build/src/lib/input-names.js
var input_names = __webpack_require__(8640);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/verification/keys.js



const curveHashes = {
    prime256v1: ['sha256'],
    secp384r1: ['sha256', 'sha384'],
    secp521r1: ['sha256', 'sha512'],
};
function parseKeys(text) {
    const blocks = text.match(/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g) ?? [];
    const rest = blocks.reduce((left, block) => left.replace(block, ''), text);
    if (blocks.length === 0 || /-----(?:BEGIN|END)/.test(rest)) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('signature-key')}: no public key in PEM`, 'Give the content of cosign.pub, which begins with -----BEGIN PUBLIC KEY-----, or the path of such a file.');
    }
    return blocks.map(parseKey);
}
function parseKey(pem) {
    const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1] ?? '';
    if (label !== 'PUBLIC KEY') {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('signature-key')}: it is a ${label}, not a PUBLIC KEY`, label.includes('PRIVATE')
            ? 'Keep the private key secret: replace it if it was published. Give the public one, as `cosign public-key` prints it.'
            : 'Give a public key in PEM, as `cosign public-key` prints it.');
    }
    const key = readKey(pem);
    const fault = faultOf(key);
    if (fault !== undefined) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('signature-key')}: ${fault}`, 'Keys that can be used: ECDSA on P-256, P-384 or P-521, RSA of 2048 bits or more, Ed25519.');
    }
    return { key, fingerprint: fingerprintOf(key) };
}
function readKey(pem) {
    try {
        return (0,external_node_crypto_.createPublicKey)(pem);
    }
    catch (thrown) {
        throw (0,errors/* usageFailure */.II)(`${(0,input_names/* inputName */.yu)('signature-key')}: the key cannot be read: ${(0,errors/* asFailure */.h_)(thrown).reason}`, 'Give a public key in PEM, as `cosign public-key` prints it.');
    }
}
function faultOf({ asymmetricKeyType: type, asymmetricKeyDetails = {} }) {
    const { namedCurve = '', modulusLength = 0 } = asymmetricKeyDetails;
    if (type === 'ed25519')
        return undefined;
    if (type === 'rsa')
        return modulusLength < 2048 ? `an RSA key of ${modulusLength} bits is too short` : undefined;
    if (type === 'ec')
        return namedCurve in curveHashes ? undefined : `no signer uses the curve ${namedCurve}`;
    return `no signer uses keys of type ${type ?? 'unknown'}`;
}
function fingerprintOf(key) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex')}`;
}
function hasSigned({ key }, bytes, signature) {
    const { asymmetricKeyType, asymmetricKeyDetails } = key;
    const hashes = asymmetricKeyType === 'ed25519' ? [null] : (curveHashes[asymmetricKeyDetails?.namedCurve ?? ''] ?? ['sha256']);
    return hashes.some((hash) => (0,external_node_crypto_.verify)(hash, bytes, key, signature));
}

// EXTERNAL MODULE: ./node_modules/@sigstore/protobuf-specs/dist/index.js
var dist = __webpack_require__(9654);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
;// CONCATENATED MODULE: ./build/src/verification/json.js
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
function asList(value) {
    return Array.isArray(value) ? value : [];
}
function asText(value) {
    return typeof value === 'string' ? value : undefined;
}
function objectAt(value, ...path) {
    let at = value;
    for (const step of path)
        at = typeof step === 'number' ? asList(at)[step] : asObject(at)?.[step];
    return asObject(at);
}

;// CONCATENATED MODULE: ./build/src/verification/roots/github.js
const githubRoot = {
    date: '2026-06-29',
    content: {
        mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
        certificateAuthorities: [
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'fulcio.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICKjCCAbCgAwIBAgIUW3TJVeOvr+NSvJXdOw8nEEn7HhQwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMB4XDTIzMDkxMjE0MDY1NFoXDTI0MDkxMTE0MDY1NFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwyMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEsosodObhuHG6Pr5vp5y+pmnKawS1h2hwv3r3hBwqh3ZHJAw64mhDnDs9fw4jKkZEBYRSVyOHyZppz4day8hgpTIDwdj44Oan4RDb+wmj04jfhVLjLsQ4Q/X4K/ynRgNXo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUm0vkDkQZ29hutYdayJobIRmf/iMwHwYDVR0jBBgwFoAUwOG4UqRLTz7eejgRBs9JjqFFmzMwCgYIKoZIzj0EAwMDaAAwZQIwIBl93E7vkWTvdeIm1WSIM4qNsj0ApE8LCj3k1vrY5x6/7yhAZs7QlO3/FBCoEeaZAjEAlJcNr37uZq9BYHODHBeO/gP+6EfbzsNaLV22ASBlhF/a9y83ESLuqCNN7IxGxmWT',
                        },
                        {
                            rawBytes: 'MIICFTCCAZugAwIBAgIUD3Jlqt4qhrcZI4UnGfPGrEq/pjQwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDkxMTEyMDAwMFoXDTI4MDkwOTEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE7X7nK0wC7uEmDjW+on0sXIX3FacL3hhcrhneA+M/kl1OtvQiPmFrH9lbUQqOj/AfspJ8uGY3jaq8WuSg6ghatzYfuuzLAJIK4nGpCBafncF8EynOssPq64/Dz+JUWXqlo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBATAdBgNVHQ4EFgQUwOG4UqRLTz7eejgRBs9JjqFFmzMwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAI8HWLrke7uzhOpwlD1cNixPmoX9XFKe7bEPozo0D+vKi0Gt6VlC7xPedFIw4/AypAIwQP+FGRWvfx0IAH5/n0aRiN7/LVpyFA5RkJASZOVOib2Y8pNuhXa9V3ZbWO6v6kW/',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2023-10-27T16:30:00Z', end: '2024-05-25T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'fulcio.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICKzCCAbCgAwIBAgIUOpyw2HaZefsj/4SPXutGof8E2CkwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMB4XDTI0MDUxMzAwMDAwMFoXDTI1MDUxMzAwMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwyMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEJNJWvW8fckfk/oQmh+qCeIlFXl9YLEkKSjZCgcVB92Fi1HQnvmpCiyqpvP91SmT1/G6QbrmTGV7MmIQlDnBWHNUT+jwZ3elGu/yfr/v8U0uhZTIli/BMj5Y4ICHK/j4do3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUD0fF3cs+ldPyiWohHJ3JmO91V7gwHwYDVR0jBBgwFoAUwOG4UqRLTz7eejgRBs9JjqFFmzMwCgYIKoZIzj0EAwMDaQAwZgIxAO7BRC9i7oGUHjjlcHU/bfqk2NLy7t6wm3K5W+jBLFbAj6sVjYcY+rrYhop/OjclbQIxALafBKLPIPjoCI29BUHwLBFP6e92ZlyaoFtoqccceXAevRaDjXFvb5+M7wnD6AuAJw==',
                        },
                        {
                            rawBytes: 'MIICFTCCAZugAwIBAgIUD3Jlqt4qhrcZI4UnGfPGrEq/pjQwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDkxMTEyMDAwMFoXDTI4MDkwOTEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE7X7nK0wC7uEmDjW+on0sXIX3FacL3hhcrhneA+M/kl1OtvQiPmFrH9lbUQqOj/AfspJ8uGY3jaq8WuSg6ghatzYfuuzLAJIK4nGpCBafncF8EynOssPq64/Dz+JUWXqlo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBATAdBgNVHQ4EFgQUwOG4UqRLTz7eejgRBs9JjqFFmzMwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAI8HWLrke7uzhOpwlD1cNixPmoX9XFKe7bEPozo0D+vKi0Gt6VlC7xPedFIw4/AypAIwQP+FGRWvfx0IAH5/n0aRiN7/LVpyFA5RkJASZOVOib2Y8pNuhXa9V3ZbWO6v6kW/',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2024-05-13T00:00:00Z', end: '2024-10-25T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'fulcio.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICKzCCAbCgAwIBAgIUQeyd9UH06yZ63pDuqjgUZ58CnpMwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMB4XDTI0MTAwMzEyMDAwMFoXDTI1MTAwMzEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwyMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEwvbET2w+j9j9j50iTInH1gb9GSXkpsCvWz5orX1zgme+/Qh/5gMkpfmgfOSLV2ZRgT1hzujYmnKQvP2mCxYnbwQELAkAf+VhEY/7Uw3zZvguGQSdF1cxzRHiMTOha5eFo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUMib9z4ZYBcQANTVvVCa3KoTGbBUwHwYDVR0jBBgwFoAUwOG4UqRLTz7eejgRBs9JjqFFmzMwCgYIKoZIzj0EAwMDaQAwZgIxAPIU/zlJiJrxn6oTWNdEAD/YBSnhyxcvpq1D2DzFy8E8hbkEfMZPErYL7HyoL/BkdwIxAN9KDEKyktEUBrfHehfcLAzI2kERJx+8DSslXswOIbLaeqYfWsmrQAt5C0X/nOWxXA==',
                        },
                        {
                            rawBytes: 'MIICFTCCAZugAwIBAgIUD3Jlqt4qhrcZI4UnGfPGrEq/pjQwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDkxMTEyMDAwMFoXDTI4MDkwOTEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE7X7nK0wC7uEmDjW+on0sXIX3FacL3hhcrhneA+M/kl1OtvQiPmFrH9lbUQqOj/AfspJ8uGY3jaq8WuSg6ghatzYfuuzLAJIK4nGpCBafncF8EynOssPq64/Dz+JUWXqlo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBATAdBgNVHQ4EFgQUwOG4UqRLTz7eejgRBs9JjqFFmzMwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAI8HWLrke7uzhOpwlD1cNixPmoX9XFKe7bEPozo0D+vKi0Gt6VlC7xPedFIw4/AypAIwQP+FGRWvfx0IAH5/n0aRiN7/LVpyFA5RkJASZOVOib2Y8pNuhXa9V3ZbWO6v6kW/',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2024-10-07T00:00:00Z', end: '2025-06-19T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'fulcio.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICKTCCAbCgAwIBAgIUU7Y2PESb8FK88XCRQvI2rKDB5skwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMB4XDTI1MDUyNzAwMDAwMFoXDTI2MDUyNzAwMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwyMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEevMuOTGccTTXLu65xinRJP4gxkOemyAPCmUXEvhXKtLd+aDgN87PI0QxutOmPuQD2dLZVfxQmt5lvwJpUDIVYkKpH3mDxYbF6MJPMbq+A/EhkMaOS2+mcJRJdY2uam0Vo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQU8tE1L3b7FV3qJKzSqy1w97vPt6AwHwYDVR0jBBgwFoAUwOG4UqRLTz7eejgRBs9JjqFFmzMwCgYIKoZIzj0EAwMDZwAwZAIwSIsnfcDIvp+9SGBe9Es4xLDgZ6/B3wtODu+jtNUznQFPw1/WHa3iBMp3vYPkIqZDAjBBD4AKu166Hg7tDd5E8ckSCNNDkXD0Q7Xdl4yujgqv0goVMeOgRA1pKDGszhunjAQ=',
                        },
                        {
                            rawBytes: 'MIICFTCCAZugAwIBAgIUD3Jlqt4qhrcZI4UnGfPGrEq/pjQwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDkxMTEyMDAwMFoXDTI4MDkwOTEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE7X7nK0wC7uEmDjW+on0sXIX3FacL3hhcrhneA+M/kl1OtvQiPmFrH9lbUQqOj/AfspJ8uGY3jaq8WuSg6ghatzYfuuzLAJIK4nGpCBafncF8EynOssPq64/Dz+JUWXqlo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBATAdBgNVHQ4EFgQUwOG4UqRLTz7eejgRBs9JjqFFmzMwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAI8HWLrke7uzhOpwlD1cNixPmoX9XFKe7bEPozo0D+vKi0Gt6VlC7xPedFIw4/AypAIwQP+FGRWvfx0IAH5/n0aRiN7/LVpyFA5RkJASZOVOib2Y8pNuhXa9V3ZbWO6v6kW/',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2025-05-27T00:00:00Z', end: '2025-12-09T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'fulcio.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICKjCCAbCgAwIBAgIUNansGfOzaol+jXgh/wsz0X36zTMwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMB4XDTI1MTExMzAwMDAwMFoXDTI2MTExMzAwMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwyMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE24Un0srydTqXkWtrVrNdgPRNa1cCZqBRpFImYqItuVs/mszkn+RSlwcMzg/LwphU84qwA8Xv2z8ZaIETHspoQgMO4dP5zhJ5W8M+9crL1kR4Co2vS3TJZF9Qpsg+HiTro3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUGO6KtZB8c9gbXS2uNF3tXCtFNhEwHwYDVR0jBBgwFoAUwOG4UqRLTz7eejgRBs9JjqFFmzMwCgYIKoZIzj0EAwMDaAAwZQIxALmOdTRy/SiOc+QSf+eAPz24xWGhMryvNpyNvBZDeyqthC9KaMKmX+kHwJ0A6/bTXQIwE1mPbkH6tBXuWxlR/2Bj7UZ3MADlHSYGQUjpHMdQqJk17UVBywad5U6uA/f0pFdU',
                        },
                        {
                            rawBytes: 'MIICFTCCAZugAwIBAgIUD3Jlqt4qhrcZI4UnGfPGrEq/pjQwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDkxMTEyMDAwMFoXDTI4MDkwOTEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE7X7nK0wC7uEmDjW+on0sXIX3FacL3hhcrhneA+M/kl1OtvQiPmFrH9lbUQqOj/AfspJ8uGY3jaq8WuSg6ghatzYfuuzLAJIK4nGpCBafncF8EynOssPq64/Dz+JUWXqlo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBATAdBgNVHQ4EFgQUwOG4UqRLTz7eejgRBs9JjqFFmzMwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAI8HWLrke7uzhOpwlD1cNixPmoX9XFKe7bEPozo0D+vKi0Gt6VlC7xPedFIw4/AypAIwQP+FGRWvfx0IAH5/n0aRiN7/LVpyFA5RkJASZOVOib2Y8pNuhXa9V3ZbWO6v6kW/',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2025-11-13T00:00:00Z', end: '2026-07-13T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'fulcio.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICKjCCAbCgAwIBAgIUCZdc6761A2K2ny11d+8tvDIlBuAwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMB4XDTI2MDYxMjAwMDAwMFoXDTI3MDYxMjAwMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwyMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE8K+awztD1Q48OQsI2PzffEwHJxdHoKneYSSRgnG6VCk0RlZWeVHM7EwpsDMgMMz98IrRqVBAjxSt7fs39rz6NUKG3T26Khv0gmzuJ1xG0j0BmK0j0kkfRvzYpQKv108to3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUgeNOwb9e7ggupu+PZL6nr0Wgm88wHwYDVR0jBBgwFoAUwOG4UqRLTz7eejgRBs9JjqFFmzMwCgYIKoZIzj0EAwMDaAAwZQIweEGv0C3qXaA2+oPahLsBzRA2C5+oWNE5Jq1Qpqrn0QeDCSY5eCKzwFjVa5eICks5AjEAsifahLxtAiHc0I2SWHYX3s3sfOLPArgK6oBM0hKbIMCOokEUhss67N06KOuV2rqQ',
                        },
                        {
                            rawBytes: 'MIICFTCCAZugAwIBAgIUD3Jlqt4qhrcZI4UnGfPGrEq/pjQwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDkxMTEyMDAwMFoXDTI4MDkwOTEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZGdWxjaW8gSW50ZXJtZWRpYXRlIGwxMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE7X7nK0wC7uEmDjW+on0sXIX3FacL3hhcrhneA+M/kl1OtvQiPmFrH9lbUQqOj/AfspJ8uGY3jaq8WuSg6ghatzYfuuzLAJIK4nGpCBafncF8EynOssPq64/Dz+JUWXqlo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBATAdBgNVHQ4EFgQUwOG4UqRLTz7eejgRBs9JjqFFmzMwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAI8HWLrke7uzhOpwlD1cNixPmoX9XFKe7bEPozo0D+vKi0Gt6VlC7xPedFIw4/AypAIwQP+FGRWvfx0IAH5/n0aRiN7/LVpyFA5RkJASZOVOib2Y8pNuhXa9V3ZbWO6v6kW/',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2026-06-12T00:00:00Z' },
            },
        ],
        timestampAuthorities: [
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'timestamp.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICHDCCAaGgAwIBAgIUNDVlmtZuvoujn4KwiC/oxIr8hxAwCgYIKoZIzj0EAwMwMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMB4XDTIzMDgzMTEyMDAwMFoXDTI0MDgzMDEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgVGltZXN0YW1waW5nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEV/zJhNTdu0Fa9hGCUih/JvqEoE81tEWrAVwUXXhdRgIY9hIFErLhNo6sSOpV9d7Zuy0KWMHhcimCUr41a1732ByVRy3f+Z4QhqpsgFMh5b5J90HJLK7HOyUZjehAnvSno3gwdjAOBgNVHQ8BAf8EBAMCB4AwDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUGwE6T5ZIh6lY9wP6vt42UHyVMewwHwYDVR0jBBgwFoAUdh+GTP65aetHLVLs9hdhGgDIKIwwFgYDVR0lAQH/BAwwCgYIKwYBBQUHAwgwCgYIKoZIzj0EAwMDaQAwZgIxAJo48LtrSsn0UmLtqGiUKg2EUvso+aDN5EyjpvMmobZ/Oq9zjnR7Of369hoABW4/1gIxANg5ZW4FqijhsXnA3md6jM9yLrLCI9QL+KnuZnXq6WgAcNQaAN7PNNjVDKV3iJEklw==',
                        },
                        {
                            rawBytes: 'MIICJDCCAaqgAwIBAgIUckXVHpiw7iJY1V/jY8LYLj5TgqAwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTI4MDgwNTEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEISv96hTQ58QroEzzu4K+o9p8YkwDCBia2U7Y+VBNbOG/w1mLRibve9hSeUE1FSyLBMkiFSSm6MexcsbjyqOoNtRxuMinyYt6DSEox+/It2s/bTPyNAN0QP0DCQQOpnTZo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwgwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUdh+GTP65aetHLVLs9hdhGgDIKIwwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAIhf+2E5W2yOb/fCDAjhL/G/jerf74M0tG/zyo32U2keawxkzZosDdwnPaHaGLynAQIwa8nr3en4fZz1AdOZm6nK5hr1qK2F94nifgnAJ/WeT0fZnK/oHan0R28x363qYuYH',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2023-10-27T16:30:00Z', end: '2024-05-25T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'timestamp.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICGzCCAaGgAwIBAgIUPPgn6ner1PU/75CQ+62fdBuazaAwCgYIKoZIzj0EAwMwMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMB4XDTI0MDUxMzAwMDAwMFoXDTI1MDUxMzAwMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgVGltZXN0YW1waW5nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEA0pG1mAC4qafk1JJuOoIvhnMME9XmBDxjGFreDLnyzaexIzRw+UHUFy8C2gE6Me+0tIGQt4Ftbu66NGmfvBkR6boPMYQSU2O5X5ykZBm/9LR/Aqz0lgmBy/OlXvTJjglo3gwdjAOBgNVHQ8BAf8EBAMCB4AwDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUDa4GVhd97Z2V8kiVl9DB0kC53CMwHwYDVR0jBBgwFoAUdh+GTP65aetHLVLs9hdhGgDIKIwwFgYDVR0lAQH/BAwwCgYIKwYBBQUHAwgwCgYIKoZIzj0EAwMDaAAwZQIwEQHd++b7IBAAuqT2/1i/wXf1WM2XrkFF6qd1c3kFcBVvdLQyJ5KoyNUHnfCCVJROAjEA+FoASOEcARlU6RqVcif9JthHwzh6nNwz0AfAHvO8xantN/7HjiLmFrFEGR/g0kN/',
                        },
                        {
                            rawBytes: 'MIICJDCCAaqgAwIBAgIUckXVHpiw7iJY1V/jY8LYLj5TgqAwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTI4MDgwNTEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEISv96hTQ58QroEzzu4K+o9p8YkwDCBia2U7Y+VBNbOG/w1mLRibve9hSeUE1FSyLBMkiFSSm6MexcsbjyqOoNtRxuMinyYt6DSEox+/It2s/bTPyNAN0QP0DCQQOpnTZo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwgwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUdh+GTP65aetHLVLs9hdhGgDIKIwwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAIhf+2E5W2yOb/fCDAjhL/G/jerf74M0tG/zyo32U2keawxkzZosDdwnPaHaGLynAQIwa8nr3en4fZz1AdOZm6nK5hr1qK2F94nifgnAJ/WeT0fZnK/oHan0R28x363qYuYH',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2024-05-13T00:00:00Z', end: '2024-10-25T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'timestamp.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICGzCCAaGgAwIBAgIUH7swiMTn+svhcDh80OeZccDTj7AwCgYIKoZIzj0EAwMwMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMB4XDTI0MTAwNDEyMDAwMFoXDTI1MTAwNDEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgVGltZXN0YW1waW5nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEM7jdYNBTeD6hjym2/y73b50u2AFQsf8305Sr1NleOqamH9aWt6obhJQH3NoNUw9iFzHcDvafYWQFMu7SmOxS5n3aqwwfR8oJxKnEl36uCmGB+8TXS3B76SVTHEhG5rzOo3gwdjAOBgNVHQ8BAf8EBAMCB4AwDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUQvz9YbWX3S6a+jruBkhRBiE2RCkwHwYDVR0jBBgwFoAUdh+GTP65aetHLVLs9hdhGgDIKIwwFgYDVR0lAQH/BAwwCgYIKwYBBQUHAwgwCgYIKoZIzj0EAwMDaAAwZQIxAI4dhu5iyx/g+z1vKAAWvHtebl1ZwsC+Vwgjm6Ttlq5yLNHHvYEnJ/h15Qv2IuXvdgIwZ8H/iy4lXsFJdFYSsB1/zavl24EgxSzxK/pCpihXMetYYDA/lX3xMyquisMx45rN',
                        },
                        {
                            rawBytes: 'MIICJDCCAaqgAwIBAgIUckXVHpiw7iJY1V/jY8LYLj5TgqAwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTI4MDgwNTEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEISv96hTQ58QroEzzu4K+o9p8YkwDCBia2U7Y+VBNbOG/w1mLRibve9hSeUE1FSyLBMkiFSSm6MexcsbjyqOoNtRxuMinyYt6DSEox+/It2s/bTPyNAN0QP0DCQQOpnTZo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwgwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUdh+GTP65aetHLVLs9hdhGgDIKIwwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAIhf+2E5W2yOb/fCDAjhL/G/jerf74M0tG/zyo32U2keawxkzZosDdwnPaHaGLynAQIwa8nr3en4fZz1AdOZm6nK5hr1qK2F94nifgnAJ/WeT0fZnK/oHan0R28x363qYuYH',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2024-10-07T00:00:00Z', end: '2025-06-19T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'timestamp.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICGzCCAaGgAwIBAgIUaaAaeAO3NzYXR/muq5YMnGY34IUwCgYIKoZIzj0EAwMwMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMB4XDTI1MDUyNzAwMDAwMFoXDTI2MDUyNzAwMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgVGltZXN0YW1waW5nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEAjyAb+jWITMjkgbjWC02N05Zf5/kPs73ICf5/8lHSyHnoqqItP2z3fkMpWiRpelX8eIjzCjZ0Zht+DpGxtJUNh5jMa+fFv2qoDLGbnQ17DXKXCr9nWHF4vCMflHZK5JHo3gwdjAOBgNVHQ8BAf8EBAMCB4AwDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUyvAcv8s1s37A/IWZAwdEptzjfWIwHwYDVR0jBBgwFoAUdh+GTP65aetHLVLs9hdhGgDIKIwwFgYDVR0lAQH/BAwwCgYIKwYBBQUHAwgwCgYIKoZIzj0EAwMDaAAwZQIwMnoHA4qDtR3eRohUIhvHGG70xT9XMfEnuj0kRvi9wu9VumL4pXqz1ktJgTBm6DrYAjEA5SYnRfUm2yAYmGEkJr9RvSCV9O7X+fL8KqfM4TOPrXJLMERQjhRXbWZ4DjxvifnF',
                        },
                        {
                            rawBytes: 'MIICJDCCAaqgAwIBAgIUckXVHpiw7iJY1V/jY8LYLj5TgqAwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTI4MDgwNTEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEISv96hTQ58QroEzzu4K+o9p8YkwDCBia2U7Y+VBNbOG/w1mLRibve9hSeUE1FSyLBMkiFSSm6MexcsbjyqOoNtRxuMinyYt6DSEox+/It2s/bTPyNAN0QP0DCQQOpnTZo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwgwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUdh+GTP65aetHLVLs9hdhGgDIKIwwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAIhf+2E5W2yOb/fCDAjhL/G/jerf74M0tG/zyo32U2keawxkzZosDdwnPaHaGLynAQIwa8nr3en4fZz1AdOZm6nK5hr1qK2F94nifgnAJ/WeT0fZnK/oHan0R28x363qYuYH',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2025-05-27T00:00:00Z', end: '2025-12-09T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'timestamp.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICGzCCAaGgAwIBAgIUHiljSG9Nx/Qf/gPpl7V1kyRh/jYwCgYIKoZIzj0EAwMwMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMB4XDTI1MTExMzAwMDAwMFoXDTI2MTExMzAwMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgVGltZXN0YW1waW5nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEG1ZUJgbtNpInC7jR9hi4OMWK5yF5VeRpmCs6ADS5lx23MEHo3ek32O123e3YwH+J3F9Vbpd7ePQHnpdc6tsBcQ/y/NPw2Vf+VwMI/E35C5/3Y9A5kRXq9CFXC1bU6Fj6o3gwdjAOBgNVHQ8BAf8EBAMCB4AwDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUXa9JaNrcN+1Je5aHEemVnH2XXtMwHwYDVR0jBBgwFoAUdh+GTP65aetHLVLs9hdhGgDIKIwwFgYDVR0lAQH/BAwwCgYIKwYBBQUHAwgwCgYIKoZIzj0EAwMDaAAwZQIwJyVOay8lriDg4Up0VFWc/o19mzuQeoEItzM2dG50eXF4KbPo9zfdviS3D6StPFRGAjEA5IHCXJ8qP8CsAsQmT3IPimUTAvDNJZI4GFIxs+od/R/EUHGu4NxuwPX3A1ZnJP7z',
                        },
                        {
                            rawBytes: 'MIICJDCCAaqgAwIBAgIUckXVHpiw7iJY1V/jY8LYLj5TgqAwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTI4MDgwNTEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEISv96hTQ58QroEzzu4K+o9p8YkwDCBia2U7Y+VBNbOG/w1mLRibve9hSeUE1FSyLBMkiFSSm6MexcsbjyqOoNtRxuMinyYt6DSEox+/It2s/bTPyNAN0QP0DCQQOpnTZo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwgwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUdh+GTP65aetHLVLs9hdhGgDIKIwwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAIhf+2E5W2yOb/fCDAjhL/G/jerf74M0tG/zyo32U2keawxkzZosDdwnPaHaGLynAQIwa8nr3en4fZz1AdOZm6nK5hr1qK2F94nifgnAJ/WeT0fZnK/oHan0R28x363qYuYH',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2025-11-13T00:00:00Z', end: '2026-07-13T00:00:00Z' },
            },
            {
                subject: { organization: 'GitHub, Inc.', commonName: 'Internal Services Root' },
                uri: 'timestamp.githubapp.com',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICGzCCAaGgAwIBAgIUFzPb1un+DvofqFPzAXiB5slHM1IwCgYIKoZIzj0EAwMwMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMB4XDTI2MDYxMjAwMDAwMFoXDTI3MDYxMjAwMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgVGltZXN0YW1waW5nMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAETpok7Tndv57l0YnFjKL+VpcusM8A2xgbTdV353wW8IynvsLTGAjF1BNS4x80TDKHbXxN3jSoSId1u1c3sCWpuEqHB1bbBqCfrlslNn6hyWzhwtiqRLE4LM0T+RPclKQCo3gwdjAOBgNVHQ8BAf8EBAMCB4AwDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUu/GnSzNLJ4IjG9elW5L5a/W61JMwHwYDVR0jBBgwFoAUdh+GTP65aetHLVLs9hdhGgDIKIwwFgYDVR0lAQH/BAwwCgYIKwYBBQUHAwgwCgYIKoZIzj0EAwMDaAAwZQIxANGz5WZBgyZqGnuhr0gDhUW2s4ZXkJ1CMUaFzynjsQ0/8WZghN7Jh04vmT4Vl8y9zgIwJeBHIZNDZtjzDQB0UC+7im4snua3zsBrRbsEtWnqQhDzyT580H/uF4EVQN2kUUtZ',
                        },
                        {
                            rawBytes: 'MIICJDCCAaqgAwIBAgIUckXVHpiw7iJY1V/jY8LYLj5TgqAwCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTI4MDgwNTEyMDAwMFowMjEVMBMGA1UEChMMR2l0SHViLCBJbmMuMRkwFwYDVQQDExBUU0EgaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEISv96hTQ58QroEzzu4K+o9p8YkwDCBia2U7Y+VBNbOG/w1mLRibve9hSeUE1FSyLBMkiFSSm6MexcsbjyqOoNtRxuMinyYt6DSEox+/It2s/bTPyNAN0QP0DCQQOpnTZo3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwgwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQUdh+GTP65aetHLVLs9hdhGgDIKIwwHwYDVR0jBBgwFoAUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaAAwZQIxAIhf+2E5W2yOb/fCDAjhL/G/jerf74M0tG/zyo32U2keawxkzZosDdwnPaHaGLynAQIwa8nr3en4fZz1AdOZm6nK5hr1qK2F94nifgnAJ/WeT0fZnK/oHan0R28x363qYuYH',
                        },
                        {
                            rawBytes: 'MIIB9TCCAXqgAwIBAgIUNFryA06EHDIcd5EIbe8swbl9OY4wCgYIKoZIzj0EAwMwODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MB4XDTIzMDgwNzEyMDAwMFoXDTMzMDgwNDEyMDAwMFowODEVMBMGA1UEChMMR2l0SHViLCBJbmMuMR8wHQYDVQQDExZJbnRlcm5hbCBTZXJ2aWNlcyBSb290MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEXYaXx4H0oNuVP/2cfydA3oaafvvkkkgb5hbL8/j/BO25S7uTmDOCA5e4QLLWCKFuc+xp2j14tCH4WmHzMUDvf2tXtInVliY5wZgQMM9L6klo/IwA9x4omdcjnT+kKJAjo0UwQzAOBgNVHQ8BAf8EBAMCAQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUfFJ5/6rhfHEZPnXAhrQLhGkJJMwwCgYIKoZIzj0EAwMDaQAwZgIxAPzXsV+eokrqOHSQZH/XhhHE1slOscKy3DQpYpYJ1AWmJ2lJu/XOmubBX5s7apllUwIxALw2Ts8CDACiK42UymC8fk6sbNfoXUAWqdyKTVt2Lst+wNdkRniGvx7jT65BKTkcsQ==',
                        },
                    ],
                },
                validFor: { start: '2026-06-12T00:00:00Z' },
            },
        ],
    },
};

;// CONCATENATED MODULE: ./build/src/verification/roots/public-good.js
const publicGoodRoot = {
    date: '2025-09-22',
    content: {
        mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
        tlogs: [
            {
                baseUrl: 'https://rekor.sigstore.dev',
                hashAlgorithm: 'SHA2_256',
                publicKey: {
                    rawBytes: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G2Y+2tabdTV5BcGiBIx0a9fAFwrkBbmLSGtks4L3qX6yYY0zufBnhC8Ur/iy55GhWP/9A/bY2LhC30M9+RYtw==',
                    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
                    validFor: { start: '2021-01-12T11:53:27Z' },
                },
                logId: { keyId: 'wNI9atQGlz+VWfO6LRygH4QUfY/8W4RFwiT5i5WRgB0=' },
            },
            {
                baseUrl: 'https://log2025-1.rekor.sigstore.dev',
                hashAlgorithm: 'SHA2_256',
                publicKey: {
                    rawBytes: 'MCowBQYDK2VwAyEAt8rlp1knGwjfbcXAYPYAkn0XiLz1x8O4t0YkEhie244=',
                    keyDetails: 'PKIX_ED25519',
                    validFor: { start: '2025-09-23T00:00:00Z' },
                },
                logId: { keyId: 'zxGZFVvd0FEmjR8WrFwMdcAJ9vtaY/QXf44Y1wUeP6A=' },
            },
        ],
        certificateAuthorities: [
            {
                subject: { organization: 'sigstore.dev', commonName: 'sigstore' },
                uri: 'https://fulcio.sigstore.dev',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIIB+DCCAX6gAwIBAgITNVkDZoCiofPDsy7dfm6geLbuhzAKBggqhkjOPQQDAzAqMRUwEwYDVQQKEwxzaWdzdG9yZS5kZXYxETAPBgNVBAMTCHNpZ3N0b3JlMB4XDTIxMDMwNzAzMjAyOVoXDTMxMDIyMzAzMjAyOVowKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTB2MBAGByqGSM49AgEGBSuBBAAiA2IABLSyA7Ii5k+pNO8ZEWY0ylemWDowOkNa3kL+GZE5Z5GWehL9/A9bRNA3RbrsZ5i0JcastaRL7Sp5fp/jD5dxqc/UdTVnlvS16an+2Yfswe/QuLolRUCrcOE2+2iA5+tzd6NmMGQwDgYDVR0PAQH/BAQDAgEGMBIGA1UdEwEB/wQIMAYBAf8CAQEwHQYDVR0OBBYEFMjFHQBBmiQpMlEk6w2uSu1KBtPsMB8GA1UdIwQYMBaAFMjFHQBBmiQpMlEk6w2uSu1KBtPsMAoGCCqGSM49BAMDA2gAMGUCMH8liWJfMui6vXXBhjDgY4MwslmN/TJxVe/83WrFomwmNf056y1X48F9c4m3a3ozXAIxAKjRay5/aj/jsKKGIkmQatjI8uupHr/+CxFvaJWmpYqNkLDGRU+9orzh5hI2RrcuaQ==',
                        },
                    ],
                },
                validFor: { start: '2021-03-07T03:20:29Z', end: '2022-12-31T23:59:59.999Z' },
            },
            {
                subject: { organization: 'sigstore.dev', commonName: 'sigstore' },
                uri: 'https://fulcio.sigstore.dev',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICGjCCAaGgAwIBAgIUALnViVfnU0brJasmRkHrn/UnfaQwCgYIKoZIzj0EAwMwKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTAeFw0yMjA0MTMyMDA2MTVaFw0zMTEwMDUxMzU2NThaMDcxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEeMBwGA1UEAxMVc2lnc3RvcmUtaW50ZXJtZWRpYXRlMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE8RVS/ysH+NOvuDZyPIZtilgUF9NlarYpAd9HP1vBBH1U5CV77LSS7s0ZiH4nE7Hv7ptS6LvvR/STk798LVgMzLlJ4HeIfF3tHSaexLcYpSASr1kS0N/RgBJz/9jWCiXno3sweTAOBgNVHQ8BAf8EBAMCAQYwEwYDVR0lBAwwCgYIKwYBBQUHAwMwEgYDVR0TAQH/BAgwBgEB/wIBADAdBgNVHQ4EFgQU39Ppz1YkEZb5qNjpKFWixi4YZD8wHwYDVR0jBBgwFoAUWMAeX5FFpWapesyQoZMi0CrFxfowCgYIKoZIzj0EAwMDZwAwZAIwPCsQK4DYiZYDPIaDi5HFKnfxXx6ASSVmERfsynYBiX2X6SJRnZU84/9DZdnFvvxmAjBOt6QpBlc4J/0DxvkTCqpclvziL6BCCPnjdlIB3Pu3BxsPmygUY7Ii2zbdCdliiow=',
                        },
                        {
                            rawBytes: 'MIIB9zCCAXygAwIBAgIUALZNAPFdxHPwjeDloDwyYChAO/4wCgYIKoZIzj0EAwMwKjEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MREwDwYDVQQDEwhzaWdzdG9yZTAeFw0yMTEwMDcxMzU2NTlaFw0zMTEwMDUxMzU2NThaMCoxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjERMA8GA1UEAxMIc2lnc3RvcmUwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAT7XeFT4rb3PQGwS4IajtLk3/OlnpgangaBclYpsYBr5i+4ynB07ceb3LP0OIOZdxexX69c5iVuyJRQ+Hz05yi+UF3uBWAlHpiS5sh0+H2GHE7SXrk1EC5m1Tr19L9gg92jYzBhMA4GA1UdDwEB/wQEAwIBBjAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBRYwB5fkUWlZql6zJChkyLQKsXF+jAfBgNVHSMEGDAWgBRYwB5fkUWlZql6zJChkyLQKsXF+jAKBggqhkjOPQQDAwNpADBmAjEAj1nHeXZp+13NWBNa+EDsDP8G1WWg1tCMWP/WHPqpaVo0jhsweNFZgSs0eE7wYI4qAjEA2WB9ot98sIkoF3vZYdd3/VtWB5b9TNMea7Ix/stJ5TfcLLeABLE4BNJOsQ4vnBHJ',
                        },
                    ],
                },
                validFor: { start: '2022-04-13T20:06:15Z' },
            },
        ],
        ctlogs: [
            {
                baseUrl: 'https://ctfe.sigstore.dev/test',
                hashAlgorithm: 'SHA2_256',
                publicKey: {
                    rawBytes: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbfwR+RJudXscgRBRpKX1XFDy3PyudDxz/SfnRi1fT8ekpfBd2O1uoz7jr3Z8nKzxA69EUQ+eFCFI3zeubPWU7w==',
                    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
                    validFor: { start: '2021-03-14T00:00:00Z', end: '2022-10-31T23:59:59.999Z' },
                },
                logId: { keyId: 'CGCS8ChS/2hF0dFrJ4ScRWcYrBY9wzjSbea8IgY2b3I=' },
            },
            {
                baseUrl: 'https://ctfe.sigstore.dev/2022',
                hashAlgorithm: 'SHA2_256',
                publicKey: {
                    rawBytes: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEiPSlFi0CmFTfEjCUqF9HuCEcYXNKAaYalIJmBZ8yyezPjTqhxrKBpMnaocVtLJBI1eM3uXnQzQGAJdJ4gs9Fyw==',
                    keyDetails: 'PKIX_ECDSA_P256_SHA_256',
                    validFor: { start: '2022-10-20T00:00:00Z' },
                },
                logId: { keyId: '3T0wasbHETJjGR4cmWc3AqJKXrjePK3/h4pygC8p7o4=' },
            },
        ],
        timestampAuthorities: [
            {
                subject: { organization: 'sigstore.dev', commonName: 'sigstore-tsa-selfsigned' },
                uri: 'https://timestamp.sigstore.dev/api/v1/timestamp',
                certChain: {
                    certificates: [
                        {
                            rawBytes: 'MIICEDCCAZagAwIBAgIUOhNULwyQYe68wUMvy4qOiyojiwwwCgYIKoZIzj0EAwMwOTEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MSAwHgYDVQQDExdzaWdzdG9yZS10c2Etc2VsZnNpZ25lZDAeFw0yNTA0MDgwNjU5NDNaFw0zNTA0MDYwNjU5NDNaMC4xFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEVMBMGA1UEAxMMc2lnc3RvcmUtdHNhMHYwEAYHKoZIzj0CAQYFK4EEACIDYgAE4ra2Z8hKNig2T9kFjCAToGG30jky+WQv3BzL+mKvh1SKNR/UwuwsfNCg4sryoYAd8E6isovVA3M4aoNdm9QDi50Z8nTEyvqgfDPtTIwXItfiW/AFf1V7uwkbkAoj0xxco2owaDAOBgNVHQ8BAf8EBAMCB4AwHQYDVR0OBBYEFIn9eUOHz9BlRsMCRscsc1t9tOsDMB8GA1UdIwQYMBaAFJjsAe9/u1H/1JUeb4qImFMHic6/MBYGA1UdJQEB/wQMMAoGCCsGAQUFBwMIMAoGCCqGSM49BAMDA2gAMGUCMDtpsV/6KaO0qyF/UMsX2aSUXKQFdoGTptQGc0ftq1csulHPGG6dsmyMNd3JB+G3EQIxAOajvBcjpJmKb4Nv+2Taoj8Uc5+b6ih6FXCCKraSqupe07zqswMcXJTe1cExvHvvlw==',
                        },
                        {
                            rawBytes: 'MIIB9zCCAXygAwIBAgIUV7f0GLDOoEzIh8LXSW80OJiUp14wCgYIKoZIzj0EAwMwOTEVMBMGA1UEChMMc2lnc3RvcmUuZGV2MSAwHgYDVQQDExdzaWdzdG9yZS10c2Etc2VsZnNpZ25lZDAeFw0yNTA0MDgwNjU5NDNaFw0zNTA0MDYwNjU5NDNaMDkxFTATBgNVBAoTDHNpZ3N0b3JlLmRldjEgMB4GA1UEAxMXc2lnc3RvcmUtdHNhLXNlbGZzaWduZWQwdjAQBgcqhkjOPQIBBgUrgQQAIgNiAAQUQNtfRT/ou3YATa6wB/kKTe70cfJwyRIBovMnt8RcJph/COE82uyS6FmppLLL1VBPGcPfpQPYJNXzWwi8icwhKQ6W/Qe2h3oebBb2FHpwNJDqo+TMaC/tdfkv/ElJB72jRTBDMA4GA1UdDwEB/wQEAwIBBjASBgNVHRMBAf8ECDAGAQH/AgEAMB0GA1UdDgQWBBSY7AHvf7tR/9SVHm+KiJhTB4nOvzAKBggqhkjOPQQDAwNpADBmAjEAwGEGrfGZR1cen1R8/DTVMI943LssZmJRtDp/i7SfGHmGRP6gRbuj9vOK3b67Z0QQAjEAuT2H673LQEaHTcyQSZrkp4mX7WwkmF+sVbkYY5mXN+RMH13KUEHHOqASaemYWK/E',
                        },
                    ],
                },
                validFor: { start: '2025-07-04T00:00:00Z' },
            },
        ],
    },
};

;// CONCATENATED MODULE: ./build/src/verification/trusted-roots.js







const mediaType = 'application/vnd.dev.sigstore.trustedroot';
function embeddedRoots() {
    const documents = [publicGoodRoot, githubRoot];
    const date = documents.map((one) => one.date).sort()[0];
    return {
        instances: documents.map(({ content }) => readRoot(content)),
        origin: `the trusted roots in this version, of ${date}`,
    };
}
function parseTrustedRoots(text, file) {
    const documents = splitDocuments(text);
    const instances = documents.map(({ content, line }) => {
        try {
            return readRoot(JSON.parse(content));
        }
        catch (thrown) {
            throw (0,errors/* usageFailure */.II)(`${file}: the document in line ${line} is no trusted root: ${(0,errors/* asFailure */.h_)(thrown).reason}`, `Write the file by \`gh attestation trusted-root\` or \`cosign trusted-root create\`, and give it as ${(0,input_names/* inputName */.yu)('trusted-root')}.`);
        }
    });
    if (instances.length === 0) {
        throw (0,errors/* usageFailure */.II)(`${file}: it has no trusted root`, 'Give a file with one JSON document for each instance.');
    }
    return { instances, origin: file };
}
function readRoot(json) {
    const type = asText(asObject(json)?.mediaType);
    if (!type?.startsWith(mediaType))
        throw new Error(`its mediaType is ${type ?? 'missing'}`);
    const trust = (0,verify_dist/* toTrustMaterial */.jO)(dist.TrustedRoot.fromJSON(json));
    if (trust.certificateAuthorities.length === 0)
        throw new Error('it has no certificate authority');
    if (trust.certificateAuthorities.some(({ certChain }) => certChain.length === 0)) {
        throw new Error('a certificate authority has no certificate');
    }
    return trust;
}
function splitDocuments(text) {
    const documents = [];
    let [start, depth, line, startLine, quoted] = [0, 0, 1, 1, false];
    for (let at = 0; at < text.length; at++) {
        const char = text[at];
        if (char === '\n')
            line++;
        if (quoted) {
            if (char === '\\')
                at++;
            else if (char === '"')
                quoted = false;
            continue;
        }
        if (depth === 0 && text.slice(start, at).trim() === '')
            startLine = line;
        if (char === '"')
            quoted = true;
        else if (char === '{')
            depth++;
        else if (char === '}' && --depth === 0) {
            documents.push({ content: text.slice(start, at + 1), line: startLine });
            start = at + 1;
        }
    }
    const rest = text.slice(start);
    return rest.trim() === '' ? documents : [...documents, { content: rest, line: startLine }];
}

// EXTERNAL MODULE: ./build/src/lib/clean-line.js
var clean_line = __webpack_require__(9723);
;// CONCATENATED MODULE: ./build/src/verification/policy.js
function requirementsOf({ keys, identities, provenance }) {
    const all = [];
    if (keys.length > 0)
        all.push('key');
    if (identities.length > 0)
        all.push('identity');
    if (provenance !== undefined)
        all.push('provenance');
    return all;
}

// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var core_dist = __webpack_require__(3917);
;// CONCATENATED MODULE: ./build/src/verification/certificate.js

const fulcio = '1.3.6.1.4.1.57264.1';
const oldIssuer = `${fulcio}.1`;
const subjectAltName = '2.5.29.17';
const extendedUsage = '2.5.29.37';
const codeSigning = '1.3.6.1.5.5.7.3.3';
function readCertificate(der) {
    const certificate = core_dist.X509Certificate.parse(Buffer.from(der));
    return {
        certificate,
        identity: identityOf(certificate),
        issuer: derText(certificate, 8) ?? certificate.extension(oldIssuer)?.value.toString('utf8'),
        buildSigner: derText(certificate, 9),
        runner: derText(certificate, 11),
        repository: derText(certificate, 12),
        commit: derText(certificate, 13),
        buildConfig: derText(certificate, 18),
    };
}
function identityOf(certificate) {
    const names = childrenOf(certificate, subjectAltName);
    const [name] = names;
    if (names.length !== 1 || !(name?.tag.isContextSpecific(6) || name?.tag.isContextSpecific(1)))
        return undefined;
    return name.value.every((byte) => byte > 0x20 && byte < 0x7f) ? name.value.toString('latin1') : undefined;
}
function isForSigningCode(certificate) {
    return childrenOf(certificate, extendedUsage).some((usage) => usage.toOID() === codeSigning);
}
function childrenOf(certificate, oid) {
    return certificate.extension(oid)?.valueObj.subs[0]?.subs ?? [];
}
function derText(certificate, arc) {
    const bytes = certificate.extension(`${fulcio}.${arc}`)?.value;
    if (bytes === undefined)
        return undefined;
    const text = utf8Of(bytes);
    if (text === undefined)
        throw new Error(`extension ${fulcio}.${arc} of its certificate is no text in DER`);
    return text;
}
function utf8Of(bytes) {
    const [tag, first = 0] = bytes;
    const more = first < 0x80 ? 0 : first & 0x7f;
    const length = more === 0 ? first : bytes.subarray(2, 2 + more).reduce((sum, byte) => sum * 256 + byte, 0);
    const shortest = more === 0 || (more <= 2 && length >= (more === 1 ? 0x80 : 0x100));
    if (tag !== 0x0c || !shortest || bytes.length !== 2 + more + length)
        return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(2 + more));
}

;// CONCATENATED MODULE: ./build/src/verification/log-entry.js

function verifierOfEntry({ canonicalizedBody }) {
    const spec = objectAt(JSON.parse(canonicalizedBody.toString('utf8')), 'spec');
    const pem = asText(objectAt(spec, 'signature', 'publicKey')?.content) ??
        asText(objectAt(spec, 'signatures', 0)?.verifier) ??
        asText(objectAt(spec, 'content', 'envelope', 'signatures', 0)?.publicKey);
    if (pem !== undefined)
        return derOf(Buffer.from(pem, 'base64').toString('utf8'));
    const verifier = objectAt(spec, 'hashedRekordV002', 'signature', 'verifier') ??
        objectAt(spec, 'dsseV002', 'signatures', 0, 'verifier');
    const raw = asText(objectAt(verifier, 'x509Certificate')?.rawBytes) ?? asText(objectAt(verifier, 'publicKey')?.rawBytes);
    return raw === undefined ? undefined : Buffer.from(raw, 'base64');
}
function derOf(pem) {
    const [, body] = /-----BEGIN [A-Z0-9 ]+-----([^-]+)-----END/.exec(pem) ?? [];
    return body === undefined ? undefined : Buffer.from(body, 'base64');
}

;// CONCATENATED MODULE: ./build/src/verification/witnesses.js

function unknownWitness(bundle, certificate, trust) {
    const { tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
    const times = [];
    for (const { logId, integratedTime } of tlogEntries) {
        const time = integratedTime === '0' ? undefined : new Date(Number(integratedTime) * 1000);
        if (time)
            times.push(time);
        const logs = trust.tlogs.filter(({ logID }) => logID.equals(logId.keyId));
        const fault = witnesses_faultOf(logs, time);
        if (fault)
            return `its entry is in the log ${logId.keyId.toString('hex')}, which ${fault}`;
    }
    for (const { signedTimestamp } of timestampVerificationData?.rfc3161Timestamps ?? []) {
        const found = readTimestamp(signedTimestamp);
        if (found === undefined)
            return undefined;
        times.push(found.time);
        const fault = witnesses_faultOf(trust.timestampAuthorities.filter(found.isFrom), found.time);
        if (fault)
            return `its timestamp is from an authority that ${fault}`;
    }
    for (const { logID, datetime } of timestampsOf(certificate)) {
        const logs = trust.ctlogs.filter((log) => log.logID.equals(logID));
        const fault = witnesses_faultOf(logs, datetime);
        if (fault)
            return `its certificate is in the log ${logID.toString('hex')}, which ${fault}`;
    }
    const keyId = certificate.extAuthorityKeyID?.keyIdentifier;
    const authorities = trust.certificateAuthorities.filter(({ certChain }) => certChain.some(({ extSubjectKeyID }) => keyId !== undefined && extSubjectKeyID?.keyIdentifier.equals(keyId)));
    const fault = (times.length > 0 ? times : [undefined]).map((time) => witnesses_faultOf(authorities, time)).find(Boolean);
    return fault && `its certificate is from an authority that ${fault}`;
}
function witnesses_faultOf(witnesses, time) {
    if (witnesses.length === 0)
        return 'is not in the trusted root';
    if (time === undefined)
        return undefined;
    const trusted = witnesses.some(({ validFor }) => validFor.start <= time && time <= validFor.end);
    return trusted ? undefined : 'the trusted root does not trust for that time';
}
function readTimestamp(der) {
    try {
        const timestamp = core_dist.RFC3161Timestamp.parse(Buffer.from(der));
        const { signerIssuer, signerSerialNumber, signingTime } = timestamp;
        const isFrom = ({ certChain: [leaf] }) => leaf?.issuer.equals(signerIssuer) === true && leaf.serialNumber.equals(signerSerialNumber);
        return { time: signingTime, isFrom };
    }
    catch {
        return undefined;
    }
}
function timestampsOf(certificate) {
    try {
        return certificate.extSCT?.signedCertificateTimestamps ?? [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/src/verification/proof.js




function proveCertificate(content, certificate, instances) {
    try {
        return proveInAny(instances, content, certificate);
    }
    catch (thrown) {
        return { kind: 'invalid', reason: wordsOf(thrown) };
    }
}
function proveInAny(instances, content, certificate) {
    const { issuer } = certificate;
    const issuing = instances.filter(({ certificateAuthorities }) => certificateAuthorities.some(({ certChain }) => certChain.some(({ subject }) => subject.equals(issuer))));
    let proof = {
        kind: 'unknown',
        reason: 'its certificate is from an authority that is not in the trusted root',
    };
    for (const trust of issuing) {
        proof = proveIn(trust, content, certificate);
        if (proof.kind === 'valid')
            return proof;
    }
    return proof;
}
function proveIn(trust, content, certificate) {
    try {
        const entity = toEntity(content);
        const verifier = new verify_dist/* Verifier */.BL({ ...trust, publicKey: unknownKey }, { ctlogThreshold: needs(trust.ctlogs), tlogThreshold: needs(trust.tlogs), timestampThreshold: 1 });
        verifier.verify(entity);
        if (!isForSigningCode(certificate))
            return { kind: 'invalid', reason: 'its certificate is not one for signing code' };
        const der = certificate.root.toDER();
        if (!entity.tlogEntries.every((entry) => verifierOfEntry(entry)?.equals(der))) {
            return { kind: 'invalid', reason: 'its entry in the log is for another certificate' };
        }
        return { kind: 'valid', signedAt: earliest(entity) };
    }
    catch (thrown) {
        const reason = unknownWitness(content.bundle, certificate, trust);
        return reason === undefined ? { kind: 'invalid', reason: wordsOf(thrown) } : { kind: 'unknown', reason };
    }
}
function timeOfKey(content, key, instances) {
    const spki = key.export({ type: 'spki', format: 'der' });
    for (const trust of instances) {
        try {
            const entity = toEntity(content);
            const publicKey = () => ({ publicKey: key, validFor: () => true });
            new verify_dist/* Verifier */.BL({ ...trust, publicKey }, { ctlogThreshold: 0, tlogThreshold: 0 }).verify(entity);
            if (entity.tlogEntries.every((entry) => verifierOfEntry(entry)?.equals(spki)))
                return earliest(entity);
        }
        catch {
        }
    }
    return undefined;
}
function toEntity({ bundle, message }) {
    return (0,verify_dist/* toSignedEntity */.DC)(bundle, message && Buffer.from(message));
}
function unknownKey() {
    throw new Error('it is signed with a key, and has no certificate');
}
const needs = (witnesses) => (witnesses.length > 0 ? 1 : 0);
function earliest({ timestamps }) {
    const times = timestamps.flatMap((one) => {
        if (one.$case === 'timestamp-authority')
            return [one.timestamp.signingTime.getTime()];
        return one.tlogEntry.inclusionPromise ? [Number(one.tlogEntry.integratedTime) * 1000] : [];
    });
    return new Date(Math.min(...times)).toISOString().replace('.000Z', 'Z');
}
function wordsOf(thrown) {
    if (!(thrown instanceof Error))
        return String(thrown);
    return thrown.cause === undefined ? thrown.message : `${thrown.message}: ${wordsOf(thrown.cause)}`;
}

;// CONCATENATED MODULE: ./build/src/verification/source.js

function sourceOfCertificate(facts) {
    const { repository, commit, buildSigner, buildConfig } = facts;
    if (repository === undefined || commit === undefined)
        return undefined;
    const workflows = [buildSigner, buildConfig].filter((one) => one !== undefined);
    return { repository, commit, workflows, statedBy: 'certificate' };
}
function sourceOfPredicate({ predicateType, predicate }) {
    return predicateType.endsWith('/v1') ? ofVersion1(predicate) : ofVersion02(predicate);
}
function ofVersion1(predicate) {
    const definition = objectAt(predicate, 'buildDefinition');
    const parameters = objectAt(definition, 'externalParameters');
    const builder = asText(objectAt(predicate, 'runDetails', 'builder')?.id);
    const config = materialOf(objectAt(parameters, 'configSource'));
    const workflow = objectAt(parameters, 'workflow');
    const repository = asText(workflow?.repository);
    const path = [repository, asText(workflow?.path)].filter(Boolean).join('/');
    const materials = asList(definition?.resolvedDependencies).flatMap((one) => materialOf(one) ?? []);
    const own = materials.filter((one) => repository !== undefined && sameRepository(one.repository, repository));
    const source = config ?? own[0] ?? (repository === undefined && materials.length === 1 ? materials[0] : undefined);
    const called = workflow && path ? [`${path}@${asText(workflow.ref) ?? ''}`] : [];
    return source && { ...source, workflows: [...(builder ? [builder] : []), ...called], statedBy: 'predicate' };
}
function ofVersion02(predicate) {
    const config = objectAt(predicate, 'invocation', 'configSource');
    const source = materialOf(config);
    const builder = asText(objectAt(predicate, 'builder')?.id);
    const path = asText(config?.entryPoint);
    const [, ref = ''] = /@(refs\/.+)$/.exec(asText(config?.uri) ?? '') ?? [];
    const top = source && path ? [`${source.repository}/${path}@${ref}`] : [];
    return source && { ...source, workflows: [...(builder ? [builder] : []), ...top], statedBy: 'predicate' };
}
function materialOf(value) {
    const material = objectAt(value);
    const uri = asText(material?.uri);
    const digest = objectAt(material, 'digest');
    const commit = asText(digest?.gitCommit) ?? asText(digest?.sha1);
    if (uri === undefined || commit === undefined)
        return undefined;
    const [, repository] = /^(?:git\+)?(\w+:\/\/[^/]+\/[^@#]+)/.exec(uri) ?? [];
    return repository === undefined ? undefined : { repository, commit };
}
function sameRepository(one, other) {
    return plain(one) === plain(other);
}
function plain(url) {
    return url
        .toLowerCase()
        .replace(/\/+$/, '')
        .replace(/\.git$/, '');
}

;// CONCATENATED MODULE: ./build/src/verification/statement.js

const statementTypes = ['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1'];
const payloadType = 'application/vnd.in-toto+json';
const cosignSignature = 'https://sigstore.dev/cosign/sign/v1';
const provenanceTypes = ['https://slsa.dev/provenance/v1', 'https://slsa.dev/provenance/v0.2'];
const isProvenance = ({ predicateType }) => provenanceTypes.includes(predicateType);
const isSignature = (statement) => statement.predicateType === cosignSignature || isProvenance(statement);
function readStatement(payload, type) {
    if (type !== payloadType)
        return undefined;
    const statement = asObject(JSON.parse(Buffer.from(payload).toString('utf8')));
    if (!statementTypes.includes(asText(statement?._type) ?? ''))
        return undefined;
    const subjects = asList(statement?.subject).flatMap((one) => Object.entries(objectAt(one, 'digest') ?? {}).map(([algorithm, hex]) => `${algorithm}:${String(hex)}`));
    return {
        subjects: new Set(subjects),
        predicateType: asText(statement?.predicateType) ?? '',
        predicate: asObject(statement?.predicate) ?? {},
    };
}

;// CONCATENATED MODULE: ./build/src/verification/wildcard.js
function matchesPattern(pattern, text) {
    const [first = '', ...parts] = pattern.split('*');
    const last = parts.pop();
    if (last === undefined)
        return text === pattern;
    if (!text.startsWith(first))
        return false;
    let at = first.length;
    for (const part of parts) {
        const found = text.indexOf(part, at);
        if (found < 0)
            return false;
        at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
}

;// CONCATENATED MODULE: ./build/src/verification/requirements.js



function faultFor(requirement, policy, signed) {
    const { about } = signed;
    if (requirement === 'provenance')
        return policy.provenance && provenanceFault(policy.provenance, policy, signed);
    if (about.kind === 'statement' && !isSignature(about.statement)) {
        return `its statement is of type ${about.statement.predicateType}, neither a signature nor provenance`;
    }
    if (requirement === 'key')
        return signed.key ? undefined : 'no required key has made it';
    return identityFault(policy, signed.certificate);
}
function identityFault({ identities }, certificate) {
    const { identity, issuer } = certificate ?? {};
    if (identity === undefined)
        return 'it has no certificate with an identity';
    const named = identities.filter((required) => matchesPattern(required.identity, identity));
    if (named.length === 0)
        return `${identity} is not a required identity`;
    return named.some((required) => required.issuer === issuer)
        ? undefined
        : `${identity} is of the issuer ${issuer ?? '(none)'}, which is not the required one`;
}
function provenanceFault(required, policy, signed) {
    const { about, certificate } = signed;
    if (about.kind !== 'statement' || !isProvenance(about.statement))
        return 'it is not SLSA provenance';
    const source = sourceOf(policy, signed);
    if (source === undefined)
        return 'neither a certificate nor a required signer states what it was built from';
    if (source.statedBy === 'certificate' && !isIssuer(required, certificate?.issuer ?? '')) {
        return `its issuer ${certificate?.issuer ?? '(none)'} is not that of ${required.repository}`;
    }
    if (!sameRepository(source.repository, required.repository))
        return `it was built from ${source.repository}`;
    if (source.commit.toLowerCase() !== required.commit.toLowerCase())
        return `it was built from commit ${source.commit}`;
    const { workflow } = required;
    if (workflow === undefined || source.workflows.some((one) => isWorkflow(workflow, source.repository, one))) {
        return undefined;
    }
    return `it was built by ${source.workflows.join(' and ') || 'a workflow that it does not name'}`;
}
function sourceOf(policy, { about, key, certificate }) {
    if (about.kind !== 'statement' || !isProvenance(about.statement))
        return certificate && sourceOfCertificate(certificate);
    const byAuthority = certificate && sourceOfCertificate(certificate);
    if (byAuthority !== undefined)
        return byAuthority;
    const trusted = key !== undefined || identityFault(policy, certificate) === undefined;
    return trusted ? sourceOfPredicate(about.statement) : undefined;
}
function isIssuer({ repository, issuer }, given) {
    if (issuer !== undefined)
        return given === issuer;
    const { hostname } = new URL(repository);
    if (hostname === 'github.com') {
        const github = 'https://token.actions.githubusercontent.com';
        return given === github || given.startsWith(`${github}/`);
    }
    if (hostname.endsWith('.ghe.com'))
        return given === `https://token.actions.${hostname}`;
    return given === `https://${hostname}`;
}
function isWorkflow(required, repository, given) {
    const anyRef = required.includes('@') ? [] : [`${required}@*`];
    return [required, ...anyRef].some((one) => workflowUrls(one, repository).some((pattern) => matchesPattern(pattern, given)));
}
function workflowUrls(workflow, repository) {
    if (/^https?:\/\//.test(workflow))
        return [workflow];
    if (!/^[^@]*\//.test(workflow))
        return [`${repository}/.github/workflows/${workflow}`];
    if (workflow.startsWith('.'))
        return [`${repository}/${workflow}`, `${repository}//${workflow}`];
    return [`${new URL(repository).origin}/${workflow}`];
}

// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var bundle_dist = __webpack_require__(1040);
;// CONCATENATED MODULE: ./build/src/verification/bundle.js


const mediaTypes = [
    'application/vnd.dev.sigstore.bundle+json;version=0.1',
    'application/vnd.dev.sigstore.bundle+json;version=0.2',
    'application/vnd.dev.sigstore.bundle+json;version=0.3',
    'application/vnd.dev.sigstore.bundle.v0.3+json',
];
const mostEntries = 32;
function readBundle(bytes) {
    return bundleOf(JSON.parse(Buffer.from(bytes).toString('utf8')));
}
function bundleOf(json) {
    const mediaType = asText(asObject(json)?.mediaType);
    if (mediaType === undefined)
        throw new Error('it is no Sigstore bundle: it has no mediaType');
    if (!mediaTypes.includes(mediaType))
        throw new Error(`it is a bundle of an unknown version: ${mediaType}`);
    const material = objectAt(json, 'verificationMaterial');
    const timestamps = objectAt(material, 'timestampVerificationData')?.rfc3161Timestamps;
    for (const entries of [material?.tlogEntries, timestamps]) {
        if (asList(entries).length > mostEntries)
            throw new Error(`it has more than ${mostEntries} log entries or timestamps`);
    }
    return (0,bundle_dist/* bundleFromJSON */.vw)(json);
}

;// CONCATENATED MODULE: ./build/src/verification/layers.js



const annotation = {
    signature: 'dev.cosignproject.cosign/signature',
    certificate: 'dev.sigstore.cosign/certificate',
    entry: 'dev.sigstore.cosign/bundle',
    timestamp: 'dev.sigstore.cosign/rfc3161timestamp',
};
function bundleOfLayer({ kind, bytes, annotations }) {
    return bundleOf({
        mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1',
        verificationMaterial: {
            ...signerOf(annotations[annotation.certificate]),
            tlogEntries: entryOf(annotations[annotation.entry]),
            timestampVerificationData: { rfc3161Timestamps: timestampOf(annotations[annotation.timestamp]) },
        },
        ...(kind === 'envelope'
            ? { dsseEnvelope: asObject(JSON.parse(Buffer.from(bytes).toString('utf8'))) }
            : { messageSignature: messageSignature(bytes, annotations[annotation.signature]) }),
    });
}
function messageSignature(bytes, signature) {
    if (!signature)
        throw new Error(`it has no annotation ${annotation.signature}`);
    const digest = (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('base64');
    return { messageDigest: { algorithm: 'SHA2_256', digest }, signature };
}
function signerOf(pem) {
    if (!pem)
        return { publicKey: { hint: '' } };
    return { certificate: { rawBytes: new external_node_crypto_.X509Certificate(pem).raw.toString('base64') } };
}
function entryOf(text) {
    if (!text)
        return [];
    const entry = asObject(JSON.parse(text));
    const payload = objectAt(entry, 'Payload');
    const body = asText(payload?.body) ?? '';
    const content = asObject(JSON.parse(Buffer.from(body, 'base64').toString('utf8')));
    return [
        {
            logIndex: String(payload?.logIndex),
            logId: { keyId: Buffer.from(asText(payload?.logID) ?? '', 'hex').toString('base64') },
            kindVersion: { kind: content?.kind, version: content?.apiVersion },
            integratedTime: String(payload?.integratedTime),
            inclusionPromise: { signedEntryTimestamp: entry?.SignedEntryTimestamp },
            canonicalizedBody: body,
        },
    ];
}
function timestampOf(text) {
    if (!text)
        return [];
    return [{ signedTimestamp: asObject(JSON.parse(text))?.SignedRFC3161Timestamp }];
}

;// CONCATENATED MODULE: ./build/src/verification/signature.js






function readSignature(evidence) {
    const bundle = evidence.kind === 'bundle' ? readBundle(evidence.bytes) : bundleOfLayer(evidence);
    return { bundle, about: aboutOf(bundle, evidence), certificate: certificateOf(bundle) };
}
function aboutOf({ content }, evidence) {
    if (content.$case === 'dsseEnvelope') {
        const { payload, payloadType } = content.dsseEnvelope;
        const statement = readStatement(payload, payloadType);
        return statement === undefined ? { kind: 'other', type: payloadType } : { kind: 'statement', statement };
    }
    if (evidence.kind === 'simple-signing')
        return aboutOfPayload(evidence.bytes);
    return { kind: 'manifest', digest: `sha256:${content.messageSignature.messageDigest.digest.toString('hex')}` };
}
function aboutOfPayload(payload) {
    const critical = objectAt(JSON.parse(Buffer.from(payload).toString('utf8')), 'critical');
    const type = asText(critical?.type) ?? '';
    const digest = asText(objectAt(critical, 'image')?.['docker-manifest-digest']);
    if (type !== 'cosign container image signature' || digest === undefined)
        return { kind: 'other', type };
    return { kind: 'payload', payload, digest };
}
function certificateOf({ verificationMaterial: { content } }) {
    if (content.$case === 'publicKey')
        return undefined;
    const leaf = content.$case === 'certificate' ? content.certificate : content.x509CertificateChain.certificates[0];
    if (leaf === undefined)
        throw new Error('it has no certificate');
    return readCertificate(leaf.rawBytes);
}
function bindingFault(about, digest) {
    if (about.kind === 'other')
        return `it is about no image: its payload is of type ${JSON.stringify(about.type)}`;
    if (about.kind !== 'statement') {
        return about.digest === digest ? undefined : `it is for another image: ${about.digest}`;
    }
    const { subjects } = about.statement;
    if (subjects.has(digest))
        return undefined;
    const [first, ...more] = subjects;
    return `its statement is about other digests: ${first ?? 'none'}${more.length > 0 ? ` and ${more.length} more` : ''}`;
}
function signedBytes({ content }, message) {
    if (content.$case === 'messageSignature')
        return { bytes: message, signature: content.messageSignature.signature };
    const { payload, payloadType, signatures } = content.dsseEnvelope;
    return { bytes: core_dist.dsse.preAuthEncoding(payloadType, payload), signature: signatures[0]?.sig };
}

;// CONCATENATED MODULE: ./build/src/verification/judge.js






async function judge(evidence, given) {
    const { place } = evidence;
    const required = requirementsOf(given.policy);
    const rejected = (reason) => ({ place, met: [], undecided: [], reason });
    if (evidence.subject !== undefined && evidence.subject !== given.digest) {
        return rejected(`it is attached to another manifest: ${evidence.subject}`);
    }
    const signature = readOrFault(evidence);
    if ('fault' in signature)
        return { place, met: [], undecided: required, reason: signature.fault };
    const otherDigest = bindingFault(signature.about, given.digest);
    if (otherDigest !== undefined)
        return rejected(otherDigest);
    const content = { bundle: signature.bundle, message: await messageOf(signature, given) };
    return { place, ...weigh(place, { signature, content, key: signingKey(content, given.policy) }, given) };
}
function readOrFault(evidence) {
    try {
        return readSignature(evidence);
    }
    catch (thrown) {
        return { fault: `it cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
    }
}
async function messageOf({ about }, { manifest }) {
    if (about.kind === 'payload')
        return about.payload;
    return about.kind === 'manifest' ? manifest() : undefined;
}
function signingKey({ bundle, message }, { keys }) {
    const { bytes, signature } = signedBytes(bundle, message);
    return bytes && signature && keys.find((key) => hasSigned(key, bytes, signature));
}
function weigh(place, weighed, { policy, instances }) {
    const { signature, content, key } = weighed;
    const { about, certificate } = signature;
    const proof = certificate && proveCertificate(content, certificate.certificate, instances);
    const signed = { about, key, certificate: proof?.kind === 'valid' ? certificate : undefined };
    const faults = faultsOf(policy, signed);
    const met = faults.filter(({ fault }) => fault === undefined).map(({ requirement }) => requirement);
    const undecided = proof?.kind === 'unknown'
        ? faultsOf(policy, { ...signed, certificate }).filter(({ fault }) => fault === undefined)
        : [];
    const isSigned = signed.key !== undefined || signed.certificate !== undefined;
    return {
        met,
        undecided: undecided.map(({ requirement }) => requirement).filter((one) => !met.includes(one)),
        signer: isSigned ? judge_signerOf(place, { policy, signed, signedAt: timeOf(proof, weighed, instances) }) : undefined,
        reason: isSigned ? faults.flatMap(({ fault }) => fault ?? []).join('; ') : invalidity(certificate, proof),
    };
}
function faultsOf(policy, signed) {
    return requirementsOf(policy).map((requirement) => ({ requirement, fault: faultFor(requirement, policy, signed) }));
}
function invalidity(certificate, proof) {
    if (certificate === undefined || proof === undefined || proof.kind === 'valid')
        return 'it is made with an unknown key';
    return `it claims to be by ${certificate.identity ?? 'an unnamed identity'}, which is not verified: ${proof.reason}`;
}
function timeOf(proof, { content, key }, instances) {
    if (proof?.kind === 'valid')
        return proof.signedAt;
    return key && timeOfKey(content, key.key, instances);
}
function judge_signerOf(place, { policy, signed, signedAt }) {
    const { about, key, certificate } = signed;
    const source = sourceOf(policy, signed);
    const text = (value) => value && (0,clean_line/* cleanLine */.O)(value);
    return {
        place,
        identity: certificate?.identity,
        issuer: text(certificate?.issuer),
        key: key?.fingerprint,
        predicateType: about.kind === 'statement' ? text(about.statement.predicateType) : undefined,
        workflow: text(source?.workflows[0]),
        repository: text(source?.repository),
        commit: text(source?.commit),
        runner: text(certificate?.runner),
        statedBy: source?.statedBy,
        signedAt,
    };
}

;// CONCATENATED MODULE: ./build/src/verification/verify.js






async function verify(subject, evidence, policy, roots) {
    const manifest = readOnce(subject);
    const judgements = [];
    for (const one of evidence) {
        judgements.push(await judge(one, { digest: subject.digest, manifest, policy, instances: roots.instances }));
    }
    const required = requirementsOf(policy);
    const matches = required.flatMap((requirement) => {
        const signer = judgements.find(({ met }) => met.includes(requirement))?.signer;
        return signer === undefined ? [] : [{ requirement, signer }];
    });
    const rejections = judgements.flatMap(({ met, place, signer, reason }) => met.length > 0 ? [] : [{ place, signer, reason: (0,clean_line/* cleanLine */.O)(reason) }]);
    const missing = required.filter((one) => !matches.some(({ requirement }) => requirement === one));
    if (required.length > 0 && missing.length === 0)
        return { verified: true, matches, rejections };
    const undecided = judgements.filter((one) => one.undecided.some((requirement) => missing.includes(requirement)));
    if (undecided.length > 0)
        throw undecidedFailure(subject.digest, undecided, roots);
    return { verified: false, missing, matches, rejections };
}
function readOnce({ digest, manifest }) {
    let read;
    return () => {
        read ??= manifest().then((bytes) => {
            const [algorithm = '', hex] = digest.split(':');
            if ((0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex') === hex)
                return bytes;
            throw new errors/* Failure */.HR('server', {
                operation: `The manifest ${digest}`,
                reason: 'its bytes do not have that digest',
                permanent: true,
            });
        });
        return read;
    };
}
function undecidedFailure(digest, undecided, { origin }) {
    const reasons = undecided.map(({ place, reason }) => `${place}: ${(0,clean_line/* cleanLine */.O)(reason)}`);
    return new errors/* Failure */.HR('server', {
        operation: `The signatures of ${digest}`,
        reason: `what might be the required one could not be checked: ${reasons.join('; ')} (checked against ${origin})`,
        advice: `Sign the image again if the signature is damaged. If a log or an authority is not known, update Image Gate, or give the trusted root of the instance that signed as ${(0,input_names/* inputName */.yu)('trusted-root')}.`,
        permanent: true,
    });
}

;// CONCATENATED MODULE: ./build/src/verification/index.js




// EXTERNAL MODULE: ./build/src/images/name.js
var images_name = __webpack_require__(6093);
// EXTERNAL MODULE: ./build/src/registries/oci/fallback-index.js
var fallback_index = __webpack_require__(6720);
;// CONCATENATED MODULE: ./build/src/registries/signatures/carriers.js


const mostReferrers = 100;
const carriers_atOnce = 8;
async function* readCarriers(repository, subject) {
    const doubts = [];
    const listed = (await repository.referrersByApi(subject, (doubt) => doubts.push(doubt))) ?? [];
    yield* readReferrers(repository, subject, listed);
    if (listed.length === 0)
        yield* readReferrers(repository, subject, await listedAtTag(repository, subject));
    yield { carriers: await readTags(repository, subject), unread: doubts };
    if (listed.length > 0) {
        const known = new Set(listed.map(({ digest }) => digest));
        const others = (await listedAtTag(repository, subject)).filter(({ digest }) => !known.has(digest));
        yield* readReferrers(repository, subject, others);
    }
}
async function listedAtTag(repository, subject) {
    const index = await repository.manifest((0,fallback_index/* referrersTag */.LN)(subject));
    return index?.content.kind === 'index' ? index.content.manifests : [];
}
async function* readReferrers(repository, subject, listed) {
    const looked = [...listed].sort((one, other) => rankOf(one) - rankOf(other)).slice(0, mostReferrers);
    for (let at = 0; at < looked.length; at += carriers_atOnce) {
        const read = await Promise.all(looked.slice(at, at + carriers_atOnce).map((one) => readReferrer(repository, subject, one.digest)));
        yield { carriers: read.flatMap(({ carriers }) => carriers), unread: read.flatMap(({ unread }) => unread) };
    }
    if (looked.length < listed.length)
        yield { carriers: [], unread: [carriers_tooMany(subject, listed.length)] };
}
function rankOf({ annotations }) {
    return /sbom|spdx|cyclonedx|vuln|vex|scan/i.test(annotations?.['dev.sigstore.bundle.predicateType'] ?? '') ? 1 : 0;
}
async function readReferrer(repository, subject, digest) {
    try {
        const manifest = await repository.manifest(digest);
        const isOther = manifest?.subject !== undefined && manifest.subject !== subject;
        return { carriers: manifest === undefined || isOther ? [] : [{ manifest }], unread: [] };
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* Failure */.HR))
            throw thrown;
        return { carriers: [], unread: [thrown] };
    }
}
async function readTags(repository, subject) {
    const tags = ['sig', 'att'].map((suffix) => `${(0,fallback_index/* referrersTag */.LN)(subject)}.${suffix}`);
    const read = await Promise.all(tags.map((tag) => repository.manifest(tag)));
    return read.flatMap((manifest, at) => {
        const tag = tags[at];
        return manifest === undefined || tag === undefined ? [] : [{ manifest, tag }];
    });
}
function carriers_tooMany(subject, count) {
    return new errors/* Failure */.HR('server', {
        operation: `the referrers of ${subject}`,
        reason: `there are ${count}, and ${mostReferrers} of them were read`,
        permanent: true,
        advice: 'The signature may be among the others: remove referrers that nobody needs any more.',
    });
}

;// CONCATENATED MODULE: ./build/src/registries/signatures/layers.js

const evidenceLimit = 24 * 1024 * 1024;
const mostLayers = 100;
const simpleSigning = 'application/vnd.dev.cosign.simplesigning.v1+json';
const envelope = 'application/vnd.dsse.envelope.v1+json';
const bundle = /^application\/vnd\.dev\.sigstore\.bundle[.+]/;
async function readLayers(repository, carrier, place) {
    const evidence = [];
    const unread = [];
    const layers = layersOf(carrier);
    for (const [layer, kind] of layers.slice(0, mostLayers)) {
        try {
            const { annotations = {} } = layer;
            evidence.push({
                kind,
                bytes: await read(repository, layer),
                annotations,
                place,
                subject: carrier.manifest.subject,
            });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* Failure */.HR))
                throw thrown;
            unread.push(thrown);
        }
    }
    if (layers.length > mostLayers)
        unread.push(layers_tooMany(place, layers.length));
    return { evidence, unread };
}
function layersOf({ manifest: { content, artifactType = '' } }) {
    if (content.kind !== 'image')
        return [];
    const known = content.layers.flatMap((layer) => {
        const kind = kindOf(layer.mediaType);
        return kind === undefined ? [] : [[layer, kind]];
    });
    const [only] = content.layers;
    if (known.length > 0 || content.layers.length !== 1 || only === undefined || !bundle.test(artifactType))
        return known;
    return [[only, 'bundle']];
}
function kindOf(mediaType) {
    if (bundle.test(mediaType))
        return 'bundle';
    if (mediaType === simpleSigning)
        return 'simple-signing';
    return mediaType === envelope ? 'envelope' : undefined;
}
async function read(repository, layer) {
    if (!isSized(layer) || layer.size > evidenceLimit)
        throw tooLarge(layer);
    const chunks = [];
    for await (const chunk of repository.blob(layer))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
function isSized(layer) {
    return layer.size !== undefined && Number.isSafeInteger(layer.size) && layer.size >= 0;
}
function tooLarge({ digest, size }) {
    const advice = 'Remove it from the registry, or attest with a smaller predicate.';
    const operation = `the signature or attestation ${digest}`;
    const parts = { operation, permanent: true, advice };
    if (size === undefined)
        return new errors/* Failure */.HR('server', { ...parts, reason: 'its manifest reports no size' });
    return new errors/* Failure */.HR('server', {
        ...parts,
        reason: `its ${size} bytes are more than the ${evidenceLimit} that are read`,
    });
}
function layers_tooMany(place, count) {
    return new errors/* Failure */.HR('server', {
        operation: place,
        reason: `it has ${count} signatures, and ${mostLayers} of them were read`,
        permanent: true,
        advice: 'The signature may be among the others: remove those that nobody needs any more.',
    });
}

// EXTERNAL MODULE: ./build/src/commands/shared/concurrency.js
var concurrency = __webpack_require__(3075);
;// CONCATENATED MODULE: ./build/src/commands/shared/signatures/find.js




const find_atOnce = 4;
async function* findEvidence(repository, name, subject, known) {
    for await (const { carriers, unread } of readCarriers(repository, subject)) {
        const fresh = carriers.filter(({ manifest }) => !known.has(manifest.descriptor.digest));
        const read = await (0,concurrency/* mapConcurrent */._)(fresh, find_atOnce, async (carrier) => {
            const { digest } = carrier.manifest.descriptor;
            const where = carrier.tag === undefined ? { digest } : { tag: carrier.tag };
            const place = (0,images_name/* formatImage */.vy)({ registry: name.registry, path: name.path, ...where });
            return { digest, ...(await readLayers(repository, carrier, place)) };
        });
        yield {
            evidence: read.flatMap(({ evidence }) => evidence),
            unread: [...unread, ...read.flatMap((one) => one.unread)],
            carriers: read.flatMap((one) => (one.unread.length === 0 ? [one.digest] : [])),
        };
    }
}

// EXTERNAL MODULE: ./build/src/sources/remote.js
var sources_remote = __webpack_require__(4948);
;// CONCATENATED MODULE: ./build/src/commands/check/signatures/repository.js

function pageOf({ kind, url, remote }, { repository }) {
    if (kind.oneRepository)
        return remotePage(remote ?? '', url);
    return `${serverOf(kind.hosts, url)}/${repository}`;
}
function serverOf([publicHost = ''], url) {
    if (url === undefined)
        return `https://${publicHost}`;
    const path = url.pathname.replace(/\/api\/v\d+\/?$/, '').replace(/\/+$/, '');
    const isGitHub = url.host === 'api.github.com' || /^api\.[^.]+\.ghe\.com$/.test(url.host);
    return `${url.protocol}//${isGitHub ? url.host.slice('api.'.length) : url.host}${path}`;
}
function remotePage(remote, url) {
    const read = (0,sources_remote/* isRemote */.Vx)(remote) ? (0,sources_remote/* parseRemote */.M8)(remote) : undefined;
    return read === undefined ? (url?.href ?? remote) : `https://${read.url.host}/${read.path}`;
}

;// CONCATENATED MODULE: ./build/src/commands/check/signatures/store.js

const publicApi = 'https://api.github.com';
const actionsIssuer = 'https://token.actions.githubusercontent.com';
function storeOf({ identities, issuer }, source, origin, { http, workflow }) {
    const shared = { http, limit: evidenceLimit };
    if (source !== undefined && origin !== undefined) {
        const { kind, url, token } = source;
        if (kind.name !== 'github' || !origin.repository.includes('/'))
            return undefined;
        return { ...shared, base: url?.href ?? publicApi, token, repository: origin.repository };
    }
    if (issuer !== actionsIssuer)
        return undefined;
    const [repository] = identities.flatMap((identity) => repositoryIn(identity) ?? []);
    if (repository === undefined)
        return undefined;
    const token = workflow?.apiUrl === publicApi ? workflow.token : undefined;
    return { ...shared, base: publicApi, token, repository };
}
function repositoryIn(identity) {
    return /^https:\/\/github\.com\/([A-Za-z0-9-]+\/[A-Za-z0-9._-]+)\//.exec(identity)?.[1];
}

// EXTERNAL MODULE: ./build/src/commands/check/signatures/words.js
var words = __webpack_require__(2846);
;// CONCATENATED MODULE: ./build/src/commands/check/signatures/verify.js










function createVerification(plan, source, context) {
    const { trustedRoot } = plan;
    const keys = plan.keys.flatMap(parseKeys);
    const identities = plan.identities.map((identity) => ({ identity, issuer: plan.issuer ?? '' }));
    const roots = trustedRoot === undefined
        ? embeddedRoots()
        : parseTrustedRoots(trustedRoot.text, (0,input_names/* inputValue */.UV)('trusted-root', trustedRoot.path));
    function policyFor({ origin, commit }) {
        if (!plan.provenance)
            return { keys, identities };
        if (source === undefined || origin === undefined || commit === undefined)
            throw new Error('provenance without a commit');
        const { workflow, issuer } = plan;
        const ofBuild = identities.length === 0 ? issuer : undefined;
        return { keys, identities, provenance: { repository: pageOf(source, origin), commit, workflow, issuer: ofBuild } };
    }
    return (signed, repository) => {
        const policy = policyFor(signed);
        const store = storeOf(plan, source, signed.origin, context);
        const memories = new Map();
        return async (digest) => {
            const memory = memories.get(digest) ?? { known: new Set(), matches: [], rejections: [] };
            memories.set(digest, memory);
            const subject = subjectOf(digest, repository);
            const unread = [];
            const judge = async (found) => {
                unread.push(...found.unread);
                unread.push(...(await judgeEvidence(subject, found, memory)));
            };
            const missing = () => requirementsOf(restOf(policy, memory.matches));
            for await (const found of findEvidence(repository, signed.image, digest, memory.known)) {
                await judge(found);
                if (missing().length === 0)
                    return verified(memory);
            }
            if (store !== undefined && missing().some((requirement) => requirement !== 'key')) {
                const { bundles, unread } = await readAttestations(store, digest);
                const place = `attestations of ${store.repository} on GitHub`;
                const fresh = bundles.flatMap((bytes) => {
                    const carriers = [(0,images_digest/* digestOf */.o)(bytes)];
                    if (carriers.some((one) => memory.known.has(one)))
                        return [];
                    return [{ evidence: [{ kind: 'bundle', bytes, place }], unread: [], carriers }];
                });
                await judge({ evidence: [], unread, carriers: [] });
                for (const one of fresh)
                    await judge(one);
                if (missing().length === 0)
                    return verified(memory);
            }
            const [fault] = unread;
            if (fault !== undefined)
                throw fault;
            return { verified: false, reason: (0,words/* reasonOf */.A3)(missing(), memory.rejections, policy) };
        };
        async function judgeEvidence(subject, { evidence, carriers }, memory) {
            const faults = [];
            for (const one of evidence)
                faults.push(...(await judgeOne(subject, one, memory)));
            if (faults.length === 0)
                for (const carrier of carriers)
                    memory.known.add(carrier);
            return faults;
        }
        async function judgeOne(subject, evidence, memory) {
            try {
                const verdict = await verify(subject, [evidence], restOf(policy, memory.matches), roots);
                memory.matches.push(...verdict.matches);
                memory.rejections.push(...verdict.rejections);
                return [];
            }
            catch (thrown) {
                if (!(thrown instanceof errors/* Failure */.HR))
                    throw thrown;
                return [(0,errors/* asFailure */.h_)(thrown)];
            }
        }
    };
}
function subjectOf(digest, repository) {
    return {
        digest,
        async manifest() {
            const manifest = await repository.manifest(digest);
            if (manifest !== undefined)
                return manifest.bytes;
            throw new errors/* Failure */.HR('server', {
                operation: `the manifest ${digest}`,
                reason: 'the registry has just named it, and answers 404 for it',
                advice: 'Run the check again: the image may have been deleted meanwhile.',
            });
        },
    };
}
function restOf(policy, matches) {
    const met = new Set(matches.map(({ requirement }) => requirement));
    return {
        keys: met.has('key') ? [] : policy.keys,
        identities: met.has('identity') ? [] : policy.identities,
        provenance: met.has('provenance') ? undefined : policy.provenance,
    };
}
function verified({ matches }) {
    return { verified: true, signers: matches.map(({ requirement, signer }) => ({ requirement, ...signer })) };
}


/***/ })

};
