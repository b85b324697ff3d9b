import fc from 'fast-check';
import type { UrgentRecord } from '../case/urgent.ts';
import { EMERGENCY_PLATFORMS, REPORT_TARGETS, URGENT_KINDS } from '../case/urgent.ts';
import { at, CENTRE, CITY_HOUSING, HOUSING } from '../decide/case.fixture.ts';

const unit = fc.constantFrom(CENTRE, HOUSING, CITY_HOUSING, 'education.430407');
const instant = fc.constantFrom(at('2026-03-05'), at('2026-03-06'));
const few = { maxLength: 3 };

export const drawnUrgent: fc.Arbitrary<UrgentRecord | undefined> = fc.option(
  fc.record(
    {
      kind: fc.constantFrom(...URGENT_KINDS),
      learnedAt: instant,
      coHandlers: fc.uniqueArray(unit, few),
      reports: fc.uniqueArray(
        fc.record(
          { to: fc.constantFrom(...REPORT_TARGETS), unitId: fc.option(unit), at: instant, late: fc.boolean(), receivedAt: instant },
          { requiredKeys: ['to', 'unitId', 'at', 'late'] },
        ),
        { maxLength: 4, selector: (one) => one.to },
      ),
      calls: fc.array(
        fc.record(
          { platform: fc.constantFrom(...EMERGENCY_PLATFORMS), at: instant, receivedAt: instant },
          { requiredKeys: ['platform', 'at'] },
        ),
        { maxLength: 1 },
      ),
      plan: fc.constant('PLAN-1'),
      protection: fc.constant(true as const),
    },
    { requiredKeys: ['kind', 'learnedAt', 'coHandlers', 'reports', 'calls'] },
  ),
  { nil: undefined },
);

/** Payloads of urgent matters; what is named alike elsewhere comes from there. */
export const urgentPayload: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    reportTo: fc.constantFrom(...REPORT_TARGETS),
    platform: fc.constantFrom(...EMERGENCY_PLATFORMS),
    plan: fc.constant('PLAN-1'),
    receiptNo: fc.constant('A1'),
  },
  { requiredKeys: [] },
);
