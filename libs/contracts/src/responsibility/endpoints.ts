import { z } from 'zod';
import { ROLES } from '#libs/domain';
import { holder } from '../cases/case.ts';
import { endpoint } from '../endpoint.ts';
import { bilingual, noQuery } from '../values.ts';

const act = z.object({
  seq: z.int(),
  at: z.string(),
  command: z.string(),
  label: bilingual,
  role: z.enum(ROLES),
  unit: holder.nullable(),
  /** Where the event names a person, and only for whoever supervises or audits the place. */
  person: z.object({ userId: z.string(), name: z.string() }).nullable(),
});
const duty = z.object({
  deadlineId: z.string(),
  rule: z.string(),
  title: bilingual,
  basis: bilingual,
  unit: holder.nullable(),
  dueDate: z.string(),
  dueAt: z.string(),
  doneAt: z.string().nullable(),
  outcome: z.enum(['in-time', 'late', 'overdue', 'running', 'paused']),
  lateWorkingDays: z.int(),
  lateMinutes: z.int(),
});
export const responsibilityTrace = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  receivedAt: z.string(),
  registeredAt: z.string(),
  closedAt: z.string().nullable(),
  /** True where persons are named to this reader. */
  namesPersons: z.boolean(),
  spans: z.array(
    z.object({
      unit: holder,
      from: z.string(),
      to: z.string().nullable(),
      minutes: z.int(),
      workingDays: z.int(),
      acts: z.array(act),
      duties: z.array(duty),
    }),
  ),
});

export const readResponsibility = endpoint({
  id: 'readResponsibility',
  method: 'GET',
  path: '/api/cases/{id}/responsibility',
  tag: 'cases',
  summary: 'Who had the case when, for how long in working time, what fell due meanwhile and what was done late; from the event log alone',
  access: 'session',
  status: 200,
  produces: 'application/json',
  query: noQuery,
  answer: responsibilityTrace,
  problems: [404],
});
export const exportResponsibility = endpoint({
  id: 'exportResponsibility',
  method: 'GET',
  path: '/api/cases/{id}/responsibility/export',
  tag: 'cases',
  summary: 'The same as a file (CSV), units and roles only; never of a sealed case',
  access: 'session',
  status: 200,
  produces: 'text/csv',
  query: noQuery,
  answer: z.string(),
  problems: [403, 404],
});
