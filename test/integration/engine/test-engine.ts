/** An engine in this process, asked as a page asks it; its devices are addresses of 127.0.0.0/8 with real daemons behind. */
import { engineContract } from '../../../shared/contract/index.ts';
import type { DeviceDetail } from '../../../shared/contract/devices.ts';
import { connect } from '../../../shared/rpc/client.ts';
import type { EngineClient } from '../../../shared/rpc/client-types.ts';
import { memoryPair } from '../../../shared/rpc/memory-transport.ts';
import { serve } from '../../../shared/rpc/server.ts';
import { startEngine, type Engine } from '../../../electron/engine/engine.ts';
import { demoPinger } from '../../../electron/headless/demo-network-access.ts';
import { processVault } from '../../../electron/headless/process-vault.ts';
import { systemHost } from '../../../electron/headless/system-host.ts';
import type { Vault } from '../../../electron/host/host.ts';
import { lineLog } from '../../../electron/host/line-log.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { until } from '../../helpers/until.ts';

export interface TestEngine extends AsyncDisposable {
  readonly engine: Engine;
  /** Arguments, answers and items are all checked against the contract. */
  readonly client: EngineClient;
  /** All that was logged, from debug up. */
  readonly log: readonly string[];
}

export interface TestEngineOptions {
  readonly file: string;
  readonly vault?: Vault | undefined;
  /** Where port 22 of an address really is, on 127.0.0.1. Asked at each connection. */
  readonly sshPorts?: Readonly<Record<string, number>> | undefined;
  /** False: nothing is asked but by calls. Default false. */
  readonly polling?: boolean | undefined;
}

export async function startTestEngine(options: TestEngineOptions): Promise<TestEngine> {
  const { file, vault = processVault(), sshPorts = {}, polling = false } = options;
  const log: string[] = [];
  const host = systemHost({
    log: lineLog({ write: (line) => void log.push(line), level: 'debug', now: Date.now }),
    vault,
    network: {
      endpoint: (address, port) => (port === 22 ? sshEndpoint(sshPorts[address]) : { host: address, port }),
      // Every address of 127.0.0.0/8 answers; a real round would take its 3 s to tell loss.
      pinger: demoPinger(() => Promise.resolve(0.1)),
    },
  });
  const engine = await startEngine({ file, host, polling });
  const client = connect(() => Promise.resolve(served(engine)), { clock: systemClock });
  return {
    engine,
    client,
    log,
    [Symbol.asyncDispose]: async () => {
      client.close();
      await engine.close();
    },
  };
}

const sshEndpoint = (port: number | undefined) => (port === undefined ? null : { host: '127.0.0.1', port });

function served(engine: Engine) {
  const { client, server } = memoryPair();
  const { handlers, topics } = engine;
  serve(server, {
    contract: engineContract,
    handlers,
    topics,
    clock: systemClock,
    version: 'test',
    checkReplies: true,
  });
  return client;
}

/** Polls a device until what is read of it is as wanted. */
export const readUntil = (
  client: EngineClient,
  deviceId: number,
  wanted: (detail: DeviceDetail) => boolean,
): Promise<DeviceDetail> =>
  until(
    async () => {
      const detail = await client.call('device.read', { deviceId });
      return wanted(detail) && detail;
    },
    { what: `device ${deviceId} as wanted: ${wanted.toString()}` },
  );
