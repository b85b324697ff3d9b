/** Conditions joined by `and`, each written with parameters of its own from $1, renumbered here. */
export class SqlConditions {
  readonly #parts: string[] = [];
  readonly #values: unknown[] = [];

  add(sql: string, ...values: readonly unknown[]): void {
    const offset = this.#values.length;
    this.#parts.push(sql.replaceAll(/\$(\d+)/g, (_, n: string) => `$${String(Number(n) + offset)}`));
    this.#values.push(...values);
  }

  /** These and one more. */
  and(sql: string, ...values: readonly unknown[]): SqlConditions {
    const both = new SqlConditions();
    both.#parts.push(...this.#parts);
    both.#values.push(...this.#values);
    both.add(sql, ...values);
    return both;
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'true' : this.#parts.join(' and ');
  }

  get values(): unknown[] {
    return [...this.#values];
  }
}
