/** For `<details>`: opens it where asked, and else leaves it as the person has it, who may have opened it before scripts ran. */
export function openPanel(asked: boolean): { readonly open?: true } {
  return asked ? { open: true } : {}
}
