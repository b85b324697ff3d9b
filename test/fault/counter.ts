/** The product as clients see it: it may be down. */
export interface Counter {
  readonly url: string;
  /** Resolves when it answers again. */
  up(): Promise<void>;
}
