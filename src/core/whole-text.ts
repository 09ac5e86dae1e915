/**
 * A text without halves of characters, which are left where one was cut, and which the escapes of JSON
 * and YAML can tell: addresses refuse them, and HTML shows another sign, so that a page would not be as
 * the app makes it.
 */
export const wholeText = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')
