import { expect, test } from 'vitest';
import { inspectorShows } from '../../../../renderer/shell/inspector-rules.ts';

const page = { view: 'device', deviceId: 4, tab: 'overview' } as const;

test('a device page shows itself and its ports without the inspector', () => {
  expect(inspectorShows(page, { kind: 'device', deviceId: 4 })).toBe(false);
  expect(inspectorShows(page, { kind: 'interface', deviceId: 4, interfaceId: 9 })).toBe(false);
  expect(inspectorShows(page, { kind: 'rate', deviceId: 4, interfaceId: 9 })).toBe(true);
  expect(inspectorShows(page, { kind: 'link', linkId: 1 })).toBe(true);
});

test('elsewhere it shows whatever is selected', () => {
  expect(inspectorShows({ view: 'map' }, { kind: 'device', deviceId: 4 })).toBe(true);
  expect(inspectorShows({ view: 'map' }, null)).toBe(false);
});
