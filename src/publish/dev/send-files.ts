import type { Connect } from 'vite'
import { decodePath } from '../../core/addresses.ts'
import { mayBePublished } from '../content/written-paths.ts'
import { fileSender } from '../file-sender.ts'
import { pathOf } from './dev-answers.ts'

/** Sends files of `media/`, and those beside texts, whether or not a text that names them was rendered yet. */
export function sendFiles(folder: string): Connect.NextHandleFunction {
  const sendFile = fileSender(folder)
  return (request, response, next) => {
    const file = decodePath(pathOf(request)).slice(1)
    if (!file.startsWith('media/')) return next()
    const beside = file.slice('media/'.length)
    if (/(^|\/)\.\.(\/|$)/.test(beside)) return next()
    const { url } = request
    const fromMedia = () => sendFile(file, request, response, notHere)
    const notHere = () => {
      request.url = url
      next()
    }
    const isBeside = /^(posts|pages)\//.test(beside) && mayBePublished(beside)
    if (isBeside) sendFile(beside, request, response, fromMedia)
    else fromMedia()
  }
}
