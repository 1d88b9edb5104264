import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useSavedFilters } from '../state/saved-filters.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './DevicesView.module.css';

export interface SavedFiltersMenuProps {
  readonly list: string;
  readonly filter: string;
  readonly onChoose: (filter: string) => void;
}

/** Filters that were given a name: choose one, name the present one, forget one. */
export function SavedFiltersMenu({ list, filter, onChoose }: SavedFiltersMenuProps): ReactNode {
  const saved = useSavedFilters((state) => state.lists[list]) ?? [];
  const { save, forget } = useSavedFilters();
  const [name, setName] = useState('');
  const canSave = name.trim() !== '' && filter.trim() !== '';
  return (
    <Popover
      label="Saved filters"
      trigger={
        <IconButton label="Saved filters" edged>
          <IconBookmark size={16} stroke={1.75} aria-hidden />
        </IconButton>
      }
    >
      {(close) => (
        <div className={styles.saved}>
          {saved.length === 0 && <p className={styles.hint}>Filters that you name are kept here.</p>}
          <ul>
            {saved.map((one) => (
              <li key={one.name} className={styles.savedItem}>
                <button
                  type="button"
                  className={styles.savedName}
                  title={one.filter}
                  onClick={() => {
                    onChoose(one.filter);
                    close();
                  }}
                >
                  {one.name}
                  <span className={styles.savedFilter}>{one.filter}</span>
                </button>
                <IconButton label={`Forget ${one.name}`} size="small" onClick={() => forget(list, one.name)}>
                  <IconTrash size={14} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
          <form
            className={styles.saveForm}
            onSubmit={(event) => {
              event.preventDefault();
              if (!canSave) return;
              save(list, { name: name.trim(), filter });
              setName('');
            }}
          >
            <TextField
              label="Keep this filter as"
              small
              value={name}
              onChange={setName}
              maxLength={60}
              disabled={filter === ''}
              hint={filter === '' ? 'Nothing is filtered now.' : filter}
            />
            <Button size="small" type="submit" disabled={!canSave}>
              Keep
            </Button>
          </form>
        </div>
      )}
    </Popover>
  );
}
