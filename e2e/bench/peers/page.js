import { offer } from '../page/offer.js'

/* The page of the peers, apart from ours so that the bench builds without them: `?viewer=ace` shows `ace.jsx`. */
const viewers = import.meta.glob('./*.jsx')
const name = new URLSearchParams(location.search).get('viewer')
const { createViewer } = await viewers[`./${name}.jsx`]()
offer(createViewer(document.getElementById('root')))
