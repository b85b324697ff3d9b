/** Labels of the fields of mediation's commands, as in `command-fields.ts`. */
export const mediationFieldsZh = {
  consent: '是否同意',
  openness: '是否公开',
  seat: '席位',
  track: '工作',
  confirmedBy: '确认笔录的申请人',
  caucusNote: '单独沟通记录（只有该方和调解员可见）',
  mediatorSigned: '调解员已签名',
  signedBy: '签名（认可）的当事人',
  applicants: '共同申请的当事人',
  confirmation: '法院处理结果',
} as const;

export const mediationFieldsEn: Readonly<Record<keyof typeof mediationFieldsZh, string>> = {
  consent: 'Consent',
  openness: 'Open or closed',
  seat: 'Seat',
  track: 'Track',
  confirmedBy: 'Applicants who confirm the record',
  caucusNote: 'Note of the talk (for that side and the mediators alone)',
  mediatorSigned: 'Signed by the mediator',
  signedBy: 'Parties that signed or agreed',
  applicants: 'Parties that apply',
  confirmation: 'The court’s decision',
};

/** What the data of its facts are called, as in `fact-fields.ts`. */
export const mediationFactsZh = {
  openness: '是否公开',
  seat: '席位',
  track: '工作',
  signedBy: '签名的当事人',
  applicants: '共同申请人',
  confirmation: '法院处理结果',
} as const;

export const mediationFactsEn: Readonly<Record<keyof typeof mediationFactsZh, string>> = {
  openness: 'Open or closed',
  seat: 'Seat',
  track: 'Track',
  signedBy: 'Signed by',
  applicants: 'Applying together',
  confirmation: 'The court’s decision',
};
