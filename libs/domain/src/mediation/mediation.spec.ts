import { at, CLERK, COMMITTEE, COMMITTEE_HEAD, Desk, ENV, MEDIATOR, person, SIDES, SUPERVISOR } from '../decide/case.fixture.ts';
import { readsNames } from '../access/disclosure.ts';
import { knowledge } from '../access/knowledge.ts';
import { foldCase } from '../decide/fold.ts';

const DAY = '2026-03-06';
const NOW = at(DAY);
const BOTH = ['party-1', 'party-2'];
const POLICE = 'public-security.430407';
const COURT = 'court.430407';
const HEALTH = 'health.430407';
const CHOSEN = { userId: MEDIATOR.userId, userIdUnit: COMMITTEE, chosenBy: 'body' };
const WRITTEN = {
  form: 'written',
  facts: 'x',
  disputed: 'x',
  content: 'x',
  manner: 'x',
  mediatorSigned: true,
  sealed: true,
  signedBy: BOTH,
  effectiveOn: DAY,
};

/** Passed on to the committee on this day and taken up by it. */
function accepted(kind = 'people', on = NOW, acceptedOn = on): Desk {
  return Desk.open({ mediation: { kind, application: 'written' }, categoryCode: '800100', parties: SIDES }, on)
    .send('FORWARD', CLERK, on, { unitId: COMMITTEE })
    .send('ACCEPT', MEDIATOR, acceptedOn);
}

function mediating(kind = 'people', on = NOW): Desk {
  const desk = accepted(kind, on);
  for (const partyId of BOTH) desk.send('RECORD_CONSENT', MEDIATOR, on, { partyId, consent: 'agrees' });
  desk.send('APPOINT_MEDIATOR', COMMITTEE_HEAD, on, CHOSEN);
  if (['pretrial', 'entrusted', 'entrusted-summary'].includes(kind)) desk.send('SIGN_FOR_MEDIATION', MEDIATOR, on);
  return desk.send('OPEN_MEDIATION', MEDIATOR, on, { rightsTold: true });
}

const agreed = (performBy?: string): Desk =>
  mediating().send('CONCLUDE_AGREEMENT', MEDIATOR, NOW, performBy === undefined ? WRITTEN : { ...WRITTEN, performBy });
const folds = (desk: Desk): void => {
  expect(foldCase(desk.commands, ENV)).toEqual(desk.snapshot);
};

