import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { copyText } from './copy-text.ts'

export interface CopyButtonProps {
  /** The text, or how to get it when pressed (so a long one is not built for nothing). */
  readonly text: string | (() => string | Promise<string>)
  readonly label: string
  /** Shown for two seconds after it worked. */
  readonly copiedLabel: string
  /** Shown for two seconds after it did not; `label` stays when not given. */
  readonly failedLabel?: string
  readonly size?: 'small' | 'medium'
}

type Outcome = 'none' | 'copied' | 'failed'

const shownMs = 2000

export function CopyButton({
  text,
  label,
  copiedLabel,
  failedLabel = label,
  size = 'small',
}: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none')
  useEffect(() => {
    if (outcome === 'none') return
    const timer = setTimeout(() => setOutcome('none'), shownMs)
    return () => clearTimeout(timer)
  }, [outcome])
  const handleClick = async () => {
    const copied = await copyText(typeof text === 'string' ? text : await text())
    setOutcome(copied ? 'copied' : 'failed')
  }
  const words = { none: label, copied: copiedLabel, failed: failedLabel }
  return (
    <Button size={size} variant="text" onClick={() => void handleClick()}>
      <span aria-live="polite">{words[outcome]}</span>
    </Button>
  )
}
