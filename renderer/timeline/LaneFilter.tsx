import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FilterBox } from '../filter/FilterBox.tsx';
import { useTimeRange } from '../state/use-time-range.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useBarFilter, useBarIncidents } from './bar-incidents.ts';
import { LaneChoices } from './LaneChoices.tsx';
import styles from './TimeBar.module.css';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** Leaves incidents out of the bar by what they say of themselves; while it does, how many stands beside it. */
export function LaneFilter(): ReactNode {
  const { filter, setFilter } = useBarFilter();
  const { shown, all, spec } = useBarIncidents(useTimeRange());
  const active = filter.trim() !== '';
  return (
    <span className={styles.filter}>
      {active && (
        <span role="status" className={styles.filtered}>
          {shown.length} of {all.length}
        </span>
      )}
      <Popover
        label="Filter of the time bar"
        above
        trigger={
          <IconButton label="Filter the time bar" size="small" edged={active}>
            {active ? <IconFilterFilled {...icon} /> : <IconFilter {...icon} />}
          </IconButton>
        }
      >
        {() => (
          <div className={styles.filterBody}>
            <FilterBox
              label="Filter the time bar"
              value={filter}
              onChange={setFilter}
              spec={spec}
              rows={all}
              inPopover
            />
            <span className={styles.narrowChoices}>
              <LaneChoices />
            </span>
          </div>
        )}
      </Popover>
    </span>
  );
}
