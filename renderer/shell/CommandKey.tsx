import type { ReactNode } from 'react';
import type { ViewKey } from '../state/view-keys.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { useViewKeyText } from './key-text.ts';

/** The key of a view's command beside its button; nothing where it has none. */
export function CommandKey({ id, onFill }: { readonly id: ViewKey; readonly onFill?: boolean }): ReactNode {
  const keys = useViewKeyText(id);
  return keys === undefined ? null : <KeyHint keys={keys} {...(onFill === undefined ? {} : { onFill })} />;
}
