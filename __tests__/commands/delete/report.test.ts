import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../src/commands/delete/outcome.js';
import { reportDelete } from '../../../src/commands/delete/report.js';
import { Failure } from '../../../src/lib/errors.js';
import { shaA } from '../../support/manifests.js';

const outcome = (tag: string, kind: Outcome['kind']): Outcome => ({
  image: `acme/app:${tag}`,
  repository: 'acme/app',
  tag,
  digest: shaA,
  kind,
});
const result = (outcomes: readonly Outcome[], more: object = {}) =>
  reportDelete({ outcomes, dryRun: false, journal: 'journal.jsonl', failure: undefined, ...more });

describe('reportDelete', () => {
  it('of one that was deleted', () => {
    const report = result([outcome('1', 'deleted')]);
    expect(report.exitCode).toBe(0);
    expect(report.headline).toBe('acme/app:1 deleted');
    expect(report.outputs).toEqual({
      deleted: JSON.stringify([{ image: 'acme/app:1', repository: 'acme/app', tag: '1', digest: shaA }]),
      'deleted-count': '1',
      journal: 'journal.jsonl',
    });
    expect(report.summary).toContain('journal');
  });

  it('of a dry run', () => {
    const report = result([outcome('1', 'planned'), outcome('2', 'missing')], { dryRun: true, journal: undefined });
    expect(report).toMatchObject({ exitCode: 0, headline: 'acme/app:1 would be deleted, 1 not found' });
    expect(report.outputs).toMatchObject({ 'deleted-count': '1', journal: '' });
  });

  it('of one that was left alone', () => {
    const report = result([outcome('1', 'deleted'), outcome('2', 'moved')]);
    expect(report).toMatchObject({ exitCode: 1, headline: 'acme/app:1 deleted, 1 kept: pushed again' });
  });

  it('of one that a tag has come to need', () => {
    const reason = '2.0 needs it now';
    const report = result([outcome('1', 'deleted'), { ...outcome('2', 'needed'), reason }]);
    expect(report).toMatchObject({ exitCode: 1, headline: 'acme/app:1 deleted, 1 kept: needed meanwhile' });
    expect(report.table.rows[1]?.[0]?.text).toBe(`kept: ${reason}`);
  });

  it('of a failure in the middle', () => {
    const failure = new Failure('denied', { operation: 'DELETE https://x', reason: '403', advice: 'Ask | somebody.' });
    const report = result([outcome('1', 'deleted'), outcome('2', 'planned')], { failure });
    expect(report).toMatchObject({
      exitCode: 4,
      failures: [failure],
      headline: 'acme/app:1 deleted, acme/app:2 not deleted',
    });
    expect(report.json).toMatchObject({ status: 'error', exitCode: 4, deletedCount: 1 });
    expect(report.summary).toContain('Ask \\| somebody');
    expect(report.table.rows[1]?.[0]?.text).toBe('not deleted');
  });

  it.each([false, true])('of a failure before the first delete, dry run: %s', (dryRun) => {
    const failure = new Failure('unsupported', { operation: 'Deleting acme/app:1', reason: 'acme/app:9 needs it' });
    const tags = ['1', '2', '3', '4', '5', '6', '7'];
    const outcomes = [...tags.map((tag) => outcome(tag, 'planned')), outcome('8', 'missing')];
    const report = result(outcomes, { dryRun, failure, journal: undefined });
    const named = 'acme/app:1, acme/app:2, acme/app:3, acme/app:4, acme/app:5 and 2 more';
    expect(report).toMatchObject({ exitCode: 7, headline: `${named} not deleted, 1 not found`, names: [] });
    expect(report.json).toMatchObject({ status: 'error', dryRun, deletedCount: 0, missing: ['acme/app:8'] });
    expect(report.json).toMatchObject({ notDeleted: tags.map((tag) => `acme/app:${tag}`) });
    expect(report.outputs).toEqual({ deleted: '[]', 'deleted-count': '0', journal: '' });
    expect(report.table.rows[0]?.map(({ text, tone }) => [text, tone])[0]).toEqual(['not deleted', 'bad']);
    expect(report.summary).not.toContain('would be');
  });
});
