import { ACCUSATION_FACTS } from '../accusation/accusation.facts.ts';
import type { FactSpec } from '../chart/effect.ts';
import { CLOSING_FACTS } from '../closing/closing.facts.ts';
import { CLOCK_FACTS } from '../decide/clock.facts.ts';
import { LAW_FACTS } from '../decide/law.facts.ts';
import { GUIDED_FACTS } from '../guided/guided.facts.ts';
import { HOTLINE_FACTS } from '../hotline/hotline.facts.ts';
import { INTERRUPTION_FACTS } from '../interruption/interruption.ts';
import { LETTER_FACTS } from '../letters/letter.facts.ts';
import { LEADER_CASE_FACTS } from '../leader-case/leader-case.facts.ts';
import { MEDIATION_FACTS } from '../mediation/mediation.facts.ts';
import { DUTY_FACTS } from '../duty/duty.facts.ts';
import { JURISDICTION_FACTS } from '../jurisdiction/jurisdiction.facts.ts';
import { MEETING_FACTS } from '../meeting/meeting.facts.ts';
import { RECEPTION_FACTS } from '../reception/reception.facts.ts';
import { PETITION_FACTS } from '../petition/petition.facts.ts';
import { RECORD_FACTS } from '../record/record.facts.ts';
import { RECTIFICATION_FACTS } from '../rectification/rectification.facts.ts';
import { SIMPLIFIED_FACTS } from '../simplified/simplified.facts.ts';
import { SUGGESTION_FACTS } from '../suggestion/suggestion.facts.ts';
import { SUGGESTION_LETTER_FACTS } from '../suggestion-letter/letter.facts.ts';
import { CARD_FACTS } from '../supervision-card/card.facts.ts';
import { SUPERVISION_FACTS } from '../supervision/supervision.facts.ts';
import { TRANSFER_FACTS } from '../transfer/transfer.facts.ts';
import { URGENT_FACTS } from '../urgent/urgent.facts.ts';

/** Every type of fact there is, in the order of a case's life; docs/events.md is written from it. */
export const EVENT_CATALOGUE: Readonly<Record<string, FactSpec>> = {
  ...TRANSFER_FACTS,
  ...PETITION_FACTS,
  ...SIMPLIFIED_FACTS,
  ...HOTLINE_FACTS,
  ...SUGGESTION_FACTS,
  ...ACCUSATION_FACTS,
  ...GUIDED_FACTS,
  ...MEDIATION_FACTS,
  ...MEETING_FACTS,
  ...JURISDICTION_FACTS,
  ...DUTY_FACTS,
  ...RECEPTION_FACTS,
  ...URGENT_FACTS,
  ...LEADER_CASE_FACTS,
  ...CARD_FACTS,
  ...SUGGESTION_LETTER_FACTS,
  ...RECTIFICATION_FACTS,
  ...RECORD_FACTS,
  ...INTERRUPTION_FACTS,
  ...CLOSING_FACTS,
  ...CLOCK_FACTS,
  ...SUPERVISION_FACTS,
  ...LETTER_FACTS,
  ...LAW_FACTS,
};
