export { feedbackDue, groupMistake } from './group.ts';
export type { GroupKind, GroupMember } from './group.ts';
