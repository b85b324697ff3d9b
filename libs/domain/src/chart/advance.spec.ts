import { transition } from 'xstate';
import { at, CLERK, Desk, HANDLER, HOUSING } from '../decide/case.fixture.ts';
import { stepOf } from '../decide/decide.ts';
import { chartContext } from '../case/memo.ts';
import { petitionMachine } from '../petition/petition.machine.ts';
import { advance } from './advance.ts';

it.each([
  ['FORWARD', CLERK, { unitId: HOUSING }],
  ['ADD_MATERIAL', CLERK, { text: 'x' }],
  ['WITHDRAW', CLERK, { requestedBy: 'party-1', requestedOn: '2026-03-06', evidence: 'x' }],
  ['ISSUE_OPINION', HANDLER, {}],
])('steps as XState’s own transition does: %s', (type, by, payload) => {
  const desk = Desk.open();
  const { snapshot } = desk;
  const command = desk.command(type, by, at('2026-03-06'), payload);
  const context = chartContext(snapshot.context);
  const step = stepOf(snapshot, command);
  const [next, actions] = transition(petitionMachine, petitionMachine.resolveState({ value: snapshot.state, context }), step);
  const advanced = advance(petitionMachine, snapshot.state, context, step);
  expect(advanced?.effects ?? []).toEqual(actions.map((one) => one.params));
  expect(advanced?.state ?? snapshot.state).toBe(next.value);
  expect(advanced?.context ?? context).toEqual(next.context);
});
