import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { useI18n } from '../i18n/staff.tsx';
import { antdTheme } from '../theme/antd-theme.ts';
import { useTheme } from './theme-context.tsx';

/** antd writes its styles at run time: they pass the CSP by the nonce the API wrote into the page. */
const NONCE = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function Design({ children }: { readonly children: ReactNode }): ReactNode {
  const { lang } = useI18n();
  const { theme } = useTheme();
  const config = useMemo(() => antdTheme(theme, lang), [theme, lang]);
  return (
    <ConfigProvider
      csp={{ nonce: NONCE }}
      theme={config}
      locale={lang === 'zh' ? zhCN : enUS}
      // 受理 must stay 受理 in text, search and tests.
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: 'optional' }}
    >
      {children}
    </ConfigProvider>
  );
}
