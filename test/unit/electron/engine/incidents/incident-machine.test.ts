import { describe, expect, test } from 'vitest';
import type { PartFact } from '../../../../../electron/engine/incidents/incident-facts.ts';
import { restoreIncidents } from '../../../../../electron/engine/incidents/incident-machine.ts';
import { INTERVAL_MS, rehearse } from './rehearsal.ts';

const RING = ['r1-r2', 'r2-r3', 'r3-r4', 'r4-r1', 'r4-r5', 'r5-r6'];
const ALL = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
/** Sixteen devices, so that three that fail are no sign of a blind console. */
const MANY = [...ALL, ...Array.from({ length: 10 }, (_, i) => `r${i + 10}`)];

describe('a device that fails', () => {
  test('takes two missed rounds, opens one incident with what is behind it, and closes it when all is well', () => {
    const net = rehearse(MANY, RING, ['r1']);
    net.rounds(2);
    net.rounds(1, ['r4', 'r5', 'r6']);
    expect(net.story).toEqual([]);
    expect(['r4', 'r5', 'r6'].map(net.state)).toEqual(['suspect', 'suspect', 'suspect']);
    net.rounds(1, ['r4', 'r5', 'r6']);
    expect(['r4', 'r5', 'r6', 'r1'].map(net.state)).toEqual(['down', 'unreachable', 'unreachable', 'up']);
    expect(net.story).toEqual(['open r4 is down [5,6]']);
    net.rounds(5, ['r4', 'r5', 'r6']);
    expect(net.story).toHaveLength(1);
    net.rounds(1);
    expect(net.story).toEqual(['open r4 is down [5,6]', 'close r4 is down [5,6]']);
    expect(ALL.map(net.state)).toEqual(ALL.map(() => 'up'));
  });

  test('is dated back to its first miss and forward to its first answer, and says why', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    const firstMissMs = net.nowMs + INTERVAL_MS;
    net.rounds(3, ['r4', 'r5', 'r6']);
    net.rounds(1);
    const [opened, closed] = net.changes;
    expect(opened?.incident).toMatchObject({
      openedAtMs: firstMissMs,
      severity: 'critical',
      kind: 'device-down',
      deviceId: 4,
    });
    expect(closed?.incident.closedAtMs).toBe(firstMissMs + 3 * INTERVAL_MS);
    const texts = opened?.reasons.map((reason) => reason.text) ?? [];
    expect(texts).toContain('r3, r1 answer, r4 does not');
    expect(texts).toContain('All 2 devices behind it went silent with it');
    expect(texts).toContain('It is a single point of failure: 2 devices have no other way');
  });

  test('in a ring is no single point of failure and cuts nobody off', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.rounds(2, ['r2']);
    expect(net.story).toEqual(['open r2 is down']);
    expect(net.changes[0]?.incident.severity).toBe('major');
    expect(net.changes[0]?.reasons.some((reason) => reason.text.includes('single point'))).toBe(false);
  });

  test('one lost round is no incident', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.rounds(1, ['r4']);
    net.rounds(1);
    expect(net.story).toEqual([]);
  });

  test("dependents whose miss is seen before their root's are never called down", () => {
    const net = rehearse(MANY, RING, ['r1']);
    const others = MANY.filter((name) => !['r4', 'r5', 'r6'].includes(name));
    net.rounds(1);
    const dead = ['r4', 'r5', 'r6'];
    const seen = new Set<string | undefined>();
    // r6 and r5 are asked early in each interval, r4 and the rest late.
    for (let round = 0; round < 3; round += 1) {
      net.ask(['r6'], dead, 1_000);
      seen.add(net.state('r6'));
      net.ask(['r5'], dead, 1_000);
      seen.add(net.state('r5'));
      net.ask([...others, 'r4'], dead, 8_000);
    }
    expect(seen.has('down')).toBe(false);
    expect(net.story[0]).toMatch(/^open r4 is down/);
    expect(net.open()).toEqual(['r4 is down']);
  });

  test('a dependent that stays silent when its root is back gets its own incident two intervals later', () => {
    const net = rehearse(MANY, RING, ['r1']);
    net.rounds(2);
    net.rounds(2, ['r4', 'r5', 'r6']);
    net.rounds(1, ['r5', 'r6']);
    expect(net.state('r5')).toBe('unreachable');
    expect(net.open()).toEqual(['r4 is down']);
    net.rounds(2, ['r5', 'r6']);
    expect(net.open()).toEqual(['r5 is down']);
    expect(net.state('r6')).toBe('unreachable');
    expect(net.story.at(-1)).toBe('open r5 is down [6]');
  });

  test('two that fail apart have an incident each', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.rounds(2, ['r2']);
    net.rounds(2, ['r2', 'r4', 'r5', 'r6']);
    expect(net.open()).toEqual(['r2 is down', 'r4 is down']);
    // r3 stands between two dead devices of the ring and answers by another way: it is up.
    expect(net.state('r3')).toBe('up');
  });

  test('affected devices join and leave the incident', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.rounds(2, ['r4']);
    net.rounds(2, ['r4', 'r6', 'r5']);
    net.rounds(1, ['r4', 'r5']);
    expect(net.story).toEqual(['open r4 is down', 'update r4 is down [5,6]', 'update r4 is down [5]']);
  });

  test('in maintenance opens nothing, nor do those behind it', () => {
    const net = rehearse(MANY, RING);
    net.device('r4', { maintenance: true });
    net.rounds(2);
    net.rounds(5, ['r4', 'r5', 'r6']);
    expect(net.story).toEqual([]);
    expect(['r4', 'r5'].map(net.state)).toEqual(['maintenance', 'unreachable']);
  });

  test('behind an unmanaged switch is found through it', () => {
    const net = rehearse([...MANY, 'g99', 'r50'], [...RING, 'r6-g99', 'g99-r50']);
    net.device('g99', { managed: false });
    net.rounds(2);
    net.rounds(2, ['r6', 'r50']);
    expect(net.story).toEqual(['open r6 is down [50]']);
  });

  test('hold times keep short faults and short recoveries quiet', () => {
    const net = rehearse(MANY, RING);
    net.set({ holdDownMs: 60_000, holdUpMs: 30_000 });
    net.rounds(2);
    net.rounds(4, ['r2']);
    net.rounds(1);
    expect(net.story).toEqual([]);
    net.rounds(8, ['r2']);
    expect(net.story).toEqual(['open r2 is down']);
    net.rounds(2);
    net.rounds(3, ['r2']);
    expect(net.story).toHaveLength(1);
    net.rounds(4);
    expect(net.story).toEqual(['open r2 is down', 'close r2 is down']);
  });
});

