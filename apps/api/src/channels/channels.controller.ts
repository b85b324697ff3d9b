import { Controller } from '@nestjs/common';
import type { Viewer } from '#libs/access';
import {
  createWebhook,
  listWebhooks,
  readChannels,
  readContacts,
  removeWebhook,
  rotateWebhook,
  updateWebhook,
  writeContacts,
} from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { ChannelReader, ContactStore, PERSON_CHANNELS } from '#libs/notifications';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { permit } from '../http/permit.ts';
import { Webhooks } from './webhooks.ts';

/** How the product tells people and systems outside: state, subscriptions, and everybody's own addresses. */
@Controller()
export class ChannelsController {
  constructor(
    private readonly channels: ChannelReader,
    private readonly webhooks: Webhooks,
    private readonly contacts: ContactStore,
  ) {}

  @Endpoint(readChannels)
  async read(@Input() { viewer }: Call<typeof readChannels>): Promise<AnswerOf<typeof readChannels>> {
    permit(viewer, 'admin', 'operator');
    return { items: [...(await this.channels.read())] };
  }

  @Endpoint(listWebhooks)
  list(@Input() { viewer }: Call<typeof listWebhooks>): Promise<AnswerOf<typeof listWebhooks>> {
    permit(viewer, 'admin');
    return this.webhooks.list();
  }

  @Endpoint(createWebhook)
  create(@Input() { viewer, body }: Call<typeof createWebhook>): Promise<AnswerOf<typeof createWebhook>> {
    this.webhooks.checkUrl(body.url);
    permit(viewer, 'admin');
    return this.webhooks.create(viewer, body);
  }

  @Endpoint(updateWebhook)
  change(@Input() { viewer, params, body }: Call<typeof updateWebhook>): Promise<AnswerOf<typeof updateWebhook>> {
    this.webhooks.checkUrl(body.url);
    permit(viewer, 'admin');
    return this.webhooks.change(viewer, params.id, body);
  }

  @Endpoint(rotateWebhook)
  rotate(@Input() { viewer, params }: Call<typeof rotateWebhook>): Promise<AnswerOf<typeof rotateWebhook>> {
    permit(viewer, 'admin');
    return this.webhooks.rotate(viewer, params.id);
  }

  @Endpoint(removeWebhook)
  remove(@Input() { viewer, params }: Call<typeof removeWebhook>): Promise<AnswerOf<typeof removeWebhook>> {
    permit(viewer, 'admin');
    return this.webhooks.remove(viewer, params.id);
  }

  @Endpoint(readContacts)
  own(@Input() { viewer }: Call<typeof readContacts>): Promise<AnswerOf<typeof readContacts>> {
    return this.ownOf(viewer);
  }

  @Endpoint(writeContacts)
  async write(@Input() { viewer, body }: Call<typeof writeContacts>): Promise<AnswerOf<typeof writeContacts>> {
    await this.contacts.replace(viewer.userId, body.items);
    return this.ownOf(viewer);
  }

  private async ownOf(viewer: Viewer): Promise<AnswerOf<typeof readContacts>> {
    const [items, states] = await Promise.all([this.contacts.of(viewer.userId), this.channels.read()]);
    const on = new Set(states.filter(({ configured }) => configured === true).map(({ channel }) => channel));
    return { items: [...items], available: PERSON_CHANNELS.filter((channel) => on.has(channel)) };
  }
}
