import { createI18n } from './create-i18n.tsx';
import { publicEn, publicZh, type PublicMessages } from './messages/public.ts';

/** The public side loads its own words only. */
export const { Provider: PublicI18n, useI18n } = createI18n<PublicMessages>({ zh: publicZh, en: publicEn });
