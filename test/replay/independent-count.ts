import { createRequire } from 'node:module';

const { isWorkday } = createRequire(import.meta.url)('chinese-days') as { isWorkday: (day: string) => boolean };

/** One message, in instants. */
export interface Message {
  readonly row: string;
  readonly receivedAt: string;
  readonly repliedAt: string;
}

/** What a deadline must have come to. */
export interface Expected {
  readonly row: string;
  readonly rule: string;
  readonly dueDate: string;
  readonly passed: boolean;
  readonly reminded: boolean;
  readonly urged: boolean;
  readonly supervised: boolean;
}

const DAY = 86_400_000;
const shanghai = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const plus = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
const midnightAfter = (day: string): number => Date.parse(`${plus(day, 1)}T00:00:00+08:00`);
const morning = (day: string): number => Date.parse(`${day}T09:00:00+08:00`);

/** n calendar days, rolled to the next working day (民法典 201, 203); the calendar is that of the package, not of the product. */
function calendarDays(from: string, n: number): string {
  let day = plus(from, n);
  while (!isWorkday(day)) day = plus(day, 1);
  return day;
}

function workingDays(from: string, n: number): string {
  let day = from;
  for (let left = Math.abs(n); left > 0;) {
    day = plus(day, Math.sign(n));
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

/**
 * What the Regulation of 2005 makes of messages that are forwarded and accepted when they come in, and answered and served
 * when they were answered: 15, 15, 60 and 30 calendar days, and the local 5 working days for service.
 */
export function expectedOf({ row, receivedAt, repliedAt }: Message): readonly Expected[] {
  const [received, replied] = [shanghai(receivedAt), shanghai(repliedAt)];
  const prompt = { row, passed: false, reminded: false, urged: false, supervised: false };
  const handling = calendarDays(received, 60);
  const late = Date.parse(repliedAt) >= midnightAfter(handling);
  const warned = morning(workingDays(handling, -3));
  const window = calendarDays(replied, 30);
  return [
    { ...prompt, rule: 'PET-FWD', dueDate: calendarDays(received, 15) },
    {
      ...prompt,
      rule: 'PET-HANDLE',
      dueDate: handling,
      passed: late,
      urged: late,
      supervised: late,
      reminded: warned > Date.parse(receivedAt) && Date.parse(repliedAt) >= warned,
    },
    { ...prompt, rule: 'PET-NOTICE-FWD', dueDate: calendarDays(received, 15) },
    // Nobody asked for a review: every window was warned of 5 working days before, and passed.
    {
      ...prompt,
      rule: 'PET-REVIEW-REQ',
      dueDate: window,
      passed: true,
      reminded: morning(workingDays(window, -5)) > Date.parse(repliedAt),
    },
    { ...prompt, rule: 'PET-SERVE', dueDate: workingDays(replied, 5) },
  ];
}
