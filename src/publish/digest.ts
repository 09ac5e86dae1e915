import { createHash } from 'node:crypto'

/** Names a text: another one has another digest. */
export const digestOf = (text: string | Uint8Array): string =>
  createHash('sha1').update(text).digest('base64url')
