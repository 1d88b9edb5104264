/** Runs in the lab's console: `node this.ts ADDRESS`. Prints what the router says of its neighbours, as one JSON document. */
import { readNeighbours } from '../../electron/engine/snmp/read-neighbours.ts';
import { openSnmp } from '../../electron/engine/snmp/session.ts';
import { systemClock } from '../../electron/host/system-clock.ts';

const address = process.argv[2] ?? '';
const credential = { kind: 'snmp-community', version: '2c', community: 'public' } as const;
const session = openSnmp({ address, host: address, port: 161, credential }, { clock: systemClock });
const outcome = await readNeighbours(session, { signal: new AbortController().signal });
session.close();
if (outcome.kind === 'failed') throw new Error(outcome.problem.message);
process.stdout.write(JSON.stringify(outcome.value));
