import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type SiteName, siteFolder, sites } from './sites.ts'
import { expect, test } from './test.ts'

test('a feed opened in a browser is a page to read, with links to the posts', async ({ page }) => {
  await page.goto('/feed.xml')
  await expect(page.getByText('Service First').first()).toBeVisible()
  await expect(page.getByText('put its address into a feed reader')).toBeVisible()
  const title = page.locator('entry > title').first()
  await expect(title).toHaveCSS('display', 'block')
  await expect(page.locator('entry > content').first()).toBeHidden()
  await expect(page.locator('entry a').first()).toHaveAttribute(
    'href',
    /^https:\/\/lectern\.example\/posts\//,
  )
})

for (const site of Object.keys(sites) as SiteName[])
  test(`every XML file of the ${site} site is well-formed`, async ({ page }) => {
    const files = readdirSync(siteFolder(site), { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.xml$|feeds\/posts\/default$/.test(file),
    )
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) {
      const text = readFileSync(join(siteFolder(site), file), 'utf8')
      const fault = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')
            ?.textContent,
        text,
      )
      expect(fault, file).toBeUndefined()
    }
  })

test('a feed’s entries hold the posts’ own HTML', async ({ page, request }) => {
  const twin = await (await request.get('/posts/test-true.json')).json()
  const atom = await (await request.get('/feed.xml')).text()
  const content = await page.evaluate(
    ([xml = '', url]) =>
      [...new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('entry')]
        .find((entry) => entry.querySelector('link')?.getAttribute('href') === url)
        ?.querySelector('content')?.textContent,
    [atom, twin.url],
  )
  expect(content).toBe(twin.content_html)
})
