/** Marks: moments up to which work is done, kept in the file. All by name, all in milliseconds. */
import type { Connection } from '../connection.ts';
import type { KindName } from '../samples/sample-kinds.ts';
import type { Level } from '../samples/sample-statements.ts';

/**
 * `closed`: hours before it are packed and rolled up (5 minutes and hours). `days`: days before it are rolled up.
 * `pruned.…`: what is older has been removed.
 */
export type MarkName = `${KindName}.${'closed' | 'days' | 'pruned.samples' | `pruned.${Level}`}`;

export function readMark(connection: Connection, name: MarkName): number | null {
  const at = connection.prepare('SELECT at FROM marks WHERE id = ?').pluck().get(name);
  return typeof at === 'number' ? at : null;
}

export function writeMark(connection: Connection, name: MarkName, atMs: number): void {
  connection.prepare('INSERT OR REPLACE INTO marks (id, at) VALUES (?, ?)').run(name, atMs);
}
