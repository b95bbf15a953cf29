import { describe, expect, it } from 'vitest';
import { toCsv } from '../../domain/csv.ts';

/** The one cell of a table as it is written. */
const written = (cell: string | number | null) => toCsv([{ name: 'x' }], [[cell]]).slice('\uFEFFx\r\n'.length, -2);

describe('a table as CSV', () => {
  it('has a mark for Excel, a head, and a line for each row', () => {
    expect(
      toCsv(
        [{ name: 'Title' }, { name: 'Hours' }],
        [
          ['CRM', 1.5],
          ['Почта', null],
        ],
      ),
    ).toBe('\uFEFFTitle,Hours\r\nCRM,1.5\r\nПочта,\r\n');
  });

  it('is split by a semicolon where Excel expects one, and still quotes both signs', () => {
    expect(toCsv([{ name: 'Название' }, { name: 'Часы' }], [['a,b;c', 2]], ';')).toBe(
      '\uFEFFНазвание;Часы\r\n"a,b;c";2\r\n',
    );
  });

  it('is only its head when there are no rows', () => {
    expect(toCsv([{ name: 'Title' }], [])).toBe('\uFEFFTitle\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
    ['plain text', 'plain text'],
    ['', ''],
  ])('writes “%s” as “%s”', (cell, expected) => {
    expect(written(cell)).toBe(expected);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+7 495', "'+7 495"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ])('does not let a spreadsheet run “%s”', (cell, expected) => {
    expect(written(cell)).toBe(expected);
  });

  it('does not let a spreadsheet run the name of a column either', () => {
    expect(toCsv([{ name: '=1' }], [])).toBe("\uFEFF'=1\r\n");
  });

  it('leaves numbers alone, and what is no number is empty', () => {
    expect([-5, 0, 1e6].map(written)).toEqual(['-5', '0', '1000000']);
    expect([Number.NaN, Number.POSITIVE_INFINITY].map(written)).toEqual(['', '']);
  });
});
