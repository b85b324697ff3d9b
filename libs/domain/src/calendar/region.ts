/** The first two digits of a GB/T 2260 code: the 34 provincial-level divisions. */
const PROVINCES = new Set([
  '11',
  '12',
  '13',
  '14',
  '15',
  '21',
  '22',
  '23',
  '31',
  '32',
  '33',
  '34',
  '35',
  '36',
  '37',
  '41',
  '42',
  '43',
  '44',
  '45',
  '46',
  '50',
  '51',
  '52',
  '53',
  '54',
  '61',
  '62',
  '63',
  '64',
  '65',
  '71',
  '81',
  '82',
]);

/** True for `CN` and for the code of a province; what lies below is the directory's to know. */
export function isProvinceOrNation(region: string): boolean {
  return region === 'CN' || (region.length === 6 && region.endsWith('0000') && PROVINCES.has(region.slice(0, 2)));
}

/** A division and the wider ones that contain it, narrowest first, the nation last: `430421`, `430400`, `430000`, `CN`. */
export function regionChain(region: string): readonly string[] {
  if (region === 'CN') return ['CN'];
  if (region.length < 6) return [region, 'CN'];
  const chain = [region];
  for (const wider of [region.slice(0, 6), `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, 'CN'])
    if (wider !== chain.at(-1)) chain.push(wider);
  return chain;
}
