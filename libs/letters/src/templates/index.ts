import type { LetterKind } from '#libs/domain';
import type { LetterTemplate } from '../template.ts';
import { ACCEPTANCE } from './acceptance.ts';
import { ACCUSATION_RECEIPT } from './accusation-receipt.ts';
import { ASSIGNMENT } from './assignment.ts';
import { CONFIRMATION_APPLICATION } from './confirmation-application.ts';
import { EXTENSION } from './extension.ts';
import { MEDIATION_AGREEMENT } from './mediation-agreement.ts';
import { MINUTES } from './minutes.ts';
import { NO_LONGER_ACCEPTED } from './no-longer-accepted.ts';
import { NON_ACCEPTANCE } from './non-acceptance.ts';
import { ORGANISATION_NOTICE } from './organisation-notice.ts';
import { OPINION } from './opinion.ts';
import { RECHECK } from './recheck.ts';
import { REPLY } from './reply.ts';
import { RETURN_VISIT } from './return-visit.ts';
import { REVIEW } from './review.ts';
import { SERVICE } from './service.ts';
import { SUGGESTION } from './suggestion.ts';
import { SUPERVISION } from './supervision.ts';
import { TERMINATION } from './termination.ts';
import { TRANSFER } from './transfer.ts';

/** Every kind of letter. */
export const TEMPLATES: Readonly<Record<LetterKind, LetterTemplate>> = {
  acceptance: ACCEPTANCE,
  'non-acceptance': NON_ACCEPTANCE,
  'no-longer-accepted': NO_LONGER_ACCEPTED,
  transfer: TRANSFER,
  assignment: ASSIGNMENT,
  extension: EXTENSION,
  opinion: OPINION,
  reply: REPLY,
  service: SERVICE,
  review: REVIEW,
  recheck: RECHECK,
  supervision: SUPERVISION,
  suggestion: SUGGESTION,
  'mediation-agreement': MEDIATION_AGREEMENT,
  termination: TERMINATION,
  'confirmation-application': CONFIRMATION_APPLICATION,
  minutes: MINUTES,
  'return-visit': RETURN_VISIT,
  'accusation-receipt': ACCUSATION_RECEIPT,
  'organisation-notice': ORGANISATION_NOTICE,
};

/** The kinds that may be made of a fact of this type. */
export function templatesOf(factType: string): readonly LetterTemplate[] {
  return Object.values(TEMPLATES).filter(({ of }) => of.includes(factType));
}
