import type { CommandType } from '../../server-state/api-types.ts';
import type { FieldSpec } from './field-spec.ts';

const reason: FieldSpec = { name: 'reason', kind: 'prose' };
const both: FieldSpec = { name: 'consents', kind: 'parties' };
const note: FieldSpec = { name: 'note', kind: 'prose', optional: true };
const written = { field: 'form', is: 'written' } as const;

const registered = ['village-mediator', 'legal-adviser', 'legal-aid'] as const;
const others = ['relative', 'neighbour', 'colleague', 'expert', 'social-organisation'] as const;

/** What the commands of mediation ask for; mediators and helpers of a register are chosen by name. */
export const MEDIATION_FORMS: Readonly<Partial<Record<CommandType, readonly FieldSpec[]>>> = {
  RECORD_APPLICATION: [
    { name: 'applicationRecord', kind: 'prose' },
    { name: 'confirmedBy', kind: 'parties', petitionersOnly: true },
  ],
  DECLINE_MEDIATION: [{ name: 'ground', kind: 'word', vocabulary: 'unsuitable' }, reason],
  EXTEND_ACCEPTANCE: [reason],
  RECORD_CONSENT: [
    { name: 'partyId', kind: 'party' },
    { name: 'consent', kind: 'word', vocabulary: 'consent' },
    { name: 'statement', kind: 'prose', optional: true },
  ],
  SET_OPENNESS: [{ name: 'openness', kind: 'word', vocabulary: 'openness' }, both],
  APPOINT_MEDIATOR: [{ name: 'userId', kind: 'person' }, { name: 'chosenBy', kind: 'word', vocabulary: 'chosenBy' }, both],
  REFUSE_MEDIATOR: [{ name: 'userId', kind: 'person' }, { name: 'partyId', kind: 'party', optional: true }, reason],
  INVITE_HELPER: [
    { name: 'helper', kind: 'word', vocabulary: 'helper' },
    { name: 'helperId', kind: 'helper', onlyIf: { field: 'helper', is: registered } },
    { name: 'invited', kind: 'line', onlyIf: { field: 'helper', is: others } },
    both,
  ],
  SEAT_TEAM_MEMBER: [
    { name: 'seat', kind: 'word', vocabulary: 'seat' },
    { name: 'unitId', kind: 'unit' },
    { name: 'safetyReason', kind: 'prose', optional: true, onlyIf: { field: 'seat', is: 'police' } },
  ],
  OPEN_MEDIATION: [{ name: 'rightsTold', kind: 'flag' }],
  HOLD_SESSION: [
    { name: 'date', kind: 'date', prefill: 'today' },
    { name: 'place', kind: 'line' },
    { name: 'minutes', kind: 'prose' },
    { name: 'present', kind: 'parties' },
  ],
  HOLD_CAUCUS: [
    { name: 'partyId', kind: 'party' },
    { name: 'caucusNote', kind: 'prose' },
  ],
  START_APPRAISAL: [
    { name: 'from', kind: 'instant', prefill: 'now' },
    { name: 'matter', kind: 'prose' },
  ],
  END_APPRAISAL: [
    { name: 'at', kind: 'instant', prefill: 'now' },
    { name: 'finding', kind: 'prose', optional: true },
  ],
  EXTEND_MEDIATION: [{ name: 'days', kind: 'number', min: 1, max: 30 }, both],
  END_MEDIATION: [{ name: 'ground', kind: 'word', vocabulary: 'mediationEnd' }, { name: 'partyId', kind: 'party', optional: true }, note],
  CONCLUDE_AGREEMENT: [
    { name: 'form', kind: 'word', vocabulary: 'agreementForm' },
    { name: 'facts', kind: 'prose', onlyIf: written },
    { name: 'disputed', kind: 'prose', onlyIf: written },
    { name: 'content', kind: 'prose', onlyIf: written },
    { name: 'manner', kind: 'prose', onlyIf: written },
    { name: 'mediatorSigned', kind: 'flag', onlyIf: written },
    { name: 'sealed', kind: 'flag', onlyIf: written },
    { name: 'record', kind: 'prose', onlyIf: { field: 'form', is: 'oral' } },
    { name: 'signedBy', kind: 'parties' },
    { name: 'effectiveOn', kind: 'date', prefill: 'today' },
    { name: 'performBy', kind: 'date', optional: true },
  ],
  RECORD_PERFORMANCE: [{ name: 'result', kind: 'word', vocabulary: 'performance' }, { name: 'on', kind: 'date', prefill: 'today' }, note],
  APPLY_FOR_CONFIRMATION: [
    { name: 'court', kind: 'line' },
    { name: 'applicants', kind: 'parties' },
    { name: 'appliedOn', kind: 'date', prefill: 'today' },
    { name: 'subject', kind: 'word', vocabulary: 'agreementSubject' },
  ],
  RECORD_CONFIRMATION: [
    { name: 'confirmation', kind: 'word', vocabulary: 'confirmation' },
    { name: 'ground', kind: 'word', vocabulary: 'rejectionGround', optional: true, onlyIf: { field: 'confirmation', is: 'rejected' } },
    { name: 'on', kind: 'date', prefill: 'today' },
    { name: 'ruling', kind: 'prose', optional: true },
  ],
  TRACK_WORK: [{ name: 'track', kind: 'word', vocabulary: 'workTrack' }, { name: 'status', kind: 'word', vocabulary: 'trackStatus' }, note],
  HAND_OVER_MEDIATION: [{ name: 'to', kind: 'word', vocabulary: 'handOver' }, { name: 'unitId', kind: 'unit' }, reason],
  ACKNOWLEDGE_HAND_OVER: [{ name: 'reference', kind: 'line', optional: true }],
};
