import { expect, it, vi } from 'vitest';
import { IncidentKeeper } from '../../../../../electron/engine/incidents/incident-keeper.ts';
import { Network } from '../../../../../electron/engine/network/network.ts';
import { SettingsBook } from '../../../../../electron/engine/network/settings-book.ts';
import { fakeClock, type FakeClock } from '../../../../helpers/fake-clock.ts';
import { deviceRow, temporaryStore, type TemporaryStore } from '../../../../helpers/store.ts';

const NAMES = new Map([1, 2, 3].map((id) => [id, `r${id}`]));

interface Watched {
  readonly clock: FakeClock;
  readonly network: Network;
  readonly keeper: IncidentKeeper;
  /** How often the whole network was looked at since the last question. */
  readonly looks: () => number;
  readonly round: (answers: (deviceId: number) => boolean) => void;
  /** Devices that were asked for an echo out of turn. */
  readonly echoed: readonly number[];
  readonly poll: (deviceId: number, word?: 'answers' | 'silent') => void;
}

function watched({ store, log }: TemporaryStore): Watched {
  const clock = fakeClock();
  const network = new Network(store);
  network.putDevices([...NAMES].map(([id, sysName]) => deviceRow(id, { sysName })));
  const settings = new SettingsBook(network);
  const echoed: number[] = [];
  const echo = (deviceIds: readonly number[]): void => void echoed.push(...deviceIds);
  const keeper = new IncidentKeeper({ network, settings, clock, log }, { probe: () => undefined, echo });
  const look = vi.spyOn(network.links, 'all');
  keeper.start();
  return {
    clock,
    network,
    keeper,
    echoed,
    looks: () => {
      const { length } = look.mock.calls;
      look.mockClear();
      return length;
    },
    round: (answers) =>
      keeper.takeRound({ atMs: clock.now(), answered: new Map([...NAMES.keys()].map((id) => [id, answers(id)])) }),
    poll: (deviceId, word = 'answers') => {
      keeper.snmp(deviceId, word, clock.now());
      keeper.polled(deviceId);
    },
  };
}

async function quiet(temporary: TemporaryStore): Promise<Watched> {
  const scene = watched(temporary);
  for (const id of NAMES.keys()) scene.poll(id);
  scene.round(() => true);
  await scene.clock.advance(1000);
  scene.looks();
  return scene;
}

it('does not look again for answers after answers', async () => {
  await using temporary = await temporaryStore();
  const { clock, poll, looks, keeper } = await quiet(temporary);
  for (let second = 0; second < 5; second += 1) {
    for (const id of NAMES.keys()) poll(id);
    await clock.advance(1000);
  }
  expect(looks()).toBe(0);
  await clock.advance(10_000);
  expect(looks()).toBe(1);
  keeper.close();
});

it('looks within 100 ms at an agent that falls silent', async () => {
  await using temporary = await temporaryStore();
  const { clock, poll, looks, keeper } = await quiet(temporary);
  poll(2, 'silent');
  poll(3, 'silent');
  await clock.advance(100);
  expect(looks()).toBe(1);
  keeper.close();
});

it('looks every second while a device is only suspect, and tells that it is down', async () => {
  await using temporary = await temporaryStore();
  const { clock, network, round, looks, keeper } = await quiet(temporary);
  await clock.advance(10_000);
  round((id) => id !== 2);
  expect(network.deviceItems.get(2)?.state).toBe('suspect');
  looks();
  await clock.advance(5000);
  expect(looks()).toBe(5);
  await clock.advance(5000);
  round((id) => id !== 2);
  expect(network.deviceItems.get(2)?.state).toBe('down');
  expect(network.incidentItems.all()).toMatchObject([{ kind: 'device-down', deviceId: 2, closedAtMs: null }]);
  keeper.close();
});

it('keeps the time of the last answer now and then, and exactly once the device is silent', async () => {
  await using temporary = await temporaryStore();
  const { clock, network, round, keeper } = await quiet(temporary);
  const first = network.devices.get(2)?.lastAnswerAtMs;
  await clock.advance(9000);
  round(() => true);
  const last = clock.now();
  expect(network.devices.get(2)?.lastAnswerAtMs).toBe(first);
  await clock.advance(10_000);
  round((id) => id !== 2);
  expect(network.devices.get(2)?.lastAnswerAtMs).toBe(last);
  expect(network.devices.get(1)?.lastAnswerAtMs).toBe(first);
  await clock.advance(80_000);
  round((id) => id !== 2);
  expect(network.devices.get(1)?.lastAnswerAtMs).toBe(clock.now());
  keeper.close();
});

it('asks both ends of a broken link at once, and tells of it when they have answered', async () => {
  await using temporary = await temporaryStore();
  const { clock, network, round, echoed, keeper } = await quiet(temporary);
  const atMs = clock.now();
  const [a, b] = [
    { aDeviceId: 1, aInterfaceId: null, aPort: 'eth1' },
    { bDeviceId: 2, bInterfaceId: null, bPort: 'eth2' },
  ];
  const seen = { firstSeenAtMs: atMs, lastSeenAtMs: atMs, goneAtMs: null, ageing: false };
  const told = { confidence: 'confirmed', protocols: '["lldp"]', rule: '2', speedBps: null } as const;
  network.putLinks([{ id: 1, ...a, ...b, ...seen, ...told }]);
  network.setState('link', 1, 'down', 'eth1 is down', atMs);
  await clock.advance(100);
  expect(echoed).toEqual([1, 2]);
  expect(network.incidentItems.all()).toEqual([]);
  round(() => true);
  expect(network.incidentItems.all()).toMatchObject([{ kind: 'link-down', closedAtMs: null }]);
  await clock.advance(30_000);
  expect(echoed).toEqual([1, 2]);
  keeper.close();
});

it('tells of a broken link 100 ms after the answer that it waited for, not at the next second', async () => {
  await using temporary = await temporaryStore();
  const { clock, network, poll, looks, keeper } = await quiet(temporary);
  const ends = { aDeviceId: 1, aInterfaceId: null, aPort: 'eth1', bDeviceId: 2, bInterfaceId: null, bPort: 'eth2' };
  const told = { confidence: 'confirmed' as const, ageing: false, protocols: '[]', rule: '', speedBps: null };
  network.putLinks([{ id: 1, ...ends, ...told, firstSeenAtMs: 0, lastSeenAtMs: 0, goneAtMs: null }]);
  network.setState('link', 1, 'down', 'r1 eth1 says down', clock.now());
  await clock.advance(1050);
  expect(network.incidentItems.all()).toEqual([]);
  looks();
  poll(1);
  poll(2);
  await clock.advance(100);
  expect(looks()).toBe(1);
  expect(network.incidentItems.all()).toMatchObject([{ kind: 'link-down', linkId: 1, closedAtMs: null }]);
  keeper.close();
});
