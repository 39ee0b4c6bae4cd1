import { execSync } from 'node:child_process'
import { defineConfig } from '@playwright/test'

const url = process.env.FILO_URL ?? 'http://127.0.0.1:4390'

/** Journeys of the desk and of administrators, of links in letters and of files. */
const onLargeScreens =
  /(agenda|area|areas|assistance|author|body|booking|calendars|categories|desk.*|entry|groups|guard|people|print|ratings|routing|services-editor|suppliers|wizard-files)\.journey\.ts$/

/** What looks at no page is done once. */
const withoutPages = /guard\.journey\.ts$/

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  workers: 2,
  // Where the machine is shared a journey may be late once; what fails twice fails, and what was late is told.
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  timeout: 60_000,
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: url,
    actionTimeout: 10_000,
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    // A trace costs a third of the time: --trace=on where one is wanted.
    screenshot: 'only-on-failure',
    // A colour that is still on its way to another is not yet readable.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      // Debian's shell of it draws nothing that nobody sees: a third quicker.
      executablePath: execSync('command -v chromium-headless-shell || command -v chromium', { encoding: 'utf8' }).trim(),
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'wide', use: { viewport: { width: 1280, height: 900 } } },
    // What few people do on a telephone is looked at there without scripts, which is the harder way.
    { name: 'narrow', testIgnore: onLargeScreens, use: { viewport: { width: 360, height: 740 }, hasTouch: true } },
    // The official criteria of municipal sites: docs/conformity.md says which is shown by which test.
    { name: 'conformity', testDir: 'tests/conformity/italian-pa', testMatch: '**/*.conformity.ts' },
    { name: 'narrow-no-js', testIgnore: withoutPages, use: { viewport: { width: 360, height: 740 }, javaScriptEnabled: false } },
  ],
  ...(process.env.FILO_URL
    ? {}
    : {
        webServer: {
          command: 'rm -rf var/journeys && ./filo up',
          url: `${url}/health/ready`,
          timeout: 180_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
          env: {
            FILO_PORT: new URL(url).port,
            FILO_DATA: 'var/journeys',
            FILO_DEMO_PASSWORD: 'prova-prova-prova',
            FILO_DEMO_API_KEY: 'filo_prova_prova_prova_prova',
            FILO_RATE_LIMITS: 'off',
          },
        },
      }),
})
