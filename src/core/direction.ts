import { perKey } from './per-key.ts'

/** Imperial Aramaic stands for what Unicode takes "arc" to be written in. */
const rightToLeft = /^(Adlm|Arab|Armi|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/

/** Which way a language is written, by its script: that of "az" is Latin, that of "az-Arab" is not. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.test(fullLocale(language).script ?? '') ? 'rtl' : 'ltr'

/** A language with the script and the country that it is likely to be of. */
export const fullLocale = perKey((language) => new Intl.Locale(language).maximize())
