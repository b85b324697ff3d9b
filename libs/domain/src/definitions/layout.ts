/** Where a procedure's chart is drawn: computed once by `scripts/generate-layouts.mjs`, checked in, never computed at run time. */
export interface ChartLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly LaidOutState[];
  readonly edges: readonly LaidOutEdge[];
}

export interface LaidOutState {
  readonly state: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All transitions between two states; those that stay in a state aren't drawn. */
export interface LaidOutEdge {
  readonly from: string;
  readonly to: string;
  readonly commands: readonly string[];
  /** Corners of the line, `[x, y]`. */
  readonly points: readonly (readonly [number, number])[];
  /** Middle of the label’s upper edge. */
  readonly label: readonly [number, number];
}
