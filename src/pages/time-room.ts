/*
 * Where there is room, names stand left and bars right; else a bar stands below its name. The marks of the axis and
 * every row share these, so that they line up.
 */
export const wideTime = '@container (min-width: 480px)'
export const timeColumns = 'minmax(0, 11fr) minmax(0, 9fr)'
export const timeGap = 12
