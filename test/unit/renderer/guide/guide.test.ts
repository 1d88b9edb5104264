// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Incident } from '../../../../shared/contract/incidents.ts';
import { cardBox, cornerFor } from '../../../../renderer/guide/card-place.ts';
import { showAround, useGuide } from '../../../../renderer/guide/guide-state.ts';
import { guideSteps, outageOf, type GuideFacts } from '../../../../renderer/guide/guide-steps.ts';

const incident = (id: number, change: Partial<Incident> = {}): Incident => ({
  id,
  kind: 'device-down',
  severity: 'critical',
  title: 'r1 is down',
  deviceId: 1,
  interfaceId: null,
  linkId: null,
  site: null,
  affected: [],
  openedAtMs: 1000,
  closedAtMs: null,
  acknowledgedAtMs: null,
  acknowledgedBy: null,
  cause: null,
  notes: 0,
  ...change,
});

const facts = (change: Partial<GuideFacts> = {}): GuideFacts => ({
  route: { view: 'overview' },
  selection: null,
  atMs: null,
  incidents: [incident(1)],
  startedAtMs: 500,
  ...change,
});

const isDone = (id: string, change: Partial<GuideFacts>): boolean | undefined =>
  guideSteps.find((step) => step.id === id)?.isDone(facts(change));

describe('a step notices that it was done', () => {
  test('from what is selected and where the window is', () => {
    expect(isDone('incident', {})).toBe(false);
    expect(isDone('incident', { selection: { kind: 'incident', incidentId: 1 } })).toBe(true);
    expect(isDone('map', { route: { view: 'map' } })).toBe(true);
    expect(isDone('link', { selection: { kind: 'link', linkId: 4 } })).toBe(true);
    expect(isDone('port', { selection: { kind: 'device', deviceId: 1 } })).toBe(false);
    expect(isDone('port', { selection: { kind: 'interface', deviceId: 1, interfaceId: 2 } })).toBe(true);
    expect(isDone('handover', { route: { view: 'handover' } })).toBe(true);
  });

  test('only a moment before the outage is before it; where there was none, any of the past', () => {
    expect(isDone('past', { atMs: null })).toBe(false);
    expect(isDone('past', { atMs: 1500 })).toBe(false);
    expect(isDone('past', { atMs: 900 })).toBe(true);
    expect(isDone('past', { atMs: 1500, incidents: [] })).toBe(true);
  });

  test('only a cause that was assigned since it began, to one that somebody took over', () => {
    const cause = (atMs: number) => ({ cause: 'power', text: null, by: 'x', atMs }) as const;
    const taken = { acknowledgedAtMs: 600, acknowledgedBy: 'x' };
    expect(isDone('acknowledge', { incidents: [incident(1, { cause: cause(600) })] })).toBe(false);
    expect(isDone('acknowledge', { incidents: [incident(1, { ...taken, cause: cause(400) })] })).toBe(false);
    expect(isDone('acknowledge', { incidents: [incident(1, { ...taken, cause: cause(600) })] })).toBe(true);
  });
});

test('the outage is the device that is down, else the one that was last', () => {
  const over = incident(2, { openedAtMs: 3000, closedAtMs: 4000 });
  expect(outageOf([over, incident(1)])?.id).toBe(1);
  expect(outageOf([over, incident(3, { openedAtMs: 100, closedAtMs: 200 })])?.id).toBe(2);
  expect(outageOf([incident(4, { kind: 'flapping' })])).toBeUndefined();
});

test('keys are told where there are some, and sentences are whole without', () => {
  for (const step of guideSteps) {
    for (const text of [
      step.ask(facts(), () => ''),
      step.ask(facts({ incidents: [] }), () => ''),
      step.tell(() => ''),
    ]) {
      expect(text, step.id).toMatch(/^[A-Z“].*[.]$/);
      expect(text, step.id).not.toMatch(/\(\)| {2}| [.,;]/);
    }
  }
  expect(guideSteps[1]?.ask(facts(), (id) => ` (${id})`)).toContain('(go.map)');
});

describe('it remembers', () => {
  beforeEach(() => useGuide.setState({ status: 'new', step: 0, reached: false }));

  test('that it was done, put away, or begun anew by a person', () => {
    const { start, next, reach, leave } = useGuide.getState();
    start(1, false);
    reach();
    next();
    expect(useGuide.getState()).toMatchObject({ status: 'running', step: 1, reached: false });
    for (let more = 1; more < guideSteps.length; more += 1) next();
    expect(useGuide.getState().status).toBe('done');
    const { asked } = useGuide.getState();
    showAround();
    expect(useGuide.getState()).toMatchObject({ status: 'running', step: 0, asked: asked + 1 });
    leave();
    expect(useGuide.getState().status).toBe('dismissed');
  });
});

describe('the card', () => {
  const view = { left: 48, top: 44, right: 1048, bottom: 744 };
  const size = { width: 300, height: 150 };

  test('stays where it is as long as it covers nothing that it speaks of', () => {
    expect(cornerFor(view, size, [], 'top-right')).toBe('top-right');
    expect(cornerFor(view, size, [{ left: 400, top: 300, right: 600, bottom: 400 }], 'bottom-left')).toBe(
      'bottom-left',
    );
  });

  test('goes to the corner that covers least', () => {
    const lower = { left: 48, top: 500, right: 1048, bottom: 744 };
    expect(cornerFor(view, size, [lower], 'bottom-left')).toBe('top-right');
    const inspector = { left: 700, top: 44, right: 1048, bottom: 744 };
    expect(cornerFor(view, size, [lower, inspector], 'bottom-left')).toBe('top-left');
  });

  test('never leaves the view to the left or upwards', () => {
    const narrow = { left: 48, top: 44, right: 248, bottom: 144 };
    expect(cardBox('bottom-right', narrow, size)).toMatchObject({ left: 48, top: 44 });
  });
});
