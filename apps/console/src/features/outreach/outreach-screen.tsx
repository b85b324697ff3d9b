import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';
import { usePageTitle } from '../../shell/page-title.ts';
import { useUser } from '../../shell/session.tsx';
import { RectificationPanel } from './rectification-panel.tsx';
import { RatingsPanel } from './ratings-panel.tsx';
import { SuggestionCallPanel } from './suggestion-call-panel.tsx';
import { SurveyPanel } from './survey-panel.tsx';
import { VisitPlanPanel } from './visit-plan-panel.tsx';
import { YardMeetingPanel } from './yard-meeting-panel.tsx';

/** Asking people: return visits by a sample, meetings in the yard, surveys, suggestions; and how satisfied they are. */
export function OutreachScreen(): ReactNode {
  const { t } = useI18n();
  const division = useUser().unit?.division ?? '';
  usePageTitle(t.outreach.title);
  return (
    <section className="page stack">
      <h1>{t.outreach.title}</h1>
      <VisitPlanPanel division={division} />
      <RectificationPanel />
      <YardMeetingPanel division={division} />
      <SurveyPanel division={division} />
      <SuggestionCallPanel division={division} />
      <RatingsPanel />
    </section>
  );
}
