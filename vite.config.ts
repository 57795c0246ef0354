import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The pages. Nothing is inlined: the content security policy lets neither inline scripts nor inline styles run.
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  css: { preprocessorOptions: { scss: { loadPaths: ['node_modules'], quietDeps: true } } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
})
