/** Browser root: the only file that knows the app and its client. */
import * as z from 'zod/mini'
import { createApi } from '#api'
import { readEnvironment, startApp } from '#app'

// Compiled schemas would be probed with `new Function`, which the Content-Security-Policy reports.
z.config({ jitless: true })

const environment = readEnvironment()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
void startApp({ api: createApi({ basePath: environment.basePath }), environment, root })
