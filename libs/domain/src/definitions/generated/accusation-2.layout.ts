// Written by scripts/generate-layouts.mjs; don't edit.
import type { ChartLayout } from '../layout.ts';

// prettier-ignore
export const accusation2Layout: ChartLayout = {
  width: 210,
  height: 656,
  nodes: [
    {"state":"registered","x":12,"y":12,"width":132,"height":44},
    {"state":"transferred","x":12,"y":159,"width":132,"height":44},
    {"state":"received","x":12,"y":306,"width":132,"height":44},
    {"state":"concluded","x":12,"y":453,"width":132,"height":44},
    {"state":"archived","x":12,"y":600,"width":132,"height":44},
  ],
  edges: [
    {"from":"registered","to":"transferred","commands":["FORWARD"],"points":[[78,56],[78,159]],"label":[78,100]},
    {"from":"transferred","to":"received","commands":["CONFIRM_RECEIPT"],"points":[[100,203],[100,213],[146,213],[146,272],[100,272],[100,306]],"label":[146,247]},
    {"from":"received","to":"transferred","commands":["HAND_ON"],"points":[[56,306],[56,203]],"label":[56,247]},
    {"from":"received","to":"concluded","commands":["FEEDBACK"],"points":[[78,350],[78,453]],"label":[78,394]},
    {"from":"concluded","to":"archived","commands":["ARCHIVE"],"points":[[78,497],[78,600]],"label":[78,541]},
  ],
};
