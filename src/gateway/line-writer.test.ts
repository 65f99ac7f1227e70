import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createLineWriter } from './line-writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'line-writer-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lineOf = (index: number) => `{"line":${index},"rest":"${'x'.repeat(100)}"}\n`

test('lines come out whole and in their order', async () => {
  const path = join(folder, 'file')
  const fd = openSync(path, 'w')
  const writer = createLineWriter(fd)
  const lines = Array.from({ length: 1_000 }, (_, index) => lineOf(index))
  for (const line of lines) writer.write(line)
  await expect.poll(() => readFileSync(path, 'utf8').length, { timeout: 20_000 }).toBe(lines.join('').length)
  expect(readFileSync(path, 'utf8')).toBe(lines.join(''))
  closeSync(fd)
})

/** Where there are pipes with names one can be filled, and emptied again, without a second process. */
test.skipIf(process.platform === 'win32')(
  'what a collector that is too slow has lost is counted, and it goes on',
  async () => {
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    const fd = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
    const writer = createLineWriter(fd, { most: 100_000 })
    const all = 10_000
    for (let index = 0; index < all; index += 1) {
      writer.write(lineOf(index))
      if (index % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    let text = ''
    const read = () => {
      const piece = Buffer.alloc(65_536)
      try {
        text += piece.toString('utf8', 0, readSync(fd, piece))
      } catch {
        // Empty for now.
      }
      return text
    }
    // What still waits would have the next line lost too.
    const told = () => {
      const whole = read().slice(0, text.lastIndexOf('\n') + 1)
      const counts = [...whole.matchAll(/"msg":"(\d+)/g)].map(([, count]) => Number(count))
      return (whole.match(/"line":\d/g)?.length ?? 0) + counts.reduce((sum, count) => sum + count, 0)
    }
    await expect.poll(told, { interval: 5, timeout: 20_000 }).toBe(all)
    writer.write('{"line":"last"}\n')
    await expect.poll(read, { interval: 5, timeout: 20_000 }).toMatch(/"last"\}\n$/)
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const numbers = lines.flatMap(({ line }) => (typeof line === 'number' ? [line] : []))
    const lost = lines.flatMap(({ msg }) => (msg === undefined ? [] : [Number.parseInt(msg, 10)]))
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    expect(numbers.length + lost.reduce((sum, count) => sum + count, 0)).toBe(all)
    expect(numbers.length).toBeLessThan(all)
    closeSync(fd)
  },
)
