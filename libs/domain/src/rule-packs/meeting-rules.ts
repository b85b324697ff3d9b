import { SUPERVISED, URGED_FIRST, URGED_FIRST_UNWARNED } from './ladders.ts';
import type { PackRow } from './petition-rules.ts';

const OWN: Pick<PackRow, 'confidence' | 'localDefault' | 'owner' | 'ownerRole' | 'onExpiry'> = {
  confidence: 'D',
  localDefault: true,
  owner: 'unit',
  ownerRole: 'handler',
  onExpiry: 'urge-then-supervise',
};

/** Joint meetings (联席会议). The Regulation names no figure; execution is followed and reported (Art 12, 13). */
export const MEETING_ROWS: readonly PackRow[] = [
  {
    ...OWN,
    id: 'JM-CONVENE',
    title: { zh: '召集联席会议期限', en: 'Convening a joint meeting' },
    basis: { zh: '《信访工作条例》第11条、第12条（期限为地方默认值）', en: 'Regulation Art 11, 12 (local default)' },
    amount: 10,
    unit: 'wd',
    trigger: 'meeting-asked-for',
    ladder: URGED_FIRST,
  },
  {
    ...OWN,
    id: 'JM-HOLD',
    title: { zh: '联席会议会期', en: 'Day of the joint meeting' },
    basis: { zh: '《信访工作条例》第11条、第12条', en: 'Regulation Art 11, 12' },
    amount: 0,
    unit: 'set-by-person',
    dateMayBeSet: true,
    trigger: 'meeting-convened',
    ladder: URGED_FIRST_UNWARNED,
  },
  {
    ...OWN,
    id: 'JM-RESOLUTION',
    title: { zh: '联席会议决议落实期限', en: 'Carrying out a resolution' },
    basis: { zh: '《信访工作条例》第13条', en: 'Regulation Art 13' },
    amount: 0,
    unit: 'set-by-person',
    dateMayBeSet: true,
    trigger: 'resolution',
    ladder: SUPERVISED,
    onExpiry: 'supervise',
  },
  {
    ...OWN,
    id: 'JM-CHECK',
    title: { zh: '核查决议落实期限', en: 'Checking what was reported' },
    basis: { zh: '《信访工作条例》第13条（期限为地方默认值）', en: 'Regulation Art 13 (local default)' },
    amount: 5,
    unit: 'wd',
    trigger: 'report',
    ladder: URGED_FIRST_UNWARNED,
  },
];
