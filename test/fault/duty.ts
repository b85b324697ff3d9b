import type { Matter, Steps } from './steps.ts';

const OFFICE = 'petition-office.430400.handler';

/** Who acts for the unit that has the round-the-clock duty; null where nobody answered. */
async function onDuty(steps: Steps, clerk: string): Promise<string | null> {
  const duty = (await steps.read(clerk, '/api/duty')) as { readonly unit: { readonly function: string } } | null;
  if (duty === null) return null;
  return duty.unit.function === 'petition-office' ? OFFICE : clerk;
}

/** A case somebody is in danger in: whoever has the duty is alerted, and meets it within minutes. */
export const urgent: Matter = async (steps, clerk) => {
  const opened = await steps.register(clerk, { class: 'CLAIM', route: 'PETITION', urgent: true });
  if (opened === null) return;
  await steps.duty.relyOn(async () => {
    const alerted = await onDuty(steps, clerk);
    if (alerted === null) return;
    const body = { caseId: opened.id, kind: 'domestic-violence', learnedAt: steps.now(), situation: '邻居报称有人被打。' };
    const id = await steps.raise(clerk, '/api/urgent-matters', body);
    if (id === null || steps.leaves() || !(await steps.command(id, alerted, 'RESPOND')) || steps.leaves()) return;
    await steps.command(id, alerted, 'BEGIN_HANDLING', { measures: '已到现场，双方已分开。' });
  });
};

/** The duty goes from the centre to the petition office, or back; where nobody takes it over it stays where it is. */
export const handOver: Matter = (steps, clerk) =>
  steps.duty.takeAway(async () => {
    const from = await onDuty(steps, clerk);
    if (from === null) return;
    const to = from === OFFICE ? clerk : OFFICE;
    const body = { unitId: await steps.people.unitId(to), onCall: [], note: '夜间值守，一切正常。' };
    const id = await steps.raise(from, '/api/duty/handovers', body);
    if (id !== null && !steps.leaves()) await steps.command(id, to, 'TAKE_OVER', { note: '已接。' });
  });
