import type { ComponentProps, CSSProperties } from 'react'
import { monospace } from '#ui'
import './log-viewer.css'
import './log-tools.css'
import { defaultLogPreferences, rowPxOf } from '../tools/log-preferences.ts'

interface LogSurfaceProps extends ComponentProps<'div'> {
  /** Size of the log's text, CSS px; the height of rows follows it (`rowPxOf`). */
  readonly fontPx?: number
}

/**
 * The reader's frame. Its look is a style sheet, there before the reader is: with styled components the frame took
 * longer than the first lines of the log.
 */
export function LogSurface({ fontPx = defaultLogPreferences.fontPx, style, ...props }: LogSurfaceProps) {
  const measures = {
    '--log-mono': monospace,
    '--log-font-px': `${fontPx}px`,
    '--log-row-px': `${rowPxOf(fontPx)}px`,
  }
  return <div {...props} className="log-viewer" style={{ ...measures, ...style } as CSSProperties} />
}
