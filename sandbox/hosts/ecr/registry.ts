import { type Answer, type Host, type IncomingRequest, json } from '../../exchange.js';
import { forwardTo } from '../../forwarding.js';
import { failure } from '../../registries/errors.js';
import { mayDo, notAuthorized } from '../aws/identities.js';
import type { LayerBucket } from '../layer-bucket.js';
import { type EcrRequest, ecrRequest } from './actions.js';
import { loggedIn, notLoggedIn } from './login.js';
import type { EcrPlace } from './places.js';
import { type Ecr, isImmutable, isThere, repositoryArn } from './state.js';
import { ecrTagsList } from './tags-list.js';

const VERSION = { 'docker-distribution-api-version': 'registry/2.0' };

/**
 * `ACCOUNT.dkr.ecr.REGION.amazonaws.com` and its other names. A push creates no repository, a GET has no
 * `Docker-Content-Digest`. DELETE is unsupported: public sources contradict each other on it, so no client may need it.
 */
export function ecrRegistry(ecr: Ecr, arn: string, place: EcrPlace, bucket: LayerBucket): Host {
  const { forward } = forwardTo(ecr.registry.url);
  const { ledger } = ecr.registry;

  function refuse(request: IncomingRequest, wanted: EcrRequest | undefined): Answer | undefined {
    const caller = loggedIn(ecr.passwords, request);
    if (caller === undefined) return notLoggedIn(`Basic realm="https://${request.host}/",service="ecr.amazonaws.com"`);
    if ('refusal' in caller) return caller.refusal;
    if (wanted === undefined) return undefined;
    const { name, action } = wanted;
    const there = isThere(ecr, name, place);
    const member = there
      ? ecr.repositories.get(name)?.members.has(caller.member) === true
      : caller.account === place.account;
    if (!member || !mayDo(ecr.identities, caller, `ecr:${action}`)) {
      return failure('DENIED', notAuthorized(caller, `ecr:${action}`, repositoryArn(arn, place, name)));
    }
    if (there) return undefined;
    const words = `The repository with name '${name}' does not exist in the registry with id '${place.account}'`;
    return failure('NAME_UNKNOWN', words);
  }

  /** An archived image cannot be pulled. An immutable tag cannot be pushed again, not even with the same manifest. */
  function refuseManifest(method: string, { name, reference }: EcrRequest): Answer | undefined {
    const found = ledger.tagged(name).get(reference) ?? ledger.manifests(name).get(reference);
    if (method === 'DELETE') return failure('UNSUPPORTED', 'The operation is unsupported.');
    if (method === 'PUT') {
      if (!ledger.tagged(name).has(reference) || !isImmutable(ecr, name, reference)) return undefined;
      const words = `The image tag '${reference}' already exists in the '${name}' repository and cannot be overwritten because the tag is immutable.`;
      return json(400, { errors: [{ code: 'TAG_INVALID', message: words }] });
    }
    const active = found !== undefined && ecr.status(name, found.digest).status === 'ACTIVE';
    return active ? undefined : failure('MANIFEST_UNKNOWN', 'Requested image not found');
  }

  async function manifests(request: IncomingRequest, wanted: EcrRequest): Promise<Answer> {
    const refused = refuseManifest(request.method, wanted);
    if (refused !== undefined) return refused;
    const answer = await forward(request);
    const { 'docker-content-digest': digest, ...headers } = answer.headers ?? {};
    const pushed = request.method === 'PUT' && answer.status === 201 ? String(digest) : undefined;
    if (pushed !== undefined && ecr.status(wanted.name, pushed).status !== 'ACTIVE') {
      ecr.archive(wanted.name, pushed, 'ACTIVE');
    }
    if (request.method === 'GET' && answer.status === 200) ecr.pulls += 1;
    return request.method === 'GET' ? { ...answer, headers } : answer;
  }

  return async (request) => {
    if (ecr.throttle.refuses()) return failure('TOOMANYREQUESTS', 'Rate exceeded');
    const wanted = ecrRequest(request);
    const refused = refuse(request, wanted);
    if (refused !== undefined) return { ...refused, headers: { ...VERSION, ...refused.headers } };
    if (wanted === undefined) {
      return request.url.pathname === '/v2/' ? json(200, {}, VERSION) : json(404, { errors: [] }, VERSION);
    }
    const { name, kind, action } = wanted;
    if (kind === 'manifests') return manifests(request, wanted);
    if (action === 'GetDownloadUrlForLayer') return bucket.serve(request);
    if (kind !== 'tags') return forward(request);
    const active = [...ledger.tagged(name)].filter(([, { digest }]) => ecr.status(name, digest).status === 'ACTIVE');
    return ecrTagsList(
      request,
      name,
      active.map(([tag]) => tag),
    );
  };
}
