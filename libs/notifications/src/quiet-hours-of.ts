import type { ChannelSettings } from '#libs/config';
import type { QuietHours } from '#libs/domain';
import { QUIET_HOURS } from '#libs/domain';

/** The hours that this installation set, in place of all regions'; which kinds pass stays as the rules have it. */
export function quietHoursOf({ quietHours }: Pick<ChannelSettings, 'quietHours'>): readonly QuietHours[] {
  const [nation] = QUIET_HOURS.filter(({ region }) => region === 'CN');
  return [
    {
      region: 'CN',
      from: quietHours.from,
      to: quietHours.to,
      pass: nation?.pass ?? [],
      basis: { zh: '本系统设置', en: 'set in this installation' },
    },
  ];
}
