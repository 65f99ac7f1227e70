/*
 * Writes every file of the app beside itself as brotli and gzip. At build time, because the gateway would need 230 MB of
 * memory for it at each start; and here the best quality costs nobody anything.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const compressible = new Set(['.css', '.js', '.json', '.svg', '.txt', '.md', '.webmanifest', '.wasm'])
/** Below that the headers weigh more. */
const leastBytes = 1024

/** @returns {import('vite').Plugin} */
export function compressedFiles() {
  let folder = ''
  let hasFailed = false
  return {
    name: 'joblens-compressed-files',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir)
    },
    // Called at the end of a build that failed too: what is said then must not hide why.
    buildEnd: (error) => {
      hasFailed = error !== undefined
    },
    closeBundle() {
      if (hasFailed) return
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name)
        if (entry.isFile() && compressible.has(extname(file))) compress(file)
      }
    },
  }
}

function compress(file) {
  const bytes = readFileSync(file)
  if (bytes.length < leastBytes) return
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}
