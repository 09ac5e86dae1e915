import type { ComponentProps } from 'react'

/**
 * A page's title, before which its first frame has nothing to show (`publish/app/first-paint.ts`).
 * Chromium waits for no more than an element's beginning: what is waited for comes after the text.
 */
export function Heading(props: ComponentProps<'h1'>) {
  return (
    <h1 {...props}>
      {props.children}
      <span id="page-title" />
    </h1>
  )
}
