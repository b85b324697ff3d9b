import { useMemo, useState, type ReactNode } from 'react';
import { newIdempotencyKey } from '../../forms/idempotency-key.ts';
import { useI18n } from '../../i18n/staff.tsx';
import type { Registered } from '../../server-state/api-types.ts';
import { useLegalNow } from '../../server-state/clock.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { Pending } from '../../shell/pages.tsx';
import { keptDraft } from './draft.ts';
import { IntakeForm } from './intake-form.tsx';
import { ReceiptPage } from './receipt.tsx';

/** A visit becomes a case: form with the engine's view beside it, then the receipt, then an empty form. */
export function IntakeScreen(): ReactNode {
  const { t } = useI18n();
  const now = useLegalNow();
  const [round, setRound] = useState(0);
  const [done, setDone] = useState<Registered | null>(null);
  // A new key with every new form; the draft keeps its own.
  const key = useMemo(() => keptDraft()?.idempotencyKey ?? newIdempotencyKey() + String(round), [round]);
  usePageTitle(done === null ? t.intake.title : t.intake.receiptTitle);
  if (done !== null) {
    return (
      <ReceiptPage
        done={done}
        onNext={() => {
          setDone(null);
          setRound(round + 1);
        }}
      />
    );
  }
  if (now === null) return <Pending />;
  return <IntakeForm key={key} idempotencyKey={key} now={now} onDone={setDone} />;
}
