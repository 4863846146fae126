import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAwsIdentities } from '../../sandbox/hosts/aws/identities.js';
import { createEcr } from '../../sandbox/hosts/ecr/create.js';
import { pusher, type RunningRegistry, startRegistry } from '../../sandbox/index.js';
import { awsClient } from '../support/aws.js';
import { basic, connectTo } from '../support/sandbox-http.js';

const REGISTRY = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
const TARGET = 'AmazonEC2ContainerRegistry_V20150921';
const platforms = ['linux/amd64', 'linux/arm64'];
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
  const { ecr, hosts } = createEcr(registry, identities);
  const name = `team/app-${count}`;
  ecr.repository(name, { members: ['AKIAADA'] });
  const api = (accessKey = 'AKIAADA', host = 'api.ecr.eu-central-1.amazonaws.com', region = 'eu-central-1') => {
    const call = awsClient(hosts, { host, region, service: 'ecr', target: TARGET, accessKey, secret: 'secret' });
    return async (operation: string, input: object = {}) => {
      const { status, json } = await call(operation, input);
      return status === 200 ? json : { ...json, status };
    };
  };
  const call = api();
  const on = (operation: string, input: object = {}) => call(operation, { repositoryName: name, ...input });
  const authorization = basic('AWS', ecr.passwords.issue('AKIAADA'));
  const pull = (method: string, path: string, headers: Record<string, string> = { authorization }, host = REGISTRY) =>
    connectTo(hosts, host)(method, `/v2/${name}/${path}`, { headers });
  const tags = () => [...registry.ledger.tagged(name).keys()].sort();
  return { ecr, hosts, name, api, call, on, pull, tags, image: (tag: string, spec = {}) => ecr.image(name, tag, spec) };
}

describe('DescribeImages', () => {
  test('has all manifests with tags, sizes and dates in seconds', async () => {
    const { on, image, name, ecr } = given();
    const index = await image('v1', { platforms, created: '2025-11-01T00:00:00.500Z' });
    const alone = await image('v2', { content: 'x' });
    await image('latest', { content: 'x' });
    const { imageDetails, nextToken } = await on('DescribeImages', { maxResults: 1000 });
    expect(nextToken).toBeUndefined();
    const digests = imageDetails.map(({ imageDigest }: { imageDigest: string }) => imageDigest);
    expect(digests).toHaveLength(4);
    expect(digests).toEqual([...digests].sort());
    const found = new Map(imageDetails.map((detail: { imageDigest: string }) => [detail.imageDigest, detail]));
    expect(found.get(index)).toMatchObject({
      registryId: '123456789012',
      repositoryName: name,
      imageTags: ['v1'],
      imagePushedAt: Date.parse('2025-11-01T00:00:00.500Z') / 1000,
      imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
      imageStatus: 'ACTIVE',
    });
    expect(found.get(alone)).toMatchObject({
      imageTags: ['v2', 'latest'],
      artifactMediaType: 'application/vnd.oci.image.config.v1+json',
    });
    const child = imageDetails.find(({ imageTags }: { imageTags?: string[] }) => imageTags === undefined);
    expect(child).not.toHaveProperty('lastRecordedPullTime');
    expect(found.get(index)).toHaveProperty('imageSizeInBytes', expect.any(Number));
    ecr.archive(name, alone);
    const visible = async (filter: object) => (await on('DescribeImages', { filter })).imageDetails.length;
    expect(await visible({})).toBe(3);
    expect(await visible({ imageStatus: 'ANY' })).toBe(4);
    expect(await visible({ imageStatus: 'ARCHIVED', tagStatus: 'TAGGED' })).toBe(1);
    expect(await visible({ tagStatus: 'UNTAGGED' })).toBe(2);
    const archived = await on('DescribeImages', { imageIds: [{ imageTag: 'v2' }] });
    expect(archived.imageDetails).toMatchObject([{ imageStatus: 'ARCHIVED', lastArchivedAt: expect.any(Number) }]);
  });

  test('pages: 100 by default, at most 1000, and none for named images', async () => {
    const { ecr, on, name } = given();
    ecr.images(name, 2000);
    const first = await on('DescribeImages');
    expect(first.imageDetails).toHaveLength(100);
    const half = await on('DescribeImages', { maxResults: 1000 });
    const rest = await on('DescribeImages', { maxResults: 1000, nextToken: half.nextToken });
    expect([half.imageDetails.length, rest.imageDetails.length, rest.nextToken]).toEqual([1000, 1000, undefined]);
    expect((await on('ListImages', { maxResults: 1000 })).imageIds).toHaveLength(1000);
    expect(await on('DescribeImages', { maxResults: 1001 })).toMatchObject({
      status: 400,
      __type: 'InvalidParameterException',
      message: expect.stringContaining("'maxResults'"),
    });
    const named = { imageIds: [{ imageTag: 'build-0' }] };
    expect((await on('DescribeImages', { ...named, maxResults: 5 })).__type).toBe('InvalidParameterException');
    expect((await on('DescribeImages', named)).imageDetails).toHaveLength(1);
    expect(await on('DescribeImages', { imageIds: [{ imageTag: 'none' }] })).toMatchObject({
      __type: 'ImageNotFoundException',
      message: expect.stringContaining("imageTag:'none'"),
    });
  });

  test('is refused without permission, for a missing repository, and in another region', async () => {
    const { ecr, api, on, name } = given();
    const input = { repositoryName: name };
    expect(await api('AKIAEVE')('DescribeImages', input)).toMatchObject({ __type: 'RepositoryNotFoundException' });
    expect(await api('AKIAEVE')('DescribeImages', { ...input, registryId: '123456789012' })).toMatchObject({
      status: 400,
      __type: 'AccessDeniedException',
      Message: `User: arn:aws:iam::210987654321:user/AKIAEVE is not authorized to perform: ecr:DescribeImages on resource: arn:aws:ecr:eu-central-1:123456789012:repository/${name} because no identity-based policy allows the ecr:DescribeImages action`,
    });
    ecr.repository(name, { members: ['AKIAADA', 'AKIAEVE'] });
    const shared = await api('AKIAEVE')('DescribeImages', { ...input, registryId: '123456789012' });
    expect(shared.imageDetails).toEqual([]);
    ecr.identities.permissions.set('AKIAADA', new Set(['ecr:ListImages']));
    expect((await on('DescribeImages')).__type).toBe('AccessDeniedException');
    expect(await on('ListImages')).toEqual({ imageIds: [] });
    const elsewhere = api('AKIAADA', 'api.ecr.us-east-1.amazonaws.com', 'us-east-1');
    ecr.identities.permissions.clear();
    expect((await elsewhere('DescribeImages', input)).__type).toBe('RepositoryNotFoundException');
    expect((await on('DescribeImages', { tagStatus: 'ANY' })).__type).toBe('SerializationException');
  });
});

