// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const dutyHandoverLayout: ChartLayout = {
  width: 156,
  height: 362,
  nodes: [
    {"state":"registered","x":12,"y":12,"width":132,"height":44},
    {"state":"taken","x":12,"y":159,"width":132,"height":44},
    {"state":"archived","x":12,"y":306,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"taken","commands":["TAKE_OVER"],"points":[[78,56],[78,159]],"label":[78,100]},
    {"from":"taken","to":"archived","commands":["ARCHIVE"],"points":[[78,203],[78,306]],"label":[78,247]},
  ],
};
