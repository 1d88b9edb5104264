/**
 * The terminals of this window. They live here and not in a component, so that they go on while another view is shown; their
 * ids are kept in the session storage, which belongs to this window alone, so that they are found again after a reload.
 */
import { create } from 'zustand';
import type { TerminalLogin, TerminalOpening } from '../../shared/contract/terminals.ts';
import { call } from '../engine/connection.ts';
import { operatorName } from '../incidents/use-incident-actions.ts';
import type { Xterm } from './open-xterm.ts';
import { streamTerminal, type TerminalStream } from './terminal-stream.ts';

export interface OpenTerminal {
  readonly id: string;
  readonly deviceId: number;
  /** 1 for a device's first one in this window. */
  readonly number: number;
  /** "ops": who is logged in there. */
  readonly login: string;
  /** Why it is over; null while it lives. */
  readonly ended: string | null;
  readonly lastTypedAtMs: number;
}

interface Parts {
  readonly xterm: Xterm;
  readonly stream: TerminalStream;
}

const STORAGE_KEY = 'trunkline.terminals';
const COLUMNS = 120;
const ROWS = 32;
const TYPED_STEP_MS = 5000;

const useStore = create<{ readonly all: readonly OpenTerminal[] }>(() => ({ all: [] }));
const parts = new Map<string, Parts>();

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

function setAll(all: readonly OpenTerminal[]): void {
  useStore.setState({ all });
  const kept = all.filter((one) => one.ended === null).map(({ lastTypedAtMs: _at, ended: _ended, ...known }) => known);
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(kept));
}

function change(id: string, to: Partial<OpenTerminal>): void {
  setAll(useStore.getState().all.map((one) => (one.id === id ? { ...one, ...to } : one)));
}

/** In the terminal itself, so that it stands where it happened; dim, and without anything of the device in it. */
const notice = (text: string): string => `\r\n\u001b[0;2m-- ${text} --\u001b[0m\r\n`;

async function take(known: Omit<OpenTerminal, 'ended' | 'lastTypedAtMs'>, from: number | null): Promise<void> {
  const { openXterm } = await import('./open-xterm.ts');
  const xterm = await openXterm(COLUMNS, ROWS);
  const { id } = known;
  const { terminal } = xterm;
  const stream = streamTerminal(
    {
      terminalId: id,
      ask: call,
      onBytes: (bytes) =>
        new Promise((resolve) => {
          terminal.write(bytes, resolve);
        }),
      onNotice: (text) => terminal.write(notice(text)),
      onEnd: ({ message }) => {
        terminal.options.disableStdin = true;
        change(id, { ended: message });
      },
      pause,
    },
    from,
  );
  terminal.onData((text) => {
    stream.type(text);
    const one = useStore.getState().all.find((other) => other.id === id);
    if (one !== undefined && Date.now() - one.lastTypedAtMs > TYPED_STEP_MS) change(id, { lastTypedAtMs: Date.now() });
  });
  terminal.onResize(({ cols, rows }) => {
    // One that ended meanwhile has no size any more.
    call('terminal.resize', { terminalId: id, columns: cols, rows }).catch(() => undefined);
  });
  parts.set(id, { xterm, stream });
  setAll([...useStore.getState().all, { ...known, ended: null, lastTypedAtMs: Date.now() }]);
}

/** Opens one more on a device. The answer says what is missing when it does not open. */
export async function openTerminal(deviceId: number, login?: TerminalLogin): Promise<TerminalOpening> {
  const by = operatorName();
  const size = { columns: COLUMNS, rows: ROWS };
  const opening = await call('terminal.open', { deviceId, ...size, by, ...(login !== undefined && { login }) });
  if (opening.kind === 'open') {
    const numbers = terminalsOf(deviceId).map((one) => one.number);
    await take({ id: opening.terminalId, deviceId, number: Math.max(0, ...numbers) + 1, login: opening.login }, 0);
  }
  return opening;
}

/** Ends it if it lives, and takes it off the screen. */
export function closeTerminal(id: string): void {
  const lives = useStore.getState().all.some((one) => one.id === id && one.ended === null);
  const { xterm, stream } = parts.get(id) ?? {};
  stream?.stop();
  xterm?.dispose();
  parts.delete(id);
  setAll(useStore.getState().all.filter((one) => one.id !== id));
  // What cannot be reached now ends by itself in a minute.
  if (lives) call('terminal.close', { terminalId: id }).catch(() => undefined);
}

interface Kept {
  readonly id: string;
  readonly deviceId: number;
  readonly number: number;
  readonly login: string;
}

function isKept(value: unknown): value is Kept {
  const { id, deviceId, number, login } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>;
  return (
    typeof id === 'string' && typeof deviceId === 'number' && typeof number === 'number' && typeof login === 'string'
  );
}

function keptOnes(): readonly Kept[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** After a reload: picks up the terminals that this window had. Called once, when the page starts. */
export async function resumeTerminals(): Promise<void> {
  for (const kept of keptOnes()) await take(kept, null);
}

export function xtermOf(id: string): Xterm | undefined {
  return parts.get(id)?.xterm;
}

const terminalsOf = (deviceId: number): readonly OpenTerminal[] =>
  useStore.getState().all.filter((one) => one.deviceId === deviceId);

export function useTerminals(deviceId: number): readonly OpenTerminal[] {
  const all = useStore((state) => state.all);
  return all.filter((one) => one.deviceId === deviceId);
}
