/**
 * The city and its counties (GB/T 2260), in the order people know. Held here because filing needs no login and the
 * directory does; a village or street goes into the address.
 */
export const PLACES: readonly (readonly [code: string, name: string])[] = [
  ['430405', '珠晖区'],
  ['430406', '雁峰区'],
  ['430407', '石鼓区'],
  ['430408', '蒸湘区'],
  ['430412', '南岳区'],
  ['430421', '衡阳县'],
  ['430422', '衡南县'],
  ['430423', '衡山县'],
  ['430424', '衡东县'],
  ['430426', '祁东县'],
  ['430481', '耒阳市'],
  ['430482', '常宁市'],
  ['430400', '衡阳市（市本级）'],
];
