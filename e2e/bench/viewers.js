/**
 * @typedef {object} BenchViewer
 * @property {string} name as printed
 * @property {string} id of its page: `viewers/<id>.jsx`, or `peers/<id>.jsx`
 * @property {boolean} [isPeer] its packages are installed for the bench alone
 * @property {number} [usualLines] longest log it gets unless all is asked for: beyond, it needs minutes or gigabytes
 */

/** The least that anybody has to do. */
export const floors = [
  { name: 'drain (floor)', id: 'drain' },
  { name: 'scan (floor)', id: 'scan' },
]

/** Ours first, then what everybody could write, then the peers. @type {readonly BenchViewer[]} */
export const viewers = [
  { name: 'joblens', id: 'joblens' },
  { name: 'react-window, strings', id: 'list', usualLines: 1_000_000 },
  { name: '<pre>', id: 'pre', usualLines: 100_000 },
  { name: 'PatternFly log viewer', id: 'patternfly', isPeer: true, usualLines: 1_000_000 },
  { name: 'melloware react-logviewer', id: 'melloware', isPeer: true, usualLines: 10_000 },
  { name: 'Ace', id: 'ace', isPeer: true, usualLines: 1_000_000 },
  { name: 'Monaco', id: 'monaco', isPeer: true, usualLines: 1_000_000 },
  { name: 'CodeMirror 6', id: 'codemirror', isPeer: true, usualLines: 1_000_000 },
  { name: 'xterm.js', id: 'xterm', isPeer: true, usualLines: 100_000 },
]

export const ours = viewers[0]
export const plainList = viewers[1]