describe('the agent', () => {
  test('that is silent while ping answers degrades the device, and closes when it answers', () => {
    const net = rehearse(MANY, RING);
    net.rounds(1);
    net.snmp('r2', 'answers');
    net.snmp('r2', 'silent');
    net.rounds(1);
    expect(net.story).toEqual([]);
    net.snmp('r2', 'silent');
    net.rounds(1);
    expect(net.state('r2')).toBe('degraded');
    expect(net.story).toEqual(['open r2 does not answer SNMP']);
    net.snmp('r2', 'answers');
    net.rounds(1);
    expect(net.story).toEqual(['open r2 does not answer SNMP', 'close r2 does not answer SNMP']);
  });

  test('that answers while ping is filtered keeps the device up', () => {
    const net = rehearse(MANY, RING);
    net.rounds(1);
    net.snmp('r2', 'answers');
    net.rounds(1, ['r2']);
    net.snmp('r2', 'answers');
    net.rounds(3, ['r2']);
    expect(net.state('r2')).toBe('up');
    expect(net.story).toEqual([]);
  });

  test('that refuses the credential says so', () => {
    const net = rehearse(MANY, RING);
    net.snmp('r2', 'refused');
    net.rounds(1);
    expect(net.story).toEqual(['open r2 refuses the SNMP credential']);
  });
});