describe('BatchDeleteImage', () => {
  test('removes a tag alone, the last one with its image, a digest with all its tags', async () => {
    const { on, image, tags, name } = given();
    const digest = await image('v1', { content: 'same' });
    await image('latest', { content: 'same' });
    const other = await image('v2');
    await image('v3', { content: `${name}:v2\n` });
    const one = await on('BatchDeleteImage', { imageIds: [{ imageTag: 'v1' }] });
    expect(one).toEqual({ imageIds: [{ imageDigest: digest, imageTag: 'v1' }], failures: [] });
    expect(tags()).toEqual(['latest', 'v2', 'v3']);
    await on('BatchDeleteImage', { imageIds: [{ imageTag: 'latest' }] });
    expect(registry.ledger.manifests(name).has(digest)).toBe(false);
    const whole = await on('BatchDeleteImage', { imageIds: [{ imageDigest: other }] });
    expect(whole.imageIds).toEqual([
      { imageDigest: other, imageTag: 'v2' },
      { imageDigest: other, imageTag: 'v3' },
    ]);
    expect(tags()).toEqual([]);
  });

  test('succeeds as a request while single images fail', async () => {
    const { on, image, tags, ecr } = given();
    const index = await image('multi', { platforms });
    await image('v1');
    const stuck = await image('v2');
    ecr.stuck.set(stuck, { failureCode: 'KmsError', failureReason: 'The key is disabled' });
    const { imageDetails } = await on('DescribeImages', { filter: { tagStatus: 'UNTAGGED' } });
    const [{ imageDigest: child }] = imageDetails;
    const { imageIds, failures } = await on('BatchDeleteImage', {
      imageIds: [
        { imageDigest: index },
        { imageDigest: child },
        { imageTag: 'gone' },
        { imageTag: 'v2' },
        { imageTag: 'v1', imageDigest: stuck },
        { imageDigest: 'sha256:short' },
        {},
      ],
    });
    expect(imageIds).toEqual([{ imageDigest: index, imageTag: 'multi' }]);
    expect(failures.map(({ failureCode }: { failureCode: string }) => failureCode)).toEqual([
      'ImageReferencedByManifestList',
      'ImageNotFound',
      'KmsError',
      'ImageTagDoesNotMatchDigest',
      'InvalidImageDigest',
      'MissingDigestAndTag',
    ]);
    expect(failures[0].failureReason).toBe(`Requested image referenced by manifest list: [${index}]`);
    expect(tags()).toEqual(['v1', 'v2']);
    // Without the index its parts can go.
    expect((await on('BatchDeleteImage', { imageIds: [{ imageDigest: child }] })).failures).toEqual([]);
    const many = Array.from({ length: 101 }, (_, at) => ({ imageTag: `t${at}` }));
    expect((await on('BatchDeleteImage', { imageIds: many })).__type).toBe('InvalidParameterException');
  });

  test('keeps the last tag of an image that an index lists', async () => {
    const { on, image, name, tags } = given();
    await image('multi', { platforms });
    const [child] = registry.ledger.manifests(name).values();
    await pusher(registry, name).manifest(JSON.parse(String(child?.bytes)), 'part');
    const { failures } = await on('BatchDeleteImage', { imageIds: [{ imageTag: 'part' }] });
    expect(failures).toMatchObject([{ failureCode: 'ImageReferencedByManifestList' }]);
    expect(tags()).toEqual(['multi', 'part']);
  });
});

