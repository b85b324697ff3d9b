import pg from 'pg';
import { hashPassword } from '#libs/access';
import { ConfigError } from '#libs/config';
import { accountId, unitId } from '#libs/directory';
import { poolConfig } from '#libs/persistence';
import { askSecret } from './ask-secret.ts';
import type { Task } from './task.ts';
import { withDatabase } from './with-database.ts';

const SHORTEST_PASSWORD = 12;

/**
 * `admin-create [username]`: an administrator at the city's centre, who makes all other accounts in the console. The password
 * comes from JIEFEN_ADMIN_PASSWORD, else from standard input.
 */
export const createAdministrator: Task = async (context) => {
  const username = context.args[0] ?? 'admin';
  if (!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(username))
    throw new ConfigError('the user name must have 2 to 64 characters: a–z, 0–9, dot, hyphen, underscore');
  const password =
    context.env['JIEFEN_ADMIN_PASSWORD'] || (await askSecret(`Password for ${username} (${SHORTEST_PASSWORD} characters or more): `));
  if (password.length < SHORTEST_PASSWORD) throw new ConfigError(`the password must have ${SHORTEST_PASSWORD} characters or more`);
  await withDatabase(context, async (config) => {
    const client = new pg.Client(poolConfig(config.databaseUrl, { name: 'admin-create', max: 1, asApplication: false }));
    await client.connect();
    try {
      const { rowCount } = await client.query(
        `insert into jiefen.users (id, username, password_hash, display_name, roles, unit_id)
         values ($1, $2, $3, $2, array['admin'], $4)
         on conflict (username) do nothing`,
        [accountId(username), username, await hashPassword(password), unitId('governance-centre', config.city)],
      );
      if (rowCount === 0) throw new ConfigError(`there is an account ${username} already`);
    } finally {
      await client.end();
    }
  });
  process.stdout.write(`administrator ${username} created\n`);
  return 0;
};
