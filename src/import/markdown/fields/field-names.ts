/** What generators, themes and people call the fields of a post. */

/** When it was published, by the likeliest name first. */
export const dateFields = [
  'date',
  'pubdate',
  'publishdate',
  'publisheddate',
  'publishedat',
  'publishedon',
  'published',
  'datepublished',
  'pubdatetime',
  'created',
  'createdat',
  'createddate',
  'datecreated',
  'posted',
]

export const updatedFields = [
  'updated',
  'lastmod',
  'modified',
  'updateddate',
  'moddatetime',
  'lastmodifiedat',
  'lastmodified',
  'updatedat',
  'dateupdated',
  'datemodified',
  'modifieddate',
  'lastupdate.date',
  'lastupdated',
]

export const imageFields = [
  'image',
  'cover',
  'featuredimage',
  'featureimage',
  'featured',
  'hero',
  'heroimage',
  'coverimage',
  'thumbnail',
  'banner',
  'images',
  'header.image',
  'header.overlayimage',
  'header.teaser',
  'ogimage',
  'socialimage',
  'img',
]

export const descriptionFields = [
  'description',
  'excerpt',
  'summary',
  'subtitle',
  'metadescription',
  'abstract',
  'spoiler',
  'desc',
]

export const imageAltFields = [
  'imagealt',
  'heroimagealt',
  'coveralt',
  'coverimagealt',
  'featuredimagealt',
  'featureimagealt',
  'thumbnailalt',
  'image.alt',
  'cover.alt',
  'hero.alt',
  'heroimage.alt',
  'header.imagealt',
  'header.alt',
]
