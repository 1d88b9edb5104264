import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceTabs, parseRoute, routeHash, settingsSections, type Route } from '../../../../renderer/state/route.ts';

const anyRoute: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { view: 'map' },
    { view: 'devices' },
    { view: 'incidents' },
    { view: 'add-devices' },
    { view: 'gallery' },
  ),
  fc.record({
    view: fc.constant('device' as const),
    deviceId: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    tab: fc.constantFrom(...deviceTabs),
  }),
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
