import { Dialog as Base } from '@base-ui/react/dialog';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useOverlay } from '../state/overlay.ts';
import { nextIndex } from '../ui/list-keys.ts';
import { matchCommands } from './commands.ts';
import { commandEntry, hitEntry, type PaletteEntry } from './palette-entries.ts';
import styles from './CommandPalette.module.css';

const MAX_HITS = 20;
const PAGE_ROWS = 8;

/** Finds any device, port, address, MAC, incident or command; opened by Ctrl/Cmd-K. */
export function CommandPalette(): ReactNode {
  const { overlay, show } = useOverlay();
  return (
    <Base.Root open={overlay === 'palette'} onOpenChange={(open) => !open && show(null)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup className={styles.popup} aria-label="Find anything">
          <Finder close={() => show(null)} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function useEntries(text: string): { readonly entries: readonly PaletteEntry[]; readonly note: string | null } {
  const asked = useDeferredValue(text.trim());
  const { data, error, loading } = useCall('search.find', asked === '' ? null : { text: asked, limit: MAX_HITS });
  const hits = asked === '' ? [] : (data ?? []).map(hitEntry);
  const entries = [...hits, ...matchCommands(text).map(commandEntry)];
  if (error !== null) return { entries, note: error.message };
  if (entries.length === 0)
    return { entries, note: loading ? 'Searching' : `Nothing is called or numbered “${asked}”` };
  return { entries, note: null };
}

function Finder({ close }: { readonly close: () => void }): ReactNode {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const { entries, note } = useEntries(text);
  const index = Math.min(active, entries.length - 1);

  function choose(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return;
    close();
    entry.run();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') return choose(entries[index]);
    if (event.key === 'Home' || event.key === 'End') return;
    const next = nextIndex(event.key, index, entries.length, PAGE_ROWS);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }

  return (
    <>
      <div className={styles.box}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <input
          className={styles.input}
          role="combobox"
          aria-label="Find a device, port, address, MAC, incident or command"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-activedescendant={index < 0 ? undefined : `${listId}-${index}`}
          placeholder="Find a device, port, address, MAC, incident or command"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={listId} role="listbox" aria-label="Found" className={styles.list}>
        {entries.map((entry, at) => (
          <Row
            key={entry.key}
            entry={entry}
            id={`${listId}-${at}`}
            active={at === index}
            onChoose={() => choose(entry)}
          />
        ))}
      </ul>
      {note !== null && <p className={styles.note}>{note}</p>}
    </>
  );
}

interface RowProps {
  readonly entry: PaletteEntry;
  readonly id: string;
  readonly active: boolean;
  readonly onChoose: () => void;
}

function Row({ entry, id, active, onChoose }: RowProps): ReactNode {
  const Icon = entry.icon;
  return (
    <li
      id={id}
      role="option"
      aria-selected={active}
      className={styles.row}
      onClick={onChoose}
      ref={(row) => {
        if (active) row?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={styles.title}>{entry.title}</span>
      <span className={styles.subtitle}>{entry.subtitle}</span>
      <span className={styles.kind}>{entry.kind}</span>
    </li>
  );
}
