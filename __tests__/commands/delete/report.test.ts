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
    expect(report).toMatchObject({ exitCode: 0, headline: 'acme/app:1 would be deleted, 1 not there' });
    expect(report.outputs).toMatchObject({ 'deleted-count': '1', journal: '' });
  });

  it('of one that was left alone', () => {
    const report = result([outcome('1', 'deleted'), outcome('2', 'moved')]);
    expect(report).toMatchObject({ exitCode: 1, headline: 'acme/app:1 deleted, 1 pushed again, left alone' });
  });

  it('of one that a tag has come to need', () => {
    const reason = '2.0 has come to need it meanwhile';
    const report = result([outcome('1', 'deleted'), { ...outcome('2', 'needed'), reason }]);
    expect(report).toMatchObject({ exitCode: 1, headline: 'acme/app:1 deleted, 1 needed meanwhile, left alone' });
    expect(report.table.rows[1]?.[0]?.text).toBe(`left alone: ${reason}`);
  });

  it('of a failure in the middle', () => {
    const failure = new Failure('denied', { operation: 'DELETE https://x', reason: '403', advice: 'Ask | somebody.' });
    const report = result([outcome('1', 'deleted'), outcome('2', 'planned')], { failure });
    expect(report).toMatchObject({ exitCode: 4, failures: [failure], headline: 'acme/app:1 deleted, 1 not deleted' });
    expect(report.json).toMatchObject({ status: 'error', exitCode: 4, deletedCount: 1 });
    expect(report.summary).toContain('Ask \\| somebody');
    expect(report.table.rows[1]?.[0]?.text).toBe('not deleted');
  });
});
