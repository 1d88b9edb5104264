import { describe, expect, it } from 'vitest';
import { pasteQuestion } from '../../../../renderer/terminal/paste-text.ts';
import { pageKey } from '../../../../renderer/terminal/terminal-keys.ts';

const press = (key: string, with_: string = '') => ({
  key,
  ctrlKey: with_.includes('c'),
  shiftKey: with_.includes('s'),
  metaKey: with_.includes('m'),
  altKey: with_.includes('a'),
});

describe('keys of the page in a terminal', () => {
  it('are few, and Ctrl-C is one only while something is selected', () => {
    expect(pageKey(press('c', 'c'), false)).toBeNull();
    expect(pageKey(press('c', 'c'), true)).toBe('copy');
    expect(pageKey(press('C', 'cs'), false)).toBe('copy');
    expect(pageKey(press('F', 'cs'), false)).toBe('find');
    expect(pageKey(press('F6'), false)).toBe('leave');
    expect(pageKey(press('Insert', 's'), false)).toBe('paste');
  });

  it('leave the device what shells live by', () => {
    for (const key of ['k', 'r', 'a', 'd', 'f', 'v', 'z']) expect(pageKey(press(key, 'c'), true)).toBeNull();
    for (const key of ['Tab', 'Escape', 'ArrowUp', 'F7']) expect(pageKey(press(key), false)).toBeNull();
    expect(pageKey(press('f', 'a'), false)).toBeNull();
  });
});

describe('a paste', () => {
  it('of one line, with or without its end, asks nothing', () => {
    expect(pasteQuestion('show version')).toBeNull();
    expect(pasteQuestion('show version\r\n')).toBeNull();
  });

  it('of several lines is shown before it goes, with what cannot be seen made visible', () => {
    expect(pasteQuestion('conf t\ninterface \u001b[2K Gi1\n')).toEqual({
      lines: 2,
      preview: ['conf t', 'interface ␛[2K Gi1'],
      more: 0,
    });
    expect(pasteQuestion('x\r'.repeat(30))).toMatchObject({ lines: 30, more: 22 });
  });
});
