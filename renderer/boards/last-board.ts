/** Which board was looked at last, so that the rail leads back to it. Kept by the browser: each window of a person has its own. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type BoardChoice = number | 'busiest';

export const useLastBoard = create<{ readonly board: BoardChoice }>()(
  persist((): { readonly board: BoardChoice } => ({ board: 'busiest' }), { name: 'trunkline.board', version: 1 }),
);
