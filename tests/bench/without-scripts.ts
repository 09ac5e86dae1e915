/** A page as it would be without JavaScript: what a plain multi-page site of the same look sends. */
export const withoutScripts = (html: string): string =>
  html.replace(/<script\b[\s\S]*?<\/script>|<\/?noscript>/gi, '')