describe('the limit', () => {
  it.each([
    ['people', 'MED-PEOPLE', '2026-04-07'],
    ['medical', 'MED-MEDICAL', '2026-04-20'],
    ['medical-administrative', 'MED-MEDICAL-ADMIN', '2026-04-20'],
    ['administrative', 'MED-ADMIN', '2026-04-03'],
    ['labour', 'MED-LABOUR', '2026-03-23'],
    ['pretrial', 'MED-PRETRIAL', '2026-04-07'],
    ['entrusted', 'MED-ENTRUSTED', '2026-03-23'],
    ['entrusted-summary', 'MED-ENTRUSTED-SUMMARY', '2026-03-13'],
  ])('of %s is %s, until %s', (kind, rule, dueDate) => {
    const desk = mediating(kind);
    expect(desk.armed(rule)?.dueDate).toBe(dueDate);
    folds(desk);
  });

  it('of labour runs from the application, not from its acceptance', () => {
    expect(accepted('labour', NOW, at('2026-03-11')).armed('MED-LABOUR')?.dueDate).toBe('2026-03-23');
    expect(accepted('people', NOW, at('2026-03-11')).armed('MED-PEOPLE')?.dueDate).toBe('2026-04-13');
  });

  it('of a court’s matter runs from the mediator’s signature, which he owes within three working days', () => {
    const desk = accepted('pretrial').send('APPOINT_MEDIATOR', COMMITTEE_HEAD, NOW, CHOSEN);
    expect([desk.armed('MED-PRETRIAL'), desk.armed('MED-CONFIRM')?.dueDate]).toEqual([undefined, '2026-03-11']);
    desk.send('SIGN_FOR_MEDIATION', MEDIATOR, at('2026-03-09'));
    expect([desk.armed('MED-PRETRIAL')?.dueDate, desk.armed('MED-CONFIRM')]).toEqual(['2026-04-08', undefined]);
    expect(desk.refuses('SIGN_FOR_MEDIATION', MEDIATOR, NOW).kind).toBe('refused');
  });

  it('of finding a mediator is two days for the parties, then three for the court, three to confirm and three to speak to the other side', () => {
    const chosen = accepted('pretrial');
    expect(chosen.armed('MED-PICK')?.dueDate).toBe('2026-03-10');
    chosen.send('APPOINT_MEDIATOR', COMMITTEE_HEAD, at('2026-03-09'), CHOSEN);
    expect([chosen.armed('MED-PICK'), chosen.armed('MED-APPOINT')]).toEqual([undefined, undefined]);
    chosen.send('SIGN_FOR_MEDIATION', MEDIATOR, at('2026-03-09'));
    expect(chosen.armed('MED-CONTACT')?.dueDate).toBe('2026-03-12');
    chosen.send('RECORD_CONSENT', MEDIATOR, at('2026-03-10'), { partyId: 'party-2', consent: 'agrees' });
    expect(chosen.armed('MED-CONTACT')).toBeUndefined();
    const lapsed = accepted('pretrial').pass(at('2026-03-11'));
    expect([lapsed.state, lapsed.armed('MED-PICK'), lapsed.armed('MED-APPOINT')?.dueDate]).toEqual(['accepted', undefined, '2026-03-16']);
    lapsed.send('APPOINT_MEDIATOR', COMMITTEE_HEAD, at('2026-03-12'), CHOSEN);
    expect(lapsed.armed('MED-APPOINT')).toBeUndefined();
    folds(lapsed);
  });

  it('of deciding on a complex application is ten working days, once, by the head', () => {
    const application = { mediation: { kind: 'administrative', application: 'written' }, categoryCode: '800100', parties: SIDES };
    const desk = Desk.open(application, NOW).send('FORWARD', CLERK, NOW, { unitId: COMMITTEE });
    expect(desk.armed('MED-ACCEPT')?.dueDate).toBe('2026-03-13');
    expect(desk.refuses('EXTEND_ACCEPTANCE', MEDIATOR, NOW).kind).toBe('forbidden');
    desk.send('EXTEND_ACCEPTANCE', COMMITTEE_HEAD, NOW);
    expect(desk.armed('MED-ACCEPT')?.dueDate).toBe('2026-03-20');
    expect(desk.refuses('EXTEND_ACCEPTANCE', COMMITTEE_HEAD, NOW).kind).toBe('refused');
    folds(desk);
  });

  it('of the health department to decide on an application is five working days, which nobody extends (医疗条例 Art 40)', () => {
    const application = { mediation: { kind: 'medical-administrative', application: 'written' }, categoryCode: '800100', parties: SIDES };
    const desk = Desk.open(application, NOW).send('FORWARD', CLERK, NOW, { unitId: HEALTH });
    expect(desk.armed('MED-MEDICAL-ACCEPT')).toMatchObject({ dueDate: '2026-03-13', owner: { unitId: HEALTH } });
    expect(desk.refuses('EXTEND_ACCEPTANCE', person('head', HEALTH), NOW).kind).toBe('refused');
    desk.send('ACCEPT', person('handler', HEALTH), NOW);
    expect([desk.armed('MED-MEDICAL-ACCEPT'), desk.armed('MED-MEDICAL-ADMIN')?.dueDate]).toEqual([undefined, '2026-04-20']);
    folds(desk);
  });

  it('stands still during an appraisal where the law says so, and only there', () => {
    const medical = mediating('medical').send('START_APPRAISAL', MEDIATOR, at('2026-03-09'), { from: at('2026-03-09'), matter: 'x' });
    expect(medical.snapshot.open.find((one) => one.rule === 'MED-MEDICAL')?.state).toBe('paused');
    expect(medical.refuses('START_APPRAISAL', MEDIATOR, at('2026-03-10'), { from: at('2026-03-10'), matter: 'x' }).kind).toBe('refused');
    medical.send('END_APPRAISAL', MEDIATOR, at('2026-03-16'), { at: at('2026-03-16') });
    expect(medical.armed('MED-MEDICAL')?.dueDate).toBe('2026-04-27');
    const people = mediating().send('START_APPRAISAL', MEDIATOR, NOW, { from: NOW, matter: 'x' });
    expect(people.armed('MED-PEOPLE')?.dueDate).toBe('2026-04-07');
    expect(people.facts.at(-1)?.data).toMatchObject({ stops: false });
  });

  it('is extended by both, once, before it is over and by no more than the pack allows', () => {
    const desk = mediating();
    expect(desk.refuses('EXTEND_MEDIATION', MEDIATOR, NOW, { days: 10, consents: ['party-1'] }).kind).toBe('refused');
    expect(desk.refuses('EXTEND_MEDIATION', MEDIATOR, NOW, { days: 31, consents: BOTH })).toMatchObject({ kind: 'invalid', field: 'days' });
    desk.send('EXTEND_MEDIATION', MEDIATOR, NOW, { days: 10, consents: BOTH });
    expect(desk.armed('MED-PEOPLE')?.dueDate).toBe('2026-04-16');
    expect(desk.refuses('EXTEND_MEDIATION', MEDIATOR, NOW, { days: 10, consents: BOTH }).reason.en).toContain('once');
    const late = mediating().pass(at('2026-04-08'));
    expect(late.refuses('EXTEND_MEDIATION', MEDIATOR, at('2026-04-08'), { days: 10, consents: BOTH }).kind).toBe('refused');
  });

  it.each([
    ['medical', 'terminated'],
    ['medical-administrative', 'terminated'],
    ['pretrial', 'terminated'],
    ['entrusted', 'terminated'],
    ['people', 'mediating'],
    ['labour', 'mediating'],
  ])('passing leaves %s %s', (kind, state) => {
    const desk = mediating(kind).pass(at('2026-05-01'));
    expect(desk.state).toBe(state);
    expect(desk.factTypes()).toContain('deadline.passed');
    folds(desk);
  });
});

