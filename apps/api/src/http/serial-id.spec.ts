import { serialOfUuid, uuidOfSerial } from './serial-id.ts';

it.each(['1', '47', '4096', '1152921504606846975'])('carries %s there and back', (serial) => {
  const id = uuidOfSerial(serial);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(serialOfUuid(id)).toBe(serial);
});

it.each(['47', '', 'nonsense', '01a201df-6a07-77a5-9621-6b7ef2d7f900'])('finds no number in %j', (id) => {
  expect(serialOfUuid(id)).toBeNull();
});
