import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/access';
import type { Config } from '#libs/config';
import { CONFIG } from '#libs/config';
import type { AnswerOf, BodyOf, createWebhook, listWebhooks, rotateWebhook, updateWebhook } from '#libs/contracts';
import { NOTICE_KINDS, noticeText } from '#libs/domain';
import { WebhookStore, webhookUrlMistake } from '#libs/notifications';
import { isUuid } from '../cases/case-store.ts';
import { invalid, problemOf } from '../http/problem-error.ts';

/** Subscriptions as administrators keep them. */
@Injectable()
export class Webhooks {
  constructor(
    private readonly store: WebhookStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws 400 for an address that may not be called */
  checkUrl(url: string | undefined): void {
    if (url === undefined) return;
    const { nodeEnv, channels } = this.config;
    const mistake = webhookUrlMistake(url, { tlsOnly: nodeEnv === 'production', privateHosts: channels.webhookPrivateHosts });
    if (mistake !== null) throw invalid({ field: 'url', code: 'webhook_url', message: mistake });
  }

  async list(): Promise<AnswerOf<typeof listWebhooks>> {
    return { items: [...(await this.store.list())], kinds: NOTICE_KINDS.map((kind) => ({ kind, text: noticeText(kind) })) };
  }

  /** @throws 409 when there are too many */
  async create(viewer: Viewer, body: BodyOf<typeof createWebhook>): Promise<AnswerOf<typeof createWebhook>> {
    const made = await this.store.create(viewer.userId, body);
    if (made === null) throw problemOf('webhook.too_many');
    return made;
  }

  async change(viewer: Viewer, id: string, body: BodyOf<typeof updateWebhook>): Promise<AnswerOf<typeof updateWebhook>> {
    return found(isUuid(id) ? await this.store.change(viewer.userId, id, body) : null);
  }

  async rotate(viewer: Viewer, id: string): Promise<AnswerOf<typeof rotateWebhook>> {
    return found(isUuid(id) ? await this.store.rotate(viewer.userId, id) : null);
  }

  async remove(viewer: Viewer, id: string): Promise<{ id: string }> {
    if (!isUuid(id) || !(await this.store.remove(viewer.userId, id))) throw problemOf('webhook.not_found');
    return { id };
  }
}

/** @throws 404 */
function found<T>(webhook: T | null): T {
  if (webhook === null) throw problemOf('webhook.not_found');
  return webhook;
}
