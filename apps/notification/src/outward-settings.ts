import type { QuietHours } from '#libs/domain';
import { notBefore } from '#libs/domain';
import type { PersonChannel } from '#libs/notifications';

/** Injection token of `OutwardSettings`. */
export const OUTWARD_SETTINGS = Symbol('OUTWARD_SETTINGS');

/** How notices leave the house, as far as it is decided when they are written. */
export interface OutwardSettings {
  /** Channels to persons that are switched on. */
  readonly channels: readonly PersonChannel[];
  readonly quietHours: readonly QuietHours[];
  /** Whose quiet hours hold (GB/T 2260). */
  readonly region: string;
  readonly petitioners: boolean;
}

/** Nothing but the inbox. */
export const INSIDE_ONLY: OutwardSettings = { channels: [], quietHours: [], region: 'CN', petitioners: false };

/** No kind has this name, so none passes. */
const ANY_KIND = '';

/** When a message that is written now may go to a person: instants ISO 8601, and the kinds that go at once. */
export function restUntil(
  { quietHours, region }: OutwardSettings,
  now: string,
): { readonly until: string; readonly pass: readonly string[] } {
  return { until: notBefore(now, ANY_KIND, region, quietHours), pass: quietHours.flatMap(({ pass }) => pass) };
}
