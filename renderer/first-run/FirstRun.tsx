import { useState, type ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useTopic } from '../engine/use-topic.ts';
import { ConnectionBanner } from '../shell/ConnectionBanner.tsx';
import { Logo } from '../shell/Logo.tsx';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { DiscoveryProgress } from './DiscoveryProgress.tsx';
import { StartForm } from './StartForm.tsx';
import styles from './FirstRun.module.css';

/** One address, one credential, and the network appears. The same screen adds devices later. */
export function FirstRun(): ReactNode {
  const info = useCall('network.info', {}).data;
  const devices = useTopic('devices', {}).items.length;
  // The first devices appear while the form is in use: it stays what it was when it was opened.
  const [adding] = useState(devices > 0);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Logo size={24} />
        <span className={styles.brand}>Trunkline</span>
        <span className={styles.file}>{!adding ? 'New network' : (info?.name ?? info?.file)}</span>
        {devices > 0 && (
          <span className={styles.leave}>
            <Button tone="quiet" onClick={() => goTo({ view: 'map' })}>
              Back to the map
            </Button>
          </span>
        )}
      </header>
      <ConnectionBanner />
      <main className={styles.columns}>
        <StartForm adding={adding} keptWhere={info?.vault} />
        <DiscoveryProgress />
      </main>
    </div>
  );
}
