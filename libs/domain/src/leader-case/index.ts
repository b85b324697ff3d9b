export { DUTY_NAMES, dutiesLeft } from './leader-case.rules.ts';
export { leaderCaseView } from './leader-case-view.ts';
