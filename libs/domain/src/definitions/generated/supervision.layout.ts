// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const supervisionLayout: ChartLayout = {
  width: 364,
  height: 362,
  nodes: [
    {"state":"supervised","x":51,"y":12,"width":132,"height":44},
    {"state":"signed-off","x":204,"y":159,"width":132,"height":44},
    {"state":"supervision-withdrawn","x":29,"y":159,"width":132,"height":44},
    {"state":"archived","x":51,"y":306,"width":132,"height":44},
  ],
  edges: [
    {"from":"supervised","to":"signed-off","commands":["SIGN_OFF"],"points":[[139,56],[139,66],[270,66],[270,159]],"label":[270,100]},
    {"from":"supervised","to":"supervision-withdrawn","commands":["WITHDRAW_SUPERVISION"],"points":[[95,56],[95,159]],"label":[95,100]},
    {"from":"signed-off","to":"archived","commands":["ARCHIVE"],"points":[[270,203],[270,272],[139,272],[139,306]],"label":[270,247]},
    {"from":"supervision-withdrawn","to":"archived","commands":["ARCHIVE"],"points":[[95,203],[95,306]],"label":[95,247]},
  ],
};
