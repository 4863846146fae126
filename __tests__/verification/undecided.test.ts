import { describe, expect, it } from '@jest/globals';
import { createSigstore } from '../../sandbox/sigstore/index.js';
import type { Evidence } from '../../src/verification/evidence.js';
import { parseTrustedRoots } from '../../src/verification/index.js';
import type { Policy } from '../../src/verification/policy.js';
import {
  byIdentity,
  byKey,
  byProvenance,
  changed,
  claims,
  digest,
  evidenceOf,
  judged,
  provenance,
  signedBy,
  signer,
  sigstore,
  statement,
} from './acme.js';

describe('an error: what could not be checked', () => {
  const fails = async (
    evidence: readonly Evidence[],
    policy: Policy,
    reason: RegExp,
    trusted?: Parameters<typeof judged>[2],
  ) =>
    expect(judged(evidence, policy, trusted)).rejects.toMatchObject({
      kind: 'server',
      exitCode: 5,
      permanent: true,
      reason: expect.stringMatching(reason),
    });
  const trusting = (change: (root: Record<string, unknown[]>) => void) => {
    const root = JSON.parse(JSON.stringify(sigstore.trustedRoot()));
    change(root);
    return parseTrustedRoots(JSON.stringify(root), 'root.json');
  };
  const good = [evidenceOf(signedBy({}))];
  const rootUntil = (end: string) =>
    parseTrustedRoots(JSON.stringify(sigstore.trustedRoot({ start: '2020-01-01T00:00:00Z', end })), 'root.json');

  it('an instance that is not in the trusted root', async () => {
    for (const organization of ['sigstore.dev', 'example.com']) {
      const foreign = createSigstore(organization);
      const evidence = [evidenceOf(foreign.bundle({ statement }, foreign.certify(claims)))];
      await fails(
        evidence,
        byIdentity,
        /^a signature that may be the required one could not be checked: here: it claims to be from https:.*, which is not verified: its (?:certificate|entry) is .* not in the trusted root \(checked against trusted-root\.jsonl\)$/,
      );
    }
  });

  it('a log, an authority or a log of certificates that is not in it', async () => {
    await fails(
      good,
      byIdentity,
      /its entry is in the log [0-9a-f]{64}, which is not in the trusted root/,
      trusting((root) => root.tlogs?.splice(0, 1)),
    );
    await fails(
      good,
      byIdentity,
      /its certificate is in the log [0-9a-f]{64}, which is not in the trusted root/,
      trusting((root) => {
        root.ctlogs = createSigstore().trustedRoot().ctlogs as unknown[];
      }),
    );
    const v2 = [evidenceOf(sigstore.bundle({ statement }, signer, { log: 2 }))];
    await fails(
      v2,
      byIdentity,
      /its timestamp is from an authority that is not in the trusted root/,
      trusting((root) => {
        root.timestampAuthorities = [];
      }),
    );
  });

  it('a trusted root that has expired', () =>
    fails(good, byIdentity, /which the trusted root does not trust for that time/, rootUntil('2024-01-01T00:00:00Z')));

  it('of an identity that is not required, it is none', async () => {
    const foreign = createSigstore();
    const evidence = [
      evidenceOf(foreign.bundle({ statement }, foreign.certify({ ...claims, subject: 'https://x.y/z' }))),
    ];
    expect(await judged(evidence, byIdentity)).toMatchObject({
      verified: false,
      rejections: [{ reason: expect.stringMatching(/^it claims to be from https:\/\/x\.y\/z, which is not verified/) }],
    });
    expect(await judged(evidence, byKey)).toMatchObject({ verified: false });
  });

  it('beside one that meets the policy, it is none', async () => {
    const foreign = createSigstore();
    const evidence = [evidenceOf(foreign.bundle({ statement }, foreign.certify(claims)), 'there'), ...good];
    expect(await judged(evidence, byIdentity)).toMatchObject({ verified: true, rejections: [{ place: 'there' }] });
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /cannot be read/],
    ['half of a bundle', JSON.stringify(signedBy({})).slice(0, 2000), /cannot be read/],
    ['a list', '[]', /it is not a Sigstore bundle/],
    ['a page', '<html></html>', /cannot be read/],
    [
      'what is nested deeply',
      `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      /it is not a Sigstore bundle|cannot be read/,
    ],
    [
      'an unsigned attestation of BuildKit',
      JSON.stringify(provenance),
      /it is not a Sigstore bundle: it has no mediaType/,
    ],
    [
      'a bundle of another version',
      JSON.stringify({ ...signedBy({}), mediaType: 'application/vnd.dev.sigstore.bundle.v0.4+json' }),
      /unknown version: application\/vnd\.dev\.sigstore\.bundle\.v0\.4/,
    ],
    [
      'no signature in the envelope',
      JSON.stringify(
        changed(signedBy({}), (one) => {
          if (one.dsseEnvelope) one.dsseEnvelope.signatures = [];
        }),
      ),
      /invalid bundle/,
    ],
    [
      'two signatures in the envelope',
      JSON.stringify(
        changed(signedBy({}), (one) => {
          one.dsseEnvelope?.signatures.push({ sig: 'AAAA', keyid: '' });
        }),
      ),
      /invalid bundle/,
    ],
    [
      'ten thousand log entries',
      JSON.stringify(
        changed(signedBy({}), (one) => {
          const [entry] = one.verificationMaterial.tlogEntries;
          if (entry) one.verificationMaterial.tlogEntries = Array(10_000).fill(entry);
        }),
      ),
      /more than 32 log entries/,
    ],
    ['100 MB of blanks', Buffer.alloc(100_000_000, ' '), /cannot be read/],
    [
      '100 MB of a payload',
      `{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","dsseEnvelope":{"payload":"${'A'.repeat(100_000_000)}"}}`,
      /invalid bundle/,
    ],
    [
      'a certificate that is none',
      JSON.stringify(
        changed(signedBy({}), (one) => {
          one.verificationMaterial.certificate = { rawBytes: 'MIIB' };
        }),
      ),
      /cannot be read/,
    ],
    [
      'text that is not in DER',
      JSON.stringify(
        sigstore.bundle(
          { statement },
          sigstore.certify(claims, { raw: { 13: Buffer.from(`\x0c\x81\x28${'a'.repeat(40)}`, 'latin1') } }),
        ),
      ),
      /extension 1\.3\.6\.1\.4\.1\.57264\.1\.13 of its certificate is not text in DER/,
    ],
    [
      'text without its tag',
      JSON.stringify(
        sigstore.bundle(
          { statement },
          sigstore.certify(claims, { raw: { 12: Buffer.from('https://github.com/acme/app') } }),
        ),
      ),
      /57264\.1\.12 of its certificate is not text in DER/,
    ],
    [
      'text of another length',
      JSON.stringify(
        sigstore.bundle(
          { statement },
          sigstore.certify(claims, { raw: { 12: Buffer.from('\x0c\x05https://github.com/acme/app') } }),
        ),
      ),
      /57264\.1\.12 of its certificate is not text in DER/,
    ],
  ])('%s', (_, bytes, reason) =>
    fails([{ kind: 'bundle', bytes: Buffer.from(bytes), place: 'here' }], byProvenance, reason),
  );

  it.each<[string, Record<string, string>, RegExp]>([
    [
      'no signature',
      { 'dev.cosignproject.cosign/signature': '' },
      /it has no annotation dev\.cosignproject\.cosign\/signature/,
    ],
    ['a certificate that is none', { 'dev.sigstore.cosign/certificate': 'none' }, /cannot be read/],
    ['an entry that is none', { 'dev.sigstore.cosign/bundle': '{' }, /cannot be read/],
  ])('a layer with %s', (_, annotations, reason) => {
    const layer = sigstore.simpleSigning(digest, signer);
    return fails([evidenceOf({ ...layer, annotations: { ...layer.annotations, ...annotations } })], byIdentity, reason);
  });
});

