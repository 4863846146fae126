import { type Answer, bearerToken, type Host, type IncomingRequest, json } from '../../exchange.js';
import { forwardTo } from '../../forwarding.js';
import { failure } from '../../registries/errors.js';
import { callerOf, mayDo, notAuthorized } from '../aws/identities.js';
import { type EcrRequest, ecrRequest } from '../ecr/actions.js';
import { loggedIn, notLoggedIn } from '../ecr/login.js';
import { ecrTagsList } from '../ecr/tags-list.js';
import type { LayerBucket } from '../layer-bucket.js';
import type { EcrPublic } from './state.js';

const READS = [
  'BatchGetImage',
  'BatchCheckLayerAvailability',
  'GetDownloadUrlForLayer',
  'ListImages',
  'ListImageReferrers',
];

/**
 * public.ecr.aws: a pull takes a token, which is issued anonymously, too. An expired or unknown token is a 400 without a
 * challenge.
 */
export function ecrPublicRegistry(ecr: EcrPublic, bucket: LayerBucket): Host {
  const { forward } = forwardTo(ecr.registry.url);
  const { ledger } = ecr.registry;

  function token(request: IncomingRequest): Answer {
    const caller = loggedIn(ecr.passwords, request);
    if (caller !== undefined && 'refusal' in caller) return caller.refusal;
    return json(200, { token: ecr.tokens.issue([], caller?.accessKey, ecr.lifetime) });
  }

  function refuse(request: IncomingRequest, wanted: EcrRequest | undefined): Answer | undefined {
    const challenge = 'Bearer realm="https://public.ecr.aws/token/",service="public.ecr.aws",scope="aws"';
    if (request.headers.authorization === undefined) return notLoggedIn(challenge);
    const held = bearerToken(request.headers.authorization);
    if (!ecr.tokens.knows(held)) return failure('DENIED', 'Your Authorization Token is invalid.', null, 400);
    if (wanted === undefined) return undefined;
    const { name, action } = wanted;
    const [alias = '', ...rest] = name.split('/');
    const repository = ecr.repositories.get(name);
    if (repository === undefined) {
      const words = `The repository with name '${rest.join('/')}' does not exist in the registry with id '${alias}'`;
      return failure('NAME_UNKNOWN', words);
    }
    if (READS.includes(action)) return undefined;
    const holder = ecr.tokens.holder(held);
    if (holder === undefined) return failure('DENIED', 'Not Authorized');
    const caller = callerOf(ecr.identities, holder);
    if (repository.members.has(caller.member) && mayDo(ecr.identities, caller, `ecr-public:${action}`))
      return undefined;
    const arn = `arn:aws:ecr-public::${ecr.aliases.get(alias)}:repository/${rest.join('/')}`;
    return failure('DENIED', notAuthorized(caller, `ecr-public:${action}`, arn));
  }

  return async (request) => {
    if (ecr.throttle.refuses()) return failure('TOOMANYREQUESTS', 'Rate exceeded');
    if (/^\/token\/?$/.test(request.url.pathname)) return token(request);
    const wanted = ecrRequest(request);
    const refused = refuse(request, wanted);
    if (refused !== undefined) return refused;
    if (wanted === undefined) return request.url.pathname === '/v2/' ? json(200, {}) : json(404, { errors: [] });
    const { name, kind, reference, action } = wanted;
    if (request.method === 'DELETE') return failure('UNSUPPORTED', 'The operation is unsupported.');
    if (kind === 'tags') return ecrTagsList(request, name, [...ledger.tagged(name).keys()]);
    if (kind === 'manifests' && request.method !== 'PUT') {
      const there = ledger.tagged(name).has(reference) || ledger.manifests(name).has(reference);
      if (!there) return failure('MANIFEST_UNKNOWN', 'Requested image not found');
      if (request.method === 'GET') ecr.pulls += 1;
    }
    return action === 'GetDownloadUrlForLayer' ? bucket.serve(request) : forward(request);
  };
}
