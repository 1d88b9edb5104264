/** `trunkline`: runs the command line of this process. Started by bin/trunkline.js, which sees to the right Node. */
import { installLastResort } from '../host/last-resort.ts';
import { lineLog } from '../host/line-log.ts';
import { processIo } from './io.ts';
import { runCommandLine } from './run.ts';

const io = processIo();
const log = lineLog({ write: (line) => io.say(line), level: 'error', now: Date.now });
installLastResort(process, { log, end: () => io.requestStop() });
const exitCode = await runCommandLine(process.argv.slice(2), io);
await io.flush();
process.exit(exitCode === 0 ? process.exitCode : exitCode);
