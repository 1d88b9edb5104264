import { IconPlug, IconSearch, IconServer } from '@tabler/icons-react';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { SearchHit } from '../../shared/contract/settings.ts';
import { useCall } from '../engine/use-call.ts';
import { nextIndex } from '../ui/list-keys.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './Boards.module.css';

export interface SubjectFinderProps {
  readonly onChoose: (hit: SearchHit) => void;
  /** No more interfaces fit into one graph. */
  readonly full: boolean;
}

const MAX_HITS = 40;
const PAGE_ROWS = 6;

const wanted = ({ kind }: SearchHit): boolean => kind === 'device' || kind === 'interface';

/** A field with what it finds under it: arrows move, Enter chooses, and the field stays for the next one. */
export function SubjectFinder({ onChoose, full }: SubjectFinderProps): ReactNode {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const asked = useDeferredValue(text.trim());
  const { data, error, loading } = useCall('search.find', asked === '' ? null : { text: asked, limit: MAX_HITS });
  const hits = asked === '' ? [] : (data ?? []).filter(wanted);
  const index = Math.min(active, hits.length - 1);
  const choose = (hit: SearchHit | undefined): void => {
    if (hit !== undefined && !(full && hit.kind === 'interface')) onChoose(hit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(hits[index]);
      return;
    }
    if (event.key === 'Home' || event.key === 'End') return;
    const next = nextIndex(event.key, index, hits.length, PAGE_ROWS);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  };
  const note =
    error?.message ??
    (asked === ''
      ? 'A part of a name, an address or a description.'
      : hits.length > 0
        ? null
        : loading
          ? 'Searching'
          : `No device or interface is called “${asked}”.`);
  return (
    <div>
      <TextField
        label="Device or interface"
        value={text}
        onChange={(next) => {
          setText(next);
          setActive(0);
        }}
        icon={<IconSearch size={14} aria-hidden />}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={index < 0 ? undefined : `${listId}-${index}`}
        onKeyDown={onKeyDown}
      />
      <div className={styles.hits}>
        <ul id={listId} role="listbox" aria-label="Found">
          {hits.map((hit, at) => (
            <li
              key={`${hit.kind} ${hit.id}`}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === index}
              className={styles.hit}
              onClick={() => choose(hit)}
              ref={(row) => {
                if (at === index) row?.scrollIntoView({ block: 'nearest' });
              }}
            >
              {hit.kind === 'device' ? <IconServer size={14} aria-hidden /> : <IconPlug size={14} aria-hidden />}
              <span className={styles.hitTitle}>{hit.title}</span>
              <span className={styles.hitAside}>{hit.subtitle}</span>
            </li>
          ))}
        </ul>
        {note !== null && <p className={styles.quiet}>{note}</p>}
        {full && <p className={styles.quiet}>No more interfaces fit into one graph.</p>}
      </div>
    </div>
  );
}
