import { createBreather } from './breather.ts'
import { type ChunkReader, createChunkReader } from './chunk-reader.ts'
import { createFrameReader, type FrameSink } from './frame-reader.ts'
import type { OpenOutcome, OpenRequest } from './protocol.ts'

const contentType = 'application/x-joblens-frames'
/** Enough for any problem document; a login page or a proxy's error page may be longer. */
const maxErrorBodyBytes = 64 * 1024
/** Half a frame: a line asked for while a stream is being read is answered before the next paint. */
const breatheEveryMs = 8

/**
 * Fetches a frame stream and gives it to `sink` until it ends, whichever way. Never rejects.
 * `onChunk` is called after each chunk; the next one is read when what it answers is resolved.
 */
export async function readFrameStream(
  request: OpenRequest,
  signal: AbortSignal,
  sink: FrameSink,
  onChunk: () => Promise<void> | undefined,
): Promise<OpenOutcome> {
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers: { accept: contentType, ...request.headers },
      credentials: 'same-origin',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    if (!response.ok) return await readRefusal(response)
    const received = response.headers.get('content-type') ?? 'no content type'
    if (!received.startsWith(contentType) || response.body === null) {
      await response.body?.cancel()
      return { kind: 'garbled', message: `the answer is ${received}, not ${contentType}` }
    }
    return await readBody(createChunkReader(response.body), sink, onChunk)
  } catch (error) {
    if (signal.aborted) return { kind: 'aborted' }
    return { kind: 'network', message: error instanceof Error ? error.message : String(error) }
  }
}

async function readBody(
  reader: ChunkReader,
  sink: FrameSink,
  onChunk: () => Promise<void> | undefined,
): Promise<OpenOutcome> {
  const frames = createFrameReader(sink)
  const breather = createBreather(breatheEveryMs)
  let receivedBytes = 0
  let ended = false
  try {
    for (;;) {
      const chunk = await reader.read()
      if (chunk === null) return ended ? { kind: 'complete' } : { kind: 'truncated', receivedBytes }
      receivedBytes += chunk.length
      const state = frames.push(chunk)
      ended = state.kind === 'ended'
      const pause = onChunk()
      if (state.kind === 'garbled') {
        await reader.cancel()
        return { kind: 'garbled', message: state.message }
      }
      if (pause !== undefined && !ended) await pause
      await breather.breathe()
    }
  } catch (error) {
    // Everything was here already: how the connection closes then is of no interest.
    if (ended) return { kind: 'complete' }
    throw error
  } finally {
    breather.close()
  }
}

async function readRefusal(response: Response): Promise<OpenOutcome> {
  const decoder = new TextDecoder()
  const reader = response.body?.getReader()
  let bodyText = ''
  let room = maxErrorBodyBytes
  while (reader !== undefined && room > 0) {
    const { done, value } = await reader.read()
    if (done) break
    bodyText += decoder.decode(value.subarray(0, room), { stream: true })
    room -= value.length
  }
  await reader?.cancel()
  const headers = Object.fromEntries(response.headers.entries())
  return { kind: 'http', status: response.status, headers, bodyText }
}
