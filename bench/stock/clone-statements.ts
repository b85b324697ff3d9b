/**
 * Clones of template cases, written as the engine would write them: every id of a case derives from the ids of its commands, so
 * another case with the same course is the same text with other ids, and another due day is the same text with another date. Bodies are
 * hashed and chained anew. What a clone lacks are its documents and its key: commands without texts can be sent to it.
 */
export const CLONE_SCHEMA = `
  create schema if not exists stock;
  create sequence if not exists stock.due_clones start with 100;
  create table if not exists stock.templates (id uuid primary key, stage text not null);

  -- The ids of a case's commands but for their last byte, which numbers their children.
  create or replace function stock.prefix(p_at timestamptz, p_seq int, p_salt text) returns text language sql immutable as $$
    select substr(t, 1, 8) || '-' || substr(t, 9, 4) || '-7' || to_hex(p_seq) || substr(h, 1, 2) || '-8' || substr(h, 3, 3) || '-' || substr(h, 6, 10)
    from (select lpad(to_hex((extract(epoch from p_at) * 1000)::bigint), 12, '0') as t, md5(p_salt) as h) as made
  $$;

  create or replace function stock.exchange(p_text text, p_from text[], p_to text[]) returns text language plpgsql immutable as $$
  begin
    for i in 1 .. cardinality(p_from) loop
      p_text := replace(p_text, p_from[i], p_to[i]);
    end loop;
    return p_text;
  end $$;

  create or replace function stock.utc(p_at timestamptz) returns text language sql immutable as
    $$ select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

  -- The day that ends with this instant, or that it lies in.
  create or replace function stock.last_day(p_due timestamptz) returns date language sql stable as
    $$ select ((p_due - interval '1 millisecond') at time zone 'Asia/Shanghai')::date $$;

  create or replace function stock.title(p_n bigint) returns text language sql immutable as $$
    select (array['珠晖区','雁峰区','石鼓区','蒸湘区','南岳区','衡阳县','衡南县','衡山县','衡东县','祁东县','耒阳市','常宁市'])[1 + p_n % 12]
      || (array['幸福','阳光','翠园','滨江','东方','锦绣','华兴','金桂','书香','和平','望江','湘水','枫林','玉龙','长青','银杏','新城','竹山','石桥','塔坪'])[1 + (p_n * 7) % 20]
      || (array['小区','花园','村','社区','家园','街','新区','公寓','市场','工业园'])[1 + (p_n * 13) % 10]
      || (array['电梯停运','物业收费','拖欠工资','征地补偿','路灯不亮','污水外溢','违章搭建','噪声扰民','停水停电','天然气开户','学位分配','医保报销','养老金发放',
           '公交线路','垃圾清运','道路破损','房产证办理','维修资金','占道经营','低保申请','车位纠纷','消防通道堵塞','油烟污染','宅基地审批','农田灌溉'])[1 + (p_n * 31) % 25]
      || (array['问题','无人处理','请求解决','长期未果','求助','投诉','咨询','何时解决'])[1 + (p_n * 3) % 8] || ' ' || p_n
  $$;
`;

export interface Clones {
  /** Number of the first and the last, both included; no two of a stock may be equal. */
  readonly from: number;
  readonly to: number;
  /** A template's case id. */
  readonly of: string;
  /** SQL of the instant at which the clone numbered `n` is due. */
  readonly due: string;
}

/** A midnight of the next sixty days, from the day after tomorrow on. */
export const SOME_MIDNIGHT = "date_trunc('day', now()) + interval '16 hours' + make_interval(days => 2 + (n * 17 % 60)::int)";

