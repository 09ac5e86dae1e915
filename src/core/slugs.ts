/** Words of any script as one address segment: "Help, not rescue..." is "help-not-rescue". */
export const slugify = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .slice(0, 80)
    // A cut may leave half a character.
    .replace(/^-+|[-\p{Cs}]+$/gu, '')

/** A file's name as an address segment: kept as it is but for what an address can't hold. */
export const slugOfFileName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\s/\\?#%"<>|*:\p{Cc}\p{Cs}]+/gu, '-')
    .replace(/^[-.]+|-+$/g, '')

/** Whether a file of that name, without its ending, is about its folder and no text: GitHub's README, Hugo's _index. */
export const isFolderNote = (name: string): boolean => /^(_index|README)$/.test(name)

export const isSlug = (text: string): boolean => text !== '' && slugOfFileName(text) === text