describe('odd input is not verified', () => {
  const good = JSON.stringify(sigstore.bundle({ statement }, signer));
  it.each<[string, string]>([
    ['a time beyond all numbers', good.replace(/"integratedTime":"\d+"/, '"integratedTime":"9e999"')],
    ['a negative time', good.replace(/"integratedTime":"\d+"/, '"integratedTime":"-1"')],
    ['an index beyond all numbers', good.replace(/"logIndex":"\d+"/g, `"logIndex":"${'9'.repeat(400)}"`)],
    ['an index that is no number', good.replace(/"logIndex":"\d+"/g, '"logIndex":"x"')],
    ['a signature that is no base64', good.replace(/"sig":"[^"]+"/, '"sig":"!!!!"')],
    [
      'a digest of the payload twice, ours first',
      JSON.stringify(
        sigstore.bundle(
          {
            payload: Buffer.from(
              JSON.stringify(statement)
                .replace('"digest":', `"digest":{"sha256":"${digest.slice(7)}"},"digest":`)
                .replace(/(.*)"sha256":"[0-9a-f]+"/, '$1"sha256":"00"'),
            ),
            payloadType: 'application/vnd.in-toto+json',
          },
          signer,
        ),
      ),
    ],
    [
      'a digest in a list',
      JSON.stringify(
        sigstore.bundle(
          {
            payload: Buffer.from(
              JSON.stringify({ ...statement, subject: [{ digest: { sha256: [digest.slice(7)] } }] }),
            ),
            payloadType: 'application/vnd.in-toto+json',
          },
          signer,
        ),
      ),
    ],
    [
      'a digest in a prototype',
      JSON.stringify(
        sigstore.bundle(
          {
            payload: Buffer.from(
              JSON.stringify({ ...statement, subject: [] }).replace(
                '"subject":[]',
                `"subject":[{"digest":{"__proto__":{"sha256":"${digest.slice(7)}"}}}]`,
              ),
            ),
            payloadType: 'application/vnd.in-toto+json',
          },
          signer,
        ),
      ),
    ],
  ])('%s', async (_, text) => {
    const verdict = await judged([{ kind: 'bundle', bytes: Buffer.from(text), place: 'here' }], byIdentity).catch(
      (thrown) => thrown,
    );
    expect(verdict.verified ?? false).toBe(false);
    if (verdict instanceof Error) expect(verdict).toMatchObject({ kind: 'server' });
  });
});
