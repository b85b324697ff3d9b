import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { OnModuleInit } from '@nestjs/common';
import { Inject, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Queue } from 'bullmq';
import type { FastifyInstance } from 'fastify';
import { AccessModule, SessionGate } from '#libs/access';
import { JobProducer, QUEUE_NAMES, QueuesModule } from '#libs/queues';
import { guardBoard } from './board-guard.ts';
import { BoardServer } from './board-server.ts';

const PATH = '/queues';

/** The board's page loads its own files alone; it styles elements directly. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'self'; frame-ancestors 'none'";

/**
 * Mounts bull-board at `/queues` of the process's HTTP server, for operators. It only shows: jobs are the queue's own business,
 * and sending a dead letter again is an audited act elsewhere.
 */
@Module({ imports: [QueuesModule, AccessModule] })
export class QueueBoardModule implements OnModuleInit {
  private filled = false;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(JobProducer) private readonly producer: JobProducer,
    @Inject(SessionGate) private readonly gate: SessionGate,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const server = new BoardServer(PATH);
    const board = createBullBoard({
      queues: [],
      serverAdapter: server,
      options: { uiConfig: { boardTitle: 'Jiefen', hideRedisDetails: true } },
    });
    fastify.register(
      (scope, _options, done) => {
        scope.addHook('onRequest', guardBoard(this.gate));
        scope.addHook('onRequest', async (_request, reply) => {
          reply.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' });
          await this.fill((queues) => {
            board.setQueues(queues);
          });
        });
        server.mount(scope);
        done();
      },
      { prefix: PATH },
    );
  }

  /** The queues are opened when somebody looks: starting must not wait for a queue that is away. */
  private async fill(show: (queues: BullMQAdapter[]) => void): Promise<void> {
    if (this.filled) return;
    const queues = await Promise.all(QUEUE_NAMES.map((name) => this.producer.queue(name)));
    // bull-board takes BullMQ's `Queue`, and whatever backend it has; its type knows the Redis one alone.
    show(queues.map((queue) => new BullMQAdapter(queue as unknown as Queue, { readOnlyMode: true, allowRetries: false })));
    this.filled = true;
  }
}
