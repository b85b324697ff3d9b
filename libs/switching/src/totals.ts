import type { CasePlan } from './case-plan.ts';

/** What a preview adds up to; sealed cases are counted in none of it. */
export interface SwitchTotals {
  readonly cases: number;
  /** Cases that something is done to. */
  readonly moving: number;
  /** Cases that would be reached and stay as they are. */
  readonly staying: number;
  readonly clocks: { readonly later: number; readonly earlier: number; readonly sameDay: number; readonly kept: number };
}

export class Tally {
  #cases = 0;
  #moving = 0;
  readonly #clocks = { later: 0, earlier: 0, sameDay: 0, kept: 0 };

  add({ command, clocks }: CasePlan): void {
    this.#cases += 1;
    if (command !== null) this.#moving += 1;
    for (const { from, to } of clocks) {
      if (to === null) this.#clocks.kept += 1;
      else if (to > from) this.#clocks.later += 1;
      else if (to < from) this.#clocks.earlier += 1;
      else this.#clocks.sameDay += 1;
    }
  }

  totals(): SwitchTotals {
    return { cases: this.#cases, moving: this.#moving, staying: this.#cases - this.#moving, clocks: { ...this.#clocks } };
  }
}
