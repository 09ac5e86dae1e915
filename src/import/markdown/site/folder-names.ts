/** What folders of posts are called. */
export const postFolders =
  /^(_?posts?|_?drafts|blogs?|articles?|writings?|notes|news|journal|essays|entries|weblog|diary|til|stories)$/i

/** What folders of pages are called. */
export const pageFolders = /^_?pages?$/i
