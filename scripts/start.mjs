/**
 * `npm start`: installs what is missing, builds what changed, then runs the application in this process.
 *   --no-build     skips both
 *   --app <name>   another application than standalone (api, relay, escalation, notification, …)
 * Plain Node without any package, because nothing may be installed yet.
 */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildChanged } from './build.mjs';
import { endRunning, installMissing, ROOT } from './install-missing.mjs';

const OLDEST_NODE = [20, 19];

const args = process.argv.slice(2);
const app = args.includes('--app') ? args[args.indexOf('--app') + 1] : 'standalone';

/** What goes wrong before the application runs is one line for a person. */
function fail(message) {
  console.error(`jiefen: ${message}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`Node ${process.versions.node} is too old: ${OLDEST_NODE.join('.')} or newer is needed`);
  }
}

/** Before anything else is started; the application checks again, with the whole of its settings. */
async function checkPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65535) fail('PORT must be a port between 1 and 65535');
  const error = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, process.env.HOST || (process.env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1'), () =>
      probe.close(() => resolve(null)),
    );
  });
  if (error?.code === 'EADDRINUSE') fail(`port ${port} is in use: stop what listens there or set PORT`);
  if (error !== null) fail(`cannot listen on port ${port}: ${error.code ?? error.message}`);
}

checkNode();
if (app === 'standalone') await checkPort();
if (!args.includes('--no-build')) {
  const stop = (signal) => {
    endRunning(signal);
    process.exit(0);
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  try {
    await installMissing();
    await buildChanged();
  } catch (error) {
    fail(error.message);
  }
  process.off('SIGTERM', stop).off('SIGINT', stop);
}
await import(pathToFileURL(join(ROOT, 'dist', 'apps', app, 'src', 'main.js'))).catch((error) => {
  if (error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(`${join('apps', app, 'src', 'main.js')}`))
    fail(`apps/${app} is not built: run without --no-build`);
  throw error;
});
