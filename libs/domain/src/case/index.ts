export { childId } from './command.ts';
export type { CaseCommand, DocumentRef, ReferencedCase } from './command.ts';
export type { CivilDate, Deadline, DeadlineOwner, DeadlineState, Instant, LadderStep, OpenDeadline, Pause } from './deadline.ts';
export type {
  Accepted,
  AllowedCommand,
  BilingualText,
  BlockedCommand,
  Decision,
  Fact,
  Notice,
  CommandToSend,
  RecordToOpen,
  Refusal,
  Refused,
} from './decision.ts';
export type { Category, Directory, Division, Unit } from './directory.ts';
export type { DomainEnv, LawInForce } from './env.ts';
export {
  AGREEMENT_FORMS,
  AGREEMENT_SUBJECTS,
  APPLICATION_FORMS,
  CONFIRMATIONS,
  HAND_OVER_TARGETS,
  HELPERS,
  MEDIATION_END_GROUNDS,
  MEDIATION_KINDS,
  OPENNESS,
  PERFORMANCES,
  REJECTION_GROUNDS,
  REMAINING_ROUTES,
  TEAM_SEATS,
  TRACK_STATUSES,
  UNSUITABLE_GROUNDS,
  WORK_TRACKS,
} from './mediation.ts';
export type { MediationKindId, MediationRecord } from './mediation.ts';
export { AGENDA_REASONS, RESOLUTION_KINDS, RESOLUTION_MEASURES } from './meeting.ts';
export type { AgendaItem, AgendaReason, MeetingRecord, ResolutionKind, ResolutionRecord } from './meeting.ts';
export { EMERGENCY_PLATFORMS, REPORT_TARGETS, URGENT_KINDS } from './urgent.ts';
export type { EmergencyPlatform, ReportTarget, UrgentKind, UrgentRecord } from './urgent.ts';
export type { ReceptionRecord } from './reception.ts';
export { RULING_WAYS } from './jurisdiction.ts';
export type { JurisdictionRecord, RulingWay } from './jurisdiction.ts';
export { chartContext } from './memo.ts';
export type { ReplyClock, Supervision, Supervisor } from './supervision.ts';
export { matterClassOf } from './snapshot.ts';
export type { Actor, CaseContext, CaseSnapshot, Excluded, Hop, PartyRef } from './snapshot.ts';
export { SUPERVISION_GROUNDS, SUPERVISION_MEASURES } from './supervision-card.ts';
export type { AppliedMeasure, CardItem, SupervisionCard, SupervisionGround, SupervisionMeasure } from './supervision-card.ts';
export { RECTIFIED_BY } from './rectification.ts';
export type { Rectification, RectifiedBy } from './rectification.ts';
export { ADOPTIONS, SUGGESTION_KINDS } from './suggestion-letter.ts';
export type { Adoption, SuggestionKind, SuggestionLetter } from './suggestion-letter.ts';
export {
  CASE_CLASSES,
  CHANNELS,
  CONTEXT_CLASSES,
  INTAKE_PROCEDURES,
  isRecordProcedure,
  LINKED_PROCEDURES,
  LISTING_PROCEDURES,
  OFFICE_PROCEDURES,
  PARTY_KINDS,
  PARTY_ROLES,
  PROCEDURES,
  RECORD_CLASS,
  RECORD_PROCEDURES,
  ROLES,
  ROUTES,
  UNIT_LEVELS,
} from './vocabulary.ts';
export type {
  CaseClass,
  Channel,
  ContextClass,
  LinkedProcedureId,
  PartyKind,
  PartyRole,
  ProcedureId,
  RecordProcedureId,
  OfficeProcedureId,
  Role,
  Route,
  UnitLevel,
} from './vocabulary.ts';
export { CASE_GRADES, LEADER_CASE_KINDS, LEADER_DUTIES, LEADER_RANKS, LEADER_RESULTS, TEAM_LEVELS } from './leader-case.ts';
export { HELPER_REGISTERS, VILLAGE_ROLES } from './invitable.ts';
export type { HelperRegister, RegisteredHelper } from './invitable.ts';
export type { CaseGrade, LeaderCaseRecord, LeaderDuty, LeaderRank, NamedHandler, NamedLeader } from './leader-case.ts';
