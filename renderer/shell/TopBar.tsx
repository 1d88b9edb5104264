import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { showOverlay } from '../state/overlay.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { ConsoleHealth } from './ConsoleHealth.tsx';
import { OpenIncidents } from './OpenIncidents.tsx';
import { useKeyText } from './key-text.ts';
import { finder } from './shortcuts.ts';
import styles from './TopBar.module.css';

function NetworkName(): ReactNode {
  const { data } = useCall('network.info', {});
  const settings = useItem('settings', {}, 'settings');
  return (
    <div className={styles.network}>
      <span className={styles.name}>{settings?.networkName ?? data?.name ?? 'Trunkline'}</span>
      {data !== undefined && <span className={styles.file}>{data.demo ? 'demo' : data.file}</span>}
    </div>
  );
}

/** The network, the search, what is wrong, and how the console itself is. */
export function TopBar(): ReactNode {
  const keys = useKeyText(finder);
  return (
    <header className={styles.bar} data-no-print>
      <NetworkName />
      <button type="button" className={styles.search} aria-haspopup="dialog" onClick={() => showOverlay('palette')}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span className={styles.prompt}>Find a device, port, address, MAC, incident or command</span>
        {keys !== undefined && <KeyHint keys={keys} />}
      </button>
      <div className={styles.right}>
        <OpenIncidents />
        <ConsoleHealth />
      </div>
    </header>
  );
}
