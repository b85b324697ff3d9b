import { Controller } from '@nestjs/common';
import {
  answerCall,
  answerSurvey,
  listCalls,
  listSurveys,
  listYardMeetings,
  openCall,
  openSurvey,
  readCallCases,
  recordYardMeeting,
  takeUpIssue,
} from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { SuggestionCalls } from './suggestion-calls.ts';
import { Surveys } from './surveys.ts';
import { YardMeetings } from './yard-meetings.ts';

/** Asking people: how satisfied they are, what they suggest, what they raise at a meeting in the yard. */
@Controller()
export class SurveysController {
  constructor(
    private readonly surveys: Surveys,
    private readonly calls: SuggestionCalls,
    private readonly meetings: YardMeetings,
  ) {}

  @Endpoint(openSurvey)
  openSurvey(@Input() { viewer, body, idempotencyKey }: Call<typeof openSurvey>): Promise<AnswerOf<typeof openSurvey>> {
    return this.surveys.open(viewer, body, idempotencyKey);
  }

  @Endpoint(listSurveys)
  listSurveys(@Input() { query }: Call<typeof listSurveys>): Promise<AnswerOf<typeof listSurveys>> {
    return this.surveys.page(query);
  }

  @Endpoint(answerSurvey)
  answerSurvey(@Input() { body, request }: Call<typeof answerSurvey>): Promise<AnswerOf<typeof answerSurvey>> {
    return this.surveys.answer(body, request.ip);
  }

  @Endpoint(openCall)
  openCall(@Input() { viewer, body, idempotencyKey }: Call<typeof openCall>): Promise<AnswerOf<typeof openCall>> {
    return this.calls.open(viewer, body, idempotencyKey);
  }

  @Endpoint(listCalls)
  listCalls(): Promise<AnswerOf<typeof listCalls>> {
    return this.calls.current();
  }

  @Endpoint(answerCall)
  answerCall(@Input() { params, body, idempotencyKey }: Call<typeof answerCall>): Promise<AnswerOf<typeof answerCall>> {
    return this.calls.answer(params.id, body, idempotencyKey);
  }

  @Endpoint(readCallCases)
  callCases(@Input() { viewer, params }: Call<typeof readCallCases>): Promise<AnswerOf<typeof readCallCases>> {
    return this.calls.cases(viewer, params.id);
  }

  @Endpoint(recordYardMeeting)
  record(@Input() { viewer, body }: Call<typeof recordYardMeeting>): Promise<AnswerOf<typeof recordYardMeeting>> {
    return this.meetings.record(viewer, body);
  }

  @Endpoint(listYardMeetings)
  listMeetings(@Input() { viewer, query }: Call<typeof listYardMeetings>): Promise<AnswerOf<typeof listYardMeetings>> {
    return this.meetings.page(viewer, query);
  }

  @Endpoint(takeUpIssue)
  takeUp(@Input() { viewer, params, body, idempotencyKey }: Call<typeof takeUpIssue>): Promise<AnswerOf<typeof takeUpIssue>> {
    return this.meetings.takeUp(viewer, params.id, params.n, body, idempotencyKey);
  }
}
