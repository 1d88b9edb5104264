import { describe, expect, it } from 'vitest';
import { together } from '../../../../../../electron/engine/snmp/tables/questions.ts';

const ENTRY = '1.3.6.1.2.1.31.1.1.1';

describe('questions of several readers', () => {
  it('ask once for a table, with the columns that any of them wants', () => {
    const { tables } = together([
      { scalars: [], tables: [{ name: 'ifXTable', entry: ENTRY, columns: { name: 1, alias: 18 } }] },
      { scalars: [], tables: [{ name: ENTRY, entry: ENTRY, columns: { c1: 1, name: 15 } }] },
    ]);
    expect(tables).toMatchObject([{ name: 'ifXTable', columns: { name: 1, alias: 18, c15: 15 } }]);
  });

  it('ask again for a table that only one of them gives up when it is absent', () => {
    const spec = { name: 'one', entry: ENTRY, columns: { name: 1 } };
    const [table] = together([
      { scalars: [], tables: [{ ...spec, lasting: true }] },
      { scalars: [], tables: [spec] },
    ]).tables;
    expect(table?.lasting).toBe(false);
  });

  it('ask once for an object, and again when it is absent if only one of them says so', () => {
    const asked = together([
      { scalars: ['1.1.0', '1.2.0'], lasting: new Set(['1.1.0', '1.2.0']), tables: [] },
      { scalars: ['1.2.0'], tables: [] },
    ]);
    expect(asked.scalars).toEqual(['1.1.0', '1.2.0']);
    expect([...(asked.lasting ?? [])]).toEqual(['1.1.0']);
  });
});
