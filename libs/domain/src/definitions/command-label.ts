import type { BilingualText } from '../case/decision.ts';
import { COMMANDS } from './commands.ts';

/** What people call a command, or a deadline that changes the state by passing (`<rule>.passed`). */
export function commandLabel(command: string): BilingualText {
  if (command === 'REGISTER') return { zh: '登记', en: 'Register' };
  const spec = COMMANDS[command];
  if (spec !== undefined) return spec.label;
  const rule = command.replace(/\.passed$/, '');
  return { zh: `${rule} 届满`, en: `${rule} passes` };
}
