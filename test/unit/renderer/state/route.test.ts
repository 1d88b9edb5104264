import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deviceTabs,
  helpPages,
  parseRoute,
  routeHash,
  settingsSections,
  type Route,
} from '../../../../renderer/state/route.ts';

const anyRoute: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { view: 'overview' },
    { view: 'map' },
    { view: 'devices' },
    { view: 'incidents' },
    { view: 'logs' },
    { view: 'handover' },
    { view: 'configs', compare: null },
    { view: 'configs', compare: [3, 12] },
    { view: 'device', deviceId: 7, tab: 'config', line: 120 },
    { view: 'add-devices' },
    { view: 'gallery' },
  ),
  fc.record({
    view: fc.constant('device' as const),
    deviceId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    tab: fc.constantFrom(...deviceTabs),
  }),
  fc.record({
    view: fc.constantFrom('devices' as const, 'incidents' as const, 'logs' as const),
    filter: fc.string({ unit: 'grapheme' }).filter((text) => text !== '' && text === text.trim()),
  }),
  fc.record({
    view: fc.constant('handover' as const),
    since: fc.string({ unit: 'grapheme' }).filter((text) => text !== '' && text === text.trim()),
  }),
  fc.record({ view: fc.constant('help' as const), page: fc.constantFrom(...helpPages) }),
  fc.record({ view: fc.constant('settings' as const), section: fc.constantFrom(...settingsSections) }),
);

test('every route comes back from its fragment', () => {
  fc.assert(
    fc.property(anyRoute, (route) => {
      expect(parseRoute(routeHash(route))).toEqual(route);
    }),
  );
});

test('any fragment leads somewhere', () => {
  fc.assert(fc.property(fc.string(), (fragment) => routeHash(parseRoute(fragment)).startsWith('#/')));
});

test('a device id that is no row id leads to the list', () => {
  for (const id of ['0', '-1', '1e3', 'ng-core-1', '99999999999999999999']) {
    expect(parseRoute(`#/devices/${id}`)).toEqual({ view: 'devices' });
  }
});

test('the filter of a list stands in the address as a person would write it', () => {
  const route: Route = { view: 'devices', filter: 'state:down site:north' };
  expect(routeHash(route)).toBe('#/devices?filter=state:down+site:north');
  expect(parseRoute('#/devices?filter=state:down%20site:north')).toEqual(route);
  expect(parseRoute('#/incidents?filter=')).toEqual({ view: 'incidents' });
  expect(parseRoute('#/incidents?other=1')).toEqual({ view: 'incidents' });
});
