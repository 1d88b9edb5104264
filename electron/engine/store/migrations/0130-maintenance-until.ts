/** Maintenance that ends by itself. */
import type { Migration } from './migration.ts';

export const maintenanceUntil: Migration = {
  number: 130,
  purpose: 'maintenance that ends by itself',
  sql: 'ALTER TABLE devices ADD COLUMN maintenance_until_ms INTEGER;',
};
