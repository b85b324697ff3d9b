import { w } from './word-pair.ts';

/** The vocabularies of urgent and major matters. */
export const URGENT_WORDS = {
  urgentKind: {
    'danger-to-life': w('危及生命安全', 'danger to life'),
    'domestic-violence': w('家庭暴力', 'domestic violence'),
    'crowd-on-site': w('现场聚集，需疏导', 'many people on the spot'),
    'public-safety': w('公共安全', 'public safety'),
    other: w('其他重大紧急情况', 'otherwise major or urgent'),
  },
  reportTo: {
    'own-level': w('本级党委政府', 'own party committee and government'),
    'meeting-office': w('联席会议办公室', 'office of the joint meeting'),
    'next-level': w('上一级信访部门', 'petition office one level up'),
    national: w('国家信访局', 'national office'),
  },
  emergency: {
    '110': w('110（公安）', '110 (police)'),
    '119': w('119（消防）', '119 (fire)'),
    '120': w('120（急救）', '120 (ambulance)'),
  },
} as const;
