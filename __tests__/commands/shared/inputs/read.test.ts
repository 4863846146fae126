import { describe, expect, it } from '@jest/globals';
import {
  environmentName,
  type InputReader,
  misspelledVariables,
  readInputs,
} from '../../../../src/commands/shared/inputs/read.js';
import { boolean, list, secret, text, wholeNumber } from '../../../../src/commands/shared/inputs/types.js';
import { rejectionOf } from '../../../support/failures.js';
import { recordedLog } from '../../../support/logs.js';

const definitions = {
  count: wholeNumber({ help: 'x' }),
  'tag-name': text({ help: 'x', fallback: 'latest' }),
  strict: boolean({ help: 'x', fallback: 'false' }),
  names: list({ help: 'x' }),
  password: secret({ help: 'x' }),
};

function read(
  given: Record<string, string>,
  environment: Record<string, string> = {},
  frontend: InputReader['frontend'] = 'action',
) {
  const log = recordedLog();
  const reader: InputReader = { given: (name) => given[name], frontend, environment };
  return { log, values: () => readInputs(definitions, reader, log) };
}

const absent = { count: undefined, 'tag-name': 'latest', strict: false, names: [], password: undefined };

describe('readInputs', () => {
  it.each<[string, Record<string, string>, Record<string, string>, object]>([
    ['nothing given', {}, {}, {}],
    ['given', { count: '3', names: 'a,b' }, {}, { count: 3, names: ['a', 'b'] }],
    ['given before the environment', { count: '3' }, { IMAGE_GATE_COUNT: '4' }, { count: 3 }],
    ['the environment before the fallback', {}, { IMAGE_GATE_TAG_NAME: 'v1' }, { 'tag-name': 'v1' }],
    ['given, but empty', { 'tag-name': '' }, { IMAGE_GATE_TAG_NAME: 'v1' }, { 'tag-name': 'v1' }],
    ['given, but blank', { 'tag-name': ' \n' }, {}, {}],
    ['an empty environment', {}, { IMAGE_GATE_TAG_NAME: ' ' }, {}],
    ['blanks around', { count: ' 3\n' }, { IMAGE_GATE_PASSWORD: ' s3cret ' }, { count: 3, password: 's3cret' }],
    ['the variable of something else', {}, { COUNT: '4', IMAGE_GATE_count: '4' }, {}],
  ])('%s', async (_name, given, environment, expected) => {
    expect(await read(given, environment).values()).toEqual({ ...absent, ...expected });
  });

  it('masks every secret before it reports anything about another input', async () => {
    const { log, values } = read({ count: '3abc' }, { IMAGE_GATE_PASSWORD: 's3cret' });
    expect((await rejectionOf(values())).message).toBe('count is "3abc", which is not a whole number from 0');
    expect(log.lines.secret).toEqual(['s3cret']);
  });

  it('names the variable that a faulty value comes from', async () => {
    expect((await rejectionOf(read({}, { IMAGE_GATE_COUNT: 'x' }).values())).message).toContain(
      'IMAGE_GATE_COUNT is "x"',
    );
  });
});

describe('misspelledVariables', () => {
  const warnings = (name: string, value = 'x') => misspelledVariables({ [name]: value }, Object.keys(definitions));

  it('names the variable that was probably meant', () => {
    expect(warnings('IMAGE_GATE_STRIKT')).toEqual([
      'IMAGE_GATE_STRIKT does not set any input. Did you mean IMAGE_GATE_STRICT?',
    ]);
    expect(warnings('IMAGE_GATE_TAG-NAME')).toHaveLength(1);
    expect(warnings('IMAGE_GATE_count')).toHaveLength(1);
  });

  it.each([
    ['one that is read', 'IMAGE_GATE_TAG_NAME', 'x'],
    ['one that is like nothing', 'IMAGE_GATE_HOME', 'x'],
    ['one of somebody else', 'STRIKT', 'x'],
    ['an empty one', 'IMAGE_GATE_STRIKT', ' '],
  ])('says nothing of %s', (_what, name, value) => {
    expect(warnings(name, value)).toEqual([]);
  });
});

describe('environmentName', () => {
  it.each([
    ['namespace', 'IMAGE_GATE_NAMESPACE'],
    ['fail-if-not-ready', 'IMAGE_GATE_FAIL_IF_NOT_READY'],
  ])('%s is %s', (name, expected) => expect(environmentName(name)).toBe(expected));
});
