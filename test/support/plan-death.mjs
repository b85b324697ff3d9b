import { planDeath } from '#libs/fault-points';

/**
 * Preloaded with `node --import`: whoever started this process says where it is to kill itself while it runs, as `FAULT_POINT` does from
 * the start on. The channel keeps no process alive.
 */
process.on('message', planDeath);
process.channel?.unref();
