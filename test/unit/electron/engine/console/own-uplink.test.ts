import { expect, test } from 'vitest';
import { defaultRouteOf } from '../../../../../electron/engine/console/own-uplink.ts';
import { ownersOf } from '../../../../../electron/engine/console/uplink-watch.ts';
import { deviceRow } from '../../../../helpers/store.ts';

const HEAD = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';

test('the default route with the lowest metric, with its gateway in its usual form', () => {
  const table = [
    HEAD,
    'wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0',
    'eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\t0\t0\t0',
    'eth0\t0000000A\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0',
  ].join('\n');
  expect(defaultRouteOf(table)).toEqual({ device: 'eth0', gateway: '10.0.0.1' });
});

test('a tunnel has no gateway; a route that is not up and half of the internet are no default', () => {
  expect(defaultRouteOf(`${HEAD}\nwg0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n`)).toEqual({
    device: 'wg0',
    gateway: null,
  });
  expect(defaultRouteOf(`${HEAD}\neth0\t00000000\t0100000A\t0002\t0\t0\t0\t00000000\t0\t0\t0`)).toBeNull();
  expect(defaultRouteOf(`${HEAD}\ntun0\t00000000\t0100000A\t0003\t0\t0\t0\t00000080\t0\t0\t0`)).toBeNull();
  expect(defaultRouteOf('')).toBeNull();
});

test('the gateway is each polled device that has its address, whichever of its addresses that is', () => {
  const rows = [
    deviceRow(1, { address: '10.0.0.1' }),
    deviceRow(2, { address: '10.9.9.9' }),
    deviceRow(3, { address: '10.0.0.1', managed: false }),
  ];
  const devices = { all: () => rows.values(), get: (id: number) => rows.find((row) => row.id === id) };
  const addresses = {
    all: () => [{ id: 1, deviceId: 2, interfaceId: null, address: '10.0.0.1', prefixLength: 24 }].values(),
  };
  expect(ownersOf({ devices, addresses } as never, '10.0.0.1')).toEqual([1, 2]);
  expect(ownersOf({ devices, addresses } as never, '10.0.0.2')).toEqual([]);
});
