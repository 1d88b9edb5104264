/** A log of plain lines: time, level, message, fields. Goes where `write` leads, which is stderr for the command line. */
import type { Log, LogLine } from './host.ts';
import { printable } from './printable.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** A second line of defence: nothing secret should get here, but if it does it is not written down. */
const SECRET_FIELD = /secret|password|passphrase|community|token|private.?key/i;
const SECRET_TEXT: readonly (readonly [RegExp, string])[] = [
  [/([#?&]token=)[^\s&"']+/gi, '$1***'],
  [/(--?(?:community|v3-auth|v3-priv|password|passphrase)[= ])\S+/gi, '$1***'],
  [/((?:password|passphrase|community|secret)["']?\s*[:=]\s*["']?)[^\s"',}]+/gi, '$1***'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, '*** private key ***'],
];

export function withoutSecrets(text: string): string {
  return SECRET_TEXT.reduce((safe, [pattern, replacement]) => safe.replace(pattern, replacement), text);
}

function fieldText([name, value]: readonly [string, string | number | boolean | null]): string {
  if (SECRET_FIELD.test(name)) return `${name}=***`;
  const text = printable(withoutSecrets(String(value)));
  return `${name}=${/[\s"=]|^$/.test(text) ? JSON.stringify(text) : text}`;
}

/** One line without its end: `2026-11-21T02:00:00.000Z warn  device does not answer device=r1 afterMs=2000`. */
export function logLineText(line: LogLine, atMs: number): string {
  const message = printable(withoutSecrets(line.message));
  const fields = Object.entries(line.fields).map(fieldText);
  return [`${new Date(atMs).toISOString()} ${line.level.padEnd(5)} ${message}`, ...fields].join(' ');
}

export interface LineLogOptions {
  readonly write: (line: string) => void;
  /** Lines below this level are left out. */
  readonly level: LogLevel;
  readonly now: () => number;
}

export function lineLog(options: LineLogOptions, inherited: LogLine['fields'] = {}): Log {
  const lowest = LEVELS.indexOf(options.level);
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogLine['fields'] = {}) => {
      if (LEVELS.indexOf(level) < lowest) return;
      options.write(logLineText({ level, message, fields: { ...inherited, ...fields } }, options.now()));
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => lineLog(options, { ...inherited, ...fields }),
  };
}
