import { describeAppsBroken } from './apart-apps.ts';

describeAppsBroken('redis');
