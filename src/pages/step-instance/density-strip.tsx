import { styled } from '@mui/material/styles'
import { type MouseEvent, useMemo } from 'react'
import { useRailWords } from '#i18n'
import { toneColour } from '#ui'
import { densityOf, densityStops } from './density.ts'
import type { HostRow } from './host-rows.ts'
import type { RailEntries } from './rail-entries.ts'

interface DensityStripProps {
  readonly laid: RailEntries & { readonly rows: readonly HostRow[] }
  /** 0 top to 1 end of the list. */
  readonly onGo: (share: number) => void
}

/**
 * The whole list beside its scrollbar, in list order: each piece has the colour of its worst host, so that one
 * failure among thousands is seen. Not for the keyboard: the list and the status filter say the same.
 */
export function DensityStrip({ laid, onGo }: DensityStripProps) {
  const { overview } = useRailWords().rail
  const { rows, entries, groups } = laid
  const stops = useMemo(
    () => densityStops(densityOf(rows, { entries, groups }), (tone) => toneColour(tone, 'mark')),
    [rows, entries, groups],
  )
  const go = (event: MouseEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    onGo((event.clientY - top) / height)
  }
  if (stops === '') return null
  return (
    <Strip
      aria-hidden="true"
      title={overview}
      data-density
      style={{ backgroundImage: `linear-gradient(to bottom, ${stops})` }}
      onClick={go}
    />
  )
}

const Strip = styled('div')({
  flex: 'none',
  width: 9,
  borderInlineStart: '1px solid transparent',
  backgroundClip: 'padding-box',
  cursor: 'pointer',
  forcedColorAdjust: 'none',
})
