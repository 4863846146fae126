import { describe, expect, it } from '@jest/globals';
import { barChart } from '../../src/reports/chart.js';

describe('barChart', () => {
  it('has the longest bars first, without those of nothing', () => {
    const bars = [
      { label: 'small', value: 0.123 },
      { label: 'none', value: 0 },
      { label: 'large', value: 1e21 },
      { label: 'middle', value: 1234.5 },
    ];
    const chart = barChart(
      'Size',
      'MB',
      bars.filter(({ value }) => value < 1e20),
    );
    expect(chart).toContain('x-axis ["middle", "small"]');
    expect(chart).toContain('y-axis "MB" 0 --> 1235');
    expect(chart).toContain('bar [1235, 0.12]');
  });

  it('takes no markup from outside, and 20 bars at most', () => {
    const bars = Array.from({ length: 30 }, (_, at) => ({ label: `a"]\n\`\`\`<img>%%{init}#${at}`, value: at }));
    const lines = barChart('t"', 'a', bars)?.split('\n') ?? [];
    expect(lines).toHaveLength(8);
    expect(lines.filter((line) => line.startsWith('```'))).toEqual(['```mermaid', '```']);
    expect(lines[4]?.match(/"[^"]*"/g)).toHaveLength(20);
    expect(lines.slice(3, 7).join('')).not.toMatch(/[<%{`#]/);
  });

  it('is none of less than two', () => expect(barChart('t', 'a', [{ label: 'a', value: 1 }])).toBeUndefined());
});
