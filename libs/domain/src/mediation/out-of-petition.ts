import type { Refusal } from '../case/decision.ts';
import { chartContext } from '../case/memo.ts';
import { refused } from '../case/refusal.ts';
import type { CaseSnapshot } from '../case/snapshot.ts';

const BASIS = '《信访工作条例》第33条；访调对接意见（2025年2月10日）';

/**
 * Whether a mediation may be opened out of a petition (访调对接), and if not why: a claim that is being handled, with a mediation
 * started there, which both sides have consented to. Whether it is an administrative dispute or another organ's, the body judges when it
 * accepts. The petition's own clock runs on: no text stops it.
 */
export function whyNotOutOf({ procedure, state, context }: CaseSnapshot): Refusal | null {
  const { class: of, memo } = chartContext(context);
  if (procedure !== 'petition' || of !== 'CLAIM')
    return refused(
      { zh: '只有申诉求决类信访事项可以转入调解。', en: 'Only a claim that is a petition goes into mediation.' },
      { basis: BASIS },
    );
  return state === 'handling' && memo.mediating === true
    ? null
    : refused(
        {
          zh: '原信访事项须在办理中，且承办单位已征得双方同意并开始调解。',
          en: 'The petition must be in handling, and its holder must have started a mediation that both sides consented to.',
        },
        { basis: BASIS, whoMay: { zh: '原信访事项的承办单位', en: 'the holder of the petition' } },
      );
}
