import { expect, it } from 'vitest';
import { gatherEchoes } from '../../../../../electron/engine/discovery/gather-echoes.ts';
import type { EchoResult, Pinger } from '../../../../../electron/host/host.ts';
import { fakeClock } from '../../../../helpers/fake-clock.ts';

const echo = (address: string): EchoResult => ({
  address,
  sent: 1,
  received: address.endsWith('.9') ? 0 : 1,
  rttMinMs: null,
  rttAvgMs: null,
  rttMaxMs: null,
  jitterMs: null,
  note: null,
});

function countingPinger(): { pinger: Pinger; runs: string[][] } {
  const runs: string[][] = [];
  const pinger: Pinger = {
    description: 'counting',
    ping: (addresses) => {
      runs.push([...addresses]);
      return Promise.resolve(addresses.map(echo));
    },
  };
  return { pinger, runs };
}

const options = (signal = new AbortController().signal) => ({ count: 1, withinMs: 1000, signal });

it('asks in one run what is asked for within a moment, and gives each its own answer', async () => {
  const clock = fakeClock();
  const { pinger, runs } = countingPinger();
  const gathered = gatherEchoes(pinger, clock);
  const same = options();
  const answers = [
    gathered.ping(['10.0.0.1'], same),
    gathered.ping(['10.0.0.9'], same),
    gathered.ping(['10.0.0.1', '10.0.0.2'], same),
  ];
  await clock.advance(50);
  const [one, two, three] = await Promise.all(answers);
  expect(runs).toEqual([['10.0.0.1', '10.0.0.9', '10.0.0.2']]);
  expect(one).toEqual([echo('10.0.0.1')]);
  expect(two).toEqual([echo('10.0.0.9')]);
  expect(three?.map(({ address }) => address)).toEqual(['10.0.0.1', '10.0.0.2']);
});

it('asks what comes later in another run', async () => {
  const clock = fakeClock();
  const { pinger, runs } = countingPinger();
  const gathered = gatherEchoes(pinger, clock);
  const same = options();
  const first = gathered.ping(['10.0.0.1'], same);
  await clock.advance(50);
  const second = gathered.ping(['10.0.0.2'], same);
  await clock.advance(50);
  await Promise.all([first, second]);
  expect(runs).toEqual([['10.0.0.1'], ['10.0.0.2']]);
});

it('mixes nothing that is asked in another way or by somebody else', async () => {
  const clock = fakeClock();
  const { pinger, runs } = countingPinger();
  const gathered = gatherEchoes(pinger, clock);
  const same = options();
  const answers = [
    gathered.ping(['10.0.0.1'], same),
    gathered.ping(['10.0.0.2'], { ...same, count: 3 }),
    gathered.ping(['10.0.0.3'], options()),
  ];
  await clock.advance(50);
  await Promise.all(answers);
  expect(runs).toEqual([['10.0.0.1'], ['10.0.0.2'], ['10.0.0.3']]);
});
