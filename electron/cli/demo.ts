/** `trunkline demo`: the page on a built-in simulated network that lives, in a file that is thrown away. */
import type { Command } from 'commander';
import { runDemo } from '../headless/run-demo.ts';
import type { LogLevel } from '../host/line-log.ts';
import { addLogOption, cliLog } from './engine-options.ts';
import type { CliIo } from './io.ts';
import { portNumber } from './option-values.ts';
import { serveUntilStopped } from './serve.ts';

interface DemoOptions {
  readonly port?: number | undefined;
  readonly logLevel: LogLevel;
}

export function registerDemo(program: Command, io: CliIo): void {
  const command = program
    .command('demo')
    .description('show a simulated network: traffic, a flapping link, an outage; nothing leaves this machine')
    .option('--port <n>', 'TCP port on 127.0.0.1 (default 8420, or any free one)', portNumber)
    .action(async (options: DemoOptions) => {
      await serveUntilStopped(await runDemo({ log: cliLog(io, options.logLevel), port: options.port }), io);
    });
  addLogOption(command, 'warn');
}