describe('consent', () => {
  it('is asked of both sides before anything is opened, and a clear refusal ends it at any time', () => {
    const desk = accepted().send('APPOINT_MEDIATOR', COMMITTEE_HEAD, NOW, CHOSEN);
    const open = { rightsTold: true };
    expect(desk.refuses('OPEN_MEDIATION', MEDIATOR, NOW, open).basis).toContain('第17条');
    desk.send('RECORD_CONSENT', MEDIATOR, NOW, { partyId: 'party-1', consent: 'agrees' });
    expect(desk.refuses('OPEN_MEDIATION', MEDIATOR, NOW, open).kind).toBe('refused');
    expect(desk.refuses('RECORD_CONSENT', MEDIATOR, NOW, { partyId: 'party-9', consent: 'agrees' }).kind).toBe('invalid');
    desk.send('RECORD_CONSENT', MEDIATOR, NOW, { partyId: 'party-2', consent: 'refuses' });
    expect([desk.state, desk.armed('MED-PEOPLE'), desk.armed('MED-NOTICE')?.owner.unitId]).toEqual(['terminated', undefined, COMMITTEE]);
    expect(desk.facts.at(-1)?.data).toEqual({
      ground: 'refusal',
      partyId: 'party-2',
      routes: ['arbitration', 'administrative-procedure', 'litigation'],
    });
    expect(mediating().send('RECORD_CONSENT', MEDIATOR, NOW, { partyId: 'party-1', consent: 'refuses' }).state).toBe('terminated');
  });

  it('needs two sides to be there at all', () => {
    const alone = Desk.open({ mediation: { kind: 'people', application: 'written' } }, NOW).send('FORWARD', CLERK, NOW, {
      unitId: COMMITTEE,
    });
    expect(alone.refuses('ACCEPT', MEDIATOR, NOW).basis).toContain('第2条');
    expect(alone.send('DECLINE_MEDIATION', MEDIATOR, NOW, { ground: 'administrative-dispute', reason: 'x' }).state).toBe('refused');
  });

  it('closes the doors at one side’s wish, and opens them at both’s', () => {
    const desk = accepted('medical');
    expect(desk.context.memo).toMatchObject({ mediation: { openness: 'closed' } });
    expect(desk.refuses('SET_OPENNESS', MEDIATOR, NOW, { openness: 'open', consents: ['party-1'] }).kind).toBe('refused');
    desk.send('SET_OPENNESS', MEDIATOR, NOW, { openness: 'open', consents: BOTH });
    desk.send('SET_OPENNESS', MEDIATOR, NOW, { openness: 'closed', consents: ['party-2'] });
    expect(desk.context.memo).toMatchObject({ mediation: { openness: 'closed' } });
  });
});

