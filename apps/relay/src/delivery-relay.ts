import type { Pool } from 'pg';
import { reachFaultPoint } from '#libs/fault-points';
import type { DeliveryOptions } from '#libs/notifications';
import { leaseDeliveries, purgeDeliveries, releaseDeliveries } from '#libs/notifications';
import type { Turn } from '#libs/polling';
import type { JobProducer } from '#libs/queues';
import { DELIVER_MESSAGE } from '#libs/queues';

/** Leases messages that are due and puts a job for each into the queue. Like the outbox: a job that is lost costs one lease. */
export class DeliveryRelay {
  constructor(
    private readonly pool: Pool,
    private readonly producer: JobProducer,
    private readonly options: DeliveryOptions,
  ) {}

  async turn(): Promise<Turn> {
    const leased = await leaseDeliveries(this.pool, this.options);
    if (leased.length === 0) return 'idle';
    reachFaultPoint('delivery.leased');
    try {
      await this.producer.add(
        DELIVER_MESSAGE,
        leased.map(({ id, version }) => ({ id: `d-${id}-${String(version)}`, payload: { id, version } })),
      );
    } catch (error) {
      await releaseDeliveries(this.pool, leased);
      throw error;
    }
    reachFaultPoint('delivery.job-added');
    return 'some';
  }

  /** A step of the removal of what is old. */
  async purge(): Promise<Turn> {
    return (await purgeDeliveries(this.pool, this.options)) > 0 ? 'busy' : 'idle';
  }
}
