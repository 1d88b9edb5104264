import type { ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { causeText } from '../../shared/model/cause-names.ts';
import { CommandKey } from '../shell/CommandKey.tsx';
import { Button } from '../ui/Button.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { Time } from '../ui/Time.tsx';
import styles from './Causes.module.css';

/** What people found it was, and the way to say so. */
export function CauseSection({
  incident,
  onAssign,
}: {
  readonly incident: Incident;
  readonly onAssign: () => void;
}): ReactNode {
  const { cause } = incident;
  return (
    <PanelSection title="Cause">
      {cause === null ? (
        <p className={styles.by}>Nobody has said yet what it was.</p>
      ) : (
        <p className={styles.text}>
          <strong>{causeText(cause)}</strong>{' '}
          <span className={styles.by}>
            {cause.by}, <Time atMs={cause.atMs} />
          </span>
        </p>
      )}
      <div className={styles.assign}>
        <Button size="small" onClick={onAssign}>
          {cause === null ? 'Assign a cause' : 'Change the cause'} <CommandKey id="incident.cause" />
        </Button>
      </div>
    </PanelSection>
  );
}
