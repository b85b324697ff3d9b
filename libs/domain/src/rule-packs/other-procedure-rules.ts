import { OWN_WINDOW, REMINDED, URGED_FIRST_SHORT, URGED_FIRST_UNWARNED, WARNED, PASSES } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';
import type { Extension } from './rule.ts';

/** "Both may extend": no text caps the days, so 30 are a configurable cap. */
const PARTIES_MAY_EXTEND: Extension = { max: 30, approver: 'parties', once: true };

const MEDICAL_ADMINISTRATIVE = {
  zh: '《医疗纠纷预防和处理条例》第40条',
  en: 'Regulation on Prevention and Handling of Medical Disputes Art 40',
};

/** Limits of mediation, arbitration and reconsideration; each rests on a law of its own with its own first day. */
export const MEDIATION_ROWS: readonly PackRow[] = [
  {
    id: 'MED-PEOPLE',
    title: { zh: '人民调解期限', en: "People's mediation" },
    basis: { zh: '《人民调解工作若干规定》第33条', en: "Provisions on People's Mediation Work Art 33" },
    amount: 1,
    unit: 'month',
    trigger: 'acceptance',
    extension: PARTIES_MAY_EXTEND,
    owner: 'committee',
    ownerRole: 'mediator',
    ladder: REMINDED,
    onExpiry: 'end-or-extend',
    confidence: 'P',
    effectiveFrom: '2002-11-01',
  },
  {
    id: 'MED-LABOUR',
    title: { zh: '劳动争议调解期限', en: 'Mediation of a labour dispute' },
    basis: { zh: '《劳动争议调解仲裁法》第14条', en: 'Labour Dispute Mediation and Arbitration Law Art 14' },
    amount: 15,
    unit: 'cd',
    trigger: 'application-received',
    owner: 'committee',
    ownerRole: 'mediator',
    ladder: REMINDED,
    onExpiry: 'may-arbitrate',
    confidence: 'T',
    effectiveFrom: '2008-05-01',
  },
  {
    id: 'MED-MEDICAL',
    title: { zh: '医疗纠纷调解期限', en: 'Mediation of a medical dispute' },
    basis: { zh: '《医疗纠纷预防和处理条例》第38条', en: 'Regulation on Prevention and Handling of Medical Disputes Art 38' },
    amount: 30,
    unit: 'wd',
    trigger: 'acceptance',
    pausableBy: ['appraisal'],
    extension: PARTIES_MAY_EXTEND,
    owner: 'committee',
    ownerRole: 'mediator',
    ladder: REMINDED,
    onExpiry: 'failed',
    confidence: 'T',
    effectiveFrom: '2018-10-01',
  },
  {
    id: 'MED-MEDICAL-ACCEPT',
    title: { zh: '决定是否受理医疗纠纷行政调解', en: 'Deciding whether to accept a medical dispute for administrative mediation' },
    basis: MEDICAL_ADMINISTRATIVE,
    amount: 5,
    unit: 'wd',
    trigger: 'application-received',
    owner: 'organ',
    ownerRole: 'handler',
    ladder: URGED_FIRST_SHORT,
    onExpiry: 'urge-then-supervise',
    confidence: 'T',
    effectiveFrom: '2018-10-01',
  },
  {
    id: 'MED-MEDICAL-ADMIN',
    title: { zh: '医疗纠纷行政调解期限', en: 'Administrative mediation of a medical dispute' },
    basis: MEDICAL_ADMINISTRATIVE,
    amount: 30,
    unit: 'wd',
    trigger: 'acceptance',
    pausableBy: ['appraisal'],
    // The article lets nobody extend it.
    owner: 'organ',
    ownerRole: 'mediator',
    ladder: REMINDED,
    onExpiry: 'failed',
    confidence: 'T',
    effectiveFrom: '2018-10-01',
  },
  {
    id: 'MED-PRETRIAL',
    title: { zh: '诉前委派调解期限', en: 'Pre-trial mediation for a court' },
    basis: { zh: '《最高人民法院关于人民法院特邀调解的规定》第27条', en: "Supreme People's Court, Provisions on Invited Mediation Art 27" },
    amount: 30,
    unit: 'cd',
    trigger: 'mediator-signs',
    pausableBy: ['appraisal'],
    extension: PARTIES_MAY_EXTEND,
    owner: 'mediator',
    ownerRole: 'mediator',
    ladder: REMINDED,
    onExpiry: 'return-to-court',
    confidence: 'T',
    effectiveFrom: '2016-07-01',
  },
  {
    id: 'JC-APPLY',
    title: { zh: '申请司法确认期限', en: 'Asking a court to confirm an agreement' },
    basis: { zh: '《人民调解法》第33条；《民事诉讼法》第205条', en: "People's Mediation Law Art 33; Civil Procedure Law Art 205" },
    amount: 30,
    unit: 'cd',
    trigger: 'agreement-effective',
    owner: 'parties',
    ownerRole: 'petitioner',
    ladder: OWN_WINDOW,
    onExpiry: 'right-lapses',
    confidence: 'T',
    effectiveFrom: '2011-01-01',
  },
  {
    id: 'LAB-ARB',
    title: { zh: '劳动仲裁裁决期限', en: 'Award in labour arbitration' },
    basis: { zh: '《劳动争议调解仲裁法》第43条', en: 'Labour Dispute Mediation and Arbitration Law Art 43' },
    amount: 45,
    unit: 'cd',
    trigger: 'acceptance',
    extension: { max: 15, approver: 'chair', once: true },
    owner: 'commission',
    ownerRole: 'handler',
    ladder: REMINDED,
    onExpiry: 'may-sue',
    confidence: 'T',
    effectiveFrom: '2008-05-01',
  },
];

