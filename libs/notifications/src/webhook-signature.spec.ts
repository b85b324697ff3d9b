import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signedHeaders } from './webhook-signature.ts';

const body = '{"id":"1"}';
const now = (): number => Math.floor(Date.now() / 1000);

it('signs the example of the specification', () => {
  expect(
    signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}', ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']),
  ).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it('is taken by a verifier that isn’t ours, with either secret during a rotation', () => {
  const [before, after] = [newWebhookSecret(), newWebhookSecret()];
  const headers = signedHeaders('one', now(), body, [after, before]);
  for (const secret of [before, after]) expect(new Webhook(secret).verify(body, { ...headers })).toEqual({ id: '1' });
  expect(() => new Webhook(newWebhookSecret()).verify(body, { ...headers })).toThrow();
  expect(() => new Webhook(after).verify(`${body} `, { ...headers })).toThrow();
});
