/** The `QueueBackend` in use. */
export const QUEUE_BACKEND = Symbol('QUEUE_BACKEND');

/** `() => number`, ms since the epoch as this machine sees it; a test may set it wrong. */
export const WALL_CLOCK = Symbol('WALL_CLOCK');
