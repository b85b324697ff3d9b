import { Injectable } from '@nestjs/common';
import type { AnswerOf, registerCase } from '#libs/contracts';
import { DirectoryService } from '#libs/directory';
import { YellowCardsInForce } from '../unit-registers/yellow-cards-in-force.ts';
import type { RoutedUnit, Routing } from '#libs/domain';

type NamedRouting = AnswerOf<typeof registerCase>['routing'];

export interface UnitName {
  readonly unitId: string;
  readonly name: string;
  readonly function: string;
  readonly division: string;
  /** 黄牌警告, now. */
  readonly yellowCard?: true;
}

/** Units by name, for answers. A unit that has left the directory keeps its id. */
@Injectable()
export class UnitNames {
  constructor(
    private readonly directory: DirectoryService,
    private readonly yellowCards: YellowCardsInForce,
  ) {}

  of(unitId: string): UnitName {
    const unit = this.directory.unit(unitId);
    return {
      unitId,
      name: unit?.name ?? unitId,
      function: unit?.function ?? '',
      division: unit?.division ?? '',
      ...(this.yellowCards.has(unitId) ? { yellowCard: true as const } : {}),
    };
  }

  /** Where a matter goes, with the names of all it concerns: nobody waits for the directory to read it. */
  routing({ lead, assist, reasons, excluded, ...rest }: Routing): NamedRouting {
    const named = (unit: RoutedUnit): NamedRouting['lead'] => ({ ...unit, name: this.of(unit.unitId).name });
    return {
      ...rest,
      lead: named(lead),
      assist: assist.map(named),
      reasons: [...reasons],
      excluded: excluded.map((one) => ({ ...one, name: this.of(one.unitId).name })),
    };
  }
}
