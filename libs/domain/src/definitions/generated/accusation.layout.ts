// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const accusationLayout: ChartLayout = {
  width: 197,
  height: 656,
  nodes: [
    {"state":"registered","x":53,"y":12,"width":132,"height":44},
    {"state":"transferred","x":53,"y":159,"width":132,"height":44},
    {"state":"received","x":53,"y":306,"width":132,"height":44},
    {"state":"concluded","x":53,"y":453,"width":132,"height":44},
    {"state":"archived","x":53,"y":600,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"transferred","commands":["FORWARD"],"points":[[119,56],[119,159]],"label":[64,100]},
    {"from":"transferred","to":"received","commands":["CONFIRM_RECEIPT"],"points":[[119,203],[119,306]],"label":[12,247]},
    {"from":"received","to":"concluded","commands":["FEEDBACK"],"points":[[119,350],[119,453]],"label":[51,394]},
    {"from":"concluded","to":"archived","commands":["ARCHIVE"],"points":[[119,497],[119,600]],"label":[64,541]},
  ],
};
