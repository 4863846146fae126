import { describe, expect, it } from '@jest/globals';
import { readNetworkError } from '../../src/http/network-errors.js';

const error = (message: string, code?: string) => Object.assign(new Error(message), code === undefined ? {} : { code });

describe('readNetworkError', () => {
  it.each([
    [
      'self-signed',
      error('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
      "the server's certificate is not trusted: self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)",
      'NODE_EXTRA_CA_CERTS',
      true,
    ],
    [
      'a private authority',
      error('unable to get local issuer certificate', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
      'is not trusted',
      'NODE_EXTRA_CA_CERTS',
      true,
    ],
    ['expired', error('certificate has expired', 'CERT_HAS_EXPIRED'), 'is not trusted', 'NODE_EXTRA_CA_CERTS', true],
    [
      'another name',
      error("Hostname/IP does not match certificate's altnames", 'ERR_TLS_CERT_ALTNAME_INVALID'),
      'is not trusted',
      'NODE_EXTRA_CA_CERTS',
      true,
    ],
    ['no TLS', error('wrong version number', 'EPROTO'), 'does not speak TLS here', 'http://', true],
    [
      'no TLS, by the words',
      error('SSL routines: packet length too long', 'ERR_SSL_X'),
      'does not speak TLS here',
      'http://',
      true,
    ],
    [
      'no such host',
      error('getaddrinfo ENOTFOUND a.test', 'ENOTFOUND'),
      "the host's name cannot be resolved: getaddrinfo ENOTFOUND a.test",
      'DNS',
      false,
    ],
    ['no DNS', error('getaddrinfo EAI_AGAIN a.test', 'EAI_AGAIN'), 'cannot be resolved', 'DNS', false],
    ['reset', error('read ECONNRESET', 'ECONNRESET'), 'read ECONNRESET', 'HTTPS_PROXY', false],
    ['no code', error('socket hang up'), 'socket hang up', 'NO_PROXY', false],
    ['no message', error('', 'EPIPE'), 'Error (EPIPE)', 'the network', false],
    ['no error', 'text', 'text', 'the network', false],
    [
      'several addresses',
      new AggregateError([error('connect ECONNREFUSED ::1:1', 'ECONNREFUSED')], ''),
      'connect ECONNREFUSED ::1:1',
      'the network',
      false,
    ],
    ['nothing inside', new AggregateError([], ''), 'AggregateError', 'the network', false],
    ['lines', error('a\n::error::b'), 'a ::error::b', 'the network', false],
  ])('%s', (_name, thrown, words, advice, permanent) => {
    const read = readNetworkError(thrown);
    expect(read.words).toContain(words);
    expect(read.advice).toContain(advice);
    expect(read.permanent).toBe(permanent);
  });
});
