/** Settings of the network, and credentials: sealed, never in the clear. */
import type { CredentialRow, SettingRow } from '../rows.ts';
import { table } from './table.ts';

export const settings = table<SettingRow>('settings', { id: 'text', value: 'text' });

export const credentials = table<CredentialRow>('credentials', {
  id: 'integer',
  name: 'text',
  kind: 'text',
  summary: 'text',
  sealed: 'blob',
  rank: 'integer',
});
