import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { trayIconName, trayMenu, trayTooltip } from '../../../../electron/main/tray-look.ts';
import { networkMood } from '../../../../shared/contract/shell.ts';

const icons = fileURLToPath(new URL('../../../../resources/icons/tray/', import.meta.url));
const status = { mood: 'down', openIncidents: 3, text: '1 critical, 2 minor open', soundsPaused: false } as const;

test('each mood has an icon of our own on each platform, and one of double size beside it', () => {
  for (const mood of networkMood.options) {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const name = trayIconName(mood, platform);
      expect(existsSync(icons + name), name).toBe(true);
      if (name.endsWith('.png')) expect(existsSync(icons + name.replace('.png', '@2x.png')), name).toBe(true);
    }
  }
  // macOS colours an image itself only when its name says that it is a template.
  expect(trayIconName('ok', 'darwin')).toMatch(/Template\.png$/);
});

test('the tooltip says the state in a word, and fits into what Windows shows', () => {
  expect(trayTooltip(status)).toBe('Trunkline: down. 1 critical, 2 minor open');
  expect(trayTooltip({ ...status, text: 'x'.repeat(200) }).length).toBeLessThan(127);
});

test('the menu opens, leads to the incidents, pauses the sounds and quits', () => {
  const did: unknown[] = [];
  const menu = trayMenu(status, {
    open: () => did.push('open'),
    openIncidents: () => did.push('incidents'),
    pauseSounds: (paused) => did.push(paused),
    quit: () => did.push('quit'),
  });
  for (const item of menu) (item.click as (() => void) | undefined)?.();
  expect(did).toEqual(['open', 'incidents', true, 'quit']);
  expect(menu.map(({ label }) => label)).toContain('Incidents (3 open)');
});
