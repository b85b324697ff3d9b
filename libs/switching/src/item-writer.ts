import type { ClientBase } from 'pg';
import type { CasePlan } from './case-plan.ts';

export interface PlannedItem {
  readonly caseId: string;
  readonly sealed: boolean;
  readonly plan: CasePlan;
}

const TOGETHER = 500;

/** Writes the plan of a switch as it is made, so that a city's worth of it is never held in memory. */
export class ItemWriter {
  #written = 0;
  #waiting: PlannedItem[] = [];

  constructor(
    private readonly client: ClientBase,
    private readonly switchId: string,
  ) {}

  async add(item: PlannedItem): Promise<void> {
    this.#waiting.push(item);
    if (this.#waiting.length >= TOGETHER) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.#waiting.map(({ caseId, sealed, plan }, i) => ({
      n: this.#written + i + 1,
      case_id: caseId,
      sealed,
      plan,
      outcome: plan.command === null ? 'stays' : null,
    }));
    this.#waiting = [];
    this.#written += rows.length;
    if (rows.length === 0) return;
    await this.client.query(
      `insert into jiefen.switch_items(switch_id, n, case_id, sealed, plan, outcome)
       select $1, n, case_id, sealed, plan, outcome from json_to_recordset($2) as i(n int, case_id uuid, sealed boolean, plan jsonb, outcome text)`,
      [this.switchId, JSON.stringify(rows)],
    );
  }
}
