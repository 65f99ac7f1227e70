import Button from '@mui/material/Button'
import { useMessages } from '#i18n'
import { AppLink, EmptyState, useTitle } from '#ui'

/** The path holds something that cannot be an id: nobody is asked about it. */
export function BadAddress() {
  const { title, meaning, findPage } = useMessages().stepInstance.badAddress
  useTitle([title])
  return (
    <EmptyState
      title={title}
      meaning={meaning}
      actions={
        <Button component={AppLink} to="/">
          {findPage}
        </Button>
      }
    />
  )
}
