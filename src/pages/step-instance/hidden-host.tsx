import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import { useRailWords } from '#i18n'
import type { Rail } from './use-rail.ts'

interface HiddenHostProps {
  readonly rail: Pick<Rail, 'rows' | 'shown'>
  /** Row index of the open host; -1 for none. */
  readonly index: number
  /** Takes the filters away. */
  readonly onShow: () => void
}

/** Says that the log beside the list is of a host which the filters keep out of the list. */
export function HiddenHost({ rail: { rows, shown }, index, onShow }: HiddenHostProps) {
  const { rail: words } = useRailWords()
  const row = rows[index]
  const isShown = useMemo(() => shown.includes(index), [shown, index])
  return (
    <Said role="status">
      {row === undefined || isShown ? null : (
        <>
          {words.openHidden(row.address)}{' '}
          <Button size="small" onClick={onShow}>
            {words.showHidden}
          </Button>
        </>
      )}
    </Said>
  )
}

const Said = styled('div')({
  fontSize: '0.8125rem',
  overflowWrap: 'anywhere',
  '&:empty': { display: 'none' },
  '& .MuiButton-root': { padding: '0 5px' },
})
