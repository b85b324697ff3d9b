import { describeApart } from './apart.ts';

describeApart('redis');
