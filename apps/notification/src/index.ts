export { DeliverNoticesHandler } from './deliver-notices.handler.ts';
export { NoticeDelivery } from './notice-delivery.ts';
export { NotificationModule } from './notification.module.ts';
