import * as administration from './administration/endpoints.ts';
import * as visits from './visits/endpoints.ts';
import * as surveys from './surveys/endpoints.ts';
import * as registers from './registers/endpoints.ts';
import * as law from './administration/law.ts';
import * as auth from './auth/endpoints.ts';
import * as channels from './channels/endpoints.ts';
import * as cases from './cases/endpoints.ts';
import * as letters from './letters/endpoints.ts';
import * as linked from './cases/linked.ts';
import * as deadlines from './deadlines/endpoints.ts';
import * as directory from './directory/endpoints.ts';
import type { EndpointSpec } from './endpoint.ts';
import * as platform from './platform/endpoints.ts';
import * as procedures from './procedures/endpoints.ts';
import * as publicPages from './public/endpoints.ts';
import * as meetings from './meetings/endpoints.ts';
import * as responsibility from './responsibility/endpoints.ts';
import * as duty from './duty/endpoints.ts';
import * as reception from './reception/endpoints.ts';
import * as jurisdiction from './jurisdiction/endpoints.ts';
import * as urgent from './urgent/endpoints.ts';
import * as records from './records/endpoints.ts';
import * as unitRegisters from './records/unit-registers.ts';
import * as work from './work/endpoints.ts';

const isEndpoint = (value: unknown): value is EndpointSpec =>
  typeof value === 'object' && value !== null && 'path' in value && 'access' in value;

/** Every operation of the HTTP interface, in the order of the document. */
export const ENDPOINTS: readonly EndpointSpec[] = [
  platform,
  auth,
  directory,
  cases,
  letters,
  meetings,
  responsibility,
  urgent,
  linked,
  jurisdiction,
  duty,
  reception,
  records,
  unitRegisters,
  deadlines,
  procedures,
  work,
  publicPages,
  administration,
  channels,
  law,
  registers,
  visits,
  surveys,
].flatMap((group) => Object.values(group).filter(isEndpoint));
