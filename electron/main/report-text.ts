/** One text that a person can read, check and send when something is wrong: versions, health, the last lines of the log. Pure. */
import { printable } from '../host/printable.ts';
import { withoutSecrets } from '../host/line-log.ts';

export interface ReportParts {
  readonly atMs: number;
  /** "Trunkline" → "0.1.0", "Electron" → … */
  readonly versions: Readonly<Record<string, string>>;
  readonly engine: { readonly running: boolean; readonly restarts: number };
  /** What the page knows of the console's health, as text. */
  readonly health: string;
  readonly log: readonly string[];
  /** This person's folder and name, which are nobody else's business. */
  readonly home: string;
  readonly user: string;
}

/** Device text may stand in a log line: a control character must not turn the reader's terminal. */
const safeLines = (text: string): string => text.split(/\r?\n/).map(printable).join('\n');

export function reportText(parts: ReportParts): string {
  const versions = Object.entries(parts.versions).map(([name, version]) => `${name.padEnd(12)} ${version}`);
  const { running, restarts } = parts.engine;
  const text = [
    'Trunkline report',
    `made ${new Date(parts.atMs).toISOString()}; secrets and your user name are taken out. Addresses and device names are not:`,
    'look it through before you send it.',
    '',
    '== versions',
    ...versions,
    '',
    '== engine',
    `${running ? 'running' : 'not running'}, started again ${restarts} times in a row`,
    '',
    '== health',
    parts.health.trim() === '' ? 'not told' : parts.health.trim(),
    '',
    `== log, the last ${parts.log.length} lines`,
    ...parts.log,
    '',
  ].join('\n');
  return withoutPerson(safeLines(withoutSecrets(text)), parts);
}

function withoutPerson(text: string, { home, user }: ReportParts): string {
  const homeless = home.length > 1 ? text.replaceAll(home, '~') : text;
  // A user called "a" or "root" is no secret, and taking the letters out would spoil every word.
  return user.length > 4 ? homeless.replaceAll(user, '(user)') : homeless;
}
