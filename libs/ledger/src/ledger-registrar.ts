import type { IntakeBody } from '#libs/contracts';
import type { Actor, Directory } from '#libs/domain';
import type { Engine, ImportMarks, Outcome } from '#libs/engine';
import { IntakePlanner, registrationPayload } from '#libs/intake';
import type { LedgerRow } from './ledger-row.ts';

/** Registers ledger rows as the city's centre does at its counter, by the same planning and routing. */
export class LedgerRegistrar {
  readonly clerk: Actor;

  constructor(
    private readonly engine: Engine,
    private readonly planner: IntakePlanner,
    private readonly directory: Directory,
    city: string,
  ) {
    const centre = directory.unitOf('governance-centre', city);
    if (centre === undefined) throw new Error(`no governance-centre in ${city}`);
    this.clerk = { userId: null, role: 'clerk', roles: ['clerk'], unitId: centre.id, division: city };
  }

  /**
   * A row is a claim in the petition procedure, as ledgers of petitions hold them; a clerk reclassifies what is something
   * else. Without a category of its own it takes the one that its title and text suggest.
   */
  register(row: LedgerRow, importMarks?: ImportMarks): Promise<Outcome> {
    const { title, narrative, divisionCode, address, petitioner, phone } = row;
    const body: IntakeBody = {
      channel: row.channel,
      class: 'CLAIM',
      route: 'PETITION',
      title,
      narrative,
      divisionCode,
      receivedAt: row.receivedAt,
      headcount: row.headcount,
      ...(row.categoryCode === null ? {} : { categoryCode: row.categoryCode }),
      ...(petitioner === null
        ? {}
        : { parties: [{ role: 'petitioner', kind: 'person', name: petitioner, ...(phone === null ? {} : { phone }) }] }),
    };
    const plan = this.planner.plan(body, { sortByWords: true, explain: false });
    const division = this.directory.division(divisionCode);
    const centreUnitId = this.clerk.unitId ?? '';
    return this.engine.register({
      actor: this.clerk,
      payload: registrationPayload(body, {
        ...plan,
        centreUnitId,
        direct: false,
        divisionPath: [divisionCode, ...(division?.ancestors ?? [])],
      }),
      texts: {
        title,
        narrative,
        ...(address === null ? {} : { address }),
        ...(importMarks?.state === undefined || row.reply === null ? {} : { reply: row.reply }),
      },
      parties: body.parties ?? [],
      importMarks,
    });
  }
}
