import { childId } from '#libs/domain';
import { mintCommandId } from './command-id.ts';

it('mints UUIDs of version 7 with room for what the command makes', () => {
  const ids = Array.from({ length: 5_000 }, mintCommandId);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{10}00$/);
  expect(new Set(ids).size).toBe(ids.length);
  const [first = ''] = ids;
  expect(childId(first, 255)).toBe(`${first.slice(0, 34)}ff`);
  expect(Math.abs(Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(60_000);
});
