import { useTitle } from '#ui'

/** Sets the window title. A component, so that whichever screen knows the most can be the one that sets it. */
export function PageTitle({ parts }: { readonly parts: readonly (string | null)[] }) {
  useTitle(parts)
  return null
}
