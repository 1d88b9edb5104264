import { useState, type FormEvent, type ReactNode } from 'react';
import type { IncidentNote } from '../../shared/contract/incidents.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Time } from '../ui/Time.tsx';
import type { IncidentActions } from './use-incident-actions.ts';
import styles from './Incidents.module.css';

export const LONGEST_NOTE = 10_000;

export function IncidentNotes({ notes }: { readonly notes: readonly IncidentNote[] }): ReactNode {
  if (notes.length === 0) return <p className={styles.dim}>None yet. What you write stays with the incident.</p>;
  return (
    <ol>
      {notes.map((note) => (
        <li key={note.id} className={styles.note}>
          <span className={styles.dim}>
            <Time atMs={note.atMs} />
          </span>
          <p className={styles.noteText}>
            <strong className={styles.author}>{note.author}</strong> {note.text}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Enter keeps it. What could not be kept stays in the box. */
export function NoteBox({ action }: { readonly action: IncidentActions['note'] }): ReactNode {
  const [text, setText] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() !== '') action.run(text, () => setText(''));
  }
  return (
    <form className={styles.writer} onSubmit={submit}>
      <span className={styles.noteBox}>
        <input
          className={styles.noteInput}
          aria-label="Write a note"
          placeholder="Write a note"
          autoComplete="off"
          maxLength={LONGEST_NOTE}
          value={text}
          disabled={action.busy}
          onChange={(event) => setText(event.target.value)}
        />
        <KeyHint keys="Enter" />
      </span>
    </form>
  );
}
