import { createScanner } from '../../http/headers.js';

/**
 * One way to authenticate that a server offers (RFC 9110 §11.3): the scheme in lower case, its parameters by lower-case
 * name.
 */
export interface Challenge {
  readonly scheme: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const quoted = /"((?:[^"\\]|\\.)*)"/suy;
/** Addresses without quotes are not tokens, and some servers send them. */
const unquoted = /'([^']*)'|([^\s,;"]+)/y;
/** The commas of `repository:acme/app:pull,push` belong to it, also where it has no quotes. */
const unquotedScope = /[^\s,;"]+(?:,(?:pull|push|delete|\*)(?=[,;\s]|$))*/y;
const token68 = /[A-Za-z0-9\-._~+/]+=*(?=\s*(?:,|$))/y;

/**
 * Reads all `WWW-Authenticate` headers of an answer. One header may hold several challenges, and a quoted value may
 * hold commas, so this reads token by token. Values without quotes and missing commas are accepted. An unreadable part
 * ends its header; the part before it counts.
 */
export function parseChallenges(headers: readonly string[]): readonly Challenge[] {
  return headers.flatMap(parseHeader);
}

function parseHeader(header: string): Challenge[] {
  const challenges: { scheme: string; parameters: Record<string, string> }[] = [];
  const { take, isAtEnd, rest } = createScanner(header);
  const takeUnquoted = (name: string): string | undefined => {
    const found = take(name === 'scope' ? unquotedScope : unquoted);
    return found?.[1] ?? found?.[0];
  };
  const skip = (pattern: RegExp) => take(pattern)?.[0] ?? '';
  while (!isAtEnd()) {
    skip(/[\s,;]*/y);
    const word = take(token)?.[0];
    if (word === undefined) break;
    const current = challenges.at(-1);
    const equals = /^\s*=(?!=*\s*(?:,|$))/.test(rest());
    if (equals && current) {
      skip(/\s*=\s*/y);
      const name = word.toLowerCase();
      const value = take(quoted)?.[1]?.replace(/\\(.)/gs, '$1') ?? takeUnquoted(name);
      if (value === undefined) break;
      current.parameters[name] ??= value;
      continue;
    }
    challenges.push({ scheme: word.toLowerCase(), parameters: {} });
    // `Negotiate abc==`: a value without a name belongs to its scheme and is of no use here.
    if (/^\s+[A-Za-z0-9\-._~+/]+=*\s*(?:,|$)/.test(rest())) {
      skip(/\s+/y);
      skip(token68);
    }
  }
  return challenges;
}

/** For a registry that offers no known way to authenticate: no credentials are sent, and none are refused. */
export interface UnknownOffer {
  /** Of the challenge: `it supports only negotiate`. */
  readonly reason: string;
  readonly advice: string;
}

/** @param challenges those of a 401, without any that is known here */
export function unknownOffer(challenges: readonly Challenge[]): UnknownOffer {
  const names = challenges.map(({ scheme }) => scheme).join(', ');
  return {
    reason: names === '' ? '401 without one' : `it supports only ${names}`,
    advice: 'A registry requires Basic or Bearer: check the address, and what answers in front of the registry.',
  };
}
