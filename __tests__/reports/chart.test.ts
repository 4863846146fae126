import { describe, expect, it } from '@jest/globals';
import { barChart, columnChart } from '../../src/reports/chart.js';

describe('barChart', () => {
  it('has the longest bars first, without those of nothing', () => {
    const bars = [
      { label: 'small', value: 0.123 },
      { label: 'none', value: 0 },
      { label: 'as good as none', value: 0.004 },
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

  it('is undefined for fewer than two values', () =>
    expect(barChart('t', 'a', [{ label: 'a', value: 1 }])).toBeUndefined());
});

describe('columnChart', () => {
  it('draws the whole, and before it the lower part', () => {
    const chart = columnChart('Images', 'images', [
      { label: '01-01', lower: 2, upper: 1 },
      { label: '01-02', lower: 0, upper: 4 },
    ]);
    expect(chart).toContain('x-axis ["01-01", "01-02"]');
    // Marks at whole numbers; a 0 is below the axis, where nothing is drawn.
    expect(chart).toContain('y-axis "images" 0 --> 10');
    expect(chart).toContain('bar [3, 4]\n  bar [2, -1]');
  });

  it('goes as high as its highest column', () => {
    const columns = [
      { label: 'a', lower: 200, upper: 1050 },
      { label: 'b', lower: 0, upper: 0 },
    ];
    const chart = columnChart('Images', 'images', columns);
    expect(chart).toContain('0 --> 1250');
    expect(chart).toContain('bar [1250, -125]\n  bar [200, -125]');
  });

  it('is undefined for one column, and takes no markup', () => {
    expect(columnChart('t', 'a', [{ label: 'x', lower: 1, upper: 1 }])).toBeUndefined();
    const columns = Array.from({ length: 2 }, () => ({ label: '"]`#<', lower: 1, upper: 1 }));
    expect(columnChart('t', 'a', columns)?.split('\n')[4]).not.toMatch(/[<`#]/);
  });
});
