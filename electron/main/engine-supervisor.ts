/**
 * Keeps one engine process alive and gives its ports to pages. What Electron does (forking, making channels) is handed in, so
 * that the rules can be tested without it: restart with back-off, one port for each page, a bounded wait at the end.
 */
import { isEngineReport, type EngineCommand, type EngineReport } from '../host/engine-messages.ts';
import type { Clock, Log } from '../host/host.ts';
import { afterDeath, noDeaths, type Deaths } from './back-off.ts';

export interface EngineProcess<Port> {
  send(command: EngineCommand, ports?: readonly Port[]): void;
  onReport(listener: (report: unknown) => void): void;
  onExit(listener: (exitCode: number) => void): void;
  kill(): void;
}

export interface SupervisorOptions<Port> {
  readonly clock: Clock;
  readonly log: Log;
  fork(): EngineProcess<Port>;
  /** Two ends of a fresh channel. */
  channel(): readonly [Port, Port];
  /** What each new engine is told first, and the ports that go with it. */
  startCommand(): { readonly command: EngineCommand; readonly ports: readonly Port[] };
  /** The engine has opened the file; also after each restart. */
  onReady?(): void;
  /** The engine cannot start and trying again is useless. */
  onCannotStart(message: string): void;
  /** The engine died, and is started again by itself. */
  onDied?(): void;
}

const CLOSE_WITHIN_MS = 10_000;

export class EngineSupervisor<Port> {
  readonly #options: SupervisorOptions<Port>;
  #engine: EngineProcess<Port> | null = null;
  #deaths: Deaths = noDeaths;
  #startedAtMs = 0;
  #cancelRestart: (() => void) | null = null;
  #onClosed: (() => void) | null = null;
  #state: 'new' | 'running' | 'waiting' | 'closing' | 'closed' = 'new';
  /** Pages that asked while no engine was there, by who they are: only the newest question of each counts. */
  readonly #waitingPages = new Map<number, (port: Port) => void>();
  /** Copies under way, by where they go. */
  readonly #backups = new Map<string, (failure: string | null) => void>();

  constructor(options: SupervisorOptions<Port>) {
    this.#options = options;
  }

  get restarts(): number {
    return this.#deaths.inARow;
  }

  start(): void {
    if (this.#state === 'closing' || this.#state === 'closed') return;
    const engine = this.#options.fork();
    this.#state = 'running';
    this.#engine = engine;
    this.#startedAtMs = this.#options.clock.monotonic();
    engine.onReport((report) => {
      if (isEngineReport(report)) this.#hear(report);
    });
    engine.onExit((exitCode) => this.#died(engine, exitCode));
    const { command, ports } = this.#options.startCommand();
    engine.send(command, ports);
    for (const give of this.#waitingPages.values()) this.#connect(engine, give);
    this.#waitingPages.clear();
  }

  /** Gives a page its end of a new channel, as soon as there is an engine. */
  connectPage(pageId: number, give: (port: Port) => void): void {
    // An engine that is ending would take the port with it.
    if (this.#engine === null || this.#state !== 'running') this.#waitingPages.set(pageId, give);
    else this.#connect(this.#engine, give);
  }

  forgetPage(pageId: number): void {
    this.#waitingPages.delete(pageId);
  }

  tell(kind: 'suspend' | 'resume'): void {
    this.#engine?.send({ kind });
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** Ends the engine as `close` does and starts one anew, for another file. Deaths of the old one are forgotten. */
  async restart(): Promise<void> {
    await this.close();
    this.#deaths = noDeaths;
    this.#state = 'new';
    this.start();
  }

  /** A whole copy of the open file. In words for people why there is none, or null. */
  backUp(to: string): Promise<string | null> {
    const engine = this.#engine;
    if (engine === null || this.#state !== 'running') return Promise.resolve('The engine is not running; try again.');
    return new Promise((resolve) => {
      this.#backups.set(to, resolve);
      engine.send({ kind: 'back-up', to });
    });
  }

  /** Lets the engine write what it has, and ends it when it takes too long. */
  close(): Promise<void> {
    this.#cancelRestart?.();
    const engine = this.#engine;
    if (engine === null) {
      this.#state = 'closed';
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const cancelKill = this.#options.clock.after(CLOSE_WITHIN_MS, () => {
        this.#options.log.warn('the engine did not end in time and is killed', { afterMs: CLOSE_WITHIN_MS });
        engine.kill();
      });
      this.#onClosed = () => {
        cancelKill();
        resolve();
      };
      if (this.#state !== 'closing') engine.send({ kind: 'close' });
      this.#state = 'closing';
    });
  }

  #connect(engine: EngineProcess<Port>, give: (port: Port) => void): void {
    const [enginePort, pagePort] = this.#options.channel();
    engine.send({ kind: 'page' }, [enginePort]);
    give(pagePort);
  }

  #hear(report: EngineReport): void {
    if (report.kind === 'backed-up') return this.#backedUp(report.to, report.failure);
    if (report.kind === 'ready') return this.#options.onReady?.();
    // It ends by itself now; it is not to be started again.
    this.#state = 'closing';
    this.#options.onCannotStart(report.message);
  }

  #backedUp(to: string, failure: string | null): void {
    this.#backups.get(to)?.(failure);
    this.#backups.delete(to);
  }

  #died(engine: EngineProcess<Port>, exitCode: number): void {
    if (engine !== this.#engine) return;
    this.#engine = null;
    for (const to of this.#backups.keys()) this.#backedUp(to, 'The engine ended before the copy was whole.');
    if (this.#state === 'closing') {
      this.#state = 'closed';
      this.#onClosed?.();
      return;
    }
    const { clock, log } = this.#options;
    this.#deaths = afterDeath(this.#deaths, clock.monotonic() - this.#startedAtMs);
    this.#state = 'waiting';
    this.#options.onDied?.();
    log.error('the engine died and is started again', { exitCode, inMs: this.#deaths.waitMs });
    this.#cancelRestart = clock.after(this.#deaths.waitMs, () => this.start());
  }
}
