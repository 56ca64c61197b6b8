import { parseAst } from 'vite'

/** A node of a syntax tree (ESTree): a type, and children under any name. */
export type Node = { readonly type: string } & Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** All nodes of a file of TypeScript or JavaScript. */
export function nodesOf(code: string, isTypeScript: boolean): Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const entry of value) visit(entry)
    else if (isNode(value)) {
      found.push(value)
      for (const child of Object.values(value)) visit(child)
    }
  }
  visit(parseAst(code, { lang: isTypeScript ? 'ts' : 'js' }))
  return found
}

/** The name of an identifier, of a key, or of what a member expression ends in; else ''. */
export function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return String(node['name'])
  if (node.type === 'Literal') return String(node['value'])
  if (node.type === 'MemberExpression') return nameOf(node['property'])
  return ''
}

/** The name of what a member expression begins with. */
export const objectOf = (node: Node): string => nameOf(node['object'])

/** The value of a literal, or of a template without holes; undefined for anything else. */
export function literal(node: unknown): unknown {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal') return node['value']
  const quasis = node['quasis']
  if (node.type !== 'TemplateLiteral' || !Array.isArray(quasis) || quasis.length !== 1) return undefined
  return (quasis[0] as { value: { cooked: string } }).value.cooked
}

export const argumentsOf = (node: Node): Node[] => (node['arguments'] as Node[] | undefined) ?? []
