/** Where this user's configuration lies, by the custom of each platform. */
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

export const surroundings = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() });

/** %APPDATA% on Windows, ~/Library/Application Support on macOS, XDG_CONFIG_HOME or ~/.config elsewhere. */
export function configurationFolder({ platform, env, home }: Surroundings = surroundings()): string {
  if (platform === 'win32') return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), 'Trunkline');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Trunkline');
  const wanted = env['XDG_CONFIG_HOME'];
  // The XDG specification: a relative path is invalid and is to be ignored.
  const base = wanted !== undefined && posix.isAbsolute(wanted) ? wanted : posix.join(home, '.config');
  return posix.join(base, 'trunkline');
}
