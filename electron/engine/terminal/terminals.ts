/** All open terminals of the engine: opening one, finding it again by its id, and ending them. */
import { randomUUID } from 'node:crypto';
import { CallError } from '../../../shared/contract/errors.ts';
import type { TerminalEnd, TerminalLogin, TerminalOpening } from '../../../shared/contract/terminals.ts';
import { failed, type Outcome } from '../../../shared/model/outcome.ts';
import { formatDuration } from '../../../shared/units/durations.ts';
import type { Log } from '../../host/host.ts';
import type { CredentialBook } from '../network/credential-book.ts';
import { noteGoodKey, noteOfferedKey, type HostKeyDeps } from '../network/host-keys.ts';
import type { Reach } from '../network/reach.ts';
import { openSsh, type SshSession } from '../ssh/session.ts';
import type { TerminalChannel, TerminalSize } from '../ssh/terminal-channel.ts';
import type { DeviceRow } from '../store/rows.ts';
import { chooseLogin, type ChosenLogin } from './terminal-login.ts';
import { TerminalSession } from './terminal-session.ts';

/** Most devices have five lines (vty), and polling needs one. */
export const MOST_PER_DEVICE = 4;
export const MOST_IN_ALL = 24;
const LOGIN_WITHIN_MS = 30_000;
const KEEPALIVE_MS = 15_000;

export interface TerminalDeps extends HostKeyDeps {
  readonly credentials: CredentialBook;
  readonly reach: Reach;
  readonly log: Log;
}

export interface OpenRequest extends TerminalSize {
  readonly by: string;
  readonly login?: TerminalLogin | undefined;
}

interface Opened {
  readonly session: SshSession;
  readonly channel: TerminalChannel;
}

export class Terminals {
  readonly #deps: TerminalDeps;
  readonly #sessions = new Map<string, TerminalSession>();
  /** Devices at which a login is under way, once for each. */
  readonly #opening: number[] = [];
  readonly #closing = new AbortController();

  constructor(deps: TerminalDeps) {
    this.#deps = deps;
  }

  /** Logs in and opens a shell. Whatever the device does wrong is an answer, not an error. */
  async open(row: DeviceRow, request: OpenRequest): Promise<TerminalOpening> {
    const login = chooseLogin(this.#deps.credentials, row.id, request.login);
    if (login === null) return { kind: 'ask' };
    this.#checkRoom(row);
    this.#opening.push(row.id);
    try {
      const opened = await this.#connect(row, login, request);
      if (opened.kind === 'failed') return { kind: 'failed', ...opened.problem };
      return await this.#take(row, login, request, opened.value);
    } finally {
      this.#opening.splice(this.#opening.indexOf(row.id), 1);
    }
  }

  /** Throws `not-found` for one that has ended and was forgotten, or that an earlier engine had. */
  get(terminalId: string): TerminalSession {
    const session = this.#sessions.get(terminalId);
    if (session !== undefined) return session;
    throw new CallError('not-found', 'This terminal has ended.', { hint: 'Open a new one.' });
  }

  /** Ends those of a device that is removed. */
  closeOf(deviceId: number): void {
    const message = 'Ended: the device was removed from the network.';
    for (const session of this.#sessions.values())
      if (session.deviceId === deviceId) session.close({ code: 'removed', message });
  }

  close(): void {
    this.#closing.abort();
    for (const session of this.#sessions.values()) {
      session.close({ code: 'stopped', message: 'Ended: Trunkline was stopped.' });
      session.forget();
    }
  }

  #checkRoom(row: DeviceRow): void {
    const open = [...this.#sessions.values()].filter((session) => !session.ended).map((session) => session.deviceId);
    const all = [...open, ...this.#opening];
    const here = all.filter((deviceId) => deviceId === row.id).length;
    if (here < MOST_PER_DEVICE && all.length < MOST_IN_ALL) return;
    const words = here < MOST_PER_DEVICE ? `${MOST_IN_ALL} in all` : `${MOST_PER_DEVICE} on one device`;
    throw new CallError('busy', `There are terminals enough: ${words}.`, { hint: 'Close one that you need no more.' });
  }

  async #connect(row: DeviceRow, login: ChosenLogin, size: TerminalSize): Promise<Outcome<Opened>> {
    const { reach, network, log } = this.#deps;
    const target = reach.ssh(row.address, row.sshPort);
    if (target.kind === 'failed') return target;
    const opening = await openSsh({
      ...target.value,
      address: row.address,
      credential: login.secret,
      trusted: network.hostKeys.get(row.id)?.trusted ?? null,
      deadlineMs: LOGIN_WITHIN_MS,
      signal: this.#closing.signal,
      log,
      keepaliveMs: KEEPALIVE_MS,
    });
    if (opening.kind === 'failed') {
      if (opening.problem.code === 'host-key-changed')
        noteOfferedKey(this.#deps, row.id, opening.problem, opening.offered);
      return opening;
    }
    const session = opening.value;
    const channel = await session.terminal(size);
    if (channel.kind === 'ok' && !this.#closing.signal.aborted && network.devices.get(row.id) !== undefined)
      return { kind: 'ok', value: { session, channel: channel.value } };
    session.close();
    return channel.kind === 'failed' ? channel : failed('cancelled', 'The device was removed.');
  }

  async #take(row: DeviceRow, login: ChosenLogin, { by }: OpenRequest, opened: Opened): Promise<TerminalOpening> {
    const { network, clock } = this.#deps;
    const { session, channel } = opened;
    const isFirst = noteGoodKey(this.#deps, row.id, session.fingerprint);
    await this.#keepLogin(row.id, login);
    const terminalId = randomUUID();
    const openedAtMs = clock.monotonic();
    const event = (kind: string, text: string): void => {
      if (network.devices.get(row.id) !== undefined)
        network.addEvent({ kind, deviceId: row.id, text, atMs: clock.now() });
    };
    const onEnd = (end: TerminalEnd): void =>
      event(
        'terminal.closed',
        `Terminal of ${by} ended after ${formatDuration(clock.monotonic() - openedAtMs)}: ${end.message}`,
      );
    this.#sessions.set(
      terminalId,
      new TerminalSession({
        clock,
        deviceId: row.id,
        name: network.nameOf(row.id),
        channel,
        disconnect: () => session.close(),
        onEnd,
        onForgotten: () => this.#sessions.delete(terminalId),
      }),
    );
    event('terminal.opened', `Terminal opened by ${by}, logged in with ${login.words}`);
    return { kind: 'open', terminalId, login: login.words, firstSeenKey: isFirst ? session.fingerprint : null };
  }

  /** One that was typed is kept only now that it has worked, and one that worked is the device's from now on. */
  async #keepLogin(deviceId: number, { secret, stored, keepAs }: ChosenLogin): Promise<void> {
    const { credentials } = this.#deps;
    const id = keepAs === null ? null : await credentials.add(keepAs, secret);
    const credential = id === null ? stored : credentials.get(id);
    if (credential !== null && (keepAs !== null || credentials.usedBy(deviceId, 'ssh') === undefined))
      credentials.remember(deviceId, credential);
  }
}
