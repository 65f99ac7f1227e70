import type { ComponentProps, CSSProperties } from 'react'
import { monospace } from '#ui'
import './log-viewer.css'
import './log-tools.css'
import { rowPx } from '../scroll-window.ts'

const measures = { '--log-mono': monospace, '--log-font-px': '12.5px', '--log-row-px': `${rowPx}px` }

/**
 * The reader's frame. Its look is a style sheet, there before the reader is: with styled components the frame took
 * longer than the first lines of the log.
 */
export function LogSurface({ style, ...props }: ComponentProps<'div'>) {
  return <div {...props} className="log-viewer" style={{ ...measures, ...style } as CSSProperties} />
}
