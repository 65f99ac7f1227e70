import { useState } from 'react'
import type { StepAddress } from '#api'
import { keep, readKept } from '#ui'

/** A list of hosts that fits no link, kept for as long as the tab is open: it outlives loading the page again. */
export function useLongHosts({ stepInstanceId }: StepAddress): [string, (text: string) => void] {
  const name = `hosts of ${stepInstanceId}`
  const [text, setText] = useState(() => {
    const kept = readKept(name, 'tab')
    return typeof kept === 'string' ? kept : ''
  })
  const change = (next: string) => {
    setText(next)
    keep(name, next, 'tab')
  }
  return [text, change]
}
