/** Whether the page is cut off from the engine: then nothing may be said to be absent, it may only not have been read. */
import { createContext, useContext } from 'react';

export const CutOff = createContext(false);

export const useCutOff = (): boolean => useContext(CutOff);
