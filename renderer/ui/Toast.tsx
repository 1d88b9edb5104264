import { Toast as Base } from '@base-ui/react/toast';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Toast.module.css';

const manager = Base.createToastManager();

const SHOWN_MS = 5000;
/** Long enough to see that it was a mistake. */
const WITH_ACTION_MS = 12_000;

export interface ToastMessage {
  readonly title: string;
  readonly detail?: string | undefined;
  readonly tone?: 'done' | 'failed' | undefined;
  /** A button: "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Says in passing that something was done or failed. A failure stays until it is closed. */
export function showToast({ title, detail, tone = 'done', action }: ToastMessage): void {
  const failed = tone === 'failed';
  const id = manager.add({
    title,
    description: detail,
    type: tone,
    timeout: failed ? 0 : action === undefined ? SHOWN_MS : WITH_ACTION_MS,
    priority: failed ? 'high' : 'low',
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id);
              action.run();
            },
          },
        }),
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
      {toast.actionProps !== undefined && <Base.Action className={styles.action} />}
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
