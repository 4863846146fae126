import { describe, expect, it } from '@jest/globals';
import { readImage } from '../../../../src/commands/shared/inputs/image.js';
import { formatImage } from '../../../../src/images/name.js';
import { workflowOf } from '../../../support/check.js';

const where = { registry: 'docker.io', namespace: undefined };

describe('readImage', () => {
  it.each([
    ['alpine', {}, 'alpine'],
    ['app:1', { namespace: 'acme' }, 'acme/app:1'],
    ['other/app', { namespace: 'acme' }, 'other/app'],
    ['app', { registry: 'ghcr.io' }, 'ghcr.io/acme/app'],
    ['app', { registry: 'ghcr.io', namespace: 'team' }, 'ghcr.io/team/app'],
    ['app', { registry: 'localhost:5000' }, 'localhost:5000/app'],
    ['ghcr.io/acme/app:1', {}, 'ghcr.io/acme/app:1'],
  ])('%s with %j is %s', (given, more, image) =>
    expect(formatImage(readImage(given, { ...where, ...more }, workflowOf()))).toBe(image),
  );
});
