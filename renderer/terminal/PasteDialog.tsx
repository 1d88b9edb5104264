import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { pasteQuestion } from './paste-text.ts';
import styles from './TerminalTab.module.css';

export interface PasteDialogProps {
  /** Null: closed. */
  readonly text: string | null;
  /** The shell there takes a paste as one (bracketed paste); else each line runs at once. */
  readonly asOne: boolean;
  readonly onPaste: (text: string) => void;
  readonly onClose: () => void;
}

/** Several lines may be several commands: shows them before they go. */
export function PasteDialog({ text, asOne, onPaste, onClose }: PasteDialogProps): ReactNode {
  const question = text === null ? null : pasteQuestion(text);
  return (
    <Dialog
      open={question !== null}
      onClose={onClose}
      width={640}
      title={`Paste ${question?.lines ?? 0} lines?`}
      description={
        asOne
          ? 'The shell there takes a paste as one piece and waits for Enter.'
          : 'The device takes each line as a command and runs it at once.'
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" onClick={() => text !== null && onPaste(text)}>
            Paste them
          </Button>
        </>
      }
    >
      <pre className={styles.preview}>{question?.preview.join('\n')}</pre>
      {question !== null && question.more > 0 && <p className={styles.more}>and {question.more} more</p>}
    </Dialog>
  );
}
