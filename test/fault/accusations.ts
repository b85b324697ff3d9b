import type { Matter } from './steps.ts';
import { handlerOf, inOrder } from './steps.ts';

/** Sealed from the start: nothing of it may leave the house, and its title stands nowhere in clear. Handed on, signed for, graded. */
export const accusation: Matter = async (steps, clerk) => {
  const { people, random } = steps;
  const division = random.pick(['430405', '430407', '430421']);
  const accused = random.chance(0.5)
    ? { role: 'respondent', kind: 'organisation', name: '某局', unitId: await people.unitId(`education.${division}.handler`) }
    : null;
  const opened = await steps.register(clerk, {
    class: 'ACCUSATION',
    title: null,
    narrative: '举报某单位工作人员违规收受礼金。',
    ...(accused === null ? {} : { categoryCode: '050401', divisionCode: division, parties: [accused] }),
  });
  if (opened === null) return;
  const { id, routing } = opened;
  if (accused === null) {
    await steps.command(id, clerk, 'FORWARD', { unitId: routing.lead.unitId });
    return;
  }
  const discipline = handlerOf(opened);
  const police = `public-security.${division}.handler`;
  const organisation = { unitId: await people.unitId(`organisation.${division}.handler`), serious: false };
  const holder = random.chance(0.5) ? police : discipline;
  const handedOn = { unitId: await people.unitId(police), reason: '涉嫌犯罪，移送公安机关。' };
  await inOrder(steps, id, [
    [clerk, 'RECORD_RANK', { accusedRank: 'township' }],
    [clerk, 'FORWARD', { unitId: routing.lead.unitId }],
    [discipline, 'CONFIRM_RECEIPT'],
    ...(holder === police
      ? ([
          [discipline, 'HAND_ON', handedOn],
          [police, 'CONFIRM_RECEIPT'],
        ] as const)
      : []),
    [holder, 'TELL_ORGANISATION', organisation],
    [holder, 'RECORD_ACCOUNTABILITY', { accountability: 'reminder' }],
    [holder, 'FEEDBACK', { result: '经查部分属实，已提醒谈话。' }],
  ]);
};
