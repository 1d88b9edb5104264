/** A notification of the system that leads somewhere. */
import { Notification } from 'electron';
import type { PageLink, ShellMessage } from '../../shared/contract/shell.ts';

/** Held until it is gone: a notification that nothing holds is collected, and its click is lost. */
const shown = new Set<Notification>();

export function showNotification(message: ShellMessage, onClick: (link: PageLink) => void): void {
  if (!Notification.isSupported()) return;
  const { title, body, severity, link } = message;
  const critical = severity === 'critical';
  // Silent: the sound is the page's own, by the person's choice.
  const notification = new Notification({
    title,
    body,
    silent: true,
    urgency: critical ? 'critical' : 'normal',
    timeoutType: critical ? 'never' : 'default',
  });
  shown.add(notification);
  notification.on('click', () => {
    shown.delete(notification);
    onClick(link);
  });
  notification.on('close', () => shown.delete(notification));
  notification.show();
}
