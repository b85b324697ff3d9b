/** How a dispute on jurisdiction was ended (Art 24(1)): by the organs themselves, by their common superior, by the joint meeting. */
export const RULING_WAYS = ['agreement', 'superior', 'meeting'] as const;
export type RulingWay = (typeof RULING_WAYS)[number];

/** What an organ holds: which unit is competent. */
export interface Position {
  readonly unitId: string;
  readonly competentUnitId: string;
}

/** A dispute of organs on who is competent for a case. Whoever received the case first answers for it meanwhile. */
export interface JurisdictionRecord {
  readonly caseId: string;
  readonly firstReceiverId: string;
  /** The organs that dispute, the first receiver among them. */
  readonly organs: readonly string[];
  /** The nearest unit above all of them; null where nothing stands above them all. */
  readonly superiorId: string | null;
  readonly positions: readonly Position[];
  readonly ruling?: { readonly unitId: string; readonly way: RulingWay };
}
