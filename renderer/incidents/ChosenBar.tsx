import { IconCheck, IconCopy, IconDownload, IconNote, IconTag, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { CommandKey } from '../shell/CommandKey.tsx';
import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { forgetDeed, undoLastDeed, useLastDeed } from './incident-deeds.ts';
import styles from './Incidents.module.css';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export interface ChosenBarProps {
  readonly incidents: readonly Incident[];
  readonly busy: boolean;
  readonly onAcknowledge: () => void;
  readonly onTakeBack: () => void;
  readonly onNote: () => void;
  readonly onCause: () => void;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

/** What can be done with the chosen ones. */
export function ChosenBar(props: ChosenBarProps): ReactNode {
  const { incidents, busy, onAcknowledge, onTakeBack, onNote, onCause, onCopy, onExport, onClear } = props;
  const isAnyFree = incidents.some(({ acknowledgedBy }) => acknowledgedBy === null);
  const isAnyOwned = incidents.some(({ acknowledgedBy }) => acknowledgedBy !== null);
  return (
    <div className={styles.chosenBar} role="toolbar" aria-label="Chosen incidents">
      <span className={styles.chosenCount} role="status">
        {incidents.length} chosen
      </span>
      <Button size="small" icon={<IconCheck {...icon} />} busy={busy} disabled={!isAnyFree} onClick={onAcknowledge}>
        Acknowledge <CommandKey id="incident.acknowledge" />
      </Button>
      <Button size="small" busy={busy} disabled={!isAnyOwned} onClick={onTakeBack}>
        Take back <CommandKey id="incident.take-back" />
      </Button>
      <Button size="small" icon={<IconTag {...icon} />} onClick={onCause}>
        Cause <CommandKey id="incident.cause" />
      </Button>
      <Button size="small" icon={<IconNote {...icon} />} onClick={onNote}>
        Note <CommandKey id="incident.note" />
      </Button>
      <Button size="small" icon={<IconCopy {...icon} />} onClick={onCopy}>
        Copy
      </Button>
      <Button size="small" icon={<IconDownload {...icon} />} onClick={onExport}>
        CSV
      </Button>
      <span className={styles.spring} />
      <IconButton label="Choose none (Esc)" size="small" onClick={onClear}>
        <IconX {...icon} />
      </IconButton>
    </div>
  );
}

/** What was done last, and the way back. */
export function DeedBar(): ReactNode {
  const deed = useLastDeed((state) => state.deed);
  if (deed === null) return null;
  return (
    <div className={styles.chosenBar}>
      <span role="status">{deed.words}</span>
      {deed.undo !== null && (
        <Button size="small" onClick={() => void undoLastDeed()}>
          Undo <KeyHint keys="Ctrl Z" />
        </Button>
      )}
      <span className={styles.spring} />
      <IconButton label="Put this away" size="small" onClick={forgetDeed}>
        <IconX {...icon} />
      </IconButton>
    </div>
  );
}
