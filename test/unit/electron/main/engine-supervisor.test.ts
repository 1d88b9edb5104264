import { expect, test } from 'vitest';
import { afterDeath, noDeaths } from '../../../../electron/main/back-off.ts';
import { EngineSupervisor, type EngineProcess } from '../../../../electron/main/engine-supervisor.ts';
import type { EngineCommand } from '../../../../electron/host/engine-messages.ts';
import { lineLog } from '../../../../electron/host/line-log.ts';

interface Port {
  readonly name: string;
}

/** A process that does nothing but remember what it was told. */
class FakeEngine implements EngineProcess<Port> {
  readonly told: { command: EngineCommand; ports: readonly Port[] }[] = [];
  killed = false;
  report: (report: unknown) => void = () => undefined;
  exit: (exitCode: number) => void = () => undefined;
  send(command: EngineCommand, ports: readonly Port[] = []): void {
    this.told.push({ command, ports });
  }
  onReport(listener: (report: unknown) => void): void {
    this.report = listener;
  }
  onExit(listener: (exitCode: number) => void): void {
    this.exit = listener;
  }
  kill(): void {
    this.killed = true;
    this.exit(9);
  }
  kinds(): string[] {
    return this.told.map(({ command }) => command.kind);
  }
}

function setUp() {
  let nowMs = 0;
  let timers: { atMs: number; run: () => void }[] = [];
  const engines: FakeEngine[] = [];
  const fatal: string[] = [];
  let channels = 0;
  const supervisor = new EngineSupervisor<Port>({
    clock: {
      now: () => nowMs,
      monotonic: () => nowMs,
      after: (delayMs, run) => {
        const timer = { atMs: nowMs + delayMs, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    log: lineLog({ write: () => undefined, level: 'error', now: () => nowMs }),
    fork: () => {
      const engine = new FakeEngine();
      engines.push(engine);
      return engine;
    },
    channel: () => {
      channels += 1;
      return [{ name: `engine ${channels}` }, { name: `page ${channels}` }];
    },
    startCommand: () => ({ command: { kind: 'start', file: '/n.trunkline', vault: null }, ports: [] }),
    onCannotStart: (message) => void fatal.push(message),
  });
  const advance = (byMs: number) => {
    nowMs += byMs;
    const due = timers.filter((timer) => timer.atMs <= nowMs);
    timers = timers.filter((timer) => timer.atMs > nowMs);
    for (const timer of due) timer.run();
  };
  const engine = (index: number): FakeEngine => {
    const found = engines[index];
    if (found === undefined) throw new Error(`engine ${index} was never forked`);
    return found;
  };
  return { supervisor, engines, engine, fatal, advance };
}

test('each page gets one end of a channel of its own, the engine the other', () => {
  const { supervisor, engine } = setUp();
  supervisor.start();
  const given: Port[] = [];
  supervisor.connectPage(1, (port) => void given.push(port));
  supervisor.connectPage(2, (port) => void given.push(port));
  expect(engine(0).kinds()).toEqual(['start', 'page', 'page']);
  expect(engine(0).told[2]?.ports).toEqual([{ name: 'engine 2' }]);
  expect(given).toEqual([{ name: 'page 1' }, { name: 'page 2' }]);
});

test('an engine that dies is started again, and the page that asked meanwhile gets a port of the new one', () => {
  const { supervisor, engines, engine, advance } = setUp();
  supervisor.start();
  advance(1_000);
  engine(0).exit(1);
  const given: Port[] = [];
  supervisor.connectPage(1, (port) => void given.push({ name: `old question, ${port.name}` }));
  supervisor.connectPage(1, (port) => void given.push(port));
  expect(engines).toHaveLength(1);
  advance(499);
  expect(engines).toHaveLength(1);
  advance(1);
  expect(engine(1).kinds()).toEqual(['start', 'page']);
  expect(given).toEqual([{ name: 'page 1' }]);
});

test('a page that closed while it waited is forgotten', () => {
  const { supervisor, engine, advance } = setUp();
  supervisor.connectPage(1, () => expect.unreachable());
  supervisor.forgetPage(1);
  supervisor.start();
  advance(1);
  expect(engine(0).kinds()).toEqual(['start']);
});

test('the pause doubles up to 30 s, and a good minute forgives', () => {
  let deaths = noDeaths;
  const pauses: number[] = [];
  for (let death = 0; death < 8; death += 1) {
    deaths = afterDeath(deaths, 100);
    pauses.push(deaths.waitMs);
  }
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(afterDeath(deaths, 60_000)).toEqual({ inARow: 1, waitMs: 500 });
});

test('a file that cannot be opened is told once and not tried again', () => {
  const { supervisor, engines, engine, fatal, advance } = setUp();
  supervisor.start();
  engine(0).report({ kind: 'cannot-start', message: 'the file is locked' });
  engine(0).exit(1);
  advance(100_000);
  expect(fatal).toEqual(['the file is locked']);
  expect(engines).toHaveLength(1);
});

test('close waits for the engine, and kills it after ten seconds', async () => {
  const good = setUp();
  good.supervisor.start();
  const closed = good.supervisor.close();
  expect(good.engine(0).kinds()).toEqual(['start', 'close']);
  good.engine(0).exit(0);
  await closed;
  expect(good.engine(0).killed).toBe(false);

  const stuck = setUp();
  stuck.supervisor.start();
  const killed = stuck.supervisor.close();
  stuck.advance(10_000);
  await killed;
  expect(stuck.engine(0).killed).toBe(true);
  stuck.advance(100_000);
  expect(stuck.engines).toHaveLength(1);
});

test('sleep and waking reach the engine', () => {
  const { supervisor, engine } = setUp();
  supervisor.start();
  supervisor.tell('suspend');
  supervisor.tell('resume');
  expect(engine(0).kinds()).toEqual(['start', 'suspend', 'resume']);
});

test('for another file the engine is ended, and started anew; a page that asks meanwhile gets a port of the new one', async () => {
  const { supervisor, engine, engines } = setUp();
  supervisor.start();
  const restarted = supervisor.restart();
  expect(engine(0).kinds()).toEqual(['start', 'close']);
  const given: Port[] = [];
  supervisor.connectPage(1, (port) => void given.push(port));
  expect(given).toEqual([]);
  engine(0).exit(0);
  await restarted;
  expect(engines).toHaveLength(2);
  expect(engine(1).kinds()).toEqual(['start', 'page']);
  expect(given).toHaveLength(1);
});

test('after a file that cannot be opened another one can', async () => {
  const { supervisor, engine, engines } = setUp();
  supervisor.start();
  engine(0).report({ kind: 'cannot-start', message: 'damaged' });
  const restarted = supervisor.restart();
  engine(0).exit(1);
  await restarted;
  expect(engines).toHaveLength(2);
  expect(engine(1).kinds()).toEqual(['start']);
});

test('a copy is asked of the engine, and an engine that dies has made none', async () => {
  const { supervisor, engine } = setUp();
  expect(await supervisor.backUp('/b')).toMatch(/not running/);
  supervisor.start();
  const good = supervisor.backUp('/a');
  engine(0).report({ kind: 'backed-up', to: '/a', failure: null });
  expect(await good).toBeNull();
  const bad = supervisor.backUp('/b');
  engine(0).exit(1);
  expect(await bad).toMatch(/ended before/);
});
