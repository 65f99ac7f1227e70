import { useState } from 'react'
import { useFormat, useRailWords } from '#i18n'
import { CopyButton } from '#ui'
import type { CopyShape } from './host-shapes.ts'

export interface CopyShapeButtonProps {
  readonly shape: CopyShape
  /** How many of the hosts have a name in that shape. */
  readonly count: number
  /** How many hosts there are. */
  readonly hostCount: number
  /** The names, a line each; folded ones are fewer lines than hosts. */
  readonly linesOf: (shape: CopyShape) => readonly string[] | Promise<readonly string[]>
}

/** Copies hosts in one shape, and says how many; absent when no host has such a name. */
export function CopyShapeButton({ shape, count, hostCount, linesOf }: CopyShapeButtonProps) {
  const { rail, common } = useRailWords()
  const { number } = useFormat()
  const [lineCount, setLineCount] = useState(0)
  if (count === 0) return null
  const copied =
    shape === 'folded'
      ? rail.copiedFolded(count, lineCount)
      : count === hostCount
        ? rail.copiedHosts(count)
        : rail.copiedSome(count, number(hostCount - count))
  return (
    <CopyButton
      text={async () => {
        const lines = await linesOf(shape)
        setLineCount(lines.length)
        return lines.join('\n')
      }}
      label={rail.copyShape(rail.shapes[shape], number(count))}
      copiedLabel={copied}
      failedLabel={common.copyFailed}
    />
  )
}
