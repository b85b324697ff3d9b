import { Inject, Injectable } from '@nestjs/common';
import { CODE_POLICY, PUBLIC_POLICY, ThrottleKeys, ThrottleService } from '#libs/access';
import { CONFIG } from '#libs/config';
import type { Config } from '#libs/config';
import { problemOf } from '../http/problem-error.ts';

/** Crockford base32 reads O as 0, I and L as 1, and minds neither case nor hyphens. */
const spelling = (code: string): string => code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/**
 * Wrong tries at the public page. One code asked for from one address is locked after six; an address with six wrong tries
 * gets 429 for every further wrong one, but a right one still passes, so that nobody is locked out by a neighbour behind the
 * same address. A code asked for from many addresses is locked for all of them much later.
 */
@Injectable()
export class PublicThrottle {
  readonly #keys: ThrottleKeys;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly throttles: ThrottleService,
  ) {
    this.#keys = new ThrottleKeys(config.masterKey);
  }

  /**
   * Runs a try; null from it is a miss.
   * @throws 404 for a miss, 429 for too many
   */
  async attempt<T>(code: string, address: string, attempt: () => Promise<T | null>): Promise<T> {
    const pair = this.#keys.of('public-pair', spelling(code), address);
    const everywhere = this.#keys.of('public-code', spelling(code));
    const here = this.#keys.of('public-address', address);
    return this.throttles.inTurn(pair, async () => {
      const locked = await this.throttles.waiting([pair, everywhere]);
      if (locked > 0) throw problemOf('public.too_many_attempts', { retryAfter: locked });
      const found = await attempt();
      if (found !== null) return found;
      const waits = await Promise.all([
        this.throttles.fail(pair, PUBLIC_POLICY),
        this.throttles.fail(here, PUBLIC_POLICY),
        this.throttles.fail(everywhere, CODE_POLICY),
      ]);
      const wait = Math.max(...waits);
      throw wait > 0 ? problemOf('public.too_many_attempts', { retryAfter: wait }) : problemOf('public.not_found');
    });
  }
}
