import { describe, expect, test } from 'vitest';
import { eventWords } from '../../../../renderer/devices/event-words.ts';
import { eventAt } from '../../../../renderer/devices/log-moment.ts';
import { endOf } from '../../../../renderer/devices/maintenance-ends.ts';

test('events are told in words, also those of a newer engine', () => {
  expect(eventWords('device.restarted')).toBe('Restarted');
  expect(eventWords('vlan.moved-up')).toBe('Vlan moved up');
});

test('the moment shown belongs to the last event before it', () => {
  const event = (id: number, atMs: number) => ({
    id,
    atMs,
    kind: 'x',
    deviceId: 1,
    interfaceId: null,
    incidentId: null,
    text: '',
  });
  const events = [event(1, 100), event(3, 300), event(2, 200)];
  expect(eventAt(events, 250)).toBe(2);
  expect(eventAt(events, 50)).toBeNull();
  expect(eventAt(events, null)).toBeNull();
});

describe('maintenance ends', () => {
  const evening = new Date(2026, 5, 1, 22, 30).getTime();

  test('after hours, in the morning, at a moment, or when somebody ends it', () => {
    expect(endOf('open', '', evening)).toBeNull();
    expect(endOf('4h', '', evening)).toBe(evening + 4 * 3_600_000);
    expect(endOf('morning', '', evening)).toBe(new Date(2026, 5, 2, 8).getTime());
    expect(endOf('morning', '', new Date(2026, 5, 2, 7).getTime())).toBe(new Date(2026, 5, 2, 8).getTime());
    expect(endOf('moment', '2026-06-01T23:15', evening)).toBe(new Date(2026, 5, 1, 23, 15).getTime());
  });

  test('never before it begins, nor at what is no moment', () => {
    expect(endOf('moment', '2026-06-01T22:00', evening)).toBeUndefined();
    expect(endOf('moment', '', evening)).toBeUndefined();
  });
});
