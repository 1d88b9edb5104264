import { useEffect, useRef } from 'react';

/** Asks a call again when `version` changes: for an answer that follows from what a topic tells. */
export function useReloadOn(version: number | string, reload: () => void): void {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current === version) return;
    seen.current = version;
    reload();
  }, [version, reload]);
}
