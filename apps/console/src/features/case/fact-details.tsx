import type { ReactNode } from 'react';
import { FACT_FIELDS } from '../../i18n/generated/domain-words.ts';
import { formatDate, formatInstant } from '../../i18n/format.ts';
import { codesOf, STATES, stateWord, word, type Vocabulary } from '../../i18n/glossary.ts';
import { factFieldsEn, factFieldsZh, type FactField } from '../../i18n/messages/fact-fields.ts';
import type { Lang } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView, HistoryEvent } from '../../server-state/api-types.ts';
import { UNKNOWN, useCategories, useUnitNames } from '../../server-state/directory.ts';
import { unitsOf } from './units.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Vocabularies by the data field that carries their codes; where several share a field, the one that knows the code. */
const VOCABULARIES: Readonly<Partial<Record<FactField, readonly Vocabulary[]>>> = {
  class: ['class'],
  route: ['route'],
  procedure: ['procedure'],
  channel: ['channel'],
  from: ['procedure', 'grade'],
  reason: ['refusal'],
  method: ['method'],
  decision: ['decision'],
  outcome: ['outcome', 'visit', 'callOutcome'],
  result: ['mediationResult', 'performance', 'orderResult', 'leaderResult'],
  platform: ['platform'],
  accusedRank: ['accusedRank'],
  direction: ['direction'],
  accountability: ['accountability'],
  legalProcedure: ['legalProcedure'],
  ground: ['mediationEnd', 'unsuitable', 'rejectionGround', 'supervisionGround'],
  measure: ['measure'],
  how: ['rectifiedBy'],
  openness: ['openness'],
  application: ['application'],
  chosenBy: ['chosenBy'],
  helper: ['helper'],
  seat: ['seat'],
  track: ['workTrack'],
  status: ['trackStatus'],
  form: ['agreementForm'],
  confirmation: ['confirmation'],
  to: ['handOver', 'grade'],
  mediationKind: ['mediationKind'],
  routes: ['remainingRoute'],
  target: ['target'],
  value: ['rating'],
  source: ['source'],
  adopted: ['adopted'],
  byRole: ['role'],
  agendaReason: ['agendaReason'],
  resolutionKind: ['resolutionKind'],
  progress: ['progress'],
  reportTo: ['reportTo'],
  rulingWay: ['rulingWay'],
  urgentKind: ['urgentKind'],
  duty: ['duty'],
  grade: ['grade'],
  kind: ['leaderCaseKind', 'letterKind'],
  level: ['teamLevel'],
  rank: ['leaderRank'],
};

interface Names {
  /** A unit or a party of the case by its id; null for anybody else. */
  readonly named: (id: string) => string | null;
  readonly category: (code: string) => string;
  readonly lang: Lang;
}

/** A code of the field's vocabulary as a word; null for what is none. */
function coded(field: FactField, value: string, lang: Lang): string | null {
  const vocabulary = VOCABULARIES[field]?.find((one) => codesOf(one).includes(value));
  return vocabulary === undefined ? null : word(vocabulary, value, lang);
}

/** A value of a fact in words; null for what nobody can read. */
function inWords(field: FactField, value: unknown, names: Names): string | null {
  const { lang } = names;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const said = value.flatMap((one) =>
      typeof one !== 'string' ? [] : UUID.test(one) ? (names.named(one) ?? []) : (coded(field, one, lang) ?? []),
    );
    return said.length === 0 ? null : said.join(lang === 'zh' ? '、' : ', ');
  }
  if (typeof value !== 'string') return null;
  if (UUID.test(value)) return names.named(value);
  if (DATE.test(value)) return formatDate(value, lang);
  if (INSTANT.test(value)) return formatInstant(value);
  if (field === 'categoryCode') return names.category(value);
  const inVocabulary = coded(field, value, lang);
  if (inVocabulary !== null) return inVocabulary;
  return Object.hasOwn(STATES, value) ? stateWord(value, lang).text : value;
}

/** What a fact was about, in words; ids of papers and people stay out, parties are named as the case names them. */
export function FactDetails({ data, shown }: { readonly data: HistoryEvent['data']; readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const unit = useUnitNames(unitsOf(shown));
  const categories = useCategories();
  const labels = lang === 'zh' ? factFieldsZh : factFieldsEn;
  const category = (code: string): string => categories.find((one) => one.code === code)?.path ?? code;
  const named = (id: string): string | null => {
    const party = shown.parties.find((one) => one.id === id);
    if (party !== undefined) return party.name ?? t.case.masked;
    const name = unit(id);
    return name === UNKNOWN ? null : name;
  };
  const parts: string[] = [];
  for (const field of FACT_FIELDS) {
    const label = labels[field];
    const value = data[field];
    if (label === null || value === undefined || value === null || value === false) continue;
    const said = value === true ? '' : inWords(field, value, { named, category, lang });
    if (said !== null) parts.push(said === '' ? label : `${label} ${said}`);
  }
  return parts.length === 0 ? null : <p>{parts.join(' · ')}</p>;
}
