import { describe, expect, it } from '@jest/globals';
import { progressInLog, progressOnTerminal, type Screen } from '../../src/cli/progress.js';

function screenOf(columns: number | undefined): Screen & { readonly written: string[] } {
  const written: string[] = [];
  return { columns, written, write: (text) => written.push(text) };
}

const cut = (line: string, limit: number) => line.slice(0, limit);
const clear = '\r\u001b[2K';

describe('progressOnTerminal', () => {
  it.each([
    [0, '░░░░░░░░░░░░░░░░░░░░'],
    [99, '█████████░░░░░░░░░░░'],
    [200, '████████████████████'],
    [300, '████████████████████'],
    [-1, '░░░░░░░░░░░░░░░░░░░░'],
  ])('has a bar where the whole is known: %i of 200', (done, bar) => {
    const screen = screenOf(100);
    progressOnTerminal(screen, cut).update('tags read', { done, total: 200 });
    expect(screen.written).toEqual([`${clear}${bar} tags read`]);
  });

  it('has a full bar when there is nothing to do', () => {
    const screen = screenOf(100);
    progressOnTerminal(screen, cut).update('read', { done: 0, total: 0 });
    expect(screen.written).toEqual([`${clear}${'█'.repeat(20)} read`]);
  });

  it('has none where the whole is not known, or the terminal is narrow', () => {
    const [wide, small] = [screenOf(100), screenOf(40)];
    progressOnTerminal(wide, cut).update('5 tags so far');
    progressOnTerminal(small, cut).update('5 of 9 tags', { done: 5, total: 9 });
    expect([wide.written, small.written]).toEqual([[`${clear}5 tags so far`], [`${clear}5 of 9 tags`]]);
  });

  it.each([
    [70, 69],
    [0, 79],
    [undefined, 79],
  ])('stays within one line of %s columns', (columns, most) => {
    const screen = screenOf(columns);
    progressOnTerminal(screen, cut).update('x'.repeat(500), { done: 1, total: 2 });
    expect(screen.written[0]?.slice(clear.length)).toHaveLength(most);
  });

  it('takes its line away in the end, once', () => {
    const screen = screenOf(100);
    const progress = progressOnTerminal(screen, cut);
    progress.end();
    progress.update('a');
    progress.end();
    progress.end();
    expect(screen.written).toEqual([`${clear}a`, clear]);
  });
});

describe('progressInLog', () => {
  it('is a line for each step, without a bar', () => {
    const lines: string[] = [];
    const progress = progressInLog((line) => lines.push(line));
    progress.update('1 of 2', { done: 1, total: 2 });
    progress.end();
    expect(lines).toEqual(['1 of 2']);
  });
});
