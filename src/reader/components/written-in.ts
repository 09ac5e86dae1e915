import { directionOf } from '../../core/direction.ts'

/** The attributes of the interface's own sentences, whose signs stand elsewhere from right to left. */
export const inEnglish = { lang: 'en', dir: 'ltr' } as const

/** The attributes of a text in a language other than the blog's; what stands around it keeps the blog's. */
export const writtenIn = (language: string | undefined) =>
  language === undefined ? {} : { lang: language, dir: directionOf(language) }
