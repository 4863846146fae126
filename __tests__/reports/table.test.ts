import { describe, expect, it } from '@jest/globals';
import { renderTable } from '../../src/reports/table.js';

const table = {
  columns: ['status', 'image'],
  rows: [
    [{ text: 'ready', tone: 'good' as const }, { text: 'a' }],
    [{ text: 'größe🚀', tone: 'bad' as const }, { text: '' }],
  ],
};

describe('renderTable', () => {
  it('lines up its columns, without blanks at the ends', () => {
    expect(renderTable(table, false)).toBe('STATUS  IMAGE\nready   a\ngröße🚀');
  });

  it('colours cells by their tone', () => {
    expect(renderTable(table, true).split('\n').slice(0, 2)).toEqual([
      '\u001b[2mSTATUS\u001b[0m  \u001b[2mIMAGE\u001b[0m',
      '\u001b[32mready \u001b[0m  a',
    ]);
  });

  it('has a head alone without rows', () => expect(renderTable({ columns: ['a', 'b'], rows: [] }, false)).toBe('A  B'));
});
