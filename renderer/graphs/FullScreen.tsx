import { Dialog as Base } from '@base-ui/react/dialog';
import { IconMinimize } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { timeSpans, usePlayhead } from '../state/playhead.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import styles from './FullScreen.module.css';

export interface FullScreenProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** One graph over the whole window, with the time bar's stretches in its head. Escape goes back. */
export function FullScreen({ title, onClose, children }: FullScreenProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null);
  const { spanMs, showSpan } = usePlayhead();
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        {/* The graph takes the focus itself, once it is laid out. */}
        <Base.Popup ref={popup} className={styles.popup} initialFocus={popup}>
          <header className={styles.head}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <SegmentedControl
              label="Stretch of time"
              value={String(spanMs)}
              options={timeSpans.map((span) => ({ value: String(span.spanMs), label: span.label }))}
              onChange={(value) => showSpan(Number(value))}
            />
            <Base.Close render={<IconButton label="Leave full screen" size="small" />}>
              <IconMinimize size={16} stroke={1.75} aria-hidden />
            </Base.Close>
          </header>
          <div className={styles.body}>{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
