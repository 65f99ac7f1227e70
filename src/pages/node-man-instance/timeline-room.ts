/*
 * Where there is room, names stand left and bars right; else a bar stands below its name. The marks of the axis and
 * every row share these, so that they line up.
 */
export const wideTimeline = '@container (min-width: 480px)'
export const timelineColumns = 'minmax(0, 11fr) minmax(0, 9fr)'
export const timelineGap = 12
