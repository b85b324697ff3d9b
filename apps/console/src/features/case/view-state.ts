export const CASE_TABS = ['timeline', 'chart', 'parties', 'documents', 'letters', 'routing', 'responsibility'] as const;
export type CaseTab = (typeof CASE_TABS)[number];

/** What a pasted link of a case reopens: the tab, and the command whose form is open. */
export interface CaseSearch {
  readonly tab?: CaseTab;
  readonly act?: string;
}
