/** The tables of parts that a profile names beside ENTITY-MIB: what to ask for, and the rows as a tree. Pure. */
import { decodeContents } from '../decode/contents.ts';
import type { Parts } from '../decode/entities.ts';
import type { TableSpec, WalkedTables } from '../tables/table-spec.ts';
import { rowsOf } from '../tables/table-spec.ts';
import type { PartRules } from './schema.ts';

interface ContentTables {
  readonly contents: TableSpec;
  readonly containers: TableSpec;
}

const contentTables = ({ contents }: PartRules): ContentTables | null =>
  contents === undefined
    ? null
    : {
        contents: {
          name: 'jnxContentsTable',
          entry: contents.table,
          columns: { descr: 6, serial: 7, revision: 8, partNumber: 10, model: 14 },
          maxRows: 5000,
        },
        containers: {
          name: 'jnxContainersTable',
          entry: contents.containers,
          columns: { within: 4, descr: 6 },
          maxRows: 500,
        },
      };

/** Each with the MIB that it is of. */
export const partTables = (rules: PartRules): readonly (readonly [TableSpec, string])[] => {
  const tables = contentTables(rules);
  return tables === null
    ? []
    : [
        [tables.contents, 'JUNIPER-MIB'],
        [tables.containers, 'JUNIPER-MIB'],
      ];
};

/** Null where the profile names none. */
export const applyParts = (rules: PartRules, walked: WalkedTables): Parts | null => {
  const tables = contentTables(rules);
  if (tables === null) return null;
  return decodeContents({
    contents: rowsOf(walked, tables.contents),
    containers: rowsOf(walked, tables.containers),
  });
};
