import { bodyAttribute } from '../page-state.ts'

interface ProseProps {
  /** HTML that was sanitised when the site was built. */
  html: string
  /** Names the HTML, for reading it back from the page. */
  body: string
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
}

/** A text, as its author's HTML has it. */
export function Prose({ html, body, lang, dir }: ProseProps) {
  const attributes = { className: 'prose', lang, dir, [bodyAttribute]: body }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised at build
  return <div {...attributes} dangerouslySetInnerHTML={{ __html: html }} />
}
