/** The queues there are; `libs/queues` says how each is consumed, `GET /api/queues` shows them. */
export const QUEUE_NAMES = ['notices', 'deliveries', 'wakeups'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];
