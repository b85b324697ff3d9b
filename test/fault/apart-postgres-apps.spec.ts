import { describeAppsBroken } from './apart-apps.ts';

describeAppsBroken('postgres');
