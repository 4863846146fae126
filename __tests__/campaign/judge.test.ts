import { describe, expect, test } from '@jest/globals';
import type { IncomingRequest } from '../../sandbox/index.js';
import type { CampaignFault } from './faults.js';
import { judge } from './judge.js';
import type { Ran } from './run.js';
import type { Scenario } from './scenario.js';

const scenario: Scenario = {
  name: 'x',
  command: 'check',
  seconds: 4,
  prepare: async () => ({ inputs: {}, secrets: [] }),
};
const fault: CampaignFault = { name: '500', codes: [5, 6], answer: () => 'reset' };
const struck = {
  method: 'GET',
  path: '/v2/a/manifests/1',
  url: new URL('https://a/v2/a/manifests/1'),
} as IncomingRequest;
const happy: Ran = {
  exitCode: 0,
  milliseconds: 200,
  answer: { status: 'ready', ready: true, digest: 'sha256:1', tags: ['a', 'b'] },
  shown: '',
  files: '',
  derived: ['derived-token'],
  told: '',
  damage: [],
  prepared: { inputs: {}, secrets: ['given-secret'] },
};
const failed: Ran = { ...happy, exitCode: 5, answer: { status: 'error', error: '500' } };
const judged = (ran: Partial<Ran>, of: Partial<CampaignFault> = {}) =>
  judge({ scenario, fault: { ...fault, ...of }, struck, ran: { ...failed, ...ran } }, happy);

describe('the campaign finds', () => {
  test.each<[string, Partial<Ran>]>([
    ['another answer: digest', { ...happy, answer: { ...happy.answer, digest: 'sha256:2' } }],
    ['exit code 1, not 5 or 6', { exitCode: 1 }],
    ['claims that digest is "sha256:2"', { answer: { digest: 'sha256:2' } }],
    ['claims that tags is ["c"]', { answer: { tags: ['c'] } }],
    ['says not ready', { answer: { status: 'not-ready' } }],
    ['had to be killed', { exitCode: null }],
    ['took 9000 ms', { milliseconds: 9000 }],
    ['an unexpected fault', { shown: 'Unexpected fault: x is undefined' }],
    ['a secret is shown', { shown: 'the given-secret' }],
    ['a secret is in a file', { files: 'derived-token' }],
    ['a secret is to a stranger', { told: 'Bearer derived-token' }],
    ['1.0 is gone', { damage: ['1.0 is gone'] }],
  ])('%s', (words, ran) => expect(judged(ran)).toEqual([expect.stringContaining(words)]));

  test('nothing where the fault is reported, or has passed', () => {
    expect(judged({})).toEqual([]);
    expect(judged(happy)).toEqual([]);
    expect(judged({ answer: { status: 'error', tags: ['a', { name: 'b', error: '500' }] } })).toEqual([]);
  });

  test('a 404 that means missing, and only of the tag itself', () => {
    const missing = { exitCode: 1, answer: { status: 'not-ready' } };
    const saysMissing = () => true;
    expect(judged(missing, { name: '404', codes: [3] })).toHaveLength(2);
    expect(judged({ ...missing, prepared: { ...happy.prepared, saysMissing } }, { name: '404', codes: [3] })).toEqual(
      [],
    );
  });

  test('another date only where the API that has the dates does not exist, or is for others', () => {
    const dated = { ...happy, answer: { ...happy.answer, created: '2026-01-01' } };
    const api = { ...struck, url: new URL('https://a/api/tags') } as IncomingRequest;
    const judgedAt = (request: IncomingRequest, name: string) =>
      judge({ scenario, fault: { ...fault, name }, struck: request, ran: dated }, happy);
    expect(judgedAt(api, '403')).toEqual([]);
    expect(judgedAt(api, '500')).toHaveLength(1);
    expect(judgedAt(struck, '403')).toHaveLength(1);
  });
});