describe('mediators', () => {
  it('are appointed or chosen by both, refused and recused with reasons, and never come back', () => {
    const desk = accepted();
    expect(desk.refuses('APPOINT_MEDIATOR', MEDIATOR, NOW, { ...CHOSEN, chosenBy: 'parties', consents: ['party-1'] }).kind).toBe('refused');
    expect(desk.refuses('APPOINT_MEDIATOR', MEDIATOR, NOW, { ...CHOSEN, userIdUnit: 'education.430407' }).kind).toBe('invalid');
    desk.send('APPOINT_MEDIATOR', MEDIATOR, NOW, { ...CHOSEN, chosenBy: 'parties', consents: BOTH });
    desk.send('APPOINT_MEDIATOR', MEDIATOR, NOW, { ...CHOSEN, userId: COMMITTEE_HEAD.userId });
    expect(desk.refuses('REFUSE_MEDIATOR', COMMITTEE_HEAD, NOW, { userId: MEDIATOR.userId, reason: 'x' }).kind).toBe('forbidden');
    desk.send('REFUSE_MEDIATOR', COMMITTEE_HEAD, NOW, { userId: MEDIATOR.userId, partyId: 'party-2', reason: 'x' });
    desk.send('RECUSE', COMMITTEE_HEAD, NOW, { reason: 'x' });
    expect(desk.context.memo).toMatchObject({ mediation: { mediators: [], formerMediators: [MEDIATOR.userId, COMMITTEE_HEAD.userId] } });
    expect(desk.refuses('APPOINT_MEDIATOR', MEDIATOR, NOW, CHOSEN).basis).toContain('第16条');
    for (const partyId of BOTH) desk.send('RECORD_CONSENT', MEDIATOR, NOW, { partyId, consent: 'agrees' });
    // Nobody mediates it now, so nobody may open it.
    expect(desk.refuses('OPEN_MEDIATION', MEDIATOR, NOW, { rightsTold: true }).kind).toBe('forbidden');
  });

  it('are told the names, and invite helpers with both sides’ consent', () => {
    const desk = mediating();
    expect([MEDIATOR, person('mediator', COMMITTEE, 'another')].map((one) => readsNames(desk.snapshot, one))).toEqual([true, false]);
    expect(desk.refuses('INVITE_HELPER', MEDIATOR, NOW, { helper: 'relative', invited: 'x', consents: ['party-1'] }).basis).toContain(
      '第20条',
    );
    desk.send('INVITE_HELPER', MEDIATOR, NOW, { helper: 'village-mediator', invited: 'x', consents: BOTH });
  });

  it('have a team of five in a family dispute, the police in it for safety alone', () => {
    const desk = accepted();
    const police = { seat: 'police', unitId: 'public-security.430407' };
    const knows = () => knowledge(desk.context, person('handler', 'public-security.430407'));
    expect(knows()).toBe('none');
    expect(desk.refuses('SEAT_TEAM_MEMBER', MEDIATOR, NOW, police).basis).toContain('第25条');
    expect(desk.refuses('SEAT_TEAM_MEMBER', MEDIATOR, NOW, { seat: 'womens-federation', unitId: 'education.430407' }).kind).toBe('invalid');
    desk.send('SEAT_TEAM_MEMBER', MEDIATOR, NOW, { ...police, safetyReason: 'x' });
    expect([knows(), desk.lastNotices[0]?.unitId]).toEqual(['full', 'public-security.430407']);
    expect(desk.refuses('SEAT_TEAM_MEMBER', MEDIATOR, NOW, { ...police, safetyReason: 'x' }).reason.en).toContain('taken');
    const neighbours = Desk.open({ mediation: { kind: 'people', application: 'written' }, categoryCode: '800200', parties: SIDES }, NOW);
    neighbours.send('FORWARD', CLERK, NOW, { unitId: COMMITTEE }).send('ACCEPT', MEDIATOR, NOW);
    expect(neighbours.refuses('SEAT_TEAM_MEMBER', MEDIATOR, NOW, { ...police, safetyReason: 'x' }).reason.en).toContain('family');
  });
});

