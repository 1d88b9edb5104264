/** `trunkline serve`: the engine and the page for an ordinary browser, on loopback. */
import type { Command } from 'commander';
import { networkFile } from '../headless/network-file.ts';
import { openHostVault } from '../headless/open-host-vault.ts';
import { ensurePageOfCheckout } from '../headless/page-build.ts';
import { runHeadless, type HeadlessRun } from '../headless/run-headless.ts';
import type { LogLevel } from '../host/line-log.ts';
import { addLogOption, cliHost } from './engine-options.ts';
import { untilStopped, type CliIo } from './io.ts';
import { portNumber } from './option-values.ts';

interface ServeOptions {
  readonly file?: string | undefined;
  readonly port?: number | undefined;
  readonly gallery?: boolean | undefined;
  readonly logLevel: LogLevel;
}

export function registerServe(program: Command, io: CliIo): void {
  const command = program
    .command('serve')
    .description('run the engine and offer the page to a browser on this machine, with a token in the printed address')
    .option('--file <file>', "network file, made if it is not there (default: this user's own)")
    .option('--port <n>', 'TCP port on 127.0.0.1 (default 8420, or any free one)', portNumber)
    .option('--gallery', 'the printed address leads to the sheet of the design system')
    .action(async (options: ServeOptions) => {
      const host = cliHost(io, options.logLevel, openHostVault(io.env));
      const file = await networkFile(options.file);
      await ensurePageOfCheckout((line) => io.say(line));
      const run = await runHeadless({ file, host, port: options.port });
      await serveUntilStopped(options.gallery === true ? onGallery(run) : run, io);
    });
  addLogOption(command, 'info');
}

/** The page takes its token out of the fragment and goes to the view that stands behind it. */
function onGallery(run: HeadlessRun): HeadlessRun {
  return { ...run, server: { ...run.server, url: `${run.server.url}/gallery` } };
}

/** Prints the address, and ends cleanly when told to. */
export async function serveUntilStopped(run: HeadlessRun, io: CliIo): Promise<void> {
  try {
    io.out(`${run.server.url}\n`);
    io.say('open this address in a browser on this machine; Ctrl-C ends');
    await untilStopped(io);
  } finally {
    await run.close();
  }
}
