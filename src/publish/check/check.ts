/** The command behind `npm run check-site`: reads a built site as a critical visitor would. */
import { parseArgs } from 'node:util'
import { messageOf } from '../../core/message-of.ts'
import { numberOf } from '../../core/number-of.ts'
import { checkSite } from './check-site.ts'

const folder = readFolder()
if (folder === undefined) {
  console.error('Usage: npm run check-site -- [FOLDER]   (dist, where none is named)')
  process.exitCode = 2
} else check(folder)

function check(folder: string): void {
  try {
    const { faults, notes, pages, links, images } = checkSite(folder)
    for (const note of notes) console.log(`note: ${note}`)
    for (const fault of faults) console.error(`fault: ${fault}`)
    console.log(
      `${folder}: ${numberOf(pages, 'page')}, ${numberOf(links, 'link')}, ${numberOf(images, 'image')}: ${numberOf(faults.length, 'fault')}, ${numberOf(notes.length, 'note')}`,
    )
    if (faults.length > 0) process.exitCode = 1
  } catch (error) {
    console.error(messageOf(error))
    process.exitCode = 1
  }
}

function readFolder(): string | undefined {
  try {
    const { positionals } = parseArgs({ allowPositionals: true })
    return positionals.length > 1 ? undefined : (positionals[0] ?? 'dist')
  } catch (error) {
    console.error(messageOf(error))
    return undefined
  }
}