it.each(['withdrawn', 'unreachable', 'refusal', 'too-far-apart', 'refuses-to-sign'])(
  'ends because of %s, with a notice to serve',
  (ground) => {
    const desk = mediating().send('END_MEDIATION', MEDIATOR, NOW, { ground });
    expect([desk.state, desk.armed('MED-NOTICE')?.dueDate]).toEqual(['terminated', '2026-03-13']);
    desk.send('RECORD_SERVICE', MEDIATOR, NOW, { method: 'in-person', receivedOn: DAY, proof: 'x' });
    expect(desk.armed('MED-NOTICE')).toBeUndefined();
    desk.send('RETURN_VISIT', CLERK, NOW, { outcome: 'explained', note: 'x' }).send('ARCHIVE', SUPERVISOR, NOW);
    folds(desk);
  },
);

it('ends because the term is over only when it is, and for another ground only if it is written out', () => {
  const desk = mediating();
  expect(desk.refuses('END_MEDIATION', MEDIATOR, NOW, { ground: 'term-expired' }).kind).toBe('refused');
  expect(desk.refuses('END_MEDIATION', MEDIATOR, NOW, { ground: 'other' })).toMatchObject({ kind: 'invalid', field: 'note' });
  expect(desk.pass(at('2026-04-09')).send('END_MEDIATION', MEDIATOR, at('2026-04-09'), { ground: 'term-expired' }).state).toBe(
    'terminated',
  );
});

