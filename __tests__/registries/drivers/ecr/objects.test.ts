import { describe, expect, it } from '@jest/globals';
import { isImmutable, readImage } from '../../../../src/registries/drivers/ecr/objects.js';
import { serviceOf } from '../../../../src/registries/drivers/ecr/service.js';

const digest = `sha256:${'a'.repeat(64)}`;

describe('which tags are immutable', () => {
  const repository = { name: 'app', uri: 'x/app' };
  it.each([
    [undefined, [], '1.0', false],
    ['MUTABLE', [], '1.0', false],
    ['IMMUTABLE', [], '1.0', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['dev-*'], 'dev-1', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['dev-*'], 'a-dev-1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest'], 'latest', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['latest'], 'latest-1', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['a*b*c'], 'a1b2c', false],
    ['IMMUTABLE_WITH_EXCLUSION', ['a*b*c'], 'a1c', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['ab*b'], 'ab', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['a.c'], 'abc', true],
    ['IMMUTABLE_WITH_EXCLUSION', ['*'], '', false],
    ['MUTABLE_WITH_EXCLUSION', ['v*', 'release-*'], 'release-1', true],
    ['MUTABLE_WITH_EXCLUSION', ['v*'], 'dev', false],
  ])('%s except %j: %s → %s', (mutability, exclusions, tag, expected) => {
    expect(isImmutable({ ...repository, mutability, exclusions }, tag)).toBe(expected);
  });
});

describe('an image of DescribeImages', () => {
  it('without tags has none', () => {
    expect(readImage({ imageDigest: digest })).toMatchObject({
      digest,
      tags: [],
      subject: undefined,
      pushed: undefined,
    });
  });

  it('has its dates in seconds', () => {
    const read = readImage({
      imageDigest: digest,
      imageTags: ['1'],
      imagePushedAt: 1_760_000_000.5,
      imageSizeInBytes: 7,
    });
    expect(read).toMatchObject({ tags: ['1'], size: 7, pushed: new Date(1_760_000_000_500) });
  });

  it.each([
    [null],
    [{}],
    [{ imageDigest: 'sha256:short' }],
    [{ imageDigest: digest, imageTags: '1.0' }],
    [{ imageDigest: digest, imageTags: [null] }],
    [{ imageDigest: digest, subjectManifestDigest: 'nothing' }],
  ])('%j cannot be read', (value) => {
    expect(readImage(value)).toBeUndefined();
  });
});

describe('the API behind a host', () => {
  it.each([
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'api.ecr.eu-central-1.amazonaws.com'],
    ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'ecr-fips.us-gov-west-1.amazonaws.com'],
    ['123456789012.dkr-ecr.us-east-1.on.aws', 'ecr.us-east-1.api.aws'],
    ['123456789012.dkr-ecr-fips.us-east-1.on.aws', 'ecr-fips.us-east-1.api.aws'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'api.ecr.cn-north-1.amazonaws.com.cn'],
    ['123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn', 'ecr.cn-north-1.api.amazonwebservices.com.cn'],
    ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'api.ecr.eusc-de-east-1.amazonaws.eu'],
    ['123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov', 'api.ecr.us-iso-east-1.c2s.ic.gov'],
    ['public.ecr.aws', 'api.ecr-public.us-east-1.amazonaws.com'],
    ['ecr-public.aws.com', 'ecr-public.us-east-1.api.aws'],
  ])('%s', (host, api) => {
    expect(serviceOf(host)?.api.href).toBe(`https://${api}/`);
  });

  it('none behind another host', () => {
    for (const host of ['toString', 'evil.test', '123456789012.dkr.ecr.x.amazonaws.com.evil.test']) {
      expect(serviceOf(host)).toBeUndefined();
    }
  });
});
