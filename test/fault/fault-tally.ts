interface Row {
  planned: number;
  /** How long, in ms, it took each time until what had to be so was so; null where nothing is measured. */
  readonly fired: (number | null)[];
}

/** Which faults were planned and which were carried out: one that never fired proves nothing and fails the run. */
export class FaultTally {
  readonly #rows = new Map<string, Row>();

  plan(fault: string, count: number): void {
    this.#row(fault).planned += count;
  }

  fired(fault: string, tookMs: number | null = null): void {
    this.#row(fault).fired.push(tookMs);
  }

  /** The longest of all times measured for faults whose name begins so; ms. */
  longest(prefix: string): number {
    return Math.max(0, ...this.#of(prefix).flatMap(({ fired }) => fired.map((took) => took ?? 0)));
  }

  count(prefix: string): number {
    return this.#of(prefix).reduce((sum, { fired }) => sum + fired.length, 0);
  }

  /** One line for each fault that was carried out less often than planned. */
  missing(): readonly string[] {
    return [...this.#rows].flatMap(([fault, { planned, fired }]) =>
      fired.length < planned ? [`${fault}: planned ${String(planned)}, fired ${String(fired.length)}`] : [],
    );
  }

  report(): string {
    return [...this.#rows]
      .map(([fault, { planned, fired }]) => {
        const took = fired.filter((ms) => ms !== null).map((ms) => `${(ms / 1000).toFixed(1)} s`);
        return `${fault}: ${String(fired.length)} of ${String(planned)}${took.length === 0 ? '' : ` (${took.join(', ')})`}`;
      })
      .join('\n');
  }

  #of(prefix: string): readonly Row[] {
    return [...this.#rows].filter(([fault]) => fault.startsWith(prefix)).map(([, row]) => row);
  }

  #row(fault: string): Row {
    let row = this.#rows.get(fault);
    if (row === undefined) {
      row = { planned: 0, fired: [] };
      this.#rows.set(fault, row);
    }
    return row;
  }
}
