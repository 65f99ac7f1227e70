/*
 * Whether Joblens stands in another page's frame. Said once, at the start: a frame must neither take the focus from
 * its parent nor go to a login page, which would refuse to be framed.
 */

let framed = false

export function setFramed(isInFrame: boolean): void {
  framed = isInFrame
}

/** True inside any frame, whether the address asks for `embed` or not. */
export function isFramed(): boolean {
  return framed
}
