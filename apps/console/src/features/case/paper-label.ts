/** What a paper of a case is called: as its procedure calls it, else by its field. */
export function paperLabel(labels: Readonly<Record<string, string>>, procedure: string, field: string): string {
  return labels[`${procedure}/${field}`] ?? labels[field] ?? field;
}
