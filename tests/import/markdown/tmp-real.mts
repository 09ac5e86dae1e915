import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readMarkdownSite } from '../../../src/import/markdown/read-markdown-site.ts'
const root = process.env.MDROOT ?? ''
const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((n) => statSync(join(root, n)).isFile() && !/node_modules|\.git\//.test(n)).sort()
const gen = readMarkdownSite({ names, text: async (n) => readFileSync(join(root, n), 'utf8') })
for (;;) {
  const { value, done } = await gen.next()
  const { text, ...rest } = value as any
  console.log(JSON.stringify(Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined && v !== false && !(Array.isArray(v) && v.length === 0)))))
  if (text && process.env.SHOW) console.log(text.slice(0, 3000).replace(/^/gm, '   | '))
  if (done) break
}
