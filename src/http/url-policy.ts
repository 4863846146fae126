import { isIP } from 'node:net';
import { isLoopback } from '../lib/loopback.js';

/** True if both addresses are the same origin: scheme, host and port. */
export function sameOrigin(one: URL, other: URL): boolean {
  return one.origin === other.origin;
}

/** True if the host is this machine or an address that only means something inside a private network. */
export function isPrivate(url: URL): boolean {
  // The dot at the end of a whole name (`localhost.`) changes nothing.
  const name = url.hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
  if (isLoopback(name)) return true;
  if (isIP(name) === 6) return /^(?:::1?$|f[cd]|fe[89ab]|::ffff:|64:ff9b:)/.test(name);
  if (isIP(name) !== 4) return false;
  const [first = 0, second = 0] = name.split('.').map(Number);
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 100 && second >= 64 && second <= 127)
  );
}

/**
 * The reason why an address that a server named (a redirect, a token realm, a next page) must not be used; undefined
 * when it may be. It may not leave https for another host's plain HTTP, and a public host may not send us into a
 * private network.
 */
export function refusalReason(target: URL, from: URL): string | undefined {
  if (target.protocol !== 'https:' && target.protocol !== 'http:') return `it is a ${target.protocol} address`;
  if (target.username !== '' || target.password !== '') return 'it contains credentials';
  if (sameOrigin(target, from)) return undefined;
  if (target.protocol === 'http:' && !(from.protocol === 'http:' && target.hostname === from.hostname)) {
    return 'it is plain HTTP on another host';
  }
  if (isPrivate(target) && !isPrivate(from)) return 'it leads into a private network';
  return undefined;
}
