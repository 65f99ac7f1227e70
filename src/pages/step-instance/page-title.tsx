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
  useTitle([host, ...title.parts], title.tone)
  return null
}
