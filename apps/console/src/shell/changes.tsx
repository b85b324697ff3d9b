import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { CaseView } from '../server-state/api-types.ts';
import { keys } from '../server-state/keys.ts';
import { openStream, type Change, type Connection } from '../server-state/stream.ts';

interface Changes {
  readonly connection: Connection;
  /** Cases that changed since the lists were last shown: a bar tells it, no row moves by itself. */
  readonly pending: ReadonlySet<string>;
  readonly seen: () => void;
}

const Context = createContext<Changes>({ connection: 'connecting', pending: new Set(), seen: () => undefined });

/** One stream a tab, while somebody is logged in. */
export function ChangesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const onChange = (change: Change): void => {
      const { id, version } = change;
      void queries.invalidateQueries({ queryKey: keys.inbox });
      if (id === undefined) {
        void queries.invalidateQueries({ queryKey: ['case'] });
        return;
      }
      setPending((before) => (before.has(id) ? before : new Set([...before, id])));
      const shown = queries.getQueryData<CaseView>(keys.case(id));
      // Reminders change clocks and history but no version, so the same version is fetched again too.
      if (shown !== undefined && (version === undefined || version >= shown.version))
        void queries.invalidateQueries({ queryKey: keys.case(id) });
    };
    return openStream(onChange, setConnection);
  }, [queries]);

  const seen = useCallback(() => {
    setPending(new Set());
  }, []);
  const value = useMemo(() => ({ connection, pending, seen }), [connection, pending, seen]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useChanges(): Changes {
  return useContext(Context);
}
