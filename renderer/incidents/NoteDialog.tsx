import { useId, useState, type FormEvent, type ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { note } from './incident-deeds.ts';
import { LONGEST_NOTE } from './IncidentNotes.tsx';

/** One note for several incidents. What could not be kept stays in the box. */
export function NoteDialog({
  incidents,
  onClose,
}: {
  readonly incidents: readonly Incident[];
  readonly onClose: () => void;
}): ReactNode {
  const formId = useId();
  const [text, setText] = useState('');
  const keep = useAction(async () => {
    await note(incidents, text);
    onClose();
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() !== '') keep.run();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Note for ${countText(incidents.length, 'incident')}`}
      description="The same text goes to each of them. A note stays: it cannot be taken back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId} disabled={text.trim() === ''} busy={keep.busy}>
            Keep the note
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextArea label="Note" rows={4} maxLength={LONGEST_NOTE} value={text} onChange={setText} />
        <FormError failure={keep.failure} />
      </form>
    </Dialog>
  );
}
