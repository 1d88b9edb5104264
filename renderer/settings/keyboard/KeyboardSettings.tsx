import { useRef, useState, type ReactNode } from 'react';
import { useKeyText } from '../../shell/key-text.ts';
import { commandKey } from '../../shell/command-key.ts';
import { allKeyCommands } from '../../shell/shortcuts.ts';
import { areSingle, keyWords } from '../../state/key-notation.ts';
import { chosenKeys, useKeymap } from '../../state/keymap.ts';
import type { KeyCommand, KeyPlace } from '../../state/view-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { showToast } from '../../ui/Toast.tsx';
import { KeyRecorder } from './KeyRecorder.tsx';
import settings from '../Settings.module.css';
import styles from './Keyboard.module.css';

const places: readonly { readonly place: KeyPlace; readonly name: string }[] = [
  { place: 'anywhere', name: 'Anywhere' },
  { place: 'lists', name: 'In lists and on the map' },
  { place: 'incidents', name: 'Incidents' },
  { place: 'map', name: 'While the map has the focus' },
  { place: 'graphs', name: 'While a graph has the focus' },
];

function resetAll(): void {
  const { own, resetAll: reset } = useKeymap.getState();
  reset();
  showToast({
    title: 'All keys are the standard ones',
    action: { label: 'Undo', run: () => useKeymap.setState({ own }) },
  });
}

/** Every command with its keys: each can be changed, all can be taken back. Kept by this computer. */
export function KeyboardSettings(): ReactNode {
  const { own, single, setSingle } = useKeymap();
  const [changing, setChanging] = useState<string | null>(null);
  return (
    <>
      <p className={settings.lead}>
        Keys of this computer, not of the network file. The keys of a list, a menu or a field, such as arrows and Enter,
        always stay.
      </p>
      <div className={settings.form}>
        <Switch
          label="Single keys are commands"
          checked={single}
          onChange={setSingle}
          hint="Letters, digits and signs alone, such as A or G M. Off: only keys with Ctrl or Alt, and such as F7."
        />
        <div>
          <Button disabled={Object.keys(own).length === 0} onClick={resetAll}>
            Reset all keys
          </Button>
        </div>
      </div>
      {places.map(({ place, name }) => (
        <section key={place} className={styles.place} aria-label={name}>
          <h3 className={styles.heading}>{name}</h3>
          <ul className={styles.list}>
            {allKeyCommands
              .filter((command) => command.place === place)
              .map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  changing={changing === command.id}
                  onChanging={(on) => setChanging(on ? command.id : null)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface KeyRowProps {
  readonly command: KeyCommand;
  readonly changing: boolean;
  readonly onChanging: (changing: boolean) => void;
}

function KeyRow({ command, changing, onChanging }: KeyRowProps): ReactNode {
  const { own, reset } = useKeymap();
  const change = useRef<HTMLButtonElement>(null);
  const isOwn = own[command.id] !== undefined;
  /** The focus goes back to where it was. */
  function close(): void {
    onChanging(false);
    change.current?.focus();
  }
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <span className={styles.text}>{command.text}</span>
        {isOwn && <span className={styles.own}>yours</span>}
        <Keys command={command} />
        {isOwn && (
          <Button
            size="small"
            tone="quiet"
            aria-label={`Reset the keys of “${command.text}”`}
            onClick={() => {
              reset(command.id);
              change.current?.focus();
            }}
          >
            Reset
          </Button>
        )}
        <Button
          ref={change}
          size="small"
          aria-label={`Change the keys of “${command.text}”`}
          aria-expanded={changing}
          onClick={() => onChanging(!changing)}
        >
          Change
        </Button>
      </div>
      {changing && <KeyRecorder command={command} onClose={close} />}
    </li>
  );
}

/** What it has; quiet where it is switched off with all single keys. */
function Keys({ command }: { readonly command: KeyCommand }): ReactNode {
  const choices = useKeymap();
  const inForce = useKeyText(command);
  const keys = chosenKeys(command, choices);
  if (keys === null) return <span className={styles.none}>no key</span>;
  if (inForce === undefined) {
    return (
      <span className={styles.none}>
        {keyWords(keys, commandKey)} {areSingle(keys) && '(off)'}
      </span>
    );
  }
  return (
    <span className={styles.keys}>
      {inForce.split(' ').map((part, at) => (
        // A chord may have one key twice: G G.
        <KeyHint key={`${at} ${part}`} keys={part} />
      ))}
    </span>
  );
}
