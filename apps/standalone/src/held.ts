/** What a process has taken, given back in the opposite order: pools before the server they are connected to. */
export class Held {
  private readonly releases: (() => Promise<unknown>)[] = [];

  add(release: () => Promise<unknown>): void {
    this.releases.push(release);
  }

  /** Gives everything back, each once, also when some of it fails; throws the first failure at the end. */
  async release(): Promise<void> {
    const failures: unknown[] = [];
    for (let next = this.releases.pop(); next !== undefined; next = this.releases.pop()) {
      try {
        await next();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
