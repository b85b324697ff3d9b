import { levelOfDivision } from '#libs/domain';
import type { Role } from '#libs/domain';
import { unitId } from '#libs/directory';
import type { NamedUnitRow } from '#libs/directory';

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly unitId: string;
}

const COMMITTEE = 'mediation-committee';

/** Whoever supervises the city from above, and the leader there. */
const ABOVE: readonly (readonly [role: Role, displayName: string])[] = [
  ['supervisor', '省级督查专员'],
  ['leader', '省级综治中心主任'],
];

const CENTRE: readonly (readonly [username: string, displayName: string, role: Role])[] = [
  ['clerk', '窗口登记员', 'clerk'],
  ['clerk2', '窗口登记员（二）', 'clerk'],
  ['supervisor', '督查专员', 'supervisor'],
  ['leader', '综治中心主任', 'leader'],
  ['operator', '系统运维员', 'operator'],
  ['admin', '系统管理员', 'admin'],
  ['auditor', '审计员', 'auditor'],
];

/**
 * The demonstration accounts. `mediator.<division>` exists at city, counties and townships; a township's committee has no
 * other account, so its mediator also signs as its head and a case that is routed there doesn't stick.
 */
export function cityAccounts(city: string, units: readonly NamedUnitRow[]): readonly DemoAccount[] {
  const centre = unitId('governance-centre', city);
  const accounts: DemoAccount[] = CENTRE.map(([username, displayName, role]) => ({ username, displayName, roles: [role], unitId: centre }));
  const province = `${city.slice(0, 2)}0000`;
  for (const [role, displayName] of ABOVE)
    accounts.push({ username: `${role}.${province}`, displayName, roles: [role], unitId: unitId('governance-centre', province) });
  for (const unit of units) {
    const level = levelOfDivision(unit.division);
    const code = `${unit.function}.${unit.division}`;
    if (level !== 'township') {
      accounts.push({ username: `${code}.handler`, displayName: `${unit.name}经办人`, roles: ['handler'], unitId: unit.id });
      accounts.push({ username: `${code}.head`, displayName: `${unit.name}负责人`, roles: ['head'], unitId: unit.id });
    }
    if (unit.function === COMMITTEE && level !== 'province') {
      const roles: readonly Role[] = level === 'township' ? ['mediator', 'head'] : ['mediator'];
      accounts.push({ username: `mediator.${unit.division}`, displayName: `${unit.name}调解员`, roles, unitId: unit.id });
    }
  }
  return accounts;
}
