import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Incident, IncidentCause } from '../../shared/contract/incidents.ts';
import { causeNames } from '../../shared/model/cause-names.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextField } from '../ui/TextField.tsx';
import { assignCause } from './incident-deeds.ts';
import styles from './Causes.module.css';

const LONGEST_TEXT = 1000;
const causes = Object.keys(causeNames) as readonly IncidentCause[];

export interface CauseDialogProps {
  readonly incidents: readonly Incident[];
  readonly onClose: () => void;
}

/** What it was: one of a few words, and what exactly, where one wants to say more. */
export function CauseDialog({ incidents, onClose }: CauseDialogProps): ReactNode {
  const formId = useId();
  const [first] = incidents;
  const former = incidents.length === 1 ? (first?.cause ?? null) : null;
  const [cause, setCause] = useState<IncidentCause | null>(former?.cause ?? null);
  const [text, setText] = useState(former?.text ?? '');
  const isAssigned = incidents.some((incident) => incident.cause !== null);
  const assign = useAction(async (chosen: IncidentCause | null) => {
    await assignCause(incidents, chosen, chosen === null || text.trim() === '' ? null : text.trim());
    onClose();
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (cause !== null) assign.run(cause);
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={incidents.length === 1 ? 'What was the cause?' : `Cause of ${countText(incidents.length, 'incident')}`}
      description={incidents.length === 1 ? first?.title : 'The same for all of them; it can be changed one by one.'}
      footer={
        <>
          {isAssigned && (
            <Button busy={assign.busy} onClick={() => assign.run(null)}>
              Take it back
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId} disabled={cause === null} busy={assign.busy}>
            Assign
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className={styles.form}>
        <fieldset className={styles.causes}>
          <legend className="only-for-readers">Cause</legend>
          {causes.map((one) => (
            <label key={one} className={styles.cause}>
              <input type="radio" name="cause" value={one} checked={cause === one} onChange={() => setCause(one)} />
              {causeNames[one]}
            </label>
          ))}
        </fieldset>
        <TextField
          label="What exactly"
          aside="optional"
          hint="“Unknown” says that somebody looked and found nothing."
          maxLength={LONGEST_TEXT}
          value={text}
          onChange={setText}
        />
        <FormError failure={assign.failure} />
      </form>
    </Dialog>
  );
}