describe('BatchGetImage and DescribeRepositories', () => {
  test('manifests as they were pushed, of the types that are accepted', async () => {
    const { on, image, ecr, name } = given();
    const digest = await image('v1');
    await image('multi', { platforms });
    const imageIds = [{ imageTag: 'v1' }, { imageTag: 'multi' }, { imageTag: 'gone' }];
    const { images, failures } = await on('BatchGetImage', { imageIds });
    expect(images).toMatchObject([{ imageId: { imageTag: 'v1', imageDigest: digest } }]);
    expect(JSON.parse(images[0].imageManifest)).toHaveProperty('layers');
    expect(failures).toHaveLength(2);
    const acceptedMediaTypes = ['application/vnd.oci.image.index.v1+json'];
    expect((await on('BatchGetImage', { imageIds, acceptedMediaTypes })).images).toHaveLength(1);
    const [detail] = (await on('DescribeImages', { imageIds: [{ imageTag: 'v1' }] })).imageDetails;
    expect(detail.lastRecordedPullTime).toBeGreaterThan(Date.now() / 1000 - 3600);
    ecr.archive(name, digest);
    expect((await on('BatchGetImage', { imageIds: [{ imageTag: 'v1' }] })).images).toEqual([]);
  });

  test('the repositories of one account in one region, and what is immutable', async () => {
    const { ecr, call, api, name } = given();
    ecr.repository('over-there');
    ecr.places.set('over-there', { account: '123456789012', region: 'us-east-1' });
    ecr.mutability.set(name, { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['dev-*'] });
    const { repositories } = await call('DescribeRepositories');
    expect(repositories).toMatchObject([
      {
        repositoryName: name,
        repositoryUri: `${REGISTRY}/${name}`,
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'dev-*' }],
      },
    ]);
    const fips = api('AKIAADA', 'ecr-fips.us-east-1.api.aws', 'us-east-1');
    expect((await fips('DescribeRepositories')).repositories).toMatchObject([{ repositoryName: 'over-there' }]);
    expect(await call('DescribeRepositories', { repositoryNames: [name, 'none'] })).toMatchObject({
      __type: 'RepositoryNotFoundException',
      message: "The repository with name 'none' does not exist in the registry with id '123456789012'",
    });
  });
});

