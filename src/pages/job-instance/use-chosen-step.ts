import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { isRunFinished, type StepInstance, type StepInstanceId } from '#contract'
import { isFocusFree } from '#ui'
import { usePageQuery } from '../use-page-query.ts'
import { stepToWatch } from './step-summary.ts'
import { changeJobInstanceUrl, readJobInstanceUrl } from './url.ts'

/** Which step shows its details. */
export interface ChosenStep {
  readonly chosenId: StepInstanceId | null
  /** The execution is at this step by now, but the reader has moved since: it is said, not shown. */
  readonly elsewhere: StepInstance | null
  readonly toggle: (id: StepInstanceId) => void
  /** Takes up following again. */
  readonly follow: (event: MouseEvent) => void
}

/**
 * The step the address names; else the one to watch: of a failed execution the first that failed, of a running one
 * where it is. It goes along only while nobody has moved on the page, so that nothing jumps away from under a reader.
 */
export function useChosenStep(steps: readonly StepInstance[]): ChosenStep {
  const [query, changeQuery] = usePageQuery()
  const { step: asked } = readJobInstanceUrl(query)
  const watch = stepToWatch(steps)
  const [followedId, setFollowedId] = useState(watch?.id ?? null)
  const [moved, setMoved] = useMoved()
  if (!moved && followedId !== (watch?.id ?? null)) setFollowedId(watch?.id ?? null)
  const chosenId = asked === null ? followedId : asked === 'none' ? null : asked
  const following = asked === null && !moved
  useScrollTo(following ? followedId : null)
  const isElsewhere = watch !== null && chosenId !== watch.id && !following && !isRunFinished(watch.status)
  const showOnly = (step: StepInstanceId | 'none' | null) =>
    changeQuery((before) => changeJobInstanceUrl(before, { step }))
  return {
    chosenId,
    elsewhere: isElsewhere ? watch : null,
    toggle: (id) => showOnly(id === chosenId ? 'none' : id),
    follow: (event) => {
      event.preventDefault()
      setMoved(false)
      showOnly(null)
    },
  }
}

const moves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** True once somebody has scrolled, clicked or typed. */
function useMoved() {
  const used = useState(false)
  const [moved, setMoved] = used
  useEffect(() => {
    if (moved) return
    const handleMove = () => setMoved(true)
    for (const move of moves) window.addEventListener(move, handleMove, { passive: true })
    return () => {
      for (const move of moves) window.removeEventListener(move, handleMove)
    }
  }, [moved])
  return used
}

/** Brings a step into sight. The focus goes there once, when the page opens and nothing else has it. */
function useScrollTo(stepId: StepInstanceId | null): void {
  const opened = useRef(false)
  useEffect(() => {
    if (stepId === null) return
    const item = document.querySelector(`[data-step-id="${CSS.escape(stepId)}"]`)
    item?.scrollIntoView({ block: 'nearest' })
    const isFree = isFocusFree() && document.hasFocus()
    if (!opened.current && isFree) item?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    opened.current = true
  }, [stepId])
}
