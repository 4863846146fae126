import { cleanLine } from '../lib/clean-line.js';
import { type InputStyle, writeInputs } from '../lib/input-names.js';

/** The texts that must not be shown, and how to take them out of anything that will be. */
export interface Secrets {
  /** Gives back the forms of the secret that were not known before. */
  add(secret: string): readonly string[];
  /** Without any secret, and without the beginning of one that was cut off (`…`). */
  redact(text: string): string;
  /**
   * The same for results that programs read: a short secret may be an ordinary word (`true`, the name of the
   * namespace), and taking it out would make another answer of the answer.
   */
  redactResult(text: string): string;
}

const shown = '***';
/** A shorter one would take ordinary words out of the log, and is not a secret. */
const shortest = 3;
const shortestInResults = 8;
/** Of a secret that was cut off: fewer letters reveal nothing. */
const shortestBeginning = 4;
const lineLimit = 2000;

/** Knows none yet. */
export function createSecrets(): Secrets {
  const known = new Set<string>();
  let ordered: readonly string[] = [];
  const without = (text: string, secrets: readonly string[]) =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, shown), text);
  return {
    add(secret) {
      const fresh = formsOf(secret).filter((form) => form.length >= shortest && !known.has(form));
      for (const form of fresh) known.add(form);
      // The longest first: a secret may be part of another.
      if (fresh.length > 0) ordered = [...known].sort((one, other) => other.length - one.length);
      return fresh;
    },
    redact: (text) => withoutBeginnings(without(text, ordered), ordered),
    redactResult(text) {
      const long = ordered.filter(({ length }) => length >= shortestInResults);
      return withoutBeginnings(without(text, long), long);
    },
  };
}

/**
 * The same for one frontend, which writes the inputs that a text names in its style. Whatever it prints goes through
 * here.
 */
export function writingInputs({ add, redact, redactResult }: Secrets, style: InputStyle): Secrets {
  const writing = (hide: (text: string) => string) => (text: string) => {
    const hidden = hide(text);
    const written = writeInputs(hidden, style);
    return written === hidden ? hidden : hide(written);
  };
  return { add, redact: writing(redact), redactResult: writing(redactResult) };
}

/** One line for people, clean and without secrets: cleaning can put one together again, so it is looked for twice. */
export function cleanAndRedact(line: string, secrets: Pick<Secrets, 'redact'>, limit = lineLimit): string {
  return secrets.redact(cleanLine(secrets.redact(line), limit));
}

function withoutBeginnings(text: string, secrets: readonly string[]): string {
  if (!text.includes('…')) return text;
  return text.replace(/[^…]*(?=…)/g, (before) => {
    const length = Math.max(0, ...secrets.map((secret) => sharedEnd(before, secret)));
    return length < shortestBeginning ? before : `${before.slice(0, before.length - length)}${shown}`;
  });
}

/** The number of letters at the end of the text that are the beginning of the secret. */
function sharedEnd(text: string, secret: string): number {
  for (let length = Math.min(text.length, secret.length); length >= shortestBeginning; length -= 1) {
    if (text.endsWith(secret.slice(0, length))) return length;
  }
  return 0;
}

/** Plain, cleaned as a line of the log is, and as a server might give it back: in base64, in a URL, in JSON. */
function formsOf(secret: string): readonly string[] {
  // By way of bytes: a lone surrogate has no form in a URL, and would be an exception here.
  const whole = Buffer.from(secret, 'utf8').toString('utf8');
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  const forms = [
    secret,
    base64,
    base64.replace(/=+$/, ''),
    encodeURIComponent(whole),
    JSON.stringify(secret).slice(1, -1),
  ];
  return [...new Set([...forms, cleanLine(secret, Number.POSITIVE_INFINITY)])];
}
