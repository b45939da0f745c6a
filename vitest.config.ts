import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['packages/*/{src,test}/**/*.test.{ts,tsx}', 'app/{src,test,demo}/**/*.test.{ts,tsx}'],
    // One worker keeps its modules (and its in-process PostgreSQL) from file to file.
    pool: 'threads',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000
  }
})
