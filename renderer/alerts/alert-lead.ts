/**
 * Of all windows of this person one tells of incidents, or each would. The one that holds the lock leads; when it closes, the
 * browser gives the lock to the next. A page that holds a lock is not frozen in the background either.
 */
const LOCK = 'trunkline.alerts';
let leads = false;

export function seekLead(): void {
  if (!('locks' in navigator)) {
    leads = true;
    return;
  }
  void navigator.locks.request(LOCK, () => {
    leads = true;
    // Held for as long as this page lives.
    return new Promise<never>(() => undefined);
  });
}

export function isLeading(): boolean {
  return leads;
}
