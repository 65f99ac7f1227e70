import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const pages = existsSync(here('peers/node_modules')) ? ['page.html', 'peers/page.html'] : ['page.html']

export default defineConfig({
  root: here('../..'),
  base: './',
  plugins: [react()],
  logLevel: 'error',
  worker: { format: 'es' },
  publicDir: false,
  // One React for all: the peers' own folder has another copy.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: here('../../node_modules/.cache/joblens-bench'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 10_000,
    rollupOptions: { input: pages.map(here) },
  },
})
