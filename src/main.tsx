/** Browser root: the only file that knows the app and its client. */
import * as z from 'zod/mini'
import { createApi } from '#api'
import { type Environment, type Preparation, startApp } from '#app'

export function start(environment: Environment, preparation: Preparation): void {
  // Compiled schemas would be probed with `new Function`, which the Content-Security-Policy reports.
  z.config({ jitless: true })
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  const { basePath } = environment
  void startApp({
    api: createApi({ basePath, fetch: preparation.ahead.fetch }),
    environment,
    preparation,
    root,
  })
}
