import { useSyncExternalStore } from 'react';

/** The public side has three pages: the path alone says which, and nothing personal ever stands in it. */
function subscribe(then: () => void): () => void {
  addEventListener('popstate', then);
  return () => {
    removeEventListener('popstate', then);
  };
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname.replace(/\/+$/, ''));
}

/** Moves within the public side without loading it again. */
export function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}
