/**
 * Shown text as it may be pasted into a terminal. An escape character that begins no whole sequence is shown as `␛`,
 * and is copied as that: with a sequence taken out behind it, it could make one of what follows.
 */
export function harmlessText(text: string): string {
  return text.includes('\u001b') ? text.replaceAll('\u001b', '␛') : text
}
