// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { SeverityPips, severityPips, type SeverityName } from '../../../../renderer/ui/SeverityPips.tsx';
import { stateMarks, stateNames, statesByUrgency } from '../../../../renderer/ui/state-marks.ts';
import { StateMark } from '../../../../renderer/ui/StateMark.tsx';

afterEach(cleanup);

describe.each(statesByUrgency)('%s', (state) => {
  test('says itself by a shape and a word, also where only the shape is seen', () => {
    const { container } = render(<StateMark state={state} shapeOnly />);
    expect(screen.getByText(stateNames[state])).toBeDefined();
    expect(container.querySelectorAll('svg path')).toHaveLength(stateMarks[state].length);
  });
});

test('every state has a place in the order of urgency', () => {
  expect([...statesByUrgency].sort()).toEqual(Object.keys(stateMarks).sort());
});

test('no two states have the same shape', () => {
  const shapes = Object.values(stateMarks).map((parts) => parts.map((part) => part.d).join());
  expect(new Set(shapes).size).toBe(shapes.length);
});

test.each(Object.entries(severityPips))('%s lights %s pips of four', (severity, pips) => {
  const { container } = render(<SeverityPips severity={severity as SeverityName} />);
  const bars = [...container.querySelectorAll('rect')].map((bar) => bar.getAttribute('class'));
  expect(bars).toHaveLength(4);
  expect(bars.filter((name) => name === bars[0])).toHaveLength(pips);
});
