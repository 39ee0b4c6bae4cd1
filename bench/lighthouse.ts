import { execSync } from 'node:child_process'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { startWizard } from './bytes.ts'

export type Score = {
  readonly name: string
  readonly performance: number
  readonly accessibility: number
  readonly practices: number
  readonly seo: number
}

/** Lighthouse's scores on its simulated phone. */
export async function measureLighthouse(url: string, number: string): Promise<readonly Score[]> {
  const chromePath = execSync('command -v chromium', { encoding: 'utf8' }).trim()
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run'] })
  const cookie = await startWizard(url)
  const pages: readonly (readonly [name: string, path: string])[] = [
    ['home', '/'],
    ['wizard, step 1', '/segnala'],
    ['wizard, step 2', '/segnala/dati'],
    ['list', '/segnalazioni'],
    ['report page', `/segnalazioni/${number}`],
    ['services', '/servizi'],
    ['service sheet', '/servizi/anagrafe-e-stato-civile/carta-di-identita-elettronica'],
    ['booking, step 1', '/prenota-appuntamento'],
    ['assistance', '/assistenza'],
  ]
  const scores: Score[] = []
  try {
    for (const [name, path] of pages) {
      const run = await lighthouse(url + path, { port: chrome.port, output: 'json', logLevel: 'error', extraHeaders: { cookie } })
      const score = (category: string) => Math.round((run?.lhr.categories[category]?.score ?? 0) * 100)
      scores.push({
        name,
        performance: score('performance'),
        accessibility: score('accessibility'),
        practices: score('best-practices'),
        seo: score('seo'),
      })
    }
  } finally {
    chrome.kill()
  }
  return scores
}
