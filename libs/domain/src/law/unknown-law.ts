/**
 * A version is named that isn't known here: it came into force after this process had read the law, or it was taken away,
 * which nobody may do with a version in use. Reading the law again tells which.
 */
export class UnknownLaw extends RangeError {
  constructor(what: string) {
    super(`${what} is not known: versions in use are never removed`);
    this.name = 'UnknownLaw';
  }
}
