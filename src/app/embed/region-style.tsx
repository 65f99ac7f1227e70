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

/** Leaves out the regions that were asked for, and with `view=fit` makes the page as high as its content. */
export function RegionStyle({ flags: { hide, view } }: { readonly flags: EmbedFlags }) {
  const hidden = new Set(view === 'log' ? [...hide, ...aroundLog] : hide)
  const styles = [
    ...[...hidden].map((region) => ({ [selectors[region]]: { display: 'none !important' } })),
    // A log has no height of its own: it scrolls in what it is given.
    view === 'fit'
      ? {
          '[data-region="shell"]': { minHeight: '0 !important' },
          '[data-region="panes"]': { minHeight: '560px !important' },
        }
      : {},
    // The frame is small, and the parent has margins of its own.
    view === 'log' ? { '#content': { padding: '0 !important', gap: '0 !important' } } : {},
  ]
  return <GlobalStyles styles={styles} />
}
