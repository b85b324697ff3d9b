/** The level-1 names of `messages-labelled.csv` and the codes of the classification they mean. A label that is not here is a mistake of the file. */
export const LEVEL_ONE_OF_LABEL: Readonly<Record<string, string>> = {
  城乡建设: '010000',
  环境保护: '040000',
  交通运输: '060000',
  商贸旅游: '110000',
  卫生计生: '120000',
  教育文体: '140000',
  劳动和社会保障: '150000',
};

/** @throws for a label without a code */
export function codeOfLabel(label: string): string {
  const code = LEVEL_ONE_OF_LABEL[label];
  if (code === undefined) throw new Error(`no level-1 category for the label ${label}`);
  return code;
}
