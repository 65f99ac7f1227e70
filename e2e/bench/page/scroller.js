/** What a dragged scrollbar does to an element that scrolls: `drag(fraction)` for a viewer. */
export function dragBy(scroller) {
  return (fraction) => {
    const element = scroller()
    element.scrollTop = fraction * (element.scrollHeight - element.clientHeight)
  }
}

/** The element that scrolls within `root`: the first one that is higher inside than outside. */
export function findScroller(root) {
  return [root, ...root.querySelectorAll('*')].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowY),
  )
}
