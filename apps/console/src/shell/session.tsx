import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Me } from '../server-state/api-types.ts';
import { json, request, whenUnauthenticated } from '../server-state/http.ts';
import { problemOf } from '../server-state/problem.ts';

/** Only says that a session may exist, so that a first visit doesn't ask in vain; the session itself is an HttpOnly cookie. */
const HINT = 'jiefen.session';

interface Session {
  /** Undefined while it is being found out, null when nobody is logged in. */
  readonly user: Me | null | undefined;
  /** The session ended while somebody was at work: the login comes over the page, and what was typed stays. */
  readonly expired: boolean;
  readonly login: (username: string, password: string) => Promise<void>;
  readonly logout: () => Promise<void>;
}

const Context = createContext<Session | null>(null);

export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const [user, setUser] = useState<Me | null | undefined>(() => (localStorage.getItem(HINT) === null ? null : undefined));
  const [expired, setExpired] = useState(false);

  useEffect(() => {
    whenUnauthenticated(() => {
      setExpired(true);
    });
    if (localStorage.getItem(HINT) === null) return;
    json<{ readonly user: Me }>('/api/auth/me').then(
      (answer) => {
        setUser(answer.user);
      },
      () => {
        localStorage.removeItem(HINT);
        setUser(null);
      },
    );
  }, []);

  const login = useCallback(
    async (username: string, password: string) => {
      const answer = await json<{ readonly user: Me }>('/api/auth/login', { method: 'POST', body: { username, password } });
      localStorage.setItem(HINT, '1');
      const other = user !== undefined && user !== null && user.id !== answer.user.id;
      if (other) queries.clear();
      setUser(answer.user);
      setExpired(false);
      await queries.invalidateQueries();
    },
    [queries, user],
  );

  const logout = useCallback(async () => {
    try {
      await request('/api/auth/logout', { method: 'POST', body: {} });
    } catch (error) {
      // A session that is over already is what was asked for.
      if (problemOf(error).status !== 401) throw error;
    }
    localStorage.removeItem(HINT);
    sessionStorage.clear();
    queries.clear();
    setUser(null);
    setExpired(false);
  }, [queries]);

  const value = useMemo(() => ({ user, expired, login, logout }), [user, expired, login, logout]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** The session; `user` may be null. */
export function useSession(): Session {
  const value = useContext(Context);
  if (value === null) throw new Error('useSession outside its provider');
  return value;
}

/** Who is logged in; only below the shell, which shows nothing else to strangers. */
export function useUser(): Me {
  const { user } = useSession();
  if (user === null || user === undefined) throw new Error('nobody is logged in');
  return user;
}
