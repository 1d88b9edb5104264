/** What is selected: one thing at a time, the same in map, tables, inspector and time bar. */
import { create } from 'zustand';
import type { IdentityField } from '../../shared/contract/hardware.ts';

export type Selection =
  | { readonly kind: 'device'; readonly deviceId: number }
  | { readonly kind: 'interface'; readonly deviceId: number; readonly interfaceId: number }
  | { readonly kind: 'rate'; readonly deviceId: number; readonly interfaceId: number }
  /** `why`: with where the value comes from. */
  | { readonly kind: 'sensor'; readonly deviceId: number; readonly sensorId: number; readonly why?: boolean }
  | { readonly kind: 'part'; readonly deviceId: number; readonly index: number; readonly why?: boolean }
  | { readonly kind: 'vlan'; readonly deviceId: number; readonly vlan: number; readonly why?: boolean }
  /** Who a device is, and where that comes from; `field`: the one that was asked about. */
  | { readonly kind: 'identity'; readonly deviceId: number; readonly field: IdentityField }
  | { readonly kind: 'link'; readonly linkId: number }
  | { readonly kind: 'incident'; readonly incidentId: number };

interface SelectionState {
  readonly selection: Selection | null;
  /** The inspector shows the selection; closing it keeps nothing selected. */
  readonly select: (selection: Selection | null) => void;
}

export const useSelectionStore = create<SelectionState>((set) => ({
  selection: null,
  select: (selection) => set({ selection }),
}));

export function useSelection(): Selection | null {
  return useSelectionStore((state) => state.selection);
}

/** Selects from anywhere, also outside a component (the map's canvas, a key). */
export function select(selection: Selection | null): void {
  useSelectionStore.getState().select(selection);
}
