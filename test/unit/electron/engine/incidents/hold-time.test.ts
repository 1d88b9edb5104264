import { describe, expect, test } from 'vitest';
import { rehearse } from './rehearsal.ts';

describe('a device whose only way flaps', () => {
  test('makes no incident of its own with each turn', () => {
    const net = rehearse(['r1', 'r2', 'r3'], ['r1-r2', 'r2-r3'], ['r1']);
    net.rounds(2);
    net.link('r2-r3', { flapping: true });
    for (let turn = 0; turn < 6; turn += 1) {
      net.rounds(3, ['r3']);
      expect(net.state('r3')).toBe('down');
      net.rounds(2);
    }
    expect(net.story).toEqual(['open r2 to r3 is flapping']);
  });

  test('is down for itself when it stays silent, since it fell silent', () => {
    const net = rehearse(['r1', 'r2', 'r3'], ['r1-r2', 'r2-r3'], ['r1']);
    net.rounds(2);
    net.link('r2-r3', { flapping: true });
    net.step();
    const sinceMs = net.nowMs;
    net.rounds(9, ['r3']);
    expect(net.story).toEqual(['open r2 to r3 is flapping', 'open r3 is down']);
    expect(net.changes.at(-1)?.incident.openedAtMs).toBeLessThanOrEqual(sinceMs + 20_000);
  });

  test('with another way that stands, a silence counts at once', () => {
    const net = rehearse(['r1', 'r2', 'r3'], ['r1-r2', 'r2-r3', 'r1-r3'], ['r1']);
    net.rounds(2);
    net.link('r2-r3', { flapping: true });
    net.rounds(4, ['r3']);
    expect(net.story).toContain('open r3 is down');
  });
});
