/** How failures turn into a wait. */
export interface ThrottlePolicy {
  /** The failure with this number is the first to cost a wait. */
  readonly limit: number;
  /** Seconds of the first wait; doubled by each further failure. */
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** Seconds after which old failures are forgotten. */
  readonly memory: number;
}

/** Five wrong passwords for one account from one address, then a growing delay. */
export const LOGIN_POLICY: ThrottlePolicy = { limit: 5, firstDelay: 5, longestDelay: 900, memory: 3_600 };
/** The same account from everywhere: slow enough against many addresses, and out of reach of one prankster. */
export const ACCOUNT_POLICY: ThrottlePolicy = { limit: 50, firstDelay: 60, longestDelay: 900, memory: 3_600 };
/** The public page: the sixth wrong try for one code, or of one address. */
export const PUBLIC_POLICY: ThrottlePolicy = { limit: 6, firstDelay: 60, longestDelay: 3_600, memory: 86_400 };
/** The same code from everywhere: four digits must not be found by asking from many addresses. */
export const CODE_POLICY: ThrottlePolicy = { limit: 40, firstDelay: 3_600, longestDelay: 86_400, memory: 604_800 };
