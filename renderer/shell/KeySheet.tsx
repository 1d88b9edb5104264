import type { ReactNode } from 'react';
import { useOverlay } from '../state/overlay.ts';
import { routeHash } from '../state/route.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { commandKey } from './command-key.ts';
import { keysElsewhere, shortcuts } from './shortcuts.ts';
import styles from './KeySheet.module.css';

/** Every key on one sheet. */
export function KeySheet(): ReactNode {
  const { overlay, show } = useOverlay();
  const all = [{ keys: `${commandKey} K`, text: 'Find anything' }, ...shortcuts, ...keysElsewhere];
  return (
    <Dialog open={overlay === 'keys'} onClose={() => show(null)} title="Keys" width={680}>
      <dl className={styles.list}>
        {all.map(({ keys, text }) => (
          <div key={text} className={styles.row}>
            <dt>{text}</dt>
            <dd className={styles.keys}>
              {keys.split(' ').map((key, at) => (
                // A chord may have one key twice: G G.
                <KeyHint key={`${at} ${key}`} keys={key.length === 1 ? key.toUpperCase() : key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <a className={styles.help} href={routeHash({ view: 'help', page: 'states' })} onClick={() => show(null)}>
        What the states, severities and marks mean
      </a>
    </Dialog>
  );
}
