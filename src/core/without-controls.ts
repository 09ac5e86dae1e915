/**
 * A text without control characters, which may tell a terminal to do something, and say nothing to a
 * reader; a carriage return ends a line, as HTML has it.
 */
export const withoutControls = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '')
