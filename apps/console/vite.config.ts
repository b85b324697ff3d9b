import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/**
 * Two entries: `index.html` for staff, `public.html` for everybody. The API serves both and writes a fresh nonce where
 * the page says `__CSP_NONCE__`. Browsers as console.md 5: Chromium 109, Firefox 115, Safari 16.4.
 */
export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: `${root}/../../dist/apps/console`,
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // Nothing may be inlined as data: under the CSP (font-src, script-src 'self').
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
    rolldownOptions: { input: { index: `${root}/index.html`, public: `${root}/public.html` } },
  },
  server: { proxy: { '/api': process.env['API_ORIGIN'] ?? 'http://127.0.0.1:3000' } },
});
