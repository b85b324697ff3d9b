/** What a unit is called in numbers: its place (衡) and its function (信). */
export interface NumberedUnit {
  readonly function: string;
  readonly divisionName: string;
  readonly divisionCode: string;
  readonly level: string;
}

/** The function's 代字; each is used for one function only. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  'petition-office': '信',
  'governance-centre': '综',
  'mediation-committee': '调',
  'housing-construction': '建',
  'natural-resources': '资',
  'ecology-environment': '环',
  'human-resources': '人社',
  'labour-arbitration': '劳仲',
  transport: '交',
  health: '卫',
  'medical-insurance': '医保',
  education: '教',
  'civil-affairs': '民',
  agriculture: '农',
  water: '水',
  forestry: '林',
  emergency: '应急',
  'market-regulation': '市监',
  'city-management': '城管',
  'culture-tourism': '文旅',
  commerce: '商',
  'finance-office': '金',
  veterans: '退役',
  'public-security': '公',
  justice: '司',
  court: '法',
  procuratorate: '检',
  discipline: '纪',
  organisation: '组',
  'political-legal': '政法',
  'womens-federation': '妇',
  'trade-union': '工',
  'hotline-12345': '热线',
  'government-office': '府',
};

/** Provinces have names of one character in numbers; other places are called by theirs without its level. */
const PROVINCE_WORDS: Readonly<Record<string, string>> = { '430000': '湘' };

function placeWord({ divisionCode, divisionName, level }: NumberedUnit): string {
  const province = PROVINCE_WORDS[divisionCode];
  if (province !== undefined) return province;
  if (level === 'city') return divisionName.slice(0, 1);
  return divisionName.length > 2 ? divisionName.replace(/(?:街道|[区县市镇乡村])$/u, '') : divisionName;
}

function unitWord(unit: NumberedUnit): string {
  return placeWord(unit) + (FUNCTION_WORDS[unit.function] ?? '政');
}

/** 发文字号 of a place in the unit's register: 〔2026〕衡信受字第12号. */
export function registeredNumber(unit: NumberedUnit, word: string, year: number, number: number): string {
  return `〔${String(year)}〕${unitWord(unit)}${word}字第${String(number)}号`;
}

/**
 * The number of a sealed case's letter. It comes from the case's own number, which shows neither order nor gaps, and how many letters
 * of the case there were before, so that nothing in ordinary numbering, nor in other sealed cases', tells of it (Art 30(3)).
 */
export function sealedNumber(unit: NumberedUnit, year: number, caseNo: string, ordinal: number): string {
  return `〔${String(year)}〕${unitWord(unit)}密字第${caseNo}-${String(ordinal)}号`;
}
