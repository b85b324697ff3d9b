import { z } from 'zod';
import {
  AGREEMENT_SUBJECTS,
  CONFIRMATIONS,
  HAND_OVER_TARGETS,
  HELPER_REGISTERS,
  HELPERS,
  MEDIATION_END_GROUNDS,
  OPENNESS,
  PERFORMANCES,
  REJECTION_GROUNDS,
  TEAM_SEATS,
  TRACK_STATUSES,
  UNSUITABLE_GROUNDS,
  WORK_TRACKS,
} from '#libs/domain';
import { civilDate, instant, text, uuid } from '../values.ts';

const prose = text(20_000);
const line = text(500);
const parties = z.array(uuid).max(100);
const nothing = z.strictObject({});
/** The number of another organ's receipt, 诉前调回执1号: never a name. */
const reference = z.string().regex(/^[\p{Script=Han}0-9A-Za-z〔〕()（）-]{1,60}$/u, 'the number of the receipt');

/** The longest that any rule pack lets the parties add. */
const LONGEST_EXTENSION = 60;

/** What every agreement says besides its text. */
const agreed = { signedBy: parties, effectiveOn: civilDate, performBy: civilDate.optional() };

/** Written: facts, disputed items and responsibilities, content, manner and term (人民调解法 Art 29). Oral: recorded by the mediator (Art 28). */
const agreement = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('written'),
    facts: prose,
    disputed: prose,
    content: prose,
    manner: prose,
    mediatorSigned: z.boolean(),
    sealed: z.boolean(),
    ...agreed,
  }),
  z.strictObject({ form: z.literal('oral'), record: prose, ...agreed }),
]);

const isRegistered = (helper: (typeof HELPERS)[number]): boolean => HELPER_REGISTERS.some((one) => one === helper);

/** Relatives, neighbours and others are named in words; who stands in a register is named by his entry there. */
const invitation = z
  .strictObject({ helper: z.enum(HELPERS), helperId: uuid.optional(), invited: line.optional(), consents: parties })
  .refine((payload) => isRegistered(payload.helper) === (payload.helperId !== undefined), {
    error: 'name the entry of the register, where there is one for such helpers',
    path: ['helperId'],
  })
  .refine((payload) => isRegistered(payload.helper) || payload.invited !== undefined, { error: 'say who is invited', path: ['invited'] });

/** What the commands of mediation carry; strict, free text is encrypted before anything is stored. */
export const MEDIATION_PAYLOADS = {
  RECORD_APPLICATION: z.strictObject({ applicationRecord: prose, confirmedBy: parties }),
  DECLINE_MEDIATION: z.strictObject({ ground: z.enum(UNSUITABLE_GROUNDS), reason: prose }),
  EXTEND_ACCEPTANCE: z.strictObject({ reason: prose }),
  RECORD_CONSENT: z.strictObject({ partyId: uuid, consent: z.enum(['agrees', 'refuses']), statement: prose.optional() }),
  SET_OPENNESS: z.strictObject({ openness: z.enum(OPENNESS), consents: parties }),
  APPOINT_MEDIATOR: z.strictObject({ userId: uuid, chosenBy: z.enum(['parties', 'body']), consents: parties.optional() }),
  SIGN_FOR_MEDIATION: nothing,
  REFUSE_MEDIATOR: z.strictObject({ userId: uuid, partyId: uuid.optional(), reason: prose }),
  INVITE_HELPER: invitation,
  SEAT_TEAM_MEMBER: z.strictObject({ seat: z.enum(TEAM_SEATS), unitId: uuid, safetyReason: prose.optional() }),
  OPEN_MEDIATION: z.strictObject({ rightsTold: z.boolean() }),
  HOLD_SESSION: z.strictObject({ date: civilDate, place: line, minutes: prose, present: parties }),
  HOLD_CAUCUS: z.strictObject({ partyId: uuid, caucusNote: prose }),
  START_APPRAISAL: z.strictObject({ from: instant, matter: prose }),
  END_APPRAISAL: z.strictObject({ at: instant, finding: prose.optional() }),
  EXTEND_MEDIATION: z.strictObject({ days: z.int().min(1).max(LONGEST_EXTENSION), consents: parties }),
  END_MEDIATION: z.strictObject({ ground: z.enum(MEDIATION_END_GROUNDS), partyId: uuid.optional(), note: prose.optional() }),
  CONCLUDE_AGREEMENT: agreement,
  RECORD_PERFORMANCE: z.strictObject({ result: z.enum(PERFORMANCES), on: civilDate, note: prose.optional() }),
  APPLY_FOR_CONFIRMATION: z.strictObject({
    court: line,
    applicants: parties,
    appliedOn: civilDate,
    subject: z.enum(AGREEMENT_SUBJECTS),
  }),
  RECORD_CONFIRMATION: z
    .strictObject({
      confirmation: z.enum(CONFIRMATIONS),
      ground: z.enum(REJECTION_GROUNDS).optional(),
      on: civilDate,
      ruling: prose.optional(),
    })
    .refine((payload) => payload.confirmation !== 'rejected' || payload.ground !== undefined, {
      error: 'a rejection has its ground (民诉解释 Art 358)',
      path: ['ground'],
    }),
  TRACK_WORK: z.strictObject({ track: z.enum(WORK_TRACKS), status: z.enum(TRACK_STATUSES), note: prose.optional() }),
  HAND_OVER_MEDIATION: z.strictObject({ to: z.enum(HAND_OVER_TARGETS), unitId: uuid, reason: prose }),
  ACKNOWLEDGE_HAND_OVER: z.strictObject({ reference: reference.optional() }),
} as const satisfies Record<string, z.ZodType>;
