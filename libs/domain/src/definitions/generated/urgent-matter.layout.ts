// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const urgentMatterLayout: ChartLayout = {
  width: 182,
  height: 803,
  nodes: [
    {"state":"registered","x":25,"y":12,"width":132,"height":44},
    {"state":"responded","x":25,"y":159,"width":132,"height":44},
    {"state":"assembled","x":25,"y":306,"width":132,"height":44},
    {"state":"acting","x":25,"y":453,"width":132,"height":44},
    {"state":"concluded","x":25,"y":600,"width":132,"height":44},
    {"state":"archived","x":25,"y":747,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"responded","commands":["RESPOND"],"points":[[91,56],[91,159]],"label":[91,100]},
    {"from":"responded","to":"assembled","commands":["ASSEMBLE"],"points":[[91,203],[91,306]],"label":[91,247]},
    {"from":"assembled","to":"acting","commands":["BEGIN_HANDLING"],"points":[[91,350],[91,453]],"label":[91,394]},
    {"from":"acting","to":"concluded","commands":["CONCLUDE_URGENT"],"points":[[91,497],[91,600]],"label":[91,541]},
    {"from":"concluded","to":"archived","commands":["ARCHIVE"],"points":[[91,644],[91,747]],"label":[91,688]},
  ],
};
