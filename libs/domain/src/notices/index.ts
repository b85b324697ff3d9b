export { NOTICE_KINDS, noticeText } from './notice-texts.ts';
export { petitionerNotices } from './petitioner-notices.ts';
export { notBefore, QUIET_HOURS } from './quiet-hours.ts';
export type { QuietHours, WallTime } from './quiet-hours.ts';
