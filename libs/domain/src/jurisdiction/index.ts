export { superiorOfAll } from './superior-of-all.ts';
