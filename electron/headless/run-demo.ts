/** The demo from start to end: the simulated network, a file of its own, and the engine that discovers it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine, type Engine } from '../engine/engine.ts';
import type { Host, Log } from '../host/host.ts';
import { harbourScheduleFrom } from './demo/harbour/schedule.ts';
import { startDemoNetwork } from './demo/start-demo-network.ts';
import { demoNetworkAccess } from './demo-network-access.ts';
import { prepareDemo } from './prepare-demo.ts';
import { processVault } from './process-vault.ts';
import { serveEngine, type HeadlessRun } from './run-headless.ts';
import { systemHost } from './system-host.ts';

export interface DemoEngine {
  readonly engine: Engine;
  readonly host: Host;
  close(): Promise<void>;
}

export interface DemoOptions {
  readonly log: Log;
  /** From which moment of its story the network starts, to stand still there (`harbourScheduleFrom`); 0, the whole story, when left out. */
  readonly phaseMs?: number | undefined;
}

/** The file is in a temporary folder, which `close` removes. */
export async function startDemoEngine({ log, phaseMs = 0 }: DemoOptions): Promise<DemoEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-demo-'));
  const network = await startDemoNetwork({ schedule: harbourScheduleFrom(phaseMs) });
  const clean = async () => {
    await network.close();
    // Windows refuses to remove a file that is just being closed: try again for a while.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const host = systemHost({ log, vault: processVault(), network: demoNetworkAccess(network) });
    const engine = await startEngine({ file: join(folder, 'demo.trunkline'), host, demo: true });
    const ending = new AbortController();
    await prepareDemo(engine, network, ending.signal);
    return {
      engine,
      host,
      close: async () => {
        ending.abort();
        await engine.close();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}

/** The demo with its page on loopback. */
export async function runDemo(options: DemoOptions & { port?: number | undefined }): Promise<HeadlessRun> {
  return serveEngine(await startDemoEngine(options), options.port);
}
