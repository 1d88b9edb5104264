import { useState, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import type { GraphContent } from './graph-content.ts';
import { savePicture, type PictureChoice } from './save-graph.ts';
import styles from './Graph.module.css';

const pageTheme = (): PictureChoice['theme'] =>
  document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark';

/** Theme and size of the picture that is saved. */
export function PictureDialog({
  content,
  onClose,
}: {
  readonly content: GraphContent;
  readonly onClose: () => void;
}): ReactNode {
  const [theme, setTheme] = useState(pageTheme);
  const [scale, setScale] = useState<'1' | '2'>('2');
  return (
    <Dialog
      open
      onClose={onClose}
      title="Save as picture"
      description="A PNG with title, stretch of time, zone and legend."
      width={420}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            tone="primary"
            onClick={() => {
              onClose();
              void savePicture(content, { theme, scale: scale === '1' ? 1 : 2 });
            }}
          >
            Save picture
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <span>Colours</span>
        <SegmentedControl<PictureChoice['theme']>
          label="Colours of the picture"
          size="form"
          value={theme}
          options={[
            { value: 'dark', label: 'Dark' },
            { value: 'light', label: 'Light, for paper' },
          ]}
          onChange={setTheme}
        />
        <span>Size</span>
        <SegmentedControl<'1' | '2'>
          label="Size of the picture"
          size="form"
          value={scale}
          options={[
            { value: '1', label: '1,000 px' },
            { value: '2', label: '2,000 px, sharp' },
          ]}
          onChange={setScale}
        />
      </div>
    </Dialog>
  );
}
