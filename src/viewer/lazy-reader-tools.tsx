import { useMessages } from '#i18n'
import type { ReaderToolsProps, RulerProps } from './reader-tools.tsx'
import { lazyModule, useLoaded } from './tools/use-loaded.ts'

// What is around the lines is fetched once they are on screen: nobody waits for it to read.
const tools = lazyModule(() => import('./reader-tools.tsx'))

/** What is above the lines; its room until it is here. */
export function LazyReaderTools(props: ReaderToolsProps) {
  const { reader } = useMessages()
  const loaded = useLoaded(tools)
  if (typeof loaded === 'object') return <loaded.ReaderTools {...props} />
  const { live, follow } = props.reader.props
  return (
    <div className="log-toolbar" data-live={live || follow || undefined}>
      {loaded === 'failed' ? reader.partFailed : null}
    </div>
  )
}

/** The ruler beside the lines; its room until it is here, or lines would be broken anew. */
export function LazyRuler(props: RulerProps) {
  const loaded = useLoaded(tools)
  return typeof loaded === 'object' ? <loaded.Ruler {...props} /> : <div className="log-ruler" />
}
