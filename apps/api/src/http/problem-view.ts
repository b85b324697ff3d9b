import { PROBLEMS } from '#libs/contracts';
import type { Problem, ProblemCode } from '#libs/contracts';
import type { BilingualText } from '#libs/domain';
import type { ProblemBody } from './problem-error.ts';

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** Domain refusals bring codes of their own; their title is that of their status. */
function titlesOf({ code, status }: ProblemBody): BilingualText {
  if (isKnown(code)) return PROBLEMS[code];
  return status === 403 ? PROBLEMS['access.forbidden'] : status === 400 ? PROBLEMS['request.invalid'] : PROBLEMS['case.command_refused'];
}

/** English where the client asks for it first, else Chinese. */
export function languageOf(acceptLanguage: string | undefined): 'zh' | 'en' {
  return /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'zh';
}

/** The problem+json of RFC 9457. */
export function problemView(body: ProblemBody, language: 'zh' | 'en', requestId: string): Problem {
  const { zh, en } = titlesOf(body);
  const titles = { zh, en };
  const reason = body.reason ?? titles;
  const { code, status, errors, allowed, basis, whoMay, from, version, retryAfter } = body;
  return {
    type: `urn:jiefen:problem:${code}`,
    title: titles[language],
    status,
    code,
    detail: reason[language],
    titles,
    reason,
    requestId,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(allowed === undefined ? {} : { allowed: allowed.map(({ type, label }) => ({ type, label })) }),
    ...(basis === undefined ? {} : { basis }),
    ...(whoMay === undefined ? {} : { whoMay }),
    ...(from === undefined ? {} : { from }),
    ...(version === undefined ? {} : { version }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
