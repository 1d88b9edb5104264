import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { commandKey } from '../../shell/command-key.ts';
import { allKeyCommands } from '../../shell/shortcuts.ts';
import { keyWords, pressedKeys } from '../../state/key-notation.ts';
import { useKeymap } from '../../state/keymap.ts';
import type { KeyCommand } from '../../state/view-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { countText } from '../../ui/count-text.ts';
import { belongsTo, conflictsOf, withPress } from './key-choice.ts';
import styles from './Keyboard.module.css';

export interface KeyRecorderProps {
  readonly command: KeyCommand;
  readonly onClose: () => void;
}

const NAMED = 2;

function listed(commands: readonly KeyCommand[]): string {
  const names = commands.slice(0, NAMED).map(({ text }) => `“${text}”`);
  const rest = commands.length - names.length;
  return [...names, ...(rest > 0 ? [countText(rest, 'other')] : [])].join(' and ');
}

/**
 * Takes the keys that are pressed in it: one, or two in a row. Enter keeps them, Backspace empties it (no key at all),
 * Escape and Tab leave all as it was. Keys that mean something else are named, and taken from there by a second Enter.
 */
export function KeyRecorder({ command, onClose }: KeyRecorderProps): ReactNode {
  const [keys, setKeys] = useState('');
  const [emptied, setEmptied] = useState(false);
  const [asked, setAsked] = useState(false);
  const { own, setKeys: keep } = useKeymap();
  const helpId = useId();
  const words = keyWords(keys, commandKey);
  const owner = belongsTo(keys);
  const conflicts = keys === '' ? [] : conflictsOf(command, keys, allKeyCommands, { own });

  function take(): void {
    if (owner !== null || (keys === '' && !emptied)) return;
    if (conflicts.length > 0 && !asked) return setAsked(true);
    for (const { id } of conflicts) keep(id, null);
    keep(command.id, keys === '' ? null : keys);
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const press = pressedKeys(event);
    if (press === null || press === 'Tab' || press === 'Shift+Tab') return;
    event.preventDefault();
    // Nothing that is pressed here is meant for the window.
    event.stopPropagation();
    if (press === 'Escape') return onClose();
    if (press === 'Enter') return take();
    setAsked(false);
    setEmptied(press === 'Backspace');
    setKeys(press === 'Backspace' ? '' : withPress(keys, press));
  }

  function state(): string {
    if (owner !== null) return `${words} ${owner}, and cannot mean anything else.`;
    if (conflicts.length === 0) return emptied ? 'Enter keeps it without a key.' : '';
    const what = `${words} means ${listed(conflicts)}.`;
    return asked ? `${what} Enter again takes it from there.` : what;
  }

  return (
    <div className={styles.recorder}>
      <div className={styles.recorderRow}>
        <input
          ref={(input) => input?.focus()}
          className={styles.recorderField}
          aria-label={`New keys for “${command.text}”`}
          aria-describedby={helpId}
          placeholder={emptied ? 'No key' : 'Press the keys'}
          value={words}
          readOnly
          onKeyDown={onKeyDown}
        />
        <Button size="small" disabled={owner !== null || (keys === '' && !emptied)} onClick={take}>
          {conflicts.length > 0 && asked ? 'Take it' : 'Keep'}
        </Button>
        <Button size="small" tone="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
      <p id={helpId} className={styles.help}>
        One key, or two in a row. Enter keeps, Backspace empties, Escape leaves it as it was.
      </p>
      <p role="status" className={styles.conflict}>
        {state()}
      </p>
    </div>
  );
}
