/** `trunkline demo`: the page on a built-in simulated network that lives, in a file that is thrown away. */
import { Option, type Command } from 'commander';
import { ensurePageOfCheckout } from '../headless/page-build.ts';
import { runDemo } from '../headless/run-demo.ts';
import type { LogLevel } from '../host/line-log.ts';
import { addLogOption, cliLog } from './engine-options.ts';
import type { CliIo } from './io.ts';
import { portNumber, wholeNumber } from './option-values.ts';
import { serveUntilStopped } from './serve.ts';

interface DemoOptions {
  readonly port?: number | undefined;
  /** Seconds. */
  readonly phase: number;
  readonly logLevel: LogLevel;
}

/** The story takes 20 minutes and begins anew. */
const LONGEST_PHASE_S = 1200;

/** Of use to tests and to whoever shows the demo to others, and of no use to a newcomer: --help does not list it. */
const phaseOption = (): Option =>
  new Option('--phase <seconds>', 'start at this moment of the story and stay there; the outage begins at 180')
    .argParser(wholeNumber(0, LONGEST_PHASE_S))
    .default(0)
    .hideHelp();

export function registerDemo(program: Command, io: CliIo): void {
  const command = program
    .command('demo')
    .description('show a simulated network: traffic, a flapping link, an outage; nothing leaves this machine')
    .option('--port <n>', 'TCP port on 127.0.0.1 (default 8420, or any free one)', portNumber)
    .addOption(phaseOption())
    .action(async (options: DemoOptions) => {
      const { logLevel, port, phase } = options;
      await ensurePageOfCheckout((line) => io.say(line));
      await serveUntilStopped(await runDemo({ log: cliLog(io, logLevel), port, phaseMs: phase * 1000 }), io);
    });
  addLogOption(command, 'warn');
}
