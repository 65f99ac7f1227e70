import type { FramePort, ToPage, ToWorker } from './protocol.ts'

type Answer<T extends ToPage['type']> = Extract<ToPage, { readonly type: T; readonly requestId: number }>

/** The page's end of the conversation: says things, and asks for answers. */
export interface PagePort {
  send(message: ToWorker): void
  nextId(): number
  /** Resolves with the answer of the given type to the message made. */
  ask<T extends ToPage['type']>(type: T, toMessage: (requestId: number) => ToWorker): Promise<Answer<T>>
  /** `tell` hears how far the copy of that id has come, until the function answered is called. */
  watchCopy(copyId: number, tell: (share: number) => void): () => void
}

/** `onNews` gets every message that answers no question. */
export function createPagePort(port: FramePort, onNews: (message: ToPage) => void): PagePort {
  const questions = new Map<number, (message: ToPage) => void>()
  const watched = new Map<number, (share: number) => void>()
  let lastId = 0

  const nextId = (): number => {
    lastId += 1
    return lastId
  }
  const send = (message: ToWorker): void => port.postMessage(message)

  port.addEventListener('message', (event) => {
    const message = event.data as ToPage
    if (message.type === 'copy-progress') {
      watched.get(message.copyId)?.(message.share)
      return
    }
    if (!('requestId' in message)) {
      onNews(message)
      return
    }
    questions.get(message.requestId)?.(message)
    questions.delete(message.requestId)
  })
  port.start?.()

  return {
    send,
    nextId,
    watchCopy(copyId, tell) {
      watched.set(copyId, tell)
      return () => void watched.delete(copyId)
    },
    ask: <T extends ToPage['type']>(type: T, toMessage: (requestId: number) => ToWorker) =>
      new Promise<Answer<T>>((resolve) => {
        const requestId = nextId()
        questions.set(requestId, (message) => {
          if (message.type === type) resolve(message as Answer<T>)
        })
        send(toMessage(requestId))
      }),
  }
}
