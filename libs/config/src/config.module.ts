import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Config } from './config.ts';

/** Injection token of the process's `Config`. */
export const CONFIG = Symbol('CONFIG');

/** Hands the parsed config to every module of the application. */
@Module({})
export class ConfigModule {
  /** Global module around a config that `main.ts` has parsed. */
  static with(config: Config): DynamicModule {
    return { module: ConfigModule, global: true, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
