const SORTS = ['-received', 'received', 'due', '-due', '-registered'];

/** Of a frequent, a middling and a rare word, of two characters and more, of nothing at all, of a case number's end. */
const WORDS = ['问题', '电梯', '小区', '宅基', '车位纠纷', '石桥村电梯停运', '珠晖区幸福', '火星', '7788'];

/** Query strings as the console and other clients send them. @param unitId of whoever asks */
export function questions(unitId: string): readonly string[] {
  const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const filters = [
    '',
    'state=handling',
    'state=registered',
    `unitId=${unitId}`,
    'division=430421',
    'class=CLAIM',
    'category=010900',
    'overdue=true',
    'overdue=false',
    `dueBefore=${day(7)}`,
    `receivedFrom=${day(-30)}`,
    `receivedFrom=${day(-400)}&receivedTo=${day(-370)}`,
    'state=handling&division=430405',
    `state=routed&category=150600`,
    'count=true',
    'state=handling&count=true',
    `unitId=${unitId}&state=handling&count=true`,
  ];
  const lists = SORTS.flatMap((sort) => filters.map((filter) => [filter, `sort=${sort}`].filter((part) => part !== '').join('&')));
  const searches = WORDS.flatMap((word) =>
    ['', '&sort=due', '&state=handling', '&division=430405&sort=received', '&count=true'].map(
      (rest) => `q=${encodeURIComponent(word)}${rest}`,
    ),
  );
  return [...lists, ...searches];
}
