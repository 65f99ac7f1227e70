import { styled } from '@mui/material/styles'
import { useRef, useState } from 'react'
import { useFormat, useMessages, usePreferencesMessages } from '#i18n'
import { CopyButton, exportKept, forgetChoices, importKept, longestFile, SmallButton, saveFile } from '#ui'

/** Anybody can write a file: what it says is quoted, not repeated at any length. */
const mostNamed = 5

/** Choices out of this browser and into another, or gone. Taken ones show after a reload, as links do. */
export function FileChoices() {
  const words = usePreferencesMessages()
  const { common } = useMessages()
  const { list } = useFormat()
  const [leftOut, setLeftOut] = useState<readonly string[] | 'all' | 'newer' | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const text = file.size > longestFile ? null : await file.text().catch(() => null)
    const taken = text === null ? null : importKept(text)
    if (taken === null || taken === 'newer') return setLeftOut(taken ?? 'all')
    setLeftOut(taken.leftOut)
    if (taken.leftOut.length === 0) window.location.reload()
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
          onChange={({ target }) => {
            void take(target.files?.[0])
            // Chosen again once it is mended, the same file would be no change.
            target.value = ''
          }}
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
      {typeof leftOut === 'string' ? (
        <p role="alert">{leftOut === 'newer' ? words.newer : words.refused}</p>
      ) : null}
      {leftOut === null || typeof leftOut === 'string' || leftOut.length === 0 ? null : (
        <p role="alert">
          {words.leftOut(list(leftOut.slice(0, mostNamed).map((name) => name.slice(0, 40))), leftOut.length)}{' '}
          <SmallButton type="button" onClick={() => window.location.reload()}>
            {words.reload}
          </SmallButton>
        </p>
      )}
    </>
  )
}

function save(): void {
  saveFile('joblens-preferences.json', new Blob([exportKept()], { type: 'application/json' }))
}

const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 6 })
