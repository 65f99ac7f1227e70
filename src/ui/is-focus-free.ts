/** True while nothing in particular has the focus: it is at the top of the document, or on the page's content as a whole. */
export function isFocusFree(): boolean {
  const { activeElement, body } = document
  return activeElement === null || activeElement === body || activeElement.localName === 'main'
}
