import { describe, expect, test } from 'vitest';
import { deviceFilter, macIn, NO_MACS, type FoundMacs } from '../../../../renderer/devices/device-filter.ts';
import { countStates, deviceGroupings } from '../../../../renderer/devices/device-groups.tsx';
import { deviceRows } from '../../../../renderer/devices/device-rows.ts';
import { fieldIds } from '../../../../renderer/filter/filter-spec.ts';
import { matchingRows } from '../../../../renderer/filter/match-terms.ts';
import { parseTerms } from '../../../../renderer/filter/parse-terms.ts';
import { groupRows } from '../../../../renderer/ui/table/table-lines.ts';
import { aDevice } from '../map/network-parts.ts';

const devices = [
  aDevice(1, { name: 'core', kind: 'l3-switch', vendor: 'Cisco', model: 'C9500', site: 'Riverside', serial: 'FDO1' }),
  aDevice(2, { name: 'edge', kind: 'router', vendor: 'Juniper', os: 'Junos', osVersion: '22.4', state: 'down' }),
  aDevice(3, { name: 'hearsay', managed: false, state: 'unknown', site: 'Riverside' }),
];
const rows = deviceRows(devices, new Map());
const found = (filter: string, macs: FoundMacs = NO_MACS): string => {
  const spec = deviceFilter(macs);
  return matchingRows(parseTerms(filter, fieldIds(spec)), spec, rows)
    .map((row) => row.device.name)
    .join(' ');
};

describe('devices are found', () => {
  test.each([
    ['cisco', 'core'],
    ['fdo1', 'core'],
    ['22.4', 'edge'],
    ['l3 switch', 'core'],
    ['state:down', 'edge'],
    ['state:Down', 'edge'],
    ['kind:l3-switch', 'core'],
    ['site:Riverside', 'core hearsay'],
    ['site:none', 'edge'],
    ['polled:no', 'hearsay'],
    ['os:junos', 'edge'],
    ['cpu:unknown', 'core edge hearsay'],
  ])('by %s', (filter, names) => {
    expect(found(filter)).toBe(names);
  });

  test('by a MAC that the engine knows of their interfaces, as a word and as a term', () => {
    const macs: FoundMacs = new Map([[2, ['02:10:00:00:00:07', 'AA-BB']]]);
    expect(found('02:10:00', macs)).toBe('edge');
    expect(found('aa-bb', macs)).toBe('edge');
    expect(found('mac:02:10', macs)).toBe('edge');
    expect(found('-mac:02:10', macs)).toBe('core hearsay');
  });
});

test.each([
  ['cisco', null],
  ['state:down', null],
  ['10.0.0.1', null],
  ['aa:bb', 'aa:bb'],
  ['kind:router mac:aabbcc', 'aabbcc'],
  ['core aabb.ccdd', 'aabb.ccdd'],
  ['70-DB-98-00-11-22', '70-DB-98-00-11-22'],
])('the MAC in “%s” is %s', (filter, mac) => {
  expect(macIn(filter)).toBe(mac);
});

test('a row stays the same while nothing of it changes', () => {
  expect(deviceRows(devices, new Map())[0]).toBe(rows[0]);
});

test('groups stand worst first and count their states worst first', () => {
  const [bySite] = deviceGroupings;
  if (bySite === undefined) throw new Error('no grouping by site');
  expect(groupRows(rows, bySite).map(({ title }) => title)).toEqual(['Riverside', 'No site']);
  expect(countStates(rows)).toEqual([
    { state: 'down', count: 1 },
    { state: 'unknown', count: 1 },
    { state: 'up', count: 1 },
  ]);
});
