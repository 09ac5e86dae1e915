/** A text without control characters, which may tell a terminal to do something, and say nothing to a reader. */
export const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '')
