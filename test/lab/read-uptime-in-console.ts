/** Runs in the lab's console: `node this.ts ADDRESS`. Prints how long the router says that it has been up, as a whole reading has it. */
import { readDevice } from '../../electron/engine/snmp/read-device.ts';
import { openSnmp } from '../../electron/engine/snmp/session.ts';
import { systemClock } from '../../electron/host/system-clock.ts';

const address = process.argv[2] ?? '';
const credential = { kind: 'snmp-community', version: '2c', community: 'public' } as const;
const session = openSnmp({ address, host: address, port: 161, credential }, { clock: systemClock });
const outcome = await readDevice(session, { signal: new AbortController().signal, clock: systemClock });
session.close();
if (outcome.kind === 'failed') throw new Error(outcome.problem.message);
process.stdout.write(String(outcome.value.uptimeMs));
