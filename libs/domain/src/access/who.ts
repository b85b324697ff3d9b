import type { BilingualText } from '../case/decision.ts';
import type { Actor } from '../case/snapshot.ts';
import type { ChartContext } from '../case/memo.ts';
import type { Role } from '../case/vocabulary.ts';
import { mediates } from '../mediation/record.ts';
import { hasRole, keeperOf, worksFor } from './people.ts';

/** One way of being entitled to a command: roles × relation to the case. */
export interface Who {
  readonly text: BilingualText;
  readonly roles: readonly Role[];
  readonly may: (context: ChartContext, actor: Actor) => boolean;
}

const inCentre = (context: ChartContext, actor: Actor): boolean => actor.unitId === context.centreUnitId;
const lastSender = (context: ChartContext): string | null => context.hops.at(-1)?.from ?? null;
const hasHeldIt = (context: ChartContext, unitId: string | null): boolean =>
  unitId !== null && unitId !== context.centreUnitId && (context.holderUnitId === unitId || context.earlierHolders.includes(unitId));
const tookPart = (context: ChartContext, actor: Actor): boolean =>
  actor.userId !== null && (context.handledBy.includes(actor.userId) || actor.userId === context.registeredBy.userId);

const WAYS = {
  centre: {
    text: { zh: '中心的登记员或督查员', en: 'clerk or supervisor of the centre' },
    roles: ['clerk', 'supervisor'],
    may: (context, actor) => inCentre(context, actor) && hasRole(actor, 'clerk', 'supervisor'),
  },
  approver: {
    text: { zh: '中心的登记员、督查员或领导', en: 'clerk, supervisor or leader of the centre' },
    roles: ['clerk', 'supervisor', 'leader'],
    may: (context, actor) => inCentre(context, actor) && hasRole(actor, 'clerk', 'supervisor', 'leader'),
  },
  clerk: {
    text: { zh: '中心的登记员', en: 'clerk of the centre' },
    roles: ['clerk'],
    may: (context, actor) => inCentre(context, actor) && hasRole(actor, 'clerk'),
  },
  petitioner: {
    text: { zh: '信访人本人', en: 'the petitioner' },
    roles: ['petitioner'],
    may: (_context, actor) => actor.role === 'petitioner',
  },
  classifier: {
    text: { zh: '中心的登记员或当地督查员', en: 'clerk of the centre, or supervisor of the place' },
    roles: ['clerk', 'supervisor', 'handler'],
    may: (context, actor) =>
      (inCentre(context, actor) && hasRole(actor, 'clerk', 'supervisor')) ||
      (hasRole(actor, 'supervisor') && actor.division !== null && context.divisionPath.includes(actor.division)) ||
      // A sealed case is known to one person alone; a mistaken seal must not be without remedy.
      (context.sealed && actor.userId !== null && actor.userId === keeperOf(context)),
  },
  holder: {
    text: {
      zh: '当前承办单位的经办人或负责人（登记阶段为中心）',
      en: 'handler or head of the present holder (while registered: the centre)',
    },
    roles: ['handler', 'head', 'clerk', 'supervisor'],
    may: (context, actor) => worksFor(context, actor, context.holderUnitId),
  },
  body: {
    text: { zh: '承办调解组织的工作人员或调解员', en: 'handler, head or mediator of the body that holds it' },
    roles: ['handler', 'head', 'mediator'],
    may: (context, actor) => actor.unitId === context.holderUnitId && hasRole(actor, 'handler', 'head', 'mediator'),
  },
  appointed: {
    text: { zh: '本案调解员', en: 'a mediator of the case' },
    roles: ['handler', 'head', 'mediator'],
    may: (context, actor) => mediates(context, actor.userId),
  },
  'hand-over-receiver': {
    text: { zh: '接收移交的单位', en: 'the unit that it was handed to' },
    roles: ['handler', 'head', 'clerk', 'supervisor'],
    // Where nothing was handed over it is the holder who asks, and learns that nobody owes a receipt.
    may: (context, actor) => worksFor(context, actor, context.memo.mediation?.receiptOwed?.unitId ?? context.holderUnitId),
  },
  office: {
    text: { zh: '中心的督查员或领导', en: 'supervisor or leader of the centre' },
    roles: ['supervisor', 'leader'],
    may: (context, actor) => inCentre(context, actor) && hasRole(actor, 'supervisor', 'leader'),
  },
  namedLeader: {
    text: {
      zh: '包案领导本人（没有账号的，由中心督查员代录）',
      en: 'the named leader (for one without an account, the supervisor of the centre)',
    },
    roles: ['leader', 'supervisor'],
    may: ({ memo, centreUnitId }, actor) => {
      const userId = memo.leaderCase?.leader.userId ?? null;
      return userId === null ? actor.unitId === centreUnitId && hasRole(actor, 'supervisor') : actor.userId === userId;
    },
  },
  namedHandler: {
    text: { zh: '包案经办人本人', en: 'the named handler' },
    roles: ['handler', 'head'],
    may: ({ memo }, actor) => actor.userId !== null && actor.userId === memo.leaderCase?.handler.userId,
  },
  head: {
    text: { zh: '承办单位负责人', en: 'head of the holding unit' },
    roles: ['head'],
    may: (context, actor) => actor.unitId === context.holderUnitId && hasRole(actor, 'head'),
  },
  sender: {
    text: { zh: '转来此件的单位', en: 'the unit that sent it' },
    roles: ['clerk', 'supervisor', 'handler', 'head'],
    may: (context, actor) => {
      const sender = lastSender(context);
      return sender !== null && worksFor(context, actor, sender);
    },
  },
  issuer: {
    text: { zh: '作出处理意见的单位', en: 'the unit whose opinion it is' },
    roles: ['handler', 'head'],
    may: (context, actor) => {
      const issuer = context.memo.opinionUnitId ?? context.firstUnitId;
      return issuer !== null && worksFor(context, actor, issuer);
    },
  },
  assignee: {
    text: { zh: '被交办单位', en: 'the unit it was assigned to' },
    roles: ['handler', 'head'],
    // Where nothing was assigned it is the holder who asks, and learns that no report is owed.
    may: (context, actor) => worksFor(context, actor, context.memo.assignment?.unitId ?? context.holderUnitId),
  },
  supervised: {
    text: {
      zh: '被督办单位的经办人或负责人（中心为登记员）',
      en: 'handler or head of the supervised unit (at the centre: its clerk)',
    },
    roles: ['handler', 'head', 'clerk'],
    // Where nothing is supervised it is the holder who asks, and learns that there is nothing to reply to.
    may: (context, actor) => {
      const open = (context.memo.supervisions ?? []).filter((one) => one.repliedAt === undefined);
      const asked = open.length === 0 ? [context.holderUnitId] : open.map((one) => one.unitId);
      return (
        actor.unitId !== null &&
        asked.includes(actor.unitId) &&
        hasRole(actor, 'handler', 'head', ...(actor.unitId === context.centreUnitId ? (['clerk'] as const) : []))
      );
    },
  },
  'supervised-unit': {
    text: {
      zh: '被督办、被建议单位的经办人或负责人（中心为登记员）',
      en: 'handler or head of the unit that it is addressed to (at the centre: its clerk)',
    },
    roles: ['handler', 'head', 'clerk'],
    may: (context, actor) =>
      actor.unitId === context.holderUnitId &&
      hasRole(actor, 'handler', 'head', ...(actor.unitId === context.centreUnitId ? (['clerk'] as const) : [])),
  },
  supervising: {
    text: { zh: '督办、提出建议的单位的督查员或领导', en: 'supervisor or leader of the unit that supervises or suggests' },
    roles: ['supervisor', 'leader'],
    may: ({ memo }, actor) =>
      actor.unitId !== null && hasRole(actor, 'supervisor', 'leader') && actor.unitId === (memo.card?.by ?? memo.suggestionLetter?.by),
  },
  visitor: {
    text: { zh: '中心人员，未经办此件者', en: 'staff of the centre who did not handle the case' },
    roles: ['clerk', 'supervisor'],
    may: (context, actor) =>
      inCentre(context, actor) &&
      hasRole(actor, 'clerk', 'supervisor') &&
      (actor.userId === null || !context.handledBy.includes(actor.userId)),
  },
  rater: {
    text: {
      zh: '信访人，或既未登记也未经办此件的工作人员代录',
      en: 'the petitioner, or staff who neither registered nor handled the case',
    },
    roles: ['petitioner', 'clerk', 'supervisor', 'leader', 'handler', 'head', 'mediator'],
    may: (context, actor) => {
      if (actor.role === 'petitioner') return true;
      if (!hasRole(actor, 'clerk', 'supervisor', 'leader', 'handler', 'head', 'mediator') || tookPart(context, actor)) return false;
      return !(hasRole(actor, 'handler', 'head', 'mediator') && hasHeldIt(context, actor.unitId));
    },
  },
  disputing: {
    text: { zh: '发生管辖争议的机关', en: 'an organ that disputes the jurisdiction' },
    roles: ['clerk', 'supervisor', 'handler', 'head'],
    may: (context, actor) => (context.memo.jurisdiction?.organs ?? []).some((unitId) => worksFor(context, actor, unitId)),
  },
  'urgent-reader': {
    text: {
      zh: '收到报告的单位（国家信访局的回执由值守单位登记）',
      en: 'the unit it was reported to (for the national receipt: the unit on duty)',
    },
    roles: ['clerk', 'supervisor', 'handler', 'head'],
    may: (context, actor) =>
      [context.holderUnitId, ...(context.memo.urgent?.reports ?? []).flatMap(({ unitId }) => unitId ?? [])].some((unitId) =>
        worksFor(context, actor, unitId),
      ),
  },
  'meeting-office': {
    text: { zh: '联席会议办公室', en: 'the office of the joint meeting' },
    roles: ['clerk', 'supervisor', 'handler', 'head'],
    may: (context, actor) => worksFor(context, actor, context.memo.resolution?.officeUnitId ?? context.holderUnitId),
  },
  recuser: {
    text: {
      zh: '有利害关系的经办人、负责人、登记员或调解员本人；或其单位负责人、督查员',
      en: 'the handler, head, clerk or mediator concerned, or the head or supervisor of the unit',
    },
    roles: ['handler', 'head', 'clerk', 'mediator', 'supervisor'],
    may: (_context, actor) => actor.userId !== null && hasRole(actor, 'handler', 'head', 'clerk', 'mediator', 'supervisor'),
  },
} as const satisfies Readonly<Record<string, Who>>;

export type WhoName = keyof typeof WAYS;

/** Who may: data, so that the table for lawyers and the decision read the same. */
export const WHO: Readonly<Record<WhoName, Who>> = WAYS;

export function isEntitled(ways: readonly WhoName[], context: ChartContext, actor: Actor): boolean {
  for (const name of ways) if (WHO[name].may(context, actor)) return true;
  return false;
}

const TEXTS = new WeakMap<readonly WhoName[], BilingualText>();

/** Who may, in words. The lists are the definitions' own, so each is spelled out once. */
export function whoMayText(ways: readonly WhoName[]): BilingualText {
  let text = TEXTS.get(ways);
  if (text === undefined) TEXTS.set(ways, (text = spelledOut(ways)));
  return text;
}

function spelledOut(ways: readonly WhoName[]): BilingualText {
  return { zh: ways.map((name) => WHO[name].text.zh).join('；'), en: ways.map((name) => WHO[name].text.en).join('; or ') };
}
