import type { Migration } from './migration.ts';

/** Graphs as JSON: they are read and written whole, and what they show may be gone, so there is nothing to refer to. */
export const boards: Migration = {
  number: 120,
  purpose: 'boards of graphs that people put together',
  sql: `
    CREATE TABLE boards (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, graphs TEXT NOT NULL) STRICT;
  `,
};
