import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createAwsIdentities } from '../../sandbox/hosts/aws/identities.js';
import { createEcrPublic } from '../../sandbox/hosts/ecr-public/create.js';
import { type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { awsClient } from '../support/aws.js';
import { basic, connectTo } from '../support/sandbox-http.js';

let registry: RunningRegistry;
let count = 0;

beforeAll(async () => {
  registry = await startRegistry({ kind: 'memory' });
});
afterAll(() => registry.stop());

/** A repository of its own in a world of its own. */
function given() {
  count += 1;
  const identities = createAwsIdentities();
  identities.secrets.set('AKIAADA', 'secret').set('AKIAEVE', 'secret');
  identities.keys.set('AKIAEVE', { account: '210987654321' });
  const { ecrPublic, hosts } = createEcrPublic(registry, identities);
  const name = `app-${count}`;
  ecrPublic.repository(`acme/${name}`, { members: ['AKIAADA'] });
  const as = (accessKey: string) => {
    const host = 'api.ecr-public.us-east-1.amazonaws.com';
    const call = awsClient(hosts, {
      host,
      region: 'us-east-1',
      service: 'ecr-public',
      target: 'SpencerFrontendService',
      accessKey,
      secret: 'secret',
    });
    return async (operation: string, input: object = {}) => (await call(operation, input)).json;
  };
  const front = connectTo(hosts, 'public.ecr.aws');
  const token = async (authorization?: string) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const { json } = await front('GET', '/token/?service=public.ecr.aws&scope=aws', { headers });
    return { authorization: `Bearer ${json.token}` };
  };
  return { ecrPublic, name, call: as('AKIAADA'), as, front, token };
}

test('anonymous tokens pull and list; an expired one is a 400 without a challenge', async () => {
  const { ecrPublic, name, front, token } = given();
  await ecrPublic.image(`acme/${name}`, 'v1');
  const at = `/v2/acme/${name}`;
  const anonymous = await front('GET', `${at}/manifests/v1`);
  expect([anonymous.status, anonymous.headers['www-authenticate']]).toEqual([
    401,
    'Bearer realm="https://public.ecr.aws/token/",service="public.ecr.aws",scope="aws"',
  ]);
  const headers = await token();
  const { status, json } = await front('GET', `${at}/manifests/v1`, { headers });
  expect(status).toBe(200);
  expect((await front('GET', `${at}/tags/list`, { headers })).json.tags).toEqual(['v1']);
  const blob = await front('GET', `${at}/blobs/${json.config.digest}`, { headers });
  expect([blob.status, new URL(String(blob.headers.location)).host]).toEqual([307, 'd5l0dvt14r5h8.cloudfront.net']);
  expect((await front('GET', `${at}/manifests/v2`, { headers })).json.errors[0].code).toBe('MANIFEST_UNKNOWN');
  expect((await front('GET', '/v2/acme/none/manifests/v1', { headers })).json.errors[0].code).toBe('NAME_UNKNOWN');
  ecrPublic.lifetime = -1;
  const late = await front('GET', `${at}/manifests/v1`, { headers: await token() });
  expect([late.status, late.headers['www-authenticate']]).toEqual([400, undefined]);
});

test('a push requires the password of a member with the permission', async () => {
  const { ecrPublic, name, call, front, token } = given();
  const push = (headers: Record<string, string>) => front('POST', `/v2/acme/${name}/blobs/uploads/`, { headers });
  expect((await push(await token())).status).toBe(403);
  const { authorizationData } = await call('GetAuthorizationToken');
  const mine = await token(`Basic ${authorizationData.authorizationToken}`);
  expect((await push(mine)).status).toBe(202);
  const eve = await token(basic('AWS', ecrPublic.passwords.issue('AKIAEVE')));
  expect((await push(eve)).json.errors[0].message).toContain('ecr-public:InitiateLayerUpload');
  ecrPublic.identities.permissions.set('AKIAADA', new Set(['ecr-public:GetAuthorizationToken']));
  expect((await call('GetAuthorizationToken')).Message).toContain('sts:GetServiceBearerToken');
});

test('the API names repositories without the alias, and describes under which alias they are', async () => {
  const { ecrPublic, name, call, as } = given();
  const digest = await ecrPublic.image(`acme/${name}`, 'v1', { content: 'same' });
  await ecrPublic.image(`acme/${name}`, 'v2', { content: 'same' });
  ecrPublic.repository(`other/${name}`, { members: ['AKIAEVE'] });
  const { imageDetails } = await call('DescribeImages', { repositoryName: name });
  expect(imageDetails).toMatchObject([{ imageDigest: digest, imageTags: ['v1', 'v2'], repositoryName: name }]);
  expect(imageDetails[0]).not.toHaveProperty('imageStatus');
  const filter = { tagStatus: 'TAGGED' };
  expect((await call('DescribeImages', { repositoryName: name, filter })).__type).toBe('SerializationException');
  expect((await call('DescribeImageTags', { repositoryName: name })).imageTagDetails).toMatchObject([
    { imageTag: 'v1', imageDetail: { imageDigest: digest } },
    { imageTag: 'v2' },
  ]);
  const { repositories } = await as('AKIAEVE')('DescribeRepositories', { repositoryNames: [name] });
  expect(repositories).toMatchObject([{ registryId: '210987654321', repositoryUri: `public.ecr.aws/other/${name}` }]);
  expect((await call('DescribeRegistries')).registries).toMatchObject([
    { registryUri: 'public.ecr.aws/acme', aliases: [{ name: 'acme', primaryRegistryAlias: true }] },
  ]);
  const input = { repositoryName: name, imageIds: [{ imageTag: 'v1' }] };
  expect((await as('AKIAEVE')('BatchDeleteImage', { ...input, registryId: '123456789012' })).__type).toBe(
    'AccessDeniedException',
  );
  expect((await as('AKIAEVE')('BatchDeleteImage', input)).failures).toMatchObject([{ failureCode: 'ImageNotFound' }]);
  expect((await call('BatchDeleteImage', input)).imageIds).toEqual([{ imageDigest: digest, imageTag: 'v1' }]);
  expect([...registry.ledger.tagged(`acme/${name}`).keys()]).toEqual(['v2']);
});
