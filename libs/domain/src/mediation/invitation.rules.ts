import { liesWithin } from '../access/place.ts';
import { HELPER_REGISTERS } from '../case/invitable.ts';
import type { RegisteredHelper } from '../case/invitable.ts';
import { oneOf } from '../case/payload.ts';
import { invalid } from '../case/refusal.ts';
import type { Rule } from '../chart/rule.ts';

const BASIS = '《人民调解法》第20条';

function helperIn(value: unknown): Pick<RegisteredHelper, 'register' | 'division'> | null {
  if (typeof value !== 'object' || value === null || !('register' in value) || !('division' in value)) return null;
  const register = HELPER_REGISTERS.find((one) => one === value.register);
  return register === undefined || typeof value.division !== 'string' ? null : { register, division: value.division };
}

/** Village mediators and the village's legal adviser come from where the dispute is; legal aid from there or from above. */
export const helperOfPlace: Rule = {
  name: 'helper-of-place',
  basis: BASIS,
  text: {
    zh: '在册人员与所选身份一致，且在纠纷所在地的名册中',
    en: 'whoever is named stands in that register, for the place of the dispute',
  },
  payload: true,
  check: ({ divisionCode, divisionPath }, { command }) => {
    const helper = helperIn(command.payload['registeredHelper']);
    if (helper === null) return null;
    if (oneOf(command, 'helper', HELPER_REGISTERS) !== helper.register)
      return invalid('helperId', 'helper.of_another_register', {
        zh: '该人员不在这一名册中。',
        en: 'This helper stands in another register.',
      });
    const above = helper.register === 'legal-aid' && divisionPath.includes(helper.division);
    return above || liesWithin(helper.division, divisionCode)
      ? null
      : invalid('helperId', 'helper.of_another_place', {
          zh: '该人员不在纠纷所在地的名册中。',
          en: 'This helper is in the register of another place.',
        });
  },
};