/** 60 days to ask for administrative reconsideration; the article moved with the revision of 2023. */
export const reconsiderationRow = (article: 9 | 20): PackRow => ({
  id: 'RECON-APPLY',
  title: { zh: '申请行政复议期限', en: 'Asking for administrative reconsideration' },
  basis: { zh: `《行政复议法》第${String(article)}条`, en: `Administrative Reconsideration Law Art ${String(article)}` },
  amount: 60,
  unit: 'cd',
  trigger: 'knew-of-act',
  owner: 'citizen',
  ownerRole: 'petitioner',
  ladder: OWN_WINDOW,
  onExpiry: 'right-lapses',
  confidence: 'T',
});

export const SIMPLE_PROCEDURE_ROW: PackRow = {
  id: 'PET-SIMPLE',
  title: { zh: '简易办理期限', en: 'Handling by the simple procedure' },
  basis: { zh: '《信访事项简易办理办法（试行）》', en: 'Measures for Simple Handling of Petition Matters (trial)' },
  amount: 10,
  unit: 'wd',
  trigger: 'acceptance',
  owner: 'organ',
  ownerRole: 'handler',
  // Its expiry turns the case into an ordinary one: there is nothing overdue to supervise.
  ladder: REMINDED,
  onExpiry: 'convert-to-ordinary',
  confidence: 'P',
};

const HOTLINE = { zh: '12345热线办理惯例（可配置）', en: '12345 hotline practice (configurable)' };
const hotline = (id: string, zh: string, en: string, amount: number, ladder: PackRow['ladder'], more: Partial<PackRow> = {}): PackRow => ({
  id,
  title: { zh, en },
  basis: HOTLINE,
  amount,
  unit: 'wd',
  trigger: 'dispatch',
  owner: 'unit',
  ownerRole: 'handler',
  ladder,
  onExpiry: 'urge-then-supervise',
  confidence: 'P',
  localDefault: true,
  ...more,
});

const BETWEEN_PLATFORMS: Partial<PackRow> = {
  ownerRole: 'clerk',
  confidence: 'D',
  basis: {
    zh: '国办发〔2022〕12号（未规定期限，地方默认值，可配置）',
    en: 'State Council Office [2022] 12, which names no figure: local default (configurable)',
  },
};

/** Work orders of the 12345 line: practice, so every figure is a local default. */
export const HOTLINE_ROWS: readonly PackRow[] = [
  hotline('HOT-DISPATCH', '热线工单派单期限', 'Dispatching a hotline order', 1, URGED_FIRST_UNWARNED, {
    trigger: 'registration',
    ownerRole: 'clerk',
    confidence: 'D',
  }),
  hotline('HOT-SIGN', '热线工单签收期限', 'Signing for a hotline order', 1, URGED_FIRST_UNWARNED),
  hotline('HOT-RETURN', '热线工单退回期限', 'Returning an order sent to the wrong unit', 2, PASSES, { onExpiry: 'right-lapses' }),
  hotline('HOT-DO', '热线工单办理期限', 'Doing a hotline order', 5, URGED_FIRST_SHORT, {
    extension: { max: 10, approver: 'head', once: true },
  }),
  hotline('HOT-EXT', '热线工单延期（最长）', 'Extension of a hotline order (at most)', 10, PASSES, {
    trigger: 'original-expiry',
    ownerRole: 'head',
  }),
  hotline('HOT-CALLBACK', '热线回访期限', 'Calling back', 1, URGED_FIRST_UNWARNED, { trigger: 'reply', ownerRole: 'clerk' }),
  hotline('HOT-RECEIPT', '移交回执期限', 'Receipt of an order handed over', 1, URGED_FIRST_UNWARNED, BETWEEN_PLATFORMS),
  hotline('HOT-INBOUND', '向来件平台出具回执期限', 'Receipt to the platform that an order came from', 1, URGED_FIRST_UNWARNED, {
    ...BETWEEN_PLATFORMS,
    trigger: 'registration',
  }),
];

const CENTRE = { zh: '综治中心地方规定（东至县，可配置）', en: 'local rule of a governance centre (Dongzhi, configurable)' };
const centre = (id: string, zh: string, en: string, amount: number, ladder: PackRow['ladder']): PackRow => ({
  id,
  title: { zh, en },
  basis: CENTRE,
  amount,
  unit: 'cd',
  trigger: 'registration',
  owner: 'unit',
  ownerRole: 'handler',
  ladder,
  onExpiry: 'warn',
  confidence: 'P',
  localDefault: true,
});

/** Matters of a governance centre (综治中心): no national figure exists. */
export const CENTRE_ROWS: readonly PackRow[] = [
  centre('CTR-SIMPLE', '综治中心简单事项期限', 'Simple matter of a centre', 1, PASSES),
  centre('CTR-ORD', '综治中心一般事项期限', 'Ordinary matter of a centre', 7, WARNED),
  centre('CTR-COMPLEX', '综治中心复杂事项期限', 'Complex matter of a centre', 20, WARNED),
];
