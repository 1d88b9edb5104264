/** Where a program keeps a person's files on each system. Pure: nothing is made. */
import { posix, win32 } from 'node:path';

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The network file that is used when none is named lives here. */
export function dataFolder({ platform, env, home }: Surroundings): string {
  if (platform === 'win32') {
    return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Trunkline');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Trunkline');
  return posix.join(env['XDG_DATA_HOME'] ?? posix.join(home, '.local', 'share'), 'trunkline');
}
