import { CIVIL_TIME } from '../../forms/civil-date.ts';
import { fold, fromLocalField } from '../../i18n/format.ts';
import type { Intake } from '../../server-state/api-types.ts';

/** What stands in the form; empty fields are undefined or ''. */
export interface PartyValues {
  role: 'petitioner' | 'representative' | 'agent' | 'respondent';
  kind: 'person' | 'organisation';
  name?: string;
  idNumber?: string;
  phone?: string;
  unitId?: string;
}

export interface IntakeValues {
  channel: Intake['channel'];
  receivedAt: string;
  class?: Intake['class'];
  route?: Intake['route'];
  procedure?: Intake['procedure'];
  simplifiedGround?: Intake['simplifiedGround'];
  repeated?: boolean;
  /** Asks for a mediation of this kind; a claim of the petition route alone may. */
  mediationKind?: NonNullable<Intake['mediation']>['kind'];
  application?: NonNullable<Intake['mediation']>['application'];
  title?: string;
  narrative?: string;
  categoryCode?: string;
  divisionCode?: string;
  address?: string;
  headcount?: number;
  urgent?: boolean;
  confidential?: boolean;
  parties?: PartyValues[];
}

export const MAX_REPRESENTATIVES = 5;

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === undefined || trimmed === '' ? undefined : trimmed;
};

/** Leaves out what is undefined: the API refuses what it doesn't know, and `null` is something. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

function partyBody(party: PartyValues): NonNullable<Intake['parties']>[number] {
  const name = filled(party.name);
  const idNumber = filled(party.idNumber);
  const phone = filled(party.phone);
  return present({
    role: party.role,
    kind: party.kind,
    name,
    // A Chinese IME types full-width digits; the x of an ID number is written X.
    idNumber: idNumber === undefined ? undefined : fold(idNumber).toUpperCase(),
    phone: phone === undefined ? undefined : fold(phone),
    unitId: filled(party.unitId),
  });
}

/** Class and route leave a choice of procedures. */
export function choosable({ class: of, route }: Pick<IntakeValues, 'class' | 'route'>): boolean {
  return (of === undefined || of === 'CLAIM') && (route === undefined || route === 'PETITION');
}

/** A dispute may be mediated where it belongs to no other legal route. */
export function mayMediate(values: Pick<IntakeValues, 'class' | 'route'>): boolean {
  return values.class === 'CLAIM' && choosable(values);
}

function asksForMediation(values: IntakeValues): boolean {
  return mayMediate(values) && values.mediationKind !== undefined;
}

function mediationBody(values: IntakeValues): Intake['mediation'] {
  const { mediationKind: kind, application = 'oral' } = values;
  return kind !== undefined && asksForMediation(values) ? { kind, application } : undefined;
}

/** The body of `POST /api/cases` and its preview. */
export function intakeBody(values: IntakeValues): Intake {
  return present({
    channel: values.channel,
    class: values.class,
    route: values.class === 'SUGGESTION' || values.class === 'ACCUSATION' ? undefined : values.route,
    procedure: asksForMediation(values) ? 'mediation' : choosable(values) ? values.procedure : undefined,
    mediation: mediationBody(values),
    simplifiedGround: choosable(values) && values.procedure === 'simplified' ? values.simplifiedGround : undefined,
    repeated: values.repeated === true ? true : undefined,
    title: filled(values.title) ?? '',
    narrative: filled(values.narrative) ?? '',
    categoryCode: filled(values.categoryCode),
    divisionCode: values.divisionCode ?? '',
    address: filled(values.address),
    receivedAt: fromLocalField(values.receivedAt),
    headcount: values.headcount,
    urgent: values.urgent ?? false,
    confidential: values.confidential ?? false,
    parties: (values.parties ?? []).map(partyBody),
  });
}

/** Enough is written for a preview to mean something. */
export function previewable(values: IntakeValues | undefined): values is IntakeValues {
  return (
    values !== undefined &&
    filled(values.title) !== undefined &&
    filled(values.narrative) !== undefined &&
    filled(values.divisionCode) !== undefined &&
    CIVIL_TIME.test(values.receivedAt)
  );
}
