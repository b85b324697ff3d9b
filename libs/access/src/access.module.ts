import { Module } from '@nestjs/common';
import { LoginService } from './login.service.ts';
import { SessionGate } from './session-gate.ts';
import { SessionStore } from './session-store.ts';
import { ThrottleService } from './throttle.service.ts';

const PROVIDERS = [SessionStore, SessionGate, ThrottleService, LoginService];

/** Needs the config and persistence modules, which are global. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class AccessModule {}
