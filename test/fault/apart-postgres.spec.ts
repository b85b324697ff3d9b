import { describeApart } from './apart.ts';

describeApart('postgres');
