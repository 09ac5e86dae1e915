/** What generators, themes and people call the fields of a post, the likeliest name first. */

/** When it was published. */
export const dateFields = (
  'date pubdate publishdate publisheddate publishedat publishedon published datepublished ' +
  'pubdatetime created createdat createddate datecreated posted'
).split(' ')

export const updatedFields = (
  'updated lastmod modified updateddate moddatetime lastmodifiedat lastmodified updatedat ' +
  'dateupdated datemodified modifieddate lastupdate.date lastupdated'
).split(' ')

export const imageFields = (
  'image cover featuredimage featureimage featured hero heroimage coverimage thumbnail ' +
  'banner images header.image header.overlayimage header.teaser ogimage socialimage img'
).split(' ')

export const descriptionFields =
  'description excerpt summary subtitle metadescription abstract spoiler desc'.split(' ')

export const imageAltFields = (
  'imagealt heroimagealt coveralt coverimagealt featuredimagealt featureimagealt ' +
  'thumbnailalt image.alt cover.alt hero.alt heroimage.alt header.imagealt header.alt'
).split(' ')

/** Where it stood before. */
export const aliasFields = 'redirectfrom aliases alias redirects oldurl oldurls'.split(' ')
