import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import { useFormat, useMessages, useRailWords } from '#i18n'
import { CopyButton } from '#ui'
import type { HostRow } from './host-rows.ts'
import type { SlicedWork } from './slices.ts'
import { useInSlices } from './use-in-slices.ts'

export interface NotHereProps {
  readonly rows: readonly HostRow[]
  /** Of those that are looked for, the ones no row is. */
  readonly find: (rows: readonly HostRow[], text: string) => SlicedWork<readonly string[]>
  readonly text: string
}

/** Which of the pasted addresses and ids are no hosts of this step; nothing while all of them are. */
export function NotHere({ rows, find, text }: NotHereProps) {
  const { rail } = useRailWords()
  const { common } = useMessages()
  const { number } = useFormat()
  const work = useMemo(() => () => find(rows, text), [rows, find, text])
  const found = useInSlices(work).value
  if (found === null || found.length === 0) return null
  const names = found.map((name) => name.replace(/^0:/, ''))
  return (
    <Line>
      <span title={names.slice(0, shownAtMost).join('\n')}>
        {rail.notHere(
          number(names.length),
          [...names.slice(0, 2), ...(names.length > 2 ? ['…'] : [])].join(', '),
        )}
      </span>
      <CopyButton text={() => names.join('\n')} label={common.copy} copiedLabel={common.copied} />
    </Line>
  )
}

/** In what is shown under the pointer; all are copied. */
const shownAtMost = 50

const Line = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  fontSize: '0.75rem',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}))
