import type { Pool } from 'pg';
import type { IdentityService } from '#libs/identity';
import type { Language, PersonChannel } from './channel.ts';

export interface Contact {
  readonly channel: PersonChannel;
  readonly address: string;
  readonly wanted: boolean;
  readonly language: Language;
}

/** Where one member of the staff wants to be told; read and written by himself alone. */
export class ContactStore {
  constructor(
    private readonly pool: Pool,
    private readonly identity: IdentityService,
  ) {}

  async of(userId: string): Promise<readonly Contact[]> {
    const { rows } = await this.pool.query<Omit<Contact, 'address'> & { address: Buffer }>(
      'select channel, address, wanted, language from jiefen.user_contacts where user_id = $1 order by channel',
      [userId],
    );
    return rows.map(({ address, ...row }) => ({
      ...row,
      address: this.identity.keyring.openStored('staff-contact', `${userId}:${row.channel}`, address),
    }));
  }

  /** Replaces all of them in one statement; the audit trail names the channels only. */
  async replace(userId: string, contacts: readonly Contact[]): Promise<void> {
    await this.pool.query(
      `with given as (
         select * from unnest($2::text[], $3::bytea[], $4::boolean[], $5::text[]) g(channel, address, wanted, language)
       ), gone as (
         delete from jiefen.user_contacts k where k.user_id = $1 and k.channel not in (select channel from given)
       ), kept as (
         insert into jiefen.user_contacts (user_id, channel, address, wanted, language)
         select $1, channel, address, wanted, language from given
         on conflict (user_id, channel) do update
           set address = excluded.address, wanted = excluded.wanted, language = excluded.language, changed_at = clock_timestamp()
       )
       insert into jiefen.audit_log (user_id, action, object, data)
       values ($1, 'contacts.changed', $1::text, jsonb_build_object('channels', $2::text[]))`,
      [
        userId,
        contacts.map(({ channel }) => channel),
        contacts.map(({ channel, address }) => this.identity.keyring.sealStored('staff-contact', `${userId}:${channel}`, address)),
        contacts.map(({ wanted }) => wanted),
        contacts.map(({ language }) => language),
      ],
    );
  }
}
