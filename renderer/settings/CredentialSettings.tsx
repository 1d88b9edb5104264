import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Credential } from '../../shared/contract/settings.ts';
import { useCall } from '../engine/use-call.ts';
import { useTopic } from '../engine/use-topic.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { CredentialDialog } from './CredentialDialog.tsx';
import { CredentialItem } from './CredentialItem.tsx';
import styles from './Settings.module.css';

/** Stored credentials in the order in which they are tried. Secrets are never shown back. */
export function CredentialSettings(): ReactNode {
  const { items, ready, error } = useTopic('credentials', {});
  const vault = useCall('network.info', {}).data?.vault;
  const [editing, setEditing] = useState<Credential | 'new' | null>(null);
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} />;
  const add = (
    <Button tone="primary" icon={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setEditing('new')}>
      Add a credential
    </Button>
  );
  const sorted = items.toSorted((a, b) => a.rank - b.rank);
  return (
    <>
      <p className={styles.lead}>
        Tried in this order until one answers; the one that answered is remembered for the device.
        {vault !== undefined && ` Sealed: ${vault}.`}
      </p>
      {ready && sorted.length === 0 ? (
        <EmptyState title="No credentials" text="Without one, devices are pinged only." action={add} />
      ) : (
        <>
          <ul className={styles.list}>
            {sorted.map((credential) => (
              <CredentialItem key={credential.id} credential={credential} onEdit={() => setEditing(credential)} />
            ))}
          </ul>
          <div className={styles.form}>
            <div className={styles.buttons}>{add}</div>
          </div>
        </>
      )}
      <CredentialDialog
        key={editing === null ? 'closed' : editing === 'new' ? 'new' : editing.id}
        editing={editing}
        vault={vault}
        onClose={() => setEditing(null)}
      />
    </>
  );
}
