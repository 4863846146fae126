/** A turn of phrase that costs a reader two passes, and the words to use instead. */
export interface Habit {
  readonly name: string;
  /** Matched against one sentence, without code. */
  readonly pattern: RegExp;
  readonly instead: string;
}

/** A sentence with a habit in it. */
export interface Finding {
  readonly habit: string;
  readonly sentence: string;
}

/** The habits that the help, the messages and the documentation do without. */
export const habits: readonly Habit[] = [
  {
    name: 'a clause as the subject',
    pattern: /^(?:What|Whether|Whoever|Whatever|That which)\b.*[.;]$/,
    instead: 'Begin with a noun or an imperative: "Images that are not ready …", "Fail the step if …".',
  },
  {
    name: 'software that tells',
    pattern: /\btells?\b|(?<!\bif )\btold\b(?! apart)/,
    instead: 'Software reports, prints, returns or shows.',
  },
  { name: 'software that says', pattern: /\b(?:says?|said)\b/, instead: 'Software reports, prints, returns or shows.' },
  {
    name: 'software that asks',
    pattern: /\b(?:asks?|asked)\b(?! for confirmation)/,
    instead: 'Software requests, queries or reads.',
  },
  {
    name: 'things that stand',
    pattern: /\b(?:stands|stood|stand (?!for))\b/,
    instead: 'Things exist, appear or are listed.',
  },
  {
    name: 'is there',
    pattern: /\b(?:is|are|was|were) (?:not )?there\b|\bthat there (?:is|are|was|were)\b/,
    instead: 'It exists, it is listed, it does not exist.',
  },
  { name: 'rights', pattern: /\brights\b|\bthe right to\b/i, instead: 'Permissions.' },
  {
    name: 'at a service',
    pattern: /\bat (?:GitHub|Docker Hub|GitLab|Bitbucket|Quay|ECR|GHCR|Harbor|AWS)\b/,
    instead: 'On GitHub, on Docker Hub.',
  },
  {
    name: 'a fronted phrase',
    pattern: /^(?:Of several|Of one|With neither|Elsewhere)\b/,
    instead: 'Put the condition into the sentence: "With several images, …", "on other registries".',
  },
  { name: 'typing errors', pattern: /\btyping errors?\b/i, instead: 'Typos.' },
  { name: 'signing in', pattern: /\bsign(?:s|ed|ing)? in\b/i, instead: 'Log in.' },
  { name: 'steps of a version', pattern: /\b(?:patch|bugfix|minor|major) steps?\b/, instead: 'A newer minor version.' },
  { name: 'if told', pattern: /\bif told\b/i, instead: 'Optionally.' },
  {
    name: 'a double negation',
    pattern: /\bnot without\b|\b(?:nothing|nobody|none) that \w+ (?:not|nothing|no)\b|\bnever not\b/i,
    instead: 'State what happens.',
  },
];

/** The sentences of a text that have a habit. @param text plain text, or Markdown that `proseOf` has cleaned */
export function findHabits(text: string): readonly Finding[] {
  return sentencesOf(text).flatMap((sentence) =>
    habits.flatMap(({ name, pattern }) => (pattern.test(sentence) ? [{ habit: name, sentence }] : [])),
  );
}

/** Markdown without code, addresses and quotations, which have words of others in them. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '\n')
    .replace(/``[^`]+``|`[^`]*`/g, 'CODE')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/“[^”]*”|"[^"\n]*"/g, 'QUOTE');
}

/** Sentences, items of lists and cells of tables, without their marks. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.:;?!])\s+|\s*\|\s*|\n/)
    .map((part) => part.replace(/^(?:[-*>#\s]|\d+\.\s)+/, '').replace(/\*\*/g, ''))
    .filter((part) => part !== '');
}
