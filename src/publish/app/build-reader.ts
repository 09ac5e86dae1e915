import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ViteBuilder } from 'vite'
import { paintFirst } from './first-paint.ts'

/** Builds the reader, for browsers, their service workers and the threads that prerender pages, to where the plugin says. */
export async function buildReader(builder: ViteBuilder): Promise<void> {
  const { client, ssr, worker } = builder.environments
  if (client === undefined || ssr === undefined || worker === undefined)
    throw new Error('Vite lacks an environment of ours')
  await builder.build(client)
  await builder.build(ssr)
  await builder.build(worker)
  const folder = client.config.build.outDir
  const page = join(folder, 'index.html')
  writeFileSync(page, paintFirst(readFileSync(page, 'utf8'), folder, builder.config.base))
}
