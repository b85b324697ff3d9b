import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/access';
import type { AnswerOf, BodyOf, confirmSwitch, listSwitches, listSwitchItems, previewSwitch, QueryOf, readSwitch } from '#libs/contracts';
import { rulePack } from '#libs/domain';
import { derivations, LawSwitches, SwitchError } from '#libs/switching';
import type { ClockInputs, LawChange } from '#libs/switching';
import { isUuid } from '../cases/case-store.ts';
import { Cursors } from '../http/cursor.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/page.ts';
import { invalid, problemOf } from '../http/problem-error.ts';

type Item = AnswerOf<typeof listSwitchItems>['items'][number];
type Derived = Item['clocks'][number]['before'];

/** Switches of the law as clients see them. */
@Injectable()
export class Switches {
  constructor(
    private readonly switches: LawSwitches,
    private readonly cursors: Cursors,
  ) {}

  preview({ userId }: Viewer, body: BodyOf<typeof previewSwitch>): Promise<AnswerOf<typeof previewSwitch>> {
    const { running, reason } = body;
    return inHttpWords(() => this.switches.preview({ ...changeOf(body), running, reason, userId }));
  }

  confirm({ userId }: Viewer, id: string, body: BodyOf<typeof confirmSwitch>): Promise<AnswerOf<typeof confirmSwitch>> {
    return inHttpWords(() => this.switches.confirm(known(id), { ...body, userId, byAnother: true }));
  }

  one(id: string): Promise<AnswerOf<typeof readSwitch>> {
    return inHttpWords(async () => ({ ...(await this.switches.one(known(id))) }));
  }

  async page({ limit = DEFAULT_LIMIT, cursor }: QueryOf<typeof listSwitches>): Promise<AnswerOf<typeof listSwitches>> {
    const after = this.cursors.read('switches', cursor)?.[0] ?? null;
    const rows = await this.switches.list(limit + 1, after === null ? null : String(after));
    return pageOf(rows, limit, ({ proposedAt }) => this.cursors.write('switches', [proposedAt]));
  }

  async items(id: string, { limit = DEFAULT_LIMIT, cursor }: QueryOf<typeof listSwitchItems>): Promise<AnswerOf<typeof listSwitchItems>> {
    const list = `switch ${id}`;
    const after = this.cursors.read(list, cursor)?.[0] ?? null;
    const material = await inHttpWords(() => this.switches.materialOf(known(id)));
    const counted = derivations(material);
    const derived = (inputs: ClockInputs): Derived => {
      const { rulePack: pack, calendarVersion } = inputs;
      return { rulePack: pack, calendarVersion, derivation: [...counted(inputs).derivation] };
    };
    const rows = await this.switches.items(id, limit + 1, after === null ? null : Number(after));
    const page = pageOf(rows, limit, ({ n }) => this.cursors.write(list, [n]));
    return {
      ...page,
      items: page.items.map(({ n, caseId, plan: { clocks, migration }, outcome }) => ({
        n,
        caseId,
        clocks: clocks.map(({ deadlineId, rule, from, to, why, before, after: then }) => ({
          deadlineId,
          rule,
          from,
          to,
          why,
          before: derived(before),
          after: then === null ? null : derived(then),
        })),
        migration,
        outcome,
      })),
    };
  }
}

function known(id: string): string {
  if (!isUuid(id)) throw new SwitchError('switch.not_found');
  return id;
}

function changeOf(body: BodyOf<typeof previewSwitch>): LawChange {
  if (body.kind === 'procedure') return { subject: { kind: 'procedure', id: body.id, version: body.version } };
  if (body.kind !== 'new-rule-pack') return { subject: { kind: body.kind, id: body.id } };
  const { rules, ...head } = body.rulePack;
  return { subject: { kind: 'rule-pack', id: head.id }, rulePack: rulePack(head, rules) };
}

/** @throws the problem that a switch's expected no is for a client */
async function inHttpWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SwitchError)) throw error;
    if (error.code === 'switch.mistakes')
      throw invalid(...error.mistakes.map((message) => ({ field: 'rulePack', code: 'law_mistake', message })));
    throw problemOf(error.code);
  }
}
