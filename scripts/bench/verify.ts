import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attachBundle, claimsOf, commit, provenanceOf, sigstore } from '../../__tests__/e2e/support/signing.js';
import { pushImage, startRegistry, temporaryFolder } from '../../sandbox/index.js';
import { cosignStatement, createKeyPair } from '../../sandbox/sigstore/index.js';
import { atMost, type Finding, withSpread } from './finding.js';
import { inTurns, measure, spreadOf } from './measuring.js';
import { ownProgram, versionOf } from './tools.js';

/** A check that verifies a signature or provenance, beside the same check without, and beside cosign. */
export async function benchVerify(rounds: number): Promise<Finding> {
  const registry = await startRegistry({ kind: 'memory' });
  const folder = await temporaryFolder();
  try {
    const key = createKeyPair();
    const files = { root: join(folder.path, 'trusted_root.json'), key: join(folder.path, 'cosign.pub') };
    await writeFile(files.root, JSON.stringify(sigstore.trustedRoot()));
    await writeFile(files.key, key.pem);
    const target = { url: registry.url, referrers: 'api' as const };
    const subject = await pushImage(registry, 'acme/app', '1.0');
    const claims = claimsOf();
    const signature = { statement: cosignStatement(subject.digest) };
    await attachBundle(target, 'acme/app', subject, sigstore.bundle(signature, key));
    await attachBundle(target, 'acme/app', subject, sigstore.bundle(signature, sigstore.certify(claims)));
    await attachBundle(target, 'acme/app', subject, provenanceOf(sigstore, subject.digest));

    const image = `${registry.host}/acme/app:1.0`;
    const check = [...ownProgram(), 'check', image];
    const identity = claims.subject;
    const issuer = claims.issuer ?? '';
    const ways: readonly { readonly name: string; readonly command: readonly string[] }[] = [
      { name: plain, command: check },
      { name: byKey, command: [...check, '--signature-key', files.key] },
      {
        name: 'image-gate, signature by an identity',
        command: [
          ...check,
          ...['--signature-identity', identity, '--signature-issuer', issuer, '--trusted-root', files.root],
        ],
      },
      {
        name: 'image-gate, provenance',
        command: [...check, ...['--provenance', '--repo', 'acme/app', '--ref', commit, '--trusted-root', files.root]],
      },
      ...(versionOf('cosign', ['version']) === undefined
        ? []
        : [
            {
              name: 'cosign, signature by a key',
              command: [
                ...['cosign', 'verify', '--key', files.key, '--insecure-ignore-tlog', '--allow-http-registry', image],
              ],
            },
          ]),
    ];
    const contestants = ways.map(({ name, command }) => ({
      name,
      async run() {
        const before = registry.requests.length;
        const { seconds } = await measure(command);
        return { seconds, requests: registry.requests.length - before };
      },
    }));
    const taken = [...(await inTurns(contestants, rounds))].map(([name, runs]) => ({
      name,
      requests: Math.max(...runs.map(({ requests }) => requests)),
      milliseconds: spreadOf(runs.map(({ seconds }) => seconds * 1000)),
    }));
    const median = (wanted: string) => taken.find(({ name }) => name === wanted)?.milliseconds.median ?? Number.NaN;
    return {
      title: 'Verify a signature',
      how: `A registry in memory on loopback with the referrers API; the image has a signature by a key, one by an identity, and provenance. ${rounds} rounds in turns. Milliseconds from the start of the process to its end: medians, with the least and the most.`,
      columns: ['Program', 'Requests', 'Milliseconds'],
      rows: taken.map(({ name, requests, milliseconds }) => [name, String(requests), withSpread(milliseconds, 0)]),
      targets: [
        atMost('Verification by a key, over the same check without', 150, median(byKey) - median(plain), ' ms'),
      ],
    };
  } finally {
    await registry.stop();
    await folder.remove();
  }
}

const plain = 'image-gate, no verification';
const byKey = 'image-gate, signature by a key';
