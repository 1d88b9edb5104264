import { Toast as Base } from '@base-ui/react/toast';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Toast.module.css';

const manager = Base.createToastManager();

/** Says in passing that something was done or failed. A failure stays until it is closed. */
export function showToast(message: {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tone?: 'done' | 'failed' | undefined;
}): void {
  const failed = message.tone === 'failed';
  manager.add({
    title: message.title,
    description: message.detail,
    type: message.tone ?? 'done',
    timeout: failed ? 0 : 5000,
    priority: failed ? 'high' : 'low',
  });
}

function ToastList(): ReactNode {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className={styles.toast} data-tone={toast.type}>
      <Base.Content className={styles.content}>
        <Base.Title className={styles.title} />
        <Base.Description className={styles.detail} />
      </Base.Content>
      <Base.Close className={styles.close} aria-label="Close">
        <IconX size={14} aria-hidden />
      </Base.Close>
    </Base.Root>
  ));
}

/** Once, around the page. */
export function ToastArea({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Base.Provider toastManager={manager}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles.viewport}>
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}
