import type { Config } from '#libs/config';
import { DEMO_PASSWORD } from '#libs/demo-city';

const ACCOUNTS: readonly (readonly [username: string, zh: string, en: string])[] = [
  ['clerk', '窗口登记', 'registers at the counter'],
  ['leader', '综治中心主任', 'answers for the centre'],
  ['supervisor', '督查', 'supervises units and deadlines'],
  ['human-resources.430421.handler', '衡阳县人社局经办', 'handles a county unit’s cases'],
  ['human-resources.430421.head', '衡阳县人社局负责人', 'extends and signs'],
  ['operator', '系统运维', 'queues and dead letters'],
  ['admin', '系统管理员', 'accounts and calendars'],
];

/** What a person reads at the end of `npm start`. */
export function banner(config: Config): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host;
  const lines = ['', `  Jiefen 解纷 is running   http://${host === '127.0.0.1' ? 'localhost' : host}:${String(config.port)}`];
  if (config.metricsPort !== null) lines.push(`  Metrics                 http://${host}:${String(config.metricsPort)}/metrics`);
  if (config.clock === 'manual') lines.push('  The clock is manual: legal time moves by PUT /api/clock only.');
  if (config.demo) {
    lines.push('', `  Demonstration accounts, password ${DEMO_PASSWORD}`);
    const width = Math.max(...ACCOUNTS.map(([username]) => username.length)) + 2;
    for (const [username, zh, en] of ACCOUNTS) lines.push(`    ${username.padEnd(width)}${zh}, ${en}`);
  } else {
    lines.push('', '  No demonstration data. The first administrator is made by: npm run admin:create');
  }
  lines.push('', '  Ctrl-C stops it in order.', '');
  return lines.join('\n');
}
