/** A field's name, however its program writes it: "is_draft" and "isDraft" are one. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_]/g, '')
