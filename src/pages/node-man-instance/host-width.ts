/** Where list, timeline and log of a host have room beside each other, as a media query. */
export const besideWidth = '(min-width: 1100px)'
