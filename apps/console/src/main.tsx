import './theme/global.css';
import './shell/shell.css';
import './features/layout.css';
import './features/intake/intake.css';
import './features/operations/operations.css';
import './features/work/work.css';
import './features/case/case.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { StaffI18n } from './i18n/staff.tsx';
import { router } from './routes/router.tsx';
import { makeQueryClient } from './server-state/query-client.ts';
import { ChangesProvider } from './shell/changes.tsx';
import { Design } from './shell/design.tsx';
import { LoginPage } from './shell/login-page.tsx';
import { SessionProvider, useSession } from './shell/session.tsx';
import { ThemeProvider } from './shell/theme-context.tsx';

/** Strangers see the login at every address; after it, the address they asked for. */
function Gate(): ReactNode {
  const { user } = useSession();
  if (user === undefined) return null;
  if (user === null) return <LoginPage />;
  return (
    <ChangesProvider key={user.id}>
      <RouterProvider router={router} />
    </ChangesProvider>
  );
}

const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <ThemeProvider>
          <StaffI18n>
            <Design>
              <SessionProvider>
                <Gate />
              </SessionProvider>
            </Design>
          </StaffI18n>
        </ThemeProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
