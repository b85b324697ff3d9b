import type { CivilDate } from './deadline.ts';
import type { UnitLevel } from './vocabulary.ts';

/** 大领导包大案件、小领导包小案件、一般领导包一般案件: how weighty a case is, heaviest first. */
export const CASE_GRADES = ['major', 'ordinary', 'minor'] as const;
export type CaseGrade = (typeof CASE_GRADES)[number];

/** 党政主要领导, 班子成员, 部门负责人: the rank of whoever answers for it, highest first. */
export const LEADER_RANKS = ['principal', 'deputy', 'department'] as const;
export type LeaderRank = (typeof LEADER_RANKS)[number];

/**
 * What whoever takes a case on owes: of 五包 the duties towards the matter; 教育转化 and 稳控管理 are aimed at a person and are none
 * here. Explaining, replying and the return visit take their place.
 */
export const LEADER_DUTIES = ['know-facts', 'solve', 'act-lawfully', 'explain', 'reply', 'return-visit'] as const;
export type LeaderDuty = (typeof LEADER_DUTIES)[number];

/** 包案 of one case by one leader; of a case of long standing (积案) with a lead at each of the four levels besides. */
export const LEADER_CASE_KINDS = ['single', 'backlog'] as const;
export type LeaderCaseKind = (typeof LEADER_CASE_KINDS)[number];

/** 解决不了要解释，解决好了的要回访: there is no third way out. */
export const LEADER_RESULTS = ['solved', 'explained'] as const;
export type LeaderResult = (typeof LEADER_RESULTS)[number];

/** Levels at which a backlog team has a lead each. */
export const TEAM_LEVELS = ['village', 'township', 'county', 'city'] as const satisfies readonly UnitLevel[];
export type TeamLevel = (typeof TEAM_LEVELS)[number];

/** A leader as the register had him on the day; his name stays in the register. */
export interface NamedLeader {
  readonly leaderId: string;
  readonly rank: LeaderRank;
  readonly level: UnitLevel;
  readonly division: string;
  /** Whose inbox hears of it; null where he has no office in the directory. */
  readonly unitId: string | null;
  /** His account; null: the centre writes down what he does. */
  readonly userId: string | null;
}

/** The one person who does the work (人人对、点对点). */
export interface NamedHandler {
  readonly userId: string;
  readonly unitId: string;
}

export interface DutyDone {
  readonly duty: LeaderDuty;
  readonly on: CivilDate;
  readonly by: string | null;
}

/** What a leader's responsibility for a case remembers. */
export interface LeaderCaseRecord {
  readonly kind: LeaderCaseKind;
  readonly grade: CaseGrade;
  readonly leader: NamedLeader;
  readonly handler: NamedHandler;
  readonly duties: readonly DutyDone[];
  readonly reports: number;
  /** Of a backlog team: who leads at which level. */
  readonly leads: readonly { readonly level: TeamLevel; readonly leader: NamedLeader }[];
  readonly dueDate: CivilDate;
  readonly result?: LeaderResult;
}