describe('an agreement', () => {
  it('says what the law asks for and is signed by all, the mediator and the body', () => {
    const desk = mediating();
    const { facts: _, ...incomplete } = WRITTEN;
    expect(desk.refuses('CONCLUDE_AGREEMENT', MEDIATOR, NOW, incomplete)).toMatchObject({ code: 'agreement.incomplete', field: 'facts' });
    expect(desk.refuses('CONCLUDE_AGREEMENT', MEDIATOR, NOW, { ...WRITTEN, signedBy: ['party-1'] }).kind).toBe('refused');
    expect(desk.refuses('CONCLUDE_AGREEMENT', MEDIATOR, NOW, { ...WRITTEN, sealed: false }).basis).toContain('第29条');
    expect(desk.refuses('CONCLUDE_AGREEMENT', MEDIATOR, NOW, { ...WRITTEN, performBy: '2026-03-05' }).kind).toBe('invalid');
    const oral = mediating().send('CONCLUDE_AGREEMENT', MEDIATOR, NOW, { form: 'oral', record: 'x', signedBy: BOTH, effectiveOn: DAY });
    expect([oral.state, oral.armed('MED-PERFORM')]).toEqual(['agreed', undefined]);
  });

  it('is followed until it is performed', () => {
    const desk = agreed('2026-03-20');
    expect([desk.armed('MED-PEOPLE'), desk.armed('MED-PERFORM')?.dueDate]).toEqual([undefined, '2026-03-20']);
    desk.send('RECORD_PERFORMANCE', MEDIATOR, at('2026-03-10'), { result: 'partly', on: '2026-03-10' });
    expect([desk.state, desk.armed('MED-PERFORM')?.dueDate]).toEqual(['agreed', '2026-03-20']);
    desk.send('RECORD_PERFORMANCE', MEDIATOR, at('2026-03-19'), { result: 'performed', on: '2026-03-19' });
    expect([desk.state, desk.snapshot.open]).toEqual(['performed', []]);
    folds(desk);
    const broken = agreed('2026-03-20').send('RECORD_PERFORMANCE', MEDIATOR, at('2026-03-23'), {
      result: 'not-performed',
      on: '2026-03-23',
    });
    expect([broken.state, broken.facts.at(-2)?.data]).toMatchObject(['unperformed', { routes: ['litigation'] }]);
  });

  it('is confirmed on both sides’ application within thirty days, unless a court takes no such matter', () => {
    const asked = { court: 'x', applicants: BOTH, appliedOn: '2026-04-07', subject: 'claim' };
    const desk = agreed('2026-06-01');
    expect(desk.armed('JC-APPLY')?.dueDate).toBe('2026-04-07');
    const late = at('2026-04-08');
    expect(desk.refuses('APPLY_FOR_CONFIRMATION', MEDIATOR, late, { ...asked, applicants: ['party-1'] }).basis).toContain('第33条');
    expect(desk.refuses('APPLY_FOR_CONFIRMATION', MEDIATOR, late, { ...asked, subject: 'marriage' }).basis).toContain('第355条');
    expect(desk.refuses('APPLY_FOR_CONFIRMATION', MEDIATOR, late, { ...asked, appliedOn: '2026-04-08' }).reason.en).toContain('2026-04-07');
    desk.pass(late).send('APPLY_FOR_CONFIRMATION', MEDIATOR, late, asked);
    expect([desk.state, desk.armed('JC-DECIDE')?.dueDate]).toEqual(['confirming', '2026-04-22']);
    desk.send('RECORD_CONFIRMATION', MEDIATOR, at('2026-04-10'), { confirmation: 'confirmed', on: '2026-04-10' });
    desk.send('RECORD_PERFORMANCE', MEDIATOR, at('2026-06-02'), { result: 'not-performed', on: '2026-06-02' });
    expect(desk.facts.find((one) => one.type === 'performance.recorded')?.data).toMatchObject({ routes: ['enforcement'] });
    folds(desk);
  });
});

describe('an application by word of mouth', () => {
  const oral = (): Desk => Desk.open({ mediation: { kind: 'people', application: 'oral' }, categoryCode: '800100', parties: SIDES }, NOW);

  it('is written down and confirmed by whoever applied before anybody takes it up', () => {
    const desk = oral().send('FORWARD', CLERK, NOW, { unitId: COMMITTEE });
    expect(desk.refuses('ACCEPT', MEDIATOR, NOW)).toMatchObject({ kind: 'refused', code: 'mediation.application_unrecorded' });
    expect(desk.refuses('RECORD_APPLICATION', MEDIATOR, NOW, { confirmedBy: ['party-2'] }).basis).toContain('第12条');
    desk.send('RECORD_APPLICATION', MEDIATOR, NOW, { confirmedBy: ['party-1'] });
    expect(desk.refuses('RECORD_APPLICATION', MEDIATOR, NOW, { confirmedBy: ['party-1'] }).kind).toBe('refused');
    expect(desk.send('ACCEPT', MEDIATOR, NOW).state).toBe('accepted');
    folds(desk);
  });

  it('may be recorded at the counter that it was made at; a written one is no such thing', () => {
    expect(oral().send('RECORD_APPLICATION', CLERK, NOW, { confirmedBy: ['party-1'] }).context.memo).toMatchObject({
      mediation: { recordedOn: DAY },
    });
    const written = Desk.open({ mediation: { kind: 'people', application: 'written' }, parties: SIDES }, NOW);
    expect(written.refuses('RECORD_APPLICATION', CLERK, NOW, { confirmedBy: ['party-1'] }).kind).toBe('refused');
  });
});

