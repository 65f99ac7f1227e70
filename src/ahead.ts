/**
 * What index.html loads. It is small: what the page needs is on its way while the app's own script, a hundred times as
 * large, still comes.
 */
import { prepare, readEnvironment, tellNotLoaded } from '#app'

const environment = readEnvironment()
const preparation = prepare(environment)

// Not awaited here: the app's script imports parts of this one, and would wait for it to end. Packages come first: each
// import is a task of its own, which leaves a slow processor room between them.
import('react-dom/client')
  .then(() => import('./main.tsx'))
  .then(({ start }) => start(environment, preparation), tellNotLoaded)
