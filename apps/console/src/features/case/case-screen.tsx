import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { formatInstant } from '../../i18n/format.ts';
import { stateWord, word } from '../../i18n/glossary.ts';
import { listed, say } from '../../i18n/say.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { CaseView } from '../../server-state/api-types.ts';
import { useUnitName } from '../../server-state/directory.ts';
import { problemOf } from '../../server-state/problem.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { ProblemNotice } from '../../signature/problem-notice.tsx';
import { Chip } from '../../signature/shape.tsx';
import { Tabs } from '../../signature/tabs.tsx';
import { Actions } from './actions.tsx';
import { Chart } from './chart.tsx';
import { Clocks } from './clocks.tsx';
import { Documents, PartiesList, Where } from './contents.tsx';
import { Letters } from './letters.tsx';
import { ReceptionParticulars } from '../reception/reception-particulars.tsx';
import { LeaderCasePanel } from './leader-case-panel.tsx';
import { LinkedRecords } from './linked-records.tsx';
import { useCase } from './queries.ts';
import { isRecord } from './record.ts';
import { MediationPanel } from './mediation-panel.tsx';
import { RelatedPanel } from './related.tsx';
import { ResponsibilityTrace } from './responsibility.tsx';
import { RecordPanel } from './record-panel.tsx';
import { OpenRecord } from './open-record.tsx';
import { RectifyForm } from './rectify-form.tsx';
import { Supervisions } from './supervisions.tsx';
import { Timeline } from './timeline.tsx';
import { CASE_TABS, type CaseSearch, type CaseTab } from './view-state.ts';

interface Props {
  readonly id: string;
  readonly search: CaseSearch;
}

export function CaseScreen({ id, search }: Props): ReactNode {
  const { t, lang } = useI18n();
  const found = useCase(id);
  usePageTitle(found.data === undefined || found.isError ? t.work.casesTitle : found.data.caseNo);
  if (found.data !== undefined && !found.isError) return <Shown key={id} shown={found.data} search={search} />;
  if (found.isError) {
    return (
      <section className="page">
        <h1>{t.work.casesTitle}</h1>
        {problemOf(found.error).status === 404 ? (
          <ProblemNotice error={found.error} m={t.problems} lang={lang} />
        ) : (
          <ProblemNotice error={found.error} m={t.problems} lang={lang} onRetry={() => void found.refetch()} />
        )}
        <Link to="/cases">{t.case.toList}</Link>
      </section>
    );
  }
  return <Pending />;
}

function Shown({ shown, search }: { readonly shown: CaseView; readonly search: CaseSearch }): ReactNode {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [done, setDone] = useState('');
  const tab = search.tab ?? 'timeline';
  const go = (next: CaseSearch): void =>
    void navigate({ to: '/cases/$id', params: { id: shown.id }, search: next, replace: true, resetScroll: false });
  const withTab = (one: CaseTab): CaseSearch => (one === 'timeline' ? {} : { tab: one });
  return (
    <section className="page case-page">
      <Header shown={shown} />
      {done === '' ? null : (
        <p role="status" className="notice tone-done">
          {done}
        </p>
      )}
      <div className="two case-two">
        <div className="stack">
          <Clocks shown={shown} />
          {shown.reception === null ? null : (
            <section className="panel" aria-label={t.reception.title}>
              <h2>{t.reception.title}</h2>
              <ReceptionParticulars reception={shown.reception} />
            </section>
          )}
          {shown.leaderCase === null ? null : <LeaderCasePanel of={shown.leaderCase} />}
          <MediationPanel shown={shown} />
          <LinkedRecords shown={shown} />
          <Supervisions
            shown={shown}
            onReply={() => {
              setDone('');
              go({ ...withTab(tab), act: 'REPLY_SUPERVISION' });
            }}
          />
          <RelatedPanel shown={shown} />
          <RecordPanel shown={shown} />
          <OpenRecord shown={shown} />
          <RectifyForm shown={shown} />
          <div className="panel">
            <Tabs
              label={t.case.tabsLabel}
              tabs={CASE_TABS.map((one) => ({ id: one, text: t.case.tabs[one] }))}
              active={tab}
              onChange={(next) => {
                go({ ...withTab(next), ...(search.act === undefined ? {} : { act: search.act }) });
              }}
            >
              {tab === 'timeline' ? <Timeline shown={shown} /> : null}
              {tab === 'chart' ? <Chart shown={shown} /> : null}
              {tab === 'parties' ? <PartiesList shown={shown} /> : null}
              {tab === 'documents' ? <Documents shown={shown} /> : null}
              {tab === 'letters' ? <Letters shown={shown} /> : null}
              {tab === 'responsibility' ? <ResponsibilityTrace shown={shown} /> : null}
              {tab === 'routing' ? <Where shown={shown} /> : null}
            </Tabs>
          </div>
        </div>
        <Actions
          shown={shown}
          act={search.act}
          onOpen={(type) => {
            setDone('');
            go({ ...withTab(tab), ...(type === undefined ? {} : { act: type }) });
          }}
          onDone={(label) => {
            setDone(t.case.done(label));
            go(withTab(tab));
          }}
        />
      </div>
    </section>
  );
}

function Header({ shown }: { readonly shown: CaseView }): ReactNode {
  const { t, lang } = useI18n();
  const unitName = useUnitName();
  const record = isRecord(shown);
  const state = stateWord(shown.state, lang);
  const stateText = say(shown.stateLabel, lang) || state.text;
  const narrative = shown.documents.find((one) => one.field === 'narrative' && one.seq === 1)?.text;
  const { classification } = shown;
  return (
    <header className="panel case-head">
      {shown.sealed ? (
        <p>
          <Chip tone="sealed">{t.case.sealedBanner}</Chip>
        </p>
      ) : null}
      <div className="wrap case-title">
        <h1 dir="auto">
          <span className="case-no">{shown.caseNo}</span> {shown.title === '' ? t.work.untitled : shown.title}
        </h1>
        <span data-testid="state">
          <Chip tone={state.tone}>{stateText}</Chip>
        </span>
        {shown.urgent ? <Chip tone="soon">{t.work.urgent}</Chip> : null}
      </div>
      <dl className="facts inline">
        <div>
          <dt>{t.case.holds}</dt>
          <dd data-testid="holder">
            <strong>{unitName(shown.holder)}</strong>
            {shown.assisting.length === 0 ? '' : ` · ${t.intake.assist} ${listed(shown.assisting.map(unitName), lang)}`}
          </dd>
        </div>
        <div>
          <dt>{record ? t.case.opened : t.case.received}</dt>
          <dd>
            {formatInstant(shown.receivedAt)}
            {record ? '' : ` · ${word('channel', shown.channel, lang)}`}
          </dd>
        </div>
        {record ? null : (
          <div>
            <dt>{t.case.category}</dt>
            <dd>
              {word('class', classification.class, lang)}
              {classification.route === null ? '' : ` · ${word('route', classification.route, lang)}`} · {classification.categoryPath}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.intake.procedure}</dt>
          <dd>{word('procedure', shown.procedure, lang)}</dd>
        </div>
        {record ? null : (
          <div>
            <dt>{t.case.headcount}</dt>
            <dd>{shown.headcount}</dd>
          </div>
        )}
      </dl>
      {narrative === undefined || narrative === null ? null : (
        <div className="reading" dir="auto">
          {narrative}
        </div>
      )}
    </header>
  );
}
