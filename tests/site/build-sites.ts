import { spawnSync } from 'node:child_process'
import { siteFolder, sites } from './sites.ts'

/** Builds the sites that the tests visit with Vite itself: hosts that know a project of Vite's may run that instead of `npm run build`. */
export default function buildSites(): void {
  for (const [name, { content }] of Object.entries(sites)) build(name, content)
}

function build(name: string, content: string): void {
  const { NODE_ENV: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', siteFolder(name)],
    { env: { ...env, LECTERN_CONTENT: content }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The ${name} site did not build:\n${stdout}${stderr}`)
}
