/** The demo from start to end: the simulated network, a file of its own, and the engine that discovers it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../host/host.ts';
import { startDemoNetwork } from './demo/start-demo-network.ts';
import type { DemoNetwork } from './demo/demo-network.ts';
import { demoNetworkAccess } from './demo-network-access.ts';
import { prepareDemo } from './prepare-demo.ts';
import { processVault } from './process-vault.ts';
import { runHeadless, type HeadlessRun } from './run-headless.ts';
import { systemHost } from './system-host.ts';

export interface DemoRun extends HeadlessRun {
  readonly network: DemoNetwork;
}

/** The file is in a temporary folder, which `close` removes. */
export async function runDemo(options: { log: Log; port?: number | undefined }): Promise<DemoRun> {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-demo-'));
  const network = await startDemoNetwork();
  const end = async () => {
    await network.close();
    // Windows refuses to remove a file that is just being closed: try again for a while.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const host = systemHost({ log: options.log, vault: processVault(), network: demoNetworkAccess(network) });
    const run = await runHeadless({ file: join(folder, 'demo.trunkline'), host, port: options.port, demo: true });
    const ending = new AbortController();
    await prepareDemo(run.engine, network, ending.signal);
    return {
      ...run,
      network,
      close: async () => {
        ending.abort();
        await run.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
