import { isNativeError } from 'node:util/types';
import { cleanLine } from '../lib/clean-line.js';

/** A network error in words, with what to do about it. A `permanent` one is not worth another try. */
export interface NetworkError {
  readonly words: string;
  readonly advice: string;
  readonly permanent: boolean;
}

const certificateCodes = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Reads Node's error (the code of its cause, where it has one) into words that a person can act on. */
export function readNetworkError(thrown: unknown): NetworkError {
  const { code, message } = dig(thrown);
  const words = cleanLine(code !== undefined && !message.includes(code) ? `${message} (${code})` : message);
  if (code !== undefined && certificateCodes.has(code)) {
    return {
      words: `the server's certificate is not trusted: ${words}`,
      advice: 'For a private certificate authority, set NODE_EXTRA_CA_CERTS to its PEM file for this step.',
      permanent: true,
    };
  }
  if (code === 'EPROTO' || /wrong version number|packet length too long/i.test(message)) {
    return {
      words: `the server does not speak TLS here: ${/[a-z ]*wrong version number/i.exec(words)?.[0].trim() ?? words}`,
      advice: 'Check the port. For a registry without TLS write http:// in front of it.',
      permanent: true,
    };
  }
  if (code === 'ERR_INVALID_CHAR' || code?.startsWith('HPE_')) {
    return {
      words,
      advice: 'Check that the address is the service’s own: this is not the HTTP that was expected.',
      permanent: true,
    };
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      words: `the host's name cannot be resolved: ${words}`,
      advice: 'Check the name, the DNS and the proxy.',
      permanent: false,
    };
  }
  return {
    words,
    advice: 'Check the network, the proxy (HTTPS_PROXY, NO_PROXY) and the service’s status page.',
    permanent: false,
  };
}

function dig(thrown: unknown): { code: string | undefined; message: string } {
  // Not by instanceof alone: an error may come from another realm (a worker, a test's sandbox).
  if (!(thrown instanceof Error || isNativeError(thrown))) return { code: undefined, message: String(thrown) };
  const inner = (thrown as AggregateError).errors?.[0];
  if (inner !== undefined && thrown.message === '') return dig(inner);
  const { code } = thrown as NodeJS.ErrnoException;
  return { code: typeof code === 'string' ? code : undefined, message: thrown.message || thrown.name };
}
