/** Log lines in a file that cannot fill the disk: a full one becomes `.1`, that one `.2`, and the oldest is forgotten. */
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface LogFile {
  readonly path: string;
  write(line: string): void;
  /** The newest lines, oldest of them first; from the file before where this one has just begun. */
  last(count: number): readonly string[];
}

export interface LogFileOptions {
  readonly path: string;
  /** Size at which a new file begins, in bytes. Default 2 MiB. */
  readonly maxBytes?: number;
  /** How many full files are kept beside it. Default 3. */
  readonly keep?: number;
}

export function openLogFile({ path, maxBytes = 2 * 1024 * 1024, keep = 3 }: LogFileOptions): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  let bytes = sizeOf(path);
  const turn = (): void => {
    rmSync(`${path}.${keep}`, { force: true });
    for (let number = keep - 1; number >= 1; number -= 1) moveIfThere(`${path}.${number}`, `${path}.${number + 1}`);
    moveIfThere(path, `${path}.1`);
    bytes = 0;
  };
  return {
    path,
    write: (line) => {
      const text = `${line}\n`;
      try {
        if (bytes > 0 && bytes + Buffer.byteLength(text) > maxBytes) turn();
        appendFileSync(path, text, { mode: 0o600 });
        bytes += Buffer.byteLength(text);
      } catch {
        // A full disk must not end the app that says so; the same line went to stderr.
      }
    },
    last: (count) => [...linesOf(`${path}.1`), ...linesOf(path)].slice(-count),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function moveIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to);
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n');
  } catch {
    // Not there yet.
    return [];
  }
}

/** Cuts a stream of text into lines; the rest of an unfinished one waits for its end. */
export function lineCutter(onLine: (line: string) => void): (chunk: Buffer | string) => void {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk.toString()).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
  };
}
