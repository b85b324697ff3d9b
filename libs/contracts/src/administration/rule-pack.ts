import { z } from 'zod';
import {
  CLOCK_OWNERS,
  CONFIDENCES,
  END_GROUNDS,
  ESCALATES_TO,
  EXPIRIES,
  LEADER_RANKS,
  LIMIT_UNITS,
  PAUSE_REASONS,
  ROLES,
  RUNNING_CLOCKS,
  TRIGGERS,
} from '#libs/domain';
import { civilDate, text } from '../values.ts';

const bilingualText = z.strictObject({ zh: text(200), en: text(200) });
const packId = z.string().regex(/^[a-z0-9][a-z0-9.-]{2,39}$/, 'lower case letters, digits, dots and hyphens');
const ruleId = z.string().regex(/^[A-Z]+(-[A-Z]+)+$/, 'a rule id');
const days = z.int().min(0).max(1000);
const rung = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('remind'), workingDaysBefore: days }),
  z.strictObject({ step: z.literal('pass') }),
  z.strictObject({ step: z.literal('urge'), workingDaysAfter: days }),
  z.strictObject({ step: z.literal('supervise'), workingDaysAfter: days, reply: ruleId }),
  z.strictObject({ step: z.literal('escalate'), to: z.enum(ESCALATES_TO), reply: ruleId.nullable() }),
]);

/** A limit as data; region and dates are the pack's own where it says nothing else. */
const rule = z.strictObject({
  id: ruleId,
  title: bilingualText,
  basis: bilingualText,
  amount: z.int().min(0).max(10_000),
  unit: z.enum(LIMIT_UNITS),
  trigger: z.enum(TRIGGERS),
  owner: z.enum(CLOCK_OWNERS),
  ownerRole: z.enum(ROLES),
  ladder: z.array(rung).min(1).max(10),
  onExpiry: z.enum(EXPIRIES),
  confidence: z.enum(CONFIDENCES),
  pausableBy: z.array(z.enum(PAUSE_REASONS)).max(5).exactOptional(),
  extension: z
    .strictObject({ max: z.int().min(1).max(1000), approver: z.enum(['head', 'parties', 'chair']), once: z.boolean() })
    .nullable()
    .exactOptional(),
  localDefault: z.boolean().exactOptional(),
  dateMayBeSet: z.boolean().exactOptional(),
  effectiveFrom: civilDate.exactOptional(),
});

const condition = <T extends z.ZodType>(value: T) => z.strictObject({ value, basis: bilingualText });
const representatives = z.int().min(1).max(5);
const ranks = z.array(z.enum(LEADER_RANKS)).min(1).max(LEADER_RANKS.length);

/** What the law of a region says besides limits; the guards of the procedures read it. */
const conditions = z.strictObject({
  representatives: condition(
    z.strictObject({ fewPeople: z.strictObject({ upTo: z.int().min(1).max(1000), max: representatives }), max: representatives }),
  ).exactOptional(),
  endGrounds: condition(z.array(z.enum(END_GROUNDS)).min(1).max(END_GROUNDS.length)).exactOptional(),
  noIdenticalOpinion: condition(z.literal(true)).exactOptional(),
  leaderRanks: condition(z.strictObject({ major: ranks, ordinary: ranks, minor: ranks })).exactOptional(),
  hopLimit: condition(z.int().min(1).max(20)).exactOptional(),
  feedbackDays: condition(z.int().min(1).max(90)).exactOptional(),
  otherConditions: z
    .array(z.strictObject({ text: bilingualText, basis: bilingualText }))
    .max(50)
    .exactOptional(),
});

/** A version of the rules for a region: dated data, never changed once it is published. */
export const rulePackBody = z.strictObject({
  id: packId,
  title: bilingualText,
  region: z.string().regex(/^(CN|\d{6})$/, 'CN or a division code of 6 digits'),
  effectiveFrom: civilDate,
  effectiveTo: civilDate.nullable(),
  supersedes: packId.exactOptional(),
  runningClocks: z.enum(RUNNING_CLOCKS).exactOptional(),
  conditions: conditions.exactOptional(),
  /** Rules of the procedures that this law knowingly has not. */
  lacks: z.array(ruleId).max(50).exactOptional(),
  rules: z.array(rule).min(1).max(200),
});
