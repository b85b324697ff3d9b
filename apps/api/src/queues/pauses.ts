import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/access';
import { QueuePauses } from '#libs/backlog';
import { QUEUE_NAMES } from '#libs/contracts';
import { problemOf } from '../http/problem-error.ts';

/** Stopping a queue and letting it go on: an operator's act, with a reason, in the audit trail. */
@Injectable()
export class Pauses {
  constructor(private readonly store: QueuePauses) {}

  /** @throws 404 for a queue that doesn't exist, 409 for one that is paused */
  async pause(viewer: Viewer, queue: string, reason: string): Promise<void> {
    if (!(await this.store.pause(known(queue), viewer.userId, reason))) throw problemOf('queue.paused');
  }

  /** @throws 404 for a queue that doesn't exist, 409 for one that isn't paused */
  async resume(viewer: Viewer, queue: string, reason: string): Promise<void> {
    if (!(await this.store.resume(known(queue), viewer.userId, reason))) throw problemOf('queue.running');
  }
}

function known(queue: string): string {
  const found = QUEUE_NAMES.find((name) => name === queue);
  if (found === undefined) throw problemOf('queue.not_found');
  return found;
}
