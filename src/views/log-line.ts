import { isbot } from 'isbot'
import { parseDate } from '../core/dates.ts'
import { viewPath } from '../core/view-path.ts'

export type LogLine =
  | { kind: 'view'; path: string; day: string; visitor: string }
  | { kind: 'bot' | 'other' | 'unreadable' }

/**
 * Common and Combined format (https://httpd.apache.org/docs/current/logs.html#accesslog), where what
 * stands before the time (virtual host, address, names) and after the user agent may vary. Quotes
 * within quotes are escaped.
 */
const logLine =
  /^(\S+ \S+ \S.*?) \[(\d\d)\/(\w{3})\/(\d{4}):[^\]]*\] "((?:[^"\\]|\\.)*)" (\d{3}) (?:\d+|-)(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?/

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** What a line of an access log counts as. */
export function readLogLine(line: string): LogLine {
  const [, origin, day, month = '', year, request = '', status, agent] = logLine.exec(line) ?? []
  if (origin === undefined) return { kind: 'unreadable' }
  const target = /^GET (\S+)/.exec(request)?.[1]
  if (target === undefined || (status !== '200' && status !== '304')) return { kind: 'other' }
  const path = viewPath(target)
  if (path === undefined || !isPage(path)) return { kind: 'other' }
  const date = parseDate(`${year}-${months.indexOf(month) + 1}-${day}`)
  if (date === undefined) return { kind: 'unreadable' }
  // Common format doesn't tell the user agent.
  if (agent !== undefined && isNoReader(agent)) return { kind: 'bot' }
  return { kind: 'view', path, day: date, visitor: `${origin}\n${agent}` }
}

/** Bots, and among them link previewers, monitors and prefetching proxies. */
const isNoReader = (agent: string): boolean => agent === '' || agent === '-' || isbot(agent)

const otherFile = /\.(?!html?$)[a-z][a-z0-9]*$/i
const noPages = /^\/(feeds?|assets)(\/|$)/i

/** Whether a server answers the path with a page, and not with a feed, a picture or a script. */
const isPage = (path: string): boolean => !otherFile.test(path) && !noPages.test(path)
