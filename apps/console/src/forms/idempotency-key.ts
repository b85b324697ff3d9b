/** Made when a form opens and kept with it: double click, time-out and retry end in one fact. */
export function newIdempotencyKey(): string {
  // randomUUID exists in secure contexts only; a counter in a local network may have plain http.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