describe('a link that fails', () => {
  test('between two devices that answer has its own incident', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.link('r2-r3', { state: 'down', because: 'r3 eth1 says down' });
    net.step();
    expect(net.story).toEqual([]);
    net.rounds(1);
    expect(net.story).toEqual(['open r2 to r3 is down']);
    expect(net.changes[0]?.reasons[0]?.text).toBe('Both devices answer, but r3 eth1 says down');
    net.link('r2-r3', { state: 'up' });
    net.rounds(1);
    expect(net.story).toEqual(['open r2 to r3 is down', 'close r2 to r3 is down']);
  });

  test("because its device died is evidence of the device's incident, even when the trap came first", () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.link('r4-r5', { state: 'down', because: 'r4 eth3 says down' });
    net.step();
    net.rounds(2, ['r5', 'r6']);
    expect(net.story).toEqual(['open r5 is down [6]']);
    expect(net.changes[0]?.reasons.map((reason) => reason.text)).toContain('Link r4 to r5 went down at the far end');
  });

  test('that broke with its device waits for its ports to come up again after the device is back', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.link('r4-r5', { state: 'down', because: 'r4 eth3 says down', sinceMs: net.nowMs + 1 });
    net.rounds(3, ['r5', 'r6']);
    net.rounds(3);
    expect(net.story).toEqual(['open r5 is down [6]', 'close r5 is down [6]']);
    net.rounds(4);
    expect(net.open()).toEqual(['r4 to r5 is down']);
  });

  test('long ago is no way to a device: what it cut off later has the right root', () => {
    const net = rehearse(MANY, RING);
    net.rounds(1);
    net.link('r4-r1', { state: 'down', because: 'r1 says down' });
    net.rounds(12);
    expect(net.open()).toEqual(['r4 to r1 is down']);
    net.rounds(2, ['r3', 'r4', 'r5', 'r6']);
    expect(net.state('r4')).toBe('unreachable');
    expect(net.open()).toContain('r3 is down');
    expect(net.open()).not.toContain('r4 is down');
  });

  test('while it flaps only the flapping is told, and the final state afterwards', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.link('r2-r3', { flapping: true, state: 'down' });
    net.rounds(1);
    net.link('r2-r3', { state: 'up' });
    net.rounds(1);
    net.link('r2-r3', { state: 'down' });
    net.rounds(1);
    expect(net.story).toEqual(['open r2 to r3 is flapping']);
    net.link('r2-r3', { flapping: false, state: 'down' });
    net.rounds(1);
    expect(net.story.slice(1)).toEqual(['close r2 to r3 is flapping', 'open r2 to r3 is down']);
  });
});

describe('other incidents', () => {
  test('a restart opens and closes itself after five minutes', () => {
    const net = rehearse(MANY, RING);
    net.rounds(1);
    net.device('r2', { restarted: { notedAtMs: net.nowMs, text: 'sysUpTime fell' } });
    net.rounds(1);
    expect(net.story).toEqual(['open r2 restarted']);
    expect(net.changes[0]?.incident.severity).toBe('info');
    net.rounds(31);
    expect(net.story).toEqual(['open r2 restarted', 'close r2 restarted']);
  });

  test('a changed host key stays open until it is trusted', () => {
    const net = rehearse(MANY, RING);
    net.device('r2', { hostKeyChanged: { sinceMs: 5, text: 'SHA256:new' } });
    net.rounds(50);
    expect(net.story).toEqual(['open r2 offers another SSH host key']);
    net.device('r2', { hostKeyChanged: null });
    net.rounds(1);
    expect(net.open()).toEqual([]);
  });
});

describe('a console that is cut off', () => {
  test('opens one incident, calls nobody down, and freezes the rest', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.rounds(2, ['r2']);
    net.rounds(5, MANY);
    expect(net.story).toEqual(['open r2 is down', 'open This console is cut off']);
    expect(net.state('r5')).toBe('blind');
    net.rounds(1, ['r2']);
    expect(net.story.slice(2)).toEqual(['close This console is cut off']);
    expect(net.open()).toEqual(['r2 is down']);
  });

  test('its own link that is down is enough, with the first round that nobody answers', () => {
    const net = rehearse(MANY, RING);
    net.rounds(1);
    net.set({ localLinkDown: true });
    net.rounds(1, MANY);
    expect(net.open()).toEqual(['This console is cut off']);
    net.set({ localLinkDown: false });
    net.rounds(1);
    expect(net.open()).toEqual([]);
  });

  test('its own link that is down says nothing of devices that answer by another one', () => {
    const net = rehearse(MANY, RING);
    net.rounds(1);
    net.set({ localLinkDown: true });
    net.rounds(1);
    expect(net.open()).toEqual([]);
    expect(net.state('r1')).toBe('up');
  });
});

