import type {
  AnswerOf,
  CaseView as ContractCase,
  commandBody,
  deadline,
  derivationStep,
  IntakeBody,
  listCases,
  listCategories,
  listColleagues,
  listDivisions,
  listGroups,
  listLetters,
  listHelpers,
  listLeaders,
  listLinked,
  listMinutes,
  listRoutingDrafts,
  listSurveys,
  listSuggestionLetters,
  listSupervisions,
  listUnits,
  listUsers,
  readAudit,
  listVisitPlans,
  listYardMeetings,
  listPublishedResults,
  listRectifications,
  openCall,
  readCallCases,
  readIndicators,
  readRefiled,
  readVisitSample,
  listUrgent,
  listYellowCards,
  openMeeting,
  previewCase,
  readHistory,
  readInbox,
  bookReception,
  listReceptionDays,
  listReceptions,
  readDuty,
  readReceptionFigures,
  readRelated,
  readResponsibility,
  readSupervisionBoard,
  registerCase,
  sendCommand,
  SessionUser,
  trackCase,
  verifyCase,
} from '#libs/contracts';

/** What the API answers, by the contract's own schemas; only types cross over, no code of the server is bundled. */

type Output<S> = S extends { readonly _zod: { readonly output: infer O } } ? O : never;

/** A text the API may give in one language or both. */
export type Said = string | { readonly zh: string; readonly en: string };

export type Me = SessionUser;
export type DerivationDay = Output<typeof derivationStep>;
export type Deadline = Output<typeof deadline>;
export type Division = AnswerOf<typeof listDivisions>['items'][number];
export type Category = AnswerOf<typeof listCategories>['items'][number];
export type Unit = AnswerOf<typeof listUnits>['items'][number];
export type Leader = AnswerOf<typeof listLeaders>['items'][number];
export type Helper = AnswerOf<typeof listHelpers>['items'][number];
export type Person = AnswerOf<typeof listColleagues>['items'][number];
export type Linked = AnswerOf<typeof listLinked>;
export type SuggestionCall = AnswerOf<typeof openCall>;
export type CallCases = AnswerOf<typeof readCallCases>;
export type Figures = AnswerOf<typeof readIndicators>;
export type RefiledFigure = AnswerOf<typeof readRefiled>;
export type VisitSample = AnswerOf<typeof readVisitSample>;
export type RectificationPage = AnswerOf<typeof listRectifications>;
export type PublishedResults = AnswerOf<typeof listPublishedResults>;
export type VisitPlan = AnswerOf<typeof listVisitPlans>['items'][number];
export type Survey = AnswerOf<typeof listSurveys>['items'][number];
export type YardMeeting = AnswerOf<typeof listYardMeetings>['items'][number];
export type Preview = AnswerOf<typeof previewCase>;
export type Registered = AnswerOf<typeof registerCase>;
export type Routing = Preview['routing'];
export type SupervisionPage = AnswerOf<typeof listSupervisions>;
export type SupervisionBoard = AnswerOf<typeof readSupervisionBoard>;
export type SuggestionLetterPage = AnswerOf<typeof listSuggestionLetters>;
export type YellowCardPage = AnswerOf<typeof listYellowCards>;
export type GroupPage = AnswerOf<typeof listGroups>;
export type MinutesPage = AnswerOf<typeof listMinutes>;
export type CaseView = ContractCase;
export type LetterPage = AnswerOf<typeof listLetters>;
export type Letter = LetterPage['items'][number];
export type CasePage = AnswerOf<typeof listCases>;
export type CaseRow = CasePage['items'][number];
export type HistoryPage = AnswerOf<typeof readHistory>;
export type HistoryEvent = HistoryPage['items'][number];
export type Responsibility = AnswerOf<typeof readResponsibility>;
export type RoutingDraft = AnswerOf<typeof listRoutingDrafts>['items'][number];
export type ReceptionPage = AnswerOf<typeof listReceptions>;
export type Reception = ReceptionPage['items'][number]['reception'];
export type ReceptionFigures = AnswerOf<typeof readReceptionFigures>;
export type PublicReception = AnswerOf<typeof listReceptionDays>['items'][number];
export type ReceptionBooking = AnswerOf<typeof bookReception>;
export type OnDuty = AnswerOf<typeof readDuty>;
export type UrgentPage = AnswerOf<typeof listUrgent>;
export type UrgentMatter = UrgentPage['items'][number]['urgentMatter'];
export type Related = AnswerOf<typeof readRelated>;
export type OfficeRecord = AnswerOf<typeof openMeeting>;
export type AuditPage = AnswerOf<typeof readAudit>;
export type AccountPage = AnswerOf<typeof listUsers>;
export type Inbox = AnswerOf<typeof readInbox>;
export type CommandDone = AnswerOf<typeof sendCommand>;
export type CommandType = Output<typeof commandBody>['type'];
export type Verified = AnswerOf<typeof verifyCase>;
export type Track = AnswerOf<typeof trackCase>;
export type Intake = IntakeBody;
