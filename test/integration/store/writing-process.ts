/**
 * A process of its own that writes a network file as fast as it can, to be killed: `node writing-process.ts FILE FIRST`.
 * It prints the number of each round once flush() has promised that it is safe, then goes on. A round is 40 minutes of
 * samples of 20 interfaces and one event, so that hours are being closed all the time.
 */
import { openStore } from '../../../electron/engine/store/open-store.ts';
import { INTERFACES, ROUND_MS, roundOf } from './writing-rounds.ts';
import { interfaceRow, deviceRow, keptLog, setClock, START_MS } from '../../helpers/store.ts';

const [file = '', first = '0'] = process.argv.slice(2);
const clock = setClock(START_MS + Number(first) * ROUND_MS);
const store = await openStore({ file, log: keptLog(), clock, version: '1.2.3' });
store.put('devices', [deviceRow(1)]);
store.put(
  'interfaces',
  INTERFACES.map((id) => interfaceRow(id, 1)),
);
process.stdout.write('open\n');
for (let round = Number(first); ; round += 1) {
  clock.set(START_MS + (round + 1) * ROUND_MS);
  const { samples, event } = roundOf(round);
  store.addInterfaceSamples(samples);
  store.put('events', [event]);
  await store.flush();
  process.stdout.write(`${round}\n`);
  // Not awaited: the kill is to hit roll-ups and commits alike.
  void store.finishRollUps();
}
