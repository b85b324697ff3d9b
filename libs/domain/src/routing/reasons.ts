import type { Directory, Unit } from '../case/directory.ts';
import type { UnitLevel } from '../case/vocabulary.ts';
import type { RoutingReason, RoutingRule } from './types.ts';

const LEVEL_ZH: Readonly<Record<UnitLevel, string>> = {
  village: '村（社区）级',
  township: '乡镇（街道）级',
  county: '县级',
  city: '市级',
  province: '省级',
};

function reason(rule: RoutingRule, text: string, textEn: string): RoutingReason {
  return { rule, text, textEn };
}

/** 属地管理: names the place with everything above it, as an address is written. */
export function placeReason(divisionCode: string, directory: Directory): RoutingReason {
  const division = directory.division(divisionCode);
  const names = [divisionCode, ...(division?.ancestors ?? [])].map((code) => directory.division(code)?.name ?? code).reverse();
  return reason(
    'place',
    `属地管理：问题发生地为${names.join('')}`,
    `The place of the problem decides: ${names.join(' ')} (${divisionCode})`,
  );
}

/** A dispute on jurisdiction was settled before, and the ruling taken up as a rule. */
export function rulingReason(): RoutingReason {
  return reason(
    'ruling',
    '同类事项在此地的管辖争议已有裁定，按裁定办理（《信访工作条例》第二十四条第一款）',
    'A dispute on who is competent for such matters here was settled: as it was ruled (Art 24(1))',
  );
}

export function levelReason(lead: Unit): RoutingReason {
  return reason(
    'level',
    `分级负责：有权处理的最低层级为${LEVEL_ZH[lead.level]}，即${lead.name}`,
    `The lowest competent level is the ${lead.level}: ${lead.name}`,
  );
}

export function severalPlacesReason(lead: Unit, assisting: number): RoutingReason {
  return reason(
    'several-places',
    `涉及多地，由共同的上级单位${lead.name}牵头，${String(assisting)}个属地单位协办`,
    `Several places are concerned: their common superior's unit ${lead.name} leads, ${String(assisting)} local unit(s) assist`,
  );
}

export function respondentReason(lead: Unit): RoutingReason {
  return reason(
    'respondent',
    `被反映单位不得自行处理，也不得由其下级处理，由上一级以上单位${lead.name}办理`,
    `A respondent is never its own judge, nor judged by what is under it: ${lead.name} above it leads`,
  );
}

export function respondentSuperiorReason(lead: Unit): RoutingReason {
  return reason(
    'respondent-superior',
    `没有上级同类单位，由被反映单位的上级${lead.name}办理`,
    `No unit of the same function stands above the respondent: its superior ${lead.name} leads`,
  );
}

export function noOwnerReason(lead: Unit): RoutingReason {
  return reason('no-owner', `没有找到有权处理的单位，由${lead.name}协调确定`, `No competent unit was found: ${lead.name} coordinates`);
}
