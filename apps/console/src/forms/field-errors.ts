import type { FieldError } from '../server-state/problem.ts';
import type { Lang } from '../i18n/say.ts';

/** Chinese for the kinds of errors the API's schemas report; English is the API's own message. */
const BY_FIELD: Readonly<Record<string, string>> = {
  idNumber: '身份证号不正确：出生日期或校验码不符',
  phone: '电话号码只能有数字、空格和连字符',
  receivedAt: '收到时间不正确，或在将来',
  receivedOn: '日期不正确：不得早于作出之日，不得晚于今天',
  divisionCode: '没有这个行政区划',
  categoryCode: '没有这个分类',
  unitId: '没有这个单位',
};
const BY_CODE: Readonly<Record<string, string>> = {
  invalid_type: '请填写',
  too_small: '太短或太小',
  too_big: '太长或太大',
  invalid_value: '不在可选范围内',
  invalid_format: '格式不正确',
  unrecognized_keys: '多余的内容',
};

/** One field error in words. */
export function fieldErrorText(error: FieldError, lang: Lang): string {
  if (lang === 'en') return error.message;
  const field = error.field.split('.').at(-1) ?? '';
  return BY_FIELD[field] ?? BY_CODE[error.code] ?? error.message;
}

/** `payload.parties.0.name` → `['parties', 0, 'name']`, as antd's form names its fields. */
export function fieldPath(field: string, prefix = ''): (string | number)[] {
  const own = prefix !== '' && field.startsWith(`${prefix}.`) ? field.slice(prefix.length + 1) : field;
  return own.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
