import { type TitlePart, type Tone, useTitle } from '#ui'

/** What the window's title says of the step. */
export interface StepTitle {
  readonly parts: readonly TitlePart[]
  /** `null` while the step's state is not known. */
  readonly tone: Tone | null
}

interface PageTitleProps {
  readonly title: StepTitle
  /** Stands before the step. */
  readonly host?: string | null
}

/** Sets the window title. A component, so that whichever screen knows the most can be the one that sets it. */
export function PageTitle({ title, host = null }: PageTitleProps) {
  // What is kept by this title (a star, a visit) leads to the step: its host may be none that anybody chose.
  useTitle([host === null ? null : { state: host }, ...title.parts], title.tone)
  return null
}
