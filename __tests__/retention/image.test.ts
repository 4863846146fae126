import { describe, expect, it } from '@jest/globals';
import { plausibleDate } from '../../src/images/date.js';
import { subjectOfTag } from '../../src/retention/image.js';

const hex = 'a'.repeat(64);

describe('subjectOfTag', () => {
  it.each([
    [`sha256-${hex}`, `sha256:${hex}`],
    [`sha256-${hex}.sig`, `sha256:${hex}`],
    [`sha256-${hex}.att`, `sha256:${hex}`],
    [`sha256-${hex}.sbom`, `sha256:${hex}`],
    [`sha512-${hex}${hex}.sig`, `sha512:${hex}${hex}`],
    // Half a digest, which no manifest has: the plan keeps what it cannot place.
    [`sha512-${hex}`, `sha512:${hex}`],
    [`sha256-${hex}${hex}`, undefined],
    [`sha256-${hex.slice(1)}`, undefined],
    [`sha256-${hex.toUpperCase()}`, undefined],
    [`x-sha256-${hex}`, undefined],
    [`sha256-${hex}-amd64`, undefined],
    ['v1.0.sig', undefined],
  ])('%s', (tag, digest) => {
    expect(subjectOfTag(tag)).toBe(digest);
  });
});

describe('plausibleDate', () => {
  it.each([
    ['1970-01-01T00:00:00Z', false],
    ['1980-01-01T00:00:00Z', false],
    ['2012-12-31T23:59:59Z', false],
    ['2013-01-01T00:00:00Z', true],
    ['no date', false],
  ])('%s', (text, plausible) => {
    expect(plausibleDate(new Date(text)) !== undefined).toBe(plausible);
  });
});
