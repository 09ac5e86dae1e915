import { hash } from 'node:crypto'

/** Names a text: another one has another digest. */
export const digestOf = (text: string | Uint8Array): string => hash('sha1', text, 'base64url')
