import sirv from 'sirv'
import type { Connect } from 'vite'
import { decodePath } from '../../core/addresses.ts'
import { mayBePublished } from '../content/written-paths.ts'
import { pathOf } from './dev-answers.ts'

/** Sends files of `media/`, and those beside texts, whether or not a text that names them was rendered yet. */
export function sendFiles(folder: string): Connect.NextHandleFunction {
  const files = sirv(folder, { dev: true })
  return (request, response, next) => {
    const path = pathOf(request)
    if (!path.startsWith('/media/')) return next()
    const send = (url: string, orElse: () => void) =>
      files(Object.assign(request, { url }), response, orElse)
    const fromMedia = () => send(path, next)
    const beside = decodePath(path).slice('/media/'.length)
    if (/(^|\/)\.\.(\/|$)/.test(beside)) return next()
    const isBeside = /^(posts|pages)\//.test(beside) && mayBePublished(beside)
    if (isBeside) send(`/${encodeURI(beside)}`, fromMedia)
    else fromMedia()
  }
}
