/*
 * Most bytes of one log answer. An answer over the cap is asked for again in halves, so for many hosts the cap
 * may be low; a single host cannot be halved, and gets room for 100,000 transfers or a 5 MB log of nothing but
 * escaped control characters. A gzip bomb is dropped at the cap (product, section 14).
 */
const MANY_HOSTS_BYTES = 24 * 1024 * 1024
const ONE_HOST_BYTES = 64 * 1024 * 1024

/** Cap for a log call that names so many hosts. */
export function logBytes(hosts: number): number {
  return hosts > 1 ? MANY_HOSTS_BYTES : ONE_HOST_BYTES
}
