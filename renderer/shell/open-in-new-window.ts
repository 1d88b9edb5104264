/** The view of this window in one more: for a second screen. */
import { hostShell } from '../engine/shell.ts';
import { parseRoute, routeHash } from '../state/route.ts';
import { toastFailure } from '../state/use-action.ts';
import { showToast } from '../ui/Toast.tsx';

export async function openInNewWindow(): Promise<void> {
  try {
    const { opened } = await hostShell().openWindow(routeHash(parseRoute(location.hash)));
    if (opened) return;
    showToast({
      title: 'No window was opened',
      detail: 'The browser blocks new windows here: allow pop-ups for this address.',
      tone: 'failed',
    });
  } catch (error) {
    toastFailure('No window was opened', error);
  }
}