describe('the registry', () => {
  test('requires the password of GetAuthorizationToken, on all its names', async () => {
    const { call, pull, image, api } = given();
    await image('v1');
    const anonymous = await pull('HEAD', 'manifests/v1', {});
    expect([anonymous.status, anonymous.headers['www-authenticate']]).toEqual([
      401,
      `Basic realm="https://${REGISTRY}/",service="ecr.amazonaws.com"`,
    ]);
    const { authorizationData } = await call('GetAuthorizationToken');
    expect(authorizationData).toMatchObject([{ proxyEndpoint: `https://${REGISTRY}` }]);
    expect(authorizationData[0].expiresAt - Date.now() / 1000).toBeGreaterThan(11 * 3600);
    const authorization = `Basic ${authorizationData[0].authorizationToken}`;
    for (const host of [REGISTRY, '123456789012.dkr-ecr.eu-central-1.on.aws']) {
      expect((await pull('HEAD', 'manifests/v1', { authorization }, host)).status).toBe(200);
    }
    for (const host of [
      '123456789012.dkr.ecr-fips.us-east-1.amazonaws.com',
      '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
      '123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu',
    ]) {
      expect(await pull('GET', 'manifests/v1', { authorization }, host)).toMatchObject({
        status: 404,
        json: { errors: [{ code: 'NAME_UNKNOWN' }] },
      });
    }
    const china = api('AKIAADA', 'ecr.cn-north-1.api.amazonwebservices.com.cn', 'cn-north-1');
    expect((await china('GetAuthorizationToken')).authorizationData).toHaveLength(1);
  });

  test('refuses a password that is wrong, expired, or without permission', async () => {
    const { ecr, pull, image, name } = given();
    await image('v1');
    const said = async (authorization: string) => {
      const { status, json } = await pull('GET', 'manifests/v1', { authorization });
      return [status, json?.errors[0].message];
    };
    expect(await said(basic('AWS', 'wrong'))).toEqual([400, 'Your Authorization Token is invalid.']);
    expect(await said(basic('ada', ecr.passwords.issue('AKIAADA')))).toEqual([400, expect.any(String)]);
    expect(await said(basic('AWS', ecr.passwords.issue('AKIAADA', -1)))).toEqual([
      403,
      'Your authorization token has expired. Reauthenticate and try again.',
    ]);
    expect(await said(basic('AWS', ecr.passwords.issue('AKIAEVE')))).toEqual([
      403,
      expect.stringContaining(
        `ecr:BatchGetImage on resource: arn:aws:ecr:eu-central-1:123456789012:repository/${name}`,
      ),
    ]);
  });

  test('has a digest header at HEAD only, redirects blobs to a bucket, and deletes nothing', async () => {
    const { pull, image, hosts } = given();
    const digest = await image('v1');
    expect((await pull('HEAD', 'manifests/v1')).headers['docker-content-digest']).toBe(digest);
    const got = await pull('GET', 'manifests/v1');
    expect([got.status, got.headers['docker-content-digest']]).toEqual([200, undefined]);
    const { status, headers } = await pull('GET', `blobs/${got.json.config.digest}`);
    expect(status).toBe(307);
    const at = new URL(String(headers.location));
    const bucket = connectTo(hosts, at.host);
    expect((await bucket('GET', `${at.pathname}${at.search}`)).status).toBe(200);
    const withCredentials = { headers: { authorization: 'Basic QVdTOng=' } };
    expect((await bucket('GET', `${at.pathname}${at.search}`, withCredentials)).status).toBe(400);
    expect((await bucket('GET', '/layer?signature=guessed')).status).toBe(403);
    expect((await pull('DELETE', `manifests/${digest}`)).status).toBe(405);
    expect((await pull('GET', 'manifests/gone')).json.errors[0]).toMatchObject({
      code: 'MANIFEST_UNKNOWN',
      message: 'Requested image not found',
    });
  });

  test('throttles the registry and the API', async () => {
    const { ecr, on, pull } = given();
    ecr.throttle.every = 1;
    expect(await on('DescribeImages')).toMatchObject({ status: 400, __type: 'ThrottlingException' });
    expect(await pull('GET', 'tags/list')).toMatchObject({
      status: 429,
      json: { errors: [{ code: 'TOOMANYREQUESTS', message: 'Rate exceeded' }] },
    });
  });

  test('lists tags by pages whose `last` is a token', async () => {
    const { pull, image } = given();
    for (const tag of ['a1', 'b0', 'c2']) await image(tag);
    const first = await pull('GET', 'tags/list?n=2');
    expect(first.json.tags).toEqual(['b0', 'a1']);
    const next = /^<https:\/\/[^/]+\/v2\/[^?]+\/(tags\/list\?[^>]+)>; rel="next"$/.exec(String(first.headers.link));
    const second = await pull('GET', next?.[1] ?? '');
    expect([second.json.tags, second.headers.link]).toEqual([['c2'], undefined]);
    expect((await pull('GET', 'tags/list?n=1001')).json.errors[0].message).toContain('less than or equal to 1000');
  });

  test('does not serve an archived image until it is pushed again', async () => {
    const { ecr, pull, image, name, hosts } = given();
    const digest = await image('v1');
    const { text } = await pull('GET', 'manifests/v1');
    ecr.archive(name, digest);
    expect((await pull('HEAD', 'manifests/v1')).status).toBe(404);
    expect((await pull('GET', `manifests/${digest}`)).status).toBe(404);
    expect((await pull('GET', 'tags/list')).json.tags).toEqual([]);
    const headers = {
      authorization: basic('AWS', ecr.passwords.issue('AKIAADA')),
      'content-type': 'application/vnd.oci.image.manifest.v1+json',
    };
    const put = () => connectTo(hosts, REGISTRY)('PUT', `/v2/${name}/manifests/v1`, { headers, body: text });
    expect((await put()).status).toBe(201);
    expect((await pull('HEAD', 'manifests/v1')).status).toBe(200);
    ecr.mutability.set(name, { setting: 'IMMUTABLE', exclusions: ['dev-*'] });
    expect(await put()).toMatchObject({ status: 400, json: { errors: [{ code: 'TAG_INVALID' }] } });
    ecr.mutability.set(name, { setting: 'IMMUTABLE_WITH_EXCLUSION', exclusions: ['v*'] });
    expect((await put()).status).toBe(201);
  });
});
