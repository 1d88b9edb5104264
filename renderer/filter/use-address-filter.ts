/** The filter of a list that has an address. */
import { useEffect, useRef, useState } from 'react';
import { replaceRoute, useListFilter } from '../state/route.ts';

const ADDRESS_AFTER_MS = 300;

/** The filter as it is typed. The address follows, so that a link, the way back and a reload lead to the same rows. */
export function useAddressFilter(view: 'devices' | 'incidents' | 'logs'): readonly [string, (filter: string) => void] {
  const asked = useListFilter();
  const [filter, setFilter] = useState(asked);
  const written = useRef(asked);
  useEffect(() => {
    if (asked !== written.current) setFilter(asked);
    written.current = asked;
  }, [asked]);
  useEffect(() => {
    if (filter.trim() === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = filter.trim();
      replaceRoute({ view, filter });
    }, ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [filter, view]);
  return [filter, setFilter];
}
