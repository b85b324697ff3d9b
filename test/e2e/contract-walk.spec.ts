import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Product } from './product.ts';

/** The walk through the contract that lies beside the project where its makers have it. */
const WALK = join(import.meta.dirname, '..', '..', '..', 'shared', 'checks', 'walk.mjs');
const there = existsSync(WALK);
if (!there) process.stderr.write('contract-walk: skipped, ../shared/checks/walk.mjs is not beside the project\n');

describe('the walk through the contract', () => {
  it(
    there ? 'passes in every section' : 'is not beside the project (skipped)',
    async () => {
      if (!there) return;
      const product = await Product.start();
      try {
        const { code, output } = await run(product.app.url);
        expect(output).toMatch(/\n\d+ passed, 0 failed\n$/);
        expect(code).toBe(0);
      } finally {
        await product.stop();
      }
    },
    300_000,
  );
});

function run(url: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WALK, url], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}
