import { PROBLEMS, problem } from '#libs/contracts';
import type { ProblemCode } from '#libs/contracts';
import { EngineOverloaded, EngineUnavailable } from '#libs/engine';
import { problemOf, refusalProblem } from './problem-error.ts';
import { problemBodyOf } from './problem.filter.ts';
import { languageOf, problemView } from './problem-view.ts';

it.each(Object.keys(PROBLEMS) as ProblemCode[])('%s is a problem in both languages', (code) => {
  for (const language of ['zh', 'en'] as const) {
    const view = problemView(problemOf(code).body, language, 'request-1');
    expect(problem.safeParse(view).success).toBe(true);
    expect(view.title).toBe(PROBLEMS[code][language]);
  }
});

it('turns every error into exactly one problem', () => {
  expect(problemBodyOf(new EngineOverloaded(3))).toMatchObject({ code: 'engine.overloaded', status: 503, retryAfter: 3 });
  expect(problemBodyOf(new EngineUnavailable('gone'))).toMatchObject({ code: 'engine.unavailable', status: 503 });
  expect(problemBodyOf(Object.assign(new Error('terminating connection'), { code: '57P01' }))).toMatchObject({
    code: 'engine.unavailable',
  });
  expect(problemBodyOf(Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }))).toMatchObject({
    code: 'request.too_broad',
    status: 503,
  });
  expect(problemBodyOf(Object.assign(new Error('too big'), { statusCode: 413 }))).toMatchObject({ code: 'request.too_large' });
  expect(problemBodyOf(new TypeError('a bug'))).toMatchObject({ code: 'internal', status: 500 });
  expect(problemBodyOf('thrown text')).toMatchObject({ code: 'internal' });
});

it('keeps of a refusal everything the person needs', () => {
  const refusal = {
    kind: 'refused',
    code: 'case.unit_excluded',
    reason: { zh: '该单位已回避', en: 'That unit is excluded' },
    basis: '条例第二十八条',
    whoMay: null,
    from: null,
  } as const;
  const view = problemView(refusalProblem(refusal, [{ type: 'FORWARD', label: { zh: '转送', en: 'Forward' } }], 4), 'en', 'r');
  expect(view).toMatchObject({
    status: 409,
    code: 'case.unit_excluded',
    detail: 'That unit is excluded',
    basis: '条例第二十八条',
    version: 4,
    allowed: [{ type: 'FORWARD' }],
  });
  expect(refusalProblem({ ...refusal, kind: 'invalid', field: 'receivedOn' }, [], 1)).toMatchObject({
    status: 400,
    errors: [{ field: 'payload.receivedOn' }],
  });
});

it('answers in English only to whoever asks for it first', () => {
  expect(['en-GB,en;q=0.9,zh;q=0.8', 'EN', 'zh-CN,en;q=0.5', undefined, '*'].map(languageOf)).toEqual(['en', 'en', 'zh', 'zh', 'zh']);
});
