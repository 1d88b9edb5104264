/** A profile and hand-made rows, as if they had been read from a device. */
import { planOf } from '../../../../../../electron/engine/snmp/profiles/plan.ts';
import { rowReader } from '../../../../../../electron/engine/snmp/profiles/row-reader.ts';
import type { RowReader } from '../../../../../../electron/engine/snmp/profiles/row-reader.ts';
import { parseProfile } from '../../../../../../electron/engine/snmp/profiles/schema.ts';
import type { SnmpProfile } from '../../../../../../electron/engine/snmp/profiles/schema.ts';
import type { WalkedTable } from '../../../../../../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';

export const ACME = '1.3.6.1.4.1.99999';

export const profileOf = (rules: object): SnmpProfile => {
  const parsed = parseProfile('acme.json', JSON.stringify({ name: 'acme', title: 'Acme', ...rules }));
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  return parsed.profile;
};

/** Cells by their full OID below the entry, "column.index": as a walk would bring them. */
export const readerOf = (
  profile: SnmpProfile,
  entries: Readonly<Record<string, Readonly<Record<string, SnmpValue>>>>,
  scalars: Readonly<Record<string, SnmpValue>> = {},
): RowReader => {
  const plan = planOf(profile, ['identity', 'health', 'limits'], []);
  const tables = new Map(
    plan.tables.map((spec): [string, WalkedTable] => {
      const names = new Map(Object.entries(spec.columns).map(([name, column]) => [String(column), name]));
      const rows = new Map<string, Record<string, SnmpValue>>();
      for (const [oid, value] of Object.entries(entries[spec.entry] ?? {})) {
        const [column = '', ...index] = oid.split('.');
        const name = names.get(column);
        if (name === undefined) continue;
        rows.set(index.join('.'), { ...rows.get(index.join('.')), [name]: value });
      }
      const list = [...rows].map(([index, cells]) => ({
        index: index.split('.').map(Number),
        cells,
        atMs: 0,
        uptimeHundredths: null,
      }));
      return [spec.name, { name: spec.name, state: 'complete', rows: list }];
    }),
  );
  return rowReader({ profile, plan, tables, scalars: new Map(Object.entries(scalars)) });
};
