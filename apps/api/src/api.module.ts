import { Module } from '@nestjs/common';
import type { Pool } from 'pg';
import { AccessModule } from '#libs/access';
import { BacklogModule } from '#libs/backlog';
import { DirectoryModule } from '#libs/directory';
import { EngineModule, LegalClock, PostgresClock } from '#libs/engine';
import { IdentityModule, IdentityService } from '#libs/identity';
import { ChannelReader, ContactStore, WebhookStore } from '#libs/notifications';
import { PersistenceModule, READ_POOL } from '#libs/persistence';
import { StreamModule } from '#libs/stream';
import { SwitchingModule } from '#libs/switching';
import { Accounts } from './administration/accounts.ts';
import { AdministrationController } from './administration/administration.controller.ts';
import { LawController } from './administration/law.controller.ts';
import { LawInForceView } from './administration/law-in-force.ts';
import { Switches } from './administration/switches.ts';
import { AuditTrail } from './administration/audit-trail.ts';
import { Calendars } from './administration/calendars.ts';
import { AuthController } from './auth/auth.controller.ts';
import { CaseCommands } from './cases/case-commands.ts';
import { CaseExport } from './cases/case-export.ts';
import { CaseHistory } from './cases/case-history.ts';
import { CaseList } from './cases/case-list.ts';
import { CaseStore } from './cases/case-store.ts';
import { CaseViews } from './cases/case-views.ts';
import { CasesController } from './cases/cases.controller.ts';
import { CommandsController } from './cases/commands.controller.ts';
import { LeaderCaseViews } from './cases/leader-case-views.ts';
import { LinkedCases } from './cases/linked-cases.ts';
import { Reclassification } from './cases/reclassification.ts';
import { RepeatedOpinions } from './cases/repeated-opinions.ts';
import { UnitNames } from './cases/unit-names.ts';
import { ChannelsController } from './channels/channels.controller.ts';
import { Webhooks } from './channels/webhooks.ts';
import { DeadlineViews } from './deadlines/deadline-views.ts';
import { SupervisionViews } from './deadlines/supervision-views.ts';
import { DeadlinesController } from './deadlines/deadlines.controller.ts';
import { RulesInForce } from './deadlines/rules-in-force.ts';
import { DirectoryController } from './directory/directory.controller.ts';
import { Cursors } from './http/cursor.ts';
import { Inbox } from './inbox/inbox.ts';
import { InboxController } from './inbox/inbox.controller.ts';
import { Indicators } from './indicators/indicators.ts';
import { IndicatorsController } from './indicators/indicators.controller.ts';
import { DuplicateSearch } from './intake/duplicate-search.ts';
import { IntakeChecks } from './intake/intake-checks.ts';
import { IntakePlanner } from '#libs/intake';
import { IntakeController } from './intake/intake.controller.ts';
import { Preview } from './intake/preview.ts';
import { PetitionLinks } from './intake/petition-links.ts';
import { Receipts } from './intake/receipts.ts';
import { Registration } from './intake/registration.ts';
import { CaseRecord } from './letters/case-record.ts';
import { LetterComposer } from './letters/letter-composer.ts';
import { LetterRegister } from './letters/letter-register.ts';
import { Letters } from './letters/letters.ts';
import { LettersController } from './letters/letters.controller.ts';
import { ApiReadiness } from './platform/api-readiness.ts';
import { ClockController } from './platform/clock.controller.ts';
import { EngineMetrics } from './platform/engine-metrics.ts';
import { HealthController } from './platform/health.controller.ts';
import { ManualClock } from './platform/manual-clock.ts';
import { MetricsController } from './platform/metrics.controller.ts';
import { OpenapiController } from './platform/openapi.controller.ts';
import { ProceduresController } from './procedures/procedures.controller.ts';
import { PublicCommands } from './public/public-commands.ts';
import { PublicThrottle } from './public/public-throttle.ts';
import { PublicController } from './public/public.controller.ts';
import { Tracking } from './public/tracking.ts';
import { LedgerFile } from './records/ledger-file.ts';
import { LetterList } from './records/letter-list.ts';
import { RecordLinks } from './records/record-links.ts';
import { RecordList } from './records/record-list.ts';
import { Rectifications } from './records/rectifications.ts';
import { RecordOpenings } from './records/record-openings.ts';
import { RecordsController } from './records/records.controller.ts';
import { SupervisionLedger } from './records/supervision-ledger.ts';
import { GroupMinutes } from './unit-registers/group-minutes.ts';
import { SupervisionGroups } from './unit-registers/supervision-groups.ts';
import { UnitRegistersController } from './unit-registers/unit-registers.controller.ts';
import { YellowCards } from './unit-registers/yellow-cards.ts';
import { YellowCardsInForce } from './unit-registers/yellow-cards-in-force.ts';
import { DeadLetters } from './queues/dead-letters.ts';
import { Pauses } from './queues/pauses.ts';
import { QueuesController } from './queues/queues.controller.ts';
import { Meetings } from './meetings/meetings.ts';
import { RelatedCases } from './meetings/related-cases.ts';
import { OfficeRecords } from './meetings/office-records.ts';
import { MeetingsController } from './meetings/meetings.controller.ts';
import { Responsibility } from './responsibility/responsibility.ts';
import { ResponsibilityController } from './responsibility/responsibility.controller.ts';
import { Surveys } from './surveys/surveys.ts';
import { SuggestionCalls } from './surveys/suggestion-calls.ts';
import { YardMeetings } from './surveys/yard-meetings.ts';
import { SurveysController } from './surveys/surveys.controller.ts';
import { Refiled } from './visits/refiled.ts';
import { VisitPlans } from './visits/visit-plans.ts';
import { VisitsController } from './visits/visits.controller.ts';
import { Colleagues } from './registers/colleagues.ts';
import { Helpers } from './registers/invitable.ts';
import { Leaders } from './registers/leaders.ts';
import { RegisteredPeople } from './registers/registered-people.ts';
import { RegistersController } from './registers/registers.controller.ts';
import { CaseNewsroom } from './stream/case-news.ts';
import { StreamController } from './stream/stream.controller.ts';
import { RecordRegister } from './meetings/record-register.ts';
import { UrgentMatters } from './urgent/urgent-matters.ts';
import { UrgentController } from './urgent/urgent.controller.ts';
import { UrgentViews } from './urgent/urgent-views.ts';
import { Duty } from './duty/duty.ts';
import { DutyController } from './duty/duty.controller.ts';
import { ReceptionBookings } from './reception/reception-bookings.ts';
import { ReceptionCases } from './reception/reception-cases.ts';
import { ReceptionViews } from './reception/reception-views.ts';
import { Receptions } from './reception/receptions.ts';
import { ReceptionsController } from './reception/receptions.controller.ts';
import { Disputes } from './jurisdiction/disputes.ts';
import { JurisdictionController } from './jurisdiction/jurisdiction.controller.ts';
import { RoutingDrafts } from './jurisdiction/routing-drafts.ts';