test('an engine that restarts takes its incidents up and closes none before it knows', () => {
  const net = rehearse(MANY, RING);
  net.rounds(2);
  net.rounds(2, ['r4', 'r5', 'r6']);
  const [opened] = net.changes;
  if (opened === undefined) throw new Error('nothing opened');
  const { told: _told, key: _key, ...row } = opened.incident;
  const noCause = { cause: null, causeText: null, causeBy: null, causeAtMs: null };
  const stored = {
    ...row,
    affected: JSON.stringify(row.affected),
    acknowledgedAtMs: null,
    acknowledgedBy: null,
    ...noCause,
  };
  net.restart(restoreIncidents([stored]));
  net.step();
  expect(net.open()).toEqual(['r4 is down']);
  net.rounds(2, ['r4', 'r5', 'r6']);
  expect(net.open()).toEqual(['r4 is down']);
  expect(net.changes.filter((change) => change.phase === 'open')).toHaveLength(1);
  net.rounds(1);
  expect(net.open()).toEqual([]);
});

describe('a part at fault', () => {
  const fan = (health: PartFact['health'], sinceMs = 0): PartFact => ({
    key: 'fan-failed:9',
    kind: 'fan-failed',
    deviceId: 2,
    interfaceId: null,
    sensorId: 9,
    health,
    severity: 'minor',
    title: 'fan 2 failed',
    sinceMs,
    reasons: [],
  });

  test('makes its device degraded since the fault, and not its agent the culprit', () => {
    const net = rehearse(ALL, RING);
    net.rounds(2);
    net.set({ parts: [fan('failed', net.nowMs)] });
    net.rounds(1);
    expect(net.story).toEqual(['open r2 fan 2 failed']);
    expect(net.state('r2')).toBe('degraded');
    expect(net.changes[0]?.incident).toMatchObject({ kind: 'fan-failed', severity: 'minor', sensorId: 9 });
    net.set({ parts: [fan('ok')] });
    net.rounds(1);
    expect(net.story).toEqual(['open r2 fan 2 failed', 'close r2 fan 2 failed']);
    expect(net.state('r2')).toBe('up');
  });

  test('that is unknown now, or whose device is silent, neither opens nor closes anything', () => {
    const net = rehearse(MANY, RING);
    net.rounds(2);
    net.set({ parts: [fan('unknown')] });
    net.rounds(1);
    expect(net.story).toEqual([]);
    net.set({ parts: [fan('critical')] });
    net.rounds(1);
    net.set({ parts: [fan('unknown')] });
    net.rounds(2);
    expect(net.open()).toEqual(['r2 fan 2 failed']);
    net.set({ parts: [fan('ok')] });
    net.rounds(3, ['r2']);
    expect(net.open()).toContain('r2 fan 2 failed');
    net.rounds(2);
    expect(net.open()).toEqual([]);
  });

  test('must last as long as any fault before it is told', () => {
    const net = rehearse(ALL, RING);
    net.rounds(2);
    net.set({ holdDownMs: 2 * INTERVAL_MS, parts: [fan('failed', net.nowMs)] });
    net.rounds(1);
    expect(net.story).toEqual([]);
    net.rounds(1);
    expect(net.story).toEqual(['open r2 fan 2 failed']);
  });

  test("of a device in maintenance is nobody's business, and of one that is gone neither", () => {
    const net = rehearse(ALL, RING);
    net.rounds(2);
    net.device('r2', { maintenance: true });
    net.set({ parts: [fan('failed'), { ...fan('failed'), key: 'fan-failed:10', deviceId: 99 }] });
    net.rounds(2);
    expect(net.story).toEqual([]);
  });
});
