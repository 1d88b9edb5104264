import type { ReactNode } from 'react';
import { keysInForce, useKeymap } from '../state/keymap.ts';
import { useOverlay } from '../state/overlay.ts';
import { routeHash } from '../state/route.ts';
import { keyWords } from '../state/key-notation.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { commandKey } from './command-key.ts';
import { allKeyCommands, fixedKeys } from './shortcuts.ts';
import styles from './KeySheet.module.css';

/** Every key that is in force, on one sheet. */
export function KeySheet(): ReactNode {
  const { overlay, show } = useOverlay();
  const choices = useKeymap();
  const own = allKeyCommands.flatMap((command) => {
    const keys = keysInForce(command, choices);
    return keys === null ? [] : [{ keys: keyWords(keys, commandKey), text: command.text }];
  });
  return (
    <Dialog open={overlay === 'keys'} onClose={() => show(null)} title="Keys" width={680}>
      {!choices.single && <p className={styles.off}>Letters, digits and signs alone are switched off.</p>}
      <dl className={styles.list}>
        {[...own, ...fixedKeys].map(({ keys, text }) => (
          <div key={text} className={styles.row}>
            <dt>{text}</dt>
            <dd className={styles.keys}>
              {keys.split(' ').map((key, at) => (
                // A chord may have one key twice: G G.
                <KeyHint key={`${at} ${key}`} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.links}>
        <a
          className={styles.help}
          href={routeHash({ view: 'settings', section: 'keyboard' })}
          onClick={() => show(null)}
        >
          Change the keys
        </a>
        <a className={styles.help} href={routeHash({ view: 'help', page: 'states' })} onClick={() => show(null)}>
          What the states, severities and marks mean
        </a>
      </p>
    </Dialog>
  );
}
