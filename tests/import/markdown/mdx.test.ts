import { expect, test } from 'vitest'
import { bodyFrom, docusaurus, type Files, postFrom } from './read-files.ts'

const read = (body: string, site?: Files) => bodyFrom('posts/tea.mdx', body, site)
/** Blank lines more or less change nothing. */
const tidy = (text: string): string => text.replace(/\n(?:[ \t]*\n)+/g, '\n\n').trim()

test.each([
  ["import Cup from './cup'\n\nTea.", 'Tea.'],
  [
    "import Cup, { Pot } from './cup'\nimport * as all from \"./all\";\nimport './cup.css'\n\nTea.",
    'Tea.',
  ],
  ["import {\n  Cup,\n  Pot,\n} from './cup'\n\nTea.", 'Tea.'],
  ['export const a = 1\n\nTea.', 'Tea.'],
  ["export const a = {\n  b: [1, '}'],\n\n  c: `\n{`,\n}\n\nTea.", 'Tea.'],
  ['export const Cup = ({ children }) => (\n  <p>{children}</p>\n)\n\nTea.', 'Tea.'],
  ['export default function Cup() {\n  return 1\n}\n\nTea.', 'Tea.'],
  ['Tea.\n\n{/* secret */}\n\nRain.', 'Tea.\n\nRain.'],
  ['Tea {/* secret */}and rain.', 'Tea and rain.'],
  ['Tea {/* not /posts/* or **/ */}and rain.', 'Tea and rain.'],
  ['Tea{" "}and {\'rain\'}.', 'Tea and rain.'],
  ['<Cup>\nWarm *tea*\n</Cup>', '<Cup>\n\nWarm *tea*\n\n</Cup>'],
  ['<Cup title="Look">\nWarm\n</Cup>', '<Cup title="Look">\n\n**Look**\n\nWarm\n\n</Cup>'],
  ['A <Tip text="x">warm</Tip> tea', 'A <Tip text="x">warm</Tip> tea'],
  ['<Chart data={[{ a: 1 }, "}"]} wide />', '<Chart wide="" />'],
  ['<Chart\n  data={data}\n  {...props}\n/>', '<Chart />'],
  ['<Image src="/cup.png" alt="A cup" />', '![A cup](/cup.png)'],
  ['import cup from \'./cup.png\'\n\n<Image src={cup} alt="A cup" />', '![A cup](./cup.png)'],
  [
    '<img src={require("./cup.png").default} alt="A cup" style={{ width: 1 }} />',
    '<img src="./cup.png" alt="A cup" />',
  ],
  [
    '<img src={useBaseUrl(\'/cup.png\')} className="wide" />',
    '<img src="/cup.png" class="wide" />',
  ],
  ['<Link to="/rain">rain</Link>', '<a href="/rain">rain</a>'],
  ['<YouTube id="abc" />', '<https://www.youtube.com/watch?v=abc>'],
  [
    '<div>\n  <Cup>\n\n    Warm [tea](/tea)\n\n  </Cup>\n</div>',
    '<div>\n\n<Cup>\n\nWarm [tea](/tea)\n\n</Cup>\n\n</div>',
  ],
])('%j becomes %j', async (body, translated) => {
  expect(tidy(await read(body)).replace(/^ +/gm, '')).toBe(translated)
})

test.each([
  "```js\nimport Cup from './cup'\nexport const a = 1\n```",
  '`<Cup a={1}>` and `{/* tea */}`',
  'import tea from China, they say',
  'export is a word, {tea} too',
  'Two < three and {braces',
  '<Cup a={1',
])('%j is code, or no JavaScript, and stays', async (body) => {
  expect(await read(`Text.\n\n${body}`)).toBe(`Text.\n\n${body}`)
})

test('components are noted once by their names', async () => {
  const post = await postFrom('posts/tea.mdx', '<Cup>a</Cup> <Cup>b</Cup>\n\n<Pot />')
  expect(post.notes).toEqual([
    'what the component "Cup" shows was not taken over, but the words in it',
    'what the component "Pot" shows was not taken over, but the words in it',
  ])
})

test('Docusaurus reads all of its texts as MDX', async () => {
  const body = "import Cup from './cup'\n\nTea.\n\n{/* truncate */}\n\nMore."
  expect(await bodyFrom('blog/2016-05-01-tea.md', body, docusaurus)).toBe(
    'Tea.\n\n<!--more-->\n\nMore.',
  )
})

test('JavaScript is text where nobody reads MDX', async () => {
  const body = "import Cup from './cup'\n\n{/* Tea */} <Cup a={1}>"
  expect(await bodyFrom('posts/tea.md', body)).toBe(body)
})
