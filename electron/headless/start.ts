/** `npm start`: the app in Electron where its runtime is or can be had, else the same page in a browser. */
import { fileURLToPath } from 'node:url';
import { installLastResort } from '../host/last-resort.ts';
import { lineLog } from '../host/line-log.ts';
import { printable } from '../host/printable.ts';
import { networkFile } from './network-file.ts';
import { writeOpeningPage, type OpeningPage } from './opening-page.ts';
import { noDisplay, planOpening, startOpening, thisDesktop } from './open-page.ts';
import { openHostVault } from './open-host-vault.ts';
import { ensurePage } from './page-build.ts';
import { runDemo } from './run-demo.ts';
import { runHeadless, type HeadlessRun } from './run-headless.ts';
import { startElectron } from './start-electron.ts';
import { START_HELP, startOptions, type StartOptions } from './start-options.ts';
import { systemHost } from './system-host.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const say = (line: string) => void process.stderr.write(`${printable(line)}\n`);

async function runInBrowser(options: StartOptions): Promise<HeadlessRun> {
  const log = lineLog({ write: say, level: 'warn', now: Date.now });
  const { port } = options;
  if (options.demo) return runDemo({ log, port });
  const host = systemHost({ log, vault: openHostVault(process.env) });
  return runHeadless({ file: await networkFile(options.file), host, port });
}

async function show(url: string, leading: OpeningPage, options: StartOptions): Promise<void> {
  const opening = options.open
    ? planOpening(leading.url, thisDesktop())
    : { by: 'nobody' as const, because: 'as asked' };
  const opened = opening.by !== 'nobody' && (await startOpening(opening));
  if (opening.by === 'nobody' && options.open) say(`No window was opened: ${opening.because}.`);
  if (opening.by !== 'nobody' && !opened) say(`${opening.command} could not be started.`);
  say(
    opened
      ? 'The page is open. Should its window be closed, this address brings it back; Ctrl-C ends:'
      : 'Open this address in a browser on this machine; Ctrl-C ends:',
  );
  process.stdout.write(`${url}\n`);
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    installLastResort(process, { log: lineLog({ write: say, level: 'error', now: Date.now }), end: resolve });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
      });
    }
  });
}

async function start(): Promise<number> {
  const options = startOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(START_HELP);
    return 0;
  }
  await ensurePage(root, say);
  // Without a display neither Electron nor a browser can be shown, which `show` says once.
  if (!options.browser && options.open && noDisplay(process) === null) {
    const result = await startElectron(root, options, say);
    if ('exitCode' in result) return result.exitCode;
    say(`Electron cannot be used here (${result.because}): the page opens in a browser instead.`);
  }
  const stopped = untilSignal();
  const run = await runInBrowser(options);
  let leading: OpeningPage | null = null;
  try {
    leading = await writeOpeningPage(run.server.url);
    await show(run.server.url, leading, options);
    await stopped;
  } finally {
    await leading?.remove();
    await run.close();
  }
  return process.exitCode === undefined ? 0 : 1;
}

function explain(error: unknown): number {
  const isUsage = error instanceof RangeError || (error instanceof TypeError && 'code' in error);
  say(`trunkline: ${error instanceof Error ? error.message : String(error)}`);
  return isUsage ? 2 : 1;
}

process.exit(await start().catch(explain));
