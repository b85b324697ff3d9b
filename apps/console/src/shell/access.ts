import type { Me } from '../server-state/api-types.ts';

/** Roles are read here only; everywhere else buttons come from `allowed[]` and fields from what the answer holds. */
export type PageId =
  | 'intake'
  | 'work'
  | 'cases'
  | 'supervision'
  | 'ops'
  | 'overview'
  | 'channels'
  | 'contacts'
  | 'law'
  | 'registers'
  | 'outreach'
  | 'meetings'
  | 'urgent'
  | 'receptions'
  | 'routing'
  | 'audit'
  | 'accounts';

const PAGES: Readonly<Record<string, readonly PageId[]>> = {
  clerk: ['intake', 'work', 'cases', 'supervision', 'meetings', 'urgent', 'receptions', 'contacts'],
  handler: ['work', 'cases', 'supervision', 'intake', 'meetings', 'urgent', 'receptions', 'contacts'],
  head: ['work', 'cases', 'supervision', 'meetings', 'urgent', 'receptions', 'contacts'],
  mediator: ['work', 'cases', 'contacts'],
  supervisor: ['cases', 'supervision', 'work', 'meetings', 'urgent', 'receptions', 'registers', 'outreach', 'contacts'],
  leader: ['cases', 'supervision', 'work', 'meetings', 'urgent', 'receptions', 'contacts', 'law'],
  auditor: ['cases', 'supervision', 'receptions', 'law', 'audit'],
  operator: ['ops', 'channels'],
  admin: ['overview', 'accounts', 'channels', 'contacts', 'law', 'routing'],
};
const ORDER: readonly PageId[] = [
  'intake',
  'work',
  'cases',
  'supervision',
  'meetings',
  'urgent',
  'receptions',
  'ops',
  'overview',
  'channels',
  'contacts',
  'registers',
  'outreach',
  'law',
  'routing',
  'accounts',
  'audit',
];

/** The pages a person may use, in the order of the rail: the union of what his roles give. */
export function pagesOf(user: Me): readonly PageId[] {
  const own = new Set(user.roles.flatMap((role) => PAGES[role] ?? []));
  return ORDER.filter((page) => own.has(page));
}

/** Where a person lands: the first page of his first role. */
export function landingOf(user: Me): PageId {
  for (const role of user.roles) {
    const first = PAGES[role]?.[0];
    if (first !== undefined) return first;
  }
  return 'overview';
}

export const PAGE_PATHS: Readonly<Record<PageId, `/${PageId}`>> = {
  intake: '/intake',
  work: '/work',
  cases: '/cases',
  supervision: '/supervision',
  ops: '/ops',
  overview: '/overview',
  channels: '/channels',
  contacts: '/contacts',
  law: '/law',
  meetings: '/meetings',
  urgent: '/urgent',
  receptions: '/receptions',
  registers: '/registers',
  outreach: '/outreach',
  routing: '/routing',
  audit: '/audit',
  accounts: '/accounts',
};
