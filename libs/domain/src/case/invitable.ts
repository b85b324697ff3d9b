/** Registers of people and organisations that may be invited to help a mediation. */
export const HELPER_REGISTERS = ['village-mediator', 'legal-adviser', 'legal-aid'] as const;
export type HelperRegister = (typeof HELPER_REGISTERS)[number];

/** 湾村明白人: of their roles the two that mediation knows; 信息员, 助推员 and 监督员 watch people and are none here. */
export const VILLAGE_ROLES = ['mediator', 'publicist'] as const;

/** An entry as the register had it on the day; the name stays in the register. */
export interface RegisteredHelper {
  readonly helperId: string;
  readonly register: HelperRegister;
  readonly division: string;
}
