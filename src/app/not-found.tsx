import { useMessages } from '#i18n'
import { AppLink, EmptyState, PageHeading, useTitle } from '#ui'

/** An address nobody knows. */
export function NotFoundPage() {
  const { notFound } = useMessages().app
  useTitle([notFound.title])
  return (
    <>
      <PageHeading title={notFound.title} />
      <EmptyState
        title={notFound.meaning}
        meaning={notFound.nextStep}
        actions={<AppLink to="/">{notFound.home}</AppLink>}
      />
    </>
  )
}
