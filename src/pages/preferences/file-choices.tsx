import { styled } from '@mui/material/styles'
import { useRef, useState } from 'react'
import { useMessages, usePreferencesMessages } from '#i18n'
import { CopyButton, exportKept, forgetChoices, importKept, SmallButton, saveFile } from '#ui'

/** Choices out of this browser and into another, or gone. Taken ones show after a reload, as links do. */
export function FileChoices() {
  const words = usePreferencesMessages()
  const { common } = useMessages()
  const [isRefused, setRefused] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const isTaken = importKept(await file.text())
    setRefused(!isTaken)
    if (isTaken) window.location.reload()
  }
  return (
    <>
      <Row>
        <SmallButton type="button" onClick={save}>
          {words.save}
        </SmallButton>
        <CopyButton
          text={exportKept}
          label={words.copy}
          copiedLabel={common.copied}
          failedLabel={common.copyFailed}
        />
        <SmallButton type="button" onClick={() => input.current?.click()}>
          {words.take}
        </SmallButton>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={words.take}
          hidden
          onChange={(event) => void take(event.target.files?.[0])}
        />
        <SmallButton
          type="button"
          onClick={() => {
            forgetChoices()
            window.location.reload()
          }}
        >
          {words.forget}
        </SmallButton>
      </Row>
      {isRefused ? <p role="alert">{words.refused}</p> : null}
    </>
  )
}

function save(): void {
  saveFile('joblens-preferences.json', new Blob([exportKept()], { type: 'application/json' }))
}

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6 })
