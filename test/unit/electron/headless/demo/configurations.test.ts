import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../../../electron/headless/demo/harbour/build-network.ts';
import { configurationsOf } from '../../../../../electron/headless/demo/harbour/configurations.ts';

const START_MS = Date.UTC(2026, 10, 28, 12);
const all = configurationsOf(buildNetwork('harbour', START_MS), START_MS);
const byDevice = [...Map.groupBy(all, (one) => one.address).values()];
const withoutHeader = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^(?:!|##) Last/.test(line))
    .join('\n');

describe('the configurations of the demo', () => {
  it('are one of each network device, and more of those that somebody changed', () => {
    expect(byDevice.length).toBeGreaterThan(40);
    expect(byDevice.filter((own) => own.length > 1).length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...byDevice.map((own) => own.length))).toBe(3);
  });

  it('differ from one moment to the next in what the story says was changed', () => {
    for (const own of byDevice) {
      for (const [index, one] of own.entries()) {
        const before = own[index - 1];
        if (before === undefined) continue;
        expect(one.atMs, one.address).toBeGreaterThan(before.atMs);
        expect(withoutHeader(one.text), one.address).not.toBe(withoutHeader(before.text));
      }
    }
  });

  it('name nobody and no time that was not filled in', () => {
    for (const { text } of all) expect(text).not.toMatch(/«/);
  });
});
