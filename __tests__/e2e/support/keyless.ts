import type { RecordedRequest } from '../../../sandbox/exchange.js';

/** The fields of forms and of JSON whose values are secrets. */
const fields =
  /^(?:subject_?token|client_assertion|assertion|WebIdentityToken|access_?token|refresh_?token|id_?token|password)$/i;

/**
 * Every secret that these requests carry: what `Authorization` has, in all its forms, the tokens in bodies and headers, and
 * of ID tokens also the payload.
 */
export function secretsIn(requests: readonly RecordedRequest[]): readonly string[] {
  const found = requests.flatMap(({ headers, body = '' }) => [
    ...authorized(headers.authorization),
    ...[headers['x-amz-security-token'] ?? ''],
    ...inBody(body, headers['content-type'] ?? ''),
  ]);
  const payloads = found.flatMap((secret) => (secret.split('.').length === 3 ? [secret.split('.')[1] ?? ''] : []));
  return [...new Set([...found, ...payloads])].filter((secret) => secret.length >= 8);
}

function authorized(header = ''): readonly string[] {
  const [scheme = '', value = ''] = header.split(' ');
  if (!/^(?:basic|bearer)$/i.test(scheme)) return [];
  if (!/^basic$/i.test(scheme)) return [value];
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return [value, pair.slice(pair.indexOf(':') + 1)];
}

function inBody(body: string, type: string): readonly string[] {
  const entries = type.includes('json') ? Object.entries(parsed(body)) : [...new URLSearchParams(body)];
  return entries.flatMap(([name, value]) => (fields.test(name) && typeof value === 'string' ? [value] : []));
}

function parsed(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** In GitHub Actions, with what the job has for ID tokens. */
export function inJob(env: Readonly<Record<string, string>>): Record<string, string> {
  return { GITHUB_ACTIONS: 'true', ...env };
}

/** Nothing of what these requests keep secret is in what was printed. Without jest, for the fault campaign too. */
export function expectNoSecret(
  { stdout, stderr }: { readonly stdout: string; readonly stderr: string },
  requests: readonly RecordedRequest[],
): void {
  const leaked = [...secretsIn(requests)].filter((secret) => `${stdout}${stderr}`.includes(secret));
  if (leaked.length > 0)
    throw new Error(`${leaked.length} secrets were printed: ${leaked.map((one) => `${one.slice(0, 8)}…`)}`);
}
