/**
 * What index.html loads. It is small: what the page needs is on its way while the app's own script, a hundred times as
 * large, still comes.
 */
import { prepare, readEnvironment, tellNotLoaded } from '#app'

const environment = readEnvironment()
const preparation = prepare(environment)

declare global {
  interface ErrorConstructor {
    /** Of browsers that know it: how many calls an error tells of. */
    stackTraceLimit?: number | undefined
  }
}

// React makes errors to throw later as soon as its script begins. What each says of where it was made costs a slow
// processor 40 ms, since all of that script is read once more for it, and tells nobody anything.
const { stackTraceLimit } = Error
Error.stackTraceLimit = 0

// Not awaited here: the app's script imports parts of this one, and would wait for it to end. Packages come first: each
// import is a task of its own, which leaves a slow processor room between them.
import('react-dom/client')
  .finally(() => {
    Error.stackTraceLimit = stackTraceLimit
  })
  .then(() => import('./main.tsx'))
  .then(({ start }) => start(environment, preparation), tellNotLoaded)
