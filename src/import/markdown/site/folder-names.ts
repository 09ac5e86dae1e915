/** What folders of posts are called. */
export const postFolders =
  /^(_?posts?|_?drafts|blogs?|articles?|writings?|notes|news|journal|essays|entries|weblog|diary|til|stories)$/i

/** What folders of pages are called. */
export const pageFolders = /^_?pages?$/i

/** Whether a folder's name says what is in it; any other one round a whole site is an accident. */
export const isTelling = (folder: string): boolean =>
  postFolders.test(folder) || pageFolders.test(folder) || /^[_\d]/.test(folder)
