import type { BilingualText } from '../case/decision.ts';
import { epochDayAt } from '../calendar/civil-date.ts';
import { lengthInDays } from './counting.ts';
import type { CountedDay, DerivationInput } from './counting.ts';

/** Says of one day of a derivation why it counts or doesn't, for people. */
export function noteOf(at: CountedDay, input: DerivationInput): BilingualText {
  const { calendar, rule } = input;
  if (rule.unit === 'minute') return minuteNote(at, input);
  const name = calendar.nameOf(at.day);
  const working = rule.unit === 'wd';
  const nth: BilingualText = working
    ? { zh: `第${String(at.n)}个工作日`, en: `working day ${String(at.n)}` }
    : { zh: `第${String(at.n)}日`, en: `day ${String(at.n)}` };
  switch (at.kind) {
    case 'start':
      return { zh: '起算事由发生之日，不计入（民法典第201条）', en: 'day of the trigger, not counted (Civil Code Art 201)' };
    case 'counted':
      if (input.fixedDate !== null) return { zh: '由有权机关指定的日期', en: 'date set by the competent organ' };
      return withLastDay(nth, at, input);
    case 'extended': {
      const k = String(at.n - lengthInDays(rule, epochDayAt(input.triggerAt)));
      return withLastDay({ zh: `${nth.zh}（延长第${k}日）`, en: `${nth.en} (day ${k} of the extension)` }, at, input);
    }
    case 'make-up-workday':
      return { zh: `${nth.zh}，调休上班日（${name?.zh ?? ''}）`, en: `${nth.en}, a make-up workday (${name?.en ?? ''})` };
    case 'paused':
      return { zh: '暂停期间，不计入', en: 'paused, not counted' };
    case 'weekend':
    case 'holiday': {
      const day =
        at.kind === 'weekend' ? { zh: '周末', en: 'weekend' } : { zh: name?.zh ?? '法定休假日', en: name?.en ?? 'public holiday' };
      return at.rolling
        ? { zh: `${day.zh}，顺延`, en: `${day.en}, the expiry moves on` }
        : { zh: `${day.zh}，不计入`, en: `${day.en}, not counted` };
    }
    case 'rolled':
      return { zh: '顺延至休假日结束的次日（民法典第203条）', en: 'expiry moved to the day after the rest days (Civil Code Art 203)' };
  }
}

/** `HH:mm` in Shanghai. */
const clockTime = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);

function minuteNote(at: CountedDay, { rule, triggerAt, extensionDays }: DerivationInput): BilingualText {
  if (at.kind !== 'start') return { zh: '连续计算，不分昼夜和节假日', en: 'runs on, by day and night, on holidays too' };
  const from = Date.parse(triggerAt);
  const amount = rule.amount + extensionDays;
  const [begin, end] = [clockTime(from), clockTime(from + amount * 60_000)];
  return {
    zh: `自${begin}起${String(amount)}分钟，${end}届满`,
    en: `${String(amount)} minutes from ${begin}, until ${end}`,
  };
}

/** On the last day of a calendar-day limit it matters whether people work. */
function withLastDay(nth: BilingualText, at: CountedDay, input: DerivationInput): BilingualText {
  const { calendar, rule } = input;
  if (rule.unit === 'wd' || at.n !== lengthInDays(rule, epochDayAt(input.triggerAt)) + input.extensionDays) return nth;
  if (calendar.isRest(at.day)) return { zh: `${nth.zh}，期限最后一日为休假日`, en: `${nth.en}, the last, is a rest day` };
  if (calendar.kindOf(at.day) === 'make-up-workday')
    return { zh: `${nth.zh}，调休上班日，不顺延`, en: `${nth.en}, a make-up workday: no moving on` };
  return { zh: `${nth.zh}，期限届满`, en: `${nth.en}, the last` };
}