/** The statements that write so many clones, received over the last three years; in one transaction. */
export function cloneStatements({ from, to, of, due }: Clones): readonly string[] {
  return [
    `create temporary table made on commit drop as
       select n, t.*, e.prefixes, d.dues, d.days, date_trunc('milliseconds', now() - make_interval(secs => ((n * 94) % 94608000)::int)) as received,
         date_trunc('milliseconds', ${due}) as due, null::text[] as olds, null::text[] as news, null::text as hash
       from generate_series(${String(from)}::bigint, ${String(to)}::bigint) n
       cross join (select * from jiefen.cases where id = '${of}') t
       cross join (select array_agg(left(command_id::text, 34) order by seq) as prefixes from jiefen.events where case_id = '${of}') e
       cross join (select coalesce(array_agg(distinct stock.utc(due_at)), '{}') as dues, coalesce(array_agg(distinct due_date::text), '{}') as days
         from jiefen.deadlines where case_id = '${of}' and state = 'armed') d`,
    ...STATEMENTS,
  ];
}

const STATEMENTS = [
  // The due instants and days of the template's open deadlines, all moved to the clone's.
  `update made set
     olds = prefixes || dues || days,
     news = (select array_agg(stock.prefix(received, s::int, n::text) order by s) from generate_series(1, cardinality(prefixes)) s)
       || array_fill(stock.utc(due), array[cardinality(dues)])
       || array_fill(stock.last_day(due)::text, array[cardinality(days)])`,
  // One event after the other, each with the hash of the one before.
  `do $$ declare last int := (select max(cardinality(prefixes)) from made); begin
     for s in 1 .. last loop
       with written as (
         insert into jiefen.events (case_id, seq, type, at, recorded_at, command_id, body, hash, prev_hash)
         select (m.news[1] || '00')::uuid, e.seq, e.type, e.at, e.recorded_at, (m.news[s] || '00')::uuid, b.body,
           encode(sha256(convert_to(b.body, 'UTF8')), 'hex'), m.hash
         from made m join jiefen.events e on e.case_id = m.id and e.seq = s
         cross join lateral (select stock.exchange(case when s = 1 then e.body else replace(e.body, e.prev_hash, m.hash) end, m.olds, m.news) as body) b
         returning case_id, hash
       ) update made m set hash = w.hash from written w where w.case_id = (m.news[1] || '00')::uuid;
     end loop;
   end $$`,
  `insert into jiefen.deadlines (id, case_id, rule, state, trigger_at, rule_pack, calendar_version, extension_days, pauses, fixed_date, due_date, due_at,
     digest, owner_role, owner_unit_id, version, next_step, next_at, ladder_from, fired_at, done_at, armed_seq, ended_seq, changed_at)
   select stock.exchange(d.id::text, m.olds, m.news)::uuid, (m.news[1] || '00')::uuid, d.rule, d.state, d.trigger_at, d.rule_pack, d.calendar_version,
     d.extension_days, d.pauses, d.fixed_date, case d.state when 'armed' then stock.last_day(m.due) else d.due_date end,
     case d.state when 'armed' then m.due else d.due_at end, d.digest, d.owner_role, d.owner_unit_id, d.version, d.next_step,
     case when d.next_at = d.due_at then m.due else d.next_at end,
     d.ladder_from, d.fired_at, d.done_at, d.armed_seq, d.ended_seq, d.changed_at
   from made m join jiefen.deadlines d on d.case_id = m.id`,
  `insert into jiefen.cases (id, case_no, query_hash, procedure, procedure_version, state, version, seq, head_hash, last_at, context, open_deadlines,
     class, route, sealed, title, category_code, division_code, county_code, city_code, province_code, holder_unit_id, lead_unit_id, viewer_unit_ids,
     keeper_user_id, channel, headcount, urgent, confidential, received_at, registered_at, closed_at, next_due_at, overdue, recorded_at)
   select (news[1] || '00')::uuid, 'JS' || to_char(n, 'FM000000"-"0000'), sha256(convert_to('stock ' || n, 'UTF8')),
     procedure, procedure_version, state, version, seq, hash, last_at, stock.exchange(context, olds, news), stock.exchange(open_deadlines, olds, news),
     class, route, sealed, stock.title(n), category_code, division_code, county_code, city_code, province_code, holder_unit_id, lead_unit_id,
     viewer_unit_ids, keeper_user_id, channel, headcount, urgent, confidential, received, received, closed_at,
     case when next_due_at is null then null else due end, overdue, recorded_at
   from made`,
];
