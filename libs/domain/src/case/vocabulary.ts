/** The closed vocabularies of the field, as the contract spells them. Order is the order shown to people. */

export const CHANNELS = [
  'visit',
  'letter',
  'online',
  'phone',
  'fax',
  'hotline-12345',
  'transfer-110',
  'grid',
  'leader-reception',
  'department',
  'court',
  'outreach',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** 条例 Art 29–31: suggestions, accusations, and claims (申诉求决). */
export const CASE_CLASSES = ['CLAIM', 'SUGGESTION', 'ACCUSATION'] as const;
export type CaseClass = (typeof CASE_CLASSES)[number];

/** A record that an office keeps (a joint meeting, its resolution) is no matter of anybody's: no figure of matters counts it. */
export const RECORD_CLASS = 'RECORD';
/** What a case may be of: a class of matters, or a record. */
export const CONTEXT_CLASSES = [...CASE_CLASSES, RECORD_CLASS] as const;
export type ContextClass = (typeof CONTEXT_CLASSES)[number];

/** The six sub-routes of a CLAIM, 条例 Art 31(1)–(6), PETITION being 31(6). */
export const ROUTES = ['PETITION', 'LITIGATION', 'ARBITRATION', 'PARTY_APPEAL', 'ADMIN_PROCEDURE', 'STATUTORY_DUTY'] as const;
export type Route = (typeof ROUTES)[number];

/** What a matter that comes in may be handled by. */
export const INTAKE_PROCEDURES = ['petition', 'simplified', 'mediation', 'hotline', 'suggestion', 'accusation', 'guided'] as const;
/** Of records that an office keeps and that stand by themselves, about any number of cases: no intake offers them. */
export const OFFICE_PROCEDURES = [
  'joint-meeting',
  'resolution',
  'urgent-matter',
  'jurisdiction',
  'duty-handover',
  'reception-day',
] as const;
export type OfficeProcedureId = (typeof OFFICE_PROCEDURES)[number];
/** Records that only list cases and say nothing of them: a case's seal doesn't take them away, it is no longer found in them. */
export const LISTING_PROCEDURES = ['duty-handover', 'reception-day'] as const satisfies readonly OfficeProcedureId[];
/** Of a record with a course of its own that belongs to a case: opened on that case, never at intake. */
export const LINKED_PROCEDURES = ['leader-case'] as const;
export type LinkedProcedureId = (typeof LINKED_PROCEDURES)[number];
/**
 * Of a card or letter beside a case, any number of them: opened by whoever supervises or by the engine, never received at a counter. It is
 * no matter: lists, totals and indicators of matters leave it out.
 */
export const RECORD_PROCEDURES = ['supervision', 'suggestion-letter', 'rectification'] as const;
export type RecordProcedureId = (typeof RECORD_PROCEDURES)[number];
export const PROCEDURES = [...INTAKE_PROCEDURES, ...OFFICE_PROCEDURES, ...LINKED_PROCEDURES, ...RECORD_PROCEDURES] as const;
export type ProcedureId = (typeof PROCEDURES)[number];

export function isRecordProcedure(procedure: string): procedure is RecordProcedureId {
  return RECORD_PROCEDURES.some((one) => one === procedure);
}

export const PARTY_ROLES = ['petitioner', 'representative', 'agent', 'respondent'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const PARTY_KINDS = ['person', 'organisation'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const UNIT_LEVELS = ['village', 'township', 'county', 'city', 'province'] as const;
/** Lowest first, so that an index comparison is a comparison of rank. */
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/**
 * Who may act. `petitioner` acts through the public page, `engine` for deadlines and remands.
 * `operator` and `admin` read no case content.
 */
export const ROLES = [
  'clerk',
  'handler',
  'head',
  'mediator',
  'supervisor',
  'leader',
  'operator',
  'admin',
  'auditor',
  'petitioner',
  'engine',
] as const;
export type Role = (typeof ROLES)[number];
