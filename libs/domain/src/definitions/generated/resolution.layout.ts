// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const resolutionLayout: ChartLayout = {
  width: 318,
  height: 509,
  nodes: [
    {"state":"registered","x":28,"y":12,"width":132,"height":44},
    {"state":"reported","x":28,"y":159,"width":132,"height":44},
    {"state":"concluded","x":28,"y":306,"width":132,"height":44},
    {"state":"archived","x":28,"y":453,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"reported","commands":["REPORT_RESOLUTION"],"points":[[116,56],[116,66],[224,66],[224,125],[116,125],[116,159]],"label":[224,100]},
    {"from":"reported","to":"concluded","commands":["ACCEPT_REPORT"],"points":[[94,203],[94,306]],"label":[94,247]},
    {"from":"reported","to":"registered","commands":["RETURN_REPORT"],"points":[[72,159],[72,56]],"label":[72,100]},
    {"from":"concluded","to":"archived","commands":["ARCHIVE"],"points":[[94,350],[94,453]],"label":[94,394]},
  ],
};
