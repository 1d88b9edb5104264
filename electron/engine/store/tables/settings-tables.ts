/** Settings of the network, boards of graphs, and credentials: sealed, never in the clear. */
import type { BoardRow, CredentialRow, SettingRow } from '../rows.ts';
import { table } from './table.ts';

export const settings = table<SettingRow>('settings', { id: 'text', value: 'text' });

export const boards = table<BoardRow>('boards', { id: 'integer', name: 'text', graphs: 'json' });

export const credentials = table<CredentialRow>('credentials', {
  id: 'integer',
  name: 'text',
  kind: 'text',
  summary: 'text',
  sealed: 'blob',
  rank: 'integer',
});
