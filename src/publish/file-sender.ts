import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv, { type Options } from 'sirv'

type SendFile = (
  /** Its path in the folder, as the disk has it. */
  file: string,
  request: IncomingMessage,
  response: ServerResponse,
  orElse: () => void,
) => void

/** Gives what answers with a file of `folder`, or, where there is none, does something else. */
export function fileSender(folder: string, options?: Options): SendFile {
  const send = sirv(folder, { dev: true, ...options })
  return (file, request, response, orElse) => {
    // sirv would read no more of an address than encodeURI writes, and ours hold more: /tags/C%23/.
    const path = `/${file.replaceAll('%', '%25')}`
    Object.assign(request, { url: path, _parsedUrl: { raw: path, pathname: path } })
    // sirv ends the process over a range that ends before it begins, or beyond all numbers.
    if (!isRange(request.headers.range)) delete request.headers.range
    send(request, response, orElse)
  }
}

/** From one byte to a later one, or to the end, of what a file may hold. Whatever else is asked for is answered with the whole file. */
function isRange(range = ''): boolean {
  const [, start, end] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? []
  return start !== undefined && (end === '' || Number(start) <= Number(end))
}
