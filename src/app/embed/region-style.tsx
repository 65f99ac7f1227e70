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

/** What scrolls by itself: logs, hosts, tables. */
const scrollers = ':is(.log-scroller, [role="listbox"], [role="grid"])'

/**
 * Pages that fill the window give their parts what is left of it; here each takes what it needs. Nothing may go by the
 * height of the window: that is the frame's, which would grow with what it holds. What may have no end scrolls beyond
 * some height of its own.
 */
const fitted = [
  { '[data-region="shell"]': { minHeight: '0 !important' } },
  { '#content > *': { flex: '0 0 auto !important' } },
  {
    [`#content :is(${scrollers}, :has(${scrollers}))`]: {
      position: 'relative !important',
      inset: 'auto !important',
      height: 'auto !important',
    },
  },
  { [`#content :has(${scrollers}):not([data-region="hosts"])`]: { flexBasis: 'auto !important' } },
  {
    '[data-region="panes"], [data-region="panes"] > section, [data-region="panes"] > section div:not(.log-viewer *)':
      { minHeight: 'auto !important' },
  },
  { [`#content ${scrollers}`]: { maxHeight: '480px !important' } },
]

/**
 * Leaves out the regions that were asked for and, where nothing is kept, the star; with `view=fit` makes the page as high as
 * its content.
 */
export function RegionStyle({ flags: { hide, view, readonly } }: { readonly flags: EmbedFlags }) {
  const hidden = new Set(view === 'log' ? [...hide, ...aroundLog] : hide)
  const styles = [
    ...[...hidden].map((region) => ({ [selectors[region]]: { display: 'none !important' } })),
    readonly ? { '[data-region="star"]': { display: 'none !important' } } : {},
    ...(view === 'fit' ? fitted : []),
    // The frame is small, and the parent has margins of its own.
    view === 'log' ? { '#content': { padding: '4px 6px 0 !important' } } : {},
  ]
  return <GlobalStyles styles={styles} />
}
