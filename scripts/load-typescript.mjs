// A Node load hook: compiles the TypeScript sources that a script imports, so that generators need no build before them.
// Use: `register('./load-typescript.mjs', import.meta.url)` from node:module, then a dynamic import of a `.ts` file.
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

/** `#libs/…` means the sources too. */
export function resolve(specifier, context, nextResolve) {
  return nextResolve(specifier, { ...context, conditions: ['source', ...context.conditions] });
}

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    swcrc: false,
    module: { type: 'es6' },
    jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
  });
  return { format: 'module', shortCircuit: true, source: code };
}
