import { NATIONAL_PACKS } from './national-packs.ts';
import { REGIONAL_PACKS } from './regional-packs.ts';
import type { RulePack } from './rule.ts';

/** The packs that ship with the product: the nation's, oldest first, then those of regions, which override them rule by rule. */
export const RULE_PACKS: readonly RulePack[] = [...NATIONAL_PACKS, ...REGIONAL_PACKS];
