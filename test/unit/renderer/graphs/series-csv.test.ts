import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fileName, isoLocal, isoUtc, seriesCsv } from '../../../../renderer/graphs/series-csv.ts';

const AT = Date.UTC(2026, 10, 28, 14, 0, 0);

describe('a graph as CSV', () => {
  beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
  afterEach(() => vi.unstubAllEnvs());

  test('has units, both times, empty cells for what is unknown, and CR LF', () => {
    const columns = [
      { title: 'Out', unit: 'bit/s', values: [1234.5, null] },
      { title: 'Loss', unit: '%', values: [0, 12.3456789] },
    ];
    expect(seriesCsv([AT, AT + 60_000], columns)).toBe(
      [
        '"Time, UTC","Time, local",Out (bit/s),Loss (%)',
        '2026-11-28T14:00:00Z,2026-11-28T15:00:00+01:00,1234.5,0',
        '2026-11-28T14:01:00Z,2026-11-28T15:01:00+01:00,,12.345679',
        '',
      ].join('\r\n'),
    );
  });

  test('runs nothing that a device calls itself', () => {
    const evil = '=HYPERLINK("http://evil.example")';
    const [head] = seriesCsv([], [{ title: evil, unit: '', values: [] }]).split('\r\n');
    expect(head).toBe(`"Time, UTC","Time, local","'=HYPERLINK(""http://evil.example"")"`);
  });

  test('tells summer and winter apart', () => {
    expect(isoLocal(Date.UTC(2026, 6, 1))).toBe('2026-07-01T02:00:00+02:00');
    expect(isoUtc(Date.UTC(2026, 6, 1, 0, 0, 0, 5))).toBe('2026-07-01T00:00:00Z');
  });

  test('gets a name that is no path', () => {
    expect(fileName(['../../etc/passwd', 'Traffic'], AT, 'csv')).toBe('etc-passwd-Traffic-2026-11-28.csv');
    expect(fileName(['', '***'], AT, 'png')).toBe('graph-2026-11-28.png');
    expect(fileName(['x'.repeat(500)], AT, 'csv').length).toBeLessThan(130);
  });
});
