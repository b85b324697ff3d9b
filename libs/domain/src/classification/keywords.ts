import type { CaseClass, Route } from '../case/vocabulary.ts';

/** Words that point to a value; a hit in the title counts twice. `enough` points are needed before anything is suggested. */
export interface KeywordRule<T> {
  readonly value: T;
  readonly words: Readonly<Record<string, number>>;
  /** The article that defines the value, cited with the suggestion. */
  readonly basis: string;
}

export const ENOUGH = 3;

/** 信访工作条例 Art 29–31. What matches nothing is a claim (申诉求决). Order decides between equals: the sealed class first. */
export const CLASS_KEYWORDS: readonly KeywordRule<CaseClass>[] = [
  {
    value: 'ACCUSATION',
    basis: '30',
    words: {
      举报: 2,
      实名举报: 3,
      检举: 3,
      控告: 3,
      揭发: 3,
      贪污: 3,
      受贿: 3,
      行贿: 3,
      索贿: 3,
      贿赂: 3,
      侵吞: 3,
      挪用公款: 3,
      私分: 2,
      以权谋私: 3,
      滥用职权: 3,
      徇私: 3,
      失职渎职: 3,
      渎职: 3,
      玩忽职守: 3,
      官商勾结: 3,
      保护伞: 3,
      买官卖官: 3,
      吃拿卡要: 3,
      收受红包: 3,
      腐败: 2,
      包庇: 2,
      违纪: 2,
      打击报复: 2,
    },
  },
  {
    value: 'SUGGESTION',
    basis: '29',
    words: {
      建议: 2,
      建言: 3,
      提议: 2,
      献策: 3,
      金点子: 3,
      希望增设: 3,
      希望增加: 3,
      希望开通: 3,
      建议增设: 3,
      建议增加: 3,
      建议开通: 3,
      能否增设: 3,
      能否增加: 3,
      能否开通: 3,
      几点建议: 3,
      意见建议: 2,
      合理化建议: 3,
    },
  },
];

/** The sub-routes of a claim, Art 31(1)–(5). What matches none is a petition, Art 31(6). */
export const ROUTE_KEYWORDS: readonly KeywordRule<Route>[] = [
  {
    value: 'LITIGATION',
    basis: '31(1)',
    words: {
      判决: 2,
      一审: 2,
      二审: 2,
      终审: 3,
      上诉: 2,
      抗诉: 3,
      再审: 3,
      起诉: 2,
      裁定: 2,
      法院: 1,
      检察院: 1,
      法官: 2,
      不予立案: 3,
      刑事立案: 3,
      强制执行: 2,
      申请执行: 2,
      国家赔偿: 2,
      判决书: 3,
    },
  },
  {
    value: 'ARBITRATION',
    basis: '31(2)',
    words: { 劳动仲裁: 3, 劳动争议仲裁: 3, 人事仲裁: 3, 仲裁裁决: 3, 仲裁委: 3, 申请仲裁: 3, 土地承包仲裁: 3, 仲裁: 2 },
  },
  {
    value: 'PARTY_APPEAL',
    basis: '31(3)',
    words: { 党员申诉: 3, 党纪处分: 3, 党内处分: 3, 开除党籍: 3, 留党察看: 3, 党内警告: 3, 撤销党内职务: 3, 不服处分: 2 },
  },
  {
    value: 'ADMIN_PROCEDURE',
    basis: '31(4)',
    words: { 行政复议: 3, 申请复议: 3, 复议: 2, 行政裁决: 3, 行政确认: 3, 行政许可: 3, 行政处罚决定: 3, 处罚决定书: 3, 不服处罚: 3 },
  },
  {
    value: 'STATUTORY_DUTY',
    basis: '31(5)',
    words: { 履行法定职责: 3, 履行职责申请: 3, 申请查处: 3, 不履行职责: 3, 依法查处违法: 3, 查处申请: 3 },
  },
];
