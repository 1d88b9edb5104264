import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Tooltip } from '../ui/Tooltip.tsx';
import type { MapController } from './live/map-controller.ts';
import { MiniMap } from './MiniMap.tsx';
import styles from './MapControls.module.css';

/** Zoom buttons and the mini-map. */
export function MapControls({ controller }: { readonly controller: MapController }): ReactNode {
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={styles.controls}>
      <div className={styles.buttons} role="group" aria-label="Zoom">
        <ZoomButton label="Zoom in (+)" onClick={() => controller.zoomIn()}>
          <IconPlus {...icon} />
        </ZoomButton>
        <ZoomButton label="Zoom out (−)" onClick={() => controller.zoomOut()}>
          <IconMinus {...icon} />
        </ZoomButton>
        <ZoomButton label="Show the whole map (F)" onClick={() => controller.fit()}>
          <IconFocusCentered {...icon} />
        </ZoomButton>
      </div>
      <MiniMap controller={controller} />
    </div>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ZoomButton({ label, onClick, children }: ZoomButtonProps): ReactNode {
  return (
    <Tooltip text={label}>
      <button type="button" className={styles.button} aria-label={label} onClick={onClick}>
        {children}
      </button>
    </Tooltip>
  );
}
