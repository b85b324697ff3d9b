import { Module } from '@nestjs/common';
import { Engine, EngineModule } from '#libs/engine';
import { QueuesModule } from '#libs/queues';
import { SwitchingModule } from '#libs/switching';
import { DueSweep } from './due-sweep.ts';
import type { EscalationOptions } from './escalation-options.ts';
import { DEFAULT_ESCALATION_OPTIONS, ESCALATION_OPTIONS } from './escalation-options.ts';
import { EscalationService } from './escalation.service.ts';
import { WakeUpHandler } from './wake-up.handler.ts';

/** Fires what falls due and climbs the ladders. */
@Module({
  imports: [EngineModule, QueuesModule, SwitchingModule],
  providers: [
    { provide: ESCALATION_OPTIONS, useValue: DEFAULT_ESCALATION_OPTIONS },
    {
      provide: DueSweep,
      inject: [Engine, ESCALATION_OPTIONS],
      useFactory: (engine: Engine, options: EscalationOptions) => new DueSweep(engine, options.batch),
    },
    WakeUpHandler,
    EscalationService,
  ],
})
export class EscalationModule {}
