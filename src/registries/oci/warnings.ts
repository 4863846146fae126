import type { HttpAnswer } from '../../http/message.js';
import { cleanLine } from '../../lib/clean-line.js';

/** The only form that a registry may use: `299 - "text"`. */
const warning = /(?:^|,)\s*299 - "((?:[^"\\]|\\.)*)"/g;

/**
 * Tells people what a registry has for them in `Warning` headers, each text once. Nothing else is done about it (OCI
 * distribution specification 1.1, "warnings").
 */
export function createWarnings(warn: (text: string) => void): (answer: HttpAnswer) => void {
  const reported = new Set<string>();
  return ({ url, headerValues }) => {
    for (const [, quoted = ''] of headerValues('warning').flatMap((value) => [...value.matchAll(warning)])) {
      const text = cleanLine(quoted.replace(/\\(.)/g, '$1'));
      if (text !== '' && !reported.has(text)) warn(`${url.host} warns: ${text}`);
      reported.add(text);
    }
  };
}
