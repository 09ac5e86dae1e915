import type { Element, Root } from 'hast'
import { decodePath } from '../../../core/addresses.ts'

/** What goes with all that is in it, where its author may not expect that; scripts, styles and forms always go. */
const goesWhole = /^(svg|math|textarea|select|button|template|title)$/

/** HTML's elements, of today and of yesterday, of which at least the inside is shown (https://html.spec.whatwg.org/multipage/indices.html#elements-3). */
const known = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote ' +
    'body br canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt ' +
    'em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr ' +
    'html i iframe img input ins kbd label legend li link listing main map mark marquee menu meta meter nav nobr ' +
    'noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt ' +
    'rtc ruby s samp script search section slot small source span strike strong style sub summary sup table ' +
    'tbody td tfoot th thead time tr track tt u ul var video wbr xmp'
  ).split(' '),
)

/** A path of Windows seems to have a scheme, too. */
const isNotOnWeb = (src: string): boolean => /^\s*(?!https?:|data:)[a-z][a-z0-9+.-]*:/i.test(src)

/** Says what of a text will not be shown that its author may have meant to be: "List<string>" is HTML, too. */
export function describeLosses(tree: Root): string[] {
  const lost = new Set<string>()
  const walk = ({ children }: Root | Element): void => {
    for (const child of children) {
      if (child.type !== 'element') continue
      const { tagName, properties } = child
      if (tagName === 'img' && isNotOnWeb(String(properties.src ?? '')))
        lost.add(
          `found the image "${decodePath(String(properties.src))}", which is not on the web; expected a path such as ../media/a.png`,
        )
      const isWhole = goesWhole.test(tagName)
      if (isWhole) lost.add(`found <${tagName}>, which is taken out with what is in it`)
      // Word writes <o:p>, and others have their own.
      else if (!known.has(tagName) && !tagName.includes(':'))
        lost.add(
          `found <${tagName}>, which is not shown; expected &lt;${tagName}> where it is no HTML`,
        )
      if (!isWhole) walk(child)
    }
  }
  walk(tree)
  return [...lost]
}
