import { randomUUID, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;
const DAY = 24 * 60 * 60 * 1000;

export interface Certificate {
  /** PEM. */
  readonly cert: string;
  /** The private key (P-256), PKCS #8 in PEM. */
  readonly key: string;
}

/** A certificate authority that lives as long as the process, and must not be trusted for longer. */
export interface Authority {
  /** The CA's own certificate, PEM. */
  readonly cert: string;
  /** A certificate for these host names and IP addresses. */
  issue(names: readonly string[]): Promise<Certificate>;
}

export async function createAuthority(): Promise<Authority> {
  cryptoProvider.set(webcrypto);
  const keys = await generateKeys();
  const root = await X509CertificateGenerator.createSelfSigned({
    ...lifetime(),
    name: 'CN=Image Gate sandbox CA',
    keys,
    signingAlgorithm: SIGNATURE,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return {
    cert: root.toString('pem'),
    async issue(names) {
      const own = await generateKeys();
      const leaf = await X509CertificateGenerator.create({
        ...lifetime(),
        subject: `CN=${names[0] ?? 'sandbox'}`,
        issuer: root.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: SIGNATURE,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
          new SubjectAlternativeNameExtension(
            names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name })),
          ),
          await AuthorityKeyIdentifierExtension.create(root),
        ],
      });
      return { cert: leaf.toString('pem'), key: await exportKey(own.privateKey) };
    },
  };
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${bytes.replace(/.{1,64}/g, '$&\n')}-----END PRIVATE KEY-----\n`;
}

function lifetime(): { serialNumber: string; notBefore: Date; notAfter: Date } {
  // A leading 1 keeps the serial number positive and in its shortest form.
  const serialNumber = `1${randomUUID().replaceAll('-', '').slice(1)}`;
  return { serialNumber, notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 30 * DAY) };
}
