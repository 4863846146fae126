import type { RecordedRequest } from '../../../sandbox/index.js';

/**
 * The requests whose path, query or body names `about` as a whole, in order, as `HEAD registry.example.com/v2/acme/app/manifests/1.0 200`.
 * Tests run side by side in one internet: each has names of its own, and so finds its own requests again.
 */
export function requestsAbout(requests: readonly RecordedRequest[], about: string): string[] {
  return recordsAbout(requests, about).map(({ method, host, path, status }) => `${method} ${host}${path} ${status}`);
}

/** The same as they were recorded, for their headers and bodies. */
export function recordsAbout(requests: readonly RecordedRequest[], about: string): readonly RecordedRequest[] {
  const whole = new RegExp(`(?<![\\w-])${about.replaceAll(/[^\w/-]/g, '\\$&')}(?![\\w-])`);
  return requests.filter(({ path, body = '' }) => whole.test(`${decode(path)} ${decode(body)}`));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
