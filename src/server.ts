/*
 * The program, built to dist/server/server.js beside the app's files in dist/client. It listens to signals before anything is
 * loaded, which takes longer than all the rest of the start: told to end by then it would not end cleanly, and as the first
 * process of a container, to which such signals do nothing, not at all.
 */

/** Nothing is under way yet. */
let end = (signal: string): void => {
  process.stderr.write(`Told to end (${signal}) before it had started\n`)
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end(signal))

const { runServer } = await import('./run-server.ts')
await runServer({
  environment: process.env,
  client: new URL('../client', import.meta.url),
  packageJson: new URL('../../package.json', import.meta.url),
  onSignal: (next) => {
    end = next
  },
})
