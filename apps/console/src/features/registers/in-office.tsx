import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/staff.tsx';

interface Props {
  readonly active: boolean;
  readonly onTurn: () => void;
}

/** Whether somebody of a register is still there, and the button that says otherwise. */
export function InOffice({ active, onTurn }: Props): ReactNode {
  const { t } = useI18n();
  const m = t.registers;
  return (
    <span className="wrap in-office">
      {active ? m.active : m.gone}
      <button type="button" className="button" onClick={onTurn}>
        {active ? m.leave : m.comeBack}
      </button>
    </span>
  );
}
