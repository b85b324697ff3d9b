import type { BilingualText } from '../case/decision.ts';
import type { MediationKindId, Openness, RemainingRoute } from '../case/mediation.ts';

/** What one kind of mediation has of its own besides the figures, which are rows of the rule packs. */
export interface MediationKind {
  readonly title: BilingualText;
  readonly basis: BilingualText;
  /** The rule of its limit, and what starts it. */
  readonly limit: string;
  readonly runsFrom: 'acceptance' | 'application' | 'receipt';
  /** The body must decide on the application within this rule. */
  readonly acceptance: string | null;
  /** Unless the parties ask for the other (人民调解法 Art 23); no law sets the default, so it is ours. */
  readonly openness: Openness;
  /** Its limit's passing ends it by law; elsewhere the parties may go on or go elsewhere. */
  readonly endsWithLimit: boolean;
  /** Where the parties may go when it fails. */
  readonly routes: readonly RemainingRoute[];
}

const INVITED: BilingualText = {
  zh: '《最高人民法院关于人民法院特邀调解的规定》第27条',
  en: "Supreme People's Court, Provisions on Invited Mediation Art 27",
};

/** A court's matter: closed, from the mediator's signature, back to the court when it fails. */
const forCourt = (zh: string, en: string, limit: string): MediationKind => ({
  title: { zh, en },
  basis: INVITED,
  limit,
  runsFrom: 'receipt',
  acceptance: null,
  openness: 'closed',
  endsWithLimit: true,
  routes: ['return-to-court'],
});

export const KINDS: Readonly<Record<MediationKindId, MediationKind>> = {
  people: {
    title: { zh: '人民调解', en: "People's mediation" },
    basis: { zh: '《人民调解法》第26条', en: "People's Mediation Law Art 26" },
    limit: 'MED-PEOPLE',
    runsFrom: 'acceptance',
    acceptance: null,
    openness: 'open',
    endsWithLimit: false,
    routes: ['arbitration', 'administrative-procedure', 'litigation'],
  },
  administrative: {
    title: { zh: '行政调解', en: 'Administrative mediation' },
    basis: { zh: '地方行政调解规定', en: 'local rules on administrative mediation' },
    limit: 'MED-ADMIN',
    runsFrom: 'acceptance',
    acceptance: 'MED-ACCEPT',
    openness: 'open',
    endsWithLimit: false,
    routes: ['peoples-mediation', 'litigation'],
  },
  medical: {
    title: { zh: '医疗纠纷调解', en: 'Mediation of a medical dispute' },
    basis: { zh: '《医疗纠纷预防和处理条例》第38条', en: 'Regulation on Prevention and Handling of Medical Disputes Art 38' },
    limit: 'MED-MEDICAL',
    runsFrom: 'acceptance',
    acceptance: null,
    openness: 'closed',
    endsWithLimit: true,
    routes: ['administrative-mediation', 'litigation'],
  },
  'medical-administrative': {
    title: { zh: '医疗纠纷行政调解', en: 'Administrative mediation of a medical dispute' },
    basis: { zh: '《医疗纠纷预防和处理条例》第40条', en: 'Regulation on Prevention and Handling of Medical Disputes Art 40' },
    limit: 'MED-MEDICAL-ADMIN',
    runsFrom: 'acceptance',
    acceptance: 'MED-MEDICAL-ACCEPT',
    openness: 'closed',
    endsWithLimit: true,
    routes: ['peoples-mediation', 'litigation'],
  },
  labour: {
    title: { zh: '劳动争议调解', en: 'Mediation of a labour dispute' },
    basis: { zh: '《劳动争议调解仲裁法》第14条', en: 'Labour Dispute Mediation and Arbitration Law Art 14' },
    limit: 'MED-LABOUR',
    runsFrom: 'application',
    acceptance: null,
    openness: 'open',
    endsWithLimit: false,
    routes: ['labour-arbitration'],
  },
  pretrial: forCourt('诉前委派调解', 'Mediation for a court before filing', 'MED-PRETRIAL'),
  entrusted: forCourt('委托调解（普通程序）', 'Mediation for a court after filing, ordinary procedure', 'MED-ENTRUSTED'),
  'entrusted-summary': forCourt('委托调解（简易程序）', 'Mediation for a court after filing, summary procedure', 'MED-ENTRUSTED-SUMMARY'),
};

/** Rules within which some kind's body decides on an application. */
export const ACCEPTANCE_LIMITS: readonly string[] = Object.values(KINDS).flatMap(({ acceptance }) => acceptance ?? []);

/** Rules whose passing ends a mediation by law. */
export const ENDING_LIMITS: readonly string[] = Object.values(KINDS).flatMap(({ limit, endsWithLimit }) => (endsWithLimit ? [limit] : []));
