import { expect, test } from 'vitest';
import { watchText } from '../../../../electron/cli/watch-text.ts';

const at = '2026-11-21T02:00:00.000Z';

test('each kind of line says what, where and why, on one line', () => {
  const lines = [
    watchText({ at, kind: 'state', device: 'r1', interface: 'eth0', from: 'up', to: 'down', because: 'ifOperStatus' }),
    watchText({ at, kind: 'state', device: 'r1', aspect: 'snmp', from: null, to: 'silent' }),
    watchText({ at, kind: 'state', device: 'r1', sensor: 'Fan 2', from: 'ok', to: 'failed', because: 'says so' }),
    watchText({
      at,
      kind: 'incident',
      id: 4,
      phase: 'open',
      title: 'r1 is down',
      severity: 'critical',
      root: { device: 'r1' },
      affected: ['r2', 'r3'],
      why: 'no answer',
    }),
    watchText({
      at,
      kind: 'link',
      from: 'up',
      to: 'down',
      a: { device: 'r1', interface: 'eth0' },
      b: { device: 'r2', interface: null },
    }),
    watchText({ at, kind: 'event', event: 'device.restarted', device: 'r\n1\x1b[2J', text: 'sysUpTime began anew' }),
  ];
  expect(lines).toEqual([
    `${at} state    r1 eth0: up -> down (ifOperStatus)`,
    `${at} state    r1 snmp: unknown -> silent`,
    `${at} state    r1 Fan 2: ok -> failed (says so)`,
    `${at} incident #4 open critical "r1 is down" root r1, behind it: r2, r3: no answer`,
    `${at} link     r1 eth0 -- r2: up -> down`,
    `${at} event    r?1?[2J: device.restarted sysUpTime began anew`,
  ]);
});
