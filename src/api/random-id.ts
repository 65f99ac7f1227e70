/** 32 hex digits. `crypto.randomUUID` is there on `https` and `localhost` only; intranets are often plain `http`. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
