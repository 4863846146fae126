import { describe, expect, it } from '@jest/globals';
import { evaluate, interpolate, valueIn } from '../../sandbox/runner/expressions.js';

const contexts = {
  github: { ref: 'refs/heads/main', event: { number: 17 } },
  steps: { gate: { outputs: { ready: 'true', 'update-available': 'false' } } },
  matrix: { services: ['api', 'web'] },
};

describe('an expression', () => {
  it.each([
    ["steps.gate.outputs.ready == 'true'", true],
    ["steps.gate.outputs['update-available'] == 'TRUE'", false],
    ["steps.none.outputs.ready == ''", true],
    ["steps.none.outputs.ready || 'default'", 'default'],
    ["github.event.number > 16 && !startsWith(github.ref, 'refs/tags/')", true],
    ["contains(matrix.services, 'web')", true],
    ["contains('a text', 'TEXT')", true],
    ['matrix.services[1]', 'web'],
    ["format('{0} {{1}} {1}', 'a', 2)", 'a {1} 2'],
    ["fromJSON('[1, 2]')[0] == '1'", true],
    ["'it''s' == \"x\"", undefined],
    ['1 < 2 == true', true],
    ['null == 0', true],
  ])('%s', (text, value) => {
    if (value === undefined) expect(() => evaluate(text, contexts)).toThrow(/not an expression/);
    else expect(evaluate(text, contexts)).toEqual(value);
  });

  it.each(['needs.gate', 'unknown()', '(1', 'a b', 'github..ref', ''])('%j is refused', (text) => {
    expect(() => evaluate(text, contexts)).toThrow();
  });
});

describe('a text with expressions', () => {
  it('may have brackets in the text of one', () => {
    expect(interpolate("a ${{ format('{{{0}}}', 'b') }} c", contexts)).toBe('a {b} c');
  });

  it('is the value of the expression where it is one alone', () => {
    expect(valueIn('${{ matrix.services }}', contexts)).toEqual(['api', 'web']);
    expect(valueIn('${{ github.ref }} ${{ github.event.number }}', contexts)).toBe('refs/heads/main 17');
  });
});
