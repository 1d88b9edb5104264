/** The promise of docs/look.md: text keeps 4.5:1 on every surface, in both themes, now and in the past. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

/** Custom properties of every rule whose selector is one of these, later rules over earlier ones. */
function tokens(...selectors: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, selector, body] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const names = (selector ?? '')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split(',')
      .map((name) => name.trim());
    if (!names.some((name) => selectors.includes(name))) continue;
    for (const [, name, value] of (body ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(name ?? '', value ?? '');
  }
  return found;
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['--canvas', '--chrome', '--panel', '--raised', '--hover', '--selected'];
const states = ['up', 'degraded', 'down', 'unreachable', 'maintenance', 'unknown', 'suspect', 'blind'];
const texts = [
  '--text',
  '--text2',
  '--text3',
  '--accent',
  ...states.map((state) => `--state-${state}-text`),
  ...['critical', 'major', 'minor', 'info'].map((severity) => `--severity-${severity}`),
];

const looks = {
  dark: tokens(':root', "[data-theme='dark']"),
  'dark past': tokens(':root', "[data-theme='dark']", "[data-theme='dark'][data-past]"),
  light: tokens("[data-theme='light']"),
  'light past': tokens("[data-theme='light']", "[data-theme='light'][data-past]"),
};

describe.each(Object.entries(looks))('%s', (_look, of) => {
  const value = (name: string): string => {
    const colour = of.get(name);
    expect(colour, name).toMatch(/^#[0-9a-f]{6}$/);
    return colour ?? '';
  };

  test('every text is readable on every surface', () => {
    const weak = texts.flatMap((text) =>
      surfaces
        .map((surface) => ({ text, surface, ratio: contrast(value(text), value(surface)) }))
        .filter(({ ratio }) => ratio < 4.5)
        .map(({ text, surface, ratio }) => `${text} on ${surface}: ${ratio.toFixed(2)}`),
    );
    expect(weak).toEqual([]);
  });

  test('text on filled buttons and banners is readable', () => {
    for (const fill of ['--accent-fill', '--past-fill']) {
      expect(contrast(value('--on-accent'), value(fill)), fill).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('marks of states stand out from the canvas, or have an edge that does', () => {
    for (const state of states) {
      const mark = state === 'degraded' ? '--state-degraded-edge' : `--state-${state}`;
      expect(contrast(value(mark), value('--canvas')), mark).toBeGreaterThanOrEqual(3);
    }
  });
});
