/** JSON in bytes, some of whose strings were taken out: a cut stands for a string that is `mark` and its number. */
export interface CutJson {
  readonly bytes: Buffer
  readonly mark: string
  /** Of each cut: where its opening quote stands, and where the JSON goes on. */
  readonly cuts: readonly number[]
}

/** The text of `json` from one place to another, which are no places within a cut. */
export function textOf(
  { bytes, mark, cuts }: CutJson,
  from: number,
  to = bytes.length,
  fromCut = 0,
  toCut = cuts.length / 2,
): string {
  let text = ''
  let at = from
  for (let cut = fromCut; cut < toCut; cut += 1) {
    text += `${bytes.toString('utf8', at, cuts[2 * cut])}"${mark}${cut}"`
    at = cuts[2 * cut + 1] ?? at
  }
  return text + bytes.toString('utf8', at, to)
}

/** Its bytes without what was taken out. */
export function sizeOf({ bytes, cuts }: CutJson): number {
  let size = bytes.length
  for (let cut = 0; cut < cuts.length; cut += 2) size -= (cuts[cut + 1] ?? 0) - (cuts[cut] ?? 0)
  return size
}
