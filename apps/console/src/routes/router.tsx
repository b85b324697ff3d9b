import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Navigate, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CASE_TABS, type CaseSearch } from '../features/case/view-state.ts';
import { readListSearch } from '../features/work/view-state.ts';
import { landingOf, PAGE_PATHS } from '../shell/access.ts';
import { Frame } from '../shell/frame.tsx';
import { NotFound, OnlyFor, Overview, Pending } from '../shell/pages.tsx';
import { useUser } from '../shell/session.tsx';

const root = createRootRoute({
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
  notFoundComponent: NotFound,
});

function Landing(): ReactNode {
  return <Navigate to={PAGE_PATHS[landingOf(useUser())]} replace />;
}

const index = createRoute({ getParentRoute: () => root, path: '/', component: Landing });
const login = createRoute({ getParentRoute: () => root, path: '/login', component: Landing });

const IntakeScreen = lazyRouteComponent(() => import('../features/intake/intake-screen.tsx'), 'IntakeScreen');
const intake = createRoute({
  getParentRoute: () => root,
  path: '/intake',
  component: () => (
    <OnlyFor page="intake">
      <IntakeScreen />
    </OnlyFor>
  ),
});

const ListScreen = lazyRouteComponent(() => import('../features/work/list-screen.tsx'), 'ListScreen');
const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: readListSearch,
  component: function Work() {
    return (
      <OnlyFor page="work">
        <ListScreen scope="mine" search={work.useSearch()} />
      </OnlyFor>
    );
  },
});
const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: readListSearch,
  component: function Cases() {
    return (
      <OnlyFor page="cases">
        <ListScreen scope="all" search={cases.useSearch()} />
      </OnlyFor>
    );
  },
});

const CaseScreen = lazyRouteComponent(() => import('../features/case/case-screen.tsx'), 'CaseScreen');
const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  validateSearch: (raw: Readonly<Record<string, unknown>>): CaseSearch => {
    const tab = CASE_TABS.find((one) => one === raw['tab']);
    const act = typeof raw['act'] === 'string' && /^[A-Z_]{2,40}$/.test(raw['act']) ? raw['act'] : undefined;
    return { ...(tab === undefined ? {} : { tab }), ...(act === undefined ? {} : { act }) };
  },
  component: function OneCase() {
    return (
      <OnlyFor page="cases">
        <CaseScreen id={oneCase.useParams().id} search={oneCase.useSearch()} />
      </OnlyFor>
    );
  },
});

const SupervisionScreen = lazyRouteComponent(() => import('../features/supervision/supervision-screen.tsx'), 'SupervisionScreen');
const supervision = createRoute({
  getParentRoute: () => root,
  path: '/supervision',
  component: () => (
    <OnlyFor page="supervision">
      <SupervisionScreen />
    </OnlyFor>
  ),
});

const OpsScreen = lazyRouteComponent(() => import('../features/operations/ops-screen.tsx'), 'OpsScreen');
const ops = createRoute({
  getParentRoute: () => root,
  path: '/ops',
  component: () => (
    <OnlyFor page="ops">
      <OpsScreen />
    </OnlyFor>
  ),
});
const ChannelsScreen = lazyRouteComponent(() => import('../features/channels/channels-screen.tsx'), 'ChannelsScreen');
const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  component: () => (
    <OnlyFor page="channels">
      <ChannelsScreen />
    </OnlyFor>
  ),
});
const ContactsScreen = lazyRouteComponent(() => import('../features/channels/contacts-screen.tsx'), 'ContactsScreen');
const contacts = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  component: () => (
    <OnlyFor page="contacts">
      <ContactsScreen />
    </OnlyFor>
  ),
});
const LawScreen = lazyRouteComponent(() => import('../features/law/law-screen.tsx'), 'LawScreen');
const law = createRoute({
  getParentRoute: () => root,
  path: '/law',
  component: () => (
    <OnlyFor page="law">
      <LawScreen />
    </OnlyFor>
  ),
});
const MeetingsScreen = lazyRouteComponent(() => import('../features/meetings/meetings-screen.tsx'), 'MeetingsScreen');
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  component: () => (
    <OnlyFor page="meetings">
      <MeetingsScreen />
    </OnlyFor>
  ),
});
const UrgentScreen = lazyRouteComponent(() => import('../features/urgent/urgent-screen.tsx'), 'UrgentScreen');
const urgent = createRoute({
  getParentRoute: () => root,
  path: '/urgent',
  component: () => (
    <OnlyFor page="urgent">
      <UrgentScreen />
    </OnlyFor>
  ),
});
const ReceptionsScreen = lazyRouteComponent(() => import('../features/reception/receptions-screen.tsx'), 'ReceptionsScreen');
const receptions = createRoute({
  getParentRoute: () => root,
  path: '/receptions',
  component: () => (
    <OnlyFor page="receptions">
      <ReceptionsScreen />
    </OnlyFor>
  ),
});
const OutreachScreen = lazyRouteComponent(() => import('../features/outreach/outreach-screen.tsx'), 'OutreachScreen');
const outreach = createRoute({
  getParentRoute: () => root,
  path: '/outreach',
  component: () => (
    <OnlyFor page="outreach">
      <OutreachScreen />
    </OnlyFor>
  ),
});
const RegistersScreen = lazyRouteComponent(() => import('../features/registers/registers-screen.tsx'), 'RegistersScreen');
const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  component: () => (
    <OnlyFor page="registers">
      <RegistersScreen />
    </OnlyFor>
  ),
});
const DraftsScreen = lazyRouteComponent(() => import('../features/jurisdiction/drafts-screen.tsx'), 'DraftsScreen');
const routing = createRoute({
  getParentRoute: () => root,
  path: '/routing',
  component: () => (
    <OnlyFor page="routing">
      <DraftsScreen />
    </OnlyFor>
  ),
});
const AuditScreen = lazyRouteComponent(() => import('../features/administration/audit-screen.tsx'), 'AuditScreen');
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  component: () => (
    <OnlyFor page="audit">
      <AuditScreen />
    </OnlyFor>
  ),
});
const AccountsScreen = lazyRouteComponent(() => import('../features/administration/accounts-screen.tsx'), 'AccountsScreen');
const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: () => (
    <OnlyFor page="accounts">
      <AccountsScreen />
    </OnlyFor>
  ),
});
const overview = createRoute({ getParentRoute: () => root, path: '/overview', component: Overview });

/** Addresses hold plain text (`?overdue=true`), not JSON. */
const readAddress = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
const writeAddress = (search: Readonly<Record<string, unknown>>): string => {
  const out = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (typeof value === 'string') out.set(key, value);
  const text = out.toString();
  return text === '' ? '' : `?${text}`;
};

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    login,
    intake,
    work,
    cases,
    oneCase,
    supervision,
    ops,
    overview,
    channels,
    contacts,
    law,
    meetings,
    urgent,
    receptions,
    registers,
    outreach,
    routing,
    audit,
    accounts,
  ]),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultPendingComponent: Pending,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
