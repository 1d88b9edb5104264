/** Where the parts of the built app lie, seen from dist/main; inside the package's archive just the same. */
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export const preloadFile = join(root, 'dist', 'preload', 'preload.cjs');
export const engineFile = join(root, 'dist', 'utility', 'utility.js');
export const pageFolder = join(root, 'dist', 'renderer');
export const trayFolder = join(root, 'resources', 'icons', 'tray');
export const windowIcon = join(root, 'resources', 'icons', 'linux', '256x256.png');
