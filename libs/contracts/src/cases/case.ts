import { z } from 'zod';
import {
  AGENDA_REASONS,
  CASE_CLASSES,
  CHANNELS,
  CONTEXT_CLASSES,
  EMERGENCY_PLATFORMS,
  LETTER_FORMATS,
  LETTER_KINDS,
  LINKED_PROCEDURES,
  PARTY_KINDS,
  PARTY_ROLES,
  PROCEDURES,
  REPORT_TARGETS,
  RESOLUTION_KINDS,
  ROLES,
  ROUTES,
  UNIT_LEVELS,
  URGENT_KINDS,
} from '#libs/domain';
import { clock, deadline, supervision } from '../deadlines/deadline.ts';
import { leaderCaseView, namedLeader, refiled } from './leader-case-view.ts';
import { suggestionLetter, supervisionCard } from '../records/record.ts';
import { allowedCommand } from '../problem.ts';
import { bilingual } from '../values.ts';
import { mediationView } from './mediation-view.ts';

export const holder = z.object({
  unitId: z.string(),
  name: z.string(),
  function: z.string(),
  division: z.string(),
  /** 黄牌警告: the unit has a yellow card now. */
  yellowCard: z.literal(true).optional(),
});

export const routedUnit = z.object({
  unitId: z.string(),
  name: z.string().optional(),
  function: z.string(),
  division: z.string(),
  level: z.enum(UNIT_LEVELS),
});
export const routing = z.object({
  lead: routedUnit,
  assist: z.array(routedUnit),
  desk: z.string().optional(),
  reasons: z.array(z.object({ rule: z.string(), text: z.string(), textEn: z.string().optional() })),
  excluded: z.array(z.object({ unitId: z.string(), name: z.string().optional(), reason: z.string() })),
});

/** What the engine proposed where the body left something out; a clerk confirms or RECLASSIFYs. */
const suggested = z.object({ value: z.string(), reason: bilingual, words: z.array(z.string()) });
export const suggestion = z.object({
  class: suggested.optional(),
  route: suggested.optional(),
  procedure: suggested.optional(),
  categoryCode: suggested.optional(),
});

export const receipt = z.object({
  caseNo: z.string(),
  title: z.string(),
  receivedAt: z.string(),
  registeredAt: z.string(),
  unit: z.object({ id: z.string(), name: z.string() }),
  /** Typed instead of the phone's last digits where no phone was given. */
  secret: z.string().nullable(),
  text: bilingual,
});

export const intakeAnswer = z.object({
  id: z.string(),
  caseNo: z.string(),
  queryCode: z.string(),
  state: z.string(),
  version: z.int(),
  holder,
  class: z.enum(CASE_CLASSES),
  route: z.enum(ROUTES).nullable(),
  procedure: z.enum(PROCEDURES),
  categoryCode: z.string(),
  procedureReason: bilingual.optional(),
  suggestion: suggestion.optional(),
  receipt,
  routing,
  deadlines: z.array(deadline),
});

export const previewAnswer = z.object({
  class: z.enum(CASE_CLASSES),
  route: z.enum(ROUTES).nullable(),
  procedure: z.enum(PROCEDURES),
  procedureReason: bilingual.optional(),
  categoryCode: z.string(),
  suggestion: suggestion.optional(),
  suggestions: z.array(z.object({ categoryCode: z.string(), confidence: z.number(), words: z.array(z.string()) })),
  routing,
  deadlines: z.array(deadline),
  duplicates: z.array(
    z.object({
      id: z.string(),
      caseNo: z.string(),
      score: z.number(),
      reasons: z.array(z.object({ rule: z.string(), text: z.string(), zh: z.string(), en: z.string() })),
    }),
  ),
});

export const partyView = z.object({
  id: z.string(),
  role: z.enum(PARTY_ROLES),
  kind: z.enum(PARTY_KINDS),
  unitId: z.string().nullable(),
  name: z.string().nullable(),
  /** True where `name` is a mask (王**) and not the name. */
  masked: z.boolean(),
  hasPhone: z.boolean(),
});
/** `withheld`: there is such a paper, but it is for those who sat at the table of a closed mediation. */
export const documentView = z.object({
  id: z.string(),
  field: z.string(),
  seq: z.int(),
  at: z.string(),
  text: z.string().nullable(),
  withheld: z.literal(true).optional(),
  /** Of a letter's file: which letter; its text is the file at /letters/{id}. */
  letter: z.object({ kind: z.enum(LETTER_KINDS), letterNo: z.string(), format: z.enum(LETTER_FORMATS) }).optional(),
});
export const blockedCommand = allowedCommand.extend({
  code: z.string(),
  reason: bilingual,
  basis: z.string().nullable(),
  whoMay: bilingual.nullable(),
  from: z.string().nullable(),
});

