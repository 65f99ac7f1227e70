/** Steps on a time axis: of a node-man host, of a job instance. */
export const timeline = {
  noTimes: 'No times are known, so the bars are not drawn.',
  between: (from: string, to: string): string => `${from} – ${to}`,
  whole: (between: string, length: string): string => `${between} · ${length}`,
  part: (between: string, length: string): string => `Part: ${between} · ${length}`,
  zoom: 'What the time axis shows',
  zoomIn: 'Look closer (+)',
  zoomOut: 'Show more time (−)',
  zoomWhole: 'Show the whole time (0)',
  zoomWholeShort: 'Fit',
  earlier: 'Earlier (←)',
  later: 'Later (→)',
  keys: 'Keys on a step: ↑ ↓ choose, Enter opens it, + − 0 zoom, ← → move. Ctrl and the wheel zoom too.',
  noBar: 'no times',
  gapBefore: (duration: string): string => `${duration} after the step before`,
}
