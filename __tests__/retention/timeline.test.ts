import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { timeline } from '../../src/retention/timeline.js';

const kept = (...days: string[]) => days.map((day) => ({ date: new Date(day), deleted: false }));
const labels = (...days: string[]) => timeline(kept(...days)).map(({ label }) => label);

describe('timeline', () => {
  it('has the finest spans that fit, empty ones too', () => {
    expect(labels()).toEqual([]);
    expect(labels('2026-01-30T23:59:59Z')).toEqual(['01-30']);
    expect(labels('2026-01-30', '2026-02-02')).toEqual(['01-30', '01-31', '02-01', '02-02']);
    // Weeks begin on Monday.
    expect(labels('2026-01-01', '2026-02-01').slice(0, 2)).toEqual(['12-29', '01-05']);
    expect(labels('2025-11-30', '2026-05-01')).toEqual([
      ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05'],
    ]);
    expect(labels('2023-02-01', '2026-05-01').slice(0, 2)).toEqual(['2023-01', '2023-04']);
    expect(labels('2013-02-01', '2026-05-01')).toHaveLength(14);
  });

  it('counts what stays and what goes', () => {
    const images = [...kept('2026-01-01', '2026-01-01', '2026-01-03'), { date: new Date('2026-01-03'), deleted: true }];
    expect(timeline(images)).toEqual([
      { label: '01-01', kept: 2, deleted: 0 },
      { label: '01-02', kept: 0, deleted: 0 },
      { label: '01-03', kept: 1, deleted: 1 },
    ]);
  });

  test('whatever the dates, at most 18 spans, and none is lost within 18 years', () => {
    const dates = fc.date({ min: new Date('2013-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ date: dates, deleted: fc.boolean() }), { minLength: 1, maxLength: 50 }),
        (images) => {
          const spans = timeline(images);
          expect(spans.length).toBeLessThanOrEqual(18);
          expect(spans.reduce((sum, span) => sum + span.kept + span.deleted, 0)).toBe(images.length);
        },
      ),
    );
  });
});
