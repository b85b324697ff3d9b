/** After so many tries without success an outbox row becomes a dead letter. */
export const MAX_TRIES = 5;
