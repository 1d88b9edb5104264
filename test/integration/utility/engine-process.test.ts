import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEngine } from '../../../electron/engine/engine.ts';
import { backupFile, checkFile } from '../../../electron/engine/store/open-store.ts';
import type { EngineReport } from '../../../electron/host/engine-messages.ts';
import { lineLog } from '../../../electron/host/line-log.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { serveVault, vaultOverPort } from '../../../electron/host/vault-over-port.ts';
import { processVault } from '../../../electron/headless/process-vault.ts';
import { systemHost } from '../../../electron/headless/system-host.ts';
import { runEngineProcess, type ProcessPort } from '../../../electron/utility/engine-process.ts';
import { connect } from '../../../shared/rpc/client.ts';
import type { EngineClient } from '../../../shared/rpc/client-types.ts';
import { portTransport } from '../../../shared/rpc/port-transport.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';

/** Electron's ports wrap messages in `{ data }`; Node's do not. */
class ElectronLikePort extends EventEmitter implements ProcessPort {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('close', () => this.emit('close'));
  }
  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }
  start(): void {
    this.#port.on('message', (data: unknown) => this.emit('message', { data }));
  }
  close(): void {
    this.#port.close();
  }
}

let folder: TemporaryFolder;
let reports: EngineReport[];
let exitCodes: number[];
let tell: (message: unknown, ports?: readonly ProcessPort[]) => void;
const log = lineLog({ write: () => undefined, level: 'error', now: Date.now });

beforeEach(async () => {
  folder = await temporaryFolder('utility');
  reports = [];
  exitCodes = [];
  let listener: (message: unknown, ports: readonly ProcessPort[]) => void = () => undefined;
  runEngineProcess(
    {
      onMessage: (next) => {
        listener = next;
      },
      report: (report) => void reports.push(report),
      exit: (exitCode) => void exitCodes.push(exitCode),
    },
    {
      clock: systemClock,
      log,
      version: 'test',
      start: async ({ file, vault }, vaultPort) => {
        if (file === null || vault === null || vaultPort === undefined) throw new Error('nothing to open');
        const host = systemHost({ log, vault: vaultOverPort(vaultPort, vault) });
        const engine = await startEngine({ file, host, polling: false });
        const backUp = (to: string) => backupFile(file, to, { overwrite: true, version: 'test' });
        return { engine, close: () => engine.close(), backUp };
      },
    },
  );
  tell = (message, ports = []) => listener(message, ports);
});
afterEach(() => folder.remove());

function page(): EngineClient {
  return connect(
    () => {
      const { port1, port2 } = new MessageChannel();
      tell({ kind: 'page' }, [new ElectronLikePort(port2)]);
      return Promise.resolve(portTransport(port1));
    },
    { clock: systemClock },
  );
}

function start(file: string): void {
  const { port1, port2 } = new MessageChannel();
  serveVault(new ElectronLikePort(port1), processVault());
  tell({ kind: 'start', file, vault: 'the key store' }, [new ElectronLikePort(port2)]);
}

test('a page that came first waits for the engine; its secrets are sealed by the vault in the other process', async () => {
  const early = page();
  const added = early.call('credential.add', {
    name: 'site',
    secret: { kind: 'snmp-community', community: 'planted-secret' },
  });
  start(folder.file('n.trunkline'));
  await expect(added).resolves.toMatchObject({ credentialId: expect.any(Number) });
  expect(reports).toEqual([{ kind: 'ready' }]);
  expect(await early.call('network.info', {})).toMatchObject({ vault: 'the key store', file: 'n.trunkline' });
  const names: string[] = [];
  early.follow('credentials', {}, ({ upsert }) => void names.push(...upsert.map((one) => one.name)));
  await until(() => names.includes('site'));
  tell({ kind: 'suspend' });
  tell({ kind: 'resume' });
  tell({ kind: 'back-up', to: folder.file('copy.trunkline') });
  await until(() => reports.length === 2);
  expect(reports[1]).toEqual({ kind: 'backed-up', to: folder.file('copy.trunkline'), failure: null });
  expect(await checkFile(folder.file('copy.trunkline'))).toMatchObject({ ok: true });
  tell({ kind: 'back-up', to: folder.file('n.trunkline') });
  await until(() => reports.length === 3);
  expect(reports[2]).toMatchObject({ failure: expect.stringContaining('the network file itself') });
  tell({ kind: 'close' });
  await until(() => exitCodes.length === 1);
  expect(exitCodes).toEqual([0]);
  early.close();
});

test('a file that cannot be opened is said in words, and the process ends', async () => {
  start(folder.file('no/such/folder/n.trunkline'));
  await until(() => exitCodes.length === 1);
  expect(exitCodes).toEqual([1]);
  const [report] = reports;
  expect(report?.kind).toBe('cannot-start');
  expect(report?.kind === 'cannot-start' && report.message).toContain('n.trunkline');
});
