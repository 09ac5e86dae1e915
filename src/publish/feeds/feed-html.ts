import { hasScheme } from '../../core/addresses.ts'

/** A tag as the renderer writes it: with attributes in double quotes. */
const tags = /<[a-z][a-z0-9]*(?:\s+[^\s=>"]+(?:="[^"]*")?)*\s*\/?>/g
const addresses = /\s(href|src|cite)="([^"]*)"/g
/** Of use only within the page: feed readers take some of them for an attack. */
const pageOnly = /\s(?:role|tabindex|fetchpriority|aria-[a-z]+)(?:="[^"]*")?(?=[\s/>])/g

/** A post's sanitised HTML as it can stand anywhere: each address in it names the host. */
export const feedHtml = (html: string, page: string): string =>
  html.replace(tags, (tag) =>
    tag
      .replace(pageOnly, '')
      .replace(addresses, (_, name, address) => ` ${name}="${wholeAddress(address, page)}"`),
  )

/** The address, written as HTML is, seen from the whole address of its page, which ends in "/". */
function wholeAddress(address: string, page: string): string {
  if (hasScheme(address)) return address
  if (address.startsWith('//')) return `https:${address}`
  if (address.startsWith('/')) return new URL(page).origin + address
  return page + address
}
