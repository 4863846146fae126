/** The texts that must not be shown, and how to take them out of anything that will be. */
export interface Secrets {
  /** Gives back the forms of the secret that were not known before. */
  add(secret: string): readonly string[];
  redact(text: string): string;
}

const shown = '***';
/** A shorter one would take ordinary words out of the log, and is nobody's secret. */
const shortest = 3;

export function createSecrets(): Secrets {
  const known = new Set<string>();
  let ordered: readonly string[] = [];
  return {
    add(secret) {
      const fresh = formsOf(secret).filter((form) => form.length >= shortest && !known.has(form));
      for (const form of fresh) known.add(form);
      // The longest first: a secret may be part of another.
      if (fresh.length > 0) ordered = [...known].sort((one, other) => other.length - one.length);
      return fresh;
    },
    redact: (text) => ordered.reduce((rest, secret) => rest.replaceAll(secret, shown), text),
  };
}

/** Plain, and as a server might give it back: in base64, in a URL, in JSON. */
function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  const forms = [
    secret,
    base64,
    base64.replace(/=+$/, ''),
    // By way of bytes: a lone surrogate has no form in a URL, and would be an exception here.
    encodeURIComponent(Buffer.from(secret, 'utf8').toString('utf8')),
    JSON.stringify(secret).slice(1, -1),
  ];
  return [...new Set(forms)];
}
