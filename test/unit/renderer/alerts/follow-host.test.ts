// @vitest-environment jsdom
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { followHost } from '../../../../renderer/alerts/follow-host.ts';
import { areSoundsPaused } from '../../../../renderer/alerts/alert-choices.ts';
import { useHostAbilities } from '../../../../renderer/state/host-abilities.ts';
import { useOverlay } from '../../../../renderer/state/overlay.ts';
import type { PageBridge } from '../../../../shared/page/bridge.ts';
import { until } from '../../../helpers/until.ts';

const ran: [string, readonly unknown[]][] = [];
const dropped: object[] = [];
let say: (event: unknown) => void = () => undefined;

const bridge: PageBridge = {
  requestEnginePort: () => undefined,
  shell: (verb, args) => {
    ran.push([verb, args]);
    const abilities = { notifications: 'granted', tray: true, loginItem: true, networkFiles: true, logs: true };
    return Promise.resolve(verb === 'shell.abilities' ? abilities : {});
  },
  hear: (listener) => {
    say = listener;
  },
  openDropped: (file) => {
    dropped.push(file);
    return Promise.resolve({ opened: true });
  },
};

beforeAll(() => {
  Reflect.set(window, 'trunkline', bridge);
  followHost();
});
beforeEach(() => {
  location.hash = '#/map';
});

test('the page tells its host which views it has, and learns what the host can do', async () => {
  expect(ran.find(([verb]) => verb === 'shell.describe-views')?.[1]).toEqual([
    expect.arrayContaining([
      { label: 'Map', hash: '#/map' },
      { label: 'Settings', hash: '#/settings/network' },
    ]),
  ]);
  await until(() => useHostAbilities.getState().networkFiles);
});

test('it goes where the menu and a link lead, and shows what is asked for', () => {
  say({ kind: 'link', link: { kind: 'page', hash: '#/devices' } });
  expect(location.hash).toBe('#/devices');
  say({ kind: 'link', link: { kind: 'incidents' } });
  expect(location.hash).toBe('#/incidents');
  say({ kind: 'show', what: 'states' });
  expect(location.hash).toBe('#/help/states');
  say({ kind: 'show', what: 'keys' });
  expect(useOverlay.getState().overlay).toBe('keys');
});

test('sounds are paused and come back as the tray says', () => {
  say({ kind: 'sounds', paused: true });
  expect(areSoundsPaused(Date.now())).toBe(true);
  say({ kind: 'sounds', paused: false });
  expect(areSoundsPaused(Date.now())).toBe(false);
});

test('what has not the form of the contract does nothing', () => {
  for (const hostile of [
    null,
    'link',
    { kind: 'link', link: { kind: 'page', hash: 'javascript:alert(1)' } },
    { kind: 'link', link: { kind: 'page', hash: 'https://example.org/' } },
    { kind: 'link', link: { kind: 'file', path: '/etc/passwd' } },
    { kind: 'show', what: 'anything' },
  ]) {
    say(hostile);
    expect(location.hash).toBe('#/map');
  }
});

test('a file that is dropped anywhere is opened by the host, and text is left to the field it falls into', () => {
  const drop = (types: string[], files: File[]): boolean => {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types, files } });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  };
  const file = new File(['x'], 'site.trunkline');
  expect(drop(['Files'], [file])).toBe(true);
  expect(dropped).toEqual([file]);
  expect(drop(['text/plain'], [])).toBe(false);
});
