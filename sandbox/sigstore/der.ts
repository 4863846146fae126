/** A writer for a part of ASN.1's distinguished encoding (X.690): enough for certificates and timestamps. */
export type Der = Buffer;

export function encodeDer(tag: number, ...content: readonly Uint8Array[]): Der {
  const value = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(value.length)]), value]);
}

export const sequence = (...content: readonly Uint8Array[]): Der => encodeDer(0x30, ...content);
export const set = (...content: readonly Uint8Array[]): Der => encodeDer(0x31, ...content);
export const octets = (content: Uint8Array): Der => encodeDer(0x04, content);
export const bits = (content: Uint8Array): Der => encodeDer(0x03, Buffer.from([0]), content);
export const utf8 = (text: string): Der => encodeDer(0x0c, Buffer.from(text));
export const ascii = (tag: number, text: string): Der => encodeDer(tag, Buffer.from(text, 'ascii'));
export const boolean = (value: boolean): Der => encodeDer(0x01, Buffer.from([value ? 0xff : 0]));
export const nothing = (): Der => encodeDer(0x05);
/** A constructed, context-specific element: `[0] EXPLICIT …`. */
export const tagged = (number: number, ...content: readonly Uint8Array[]): Der => encodeDer(0xa0 + number, ...content);

/** Unsigned: a leading zero byte where the first bit would be read as a sign. */
export function integer(value: number | Uint8Array): Der {
  const bytes = typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value);
  return encodeDer(0x02, (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return encodeDer(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** GeneralizedTime to the second, in UTC. */
export const time = (date: Date): Der => ascii(0x18, `${digits(date)}Z`);

/** In certificates: UTCTime, with two digits of the year, up to 2049 (RFC 5280, 4.1.2.5). */
export const validityTime = (date: Date): Der =>
  date.getUTCFullYear() < 2050 ? ascii(0x17, `${digits(date).slice(2)}Z`) : time(date);

const digits = (date: Date): string => date.toISOString().replace(/[-:T]|\.\d+Z$/g, '');

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

function base128(arc: number): number[] {
  const bytes = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift(0x80 | (rest % 128));
  return bytes;
}
