import { defineConfig } from 'vitest/config'
import { electronBinary } from './build/scripts/electron-binary.ts'

// Three projects: `unit` is everything without a window; `e2e` drives the built app in a Chromium window, one file at a time;
// `electron` is the same journeys in the real shell, and exists only where its binary does.
const journeys = {
  include: ['test/e2e/**/*.test.ts'],
  testTimeout: 60_000,
  hookTimeout: 90_000,
  fileParallelism: false,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**'],
          testTimeout: 30_000,
          // Making a store is as slow as anything a test does, and is mostly done in hooks.
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...journeys, name: 'e2e', env: { HOST: 'chromium' }, sequence: { groupOrder: 1 } } },
      ...(electronBinary() === null
        ? []
        : [
            {
              test: { ...journeys, name: 'electron', env: { HOST: 'electron' }, sequence: { groupOrder: 2 } },
            },
          ]),
    ],
  },
})
