/**
 * 发现苗头及时提醒，有了问题谈话诫勉，严重违纪立案查处: what came of a matter, as the organ fed it back. It is kept with the matter, never
 * with a person: the case names nobody but in its encrypted texts.
 */
export const ACCOUNTABILITIES = ['reminder', 'admonishing-talk', 'case-filed'] as const;
export type Accountability = (typeof ACCOUNTABILITIES)[number];

/** True where a measure is graver than the one before it. */
export function isGraver(measure: Accountability, before: Accountability | undefined): boolean {
  return before === undefined || ACCOUNTABILITIES.indexOf(measure) > ACCOUNTABILITIES.indexOf(before);
}
