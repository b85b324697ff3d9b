import { checkTemplates, renderTemplate, templateFor, templateMistakes } from './render-template.ts';
import type { MessageTemplate } from './templates.ts';
import { TEMPLATES } from './templates.ts';

const template = (patch: Partial<MessageTemplate> = {}): MessageTemplate => ({
  id: 'one',
  version: 1,
  audience: 'staff',
  channels: ['sms'],
  kinds: ['case.forwarded'],
  fields: ['caseNo'],
  subject: null,
  body: { zh: '编号 {{caseNo}}', en: 'number {{caseNo}}' },
  ...patch,
});

it('finds nothing wrong with those that ship', () => {
  expect(templateMistakes(TEMPLATES)).toEqual([]);
  expect(() => {
    checkTemplates();
  }).not.toThrow();
});

it.each([
  [
    'a mark that is no field',
    template({ body: { zh: '{{caseNo}}{{name}}', en: '{{caseNo}}' } }),
    'one@1 (zh): {{name}} is no declared field',
  ],
  ['a field left out in one language', template({ body: { zh: '{{caseNo}}', en: 'news' } }), 'one@1 (en): the field caseNo is left out'],
  ['an open mark', template({ body: { zh: '{{caseNo}} {{', en: '{{caseNo}}' } }), 'one@1 (zh): a mark is not closed'],
  ['no words', template({ fields: [], body: { zh: ' ', en: 'x' } }), 'one@1 (zh): no words'],
  ['mail without a subject', template({ channels: ['email'] }), 'one@1: e-mail, and nothing else, has a subject'],
  ['a petitioner told of the case', template({ audience: 'petitioner' }), 'one@1: a message to a petitioner says nothing of the case'],
] satisfies [string, MessageTemplate, string][])('sees %s', (_what: string, wrong: MessageTemplate, mistake: string) => {
  expect(templateMistakes([wrong])).toEqual([mistake]);
  expect(() => {
    checkTemplates([wrong]);
  }).toThrow(mistake);
});

it('sees two for the same', () => {
  expect(templateMistakes([template(), template({ id: 'two' })])).toEqual(['two@1: sms for case.forwarded is there twice']);
});

it('fills in, on one line where it must be one', () => {
  const mail = templateFor('case.forwarded', 'email') as MessageTemplate;
  const { subject, text, params } = renderTemplate(mail, 'en', {
    what: 'A case\nwas forwarded',
    caseNo: 'JF26-0000-0001',
    at: '2026-03-06 09:30',
  });
  expect(subject).toBe('[Jiefen] A case was forwarded: JF26-0000-0001');
  expect(text).toContain('Case: JF26-0000-0001');
  expect(params).toEqual({ what: 'A case\nwas forwarded', caseNo: 'JF26-0000-0001', at: '2026-03-06 09:30' });
  expect(() => renderTemplate(mail, 'zh', { what: 'x' })).toThrow('wants the field caseNo');
});

it('never uses the staff’s words for a petitioner', () => {
  expect(templateFor('petitioner.accepted', 'sms')?.id).toBe('petitioner.accepted');
  expect(templateFor('petitioner.accepted', 'email')).toBeUndefined();
  expect(templateFor('petitioner.unheard-of', 'sms')).toBeUndefined();
  expect(templateFor('case.urgent', 'im')?.id).toBe('staff.notice.short');
});
