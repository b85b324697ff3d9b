export { DeliverMessageHandler } from './deliver-message.handler.ts';
export { DeliverNoticesHandler } from './deliver-notices.handler.ts';
export { NoticeDelivery } from './notice-delivery.ts';
export { NotificationModule } from './notification.module.ts';
export { OUTWARD_SETTINGS } from './outward-settings.ts';
export type { OutwardSettings } from './outward-settings.ts';
