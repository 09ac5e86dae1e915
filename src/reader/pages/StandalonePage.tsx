import { useParams } from 'react-router'
import { pagePath } from '../../core/addresses.ts'
import { dataOfPage } from '../../core/structured-data.ts'
import type { PageTwin } from '../../core/twins.ts'
import { Heading } from '../components/Heading.tsx'
import { DataForMachines, PageHead } from '../components/PageHead.tsx'
import { Prose } from '../components/Prose.tsx'
import { StatusLabel } from '../components/StatusLabel.tsx'
import { writtenIn } from '../components/written-in.ts'
import type { PageProps } from '../Page.tsx'
import { textBody } from '../page-state.ts'

/** A page outside the flow of posts, such as About. */
export function StandalonePage({ blog, twin: page }: PageProps<PageTwin>) {
  const { name = '' } = useParams()
  const { preview, status } = page._lectern
  return (
    <article key={name} className="post">
      <PageHead
        blog={blog}
        title={page.title}
        description={page.summary}
        path={pagePath(name)}
        preview={preview}
        language={page.language}
      />
      {import.meta.env.DEV && status !== undefined && (
        <p className="meta">
          <StatusLabel status={status} />
        </p>
      )}
      <Heading {...writtenIn(page.language)}>{page.title}</Heading>
      <Prose html={page.content_html} body={textBody} {...writtenIn(page.language)} />
      <DataForMachines data={dataOfPage(blog, page)} />
    </article>
  )
}
