import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createKeyPair, type KeyType } from '../../sandbox/sigstore/index.js';
import { embeddedRoots, parseKeys, parseTrustedRoots, verify } from '../../src/verification/index.js';
import { matchesPattern } from '../../src/verification/wildcard.js';
import { byIdentity, claims, evidenceOf, judged, nothing, signedBy, sigstore, statement } from './acme.js';

const usage = (reason: RegExp) => expect.objectContaining({ kind: 'usage', reason: expect.stringMatching(reason) });
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
};

describe('keys', () => {
  it.each<KeyType>(['P-256', 'P-384', 'P-521', 'RSA', 'Ed25519'])('%s', (type) => {
    expect(parseKeys(createKeyPair(type).pem)).toEqual([
      { key: expect.anything(), fingerprint: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    ]);
  });

  it('several, with other lines between them', () => {
    const [one, two] = [createKeyPair(), createKeyPair('Ed25519')];
    expect(parseKeys(`# ours\n${one.pem}\r\n# theirs\n${two.pem}`)).toHaveLength(2);
  });

  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
  const koblitz = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey;
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey;
  const pemOf = (key: typeof weak) => key.export({ type: 'spki', format: 'pem' }).toString();
  const privatePem = createKeyPair().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  it.each([
    ['nothing', '', /no public key in PEM$/],
    ['a path', 'cosign.pub', /no public key in PEM$/],
    ['half of a key', createKeyPair().pem.slice(0, 80), /no public key in PEM$/],
    ['a key and half of another', createKeyPair().pem + createKeyPair().pem.slice(0, 80), /no public key in PEM$/],
    ['a private key', privatePem, /it is a PRIVATE KEY, not a PUBLIC KEY$/],
    ['a key that is none', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', /the key cannot be read: /],
    ['a short RSA key', pemOf(weak), /an RSA key of 1024 bits is too short$/],
    ['a curve that no signer uses', pemOf(koblitz), /no signer uses the curve secp256k1$/],
    ['a type that no signer uses', pemOf(pss), /no signer uses keys of type rsa-pss$/],
  ])('%s is refused', (_, text, reason) => {
    expect(thrownBy(() => parseKeys(text))).toEqual(usage(new RegExp(`^.?signature-key.?: ${reason.source}`)));
  });
});

describe('trusted roots', () => {
  const root = sigstore.trustedRoot();
  const github = JSON.stringify({ ...root, mediaType: 'application/vnd.dev.sigstore.trustedroot.v0.2+json' });
  it.each([
    ['one', JSON.stringify(root), 1],
    ['one, indented', JSON.stringify(root, null, 2), 1],
    ['one on each line', `${JSON.stringify(root)}\n${github}\n`, 2],
    ['several, indented', `${JSON.stringify(root, null, 2)}\n\n${JSON.stringify(root, null, 2)}`, 2],
    ['braces within a text', JSON.stringify({ ...root, comment: '}{"\\"}' }), 1],
  ])('%s', (_, text, count) => {
    expect(parseTrustedRoots(text, 'root.json')).toMatchObject({ origin: 'root.json' });
    expect(parseTrustedRoots(text, 'root.json').instances).toHaveLength(count);
  });

  it.each([
    ['nothing', ' \n', /^root\.json: it has no trusted root$/],
    ['no JSON', '<html>', /^root\.json: the document in line 1 is not a trusted root: /],
    ['a list', '[]', /line 1 is not a trusted root: its mediaType is missing$/],
    ['metadata of TUF', '{"signed":{"_type":"root"}}', /line 1 is not a trusted root: its mediaType is missing$/],
    [
      'a bundle',
      JSON.stringify(signedBy({})),
      /its mediaType is application\/vnd\.dev\.sigstore\.bundle\.v0\.3\+json$/,
    ],
    ['half of one', JSON.stringify(root).slice(0, 900), /line 1 is not a trusted root: /],
    ['one, and half of another', `${JSON.stringify(root)}\n\n{"a":`, /line 3 is not a trusted root: /],
    ['no authority', JSON.stringify({ ...root, certificateAuthorities: [] }), /it has no certificate authority$/],
    [
      'an empty chain',
      JSON.stringify({ ...root, certificateAuthorities: [{ certChain: { certificates: [] } }] }),
      /a certificate authority has no certificate$/,
    ],
    [
      'a certificate that is none',
      JSON.stringify({ ...root, certificateAuthorities: [{ certChain: { certificates: [{ rawBytes: 'AAAA' }] } }] }),
      /line 1 is not a trusted root: /,
    ],
    [
      'a log without a key',
      JSON.stringify({ ...root, tlogs: [{ baseUrl: 'https://x.y' }] }),
      /line 1 is not a trusted root: /,
    ],
  ])('%s is refused', (_, text, reason) => {
    expect(thrownBy(() => parseTrustedRoots(text, 'root.json'))).toEqual(usage(reason));
  });

  it('an instance without logs requires none', async () => {
    const own = parseTrustedRoots(JSON.stringify({ ...root, tlogs: [], ctlogs: [] }), 'root.json');
    const unlogged = sigstore.certify(claims, { unlogged: true });
    const timestamped = sigstore.bundle({ statement }, unlogged, { log: 'none', timestamp: true });
    expect(await judged([evidenceOf(timestamped)], byIdentity, own)).toMatchObject({ verified: true });
  });
});

describe('the embedded roots', () => {
  it.each([
    [
      'the public-good instance',
      'sigstore-js-2.0.0.json',
      'https://github.com/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main',
      'https://token.actions.githubusercontent.com',
    ],
    ['GitHub', 'github-release.json', 'https://dotcom.releases.github.com', undefined],
  ])('verify what was published with %s', async (_, file, identity, issuer) => {
    const bytes = readFileSync(`__tests__/verification/published/${file}`);
    const { subject } = JSON.parse(Buffer.from(JSON.parse(bytes.toString()).dsseEnvelope.payload, 'base64').toString());
    const [[algorithm, hex] = []] = Object.entries(subject.at(-1).digest);
    const image = { digest: `${algorithm}:${hex}`, manifest: () => Promise.reject(new Error('not needed')) };
    const policy = {
      ...nothing,
      identities: [{ identity: 'https://nobody.example', issuer: 'https://nobody.example' }],
    };
    expect(await verify(image, [{ kind: 'bundle', bytes, place: file }], policy, embeddedRoots())).toMatchObject({
      verified: false,
      rejections: [{ signer: { identity, issuer, signedAt: expect.any(String) } }],
    });
  });
});

describe('patterns', () => {
  it.each([
    ['a*c', 'abc', true],
    ['a*c', 'ac', true],
    ['a*b', 'ab.', false],
    ['*', '', true],
    ['a', 'ab', false],
    ['', 'a', false],
    ['a**b', 'ab', true],
    ['ab*ba', 'aba', false],
    ['*a*b*', 'xbxa', false],
    ['a.c', 'abc', false],
  ])('%s on %s', (pattern, text, matches) => expect(matchesPattern(pattern, text)).toBe(matches));

  it('are those of a regular expression that is anchored at both ends', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 12 });
    const plain = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
    fc.assert(
      fc.property(texts, plain, (pattern, text) => {
        expect(matchesPattern(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
      }),
    );
  });

  it('take no longer than the text', () => {
    expect(matchesPattern(`${'*a'.repeat(20_000)}!`, 'a'.repeat(100_000))).toBe(false);
  });
});
