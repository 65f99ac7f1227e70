import { styled } from '@mui/material/styles'
import { isFramed, toneColour } from '#ui'

/**
 * It comes late, and what is read must not move: it sticks to the lower edge of the window, and stands below the page
 * where that ends. In a frame the lower edge may be far out of sight: there it stands above the page.
 */
export const EdgeLine = styled('div')(({ theme }) => ({
  ...(isFramed() ? {} : { order: 1, position: 'sticky', bottom: 0, zIndex: theme.zIndex.appBar }),
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 10px',
  padding: '8px 16px',
  color: toneColour('odd', 'text'),
  backgroundColor: toneColour('odd', 'surface'),
  '& > span': { flex: '1 1 240px', minWidth: 0 },
}))
