import { createI18n } from './create-i18n.tsx';
import { administrationEn, administrationZh } from './messages/administration.ts';
import { caseEn, caseZh } from './messages/case.ts';
import { fieldsEn, fieldsZh } from './messages/command-fields.ts';
import { channelsEn, channelsZh } from './messages/channels.ts';
import { deadlineEn, deadlineZh } from './messages/deadline.ts';
import { intakeEn, intakeZh } from './messages/intake.ts';
import { lawEn, lawZh } from './messages/law.ts';
import { mediationEn, mediationZh } from './messages/mediation.ts';
import { meetingsEn, meetingsZh } from './messages/meetings.ts';
import { operationsEn, operationsZh } from './messages/operations.ts';
import { problemsEn, problemsZh } from './messages/problems.ts';
import { responsibilityEn, responsibilityZh } from './messages/responsibility.ts';
import { outreachEn, outreachZh } from './messages/outreach.ts';
import { receptionEn, receptionZh } from './messages/reception.ts';
import { registersEn, registersZh } from './messages/registers.ts';
import { shellEn, shellZh } from './messages/shell.ts';
import { urgentEn, urgentZh } from './messages/urgent.ts';
import { supervisionEn, supervisionZh } from './messages/supervision.ts';
import { workEn, workZh } from './messages/work.ts';

const zh = {
  administration: administrationZh,
  shell: shellZh,
  intake: intakeZh,
  work: workZh,
  case: caseZh,
  fields: fieldsZh,
  deadline: deadlineZh,
  problems: problemsZh,
  operations: operationsZh,
  channels: channelsZh,
  law: lawZh,
  mediation: mediationZh,
  meetings: meetingsZh,
  responsibility: responsibilityZh,
  urgent: urgentZh,
  reception: receptionZh,
  registers: registersZh,
  outreach: outreachZh,
  supervision: supervisionZh,
};
export type StaffMessages = typeof zh;

const en: StaffMessages = {
  administration: administrationEn,
  shell: shellEn,
  intake: intakeEn,
  work: workEn,
  case: caseEn,
  fields: fieldsEn,
  deadline: deadlineEn,
  problems: problemsEn,
  operations: operationsEn,
  channels: channelsEn,
  law: lawEn,
  mediation: mediationEn,
  meetings: meetingsEn,
  responsibility: responsibilityEn,
  urgent: urgentEn,
  reception: receptionEn,
  registers: registersEn,
  outreach: outreachEn,
  supervision: supervisionEn,
};

export const { Provider: StaffI18n, useI18n } = createI18n<StaffMessages>({ zh, en });
