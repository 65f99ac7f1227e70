import GlobalStyles from '@mui/material/GlobalStyles'
import { styled } from '@mui/material/styles'
import type { ComponentProps } from 'react'
import { isFramed, toneColour } from '#ui'

/**
 * It comes late, and what is read must not move: it sticks to the lower edge of the window, and stands below the page
 * where that ends. In a frame the lower edge may be far out of sight: there it stands above the page, and stays in view.
 */
export function EdgeLine(props: ComponentProps<'div'>) {
  return (
    <>
      <GlobalStyles styles={beside()} />
      <Line {...props} />
    </>
  )
}

/** What has the focus is not to be behind it. */
const beside = () => ({ html: { [isFramed() ? 'scrollPaddingTop' : 'scrollPaddingBottom']: '8rem' } })

const Line = styled('div')(({ theme }) => ({
  ...(isFramed() ? { top: 0 } : { order: 1, bottom: 0 }),
  position: 'sticky',
  zIndex: theme.zIndex.appBar,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 10px',
  padding: '8px 16px',
  // Where colours are the reader's own all surfaces are alike: there it is told by its borders.
  borderBlock: '1px solid transparent',
  color: toneColour('odd', 'text'),
  backgroundColor: toneColour('odd', 'surface'),
  '& > span': { flex: '1 1 240px', minWidth: 0 },
}))
