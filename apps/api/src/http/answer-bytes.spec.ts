import { answerBytes } from './answer-bytes.ts';

const days = [
  { date: '2026-11-20', kind: 'start', note: '起算事由发生之日，不计入', noteEn: 'not counted' },
  { date: '2026-11-21', kind: 'counted', note: '第1日', noteEn: 'day 1' },
];
const deadline = { id: 'a', rule: 'PET-FWD', title: { zh: '转送', en: 'Forwarding' }, doneAt: null, firedAt: undefined, derivation: days };

it.each([
  ['none', { id: '1', name: '衡阳' }],
  ['an empty list of deadlines', { id: '1', deadlines: [] }],
  ['one', { id: '1', deadlines: [deadline], receipt: { text: '请妥善保管“查询码”\n' } }],
  ['several, of the same day', { deadlines: [deadline, { ...deadline, id: 'b' }, { ...deadline, derivation: [] }] }],
  ['deadlines of another shape', { deadlines: [{ id: 'a' }] }],
  ['null', null],
  ['a text', '<svg/>'],
])('writes answers with %s as JSON.stringify would', (_, answer) => {
  for (const time of [1, 2]) expect([time, JSON.parse(answerBytes(answer).toString())]).toEqual([time, JSON.parse(JSON.stringify(answer))]);
});

it('writes answers larger than a slab, one after the other, each into bytes of its own', () => {
  const answers = Array.from({ length: 40 }, (_, i) => ({ n: i, text: '督'.repeat(i * 5_000), deadlines: [deadline, deadline] }));
  const bytes = answers.map((answer) => answerBytes(answer));
  bytes.forEach((one, i) => {
    expect(JSON.parse(one.toString())).toEqual(JSON.parse(JSON.stringify(answers[i])));
  });
});
