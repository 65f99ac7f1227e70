import { useMessages, useReaderToolsMessages } from '#i18n'
import type { CopyPanelProps, SavePanelProps } from './copy-panel.tsx'
import { ToolButton } from './tool-button.tsx'
import { ToolMenu } from './tool-menu.tsx'
import type { Errors } from './use-errors.ts'
import { lazyModule, useLoaded } from './use-loaded.ts'
import type { ViewPanelProps } from './view-panel.tsx'

/** How many errors there are, and the ways to them; nothing while none is known. */
export function ErrorTools({ errors: { count, go } }: { readonly errors: Errors }) {
  const { errors } = useReaderToolsMessages()
  if (count === 0) return null
  return (
    <span className="log-tools log-errors">
      <ToolButton name={errors.previous} icon="up" onClick={() => go('previous')} />
      <button type="button" className="log-tool" title={errors.first} onClick={() => go('first')}>
        {errors.count(count)}
      </button>
      <ToolButton name={errors.next} icon="down" onClick={() => go('next')} />
    </span>
  )
}

// Panels are fetched when first opened: none of them is needed to read.
const viewPanel = lazyModule(() => import('./view-panel.tsx'))
const copyPanel = lazyModule(() => import('./copy-panel.tsx'))

interface ViewMenuProps extends Omit<ViewPanelProps, 'onChange'> {
  readonly onPreferencesChange: ViewPanelProps['onChange']
}

export function ViewMenu({ onPreferencesChange, ...rest }: ViewMenuProps) {
  const { view } = useReaderToolsMessages()
  return (
    <ToolMenu name={view.open} icon="view">
      {() => <LoadedViewPanel {...rest} onChange={onPreferencesChange} />}
    </ToolMenu>
  )
}

function LoadedViewPanel(props: ViewPanelProps) {
  const loaded = useLoaded(viewPanel)
  return typeof loaded === 'object' ? <loaded.ViewPanel {...props} /> : <Awaited state={loaded} />
}

interface TextMenusProps extends CopyPanelProps, SavePanelProps {
  readonly isEmpty: boolean
}

/** Copying and downloading. */
export function TextMenus({ isEmpty, onCopy, onSave, ...copied }: TextMenusProps) {
  const { copy } = useReaderToolsMessages()
  return (
    <>
      <ToolMenu name={copy.open} icon="copy" isDisabled={isEmpty}>
        {(close) => <LoadedCopyPanel {...copied} onCopy={closing(close, onCopy)} />}
      </ToolMenu>
      <ToolMenu name={copy.save} icon="download" isDisabled={isEmpty}>
        {(close) => <LoadedSavePanel onSave={closing(close, onSave)} />}
      </ToolMenu>
    </>
  )
}

function LoadedCopyPanel(props: CopyPanelProps) {
  const loaded = useLoaded(copyPanel)
  return typeof loaded === 'object' ? <loaded.CopyPanel {...props} /> : <Awaited state={loaded} />
}

function LoadedSavePanel(props: SavePanelProps) {
  const loaded = useLoaded(copyPanel)
  return typeof loaded === 'object' ? <loaded.SavePanel {...props} /> : <Awaited state={loaded} />
}

/** Chosen: the panel goes, and the choice is told while the click still counts for the clipboard. */
function closing<Choice>(close: () => void, choose: (choice: Choice) => void): (choice: Choice) => void {
  return (choice) => {
    close()
    choose(choice)
  }
}

function Awaited({ state }: { readonly state: 'loading' | 'failed' }) {
  const { common, reader } = useMessages()
  return <p>{state === 'failed' ? reader.partFailed : common.loading}</p>
}
