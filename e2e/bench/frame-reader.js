/** Reads a stream of frames piece by piece; calls back with each header and its whole text. */
export function createFrameReader(onFrame) {
  let pending = Buffer.alloc(0)
  let header = null
  return function read(bytes) {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
    for (;;) {
      if (header === null) {
        const end = pending.indexOf(10)
        if (end < 0) return
        header = JSON.parse(pending.toString('utf8', 0, end))
        pending = pending.subarray(end + 1)
      }
      if (pending.length < header.bytes) return
      const done = header
      header = null
      const text = pending.subarray(0, done.bytes)
      pending = pending.subarray(done.bytes)
      onFrame(done, text)
    }
  }
}
