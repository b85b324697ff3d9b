/** What the API answers about the law, as far as the page shows it. */
export interface LawVersion {
  readonly kind: 'calendar' | 'rule-pack' | 'procedure';
  readonly id: string;
  readonly version: number | null;
  readonly region: string;
  readonly from: string;
  readonly inForce: boolean;
}

export interface LawInForce {
  readonly edition: number;
  readonly calendars: readonly { readonly id: string; readonly region: string; readonly inForce: boolean }[];
  readonly rulePacks: readonly {
    readonly id: string;
    readonly region: string;
    readonly effectiveFrom: string;
    readonly inForce: boolean;
  }[];
  readonly procedures: readonly { readonly id: string; readonly version: number; readonly inForce: boolean }[];
}

export interface LawSwitch {
  readonly id: string;
  readonly kind: LawVersion['kind'];
  readonly subject: string;
  readonly state: 'previewed' | 'running' | 'done';
  readonly digest: string;
  readonly totals: {
    readonly cases: number;
    readonly moving: number;
    readonly staying: number;
    readonly clocks: { readonly later: number; readonly earlier: number; readonly kept: number };
  };
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
}

interface Derived {
  readonly rulePack: string;
  readonly calendarVersion: string;
  readonly derivation: readonly { readonly date: string; readonly kind: string; readonly note: string; readonly noteEn: string }[];
}

export interface SwitchItem {
  readonly n: number;
  readonly caseId: string;
  readonly outcome: string | null;
  readonly clocks: readonly {
    readonly deadlineId: string;
    readonly rule: string;
    readonly from: string;
    readonly to: string | null;
    readonly why: 'would-be-shorter' | 'would-be-past' | 'date-set-by-person' | 'already-due' | null;
    readonly before: Derived;
    readonly after: Derived | null;
  }[];
  readonly migration: {
    readonly from: number;
    readonly to: number;
    readonly state: string;
    readonly stateAfter: string | null;
    readonly why: { readonly reason: { readonly zh: string; readonly en: string } } | null;
  } | null;
}

/** All versions in one list, those in force first. */
export function versionsOf(law: LawInForce): readonly LawVersion[] {
  const all: readonly LawVersion[] = [
    ...law.rulePacks.map(({ id, region, effectiveFrom: from, inForce }) => ({
      kind: 'rule-pack' as const,
      id,
      version: null,
      region,
      from,
      inForce,
    })),
    ...law.calendars.map(({ id, region, inForce }) => ({ kind: 'calendar' as const, id, version: null, region, from: '', inForce })),
    ...law.procedures.map(({ id, version, inForce }) => ({ kind: 'procedure' as const, id, version, region: '', from: '', inForce })),
  ];
  return all.toSorted((a, b) => Number(b.inForce) - Number(a.inForce));
}

export function nameOf({ id, version }: Pick<LawVersion, 'id' | 'version'>): string {
  return version === null ? id : `${id}@${String(version)}`;
}
