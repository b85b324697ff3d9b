/** 党政机关公文格式 (GB/T 9704): A4, 37 mm above and 28 mm left of the text, 三号 16 points on lines of 28. All in points. */
const MM = 72 / 25.4;

export const PAGE = { width: 210 * MM, height: 297 * MM } as const;
export const MARGIN = { top: 37 * MM, bottom: 35 * MM, left: 28 * MM, right: 26 * MM } as const;
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
export const BODY = { size: 16, line: 28 } as const;
export const TITLE = { size: 22, line: 34 } as const;
/** The name of the organ at the head of the paper, in red. */
export const HEAD = { size: 24, line: 40, colour: '#c00000' } as const;
/** 公章 of a unit is 42 mm wide. */
export const SEAL_RADIUS = 21 * MM;
export const SMALL = { size: 10.5, colour: '#808080' } as const;
/** What the form asks for stands in a column of its own. */
export const LABEL_WIDTH = 6 * BODY.size;
