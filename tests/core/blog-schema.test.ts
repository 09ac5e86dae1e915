import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, test } from 'vitest'
import { BlogSettings } from '../../src/core/blog.ts'

/** After a change of the settings, `npx vitest run blog-schema -u` writes the file anew. */
test('blog.schema.json tells editors what blog.json may hold', async () => {
  const { $schema, ...schema } = toJsonSchema(BlogSettings, {
    typeMode: 'input',
    // A pattern's flags have no place in a JSON Schema.
    errorMode: 'ignore',
  })
  const forEditors = {
    $schema,
    title: 'Lectern blog.json',
    description: 'The settings of a blog that Lectern publishes.',
    ...schema,
  }
  await expect(`${JSON.stringify(forEditors, null, 2)}\n`).toMatchFileSnapshot(
    '../../src/core/blog.schema.json',
  )
})
