import type { GroupToCommit } from './memory-commit.ts';

/** For the trace: what each command of a group was, and whether it was written. */
export function described({ writes }: GroupToCommit, ok: readonly boolean[]): string {
  return writes
    .map(
      ({ kind, pending }, i) => `${kind === 'key' ? 'refusal of ' : ''}${pending.type} ${pending.caseId}${ok[i] === true ? '' : ' lost'}`,
    )
    .join(', ');
}
