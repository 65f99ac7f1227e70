/** Rows rendered beyond the view on either side: the compositor scrolls before the page hears of it. */
export const overscanRows = 16
