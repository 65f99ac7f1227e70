import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('../..'),
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  worker: { format: 'es' },
  publicDir: false,
  build: {
    outDir: here('../../node_modules/.cache/joblens-bench'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ['joblens', 'pre', 'list', 'drain'].map((name) => here(`./${name}.html`)),
    },
  },
})
