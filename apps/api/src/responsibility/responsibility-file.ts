import { stringify } from 'csv-stringify/sync';
import type { AnswerOf, readResponsibility } from '#libs/contracts';
import { civilDateOf } from '#libs/domain';

const OUTCOMES: Readonly<Record<string, string>> = {
  'in-time': '按期',
  late: '逾期办结',
  overdue: '逾期未办',
  running: '计时中',
  paused: '中止计时',
};
const civilTime = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const timeOf = (instant: string | null): string => (instant === null ? '' : civilTime.format(new Date(instant)));

/** The trace as a file: one row for each duty of each unit's time, one for a time without any. Units and roles, never a person. */
export function responsibilityFile({ caseNo, spans }: AnswerOf<typeof readResponsibility>): string {
  const rows = spans.flatMap(({ unit, from, to, workingDays, acts, duties }) => {
    const span = [caseNo, unit.name, timeOf(from), timeOf(to), String(workingDays), String(acts.length)];
    if (duties.length === 0) return [[...span, '', '', '', '', '', '']];
    return duties.map((duty) => [
      ...span,
      duty.title.zh,
      duty.unit?.name ?? '',
      duty.dueDate,
      duty.doneAt === null ? '' : civilDateOf(duty.doneAt),
      OUTCOMES[duty.outcome] ?? duty.outcome,
      duty.lateWorkingDays === 0 ? '' : String(duty.lateWorkingDays),
    ]);
  });
  const columns = ['编号', '在办单位', '自', '至', '工作日', '办理次数', '期限', '责任单位', '到期日', '完成日', '结果', '逾期工作日'];
  return stringify(rows, { bom: true, header: true, columns, escape_formulas: true });
}
