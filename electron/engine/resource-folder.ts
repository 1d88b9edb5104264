import { join } from 'node:path';

/**
 * A folder of `resources/`, which stands two levels above both this file and the bundle made of it (dist/utility).
 * `vite.electron.config.ts` keeps that true.
 */
export const resourceFolder = (...parts: readonly string[]): string =>
  join(import.meta.dirname, '..', '..', 'resources', ...parts);
