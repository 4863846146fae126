import { type Answer, type Host, json } from '../../exchange.js';
import { readForm, strangeField } from '../../forms.js';
import type { OidcIssuer } from '../../oidc/issuer.js';
import { refuseAssertion } from './assertions.js';
import type { EntraCloud } from './clouds.js';
import { createEntraDirectory, type EntraDirectory, REGISTRY_RESOURCE } from './directory.js';
import { type EntraError, errorAnswer, refusal } from './errors.js';

const FIELDS = ['grant_type', 'client_id', 'client_assertion_type', 'client_assertion', 'scope'];
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** login.microsoftonline.com, or that of another cloud: access tokens for an ID token that an application trusts. */
export function createEntra(
  issuers: readonly OidcIssuer[],
  cloud?: EntraCloud,
): { entra: EntraDirectory; hosts: Record<string, Host> } {
  const entra = createEntraDirectory(cloud);
  const host: Host = async (request) => {
    const tenant = /^\/([^/]+)\/oauth2\/v2\.0\/token$/.exec(request.url.pathname)?.[1];
    if (tenant === undefined) return { status: 404 };
    if (entra.throttle.refuses()) return tooMany();
    const form = await readForm(request);
    if (form === undefined) {
      const words = 'The endpoint only accepts POST requests with a form.';
      return errorAnswer(refusal(400, 'invalid_request', 900561, words));
    }
    const error = refuseForm(form) ?? refuseClient(entra, issuers, tenant, form);
    return error === undefined ? grant(entra, tenant, form) : errorAnswer(error);
  };
  return { entra, hosts: { [entra.cloud.login]: host } };
}

function tooMany(): Answer {
  const answer = errorAnswer(refusal(429, 'temporarily_unavailable', 90055, 'The server is busy.'));
  return { ...answer, headers: { ...answer.headers, 'retry-after': '1' } };
}

/** Stricter than Entra: a field that this grant does not have is an error. */
function refuseForm(form: URLSearchParams): EntraError | undefined {
  const missing = FIELDS.find((name) => !form.get(name));
  if (missing !== undefined) {
    const words = `The request body must contain the following parameter: '${missing}'.`;
    return refusal(400, 'invalid_request', 900144, words);
  }
  const strange = strangeField(form, FIELDS);
  if (strange !== undefined) return refusal(400, 'invalid_request', 90014, `'${strange}' is unknown or repeated.`);
  if (form.get('grant_type') !== 'client_credentials') {
    return refusal(400, 'unsupported_grant_type', 70003, 'The app requested an unsupported grant type.');
  }
  if (form.get('client_assertion_type') === ASSERTION_TYPE) return undefined;
  return refusal(400, 'invalid_request', 50012, 'The client assertion type is not supported.');
}

function refuseClient(
  entra: EntraDirectory,
  issuers: readonly OidcIssuer[],
  tenant: string,
  form: URLSearchParams,
): EntraError | undefined {
  const client = form.get('client_id') ?? '';
  const tenants = [...entra.applications.values()].map((application) => application.tenant);
  if (!tenants.includes(tenant)) return refusal(400, 'invalid_request', 90002, `Tenant '${tenant}' not found.`);
  const application = entra.applications.get(client);
  if (application === undefined || application.tenant !== tenant) {
    const words = `Application with identifier '${client}' was not found in the directory '${tenant}'.`;
    return refusal(400, 'unauthorized_client', 700016, words);
  }
  const refused = refuseAssertion(
    issuers,
    { audience: entra.cloud.audience, ...application },
    form.get('client_assertion') ?? '',
  );
  if (refused !== undefined) return refused;
  const scope = form.get('scope') ?? '';
  const { resources = [REGISTRY_RESOURCE, entra.cloud.management] } = application;
  if (!scope.endsWith('/.default')) {
    const words = `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`;
    return refusal(400, 'invalid_scope', 1002012, words);
  }
  if (resources.includes(resourceOf(scope))) return undefined;
  const words = `The resource principal named ${resourceOf(scope)} was not found in the tenant named ${tenant}.`;
  return refusal(400, 'invalid_resource', 500011, words);
}

function grant(entra: EntraDirectory, tenant: string, form: URLSearchParams): Answer {
  const access_token = entra.issue(form.get('client_id') ?? '', tenant, resourceOf(form.get('scope') ?? ''));
  const [expires_in, ext_expires_in] = [entra.lifetime, entra.lifetime];
  return json(200, { token_type: 'Bearer', expires_in, ext_expires_in, access_token });
}

function resourceOf(scope: string): string {
  return scope.replace(/\/\.default$/, '');
}
