import type { Pool } from 'pg';
import type { IdentityService } from '#libs/identity';
import type { Language, PersonChannel } from './channel.ts';
import type { ClaimedDelivery } from './claimed-delivery.ts';

export interface PersonAddress {
  readonly address: string;
  readonly language: Language;
}

/** The addresses of people, each read in the moment it is used and kept nowhere. */
export class AddressBook {
  constructor(
    private readonly pool: Pool,
    private readonly identity: IdentityService,
  ) {}

  /** Null: there is none, or this person must not be told of this case any more. */
  async addressOf(delivery: ClaimedDelivery, channel: PersonChannel): Promise<PersonAddress | null> {
    // Sealed since it was written: nothing of it leaves the house.
    if (delivery.sealed) return null;
    return delivery.recipientKind === 'user' ? this.ofUser(delivery, channel) : this.ofParty(delivery);
  }

  /** Still of that unit and role, still wanting it, and not recused from the case. */
  private async ofUser({ recipientId, unitId, roles, caseId }: ClaimedDelivery, channel: PersonChannel): Promise<PersonAddress | null> {
    const { rows } = await this.pool.query<{ address: Buffer; language: Language }>(
      `select k.address, k.language
       from jiefen.user_contacts k join jiefen.users u on u.id = k.user_id
       where u.id = $1 and k.channel = $2 and k.wanted and u.active and u.roles && $4::text[] and ($3::uuid is null or u.unit_id = $3)
         and not exists (select from jiefen.cases c where c.id = $5 and c.context::jsonb -> 'recusedUsers' ? u.id::text)`,
      [recipientId, channel, unitId, roles, caseId],
    );
    const [row] = rows;
    if (row === undefined) return null;
    return { address: this.identity.keyring.openStored('staff-contact', `${recipientId}:${channel}`, row.address), language: row.language };
  }

  /** The audit of identity says that it was read for a message, each time. */
  private async ofParty({ recipientId, caseId }: ClaimedDelivery): Promise<PersonAddress | null> {
    if (caseId === null) return null;
    const [party] = await this.identity.disclose({
      caseId,
      partyIds: [recipientId],
      fields: ['phone'],
      userId: null,
      unitId: null,
      purpose: 'message',
    });
    const phone = party?.phone ?? null;
    return phone === null ? null : { address: phone, language: 'zh' };
  }
}
