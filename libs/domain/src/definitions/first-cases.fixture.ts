import { at, CENTRE, CITY_HOUSING, CLERK, COMMITTEE, Desk, HANDLER, HOUSING, MEDIATOR, SIDES } from '../decide/case.fixture.ts';
import { dutiesDone, named as namedLeader, petition as ledPetition, PRINCIPAL } from '../leader-case/leader-case.fixture.ts';
import { resolutionOn } from '../meeting/resolution.fixture.ts';
import { recordsBeside } from './walk-records.fixture.ts';

export const START = at('2026-03-06');
export const PRIOR_CASE = Desk.open();
/** A second one, for what names several. */
export const SECOND_CASE = Desk.open();
export const OTHER_PLACE = 'petition-office.430407';
export const BOTH = SIDES.map((one) => one.id);

const MEDIATION_INTAKE = { categoryCode: '800100', parties: SIDES };

function mediationOf(kind: string, direct: boolean, application = 'written'): Desk {
  return Desk.open({ ...MEDIATION_INTAKE, mediation: { kind, application }, direct, ...(direct ? { by: MEDIATOR } : {}) });
}

/** Assigned to the committee with a date and taken up by it. */
function acceptedMediation(kind: string): Desk {
  return mediationOf(kind, false)
    .send('ASSIGN', CLERK, START, { unitId: COMMITTEE, dueDate: '2026-12-01' })
    .send('ACCEPT', MEDIATOR, START);
}

/** Everybody has consented, and a court's matter is signed for: nothing is left but to begin. */
function readyMediation(kind: string): Desk {
  const desk = acceptedMediation(kind);
  for (const partyId of BOTH) desk.send('RECORD_CONSENT', MEDIATOR, START, { partyId, consent: 'agrees' });
  desk.send('APPOINT_MEDIATOR', MEDIATOR, START, { userId: MEDIATOR.userId, userIdUnit: COMMITTEE, chosenBy: 'body' });
  if (!kind.startsWith('medical') && kind !== 'people') desk.send('SIGN_FOR_MEDIATION', MEDIATOR, START);
  return desk;
}

function openedMediation(kind: string): Desk {
  return readyMediation(kind).send('OPEN_MEDIATION', MEDIATOR, START, { rightsTold: true });
}

function urgentMatter(): Desk {
  return Desk.openOffice(
    'urgent-matter',
    { unitId: CENTRE, urgentKind: 'domestic-violence', learnedAt: START, onCall: [HOUSING] },
    CLERK,
    START,
  );
}

/** Dealt with and reported everywhere. */
function reportedMatter(): Desk {
  return urgentMatter()
    .send('RESPOND', CLERK, START)
    .send('ASSEMBLE', CLERK, START)
    .send('REPORT_UP', CLERK, START, { reportTo: 'own-level', unitId: 'petition-office.430400' })
    .send('REPORT_UP', CLERK, START, { reportTo: 'next-level', unitId: 'petition-office.430000' })
    .send('REPORT_UP', CLERK, START, { reportTo: 'national' });
}

function disputeOf(superiorId: string | null): Desk {
  return Desk.openOffice(
    'jurisdiction',
    { unitId: HOUSING, organs: ['education.430407'], caseId: PRIOR_CASE.context.caseId, ...(superiorId === null ? {} : { superiorId }) },
    CLERK,
    START,
  );
}

function owedReception(since = START): Desk {
  return Desk.openOffice('reception-day', { unitId: CENTRE, leader: PRINCIPAL }, CLERK, since);
}

/** Published, and its day is today. */
function arrangedReception(): Desk {
  const before = at('2026-02-10');
  return owedReception(before)
    .send('SCHEDULE_RECEPTION', CLERK, before, { date: '2026-03-06', seats: 2 })
    .send('PUBLISH_RECEPTION', CLERK, before);
}

/** A ruling of a joint meeting on the prior case's jurisdiction. */
export const RULING = resolutionOn('jurisdiction', PRIOR_CASE.context.caseId, START);
/** What the joint meeting resolved to be done about the prior case. */
export const MEASURES = (['listed-supervision', 'ordered-rectification'] as const).map((kind) =>
  resolutionOn(kind, PRIOR_CASE.context.caseId, START),
);

/** Cases as they begin: what only one of them can reach, the other adds. */
export const FIRST = {
  petition: [Desk.open({ direct: true, by: HANDLER }), Desk.open()],
  simplified: [Desk.open({ procedure: 'simplified', direct: true, by: HANDLER }), Desk.open({ procedure: 'simplified' })],
  hotline: [Desk.open({ procedure: 'hotline' }), Desk.open({ procedure: 'hotline', channel: 'transfer-110' })],
  suggestion: [Desk.open({ class: 'SUGGESTION', direct: true, by: HANDLER }), Desk.open({ class: 'SUGGESTION' })],
  accusation: [Desk.open({ class: 'ACCUSATION', categoryCode: '050401' })],
  guided: [Desk.open({ route: 'ARBITRATION' })],
  ...recordsBeside(PRIOR_CASE, START, MEASURES),
  mediation: [
    ...['people', 'medical', 'administrative'].flatMap((kind) => [mediationOf(kind, true), mediationOf(kind, false)]),
    ...[true, false].map((direct) => mediationOf('people', direct, 'oral')),
    ...['people', 'medical', 'medical-administrative', 'pretrial', 'entrusted', 'entrusted-summary'].flatMap((kind) => [
      acceptedMediation(kind),
      readyMediation(kind),
      openedMediation(kind),
    ]),
  ],
  'leader-case': [namedLeader(), namedLeader({ kind: 'backlog' }, ledPetition(at('2025-03-06'))), dutiesDone()],
  'joint-meeting': [Desk.openOffice('joint-meeting', { unitId: CENTRE, level: 'city', members: [HOUSING, OTHER_PLACE] }, CLERK, START)],
  'urgent-matter': [urgentMatter(), reportedMatter()],
  'duty-handover': [Desk.openOffice('duty-handover', { fromUnitId: CENTRE, unitId: HOUSING, onCall: [] }, CLERK, START)],
  'reception-day': [owedReception(), arrangedReception()],
  jurisdiction: [disputeOf(CITY_HOUSING), disputeOf(null)],
  resolution: [
    Desk.openOffice(
      'resolution',
      {
        resolutionKind: 'interview',
        meetingId: PRIOR_CASE.context.caseId,
        officeUnitId: CENTRE,
        unitId: HOUSING,
        dueDate: '2026-06-01',
      },
      CLERK,
      START,
    ),
  ],
} as const;
