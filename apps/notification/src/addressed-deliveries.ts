/**
 * Part of the statement that writes the notices: one delivery for each notice, channel and recipient, in the same transaction. Nothing of a
 * sealed case leaves the house. Parameters: $2 channels to persons that are on, $3 kinds that pass quiet hours, $4 the end of the quiet hours,
 * $5 whether petitioners are told.
 *
 * Reads `claimed` (outbox rows) and `told` (their notices to units, with the case).
 */
export const ADDRESSED = `
  to_staff as (
    select t.id || '.' || t.ordinal as message, k.channel, 'user' as recipient_kind, u.id as recipient_id, t.unit_id,
           array(select jsonb_array_elements_text(t.notice->'roles')) as roles, t.case_id, t.seq, t.notice->>'kind' as kind,
           t.notice->>'rule' as rule, t.at
    from told t
    join jiefen.users u on u.unit_id = t.unit_id and u.active and u.roles && array(select jsonb_array_elements_text(t.notice->'roles'))
    join jiefen.user_contacts k on k.user_id = u.id and k.wanted and k.channel = any($2::text[])
    where t.sealed is not true
  ), to_systems as (
    select t.id || '.' || t.ordinal, 'webhook', 'webhook', w.id, t.unit_id, array(select jsonb_array_elements_text(t.notice->'roles')),
           t.case_id, t.seq, t.notice->>'kind', t.notice->>'rule', t.at
    from told t join jiefen.webhooks w on w.active and (w.kinds = '{}' or t.notice->>'kind' = any(w.kinds))
    where t.sealed is not true
  ), to_petitioners as (
    select c.id || '.' || n.ordinal, 'sms', 'party', p.id, null::uuid, array['petitioner'], c.case_id, c.seq, n.notice->>'kind',
           null::text, e.at
    from claimed c
    join jiefen.cases k on k.id = c.case_id and not k.sealed
    join jiefen.events e on e.case_id = c.case_id and e.seq = c.seq
    cross join lateral jsonb_array_elements(c.payload->'notices') with ordinality n(notice, ordinal)
    -- Of the petitioning side alone: nobody on the other one is ever written to.
    cross join lateral identity.masked(array[c.case_id]) p
    where $5::boolean and n.notice->>'unitId' is null and n.notice->'roles' ? 'petitioner' and p.has_phone
      and p.role in ('petitioner', 'representative')
  ), addressed as (
    insert into jiefen.deliveries (id, message, channel, recipient_kind, recipient_id, unit_id, roles, case_id, seq, kind, rule, at, not_before)
    select gen_random_uuid(), a.*, case when a.channel = 'webhook' or a.kind = any($3::text[]) then clock_timestamp()
                                         else greatest(clock_timestamp(), $4::timestamptz) end
    from (select * from to_staff union all select * from to_systems union all select * from to_petitioners) a
    order by 2, 3, 5
    on conflict (message, channel, recipient_id) do nothing
  )`;
