/** The engine inside Electron's utilityProcess. */
import { startEngine } from '../engine/engine.ts';
import { backupFile } from '../engine/store/open-store.ts';
import { appVersion } from '../host/app-version.ts';
import type { Vault } from '../host/host.ts';
import { installLastResort } from '../host/last-resort.ts';
import { lineLog } from '../host/line-log.ts';
import { systemClock } from '../host/system-clock.ts';
import { vaultOverPort } from '../host/vault-over-port.ts';
import { openHostVault } from '../headless/open-host-vault.ts';
import { startDemoEngine } from '../headless/run-demo.ts';
import { systemHost } from '../headless/system-host.ts';
import { runEngineProcess, type ParentLink, type RunningEngine } from './engine-process.ts';

const log = lineLog({ write: (line) => void process.stderr.write(`${line}\n`), level: 'info', now: Date.now });

// Whoever supervises this process starts it anew.
installLastResort(process, { log });

async function startOnFile(file: string, vault: Vault): Promise<RunningEngine> {
  // The fuses of a package forbid Electron's binary to run as plain Node, so nothing can be forked from here: the engine pings itself.
  const engine = await startEngine({ file, host: { ...systemHost({ log, vault }), openPinger: undefined } });
  const backUp = (to: string) => backupFile(file, to, { overwrite: true, version: appVersion });
  return { engine, close: () => engine.close(), backUp };
}

function electronParent(): ParentLink {
  const { parentPort } = process;
  return {
    onMessage: (listener) => void parentPort.on('message', ({ data, ports }) => listener(data, ports)),
    report: (report) => parentPort.postMessage(report),
    exit: (exitCode) => process.exit(exitCode),
  };
}

runEngineProcess(electronParent(), {
  clock: systemClock,
  log,
  version: appVersion,
  start: ({ file, vault, demoPhaseS = 0 }, vaultPort) => {
    if (file === null)
      return startDemoEngine({ log, phaseMs: demoPhaseS * 1000 }).then((run) => ({ ...run, backUp: null }));
    const own =
      vault === null || vaultPort === undefined ? openHostVault(process.env) : vaultOverPort(vaultPort, vault);
    return startOnFile(file, own);
  },
});
