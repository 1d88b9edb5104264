import type { SearchAddon } from '@xterm/addon-search';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './TerminalTab.module.css';

export interface FindBarProps {
  readonly search: SearchAddon;
  readonly onClose: () => void;
}

/** Looks back through what is on the screen and above it. Enter: the one before; Shift-Enter: the one after. */
export function FindBar({ search, onClose }: FindBarProps): ReactNode {
  const [text, setText] = useState('');
  const [found, setFound] = useState(true);
  const find = (wanted: string, where: 'before' | 'after'): void => {
    const hit = where === 'before' ? search.findPrevious(wanted) : search.findNext(wanted);
    setFound(wanted === '' || hit);
  };
  return (
    <search className={styles.find}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a key, to type at once */}
      <input
        autoFocus
        aria-label="Find in this terminal"
        placeholder="Find"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          find(event.target.value, 'before');
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          else if (event.key === 'Enter') find(text, event.shiftKey ? 'after' : 'before');
        }}
      />
      <span className={styles.none} role="status">
        {found ? '' : 'Not there'}
      </span>
      <IconButton size="small" label="Further up" onClick={() => find(text, 'before')}>
        <IconChevronUp size={14} aria-hidden />
      </IconButton>
      <IconButton size="small" label="Further down" onClick={() => find(text, 'after')}>
        <IconChevronDown size={14} aria-hidden />
      </IconButton>
      <IconButton size="small" label="Close" onClick={onClose}>
        <IconX size={14} aria-hidden />
      </IconButton>
    </search>
  );
}
