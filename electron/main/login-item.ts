/** Start at login. macOS and Windows have a call for it; on Linux it is a file in the autostart folder (XDG Autostart). Pure. */
import { posix } from 'node:path';

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  readonly home: string;
}

/** What starts this app again: packages that unpack themselves to a temporary place name their own file in the environment. */
export function ownProgram({ env, execPath }: Pick<Surroundings, 'env' | 'execPath'>): string {
  return env['APPIMAGE'] ?? env['PORTABLE_EXECUTABLE_FILE'] ?? execPath;
}

export function autostartFile({ env, home }: Pick<Surroundings, 'env' | 'home'>): string {
  const given = env['XDG_CONFIG_HOME'];
  const folder = given !== undefined && posix.isAbsolute(given) ? given : posix.join(home, '.config');
  return posix.join(folder, 'autostart', 'io.trunkline.app.desktop');
}

/** Quoted by the Desktop Entry Specification: in double quotes, with \ before " ` $ and \, and a doubled % as it is no field code. */
function quoted(path: string): string {
  return `"${path.replaceAll(/[\\"`$]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
}

export function autostartEntry(program: string): string {
  // The value is read twice: first as a string of the file, where \ is written \\, then as a command line.
  const command = `${quoted(program)} --hidden`.replaceAll('\\', '\\\\');
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Trunkline',
    'Comment=Watches the network from login on',
    `Exec=${command}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}
