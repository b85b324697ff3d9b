export const receptionZh = {
  title: '领导接访',
  hint: '接访安排提前公布，当天可现场登记；超期按地方和层级计，不针对个人（《信访工作条例》第18条第2款）。',
  none: '还没有接访任务。请先在名册中登记领导，再安排接访。',
  arrange: '安排接访任务',
  leader: '接访领导',
  day: '接访日',
  noDay: '待排定',
  where: '接访地点',
  places: '名额',
  free: (free: number, seats: number) => `${String(seats)} 个，余 ${String(free)} 个`,
  held: '已接访',
  times: (n: number) => `${String(n)} 次`,
  cases: '现场登记',
  items: (n: number) => `${String(n)} 件`,
  atTable: '现场登记一件',
  figures: '各地接访情况',
  place: '地方',
  level: '层级',
  owing: '应接访领导数',
  late: '超期未接访',
};

export const receptionEn: typeof receptionZh = {
  title: 'Leaders’ reception',
  hint: 'Days are published ahead, and matters are registered at the table; what is late is counted for places and levels, never for a person (Regulation Art 18(2)).',
  none: 'Nobody owes a day of reception yet. Enter the leader in the register, then arrange his days.',
  arrange: 'Arrange days of reception',
  leader: 'Leader',
  day: 'Day of reception',
  noDay: 'to be fixed',
  where: 'Where',
  places: 'Places',
  free: (free, seats) => `${String(seats)}, of them ${String(free)} free`,
  held: 'Days held',
  times: (n) => String(n),
  cases: 'Registered at the table',
  items: (n) => String(n),
  atTable: 'Register a case at the table',
  figures: 'Reception by place',
  place: 'Place',
  level: 'Level',
  owing: 'Leaders who owe days',
  late: 'Days overdue',
};

/** What the facts of a day of reception hold. */
export const receptionFactsZh = {
  askedFor: '原定日期',
  publishBy: '应在此前公布',
  seats: '名额',
  booked: '预约',
  held: '已接访次数',
  received: '接待批次',
  opened: '现场登记',
} as const;
export const receptionFactsEn: Readonly<Record<keyof typeof receptionFactsZh, string>> = {
  askedFor: 'Asked for',
  publishBy: 'Publish by',
  seats: 'Places',
  booked: 'Booked',
  held: 'Days held',
  received: 'Received',
  opened: 'Registered at the table',
};

/** Labels of the fields of reception days, as in `command-fields.ts`. */
export const receptionFieldsZh = {
  seats: '名额',
  received: '接待批次',
  'SCHEDULE_RECEPTION.unitId': '接访地点（不填即本单位）',
} as const;
export const receptionFieldsEn: Readonly<Record<keyof typeof receptionFieldsZh, string>> = {
  seats: 'Places',
  received: 'How many were received',
  'SCHEDULE_RECEPTION.unitId': 'Where (left out: at this office)',
};
