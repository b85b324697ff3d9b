import { LAPSES, REMINDED, URGED_FIRST, URGED_FIRST_SHORT, WARNED } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';
import type { Extension } from './rule.ts';

/** "Both may extend": no text caps the days, so 30 are a configurable cap. */
const PARTIES_MAY_EXTEND: Extension = { max: 30, approver: 'parties', once: true };

const INVITED = {
  zh: '《最高人民法院关于人民法院特邀调解的规定》第27条',
  en: "Supreme People's Court, Provisions on Invited Mediation Art 27",
};

/** 委托: after filing, from the mediator's signature on receipt; appraisal isn't counted (人民法院在线调解规则 Art 26). */
const entrusted = (id: string, zh: string, en: string, amount: number): PackRow => ({
  id,
  title: { zh, en },
  basis: INVITED,
  amount,
  unit: 'cd',
  trigger: 'mediator-signs',
  pausableBy: ['appraisal'],
  extension: PARTIES_MAY_EXTEND,
  owner: 'mediator',
  ownerRole: 'mediator',
  ladder: REMINDED,
  onExpiry: 'return-to-court',
  confidence: 'T',
});

/** 在线调解规则: who finds the mediator, and how soon he speaks to the other side. */
const onlineStep = (
  id: string,
  zh: string,
  en: string,
  article: number,
  row: Pick<PackRow, 'amount' | 'trigger' | 'owner' | 'ownerRole'>,
): PackRow => ({
  id,
  title: { zh, en },
  basis: { zh: `《人民法院在线调解规则》第${String(article)}条`, en: `People's Courts, Rules on Online Mediation Art ${String(article)}` },
  unit: 'wd',
  ladder: URGED_FIRST_SHORT,
  onExpiry: 'urge-then-supervise',
  confidence: 'T',
  ...row,
});

/** Rows of mediation beside the limits that each law sets (`MEDIATION_ROWS`): what a court adds, and local defaults. */
export const MEDIATION_STEP_ROWS: readonly PackRow[] = [
  entrusted('MED-ENTRUSTED', '委托调解期限（普通程序）', 'Mediation for a court after filing, ordinary procedure', 15),
  entrusted('MED-ENTRUSTED-SUMMARY', '委托调解期限（简易程序）', 'Mediation for a court after filing, summary procedure', 7),
  {
    id: 'MED-ADMIN',
    title: { zh: '行政调解期限', en: 'Administrative mediation' },
    // No national code; another local rule knows 20 + 10 working days (rules 2.3).
    basis: { zh: '地方行政调解规定（可配置）', en: 'local rules on administrative mediation (configurable)' },
    amount: 20,
    unit: 'wd',
    trigger: 'acceptance',
    extension: { max: 10, approver: 'parties', once: true },
    owner: 'organ',
    ownerRole: 'mediator',
    ladder: REMINDED,
    onExpiry: 'end-or-extend',
    confidence: 'P',
    localDefault: true,
  },
  {
    id: 'MED-ACCEPT',
    title: { zh: '决定是否受理行政调解', en: 'Deciding whether to accept an administrative mediation' },
    basis: { zh: '《深圳经济特区矛盾纠纷多元化解条例》第46条', en: 'Shenzhen Regulation on Resolution of Disputes (2022) Art 46' },
    amount: 5,
    unit: 'wd',
    trigger: 'application-received',
    // Complex, or several organs: ten working days (Art 46).
    extension: { max: 5, approver: 'head', once: true },
    owner: 'organ',
    ownerRole: 'handler',
    ladder: URGED_FIRST_SHORT,
    onExpiry: 'urge-then-supervise',
    confidence: 'T',
    localDefault: true,
  },
  {
    ...onlineStep('MED-PICK', '当事人选定调解员', 'The parties choose a mediator', 10, {
      amount: 2,
      trigger: 'acceptance',
      owner: 'parties',
      ownerRole: 'petitioner',
    }),
    ladder: LAPSES,
    onExpiry: 'right-lapses',
  },
  onlineStep('MED-APPOINT', '法院指定调解员', 'The court appoints a mediator', 10, {
    amount: 3,
    trigger: 'choice-lapsed',
    owner: 'court',
    ownerRole: 'mediator',
  }),
  onlineStep('MED-CONFIRM', '调解员确认接受法院案件', "Mediator confirms a court's matter", 12, {
    amount: 3,
    trigger: 'mediator-appointed',
    owner: 'mediator',
    ownerRole: 'mediator',
  }),
  onlineStep('MED-CONTACT', '联系对方当事人', 'Speaking to the other side', 15, {
    amount: 3,
    trigger: 'mediator-signs',
    owner: 'mediator',
    ownerRole: 'mediator',
  }),
  {
    id: 'MED-NOTICE',
    title: { zh: '送达终止调解通知书', en: 'Serving the notice that a mediation has ended' },
    basis: { zh: '《人民调解法》第26条（期限为地方默认值）', en: "People's Mediation Law Art 26; the days are a local default" },
    amount: 5,
    unit: 'wd',
    trigger: 'termination',
    owner: 'committee',
    ownerRole: 'mediator',
    ladder: URGED_FIRST_SHORT,
    onExpiry: 'urge-then-supervise',
    confidence: 'D',
    localDefault: true,
  },
  {
    id: 'MED-PERFORM',
    title: { zh: '调解协议履行期限（督促履行）', en: 'Term of performance, followed up by the body' },
    basis: { zh: '《人民调解法》第29条、第31条', en: "People's Mediation Law Art 29, 31" },
    amount: 0,
    unit: 'set-by-person',
    trigger: 'agreement-effective',
    owner: 'committee',
    ownerRole: 'mediator',
    ladder: URGED_FIRST,
    onExpiry: 'urge-then-supervise',
    confidence: 'T',
  },
  {
    id: 'MED-RECEIPT',
    title: { zh: '移交回执', en: 'Receipt for what was handed over' },
    basis: { zh: '诉调、访调、警调对接惯例（可配置）', en: 'practice of hand-over among court, petition office and police (configurable)' },
    amount: 3,
    unit: 'wd',
    trigger: 'hand-over',
    owner: 'committee',
    ownerRole: 'mediator',
    ladder: URGED_FIRST_SHORT,
    onExpiry: 'urge-then-supervise',
    confidence: 'D',
    localDefault: true,
  },
  {
    id: 'JC-DECIDE',
    title: { zh: '法院审查司法确认申请', en: 'A court decides on a confirmation' },
    basis: {
      zh: '《最高人民法院关于人民调解协议司法确认程序的若干规定》第5条',
      en: "Supreme People's Court, Provisions on Judicial Confirmation (2011) Art 5",
    },
    amount: 15,
    unit: 'cd',
    trigger: 'confirmation-applied',
    extension: { max: 10, approver: 'chair', once: true },
    owner: 'court',
    ownerRole: 'mediator',
    ladder: WARNED,
    onExpiry: 'remind',
    confidence: 'T',
  },
];
