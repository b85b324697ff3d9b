/** What a code is called in both languages. */
export interface Word {
  readonly zh: string;
  readonly en: string;
}

export const w = (zh: string, en: string): Word => ({ zh, en });
