/** Chosen lines, 1-based, both included; what `?line=n` or `?line=a-b` says. */
export interface LineSelection {
  readonly first: number
  readonly last: number
  /** What the first line says, in five characters: a link finds it again by this when lines came before it. */
  readonly anchor?: string | undefined
}

/** True when both choose the same lines, whatever their anchors. */
export function isSameSelection(one: LineSelection | null, other: LineSelection | null): boolean {
  return one?.first === other?.first && one?.last === other?.last
}

/** The selection after picking a line; with `extend`, from the selection's first line to it. */
export function pickLine(
  selection: LineSelection | null,
  lineNumber: number,
  extend: boolean,
): LineSelection {
  if (!extend || selection === null) return { first: lineNumber, last: lineNumber }
  const anchor = lineNumber < selection.first ? selection.last : selection.first
  return { first: Math.min(anchor, lineNumber), last: Math.max(anchor, lineNumber) }
}
