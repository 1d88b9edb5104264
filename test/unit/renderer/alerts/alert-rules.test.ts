import { expect, test } from 'vitest';
import {
  hearIncidents,
  hearSleep,
  messagesFor,
  newAlertBook,
  QUIET_AFTER_SLEEP_MS,
  takeDue,
  type AlertBook,
} from '../../../../renderer/alerts/alert-rules.ts';
import { networkStatus, windowTitle } from '../../../../renderer/alerts/network-status.ts';
import { shellMessage } from '../../../../shared/contract/shell.ts';
import type { Incident } from '../../../../shared/contract/incidents.ts';
import { incidentOf } from '../timeline/incident.ts';

const incident = (changes: Partial<Incident>): Incident =>
  incidentOf(changes.id ?? 1, { closedAtMs: null, ...changes });

const book = (...known: number[]): AlertBook =>
  hearIncidents(
    newAlertBook,
    known.map((id) => incident({ id })),
  );

test('what is open when the page opens tells nobody; what opens then does, once', () => {
  const before = book(1, 2);
  expect(takeDue(before, [incident({ id: 1 })], 0).due).toEqual([]);
  const all = [incident({ id: 1 }), incident({ id: 2 }), incident({ id: 3 })];
  const heard = hearIncidents(before, all);
  const { book: after, due } = takeDue(heard, all, 0);
  expect(due.map(({ id }) => id)).toEqual([3]);
  expect(takeDue(hearIncidents(after, all), all, 1).due).toEqual([]);
});

test('what closed or was acknowledged while it waited is not told', () => {
  const opened = hearIncidents(book(), [incident({ id: 1 }), incident({ id: 2 }), incident({ id: 3 })]);
  const later = [incident({ id: 1, closedAtMs: 5 }), incident({ id: 2, acknowledgedAtMs: 5 }), incident({ id: 3 })];
  expect(takeDue(opened, later, 10).due.map(({ id }) => id)).toEqual([3]);
});

test('while the machine sleeps and a minute after nothing is told; then what is still open is told', () => {
  const asleep = hearSleep(book(), true, 0);
  const storm = [incident({ id: 1 }), incident({ id: 2 })];
  const heard = hearIncidents(asleep, storm);
  expect(takeDue(heard, storm, 1e12).due).toEqual([]);
  const awake = hearSleep(heard, false, 1_000);
  expect(takeDue(awake, storm, 1_000 + QUIET_AFTER_SLEEP_MS - 1).due).toEqual([]);
  const settled = [incident({ id: 1, closedAtMs: 50_000 }), incident({ id: 2 })];
  expect(takeDue(awake, settled, 1_000 + QUIET_AFTER_SLEEP_MS).due.map(({ id }) => id)).toEqual([2]);
});

test('up to three incidents are told by name, worst first, and lead each to its own', () => {
  const opened = [
    incident({ id: 1, severity: 'minor' }),
    incident({ id: 2, severity: 'critical', affected: [7, 8], site: 'North' }),
  ];
  const { due } = takeDue(hearIncidents(book(), opened), opened, 0);
  const messages = messagesFor(due);
  expect(messages.map(({ link }) => link)).toEqual([
    { kind: 'incident', incidentId: 2 },
    { kind: 'incident', incidentId: 1 },
  ]);
  expect(messages[0]?.body).toBe('Site North. 2 devices are unreachable because of it.');
});

test('many become one with counts, which leads to the list', () => {
  const opened = Array.from({ length: 40 }, (_, at) =>
    incident({ id: at + 1, severity: at === 7 ? 'critical' : 'major', title: 'x'.repeat(500) }),
  );
  const { due } = takeDue(hearIncidents(book(), opened), opened, 0);
  const messages = messagesFor(due);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    title: '40 new incidents: 1 critical, 39 major',
    severity: 'critical',
    link: { kind: 'incidents' },
  });
  for (const message of [...messages, ...messagesFor(due.slice(0, 2))]) {
    expect(shellMessage.safeParse(message).success).toBe(true);
  }
  expect(messagesFor([])).toEqual([]);
});

test('the network in one word: unknown is not well, and a blind monitor is not down', () => {
  expect(networkStatus(null, false)).toMatchObject({ mood: 'blind' });
  expect(networkStatus([], false)).toMatchObject({ mood: 'ok', text: 'No open incidents' });
  expect(networkStatus([incident({ severity: 'critical', closedAtMs: 5 })], true)).toMatchObject({
    mood: 'ok',
    soundsPaused: true,
  });
  expect(networkStatus([incident({ severity: 'info' })], false)).toMatchObject({ mood: 'ok', openIncidents: 1 });
  const open = [incident({ id: 1, severity: 'minor' }), incident({ id: 2, severity: 'critical' })];
  expect(networkStatus(open.slice(0, 1), false)).toMatchObject({ mood: 'degraded' });
  expect(networkStatus(open, false)).toMatchObject({ mood: 'down', text: '1 critical, 1 minor open' });
  expect(networkStatus([...open, incident({ id: 3, kind: 'monitor-blind' })], false)).toMatchObject({ mood: 'blind' });
  expect(windowTitle(networkStatus(open, false), 'North ring')).toBe('(2) North ring, Trunkline');
  expect(windowTitle(networkStatus([], false), undefined)).toBe('Trunkline');
});
