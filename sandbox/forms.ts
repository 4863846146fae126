import type { IncomingRequest } from './exchange.js';

/** The form that a POST carries; `undefined` for another method or media type. */
export async function readForm(request: IncomingRequest): Promise<URLSearchParams | undefined> {
  const type = request.headers['content-type'] ?? '';
  const carried = request.method === 'POST' && /^application\/x-www-form-urlencoded\b/.test(type);
  return carried ? new URLSearchParams(await request.text()) : undefined;
}

/** The first field that is unknown or repeated. */
export function strangeField(form: URLSearchParams, known: readonly string[]): string | undefined {
  return [...form.keys()].find((name) => !known.includes(name) || form.getAll(name).length > 1);
}
