import { describeServersBroken } from './apart-servers.ts';

describeServersBroken('postgres');
