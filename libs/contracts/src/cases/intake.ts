import { z } from 'zod';
import {
  APPLICATION_FORMS,
  CASE_CLASSES,
  CHANNELS,
  INTAKE_PROCEDURES,
  MEDIATION_KINDS,
  NARRATIVE_MAX,
  PARTY_KINDS,
  PARTY_ROLES,
  ROUTES,
  SIMPLIFIED_GROUNDS,
  TITLE_MAX,
  validateIdNumber,
} from '#libs/domain';
import { categoryCode, divisionCode, instant, text, uuid } from '../values.ts';

/** Art 20(3): a group chooses at most five representatives. */
const MAX_REPRESENTATIVES = 5;

/** The service compares the birth date with the legal day; here it must only be a day. */
const ANY_DAY = '9999-12-31';
const phone = z.string().regex(/^\+?\(?[0-9][0-9() -]{2,22}[0-9]$/, 'a telephone number: digits, blanks, hyphens and brackets');
const idNumber = text(40).refine(
  (value) => value.length !== 18 || validateIdNumber(value, ANY_DAY),
  'an ID number needs a real birth date and the right check digit',
);

export const party = z.strictObject({
  role: z.enum(PARTY_ROLES),
  kind: z.enum(PARTY_KINDS),
  name: text(200).optional(),
  idNumber: idNumber.optional(),
  phone: phone.optional(),
  unitId: uuid.optional(),
});

const fewRepresentatives = (parties: readonly { role: string }[]): boolean =>
  parties.filter((one) => one.role === 'representative').length <= MAX_REPRESENTATIVES;

/** What both the counter and the public page send. */
const matter = {
  channel: z.enum(CHANNELS),
  title: text(TITLE_MAX),
  narrative: text(NARRATIVE_MAX),
  categoryCode: categoryCode.optional(),
  divisionCode,
  divisionCodes: z.array(divisionCode).max(50).optional(),
  address: text(500).optional(),
  receivedAt: instant,
  headcount: z.int().min(1).max(1_000_000).optional(),
  urgent: z.boolean().optional(),
  confidential: z.boolean().optional(),
  parties: z
    .array(party)
    .max(50)
    .refine(fewRepresentatives, `at most ${String(MAX_REPRESENTATIVES)} representatives (Art 20(3))`)
    .optional(),
};

/** Which kind of mediation is asked for, and how: an application by word of mouth is written down as the narrative. */
const mediation = z.strictObject({
  kind: z.enum(MEDIATION_KINDS),
  application: z.enum(APPLICATION_FORMS),
  /** The petition it comes out of (访调对接): in handling, with a mediation started there. */
  petitionCaseId: uuid.optional(),
});

export const intakeBody = z
  .strictObject({
    class: z.enum(CASE_CLASSES).optional(),
    route: z.enum(ROUTES).optional(),
    procedure: z.enum(INTAKE_PROCEDURES).optional(),
    /** Why the simplified procedure fits; left out: the facts are clear. */
    simplifiedGround: z.enum(SIMPLIFIED_GROUNDS).optional(),
    /** The petitioner has raised the matter before. */
    repeated: z.boolean().optional(),
    mediation: mediation.optional(),
    ...matter,
  })
  .refine((body) => body.mediation === undefined || body.procedure === 'mediation', {
    error: 'only a mediation has a kind',
    path: ['mediation'],
  })
  .refine((body) => body.route === undefined || body.class === undefined || body.class === 'CLAIM', {
    error: 'only a CLAIM has a route',
    path: ['route'],
  });

/** Anybody, without login: what kind of matter it is, a clerk decides; what is sent without `receivedAt` is received now. */
export const publicIntakeBody = z.strictObject({ ...matter, receivedAt: instant.optional() });

export type IntakeBody = z.output<typeof intakeBody>;
export type PublicIntakeBody = z.output<typeof publicIntakeBody>;
