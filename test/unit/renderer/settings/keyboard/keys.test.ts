// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { belongsTo, conflictsOf, withPress } from '../../../../../renderer/settings/keyboard/key-choice.ts';
import { areSingle, collide, keyWords, pressedKeys } from '../../../../../renderer/state/key-notation.ts';
import { isKeyOf, isShiftedKeyOf, keysInForce, useKeymap } from '../../../../../renderer/state/keymap.ts';
import { viewKeyList, type KeyCommand } from '../../../../../renderer/state/view-keys.ts';

const press = (key: string, held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', boolean>> = {}) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

describe('how keys are written down', () => {
  test.each([
    [press('n'), 'n'],
    [press('N', { shift: true }), 'Shift+n'],
    [press('N'), 'n'],
    [press('?', { shift: true }), '?'],
    [press('k', { ctrl: true }), 'Mod+k'],
    [press('K', { meta: true, shift: true }), 'Mod+Shift+k'],
    [press('+', { ctrl: true }), 'Mod++'],
    [press('@', { ctrl: true, alt: true }), '@'],
    [press(' '), 'Space'],
    [press('F2', { shift: true }), 'Shift+F2'],
    [press('ö'), 'ö'],
  ])('%o is %s', (event, keys) => expect(pressedKeys(event)).toBe(keys));

  test('half a key is none', () => {
    for (const key of ['Control', 'Shift', 'AltGraph', 'Dead']) expect(pressedKeys(press(key))).toBeNull();
  });

  test('names them as the keyboard does', () => {
    expect(keyWords('g m', 'Ctrl')).toBe('G M');
    expect(keyWords('Mod+Shift+z', '⌘')).toBe('⌘ Shift Z');
    expect(keyWords('Mod++', 'Ctrl')).toBe('Ctrl +');
    expect(keyWords('+', 'Ctrl')).toBe('+');
  });

  test('tells single keys from those that nobody presses by mistake', () => {
    expect(['a', '?', 'g m', 'Shift+a', '+'].filter(areSingle)).toEqual(['a', '?', 'g m', 'Shift+a', '+']);
    expect(['Mod+k', 'Alt+x', 'F2', 'Mod++', 'Escape'].filter(areSingle)).toEqual([]);
  });

  test('a chord collides with its own beginning', () => {
    expect([collide('g', 'g m'), collide('g m', 'g'), collide('g m', 'g m')]).toEqual([true, true, true]);
    expect([collide('g m', 'g d'), collide('g', 'm')]).toEqual([false, false]);
  });
});

describe('the keys in force', () => {
  beforeEach(() => useKeymap.setState({ own: {}, single: true }));

  test('are the standard ones until a person chooses others or takes them away', () => {
    expect(isKeyOf('incident.acknowledge', press('a'))).toBe(true);
    useKeymap.getState().setKeys('incident.acknowledge', 'Alt+y');
    expect(isKeyOf('incident.acknowledge', press('a'))).toBe(false);
    expect(isKeyOf('incident.acknowledge', press('y', { alt: true }))).toBe(true);
    useKeymap.getState().setKeys('incident.acknowledge', null);
    expect(isKeyOf('incident.acknowledge', press('y', { alt: true }))).toBe(false);
    useKeymap.getState().reset('incident.acknowledge');
    expect(isKeyOf('incident.acknowledge', press('a'))).toBe(true);
  });

  test('leave out all single keys where those are switched off, and no others', () => {
    useKeymap.getState().setKeys('time.play', 'Alt+p');
    useKeymap.getState().setSingle(false);
    const left = viewKeyList.filter((command) => keysInForce(command) !== null).map(({ id }) => id);
    expect(left).toEqual(['time.play']);
    useKeymap.getState().resetAll();
    useKeymap.getState().setSingle(true);
    expect(viewKeyList.every((command) => keysInForce(command) === command.keys)).toBe(true);
  });

  test('go the other way with Shift, and plus is plus on every keyboard', () => {
    expect(isShiftedKeyOf('map.links', press('L', { shift: true }))).toBe(true);
    expect(isKeyOf('map.zoom-in', press('='))).toBe(true);
    expect(isKeyOf('map.zoom-in', press('+', { ctrl: true }))).toBe(false);
  });
});

describe('choosing keys', () => {
  const commands: readonly KeyCommand[] = [
    { id: 'go.map', text: 'Go to Map', place: 'anywhere', keys: 'g m' },
    { id: 'wall', text: 'Wall mode', place: 'anywhere', keys: 'w' },
    { id: 'map.fit', text: 'Fit the map', place: 'map', keys: 'f' },
    { id: 'graph.full', text: 'Fill the window', place: 'graphs', keys: 'f' },
    { id: 'none', text: 'Nothing yet', place: 'anywhere', keys: null },
  ];
  const named = (id: string, keys: string, own: Record<string, string | null> = {}): string[] => {
    const command = commands.find((one) => one.id === id);
    return command === undefined ? [] : conflictsOf(command, keys, commands, { own }).map((one) => one.id);
  };

  test('a second single key makes a chord, a third begins anew', () => {
    expect(withPress('', 'g')).toBe('g');
    expect(withPress('g', 'x')).toBe('g x');
    expect(withPress('g x', 'y')).toBe('y');
    expect(withPress('g', 'Mod+x')).toBe('Mod+x');
    expect(withPress('Mod+x', 'g')).toBe('g');
  });

  test('names what has them in the same place, as it is now', () => {
    expect(named('none', 'w')).toEqual(['wall']);
    expect(named('none', 'g')).toEqual(['go.map']);
    expect(named('none', 'f')).toEqual(['map.fit', 'graph.full']);
    expect(named('graph.full', 'f')).toEqual([]);
    expect(named('none', 'w', { wall: 'F9' })).toEqual([]);
    expect(named('none', 'F9', { wall: 'F9' })).toEqual(['wall']);
    expect(named('wall', 'w')).toEqual([]);
  });

  test('keys that belong to the system or to whatever has the focus cannot be had', () => {
    for (const keys of ['Mod+c', 'ArrowUp', 'Shift+Home', 'Space', 'Mod+w'])
      expect(belongsTo(keys), keys).not.toBeNull();
    for (const keys of ['x', 'F9', 'Alt+x', 'g x']) expect(belongsTo(keys), keys).toBeNull();
  });
});
