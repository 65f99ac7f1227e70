import { type FrameHeader, frameHeaderSchema } from '#contract'

/** One frame as read back from a stream. */
export interface ReadFrame {
  readonly header: FrameHeader
  readonly text: string
}

/** Reads frames back with the contract's own schemas; throws on anything else. */
export function parseFrames(bytes: Buffer): ReadFrame[] {
  const frames: ReadFrame[] = []
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, at)
    const header = frameHeaderSchema.parse(JSON.parse(bytes.toString('utf8', at, newline)))
    const end = newline + 1 + header.bytes
    frames.push({ header, text: bytes.toString('utf8', newline + 1, end) })
    at = end
  }
  return frames
}

/** Reads a whole frame stream. */
export async function readFrames(answer: Response): Promise<ReadFrame[]> {
  return parseFrames(Buffer.from(await answer.arrayBuffer()))
}
