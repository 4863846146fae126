import type { Host } from '../../exchange.js';
import type { RunningRegistry } from '../../registries/index.js';
import type { AwsIdentities } from '../aws/identities.js';
import { createLayerBucket } from '../layer-bucket.js';
import { ecrApi } from './api.js';
import { ACCOUNTS, REGIONS } from './places.js';
import { ecrRegistry } from './registry.js';
import { createEcrState, type Ecr } from './state.js';

/** Private registries of ECR. @param registry one that deletes tags alone, as the one in memory does */
export function createEcr(
  registry: RunningRegistry,
  identities: AwsIdentities,
): { ecr: Ecr; hosts: Record<string, Host> } {
  const ecr = createEcrState(registry, identities);
  const hosts: Record<string, Host> = {};
  for (const region of REGIONS) {
    const suffix = region.apiHosts[0]?.split(`.${region.region}.`)[1] ?? '';
    const name = `prod-${region.region}-starport-layer-bucket.s3.${region.region}.${suffix}`;
    const bucket = createLayerBucket(name, registry.url);
    hosts[name] = bucket.host;
    const api = ecrApi(ecr, region);
    for (const host of region.apiHosts) hosts[host] = api;
    for (const account of ACCOUNTS) {
      const answer = ecrRegistry(ecr, region.arn, { account, region: region.region }, bucket);
      for (const host of region.registryHosts(account)) hosts[host] = answer;
    }
  }
  return { ecr, hosts };
}
