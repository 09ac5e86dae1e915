import type { ComponentProps } from 'react'

/** A page's title, before which its first frame has nothing to show (`publish/app/first-paint.ts`). */
export function Heading({ children, ...props }: Omit<ComponentProps<'h1'>, 'id'>) {
  return (
    <h1 id="page-title" {...props}>
      {children}
    </h1>
  )
}
