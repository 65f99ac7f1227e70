import GlobalStyles from '@mui/material/GlobalStyles'
import type { EmbedFlags, Region } from './embed-flags.ts'

/** Where each region is on the pages. They mark it; none of them knows about embedding. */
const selectors: Readonly<Record<Region, string>> = {
  header: '[data-region="header"]',
  breadcrumbs: '[data-region="breadcrumbs"]',
  heading: '[data-region="heading"]',
  hosts: '[data-region="hosts"]',
  toolbar: '.log-toolbar',
  ruler: '.log-ruler',
}

/** Nothing but the log: what `view=log` leaves out besides what was named. */
const aroundLog: readonly Region[] = ['header', 'heading', 'hosts']

/** Pages that fill the window give their parts what is left of it; here they take what they need. */
const fitted = [
  { '[data-region="shell"]': { minHeight: '0 !important' } },
  { '#content > *': { flex: '0 0 auto !important' } },
  // A log has no height of its own and scrolls in what it is given; a share of the window would grow with the frame.
  { '[data-region="step"]': { minHeight: '860px !important' } },
  { '[data-region="log"]': { height: '480px !important' } },
  { '[data-region="panes"] > section': { minHeight: '400px !important' } },
  { '[data-region="panes"] > [data-region="hosts"]': { maxHeight: '480px' } },
]

/** Leaves out the regions that were asked for, and with `view=fit` makes the page as high as its content. */
export function RegionStyle({ flags: { hide, view } }: { readonly flags: EmbedFlags }) {
  const hidden = new Set(view === 'log' ? [...hide, ...aroundLog] : hide)
  const styles = [
    ...[...hidden].map((region) => ({ [selectors[region]]: { display: 'none !important' } })),
    ...(view === 'fit' ? fitted : []),
    // The frame is small, and the parent has margins of its own.
    view === 'log' ? { '#content': { padding: '4px 6px 0 !important' } } : {},
  ]
  return <GlobalStyles styles={styles} />
}
