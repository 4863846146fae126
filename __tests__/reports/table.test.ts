import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
    expect(renderTable(table)).toBe('STATUS  IMAGE\nready   a\ngröße🚀');
  });

  it('colours cells by their tone', () => {
    expect(renderTable(table, { colour: true }).split('\n').slice(0, 2)).toEqual([
      '\u001b[2mSTATUS\u001b[0m  \u001b[2mIMAGE\u001b[0m',
      '\u001b[32mready \u001b[0m  a',
    ]);
  });

  it('has a head alone without rows', () => expect(renderTable({ columns: ['a', 'b'], rows: [] })).toBe('A  B'));

  describe('in a terminal', () => {
    const digest = `sha256-${'0123456789abcdef'.repeat(4)}.sig`;
    const wide = {
      columns: ['fate', 'image', 'reason'],
      rows: [[{ text: 'kept' }, { text: `acme/app:${digest}` }, { text: 'it belongs to acme/app:1.0, which is kept' }]],
    };

    it('cuts names in their middle, and lets sentences go on in the next line', () => {
      expect(renderTable(wide, { width: 50 })).toBe(
        [
          'FATE  IMAGE                  REASON',
          'kept  acme/app:s…abcdef.sig  it belongs to',
          '                             acme/app:1.0, which',
          '                             is kept',
        ].join('\n'),
      );
    });

    it('is what it is in a pipe where there is room', () => {
      expect(renderTable(wide, { width: 200 })).toBe(renderTable(wide));
      expect(renderTable(wide)).toContain(digest);
    });

    it('has no colours around the blanks below a cell', () => {
      const toned = {
        ...wide,
        rows: wide.rows.map(([outcome = { text: '' }, ...rest]) => [{ ...outcome, tone: 'muted' as const }, ...rest]),
      };
      const [, first = '', second = ''] = renderTable(toned, { width: 50, colour: true }).split('\n');
      expect(first).toContain('\u001b[2mkept\u001b[0m');
      expect(second).not.toContain('\u001b');
    });

    it('fits, whatever is in it', () => {
      const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🚀', '-'), maxLength: 90 });
      const row = fc.tuple(cell, cell, cell, cell);
      fc.assert(
        fc.property(fc.array(row, { maxLength: 4 }), fc.integer({ min: 38, max: 120 }), (rows, width) => {
          const shown = { columns: ['a', 'b', 'c', 'd'], rows: rows.map((cells) => cells.map((text) => ({ text }))) };
          for (const line of renderTable(shown, { width }).split('\n'))
            expect([...line].length).toBeLessThanOrEqual(width);
        }),
      );
    });
  });
});
