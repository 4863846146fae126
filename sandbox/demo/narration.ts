import type { Internet } from '../index.js';

/** One line of the story. */
export const say = (line = ''): void => void process.stdout.write(`${line}\n`);
/** The expectations that failed. */
export const failures: string[] = [];

/** Compares a value with the expected one, and prints the result. */
export function expect(what: string, found: unknown, wanted: unknown): void {
  const right = found === wanted || (wanted instanceof RegExp && typeof found === 'string' && wanted.test(found));
  say(`  ${right ? '✓' : '✗'} ${what}${right ? '' : `: expected ${String(wanted)}, found ${String(found)}`}`);
  if (!right) failures.push(what);
}

export function chapter(title: string): void {
  say();
  say(`── ${title} ${'─'.repeat(Math.max(3, 76 - title.length))}`);
}

export function indented(text: string): void {
  for (const line of text.trimEnd().split('\n')) if (line.trim() !== '') say(`    ${line}`);
}

/** The number of requests each host has had since the last time, as `auth.docker.io 1, registry-1.docker.io 1`. */
export function requestsByHost(internet: Internet): string {
  const counts = new Map<string, number>();
  for (const { host } of internet.requests) counts.set(host, (counts.get(host) ?? 0) + 1);
  internet.forget();
  return [...counts].map(([host, count]) => `${host} ${count}`).join(', ');
}

/** The requests to one host in their order, the same one after the other in one line. */
export function requestsTo(internet: Internet, host: string): void {
  const lines: { text: string; times: number }[] = [];
  for (const request of internet.requests) {
    if (request.host !== host) continue;
    const text = `${request.method} ${request.path} → ${request.status ?? 'no answer'}`;
    const last = lines.at(-1);
    if (last?.text === text) last.times += 1;
    else lines.push({ text, times: 1 });
  }
  for (const { text, times } of lines) say(`    ${text}${times > 1 ? `, ${times} times` : ''}`);
}
