/** `trunkline`: runs the command line of this process. Started by bin/trunkline.js, which sees to the right Node. */
import { processIo } from './io.ts';
import { runCommandLine } from './run.ts';

const io = processIo();
const exitCode = await runCommandLine(process.argv.slice(2), io);
await io.flush();
process.exit(exitCode);
