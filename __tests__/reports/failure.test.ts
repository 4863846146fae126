import { describe, expect, it } from '@jest/globals';
import { asFailure, Failure, type FailureKind, usageFailure } from '../../src/errors.js';
import { explainFailures, failureTitles } from '../../src/reports/failure.js';

describe('Failure', () => {
  it.each<[FailureKind, number, string]>([
    ['usage', 1, 'wrong usage'],
    ['authentication', 2, 'authentication failed'],
    ['not-found', 3, 'not found'],
    ['denied', 4, 'permission denied'],
    ['server', 5, 'the server failed'],
    ['network', 6, 'the network failed'],
    ['timeout', 6, 'time ran out'],
    ['unsupported', 7, 'not supported'],
    ['cancelled', 130, 'cancelled'],
  ])('%s has exit code %i and is titled %s', (kind, exitCode, title) => {
    expect(new Failure(kind, { asked: 'x', answered: 'y' })).toMatchObject({
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
      ['a', 'What to do: do this', 'b'],
    ],
  ])('%#', (failures, expected) => expect(explainFailures(failures)).toEqual(expected));
});
