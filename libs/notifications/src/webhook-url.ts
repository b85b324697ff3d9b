/** Who may be called: strictly, strangers over TLS alone. */
export interface WebhookRules {
  /** False in development: http is allowed, too. */
  readonly tlsOnly: boolean;
  /** Host names and addresses that may lie in our own networks. */
  readonly privateHosts: readonly string[];
}

/** Why an address can't be a webhook; null when it can. Where its name leads is checked again with every call. */
export function webhookUrlMistake(text: string, rules: WebhookRules): string | null {
  if (!URL.canParse(text)) return 'not a URL';
  const { protocol, username, password, hash } = new URL(text);
  if (protocol !== 'https:' && (rules.tlsOnly || protocol !== 'http:')) return 'must start with https://';
  if (username !== '' || password !== '') return 'must not hold a user or a password';
  return hash === '' ? null : 'must not have a fragment';
}

/** Whether this host may have a private address. */
export function mayBePrivate(url: URL, rules: WebhookRules): boolean {
  return rules.privateHosts.includes(url.hostname.replace(/^\[|\]$/g, ''));
}
