import { rulePack } from './complete-pack.ts';
import { REMINDED, REMINDED_AND_URGED } from './ladders.ts';
import { rowOf } from './national-packs.ts';
import type { PackRow } from './petition-rules.ts';
import type { PackStatus, RulePack } from './rule.ts';

/** Older than the Regulation of 2022: read in full, but nobody has said since whether it still stands as it did. */
const PREDATES_2022: PackStatus = {
  code: 'predates-2022',
  text: {
    zh: '该地方性法规早于2022年《信访工作条例》，此后可能已修改，使用前请核对',
    en: 'This local regulation predates the Regulation of 2022 and may have been amended since: check before use',
  },
};

type Text = PackRow['basis'];

/** A national row with what a region says of it. */
function local(id: string, basis: Text, change: Partial<PackRow> = {}): PackRow {
  return { ...rowOf(id), confidence: 'T-older', localDefault: false, ...change, basis };
}

const cited =
  (zh: string, en: string) =>
  (article: string): Text => ({ zh: `《${zh}》第${article}条`, en: `${en} Art ${article}` });

const zhejiang = cited('浙江省信访条例', 'Zhejiang Petition Regulation (2016)');

/**
 * 《浙江省信访条例》. Sources name the year alone, so this pack and the others begin with the first day of the next one; later
 * dates than the law's own are the safe side, the wider law stands until then.
 */
const ZHEJIANG_2016 = rulePack(
  {
    id: 'zhejiang-2016',
    title: { zh: '《浙江省信访条例》（2016年）', en: 'Zhejiang Petition Regulation (2016)' },
    region: '330000',
    effectiveFrom: '2017-01-01',
    effectiveTo: null,
    status: PREDATES_2022,
    conditions: {
      representatives: { value: { fewPeople: { upTo: 10, max: 3 }, max: 5 }, basis: zhejiang('15') },
      endGrounds: { value: ['agreement-performed', 'not-requested-in-time', 'recheck-served'], basis: zhejiang('25') },
    },
  },
  [
    local('PET-FWD', zhejiang('20'), { amount: 5, unit: 'wd' }),
    // The receiving organ decides whether to accept within five working days, too.
    local('PET-NOTICE-DIRECT', zhejiang('20'), { amount: 5, unit: 'wd' }),
    local('PET-NOTICE-FWD', zhejiang('20'), { amount: 5, unit: 'wd' }),
    local('PET-HANDLE', zhejiang('23'), { amount: 30, extension: { max: 60, approver: 'head', once: true } }),
    local('PET-EXT', zhejiang('23'), { amount: 60 }),
  ],
);

const shandong = cited('山东省信访条例', 'Shandong Petition Regulation (2015)');

const acceptance = (id: string, zh: string, en: string, trigger: PackRow['trigger'], article: string): PackRow => ({
  id,
  title: { zh, en },
  basis: shandong(article),
  amount: 3,
  unit: 'wd',
  trigger,
  owner: trigger === 'receipt-of-review-request' ? 'reviewing-organ' : 'rechecking-organ',
  ownerRole: 'handler',
  ladder: REMINDED,
  onExpiry: 'remind',
  confidence: 'T-older',
});

const SHANDONG_2015 = rulePack(
  {
    id: 'shandong-2015',
    title: { zh: '《山东省信访条例》（2015年）', en: 'Shandong Petition Regulation (2015)' },
    region: '370000',
    effectiveFrom: '2016-01-01',
    effectiveTo: null,
    status: PREDATES_2022,
    conditions: {
      endGrounds: { value: ['agreement-reached', 'not-requested-in-time', 'recheck-served'], basis: shandong('46') },
      noIdenticalOpinion: { value: true, basis: shandong('45') },
      otherConditions: [
        {
          text: { zh: '未推选代表的集体走访，可以不予接待', en: 'a joint visit that has chosen no representatives may be declined' },
          basis: shandong('27'),
        },
        {
          text: { zh: '符合条件的，可应信访人申请举行听证', en: 'a hearing on the petitioner’s application where the conditions are met' },
          basis: shandong('39'),
        },
        {
          text: {
            zh: '有正当理由未按期申请的，或者信访人死亡、组织终止且无权利义务承受人的，由人员审查认定',
            en: 'good cause for a late request, a death or dissolution without successor: judged by people',
          },
          basis: shandong('46'),
        },
      ],
    },
  },
  [
    local('PET-FWD', shandong('33')),
    local('PET-NOTICE-DIRECT', shandong('33')),
    local('PET-NOTICE-FWD', shandong('33')),
    local('PET-HANDLE', shandong('42')),
    local('PET-EXT', shandong('42')),
    acceptance('PET-REVIEW-ACCEPT', '复查受理决定期限', 'Deciding whether to accept a review', 'receipt-of-review-request', '43'),
    acceptance('PET-RECHECK-ACCEPT', '复核受理决定期限', 'Deciding whether to accept a re-review', 'receipt-of-recheck-request', '44'),
    // The year’s regulation names thirty days; the sources give no article of it.
    local('PET-SUGG-FEEDBACK', { zh: '《山东省信访条例》', en: 'Shandong Petition Regulation (2015)' }, { ladder: REMINDED_AND_URGED }),
  ],
);

const shanghai = cited('上海市信访条例', 'Shanghai Petition Regulation (2018)');

const SHANGHAI_2018 = rulePack(
  {
    id: 'shanghai-2018',
    title: { zh: '《上海市信访条例》（2018年）', en: 'Shanghai Petition Regulation (2018)' },
    region: '310000',
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
    status: PREDATES_2022,
    conditions: {
      endGrounds: { value: ['recheck-served'], basis: shanghai('42') },
      otherConditions: [
        { text: { zh: '听证公开举行', en: 'hearings are held in public' }, basis: shanghai('28') },
        {
          text: {
            zh: '经市级部门或者区核查、市信访办批准的，亦为终结；由人员审查认定',
            en: 'a verification by a city department or district that the city petition office approved ends it too: judged by people',
          },
          basis: shanghai('42'),
        },
        { text: { zh: '不采纳建议的，应当说明理由', en: 'reasons are given where a suggestion is not adopted' }, basis: shanghai('41') },
      ],
    },
  },
  [local('PET-SUGG-FEEDBACK', shanghai('41'))],
);

const shenzhen = cited('深圳经济特区矛盾纠纷多元化解条例', 'Shenzhen Regulation on Resolution of Disputes (2022)');

/**
 * Mediation there: unless the parties agree on a term, thirty calendar days. A medical dispute keeps the thirty working days of the State
 * Council's regulation (Art 38, 40): it speaks of that dispute alone, ends the mediation by law, and the general Art 25 of the city names
 * it nowhere; fewer days would end a mediation that the law lets go on.
 */
const SHENZHEN_2022 = rulePack(
  {
    id: 'shenzhen-2022',
    title: { zh: '《深圳经济特区矛盾纠纷多元化解条例》（2022年）', en: 'Shenzhen Regulation on Resolution of Disputes (2022)' },
    region: '440300',
    effectiveFrom: '2023-01-01',
    effectiveTo: null,
  },
  [
    local('MED-PEOPLE', shenzhen('25'), { amount: 30, unit: 'cd', confidence: 'T' }),
    local('MED-ACCEPT', shenzhen('46'), { confidence: 'T' }),
  ],
);

/** Local regulations of rules 1.12, which override the national packs rule by rule. */
export const REGIONAL_PACKS: readonly RulePack[] = [ZHEJIANG_2016, SHANDONG_2015, SHANGHAI_2018, SHENZHEN_2022];
