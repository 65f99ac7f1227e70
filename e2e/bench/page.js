import { offer } from './page/offer.js'

/* The page of our reader and of the baselines: `?viewer=list` shows `viewers/list.jsx`. */
const viewers = import.meta.glob('./viewers/*.jsx')
const name = new URLSearchParams(location.search).get('viewer')
const { createViewer } = await viewers[`./viewers/${name}.jsx`]()
offer(createViewer(document.getElementById('root')))