it('hands over to the police meanwhile and to any organ when it has ended; the unit that gets it signs for it itself', () => {
  const desk = mediating();
  const police = { to: 'police', unitId: POLICE, reason: 'x' };
  const officer = person('handler', POLICE);
  expect(desk.refuses('HAND_OVER_MEDIATION', MEDIATOR, NOW, { to: 'court', unitId: COURT, reason: 'x' }).basis).toContain('第25条');
  expect(desk.refuses('HAND_OVER_MEDIATION', MEDIATOR, NOW, { ...police, unitId: COURT })).toMatchObject({
    kind: 'invalid',
    field: 'unitId',
  });
  expect(knowledge(desk.context, officer)).toBe('none');
  desk.send('HAND_OVER_MEDIATION', MEDIATOR, NOW, police);
  expect([desk.armed('MED-RECEIPT')?.dueDate, desk.armed('MED-RECEIPT')?.owner.unitId]).toEqual(['2026-03-11', POLICE]);
  expect([knowledge(desk.context, officer), desk.lastNotices[0]?.unitId]).toEqual(['full', POLICE]);
  expect(desk.refuses('HAND_OVER_MEDIATION', MEDIATOR, NOW, police).kind).toBe('refused');
  // Whoever handed it over signs for nothing.
  expect(desk.refuses('ACKNOWLEDGE_HAND_OVER', MEDIATOR, NOW).kind).toBe('forbidden');
  desk.send('ACKNOWLEDGE_HAND_OVER', officer, NOW, { reference: '回执1号' });
  expect([desk.armed('MED-RECEIPT'), desk.lastNotices[0]?.unitId]).toEqual([undefined, COMMITTEE]);
  expect(desk.facts.at(-1)?.data).toEqual({ by: POLICE, reference: '回执1号', to: 'police' });
  folds(desk);
  const back = mediating('pretrial').send('END_MEDIATION', MEDIATOR, NOW, { ground: 'too-far-apart' });
  expect(back.facts.at(-1)?.data).toMatchObject({ routes: ['return-to-court'] });
  back.send('HAND_OVER_MEDIATION', MEDIATOR, NOW, { to: 'court', unitId: COURT, reason: 'x' }).pass(at('2026-03-13'));
  // The court is urged, not the committee.
  expect(back.facts.filter(({ rule }) => rule === 'MED-RECEIPT').map(({ type }) => type)).toContain('deadline.urged');
  expect(back.snapshot.open.find(({ rule }) => rule === 'MED-RECEIPT')?.owner.unitId).toBe(COURT);
});

it('stays a mediation when only its category changes, and becomes a petition when somebody says so', () => {
  const desk = Desk.open({ mediation: { kind: 'people', application: 'oral' }, categoryCode: '800100', parties: SIDES }, NOW);
  desk.send('RECLASSIFY', CLERK, NOW, { categoryCode: '800200', reason: 'x' });
  expect([desk.snapshot.procedure, desk.context.categoryCode]).toEqual(['mediation', '800200']);
  desk.send('RECLASSIFY', CLERK, NOW, { procedure: 'petition', settledProcedure: 'petition', reason: 'x' });
  expect(desk.snapshot.procedure).toBe('petition');
  folds(desk);
});
