import './theme/global.css';
import './features/public/public.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PublicApp } from './features/public/app.tsx';
import { PublicI18n } from './i18n/public.tsx';
import { applyTheme, preferredTheme } from './theme/apply-theme.ts';

applyTheme(preferredTheme());
const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <PublicI18n>
        <PublicApp />
      </PublicI18n>
    </StrictMode>,
  );
}
