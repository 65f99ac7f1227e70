import { parseArgs } from 'node:util'
import { say } from './say.js'
import { manyHosts, manyLines, oneLine } from './streams.js'
import { viewers } from './viewers.js'

const usage = `npm run bench -- [options]
  --all               every viewer with every log, 5,000,000 lines included (an hour)
  --quick             10k and 100k lines, once each, no gateway (two minutes)
  --lines 10000,…     logs of these lengths instead
  --peers ace,…       these viewers beside ours; "none" for ours and the plain ones
  --only readers,…    of the parts readers, tail, gateway, load, screens
  --repeat 3          loads of each; medians count
  --tail-seconds 10   how long a log grows by 1,000 lines a second
  --max-gigabytes 8   a viewer that takes more is stopped
  --port 0            of the bench's server
  --markdown          writes the tables into docs/performance.md`

const quickParts = ['readers', 'tail']
const allParts = [...quickParts, 'gateway', 'load', 'screens']

/** What this run measures, from the command line. Exits with the usage when that can't be read. */
export function readPlan() {
  const options = read()
  if (options.help) {
    say(usage)
    process.exit(0)
  }
  const lengths = options.lines?.split(',').map(Number) ?? usualLengths(options)
  const peers = options.peers?.split(',')
  const others = options.lines === undefined && !options.quick
  const parts = options.only?.split(',') ?? (options.quick ? quickParts : allParts)
  const unknown = parts.find((part) => !allParts.includes(part))
  if (unknown !== undefined) refuse(`no part is called ${unknown}`)
  return {
    sources: [...lengths.map(manyLines), ...(others ? [oneLine, manyHosts] : [])],
    viewers: viewers.filter(({ id, isPeer }) => !isPeer || peers === undefined || peers.includes(id)),
    isAll: options.all || peers !== undefined,
    parts,
    repeat: Number(options.repeat ?? (options.quick ? 1 : 3)),
    tailSeconds: Number(options['tail-seconds'] ?? (options.quick ? 5 : 10)),
    maxBytes: Number(options['max-gigabytes']) * 1e9,
    port: Number(options.port),
    markdown: options.markdown,
    hasPeers:
      peers === undefined || peers.some((id) => viewers.some((viewer) => viewer.isPeer && viewer.id === id)),
  }
}

function usualLengths({ quick }) {
  return quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000, 2_000_000, 5_000_000]
}

function read() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        lines: { type: 'string' },
        peers: { type: 'string' },
        only: { type: 'string' },
        repeat: { type: 'string' },
        'tail-seconds': { type: 'string' },
        'max-gigabytes': { type: 'string', default: '8' },
        port: { type: 'string', default: '0' },
        markdown: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : error)
  }
}

function refuse(why) {
  console.error(`${why}\n\n${usage}`)
  process.exit(2)
}
