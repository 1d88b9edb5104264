import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { TEMPORARY_PREFIX } from '../helpers/temporary-folder.ts';

const NAMESPACES = '/run/netns';

/**
 * The run's own temporary folder stands in the environment of every process the tests start, so that whatever is left
 * can be told from the processes of another run at the same time.
 */
const belongsTo = (pid: string, folder: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder);
  } catch {
    // It ended meanwhile, or belongs to another user.
    return false;
  }
};

const commandLine = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
};

export interface Process {
  readonly pid: number;
  readonly command: string;
}

const linuxProcesses = (folder: string): readonly Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => belongsTo(pid, folder) || commandLine(pid).includes(folder))
    .map((pid) => ({ pid: Number(pid), command: commandLine(pid) }))
    .filter(({ command }) => command !== '');

const listing = (): string =>
  process.platform === 'win32'
    ? execFileSync('powershell', [
        '-NoProfile',
        '-Command',
        'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }',
      ]).toString()
    : execFileSync('ps', ['-axo', 'pid=,command=']).toString();

/** Without /proc only the command line is seen: a process counts if it names the folder. */
const otherProcesses = (folder: string): readonly Process[] =>
  listing()
    .split('\n')
    .filter((line) => line.includes(folder))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+ /, '') }))
    .filter(({ pid }) => pid !== process.pid);

/** Processes that were started with that temporary folder and live still; ended ones (zombies) do not count. */
export const processesOf = (folder: string): readonly Process[] =>
  process.platform === 'linux' ? linuxProcesses(folder) : otherProcesses(folder);

/** The lab's network namespaces (tl-PID-N-NAME) whose owner is gone. */
export const orphanedNamespaces = (): readonly string[] => {
  if (!existsSync(NAMESPACES)) return [];
  return readdirSync(NAMESPACES).filter((name) => {
    const owner = /^tl-(\d+)-/.exec(name)?.[1];
    return owner !== undefined && commandLine(owner) === '';
  });
};

/** Files that helpers forgot in the run's temporary folder. */
export const forgottenFiles = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.startsWith(TEMPORARY_PREFIX));
