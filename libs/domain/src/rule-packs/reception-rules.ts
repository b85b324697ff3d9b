import type { BilingualText } from '../case/decision.ts';
import { URGED_FIRST, URGED_FIRST_UNWARNED } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';
import type { Confidence } from './rule.ts';

/** Art 18(2) says "regularly"; the figures are those of the opinion of 2009. */
const OPINION = (zh: string, en: string): BilingualText => ({
  zh: `《信访工作条例》第18条第2款；《关于领导干部定期接待群众来访的意见》（2009年）：${zh}`,
  en: `Regulation on Petition Work (2022) Art 18(2); Opinion on leaders’ reception of visitors (2009): ${en}`,
});
const REGULARLY: BilingualText = {
  zh: '《信访工作条例》第18条第2款（“定期”，次数为地方默认值，可配置）',
  en: 'Regulation on Petition Work (2022) Art 18(2): “regularly”; how often is a local default (configurable)',
};

function owedEvery(id: string, months: number, title: BilingualText, basis: BilingualText, confidence: Confidence): PackRow {
  return {
    id,
    title,
    basis,
    amount: months,
    unit: 'month',
    trigger: 'reception',
    owner: 'petition-department',
    ownerRole: 'handler',
    ladder: URGED_FIRST,
    onExpiry: 'urge-then-supervise',
    confidence,
    localDefault: confidence !== 'P',
  };
}

function setFor(id: string, title: BilingualText, basis: BilingualText, ladder: PackRow['ladder']): PackRow {
  return {
    id,
    title,
    basis,
    amount: 0,
    unit: 'set-by-person',
    trigger: 'reception',
    owner: 'petition-department',
    ownerRole: 'handler',
    ladder,
    onExpiry: 'urge-then-supervise',
    confidence: 'P',
    localDefault: true,
  };
}

/** 领导接访: one day in so many months, by level and rank; published ahead; held on its day. */
export const RECEPTION_ROWS: readonly PackRow[] = [
  owedEvery(
    'RECEPT-CITY',
    3,
    { zh: '市级领导每季度接访一天', en: 'A city leader receives people one day a quarter' },
    OPINION('市级领导每季度安排一天左右', 'city leaders about one day a quarter'),
    'P',
  ),
  owedEvery(
    'RECEPT-COUNTY',
    1,
    { zh: '县级党政主要领导每月接访一天', en: 'A county’s first leaders receive people one day a month' },
    OPINION('县委书记、县长每月安排一天', 'county party secretary and county head one day a month'),
    'P',
  ),
  owedEvery('RECEPT-REGULAR', 3, { zh: '其他领导定期接访', en: 'Other leaders receive people regularly' }, REGULARLY, 'D'),
  owedEvery(
    'RECEPT-PROVINCE',
    6,
    { zh: '省级领导每半年接访一天', en: 'A provincial leader receives people one day in half a year' },
    { zh: '领导接访惯例（未见原文，可配置）', en: 'practice of leaders’ reception, its text not seen (configurable)' },
    'unconfirmed',
  ),
  setFor(
    'RECEPT-PUBLISH',
    { zh: '提前公布接访安排', en: 'Publishing a day of reception ahead' },
    { zh: '领导接访惯例：提前5日公布并通知领导（可配置）', en: 'practice: published, and the leader told, five days ahead (configurable)' },
    URGED_FIRST_UNWARNED,
  ),
  setFor(
    'RECEPT-HOLD',
    { zh: '按公布日期接访', en: 'Holding the day of reception' },
    { zh: '《信访工作条例》第18条第2款', en: 'Regulation on Petition Work (2022) Art 18(2)' },
    URGED_FIRST,
  ),
];
