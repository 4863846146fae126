import { describe, expect, it } from '@jest/globals';
import { asFailure, Failure, type FailureKind, usageFailure } from '../../src/lib/errors.js';
import { explainFailures, failureList, failureTitles } from '../../src/reports/failure.js';

describe('Failure', () => {
  it.each<[FailureKind, number, string]>([
    ['usage', 64, 'wrong usage'],
    ['authentication', 2, 'authentication failed'],
    ['not-found', 3, 'not found'],
    ['denied', 4, 'permission denied'],
    ['server', 5, 'the server failed'],
    ['network', 6, 'the network failed'],
    ['timeout', 6, 'timeout'],
    ['unsupported', 7, 'not supported'],
    ['build', 1, 'the build failed'],
    ['condition', 1, 'refused'],
    ['cancelled', 130, 'cancelled'],
  ])('%s has exit code %i and is titled %s', (kind, exitCode, title) => {
    expect(new Failure(kind, { operation: 'x', reason: 'y' })).toMatchObject({
      kind,
      exitCode,
      message: 'x: y',
      advice: undefined,
    });
    expect(failureTitles[kind]).toBe(title);
  });

  it('of the usage has no address in front', () =>
    expect(usageFailure('x is y', 'z')).toMatchObject({ message: 'x is y', advice: 'z' }));

  it('is what any thrown value becomes', () => {
    const failure = usageFailure('x');
    const fault = new TypeError('y');
    expect(asFailure(failure)).toBe(failure);
    expect(asFailure(fault)).toMatchObject({
      kind: 'server',
      exitCode: 5,
      message: 'Unexpected fault: y',
      cause: fault,
    });
    expect(asFailure('z').message).toBe('Unexpected fault: z');
  });
});

describe('explainFailures', () => {
  const one = usageFailure('a', 'do this');
  it.each<[Failure[], string[]]>([
    [[], []],
    [[one], ['a', 'What to do: do this']],
    [[usageFailure('b')], ['b']],
    [
      [one, usageFailure('b', 'do this'), one],
      ['a', 'b', 'What to do: do this'],
    ],
    [
      [usageFailure('b'), one, usageFailure('c')],
      ['b', 'c', 'a', 'What to do: do this'],
    ],
  ])('%#', (failures, expected) => expect(explainFailures(failures)).toEqual(expected));

  it('puts a label in front of what went wrong', () =>
    expect(explainFailures([one], 'Error: ')).toEqual(['Error: a', 'What to do: do this']));
});

describe('failureList', () => {
  it('prints an advice once for all errors before it', () => {
    const failures = [usageFailure('a', 'go'), usageFailure('b', 'go'), usageFailure('c', 'stay')];
    expect(failureList(failures)).toBe('- a\n- b<br>**What to do:** go\n- c<br>**What to do:** stay');
  });

  it('has a point for each failure, with what to do in it', () => {
    expect(failureList([usageFailure('a', 'do <this>'), usageFailure('b')])).toBe(
      '- a<br>**What to do:** do &lt;this&gt;\n- b',
    );
  });

  it('prints equal errors once, and is empty without a failure', () => {
    expect(failureList([usageFailure('a'), usageFailure('a')])).toBe('- a');
    expect(failureList([])).toBeUndefined();
  });

  it('ends after twenty, and reports the number of the others', () => {
    const points = failureList(Array.from({ length: 23 }, (_, at) => usageFailure(`a${at}`)))?.split('\n');
    expect(points).toHaveLength(21);
    expect(points?.at(-1)).toBe('- and 3 more');
  });
});
