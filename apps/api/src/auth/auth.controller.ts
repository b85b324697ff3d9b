import { Controller, Inject } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { changePassword, login, logout, me } from '#libs/contracts';
import type { AnswerOf } from '#libs/contracts';
import { LoginService, SESSION_COOKIE, SessionStore } from '#libs/access';
import type { Viewer } from '#libs/access';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { admittedOf } from '../http/call.ts';
import type { Call } from '../http/call.ts';
import { Endpoint, Input } from '../http/endpoint.decorator.ts';
import { problemOf } from '../http/problem-error.ts';

const userOf = ({ userId, username, displayName, roles, unit }: Viewer): AnswerOf<typeof me>['user'] => ({
  id: userId,
  username,
  displayName,
  roles: [...roles],
  unit,
});

@Controller()
export class AuthController {
  readonly #secure: boolean;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly logins: LoginService,
    private readonly sessions: SessionStore,
  ) {
    this.#secure = config.nodeEnv === 'production';
  }

  @Endpoint(login)
  async login(@Input() { body, request, reply }: Call<typeof login>): Promise<AnswerOf<typeof login>> {
    const result = await this.logins.login(body.username, body.password, request.ip);
    if (result.kind === 'throttled') throw problemOf('auth.too_many_attempts', { retryAfter: result.retryAfter });
    if (result.kind === 'wrong') throw problemOf('auth.wrong_credentials');
    const { token, expiresAt } = result.session;
    this.#setCookie(reply, token, new Date(expiresAt));
    return { token, expiresAt, user: userOf(result.viewer) };
  }

  @Endpoint(logout)
  async logout(@Input() { request, reply }: Call<typeof logout>): Promise<AnswerOf<typeof logout>> {
    await this.sessions.end(admittedOf(request)?.token ?? '');
    this.#setCookie(reply, '', new Date(0));
    return { ok: true };
  }

  @Endpoint(me)
  me(@Input() { viewer }: Call<typeof me>): AnswerOf<typeof me> {
    return { user: userOf(viewer) };
  }

  @Endpoint(changePassword)
  async changePassword(@Input() { viewer, body, request }: Call<typeof changePassword>): Promise<AnswerOf<typeof changePassword>> {
    const result = await this.logins.changePassword(viewer, { ...body, address: request.ip, token: admittedOf(request)?.token ?? '' });
    if (result.kind === 'throttled') throw problemOf('auth.too_many_attempts', { retryAfter: result.retryAfter });
    if (result.kind === 'wrong')
      throw problemOf('access.forbidden', { reason: { zh: '当前密码错误', en: 'The current password is wrong' } });
    return { ok: true };
  }

  #setCookie(reply: FastifyReply, value: string, expires: Date): void {
    const attributes = [`${SESSION_COOKIE}=${value}`, 'Path=/', 'HttpOnly', 'SameSite=Strict', `Expires=${expires.toUTCString()}`];
    reply.header('set-cookie', [...attributes, ...(this.#secure ? ['Secure'] : [])].join('; '));
  }
}
