import { postPath } from '../../core/addresses.ts'
import type { PostLink } from '../../core/twins.ts'
import { hrefOf } from '../links.ts'
import { writtenIn } from './written-in.ts'

/** A post's title, in its language, as a link to it. */
export const LinkToPost = ({ slug, name, language }: PostLink) => (
  <a href={hrefOf(postPath(slug))} {...writtenIn(language)}>
    {name}
  </a>
)