/** The HTTP interface: intake, commands, queries, live updates. It never touches BullMQ. Needs ConfigModule and ObservabilityModule around it. */
@Module({
  imports: [PersistenceModule, IdentityModule, DirectoryModule, EngineModule, AccessModule, StreamModule, BacklogModule, SwitchingModule],
  controllers: [
    HealthController,
    MetricsController,
    OpenapiController,
    ClockController,
    AuthController,
    DirectoryController,
    IntakeController,
    CasesController,
    CommandsController,
    LettersController,
    MeetingsController,
    UrgentController,
    JurisdictionController,
    DutyController,
    ReceptionsController,
    ResponsibilityController,
    RecordsController,
    UnitRegistersController,
    DeadlinesController,
    ProceduresController,
    InboxController,
    StreamController,
    IndicatorsController,
    QueuesController,
    PublicController,
    AdministrationController,
    ChannelsController,
    LawController,
    RegistersController,
    VisitsController,
    SurveysController,
  ],
  providers: [
    { provide: LegalClock, inject: [READ_POOL], useFactory: (pool: Pool) => new LegalClock(new PostgresClock(pool)) },
    { provide: ChannelReader, inject: [READ_POOL], useFactory: (pool: Pool) => new ChannelReader(pool) },
    {
      provide: WebhookStore,
      inject: [READ_POOL, IdentityService],
      useFactory: (pool: Pool, identity: IdentityService) => new WebhookStore(pool, identity),
    },
    {
      provide: ContactStore,
      inject: [READ_POOL, IdentityService],
      useFactory: (pool: Pool, identity: IdentityService) => new ContactStore(pool, identity),
    },
    Webhooks,
    Cursors,
    UnitNames,
    RulesInForce,
    DeadlineViews,
    SupervisionViews,
    CaseStore,
    CaseList,
    CaseViews,
    CaseExport,
    CaseHistory,
    CaseCommands,
    LeaderCaseViews,
    Refiled,
    VisitPlans,
    Surveys,
    SuggestionCalls,
    YardMeetings,
    LinkedCases,
    Colleagues,
    Helpers,
    Leaders,
    RegisteredPeople,
    YellowCardsInForce,
    YellowCards,
    SupervisionGroups,
    GroupMinutes,
    RecordLinks,
    RecordList,
    RecordOpenings,
    Rectifications,
    SupervisionLedger,
    LedgerFile,
    LetterList,
    Reclassification,
    RepeatedOpinions,
    CaseRecord,
    LetterComposer,
    LetterRegister,
    Letters,
    IntakeChecks,
    PetitionLinks,
    IntakePlanner,
    Receipts,
    Registration,
    RelatedCases,
    OfficeRecords,
    Meetings,
    RecordRegister,
    UrgentViews,
    UrgentMatters,
    Disputes,
    Duty,
    Receptions,
    ReceptionCases,
    ReceptionBookings,
    ReceptionViews,
    RoutingDrafts,
    Responsibility,
    DuplicateSearch,
    Preview,
    Inbox,
    Indicators,
    Tracking,
    PublicThrottle,
    PublicCommands,
    ManualClock,
    Accounts,
    AuditTrail,
    DeadLetters,
    Pauses,
    Calendars,
    LawInForceView,
    Switches,
    ApiReadiness,
    EngineMetrics,
    CaseNewsroom,
  ],
})
export class ApiModule {}
