/** What XML 1.0 has no place for (https://www.w3.org/TR/xml/#charsets), and the C1 controls, which no text means. */
const unspeakable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Surrogate}/gu

/** A text as the content of an element, or the value of an attribute in double quotes. */
export const escapeXml = (text: string): string =>
  text
    .replace(unspeakable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