/** One case as a list shows it. */
export const caseItem = z.object({
  id: z.string(),
  caseNo: z.string(),
  title: z.string(),
  state: z.string(),
  stateLabel: bilingual,
  version: z.int(),
  class: z.enum(CONTEXT_CLASSES),
  route: z.enum(ROUTES).nullable(),
  procedure: z.enum(PROCEDURES),
  categoryCode: z.string(),
  divisionCode: z.string(),
  channel: z.enum(CHANNELS),
  holder,
  headcount: z.int(),
  urgent: z.boolean(),
  confidential: z.boolean(),
  sealed: z.boolean(),
  receivedAt: z.string(),
  registeredAt: z.string(),
  closedAt: z.string().nullable(),
  nextDueAt: z.string().nullable(),
  overdue: z.boolean(),
  clock: clock.nullable(),
});

/** How a joint meeting stands; the cases of its agenda are read as those that it is about, by whoever may know of them. */
const meetingView = z.object({
  level: z.enum(UNIT_LEVELS),
  members: z.array(holder),
  present: z.array(holder),
  on: z.string().nullable(),
  agenda: z.array(z.enum(AGENDA_REASONS)),
});
const resolutionView = z.object({
  kind: z.enum(RESOLUTION_KINDS),
  meetingId: z.string(),
  office: holder,
  dueDate: z.string(),
  reports: z.int(),
});

/** Days on which a leader receives people: who, where and when, and how many places are free; whose they are stands in the cases. */
export const receptionView = z.object({
  leader: namedLeader,
  day: z.object({ on: z.string(), seats: z.int(), free: z.int(), unit: holder }).nullable(),
  held: z.int(),
  opened: z.int(),
});

/** How an urgent matter stands: to whom it was reported when, and whether in time, by the recorded times. */
export const urgentView = z.object({
  kind: z.enum(URGENT_KINDS),
  learnedAt: z.string(),
  coHandlers: z.array(holder),
  reports: z.array(
    z.object({
      to: z.enum(REPORT_TARGETS),
      unit: holder.nullable(),
      at: z.string(),
      late: z.boolean(),
      receivedAt: z.string().nullable(),
    }),
  ),
  calls: z.array(z.object({ platform: z.enum(EMERGENCY_PLATFORMS), at: z.string(), receivedAt: z.string().nullable() })),
  plan: z.string().nullable(),
  protection: z.boolean(),
});
/** The case page. An auditor of a sealed case gets it without content: `redacted` is true, no documents, no parties, no title. */
export const caseView = caseItem.extend({
  procedureVersion: z.int(),
  redacted: z.boolean(),
  classification: z.object({
    class: z.enum(CONTEXT_CLASSES),
    route: z.enum(ROUTES).nullable(),
    procedure: z.enum(PROCEDURES),
    procedureVersion: z.int(),
    categoryCode: z.string(),
    categoryPath: z.string(),
  }),
  divisionCodes: z.array(z.string()),
  registeredBy: z.object({ role: z.enum(ROLES), unitId: z.string().nullable() }),
  lead: holder.nullable(),
  assisting: z.array(holder),
  excluded: z.array(z.object({ unitId: z.string(), name: z.string().optional(), reason: z.string() })),
  parties: z.array(partyView),
  documents: z.array(documentView),
  deadlines: z.array(deadline),
  /** Of what is overdue now; those whose act was done stand in the history. */
  supervisions: z.array(supervision),
  /** Of a joint meeting, and of one of its resolutions, only. */
  meeting: meetingView.nullable(),
  resolution: resolutionView.nullable(),
  /** Of an urgent matter only. */
  urgentMatter: urgentView.nullable(),
  /** Of days of reception only. */
  reception: receptionView.nullable(),
  /** Of a mediation only. */
  mediation: mediationView.nullable(),
  leaderCase: leaderCaseView.nullable(),
  /** The case that this record belongs to. */
  mainCaseId: z.string().nullable(),
  refiled: refiled.nullable(),
  /** Records that this user may open beside it. */
  mayOpen: z.array(z.enum(LINKED_PROCEDURES)),
  /** Of a record: the case that it is about, for whoever may know that one. */
  mainCase: z.object({ id: z.string(), caseNo: z.string(), title: z.string() }).nullable(),
  /** Of a supervision card only. */
  card: supervisionCard.nullable(),
  /** Of a letter of suggestion only. */
  suggestionLetter: suggestionLetter.nullable(),
  allowed: z.array(allowedCommand),
  blocked: z.array(blockedCommand),
});
export type CaseView = z.output<typeof caseView>;

export const commandAnswer = z.object({
  id: z.string(),
  state: z.string(),
  version: z.int(),
  holder,
  facts: z.array(z.object({ type: z.string() }).loose()),
  deadlines: z.array(deadline),
  /** Of RECLASSIFY: why another procedure than the one asked for. */
  procedureReason: bilingual.optional(),
  /** After sealing: who had opened the case before. */
  readBy: z
    .array(
      z.object({
        userId: z.string(),
        username: z.string(),
        unitId: z.string().nullable(),
        firstAt: z.string(),
        lastAt: z.string(),
        times: z.int(),
      }),
    )
    .optional(),
});

export const historyEntry = z.object({
  seq: z.int(),
  type: z.string(),
  command: z.string().optional(),
  at: z.string(),
  recordedAt: z.string(),
  actor: z.object({ role: z.enum(ROLES), unitId: z.string().nullable() }),
  rule: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
  facts: z.array(z.object({ type: z.string() }).loose()),
  hash: z.string(),
  prevHash: z.string().nullable(),
});
