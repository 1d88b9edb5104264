import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('the preload hands over a port and the shell, and nothing else', async () => {
  const source = await readFile(new URL('../../../../electron/preload/preload.ts', import.meta.url), 'utf8');
  const names = [...source.matchAll(/\b(?:contextBridge|ipcRenderer|webUtils|window)\.(\w+)/g)].map(
    (found) => found[1],
  );
  expect(new Set(names)).toEqual(
    new Set(['exposeInMainWorld', 'getPathForFile', 'invoke', 'location', 'on', 'postMessage', 'send']),
  );
  const members = [...source.matchAll(/^ {2}(\w+): \(/gm)].map((found) => found[1]);
  expect(members).toEqual(['requestEnginePort', 'shell', 'hear', 'openDropped']);
  expect(source.split('\n').length).toBeLessThan(35);
});
