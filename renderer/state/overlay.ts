/** What lies over the page: the command palette or the sheet of keys; one at a time. */
import { create } from 'zustand';

export type Overlay = 'palette' | 'keys' | null;

export const useOverlay = create<{ readonly overlay: Overlay; readonly show: (overlay: Overlay) => void }>((set) => ({
  overlay: null,
  show: (overlay) => set({ overlay }),
}));

export function showOverlay(overlay: Overlay): void {
  useOverlay.getState().show(overlay);
}
