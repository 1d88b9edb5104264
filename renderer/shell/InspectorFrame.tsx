import { IconCopy, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { select } from '../state/selection.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { showToast } from '../ui/Toast.tsx';
import styles from './Inspector.module.css';

export interface InspectorFrameProps {
  /** What kind of thing: "Link, layer 2". */
  readonly kind: ReactNode;
  readonly subject: ReactNode;
  /** Plain name for the clipboard; absent: nothing to copy. */
  readonly copyText?: string | undefined;
  /** State and chips under the subject. */
  readonly facts?: ReactNode;
  readonly buttons?: ReactNode;
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text).then(
    () => showToast({ title: 'Copied', detail: text }),
    (error: unknown) => showToast({ title: 'Not copied', detail: String(error), tone: 'failed' }),
  );
}

/** Head, body and foot that every panel of the inspector has. */
export function InspectorFrame(props: InspectorFrameProps): ReactNode {
  const { kind, subject, copyText, facts, buttons, children, foot } = props;
  return (
    <>
      <header className={styles.head}>
        <div className={styles.kindRow}>
          <span className={styles.kind}>{kind}</span>
          {copyText !== undefined && (
            <IconButton size="small" label="Copy" onClick={() => void copy(copyText)}>
              <IconCopy size={16} stroke={1.75} aria-hidden />
            </IconButton>
          )}
          <IconButton size="small" label="Close the inspector" onClick={() => select(null)}>
            <IconX size={16} stroke={1.75} aria-hidden />
          </IconButton>
        </div>
        <h2 className={styles.subject}>{subject}</h2>
        {facts !== undefined && <div className={styles.facts}>{facts}</div>}
        {buttons !== undefined && <div className={styles.buttons}>{buttons}</div>}
      </header>
      <div className={styles.body}>{children}</div>
      {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
    </>
  );
}
