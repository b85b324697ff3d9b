export { whyNotDisputed } from './disputable.ts';
export { superiorOfAll } from './superior-of-all.ts';
