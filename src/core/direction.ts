const rightToLeft = new Set('ar arc ckb dv fa he iw ks ps sd ug ur yi'.split(' '))

/** Which way a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
