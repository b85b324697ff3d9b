import { Injectable } from '@nestjs/common';
import { actorOf } from '#libs/access';
import type { Viewer } from '#libs/access';
import { DirectoryService } from '#libs/directory';
import { civilDateOf, findRule, lettersOf, readsNames } from '#libs/domain';
import type { Instant } from '#libs/domain';
import { IdentityService } from '#libs/identity';
import { composeLetter } from '#libs/letters';
import type { Letter, LetterSource, NamedParty, NumberedUnit } from '#libs/letters';
import type { KnownCase } from '../cases/case-store.ts';
import { UnitNames } from '../cases/unit-names.ts';
import { RulesInForce } from '../deadlines/rules-in-force.ts';
import type { Step } from './case-record.ts';
import type { PossibleLetter } from './possible-letters.ts';

/** What a letter is composed of besides the event: the same for every try to give it a number. */
export interface Composition {
  readonly possible: PossibleLetter;
  readonly steps: readonly Step[];
  readonly parties: readonly NamedParty[];
  readonly title: string;
  readonly now: Instant;
}

/** Puts recorded facts into letters. */
@Injectable()
export class LetterComposer {
  constructor(
    private readonly directory: DirectoryService,
    private readonly identity: IdentityService,
    private readonly units: UnitNames,
    private readonly rules: RulesInForce,
  ) {}

  /** The parties as this person may read them: whoever sees masks on the case page puts masks into a letter. The reading is audited. */
  async parties(viewer: Viewer, { row, snapshot }: KnownCase): Promise<readonly NamedParty[]> {
    const masked = await this.identity.maskedParties([row.id]);
    const clear = readsNames(snapshot, actorOf(viewer))
      ? await this.identity.disclose({
          caseId: row.id,
          fields: ['name'],
          userId: viewer.userId,
          unitId: viewer.unit?.id ?? null,
          purpose: 'letter',
        })
      : [];
    const names = new Map(clear.map(({ id, name }) => [id, name]));
    return masked.map(({ id, role, kind, unitId, nameMask }) => ({
      id,
      role,
      kind,
      name: names.get(id) ?? nameMask ?? (unitId === null ? '匿名' : this.units.of(unitId).name),
    }));
  }

  /** What the unit is called in numbers. */
  numbered(unitId: string): NumberedUnit {
    const unit = this.directory.unit(unitId);
    const division = unit === undefined ? undefined : this.directory.division(unit.division);
    if (unit === undefined || division === undefined) throw new Error(`the unit ${unitId} has left the directory`);
    return { function: unit.function, divisionCode: division.code, divisionName: division.name, level: division.level };
  }

  compose({ row, snapshot }: KnownCase, { possible, steps, parties, title, now }: Composition, no: string): Letter {
    const { step, template, told, unitId } = possible;
    const history = steps.filter(({ seq }) => seq <= step.seq);
    const env = this.rules.env();
    const source: LetterSource = {
      caseNo: row.case_no,
      title,
      context: step.context,
      history,
      told,
      deadlines: step.deadlines,
      parties,
      unitId,
      no,
      madeOn: civilDateOf(now),
      unitName: (id) => this.units.of(id).name,
      reviewersOf: (id) => this.directory.unit(id)?.reviewUnitIds ?? [],
      rule: (id) => findRule(env.rulePacks, step.context.divisionCode, civilDateOf(step.at), id)?.rule,
      letterNo: (facts) => {
        const of = history.findLast((one) => one.facts.some(({ type }) => facts.includes(type)))?.seq;
        return lettersOf(snapshot.context).find((one) => one.of === of)?.no ?? null;
      },
    };
    return composeLetter(template, source);
  }
}
