/**
 * The imitation BlueKing as a server of its own, with its remote control (`/__sandbox/`) open. `--port` or `PORT` (default
 * 5080, 0 takes a free one) and `HOST` (default 127.0.0.1) say where. Prints one line: its address.
 */
import process from 'node:process'
import { createSandbox, listenSandbox } from '#sandbox'

const flagIndex = process.argv.indexOf('--port')
const port = Number(flagIndex > 0 ? process.argv[flagIndex + 1] : (process.env['PORT'] ?? 5080))
const host = process.env['HOST'] ?? '127.0.0.1'

const listening = await listenSandbox(createSandbox({ control: true }), { port, host })
process.stdout.write(`sandbox listening on ${listening.url}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    listening.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}
