import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [sveltekit({ adapter: adapter(), compilerOptions: { runes: true } })],
  test: {
    include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/conformity/**/*.test.ts'],
    globalSetup: ['tests/engine.ts'],
    maxWorkers: 2,
    // No file leaves anything behind that another sees: to start each in a world of its own takes half of the time of them all.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
