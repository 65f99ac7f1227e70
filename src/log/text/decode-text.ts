const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of log bytes; what is not UTF-8 becomes U+FFFD, and a byte order mark stays to be seen. */
export function decodeText(bytes: Uint8Array): string {
  return lenientUtf8.decode(bytes)
}
