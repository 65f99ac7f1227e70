/*
 * Sizes, speeds and progress come as the job platform's display texts (bk-job B.6): "9.0 Bytes", "1.5 KB",
 * "1,024 KB/s", "37%"; "--", "" and null all mean that nothing was reported. They are read as numbers so that
 * they sort as numbers. A failed transfer keeps the figures of its last report: its status says that they are stale.
 */

/** The text as upstream wrote it; `null` when it says that nothing was reported. */
export function reportedText(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' || trimmed === '--' ? null : trimmed
}

const unitBytes: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  byte: 1,
  bytes: 1,
  k: 1024,
  kb: 1024,
  kib: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  mib: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
  gib: 1024 ** 3,
  t: 1024 ** 4,
  tb: 1024 ** 4,
  tib: 1024 ** 4,
}

/** "1.5 KB" → 1536; `null` when nothing was reported or it cannot be read. Units are 1024-based upstream. */
export function readSizeBytes(text: string | null): number | null {
  const match = /^([\d,]*\.?\d+|[\d,]+\.)\s*([a-z]*)$/i.exec(text?.slice(0, 40).trim() ?? '')
  if (match === null) return null
  const amount = Number((match[1] ?? '').replaceAll(',', ''))
  const unit = unitBytes[(match[2] ?? '').toLowerCase()]
  return unit === undefined || !Number.isFinite(amount) ? null : amount * unit
}

/** "1,024 KB/s" → 1048576 (bytes per second); `null` as for sizes. */
export function readSpeedBytesPerSecond(text: string | null): number | null {
  return readSizeBytes(text?.trim().replace(/\s*\/\s*s(?:ec)?$/i, '') ?? null)
}

/** "37%" → 0.37, kept within 0–1; `null` as for sizes. */
export function readProgressShare(text: string | null): number | null {
  const match = /^(\d{1,6}(?:\.\d{1,6})?)\s*%$/.exec(text?.trim() ?? '')
  return match === null ? null : Math.min(1, Number(match[1]) / 100)
}
