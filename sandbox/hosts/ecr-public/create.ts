import type { Host } from '../../exchange.js';
import type { RunningRegistry } from '../../registries/index.js';
import type { AwsIdentities } from '../aws/identities.js';
import { createLayerBucket } from '../layer-bucket.js';
import { ecrPublicApi } from './api.js';
import { ecrPublicRegistry } from './registry.js';
import { createEcrPublicState, type EcrPublic } from './state.js';

/** Public registries of ECR. @param registry one that deletes tags alone, as the one in memory does */
export function createEcrPublic(
  registry: RunningRegistry,
  identities: AwsIdentities,
): { ecrPublic: EcrPublic; hosts: Record<string, Host> } {
  const ecrPublic = createEcrPublicState(registry, identities);
  const bucket = createLayerBucket('d5l0dvt14r5h8.cloudfront.net', registry.url);
  const front = ecrPublicRegistry(ecrPublic, bucket);
  const api = ecrPublicApi(ecrPublic);
  return {
    ecrPublic,
    hosts: {
      'public.ecr.aws': front,
      'ecr-public.aws.com': front,
      'api.ecr-public.us-east-1.amazonaws.com': api,
      'ecr-public.us-east-1.api.aws': api,
      [bucket.hostName]: bucket.host,
    },
  };
}
