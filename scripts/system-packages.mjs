/** What suites need from the system: found, installed with apt-get when we are root, or asked for in one line. */
import { spawnSync } from 'node:child_process';
import { run } from './install-missing.mjs';

/** Debian package → how to see that it, or its like, is there. */
const NEEDS = {
  'redis-server': () => onPath('redis-server'),
  chromium: () => ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].some(onPath),
  // Without a Chinese font the browser shows boxes.
  'fonts-noto-cjk': () => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() > '',
  fontconfig: () => onPath('fc-list'),
};

/** @throws an error whose message is one line saying what to install */
export async function ensureSystemPackages(packages = Object.keys(NEEDS)) {
  const missing = packages.filter((name) => !NEEDS[name]());
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !onPath('apt-get'))
    throw new Error(`install these first: ${missing.join(' ')} (on Debian: apt-get install ${missing.join(' ')})`);
  console.log(`Installing ${missing.join(' ')} …`);
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
}

function onPath(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;
}

if (process.argv[1] === import.meta.filename) {
  await ensureSystemPackages().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
